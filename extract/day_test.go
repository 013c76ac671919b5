package extract

import (
	"strings"
	"testing"

	"github.com/sitrep-go/sitrep/event"
)

// TestDays holds texts of 24 April 2025 with the days of their incidents, in
// order, and "none" for one that no words date.
func TestDays(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"recently dates nothing", "Two gunmen were killed in a raid in Kirkuk on Monday. One of them had recently attacked a school there.", "2025-04-21"},
		{"shortly after midnight, told of no other day", "Israeli aircraft bombed a house in Deir al-Balah shortly after midnight, killing eight people.", "2025-04-24 night"},
		{"a time of the clock behind another day", "A policeman was shot dead in Imphal on Wednesday.\n\nThree men were killed in Kangpokpi on Monday.\n\nThe policeman was hit at 2 pm by a sniper in Imphal.", "2025-04-23, 2025-04-21"},
		{"accused on a day", "Russia accused Ukraine on Thursday of attacking a sanatorium in Foros, killing three people, the evening before.", "2025-04-23 evening"},
		{"a court's day", "A court in Nairobi on Thursday jailed two men for an attack in Garissa in January 2019, in which 21 people were killed.", "2019-01-01/2019-01-31"},
		{"a parenthesis says nothing of the day", "Overnight, Russia says, drones hit a chemical works in Novomoskovsk and two employees were killed.", "2025-04-23/2025-04-24 night"},
		{"the day of speech at the head", "On Wednesday, the ministry said, after two days of silence, 12 people had been killed in an air strike on Kramatorsk on Monday.", "2025-04-21"},
		{"a day later of some of them", "On 12 February gunmen stopped a bus at Mambasa. Seven men were killed with machetes and a dozen were abducted. Four of those abducted escaped the next day.", "2025-02-12"},
		{"that day is the last told", "A shell hit a bus stop in Nikopol this morning, killing a man.\n\nNobody here has forgotten 19 November. The Russians shelled Marhanets that day and killed a teacher.", "2025-04-24 morning, 2024-11-19"},
		{"a month before a part of the day", "On Dec. 10 gunmen killed 20 residents of Petite-Riviere. In October the same gang had walked into Pont-Sonde before sunrise and killed 115 people.", "2024-12-10, 2024-10-01/2024-10-31"},
		{"hours after news, behind history", "On Wednesday a strike on a school in Nuseirat killed 40 people.\n\nOn 26 May 2024 a strike on a camp in Rafah killed 45 people.\n\nHours later a strike on a house in Deir al-Balah killed six people.", "2025-04-23, 2024-05-26, 2025-04-23"},
		{"days that ended", "The rebels killed 47 soldiers near Tinzaouaten in three days of combat that ended on April 20.", "2025-04-18/2025-04-20"},
		{"until the next day", "On 10 April gunmen stormed Macomia and killed ten soldiers, and did not leave until the following evening.", "2025-04-10/2025-04-11"},
		{"a blow that announced something", "The blow that announced the campaign fell on 31 March, when a bomb at Vygonichi killed seven people.", "2025-03-31"},
		{"a statement about a day's attack", "The command is looking into the strike, its spokesman said in a statement about the April 20 attack in Idlib, in which two civilians were killed.", "2025-04-20"},
		{"the same evening is that of an evening", "Late on Tuesday gunmen killed 15 people at a post in Yala.\n\nAt dawn today aircraft attacked a camp in Pattani, killing two fighters.\n\nOn the same evening a bomb in Raman wounded a watchman.", "2025-04-22 night, 2025-04-24 morning, 2025-04-22 evening"},
		{"not clear on a day", "Gunmen killed 23 people in Musakhail on Monday.\n\nWhose the bodies were was not clear on Wednesday. Fighters who attacked a hotel in Kalat killed 11 people.", "2025-04-21, 2025-04-21"},
		{"arrived late on a day", "Bandits killed 11 people in Bagega. Residents who spoke with our correspondent yesterday said the men arrived late on Saturday, shooting at everybody.", "2025-04-19 night"},
		{"the operation on a day", "Gunmen killed a teacher in Bungudu on Tuesday.\n\nMeanwhile, troops killed eight bandits at Faskari. The operation on Sunday followed a tip-off.", "2025-04-22, 2025-04-20"},
		{"the day on which bodies were found", "A missile hit a block of flats in Ternopil on Monday, killing 26 people. Three more bodies were brought out before sunrise on Wednesday.", "2025-04-21"},
		{"a day of those moved before", "Missiles were fired at Tel Aviv on Wednesday. On Thursday one slammed into a hospital ward in Beersheba, from which patients had been moved only a day before, and hurt 71 people. Another of the missiles came down in Holon, wounding four residents.", "2025-04-23, 2025-04-24, 2025-04-24"},
	} {
		var got []string
		for _, inc := range Read(Article{Text: c.text, Published: event.Date{Year: 2025, Month: 4, Day: 24}}).Incidents {
			if inc.Date == nil {
				got = append(got, "none")
			} else {
				got = append(got, inc.Date.Period.String())
			}
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %q reads %s, want %s", c.why, c.text, s, c.want)
		}
	}
}
