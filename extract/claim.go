package extract

import (
	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// A statement is what somebody says: who, by which verb, and the words said.
type statement struct {
	sentence    int
	verb        int // the token of the verb, or of "according"
	speaker     speaker
	first, last int // tokens of what is said, half-open
	stance      event.Stance
	via         string
	rule        string
}

// statements reads who says what in sentence s, number si.
func (r *reading) statements(si int, s text.Sentence) []statement {
	l, g := r.lang, r.lang.grammar
	var out []statement
	for k := s.First; k < s.Last; k++ {
		w := r.w[k]
		if w == 0 || !g.In(w, l.says) && !g.In(w, l.blame) && !g.In(w, l.deny) && !r.in(k, "citing") {
			continue
		}
		st := statement{sentence: si, verb: k, stance: event.Asserts}
		switch {
		case r.in(k, "according") && r.in(k+1, "to"):
			sp, ok := r.speakerFrom(k+2, s)
			if !ok {
				continue
			}
			st.speaker, st.rule = sp, "claims/according-to"
			st.first, st.last = r.clauseAround(k, sp.last, s)
		case r.in(k, "citing quoting"):
			sp, ok := r.speakerFrom(k+1, s)
			if !ok {
				continue
			}
			st.speaker, st.rule = sp, "claims/citing"
			st.first, st.last = s.First, k
			// "Reuters reported, citing a hospital source": the outlet is the way.
			if n := len(out); n > 0 {
				out[n-1].speaker, st.via = sp, out[n-1].speaker.name
				out[n-1].via = st.via
				continue
			}
		default:
			sp, before, ok := r.sayer(k, s)
			if !ok {
				continue
			}
			st.speaker, st.rule = sp, "claims/said"
			if before {
				st.first, st.last = k+1, s.Last
				// ", X said." closes what it reports.
				if r.closesSentence(k, s) && sp.first > s.First {
					st.first, st.last = s.First, sp.first
					if r.doc.Is(sp.first-1, ',') {
						st.last = sp.first - 1
					}
				}
			} else {
				st.first, st.last = s.First, k
			}
			if r.in(k, "told") {
				if o, ok := r.says.startingAt(k + 1); ok && o.kind == event.MediaKind {
					st.via = o.name
					st.first = max(st.first, o.last)
				}
			}
		}
		if st.first >= st.last {
			continue
		}
		st.stance = r.stanceOf(&st, s)
		out = append(out, st)
	}
	return out
}

// speakerFrom is the speaker that begins at token i, past its determiner.
func (r *reading) speakerFrom(i int, s text.Sentence) (speaker, bool) {
	for k := i; k < s.Last && k < i+3; k++ {
		if sp, ok := r.says.startingAt(k); ok {
			return sp, true
		}
		if !r.lang.grammar.In(r.w[k], r.lang.det) {
			break
		}
	}
	return speaker{}, false
}

// sayer is the subject of the verb of speech at k; before is set where it
// stands before the verb.
func (r *reading) sayer(k int, s text.Sentence) (sp speaker, before, ok bool) {
	l, g := r.lang, r.lang.grammar
	if r.passive(k, s) {
		return speaker{}, false, false
	}
	for j, n := k, 0; j > s.First && n < 22; j, n = j-1, n+1 {
		if sp, ok := r.says.endingAt(j); ok && sp.first >= s.First {
			return sp, true, true
		}
		w := r.w[j-1]
		if n == 0 && (g.In(w, l.have) || g.In(w, l.adverb) || r.in(j-1, "later also has had then")) {
			continue
		}
		// "the governor, who heads the city administration, said"
		if r.doc.Is(j-1, ',') || n > 0 && r.doc.Tokens[j-1].Kind != text.Punct && !g.In(w, l.says) {
			if n > 6 && !r.commaBefore(k, s) {
				break
			}
			continue
		}
		if g.In(w, l.have) || g.In(w, l.adverb) {
			continue
		}
		break
	}
	// "…, said Oleh Petrenko, the mayor."
	if sp, ok := r.speakerFrom(k+1, s); ok && k > s.First && (r.doc.Is(k-1, ',') || r.doc.Tokens[k-1].Kind == text.Punct) {
		return sp, false, true
	}
	return speaker{}, false, false
}

// commaBefore reports whether a comma stands right before the verb at k, which
// then closes an aside about its subject.
func (r *reading) commaBefore(k int, s text.Sentence) bool {
	return k > s.First && r.doc.Is(k-1, ',')
}

// closesSentence reports whether no clause of what is said follows the verb
// at k: "…, police said.", "…, he told reporters on Friday."
func (r *reading) closesSentence(k int, s text.Sentence) bool {
	n := 0
	for j := k + 1; j < s.Last; j++ {
		if r.in(j, "that") {
			return false
		}
		if r.doc.Tokens[j].Kind == text.Punct {
			if r.doc.Is(j, ',') {
				return n <= 8
			}
			continue
		}
		n++
	}
	return n <= 8
}

// clauseAround is what "according to X" at k covers: the sentence before it,
// or behind it where it opens the sentence.
func (r *reading) clauseAround(k, behind int, s text.Sentence) (int, int) {
	if k <= s.First+1 {
		return behind, s.Last
	}
	first := s.First
	for j := k - 1; j > s.First; j-- {
		if r.doc.Is(j, ';') {
			first = j + 1
			break
		}
	}
	return first, k
}

// stanceOf tells what the speaker does with the words.
func (r *reading) stanceOf(st *statement, s text.Sentence) event.Stance {
	l, g := r.lang, r.lang.grammar
	w := r.w[st.verb]
	switch {
	case r.in(st.verb, "claimed claims claiming") && r.near(st.verb, s, "responsibility", 8):
		return event.ClaimsResponsibility
	case g.In(w, l.blame):
		return event.Blames
	case g.In(w, l.deny):
		return event.Denies
	case r.in(st.verb, "confirmed confirms acknowledged acknowledges admitted admits conceded"):
		if r.near(st.verb, s, "not n't cannot could unable", -4) {
			return event.Doubts
		}
		return event.Confirms
	case r.in(st.verb, "verify verified establish confirm"):
		return event.Doubts
	}
	return event.Asserts
}

// near reports whether one of the words stands within n tokens behind token k,
// or before it where n is negative.
func (r *reading) near(k int, s text.Sentence, words string, n int) bool {
	lo, hi := k+1, min(k+1+n, s.Last)
	if n < 0 {
		lo, hi = max(k+n, s.First), k
	}
	for ; lo < hi; lo++ {
		if r.in(lo, words) {
			return true
		}
	}
	return false
}

// saidBy is the innermost statement that covers token i, or nil.
func (r *reading) saidBy(i int) *statement {
	var best *statement
	for k := range r.said {
		st := &r.said[k]
		if i < st.first || i >= st.last {
			continue
		}
		if best == nil || st.last-st.first < best.last-best.first {
			best = st
		}
	}
	return best
}

// claimsOf lists what is said about the act, the most telling first: who takes
// the blame or gives it, denials and doubts, then what else is asserted.
func (r *reading) claimsOf(d *draft, sentences map[int]bool) []event.Claim {
	var out []event.Claim
	for pass := 0; pass < 2; pass++ {
		for k := range r.said {
			st := &r.said[k]
			if !sentences[st.sentence] || st.speaker.name == "" {
				continue
			}
			about, accused := r.aboutOf(d, st)
			plain := st.stance == event.Asserts
			if plain != (pass == 1) || about == "" {
				continue
			}
			c := event.Claim{Claimant: st.speaker.name, ClaimantKind: st.speaker.kind, Stance: st.stance, About: about, Accused: accused, Via: st.via,
				Evidence: []event.Evidence{r.evidence(min(st.first, st.speaker.first), max(st.last, st.speaker.last), st.rule)}}
			dup := false
			for i := range out {
				if out[i].Claimant == c.Claimant && (out[i].Stance == c.Stance || plain) {
					dup = true
				}
			}
			if !dup {
				out = append(out, c)
			}
		}
	}
	if len(out) > 5 {
		out = out[:5]
	}
	return out
}

// aboutOf tells what of the act a statement is about; empty where it is about
// none of it.
func (r *reading) aboutOf(d *draft, st *statement) (event.About, string) {
	accused := ""
	for k := range r.doers {
		a := &r.doers[k]
		if a.first >= st.verb-1 && a.first < st.last && a.first >= st.first {
			if st.stance == event.Asserts && a.certainty == event.ReportedAsFact && a.actor.name != "" && !r.ownVoice(st, a.actor) {
				st.stance = event.Blames
			}
			if st.stance == event.Blames {
				accused = a.actor.name
			}
			if r.ownVoice(st, a.actor) && st.stance == event.Asserts {
				st.stance = event.ClaimsResponsibility
			}
		}
	}
	switch st.stance {
	case event.Blames:
		return event.AboutPerpetrator, accused
	case event.ClaimsResponsibility:
		return event.AboutPerpetrator, ""
	}
	for _, f := range d.fragments {
		for _, h := range f.harms {
			if h.anchor >= st.first && h.anchor < st.last {
				return event.AboutCasualties, ""
			}
		}
	}
	for k := range r.weapons {
		w := &r.weapons[k]
		if w.first < st.first || w.first >= st.last || w.use != usedWeapon {
			continue
		}
		if !w.intercepted.IsZero() {
			return event.AboutInterception, ""
		}
		if r.near(w.first, r.doc.Sentences[st.sentence], "made manufactured produced built", 8) {
			return event.AboutWeaponOrigin, ""
		}
		if w.id != "" {
			return event.AboutWeapon, ""
		}
	}
	for k := st.first; k < st.last; k++ {
		if r.in(k, "target targets targeted targeting aimed militants terrorists command infrastructure") {
			return event.AboutTarget, ""
		}
	}
	if st.stance != event.Asserts {
		return event.AboutEvent, ""
	}
	return "", ""
}

// ownVoice reports whether the speaker of st speaks for the actor.
func (r *reading) ownVoice(st *statement, a actor) bool {
	return st.speaker.org != nil && (st.speaker.org.Name == a.name || standardActors().doer(st.speaker.org).Name == a.name)
}
