package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sitrep-go/sitrep/event"
)

// TestWhenAndWhere holds short reports of 24 April 2025 with the day and the
// places of each act they tell, and why.
func TestWhenAndWhere(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"the place that the sentence before told", "On Tuesday a force went after a leader in Washer district, Helmand province. It shot dead two men.", []string{"2025-04-22 Wāshēr"}},
		{"a narrower place told next", "Drones killed four people in the Sumy region on Monday.\n\nThe four had gathered in a field in Konotop when the drones came.", []string{"2025-04-21 Konotop"}},
		{"the capital of the country told", "A car bomb blew up in the Iraqi capital on Monday, killing 18 people.", []string{"2025-04-21 Baghdad"}},
		{"the capital that is named beside it is told once", "A car bomb killed two people in Kyiv, the capital, on Monday.", []string{"2025-04-21 Kyiv"}},
		{"a way round says where a place lies", "A shell killed two people in Avdiivka (17 km north of Donetsk) on Monday.", []string{"2025-04-21 Avdiivka"}},
		{"a measure of the act is no place of it", "Jets struck a market in Maaret al-Numan in Syria on Monday and killed 37, on one of the bloodiest days in Idlib.", []string{"2025-04-21 Maarat al-Numan"}},
		{"police of the place tell it", "Police in Zolote in Ukraine said that on 10 April a tractor had set off a mine, killing the driver.", []string{"2025-04-10 Zolote"}},
		{"officials elsewhere tell it", "Officials in Washington said that a drone strike had killed four men in Marib in Yemen on Monday.", []string{"2025-04-21 Marib"}},
		{"where goes on about the place", "For many in Dnipro it brought back Zaporizhzhia, an hour's drive south, where a missile killed 13 people on October 9.", []string{"2024-10-09 Zaporizhzhia"}},
		{"what an act came days after", "A drone killed two people in Sumy on Monday. Monday's attack came three days after a missile killed five in Kharkiv.", []string{"2025-04-21 Sumy", "2025-04-18 Kharkiv"}},
		{"what it was the worst since", "A missile killed nine people in Kyiv on Monday. Monday's attack was the worst since July 2024, when 34 people were killed by missiles in Dnipro.", []string{"2025-04-21 Kyiv", "2024-07-01/2024-07-31 Dnipro"}},
		{"a day told of what followed", "Crews gave up the search on Tuesday in the block in Dnipro that a missile hit, killing 45 people, three days after the impact.", []string{"2025-04-19 Dnipro"}},
		{"the evening before a visit", "On 14 April monitors visited a house in Avdiivka that shells had struck the previous evening, killing two people.", []string{"2025-04-13 evening Avdiivka"}},
		{"the day of a count", "The number of people killed when a missile hit a block in Ternopil on Wednesday rose to 31 on Thursday.", []string{"2025-04-23 Ternopil"}},
		{"the day of what was said", "Ukraine on Wednesday accused Russia of killing nine people with a missile in Sumy on Monday.", []string{"2025-04-21 Sumy"}},
		{"the clock bounds nothing", "Shortly before midnight on Tuesday a blast in Odesa killed two people.", []string{"2025-04-22 night Odesa"}},
		{"last night's news", "During the night, Russian drones killed two people in Sumy.", []string{"2025-04-23/2025-04-24 night Sumy"}},
		{"where somebody speaks", "Putin said in Tehran on Wednesday that a missile had killed two men in Aleppo on Monday.", []string{"2025-04-21 Aleppo"}},
		{"this town is that of the dateline", "TURMUS AYYA, West Bank, April 24 (Agency) - Settlers stormed this hillside town on Wednesday, killing one man.", []string{"2025-04-23 Turmus Ayya"}},
		{"people here say it of elsewhere", "KYIV, April 24 (Agency) - A missile killed two people in Sumy on Monday, people here said.", []string{"2025-04-21 Sumy"}},
		{"history holds for its paragraph", "On March 11, fighters of the group poured into Djibo on motorbikes. They overran the military base and killed 40 soldiers.", []string{"2025-03-11 Djibo"}},
		{"a month ago, in one of two", "Last month two strikes hit Kobani in Syria. In one, three men were killed.", []string{"2025-03-01/2025-03-31 Kobani"}},
		{"that day is the one told last", "A bomb killed two people in Ramallah on Wednesday.\n\nTroops entered Jenin on 21 March. Ten people were killed on that day in the Jenin camp.", []string{"2025-04-23 Ramallah", "2025-03-21 Jenin camp"}},
		{"the night of a date ends on the next", "On the night of April 21 a bomb killed two people in Tajoura in Libya.", []string{"2025-04-21/2025-04-22 night Tajoura"}},
		{"a century is no day", "Bombs killed two men near Preah Vihear, the 11th-century temple in Cambodia, on Monday.", []string{"2025-04-21 Preah Vihear"}},
		{"a border of states", "A mine killed eight soldiers in Los Reyes, near the Jalisco state line in Mexico, on Monday.", []string{"2025-04-21 Los Reyes"}},
		{"a list is whole", "Jets bombed Hodeidah, Ras Isa and Salif in Yemen on Monday, killing two.", []string{"2025-04-21 Hodeidah Ras Isa As Salif"}},
		{"the place that a sentence is about", "Chernihiv has been here before. On Monday a missile burst above its theatre, killing seven people.", []string{"2025-04-21 Chernihiv"}},
		{"a city's city, and who speaks", "Israeli airstrikes killed at least 12 people in the southern Gaza city of Khan Younis early Thursday, according to hospital officials.", []string{"2025-04-24 morning Khan Younis"}},
		{"a country's division", "Suspected militants killed 18 people in an attack on a village in eastern Congo's North Kivu province on Monday night, civil society leaders said.", []string{"2025-04-21 night North Kivu"}},
		{"a quarter of a city", "A mortar shell hit a house in the Kurdish-held Sheikh Maqsoud neighbourhood of Aleppo on Sunday, killing a child.", []string{"2025-04-20 Sheikh Maqsoud"}},
		{"police in a country's town", "Police in the Kenyan town of Mandera said four construction workers were killed by a roadside bomb on Tuesday.", []string{"2025-04-22 Mandera"}},
		{"south of the city of", "A landmine killed four children in Al-Durayhimi district, south of the port city of Hodeida, on Friday.", []string{"2025-04-18 Durayhimi"}},
		{"the day of telling where no other is told", "Gunmen attacked a bus in Nigeria's northern Sokoto state, killing 23 passengers, police said Wednesday.", []string{"2025-04-23 Sokoto"}},
		{"what it lies in", "Gunmen killed 44 boys on Monday in Kankara, also in Katsina, in Nigeria.", []string{"2025-04-21 Kankara"}},
		{"a bearing at the front", "West of Mosul in Iraq, a fighter was killed on Monday when militants attacked a post at Tal Abta.", []string{"2025-04-21 Tal Abta"}},
		{"a works in a city", "Police in Haifa have named the three workers found dead on Monday at the Bazan oil refinery, which missiles hit.", []string{"2025-04-21 Bazan refinery"}},
		{"where a ship was going", "Drones killed two sailors on Monday near Hodeidah in Yemen on a ship that was bound for the Israeli port of Eilat.", []string{"2025-04-21 Hodeidah"}},
		{"where attackers went", "Gunmen killed a man on Monday in Jenin and then slipped away towards Tubas.", []string{"2025-04-21 Jenin"}},
		{"who counts elsewhere", "A monitor in Britain counted 46 dead in a blast on Monday in Afrin in Syria.", []string{"2025-04-21 Afrin"}},
		{"where it was filed", "SIBI: Militants hijacked a train at Kalmat in Pakistan on Monday and killed two men.", []string{"2025-04-21 Kalmat"}},
		{"a resort where", "Odesa's coast had barely mourned Serhiivka, a resort where missiles killed 21 people on April 10.", []string{"2025-04-10 Serhiivka"}},
		{"what lies between", "In Ukraine, the railway between Kyiv and the southeast was cut when drones killed nine people in Dnipro on Monday.", []string{"2025-04-21 Dnipro"}},
		{"a quarter of the city told before", "In Kherson, drones went on. A driver was killed on Monday when a drone struck a bus in the Sviatoshynskyi district.", []string{"2025-04-21 Sviatoshynskyi"}},
		{"the whole country", "Ukraine was hit again. Russia fired 158 missiles and drones across the country on Monday, killing 39 people.", []string{"2025-04-21 Ukraine"}},
	} {
		rep := standard().Read(Article{Text: c.text, Published: event.Date{Year: 2025, Month: 4, Day: 24}})
		var got []string
		for _, inc := range rep.Incidents {
			var words []string
			if inc.Date != nil {
				words = append(words, inc.Date.Period.String())
			}
			for _, l := range inc.Locations {
				words = append(words, l.Name)
			}
			got = append(got, strings.Join(words, " "))
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %q (-want +got):\n%s", c.why, c.text, d)
		}
	}
}
