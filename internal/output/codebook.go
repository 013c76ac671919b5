package output

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
)

// note gives one note about the incidents that were counted under key.
func note(o Options, lost map[string]int, key, format string) {
	if n := lost[key]; n > 0 {
		o.Note(fmt.Sprintf(format, plural(n, "incident")))
	}
}

func order(columns []string, m map[string]string) []string {
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = m[c]
	}
	return row
}

// dead are the figures that add up to all the dead: the total where one is
// told, else those of groups that share nobody.
func dead(inc *event.Incident) []event.Casualty {
	head, ok := inc.Figure(event.Killed)
	if !ok || head.Group == event.People || head.Group == "" {
		if !ok {
			return nil
		}
		return []event.Casualty{head}
	}
	civilian := !inc.Group(event.Killed, event.Civilian).IsZero()
	largest := map[event.Group]event.Casualty{}
	var groups []event.Group
	for _, c := range inc.Casualties {
		if c.Harm != event.Killed || c.Count.IsZero() || c.PartOf != nil {
			continue
		}
		switch g := c.Group; g {
		case event.Civilian, event.Military, event.Militant, event.Police:
		default:
			// Children, medics and the like are among the civilians.
			if civilian || g != head.Group {
				continue
			}
		}
		old, seen := largest[c.Group]
		if !seen {
			groups = append(groups, c.Group)
		}
		if !seen || c.Count.Best() > old.Count.Best() {
			largest[c.Group] = c
		}
	}
	var all []event.Casualty
	for _, g := range groups {
		all = append(all, largest[g])
	}
	return all
}

// rivals are the figures that others give for the same people.
func rivals(inc *event.Incident, head event.Casualty) []event.Casualty {
	var all []event.Casualty
	for _, c := range inc.Casualties {
		if c.Harm == head.Harm && c.Group == head.Group && c.Claimant != head.Claimant && !c.Count.IsZero() {
			all = append(all, c)
		}
	}
	return all
}

// harmed tells who came to harm.
type harmed struct {
	civilian, armed bool
	hurt            bool // somebody was killed or injured
}

// harmedGroups tells whether people under arms, and whether others, are among
// those who came to harm.
func harmedGroups(inc *event.Incident) (h harmed) {
	for _, c := range inc.Casualties {
		if c.Count.HasMax() && c.Count.Max == 0 {
			continue
		}
		switch c.Harm {
		case event.Killed, event.Injured, event.KilledOrInjured:
			h.hurt = true
		}
		switch c.Group {
		case event.Military, event.Militant, event.Police:
			h.armed = true
		case event.Civilian, event.Child, event.Woman, event.Elderly, event.Medic, event.AidWorker, event.Journalist, event.Rescuer:
			h.civilian = true
		}
	}
	return h
}

// state is a country by its ISO 3166-1 code.
type state struct {
	code   string
	name   string
	region language.Region
}

func country(code string) (state, bool) {
	r, err := language.ParseRegion(code)
	if code == "" || err != nil || !r.IsCountry() {
		return state{}, false
	}
	// The tables write "Antigua & Barbuda" and "St. Lucia".
	name := strings.NewReplacer(" & ", " and ", "St. ", "Saint ").Replace(display.English.Regions().Name(r))
	if short, ok := shortNames[code]; ok {
		name = short
	}
	return state{code, name, r}, true
}

// shortNames are those of the codebooks where the name in the Unicode tables
// is another.
var shortNames = map[string]string{"MM": "Myanmar", "CD": "Democratic Republic of Congo", "CG": "Republic of Congo", "CI": "Ivory Coast",
	"PS": "Palestine", "TR": "Turkey", "CZ": "Czech Republic", "BA": "Bosnia and Herzegovina"}

func (s state) in(m49 string) bool {
	r, err := language.ParseRegion(m49)
	return err == nil && r.Contains(s.region)
}

// doer is who did it, where somebody is named and it is not only denied; nil
// where nobody is.
func doer(inc *event.Incident, lost map[string]int) *event.Perpetrator {
	for i := range inc.Perpetrators {
		p := &inc.Perpetrators[i]
		switch p.Certainty {
		case event.Denied:
			continue
		case event.Accused, event.Suspected:
			lost["accused"]++
		}
		return p
	}
	return nil
}

// What an actor is, as far as the catalogue of actors knows.
const (
	governs    = "state"     // a state, its government, forces or police
	manyStates = "coalition" // of states, or the United Nations
)

func actorKind(p *event.Perpetrator) string {
	e := catalogue.Default().Lookup(catalogue.Actor, p.Actor)
	if e == nil {
		return ""
	}
	switch e.ActorKind {
	case "state", "forces", "police", "agency", "ministry":
		return governs
	case "coalition", "un":
		return manyStates
	}
	return e.ActorKind
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func nonEmpty(vs ...string) []string {
	var out []string
	for _, v := range vs {
		if v != "" {
			out = append(out, v)
		}
	}
	return out
}
