package extract

import (
	"slices"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
	"github.com/sitrep-go/sitrep/internal/text"
)

// credits lists those to whom sentence s, number si, puts down an act that it
// only speaks of: "it was the work of the BRN", "both attacks were their work",
// "they were herdsmen", "the BLA claimed that as well", "each side accused the
// other".
func (c clause) credits(si int, actors []actor) []doer {
	var out []doer
	for k := range actors {
		if a := &actors[k]; c.may(a) {
			if rule, cert := c.credited(a); rule != "" {
				out = append(out, doer{a.first, a.last, *a, cert, "", "perpetrator/" + rule})
			}
		}
	}
	in := c.saidIn(si)
	for k := range in {
		if st := &in[k]; c.own(&st.speaker) && st.stance == event.Asserts && c.takes(st) {
			if a := c.known.named(actor{first: st.speaker.first, last: st.speaker.last, rule: "actor/name"}, st.speaker.org); speaksOfItself(&a) {
				out = append(out, doer{a.first, a.last, a, event.Claimed, st.speaker.name, "perpetrator/takes"})
			}
		}
	}
	return append(out, c.eachOther()...)
}

// credited tells by which words of its sentence a is the one whose work an act
// was, and how sure they are.
func (c clause) credited(a *actor) (string, event.Certainty) {
	l, g := c.lang, c.lang.grammar
	before := c.beforeDet(c.whole(a))
	for before > c.s.First && (c.doc.Of(before) == "“" || c.doc.Of(before) == "\"" || c.in(before, "a an")) {
		before--
	}
	if before <= c.s.First {
		return "", ""
	}
	switch {
	case c.in(before, "of") && c.in(before-1, "work handiwork doing"):
		if c.negatedBefore(before-1, 7) {
			return "", "" // "were not the work of Al-Shabaab"
		}
		if st := c.saidBy(a.first); c.hedged(before-10, before) || st != nil && c.in(st.verb, "believes believe believed thinks suspects") {
			return "work", event.Suspected
		}
		return "work", event.ReportedAsFact
	case c.in(before, "of") && c.in(before-1, "victims") && c.in(before-2, "the"):
		return "work", event.ReportedAsFact // "They were the victims of bandits"
	case c.in(before, "by") && c.in(before-1, "terror terrorism provocation barbarity") && c.in(before-2, "of a") && c.saidBy(a.first) != nil:
		return "work", event.Accused // "called it an act of terror by the separatists"
	case g.In(c.w[before], l.be) && c.in(before-1, "they attackers assailants gunmen raiders killers kidnappers culprits perpetrators abductors") && !c.passiveBehind(a):
		if a.word != "police" && !g.In(c.w[a.last-1], l.be) {
			return "were", event.ReportedAsFact
		}
	}
	return "", ""
}

// passiveBehind reports whether a participle stands behind a, so that it is no
// predicate: "they were Hamas-trained".
func (c clause) passiveBehind(a *actor) bool {
	return a.last < c.s.Last && c.doc.Tokens[a.last].Joined()
}

// takes reports whether the speaker of st takes upon himself an act that was
// told of before: "said both attacks were their work", "says the drones were
// theirs", "claimed that as well", "said it was avenging the raid"; or tells by
// whose account his own struck: "According to the army, the aircraft had struck
// gunmen".
func (c clause) takes(st *statement) bool {
	l, g := c.lang, c.lang.grammar
	if g.In(c.w[st.verb], l.claimVerb) && c.in(st.verb+1, "that this it both them those all") {
		k := st.verb + 2
		if c.in(k, "one attack raid bombing blast") {
			k++
		}
		return k >= c.s.Last || c.doc.Tokens[k].Kind == text.Punct || c.in(k, "as too also in on")
	}
	switch st.speaker.org.ActorKind {
	case "group", "militia", "forces", "coalition", "ministry", "state":
	default:
		return false
	}
	for k := max(st.first, c.s.First); k < min(st.last, c.s.Last); k++ {
		switch {
		case c.in(k, "work handiwork doing") && c.in(k-1, "their its our") && !c.negatedBefore(k, 5), c.in(k, "theirs ours") && g.In(c.w[k-1], l.be):
			return true
		case c.in(k, "avenging retaliating replying responding") && g.In(c.w[k-1], l.be) && c.ownSubject(st.first, c.s) == k-1:
			return true
		}
	}
	return st.rule == "claims/according-to" && (st.speaker.org.ActorKind == "forces" || st.speaker.org.ActorKind == "coalition") && c.ownDeed(st, c.s) == deedDone
}

// negatedBefore reports whether one of the n tokens before k denies.
func (c clause) negatedBefore(k, n int) bool {
	for q := max(c.s.First, k-n); q < k; q++ {
		if c.lang.grammar.In(c.w[q], c.lang.not) {
			return true
		}
	}
	return false
}

// eachOther reads "each side accused the other", which names the two sides that
// the text names most.
func (c clause) eachOther() []doer {
	const sides = "each both"
	for k := c.find(c.s.First, c.s.Last, sides); k+3 < c.s.Last; k = c.find(k+1, c.s.Last, sides) {
		n := 0
		switch {
		case c.in(k, "each") && c.in(k+1, "side"), c.in(k, "both") && c.in(k+1, "sides"):
			for q := k + 2; q < min(k+8, c.s.Last-1) && n == 0; q++ {
				if c.in(q, "the each") && c.in(q+1, "other") && (c.in(q-1, "accused blamed accuses blames said says") || c.in(q-1, "on at")) {
					n = q + 2
				}
			}
		}
		if n == 0 || c.cast == nil {
			continue
		}
		var out []doer
		for _, e := range c.cast.rivals() {
			a := c.known.named(actor{first: k, last: n, rule: "actor/each"}, e)
			out = append(out, doer{k, n, a, event.Accused, "", "perpetrator/each-other"})
		}
		return out
	}
	return nil
}

// rivals are the two sides that the text names most, or none where it names one
// alone: states and those who fight them.
func (c *cast) rivals() []*catalogue.Entry {
	if c.rivaled {
		return c.twoSides
	}
	c.rivaled = true
	times := map[*catalogue.Entry]int{}
	var order []*catalogue.Entry
	for k := range c.ms {
		e := c.ms[k].Entry
		if e.Kind != catalogue.Actor || c.ms[k].Maybe {
			continue
		}
		switch e.ActorKind {
		case "state", "forces", "group", "militia", "coalition":
			d := c.doer(e)
			if d.ActorKind == "forces" && c.states[d.Country] != nil {
				d = c.states[d.Country]
			}
			if times[d]++; times[d] == 1 {
				order = append(order, d)
			}
		}
	}
	slices.SortStableFunc(order, func(a, b *catalogue.Entry) int { return times[b] - times[a] })
	if len(order) > 1 {
		c.twoSides = order[:2]
	}
	return c.twoSides
}
