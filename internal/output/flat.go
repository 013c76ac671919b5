package output

import (
	"strconv"
	"strings"

	"github.com/sitrep-go/sitrep/event"
)

// site is the place that stands for an incident where there is room for one:
// the first at which it happened. It is nil where none is told.
func site(inc *event.Incident) *event.Location {
	for i := range inc.Locations {
		if r := inc.Locations[i].Role; r != event.LaunchRole && r != event.ContextRole {
			return &inc.Locations[i]
		}
	}
	return nil
}

// sites are all places at which an incident happened.
func sites(inc *event.Incident) []event.Location {
	var all []event.Location
	for _, l := range inc.Locations {
		if l.Role != event.LaunchRole && l.Role != event.ContextRole {
			all = append(all, l)
		}
	}
	return all
}

// join is what f gives for each of vs, without what it gives nothing for and
// without repetitions, "; " between them.
func join[T any](vs []T, f func(T) string) string {
	var out []string
	seen := map[string]bool{}
	for _, v := range vs {
		if s := f(v); s != "" && !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return strings.Join(out, "; ")
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func degrees(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// lower and upper are the bounds of a count as text, empty where the words
// give none.
func lower(c event.Count) string {
	if !c.HasMin() {
		return ""
	}
	return strconv.Itoa(c.Min)
}

func upper(c event.Count) string {
	if !c.HasMax() {
		return ""
	}
	return strconv.Itoa(c.Max)
}
