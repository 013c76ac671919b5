package extract

import (
	"slices"
	"sort"
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
	"github.com/sitrep-go/sitrep/internal/layout"
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
// the doers of an act: by their part in the clause ("Israel bombed", "shelled
// by rebels", "a Russian drone", "Hamas's raid"), by an accusation ("blamed the
// RSF", "pinned on bandits"), or by their own admission ("IS claimed that one",
// "the army said it had struck").
func (r *reading) readDoers(si int, s text.Sentence, acts []act, harms []harm) {
	if r.sumTold(s, harms) {
		return // "Israel's offensive has killed 2,897 people since October"
	}
	from := len(r.doers)
	c := clause{r, s, acts, harms}
	actors := inSentence(r.actors, s, func(a *actor) int { return a.first })
	dateline := s.First
	if z := r.layout.Zones[si]; z.Lead == layout.Dateline {
		dateline = z.Text
	}
	for k := range actors {
		a := &actors[k]
		if !c.may(a) || a.first < dateline || k+1 < len(actors) && c.belongs(a, &actors[k+1]) {
			continue
		}
		if rule, cert := c.role(a); rule != "" {
			r.doers = append(r.doers, doer{a.first, a.last, *a, cert, "", "perpetrator/" + rule})
		}
	}
	for _, a := range c.homeArms(actors) {
		rule, cert := c.role(&a)
		if rule == "" && c.real(s.First, s.Last) && a.of {
			rule, cert = "home-arm", event.ReportedAsFact
		}
		if rule != "" {
			r.doers = append(r.doers, doer{a.first, a.last, a, cert, "", "perpetrator/" + rule})
		}
	}
	for _, st := range r.saidIn(si) {
		if st.speaker.org != nil && (st.stance == event.ClaimsResponsibility || st.stance == event.Confirms && (st.owns || r.admits(&st, s))) {
			if a := r.known.named(actor{first: st.speaker.first, last: st.speaker.last, rule: "actor/name"}, st.speaker.org); speaksOfItself(&a) {
				rule := "perpetrator/claims"
				if st.stance == event.Confirms && !st.owns && r.in(st.verb+1, "that") {
					rule = acknowledges
				}
				r.doers = append(r.doers, doer{a.first, a.last, a, event.Claimed, st.speaker.name, rule})
			}
		}
	}
	for _, st := range r.saidIn(si) {
		// "The Sons of the River claimed responsibility": a group that nobody knows
		// yet.
		if sp := &st.speaker; sp.org == nil && st.stance == event.ClaimsResponsibility && (sp.rule == "speaker/organisation" || sp.person && sp.office == "" && !sp.pronoun && sp.coreLast-sp.core > 1) {
			a := actor{first: sp.first, last: sp.last, name: sp.name, rule: "actor/claims"}
			r.doers = append(r.doers, doer{a.first, a.last, a, event.Claimed, sp.name, "perpetrator/claims"})
		}
	}
	for _, a := range c.they(si, from) {
		if rule, cert := c.subject(&a); rule != "" {
			r.doers = append(r.doers, doer{a.first, a.last, a, cert, "", "perpetrator/they"})
		}
	}
	for _, a := range c.itsArms(si) {
		if rule, cert := c.subject(&a); rule != "" {
			if c.in(a.first, "our") {
				cert = event.Claimed
			}
			r.doers = append(r.doers, doer{a.first, a.last, a, cert, "", "perpetrator/its-arms"})
		}
	}
	r.doers = append(r.doers, c.credits(si, actors)...)
	r.led(s, acts)
	r.were(s)
	for k := from; k < len(r.doers); k++ {
		r.voice(&r.doers[k], r.doers[k].actor)
	}
	c.refer(si)
	slices.SortStableFunc(r.doers[from:], func(a, b doer) int { return a.first - b.first })
}

// acknowledges is the rule by which a side owns up to an act that was told of
// before: "acknowledged that strike". Those on whose land it was only confirm
// that it happened to them.
const acknowledges = "perpetrator/acknowledges"

// sumTold reports whether all that s tells of harm is a sum over a long time.
func (r *reading) sumTold(s text.Sentence, harms []harm) bool {
	for _, h := range harms {
		if !r.cumulative(h, s) {
			return false
		}
	}
	return len(harms) > 0
}

// voice settles how sure the naming of d is by whose words it stands in: those
// of another accuse who, his own claim it.
func (r *reading) voice(d *doer, who actor) {
	st := r.saidBy(d.first)
	if st == nil || d.certainty != event.ReportedAsFact && d.certainty != event.Accused {
		return
	}
	if d.certainty = event.Accused; r.ownVoice(st, who) {
		d.certainty = event.Claimed
	}
	d.claimant = st.speaker.name
}

// refer takes the acts that are only spoken of in an accusation, an admission,
// a denial or a doubt for references to one told already, and no reports of
// their own: "accused the army of shelling the village". A date, a place or a
// number of its own makes it a report.
func (c clause) refer(si int) {
	in := c.saidIn(si)
	if len(in) == 0 {
		return
	}
	for k := range c.acts {
		a := &c.acts[k]
		for _, st := range in {
			// "denied that there had been any firing", "its account is that"
			if (st.stance == event.Denies || st.stance == event.Doubts || st.rule == "claims/account") && st.rule != "claims/unverified" && a.anchor >= st.first && a.anchor < st.last && c.act[0].sentence < si {
				a.realis = unreal
			}
		}
	}
	if len(c.harms) > 0 {
		return
	}
	for _, d := range c.daysIn(c.s) {
		if c.dates(d, c.s) {
			return
		}
	}
	for _, p := range c.spotsIn(c.s) {
		if p.strong {
			return
		}
	}
	for k := range c.acts {
		a := &c.acts[k]
		if a.fresh || a.weapon {
			continue
		}
		for _, st := range in {
			inside := a.anchor >= st.first && a.anchor < st.last
			switch st.stance {
			case event.Blames, event.Denies, event.Doubts, event.ClaimsResponsibility:
				if inside || a.anchor > st.verb {
					a.realis = unreal
				}
			default:
				if inside && c.act[0].sentence < si && c.definiteObject(a.last) {
					a.def, a.verb = true, false
				}
			}
		}
	}
}

// definiteObject reports whether what was hit, behind token k, is known
// already: "had fired at the centre".
func (c clause) definiteObject(k int) bool {
	for n := 0; k < c.s.Last && n < 6; k, n = k+1, n+1 {
		if c.doc.Tokens[k].Kind == text.Punct {
			return false
		}
		if c.lang.grammar.In(c.w[k], c.lang.definite) {
			return k+1 < c.s.Last && c.doc.Tokens[k+1].Case == text.Lower
		}
	}
	return false
}

// speaksOfItself reports whether a can have done what its speaker says was
// done: not the United Nations, an aid group or a paper.
func speaksOfItself(a *actor) bool {
	if a.entry == nil {
		return false
	}
	switch a.entry.ActorKind {
	case "un", "ngo", "media":
		return false
	}
	return true
}

// admits reports whether st owns up to an act: "the military acknowledged the
// raid", which a victim's side would confirm.
func (r *reading) admits(st *statement, s text.Sentence) bool {
	if !r.lang.grammar.In(r.w[st.verb], r.lang.admitVerb) {
		return false
	}
	for k := st.verb + 1; k < min(st.verb+5, s.Last); k++ {
		if r.lower(k) == "that" && !(k+1 < s.Last && r.lang.grammar.In(r.w[k+1], r.lang.ownAct)) {
			break // "admitted that a raid", and not "admitted that raid"
		}
		if r.lang.grammar.In(r.w[k], r.lang.ownAct) {
			return true
		}
	}
	return false
}

// led reads "the Hamas-led assault", in which the name is joined to the word.
func (r *reading) led(s text.Sentence, acts []act) {
	end := s.Last - 1
	for k := r.find(s.First+1, end, "led"); k < end; k = r.find(k+1, end, "led") {
		if !r.doc.Tokens[k].Joined() || !r.lang.grammar.In(r.w[k+1], r.lang.ownAct) {
			continue
		}
		lo := sort.Search(len(r.names), func(i int) bool { return r.names[i].First >= s.First })
		for ; lo < len(r.names) && r.names[lo].First < k; lo++ {
			m := &r.names[lo]
			if m.Last == k && m.Entry.Kind == catalogue.Actor && !m.Maybe {
				a := r.known.named(actor{first: m.First, last: k, rule: "actor/name"}, m.Entry)
				r.doers = append(r.doers, doer{a.first, a.last, a, event.ReportedAsFact, "", "perpetrator/led"})
			}
		}
	}
}

// were reads "the aircraft were Russian", "the missile was Iranian".
func (r *reading) were(s text.Sentence) {
	l, g := r.lang, r.lang.grammar
	const arms = "aircraft warplanes warplane jets jet planes plane drones drone helicopters bombers attackers raiders shells"
	end := s.Last - 1
	for k := r.find(s.First, end-1, arms) + 1; k < end; k = r.find(k, end-1, arms) + 1 {
		if !g.In(r.w[k], l.be) {
			continue
		}
		lo := sort.Search(len(r.names), func(i int) bool { return r.names[i].First >= k+1 })
		if lo < len(r.names) && r.names[lo].First == k+1 && r.names[lo].Entry.Kind == catalogue.Actor && r.names[lo].Use == catalogue.ByDemonym {
			m := &r.names[lo]
			if m.Last < s.Last && r.doc.Tokens[m.Last].Joined() {
				continue
			}
			a := r.known.named(actor{first: m.First, last: m.Last, rule: "actor/people"}, m.Entry)
			r.doers = append(r.doers, doer{a.first, a.last, a, event.ReportedAsFact, "", "perpetrator/were"})
		}
	}
}

// belongs reports whether the fighters a have no name but that of b, which
// stands behind them: "rebels from the CODECO militia".
func (c clause) belongs(a, b *actor) bool {
	if a.entry != nil || !a.generic || b.entry == nil || b.first-a.last > 3 || !c.in(a.last, "of from") {
		return false
	}
	for k := a.last + 1; k < b.first; k++ {
		if !c.lang.grammar.In(c.w[k], c.lang.det) && c.doc.Tokens[k].Kind != text.Word {
			return false
		}
	}
	return true
}

// A clause is a sentence in which doers are looked for.
type clause struct {
	*reading
	s     text.Sentence
	acts  []act
	harms []harm
}

// may reports whether a names somebody who can have done violence. Fighters of
// whom nothing is known, "gunmen" or "the terrorists", have no name.
func (c clause) may(a *actor) bool {
	if a.name == "" && a.word == "" || a.land && !a.of || !a.armed() {
		return false
	}
	if a.entry == nil && a.generic {
		switch a.rule {
		case "actor/nameless", "actor/fighters":
			return true
		case "actor/the-army":
			// "Warplanes struck" does not say whose they were.
			return !c.in(a.last-1, "warplanes jets aircraft helicopters gunships gunship")
		}
		return c.lang.grammar.In(c.w[a.last-1], c.lang.kindNamed) || a.word == "police" || a.word == "security forces" || a.word == "army"
	}
	return true
}

// real reports whether an act or harm of the clause stands within tokens lo to
// hi-1.
func (c clause) real(lo, hi int) bool {
	for _, a := range c.acts {
		if a.kind != noAct && a.realis != unreal && a.first < hi && lo < a.last {
			return true
		}
	}
	for _, h := range c.harms {
		if h.anchor >= lo && h.anchor < hi {
			return true
		}
	}
	return false
}

// none reports whether token k belongs to words that report no act: "shot
// down", "threatened to strike".
func (c clause) none(k int) bool {
	for _, a := range c.acts {
		if (a.kind == noAct || a.realis == unreal || a.realis == denied) && a.first <= k && k < a.last {
			return true
		}
	}
	return false
}

// role tells by which words a is the doer of an act in its sentence, and how
// sure the words are; the rule is empty where a is none.
func (c clause) role(a *actor) (string, event.Certainty) {
	l, g := c.lang, c.lang.grammar
	s := c.s
	first := c.whole(a)
	before := first - 1
	for before > s.First && (c.tiedTo(before) || g.In(c.w[before], l.det) || c.doc.Of(before) == "“" || c.doc.Of(before) == "\"" || c.in(before, "paramilitary jihadist rebel local extremist islamist shia militant separatist armed")) {
		before--
	}
	if c.told(before) {
		return "blamed", event.Accused
	}
	if c.in(before, "named names identified") && c.near(a.last-1, s, "as", 2) && c.near(a.last-1, s, "culprit culprits suspect suspects perpetrator perpetrators attackers attacker", 6) {
		return "suspected", event.Suspected
	}
	if c.takenFor(before) && c.real(s.First, s.Last) {
		return "suspected", event.Suspected
	}
	if before >= s.First {
		w := c.w[before]
		switch {
		case g.In(w, l.suspect) && !g.In(c.w[max(before-1, s.First)], l.be):
			return "suspected", event.Suspected
		case g.In(w, l.blameVerb) && !c.exculpates(before):
			return "blamed", event.Accused
		case (c.in(before, "to on against at")) && c.pinned(before, a):
			return "blamed", event.Accused
		case c.in(before, "by"):
			if rule, cert := c.agent(before); rule != "" || !a.of {
				return rule, cert
			} // "wounds caused by a US drone strike"
		case c.in(before, "with") && c.in(before-1, "clashed clashes fighting battle battles clash fought firefight gunfight") && c.real(s.First, s.Last):
			return "with", event.ReportedAsFact
		case c.in(before, "from") && c.cameFrom(before, a):
			return "from", event.Accused
		case c.in(before, "from") && c.firedFrom(before, a):
			if c.hedged(before-6, before) {
				return "from", event.Suspected
			}
			return "from", event.ReportedAsFact
		case c.in(before, "of") && c.in(before-1, "hallmarks hallmark signature handiwork"), c.in(before, "on") && c.in(before-1, "fell falls fallen") && c.in(before-2, "suspicion suspicions"),
			c.in(before, "suspect suspects suspecting"):
			return "suspected", event.Suspected
		case g.In(w, l.not) || c.in(before, "against than like unlike") || c.in(before, "for to") && c.in(before-1, "revenge retaliation response reprisal vengeance answer"):
			return "", ""
		}
	}
	if c.in(before, "held hold holds holding") && c.near(a.last-1, s, "responsible accountable", 6) {
		return "blamed", event.Accused
	}
	for k, n := a.last, 0; k+1 < s.Last && n < 8; k, n = k+1, n+1 {
		if g.In(c.w[k], l.blameVerb) && (c.in(k+1, "each") || c.in(k+1, "one") && c.in(k+2, "another")) {
			return "blamed", event.Accused
		}
		if c.doc.Tokens[k].Kind == text.Punct {
			break
		}
	}
	if c.also(first) {
		return "blamed", event.Accused
	}
	// "the prime suspect", "was the likely culprit"
	for k, n := a.last, 0; k < s.Last && n < 8; k, n = k+1, n+1 {
		if c.doc.Tokens[k].Kind == text.Punct && !c.doc.Is(k, ')') && !c.doc.Is(k, '(') || g.In(c.w[k], l.doerVerb) {
			break
		}
		if c.in(k, "suspect suspects culprit culprits") && c.passiveOrBe(a.last, k) {
			return "suspected", event.Suspected
		}
	}
	if a.of && c.real(s.First, s.Last) && !c.originOnly(a) {
		return "of", event.ReportedAsFact
	}
	// "Hamas's raid", "the army's shelling of"
	if a.last < s.Last && c.doc.Tokens[a.last].Kind == text.Clitic || a.last < s.Last && c.apostrophe(a.last) {
		for k := a.last + 1; k < min(a.last+4, s.Last); k++ {
			if g.In(c.w[k], l.ownAct) && !c.none(k) {
				if c.real(k, k+1) || c.real(s.First, s.Last) {
					return "possessive", event.ReportedAsFact
				}
			}
		}
	}
	if c.complement(first) {
		return "", ""
	}
	return c.subject(a)
}

// tiedTo reports whether token k is part of a word that ties a name to a patron
// of his, in front of that name: "by the Iran-backed Houthi militia".
func (c clause) tiedTo(k int) bool {
	if c.doc.Tokens[k].Joined() {
		return castWords().Of(c.doc.Tokens[k].Key)&(tieWord|allyWord) != 0
	}
	return k+1 < c.s.Last && c.doc.Tokens[k+1].Joined() && castWords().Of(c.doc.Tokens[k+1].Key)&(tieWord|allyWord) != 0
}

// takenFor reports whether the words up to token k take somebody for one of
// those who follow: "militants believed to be from", "gunmen suspected to be
// members of".
func (c clause) takenFor(k int) bool {
	for n := 0; k > c.s.First && n < 4 && (c.in(k, "of from with linked affiliated loyal to members member fighters militants part work") || c.lang.grammar.In(c.w[k], c.lang.det)); n++ {
		if c.in(k, "to") && c.in(k-1, "believed suspected thought presumed") {
			break
		}
		k--
	}
	return k-2 >= c.s.First && c.in(k, "be belong") && c.in(k-1, "to") && c.in(k-2, "believed suspected thought presumed")
}

// told reports whether the words up to token k say as whom somebody knew those
// who did it: "identified the attackers as members of".
func (c clause) told(k int) bool {
	l, g := c.lang, c.lang.grammar
	for n := 0; k > c.s.First && n < 3 && (c.in(k, "of from members fighters militants belonging to") || g.In(c.w[k], l.det)); n++ {
		k--
	}
	if !c.in(k, "as") {
		return false
	}
	for q, n := k-1, 0; q > c.s.First && n < 4; q, n = q-1, n+1 {
		if c.in(q, "attackers assailants gunmen perpetrators raiders militants fighters killers kidnappers") {
			for q--; q > c.s.First && g.In(c.w[q], l.det); q-- {
			}
			return c.in(q, "identified identifies identifying described describes describing named recognised recognized")
		}
	}
	return false
}

// whole is where the noun phrase begins of which the actor is the last part:
// "fighters of the ADF", "warplanes of the coalition".
func (c clause) whole(a *actor) int {
	l, g := c.lang, c.lang.grammar
	k := a.first
	if c.bracketed(a) {
		k--
		for k > c.s.First && c.doc.Tokens[k-1].Kind == text.Word && !g.In(c.w[k-1], l.prep) && !g.In(c.w[k-1], l.det) && !g.In(c.w[k-1], l.be) && !g.In(c.w[k-1], l.when) {
			k--
		}
	}
	for k > c.s.First && (g.In(c.w[k-1], l.det) || c.in(k-1, "paramilitary jihadist rebel armed")) {
		k--
	}
	if k-3 >= c.s.First && c.in(k-1, "to with") && c.in(k-2, "belonging loyal allied aligned affiliated linked") {
		k-- // "a drone belonging to the coalition", "gunmen loyal to Haftar"
	}
	if k-2 >= c.s.First && (c.in(k-1, "of from belonging loyal allied aligned affiliated linked")) && (g.In(c.w[k-2], l.member) || c.in(k-2, "dozens hundreds scores thousands group groups mob mobs crowd crowds band bands number")) {
		k -= 2
		for k > c.s.First && (c.doc.Tokens[k-1].Kind == text.Word && !g.In(c.w[k-1], l.prep) && !g.In(c.w[k-1], l.det) && c.w[k-1] == 0 || c.numAt[k-1] > 0) {
			k--
		}
		return k
	}
	return a.first
}

// also reports whether what begins at token k is joined by "and" to somebody
// who is blamed: "accused the army and the mercenaries of Wagner".
func (c clause) also(k int) bool {
	p := c.beforeDet(k)
	if p <= c.s.First || !c.in(p, "and") {
		return false
	}
	for q, n := p-1, 0; q >= c.s.First && n < 7; q, n = q-1, n+1 {
		switch {
		case c.lang.grammar.In(c.w[q], c.lang.blameVerb):
			return !c.exculpates(q)
		case c.doc.Tokens[q].Kind == text.Clitic:
		case c.doc.Is(q, ','), c.lang.grammar.In(c.w[q], c.lang.prep), c.lang.grammar.In(c.w[q], c.lang.be), c.lang.grammar.In(c.w[q], c.lang.have), c.lang.grammar.In(c.w[q], c.lang.doerVerb):
			return false
		}
	}
	return false
}

// hedged reports whether words between tokens lo and hi make a guess of it:
// "was in all likelihood fired by", "probably hit", "is believed to have".
func (c clause) hedged(lo, hi int) bool {
	for k := max(lo, c.s.First); k < min(hi, c.s.Last); k++ {
		if c.in(k, "likely probably likelihood possibly presumably believed thought suspected apparently") {
			return true
		}
	}
	return false
}

// exculpates reports whether the verb of blame at k is negated, "did not
// blame", or blames for no act: "accused Washington of drawing out the war".
func (c clause) exculpates(k int) bool {
	return c.negatedBefore(k, 3) || !c.charges(k, c.s.Last)
}

// pinned reports whether the preposition at k belongs to a verb that puts an
// act down to somebody: "attributed the blast to", "pinned on", "blamed it on",
// "pointed the finger at".
func (c clause) pinned(k int, a *actor) bool {
	l, g := c.lang, c.lang.grammar
	for q, n := k-1, 0; q >= c.s.First && n < 10; q, n = q-1, n+1 {
		switch {
		case c.doc.Tokens[q].Kind == text.Punct:
			return false
		case g.In(c.w[q], l.attributeVerb) && !c.in(q, "linked link links linking"), c.in(k, "on") && g.In(c.w[q], l.blameVerb):
			return !c.exculpates(q)
		case c.in(q, "finger fingers") && c.in(k, "at to"), c.in(q, "suspicion suspicions blame") && c.in(k, "on"):
			return true
		case c.in(q, "pointed points pointing") && c.in(k, "at to towards toward") && n < 3 && !(a.of && c.originOnly(a)):
			return true // "the fragments pointed to Israeli artillery"
		}
	}
	return false
}

// agent reads "by X", where "by" is at k: "shelled by", "in an attack by",
// "claimed by", and not "held by".
func (c clause) agent(k int) (string, event.Certainty) {
	l, g := c.lang, c.lang.grammar
	p := k - 1
	for p > c.s.First && (g.In(c.w[p], l.adverb) || c.in(p, "out")) {
		p--
	}
	if p < c.s.First {
		return "", ""
	}
	w := c.w[p]
	switch {
	case g.In(w, l.claimVerb):
		return "claims", event.Claimed
	case c.in(k-1, "out") && c.in(p, "carried"):
	case c.in(k-1, "behind") && c.in(k-2, "left"):
		// "It was a mine, left behind by the Houthis"
		if c.armedWith(c.s.First, k) {
			return "by", event.ReportedAsFact
		}
		return "", ""
	case c.in(p, "released carried") && c.armedWith(max(p-3, c.s.First), p) && c.real(c.s.First, c.s.Last):
		// "a guided bomb released by a Russian plane"
	case g.In(w, l.noAgent) || c.none(p):
		return "", ""
	}
	if g.In(w, l.doerVerb) || g.In(w, l.actVerb) || g.In(w, l.kill) || g.In(w, l.injure) || c.in(k-1, "out") || c.in(p, "flown") {
		if c.real(c.s.First, c.s.Last) || c.in(p, "flown fired launched dropped planted laid") && (c.saidBy(k) != nil || c.hedged(p-5, p)) {
			if c.hedged(p-5, p) {
				return "by", event.Suspected
			}
			return "by", event.ReportedAsFact
		}
		return "", ""
	}
	// "in an attack by", "a massacre by", "a raid on the town by"
	for q, n := p, 0; q >= c.s.First && n < 8; q, n = q-1, n+1 {
		if c.doc.Tokens[q].Kind == text.Punct {
			break
		}
		if c.real(q, q+1) || g.In(c.w[q], l.ownAct) && c.real(c.s.First, c.s.Last) || c.in(q, "launched fired dropped planted laid") && c.armedWith(max(q-4, c.s.First), q) {
			return "by", event.ReportedAsFact
		}
		if g.In(c.w[q], l.speech) || g.In(c.w[q], l.noAgent) {
			break
		}
	}
	return "", ""
}

// passiveOrBe reports whether a form of "be" stands between tokens lo and hi.
func (c clause) passiveOrBe(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if c.lang.grammar.In(c.w[k], c.lang.be) {
			return true
		}
	}
	return false
}

// originOnly reports whether a people's name before a weapon tells only where
// it was made: "a North Korean missile", "Iranian-made drones", "an
// American-supplied rocket".
func (c clause) originOnly(a *actor) bool {
	for k := a.first; k < a.last; k++ {
		if c.in(k, "made built designed supplied manufactured produced") {
			return true
		}
	}
	if a.entry == nil {
		return false
	}
	// A weapon that comes with a name of its own, of a state that no other
	// words make a doer: "fired a North Korean KN-23".
	for k := a.first - 1; k >= c.s.First && k > a.first-4; k-- {
		if c.lang.grammar.In(c.w[k], c.lang.doerVerb) && c.in(k, "fired used launched firing using launching") {
			return true
		}
	}
	return c.near(a.first, c.s, "fired", 0) || a.entry.Country == "KP"
}

// complement reports whether what begins at token k only belongs to
// something: "the capital of Ukraine", "near Israel", "told the army".
func (c clause) complement(k int) bool {
	l, g := c.lang, c.lang.grammar
	p := c.beforeDet(k)
	if p < c.s.First {
		return false
	}
	if c.in(p, "of in against on to with at near from between into for under over than towards inside across toward") {
		return true
	}
	return (g.In(c.w[p], l.kill) || g.In(c.w[p], l.doerVerb)) && c.doc.Tokens[p].Kind == text.Word && !g.In(c.w[p], l.ownAct)
}

// longestWalk bounds the tokens between an actor and its verb.
const longestWalk = 34

// subject reads a as the subject of a verb of violence. Between them may stand
// nouns for its arms ("RSF drones"), a phrase with a preposition, an aside in
// commas, a relative clause, auxiliaries and adverbs, and a verb that shares
// the subject ("flew drones over the camp and dropped bombs").
func (c clause) subject(a *actor) (string, event.Certainty) {
	l, g := c.lang, c.lang.grammar
	s := c.s
	k := a.last
	first := c.whole(a)
	if c.bracketed(a) {
		k++
	}
	if c.describes(a) {
		return "", ""
	}
	other := false // behind another verb of the same subject
	aux, joined := false, false
	for n := 0; k < s.Last && n < longestWalk; k, n = k+1, n+1 {
		w := c.w[k]
		t := &c.doc.Tokens[k]
		switch {
		case c.verbOfViolence(k, a):
			if c.passive(k, s) && !c.ing(k) || c.none(k) || c.downs(k, s) || g.In(w, l.foiling) && c.hostileObject(k, s) && !c.real(k, k+1) {
				return "", ""
			}
			if k == a.last && c.ing(k) && !c.real(k, k+1) || c.harmed(a, k) {
				return "", ""
			}
			if k == a.last && (g.In(w, l.kill) || g.In(w, l.injure)) && (k+1 >= s.Last || g.In(c.w[k+1], l.be) || g.In(c.w[k+1], l.have) || c.in(k+1, "rose in by since reached climbed stands")) {
				return "", "" // "the number of Palestinians killed rose"
			}
			if c.comes(k, a) {
				return "comes", event.ReportedAsFact
			}
			if !c.real(k, min(k+16, s.Last)) && !c.armedWith(k, min(k+12, s.Last)) && !(g.In(c.w[max(c.beforeDet(first), s.First)], l.when) && c.real(max(first-12, s.First), first)) {
				return "", ""
			}
			if c.hedged(a.last, k) {
				return "subject", event.Suspected
			}
			return "subject", event.ReportedAsFact
		case !other && c.keepsUp(k, s):
			return "keeps-up", event.ReportedAsFact
		case g.In(w, l.speech) && !other:
			return "", "" // what it says of itself is read with the statement
		case t.Kind == text.Punct:
			if c.doc.Is(k, ',') && (other || aux) && c.outcome(k+1) && !c.in(first-1, "whom that which") && !c.in(c.beforeDet(first), "whom that which") {
				return "subject", event.ReportedAsFact
			}
			if c.doc.Is(k, ',') && !other || c.dash(k) || c.doc.Is(k, '(') {
				if q := c.asideEnd(k); q > k {
					k = q
					continue
				}
			}
			if c.quoted(k) || c.doc.Of(k) == "“" || c.doc.Of(k) == "‘" {
				continue
			}
			return "", ""
		case g.In(w, l.modal), g.In(w, l.not):
			return "", ""
		case g.In(w, l.be):
			if k+1 < s.Last && (c.ing(k+1) || c.in(k+1, "behind responsible")) {
				if c.in(k+1, "behind responsible") && (c.real(s.First, s.Last) || c.in(k+2, "it this that") || c.in(k+2, "for") && c.in(k+3, "it this that") || c.answersFor(k+2)) {
					return "behind", event.ReportedAsFact
				}
				continue
			}
			if c.supposed(k + 1) {
				return "suspected", event.Suspected
			}
			if c.in(k+1, "blamed") && c.in(k+2, "for") || c.in(k+1, "accused") && c.in(k+2, "of") || c.in(k+1, "held") && c.in(k+2, "responsible accountable") {
				return "blamed", event.Accused
			}
			return "", ""
		case c.in(k, "often frequently regularly routinely repeatedly sometimes typically usually"):
			return "", "" // "Boko Haram has often carried out such attacks"
		case g.In(w, l.have), g.In(w, l.adverb), c.dated(k):
			aux = true
		case g.In(w, l.relative):
		case g.In(w, l.and):
			// "Bamako and Wagner struck", "flew drones and dropped bombs"
			if k+1 < s.Last && c.verbOfViolence(k+1, a) && !c.ing(k+1) {
				continue
			}
			// "The army and its allies shelled" have one verb.
			if !other && (joined || n > 6) {
				return "", ""
			}
			joined = !other || joined
		case g.In(w, l.prep):
			if q := c.phraseEnd(k); q > k && !other {
				k = q - 1
				continue
			}
		case g.In(w, l.when):
			return "", ""
		case t.Kind == text.Clitic:
			return "", ""
		case aux && !other:
			other = true
		case t.Kind == text.Word && t.Case == text.Lower && (n > 0 || g.In(c.w[a.last-1], l.member)) && !other && (len(c.lower(k)) > 3 && c.lower(k)[len(c.lower(k))-2:] == "ed" || c.in(k, "flew came went put took got sent let ran stood")):
			other = true
		default:
			if n > 4 && !other {
				return "", ""
			}
		}
	}
	return "", ""
}

// bracketed reports whether a stands alone in brackets behind the words that it
// is short for: "members of the separatist organization (PKK) detonated".
func (c clause) bracketed(a *actor) bool {
	return a.first > c.s.First && c.doc.Is(a.first-1, '(') && a.last < c.s.Last && c.doc.Is(a.last, ')')
}

// describes reports whether the bare name of a state only describes the noun
// behind it, which is nobody that fights: "Yemen town buries schoolboys".
func (c clause) describes(a *actor) bool {
	if a.rule != "actor/name" || a.entry == nil || a.entry.ActorKind != "state" || a.last >= c.s.Last {
		return false
	}
	t := &c.doc.Tokens[a.last]
	if t.Kind != text.Word || t.Case != text.Lower {
		return false
	}
	is := castWords().Of(t.Key)
	return is&(otherPeople|spotWord|bodyWord) != 0 && is&(doWord|sayWord|smallWord|forcesWord) == 0 && !c.lang.grammar.In(c.w[a.last], c.lang.doerVerb)
}

// comes reports whether the verb at k brings fighters to a place or a prey in a
// sentence that tells no act, so that what the next one tells may be theirs:
// "Several hundred JNIM fighters entered Djibo. At least 26 civilians were killed."
func (c clause) comes(k int, a *actor) bool {
	return a.entry != nil && c.in(k, "entered swept overran sunk sank surrounded stormed raided attacked occupied") && !c.real(c.s.First, c.s.Last)
}

// outcome reports whether a participle at token k tells what harm the deed of
// the subject did: "burst into a watchtower, shooting dead five".
func (c clause) outcome(k int) bool {
	l, g := c.lang, c.lang.grammar
	if k < c.s.Last && g.In(c.w[k], l.adverb) {
		k++
	}
	if k >= c.s.Last || !c.ing(k) {
		return false
	}
	w := c.w[k]
	return (g.In(w, l.kill) || g.In(w, l.injure) || g.In(w, l.doerVerb)) && c.real(k, min(k+10, c.s.Last)) && !c.none(k)
}

// firedFrom reports whether "from" at token k tells whose positions, ground or
// aircraft something was fired from: "rockets fired from Hezbollah positions",
// "a bomb dropped from an aircraft of the coalition". The land of a state is
// only where it came from.
func (c clause) firedFrom(k int, a *actor) bool {
	if k-1 < c.s.First || !c.in(k-1, "fired launched dropped") || !c.real(c.s.First, c.s.Last) || a.entry == nil {
		return false
	}
	switch a.entry.ActorKind {
	case "group", "militia", "coalition", "forces":
		return true
	}
	return a.rule == "actor/forces"
}

// cameFrom reports whether somebody's words at "from", token k, say whose ground or
// launchers a weapon came from: "said the projectile came from Armenia's Berd
// district", "that the rockets came from Cambodian launchers".
func (c clause) cameFrom(k int, a *actor) bool {
	if !c.in(k-1, "came") || c.saidBy(k) == nil || a.entry == nil {
		return false
	}
	if !a.of && a.rule != "actor/forces" && !(a.last < c.s.Last && c.doc.Tokens[a.last].Kind == text.Clitic) {
		return false
	}
	for q := k - 2; q >= max(c.s.First, k-9); q-- {
		if c.in(q, "projectile projectiles") || c.armedWith(q, q+1) {
			return true
		}
	}
	return false
}

// supposed reports whether the words from token k on, behind a form of "be",
// put an act down to their subject: "suspected of carrying out the attack",
// "believed to have fired the rocket", "thought to be behind it".
func (c clause) supposed(k int) bool {
	l, g := c.lang, c.lang.grammar
	for k < c.s.Last && (g.In(c.w[k], l.adverb) || strings.HasSuffix(c.lower(k), "ly")) {
		k++
	}
	if c.in(k, "suspected") && c.in(k+1, "in over") && c.in(k+2, "both the that this all each either") {
		return true // "are suspected in both attacks"
	}
	if c.in(k, "suspected") && (k+1 >= c.s.Last || c.doc.Is(k+1, '.')) {
		return true // "The BLA is suspected."
	}
	if !c.in(k, "suspected believed thought presumed") || !c.in(k+1, "of to") {
		return false
	}
	for q := k + 2; q < min(k+7, c.s.Last) && c.doc.Tokens[q].Kind != text.Punct; q++ {
		w := c.w[q]
		switch {
		case c.in(q, "behind responsible"), g.In(w, l.ownAct), c.real(q, q+1), g.In(w, l.doerVerb) && c.in(q+1, "out it the this that"):
			return true
		}
	}
	return false
}

// answersFor reports whether the words from token k on, behind "responsible" or
// "behind", end there or name an act: "said the coalition was responsible",
// "was behind the attack", and not "responsible for the hospital".
func (c clause) answersFor(k int) bool {
	if c.saidBy(k-1) == nil {
		return false
	}
	for n := 0; k < c.s.Last && n < 6; k, n = k+1, n+1 {
		switch {
		case c.doc.Tokens[k].Kind == text.Punct:
			return n == 0
		case c.lang.grammar.In(c.w[k], c.lang.ownAct):
			return true
		}
	}
	return false
}

// beforeDet is the token before k and its determiner.
func (c clause) beforeDet(k int) int {
	p := k - 1
	for p > c.s.First && c.lang.grammar.In(c.w[p], c.lang.det) {
		p--
	}
	return p
}

// armedWith reports whether a weapon stands within tokens lo to hi-1.
func (c clause) armedWith(lo, hi int) bool {
	i := sort.Search(len(c.weapons), func(i int) bool { return c.weapons[i].first >= lo })
	return i < len(c.weapons) && c.weapons[i].first < hi
}

// harmed reports whether the verb at k tells what was done to a: "30 soldiers
// killed".
func (c clause) harmed(a *actor, k int) bool {
	for _, h := range c.harms {
		if h.people.first < a.last && a.first < h.people.last && h.anchor == k {
			return true
		}
	}
	return false
}

// verbOfViolence reports whether the word at k is, behind the actor a, a verb
// by which it does violence.
func (c clause) verbOfViolence(k int, a *actor) bool {
	l, g := c.lang, c.lang.grammar
	w := c.w[k]
	if w == 0 || !(g.In(w, l.doerVerb) || g.In(w, l.actVerb) || g.In(w, l.kill) || g.In(w, l.injure)) {
		return false
	}
	if g.In(w, l.ownAct) && k+1 < c.s.Last {
		// "the RSF attack killed", "army fire hit": a noun, for another verb follows.
		n := c.w[k+1]
		if g.In(n, l.doerVerb) || g.In(n, l.actVerb) || g.In(n, l.kill) || g.In(n, l.prep) && !c.in(k+1, "on at into") || g.In(n, l.be) || g.In(n, l.have) || g.In(n, l.ownForces) {
			return false
		}
	}
	switch {
	case c.in(k, "went gone"):
		return c.in(k+1, "after for")
	case c.in(k, "answered responded replied"):
		// "responded with a barrage of rockets"
		for q := k + 1; q < min(k+9, c.s.Last); q++ {
			if !c.in(q, "with") {
				continue
			}
			// "with some 450 rockets", not "with a statement on its drones"
			e := q + 1
			for e < min(q+9, c.s.Last) && (c.in(e, "of") || !g.In(c.w[e], l.prep)) && c.doc.Tokens[e].Kind != text.Punct {
				e++
			}
			return c.armedWith(q, e)
		}
		return false
	}
	if c.in(k, "entered") && c.comes(k, a) {
		return true
	}
	if c.in(k, "led took entered crossed reached chose used laid set burning swept surged slipped opened released sent caught broke collapsed seized captured") {
		return c.real(k, min(k+10, c.s.Last)) || c.real(c.s.First, k)
	}
	return true
}

// asideEnd is the token of the mark that closes the aside opened at k, or k.
func (c clause) asideEnd(k int) int {
	for q, n := k+1, 0; q < c.s.Last && n < longestAside; q, n = q+1, n+1 {
		switch {
		case c.doc.Is(k, '(') && c.doc.Is(q, ')'), c.dash(k) && c.dash(q), c.doc.Is(k, ',') && c.doc.Is(q, ','):
			// ", backed by tanks, hit" but not ", police said, and".
			if c.doc.Is(k, ',') {
				for j := k + 1; j < q; j++ {
					if c.lang.grammar.In(c.w[j], c.lang.speech) && j > k+1 {
						return k
					}
				}
			}
			return q
		}
	}
	return k
}

// phraseEnd is the token behind the phrase that the preposition at k opens.
func (c clause) phraseEnd(k int) int {
	l, g := c.lang, c.lang.grammar
	for q, n := k+1, 0; q < c.s.Last && n < longestPhrase; q, n = q+1, n+1 {
		w := c.w[q]
		if n > 0 && (g.In(w, l.doerVerb) && !g.In(w, l.ownAct) || g.In(w, l.actVerb) || g.In(w, l.kill)) || c.doc.Tokens[q].Kind == text.Punct || g.In(w, l.have) || g.In(w, l.be) ||
			n > 0 && g.In(w, l.prep) || g.In(w, l.speech) || g.In(w, l.and) {
			return q
		}
	}
	return k
}

// homeArms reads the arms of a country's own forces, which no name stands
// with: "army howitzers", "a military jet", "navy gunboats". The country of the
// act says whose they are.
func (c clause) homeArms(taken []actor) []actor {
	l, g := c.lang, c.lang.grammar
	var out []actor
	const others = "junta regime border"
	other, end := -1, c.s.Last-1
	si := c.doc.SentenceAt(c.s.First)
	forces := c.has(si, l.homeForce) || c.has(si, l.foeForce)
	for k := c.s.First; k < end; k++ {
		if other < k {
			other = c.find(k, end, others)
		}
		if !forces {
			if k = other; k == end {
				break
			}
		}
		if k != other && !g.In(c.w[k], l.homeForce) && !g.In(c.w[k], l.foeForce) {
			continue
		}
		if k+2 < c.s.Last && c.in(k, "junta regime") && c.doc.Tokens[k+1].Kind == text.Clitic && c.in(k+2, "army military forces troops soldiers air") {
			out = append(out, actor{first: k, last: k + 3, word: "army", name: "army", generic: true, rule: "actor/the-army"})
			k += 2
			continue
		}
		if c.in(k, "border") && c.in(k+1, "guard guards police patrol") {
			// "Turkish border guards"
			lo := sort.Search(len(c.names), func(i int) bool { return c.names[i].Last >= k })
			for ; lo < len(c.names) && c.names[lo].First < k; lo++ {
				m := &c.names[lo]
				if m.Last == k && m.Entry.Kind == catalogue.Actor && m.Entry.ActorKind == "state" && m.Use != catalogue.ByLeader {
					out = append(out, c.known.named(actor{first: m.First, last: k + 2, rule: "actor/forces"}, m.Entry))
					break
				}
			}
			continue
		}
		foe := g.In(c.w[k], l.foeForce)
		if c.in(k, "naval") && c.in(k+1, "drone drones missile missiles") {
			continue // a kind of drone
		}
		if !foe && !g.In(c.w[k], l.homeForce) || !g.In(c.w[k+1], l.homeArm) || foe && !g.In(c.w[k+1], l.ownAct) && !c.flying(k+1) {
			continue
		}
		inside := false
		for _, a := range taken {
			inside = inside || a.first <= k && k < a.last && !(a.generic && a.entry == nil)
		}
		if inside || k > c.s.First && (c.doc.Tokens[k].Joined() || c.doc.Tokens[k-1].Case == text.Title && k-1 > c.s.First && !c.lang.grammar.In(c.w[k-1], c.lang.det) && !c.dated(k-1)) {
			continue
		}
		last := k + 2
		for last < c.s.Last && g.In(c.w[last], l.homeArm) {
			last++ // "regime air strike", "rebel rocket fire"
		}
		a := actor{first: k, last: last, word: "army", name: "army", generic: true, of: g.In(c.w[last-1], l.ownAct) || c.flying(last-1), rule: "actor/the-army"}
		switch {
		case foe:
			a.word, a.name, a.rule = plural(c.lower(k)), plural(c.lower(k)), "actor/generic"
		case c.in(k, "coalition"):
			a.word, a.name, a.rule = "coalition", "", "actor/generic"
			if e := c.coalitionBefore(k); e != nil {
				a = c.known.named(a, e)
			}
		}
		out = append(out, a)
		k = last - 1
	}
	return out
}

// coalitionBefore is the coalition that the text named last before token k.
func (c clause) coalitionBefore(k int) *catalogue.Entry {
	hi := sort.Search(len(c.actors), func(i int) bool { return c.actors[i].first >= k })
	for i := hi - 1; i >= max(0, hi-maxBack); i-- {
		if e := c.actors[i].entry; e != nil && e.ActorKind == "coalition" {
			return e
		}
	}
	return nil
}

// flying reports whether the word at token k is of a weapon that tells who
// used it by whose it is: "an army drone", "government artillery".
func (c clause) flying(k int) bool { return c.in(k, "drone drones howitzers artillery mortar mortars") }

// itsArms reads the arms of an actor named just before: "The RSF has besieged
// the city. Its artillery shelled the market". They stand where a clause begins.
func (c clause) itsArms(si int) []actor {
	var out []actor
	end := c.s.Last - 1
	for k := c.find(c.s.First, end, "its their our"); k < end; k = c.find(k+1, end, "its their our") {
		of := c.in(k-1, "of") && c.in(k-2, "one two three several some") // "one of its suicide bombers"
		if k > c.s.First && !of && !c.doc.Is(k-1, ',') && !c.dated(k-1) && !c.in(k-1, "when as after and while that where but last") {
			continue
		}
		last := 0
		for q := k + 1; q < min(k+4, c.s.Last) && last == 0; q++ {
			if c.lang.grammar.In(c.w[q], c.lang.ownForces) || c.lang.grammar.In(c.w[q], c.lang.member) {
				last = q + 1
			}
		}
		if last == 0 {
			continue
		}
		who := c.namedBefore(si, k)
		if c.in(k, "our") {
			// In a communique they are those of whoever puts it out.
			who = nil
			if st := c.saidBy(k); st == nil && c.cast != nil {
				c.cast.sides()
				who = c.cast.issuer
			} else if st != nil && c.own(&st.speaker) {
				who = st.speaker.org
			}
		}
		if who != nil {
			out = append(out, c.known.named(actor{first: k, last: last, rule: "actor/its"}, who))
		}
	}
	return out
}

// they reads "they" where a clause begins as the doer that its own sentence or
// one of the two before named last: "Boko Haram stormed the town. They also
// burnt down a church". The doers of the sentence begin at from.
func (c clause) they(si, from int) []actor {
	var out []actor
	end := c.s.Last - 1
	for k := c.find(c.s.First, end, "they"); k < end; k = c.find(k+1, end, "they") {
		if k > c.s.First && !c.doc.Is(k-1, ',') && !c.dated(k-1) && !c.in(k-1, "when as after and while where but before") {
			continue
		}
		for n := len(c.doers) - 1; n >= 0; n-- {
			d := &c.doers[n]
			if n < from && si-c.doc.SentenceAt(d.first) > 2 {
				break
			}
			if d.first >= k || d.actor.name == "" || d.rule == acknowledges {
				continue
			}
			a := d.actor
			a.first, a.last, a.of, a.land = k, k+1, false, false
			out = append(out, a)
			break
		}
	}
	return out
}

// namedBefore is the actor that "its" at token k of sentence si stands for: the
// first that its own sentence or the one before names.
func (c clause) namedBefore(si, k int) *catalogue.Entry {
	for at := si; at >= max(si-1, 0); at-- {
		s := c.doc.Sentences[at]
		if s.Par != c.s.Par {
			break
		}
		for _, a := range inSentence(c.actors, s, func(a *actor) int { return a.first }) {
			if a.first < k && a.entry != nil && a.armed() {
				return a.entry
			}
		}
	}
	return nil
}

// passive reports whether the participle at k stands behind a form of "be".
func (r *reading) passive(k int, s text.Sentence) bool {
	for j, n := k-1, 0; j >= s.First && n < 3; j, n = j-1, n+1 {
		if r.doc.Of(j) == "IS" && r.doc.Tokens[k].Case != text.Upper {
			return false
		}
		if r.lang.grammar.In(r.w[j], r.lang.be) {
			return true
		}
		if !r.lang.grammar.In(r.w[j], r.lang.adverb) {
			return false
		}
	}
	return false
}
