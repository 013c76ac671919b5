package extract_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/sitrep-go/sitrep/event"
)

// A record is what the score compares of an incident, read or true: the JSON
// of both has these fields under the same names. Only the truth has Types, an
// Anchor and the Text of a label; only what was read has Type and Evidence.
type record struct {
	Anchor       string   `json:"anchor"`
	Types        []string `json:"types"`
	Type         string   `json:"type"`
	Background   bool     `json:"background"`
	Date         *days    `json:"date"`
	Locations    []spot   `json:"locations"`
	Weapons      []arm    `json:"weapons"`
	Casualties   []figure `json:"casualties"`
	Perpetrators []doer   `json:"perpetrators"`
	Evidence     []words  `json:"evidence"`
}

type days struct{ Start, End string }

type words struct {
	Start, End int
	Text, In   string
}

type spot struct {
	Name, Country, Text, Role string
	Lat, Lon                  *float64
	Evidence                  []words
}

type arm struct{ ID, Category, Text string }

type figure struct {
	Harm, Group, Hedge, Text string
	Min, Max                 *int
	Vague                    bool
}

type doer struct{ Actor, Country, Certainty string }

// recordsOf is what was read, in the form that the score compares.
func recordsOf(t testing.TB, list []event.Incident) []record {
	t.Helper()
	b, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	var out []record
	if err := json.Unmarshal(b, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// A tally counts, for each field, values that are right, read wrongly or for
// nothing, and missed.
type tally map[string]*[3]int

func (y tally) add(field string, right, wrong, missed int) {
	if y[field] == nil {
		y[field] = new([3]int)
	}
	y[field][0] += right
	y[field][1] += wrong
	y[field][2] += missed
}

// f1 is the harmonic mean of precision and recall: 0 for a reader that reads
// nothing, however little there was to read.
func (y tally) f1(field string) float64 {
	n := y[field]
	if n == nil || n[0] == 0 {
		return 0
	}
	return 2 * float64(n[0]) / float64(2*n[0]+n[1]+n[2])
}

// coreFields are those whose mean is the headline figure.
var coreFields = []string{"incident", "type", "date", "place", "weapon", "killed", "injured", "children", "perpetrator", "certainty"}

func (y tally) mean() float64 {
	sum := 0.0
	for _, f := range coreFields {
		sum += y.f1(f)
	}
	return sum / float64(len(coreFields))
}

func (y tally) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-12s %9s %6s %6s\n", "field", "precision", "recall", "F1")
	for _, f := range coreFields {
		n := y[f]
		if n == nil {
			n = new([3]int)
		}
		ratio := func(d int) float64 { return float64(n[0]) / math.Max(1, float64(n[0]+d)) }
		fmt.Fprintf(&b, "%-12s %9.2f %6.2f %6.2f\n", f, ratio(n[1]), ratio(n[2]), y.f1(f))
	}
	fmt.Fprintf(&b, "mean F1 %24.2f", y.mean())
	return b.String()
}

// score compares what was read in s with its truth, incident by incident. A
// value of an incident that has no counterpart counts as wrong or as missed.
func (y tally) score(s story, read []record) {
	pairs := align(read, s.truth.Incidents, s.article.Text)
	right := len(pairs)
	y.add("incident", right, len(read)-right, len(s.truth.Incidents)-right)
	left, missed := map[int]bool{}, map[int]bool{}
	for i := range read {
		left[i] = true
	}
	for j := range s.truth.Incidents {
		missed[j] = true
	}
	for _, p := range pairs {
		y.values(read[p[0]], s.truth.Incidents[p[1]])
		delete(left, p[0])
		delete(missed, p[1])
	}
	for _, i := range slices.Sorted(maps.Keys(left)) {
		y.values(read[i], record{})
	}
	for _, j := range slices.Sorted(maps.Keys(missed)) {
		y.values(record{}, s.truth.Incidents[j])
	}
}

func (y tally) values(p, g record) {
	one := func(field string, read, told, same bool) {
		ok := read && told && same
		y.add(field, count(ok), count(read && !ok), count(told && !ok))
	}
	one("type", p.Type != "", len(g.Types) > 0, slices.Contains(g.Types, p.Type))
	one("date", p.Date != nil, g.Date != nil, p.Date != nil && g.Date != nil && *p.Date == *g.Date)
	for _, h := range []string{"killed", "injured"} {
		a, b := p.headline(h), g.headline(h)
		one(h, a != nil, b != nil, a != nil && b != nil && a.agrees(*b))
	}
	places := pairUp(p.sites(), g.Locations, spot.agrees)
	y.add("place", len(places), len(p.sites())-len(places), len(g.Locations)-len(places))

	// A class that the kind of act alone implies is neither asked for nor
	// held against the reader.
	var arms []arm
	for _, w := range p.Weapons {
		told := slices.ContainsFunc(g.Weapons, func(x arm) bool { return x.Category == w.Category })
		implied := slices.ContainsFunc(g.Types, func(k string) bool { return slices.Contains(impliedArms[k], w.Category) })
		if w.ID != "" || told || !implied {
			arms = append(arms, w)
		}
	}
	weapons := pairUp(arms, g.Weapons, arm.agrees)
	y.add("weapon", len(weapons), len(arms)-len(weapons), len(g.Weapons)-len(weapons))

	read, told := p.of("child"), g.of("child")
	children := pairUp(read, told, func(a, b figure) bool { return a.Harm == b.Harm && a.agrees(b) })
	y.add("children", len(children), len(read)-len(children), len(told)-len(children))

	doers := pairUp(p.Perpetrators, g.Perpetrators, doer.agrees)
	y.add("perpetrator", len(doers), len(p.Perpetrators)-len(doers), len(g.Perpetrators)-len(doers))
	sure := 0
	for _, d := range doers {
		// A trailing "…, the governor said" leaves open which of these it is.
		open := func(c string) bool { return c == "reported_as_fact" || c == "accused" }
		a, b := p.Perpetrators[d[0]].Certainty, g.Perpetrators[d[1]].Certainty
		sure += count(a == b || open(a) && open(b))
	}
	y.add("certainty", sure, len(p.Perpetrators)-sure, len(g.Perpetrators)-sure)
}

var impliedArms = map[string][]string{
	"shelling": {"artillery"}, "suicide_bombing": {"suicide_vest", "explosive"}, "drone_strike": {"drone"},
	"missile_strike": {"missile"}, "air_strike": {"air_bomb"}, "shooting": {"small_arms"}, "bombing": {"explosive"},
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// pairUp pairs each of p with the first of g that it agrees with and that no
// other took.
func pairUp[T any](p, g []T, agree func(a, b T) bool) [][2]int {
	var out [][2]int
	used := map[int]bool{}
	for i, a := range p {
		for j, b := range g {
			if !used[j] && agree(a, b) {
				used[j] = true
				out = append(out, [2]int{i, j})
				break
			}
		}
	}
	return out
}

// align pairs what was read with what is true, the surest pairs first.
func align(read, truth []record, text string) [][2]int {
	type pair struct {
		likeness float64
		i, j     int
	}
	var all []pair
	for i := range read {
		for j := range truth {
			if s := likeness(read[i], truth[j], text); s >= 2.5 {
				all = append(all, pair{s, i, j})
			}
		}
	}
	sort.SliceStable(all, func(a, b int) bool { return all[a].likeness > all[b].likeness })
	var out [][2]int
	usedI, usedJ := map[int]bool{}, map[int]bool{}
	for _, p := range all {
		if !usedI[p.i] && !usedJ[p.j] {
			usedI[p.i], usedJ[p.j] = true, true
			out = append(out, [2]int{p.i, p.j})
		}
	}
	return out
}

func likeness(p, g record, text string) float64 {
	s := 0.0
	sites := p.sites()
	switch {
	case anyPair(sites, g.Locations, spot.agrees):
		s += 3
	case anyPair(sites, g.Locations, func(a, b spot) bool { return a.Country == b.Country }):
		s += .5
	}
	if p.Date != nil && g.Date != nil {
		if p.Date.Start <= g.Date.End && g.Date.Start <= p.Date.End {
			s += 1.5
		} else {
			s -= .5
		}
	}
	if slices.Contains(g.Types, p.Type) {
		s++
	}
	for _, h := range []string{"killed", "injured", "captured", "abducted"} {
		if a, b := p.headline(h), g.headline(h); a != nil && b != nil {
			switch {
			case a.agrees(*b):
				s += 2
			case a.best() == b.best():
				s += .5
			default:
				s -= .5
			}
		}
	}
	if anyPair(p.Weapons, g.Weapons, arm.agrees) {
		s += .5
	}
	if p.covers(g.Anchor, text) {
		s += 2
	}
	return s
}

func anyPair[T any](p, g []T, agree func(a, b T) bool) bool {
	return slices.ContainsFunc(p, func(a T) bool { return slices.ContainsFunc(g, func(b T) bool { return agree(a, b) }) })
}

var sentenceEnd = regexp.MustCompile(`[.!?]["”’)]?\s|\n`)

// covers reports whether some evidence lies in the sentence that begins with
// the anchor.
func (p record) covers(anchor, text string) bool {
	if r := []rune(anchor); len(r) > 40 {
		anchor = string(r[:40])
	}
	at := strings.Index(text, anchor)
	if anchor == "" || at < 0 {
		return false
	}
	end := len(text)
	if m := sentenceEnd.FindStringIndex(text[at:]); m != nil {
		end = at + m[1]
	}
	return slices.ContainsFunc(p.Evidence, func(w words) bool { return w.Start < end && w.End > at })
}

func (p record) sites() []spot {
	return slices.DeleteFunc(slices.Clone(p.Locations), func(l spot) bool { return l.Role != "" && l.Role != "site" })
}

// headline is the incident's figure for a harm: the largest for people in
// general, else the largest of all.
func (p record) headline(harm string) *figure {
	var best *figure
	for _, total := range []bool{true, false} {
		told := false
		for i, c := range p.Casualties {
			if c.Harm != harm || total && c.Group != "people" && c.Group != "" {
				continue
			}
			told = true
			if (c.Min != nil || c.Max != nil) && (best == nil || c.best() > best.best()) {
				best = &p.Casualties[i]
			}
		}
		if told {
			break
		}
	}
	return best
}

func (p record) of(group string) []figure {
	return slices.DeleteFunc(slices.Clone(p.Casualties), func(c figure) bool { return c.Group != group })
}

func (c figure) best() int {
	switch {
	case c.Min != nil:
		return *c.Min
	case c.Max != nil:
		return *c.Max
	}
	return -1
}

// agrees reports whether c, as read, says what g does; of vague words it is
// enough that they are read as vague.
func (c figure) agrees(g figure) bool {
	same := func(a, b *int) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }
	if g.Vague {
		return c.Hedge == "vague" || same(c.Min, g.Min)
	}
	return same(c.Min, g.Min) && same(c.Max, g.Max)
}

func (w arm) agrees(g arm) bool {
	if g.ID != "" {
		return w.ID == g.ID
	}
	return w.Category == g.Category
}

var blankWords = regexp.MustCompile(`\b(the|al|el|of|city|province|region|oblast|district|governorate|state)\b`)

func folded(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			return unicode.ToLower(r)
		}
		return ' '
	}, norm.NFKD.String(s))
	return strings.Join(strings.Fields(blankWords.ReplaceAllString(s, " ")), " ")
}

func share(a, b string, but string) bool {
	for _, w := range strings.Fields(folded(a)) {
		if !slices.Contains(strings.Fields(but), w) && slices.Contains(strings.Fields(folded(b)), w) {
			return true
		}
	}
	return false
}

// agrees reports whether two places are within 25 km or, in their region, of
// one name; a place at sea has only its name.
func (l spot) agrees(g spot) bool {
	if g.Country == "" {
		return share(l.Name, g.Name, "sea gulf strait coast off")
	}
	if l.Lat != nil && l.Lon != nil && g.Lat != nil && g.Lon != nil {
		switch d := kilometres(*l.Lat, *l.Lon, *g.Lat, *g.Lon); {
		case d <= 25:
			return true
		case d > 150:
			return false
		}
	}
	printed := ""
	if len(l.Evidence) > 0 {
		printed = l.Evidence[0].Text
	}
	for _, a := range []string{l.Name, printed} {
		for _, b := range []string{g.Name, g.Text} {
			if f := folded(a); f != "" && f == folded(b) {
				return true
			}
		}
	}
	return false
}

func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	rad := math.Pi / 180
	h := math.Pow(math.Sin((lat2-lat1)*rad/2), 2) + math.Cos(lat1*rad)*math.Cos(lat2*rad)*math.Pow(math.Sin((lon2-lon1)*rad/2), 2)
	return 12742 * math.Asin(math.Min(1, math.Sqrt(h)))
}

func (d doer) agrees(g doer) bool {
	if f := folded(d.Actor); f != "" && f == folded(g.Actor) {
		return true
	}
	return share(d.Actor, g.Actor, "forces military army government ministry group militants fighters and president s official officials spokesman spokesperson") ||
		d.Country != "" && d.Country == g.Country
}
