package extract

import (
	"sort"
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
	"github.com/sitrep-go/sitrep/internal/layout"
	"github.com/sitrep-go/sitrep/internal/rules"
	"github.com/sitrep-go/sitrep/internal/text"
)

// attribution is the sets of words by which a report tells who says what and
// who did it.
type attribution struct {
	according, citing, took, credit, speech, tallyVerb, denyVerb, confirmVerb, admitVerb, claimVerb, blameVerb, attributeVerb,
	verify, doubtVerb, untrue, ownForces, member, ownAct, doerVerb, foiling, noAgent, kindNamed, homeForce, foeForce, homeArm,
	aboutIntercept, aboutTarget, aboutOrigin, aboutToll, aboutWeapon, backWord rules.Set
}

// sets gives each set by its name in the rules.
func (a *attribution) sets() map[string]*rules.Set {
	return map[string]*rules.Set{
		"according": &a.according, "citing": &a.citing, "took": &a.took, "credit": &a.credit, "speech": &a.speech,
		"tally-verb": &a.tallyVerb, "deny-verb": &a.denyVerb, "confirm-verb": &a.confirmVerb, "admit-verb": &a.admitVerb,
		"claim-verb": &a.claimVerb, "blame-verb": &a.blameVerb, "attribute-verb": &a.attributeVerb, "verify": &a.verify,
		"doubt-verb": &a.doubtVerb, "untrue": &a.untrue, "own-forces": &a.ownForces, "member": &a.member, "own-act": &a.ownAct,
		"doer-verb": &a.doerVerb, "foiling": &a.foiling, "no-agent": &a.noAgent, "kind-named": &a.kindNamed,
		"home-force": &a.homeForce, "foe-force": &a.foeForce, "home-arm": &a.homeArm, "about-intercept": &a.aboutIntercept, "about-target": &a.aboutTarget,
		"about-origin": &a.aboutOrigin, "about-toll": &a.aboutToll, "about-weapon": &a.aboutWeapon, "back-word": &a.backWord,
	}
}

// A statement is what somebody says: who, by which verb, and the words said.
type statement struct {
	sentence    int
	verb        int // the token of the verb, or of "according"
	speaker     speaker
	first, last int // tokens of what is said, half-open
	stance      event.Stance
	via         string
	rule        string
	// owns is set where the speaker says that he or his own did it.
	owns bool
	// shared is set where the verb has its speaker from another verb: "said …
	// and blamed", "adding that".
	shared bool
	// verdict is set where it says whose an act was, "it was their work".
	verdict bool
	// past is set where it had been said before what the text tells: "had
	// earlier spoken of seven dead".
	past bool
	// of is the draft that it speaks of by its place, "claimed the Bannu
	// attack", where the text tells of another there; else nil.
	of *draft
}

// statements reads who says what in sentence s, number si. A speaker stands
// before the verb ("police said", "the army, which flies jets, said"), behind
// it ("…, said Ivan Petrenko"), or is that of the verb before ("put the toll at
// nine and blamed", "adding that"); a passive has one behind "by" ("claimed by
// Islamic State"). What nobody could verify, the article itself doubts.
func (r *reading) statements(si int, s text.Sentence) []statement {
	l, g := r.lang, r.lang.grammar
	out := r.statementRoom[:0]
	for k := s.First; k < s.Last; k++ {
		w := r.w[k]
		if w == 0 || !l.tellers.Has(w) {
			continue // nearly all words
		}
		st := statement{sentence: si, verb: k, stance: event.Asserts}
		ok := false
		switch {
		case g.In(w, l.according):
			ok = k+1 < s.Last && r.lower(k+1) == "to" && r.accordingTo(&st, k+2, s)
		case g.In(w, l.citing) && !(k > s.First && g.In(r.w[k-1], l.be)):
			sp, found := r.speakerFrom(k+1, s)
			if found && len(out) > 0 && !out[len(out)-1].shared && out[len(out)-1].verb < k {
				// "Radio Nord reported, citing a hospital source": the outlet is the way.
				o := &out[len(out)-1]
				if o.speaker.kind == event.MediaKind {
					o.speaker, o.via = sp, o.speaker.name
				}
				continue
			}
			st.speaker, st.rule, ok = sp, "claims/citing", found
			st.first, st.last = s.First, k
		case g.In(w, l.be) && k+1 < s.Last && r.lower(k+1) == "that":
			ok = r.account(&st, s)
		case r.lower(k) == "per":
			ok = r.accordingTo(&st, k+1, s)
		case r.in(k, "by on"):
			ok = r.byAccount(&st, s)
		case g.In(w, l.speech) || g.In(w, l.attributeVerb):
			ok = r.spoken(&st, s, out)
		}
		if !ok || st.speaker.name == "" || st.first >= st.last {
			continue
		}
		out = append(out, st)
		out = r.fellows(out, s)
	}
	for k := range out {
		// One speaker's words end where the next begins: "police said three
		// had died, while medics counted five".
		st := &out[k]
		for _, o := range out[k+1:] {
			if b := o.speaker.first; !o.shared && b > st.verb && b < st.last && st.first > st.verb && b < o.verb &&
				(r.doc.Is(b-1, ';') || r.doc.Is(b-1, ',') || r.in(b-1, "and but while whereas")) {
				st.last = b
				break
			}
		}
	}
	r.statementRoom = out
	return out
}

// fellows adds to the statement that is the last of out those of the armed groups and states
// that make it together: "Hamas, Islamic Jihad and a third group took
// responsibility".
func (r *reading) fellows(out []statement, s text.Sentence) []statement {
	st := out[len(out)-1]
	if st.shared || st.speaker.first >= st.verb || st.stance == event.Asserts || st.speaker.person || st.speaker.pronoun {
		return out
	}
	k := st.speaker.first
	for n := 0; n < 4; n++ {
		p := k - 1
		for p > s.First && r.lang.grammar.In(r.w[p], r.lang.det) {
			p--
		}
		if p <= s.First || !(r.in(p, "and") || n > 0 && r.doc.Is(p, ',')) {
			break
		}
		sp, ok := r.says.endingAt(p)
		if !ok || sp.first < s.First || sp.org == nil || sp.person {
			break
		}
		o := st
		o.speaker = sp
		out = append(out, o)
		k = sp.first
	}
	return out
}

// accordingTo reads "according to X", where X begins at token i, which covers
// what stands before it, or behind it where it opens the sentence.
func (r *reading) accordingTo(st *statement, i int, s text.Sentence) bool {
	k := st.verb
	sp, ok := r.speakerFrom(i, s)
	if !ok {
		return false
	}
	st.speaker, st.rule = sp, "claims/according-to"
	if k <= s.First+1 || r.doc.Is(k-1, ';') {
		st.first, st.last = sp.last, s.Last
		return true
	}
	st.first, st.last = r.clauseStart(k, s), k
	if r.doc.Is(k-1, ',') && r.in(k-2, "who which that where when and but while") && sp.last < s.Last && r.doc.Is(sp.last, ',') {
		// "killing three militants who, according to the army, had fired"
		st.first, st.last = sp.last+1, s.Last
	}
	return true
}

// account reads "the ministry's account, posted at night, is that".
func (r *reading) account(st *statement, s text.Sentence) bool {
	for q, n := st.verb-1, 0; q > s.First+1 && n < longestSubject; q, n = q-1, n+1 {
		if !r.in(q, "account version explanation assessment finding claim verdict contention position") {
			continue
		}
		sp, ok := r.says.endingAt(q)
		if !ok {
			sp, ok = r.says.endingAt(q - 1)
		}
		if !ok || sp.first < s.First {
			return false
		}
		st.speaker, st.rule = sp, "claims/account"
		st.first, st.last = st.verb+2, s.Last
		return true
	}
	return false
}

// byAccount reads "by the army's account" and "by the count of the health
// directorate".
func (r *reading) byAccount(st *statement, s text.Sentence) bool {
	k := st.verb
	for q := k + 1; q < min(k+8, s.Last) && r.doc.Tokens[q].Kind != text.Punct; q++ {
		if !r.in(q, "account count tally reckoning estimate") {
			continue
		}
		if r.in(q+1, "of") {
			return r.accordingTo(st, q+2, s)
		}
		if r.doc.Tokens[q-1].Kind == text.Clitic || r.apostrophe(q-1) {
			return r.accordingTo(st, k+1, s)
		}
		return false
	}
	return false
}

// clauseStart is where the words before token k begin that one speaker may
// have said: the front of the sentence, or behind a semicolon.
func (r *reading) clauseStart(k int, s text.Sentence) int {
	for j := k - 1; j > s.First; j-- {
		if r.doc.Is(j, ';') {
			return j + 1
		}
	}
	return s.First
}

// spoken reads the statement whose verb is at st.verb.
func (r *reading) spoken(st *statement, s text.Sentence, before []statement) bool {
	l, g := r.lang, r.lang.grammar
	k := st.verb
	if !r.isSpeech(k, s) {
		return false
	}
	st.rule = "claims/said"
	j, negated, passive, infinitive := r.verbGroup(k, s)
	if passive || k+1 < s.Last && r.lower(k+1) == "by" && !r.ing(k) {
		return r.passively(st, s, negated) // "an attack claimed by Islamic State"
	}
	if infinitive {
		return false
	}
	if r.in(k, "accused") && k+1 < s.Last && r.in(k+1, "of") {
		return false // "residents accused of witchcraft"
	}
	for q := j; q < k; q++ {
		st.past = st.past || r.in(q, "had first initially originally earlier previously")
	}
	if negated && j > s.First && r.lower(j-1) == "we" && g.In(r.w[k], l.verify) && !r.spokenAt(j, s) {
		// "We cannot confirm that"
		st.speaker, st.rule, st.stance = r.ownSpeaker(st.sentence), "claims/unverified", event.Doubts
		st.first, st.last = s.First, s.Last
		return true
	}
	sp, at, shared, ok := r.sayer(k, j, s, before)
	if !ok {
		return false
	}
	st.speaker, st.shared = sp, shared
	switch {
	case at > k:
		st.first, st.last = r.clauseStart(k, s), k
	case !shared && sp.first > s.First && r.trails(k, r.subjectStart(sp.first, s), s):
		at := r.subjectStart(sp.first, s)
		st.first, st.last = r.clauseStart(at, s), at
		if r.doc.Is(at-1, ',') {
			st.last--
		}
		if k+1 < s.Last && r.doc.Is(k+1, ',') && (r.in(at-2, "when that after while as where") || r.inserted(k, at, s)) {
			st.last = s.Last // "killed when, the governor says, a drone hit"
		}
	default:
		st.first, st.last = k+1, s.Last
		for q := k + 1; q < s.Last; q++ {
			if r.doc.Is(q, ';') {
				st.last = q
				break
			}
		}
	}
	if st.via == "" {
		st.via = r.outlet(k, s)
	}
	if r.lower(k) == "told" {
		for q := k + 1; q < min(k+5, s.Last) && r.lower(q) != "that" && r.doc.Tokens[q].Kind != text.Punct; q++ {
			if o, ok := r.says.startingAt(q); ok {
				if o.kind == event.MediaKind {
					st.via = o.name
				}
				if st.first == k+1 {
					st.first = min(o.last, st.last)
				}
				break
			}
		}
	}
	if r.lower(k) == "neither" || k > s.First && r.lower(k-1) == "neither" || k > s.First && r.lower(k-1) == "nor" {
		return false // "neither confirmed nor denied"
	}
	st.stance = r.stanceOf(st, s, negated)
	switch st.stance {
	case event.Asserts, event.ClaimsResponsibility, event.Denies:
		// "did not say", "has not claimed responsibility", "did not deny"
		if negated && !g.In(r.w[k], l.verify) && !st.owns {
			return false
		}
	}
	// "No group has claimed responsibility", "none of the parties said"
	return at > k || shared || !r.in(sp.first, "no neither") && !(sp.first > s.First && r.in(sp.first-1, "no neither nor"))
}

// inserted reports whether the words of speech from token at to the verb at k
// stand within the one clause that is said: "Going by flight paths, it said, the
// aircraft were Russian", and not between two: "Ten died, police said, and".
func (r *reading) inserted(k, at int, s text.Sentence) bool {
	l, g := r.lang, r.lang.grammar
	if at-s.First > 12 {
		return false
	}
	if k+2 < s.Last && r.in(k+2, "of by in at near with") {
		return true // "They were the victims, survivors said, of bandits"
	}
	for q := s.First; q < at-1; q++ {
		if g.In(r.w[q], l.be) || g.In(r.w[q], l.have) || g.In(r.w[q], l.kill) || g.In(r.w[q], l.injure) || g.In(r.w[q], l.doerVerb) && !g.In(r.w[q], l.ownAct) || g.In(r.w[q], l.modal) {
			return false // a clause of its own
		}
	}
	return k+2 < s.Last && !r.in(k+2, "and but while who which adding as when")
}

// subjectStart is where the subject begins whose last part begins at k:
// "local" in "…, local sources and a rebel coalition said".
func (r *reading) subjectStart(k int, s text.Sentence) int {
	if k > s.First+1 && r.in(k-1, "of for at in") {
		if h, ok := r.says.endingAt(k - 1); ok && h.first >= s.First && !h.pronoun {
			k = h.first // "the head of the town's administration, Andriy Besedin,"
		}
	}
	p := k - 1
	for p > s.First && r.lang.grammar.In(r.w[p], r.lang.det) {
		p--
	}
	if p <= s.First || r.lower(p) != "and" {
		return k
	}
	for q, n := p-1, 0; q > s.First && n < 7; q, n = q-1, n+1 {
		if r.doc.Is(q, ',') || r.quoted(q) {
			return q + 1
		}
		if r.lang.grammar.In(r.w[q], r.lang.be) || r.lang.grammar.In(r.w[q], r.lang.have) || r.lang.grammar.In(r.w[q], r.lang.doerVerb) {
			break
		}
	}
	return k
}

// outlet is where the words of the verb at k were put out: "wrote on Facebook",
// "said in a statement carried by Tasnim", "told state television".
func (r *reading) outlet(k int, s text.Sentence) string {
	for q := k + 1; q+1 < min(k+12, s.Last); q++ {
		switch {
		case r.in(q, "on via") && r.in(q+1, "facebook telegram twitter x whatsapp instagram youtube viber weibo truth tiktok signal"):
			if r.in(q+1, "x") && r.doc.Tokens[q+1].Case == text.Lower {
				return ""
			}
			return r.doc.Of(q + 1)
		case r.in(q, "carried published posted aired broadcast distributed") && r.lower(q+1) == "by":
			for e := q + 2; e < min(q+5, s.Last); e++ {
				if o, ok := r.says.startingAt(e); ok && o.kind == event.MediaKind {
					return o.name
				}
			}
		case r.doc.Tokens[q].Kind == text.Punct || r.lower(q) == "that":
			return ""
		}
	}
	return ""
}

// verbGroup gives the token at which the auxiliaries of the verb at k begin,
// and whether they make it negative, passive or an infinitive.
func (r *reading) verbGroup(k int, s text.Sentence) (first int, negated, passive, infinitive bool) {
	l, g := r.lang, r.lang.grammar
	j := k
	for j > s.First && k-j < 6 {
		p := j - 1
		w := r.w[p]
		if r.doc.Of(p) == "IS" && r.doc.Tokens[j].Case != text.Upper {
			return j, negated, passive, false // the group
		}
		switch {
		case g.In(w, l.not):
			negated = true
		case g.In(w, l.be):
			if r.ing(k) {
				break
			}
			passive = true
		case g.In(w, l.have), g.In(w, l.modal), g.In(w, l.adverb), strings.HasSuffix(r.lower(p), "ly") && !r.doc.Tokens[p].Joined() && p > s.First:
		case r.in(p, "did does do had both yet earlier later first previously already since now then there here itself himself herself themselves"):
		case r.lower(p) == "to":
			// "unable to verify", "refused to confirm", "had yet to"
			if r.in(p-1, "unable failed yet impossible") {
				negated = true
				j = p
				continue
			}
			if r.in(p-1, "able") && j-1 > s.First {
				// "have not been able to verify"
				for q := p - 2; q >= max(s.First, p-5); q-- {
					if g.In(r.w[q], l.not) {
						return r.auxiliaries(q, s), true, passive, false
					}
				}
			}
			return j, negated, passive, true
		case negated && r.in(p, "unable yet failed"):
		default:
			return j, negated, passive, false
		}
		j = p
	}
	return j, negated, passive, false
}

// auxiliaries is where the auxiliaries begin that stand before token k.
func (r *reading) auxiliaries(k int, s text.Sentence) int {
	l, g := r.lang, r.lang.grammar
	for k > s.First && (g.In(r.w[k-1], l.have) || g.In(r.w[k-1], l.be) || g.In(r.w[k-1], l.modal)) {
		k--
	}
	return k
}

// ing reports whether token k is a form in -ing.
func (r *reading) ing(k int) bool {
	w := r.lower(k)
	return len(w) > 4 && w[len(w)-3:] == "ing"
}

// isSpeech reports whether the word at k is a verb of speech here: not a noun
// ("the reports", "its claims"), and with an account behind it where the verb
// is said of much else ("put the toll at nine", not "put out the fire").
func (r *reading) isSpeech(k int, s text.Sentence) bool {
	l, g := r.lang, r.lang.grammar
	w := r.w[k]
	if k > s.First {
		p := r.w[k-1]
		if r.in(k, "claims report reports counts claim names puts attacks charges") && (g.In(p, l.det) || g.In(p, l.prep) || r.doc.Tokens[k-1].Kind == text.Clitic || g.In(p, l.and) && r.in(k, "claims reports")) {
			return false
		}
	}
	if k+1 < s.Last && r.in(k, "believed said alleged reported estimated") && r.lower(k+1) == "to" {
		return false // "militants believed to be from"
	}
	if g.In(w, l.confirmVerb) && k+1 < s.Last && r.in(k+1, "killed dead injured wounded fatalities hit") {
		return false // "people confirmed dead"
	}
	if r.in(k, "suspect suspects") && (k+1 >= s.Last || r.doc.Tokens[k+1].Case == text.Lower && !r.in(k+1, "the that al") || k > s.First && (g.In(r.w[k-1], l.det) || r.in(k-1, "prime main chief"))) {
		return false // "the suspects fled"
	}
	if r.in(k, "thought") && (k+1 >= s.Last || !r.in(k+1, "that the")) {
		return false // "a thought"
	}
	if g.In(w, l.claimVerb) && r.near(k, s, "life lives", 3) {
		return false // "the blast claimed the lives of"
	}
	if r.in(k, "called calls described describes") && r.in(k-2, "whom which what") {
		return false // "a man whom it called Abu Omar"
	}
	if !g.In(w, l.tallyVerb) && !g.In(w, l.attributeVerb) {
		return true
	}
	within := func(n int, ok func(int) bool) bool {
		for q := k + 1; q < s.Last && q <= k+n; q++ {
			if ok(q) {
				return true
			}
		}
		return false
	}
	figure := func(q int) bool {
		return r.numAt[q] > 0 || g.In(r.w[q], l.aboutToll) || r.in(q, "figure figures number")
	}
	switch {
	case g.In(w, l.took):
		return within(3, func(q int) bool { return g.In(r.w[q], l.credit) })
	case g.In(w, l.attributeVerb):
		return within(12, func(q int) bool { return r.in(q, "to on") })
	case g.In(w, l.verify):
		return true
	}
	switch r.lower(k) {
	case "laid", "lays", "placed":
		return within(3, func(q int) bool { return r.in(q, "blame responsibility") })
	case "put", "puts", "putting":
		if within(3, func(q int) bool { return r.in(q, "blame") }) || r.downTo(k, s) {
			return true
		}
	case "pointed", "points", "pointing":
		return within(3, func(q int) bool { return r.in(q, "finger fingers") })
	case "owned":
		return k+1 < s.Last && r.lower(k+1) == "up"
	case "held", "holds":
		return within(8, func(q int) bool { return r.in(q, "responsible accountable") })
	case "adopted":
		return within(3, func(q int) bool { return g.In(r.w[q], l.ownAct) })
	case "spoke", "spoken", "speaks", "speaking":
		// "has spoken on state television of seven dead"
		return within(7, func(q int) bool {
			return r.in(q, "of about") && (q == k+1 || r.numAt[q] > 0 || r.numAt[min(q+1, s.Last-1)] > 0)
		})
	case "called", "calls", "calling":
		return k+1 < s.Last && !r.in(k+1, "off for on in up out back upon to")
	case "described", "describes", "describing", "questioned", "questions", "questioning":
		return true
	case "issued":
		if within(3, func(q int) bool { return r.in(q, "denial") }) {
			return true
		}
	case "responded", "commented", "charged", "charges":
		return k+1 < s.Last && (r.in(k+1, "that") || r.doc.Tokens[k+1].Kind == text.Punct)
	case "named", "names", "naming", "identified", "identifies", "identifying", "found", "determined":
		return within(8, func(q int) bool { return r.in(q, "as that") || figure(q) })
	}
	return within(8, figure)
}

// downTo reports whether the verb at k is that of "put the raid down to".
func (r *reading) downTo(k int, s text.Sentence) bool {
	for q := k + 2; q+1 < min(k+8, s.Last) && r.doc.Tokens[q].Kind != text.Punct; q++ {
		if r.in(q, "down") && r.in(q+1, "to") {
			return true
		}
	}
	return false
}

// passively reads a verb of speech in the passive: "claimed by Islamic
// State", "could not be verified", "was blamed on the rebels by police".
func (r *reading) passively(st *statement, s text.Sentence, negated bool) bool {
	l, g := r.lang, r.lang.grammar
	k := st.verb
	for q := k + 1; q < min(k+12, s.Last); q++ {
		if r.doc.Tokens[q].Kind == text.Punct {
			break
		}
		if r.lower(q) != "by" {
			continue
		}
		sp, ok := r.speakerFrom(q+1, s)
		if !ok {
			return false
		}
		st.speaker, st.rule = sp, "claims/passive"
		st.first, st.last = s.First, k
		st.stance = r.stanceOf(st, s, negated)
		if g.In(r.w[k], l.claimVerb) {
			st.stance = event.ClaimsResponsibility
		}
		return true
	}
	if g.In(r.w[k], l.verify) && (negated || r.none(k, s)) {
		st.speaker, st.rule, st.stance = r.ownSpeaker(st.sentence), "claims/unverified", event.Doubts
		st.first, st.last = s.First, s.Last
		return true
	}
	return false
}

// spokenAt reports whether token k stands within quotation marks.
func (r *reading) spokenAt(k int, s text.Sentence) bool {
	open := false
	for q := s.First; q < k; q++ {
		switch r.doc.Of(q) {
		case "“", "\"":
			open = !open
		case "”":
			open = false
		}
	}
	return open
}

// none reports whether the subject before token k is none or neither: "None
// of this could be checked".
func (r *reading) none(k int, s text.Sentence) bool {
	for q := s.First; q < min(k, s.First+6); q++ {
		if r.lang.grammar.In(r.w[q], r.lang.not) || r.in(q, "none nothing no") {
			return true
		}
	}
	return false
}

// ownSpeaker is the article as one who speaks: the outlet that the dateline
// names, or "this article".
func (r *reading) ownSpeaker(si int) speaker {
	sp := speaker{name: "this article", kind: event.MediaKind, at: si, first: r.doc.Sentences[si].First, last: r.doc.Sentences[si].First}
	for i, s := range r.doc.Sentences {
		if r.layout.Zones[i].Lead != layout.Dateline {
			continue
		}
		open := -1
		for k := s.First; k < r.layout.Zones[i].Text && k < s.Last; k++ {
			switch {
			case r.doc.Is(k, '('):
				open = k + 1
			case r.doc.Is(k, ')') && open > 0 && k > open:
				sp.name = r.doc.Slice(open, k)
				return sp
			}
		}
		break
	}
	return sp
}

// speakerFrom is the speaker that begins at token i, past its determiner and
// an adverb.
func (r *reading) speakerFrom(i int, s text.Sentence) (speaker, bool) {
	for k := i; k < s.Last && k < i+4; k++ {
		if sp, ok := r.says.startingAt(k); ok {
			return sp, true
		}
		if k+1 < s.Last && (r.doc.Tokens[k+1].Kind == text.Clitic || r.apostrophe(k+1)) {
			k++ // "according to the neighbourhood's Emergency Response Room"
			continue
		}
		if !r.lang.grammar.In(r.w[k], r.lang.det) && !r.in(k, "both the two same preliminary figures data local") {
			break
		}
	}
	return speaker{}, false
}

// longestSubject bounds the tokens between a speaker and the verb.
const longestSubject = 28

// sayer is the subject of the verb of speech at k, whose auxiliaries begin at
// j. The second value is where the speaker stands, and shared is set where it
// is the speaker of the verb before.
func (r *reading) sayer(k, j int, s text.Sentence, before []statement) (sp speaker, at int, shared, ok bool) {
	if sp, ok := r.says.endingAt(j); ok && sp.first >= s.First {
		if h, ok := r.describedBy(sp, s); ok {
			return h, h.first, false, true
		}
		if h, ok := r.headOf(sp, s); ok {
			return h, h.first, false, true
		}
		if !r.governed(sp, s) {
			return sp, sp.first, false, true
		}
	}
	if j > s.First {
		p := j - 1
		switch {
		case r.in(p, "which that"):
			// "the group, which said", "a unit that claimed"
			q := p
			if q > s.First && r.doc.Is(q-1, ',') {
				q--
			}
			if sp, ok := r.says.endingAt(q); ok && sp.first >= s.First {
				return sp, sp.first, false, true
			}
			for e, n := q-1, 0; e > s.First && n < 7; e, n = e-1, n+1 {
				if r.doc.Is(e, ',') {
					// "JNIM, an affiliate of al-Qaeda which claimed"
					if sp, ok := r.says.endingAt(e); ok && sp.first >= s.First {
						return sp, sp.first, false, true
					}
					break
				}
			}
			if len(before) > 0 && r.in(p, "which") {
				return speaker{}, 0, false, false
			}
		case r.doc.Is(p, ',') || r.doc.Is(p, ')') || r.dash(p):
			if r.doc.Is(p, ',') && r.doc.Is(p-1, ')') {
				// "The village head, Ihor Tkach (Ігор Ткач), wrote"
				for q := p - 2; q > max(s.First, p-8); q-- {
					if r.doc.Is(q, '(') {
						if sp, ok := r.says.endingAt(q); ok && sp.person && sp.first >= s.First {
							return sp, sp.first, false, true
						}
						break
					}
				}
			}
			if sp, ok := r.inverted(k, s); ok {
				return sp, sp.first, false, true
			}
			if sp, ok := r.says.endingAt(p); ok && sp.person && sp.office != "" && (sp.first <= s.First || r.doc.Tokens[sp.first-1].Kind == text.Punct || r.in(sp.first-1, "and but while of for")) && !r.quoted(p) {
				// "The interior minister, Ihor Klymenko, blamed", "the head of the
				// military administration, Andriy Besedin, reported"
				return sp, sp.first, false, true
			}
			for q, n := p-1, 0; q > s.First && n < longestSubject; q, n = q-1, n+1 {
				if r.doc.Is(p, ',') && !r.doc.Is(q, ',') || r.doc.Is(p, ')') && !r.doc.Is(q, '(') || r.dash(p) && !r.dash(q) {
					continue
				}
				if r.ing(k) {
					break
				}
				// "The spokesman of the police in Kabul, Khalid Zadran, said"
				if in, ok := r.says.endingAt(p); ok && r.doc.Is(p, ',') && in.first == q+1 && in.person && !in.pronoun && (!in.weak || in.coreLast > in.core+1) {
					return in, in.first, false, true
				}
				// "Andriy Kovalenko, of the security council, said", "Abbot Jean
				// Sawadogo, vicar of the diocese, said"
				if out, ok := r.says.endingAt(q); ok && r.doc.Is(p, ',') && out.person && !out.pronoun && out.first >= s.First {
					return out, out.first, false, true
				}
				// "the mission in the republic, MINUSCA, said"
				if in, ok := r.says.endingAt(p); ok && in.first <= q+2 && in.first > q && in.org != nil {
					return in, in.first, false, true
				}
				if sp, ok := r.says.endingAt(q); ok && sp.first >= s.First {
					if h, ok := r.headOf(sp, s); ok {
						sp = h
					}
					return sp, sp.first, false, true
				}
				// "a lawmaker for the district, Musa Sani, said"
				if in, ok := r.says.endingAt(p); ok && in.first <= q+2 && in.first > q && !in.pronoun {
					return in, in.first, false, true
				}
			}
		}
		if o, ok := r.lastSayer(k, before); ok && (r.ing(k) || r.in(p, "and but then or") || r.doc.Is(p, ',') && !r.quoted(p-1)) {
			return o, o.first, true, true
		}
	}
	// "Islamic State's Pakistani branch said", "the group's armed wing said"
	for q := j - 2; q > s.First && q > j-6; q-- {
		if r.doc.Tokens[q].Kind == text.Punct && !r.apostrophe(q) {
			break
		}
		if r.doc.Tokens[q].Kind == text.Clitic || r.apostrophe(q) {
			sp, ok := r.says.endingAt(q)
			if !ok {
				sp, ok = r.says.endingAt(q + 1)
			}
			if ok && sp.first >= s.First && sp.org != nil && r.in(j-1, "branch wing arm affiliate faction unit leadership command office media council account spokesman") {
				return sp, sp.first, false, true
			}
			break
		}
	}
	// "staff at the hospital said", "the head of the council in exile said"
	for q, n := j-1, 0; q > s.First && n < 12; q, n = q-1, n+1 {
		t := &r.doc.Tokens[q]
		w := r.w[q]
		if t.Kind == text.Punct || r.lang.grammar.In(w, r.lang.be) || r.lang.grammar.In(w, r.lang.speech) || r.lang.grammar.In(w, r.lang.when) && !r.lang.grammar.In(w, r.lang.prep) {
			break
		}
		if r.lang.grammar.In(w, r.lang.prep) || r.lang.grammar.In(w, r.lang.relative) {
			if sp, ok := r.says.endingAt(q); ok && sp.first >= s.First {
				return sp, sp.first, false, true
			}
		}
	}
	// "a police officer who spoke on condition of anonymity said"
	for q, n := j-1, 0; q > s.First && n < longestAside && r.doc.Tokens[q].Kind != text.Punct; q, n = q-1, n+1 {
		if r.lower(q) == "who" {
			if sp, ok := r.says.endingAt(q); ok && sp.first >= s.First && !sp.pronoun {
				return sp, sp.first, false, true
			}
			break
		}
	}
	// "…, said Oleh Petrenko, the mayor."
	if k > s.First && (r.doc.Tokens[k-1].Kind == text.Punct) {
		if sp, ok := r.speakerFrom(k+1, s); ok && !sp.pronoun && r.lower(k+1) != "that" {
			return sp, sp.first, false, true
		}
	}
	if r.ing(k) && k > s.First {
		// "…, saying its crews had": the one who opens the sentence.
		for q := s.First; q < min(s.First+4, k); q++ {
			if sp, ok := r.says.startingAt(q); ok {
				return sp, sp.first, true, true
			}
		}
	}
	return speaker{}, 0, false, false
}

// inverted is the speaker behind the verb of speech at k, which ends its clause:
// "In Kryvyi Rih, one man died, said Oleksandr Vilkul, who heads".
func (r *reading) inverted(k int, s text.Sentence) (speaker, bool) {
	if !r.in(k, "said says say added adds reported reports announced wrote warned noted insisted told") {
		return speaker{}, false
	}
	sp, ok := r.speakerFrom(k+1, s)
	if !ok || sp.pronoun || r.lower(k+1) == "that" {
		return speaker{}, false
	}
	if n := sp.last; n < s.Last && r.doc.Tokens[n].Kind != text.Punct && !r.in(n, "in on at who of from as after during late early whose") {
		return speaker{}, false
	}
	return sp, true
}

// governed reports whether sp only belongs to a noun before it: "channels
// loyal to the Kremlin", "posts on Telegram", "people in Syria".
func (r *reading) governed(sp speaker, s text.Sentence) bool {
	p := r.beforeLand(sp.first, s)
	if p > s.First && !sp.pronoun && sp.office == "" && r.in(p, "at of in from near") {
		// "A nurse at the town's hospital said", "two elders from Jamaame said"
		if h, ok := r.says.endingAt(p); ok && h.first >= s.First && h.last == p && h.rule == "speaker/role" && (sp.rule == "speaker/role" || sp.rule == "speaker/organisation" || sp.person && sp.coreLast == sp.core+1) {
			return true
		}
	}
	return p > s.First && (sp.weak && r.in(p, "in of near at from") || sp.org != nil && (sp.org.ActorKind == "state" || sp.org.ActorKind == "media") || r.in(p, "to")) && r.in(p, "in of from near to on at across") && !r.in(p-1, "according")
}

// beforeLand is the token before the name of a country at k and what tells
// the part of it: "in" of "in north-west Nigeria".
func (r *reading) beforeLand(k int, s text.Sentence) int {
	p := k - 1
	for p > s.First && (r.lower(p) == "the" || castWords().Of(r.doc.Tokens[p].Key)&landWord != 0 && !r.in(p, "in across inside within throughout near into over outside") || r.doc.Tokens[p].Joined() || r.doc.Of(p) == "-") {
		p--
	}
	return p
}

// headOf is the speaker whom sp only describes: the residents in "residents of
// a village in Nigeria".
func (r *reading) headOf(sp speaker, s text.Sentence) (speaker, bool) {
	if !r.governed(sp, s) {
		return speaker{}, false
	}
	for q, n := r.beforeLand(sp.first, s), 0; q > s.First && n < 10; q, n = q-1, n+1 {
		w := r.w[q]
		if r.doc.Tokens[q].Kind == text.Punct || r.lang.grammar.In(w, r.lang.be) || r.lang.grammar.In(w, r.lang.have) || r.lang.grammar.In(w, r.lang.speech) {
			break
		}
		if r.lang.grammar.In(w, r.lang.prep) || r.lower(q) == "loyal" {
			if h, ok := r.says.endingAt(q); ok && h.first >= s.First && !r.governed(h, s) {
				return h, true
			}
		}
	}
	return speaker{}, false
}

// describedBy is the speaker of whom the words up to sp only say more: "Three
// specialists who examined debris for this agency said", "Ugandan troops
// operating alongside the Congolese army said", "residents reached by a
// reporter said".
func (r *reading) describedBy(sp speaker, s text.Sentence) (speaker, bool) {
	p := sp.first - 1
	if sp.pronoun || p <= s.First || !r.in(p, "for with by alongside from to at in of near") || r.in(p-1, "according") {
		return speaker{}, false
	}
	for q, n := p-1, 0; q > s.First && n < longestAside && r.doc.Tokens[q].Kind != text.Punct; q, n = q-1, n+1 {
		w := r.w[q]
		if r.lang.grammar.In(w, r.lang.speech) && !r.in(q, "spoke spoken") || r.in(q, "and that when") {
			break
		}
		if r.lower(q) == "who" || n < 6 && (r.ing(q) || r.in(q, "quoted reached interviewed contacted based stationed deployed cited allied loyal")) {
			if h, ok := r.says.endingAt(q); ok && h.first >= s.First && !h.pronoun && (h.rule == "speaker/role" || h.person) {
				return h, true
			}
			if r.lower(q) == "who" {
				break
			}
		}
	}
	return speaker{}, false
}

func (r *reading) dash(k int) bool {
	c := r.doc.Of(k)
	return c == "–" || c == "—"
}

// quoted reports whether token k is a closing quotation mark.
func (r *reading) quoted(k int) bool {
	if k < 0 {
		return false
	}
	switch r.doc.Of(k) {
	case "”", "\"", "’", "'", "»":
		return true
	}
	return false
}

// lastSayer is the speaker of the statement before the verb at k.
func (r *reading) lastSayer(k int, before []statement) (speaker, bool) {
	if n := len(before); n > 0 && k-before[n-1].verb < 40 {
		return before[n-1].speaker, true
	}
	return speaker{}, false
}

// trails reports whether the clause of speech, whose subject begins at first
// and whose verb is at k, stands behind what is said: "…, police said.",
// "…”, he told reporters on Friday."
func (r *reading) trails(k, first int, s text.Sentence) bool {
	if p := first - 1; p < s.First || r.doc.Tokens[p].Kind != text.Punct || r.doc.Is(p, ':') || r.doc.Is(p, ';') {
		return false
	}
	n := 0
	// "…, the army said on Thursday in its closing account of a siege that"
	when := k+1 < s.Last && r.in(k+1, "on in at during after late early") && r.clauseIn(s.First, first)
	for j := k + 1; j < s.Last; j++ {
		if r.lower(j) == "that" && !(when && j > k+4 && r.doc.Tokens[j-1].Case == text.Lower && (r.in(j-2, "a an the its") || r.in(j-3, "a an the its")) && !r.dated(j-1) && !r.in(j-1, "statement interview message post briefing report broadcast radio television communique conference")) {
			return false
		}
		if r.doc.Tokens[j].Kind == text.Punct {
			if r.doc.Is(j, ',') || r.doc.Is(j, ';') || r.doc.Is(j, ':') || r.dash(j) {
				// "In a statement, Hezbollah said: “Our fighters", "The blast killed 20
				// people, an official said: fifteen recruits"
				return !r.doc.Is(j, ':') || r.clauseIn(s.First, first)
			}
			continue
		}
		if when {
			continue
		}
		if n++; n > 9 {
			return false
		}
		if r.lang.grammar.In(r.w[j], r.lang.be) || r.lang.grammar.In(r.w[j], r.lang.have) || r.lang.grammar.In(r.w[j], r.lang.doerVerb) && n > 1 {
			return false
		}
	}
	return true
}

// clauseIn reports whether tokens lo to hi-1 tell of deaths or of an act.
func (r *reading) clauseIn(lo, hi int) bool {
	l, g := r.lang, r.lang.grammar
	for k := lo; k < hi; k++ {
		if w := r.w[k]; g.In(w, l.kill) || g.In(w, l.injure) || g.In(w, l.doerVerb) && !g.In(w, l.ownAct) {
			return true
		}
	}
	return false
}

// stanceOf tells what the speaker does with the words.
func (r *reading) stanceOf(st *statement, s text.Sentence, negated bool) event.Stance {
	l, g := r.lang, r.lang.grammar
	k := st.verb
	w := r.w[k]
	near := func(n int, set rules.Set) bool {
		for q := k + 1; q < min(k+1+n, s.Last); q++ {
			if g.In(r.w[q], set) {
				return true
			}
		}
		return false
	}
	switch {
	case negated && g.In(w, l.verify):
		return event.Doubts
	case g.In(w, l.took), g.In(w, l.claimVerb) && near(8, l.credit):
		return event.ClaimsResponsibility
	case g.In(w, l.claimVerb) && (r.claimsAct(k, s) || r.actClaimed(st, s)):
		return event.ClaimsResponsibility
	case r.in(k, "owned adopted"):
		return event.ClaimsResponsibility
	case r.near(k, s, "everything", 8):
		return event.Asserts
	case g.In(w, l.blameVerb), r.in(k, "pointed points pointing laid lays placed"), r.in(k, "put puts putting") && (r.near(k, s, "blame", 3) || r.downTo(k, s)), r.in(k, "suspect suspects"), r.in(k, "held holds"), g.In(w, l.attributeVerb) && !negated:
		return event.Blames
	case g.In(w, l.denyVerb), r.in(k, "issued") && r.near(k, s, "denial", 3):
		return event.Denies
	case g.In(w, l.doubtVerb):
		return event.Doubts
	}
	if r.own(&st.speaker) && r.in(k, "called calls calling described describes describing") && k+3 < s.Last &&
		(r.in(k+1, "it this that") || g.In(r.w[k+1], l.ownAct) || g.In(r.w[k+2], l.ownAct)) &&
		r.near(k+1, s, "operation error mistake response retaliation test blunder", 6) {
		st.owns = true
		return event.ClaimsResponsibility // "called it an error"
	}
	if st.first == k+1 && r.own(&st.speaker) && r.announcesAct(k, s) {
		st.owns = true
		return event.ClaimsResponsibility
	}
	for q := st.first; q < min(st.last, st.first+24); q++ {
		if r.in(q, "nothing") && (r.near(q, s, "do", 3) || r.in(q-1, "knew know knows")) {
			return event.Denies
		}
		v := r.w[q]
		if v == 0 {
			continue
		}
		if q > k && g.In(v, l.denyVerb) {
			if sp, ok := r.says.endingAt(q); ok && sp.first > k && !sp.pronoun {
				break // "boasted of losses, a statement the mission dismissed as propaganda"
			}
		}
		if g.In(v, l.untrue) && !r.doc.Tokens[q].Joined() && !(q+1 < s.Last && g.In(r.w[q+1], l.be)) {
			return event.Denies
		}
		if q > k && (r.in(q, "too") && r.in(q+1, "soon early") || r.in(q, "look looking") && r.in(q+1, "into") || r.in(q, "reviewing investigating") && q < k+9 ||
			r.in(q, "yet") && r.in(q+1, "to") || r.in(q, "not") && r.in(q+1, "know verify confirm match") || r.in(q, "aware") && r.in(q+1, "of") && q < k+7) {
			return event.Doubts
		}
		if r.in(q, "responsible") && q > st.verb && r.ownSubject(st.first, s) > 0 {
			return event.ClaimsResponsibility
		}
	}
	if v := r.authored(st); v != "" {
		st.owns, st.verdict = v == event.ClaimsResponsibility, true
		return v
	}
	if !r.in(k, "called calls calling described describes describing") && (r.ownSubject(st.first, s) > 0 || r.ing(st.first)) && (st.first > k || r.in(st.first, "our we") || r.doc.Of(st.first) == "“" || r.doc.Of(st.first) == "\"") {
		switch r.ownDeed(st, s) {
		case deedDone:
			if st.owns = r.own(&st.speaker); st.owns && !g.In(w, l.confirmVerb) {
				return event.ClaimsResponsibility
			}
		case deedDenied:
			if r.own(&st.speaker) || !st.speaker.plural {
				return event.Denies
			}
		}
	}
	if g.In(w, l.confirmVerb) {
		if negated {
			return event.Doubts
		}
		return event.Confirms
	}
	return event.Asserts
}

// authored reads words that say whose an act was: "it was the work of the
// cartel", "both attacks were their work", "the killings were not the work of
// al-Shabaab", "the drones were theirs", "it was he who had planned it", "the
// rebels were to blame"; the stance is empty where there are none.
func (r *reading) authored(st *statement) event.Stance {
	l, g := r.lang, r.lang.grammar
	verdict := func(own, not bool) event.Stance {
		switch {
		case own && !r.own(&st.speaker):
			return ""
		case not:
			return event.Denies
		case own:
			return event.ClaimsResponsibility
		}
		return event.Blames
	}
	for k := st.first; k < st.last; k++ {
		if !g.In(r.w[k], l.be) || r.lower(k) == "be" {
			continue
		}
		q := k + 1
		not := q < st.last && g.In(r.w[q], l.not)
		if not {
			q++
		}
		switch {
		case r.in(q, "the") && r.in(q+1, "work handiwork doing") && r.in(q+2, "of"):
			if !r.speaksOfAct(max(st.first, k-6), k) {
				continue // "the house was the work of a mason"
			}
			return verdict(r.in(q+3, "its their his our"), not)
		case r.in(q, "its their his our") && r.in(q+1, "work handiwork doing"):
			return verdict(true, not)
		case r.in(q, "theirs ours") && k > st.first && (g.In(r.w[k-1], l.ownAct) || g.In(r.w[k-1], l.ownForces)):
			return verdict(true, not)
		case r.in(q, "he it they we") && r.in(q+1, "who which that") && r.in(k-1, "it"):
			return verdict(true, not)
		case k > st.first && r.in(k-1, "they attackers assailants gunmen raiders") && (q < st.last && g.In(r.w[q], l.kindNamed) || r.in(q, "members") && !r.in(k-1, "they")):
			return verdict(false, not)
		case r.in(q, "to") && r.in(q+1, "blame"):
			return verdict(r.in(k-1, "it they we he"), not)
		}
	}
	for k := st.first; k+2 < st.last; k++ {
		if r.in(k, "bore bears bear") && r.in(k+1, "the full all") && r.in(k+2, "guilt blame responsibility") {
			return verdict(r.in(k-1, "it they we he"), false)
		}
	}
	return ""
}

// speaksOfAct reports whether the subject in tokens lo to hi-1 is an act, those
// who did it, or a pronoun for them.
func (r *reading) speaksOfAct(lo, hi int) bool {
	l, g := r.lang, r.lang.grammar
	for k := lo; k < hi; k++ {
		w := r.w[k]
		if g.In(w, l.ownAct) || g.In(w, l.ownForces) || g.In(w, l.backWord) || g.In(w, l.kill) ||
			r.in(k, "it this that they these those he we killings tragedy crime attackers assailants gunmen raiders interceptor projectile mine") {
			return true
		}
	}
	return false
}

// announcesAct reports whether the verb at k makes known an act of the
// speaker's own as its object: "announced a strike on a restaurant", "spoke of a
// 'group strike' on commanders"; what another did has a name on it.
func (r *reading) announcesAct(k int, s text.Sentence) bool {
	l, g := r.lang, r.lang.grammar
	switch {
	case r.in(k, "announced announces announcing"):
	case r.in(k, "spoke speaks described describes") && r.near(k, s, "precision high-precision group massed massive combined retaliatory", 7):
	default:
		return false
	}
	for q := k + 1; q < min(k+8, s.Last); q++ {
		switch {
		case g.In(r.w[q], l.be), g.In(r.w[q], l.have), r.lower(q) == "that":
			return false
		case r.in(q, "strike strikes airstrike airstrikes raid raids bombardment operation"):
			return r.in(q+1, "on against in at near") || r.quoted(q+1) && r.in(q+2, "on against in at near")
		case r.doc.Tokens[q].Kind == text.Word && r.doc.Tokens[q].Case != text.Lower && q > k+1:
			return false
		}
	}
	return false
}

// claimsAct reports whether the object of "claimed" at k is an act and no
// clause: "claimed the attack", "claimed that one, too", "claimed it".
func (r *reading) claimsAct(k int, s text.Sentence) bool {
	l, g := r.lang, r.lang.grammar
	if k+1 >= s.Last {
		return true
	}
	if r.lower(k+1) == "it" {
		return k+2 >= s.Last || r.doc.Tokens[k+2].Kind == text.Punct || r.in(k+2, "in on as")
	}
	for q := k + 1; q < min(k+7, s.Last); q++ {
		switch {
		case g.In(r.w[q], l.ownAct) || r.lower(q) == "one" && q > k+1 || r.in(q, "killing killings abduction abductions murder explosion blast explosions blasts kidnapping"):
			if q+1 < s.Last && r.in(q+1, "fire attack attacks strike strikes") {
				continue // "claimed the missile fire"
			}
			return q+1 >= s.Last || !g.In(r.w[q+1], l.be) && !g.In(r.w[q+1], l.have) && !g.In(r.w[q+1], l.doerVerb)
		case r.doc.Tokens[q].Kind == text.Punct, g.In(r.w[q], l.be), g.In(r.w[q], l.have), g.In(r.w[q], l.pronoun):
			return false
		case r.lower(q) == "to":
			// "claimed to have taken part", "claimed in a video to have hit a base"
			return (q == k+1 || g.In(r.w[k+1], l.prep)) && q+2 < s.Last && r.lower(q+1) == "have" && !g.In(r.w[q+2], l.foiling) && !r.downs(q+2, s) &&
				(g.In(r.w[q+2], l.doerVerb) || g.In(r.w[q+2], l.kill) || r.lower(q+2) == "taken")
		}
	}
	return false
}

// actClaimed reads "an operation Boko Haram claimed", in which the act stands
// before the speaker.
func (r *reading) actClaimed(st *statement, s text.Sentence) bool {
	k, p := st.verb, st.speaker.first-1
	if p > s.First && r.in(p, "which that") {
		p--
	}
	if p > s.First && r.doc.Is(p, ',') {
		p--
	}
	return p > s.First && r.lang.grammar.In(r.w[p], r.lang.ownAct) && (k+1 >= s.Last || r.doc.Tokens[k+1].Kind == text.Punct || r.in(k+1, "but and as in on"))
}

// own reports whether sp speaks for somebody who can have done an act.
func (r *reading) own(sp *speaker) bool {
	if sp.org == nil {
		return false
	}
	switch sp.org.ActorKind {
	case "un", "ngo", "media":
		return false
	}
	return true
}

type deed uint8

const (
	noDeed deed = iota
	deedDone
	deedDenied
)

// ownSubject gives the token behind the subject that opens what somebody says
// at token i, where it is the speaker himself or his own: "it", "its jets",
// "that on Monday they", "the group's fighters"; else 0.
func (r *reading) ownSubject(i int, s text.Sentence) int {
	l, g := r.lang, r.lang.grammar
	// "stated at the time that it had"
	for k := i; k < min(i+9, s.Last); k++ {
		if r.doc.Tokens[k].Kind == text.Punct || g.In(r.w[k], l.have) || g.In(r.w[k], l.be) {
			break
		}
		if r.lower(k) == "that" {
			i = k + 1
			break
		}
	}
	// In a speaker's own words "they" are others: "They kill people," he said.
	quoted := false
	for k := max(s.First, i-2); k <= i && k < s.Last; k++ {
		c := r.doc.Of(k)
		quoted = quoted || c == "\"" || c == "“"
	}
	for k, n := i, 0; k < s.Last && n < 12; k, n = k+1, n+1 {
		w := r.w[k]
		switch {
		case quoted && r.in(k, "it they he its their his"):
			return 0
		case r.in(k, "it they we he i"):
			return k + 1
		case r.in(k, "one two three several some members member") && k+2 < s.Last && r.lower(k+1) == "of" && r.in(k+2, "its their our his the"):
			k += 1
			continue
		case r.in(k, "its their our his"):
			for q := k + 1; q < min(k+5, s.Last); q++ {
				if g.In(r.w[q], l.ownForces) {
					for q+1 < s.Last && g.In(r.w[q+1], l.ownForces) {
						q++
					}
					if q+1 < s.Last && r.doc.Is(q+1, ',') {
						// "one of its men, whom it named, had"
						for e := q + 2; e < min(q+22, s.Last); e++ {
							if r.doc.Is(e, ',') {
								return e + 1
							}
						}
					}
					return q + 1
				}
			}
			return 0
		case n < 4 && r.in(k, "soldiers troops warplanes aircraft fighters jets forces bomber bombers attackers mujahideen"):
			return k + 1
		case r.numAt[k] > 0 || g.In(w, l.det) && n == 0:
		case r.lower(k) == "that" || g.In(w, l.prep) || r.doc.Is(k, ',') || r.doc.Is(k, ':') || r.quoted(k) || r.doc.Of(k) == "“" || r.doc.Tokens[k].Kind == text.Number:
		case k > i && g.In(r.w[k-1], l.prep) || r.dated(k) || g.In(w, l.det) && n > 0 || r.in(k, "statement telegram facebook television x message"):
		default:
			return 0
		}
	}
	return 0
}

// dated reports whether token k is part of a date.
func (r *reading) dated(k int) bool {
	i := sort.Search(len(r.days), func(i int) bool { return r.days[i].Last > k })
	return i < len(r.days) && r.days[i].First <= k
}

// ownDeed tells whether the speaker says of himself that he did it: "it had
// struck", "its jets hit", "it was behind", and not "it shot down", "it lost".
func (r *reading) ownDeed(st *statement, s text.Sentence) deed {
	l, g := r.lang, r.lang.grammar
	denies := false
	if k := st.first; r.ing(k) && g.In(r.w[k], l.doerVerb) && st.first > st.verb && !(g.In(r.w[k], l.foiling) && r.hostileObject(k, s)) && !r.downs(k, s) {
		return deedDone // "reported firing a rocket"
	}
	k := r.ownSubject(st.first, s)
	for n := 0; k > 0 && k < st.last && n < 8; k, n = k+1, n+1 {
		w := r.w[k]
		switch {
		case r.in(k, "only always"):
			return noDeed // "it only hits military targets"
		case g.In(w, l.not) || r.lower(k) == "nothing":
			denies = true
		case r.lower(k) == "let" && k+1 < st.last && r.lower(k+1) == "off":
			return deedDone
		case r.in(k, "behind responsible"):
			if denies {
				return deedDenied
			}
			return deedDone
		case g.In(w, l.doerVerb) || g.In(w, l.actVerb):
			if r.passive(k, s) && !r.ing(k) || g.In(w, l.foiling) && r.hostileObject(k, s) || r.downs(k, s) {
				return noDeed
			}
			if denies || r.near(k, s, "nothing no", 2) {
				return deedDenied
			}
			return deedDone
		case g.In(w, l.have), g.In(w, l.be), g.In(w, l.adverb), g.In(w, l.modal):
			if g.In(w, l.modal) {
				return noDeed
			}
		case n == 0 && r.ing(k):
			// "two bombers wearing belts had struck"
			for k+1 < st.last && n < 6 && !g.In(r.w[k+1], l.have) && !g.In(r.w[k+1], l.be) && !g.In(r.w[k+1], l.doerVerb) {
				k, n = k+1, n+1
			}
		case r.in(k, "did do does also not let carried gone made on off overnight early late and of in from the"):
		case r.dated(k):
		default:
			if denies && r.in(k, "comment discuss know speak name identify give rule authorise authorised authorize authorized") {
				return noDeed // "said it does not comment on foreign reports"
			}
			if denies {
				return deedDenied // "said it did not make them"
			}
			// "had driven into the crowd and killed 40"
			for q := k + 1; q < min(k+14, st.last-1); q++ {
				if r.doc.Tokens[q].Kind == text.Punct {
					break
				}
				v := q + 1
				if v+1 < st.last && g.In(r.w[v], l.have) {
					v++ // "had identified a threat and had opened fire"
				}
				if r.lower(q) == "and" && (g.In(r.w[v], l.doerVerb) || g.In(r.w[v], l.kill)) {
					return deedDone
				}
			}
			return noDeed
		}
	}
	return noDeed
}

// downs reports whether the verb at k brings something down from the sky:
// "shot down", "brought 20 drones down".
func (r *reading) downs(k int, s text.Sentence) bool {
	return r.in(k, "shot shoot shooting brought bringing took knocked knocking") && r.near(k, s, "down", 6)
}

// hostileObject reports whether what the verb at k destroys flies: "destroyed
// 40 drones".
func (r *reading) hostileObject(k int, s text.Sentence) bool {
	for q := k + 1; q < min(k+9, s.Last) && !r.in(q, "with using by"); q++ {
		if r.in(q, "drone drones missile missiles rocket rockets uavs uav projectiles aircraft target targets shaheds attack assault") {
			return true
		}
	}
	return false
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

// saidIn are the statements of sentence si.
func (r *reading) saidIn(si int) []statement {
	lo := sort.Search(len(r.said), func(i int) bool { return r.said[i].sentence >= si })
	hi := lo
	for hi < len(r.said) && r.said[hi].sentence == si {
		hi++
	}
	return r.said[lo:hi]
}

// saidBy is the innermost statement that covers token i, or nil.
func (r *reading) saidBy(i int) *statement {
	in := r.saidIn(r.doc.SentenceAt(i))
	var best *statement
	for k := range in {
		st := &in[k]
		if i < st.first || i >= st.last || st.stance == event.Doubts && st.rule == "claims/unverified" {
			continue
		}
		if best == nil || st.last-st.first < best.last-best.first {
			best = st
		}
	}
	return best
}

// maxClaims bounds the claims of one incident.
const maxClaims = 5

// claimsOf lists what is said about the act, the most telling first: who takes
// the blame or gives it, denials and doubts, then what else is asserted.
func (r *reading) claimsOf(d *draft) []event.Claim {
	var out []event.Claim
	var from []*statement // of each claim
	all := r.claimRoom[:0]
	for _, si := range d.sentences() {
		in := r.saidIn(si)
		for k := range in {
			st := &in[k]
			if !d.hears(st) || !r.aboutDraft(d, st) {
				continue
			}
			c := spokenClaim{st: st}
			switch c.stance, c.about, c.accused = r.aboutOf(d, st); {
			case c.about == "":
				continue
			case c.stance == event.Asserts && (c.about == event.AboutCasualties || c.about == event.AboutEvent):
				c.turn = 2
			case c.stance == event.Asserts:
				c.turn = 1
			}
			if c.about == event.AboutCasualties && st.past && c.stance == event.Asserts {
				continue // an earlier count, which has been corrected
			}
			all = append(all, c)
		}
	}
	r.claimRoom = all
	// Accusations, admissions, denials and doubts; what else is said; whose
	// figures the toll is.
	for turn := range 3 {
		for _, s := range all {
			if s.turn != turn || len(out) == maxClaims {
				continue
			}
			st := s.st
			first, last := min(st.first, st.speaker.first), max(st.last, st.speaker.last)
			if st.rule == "claims/unverified" {
				first, last = st.first, st.last
			}
			c := event.Claim{Claimant: r.claimant(st), ClaimantKind: st.speaker.kind, Stance: s.stance, About: s.about, Accused: s.accused, Via: st.via,
				Evidence: r.proof(first, last, st.rule)}
			same := false
			for i := range out {
				// What else he says of the act itself or its toll adds nothing to
				// what he is listed with; the toll has him as its source.
				same = same || saidSame(&from[i].speaker, &st.speaker, out[i].Claimant == c.Claimant) &&
					(turn == 2 || out[i].Stance == c.Stance && (s.stance != event.Asserts || out[i].About == c.About))
			}
			if !same {
				if out == nil {
					out = r.claims.take(min(len(all), maxClaims))
				}
				out, from = append(out, c), append(from, st)
			}
		}
	}
	return out
}

// saidSame reports whether a and b are one speaker: they have one name, or speak
// for one body as "the NUG" and "the shadow National Unity Government" do.
func saidSame(a, b *speaker, named bool) bool {
	return named || a.org != nil && a.org == b.org && !a.person && !b.person
}

// A spokenClaim is a statement with what it says of a draft. The claims of the
// first turn are listed before those of the next.
type spokenClaim struct {
	st      *statement
	stance  event.Stance
	about   event.About
	accused string
	turn    int
}

// hears reports whether st, in a sentence of d, speaks of d as far as is known.
func (d *draft) hears(st *statement) bool {
	return st.of == d || st.of == nil && d.told[st.sentence]
}

// claimant is the short name of who speaks: a spokesman without a name speaks
// for the body that he stands for.
func (r *reading) claimant(st *statement) string {
	sp := &st.speaker
	if sp.person {
		return sp.name
	}
	head, rest, found := strings.Cut(sp.name, " ")
	last := sp.name[strings.LastIndexByte(sp.name, ' ')+1:]
	spokes := func(w string) bool {
		return strings.HasPrefix(w, "spokes") || strings.HasPrefix(w, "Spokes")
	}
	switch {
	case sp.org != nil && (spokes(head) || spokes(last)):
		return sp.org.Name
	case spokes(head) && found:
		if _, of, ok := strings.Cut(rest, " "); ok && (strings.HasPrefix(rest, "for ") || strings.HasPrefix(rest, "of ")) {
			return strings.TrimPrefix(of, "the ")
		}
	case spokes(last) && found:
		return strings.TrimSpace(sp.name[:len(sp.name)-len(last)])
	case spokes(sp.name):
		// "a spokesman said": for whom the text named last.
		for k := sort.Search(len(r.said), func(i int) bool { return r.said[i].verb >= st.verb }) - 1; k >= 0 && st.sentence-r.said[k].sentence <= 3; k-- {
			if o := &r.said[k].speaker; o.org != nil && !o.person {
				return o.org.Name
			}
		}
	}
	return sp.name
}

// aboutDraft reports whether the words of st tie it to d: in a sentence that
// tells of d, by covering what it tells; in another, which must be near, by
// speaking of something told before.
func (r *reading) aboutDraft(d *draft, st *statement) bool {
	own, hit := false, false
	near := 1 << 20
	for _, f := range d.fragments {
		near = min(near, max(st.sentence-f.sentence, f.sentence-st.sentence))
		if f.sentence != st.sentence {
			continue
		}
		own = true
		hit = hit || st.first < f.last && f.first < st.last || st.verb >= f.first && st.verb < f.last
	}
	if own {
		return hit && (st.stance != event.Blames || r.charges(st.verb, st.last))
	}
	if st.of == d {
		return true // whose place it names
	}
	if near > claimReach || r.apartFrom(d, st) {
		return false
	}
	if r.cumulative(harm{anchor: st.last - 1}, r.doc.Sentences[st.sentence]) {
		return false // "has verified 12,000 deaths since the war began"
	}
	switch st.stance {
	case event.Asserts:
		return near <= assertReach && r.speaksOn(st)
	case event.Blames:
		return (st.verdict || r.lang.grammar.In(r.w[st.verb], r.lang.blameVerb) || r.refersBack(st)) && r.charges(st.verb, st.last)
	case event.Confirms, event.Denies, event.Doubts:
		// "denied having harmed civilians"
		return st.verdict || st.rule == "claims/unverified" || r.refersBack(st) || st.stance == event.Denies && r.own(&st.speaker) && r.ing(st.verb+1)
	}
	return true
}

// claimReach bounds the sentences between the last that tells of an act and one
// in which somebody answers for it, denies it or blames somebody; assertReach
// those to one that says more of it.
const (
	claimReach  = 8
	assertReach = 4
)

// apartFrom reports whether st puts something at a town, and at none that goes
// with where d was.
func (r *reading) apartFrom(d *draft, st *statement) bool {
	where := d.where()
	if len(where) == 0 {
		return false
	}
	apart := false
	lo := sort.Search(len(r.spots), func(i int) bool { return r.spots[i].first >= st.first })
	for ; lo < len(r.spots) && r.spots[lo].first < st.last; lo++ {
		one := r.spots[lo : lo+1]
		if !exactly(one) {
			continue
		}
		if placeRelation(where, one) >= 0 {
			return false
		}
		apart = true
	}
	return apart
}

// speaksOn reports whether st, in a sentence that tells of no act, goes on about
// one told before: by a word for it or its target, weapon or victims, as "the
// strike", "both missiles", "the man targeted", or by a pronoun that opens it.
func (r *reading) speaksOn(st *statement) bool {
	l, g := r.lang, r.lang.grammar
	for k := st.first; k < st.last; k++ {
		w := r.w[k]
		switch {
		case k < st.first+3 && r.in(k, "it they he she him her them those these both all one none each") || r.in(k, "it this that") && (k+1 >= st.last || r.doc.Tokens[k+1].Kind == text.Punct):
			return true
		case g.In(w, l.ownAct), g.In(w, l.aboutWeapon), g.In(w, l.aboutIntercept), g.In(w, l.aboutToll), g.In(w, l.aboutOrigin), r.in(k, "target targets targeted legitimate incident blast explosion reports"):
			return true
		}
	}
	for _, a := range r.doersIn(r.doc.Sentences[st.sentence]) {
		if a.first >= st.first && a.first < st.last {
			return true
		}
	}
	lo := sort.Search(len(r.weapons), func(i int) bool { return r.weapons[i].first >= st.first })
	return lo < len(r.weapons) && r.weapons[lo].first < st.last
}

// charges reports whether what the words between the verb at k and token last
// charge somebody with is an act of violence, or no more is said than whom they
// blame: "blamed the RSF", "accused the army of bombing the market", and not
// "accused Washington of drawing out the war", "blamed Moscow for allowing it".
func (r *reading) charges(k, last int) bool {
	l, g := r.lang, r.lang.grammar
	if !g.In(r.w[k], l.blameVerb) {
		return true
	}
	of, prep := -1, "for"
	if r.in(k, "accused accuses accusing accuse") {
		prep = "of"
	}
	for q := k + 1; q+1 < last && of < 0; q++ {
		if r.in(q, prep) && (r.ing(q+1) || g.In(r.w[q+1], l.det) || q+2 < last && r.ing(q+2)) {
			of = q
		}
	}
	if of < 0 {
		return true
	}
	for q := of + 1; q < last && !r.doc.Is(q, ',') && !r.doc.Is(q, ';') && !r.in(q, "as after when while"); q++ {
		w := r.w[q]
		if g.In(w, l.actVerb) || g.In(w, l.kill) || g.In(w, l.injure) || g.In(w, l.doerVerb) || g.In(w, l.ownAct) || g.In(w, l.aboutToll) || g.In(w, l.aboutWeapon) || r.in(q, "incident incidents explosion explosions blast blasts it this both targeting") {
			return true
		}
	}
	return false
}

// refersBack reports whether the words of st speak of an act or account told
// before: "denied the strike", "dismissed this", "confirmed the toll", and not
// "confirmed that a treaty is in force".
func (r *reading) refersBack(st *statement) bool {
	l, g := r.lang, r.lang.grammar
	s := r.doc.Sentences[st.sentence]
	for k := st.first; k < st.last; k++ {
		w := r.w[k]
		if g.In(w, l.untrue) || g.In(w, l.backWord) || g.In(w, l.ownAct) || g.In(w, l.aboutToll) || g.In(w, l.aboutWeapon) || g.In(w, l.doerVerb) || g.In(w, l.aboutTarget) {
			return true
		}
	}
	return len(r.doersIn(s)) > 0
}

// aboutOf tells what of the act a statement is about, with the stance that
// its words make it: who says that another did it blames him. The first value
// is empty where it is about none of it.
func (r *reading) aboutOf(d *draft, st *statement) (event.Stance, event.About, string) {
	l, g := r.lang, r.lang.grammar
	stance, accused := st.stance, ""
	s := r.doc.Sentences[st.sentence]
	within, toll, reported := false, false, false
	for _, f := range d.fragments {
		within = within || f.sentence == st.sentence
		for _, a := range f.acts {
			reported = reported || a.anchor >= st.first && a.anchor < st.last && (a.realis == happened || a.realis == tried)
		}
		for _, h := range f.harms {
			toll = toll || h.anchor >= st.first && h.anchor < st.last
		}
	}
	weapon, intercept, target, deaths := false, false, false, false
	for k := st.first; k < st.last; k++ {
		w := r.w[k]
		if w == 0 {
			continue
		}
		weapon = weapon || g.In(w, l.aboutWeapon)
		target = target || g.In(w, l.aboutTarget)
		deaths = deaths || g.In(w, l.aboutToll)
		intercept = intercept || g.In(w, l.aboutIntercept) && !(r.in(k, "shot brought knocked") && !r.near(k, s, "down", 6)) && !g.In(r.w[max(k-1, st.first)], l.have) || r.in(k, "down") && r.downs(k-1, s)
	}
	named, made, counted := false, false, false
	for k := st.first; k+1 < st.last; k++ {
		if g.In(r.w[k], l.aboutOrigin) && r.in(k, "made manufactured produced assembled built") && r.in(k+1, "in by") && k+2 < st.last && r.doc.Tokens[k+2].Case != text.Lower && r.doc.Tokens[k+2].Kind != text.Number {
			made, weapon = true, true
		}
	}
	in := r.weaponsIn(r.doc.SentenceAt(st.first), r.doc.SentenceAt(st.last-1))
	for k := range in {
		w := &in[k]
		if w.first < st.first || w.first >= st.last {
			continue
		}
		if !w.intercepted.IsZero() && stance == event.Asserts {
			return stance, event.AboutInterception, ""
		}
		if intercept && stance == event.Asserts && family(d.kind) == 1 && !toll {
			return stance, event.AboutInterception, ""
		}
		named = named || w.id != ""
		counted = counted || !w.launched.IsZero()
		made = made || r.near(w.last-1, s, "made manufactured produced assembled", 6) && !r.near(w.last-1, s, "for", 4)
	}
	for _, a := range r.doersIn(s) {
		if a.first < st.first || a.first >= st.last {
			continue
		}
		who := r.known.resolve(a.actor, d.home)
		if who.name == "" {
			continue
		}
		own := r.ownVoice(st, who)
		if stance == event.Asserts && own {
			stance = event.ClaimsResponsibility
		} else if stance == event.Asserts && a.certainty != event.Claimed && !toll && (within || a.rule == "perpetrator/behind" || a.rule == "perpetrator/blamed" || a.rule == "perpetrator/suspected") {
			stance = event.Blames
		}
		if stance == event.Blames && !own {
			accused = who.name
		}
	}
	if st.stance == event.Asserts && (made || counted) && stance == event.Blames {
		// "a missile that was built in North Korea", "Russia sent 188 drones"
		stance, accused = st.stance, ""
	}
	switch stance {
	case event.Blames:
		return stance, event.AboutPerpetrator, accused
	case event.ClaimsResponsibility:
		return stance, event.AboutPerpetrator, ""
	case event.Denies:
		return stance, r.deniedPart(st), ""
	}
	switch {
	case made && (weapon || named) && stance == event.Asserts:
		return stance, event.AboutWeaponOrigin, ""
	case toll, deaths && g.In(r.w[st.verb], l.tallyVerb) && r.counts(st):
		return stance, event.AboutCasualties, ""
	case named || weapon:
		return stance, event.AboutWeapon, ""
	case intercept && (stance != event.Asserts || family(d.kind) == 1 && r.counts(st)):
		return stance, event.AboutInterception, ""
	case deaths && stance != event.Asserts:
		return stance, event.AboutCasualties, ""
	case target:
		return stance, event.AboutTarget, ""
	case stance != event.Asserts, reported:
		return stance, event.AboutEvent, ""
	}
	return "", "", ""
}

// counts reports whether a number stands in what st says.
func (r *reading) counts(st *statement) bool {
	for k := st.first; k < st.last; k++ {
		if r.numAt[k] > 0 {
			return true
		}
	}
	return false
}

// deniedPart is what a denial is about.
func (r *reading) deniedPart(st *statement) event.About {
	l, g := r.lang, r.lang.grammar
	for k := st.first; k < st.last; k++ {
		w := r.w[k]
		switch {
		case r.in(k, "responsibility involvement involved role accusation accusations carrying carried responsible behind part"):
			return event.AboutPerpetrator
		case g.In(w, l.aboutToll):
			return event.AboutCasualties
		case g.In(w, l.aboutTarget):
			return event.AboutTarget
		}
	}
	return event.AboutEvent
}

// ownVoice reports whether the speaker of st speaks for the actor: its own
// spokesman, or another body of the state whose forces it is, as a defence
// ministry for the army.
func (r *reading) ownVoice(st *statement, a actor) bool {
	o := st.speaker.org
	if o == nil {
		return false
	}
	if o.Name == a.name || r.known.doer(o).Name == a.name {
		return true
	}
	return a.entry != nil && o.Country != "" && o.Country == a.entry.Country && ofState(o) && ofState(a.entry)
}

// ofState reports whether e is a state or belongs to one.
func ofState(e *catalogue.Entry) bool {
	switch e.ActorKind {
	case "state", "forces", "ministry", "agency", "police":
		return true
	}
	return false
}
