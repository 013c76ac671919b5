package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sitrep-go/sitrep/event"
)

// TestAssemble holds reports of 24 April 2025 with the incidents they tell, each
// as its places and who was killed, and the rule of assembly that tells them.
func TestAssemble(t *testing.T) {
	for _, c := range []struct {
		why, title, text string
		want             []string
	}{
		{"people who enter a town move the scene there", "", "A bomb killed two people in Kirkuk on Monday.\n\nHours later three gunmen walked into the shopping streets of Samarra. The first opened fire and killed a policeman.",
			[]string{"Kirkuk 2", "Samarra 1"}},
		{"a phrase at the front sets the scene", "", "Gunmen killed nine people in Drodro on Monday. The same evening, on the road south of the mining town of Mongbwalu, armed men stopped two taxis. A trader was shot dead.",
			[]string{"Drodro 9", "Mongbwalu 1"}},
		{"a subject with a place does not", "", "Gunmen killed nine people in Drodro on Monday. The bishop of the old diocese of Bunia, who knows the village, wept. Two of the wounded died.",
			[]string{"Drodro 9"}},
		{"only the headline tells", "US drone strike kills al-Qaeda leader in Syria", "Central Command gave no details on Thursday.",
			[]string{"Syria"}},
		{"a headline that only plays with words", "A bombshell and two shots on goal", "The club gave no details on Thursday.", nil},
		{"a sum of acts told one by one is none", "", "Attacks on villages in Benue State killed 17 people at the weekend, officials said.\n\nIn Gboko gunmen killed 12 farmers on Saturday.\n\nFive traders were shot dead in Makurdi on Sunday.",
			[]string{"Gboko 12", "Makurdi 5"}},
		{"a sum alone stands", "", "Attacks on villages in Benue State killed 17 people on Saturday, officials said.",
			[]string{"Benue 17"}},
		{"towns of one province", "", "In the Kherson region, shells hit Beryslav on Monday, killing a man. In Chornobaivka a drone killed two women.",
			[]string{"Beryslav 1", "Chornobaivka 2"}},
		{"a place named with the toll of its act", "", "A strike killed nine people in Tyre on Wednesday. The ministry has revised the toll of Monday's raid on Baalbek to 23 dead.",
			[]string{"Tyre 9", "Baalbek 23"}},
		{"where the wounded died is not where they were hit", "", "Gunmen opened fire on a car in Tubas on Tuesday, killing a man. A second man, who was hit in the neck, died of his wounds in Haifa.",
			[]string{"Tubas 1"}},
		{"items of a list tell each of its own", "", "Summary of the day:\n\n1. Two rockets were fired at the airport of Basra on Tuesday, killing a guard.\n\n2. Rockets were fired at a convoy. Three soldiers were killed.",
			[]string{"Basra 1", "3"}},
		{"the heading of a section tells where", "", "Shells killed a man in Kherson on Wednesday.\n\nNight of drones in Nikopol\n\nA drone hit a bus and killed two women.",
			[]string{"Kherson 1", "Nikopol 2"}},
		{"a byline does not", "Hospital hit twice", "Miriam Ashdown in Jerusalem\n\nTwenty people were killed when shells hit a hospital on Monday.",
			[]string{"20"}},
		{"a speaker's road moves nothing", "", "A bomb killed two people in Kirkuk on Monday. The minister returned to Baghdad. Five more people were injured.",
			[]string{"Kirkuk 2"}},
		{"the headline tells where", "Chernihiv after the strike", "Eighteen people were killed when three missiles fell on a quarter of the city on Wednesday. Hours before, explosions killed two soldiers at an airfield in Dzhankoi.",
			[]string{"Chernihiv 18", "Dzhankoi 2"}},
		{"a wave and a strike within it", "", "Russia launched 55 drones at Ukraine overnight. Two people were killed when one came down in Zolochiv.",
			[]string{"Ukraine", "Zolochiv 2"}},
		{"an act told from another's day", "", "Drones killed three people in El Fasher on Saturday. A day before the market was hit, a raid on Nyala killed nine.",
			[]string{"El Fasher 3", "Nyala 9"}},
		{"what came later", "", "A missile killed 20 people in Kryvyi Rih on Monday. Later drones set homes alight in another part of the city, killing a woman.",
			[]string{"Kryvyi Rih 20", "Kryvyi Rih 1"}},
		{"days without a date of publication", "", "On Tuesday two men were killed by a mine in Herat. A girl was killed by a mine there the day after.",
			[]string{"Herat 2", "Herat 1"}},
		{"rival tolls side by side", "", "Shells hit a camp in El Fasher on Monday, killing 60 people, the committee said. The network said 57 people had died.",
			[]string{"El Fasher 60"}},
		{"among those told before", "", "A missile hit Kyiv on Monday, injuring 90 people and killing 12. The assault on several cities lasted all night. Six children were among the 90 people injured.",
			[]string{"Kyiv 12"}},
		{"a place and a day head what follows", "", "Attacks in April:\n\n• Herat, 2 April. A bomb at a mosque killed 18 people.\n\n• Kabul, 5 April. A suicide bomber blew himself up outside an embassy. Six people died.",
			[]string{"Herat 18", "Kabul 6"}},
		{"the toll's day is not the act's", "", "The ministry on Wednesday raised to 89 the number of soldiers killed in a strike on a barracks in Makiivka on Monday.",
			[]string{"Makiivka 89"}},
		{"daily violence is no act", "", "The town of Avdiivka is under daily bombardment, and attacks on Kupiansk have increased.", nil},
		{"an attack and how it was repelled", "", "Islamic State stormed a base in Mopti on Monday. The Malian army repelled the attack and killed 12 fighters.",
			[]string{"Mopti 12"}},
		{"a correction tells of no act", "", "A bomb killed two people in Zabul on Monday.\n\nAn earlier version of this story put the bombing in Ghazni.",
			[]string{"Zabul 2"}},
		{"the article of the subject is not the act's", "", "Israel bombed Hodeidah on Monday.\n\nSome hours afterwards the Houthis launched two missiles towards Tel Aviv.",
			[]string{"Hodeidah", "Tel Aviv"}},
		{"questions are no shells", "", "The mayor of Vojens was bombarded with questions on Thursday.", nil},
	} {
		t.Run(c.why, func(t *testing.T) {
			a := Article{Title: c.title, Text: c.text, Published: event.Date{Year: 2025, Month: 4, Day: 24}}
			if strings.Contains(c.why, "without a date of publication") {
				a.Published = event.Date{}
			}
			var got []string
			for _, inc := range Read(a).Incidents {
				var words []string
				for _, l := range inc.Locations {
					words = append(words, l.Name)
				}
				if n := inc.Killed(); !n.IsZero() {
					words = append(words, n.String())
				}
				got = append(got, strings.Join(words, " "))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%q (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

// TestDates holds reports of 24 April 2025 of one incident each with its day.
func TestDates(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"the exact day before the vague one", "Kirkuk has known no peace since last month, when a bomb in a market on March 16 killed ten people.", "2025-03-16"},
		{"a span told as one", "Russia fired 34 missiles at Kyiv in a raid that lasted from late Tuesday until first light on Wednesday.", "2025-04-22/2025-04-23 night"},
		{"the day of the count", "Colombia raised to 13 on Wednesday the number of officers killed when a drone hit a post near Amalfi on Monday.", "2025-04-21"},
		{"prayers of any week", "On 2 March a bomb killed 18 people in a mosque in Herat at the time of Friday prayers.", "2025-03-02"},
		{"prayers of this week", "A bomb killed 18 people in a mosque in Herat during Friday prayers.", "2025-04-18"},
		{"who still explains", "Investigators were on Wednesday still trying to explain how a drone hit a camp near Haifa on Sunday, killing four soldiers.", "2025-04-20"},
		{"a day told outright", "Handouts stopped for a day after a driver was hurt on 9 April when a drone hit a van near Kramatorsk.", "2025-04-09"},
		{"counted until then", "By dusk on Wednesday 82 rockets had been launched at Ashkelon.", "2025-04-23 evening"},
	} {
		got := Read(Article{Text: c.text, Published: event.Date{Year: 2025, Month: 4, Day: 24}}).Incidents
		if len(got) != 1 || got[0].Date == nil || got[0].Date.Period.String() != c.want {
			t.Errorf("%s: %q reads %+v, want one incident of %s", c.why, c.text, got, c.want)
		}
	}
}

// TestDayBeforePlaces holds that a day told before any place dates what follows
// in the first one.
func TestDayBeforePlaces(t *testing.T) {
	got := Read(Article{Published: event.Date{Year: 2025, Month: 4, Day: 24},
		Text: "The south woke on Monday to the sound of explosions.\n\nIn Morales, gunmen fired on the police station and killed two officers."}).Incidents
	if len(got) != 1 || got[0].Date == nil || got[0].Date.Start != (event.Date{Year: 2025, Month: 4, Day: 21}) {
		t.Errorf("got %+v, want one incident of 21 April", got)
	}
}
