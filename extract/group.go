package extract

import (
	"slices"
	"sort"
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
	"github.com/sitrep-go/sitrep/internal/text"
)

// A group is a noun phrase that names people who may come to harm.
type group struct {
	first, last int // tokens of the phrase, half-open
	end         int // behind its tail: its parts, ages, what is said of it between commas
	head        int // the token of the head noun; -1 where a number stands alone
	kind        event.Group
	count       event.Count // zero where the words count nothing: "the victims"
	def         bool        // refers back: "the victims", "both men"
	other       bool        // adds to those told before: "90 others", "eight more"
	parts       []group     // "including three children"
	sum         bool        // the phrase is a list, and parts are its members
	generic     bool        // a bare plural: "civilians"
	whole       bool        // the parts are said to be all: "63: 58 civilians and five soldiers"
	tail        bool        // parts were read behind what is said of them
	named       bool        // a person by name: "Olena M.", "Colonel Hujaale"
	names       []string    // of the persons in it, where all are named
	alone       bool        // a number with nothing nominal behind it
	former      bool        // a figure told as an earlier one: "up from 12"
	pronoun     bool        // "he", "she"
	partly      bool        // a part of those told before: "six of the dead were children"
	row         bool        // one of several parts told in a row
	nth         bool        // told by its number in a row: "a third"
	byName      bool        // its group is told by a given name alone
	owned       bool        // kin of somebody named: "Fikria's two sons"
	sentence    int

	nextStart, nextLast, nextEnd int32 // chains of the crowd, one more than an index
}

// A crowd is the people phrases of an article, with the way from a token to
// those that begin or end there.
type crowd struct {
	people                  []group
	startAt, lastAt, endAt  []int32
	personNames, folk, spot []int32 // by token: one more than the speaker; nationality; place
}

// gather prepares the crowd of r: where persons are named, and where a word
// for a nation may stand for its people.
func (r *reading) gather() {
	n := len(r.doc.Tokens)
	r.crowdRoom = zeroed(r.crowdRoom, 6*n+6)
	all := r.crowdRoom
	cut := func() []int32 { c := all[: n+1 : n+1]; all = all[n+1:]; return c }
	r.startAt, r.lastAt, r.endAt = cut(), cut(), cut()
	r.personNames, r.folk, r.spot = cut(), cut(), cut()
	for _, p := range r.places {
		switch {
		case p.use == usedAsPeople && p.last-p.first == 1:
			r.folk[p.first] = 1
		case p.use == usedAsPlace:
			for k := p.first; k < p.last; k++ {
				r.spot[k] = 1
			}
		}
	}
	if r.says == nil {
		return
	}
	for k := range r.says.all {
		a := &r.says.all[k]
		if !a.person || a.pronoun || a.core >= a.coreLast {
			continue
		}
		if a.weak && (r.spot[a.core] != 0 || r.spot[a.coreLast-1] != 0 && a.coreLast-a.core < 3) {
			continue
		}
		r.personNames[a.core] = int32(k + 1)
		if a.first < a.core && !a.weak && r.personNames[a.first] == 0 {
			r.personNames[a.first] = int32(k + 1)
		}
	}
}

// nameAt is the end of the person's name that begins at token i, or i.
func (r *reading) nameAt(i int) int {
	if i >= len(r.personNames) || r.personNames[i] == 0 {
		return i
	}
	return r.says.all[r.personNames[i]-1].coreLast
}

// enlist puts g into the crowd.
func (r *reading) enlist(g group) {
	for k := r.startAt[g.first]; k > 0; k = r.people[k-1].nextStart {
		if r.people[k-1].last == g.last {
			return
		}
	}
	r.people = append(r.people, g)
	k := int32(len(r.people))
	p := &r.people[k-1]
	p.nextStart, r.startAt[g.first] = r.startAt[g.first], k
	p.nextLast, r.lastAt[g.last] = r.lastAt[g.last], k
	p.nextEnd, r.endAt[g.end] = r.endAt[g.end], k
}

// groups reads the people in sentence s: the lists and their members.
func (r *reading) groups(si int, s text.Sentence) {
	for i := s.First; i < s.Last; i++ {
		g, ok := r.groupAt(i, s.Last)
		if !ok {
			continue
		}
		list := g
		if !g.pronoun || r.withKin(g.last, s.Last) {
			list = r.groupList(g, s.Last)
			list.pronoun = g.pronoun && !list.sum
		}
		list.sentence = si
		r.enlist(list)
		i = max(i, g.last-1)
		if !list.sum {
			continue
		}
		for _, p := range list.parts {
			p = r.groupParts(p, s.Last)
			p.sentence = si
			r.enlist(p)
			if p.head >= 0 && p.last-1 > i && p.last <= list.last {
				i = p.last - 1
			}
		}
	}
}

// withKin reports whether kin of somebody follows at k: "He, his wife and
// their son".
func (r *reading) withKin(k, hi int) bool {
	if k < hi && r.doc.Is(k, ',') {
		k++
	} else if k < hi && r.lang.grammar.In(r.w[k], r.lang.and) {
		k++
	}
	if k+1 < hi && r.in(k, "his her") && k > 1 {
		return true
	}
	// "He and at least 15 other people"
	n, ok := r.numberAt(k)
	return ok && k > 1 && r.lang.grammar.In(r.w[k-1], r.lang.and) && n.Last < hi && r.lang.grammar.In(r.w[n.Last], r.lang.other)
}

// maxModifiers bounds the words between a number or determiner and its head:
// "five suspected Islamic State group fighters".
const maxModifiers = 7

// groupAt reads the people phrase that begins at token i.
func (r *reading) groupAt(i, hi int) (group, bool) {
	l := r.lang
	g := group{first: i, head: -1}
	if i >= hi {
		return g, false // "Thirty died, two of them"
	}
	j := i
	if to := r.nameAt(i); to > i && to <= hi {
		if i > 1 && to < hi && r.doc.Is(i-1, '(') && r.doc.Is(to, ')') && r.nameEnds(i-1) {
			return g, false // "Basmah Hassan (Umm Hassan)"
		}
		if kin, ok := r.kinOf(g, to, hi); ok {
			return kin, true
		}
		return r.namedGroup(g, i, to, hi), true
	}
	if r.maybeName(i, hi) {
		// Kin make a person of any name: "Firas' little daughter", "Nahed and
		// Wafa's son".
		k := i + 1
		if k < hi && l.grammar.In(r.w[k], l.and) && r.maybeName(k+1, hi) {
			k += 2
		}
		if kin, ok := r.kinOf(g, k, hi); ok {
			return kin, true
		}
	}
	if k := r.ageLead(i); k > i && k < hi {
		if to := r.nameAt(k); to > k && to <= hi {
			return r.namedGroup(g, k, to, hi), true
		}
		if m, ok := r.personWord(k); ok && !r.plural(m) {
			g.count = event.N(1)
			return r.finishGroup(g, m, k, hi)
		}
		return r.ofAge(g, k, hi)
	}
	n, counted := r.numberAt(i)
	switch {
	case r.in(i, "he she"):
		g.pronoun, g.def, g.count, g.kind = true, true, event.N(1), event.Man
		if r.in(i, "she") {
			g.kind = event.Woman
		}
		g.head, g.last, g.end = i, i+1, i+1
		return g, true
	case counted:
		if n.Last == i+1 && i > 0 && (r.doc.Is(i-1, ',') || r.doc.Is(i-1, '(') || r.nameEnds(i)) && (i+1 >= hi || r.doc.Is(i+1, ',') || r.doc.Is(i+1, ')')) && r.smallNumber(i) >= 0 && n.Count.Hedge == event.Exact {
			return g, false // an age: "Martin Ibarra, 35, of Odesa"
		}
		if n.Last == i+1 && i > 1 && r.in(i-1, "both") && r.doc.Is(i-2, ',') && (i+1 >= hi || r.doc.Tokens[i+1].Kind == text.Punct) {
			return g, false // an age: "Abdul and Salama, both 17,"
		}
		if g.count = n.Count; n.Count.Hedge == event.Vague && n.Count.Min < bareMin {
			g.count.Min = bareMin // "many civilians", "a number of others": more than one
			switch {
			case r.in(n.Last-1, "few"):
				g.count.Min = 3 // a few are as many as several
			case r.in(n.Last-1, "numerous"):
				g.count.Min = 4 // and numerous are more
			}
		}
		j = n.Last
	case l.grammar.In(r.w[i], l.det):
		switch r.lower(i) {
		case "no", "neither":
			g.count = event.N(0)
		case "a", "an", "another", "every", "each":
			g.count = event.N(1)
			g.other = r.lower(i) == "another"
		case "both":
			g.count, g.def = event.N(2), true
		case "the", "this", "that", "these", "those":
			g.def = true
		default:
			g.def = l.grammar.In(r.w[i], l.possessive)
		}
		j++
		if r.in(i, "all") && r.in(j, "the these those his her its their") {
			j++
		}
		if n, ok := r.numberAt(j); ok && (g.def || g.other || r.in(i, "all")) {
			g.def = true
			g.count, j, counted = n.Count, n.Last, true
		}
	default:
		if _, ok := r.personWord(i); !ok {
			return g, false
		}
	}
	start := j
	if g.count == event.N(1) && (g.other || r.in(j, "second third fourth fifth sixth seventh") && r.in(i, "a another")) {
		// "a third was injured", "and wounded another"
		k := j
		if r.in(k, "second third fourth fifth sixth seventh") {
			k++
		}
		if k >= hi || r.standsAlone(k, hi) && !r.in(k, "of to") && (r.in(j, "another") || k == j || !r.in(k, "on in later")) || r.lang.grammar.In(r.w[k], r.lang.relative) {
			g.kind, g.alone, g.other, g.nth = event.People, true, true, true
			g.last, g.end = k, k
			return g, true
		}
	}
	aged := false
	for j < hi && j-start <= maxModifiers && (j == start || r.numAt[j] == 0 || r.ageLead(j) > j) {
		if m, ok := r.personWord(j); ok {
			return r.finishGroup(g, m, start, hi)
		}
		if k := r.ageLead(j); k > j {
			aged = true
			if g, ok := r.ofAge(g, k, hi); ok && (g.def || g.count == event.N(1)) {
				return g, true
			}
			j = k
			continue
		}
		if (aged || j > start && r.in(j-1, "late fellow colleague")) && r.nameAt(j) > j && !counted {
			return r.namedGroup(g, j, r.nameAt(j), hi), true
		}
		if r.folk[j] != 0 && (counted || g.count == event.N(1)) && !r.doc.Tokens[j].Joined() && r.standsAlone(j+1, hi) && !(j+1 < hi && r.doc.Tokens[j+1].Kind == text.Clitic) {
			// "Two Indians and a Pakistani"
			g.head, g.kind, g.last, g.end = j, event.People, j+1, j+1
			return g, true
		}
		if !r.modifier(j) {
			break
		}
		j++
	}
	if r.folkByWord(&g, j, start, hi) {
		return r.ofGroup(g, hi)
	}
	if !counted {
		return g, false
	}
	j = start
	for j < hi && l.grammar.In(r.w[j], l.other) {
		g.other = true
		j++
	}
	if g.other {
		if m, ok := r.personWord(j); ok {
			return r.finishGroup(g, m, start, hi)
		}
	}
	if r.lower(j) == "of" || g.other || r.standsAlone(j, hi) {
		g.kind = event.People
		g.alone = true
		g.last, g.end = j, j
		return r.ofGroup(g, hi)
	}
	return g, false
}

// folkByWord makes g the people of a word that no list has, where its form and
// what befell them tell that it is of people: "six drinkers were wounded", "a
// gatekeeper and his wife". The words of the phrase are tokens start to j-1.
func (r *reading) folkByWord(g *group, j, start, hi int) bool {
	k := j - 1
	if k < start || g.first == k || r.doc.Tokens[k].Case != text.Lower || r.w[k] > 0 || r.numAt[k] != 0 || r.doc.Tokens[k].Joined() {
		return false
	}
	w := r.lower(k)
	many := strings.HasSuffix(w, "s")
	stem := strings.TrimSuffix(w, "s")
	if len(stem) < 5 {
		return false
	}
	kind := event.People
	switch {
	case strings.HasSuffix(w, "woman"), strings.HasSuffix(w, "women"):
		kind, many = event.Woman, strings.HasSuffix(w, "women")
	case strings.HasSuffix(w, "man"), strings.HasSuffix(w, "men"):
		kind, many = event.Man, strings.HasSuffix(w, "men")
	case strings.HasSuffix(stem, "er"), strings.HasSuffix(stem, "or"), strings.HasSuffix(stem, "ist"), strings.HasSuffix(stem, "ian"):
	default:
		return false
	}
	if !g.count.IsZero() && many == (g.count == event.N(1)) {
		return false
	}
	gm, l := r.lang.grammar, r.lang
	hurt := "killed wounded injured hurt killing wounding injuring hurting"
	befell := g.first > 0 && r.in(g.first-1, hurt) && !(j < hi && r.doc.Tokens[j].Kind == text.Word && !r.standsAlone(j, hi))
	if !befell && j < hi && (gm.In(r.w[j], l.be) || gm.In(r.w[j], l.have)) {
		i := j + 1
		for i < hi && i < j+4 && (gm.In(r.w[i], l.be) || gm.In(r.w[i], l.adverb)) {
			i++
		}
		befell = i < hi && r.in(i, hurt)
	}
	if !befell && j+2 < hi && gm.In(r.w[j], l.and) && r.in(j+1, "his her") {
		befell = r.in(j+2, kinWords)
	}
	if !befell {
		return false
	}
	if g.count.IsZero() {
		if many {
			return false
		}
		g.count = event.N(1)
	}
	g.head, g.kind, g.last, g.end = k, kind, j, j
	return true
}

// maybeName reports whether token i is a capitalised word that nothing else is
// known of.
func (r *reading) maybeName(i, hi int) bool {
	return i+2 < hi && r.doc.Tokens[i].Kind == text.Word && r.doc.Tokens[i].Case == text.Title && r.w[i] <= 0 && r.spot[i] == 0 && r.folk[i] == 0
}

// kinOf reads the kin of the person whose name ends at token j: "Fikria's two
// sons", "Hamdan's two-year-old daughter".
func (r *reading) kinOf(g group, j, hi int) (group, bool) {
	switch {
	case j >= hi:
		return g, false
	case r.doc.Tokens[j].Kind == text.Clitic && r.in(j, "s"), r.doc.Tokens[j].Gap == text.None && (r.doc.Of(j) == "’" || r.doc.Of(j) == "'"):
		j++
	default:
		return g, false
	}
	g.def, g.owned = true, true
	if n, ok := r.numberAt(j); ok && r.ageLead(j) == j {
		g.count, j = n.Count, n.Last
	}
	start := j
	for j < hi && j <= start+5 {
		if m, ok := r.personWord(j); ok {
			if !r.in(j, kinWords) {
				return g, false
			}
			return r.finishGroup(g, m, start, hi)
		}
		switch k := r.ageLead(j); {
		case k > j:
			j = k
		case r.doc.Tokens[j].Case == text.Lower && r.modifier(j):
			j++
		default:
			return g, false
		}
	}
	return g, false
}

// kinWords are the words for somebody's kin.
const kinWords = "son sons daughter daughters wife wives husband brother brothers sister sisters mother father parents child children baby infant " +
	"twins grandson grandsons granddaughter granddaughters grandchild grandchildren grandmother grandfather cousin cousins nephew nephews niece nieces " +
	"uncle aunt sibling siblings widow fiancee stepson stepmother stepfather half-brother"

// isOwned reports whether g is somebody's: "his wife", "Fikria's two sons".
func (r *reading) isOwned(g group) bool {
	return g.owned || r.lang.grammar.In(r.w[g.first], r.lang.possessive)
}

// nameEnds reports whether a person's name ends before token i.
func (r *reading) nameEnds(i int) bool {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		if r.nameAt(k) == i {
			return true
		}
	}
	return false
}

// ageLead is the token behind an age that stands before its person, as in
// "38-year-old Adham" and "a 43-year old doctor", or i.
func (r *reading) ageLead(i int) int {
	if i+2 >= len(r.w) || r.smallNumber(i) < 0 || !r.in(i+1, "year years month months week weeks day days") || !r.in(i+2, "old") {
		return i
	}
	return i + 3
}

// ofAge is the person whom only an age that ends at token k tells of: "a
// seven-year-old", "the 14-year-old survived".
func (r *reading) ofAge(g group, k, hi int) (group, bool) {
	if r.in(k-2, "years months weeks days") && !r.doc.Tokens[k-1].Joined() {
		return g, false // "who was 17 years old"
	}
	if !r.standsAlone(k, hi) && !r.lang.grammar.In(r.w[k], r.lang.harmVerb) && !r.in(k, "shot struck survived suffered") {
		return g, false
	}
	g.count, g.kind = event.N(1), event.People
	g.head, g.last, g.end = k-1, k, k
	if age, ok := r.ageOf(g, hi); ok && age < 18 {
		g.kind = event.Child
	}
	return g, true
}

// namedGroup is the person whose name is tokens name to to-1.
func (r *reading) namedGroup(g group, name, to, hi int) group {
	g.named, g.count = true, event.N(1)
	g.head, g.last, g.end = to-1, to, to
	g.kind = event.People
	a := &r.says.all[r.personNames[name]-1]
	g.names = []string{r.doc.Slice(max(name, a.core), to)}
	from := min(g.first, a.first)
	if a.core > name {
		from = name
	}
	for k := max(from, g.first-1, 0); k < a.core; k++ {
		m, ok := r.personWord(k)
		if !ok {
			continue
		}
		kind := event.Group(m.Entry.ID)
		if m.Maybe {
			kind = r.maybeGroup(m)
		}
		if groupOrder[kind] < groupOrder[g.kind] {
			g.kind = kind
		}
	}
	if age, ok := r.ageOf(g, hi); ok && age < 18 {
		g.kind = event.Child
	}
	if g.kind == event.People {
		g.kind = r.sexOf(max(name, a.core), to)
		g.byName = g.kind != event.People
	}
	return g
}

// maybeGroup is the group of a word that may be anybody's: an "officer" with
// a name is police unless the words say otherwise.
func (r *reading) maybeGroup(m catalogue.Match) event.Group {
	switch {
	case r.in(m.Last-1, "son nephew grandson"):
		return event.Man
	case r.in(m.Last-1, "daughter niece granddaughter"):
		return event.Woman
	case r.in(m.Last-1, "officer"):
		return event.Police
	}
	return event.People
}

// modifier reports whether token j may stand between a number and the head:
// "12 Ukrainian", "three suspected", "two armed-group".
func (r *reading) modifier(j int) bool {
	t := &r.doc.Tokens[j]
	l := r.lang
	switch t.Kind {
	case text.Word:
	case text.Designation:
		return true
	case text.Clitic:
		return r.in(j, "s")
	case text.Number:
		return true // "a 47-year-old"
	default:
		c := r.doc.Of(j)
		return c == "\"" || c == "“" || c == "”" || c == "‘" || c == "’" || c == "'"
	}
	w := r.w[j]
	g := l.grammar
	if t.Joined() || j+1 < len(r.doc.Tokens) && r.doc.Tokens[j+1].Joined() && g.In(w, l.modal) {
		return true // "would-be soldiers"
	}
	return !(g.In(w, l.be) || g.In(w, l.have) || g.In(w, l.modal) || g.In(w, l.prep) || g.In(w, l.and) || g.In(w, l.pronoun) ||
		g.In(w, l.relative) || g.In(w, l.when) || g.In(w, l.det) || g.In(w, l.say) || g.In(w, l.not) ||
		t.Case != text.Upper && (g.In(w, l.dead) && t.Case == text.Lower || g.In(w, l.kill) || g.In(w, l.died) || g.In(w, l.harmVerb)))
}

// standsAlone reports whether nothing nominal follows a number at j, so that
// it counts people by itself: "killing 12.", "12 were killed".
func (r *reading) standsAlone(j, hi int) bool {
	if j >= hi {
		return true
	}
	l, g := r.lang, r.lang.grammar
	t := &r.doc.Tokens[j]
	w := r.w[j]
	if t.Kind == text.Punct {
		return !r.doc.Is(j, '%') && !r.doc.Is(j, '$') && !r.doc.Is(j, '/')
	}
	if t.Joined() {
		return false
	}
	return g.In(w, l.be) || g.In(w, l.have) || g.In(w, l.modal) || g.In(w, l.prep) && r.lower(j) != "per" || g.In(w, l.and) || g.In(w, l.relative) ||
		g.In(w, l.when) || g.In(w, l.dead) || g.In(w, l.killed) || g.In(w, l.injured) || g.In(w, l.died) || g.In(w, l.adverb) ||
		g.In(w, l.say) || g.In(w, l.wasHarmed) || g.In(w, l.fared)
}

// finishGroup settles count and group of a phrase with the head m. Words for
// people that stand in a row are one head: "police officers", "women
// soldiers".
func (r *reading) finishGroup(g group, m catalogue.Match, start, hi int) (group, bool) {
	l := r.lang
	best, head := event.Group(m.Entry.ID), m
	maybe := m.Maybe
	for {
		if g.count == event.N(1) && r.plural(head) {
			// "a Taliban sub-commander", "a police sub-inspector"
			k := head.Last
			for k < hi && k < head.Last+4 && r.doc.Tokens[k].Kind != text.Punct && r.modifier(k) {
				if _, ok := r.personWord(k); ok {
					break
				}
				k++
			}
			if next, ok := r.personWord(k); ok && k < hi && !r.plural(next) {
				kind := event.Group(next.Entry.ID)
				if groupOrder[kind] < groupOrder[best] && !next.Maybe {
					best = kind
				}
				head, maybe = next, maybe && next.Maybe
				continue
			}
		}
		next, ok := r.personWord(head.Last)
		if !ok || r.doc.Tokens[head.Last].Gap == text.None || r.plural(head) && r.doc.Tokens[head.Last].Case == text.Lower && !next.Plural && !r.plural(next) {
			break
		}
		head = next
		maybe = maybe && next.Maybe
		if o := event.Group(next.Entry.ID); groupOrder[o] < groupOrder[best] {
			best = o
		}
	}
	if maybe {
		// "herdsman" and "officer" may be anybody; sons and daughters are
		// children where they are somebody's.
		switch {
		case best != event.Child && r.in(head.Last-1, "officer officers"):
			best = event.Police
		case best != event.Child:
			best = event.People
		case g.def && r.isOwned(g):
		case r.in(head.Last-1, "son sons nephew nephews grandson grandsons lad lads youth youths"):
			best = event.Man
		default:
			best = event.Woman
		}
	}
	if best == event.People && !r.plural(head) {
		// "a fisherman", "a saleswoman"
		switch w := r.lower(head.Last - 1); {
		case strings.HasSuffix(w, "woman"):
			best = event.Woman
		case strings.HasSuffix(w, "man") && w != "human":
			best = event.Man
		}
	}
	if best == event.Child && r.in(head.First-1, "adult grown grown-up married") && head.First > start {
		best = r.grown(group{kind: event.Child, head: head.Last - 1}) // "her adult son"
	}
	g.head, g.kind, g.last = head.Last-1, best, head.Last
	plural := r.plural(head)
	if plural && g.def && g.first > 0 && g.first < start && r.in(g.first, "that") && g.count.IsZero() && (l.grammar.In(r.w[g.first-1], l.say) || r.in(g.first-1, "stating reporting saying mentioned and")) {
		g.first, g.def = start, false // "reported that others were wounded"
	}
	// "12 family homes": the word for people is no head.
	if r.compound(g.last, hi) || r.in(g.last, "s") && r.doc.Tokens[g.last].Kind == text.Clitic {
		return g, false
	}
	if r.in(g.head, "others") {
		g.other, g.alone = true, true
	}
	for k := start; k < g.last; k++ {
		w := r.w[k]
		if k < g.head && (r.in(k, "additional more further other second third fourth") || r.in(k, "fifth sixth")) {
			g.other = true
		}
		switch {
		case g.kind == event.Child:
		case l.grammar.In(w, l.young) && !(k < g.head && r.in(k, "young")):
			g.kind = event.Child
		case l.grammar.In(w, l.female) && (g.kind == event.People || g.kind == event.Civilian):
			g.kind = event.Woman
		case l.grammar.In(w, l.male) && (g.kind == event.People || g.kind == event.Civilian):
			g.kind = event.Man
		case (g.kind == event.People || g.kind == event.Man || g.kind == event.Woman) && r.in(k, "elderly"):
			g.kind = event.Elderly
		case (g.kind == event.People || g.kind == event.Official) && r.in(k, "army military"):
			g.kind = event.Military
		case g.kind == event.People && r.in(k, "militant rebel insurgent hezbollah hamas isis taliban"):
			g.kind = event.Militant
		}
	}
	if maybe && g.first == head.First {
		// "and son, four-year-old Jamil", "son Ahmed"
		k := head.Last
		if k < hi && r.doc.Is(k, ',') {
			k++
		}
		if plural {
			// "and sons 23-year-old Ahed and 15-year-old Omar"
			list, end := r.nameList(head.Last, hi, maxNamed, false)
			if len(list) < 2 || g.first == 0 || !r.lang.grammar.In(r.w[g.first-1], r.lang.and) && !r.doc.Is(g.first-1, ',') {
				return g, false
			}
			g.kind, g.count = event.Child, event.N(len(list))
			g = r.borne(g, list)
			g.end = end
			return g, true
		}
		if k = r.ageLead(k); plural || (r.nameAt(k) == k && !(r.in(g.first-1, "and") && r.in(g.first-2, "father mother"))) || !r.in(head.Last-1, "son daughter nephew niece grandson granddaughter") {
			return g, false
		}
		g.kind = event.Child
	}
	if g.count.IsZero() {
		switch {
		case r.in(g.head, "twins") && g.first == g.head:
			g.count = event.N(2)
		case r.in(g.head, "triplets") && g.first == g.head:
			g.count = event.N(3)
		case !plural:
			g.count = event.N(1)
		default:
			g.generic = !g.def
		}
	} else if r.in(g.head, "couple") && g.count == event.N(1) {
		g.count = event.N(2)
	} else if !plural && g.count == event.N(1) && g.kind == event.People && l.grammar.In(r.w[g.head], l.family) {
		g.count, g.def = event.Count{}, true // "a family" are several
	}
	g.end = g.last
	return r.ofGroup(g, hi)
}

// compound reports whether the word at j makes a place or thing of the people
// before it: "police station", "family home", "hostage deal".
func (r *reading) compound(j, hi int) bool {
	return j < hi && r.doc.Tokens[j].Gap == text.Space && r.lang.grammar.In(r.w[j], r.lang.things)
}

// mostChildren is the most that "a mother of 14" has; above, it is her age.
const mostChildren = 14

// ofGroup reads what "of" adds: "four members of the same family", "two of
// his comrades", "a family of five", "the bodies of two children".
func (r *reading) ofGroup(g group, hi int) (group, bool) {
	l := r.lang
	j := g.last
	// "a boy of 16", "a woman of about 50"
	if j+1 < hi && r.lower(j) == "of" && g.count == event.N(1) && g.head >= 0 && !l.grammar.In(r.w[g.head], l.family) {
		k := j + 1
		for r.in(k, "about around just only some") {
			k++
		}
		if age := r.smallNumber(k); k < hi && age >= 0 && (k+1 >= hi || r.doc.Tokens[k+1].Kind == text.Punct || r.standsAlone(k+1, hi) || l.grammar.In(r.w[k+1], l.prep)) {
			g.last, g.end = k+1, k+1
			if age <= mostChildren && r.in(g.head, "mother father mum mom dad grandmother grandfather widow widower parent") {
				return g, true // "a mother of six"
			}
			if age < 18 && (g.kind == event.People || g.kind == event.Man || g.kind == event.Woman) {
				g.kind = event.Child
			}
			return g, true
		}
	}
	// "two girls of nine and 13"
	if j+3 < hi && r.lower(j) == "of" && g.count == event.N(2) && g.head >= 0 && r.smallNumber(j+1) >= 0 && r.in(j+2, "and") && r.smallNumber(j+3) >= 0 {
		g.last, g.end = j+4, j+4
		if max(r.smallNumber(j+1), r.smallNumber(j+3)) < 18 && (g.kind == event.People || g.kind == event.Man || g.kind == event.Woman) {
			g.kind = event.Child
		}
		return g, true
	}
	if j+1 < hi && r.lower(j) == "of" {
		inner, counted := r.numberAt(j + 1)
		k := j + 1
		own := false
		if l.grammar.In(r.w[k], l.det) {
			own = l.grammar.In(r.w[k], l.possessive)
			k++
			if n, ok := r.numberAt(k); ok {
				k = n.Last
			}
		} else if counted {
			k = inner.Last
		}
		if m, ok := r.personWord(k); ok && counted && g.head >= 0 && r.in(g.head, "family household") && g.count.Best() <= 1 {
			// "a family of six people"
			g.count, g.def, g.last = inner.Count, false, m.Last
			g.end = g.last
			return g, true
		}
		switch {
		case counted && g.head >= 0 && l.grammar.In(r.w[g.head], l.family) && r.standsAlone(inner.Last, hi):
			g.count, g.def = inner.Count, false
			g.last = inner.Last
		case r.in(j+1, "them whom these those"):
			g.last = j + 2
		default:
			for m := 0; m < 6 && k < hi && r.modifier(k); m++ {
				if _, ok := r.personWord(k); ok {
					break
				}
				k++
			}
			m, ok := r.personWord(k)
			if !ok && g.head >= 0 && r.in(g.head, "member members") {
				if kind, to := r.unitAt(j+1, hi); to > j+1 {
					g.last = to
					if g.kind == event.People {
						g.kind = kind
					}
					break
				}
			}
			if !ok && g.head < 0 && r.in(j+1, "the its his her their these those") && k < hi && r.doc.Tokens[k-1].Case == text.Lower && k > j+2 {
				return g, false // "three of the classrooms"
			}
			if !ok {
				break
			}
			kind := event.Group(m.Entry.ID)
			if own && kind == event.Man {
				kind = event.Military // "84 of its men"
			}
			vessel := g.head >= 0 && r.in(g.head, "bodies body corpses corpse remains members member relatives victims")
			switch {
			case g.head < 0 || g.kind == event.People && vessel && groupOrder[kind] < groupOrder[event.People]:
				g.kind = kind
				if counted && vessel && g.count.IsZero() {
					g.count, g.def, g.generic = inner.Count, false, false
				}
				g.head = m.Last - 1
				g.last = m.Last
			case counted && vessel && g.count.IsZero():
				g.count, g.def, g.generic = inner.Count, false, false
				g.last = m.Last
			case vessel:
				g.last = m.Last
			}
			if g.last < hi && g.last == m.Last && r.in(g.last, "escort detail guard unit force patrol") {
				g.last++ // "two members of his police escort"
			}
		}
	}
	if g.head >= 0 && r.in(g.head, "family families household households") && g.last == g.head+1 && !(g.head-2 > g.first && r.in(g.head-2, "of")) {
		return g, false // how many a family are, nobody says
	}
	if g.count.IsZero() && !g.generic && !g.def {
		return g, false
	}
	// An age makes a child: "a 9-year-old boy", "a girl, 14".
	if age, ok := r.ageOf(g, hi); ok {
		switch g.kind {
		case event.People, event.Man, event.Woman, event.Civilian:
			if age < 18 {
				g.kind = event.Child
			} else if age >= 80 && g.count == event.N(1) && !g.named {
				g.kind = event.Elderly
			}
		case event.Child:
			switch {
			case age < 18 || g.head < 0 || l.grammar.In(r.w[g.head], l.young) && !r.in(g.head, "pupil pupils"):
			case r.in(g.head, "son sons grandson grandsons nephew nephews"):
				g.kind = event.Man
			case r.in(g.head, "daughter daughters granddaughter granddaughters niece nieces"):
				g.kind = event.Woman
			default:
				g.kind = event.People
			}
		}
	}
	g.end = g.last
	return g, true
}

// unitAt is the group of those who serve in what is named at token i, and the
// token behind it: "the 17th Division", "the Egoz commando unit", "the
// Asayish"; i where it is none that the words know.
func (r *reading) unitAt(i, hi int) (event.Group, int) {
	k := i
	if k < hi && r.lang.grammar.In(r.w[k], r.lang.det) {
		k++
	}
	for n := 0; k < hi && n <= maxModifiers; n++ {
		switch {
		case r.in(k, "police gendarmerie constabulary carabinieri asayish"):
			return event.Police, k + 1
		case r.in(k, "division brigade battalion regiment army commando corps navy squadron platoon infantry intelligence"):
			if r.in(k+1, "unit force forces division brigade battalion") && k+1 < hi {
				k++
			}
			return event.Military, k + 1
		}
		for at := sort.Search(len(r.names), func(x int) bool { return r.names[x].First >= k }); at < len(r.names) && r.names[at].First == k; at++ {
			m := &r.names[at]
			if m.Entry.Kind != catalogue.Actor || m.Last > hi || m.Maybe || m.Use == catalogue.ByLeader || m.Use == catalogue.ByDemonym {
				continue
			}
			switch m.Entry.ActorKind {
			case "forces":
				return event.Military, m.Last
			case "group", "militia":
				return event.Militant, m.Last
			}
		}
		if r.doc.Tokens[k].Kind != text.Ordinal && !r.modifier(k) {
			break
		}
		k++
	}
	return event.People, i
}

// ageOf reads the age, in years, that a phrase or its tail tells.
func (r *reading) ageOf(g group, hi int) (int, bool) {
	for k := g.first; k < min(g.last+6, hi); k++ {
		t := &r.doc.Tokens[k]
		if k >= g.last && t.Kind == text.Punct && (k > g.last || !r.doc.Is(k, ',') && !r.doc.Is(k, '(')) {
			break
		}
		if k >= g.last && k > g.first && (r.in(k, "including among a an the his her their its of with one") && !r.in(k-1, "in") || r.lang.grammar.In(r.w[k], r.lang.and)) {
			if _, of := r.personWord(k - 1); !(of && r.lower(k) == "of") {
				break // "a family of six, including a 10-year-old", "his wife, and their 3-year-old"
			}
		}
		years := r.smallNumber(k)
		if years < 0 {
			if r.in(k, "twenties thirties forties fifties sixties seventies") && r.in(k-1, "their his her") && r.in(k-2, "in") {
				return 20, true
			}
			continue
		}
		switch {
		case r.in(k+1, "year years") && r.in(k+2, "old"):
			return years, true
		case r.in(k+1, "month months day days week weeks") && r.in(k+2, "old"):
			return 0, true
		case r.in(k-1, "aged age"), k > g.last && r.in(k-2, "aged"):
			if r.in(k-1, "between from") && r.in(k+1, "and to") && k+2 < hi && r.smallNumber(k+2) >= 18 {
				return 18, true // "pupils aged between 15 and 21"
			}
			return years, true
		case k == g.last+1 && (r.doc.Is(k-1, ',') || r.doc.Is(k-1, '(')) && (k+1 >= hi || r.doc.Tokens[k+1].Kind == text.Punct || r.lang.grammar.In(r.w[k+1], r.lang.and)):
			return years, true
		}
	}
	return 0, false
}

// smallNumber is the number of token k where it may be an age, or -1, also
// where the text has no token k.
func (r *reading) smallNumber(k int) int {
	if k >= len(r.doc.Tokens) {
		return -1
	}
	if r.doc.Tokens[k].Kind == text.Number {
		n := 0
		for _, c := range []byte(r.doc.Of(k)) {
			if c < '0' || c > '9' || n > 12 {
				return -1
			}
			n = n*10 + int(c-'0')
		}
		return n
	}
	const spelled = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
	if !r.in(k, spelled) {
		return -1
	}
	n := 1
	for w := range strings.FieldsSeq(spelled) {
		if r.lower(k) == w {
			return n
		}
		n++
	}
	return -1
}

// groupList reads what follows g: who is meant, further members of a list,
// and parts.
func (r *reading) groupList(g group, hi int) group {
	g = r.identify(g, hi)
	// Most lists have one member, which stands in memory used again; what
	// grows beyond it may be kept.
	depth := len(r.lone)
	r.lone = append(r.lone, g)
	list := r.lone[depth : depth+1 : depth+1]
	defer func() { r.lone = r.lone[:depth] }()
	j := g.end
	for j < hi && len(list) < 40 {
		k := j
		// ", aged 9" and ", 47" belong to the member before.
		if a := r.ageTail(k, hi); a > k {
			list[len(list)-1].end = a
			k = a
		}
		comma := k < hi && r.doc.Is(k, ',')
		if comma {
			k++
		}
		if w := r.joins(k, hi); w > 0 {
			if comma && len(list) == 1 && g.count != event.N(1) && (g.end == g.last || !r.memberFollows(k+w, hi)) && !r.in(g.end-1, ")") && !r.aged(g) {
				break // "16 bodies, and several were hurt" are two clauses
			}
			k += w
		}
		if k == j && len(list) == 1 {
			k = r.beyondPhrase(g, j, hi)
		}
		if k == j || k >= hi {
			break
		}
		next, ok := r.groupAt(k, hi)
		if ok && len(list) == 1 && !comma && r.onePerson(&g, &next, k, hi) {
			// "A friend and colleague of Hamza, Muhammad al-Awar, was killed"
			g.last, g.end = next.last, next.last
			list[0] = r.identify(g, hi)
			g = list[0]
			j = g.end
			continue
		}
		if !ok || next.pronoun || next.head < 0 || g.head < 0 || next.count == event.N(0) || next.other && !list[0].other && !list[0].named && !list[0].pronoun && !r.oneMore(next, k, hi) {
			break
		}
		if next.owned && len(list) == 1 && !comma && g.named && g.end == g.last && !g.owned {
			// "Nahed and Wafa's daughter-in-law" is one person.
			next.first = g.first
			g = r.identify(next, hi)
			list[0] = g
			j = g.end
			continue
		}
		next = r.identify(next, hi)
		if next.count.IsZero() {
			// "her son, her sister and her grandchildren"
			if !r.isOwned(next) || !r.memberFollows(k, hi) {
				break
			}
			next.count, next.def = event.Count{Min: bareMin, Hedge: event.Vague}, false
		}
		list = append(list, next)
		j = next.end
	}
	// "four civilians, a 75-year-old woman and her son among them": the rest
	// are parts of the first.
	if len(list) > 1 && r.in(j, "among") && r.in(j+1, "them whom those these") {
		g.parts, g.end = list[1:], j+2
		return g
	}
	if len(list) > 1 && r.in(j, "included") {
		g.parts, g.end = list[1:], j+1
		return g
	}
	// A list needs its "and": "two women, a child" alone may be an apposition.
	for len(list) > 1 {
		last := list[len(list)-1]
		if r.lang.grammar.In(r.w[last.first-1], r.lang.and) || r.in(last.first-1, "as with alongside plus") {
			break
		}
		list = list[:len(list)-1]
	}
	out := list[0]
	if len(list) == 1 && out.count == event.N(0) && r.in(out.last, "or nor and") {
		// "no servicemen or civilians"
		if next, ok := r.groupAt(out.last+1, hi); ok && next.generic {
			out.last, out.end, out.kind = next.last, next.last, event.People
		}
	}
	if len(list) == 1 && out.head >= 0 && !out.named && (out.count.Min > 1 || out.count.Max > 1) && out.end == out.last && r.lang.grammar.In(r.w[min(out.last, len(r.w)-1)], r.lang.and) {
		// "85 servicemen and foreign officers", "70 patients and carers"
		if next, ok := r.groupAt(out.last+1, hi); ok && next.generic && next.head >= 0 && !next.other && r.standsAlone(next.last, hi) {
			if next.kind != out.kind {
				out.kind = event.People
			}
			out.last, out.end = next.last, next.last
		}
	}
	if len(list) > 1 && out.count.HasMin() {
		last := list[len(list)-1]
		out = r.together(list)
		out.last, out.end = last.last, last.end
	}
	return r.groupParts(out, hi)
}

// onePerson reports whether next, which begins at token k without an article
// behind "and", is the person g again: "a friend and colleague", of whom the verb
// is told in the singular or who has one name.
func (r *reading) onePerson(g, next *group, k, hi int) bool {
	if g.count != event.N(1) || next.count != event.N(1) || g.named || next.named || g.pronoun || g.head < 0 || next.head != next.first || next.first != k ||
		!r.in(g.first, "a an the his her their our my another one") && !r.isOwned(*g) || r.in(next.head, kinWords) || g.kind != next.kind || r.in(g.head, kinWords) {
		return false
	}
	for j := next.last; j < hi && j < next.last+longestPhrase; j++ {
		switch {
		case r.in(j, "was is has"):
			return true
		case r.in(j, "were are have"), r.lang.grammar.In(r.w[j], r.lang.and):
			return false
		case r.doc.Is(j, ','):
			at := r.ageLead(j + 1)
			return r.nameAt(at) > at
		case r.nameAt(j) > j && j == next.last:
			return true
		}
	}
	return false
}

// together is the phrase that has the members of list.
func (r *reading) together(list []group) group {
	out := group{first: list[0].first, head: list[0].head, sum: true}
	for _, m := range list {
		if m.sum {
			out.parts = append(out.parts, m.parts...)
			continue
		}
		out.parts = append(out.parts, m)
	}
	for k := 1; k < len(out.parts); k++ {
		// "Adham and his wife": the pronoun tells of the one before.
		p := &out.parts[k-1]
		if p.kind != event.People || p.head < 0 || p.count != event.N(1) {
			continue
		}
		switch {
		case r.in(out.parts[k].first, "his"):
			p.kind = event.Man
		case r.in(out.parts[k].first, "her"):
			p.kind = event.Woman
		}
	}
	out.count, out.kind = sumOf(out.parts)
	if m := out.parts[len(out.parts)-1]; len(out.parts) == 2 && m.other && m.head >= 0 && (out.parts[0].kind == m.kind || out.parts[0].kind == event.People && out.parts[0].named) {
		// "Anas al-Sharif and five other journalists" are six journalists.
		out.kind, out.parts[0].kind = m.kind, m.kind
	} else {
		for _, m := range out.parts {
			if m.count.Best() > 1 {
				out.kind = event.People
			}
		}
	}
	for _, m := range out.parts {
		if len(m.names) == 0 || len(m.names) != m.count.Best() {
			out.names = nil
			break
		}
		out.names = append(out.names, m.names...)
	}
	last := list[len(list)-1]
	out.last, out.end = last.last, last.end
	return out
}

// joins is the number of words at k that add a member to a list.
func (r *reading) joins(k, hi int) int {
	switch {
	case k >= hi:
		return 0
	case r.lang.grammar.In(r.w[k], r.lang.and), r.in(k, "alongside"):
		return 1
	case r.in(k, "as") && r.in(k+1, "well") && r.in(k+2, "as"), r.in(k, "in") && r.in(k+1, "addition") && r.in(k+2, "to"):
		return 3
	case r.in(k, "along together") && r.in(k+1, "with"), r.in(k, "as") && r.in(k+1, "were was") && k > 0 && r.doc.Is(k-1, ','):
		return 2
	case r.in(k, "with") && k > 0 && (r.lang.grammar.In(r.w[k-1], r.lang.wasHarmed) || r.lang.grammar.In(r.w[k-1], r.lang.died)) && k+1 < hi:
		if r.lang.grammar.In(r.w[k+1], r.lang.possessive) {
			return 1 // "was killed with his wife"
		}
		if n, ok := r.numberAt(k + 1); ok && n.Last < hi && (r.in(n.Last, "of") || r.in(n.Last-1, "of")) {
			i := n.Last
			if r.in(i, "of") {
				i++
			}
			if i+1 < hi && r.lang.grammar.In(r.w[i], r.lang.possessive) && r.in(i+1, kinWords) {
				return 1 // "was killed with three of his children"
			}
		}
	}
	return 0
}

// beyondPhrase is the token of one more person told behind words of the person
// g that end a phrase with a verb in the plural, which neither takes alone: "A
// midwife on her way to the shelter and a cleaner were killed". It is j where
// there is none.
func (r *reading) beyondPhrase(g group, j, hi int) int {
	if g.count != event.N(1) || g.head < 0 || g.pronoun || j >= hi || !r.lang.grammar.In(r.w[j], r.lang.prep) {
		return j
	}
	t := matchText{r}
	for k := j + 1; k < hi && k < j+2*longestPhrase; k++ {
		if r.lang.grammar.In(r.w[k], r.lang.and) {
			p, ok := r.groupAt(k+1, hi)
			if ok && p.count == event.N(1) && p.head >= 0 && !p.pronoun && p.last < hi && r.in(p.last, "were have") {
				return k + 1
			}
			return j
		}
		if t.stop(k) && !r.lang.grammar.In(r.w[k], r.lang.prep) {
			return j
		}
	}
	return j
}

// oneMore reports whether the further people next at token k share the fate of
// those told before them: "killed a commander and one other fighter". Those with
// a verb of their own do not: "killed a commander and two other fighters were
// hurt", "one dead and five others wounded".
func (r *reading) oneMore(next group, k, hi int) bool {
	g := r.lang.grammar
	return r.lang.grammar.In(r.w[k-1], r.lang.and) && r.memberFollows(k, hi) &&
		!(next.last < hi && (g.In(r.w[next.last], r.lang.injured) || g.In(r.w[next.last], r.lang.killed) || g.In(r.w[next.last], r.lang.dead)))
}

// aged reports whether an age was read behind g: "Two sisters, aged six and
// eight, and their grandmother".
func (r *reading) aged(g group) bool {
	for k := g.first; k < g.end; k++ {
		if k >= g.last && r.smallNumber(k) >= 0 || k < g.last && r.ageLead(k) > k {
			return true
		}
	}
	return false
}

// memberFollows reports whether a described person stands at k and no verb
// follows: ", and her infant daughter".
func (r *reading) memberFollows(k, hi int) bool {
	g, ok := r.groupAt(k, hi)
	if !ok || g.head < 0 || g.count.IsZero() && !r.isOwned(g) {
		return false
	}
	for j := g.last; j < min(g.last+3, hi); j++ {
		l := r.lang
		w := r.w[j]
		if l.grammar.In(w, l.be) || l.grammar.In(w, l.have) || l.grammar.In(w, l.died) || l.grammar.In(w, l.wasHarmed) || l.grammar.In(w, l.modal) {
			return false
		}
	}
	return true
}

// identify reads who g is told to be: "his wife, 33-year-old Hanan", "Olena
// M., a nurse", "three sons – Firas, Omar and Zain", "Fikria (Umm Hassan)".
func (r *reading) identify(g group, hi int) group {
	l := r.lang
	j := g.end
	single := g.count == event.N(1) && g.head >= 0
	if g.count.Min == 1 && g.count.Hedge == event.AtLeast && g.head >= 0 && j < hi && r.doc.Is(j, ',') {
		// "at least one civilian, 21-year-old Osama Fojo"
		at := r.ageLead(j + 1)
		if to := r.nameAt(at); at > j+1 && to > at && to <= hi {
			p := r.withAge(group{first: j + 1, last: to, end: to, head: to - 1, kind: r.sexOf(at, to), count: event.N(1), named: true, names: []string{r.doc.Slice(at, to)}}, r.smallNumber(j+1))
			g.parts, g.end = []group{p}, to
			return g
		}
	}
	if single && !g.named {
		if r.in(j, "named called") && r.nameAt(j+1) > j+1 {
			j++ // "a 64-year-old woman named Marwa"
		}
		at := r.ageLead(j) // "his sister 55-year-old Manal"
		to := r.nameAt(at)
		if to == at && r.in(g.head, kinWords) && (r.isOwned(g) || r.aged(g)) {
			to = r.capitalised(at, hi) // "her 33-year-old son Mustafa Eid"
		}
		if to > at && to <= hi && j < hi && r.doc.Tokens[j].Gap == text.Space {
			if at > j {
				g = r.withAge(g, r.smallNumber(j))
			}
			g.named, g.last, g.end = true, to, to
			g.names = []string{r.doc.Slice(at, to)}
			j = to
			if g.kind == event.People {
				g.kind = r.sexOf(at, to)
			}
		}
	}
	if g.count.IsZero() && g.head >= 0 && (g.generic || g.def && r.isOwned(g)) {
		// "her daughters Saja Agel and Raghad Agel", "spectators Ito and Lu"
		k := j
		if k < hi && !g.generic && (r.doc.Is(k, ',') || r.doc.Is(k, ':') || r.doc.Of(k) == "–" || r.doc.Of(k) == "—") {
			k++
		}
		list, end := r.nameList(k, hi, maxNamed, false)
		if len(list) < 2 && g.def {
			list, end = r.nameList(k, hi, maxNamed, true)
		}
		if len(list) > 1 {
			g.count, g.generic = event.N(len(list)), false
			g = r.borne(g, list)
			g.end = end
			return g
		}
		if n, to := r.agesTold(j, hi); n > 1 {
			g.count, g.generic = event.N(n), false
			g.end = to
			return g
		}
	}
	if g.count.IsZero() && g.head >= 0 && g.def && j < hi && r.doc.Is(j, ',') {
		// "his passengers, two women aged 71 and 78, were hurt"
		if a, ok := r.groupAt(j+1, hi); ok && a.count.Hedge == event.Exact && a.count.Min > 1 && a.head >= 0 && !a.other && !a.named {
			if end := max(a.end, r.ageTail(a.last, hi)); end < hi && r.doc.Is(end, ',') {
				g.count, g.end = a.count, end
				if groupOrder[a.kind] < groupOrder[g.kind] {
					g.kind = a.kind
				}
				return g
			}
		}
	}
	if g.count.Hedge == event.Exact && g.count.Min > 1 && g.count.Min <= 12 && g.head >= 0 && j < hi && r.doc.Tokens[j].Kind == text.Word {
		// "his four sons Walid (50 years old), Ihsan, Osama and Saeed"
		if list, end := r.nameList(j, hi, g.count.Min, false); len(list) == g.count.Min {
			g = r.borne(g, list)
			j = end
		}
	}
	for tries := 0; tries < 4 && j < hi; tries++ {
		if k := r.knownAs(j, hi); k > j && g.named {
			j = k
			continue
		}
		k := r.ageTail(j, hi)
		if k > j {
			if single && g.named {
				for i := j; i < k; i++ {
					g = r.withAge(g, r.smallNumber(i))
				}
			}
			j = k
			continue
		}
		if k := r.whoWas(j, hi); k > j && single {
			for i := j; i < k; i++ {
				g = r.withAge(g, r.smallNumber(i))
			}
			j = k
			continue
		}
		if r.doc.Is(j, '(') {
			if k := r.alias(j, hi); k > j {
				// "Abeer Khairi (née al-Aidi) bin Saeed"
				if k < hi && g.named && r.in(k, "bin ibn al abu") {
					k++
				}
				if to := r.nameAt(k); to <= hi && g.named {
					k = to
				}
				j = k
				continue
			}
		}
		mark := r.doc.Is(j, ',') || r.doc.Is(j, ':') || r.doc.Is(j, '(') || r.doc.Of(j) == "–" || r.doc.Of(j) == "—"
		if !mark || g.head < 0 {
			break
		}
		if g.count.Hedge == event.Exact && g.count.Min > 1 && g.count.Min <= 12 {
			list, end := r.nameList(j+1, hi, g.count.Min, false)
			if len(list) != g.count.Min && r.isOwned(g) {
				list, end = r.nameList(j+1, hi, g.count.Min, true)
			}
			if len(list) != g.count.Min {
				break
			}
			g = r.borne(g, list)
			if end < hi && r.doc.Is(j, '(') && r.doc.Is(end, ')') {
				end++
			}
			j = end
			break
		}
		if !single || !r.doc.Is(j, ',') {
			break
		}
		k = j + 1
		if !g.named {
			at := k
			if r.in(at, "a an the") && r.ageLead(at+1) > at+1 {
				k++ // "his wife, a 23-year old Deena"
				at = k
			}
			if a := r.ageLead(at); a > at {
				at = a
			}
			to := r.nameAt(at)
			own := to > at && r.says.all[r.personNames[at]-1].office != ""
			if to == at && at > k && r.in(g.head, kinWords) && r.isOwned(g) {
				to = r.capitalised(at, hi) // "his mother, 65-year-old Sabah Eid"
			}
			if to > at && to <= hi && (!own || r.isOwned(g)) {
				if at > k {
					g = r.withAge(g, r.smallNumber(k))
				}
				g.named, g.names = true, []string{r.doc.Slice(at, to)}
				j = to
				continue
			}
		}
		// "Olena M., a nurse", "the driver, a 46-year-old vet,"
		if !(g.named || g.def && !r.isOwned(g)) || !r.in(k, "a an the") {
			break
		}
		a, ok := r.groupAt(k, hi)
		if !ok || a.count != event.N(1) || a.named || a.head < 0 || a.last >= hi || l.grammar.In(r.w[a.last], l.and) {
			break
		}
		if !g.named && !r.doc.Is(a.last, ',') {
			break
		}
		if groupOrder[a.kind] < groupOrder[g.kind] || g.byName && a.kind != event.People {
			g.kind, g.byName = a.kind, false
		}
		j = a.end
		// "a teacher at the village school, and their two sons"
		for k := j; k < hi && k < j+8; k++ {
			if r.doc.Is(k, ',') {
				j = k
				break
			}
			if w := r.w[k]; r.doc.Tokens[k].Kind == text.Punct || l.grammar.In(w, l.be) || l.grammar.In(w, l.have) || l.grammar.In(w, l.and) || l.grammar.In(w, l.relative) || l.grammar.In(w, l.wasHarmed) || l.grammar.In(w, l.died) {
				break
			}
		}
		break
	}
	g.end = max(g.end, j)
	if single && g.named && g.kind == event.Child && !r.aged(g) && r.grown(g) != event.People && !r.calledYoung(g) {
		g.kind = r.grown(g) // "her son, Mahmoud"
	}
	if single && g.named && g.kind == event.Civilian && len(g.names) == 1 && len(g.parts) == 0 {
		g = r.sexed(g)
	}
	return g
}

// sexed is the civilian g, called by name, with a part that tells the sex that
// the given name does: "one civilian, Tamim al-Attar, was killed".
func (r *reading) sexed(g group) group {
	for k := g.last; k < g.end && k < len(r.personNames); k++ {
		if to := r.nameAt(k); to > k && r.doc.Slice(k, to) == g.names[0] {
			if sex := r.sexOf(k, to); sex != event.People {
				g.parts = []group{{first: k, last: to, end: to, head: to - 1, kind: sex, count: event.N(1), named: true, names: g.names}}
			}
			break
		}
	}
	return g
}

// countedBefore is the number that the text gave shortly before for those whom
// g names again: "Two assailants opened fire. … The assailants were killed".
func (r *reading) countedBefore(g group) event.Count {
	if g.head < 0 {
		return event.Count{}
	}
	key := r.doc.Tokens[g.head].Key
	for k := g.first - 1; k >= 0 && k > g.first-120; k-- {
		if r.doc.Tokens[k].Key != key {
			continue
		}
		for i := k - 1; i >= 0 && i > k-5; i-- {
			if n, ok := r.numberAt(i); ok {
				if n.Last > k || n.Count.Best() < 2 {
					break
				}
				return n.Count
			}
			if r.doc.Tokens[i].Kind == text.Punct {
				break
			}
		}
	}
	return event.Count{}
}

// agesTold counts the ages told one by one behind token j, and gives the token
// behind them: "her grandsons, aged 11 and 14".
func (r *reading) agesTold(j, hi int) (n, end int) {
	end = r.ageTail(j, hi)
	for k := j; k < end; k++ {
		switch {
		case r.smallNumber(k) >= 0:
			n++
		case r.in(k, "to between from under over"):
			return 0, j
		}
	}
	return n, end
}

// withAge settles the group of g by an age in years.
func (r *reading) withAge(g group, age int) group {
	switch {
	case age < 0:
	case age < 18:
		switch g.kind {
		case event.People, event.Man, event.Woman, event.Civilian:
			g.kind = event.Child
		}
	case g.kind == event.Child:
		g.kind = r.grown(g)
	}
	return g
}

// grown is the group of sons and daughters of age.
func (r *reading) grown(g group) event.Group {
	switch {
	case g.head < 0:
		return g.kind
	case r.lang.grammar.In(r.w[g.head], r.lang.young):
		return g.kind
	case r.in(g.head, "son sons grandson grandsons nephew nephews"):
		return event.Man
	case r.in(g.head, "daughter daughters granddaughter granddaughters niece nieces"):
		return event.Woman
	}
	return event.People
}

// oldestOfYoung is the age up to which a father or mother has young children.
const oldestOfYoung = 38

// calledYoung reports whether the sons and daughters g, called by name and
// without an age, are told to be young, by a word or by the age of the parent
// told of before: "Olena Koval, 34, and her daughters Sofia and Daria".
func (r *reading) calledYoung(g group) bool {
	if r.among(g.first, g.last, "young little small infant toddler minor baby old") {
		return true
	}
	for k := g.first - 1; k > 0 && k >= g.first-longestPhrase; k-- {
		if age := r.smallNumber(k); age >= 0 && (r.doc.Is(k-1, ',') || r.doc.Is(k-1, '(') || r.in(k-1, "aged") || r.ageLead(k) > k) {
			return age <= oldestOfYoung
		}
		if r.doc.Tokens[k].Kind == text.Punct && !r.doc.Is(k, ',') && !r.doc.Is(k, '(') && !r.doc.Is(k, ')') {
			break
		}
	}
	return false
}

// knownAs is the token behind another name of the person at token j, "Nadia
// Ezzo, also known as Umm Muhammed,", or j.
func (r *reading) knownAs(j, hi int) int {
	k := j
	if k+2 < hi && r.doc.Of(k) == "“" {
		if to := r.nameAt(k + 1); to > k+1 && to < hi && r.doc.Of(to) == "”" {
			return to + 1 // "Aisha Al-Astal “Umm Baraa”"
		}
	}
	if k < hi && r.doc.Is(k, ',') {
		k++
	}
	if r.in(k, "also better") {
		k++
	}
	if k+2 >= hi || !r.in(k, "known") || !r.in(k+1, "as") {
		return j
	}
	to := r.nameAt(k + 2)
	if to == k+2 {
		to = r.capitalised(k+2, hi)
	}
	if to == k+2 || to > hi {
		return j
	}
	return to
}

// alias is the token behind a parenthesis at j that names the person again or
// tells the age, "(Umm Hassan)", "(aged 65 according to …)", or j.
func (r *reading) alias(j, hi int) int {
	for k := j + 1; k < hi && k < j+longestAside; k++ {
		switch {
		case r.doc.Is(k, ')'):
			return k + 1
		case k > j+1 && r.numAt[k] != 0 && !r.in(k-1, "aged age") || r.in(k, "including") || r.lang.grammar.In(r.w[k], r.lang.wasHarmed):
			return j
		}
		if _, ok := r.numberAt(k); ok && k == j+1 && r.smallNumber(k) < 0 {
			return j
		}
		if m, ok := r.personWord(k); ok && r.plural(m) {
			return j
		}
	}
	return j
}

// maxNamed bounds the persons named in a row.
const maxNamed = 40

// A bearer is one of several persons who are told of by name in a row.
type bearer struct {
	first, last int // tokens of the name
	name        string
	age         int         // in years, or -1
	kin         event.Group // of the word before the name, "son"; People where there is none
}

// nameList lists the persons named in a row at k, "nine-year-old Wafa, Eileen
// and Celine", and gives the token behind them. Of somebody's kin, any
// capitalised word may be the name: "her daughters Sofia and Daria". It lists
// no more than most, and nobody of whom only kin is told: "and Fikria's sons".
func (r *reading) nameList(k, hi, most int, kin bool) (list []bearer, end int) {
	end = k
	for k < hi && len(list) < most {
		b := bearer{age: -1, kin: event.People}
		at := k
		lead := func() {
			if a := r.ageLead(at); a > at {
				if b.age = r.smallNumber(at); !r.in(at+1, "year years") {
					b.age = 0
				}
				at = a
			}
		}
		lead()
		if at < hi && (r.lang.grammar.In(r.w[at], r.lang.possessive) || r.in(at, "a an the")) {
			at++
		}
		for at < hi && r.in(at, "eldest youngest young little only older younger elder other") {
			at++
		}
		if b.age < 0 && at < hi {
			lead()
		}
		for at < hi && r.nameAt(at) == at {
			m, ok := r.personWord(at)
			if !ok || r.plural(m) {
				break
			}
			b.kin = event.Group(m.Entry.ID)
			if m.Maybe {
				b.kin = r.maybeGroup(m)
			}
			at = m.Last
			if at+1 < hi && at > k && r.doc.Is(at, ',') && r.nameAt(at+1) > at+1 {
				at++ // "16-year-old son, Hudhaifa"
			}
		}
		if r.in(at, "named called") {
			at++
		}
		to := r.nameAt(at)
		if to == at && kin {
			to = r.capitalised(at, hi)
		}
		if to == at || to > hi || to < hi && r.doc.Tokens[to].Kind == text.Clitic && r.in(to, "s") {
			break
		}
		b.first, b.last, b.name = at, to, r.doc.Slice(at, to)
		end = r.knownAs(to, hi)
		told := func(y int) {
			if y >= 0 && (b.age < 0 || y < b.age) {
				b.age = y
			}
		}
		if a := r.ageTail(end, hi); a > end {
			for i := end; i < a; i++ {
				told(r.smallNumber(i))
			}
			end = a
		} else if end < hi && r.doc.Is(end, '(') {
			a := r.alias(end, hi)
			if a > end+3 && (r.in(end+1, "aged") && r.smallNumber(end+2) >= 0 || r.smallNumber(end+1) >= 0 && r.in(end+2, "years year")) {
				told(max(r.smallNumber(end+1), r.smallNumber(end+2))) // "(50 years old)"
			}
			end = a
		} else if a := r.whoWas(end, hi); a > end {
			for i := end; i < a; i++ {
				told(r.smallNumber(i))
			}
			end = a
		}
		list = append(list, b)
		k = end
		if k < hi && r.doc.Is(k, ',') {
			k++
		}
		if w := r.joins(k, hi); w > 0 {
			k += w
		}
		if k == end {
			break
		}
	}
	return list, end
}

// whoWas is the token behind ", who was only 15" or "who was 17 years old," at
// token k, or k.
func (r *reading) whoWas(k, hi int) int {
	i := k
	if i < hi && r.doc.Is(i, ',') {
		i++
	}
	if i+2 >= hi || !r.in(i, "who") || !r.lang.grammar.In(r.w[i+1], r.lang.be) {
		return k
	}
	i += 2
	for i < hi && r.in(i, "only just about aged") {
		i++
	}
	if i >= hi || r.smallNumber(i) < 0 {
		return k
	}
	for i++; i < hi && (r.in(i, "years year months month weeks week days day old") || r.in(i, "and") && i+2 < hi && r.smallNumber(i+1) >= 0 && r.in(i+2, "months month")); i++ {
		if r.in(i, "and") {
			i++
		}
	}
	return i
}

// borne is g, whose people are those of list. Where ages, words of kin and
// given names tell of several groups, they become its members: of "three sons,
// 32-year-old Ahmed, 17-year-old Mahmoud and 30-year-old Abdullah" one is a child.
func (r *reading) borne(g group, list []bearer) group {
	g.names = nil
	for _, b := range list {
		g.names = append(g.names, b.name)
	}
	switch g.kind {
	case event.People, event.Child, event.Man, event.Woman, event.Civilian:
	default:
		return g
	}
	// Where the others whose age is told are grown, so are all.
	old, young := false, false
	for _, b := range list {
		old, young = old || b.age >= 18, young || b.age >= 0 && b.age < 18
	}
	var kinds []event.Group
	mixed := false
	for _, b := range list {
		kind := g.kind
		if kind == event.Child && (b.age >= 18 || b.age < 0 && !young && (old || r.grown(g) != event.People && !r.calledYoung(g))) {
			kind = r.grown(g)
		}
		if b.kin != event.People && (kind == event.People || kind == event.Civilian) {
			kind = b.kin
		}
		if kind == event.People || kind == event.Civilian {
			kind = r.sexOf(b.first, b.last)
		}
		if b.age >= 0 && b.age < 18 {
			kind = event.Child
		}
		kinds = append(kinds, kind)
		mixed = mixed || kind != kinds[0]
	}
	if !mixed {
		if g.kind != event.Civilian || kinds[0] != event.People {
			g.kind = kinds[0]
		}
		return g
	}
	g.sum, g.kind, g.parts = true, event.People, nil
	for k, b := range list {
		g.parts = append(g.parts, group{first: b.first, last: b.last, end: b.last, head: b.last - 1, kind: kinds[k], count: event.N(1), named: true, names: []string{b.name}})
	}
	return g
}

// capitalised is the end of the run of capitalised words at i, or i.
func (r *reading) capitalised(i, hi int) int {
	k := i
	for k < hi && k < i+4 && r.doc.Tokens[k].Kind == text.Word && r.doc.Tokens[k].Case != text.Lower && r.w[k] <= 0 && r.folk[k] == 0 &&
		!r.in(k, "monday tuesday wednesday thursday friday saturday sunday") && (k == i || r.doc.Tokens[k].Gap == text.Space || r.doc.Tokens[k].Joined()) {
		k++
	}
	return k
}

// sumOf adds up the members of a list; their group is the one they share.
func sumOf(list []group) (event.Count, event.Group) {
	total := event.Count{Hedge: event.Exact}
	kind := list[0].kind
	for _, m := range list {
		if m.count.Hedge != event.Exact && m.count.Hedge != event.Around {
			total.Hedge = event.AtLeast
		}
		total.Min += m.count.Best()
		if m.kind != kind {
			kind = event.People
		}
	}
	if total.Hedge == event.Exact {
		total.Max = total.Min
	}
	return total, kind
}

// ageTail passes over ", aged 9", ", 47," and "(54)" behind a described person.
func (r *reading) ageTail(j, hi int) int {
	k := j
	dash := k < hi && r.doc.Tokens[k].Kind == text.Punct && (r.doc.Of(k) == "–" || r.doc.Of(k) == "—")
	if k < hi && (dash || r.doc.Is(k, ',') || r.doc.Is(k, '(')) {
		k++
	}
	if dash && k+3 < hi && r.smallNumber(k) > 0 && r.in(k+1, "and") && r.smallNumber(k+2) > 0 && r.doc.Of(k+3) == r.doc.Of(j) {
		return k + 4 // "two men – 37 and 50 –"
	}
	if k+2 < hi && r.in(k, "in") && r.in(k+1, "his her their") {
		// "two women in their sixties", "a couple in their late 70s"
		d := k + 2
		if r.in(d, "early mid late") {
			d++
		}
		if d < hi && r.doc.Is(d, '-') {
			d++
		}
		if r.in(d, "teens twenties thirties forties fifties sixties seventies eighties nineties 20s 30s 40s 50s 60s 70s 80s 90s") {
			return d + 1
		}
	}
	aged := k < hi && r.in(k, "aged")
	if aged {
		k++
	}
	for aged && r.in(k, "between from about just under over") {
		k++
	}
	if i := k; !aged && i > j && r.in(i, "just only about around nearly almost over") {
		// ", just over two years old,"
		for i < hi && r.in(i, "just only about around nearly almost over") {
			i++
		}
		if i+2 < hi && r.smallNumber(i) >= 0 && r.in(i+1, "year years month months week weeks") && r.in(i+2, "old") {
			k = i
		}
	}
	if k >= hi || r.smallNumber(k) < 0 || k == j {
		return j
	}
	k++
	for k < hi && r.in(k, "years year months month weeks week old") {
		k++ // "(50 years old)"
	}
	// "aged six and eight", "aged four to eleven", "aged between 2 and 12"
	for aged && k+1 < hi && (r.in(k, "and to") || r.doc.Is(k, ',')) && r.smallNumber(k+1) >= 0 {
		k += 2
	}
	if k < hi && r.doc.Is(k, ')') {
		return k + 1
	}
	if r.doc.Is(j, '(') {
		return j // more is told of them: "(aged 65 according to …)"
	}
	if aged || k >= hi || r.doc.Tokens[k].Kind == text.Punct || r.lang.grammar.In(r.w[k], r.lang.and) {
		return k
	}
	return j
}

// groupParts reads the parts told behind a phrase: "including three children",
// "five of them journalists", "(two women and a child)".
func (r *reading) groupParts(g group, hi int) group {
	j := max(g.end, r.ageTail(g.last, hi))
	g.end = j
	for tries := 0; tries < 4 && j < hi; tries++ {
		k := j
		open := r.doc.Is(k, '(') || r.doc.Tokens[k].Kind == text.Punct && (r.doc.Of(k) == "–" || r.doc.Of(k) == "—")
		comma := r.doc.Is(k, ',')
		if open || comma || r.doc.Is(k, ':') && g.head >= 0 {
			k++
		}
		if k+1 < hi && r.lang.grammar.In(r.w[k], r.lang.and) && (comma || len(g.parts) > 0 && r.numAt[k+1] != 0) {
			k++
		}
		if k >= hi {
			break
		}
		var parts []group
		end := k
		switch {
		case r.in(k, "including comprising namely") || r.in(k, "among") && r.in(k+1, "them whom"):
			k++
			for k < hi && (r.in(k, "them whom at least") && !r.in(k, "at") || r.lang.grammar.In(r.w[k], r.lang.be) || r.lang.grammar.In(r.w[k], r.lang.adverb)) {
				k++
			}
			parts, end = r.partList(k, hi)
		case r.in(k, "the") && r.in(k+1, "youngest eldest oldest"):
			// "the youngest of them a three-month-old baby"
			for k += 2; k < hi && (r.in(k, "of them whom being aged") || r.lang.grammar.In(r.w[k], r.lang.be)); k++ {
			}
			if p, ok := r.groupAt(k, hi); ok && p.count == event.N(1) && p.head >= 0 && !p.pronoun {
				parts, end = []group{p}, r.ageTail(p.last, hi)
			}
		default:
			parts, end = r.ofThem(k, hi, g)
			if len(parts) == 0 && (comma || r.doc.Is(k-1, ':')) && k > j {
				// "eight others, six women and two men", "three policemen, Ali
				// Khan among them"
				list, to := r.partList(k, hi)
				n := 0
				for _, p := range list {
					if !p.count.HasMin() || p.head < 0 || p.pronoun {
						n = -1 << 20
					}
					n += p.count.Min
				}
				switch {
				case len(list) > 0 && r.in(to, "among") && r.in(to+1, "them whom those these"):
					parts, end = list, to+2
				case len(list) > 0 && r.in(to, "included"):
					parts, end = list, to+1 // "all 16 attackers, four bombers included"
				case slices.ContainsFunc(list, func(p group) bool { return p.named }) && r.sayNext(to, hi):
					// "two wounded, Abbot Sawadogo, vicar general of Dori, said"
				case len(list) > 1 && n == g.count.Min && (g.count.Hedge == event.Exact || g.count.Hedge == event.AtLeast):
					parts, end = list, to
					g.whole = true
				}
			}
			if len(parts) == 0 && (open || r.doc.Is(k-1, ':')) {
				parts, end = r.partList(k, hi)
				if end < hi && r.doc.Tokens[end].Kind != text.Punct {
					parts = nil
				}
				g.whole = g.whole || len(parts) > 1
			}
		}
		if len(parts) == 0 {
			break
		}
		g.parts = append(g.parts, parts...)
		j = end
		if open && j < hi && r.doc.Tokens[j].Kind == text.Punct && !r.doc.Is(j, ',') && !r.doc.Is(j, '.') {
			j++
		}
		g.end = j
	}
	return g
}

// sayNext reports whether those whose phrase ends at token k are the subject of a
// verb of saying, through what is said of them before it.
func (r *reading) sayNext(k, hi int) bool {
	for n := 0; k < hi && n < longestAside; k, n = k+1, n+1 {
		if r.lang.grammar.In(r.w[k], r.lang.say) {
			return true
		}
		if r.doc.Tokens[k].Kind == text.Punct && !r.doc.Is(k, ',') || r.lang.grammar.In(r.w[k], r.lang.be) || r.lang.grammar.In(r.w[k], r.lang.have) {
			return false
		}
	}
	return false
}

// partList reads "three children and a medic".
func (r *reading) partList(k, hi int) ([]group, int) {
	var out []group
	end := k
	for k < hi && len(out) < 12 {
		p, ok := r.groupAt(k, hi)
		if !ok || p.pronoun || p.count.IsZero() && !p.generic {
			break
		}
		p = r.identify(p, hi)
		out = append(out, p)
		end = max(p.end, r.ageTail(p.last, hi))
		k = end
		if k < hi && r.doc.Is(k, ',') {
			k++
		}
		if k < hi && r.lang.grammar.In(r.w[k], r.lang.and) {
			k++
		}
		if k == end {
			break
		}
	}
	for k := range out {
		out[k].row = len(out) > 1
	}
	return out, end
}

// ofThem reads "six of them children", "three of whom were women", "most of
// them civilians", "all soldiers".
func (r *reading) ofThem(k, hi int, whole group) ([]group, int) {
	n, ok := r.numberAt(k)
	count := n.Count
	many := false
	j := k
	if ok {
		j = n.Last
		if r.in(j-1, "of") {
			j--
		}
	} else if r.in(k, "most some half many") {
		many = true
		j = k + 1
	} else if r.in(k, "all both") {
		j = k + 1
		count = whole.count
		if r.in(k, "both") {
			count = event.N(2)
		}
	} else {
		return nil, k
	}
	// "18 of them gravely", "27 critically"
	if at := j; ok && !whole.count.IsZero() && count.Best() <= whole.count.Best() {
		if r.lower(at) == "of" && r.in(at+1, "them whom") {
			at += 2
		}
		if r.lang.grammar.In(r.w[min(at, len(r.w)-1)], r.lang.slightly) && (at+1 >= hi || r.doc.Tokens[at+1].Kind == text.Punct) ||
			r.in(at, "in") && (r.in(at+1, "serious critical grave") || r.in(at+1, "a") && r.in(at+2, "serious critical grave")) && r.in(at-1, "them whom") {
			return []group{{first: k, last: at + 1, end: at + 1, head: -1, kind: whole.kind, count: count, partly: true}}, at + 1
		}
	}
	switch {
	case r.lower(j) == "of" && r.in(j+1, "them whom these those"):
		j += 2
	case r.in(k, "both all") && j == k+1:
		// "two passengers, both men"
		if p, ok := r.groupAt(j, hi); !ok || !p.generic || p.kind == event.People || p.last < hi && r.doc.Tokens[p.last].Kind != text.Punct {
			return nil, k
		}
	default:
		return nil, k
	}
	for j < hi && (r.lang.grammar.In(r.w[j], r.lang.be) || r.lang.grammar.In(r.w[j], r.lang.adverb) || r.in(j, "those") && r.in(j+1, "of") || r.in(j, "of") && r.in(j-1, "those")) {
		j++
	}
	p, ok := r.groupAt(j, hi)
	for i := j; !ok && !many && i < hi && i < j+4 && r.modifier(i); i++ {
		p, ok = r.groupAt(i+1, hi) // "fifteen of them would-be soldiers"
		ok = ok && p.generic
	}
	if r.in(j, "from") && !many && r.lower(j-2) == "of" {
		// "five of them from a single family"
		return []group{{first: k, last: j, end: j, head: j - 1, kind: event.People, count: count, partly: true}}, j
	}
	if j < hi && r.folk[j] != 0 && (j+1 >= hi || r.doc.Tokens[j+1].Kind == text.Punct) && !many {
		p, ok = group{head: j, last: j + 1, end: j + 1, kind: event.People}, true
	}
	if !ok || p.head < 0 {
		return nil, k
	}
	p.first, p.count = k, count
	if many {
		p.count = event.Count{} // "most of them women and children" counts nobody
	}
	out := []group{p}
	end := p.last
	// "most of them women and children" counts neither.
	if end < hi && r.lang.grammar.In(r.w[end], r.lang.and) && many {
		if q, ok := r.groupAt(end+1, hi); ok && q.generic {
			out = append(out, q)
			end = q.last
		}
	}
	return out, end
}
