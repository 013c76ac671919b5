package extract

import (
	"slices"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract/date"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
	"github.com/sitrep-go/sitrep/internal/text"
)

// barred reports whether f tells of no act of violence, whatever its words:
// ordinary crime, an accident, a game, an exercise.
func (r *reading) barred(f *fragment) bool {
	return r.crime && !r.opts.Crime || r.accident(f) || r.unrest(f) || r.game(f) || r.seizure(f) || r.online(f) ||
		r.rehearsed(f) || r.totalled(f) || r.reviewed(f) || r.rolled(f) || r.mishap && !r.dayTold(f) && len(f.doers) == 0
}

// opens reports whether f by itself reports an act. In order:
//
//  1. Accidents, protests, games, exercises, attacks on computers and, unless
//     asked for, ordinary crime are no acts.
//  2. People harmed make an act where the words say who or what harmed them,
//     or where the text tells of violence elsewhere; people captured do in an
//     operation.
//  3. A word of violence makes an act, unless it refers back ("the attack"),
//     speaks of many without a day ("because of attacks by insurgents"), or is
//     said of much else: then a weapon, an actor or a thing hit must stand by.
func (r *reading) opens(f *fragment) bool { return !r.barred(f) && r.reports(f) }

// reports is the rules of opens from the second on.
func (r *reading) reports(f *fragment) bool {
	acted := false
	for _, a := range f.acts {
		acted = acted || !a.weapon && a.realis != reference && a.realis != habit
	}
	backed := len(f.arms) > 0 || len(f.doers) > 0
	total := 0 // how many figures are of no one act
	for _, h := range f.harms {
		if h.people.count.Best() == 0 {
			continue
		}
		if r.soFar(&h, f) {
			return false
		}
		if r.noOneAct(&h, f, acted || backed) {
			total++
			continue
		}
		switch {
		case h.kind == event.Captured:
			// An arrest is no act of war, a capture in an operation is.
			if r.inOperation(f) {
				return true
			}
		case h.kind == event.Displaced:
			if acted && !f.manyOnly() {
				return true
			}
		case h.people.kind == event.Militant && (h.kind == event.Killed || h.kind == event.KilledOrInjured):
			return true // "troops neutralised eight terrorists"
		case h.kind == event.Killed && r.lang.grammar.In(r.w[h.anchor], r.lang.kill), acted, backed:
			return true
		case r.violent && (exactly(f.spots) || r.dayTold(f) || h.people.count.Best() > 1):
			return true
		}
	}
	if total > 0 && !r.dayTold(f) {
		return false
	}
	for _, a := range f.acts {
		switch {
		case a.realis == reference:
			continue // "the anniversary of the bombing"
		case a.realis == habit && (!r.dayTold(f) || len(f.harms) == 0 && r.long):
			continue // "under daily bombardment"
		case a.weapon:
			if r.crowdControl(f) {
				continue
			}
			if counted(f) || exactly(f.spots) && !a.def && fired(f) {
				return true
			}
			continue
		case a.def && len(f.spots) == 0 && !r.dayTold(f):
			continue
		case a.plural && !r.dayTold(f) && (!backed || !exactly(f.spots)):
			continue // "because of attacks by insurgents"
		case !r.pinned(f) && (!a.clause && !r.doneHere(f) || a.kind == anyAttack || a.kind == anyStrike):
			continue // "after Russia's attack on Ukraine", "vulnerable to air strikes"
		case r.loose(a):
			// "shot", "hit", "exploded" are said of footballers and prices too.
			if !a.verb && exactly(f.spots) && r.dayTold(f) {
				return true // "its attack on Barsalogho on August 24"
			}
			if backed && (!r.long || len(strongest(f.spots)) > 0 || r.dayTold(f) || len(f.arms) > 0) || (len(f.sites) > 0 || !a.verb && !a.def) && len(strongest(f.spots)) > 0 {
				return true
			}
			continue
		}
		return true
	}
	return false
}

// mayOpen reports whether some fragment of the text may open an incident, by
// its acts and harms and what stands in their sentences. It is asked before
// statements and doers are read, which are dear, and is never false of a text
// with an incident: what it cannot know yet, who did it and how a sentence will
// be cut, it takes for the best.
func (r *reading) mayOpen() bool {
	acts, harms := r.act, r.harm
	for i, s := range r.doc.Sentences {
		f := fragment{sentence: i, first: s.First, last: s.Last}
		f.acts, acts = ofSentence(acts, i, func(a *act) int { return a.sentence })
		f.harms, harms = ofSentence(harms, i, func(h *harm) int { return h.sentence })
		if len(f.acts)+len(f.harms) > 0 && r.mayTellOf(&f, s) {
			return true
		}
	}
	return false
}

// mayTellOf reports whether what f, the whole of sentence s, tells may open an
// incident, as [reading.opens] has it.
func (r *reading) mayTellOf(f *fragment, s text.Sentence) bool {
	f.spots, f.arms = r.spotsIn(s), r.armsIn(s)
	placed := exactly(f.spots)
	dated := r.mayDate(s)
	acted := slices.ContainsFunc(f.acts, func(a act) bool { return a.mayOpen() })
	for k := range f.harms {
		h := &f.harms[k]
		if re := r.realis(h.first, h.anchor, s); re == unreal || re == denied && h.people.count.Best() != 0 || r.cumulative(*h, s) {
			continue
		}
		switch {
		case acted:
			return true // where an act told before took place
		case h.people.count.Best() == 0, h.kind == event.Displaced:
		case h.kind != event.Captured, r.inOperation(f), !r.long, placed, dated:
			return true
		}
	}
	for k := range f.acts {
		a := &f.acts[k]
		switch {
		case !a.mayOpen():
			continue
		case dated:
			return true
		case a.realis == habit, a.def && len(f.spots) == 0, a.plural && !placed, a.weapon && !placed && !counted(f):
			continue
		case a.weapon:
			return true
		case !placed && !counted(f) && !r.namesSite(s) && (!a.clause && !r.doneHere(f) || a.kind == anyAttack || a.kind == anyStrike):
			continue
		case (a.kind == anyAttack || a.kind == anyStrike || a.kind == anyBlast) && r.long && len(f.arms) == 0 && len(strongest(f.spots)) == 0:
			continue // who does it cannot be all that is told of what is said of much else
		}
		return true
	}
	return false
}

// mayOpen reports whether a may open an incident by how it is told.
func (a *act) mayOpen() bool {
	return a.kind != noAct && a.realis != unreal && a.realis != denied && a.realis != reference
}

// mayDate reports whether a fragment of sentence s may name the day of an act.
func (r *reading) mayDate(s text.Sentence) bool {
	for _, d := range r.daysIn(s) {
		if !d.Resolved() {
			if d.Anchor != nil || d.Timex != "PRESENT_REF" && d.Timex != "PAST_REF" {
				return true
			}
			continue
		}
		if _, lasted := r.lastedTo(&d, s); d.Period.Precision <= event.ToDays && (d.Bound == date.Until || lasted > 0 || r.dates(d, s)) {
			return true
		}
	}
	return false
}

// namesSite reports whether sentence s names something that may be hit.
func (r *reading) namesSite(s text.Sentence) bool {
	return slices.ContainsFunc(inSentence(r.names, s, func(m *catalogue.Match) int { return m.First }), func(m catalogue.Match) bool {
		return m.Entry.Kind == catalogue.Site && !m.Maybe
	})
}

// massacre is more than any one act of a war that uses the usual arms has killed.
const massacre = 50_000

// noOneAct reports whether the harm h that f tells of came of no one act of
// violence, where told is whether f names an act, a weapon or a doer: a whole
// war ("an estimated 182,000 Kurds died"), so many a day, a family's quarrel
// ("abducted by their father"), sickness or an arrest ("detained on charges of
// theft"), or is a share ("eight out of ten victims"). What a life's story says
// of one person's kin, with neither day nor place, is no report either: "her
// husband was killed in action".
func (r *reading) noOneAct(h *harm, f *fragment, told bool) bool {
	l, g := r.lang, r.lang.grammar
	if h.people.count.Best() >= massacre || r.ofSo(h) {
		return true
	}
	s := r.doc.Sentences[f.sentence]
	for k, n := h.anchor+1, 0; k+1 < s.Last && n < 16 && r.doc.Tokens[k].Kind != text.Punct; k, n = k+1, n+1 {
		switch {
		case r.in(k, "a per each every") && r.in(k+1, "day week month year hour") && !r.in(k+2, "earlier later before after ago old"):
			return true
		case r.in(k, "this last past") && r.in(k+1, "year month week") && r.in(k+2, "alone"):
			return true
		case r.in(k, "by") && h.kind == event.Abducted && (g.In(r.w[k+1], l.kin) || k+2 < s.Last && g.In(r.w[k+2], l.kin)):
			return true
		case r.in(k, "on") && r.in(k+1, "charges suspicion") && h.kind == event.Captured:
			return true
		case g.In(r.w[k], l.sickness) && !told:
			return true
		}
	}
	if f.dated || len(f.days) > 0 || exactly(f.spots) || !r.long {
		return false
	}
	n := h.people.count.Best()
	kin := n == 1 && r.in(h.people.first, "his her their my our") && h.people.head >= 0 && g.In(r.w[h.people.head], l.kin)
	if told {
		return kin && len(f.doers) == 0 || n == 1 && f.onlyMurder()
	}
	return kin || !g.In(r.w[h.anchor], l.kill) && !g.In(r.w[h.anchor], l.injure) && (h.kind == event.Killed || h.kind == event.Injured) && n < 3
}

// onlyMurder reports whether f names a killing as a noun and nothing of who did
// it, or with what: "the gruesome murder of an innocent man".
func (f *fragment) onlyMurder() bool {
	for _, a := range f.acts {
		if a.kind != anyAttack || a.clause {
			return false
		}
	}
	return len(f.acts) > 0 && len(f.doers) == 0 && len(f.arms) == 0
}

// soFar reports whether h counts over a time that is not told, up to the day of
// writing: "clashes that have followed the incursion have killed dozens", "The
// government has arrested thousands". A single act may have killed people too,
// "A bomb has killed 12".
func (r *reading) soFar(h *harm, f *fragment) bool {
	s := r.doc.Sentences[f.sentence]
	if r.dayTold(f) || !r.long {
		return false
	}
	k := h.anchor - 1
	for k > s.First && r.lang.grammar.In(r.w[k], r.lang.adverb) {
		k--
	}
	if h.kind == event.Captured && r.in(k, "been") {
		k--
	}
	g := r.lang.grammar
	if !r.in(k, "has have") || h.kind != event.Captured && !g.In(r.w[h.anchor], r.lang.kill) && !g.In(r.w[h.anchor], r.lang.injure) {
		return false
	}
	for _, a := range f.acts {
		if a.realis == happened && !a.plural && !a.def && a.anchor < h.anchor {
			return false
		}
	}
	return h.kind == event.Captured || len(f.acts) > 0
}

// pinned reports whether the words of f put the act at a day, a place smaller
// than a province or a thing hit, or count the weapons.
func (r *reading) pinned(f *fragment) bool {
	return exactly(f.spots) || len(f.sites) > 0 || counted(f) || r.dayTold(f)
}

// doneHere reports whether the words of f say of an act that it took place or
// was carried out.
func (r *reading) doneHere(f *fragment) bool {
	l, g := r.lang, r.lang.grammar
	for k := f.first; k < f.last; k++ {
		if r.in(k, "came comes") && r.in(k+1, "under") {
			return true // "came under missile attack"
		}
		if w := r.w[k]; w > 0 && (g.In(w, l.doing) || g.In(w, l.happen) || g.In(w, l.kill) || g.In(w, l.injure)) {
			return true
		}
	}
	return false
}

// counted reports whether f counts the weapons that were sent or stopped.
func counted(f *fragment) bool {
	return slices.ContainsFunc(f.arms, func(a arm) bool { return a.counted() })
}

// counted reports whether it is told how many of a, which are arms of war, were
// sent or stopped.
func (a *arm) counted() bool {
	w := &a.weapon
	return (!w.Launched.IsZero() || !w.Intercepted.IsZero()) && w.Category != event.SmallArms && w.Category != event.Blade
}

// fired reports whether f names a weapon that is only seen where it is used,
// and not one that is carried, stored or cleared.
func fired(f *fragment) bool {
	for _, w := range f.arms {
		switch kindByWeapon[w.weapon.Category] {
		case event.MissileStrike, event.DroneStrike, event.AirStrike, event.Shelling:
			if w.weapon.Category != event.Tank {
				return true
			}
		}
	}
	return false
}

// manyOnly reports whether the acts of f are only such as are spoken of in
// the mass: "because of rebel attacks".
func (f *fragment) manyOnly() bool {
	for _, a := range f.acts {
		if !a.plural {
			return false
		}
	}
	return true
}

// dayTold reports whether f names a day or a few, whether or not it can be
// told which.
func (r *reading) dayTold(f *fragment) bool {
	if len(f.anchored) > 0 {
		return true
	}
	for k := range f.days {
		if f.days[k].Period.Precision <= event.ToDays {
			return true
		}
	}
	for _, d := range r.daysIn(r.doc.Sentences[f.sentence]) {
		if d.Timex == "PRESENT_REF" || d.Timex == "PAST_REF" {
			continue // "now", "in recent days"
		}
		if d.First >= f.first && d.First < f.last && !d.Resolved() && !d.Future && (d.Type == date.Date || d.Type == date.Time) && !r.saidThen(d.First, f) {
			return true
		}
	}
	return false
}

// online reports whether f tells of an attack on computers.
func (r *reading) online(f *fragment) bool {
	if len(f.harms) > 0 || len(f.arms) > 0 {
		return false
	}
	for _, a := range f.acts {
		if !r.loose(a) {
			return false
		}
	}
	return r.beside(f, func(k int) bool {
		return r.in(k, "cyberattack cyberattacks cyber-attack cyber-attacks hackers ransomware website websites")
	})
}

// saidThen reports whether the day at token i is the day of speaking: "the
// agency said today".
func (r *reading) saidThen(i int, f *fragment) bool {
	for k := i - 1; k >= f.first && k > i-4; k-- {
		if r.w[k] > 0 && r.lang.grammar.In(r.w[k], r.lang.say) {
			return true
		}
	}
	return false
}

// exactly reports whether the words put the act at a place smaller than a
// province.
func exactly(list []spot) bool {
	for k := range list {
		if s := &list[k]; s.strong && (s.loc.Precision == event.AtPlace || s.loc.Precision == event.NearPlace || s.loc.Precision == event.InDistrict) {
			return true
		}
	}
	return false
}

// inOperation reports whether f tells of soldiers at work: "during a raid",
// "a combined patrol detained".
func (r *reading) inOperation(f *fragment) bool {
	police := false
	for k := f.first; k < f.last; k++ {
		if r.in(k, "operation patrol clash firefight battle ambush coalition combined isaf commandos insurgent insurgents") {
			return true
		}
		police = police || r.in(k, "police drugs activists protesters suspects")
	}
	return !police && r.violent && (!r.long || r.dayTold(f) || exactly(f.spots))
}

// beside calls see for the tokens of the sentence of f that stand near its
// words, until it returns true. However long the sentence, the work is
// bounded.
func (r *reading) beside(f *fragment, see func(k int) bool) bool {
	s := r.doc.Sentences[f.sentence]
	lo := max(s.First, f.first-60)
	if f.def && f.sentence > 0 {
		lo = max(r.doc.Sentences[f.sentence-1].First, f.first-60) // "The blasts killed 50"
	}
	for k := lo; k < min(s.Last, f.last+60); k++ {
		if r.w[k] > 0 && see(k) {
			return true
		}
	}
	return false
}

// unrest reports whether f tells of protest or of talks and not of a fight:
// "clashes with protesters", "agreed a truce after the worst fighting",
// "banks were set ablaze in the riots".
func (r *reading) unrest(f *fragment) bool {
	for _, a := range f.acts {
		switch {
		case a.weapon:
		case a.kind == event.ArmedClash, a.kind == anyAttack, a.kind == event.GroundAttack, a.kind == event.Arson:
		default:
			return false
		}
	}
	l, g := r.lang, r.lang.grammar
	words := l.unrest
	for _, h := range f.harms {
		if h.kind == event.Killed {
			// "Four protesters have been killed in clashes" tells of no fight
			// unless somebody fired.
			if len(f.acts) == 0 || len(f.doers) > 0 || len(f.arms) > 0 {
				return false
			}
			words = l.protest
		}
	}
	return r.beside(f, func(k int) bool { return g.In(r.w[k], words) })
}

// seizure reports whether f tells of arms that were found or taken, and of
// nobody harmed by them.
func (r *reading) seizure(f *fragment) bool {
	if len(f.harms) > 0 || len(f.acts) == 0 {
		return false
	}
	for _, a := range f.acts {
		if !a.weapon && (a.kind != anyAttack || a.clause) {
			return false
		}
	}
	return !counted(f) && r.beside(f, func(k int) bool { return r.lang.grammar.In(r.w[k], r.lang.seize) })
}

// crowdControl reports whether f tells of police who break up a crowd: "fired
// tear gas", "water cannon".
func (r *reading) crowdControl(f *fragment) bool {
	return r.beside(f, func(k int) bool {
		return r.in(k, "teargas protesters protestors demonstrators rally rioters") || r.in(k, "tear") && r.in(k+1, "gas") || r.in(k, "water") && r.in(k+1, "cannon cannons")
	})
}

// game reports whether f borrows the words of war for sport, stage or screen:
// two words of the game stand in the sentences about it.
func (r *reading) game(f *fragment) bool {
	if len(f.doers) > 0 || len(f.harms) > 0 && fired(f) || !r.ofGame(f.sentence) {
		return false // "a rocket landed on a football pitch and killed 12 children"
	}
	for _, a := range f.acts {
		if !borrowed(a.kind) {
			return false // "a car bomb went off outside the stadium"
		}
	}
	return true
}

// playful reports whether a borrows its words for sport, stage or screen.
func (r *reading) playful(a act) bool { return borrowed(a.kind) && r.ofGame(a.sentence) }

// ofGame reports whether sentence i and those beside it speak of a game.
func (r *reading) ofGame(i int) bool {
	n := 0
	for j := max(0, i-1); j <= min(len(r.doc.Sentences)-1, i+1); j++ {
		s := r.doc.Sentences[j]
		if s.Par != r.doc.Sentences[i].Par {
			continue
		}
		for k := s.First; k < min(s.Last, s.First+120); k++ {
			if r.lang.grammar.In(r.w[k], r.lang.game) {
				n++
			}
		}
	}
	return n >= 2
}

// borrowed reports whether games take their words from acts of that kind.
func borrowed(t event.Type) bool {
	switch t {
	case event.AirStrike, event.DroneStrike, event.MissileStrike, event.SuicideBombing, event.Landmine, event.Bombing:
		return false
	}
	return true
}

// loose reports whether the words of a are said of much besides violence.
func (r *reading) loose(a act) bool {
	switch a.kind {
	case anyStrike, anyAttack, anyBlast:
		return true
	case event.Shooting, event.Arson, event.Stabbing, event.GroundAttack, event.ArmedClash, event.Bombing, anyBombed, event.Abduction, event.Execution:
		return a.last-a.first == 1 && a.verb && !a.victim
	}
	return false
}

// accident reports whether the words of f put an open "blast", or deaths, down
// to no one: "a gas cylinder exploded", "an earthquake levelled".
func (r *reading) accident(f *fragment) bool {
	g := r.lang.grammar
	if r.violence(f) {
		return false
	}
	if r.beside(f, func(k int) bool { return g.In(r.w[k], r.lang.natural) }) {
		return true
	}
	if len(f.doers) > 0 {
		return false
	}
	blast := len(f.acts) > 0
	for _, a := range f.acts {
		blast = blast && (a.kind == anyBlast || a.kind == anyStrike || a.weapon)
	}
	return r.beside(f, func(k int) bool {
		if !g.In(r.w[k], r.lang.mishap) {
			return false
		}
		switch r.lower(k) {
		case "gas":
			return r.in(k+1, "leak leaks pipe explosion blast cylinder cylinders canister pipeline main") || r.in(k-1, "leaking")
		case "crash", "crashed", "collision", "collided", "crashes":
			return r.in(k-1, "plane bus car train road helicopter traffic vehicle air truck lorry")
		case "accident", "accidents":
			return r.in(k-1, "an as by industrial road traffic car mining the tragic") && !r.in(k+1, "or")
		case "accidental", "accidentally":
			return !r.in(k+1, "struck hit bombed shot shelled killed targeted")
		case "chemicals", "petrochemical", "fertiliser", "fertilizer", "refinery", "warehouse", "container", "storage", "cooker", "stove", "welding",
			"storm", "collapse", "collapsed", "sank", "drowned", "lightning", "leak", "leaking", "leaked", "valve", "malfunction", "overheated":
			// What stood there, which in a war is a target too.
			return blast && !r.violent
		}
		return true
	})
}

// violence reports whether the words of f are of an act of war, which has no
// accident for its cause.
func (r *reading) violence(f *fragment) bool {
	for _, a := range f.acts {
		switch a.kind {
		case anyBlast, anyStrike, anyAttack:
		default:
			if !a.weapon {
				return true
			}
		}
	}
	return false
}

// toldOfMishap reports whether the text puts what happened down to an
// accident: "was caused by a leaking pipe and not by an attack".
func (r *reading) toldOfMishap() bool {
	l, g := r.lang, r.lang.grammar
	for si, s := range r.doc.Sentences {
		if !r.has(si, l.cause) {
			continue
		}
		for k := s.First; k < s.Last; k++ {
			if !g.In(r.w[k], l.cause) {
				continue
			}
			for j := k + 1; j < min(s.Last, k+8); j++ {
				if !r.in(j, "gas leak leaking boiler faulty short-circuit overheated welding fireworks malfunction accident") {
					continue
				}
				for i := j - 4; i < j; i++ {
					if r.in(i, "not no ruled out") {
						return false
					}
				}
				return true
			}
		}
	}
	return false
}

// ordinaryCrime reports whether the text is of police and courts and of no
// war: it has words of crime, and few or none that speak of armed groups,
// arms of war or a cause.
func (r *reading) ordinaryCrime() bool {
	l, g := r.lang, r.lang.grammar
	crime := 0
	var kinds, causes [64]int32
	nk, nc := 0, 0
	note := func(list *[64]int32, n *int, w int32) {
		for _, o := range list[:*n] {
			if o == w {
				return
			}
		}
		if *n < len(list) {
			list[*n] = w
			*n++
		}
	}
	cause := 0
	for si, s := range r.doc.Sentences {
		if !r.has(si, l.crime) && !r.has(si, l.causeWords) {
			continue
		}
		for _, w := range r.w[s.First:s.Last] {
			if g.In(w, l.crime) {
				crime++
				note(&kinds, &nk, w)
			}
			if g.In(w, l.causeWords) {
				cause++
				note(&causes, &nc, w)
			}
		}
	}
	if nk < 2 {
		return false
	}
	armed := 0
	for k := range r.actors {
		if a := &r.actors[k]; a.entry != nil && a.armed() && !a.land && a.entry.Kind == catalogue.Actor {
			armed++
		}
	}
	home, all := 0, 0
	for k := range r.spots {
		all++
		if r.spots[k].loc.Country == "US" {
			home++
		}
	}
	need := 3
	if home > 0 && 2*home >= all {
		need = 2 // gun crime is daily news there, and war is not
	}
	if nc == 0 && armed == 0 {
		return nk >= need-1
	}
	return nk >= need && crime >= 3*(2*cause+armed)
}
