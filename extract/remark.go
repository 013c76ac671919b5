package extract

import (
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// A tense is when the verb of an act puts it, as far as its form tells.
type tense uint8

const (
	noTense  tense = iota // a noun
	past                  // "hit", "was hit", "had hit"
	perfect               // "has been hit", "have attacked"
	present               // "hits", "are attacking"
	unfinite              // "hitting"
)

// tenseOf reads the tense of the verb of a, which stands in sentence s.
func (r *reading) tenseOf(a *act, s text.Sentence) tense {
	l, g := r.lang, r.lang.grammar
	at := -1
	for k := a.first; k < a.last && at < 0; k++ {
		if w := r.w[k]; w > 0 && (g.In(w, l.actVerb) || g.In(w, l.dive) || g.In(w, l.drop) || g.In(w, l.wentOff)) {
			at = k
		}
	}
	if at < 0 {
		return noTense
	}
	for k, n := at-1, 0; k >= s.First && n < 5; k, n = k-1, n+1 {
		switch {
		case r.in(k, "was were had did"):
			return past
		case r.in(k, "has have 've"):
			return perfect
		case r.in(k, "is are be 're"), r.in(k, "s") && strings.HasSuffix(r.lower(at), "ing"):
			return present
		case r.doc.Is(k, ',') && !a.victim:
			return unfinite // "the city, bombarded and destroyed"
		case r.in(k, "been being"), strings.HasSuffix(r.lower(k), "ly"), g.In(r.w[k], l.adverb), g.In(r.w[k], l.not):
			continue
		}
		break
	}
	switch w := r.lower(at); {
	case strings.HasSuffix(w, "ing"):
		return unfinite
	case strings.HasSuffix(w, "s"), g.In(r.w[at], l.baseVerb) && w != "hit":
		return present
	}
	return past
}

// remark reports whether a story only speaks of what d was made from, and does
// not tell it: no day, toll or count of weapons is given, and nothing is said to
// have been done. "They use suicide bombers in their counterattacks", "The town
// has been bombed out of existence".
func (r *reading) remark(d *draft) bool {
	for _, f := range d.fragments {
		if (len(f.days) > 0 || f.weekday != "" || r.dayTold(f)) && !r.ongoing(f) {
			return false
		}
		if f.figured() {
			return false
		}
		done := r.doneHere(f) || r.damage(f)
		for k := range f.acts {
			a := &f.acts[k]
			if a.realis != happened && a.realis != tried {
				continue
			}
			switch r.tenseOf(a, r.doc.Sentences[a.sentence]) {
			case past:
				return false
			case noTense:
				// "It was replying to a raid on the village of Maaroub."
				one := exactly(f.spots) && (r.in(a.first-1, "a an another") || r.in(a.first-2, "a an another"))
				if !a.plural && !a.def && (done || one) || a.weapon && r.inPast(f) {
					return false
				}
			}
		}
		if len(f.harms) > 0 && len(f.acts) > 0 && len(strongest(f.spots)) > 0 {
			return false // "militants are said to have died in an airstrike near Deir ez-Zor"
		}
	}
	return true
}

// ongoing reports whether f tells over some days what has been done in them, and
// whom it harmed not: "up to 12 clinics have been bombed in the past three days".
func (r *reading) ongoing(f *fragment) bool {
	if len(f.harms) > 0 || len(f.days) == 0 {
		return false
	}
	for _, d := range f.days {
		if d.Period.Precision == event.ToDay {
			return false
		}
	}
	for k := range f.acts {
		if t := r.tenseOf(&f.acts[k], r.doc.Sentences[f.sentence]); t != perfect {
			return false
		}
	}
	return true
}

// damage reports whether f says that something was damaged.
func (r *reading) damage(f *fragment) bool {
	for k := f.first; k < f.last; k++ {
		if r.in(k, "damaged wrecked gutted shattered") {
			return true
		}
	}
	return false
}

// inPast reports whether a verb of f is in the past, by its form and by what
// stands behind it: "turned back drones over", "crunched into".
func (r *reading) inPast(f *fragment) bool {
	l, g := r.lang, r.lang.grammar
	for k := f.first; k+1 < f.last; k++ {
		t, n := &r.doc.Tokens[k], &r.doc.Tokens[k+1]
		if t.Kind != text.Word || t.Case != text.Lower || t.End-t.Start < 5 || !strings.HasSuffix(r.doc.Of(k), "ed") || g.In(r.w[k], l.say) {
			continue
		}
		if _, number := r.numberAt(k + 1); number || n.Kind == text.Punct || n.Case != text.Lower || g.In(r.w[k+1], l.det) || g.In(r.w[k+1], l.prep) || r.in(k+1, "back down away") {
			return true
		}
	}
	return false
}
