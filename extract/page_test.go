package extract_test

import (
	"math"
	"strings"
	"testing"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract"
)

// TestPastedPage reads a page as people paste it, whole, and asks for each
// thing that a person takes from it.
func TestPastedPage(t *testing.T) {
	const name = "one-missile-of-a-wave-on-a-pasted-page"
	var page story
	for _, s := range stories(t) {
		if s.name == name {
			page = s
		}
	}
	rep := extract.Read(page.article)
	var first, second event.Incident
	if len(rep.Incidents) > 0 {
		first = rep.Incidents[0]
	}
	if len(rep.Incidents) > 1 {
		second = rep.Incidents[1]
	}
	day := event.Date{Year: 2025, Month: 4, Day: 24}
	is := func(n event.Count, min, max int) bool {
		return n.Min == min && (max == 0 && !n.HasMax() || max != 0 && n.Max == max)
	}
	claims := func(ok func(c event.Claim) bool) bool {
		for _, c := range first.Claims {
			if ok(c) {
				return true
			}
		}
		return false
	}
	kn23, launched, others := event.Weapon{}, false, false
	for _, w := range first.Weapons {
		if w.ID == "kn-23" {
			kn23 = w
		}
	}
	for _, w := range second.Weapons {
		if w.Launched.Min == 201 && !w.Launched.HasMax() {
			launched = true
		}
	}
	for _, inc := range rep.Incidents {
		for _, w := range inc.Weapons {
			others = others || w.Category == event.Rocket || w.Launched.Min > 201
		}
	}
	residential := false
	for _, s := range first.Sites {
		residential = residential || strings.Contains(s.Text, "residential building") && s.Kind == "residential"
	}
	kyiv := len(first.Locations) == 1 && first.Locations[0].Name == "Kyiv" && first.Locations[0].Country == "UA" && first.Locations[0].Point != nil &&
		math.Abs(first.Locations[0].Point.Lat-50.45) < .05 && math.Abs(first.Locations[0].Point.Lon-30.52) < .05
	for _, c := range []struct {
		what string
		ok   bool
	}{
		{"the page appeared on 24 April 2025", rep.Published == day},
		{"there are two incidents", len(rep.Incidents) == 2},
		{"the first is a missile strike", first.Type == event.MissileStrike},
		{"the first was on 24 April 2025", first.Date != nil && first.Date.Start == day && first.Date.End == day},
		{"the first happened in the night", first.Date != nil && first.Date.Part == event.Night},
		{"the first was in Kyiv", kyiv},
		{"it hit a residential building", residential},
		{"it was a KN-23", kn23.Category == event.BallisticMissile && kn23.Origin == "KP"},
		{"nothing else hit the house", len(first.Weapons) == 1},
		{"a source says which missile it was", strings.Contains(strings.ToLower(kn23.Claimant), "ukrainian military source")},
		{"at least 12 people were killed", is(first.Group(event.Killed, event.People), 12, 0)},
		{"90 people were injured", is(first.Group(event.Injured, event.People), 90, 90)},
		{"the injured are civilians", is(first.Group(event.Injured, event.Civilian), 90, 90)},
		{"six of the injured are children", is(first.Group(event.Injured, event.Child), 6, 6)},
		{"Russia did it", len(first.Perpetrators) == 1 && first.Perpetrators[0].Actor == "Russia"},
		{"Zelensky says on Facebook where the missile is from", claims(func(c event.Claim) bool {
			return c.Claimant == "Volodymyr Zelensky" && c.About == event.AboutWeaponOrigin && c.Via == "Facebook"
		})},
		{"the second is a wave over Ukraine", len(second.Locations) > 0 && second.Locations[0].Name == "Ukraine" && second.Locations[0].Precision == event.InCountry},
		{"more than 200 missiles and drones were launched", launched},
		{"nothing else was launched", !others},
		{"no dead are laid to the wave", second.Killed().IsZero()},
	} {
		if !c.ok {
			t.Errorf("not read: %s", c.what)
		}
	}
	if t.Failed() {
		t.Logf("%s reads\n%s", page.path, readsText(rep))
	}
}
