package extract

import (
	"github.com/sitrep-go/sitrep/event"
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
}

// groups reads the people in sentence s.
func (r *reading) groups(s text.Sentence) {
	from := len(r.people)
	for i := s.First; i < s.Last; i++ {
		g, ok := r.groupAt(i, s.Last)
		if !ok {
			continue
		}
		list := r.groupList(g, s.Last)
		r.people = append(r.people, list)
		if list.sum {
			for _, p := range list.parts {
				r.people = append(r.people, p)
			}
		}
		i = g.last - 1
	}
	// Members of a list are found again when the scan reaches them; the list
	// itself comes first, so keep the first of equal phrases.
	seen := r.people[from:]
	out := seen[:0]
	for k, g := range seen {
		dup := false
		for _, h := range seen[:k] {
			if h.first == g.first && h.last == g.last {
				dup = true
				break
			}
		}
		if !dup {
			out = append(out, g)
		}
	}
	r.people = r.people[:from+len(out)]
}

// maxModifiers bounds the words between a number or determiner and its head:
// "five suspected Islamic State group fighters".
const maxModifiers = 6

// groupAt reads the people phrase that begins at token i.
func (r *reading) groupAt(i, hi int) (group, bool) {
	l := r.lang
	g := group{first: i, head: -1}
	j := i
	n, counted := r.numberAt(i)
	switch {
	case counted:
		g.count = n.Count
		j = n.Last
	case l.grammar.In(r.w[i], l.det):
		switch r.lower(i) {
		case "no", "neither":
			g.count = event.N(0)
		case "a", "an", "another", "every", "each":
			g.count = event.N(1)
			g.other = r.lower(i) == "another"
			if n, ok := r.numberAt(i + 1); ok && g.other {
				g.count, j = n.Count, n.Last-1
			}
		case "both":
			g.count, g.def = event.N(2), true
		case "the", "this", "that", "these", "those":
			g.def = true
			if n, ok := r.numberAt(i + 1); ok {
				g.count, j = n.Count, n.Last-1
			}
		default:
			g.def = l.grammar.In(r.w[i], l.possessive)
			if n, ok := r.numberAt(i + 1); ok {
				g.count, j = n.Count, n.Last-1
			}
		}
		j++
	}
	start := j
	bare := j == i
	for j < hi && j-start <= maxModifiers && !(bare && j > i) && !(j > start && r.numAt[j] > 0) {
		if k, n, ok := r.peopleWord(j); ok {
			g.head, g.kind, j = j+n-1, k, j+n
			return r.finishGroup(g, j, hi, counted)
		}
		if !r.modifier(j) {
			break
		}
		// "12 killed": the words behind a number belong to it only if they
		// lead to a head.
		j++
	}
	if !counted && !(g.def && !g.count.IsZero()) {
		return g, false
	}
	j = start
	if j < hi && l.grammar.In(r.w[j], l.other) {
		g.other = true
		j++
		if k, n, ok := r.peopleWord(j); ok {
			g.head, g.kind, j = j+n-1, k, j+n
			return r.finishGroup(g, j, hi, counted)
		}
	}
	if g.other || r.standsAlone(j, hi) {
		g.kind = event.People
		return r.finishGroup(g, j, hi, counted)
	}
	return g, false
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
		return r.lower(j) == "'s" || r.lower(j) == "’s"
	case text.Number:
		return t.Gap != text.Space || j > 0 && r.doc.Tokens[j].Joined()
	default:
		return false
	}
	w := r.w[j]
	g := l.grammar
	if t.Joined() {
		return true
	}
	if g.In(w, l.be) || g.In(w, l.have) || g.In(w, l.modal) || g.In(w, l.prep) || g.In(w, l.and) || g.In(w, l.pronoun) ||
		g.In(w, l.relative) || g.In(w, l.when) || g.In(w, l.det) && r.lower(j) != "all" || g.In(w, l.say) || g.In(w, l.not) ||
		g.In(w, l.dead) && t.Case == text.Lower || g.In(w, l.kill) || g.In(w, l.died) || g.In(w, l.injure) && r.lower(j) != "wounded" && r.lower(j) != "injured" {
		return false
	}
	return true
}

// peopleWord reads a word for people at token j: its group and length. A run
// of such words is one head, "police officers", whose group is the most
// telling one.
func (r *reading) peopleWord(j int) (event.Group, int, bool) {
	if j >= len(r.w) {
		return "", 0, false
	}
	best := -1
	n := 0
	for j+n < len(r.w) {
		if n > 0 && r.doc.Tokens[j+n].Gap == text.None {
			break
		}
		k := r.peopleSet(j + n)
		if k < 0 {
			break
		}
		if best < 0 || k < best {
			best = k
		}
		n++
	}
	if best < 0 {
		return "", 0, false
	}
	// "police station", "women's shelter", "family home": the people word is
	// no head when a noun of another kind follows it.
	return peopleGroups[best], n, true
}

func (r *reading) peopleSet(j int) int {
	w := r.w[j]
	if w == 0 {
		return -1
	}
	for k, set := range r.lang.people {
		if r.lang.grammar.In(w, set) {
			return k
		}
	}
	return -1
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
		return !r.doc.Is(j, '%') && !r.doc.Is(j, '$')
	}
	if t.Joined() {
		return false
	}
	return g.In(w, l.be) || g.In(w, l.have) || g.In(w, l.modal) || g.In(w, l.prep) && r.lower(j) != "per" || g.In(w, l.and) || g.In(w, l.relative) ||
		g.In(w, l.when) || g.In(w, l.dead) || g.In(w, l.killed) || g.In(w, l.injured) || g.In(w, l.died) || g.In(w, l.adverb) ||
		g.In(w, l.say) || g.In(w, l.wasHarmed)
}

// finishGroup settles count and group of a phrase whose head ends before j,
// and reads its tail.
func (r *reading) finishGroup(g group, j, hi int, counted bool) (group, bool) {
	l := r.lang
	g.last = j
	// What stands before the head can tell the group: "female workers",
	// "elderly residents", "teenage fighters".
	for k := g.first; k < j; k++ {
		w := r.w[k]
		switch {
		case g.kind == event.Child:
		case l.grammar.In(w, l.young):
			g.kind = event.Child
		case l.grammar.In(w, l.female) && (g.kind == event.People || g.kind == event.Civilian):
			g.kind = event.Woman
		case l.grammar.In(w, l.male) && (g.kind == event.People || g.kind == event.Civilian):
			g.kind = event.Man
		case l.grammar.In(w, l.aged) && g.kind == event.People && r.lower(k) == "elderly":
			g.kind = event.Elderly
		}
	}
	// "four members of the same family", "two of his comrades", "12 of the
	// soldiers", "a family of five".
	if j < hi && r.lower(j) == "of" {
		if n, ok := r.numberAt(j + 1); ok && g.head >= 0 && l.grammar.In(r.w[g.head], l.family) {
			g.count, counted = n.Count, true
			g.last = n.Last
		} else if k := j + 1; k < hi {
			if l.grammar.In(r.w[k], l.det) {
				k++
			}
			for m := 0; m < 5 && k < hi && r.modifier(k); m++ {
				if _, _, ok := r.peopleWord(k); ok {
					break
				}
				k++
			}
			if inner, ok := r.numberAt(j + 1); ok && g.head >= 0 && r.in(g.head, "bodies body corpses corpse remains lives members") && k < hi {
				// "the bodies of two children" are two.
				if grp, n, ok := r.peopleWord(max(k, inner.Last)); ok {
					g.count, g.kind, g.last, g.def = inner.Count, grp, max(k, inner.Last)+n, false
				}
			} else if grp, n, ok := r.peopleWord(k); ok {
				if g.head < 0 || g.kind == event.People {
					g.kind = grp
				}
				g.last = k + n
			} else if r.lower(j+1) == "them" || r.lower(j+1) == "whom" {
				g.last = j + 2
			}
		}
	}
	if g.count.IsZero() && g.head >= 0 {
		switch {
		case l.grammar.In(r.w[g.head], l.singular):
			g.count = event.N(1)
		default:
			g.generic = !g.def
		}
	}
	// An age makes a child: "a 9-year-old boy", "a girl, 14".
	if age, ok := r.ageIn(g.first, min(g.last+3, hi)); ok && age < 18 && (g.kind == event.People || g.kind == event.Man || g.kind == event.Woman || g.kind == event.Civilian) {
		g.kind = event.Child
	}
	g.end = g.last
	return g, true
}

// ageIn reads an age told in tokens i to hi-1.
func (r *reading) ageIn(i, hi int) (int, bool) {
	for k := i; k < hi; k++ {
		t := &r.doc.Tokens[k]
		if t.Kind != text.Number {
			continue
		}
		n := 0
		for _, c := range []byte(r.doc.Of(k)) {
			if c < '0' || c > '9' || n > 200 {
				return 0, false
			}
			n = n*10 + int(c-'0')
		}
		if n > 0 && n < 120 && (k+2 < len(r.w) && r.lower(k+1) == "year" && r.lower(k+2) == "old" ||
			k > i && (r.lower(k-1) == "aged" || r.doc.Is(k-1, ',') && (k+1 >= len(r.w) || r.doc.Tokens[k+1].Kind == text.Punct))) {
			return n, true
		}
		if k+1 < len(r.w) && (r.lower(k+1) == "month" || r.lower(k+1) == "day" || r.lower(k+1) == "week") && k+2 < len(r.w) && r.lower(k+2) == "old" {
			return 0, true
		}
	}
	return 0, false
}

// groupList reads what follows g: further members of a list, and parts.
func (r *reading) groupList(g group, hi int) group {
	list := []group{g}
	j := g.last
	for j < hi && len(list) < 12 {
		k := j
		// ", aged 9" and ", 47" belong to the member before.
		if a := r.ageTail(k, hi); a > k {
			list[len(list)-1].end = a
			k = a
		}
		if k < hi && r.doc.Is(k, ',') {
			k++
		}
		if k < hi && r.lang.grammar.In(r.w[k], r.lang.and) {
			k++
		}
		if k == j {
			break
		}
		next, ok := r.groupAt(k, hi)
		if !ok || next.count.IsZero() || next.head < 0 || g.head < 0 || next.count == event.N(0) {
			break
		}
		list = append(list, next)
		j = next.last
	}
	// A list needs its "and": "two women, a child" alone may be an apposition.
	for len(list) > 1 {
		last := list[len(list)-1]
		if last.first > 0 && r.lang.grammar.In(r.w[last.first-1], r.lang.and) {
			break
		}
		list = list[:len(list)-1]
	}
	out := list[0]
	if len(list) > 1 && !list[0].count.IsZero() && list[0].count.HasMin() {
		out = group{first: g.first, head: g.head, kind: event.People, parts: list, sum: true}
		last := list[len(list)-1]
		out.last = last.last
		total := event.Count{Hedge: event.Exact}
		same := true
		for _, m := range list {
			if m.count.Hedge != event.Exact {
				total.Hedge = event.AtLeast
			}
			total.Min += m.count.Best()
			same = same && m.kind == list[0].kind
		}
		if total.Hedge == event.Exact {
			total.Max = total.Min
		}
		out.count = total
		if same {
			out.kind = list[0].kind
		}
	}
	out.end = out.last
	return r.groupParts(out, hi)
}

// ageTail passes over ", aged 9" or ", 47," behind a described person.
func (r *reading) ageTail(j, hi int) int {
	if j+1 < hi && r.doc.Is(j, ',') {
		k := j + 1
		if r.lower(k) == "aged" {
			k++
		}
		if k < hi && r.doc.Tokens[k].Kind == text.Number && len(r.doc.Of(k)) <= 3 && (k+1 >= hi || r.doc.Tokens[k+1].Kind == text.Punct || r.lang.grammar.In(r.w[k+1], r.lang.and)) {
			return k + 1
		}
	}
	if j+1 < hi && r.lower(j) == "aged" && r.doc.Tokens[j+1].Kind == text.Number {
		return j + 2
	}
	return j
}

// groupParts reads the parts told behind a phrase: "including three children",
// "five of them journalists", "(two women and a child)".
func (r *reading) groupParts(g group, hi int) group {
	j := r.ageTail(g.last, hi)
	g.end = j
	for tries := 0; tries < 4 && j < hi; tries++ {
		k := j
		open := r.doc.Is(k, '(') || r.doc.Tokens[k].Kind == text.Punct && (r.doc.Of(k) == "–" || r.doc.Of(k) == "—")
		comma := r.doc.Is(k, ',')
		if open || comma || r.doc.Is(k, ':') && g.head >= 0 {
			k++
		}
		if k < hi && r.lang.grammar.In(r.w[k], r.lang.and) && comma {
			k++
		}
		if k >= hi {
			break
		}
		var parts []group
		end := k
		switch w := r.lower(k); {
		case w == "including" || w == "among" && k+1 < hi && (r.lower(k+1) == "them" || r.lower(k+1) == "whom") || w == "comprising" || w == "namely":
			k++
			for k < hi && (r.lower(k) == "them" || r.lower(k) == "whom" || r.lang.grammar.In(r.w[k], r.lang.be) || r.lower(k) == "at" && false || r.lang.grammar.In(r.w[k], r.lang.adverb)) {
				k++
			}
			parts, end = r.partList(k, hi)
		default:
			parts, end = r.ofThem(k, hi)
			if len(parts) == 0 && open {
				parts, end = r.partList(k, hi)
				if end < hi && !r.doc.Is(end, ')') && r.doc.Tokens[end].Kind != text.Punct {
					parts = nil
				}
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

// partList reads "three children and a medic".
func (r *reading) partList(k, hi int) ([]group, int) {
	var out []group
	end := k
	for k < hi && len(out) < 12 {
		p, ok := r.groupAt(k, hi)
		if !ok {
			break
		}
		out = append(out, p)
		end = r.ageTail(p.last, hi)
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
	return out, end
}

// ofThem reads "six of them children", "three of whom were women", "most of
// them civilians", "two of them seriously".
func (r *reading) ofThem(k, hi int) ([]group, int) {
	n, ok := r.numberAt(k)
	j := k
	if ok {
		j = n.Last
	} else if w := r.lower(k); w == "most" || w == "all" || w == "some" || w == "half" || w == "many" {
		j = k + 1
		n.Count = event.Count{Min: 1, Hedge: event.Vague}
	} else {
		return nil, k
	}
	if j+1 >= hi || r.lower(j) != "of" || r.lower(j+1) != "them" && r.lower(j+1) != "whom" && r.lower(j+1) != "these" && r.lower(j+1) != "those" {
		return nil, k
	}
	j += 2
	for j < hi && (r.lang.grammar.In(r.w[j], r.lang.be) || r.lang.grammar.In(r.w[j], r.lang.adverb)) {
		j++
	}
	p, ok := r.groupAt(j, hi)
	if !ok || p.head < 0 {
		return nil, k
	}
	p.first, p.count = k, n.Count
	out := []group{p}
	end := p.last
	// "most of them women and children" counts neither.
	if end < hi && r.lang.grammar.In(r.w[end], r.lang.and) && n.Count.Hedge == event.Vague {
		if q, ok := r.groupAt(end+1, hi); ok && q.generic {
			q.count = n.Count
			out = append(out, q)
			end = q.last
		}
	}
	return out, end
}
