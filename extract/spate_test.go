package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWeaponHandedOn holds acts that are told as what a weapon of the act before
// did, and acts that only look so.
func TestWeaponHandedOn(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      [][]string // the weapons of each incident
	}{
		{"one came down", "Russia launched 55 drones at Ukraine overnight. Two residents were wounded when one came down in Zolochiv.", [][]string{{"drone"}, {"drone"}}},
		{"one of them", "Hamas fired 82 rockets at Israel on Thursday. One of them hit a home in Kiryat Gat and left a man wounded.", [][]string{{"rocket"}, {"rocket"}}},
		{"one of two kinds", "Russia launched 55 drones and 20 missiles at Ukraine overnight. Two residents were wounded when one came down in Zolochiv.", [][]string{{"drone", "missile"}, nil}},
		{"one who died", "Hamas fired 82 rockets at Israel on Thursday. One man was shot dead in Kiryat Gat on Friday.", [][]string{{"rocket"}, nil}},
	} {
		r := standard().open(Article{Text: c.text})
		r.read()
		var got [][]string
		for _, inc := range r.incidents {
			var ws []string
			for _, w := range inc.Weapons {
				ws = append(ws, string(w.Category))
			}
			got = append(got, ws)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %q (-want +got):\n%s", c.why, c.text, d)
		}
	}
}
