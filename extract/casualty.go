package extract

import (
	"slices"
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract/number"
	"github.com/sitrep-go/sitrep/internal/rules"
	"github.com/sitrep-go/sitrep/internal/text"
)

// A harm is one statement that people came to harm.
type harm struct {
	sentence    int
	first, last int // tokens of the statement
	anchor      int
	people      group
	kind        event.Harm
	rule        string
	whole       event.Count // how many the people are among, "Among the 90"; zero where not said
	follows     bool        // comes to the harm told before it: "15 of whom are children"
	elsewhere   bool        // told by a number and another place alone: "and one in Spinwam"
}

// harms reads who came to harm in sentence s, number si.
func (r *reading) harms(si int, s text.Sentence) []harm {
	return r.harmsBy(si, s, nil)
}

// harmsBy reads with one rule only, or with all where only is nil.
func (r *reading) harmsBy(si int, s text.Sentence, only *rules.Rule) []harm {
	found := r.found(r.lang.casualties, s, only)
	if len(found) == 0 {
		return nil
	}
	// One word, one reading: the match that captures more, then the one that
	// asks for more words, then the earlier rule.
	slices.SortStableFunc(found, func(a, b rules.Match) int {
		x, y := len(a.Captures), len(b.Captures)
		switch {
		case (x == 0) != (y == 0):
			return x - y
		case x != y:
			return y - x
		case a.Weight != b.Weight:
			return b.Weight - a.Weight
		}
		return a.Rule.Order - b.Rule.Order
	})
	out := r.harmRoom[:0]
	anchors := map[int]bool{}
	for k := range found {
		m := &found[k]
		if anchors[m.Anchor] {
			continue
		}
		kind := event.Harm(m.Rule.Args[0])
		if kind == someKilled || kind == someInjured {
			// "Injuries were reported" says of how many nothing.
			if r.noneOf(m.First) {
				continue
			}
			anchors[m.Anchor] = true
			g := group{first: m.First, last: m.Last, end: m.Last, head: -1, kind: event.People, count: event.Count{Min: bareMin, Hedge: event.Vague}}
			as := event.Injured
			if kind == someKilled {
				as = event.Killed
			}
			if !r.taken(out, g) {
				out = append(out, harm{si, m.First, m.Last, m.Anchor, g, as, m.Rule.Name, event.Count{}, false, false})
			}
			continue
		}
		if zero, ok := zeroes[kind]; ok {
			anchors[m.Anchor] = true
			if r.howMany(m.First, m.Last) {
				continue
			}
			g := group{first: m.First, last: m.Last, end: m.Last, head: -1, kind: event.People, count: event.N(0)}
			if kind == noCivilians {
				g.kind = event.Civilian
			}
			if r.in(m.First, "none") && r.in(m.First+1, "of") {
				if of, ok := r.groupAt(m.First+2, s.Last); ok && of.head >= 0 {
					g.kind = of.kind // "None of its troops was hurt"
				}
			}
			if r.taken(out, g) {
				continue
			}
			for _, as := range zero {
				out = append(out, harm{si, m.First, m.Last, m.Anchor, g, as, m.Rule.Name, event.Count{}, false, false})
			}
			continue
		}
		count, counted := m.Capture("n")
		_, who := m.Capture("who")
		ok, people := false, false
		for _, c := range m.Captures {
			people = people || c.Kind != "n"
		}
		if strings.HasSuffix(m.Rule.Name, "shot-injured") && (r.in(m.Anchor+1, "down at dead") || r.deadWithin(m.First, m.Last)) {
			continue // "were shot at", "were shot down"
		}
		for _, c := range m.Captures {
			as := kind
			if who && c.Kind == "n" {
				continue
			}
			g := r.captured(c)
			if g.count == event.N(1) && !g.sum && m.Anchor > c.Last && r.in(m.Anchor-1, "were") {
				g = r.holderOf(g, si) // "six soldiers, among them Capt. Oster, 22, were killed"
			}
			switch {
			case c.Name == "who" && counted:
				if g.generic && r.lang.grammar.In(r.w[min(g.last, len(r.w)-1)], r.lang.and) {
					// "46 of them were girls and young women"
					o, ok := r.groupAt(g.last+1, s.Last)
					if !ok {
						o, ok = r.groupAt(g.last+2, s.Last)
					}
					if ok && o.generic && o.kind != g.kind {
						if !(o.kind == event.Woman && r.in(g.head, "girls") || g.kind == event.Woman && r.in(o.head, "girls")) {
							continue
						}
						g.kind = event.Woman
					}
				}
				g.count, g.first, g.generic, g.sum, g.parts = r.numbers[count.ID].Count, count.First, false, false, nil
				g.partly = true
			case c.Name == "former":
				g.former = true
			case c.Name == "part":
				g.partly = true
			case c.Name != c.Kind:
				as = event.Harm(c.Name)
			case c.Kind == "n" && people:
				continue // the whole that the people are among
			}
			if g.count.IsZero() && g.def && !g.generic && r.in(g.first, "the these those both all") && !(g.kind == event.People && r.in(g.head, "victims people dead wounded injured")) {
				g.count = r.countedBefore(g)
			}
			if g.generic && (r.in(m.Anchor, "kill kills wound wounds injure injures") || r.in(m.Anchor-1, "are") && g.last == m.Anchor-1) {
				continue // "They kill people", "Civilians are killed by mines" is a habit
			}
			if g.count.IsZero() && !g.generic && g.head >= 0 && len(g.parts) == 0 || r.taken(out, g) {
				continue
			}
			if c.First == m.Anchor+1 && m.Anchor > s.First && r.in(m.Anchor-1, "the this that these those his her their its our") && !r.relates(m.Anchor-1, g) {
				continue // "the arrested leader", "the wounded man"
			}
			if _, ok := r.personWord(m.Anchor + 1); ok && c.Last == m.Anchor && (as == event.Abducted || as == event.Captured) {
				continue // "19 kidnapped victims"
			}
			if g.generic && strings.HasSuffix(m.Rule.Name, "-bare") {
				continue // "the number of people killed"
			}
			if as == event.Displaced && (g.generic || g.pronoun || g.count.Best() < fewestDisplaced && r.in(m.Anchor, "fled flee fleeing")) {
				continue // "They fired at people fleeing into the bush", "as he fled the scene"
			}
			if g.count == event.N(0) && r.howMany(g.first, m.Anchor) {
				continue
			}
			if g.count == event.N(0) && as != event.Killed && as != event.Injured && as != event.KilledOrInjured {
				continue // "Nobody has been arrested"
			}
			if strings.HasSuffix(m.Rule.Name, "/fell") && (!r.underArms(g) || r.in(g.first-1, "of") || r.in(m.Anchor+1, "ill asleep sick from off into out to back behind short for under silent")) {
				continue // "Two workers fell", "two soldiers fell ill"
			}
			if r.in(m.First, "lost losing") && strings.HasSuffix(m.Rule.Name, "lost-bare") && !r.isOwned(g) {
				continue // "The party lost three members"
			}
			if c.First == m.Anchor+1 && m.Anchor > s.First && !strings.HasSuffix(m.Rule.Name, "-bare") {
				// "two injured children", "19 kidnapped victims"
				if n, ok := r.numberEnding(m.Anchor, s.First); ok {
					if as == event.Abducted || as == event.Captured {
						continue
					}
					if g.generic {
						g.count, g.generic, g.first = n.Count, false, n.First
					}
				}
			}
			if strings.HasSuffix(m.Rule.Name, "killed-or-injured") && c.Kind == "n" && r.in(g.first-1, "of") {
				continue // "six of 30 casualties"
			}
			if (as == event.Abducted || as == event.Captured || as == event.Displaced) && (matchText{r}).bodies(&g) {
				continue // "carried off the bodies"
			}
			if as == event.Injured && (matchText{r}).bodies(&g) {
				as = event.Killed // "four bodies were brought to the hospital"
			}
			if len(m.Rule.Args) > 1 {
				g.kind = event.Group(m.Rule.Args[1])
			}
			if g.pronoun {
				if g, ok = r.antecedent(g, out, si); !ok {
					anchors[m.Anchor] = true
					continue
				}
			}
			if as == event.Killed && (r.in(m.Anchor, "victims") || m.Anchor > s.First && r.in(m.Anchor-1, "victims")) {
				as = r.ofVictims(out)
			}
			anchors[m.Anchor] = true
			h := harm{si, min(m.First, g.first), max(m.Last, g.end), m.Anchor, g, as, m.Rule.Name, event.Count{}, strings.HasSuffix(m.Rule.Name, "part-of-them"), false}
			if n, ok := r.numberAt(m.First + 2); ok && who && r.in(m.First, "of") && r.in(m.First+1, "the") && n.Count.Best() > g.count.Best() {
				// "Of the 82 injured, 39 are police" tells of the 82 too.
				w := group{first: n.First, last: n.Last, end: n.Last, head: -1, kind: event.People, count: n.Count}
				out = append(out, harm{si, n.First, n.Last, m.Anchor, w, as, m.Rule.Name, event.Count{}, false, false})
			}
			if counted && !who && c.Kind != "n" {
				h.whole = r.numbers[count.ID].Count
				if strings.Contains(m.Rule.Name, "among-number") || r.in(m.First, "among") {
					// "were among four people killed" and "Among the 90
					// civilians injured" tell of the four and of the 90 too.
					w := group{first: count.First, last: count.Last, end: count.Last, head: -1, kind: event.People, count: h.whole}
					if k := r.personAt[min(count.Last, len(r.personAt)-1)]; k > 0 {
						w.kind = event.Group(r.names[k-1].Entry.ID)
					}
					out = append(out, harm{si, count.First, m.Last, m.Anchor, w, as, m.Rule.Name, event.Count{}, false, false})
					h.people.partly = true
					if g.first < count.First {
						h.last = count.First
					}
				}
			}
			if as == event.KilledOrInjured && strings.HasSuffix(m.Rule.Name, "killed-and-injured") && (g.generic || g.count.Hedge == event.Vague) {
				// "Civilians were killed and wounded": some of each.
				h.kind = event.Injured
				out = append(out, h)
				h.kind = event.Killed
			}
			out = append(out, h)
		}
	}
	r.harmRoom = out
	slices.SortStableFunc(out, func(a, b harm) int { return a.people.first - b.people.first })
	for k := range out {
		if out[k].follows {
			out[k].kind = r.toldLast(out[:k], out[k].kind)
		}
		limit := s.Last
		if k+1 < len(out) && out[k+1].people.first > out[k].anchor {
			limit = out[k+1].people.first
		}
		r.tailMembers(&out[k], limit)
		r.tailParts(&out[k], limit)
	}
	for k := range out {
		r.inherit(out, k, s)
		if p := &out[k].people; p.sum {
			for i := range p.parts {
				r.sexTold(&p.parts[i], s)
			}
		} else {
			r.sexTold(p, s)
		}
	}
	return r.elsewhere(out, s)
}

// fewestDisplaced is how many people there are at the least of whom "fled" tells
// that they left their homes, and not that they ran.
const fewestDisplaced = 10

// maxHolders bounds the phrases that are asked whether one is a part of them.
const maxHolders = 60

// holderOf is the phrase of sentence si that g is a part of, or g.
func (r *reading) holderOf(g group, si int) group {
	for k := len(r.people) - 1; k >= max(0, len(r.people)-maxHolders) && r.people[k].sentence == si; k-- {
		if p := &r.people[k]; p.first < g.first && p.end >= g.last && p.count.Best() > 1 && !p.sum {
			return *p
		}
	}
	return g
}

// disagrees reports whether the verb at token i is of another number than g,
// so that those of g are not its subject: "a policeman guarding polio workers
// was shot dead".
func (r *reading) disagrees(g *group, i int) bool {
	if !r.in(i, "was has is") || g.named || g.head < 0 || g.sum || r.in(g.head, "family household crew couple staff personnel") {
		return false
	}
	return g.generic || g.count.Best() > 1 && g.head == g.last-1 && strings.HasSuffix(r.lower(g.head), "s")
}

// sexTold settles the sex of the single person g of whom only the work is
// told by the pronoun that follows: "A farmer was killed and his wife lost a
// leg", "The driver died. He was 53".
func (r *reading) sexTold(g *group, s text.Sentence) {
	if g.count != event.N(1) || g.kind != event.People && g.kind != event.Civilian || g.head < 0 || g.named && !g.byName && g.kind == event.Civilian || g.pronoun || g.nth || g.partly || g.other && g.alone {
		return
	}
	to := s.Last
	for k := g.last; k < len(r.w) && k < g.last+2*longestAside; k++ {
		if k >= to {
			// The next sentence must begin with the pronoun.
			if k > to || to != s.Last || k < len(r.w) && r.doc.Tokens[k].Gap != text.Space && r.doc.Tokens[k].Gap != text.None || !r.in(k, "he she his her") {
				return
			}
		}
		switch {
		case r.in(k, "he she") && k+1 < len(r.w) && r.lang.grammar.In(r.w[k+1], r.lang.say):
			return
		case r.in(k, "he his him himself"):
			g.kind = event.Man
			return
		case r.in(k, "she her herself"):
			g.kind = event.Woman
			return
		case r.doc.Is(k, ';'), r.doc.Of(k) == "“", r.doc.Of(k) == "\"":
			return
		}
		if r.nameAt(k) > k {
			if k <= g.end {
				k = r.nameAt(k) - 1
				continue
			}
			return
		}
		if m, ok := r.personWord(k); ok && !r.plural(m) && k >= g.end {
			return
		}
	}
}

// elsewhere adds to the statements hs of sentence s those that leave out all
// but a number and another place: "killed six in Mir Ali and one in Spinwam".
func (r *reading) elsewhere(hs []harm, s text.Sentence) []harm {
	for at := 0; at < len(hs); at++ {
		h := hs[at]
		if h.people.count.Best() == 0 || h.people.count.IsZero() || h.follows {
			continue
		}
		from := max(h.last, h.anchor+1)
		to := s.Last
		if at+1 < len(hs) {
			to = min(to, hs[at+1].first)
		}
		placed := false
		for k := from; k < to && k < from+2*longestAside; k++ {
			if r.doc.Is(k, ';') || r.lang.grammar.In(r.w[k], r.lang.relative) || r.lang.grammar.In(r.w[k], r.lang.be) {
				break
			}
			if r.in(k, "in at near") && r.spotWithin(k+1, 3) {
				placed = true
				continue
			}
			if !placed || !(r.lang.grammar.In(r.w[k-1], r.lang.and) || r.doc.Is(k-1, ',')) {
				continue
			}
			g, ok := r.groupAt(k, to)
			if !ok || g.pronoun || g.named || g.count.IsZero() || g.count.Best() == 0 || !r.in(g.last, "in at near") || !r.spotWithin(g.last+1, 3) {
				continue
			}
			if g.alone && g.head < 0 {
				g.kind = h.people.kind
			}
			g.other = false
			g.sentence = h.sentence
			hs = slices.Insert(hs, at+1, harm{h.sentence, g.first, g.last, g.first, g, h.kind, h.rule, event.Count{}, false, true})
			r.tailParts(&hs[at+1], to)
			break
		}
	}
	return hs
}

// spotWithin reports whether one of the n tokens from i on is of a place.
func (r *reading) spotWithin(i, n int) bool {
	for k := i; k < i+n && k < len(r.w) && r.doc.Tokens[k].Kind != text.Punct; k++ {
		if r.spot[k] != 0 {
			return true
		}
	}
	return false
}

// numberEnding is the count that ends before token i.
func (r *reading) numberEnding(i, lo int) (number.Number, bool) {
	for k := i - 1; k >= lo && k >= i-6; k-- {
		if n, ok := r.numberAt(k); ok {
			return n, n.Last == i
		}
	}
	return number.Number{}, false
}

// deadWithin reports whether tokens first to last-1 tell of death, as in "three
// men dead from gunshot wounds".
func (r *reading) deadWithin(first, last int) bool {
	for k := first; k < last; k++ {
		if r.lang.grammar.In(r.w[k], r.lang.dead) || r.lang.grammar.In(r.w[k], r.lang.died) {
			return true
		}
	}
	return false
}

// relates reports whether "that" at token i begins a clause with the people g,
// "a strike that killed two people", and does not point at them, "that wounded
// man".
func (r *reading) relates(i int, g group) bool {
	for k := i - 1; k > 0 && k > i-longestPhrase; k-- {
		if r.in(k, "for to") && r.in(k-1, "reprisal retaliation revenge retribution response") {
			return false // "in reprisal for a car bomb that killed 113": another act
		}
	}
	return r.in(i, "that") && (g.generic || g.named || g.sum || g.count.Best() > 1 || g.head != g.first)
}

// howMany reports whether tokens lo to hi-1 ask for a number, which then is not
// known: "None of the sources said how many were injured".
func (r *reading) howMany(lo, hi int) bool {
	for k := lo; k+1 < hi; k++ {
		if r.in(k, "how") && r.in(k+1, "many") {
			return true
		}
	}
	return false
}

// noneOf reports whether "no" stands shortly before token i: "No serious
// injuries were reported".
func (r *reading) noneOf(i int) bool {
	return r.in(i-1, "no without") || r.in(i-2, "no without") && r.doc.Tokens[i-1].Kind == text.Word
}

// ofVictims is the harm of those called victims: death, unless the article
// told of the injured alone.
func (r *reading) ofVictims(hs []harm) event.Harm {
	injured := false
	for _, list := range [][]harm{hs, r.harm} {
		for k := range list {
			switch list[k].kind {
			case event.Killed:
				return event.Killed
			case event.Injured:
				injured = true
			}
		}
	}
	if injured {
		return event.Injured
	}
	return event.Killed
}

// toldLast is the harm told last before the statements hs, for words such as
// "three of them".
func (r *reading) toldLast(hs []harm, def event.Harm) event.Harm {
	if n := len(hs); n > 0 {
		return hs[n-1].kind
	}
	if n := len(r.harm); n > 0 {
		return r.harm[n-1].kind
	}
	return def
}

// tailMembers reads those who are told to share the fate behind the words of
// harm: "was killed alongside his wife and their three sons", "detained the
// leader along with two suspected insurgents".
func (r *reading) tailMembers(h *harm, limit int) {
	if h.people.count.IsZero() || !h.people.count.HasMin() || h.people.count.Best() == 0 {
		return
	}
	for k := h.last; k < limit && k < h.last+longestAside; k++ {
		if r.doc.Is(k, ';') || r.lang.grammar.In(r.w[k], r.lang.when) && !r.in(k, "as") {
			return // "while searching for a leader as well as …"
		}
		w := r.joins(k, limit)
		if w == 0 || r.lang.grammar.In(r.w[k], r.lang.and) {
			continue
		}
		g, ok := r.groupAt(k+w, limit)
		if !ok || g.head < 0 {
			return
		}
		if g = r.groupList(g, limit); g.count.IsZero() || !g.count.HasMin() {
			return
		}
		parts := g.parts
		h.people = r.together([]group{h.people, g})
		if !g.sum && len(parts) > 0 {
			h.people.parts = append(h.people.parts, parts...)
		}
		h.last = max(h.last, g.end)
		return
	}
}

// antecedent is the single person told of before that the pronoun g stands
// for: "A man was shot at noon. He died in hospital."
func (r *reading) antecedent(g group, hs []harm, si int) (group, bool) {
	fits := func(h *harm) bool {
		if h.people.count != event.N(1) || h.people.head < 0 {
			return false
		}
		switch h.people.kind {
		case event.Woman:
			return g.kind == event.Woman
		case event.Man:
			return g.kind == event.Man
		}
		return true
	}
	for k := len(hs) - 1; k >= 0; k-- {
		if fits(&hs[k]) && hs[k].people.last <= g.first {
			g.kind = hs[k].people.kind
			return g, true
		}
	}
	for k := len(r.harm) - 1; k >= 0 && r.harm[k].sentence >= si-3; k-- {
		if fits(&r.harm[k]) {
			g.kind = r.harm[k].people.kind
			return g, true
		}
	}
	return g, false
}

// inherit gives the number of statement k that stands alone the group of the
// people told before it: "killed two soldiers and wounded eight others",
// "Seven militants died in the raids. Six were shot dead in Mir Ali".
func (r *reading) inherit(hs []harm, k int, s text.Sentence) {
	p := &hs[k].people
	if !p.alone || p.kind != event.People || p.count.Best() == 0 || p.sum || len(p.parts) > 0 {
		return
	}
	var from *harm
	switch {
	case k > 0:
		from = &hs[k-1]
	case p.first <= s.First+1 && len(r.harm) > 0 && r.harm[len(r.harm)-1].sentence == hs[k].sentence-1:
		from = &r.harm[len(r.harm)-1]
		if !p.other && from.people.count.Best() < p.count.Best() {
			return
		}
	}
	if from == nil || from.people.sum || from.people.count.IsZero() || from.people.head < 0 && !from.people.alone {
		return
	}
	if p.nth {
		p.kind = from.people.kind
		return
	}
	switch from.people.kind {
	case event.Military, event.Militant, event.Police, event.Rescuer:
		if from.kind == event.Captured && hs[k].kind != event.Captured {
			return
		}
		p.kind = from.people.kind
	}
}

// tailParts reads the parts that follow a statement of harm further on: "left
// 12 dead in two villages, three of them children".
func (r *reading) tailParts(h *harm, limit int) {
	if len(h.people.parts) > 0 && !h.people.sum || h.people.count == event.N(0) {
		return
	}
	for k := max(h.last, h.people.end); k < limit && k < h.last+longestAside; k++ {
		if !(r.doc.Is(k, ',') || r.doc.Is(k, '(') || r.doc.Is(k, ':') || r.in(k, "including") || r.doc.Tokens[k].Kind == text.Punct && r.doc.Of(k) == "–") {
			continue
		}
		g := r.groupParts(group{first: k, last: k, head: k, count: h.people.count, kind: h.people.kind}, limit)
		if len(g.parts) > 0 {
			h.people.parts = append(append([]group(nil), h.people.parts...), g.parts...)
			h.people.tail = true
			h.last = max(h.last, g.end)
			return
		}
	}
}

// someKilled and someInjured are the kinds of rules that tell of the dead or
// the injured in the plural without a word for the people.
const (
	someKilled  event.Harm = "some-killed"
	someInjured event.Harm = "some-injured"
)

// noCivilians is the kind of rules that say that civilians came to no harm.
const noCivilians event.Harm = "nobody-civilian"

// zeroes are the kinds of rules that say that no one came to harm, with the
// harms that they deny.
var zeroes = map[event.Harm][]event.Harm{
	"nobody":    {event.Killed, event.Injured},
	"unhurt":    {event.Injured},
	"unkilled":  {event.Killed},
	noCivilians: {event.Killed, event.Injured},
}

// taken reports whether a phrase that shares words with g has its fate
// already: people are told to come to one harm at a time.
func (r *reading) taken(hs []harm, g group) bool {
	for _, h := range hs {
		if h.people.first < g.last && g.first < h.people.last {
			return true
		}
	}
	return false
}

// captured is the people phrase that filled a slot; a number alone counts
// people in general.
func (r *reading) captured(c rules.Capture) group {
	if c.Kind != "n" {
		return r.people[c.ID]
	}
	return group{first: c.First, last: c.Last, end: c.Last, head: -1, kind: event.People, count: r.numbers[c.ID].Count}
}

// matchText shows a reading to the rules.
type matchText struct{ *reading }

func (t matchText) Words() []int32 { return t.w }

func (t matchText) Features(lo, hi int) *rules.Features { return t.featuresOf(lo, hi) }

func (t matchText) Starting(kind string, i int, dst []rules.Ref) []rules.Ref {
	switch kind {
	case "people", "bodies":
		if t.startAt == nil {
			break
		}
		for k := t.startAt[i]; k > 0; k = t.people[k-1].nextStart {
			g := &t.people[k-1]
			if kind == "bodies" && !t.bodies(g) {
				continue
			}
			dst = append(dst, rules.Ref{Edge: g.end, ID: int(k - 1)})
			if g.end != g.last {
				dst = append(dst, rules.Ref{Edge: g.last, ID: int(k - 1)})
			}
		}
		slices.SortStableFunc(dst, func(a, b rules.Ref) int { return b.Edge - a.Edge })
	case "n":
		if k := t.numAt[i]; k > 0 {
			dst = append(dst, rules.Ref{Edge: t.numbers[k-1].Last, ID: int(k - 1)})
		}
	}
	return dst
}

func (t matchText) Ending(kind string, i int, dst []rules.Ref) []rules.Ref {
	switch kind {
	case "people", "bodies":
		if t.startAt == nil {
			break
		}
		for k := t.endAt[i]; k > 0; k = t.people[k-1].nextEnd {
			if g := &t.people[k-1]; kind == "people" && !t.disagrees(g, i) || kind == "bodies" && t.bodies(g) {
				dst = append(dst, rules.Ref{Edge: g.first, ID: int(k - 1)})
			}
		}
		for k := t.lastAt[i]; k > 0; k = t.people[k-1].nextLast {
			if g := &t.people[k-1]; g.end != g.last && (kind == "people" && !t.disagrees(g, i) || kind == "bodies" && t.bodies(g)) {
				dst = append(dst, rules.Ref{Edge: g.first, ID: int(k - 1)})
			}
		}
		slices.SortStableFunc(dst, func(a, b rules.Ref) int { return a.Edge - b.Edge })
	case "n":
		// A number is a handful of tokens at most.
		for f := i - 1; f >= 0 && f >= i-8; f-- {
			if k := t.numAt[f]; k > 0 {
				if t.numbers[k-1].Last == i {
					dst = append(dst, rules.Ref{Edge: f, ID: int(k - 1)})
				}
				break
			}
		}
	}
	return dst
}

// bodies reports whether g tells of the dead by its own words.
func (t matchText) bodies(g *group) bool {
	for k := g.first; k < g.last; k++ {
		if t.in(k, "bodies body corpses corpse remains") {
			return true
		}
	}
	return false
}

// Gap admits words but no marks, other than those around an abbreviation: "a
// device (IED) that killed five".
func (t matchText) Gap(i int) bool {
	switch {
	case t.doc.Tokens[i].Kind != text.Punct:
		return true
	case t.doc.Is(i, '('):
		return i+2 < len(t.doc.Tokens) && t.doc.Is(i+2, ')')
	case t.doc.Is(i, ')'):
		return i >= 2 && t.doc.Is(i-2, '(')
	}
	return false
}

const (
	longestAside  = 25 // tokens of an apposition or relative clause
	longestPhrase = 7  // tokens of a prepositional phrase
)

// See passes over one thing that may stand between a subject and its verb.
func (t matchText) See(i int, back bool, dst []int) []int {
	if back {
		return t.seeBack(i, dst)
	}
	return t.seeForward(i, dst)
}

func (t matchText) seeForward(i int, dst []int) []int {
	if i >= len(t.w) {
		return dst
	}
	l, g := t.lang, t.lang.grammar
	tok := &t.doc.Tokens[i]
	if tok.Kind == text.Punct {
		switch {
		case t.doc.Is(i, ','):
			for k, n := i+1, 0; k < len(t.w) && n < longestAside && len(dst) < 3; k, n = k+1, n+1 {
				if t.doc.Is(k, ',') {
					dst = append(dst, k+1)
				}
			}
			dst = append(dst, i+1)
		case t.doc.Is(i, '('):
			for k, n := i+1, 0; k < len(t.w) && n < longestAside; k, n = k+1, n+1 {
				if t.doc.Is(k, ')') {
					return append(dst, k+1)
				}
			}
		default:
			if c := t.doc.Of(i); c == "–" || c == "—" || c == "-" {
				for k, n := i+1, 0; k < len(t.w) && n < longestAside; k, n = k+1, n+1 {
					if t.doc.Of(k) == c {
						return append(dst, k+1)
					}
				}
			} else if c == "“" || c == "”" || c == "\"" || c == "'" || c == "‘" || c == "’" {
				return append(dst, i+1)
			}
		}
		return dst
	}
	w := t.w[i]
	switch {
	case g.In(w, l.adverb):
		return append(dst, i+1)
	case g.In(w, l.prep):
		// To the end of the phrase: the next verb, mark, preposition or
		// conjunction.
		for k, n := i+1, 0; k < len(t.w) && n < longestPhrase; k, n = k+1, n+1 {
			if t.stop(k) {
				break
			}
			dst = append(dst, k+1)
			if len(dst) == cap(dst) {
				break
			}
		}
		// The longest reach is the likeliest.
		for a, b := 0, len(dst)-1; a < b; a, b = a+1, b-1 {
			dst[a], dst[b] = dst[b], dst[a]
		}
	case g.In(w, l.relative) && i > 0 && t.in(i-1, "believed believe believes thought think feared fear hoped knew suspected suspect"):
	case g.In(w, l.relative), tok.Case == text.Lower && strings.HasSuffix(t.lower(i), "ing") && i > 0 && t.doc.Tokens[i-1].Kind != text.Punct && !g.In(t.w[i-1], l.be) && !g.In(t.w[i-1], l.have):
		// "two men riding a motorbike were"
		for k, n := i+2, 0; k < len(t.w) && n < longestAside; k, n = k+1, n+1 {
			if t.doc.Tokens[k].Kind == text.Punct {
				break
			}
			if g.In(t.w[k], l.be) || g.In(t.w[k], l.have) || g.In(t.w[k], l.died) {
				dst = append(dst, k)
				if len(dst) == 4 {
					break
				}
			}
		}
	}
	return dst
}

// stop reports whether a noun phrase cannot go on over token k.
func (t matchText) stop(k int) bool {
	l, g := t.lang, t.lang.grammar
	w := t.w[k]
	if t.doc.Tokens[k].Kind == text.Clitic && t.in(k, "s") && k > 0 && !g.In(t.w[k-1], l.pronoun) && !t.in(k-1, "there here that") {
		return false // "the toll from Monday's strike rose"
	}
	return t.doc.Tokens[k].Kind == text.Punct && !t.quotes(k) || g.In(w, l.be) || g.In(w, l.have) || g.In(w, l.modal) || g.In(w, l.conj) ||
		g.In(w, l.prep) || g.In(w, l.relative) || g.In(w, l.when) || g.In(w, l.say) || t.in(k, "those")
}

// quotes reports whether token k is a mark around a name within a phrase: "four
// workers from the “Zahraa Center” were injured".
func (t matchText) quotes(k int) bool {
	c := t.doc.Of(k)
	return c == "“" || c == "”"
}

// listEnds reports whether a list of people that has commas of its own ends
// before the comma of token p, which then begins no aside: "The guard and his
// wife, and three pupils, also died", "His sons, Ivan, 27, and Oleh, 21, died".
func (t matchText) listEnds(p int) bool {
	if t.endAt == nil {
		return false
	}
	for k := t.endAt[p]; k > 0; k = t.people[k-1].nextEnd {
		g := &t.people[k-1]
		if !g.sum && len(g.names) < 2 {
			continue
		}
		aside := g.first > 0 && t.doc.Is(g.first-1, ',')
		for i := g.first; i < g.end; i++ {
			if t.doc.Is(i, ',') && (!aside || t.lang.grammar.In(t.w[i+1], t.lang.and)) {
				return true
			}
		}
	}
	return false
}

func (t matchText) seeBack(i int, dst []int) []int {
	if i <= 0 {
		return dst
	}
	l, g := t.lang, t.lang.grammar
	p := i - 1
	tok := &t.doc.Tokens[p]
	if tok.Kind == text.Punct {
		switch {
		case t.doc.Is(p, ',') && t.listEnds(p):
			return append(dst, p)
		case t.doc.Is(p, ','):
			for k, n := p-1, 0; k >= 0 && n < longestAside && len(dst) < 3; k, n = k-1, n+1 {
				if t.doc.Is(k, ',') {
					dst = append(dst, k)
				}
			}
			dst = append(dst, p)
		case t.doc.Is(p, ')'):
			for k, n := p-1, 0; k >= 0 && n < longestAside; k, n = k-1, n+1 {
				if t.doc.Is(k, '(') {
					return append(dst, k)
				}
			}
		default:
			if c := t.doc.Of(p); c == "–" || c == "—" || c == "-" {
				for k, n := p-1, 0; k >= 0 && n < longestAside; k, n = k-1, n+1 {
					if t.doc.Of(k) == c {
						return append(dst, k)
					}
				}
			} else if c == "“" || c == "”" || c == "\"" || c == "'" || c == "‘" || c == "’" {
				return append(dst, p)
			}
		}
		return dst
	}
	if g.In(t.w[p], l.adverb) {
		return append(dst, p)
	}
	for k, n := p, 0; k > 0 && n < longestAside; k, n = k-1, n+1 {
		if t.doc.Tokens[k].Kind == text.Punct && !t.quotes(k) || t.in(k, "those") {
			break
		}
		if n < longestPhrase && g.In(t.w[k], l.prep) {
			dst = append(dst, k)
		}
		if g.In(t.w[k], l.relative) || t.doc.Tokens[k].Case == text.Lower && k < p && strings.HasSuffix(t.lower(k), "ing") && !g.In(t.w[k], l.prep) && !g.In(t.w[k-1], l.be) && !g.In(t.w[k-1], l.have) {
			dst = append(dst, k)
		}
		if len(dst) >= 4 {
			break
		}
	}
	return dst
}

// harmText is the reading of a sentence in the notation of the rules'
// examples: "killed 4 civilian; injured 2+ people".
func harmText(hs []harm) string {
	var b []string
	for _, h := range hs {
		for _, g := range flatten(nil, h.people) {
			c := g.count.String()
			if c == "" {
				c = "some"
			}
			b = append(b, string(h.kind)+" "+c+" "+string(g.kind))
		}
	}
	return strings.Join(b, "; ")
}

// flatten lists a phrase and its parts, the whole first. Members of a row that
// are of one group make one part: "a girl of nine and a boy of 11" are two
// children. The list lies in the memory of dst.
func flatten(dst []group, g group) []group {
	out := append(dst[:0], g)
	for i := 0; i < len(g.parts); i++ {
		p := g.parts[i]
		if g.sum && p.kind == g.kind || p.count.IsZero() {
			continue
		}
		if n := spelledOut(g.parts[i:], g.sum); n > 0 {
			i += n // "two children, a boy and a girl"
		}
		at := -1
		for k := 1; k < len(out) && (g.sum || p.row); k++ {
			if o := &out[k]; o.kind == p.kind && (g.sum || o.row) && !o.partly && !p.partly && o.count.HasMin() && p.count.HasMin() && personal(p.kind) {
				at = k
			}
		}
		if at < 0 {
			out = append(out, p)
			continue
		}
		o := &out[at]
		o.count, _ = sumOf([]group{*o, p})
		o.names = append(o.names[:len(o.names):len(o.names)], p.names...)
		o.first, o.last = min(o.first, p.first), max(o.last, p.last)
	}
	return out
}

// personal reports whether k tells of age or sex. Soldiers and fighters told
// one after the other may be of two sides: "84 of its men and 47 Malian
// troops".
func personal(k event.Group) bool {
	return k == event.Child || k == event.Woman || k == event.Man || k == event.Elderly
}

// spelledOut is how many of the parts behind the first only say who those of
// the first are: one by one, they are of its group and as many.
func spelledOut(parts []group, sum bool) int {
	n := 0
	for k := 1; k < len(parts); k++ {
		p := &parts[k]
		if p.kind != parts[0].kind || !(sum || p.row) || p.count != event.N(1) {
			break
		}
		if n++; event.N(n) == parts[0].count && n > 1 {
			return n
		}
	}
	return 0
}

// underArms reports whether g is of soldiers, fighters or police, all of it:
// "four guerrillas and two Israeli soldiers".
func (r *reading) underArms(g group) bool {
	armed := func(k event.Group) bool { return k == event.Military || k == event.Militant || k == event.Police }
	if !g.sum {
		return armed(g.kind)
	}
	return !slices.ContainsFunc(g.parts, func(p group) bool { return !armed(p.kind) })
}
