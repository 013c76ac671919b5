package extract

import "github.com/sitrep-go/sitrep/internal/text"

// A realis says whether the words report an act as something that took place.
type realis uint8

const (
	happened  realis = iota
	tried            // intercepted, foiled, failed
	denied           // "denied carrying out"
	unreal           // threatened, planned, feared, possible, to come
	habitual         // "attacks in recent months", "daily shelling"
	reference        // a name for it only: "the 2014 war"
)

// realis reads whether the verb or noun of tokens first to anchor is told as
// something that took place.
func (r *reading) realis(first, anchor int, s text.Sentence) realis {
	l, g := r.lang, r.lang.grammar
	// What governs the words stands before them in the same clause.
	for k, n := first-1, 0; k >= s.First && n < 8; k, n = k-1, n+1 {
		t := &r.doc.Tokens[k]
		if t.Kind == text.Punct && !r.doc.Is(k, ',') {
			c := r.doc.Of(k)
			if c != "“" && c != "\"" && c != "‘" && c != "'" {
				break
			}
			continue
		}
		w := r.w[k]
		switch {
		case r.doc.Is(k, ','):
			n = 8
		case n < 5 && g.In(w, l.foil), n < 1 && r.in(k, "nearly almost"):
			return tried
		case n < 4 && g.In(w, l.modal) && n < 4:
			return unreal
		case n < 5 && g.In(w, l.irrealis):
			return unreal
		case n < 1 && r.lower(k) == "to" && r.doc.Tokens[first].Case == text.Lower && g.In(r.w[first], l.baseVerb):
			return unreal
		case n < 8 && g.In(w, l.iff):
			return unreal
		case n < 3 && g.In(w, l.not) && n < 3:
			return denied
		case n < 4 && g.In(w, l.deny):
			return denied
		}
	}
	for k, n := anchor+1, 0; k < s.Last && n < 6; k, n = k+1, n+1 {
		if r.doc.Tokens[k].Kind == text.Punct {
			break
		}
		if g.In(r.w[k], l.foil) && n < 4 {
			return tried
		}
	}
	return happened
}
