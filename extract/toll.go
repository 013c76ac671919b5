package extract

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sitrep-go/sitrep/event"
)

// A figure is a casualty entry while the tale of an act is put together.
type figure struct {
	event.Casualty
	sentence int
	order    int      // of its fragment
	names    []string // of those who are named
	roll     []string // of those named out of a total told by a number
	list     bool     // the sum of persons described one by one
	further  bool     // told as further ones: "two more bodies"
	adds     bool     // "two more", "a second man": comes on top of those before
	risen    bool     // told as a toll that has grown since the one before
	part     *figure
	gone     bool // moved to another entry
}

// A tally is the figures of one act.
type tally struct {
	*reading
	figures []*figure
	former  []event.Casualty // "up from 12": told only as overtaken
}

// rollOf reports whether one of a and b may be persons told one by one out of
// those whom the other counts: "At least seven of the Awad family were killed.
// … Walaa and her son were also killed."
func rollOf(a, b *group) bool {
	switch x, y := a.rolled(), b.rolled(); {
	case x && y:
		return true
	case x:
		return a.count.Best() < b.count.Best()
	case y:
		return b.count.Best() < a.count.Best()
	}
	return false
}

// names reports whether the place p is but a part of the name of a person whom
// f tells to have come to harm: "Iman Barbakh was killed with her son Hani".
func (f *fragment) names(p spot) bool {
	for k := range f.harms {
		if g := &f.harms[k].people; g.rolled() && g.first <= p.first && p.last <= g.end {
			return true
		}
	}
	return false
}

// rolled reports whether g are persons called by name, with or without their
// kin.
func (g *group) rolled() bool {
	if g.named || len(g.names) > 0 && len(g.names) == g.count.Best() {
		return true
	}
	return slices.ContainsFunc(g.parts, func(p group) bool { return p.named })
}

// casualtiesOf lists the figures of an act. Its rules, in order, are:
//
//  1. "The girl", "he", "both men" are those told before, where some were.
//  2. The same figure told twice is one entry; a headline adds none beside
//     the text's own.
//  3. A vague figure gives way to a number, whoever says it.
//  4. "Two more", "another" stand beside those before; of those captured, they
//     make a sum.
//  5. A later figure of the same source, as high or higher, replaces the
//     earlier, which is kept beside it.
//  6. A person described is a part of the total that the text gives.
//  7. The total of persons listed is no less than its parts. Where no total is
//     told, those that add up make one.
//  8. A zero is dropped where the text tells of some.
//  9. The one person told to be shot is the one told to be dead.
func (r *reading) casualtiesOf(d *draft) []event.Casualty {
	t := tally{reading: r, figures: r.figureRoom[:0]}
	defer func() { r.figureRoom = t.figures }()
	for n, f := range d.fragments {
		for _, h := range f.harms {
			t.tell(f, h, n)
		}
	}
	t.zeroes()
	t.shotDead()
	t.parts()
	t.grown()
	t.sums()
	return t.entries()
}

// tell takes the figures of one statement.
func (t *tally) tell(f *fragment, h harm, order int) {
	claimant := ""
	if st := t.saidBy(h.anchor); st != nil {
		claimant = st.speaker.name
	}
	if len(t.figures) >= maxFigures {
		return
	}
	var whole *figure
	t.groupRoom = flatten(t.groupRoom, h.people)
	for k, g := range t.groupRoom {
		c := event.Casualty{Harm: h.kind, Group: g.kind, Count: g.count, Claimant: claimant}
		if c.Count.IsZero() {
			if !g.generic {
				continue
			}
			c.Count = event.Count{Min: bareMin, Hedge: event.Vague}
		}
		ev := t.evidence(h.first, h.last, h.rule)
		if k > 0 {
			ev = t.evidence(g.first, g.last, h.rule)
		}
		c.Evidence = t.alone(ev)
		if k == 0 && g.former {
			t.former = append(t.former, c)
			return
		}
		fig := t.figureShelf.one()
		fig.Casualty, fig.sentence, fig.order, fig.risen = c, f.sentence, order, k == 0 && t.risen(h)
		if k == 0 && t.overtaken(fig, h) {
			return
		}
		if len(g.names) > 0 && len(g.names) <= g.count.Best() && len(g.names) < maxNames {
			fig.names = g.names
		}
		if k == 0 && g.sum && g.count.Best() == len(g.parts) {
			fig.list = true
		}
		fig.further = g.other
		if k == 0 && h.kind == event.Killed && t.ofThose(h) {
			t.deduct(fig)
		}
		fig.adds = k == 0 && !g.generic && !strings.HasSuffix(h.rule, "/bodies") && (g.other && !t.justOthers(g) || t.alsoTold(h) && !t.onRoll(fig, &h.people))
		fig.adds = fig.adds || k == 0 && t.seizedToo(fig, &g)
		if k == 0 {
			if at := t.toldBefore(fig, g); at != nil {
				at.Evidence = append(at.Evidence, ev)
				whole = at
				continue
			}
		}
		at := t.enter(fig, f.aside)
		if at == nil {
			if k == 0 {
				return
			}
			continue
		}
		switch {
		case k == 0:
			whole = at
			if g.partly {
				at.part = t.total(at)
			}
		case whole != nil && at != whole && at.part == nil:
			at.part = whole
		}
	}
}

// overtaken moves c, the figure of h, to those that it was before where the text
// tells it as an earlier one: "The ministry had first reported 14 deaths". A
// figure of another source stands beside.
func (t *tally) overtaken(c *figure, h harm) bool {
	if c.Count.Best() == 0 || !t.toldEarlier(h) {
		return false
	}
	for _, o := range t.figures {
		if !o.gone && o.Harm == c.Harm && o.part == nil && o.sentence != c.sentence && o.Count.Best() > 0 && o.Count.Hedge != event.Vague &&
			alike(o.Group, c.Group) && (oneSource(o.Claimant, c.Claimant) || anybody(c.Claimant)) && o.Count != c.Count {
			o.Superseded = append(o.Superseded, c.Casualty)
			return true
		}
	}
	return false
}

// risen reports whether h tells a toll as one that has grown: "rose to nine",
// "bringing the dead to nine". Such a toll goes on from the one before, whoever
// gave that.
func (t *tally) risen(h harm) bool {
	return t.among(h.first, h.last, "rose risen rises climbed climbs jumped grew grown increased raised raising raises bringing brought brings taking")
}

// longestEarlier is the most tokens between "had reported" and the figure.
const longestEarlier = 12

// toldEarlier reports whether the figure of h was given before another: "had
// earlier put it at 20", "police, who first spoke of 60". What "he said he had
// counted" is no earlier, and who is named in full has not been heard before:
// "Hla Maung Oo, who heads a free-funeral society, had earlier counted 31 dead".
func (t *tally) toldEarlier(h harm) bool {
	s := t.doc.Sentences[h.sentence]
	g := t.lang.grammar
	for k, n := max(h.first, h.people.first)-1, 0; k >= s.First && n < longestEarlier; k, n = k-1, n+1 {
		if t.doc.Is(k, ';') || k < h.first && g.In(t.w[k], t.lang.wasHarmed) {
			return false
		}
		if !t.in(k, "reported given announced spoken spoke put gave said told counted listed estimated reports gives") {
			continue
		}
		had, before := false, false
		for i := k - 1; i >= s.First && i >= k-3; i-- {
			had = had || t.in(i, "had")
			before = before || t.in(i, "earlier initially first originally previously")
		}
		if t.in(k+1, "earlier initially originally previously") {
			before = true
		}
		if !had && !before {
			return false
		}
		for i := s.First; i < k-1; i++ {
			if !before && g.In(t.w[i], t.lang.say) || t.nameAt(i) > i+1 {
				return false
			}
		}
		return true
	}
	return false
}

// ofThose reports whether h tells of people told before: "one of the victims
// died", "two of whom died".
func (t *tally) ofThose(h harm) bool {
	for k := h.people.first; k < h.people.last+2 && k < h.anchor; k++ {
		if t.in(k, "of") && (t.in(k+1, "them whom those these") || t.in(k+1, "the") && t.in(k+2, "victims wounded injured people men women")) {
			return true
		}
	}
	return false
}

// deduct takes the dead of c from those who were told to be shot, of whom they
// are: "Four people were shot, one of whom died" leaves three injured.
func (t *tally) deduct(c *figure) {
	if c.Count.Hedge != event.Exact {
		return
	}
	for _, o := range t.figures {
		if !o.gone && o.Harm == event.Injured && o.part == nil && o.Count.Hedge == event.Exact && o.Count.Min > c.Count.Min && strings.HasSuffix(o.Evidence[0].Rule, "shot-injured") {
			o.Count = event.N(o.Count.Min - c.Count.Min)
			return
		}
	}
}

// bareMin is how many people a plural without a number is at the least: there
// are two of what stands in the plural, "civilians were killed", "a number of
// civilians". The number read in "a number of", and in "many", is 1 and up, for
// it may stand alone.
const bareMin = 2

// seizedToo reports whether c, the people g, were captured besides others: "One
// other suspect was taken into custody", "arrested a leader and detained one
// suspect".
func (t *tally) seizedToo(c *figure, g *group) bool {
	if c.Harm != event.Captured || g.def || g.generic || g.pronoun || g.partly || c.Count.Best() == 0 {
		return false
	}
	if g.other {
		return true
	}
	for _, o := range t.figures {
		if !o.gone && o.Harm == c.Harm && o.sentence == c.sentence && o.part == nil && o.Count.Best() > 0 {
			return true
		}
	}
	return false
}

// alsoTold reports whether the words of h say that it comes on top of what was
// told before: "also detained two insurgents".
func (t *tally) alsoTold(h harm) bool {
	if s := t.doc.Sentences[h.sentence]; t.in(s.First, "additionally") || t.in(s.First, "in") && s.First+2 < s.Last && t.in(s.First+1, "addition") && t.doc.Is(s.First+2, ',') {
		return true
	}
	for k := max(h.anchor-3, 0); k <= h.anchor; k++ {
		if t.in(k, "also additionally") {
			return true
		}
	}
	return false
}

// onRoll reports whether c, the persons g, are called by name out of a total
// that was told before: "At least five people were killed. … Abeer was also
// killed, along with her son."
func (t *tally) onRoll(c *figure, g *group) bool {
	if !g.rolled() {
		return false
	}
	o := t.total(c)
	return o != nil && !o.list && o.sentence != c.sentence && o.Count.Best() > c.Count.Best()
}

// justOthers reports whether g is "three others": other than those who came to
// another harm, as often as not.
func (t *tally) justOthers(g group) bool {
	for k := g.first; k < g.last; k++ {
		if t.in(k, "another more additional further second third fourth fifth sixth") {
			return false
		}
	}
	return true
}

// alike reports whether a and b may name the same people: a reporter calls
// civilians people.
func alike(a, b event.Group) bool {
	if a == event.Civilian {
		a = event.People
	}
	if b == event.Civilian {
		b = event.People
	}
	return a == b
}

// oneSource reports whether two figures may be of one source.
func oneSource(a, b string) bool { return a == b || a == "" || b == "" }

// anybody reports whether a source is named so widely that it may be any of
// those who gave other figures: "Officials had earlier spoken of 20 dead".
func anybody(source string) bool {
	switch strings.ToLower(source) {
	case "officials", "authorities", "reports", "media reports", "local media", "early reports", "initial reports":
		return true
	}
	return false
}

// toldBefore is the entry that c names again with words that refer back, "the
// girl", "both men", "the four victims", or nil.
func (t *tally) toldBefore(c *figure, g group) *figure {
	if len(c.names) == 1 && c.Count == event.N(1) {
		for _, o := range t.figures {
			if o.gone || !namedIn(o.names, c.names[0]) {
				continue
			}
			switch {
			case o.Harm == c.Harm, o.Harm == event.Killed && c.Harm == event.Injured:
				return o
			case o.Harm == event.Injured && c.Harm == event.Killed && o.Count == c.Count:
				o.gone = true
				return nil
			}
		}
	}
	if c.adds || !(g.pronoun || g.def && t.in(g.first, "the this that these those both all he she")) {
		return nil
	}
	one := c.Count == event.N(1)
	if one && c.Harm == event.Injured {
		// "The victim was shot in the chest", of one who is dead.
		var dead *figure
		for _, o := range t.figures {
			if o.gone || !t.same(o.Group, c.Group) || o.Count.Best() == 0 {
				continue
			}
			if o.Harm == event.Injured {
				dead = nil
				break
			}
			if o.Harm == event.Killed && o.Count == c.Count {
				dead = o
			}
		}
		if dead != nil {
			return dead
		}
	}
	if one && c.Harm == event.Killed {
		// "The victim died in hospital": one of the injured fewer.
		for k := len(t.figures) - 1; k >= 0; k-- {
			o := t.figures[k]
			if !o.gone && o.Harm == event.Injured && o.Count == c.Count && t.same(o.Group, c.Group) {
				o.gone = true
				if c.Group == event.People {
					c.Group = o.Group
				}
				return nil
			}
		}
	}
	for k := len(t.figures) - 1; k >= 0; k-- {
		o := t.figures[k]
		if o.gone || o.Harm != c.Harm || o.Count.Best() == 0 {
			continue
		}
		if one && t.same(o.Group, c.Group) || o.Count.Compatible(c.Count) && alike(o.Group, c.Group) {
			return o
		}
	}
	return nil
}

// same reports whether a person of group a may be the one of group b.
func (t *tally) same(a, b event.Group) bool {
	switch {
	case alike(a, b) || a == event.People || b == event.People || a == event.Civilian || b == event.Civilian:
		return true
	case a == event.Child || b == event.Child || a == event.Man || b == event.Man:
		return !(a == event.Woman || b == event.Woman)
	}
	return a == event.Militant && b == event.Military || a == event.Military && b == event.Militant
}

// enter puts c among the figures and gives the one it became, or nil where it
// tells nothing new.
func (t *tally) enter(c *figure, aside bool) *figure {
	if o := t.persons(c); o != nil {
		return o
	}
	for _, o := range t.figures {
		if o.gone || o.Harm != c.Harm || !alike(o.Group, c.Group) || !oneSource(o.Claimant, c.Claimant) {
			continue
		}
		if o.Count == c.Count && (o.sentence != c.sentence || !c.adds) {
			if o.sentence != c.sentence && c.adds {
				continue
			}
			if o.Group == event.People && c.Group == event.Civilian {
				c.part = o // "the 90 civilians injured": all the 90 were
				continue
			}
			o.Evidence = append(o.Evidence, c.Evidence...)
			return o
		}
	}
	if aside {
		for _, o := range t.figures {
			if !o.gone && o.Harm == c.Harm && (alike(o.Group, c.Group) || c.Group == event.People) {
				if c.Count.Best() > o.Count.Best() && c.Count.Hedge != event.Vague && alike(o.Group, c.Group) && strings.HasSuffix(c.Evidence[0].Rule, "death-toll") {
					break // "Toll climbs to 31" is newer than the text below
				}
				o.Superseded = append(o.Superseded, c.Casualty)
				return nil
			}
		}
	}
	if c.adds {
		t.figures = append(t.figures, c)
		return c
	}
	if c.Count.Hedge == event.Vague {
		for _, o := range t.figures {
			if !o.gone && o.Harm == c.Harm && o.Count.Best() > 0 && o.Count.Hedge != event.Vague && o.part == nil &&
				(alike(o.Group, c.Group) || c.Group == event.People || c.Group == event.Civilian) && oneSource(o.Claimant, c.Claimant) && o.Count.Best() >= c.Count.Min {
				o.Evidence = append(o.Evidence, c.Evidence...)
				return nil
			}
		}
	}
	for _, o := range t.figures {
		if o.gone || o.Harm != c.Harm || !alike(o.Group, c.Group) || o.sentence == c.sentence || o.Count.Best() == 0 || o.adds {
			continue
		}
		if !(o.Claimant == c.Claimant || o.Count.Hedge == event.Vague && oneSource(o.Claimant, c.Claimant) || c.risen && o.Count.Best() < c.Count.Best()) {
			continue
		}
		if o.Count.Hedge == event.AtLeast && c.Count == event.N(o.Count.Min) {
			// "At least 33", and later "33 bodies": the count is not closed.
			o.Evidence = append(o.Evidence, c.Evidence...)
			return o
		}
		if c.Count.Best() < o.Count.Min && o.Count.Hedge == event.Vague && (c.list || len(c.names) > 0) {
			continue // "Dozens were hurt … Hamdi and his wife were injured"
		}
		if c.Count.Hedge == event.Vague && o.Count.Hedge == event.Vague && c.Count.Min < o.Count.Min {
			// "Dozens were hurt", and later "people were also injured"
			o.Evidence = append(o.Evidence, c.Evidence...)
			return o
		}
		switch {
		case o.Count.Hedge == event.Vague, c.Count.Best() >= o.Count.Best() && c.Count.Hedge != event.Vague:
			old := o.Casualty
			c.Superseded = append(append(c.Superseded, old.Superseded...), stripped(old))
			o.Casualty = c.Casualty
			o.sentence = c.sentence
			if len(c.names) > 0 {
				o.names = union(o.names, c.names)
			}
			return o
		}
	}
	t.figures = append(t.figures, c)
	return c
}

// maxFigures bounds the figures of an act, each of which is held against those
// before it.
const maxFigures = 300

// maxNames bounds the persons of an act that are told apart by name.
const maxNames = 200

// persons is the figure that the persons named in c belong to: that of their
// group, or the one that grows by each who is new; nil where there is none.
func (t *tally) persons(c *figure) *figure {
	if len(c.names) == 0 || len(c.names) < c.Count.Best() {
		return nil
	}
	for _, o := range t.figures {
		if o.gone || o.Harm != c.Harm || !alike(o.Group, c.Group) || !oneSource(o.Claimant, c.Claimant) || o.Count.Best() == 0 {
			continue
		}
		if len(o.names) == 0 {
			if o.Count.Hedge == event.AtLeast && personal(o.Group) && len(o.roll)+len(c.names) <= maxNames {
				// "At least six children", of whom seven are named
				o.roll = union(o.roll, c.names)
				o.Count.Min = max(o.Count.Min, len(o.roll))
			}
			if o.Count.Best() < len(c.names) || o.Count == event.N(1) && o.sentence == c.sentence {
				continue
			}
			if o.Count == event.N(1) {
				o.names = c.names // "a woman", and then her name
			}
			o.Evidence = append(o.Evidence, c.Evidence...)
			return o
		}
		if o.Count.Hedge != event.Exact || len(o.names)+len(c.names) > maxNames {
			continue
		}
		// Of those without a name, "her sister", one may be named now.
		o.names = union(o.names, c.names)
		o.Count = event.N(max(o.Count.Min, len(o.names)))
		o.Evidence = append(o.Evidence, c.Evidence...)
		return o
	}
	return nil
}

// union is names with those of more who are not among them.
func union(names, more []string) []string {
	names = names[:len(names):len(names)]
	for _, n := range more {
		if !namedIn(names, n) {
			names = append(names, n)
		}
	}
	return names
}

// namedIn reports whether the person n is among names: by the same name, a
// shorter form of it, or the surname alone.
func namedIn(names []string, n string) bool {
	first, last := ends(n)
	for _, o := range names {
		f, l := ends(o)
		if f == first && l == last || first == last && l == last || f == l && l == last {
			return true
		}
	}
	return false
}

// ends are the first and the last word of a name.
func ends(n string) (first, last string) {
	first, last = n, n
	if k := strings.IndexByte(n, ' '); k > 0 {
		first = n[:k]
	}
	if k := strings.LastIndexByte(n, ' '); k > 0 {
		last = n[k+1:]
	}
	return first, last
}

// total is the figure of which c tells a part, or nil.
func (t *tally) total(c *figure) *figure {
	var best *figure
	for _, o := range t.figures {
		if o == c || o.gone || o.part != nil || o.Harm != c.Harm || o.Count.Best() < c.Count.Best() || o.Count == c.Count && alike(o.Group, c.Group) {
			continue
		}
		if o.Group != event.People && o.Group != event.Civilian {
			continue
		}
		if best == nil || o.Claimant == c.Claimant && best.Claimant != c.Claimant {
			best = o
		}
	}
	return best
}

// shotDead drops the one person told to be shot, of an age and sex, where the
// text tells one of the kind to be dead and nobody else: "A girl was shot in the
// chest. … the death of the 13-year-old girl".
func (t *tally) shotDead() {
	var shot, dead *figure
	for _, c := range t.figures {
		switch {
		case c.gone || c.Count.Best() == 0 || !c.Count.HasMin():
		case c.Harm == event.Injured && shot != nil, c.Harm == event.Killed && dead != nil && dead.Group != event.People, c.Harm == event.KilledOrInjured:
			return
		case c.Harm == event.Injured:
			shot = c
		case c.Harm == event.Killed:
			dead = c
		}
	}
	if shot == nil || dead == nil || shot.Count != event.N(1) || dead.Count != event.N(1) || !personal(shot.Group) || shot.Group != dead.Group && dead.Group != event.People ||
		shot.adds || shot.further || dead.adds || dead.further || shot.sentence == dead.sentence || !strings.HasSuffix(shot.Evidence[0].Rule, "shot-injured") {
		return
	}
	if a, b := digits(shot.Evidence[0].Text), digits(dead.Evidence[0].Text); a != "" && b != "" && a != b {
		return // two ages
	}
	shot.gone = true
}

// digits is the first number in figures of s, or nothing.
func digits(s string) string {
	i := strings.IndexAny(s, "0123456789")
	if i < 0 {
		return ""
	}
	j := i
	for j < len(s) && s[j] >= '0' && s[j] <= '9' {
		j++
	}
	return s[i:j]
}

// zeroes drops the zeroes that the act's other figures gainsay: "there were no
// casualties" among those who attacked.
func (t *tally) zeroes() {
	for _, c := range t.figures {
		if c.Count.Best() != 0 || !c.Count.HasMax() {
			continue
		}
		for _, o := range t.figures {
			if o.gone || o.Harm != c.Harm || o.Count.Best() == 0 || !oneSource(o.Claimant, c.Claimant) {
				continue
			}
			if c.Group == event.People || alike(c.Group, o.Group) {
				c.gone = true
				break
			}
		}
	}
}

// parts makes the persons described parts of the total that holds them.
func (t *tally) parts() {
	// "A girl and her mother" make two where no total is told.
	for _, c := range t.figures {
		if c.gone || !c.list || c.Group != event.People {
			continue
		}
		o := t.total(c)
		if o == nil || o.list || o.Count.Best() <= c.Count.Best() {
			continue
		}
		kept := false
		for _, p := range t.figures {
			if p.part == c {
				p.part, kept = o, true
			}
		}
		c.gone = kept
	}
	// "The toll rose to five after two more bodies were found" counts those two.
	for _, c := range t.figures {
		if c.gone || c.Group != event.People || tollRule(c) || c.Count.Best() == 0 {
			continue
		}
		for _, o := range t.figures {
			if o != c && !o.gone && o.Harm == c.Harm && o.sentence == c.sentence && tollRule(o) && o.Count.Best() > c.Count.Best() && oneSource(o.Claimant, c.Claimant) && (c.further || c.adds) {
				c.gone = true
				o.Evidence = append(o.Evidence, c.Evidence...)
				break
			}
		}
	}
	for _, c := range t.figures {
		if c.gone || c.part != nil || c.adds || c.Group == event.People || c.Group == event.Civilian || c.Group == event.Militant || c.Group == event.Military || c.Count.Best() == 0 {
			continue
		}
		if o := t.total(c); o != nil && o.Count.Best() > c.Count.Best() && oneSource(o.Claimant, c.Claimant) {
			c.part = o
		}
	}
}

// tollRule reports whether c was told as a toll.
func tollRule(c *figure) bool { return strings.HasSuffix(c.Evidence[0].Rule, "death-toll") }

// grown lets the total of persons listed grow with those of its parts that are
// told of later.
func (t *tally) grown() {
	for _, c := range t.figures {
		if c.gone || !c.list || c.Group != event.People || c.part != nil || c.Count.Hedge != event.Exact {
			continue
		}
		n := 0
		for _, p := range t.figures {
			if !p.gone && p.part == c && p.Harm == c.Harm && personal(p.Group) && p.Count.Hedge == event.Exact {
				n += p.Count.Min
			}
		}
		if n > c.Count.Min {
			c.Count = event.N(n)
		}
	}
}

// sums gives those captured or abducted one on top of the other the total that
// the text leaves to the reader: "also detained two insurgents". Of the dead and
// the wounded, reports give the total themselves, and what stands beside it is
// as often of another group or another act.
func (t *tally) sums() {
	for _, harm := range [...]event.Harm{event.Captured, event.Abducted} {
		var tops []*figure
		adds := false
		for _, c := range t.figures {
			if c.gone || c.part != nil || c.Harm != harm || c.Count.Best() == 0 || !c.Count.HasMin() {
				continue
			}
			if len(tops) > 0 && c.adds {
				adds = true
			}
			tops = append(tops, c)
		}
		if !adds || len(tops) < 2 {
			continue
		}
		sum := &figure{Casualty: event.Casualty{Harm: harm, Group: tops[0].Group, Count: event.Count{Hedge: event.Exact}, Claimant: tops[0].Claimant}}
		told := false
		for k, c := range tops {
			if c.Group != sum.Group {
				sum.Group = event.People
			}
			if c.Claimant != sum.Claimant {
				sum.Claimant = ""
			}
			if k > 0 && !c.adds && (c.Group == event.People || c.Count.Best() > tops[0].Count.Best()) {
				told = true // a total is told after all
			}
			if !c.Count.HasMax() {
				sum.Count.Hedge = event.AtLeast
			}
			sum.Count.Min += c.Count.Min
			for _, e := range c.Evidence {
				e.Rule = "toll/sum"
				sum.Evidence = append(sum.Evidence, e)
			}
		}
		if told || tops[0].Group == event.People && sum.Group == event.People && tops[0].Count.Best() > 1 && specific(tops[1:]) {
			continue
		}
		if sum.Count.Hedge == event.Exact {
			sum.Count.Max = sum.Count.Min
		}
		for _, c := range tops {
			c.part = sum
		}
		t.figures = append(t.figures, sum)
	}
}

// specific reports whether all figures are of a group of their own, and so may
// be parts of a total: "50 others were hurt", "seven more rescuers".
func specific(figures []*figure) bool {
	for _, c := range figures {
		if c.Group == event.People || c.Group == event.Civilian {
			return false
		}
	}
	return true
}

// entries lists the figures that stand, in the order of the text.
func (t *tally) entries() []event.Casualty {
	var out []event.Casualty
	at := map[*figure]int{}
	for _, c := range t.figures {
		if !c.gone {
			at[c] = len(at)
		}
	}
	for _, c := range t.figures {
		if c.gone {
			continue
		}
		if c.part != nil && !c.part.gone && c.part != c {
			k := at[c.part]
			c.PartOf = &k
		}
		if out == nil {
			out = t.casualties.take(len(at))
		}
		out = append(out, c.Casualty)
	}
	for _, c := range t.former {
		for k := range out {
			if out[k].Harm == c.Harm && out[k].Group == c.Group && out[k].PartOf == nil && out[k].Count != c.Count {
				out[k].Superseded = append(out[k].Superseded, c)
				break
			}
		}
	}
	return out
}

func stripped(c event.Casualty) event.Casualty {
	c.Superseded, c.PartOf = nil, nil
	return c
}

// checkCasualties says which of the figures of an act do not add up in the
// article's own words: a sentence for each.
func (r *reading) checkCasualties(d *draft) []string {
	var out []string
	for _, f := range d.fragments {
		for _, h := range f.harms {
			w := h.people
			if w.sum || len(w.parts) == 0 || !w.count.HasMax() {
				continue
			}
			sex, side := 0, 0
			for _, p := range w.parts {
				if !p.count.HasMin() {
					continue
				}
				switch p.kind {
				case event.Child, event.Woman, event.Man:
					sex += p.count.Min
				case event.Civilian, event.Military, event.Militant, event.Police:
					side += p.count.Min
				}
			}
			for _, n := range [...]int{sex, side} {
				if n > w.count.Max || w.whole && len(w.parts) > 1 && n > 0 && n == sex+side && w.count.Hedge == event.Exact && n != w.count.Min && allCounted(w.parts) {
					out = append(out, fmt.Sprintf("%d %s is told, but the parts add up to %d.", w.count.Max, harmWord(h.kind), n))
				}
			}
		}
	}
	return out
}

func harmWord(h event.Harm) string {
	if h == event.KilledOrInjured {
		return "killed or injured"
	}
	return string(h)
}

// allCounted reports whether the parts are all of one of the divisions that
// can add up.
func allCounted(parts []group) bool {
	for _, p := range parts {
		switch p.kind {
		case event.Child, event.Woman, event.Man, event.Civilian, event.Military, event.Militant, event.Police:
			if p.count.Hedge != event.Exact {
				return false
			}
		default:
			return false
		}
	}
	return true
}
