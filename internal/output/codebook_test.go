package output

import (
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/sitrep-go/sitrep/event"
)

// Whatever figures stand in a record, those of a row fit each other: low, best
// and high are in order, the dead of all kinds are the best estimate, and
// ACLED's conservative figure is no higher, but for the 3 that it takes where
// nothing tells how many.
func TestFiguresFit(t *testing.T) {
	counts := rapid.Custom(func(t *rapid.T) event.Count {
		c := event.Count{Hedge: rapid.SampledFrom([]event.Hedge{event.Exact, event.AtLeast, event.MoreThan, event.UpTo, event.Around, event.Nearly, event.Between, event.Vague}).Draw(t, "hedge")}
		n := rapid.SampledFrom([]int{0, 1, 2, 3, 5, 20, 24, 40, 200}).Draw(t, "n")
		if c.HasMin() {
			c.Min = n
		}
		if c.HasMax() {
			c.Max = n
			if c.Hedge == event.Between {
				c.Max += rapid.IntRange(0, 9).Draw(t, "more")
			}
		}
		return c
	})
	rapid.Check(t, func(t *rapid.T) {
		inc := event.Incident{
			Type:  rapid.SampledFrom([]event.Type{event.MissileStrike, event.Shooting, event.GroundAttack, event.Abduction, event.OtherType}).Draw(t, "type"),
			Stage: rapid.SampledFrom([]event.Stage{event.Accomplished, event.Attempted}).Draw(t, "stage"),
		}
		if rapid.Bool().Draw(t, "by") {
			inc.Perpetrators = []event.Perpetrator{{Actor: "Russia", Country: "RU"}}
		}
		unknown := 0
		for range rapid.IntRange(0, 5).Draw(t, "figures") {
			c := event.Casualty{
				Harm:     rapid.SampledFrom([]event.Harm{event.Killed, event.Killed, event.Injured}).Draw(t, "harm"),
				Group:    rapid.SampledFrom([]event.Group{event.People, event.Civilian, event.Child, event.Military, event.Police, event.Man}).Draw(t, "group"),
				Claimant: rapid.SampledFrom([]string{"", "the mayor", "police"}).Draw(t, "claimant"),
				Count:    counts.Draw(t, "count"),
			}
			if n := len(inc.Casualties); n > 0 && rapid.Bool().Draw(t, "part") {
				of := rapid.IntRange(0, n-1).Draw(t, "of")
				c.PartOf = &of
			}
			if c.Count == (event.Count{Min: 1, Hedge: event.Vague}) {
				unknown++
			}
			inc.Casualties = append(inc.Casualties, c)
		}
		e := &Entry{Report: event.Report{ID: "a", Incidents: []event.Incident{inc}}}
		m := ucdpRow(e, &inc, map[string]int{})
		if m == nil {
			return
		}
		n := func(column string) int {
			v, err := strconv.Atoi(m[column])
			if err != nil || v < 0 {
				t.Fatalf("%s is %q", column, m[column])
			}
			return v
		}
		if n("low") > n("best") || n("best") > n("high") {
			t.Errorf("low %d, best %d, high %d of %v", n("low"), n("best"), n("high"), inc.Casualties)
		}
		if sum := n("deaths_a") + n("deaths_b") + n("deaths_civilians") + n("deaths_unknown"); sum != n("best") {
			t.Errorf("%d dead of all kinds, best %d of %v", sum, n("best"), inc.Casualties)
		}
		got := 0
		for _, row := range acledRows(e, &inc, map[string]int{}) {
			share, err := strconv.Atoi(row["fatalities"])
			if err != nil || share < 0 {
				t.Errorf("ACLED has %q dead", row["fatalities"])
			}
			got += share
		}
		if got > n("high")+2*unknown {
			t.Errorf("ACLED has %d dead, UCDP at most %d of %v", got, n("high"), inc.Casualties)
		}
	})
}
