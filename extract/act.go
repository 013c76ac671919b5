package extract

import (
	"slices"
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/rules"
	"github.com/sitrep-go/sitrep/internal/text"
)

// The kinds of act that are no type of a record by themselves: what they are
// is settled by weapon, target and the rest of the report.
const (
	anyStrike event.Type = "strike"
	anyAttack event.Type = "attack"
	anyBlast  event.Type = "blast"
	anyBombed event.Type = "bombed"
	noAct     event.Type = "none"
)

// An act is a word that names an act of violence.
type act struct {
	sentence    int
	first, last int // tokens of the words, half-open
	anchor      int
	kind        event.Type
	rule        string
	realis      realis
	verb        bool
	def         bool // "the attack": refers back
	fresh       bool // "another attack", "a separate strike"
	plural      bool
	weapon      bool // told by a weapon alone
	clause      bool // its words hold a verb: "a drone dived at them"
	victim      bool // a verb with whom it was done to: "bombed the bank", "was stabbed"
}

// acts reads the acts of sentence s, number si. They are good until the next
// call.
func (r *reading) acts(si int, s text.Sentence) []act { return r.actsBy(si, s, nil) }

// actsBy reads with one rule only, or with all where only is nil.
func (r *reading) actsBy(si int, s text.Sentence, only *rules.Rule) []act {
	found := r.found(r.lang.acts, s, only)
	if len(found) == 0 {
		return nil
	}
	// Overlapping words are one act: what is exact, or no act, before the open
	// kinds; of these what asks for more words ("shot down a helicopter" before
	// "shot down"), then what is no act, the longer, and the earlier rule.
	slices.SortStableFunc(found, func(a, b rules.Match) int {
		x, y := rank(&a), rank(&b)
		if x != y && (x > 1 || y > 1) {
			return x - y
		}
		if a.Weight != b.Weight {
			return b.Weight - a.Weight
		}
		if x != y {
			return x - y
		}
		if n, m := a.Last-a.First, b.Last-b.First; n != m {
			return m - n
		}
		return a.Rule.Order - b.Rule.Order
	})
	kept := found[:0]
	var room [128]bool
	taken := room[:]
	if s.Last-s.First > len(room) {
		taken = make([]bool, s.Last-s.First)
	}
	for k := range found {
		m := &found[k]
		span := taken[m.First-s.First : m.Last-s.First]
		if slices.Contains(span, true) {
			continue
		}
		for i := range span {
			span[i] = true
		}
		kept = append(kept, *m)
	}
	slices.SortStableFunc(kept, func(a, b rules.Match) int { return a.Anchor - b.Anchor })
	out := r.actRoom[:0]
	for k := range kept {
		m := &kept[k]
		a := act{sentence: si, first: m.First, last: m.Last, anchor: m.Anchor, kind: event.Type(m.Rule.Args[0]), rule: m.Rule.Name}
		if a.last-a.first == 1 && r.lang.grammar.In(r.w[a.anchor], r.lang.nounOrVerb) && (r.in(a.first-1, "a an") || !r.hasVictim(a.anchor, a.last, s) && !r.in(a.last, "dead") && r.isNoun(a.anchor, s)) {
			continue // "military targets" are no act
		}
		if a.last-a.first == 1 && r.in(a.first-1, "a an") && strings.HasSuffix(r.lower(a.first), "ed") {
			continue // "a targeted sanction", "a destroyed house"
		}
		r.weigh(&a, s)
		if len(m.Rule.Args) > 1 && m.Rule.Args[1] == "tried" && a.realis == happened {
			a.realis = tried
		}
		out = append(out, a)
	}
	r.actRoom = out
	return out
}

// found is what the rules of a stage match in sentence s, until the next call.
func (r *reading) found(st *rules.Stage, s text.Sentence, only *rules.Rule) []rules.Match {
	r.foundRoom, r.captureRoom = r.foundRoom[:0], r.captureRoom[:0]
	st.Match(matchText{r}, s.First, s.Last, only, func(m rules.Match) {
		from := len(r.captureRoom)
		r.captureRoom = append(r.captureRoom, m.Captures...)
		m.Captures = r.captureRoom[from:len(r.captureRoom):len(r.captureRoom)]
		r.foundRoom = append(r.foundRoom, m)
	})
	return r.foundRoom
}

func rank(m *rules.Match) int {
	switch event.Type(m.Rule.Args[0]) {
	case noAct:
		return 0
	case anyStrike, anyAttack:
		return 3
	case anyBlast, anyBombed:
		return 2
	}
	return 1
}

// weaponActs adds the acts that a sentence tells by its weapons alone: "Russia
// sent 70 missiles", "Ten shells from a howitzer overnight", "a drone put a
// missile through the window".
func (r *reading) weaponActs(si int, s text.Sentence, acts []act) []act {
	in := r.weaponsIn(si, si)
	for k := range in {
		w := &in[k]
		if w.use != usedWeapon || w.definite && w.launched.IsZero() && w.intercepted.IsZero() {
			continue
		}
		kind, ok := kindByWeapon[w.category]
		if !ok {
			continue
		}
		counted := !w.launched.IsZero() || !w.intercepted.IsZero()
		told := false
		shot := w.id != "" && r.isFired(w.first, s)
		for _, a := range acts {
			if a.first < w.last && w.first < a.last || !counted && !shot && a.kind != noAct {
				told = true
				break
			}
		}
		if told || !shot && r.has(si, r.lang.store) && r.inStore(s) {
			continue
		}
		a := act{sentence: si, first: w.first, last: w.last, anchor: w.head, kind: kind, rule: "acts/weapon", weapon: true}
		if shot {
			a.weapon, a.clause = false, true
		}
		r.weigh(&a, s)
		if counted && a.realis == denied {
			a.realis = happened
		}
		if a.realis == happened && w.launched.IsZero() && !w.intercepted.IsZero() {
			a.realis = tried
		}
		acts = append(acts, a)
	}
	slices.SortStableFunc(acts, func(a, b act) int { return a.anchor - b.anchor })
	return acts
}

// inStore reports whether sentence s speaks of weapons as they are given, made,
// owned or shown, and of none that is used: "The package includes 1,600 missiles",
// "Two tanks rolled past in the parade".
func (r *reading) inStore(s text.Sentence) bool {
	l, g := r.lang, r.lang.grammar
	stored := false
	for k := s.First; k < s.Last; k++ {
		switch w := r.w[k]; {
		case w <= 0:
		case g.In(w, l.actVerb), g.In(w, l.dive), g.In(w, l.drop), g.In(w, l.wentOff), g.In(w, l.foil), g.In(w, l.kill), g.In(w, l.injure), r.in(k, "shot downed sent"):
			return false
		case g.In(w, l.store):
			stored = true
		}
	}
	return stored
}

// isFired reports whether a verb of firing governs the weapon at token i:
// "firing a Falaq-1 at a base".
func (r *reading) isFired(i int, s text.Sentence) bool {
	for k, n := i-1, 0; k >= s.First && n < 4 && r.doc.Tokens[k].Kind != text.Punct; k, n = k-1, n+1 {
		if r.in(k, "fired fires firing launched launches launching") {
			return true
		}
	}
	return false
}

// weigh settles how the act is told: verb or noun, known or new, and whether
// it took place.
func (r *reading) weigh(a *act, s text.Sentence) {
	l, g := r.lang, r.lang.grammar
	// The determiner stands before the words and their modifiers.
	_, counted := r.numberAt(a.first) // "Over the night 47 drones …"
	// "The Houthis launched two missiles": a verb in front has none.
	verbal := a.last-a.first > 1 && g.In(r.w[a.first], l.actVerb) && !strings.HasSuffix(r.lower(a.first), "ing")
	for k, n := a.first-1, 0; k >= s.First && n < 5 && !verbal; k, n = k-1, n+1 {
		t := &r.doc.Tokens[k]
		if _, number := r.numberAt(k); number || t.Kind == text.Punct {
			break // "at the same hour two missiles struck"
		}
		if t.Kind == text.Clitic && r.in(k, "s") {
			a.def = true
			break
		}
		w := r.w[k]
		if g.In(w, l.definite) {
			// "added that rockets had come down"
			clause := r.in(k, "that") && k > s.First && (g.In(r.w[k-1], l.say) || r.in(k-1, "it him her them us and but reporters"))
			a.def = !counted && !clause
			break
		}
		if g.In(w, l.fresh) {
			a.fresh = true
		}
		if g.In(w, l.det) || g.In(w, l.prep) || g.In(w, l.be) || g.In(w, l.have) || g.In(w, l.and) || g.In(w, l.when) || g.In(w, l.relative) {
			break
		}
	}
	a.verb = g.In(r.w[a.anchor], l.actVerb)
	for k := a.first; k < a.last && !a.clause; k++ {
		w := r.w[k]
		a.clause = w > 0 && (g.In(w, l.actVerb) || g.In(w, l.dive) || g.In(w, l.drop) || g.In(w, l.wentOff))
	}
	a.plural = !a.verb && g.In(r.w[a.last-1], l.pluralActs)
	a.victim = a.verb && r.hasVictim(a.anchor, a.last, s)
	a.realis = r.realis(a.first, a.anchor, s)
	for k := a.first; k+1 < a.last && a.realis == happened; k++ {
		// "the rebels may attack", "missiles could hit"
		if g.In(r.w[k], l.modal) && r.doc.Tokens[k].Case == text.Lower && g.In(r.w[k+1], l.baseVerb) && !g.In(r.w[k+1], l.perceive) {
			a.realis = unreal
		}
	}
	if a.realis == happened && !a.verb && (r.in(a.first-1, "no") || r.in(a.first-2, "no") && !r.in(a.first-1, "of on in")) {
		a.realis = denied // "there was no bomb attack"
	}
}

// hasVictim reports whether the verb at token at, whose words end before
// token end, is done to something: "bombed the bank", "stabbed two officers",
// "was ambushed".
func (r *reading) hasVictim(at, end int, s text.Sentence) bool {
	l, g := r.lang, r.lang.grammar
	for k, n := at-1, 0; k >= s.First && n < 3; k, n = k-1, n+1 {
		if g.In(r.w[k], l.be) {
			return true
		}
		if !g.In(r.w[k], l.adverb) {
			break
		}
	}
	if end >= s.Last {
		return false
	}
	t := &r.doc.Tokens[end]
	if _, counted := r.numberAt(end); counted || g.In(r.w[end], l.det) || r.personAt[end] > 0 {
		return true
	}
	return t.Kind == text.Word && t.Case != text.Lower && !g.In(r.w[end], l.prep)
}

// actText is the reading of a sentence in the notation of the rules'
// examples: the kinds in order, each with how it is told where it did not
// just happen.
func actText(as []act) string {
	var b []string
	for _, a := range as {
		t := string(a.kind)
		if a.realis != happened && a.kind != noAct {
			t += " " + a.realis.String()
		}
		b = append(b, t)
	}
	return strings.Join(b, "; ")
}
