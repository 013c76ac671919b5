package extract

import (
	"strings"

	"github.com/sitrep-go/sitrep/internal/rules"
	"github.com/sitrep-go/sitrep/internal/text"
)

// telling is the sets of words that say how an act is told, and what else a
// text may be about.
type telling struct {
	wish, achieve, beginAct, perceive, recall, court, happen, dive, drop, wentOff, protest, seize rules.Set
	natural, cause, game, crime, causeWords, often, trend, store, kin, sickness, staged, drill    rules.Set
}

func (t *telling) sets() map[string]*rules.Set {
	return map[string]*rules.Set{
		"wish": &t.wish, "achieve": &t.achieve, "begin-act": &t.beginAct, "perceive": &t.perceive, "recall": &t.recall, "court": &t.court, "happen": &t.happen,
		"dive": &t.dive, "drop": &t.drop, "went-off": &t.wentOff, "protest": &t.protest, "seize": &t.seize,
		"natural": &t.natural, "cause": &t.cause, "game": &t.game, "crime": &t.crime, "cause-words": &t.causeWords, "often": &t.often, "trend": &t.trend,
		"store": &t.store, "kin": &t.kin, "sickness": &t.sickness, "staged": &t.staged, "drill": &t.drill,
	}
}

// A realis says whether the words report an act as something that took place.
type realis uint8

const (
	happened  realis = iota
	tried            // intercepted, foiled, failed
	denied           // "there was no attack"
	unreal           // threatened, planned, feared, possible, to come
	reference        // named to place something else by it: "the anniversary of", "charged with"
	habit            // told as going on or as often done: "daily shelling", "attacks have increased"
)

func (v realis) String() string {
	return [...]string{"happened", "tried", "denied", "unreal", "reference", "habit"}[v]
}

// realis reads whether the verb or noun of tokens first to anchor is told as
// something that took place.
func (r *reading) realis(first, anchor int, s text.Sentence) realis {
	if v := r.ruledBy(first, anchor, s); v != happened {
		return v
	}
	if v := r.cameTo(anchor, s); v != happened {
		return v
	}
	if r.habitual(first, anchor, s) {
		return habit
	}
	return happened
}

// habitual reports whether the words of an act are told as going on or as
// often done: "under daily bombardment", "a rise in attacks", "bombings have
// increased", "no one is safe from such raids".
func (r *reading) habitual(first, anchor int, s text.Sentence) bool {
	l, g := r.lang, r.lang.grammar
	if r.in(anchor, "offensive counter-offensive counteroffensive offensives") {
		return true // which is many acts
	}
	if r.in(first, "weeks") && r.in(first+1, "of") {
		return true // "collapsed after weeks of fighting"
	}
	if r.in(first, "under") && !r.in(first-1, "came come comes was were is are be been") {
		return true // "say they will not leave, even under bombardment"
	}
	for k, n := first-1, 0; k >= s.First && n < 8 && r.doc.Tokens[k].Kind != text.Punct; k, n = k-1, n+1 {
		w := r.w[k]
		switch {
		case w <= 0:
			continue
		case n >= 4 && !g.In(r.w[anchor], l.pluralActs):
			return false
		case g.In(w, l.often):
			return true
		case n >= 4 && !g.In(w, l.prep):
		case n >= 4:
			return false
		case g.In(w, l.trend):
			return r.in(k+1, "in of the")
		case r.in(k, "every each") && r.in(k+1, "day night week month"):
			return true
		case r.in(k, "because") && r.in(k+1, "of") && g.In(r.w[anchor], l.pluralActs):
			return true // "fled because of attacks by insurgents"
		case r.in(k, "weeks months years decades") && r.in(k+1, "of"):
			return true // "after several months of shelling"
		case n == 0 && r.in(k, "than") || n == 1 && r.in(k, "than") && r.in(k+1, "being getting"):
			return true
		case g.In(w, l.definite) || g.In(w, l.when):
			return false
		}
	}
	for k, n := anchor+1, 0; k < s.Last && n < 6 && r.doc.Tokens[k].Kind != text.Punct; k, n = k+1, n+1 {
		w := r.w[k]
		switch {
		case r.in(k, "daily nightly weekly times"):
			return true // "was attacked four times last year"
		case r.in(k, "every each") && r.in(k+1, "day night week month few five ten two three"):
			return true
		case r.in(k, "has have") && g.In(r.w[anchor], l.pluralActs):
			// "attacks on convoys have spiked"
			return g.In(r.w[min(k+1, s.Last-1)], l.trend) || r.in(k+1, "also") && g.In(r.w[min(k+2, s.Last-1)], l.trend)
		case n == 0 && g.In(w, l.trend):
			return true
		}
	}
	return false
}

// ruledBy reads what stands before the words of an act in their clause, and
// governs them: "threatened to", "a plan for", "the anniversary of".
func (r *reading) ruledBy(first, anchor int, s text.Sentence) realis {
	l, g := r.lang, r.lang.grammar
	if first > s.First+1 && r.in(first-1, "counter") && r.in(first-2, "to") {
		return unreal
	}
	if first > s.First && g.In(r.w[first], l.baseVerb) && r.in(first-1, "to") && r.doc.Tokens[first].Case == text.Lower {
		return r.infinitive(first-1, s)
	}
	for k, n := first-1, 0; k >= s.First && n < 18; k, n = k-1, n+1 {
		t := &r.doc.Tokens[k]
		if t.Kind == text.Punct {
			if r.doc.Is(k, ',') {
				return happened
			}
			if c := r.doc.Of(k); c != "“" && c != "\"" && c != "‘" && c != "'" && c != "’" {
				return happened
			}
			continue
		}
		w := r.w[k]
		if w <= 0 {
			continue
		}
		switch {
		case g.In(w, l.iff), r.in(k, "in") && r.in(k+1, "case"):
			return unreal
		case r.in(k, "aimed") && r.in(k+1, "at") && strings.HasSuffix(r.lower(first), "ing"):
			return unreal // "an operation aimed at infiltrating the guard and killing him"
		case n >= 8:
			continue
		case n < 5 && g.In(w, l.foil), n < 1 && r.in(k, "nearly almost"):
			return tried
		case n < 5 && r.in(k, "tried trying attempting attempt attempts bid") && r.in(k+1, "to"):
			return tried
		case n < 6 && g.In(w, l.modal) && !(r.in(k, "may") && t.Case == text.Title && k > s.First): // "on 10 May"
			if g.In(r.w[k+1], l.perceive) || r.in(k+1, "be") && k+2 < s.Last && g.In(r.w[k+2], l.perceive) {
				return happened // "could be heard", "we could see shells fall"
			}
			return unreal
		case n < 1 && r.in(k, "been") && r.in(k-1, "has have 've") && strings.HasSuffix(r.lower(first), "ing"):
			return reference // "has been bombing the rebels since March"
		case n > 0 && n < 5 && g.In(w, l.beginAct) && r.in(k-1, "to"):
			return r.infinitive(k-1, s)
		case n > 0 && g.In(w, l.baseVerb) && r.in(k-1, "to"):
			return happened // "who threatened to kill him shot": another verb took the threat
		case n < 5 && g.In(w, l.irrealis):
			return unreal
		case n > 0 && n < 6 && g.In(w, l.wish) && r.in(k+1, "to for of"):
			return unreal
		case n < 3 && r.in(k, "against") && !g.In(r.w[anchor], l.actVerb) && r.pluralNear(anchor, s):
			return unreal // "to protect the base against drone attacks"
		case n < 3 && g.In(w, l.not):
			return denied
		case n < 4 && g.In(w, l.deny):
			if r.in(k+1, "responsibility involvement any carrying being having role it its the a") {
				return happened // who did it is denied, not that it was done
			}
			return denied
		case n > 0 && n < 6 && g.In(w, l.recall) && r.in(k+1, "of for to the"):
			return reference
		case n > 0 && g.In(w, l.court) && r.in(k+1, "with over for in of"), n > 0 && r.in(k, "accused") && r.in(k+1, "of") && r.in(k-1, "it he she they"):
			return reference // "strikes on groups that it accused of a chlorine attack"
		case n > 0 && g.In(w, l.when), n > 0 && r.in(k, "following amid despite who which"):
			return happened
		}
	}
	return happened
}

// pluralNear reports whether the act whose noun is token i is told in the
// plural, as in "attacks", "suicide car bombs".
func (r *reading) pluralNear(i int, s text.Sentence) bool {
	for k := i; k < s.Last && k < i+3 && r.doc.Tokens[k].Kind == text.Word && !r.lang.grammar.In(r.w[k], r.lang.prep); k++ {
		if strings.HasSuffix(r.lower(k), "s") {
			return true
		}
	}
	return false
}

// infinitive reads what governs the infinitive whose "to" is token k: nothing
// happened yet, unless it tells what something was used for or went on to do.
func (r *reading) infinitive(k int, s text.Sentence) realis {
	l, g := r.lang, r.lang.grammar
	for j, n := k-1, 0; j >= s.First && n < 5; j, n = j-1, n+1 {
		if r.doc.Tokens[j].Kind == text.Punct {
			break
		}
		switch w := r.w[j]; {
		case g.In(w, l.foil), r.in(j, "tried trying attempting attempt attempts bid"):
			return tried
		case g.In(w, l.achieve):
			return happened
		}
	}
	return unreal
}

// cameTo reads what the words behind an act say became of it: "was foiled",
// "an attack plan".
func (r *reading) cameTo(anchor int, s text.Sentence) realis {
	l, g := r.lang, r.lang.grammar
	for k, n := anchor+1, 0; k < s.Last && n < 8; k, n = k+1, n+1 {
		if r.doc.Tokens[k].Kind == text.Punct {
			break
		}
		switch {
		case n < 3 && k+1 < s.Last && r.in(k, "that which") && (r.in(k+1, "will") || g.In(r.w[k+1], l.modal) && !r.in(k+2, "be have")):
			return unreal // "the massacres that will be committed"
		case n == 0 && r.in(k, "plan plans plot plots threat threats drill drills exercise exercises simulation simulations warning warnings alert alerts capability capabilities scenario scare hoax program programme squad squads"):
			return unreal
		case n < 4 && g.In(r.w[k], l.foil), r.in(k, "foiled thwarted averted"):
			return tried
		case n < 2 && g.In(r.w[k], l.not) && g.In(r.w[anchor], l.pluralActs):
			return denied
		}
	}
	return happened
}
