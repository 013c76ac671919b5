package extract

import (
	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// A doer is an actor in the place of one who did it.
type doer struct {
	first, last int
	actor       actor
	certainty   event.Certainty
	claimant    string
	rule        string
}

// readDoers lists the actors whom the words of sentence s, number si, make
// the doers of an act.
func (r *reading) readDoers(si int, s text.Sentence, acts []act, harms []harm) {
	for k := range r.actors {
		a := &r.actors[k]
		if a.first < s.First || a.first >= s.Last || a.land || a.name == "" && a.word == "" {
			continue
		}
		if rule, cert := r.roleOf(a, s, acts, harms); rule != "" {
			r.doers = append(r.doers, doer{a.first, a.last, *a, cert, "", "perpetrator/" + rule})
		}
	}
}

// roleOf tells by which words a is the doer of an act in its sentence, and
// how sure the words are; the rule is empty where a is none.
func (r *reading) roleOf(a *actor, s text.Sentence, acts []act, harms []harm) (string, event.Certainty) {
	l, g := r.lang, r.lang.grammar
	real := func(lo, hi int) bool {
		for _, c := range acts {
			if c.kind != noAct && c.realis != unreal && c.first < hi && lo < c.last {
				return true
			}
		}
		for _, h := range harms {
			if h.first < hi && lo < h.last && h.anchor >= lo {
				return true
			}
		}
		return false
	}
	// "blamed Israel", "accused the RSF of", "blamed on Boko Haram",
	// "suspected al-Shabaab militants".
	before := a.first - 1
	for before > s.First && r.in(before, "the on a an its") {
		before--
	}
	switch {
	case before < s.First:
	case g.In(r.w[before], l.suspect):
		return "suspected", event.Suspected
	case g.In(r.w[before], l.blame):
		return "blamed", event.Accused
	}
	if r.lower(before) == "by" && real(s.First, a.first) {
		return "by", event.ReportedAsFact
	}
	if a.of && real(a.first, min(a.last+6, s.Last)) {
		return "of", event.ReportedAsFact
	}
	// "claimed responsibility", "said it was behind".
	for k, n := a.last, 0; k < s.Last && n < 10; k, n = k+1, n+1 {
		if r.in(k, "responsibility") && n < 8 {
			return "claims", event.Claimed
		}
	}
	// "said it had sent the bomber", "said it fired them", "was behind".
	for k, n := a.last, 0; k < s.Last && n < 8; k, n = k+1, n+1 {
		if g.In(r.w[k], l.say) && r.in(k+1, "it its that they") {
			for j, m := k+1, 0; j < s.Last && m < 8; j, m = j+1, m+1 {
				if g.In(r.w[j], l.doing) && !r.passive(j, s) || r.in(j, "responsible behind") {
					return "says-it-did", event.Claimed
				}
			}
		}
	}
	if r.afterOf(a, s) {
		return "", ""
	}
	// The subject of the act: nothing but auxiliaries, adverbs and what the
	// actor is like stands between.
	said := false
	for k, n := a.last, 0; k < s.Last && n < 14; k, n = k+1, n+1 {
		w := r.w[k]
		t := &r.doc.Tokens[k]
		if real(k, k+1) && (g.In(w, l.actVerb) || g.In(w, l.kill) || g.In(w, l.injure) || g.In(w, l.abducted) || g.In(w, l.doing)) {
			if r.passive(k, s) {
				return "", ""
			}
			if said {
				return "says-it-did", event.Claimed
			}
			return "subject", event.ReportedAsFact
		}
		switch {
		case g.In(w, l.doing) && real(k, min(k+7, s.Last)):
			if said {
				return "says-it-did", event.Claimed
			}
			return "does", event.ReportedAsFact
		case g.In(w, l.say):
			// "Israel said it had struck", "the army said its troops killed"
			if !r.in(k+1, "it its that they their he his") && !(r.in(k+1, "on") && n < 6) {
				return "", ""
			}
			said = true
		case t.Kind == text.Punct && !r.doc.Is(k, ','):
			return "", ""
		case said && r.in(k, "it its they their he his that had have forces troops fighters soldiers warplanes jets men air force"):
		case g.In(w, l.have) || g.In(w, l.adverb) || g.In(w, l.relative) || r.in(k, "on of from in forces troops fighters militants soldiers gunmen then a the had also jets aircraft warplanes drones artillery"):
		case t.Kind == text.Word && n < 5 && t.Case != text.Lower:
		case r.doc.Is(k, ',') && n < 6:
		default:
			if n > 3 || g.In(w, l.be) || g.In(w, l.and) {
				return "", ""
			}
		}
	}
	return "", ""
}

// afterOf reports whether a only belongs to something: "the capital of
// Ukraine", "near Israel".
func (r *reading) afterOf(a *actor, s text.Sentence) bool {
	k := a.first - 1
	for k > s.First && r.in(k, "the a an") {
		k--
	}
	return k >= s.First && r.in(k, "of in against on to with at near from between into")
}

// passive reports whether the participle at k stands behind a form of "be".
func (r *reading) passive(k int, s text.Sentence) bool {
	for j, n := k-1, 0; j >= s.First && n < 3; j, n = j-1, n+1 {
		if r.lang.grammar.In(r.w[j], r.lang.be) {
			return true
		}
		if !r.lang.grammar.In(r.w[j], r.lang.adverb) {
			return false
		}
	}
	return false
}
