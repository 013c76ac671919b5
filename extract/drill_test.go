package extract

import (
	"testing"

	"github.com/sitrep-go/sitrep/event"
)

// TestRehearsed asks which texts tell of what is only played, in an exercise
// or on a screen, and which of totals and accidents.
func TestRehearsed(t *testing.T) {
	for _, c := range []struct {
		name, title, text string
		want              event.Type // empty for silence
	}{
		{"a scenario", "", "In the scenario of the drill a missile hit the bakery in Raqqa on Monday, killing 12 people.", ""},
		{"mock casualties", "", "The exercise began with a mock attack. A bomb exploded in the market of Hilla and 30 people were injured.", ""},
		{"a rehearsal in the headline", "Allies rehearse repelling a landing", "Two missiles hit a tanker off Laoag on Wednesday. Officers watched.", ""},
		{"soldiers killed at an exercise", "", "A missile hit soldiers who were at an exercise near Poltava on Monday, killing 12.", event.MissileStrike},
		{"an attack in the midst of a drill", "", "Gunmen of the Islamic State attacked a simulated drill near Hilla on Monday, killing 12 soldiers.", event.GroundAttack},
		{"news under a rehearsal", "Allies rehearse repelling a landing",
			"Officers watched the ships from the beach.\n\nIn Hilla a car bomb killed 12 people on Monday.", event.Bombing},
		{"a month's total", "", "Russia launched more than 6,200 drones at Kyiv in July alone.", ""},
		{"a night's salvo", "", "Russia launched more than 60 drones at Kyiv on Monday.", event.DroneStrike},
		{"a share of the victims", "", "The devices maim. Eight out of ten of the victims in Borno were civilians who were killed.", ""},
		{"victims counted", "", "Eight of the victims were civilians who were killed by a bomb in Maiduguri on Monday.", event.Bombing},
		{"a truck in a gorge", "Four soldiers die as army truck rolls into gorge",
			"Four soldiers were killed when their truck plunged into a gorge near Ramban on Friday. Militants are active in the district.", ""},
		{"a truck on a mine", "", "Four soldiers were killed when their truck plunged into a gorge after a landmine blast near Ramban on Friday.", event.Landmine},
		{"a film", "Film: “The Stairwell” turns a war into one long held breath", "A shell hits the courtyard in Beirut and kills the concierge and his two boys.", ""},
		{"what killed a director", "Film: director killed in Gaza", "An air strike on Rafah killed the director Rima Khoury and two others on Friday.", event.AirStrike},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := event.Type("")
			if list := Read(Article{Title: c.title, Text: c.text + "\n\n" + background, Published: event.Date{Year: 2025, Month: 8, Day: 2}}).Incidents; len(list) > 0 {
				got = list[0].Type
			}
			if got != c.want {
				t.Errorf("%q reads as %q, want %q", c.text, got, c.want)
			}
		})
	}
}
