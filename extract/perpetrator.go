package extract

import (
	"slices"
	"sort"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
)

// perpetratorsOf lists who did the act, and how surely the text says so: the
// surest naming of each counts. What stands within somebody's words is accused
// by him, or claimed where he speaks for the actor.
func (r *reading) perpetratorsOf(d *draft, country string) []event.Perpetrator {
	var out []event.Perpetrator
	if country == "" {
		country = d.home
	}
	add := func(list []doer) {
		for k := range list {
			a := &list[k]
			if o := r.spokenOf(a); o == nil || o == d {
				out = r.addPerpetrator(out, *a, country)
			}
		}
	}
	for _, f := range d.fragments {
		add(f.doers)
	}
	add(d.doers)
	if len(out) == 0 {
		out = d.inherited
	}
	if len(out) == 0 {
		out = r.answering(d, country)
	}
	if len(out) == 0 && onFighters(d) {
		out = r.reporting(d, country)
	}
	return out
}

// onFighters reports whether all whom d tells of as killed were fighters, in an
// act that is not of fighters alone: "Six militants were shot dead in an exchange
// of fire".
func onFighters(d *draft) bool {
	switch d.kind {
	case event.ArmedClash, event.Shooting, event.AirStrike, event.DroneStrike, event.GroundAttack, event.OtherType:
	default:
		return false
	}
	n := 0
	for _, f := range d.fragments {
		for _, h := range f.harms {
			switch {
			case h.kind != event.Killed && h.kind != event.KilledOrInjured:
			case h.people.kind == event.Militant:
				n++
			case h.people.count.Best() != 0 && !(d.kind == event.ArmedClash && h.people.kind == event.Military):
				return false
			}
		}
	}
	return n > 0
}

// reporting are the forces by whose account fighters were killed, where nobody
// else is named for it: "Two militants were killed, the command said".
func (r *reading) reporting(d *draft, country string) []event.Perpetrator {
	for _, si := range d.sentences() {
		in := r.saidIn(si)
		for k := range in {
			st := &in[k]
			if st.speaker.org == nil || st.stance != event.Asserts && st.stance != event.Confirms || !d.hears(st) || !r.aboutDraft(d, st) {
				continue
			}
			switch st.speaker.org.ActorKind {
			case "forces", "police", "coalition":
				a := r.known.named(actor{first: st.speaker.first, last: st.speaker.last}, st.speaker.org)
				out := r.addPerpetrator(nil, doer{a.first, a.last, a, event.Suspected, "", "perpetrator/reports"}, country)
				if len(out) > 0 {
					out[0].Certainty = event.Claimed
				}
				return out
			}
		}
	}
	return nil
}

// answering are the actors who answer for an act that nobody is named for: the
// one who says what its target was has claimed it ("the army described him as
// a smuggler"), and the one who denies it is accused ("the military called the
// reports fabricated").
func (r *reading) answering(d *draft, country string) []event.Perpetrator {
	var out []event.Perpetrator
	for _, si := range d.sentences() {
		in := r.saidIn(si)
		for k := range in {
			st := &in[k]
			if st.speaker.org == nil || !d.hears(st) || !r.aboutDraft(d, st) {
				continue
			}
			cert := event.Accused
			switch {
			case st.stance == event.Denies && !r.near(st.verb, r.doc.Sentences[st.sentence], "version account accounts claim claims points", 4) && (r.deniedPart(st) == event.AboutPerpetrator || r.deniedPart(st) == event.AboutEvent):
			case st.stance == event.Asserts && r.justifies(st):
				cert = event.Claimed
			default:
				continue
			}
			switch st.speaker.org.ActorKind {
			case "state", "ministry":
				// On its own land it is the victim.
				if cert != event.Claimed || r.known.doer(st.speaker.org).Country == country || country == "" {
					continue
				}
				fallthrough
			case "forces", "group", "militia", "coalition":
				a := r.known.named(actor{first: st.speaker.first, last: st.speaker.last}, st.speaker.org)
				out = r.addPerpetrator(out, doer{a.first, a.last, a, event.Suspected, "", "perpetrator/answers"}, country)
				out[len(out)-1].Certainty = cert
			}
		}
	}
	return out
}

// justifies reports whether st says who or what was aimed at: "described him as
// an arms smuggler", "said the target had been a depot".
func (r *reading) justifies(st *statement) bool {
	s := r.doc.Sentences[st.sentence]
	if r.in(st.verb, "described describes called calls identified") && r.in(st.verb+1, "him her them") && r.near(st.verb, s, "as a an", 3) {
		return true
	}
	return st.first > st.verb && r.near(st.first-1, s, "target targets targeted", 4) && !r.near(st.first-1, s, "not never no", 6)
}

// sentences lists the sentences that are about d, or of which some claims are,
// in order.
func (d *draft) sentences() []int {
	out := make([]int, 0, len(d.told)+len(d.heard))
	for si := range d.told {
		out = append(out, si)
	}
	out = append(out, d.heard...)
	slices.Sort(out)
	return slices.Compact(out)
}

// route gives the drafts the claims that are about them and were told
// elsewhere: what names the place of one draft in a sentence of another ("Jaish
// al-Fursan claimed the Bannu attack"), and who is blamed, denies or owns up
// where the text tells of no act, which is about the act told last ("Moscow's
// version came late. Its defence ministry spoke of a strike on commanders").
func (r *reading) route(drafts []*draft) {
	tells := map[int]*draft{}
	at := map[string]*draft{} // by the identifier of a place; nil where several were there
	for _, d := range drafts {
		for si := range d.told {
			tells[si] = d
		}
		for _, s := range strongest(d.spots) {
			if o, ok := at[s.loc.GazetteerID]; ok && o != d {
				at[s.loc.GazetteerID] = nil
			} else {
				at[s.loc.GazetteerID] = d
			}
		}
	}
	delete(at, "")
	var last *draft
	lastAt := 0
	for si := range r.doc.Sentences {
		if d := tells[si]; d != nil {
			last, lastAt = d, si
		}
		in := r.saidIn(si)
		for k := range in {
			st := &in[k]
			d := r.placedAct(at, st)
			if d == nil && tells[si] == nil && si-lastAt <= waveReach && st.stance != event.Asserts {
				d = last
			}
			if d == nil || d.told[si] {
				continue
			}
			st.of = d
			d.heard = append(d.heard, si)
			for _, a := range r.doersIn(r.doc.Sentences[si]) {
				if a.certainty != event.ReportedAsFact && r.spokenOf(&a) == d {
					d.doers = append(d.doers, a)
				}
			}
		}
	}
}

// spokenOf is the draft that the statement speaks of in which a is named, where
// it is told in a sentence of another.
func (r *reading) spokenOf(a *doer) *draft {
	in := r.saidIn(r.doc.SentenceAt(a.first))
	for k := range in {
		if st := &in[k]; st.of != nil && (a.first >= st.first && a.first < st.last || a.first == st.speaker.first) {
			return st.of
		}
	}
	return nil
}

// placedAct is the draft whose place st names for the act it speaks of, "the
// Bannu attack", "the attack on Abu Dhabi"; nil where it names none, or one that
// several drafts have.
func (r *reading) placedAct(at map[string]*draft, st *statement) *draft {
	l, g := r.lang, r.lang.grammar
	lo := sort.Search(len(r.places), func(i int) bool { return r.places[i].first >= st.first })
	for ; lo < len(r.places) && r.places[lo].first < st.last; lo++ {
		p := &r.places[lo]
		act := func(k int) bool {
			return k > st.first && k < len(r.w) && (g.In(r.w[k], l.ownAct) || r.in(k, "incident blast killings"))
		}
		before := p.from - 1
		if r.in(before, "in on at") {
			before--
		}
		named := act(p.last) && r.in(p.first-1, "the")                                       // "the Bannu attack"
		told := act(before) && before < p.from-1 && before > 0 && r.in(before-1, "the that") // "the attack in Bannu"
		if !named && !told {
			continue
		}
		if d := at[p.at.ID]; d != nil {
			return d
		}
	}
	return nil
}

// attribute settles what the drafts have from each other: the country that the
// text is about, for "the army" where an act names no place, and the
// perpetrators of a wave for the strikes within it that name none.
func (r *reading) attribute(drafts []*draft) {
	home := r.homeCountry()
	var waves []*draft
	for _, d := range drafts {
		if d.home = countryOf(d.where()); d.home == "" {
			d.home = home
		}
		if family(d.kind) == 1 && (d.wave || widest(d.where())) {
			waves = append(waves, d)
		}
	}
	within := make([]*draft, len(drafts))
	for k, d := range drafts {
		if family(d.kind) != 1 && d.exact {
			continue
		}
		for _, w := range waves {
			if w == d || r.old(w) != r.old(d) || sentencesBetween(w, d) > waveReach || apartInTime(w, d) || !contains(w, d) {
				continue
			}
			if within[k] == nil || sentencesBetween(w, d) < sentencesBetween(within[k], d) {
				within[k] = w
			}
		}
	}
	r.route(drafts)
	for k, d := range drafts {
		w := within[k]
		if w == nil {
			w = attackAround(drafts, k)
		}
		if w != nil {
			d.inherited = r.perpetratorsOf(w, w.home)
		}
	}
	for k, d := range drafts {
		if w := within[k]; w != nil && !d.wave {
			r.cede(d, w)
		}
	}
	r.side(drafts)
	r.share(drafts)
	r.lend(drafts)
	r.follow(drafts)
	r.arrive(drafts)
	r.handOn(drafts)
}

// side gives an attack from afar that nobody is named for to the one side that
// the text names for waves of such attacks on the same country that day: after
// "Ukraine carried out one of its largest drone raids" the plant in Bryansk
// that "confirmed an attack by six drones" was its target too.
func (r *reading) side(drafts []*draft) {
	type night struct {
		country string
		history bool
	}
	named := map[night][]*draft{}
	for _, d := range drafts {
		if c := countryOf(d.where()); c != "" && family(d.kind) == 1 && d.day() != nil && several(d) && len(r.perpetratorsOf(d, c)) > 0 {
			n := night{c, r.old(d)}
			named[n] = append(named[n], d)
		}
	}
	for _, d := range drafts {
		c := countryOf(d.where())
		if c == "" || family(d.kind) != 1 || d.day() == nil || fresh(d) || len(r.perpetratorsOf(d, c)) > 0 {
			continue
		}
		var nearest *draft
		who, rivals := "", false
		for _, o := range named[night{c, r.old(d)}] {
			if sentencesBetween(o, d) > sideReach || dayRelation(o.day(), d.day()) <= 0 {
				continue
			}
			for _, p := range r.perpetratorsOf(o, c) {
				rivals = rivals || who != "" && p.Actor != who
				who = p.Actor
			}
			if nearest == nil || sentencesBetween(o, d) < sentencesBetween(nearest, d) {
				nearest = o
			}
		}
		if nearest != nil && !rivals {
			d.inherited = r.perpetratorsOf(nearest, c)
		}
	}
}

// apartInTime reports whether a and b are told to have been on different days.
// A time of day that is reckoned from another event may be off by one: "at 2:40
// a.m." of a night. Days that only the scene lends part nothing.
func apartInTime(a, b *draft) bool {
	x, y := a.ownDay(), b.ownDay()
	if x == nil || y == nil || dayRelation(x, y) >= 0 {
		return false
	}
	if x.Basis != event.Anchored && y.Basis != event.Anchored {
		return true
	}
	return x.Period.End.Days(y.Period.Start) > 1 || y.Period.End.Days(x.Period.Start) > 1
}

// several reports whether d is told as more than one strike.
func several(d *draft) bool {
	for _, f := range d.fragments {
		if f.wave {
			return true
		}
		for _, a := range f.acts {
			if a.plural {
				return true
			}
		}
	}
	return d.wave
}

// sideReach bounds the sentences between attacks of one side on one country.
const sideReach = 16

// attackAround is an attack told shortly before drafts[k] on the town in which
// that one is a part: "barrels fell on Aleppo … six died in Ashrafiyeh".
func attackAround(drafts []*draft, k int) *draft {
	d := drafts[k]
	for j := k - 1; j >= 0 && j >= k-3; j-- {
		w := drafts[j]
		if w.kind == d.kind && sentencesBetween(w, d) <= 6 && dayRelation(w.day(), d.day()) >= 0 && placeRelation(strongest(w.spots), strongest(d.spots)) > 0 && !fresh(d) {
			return w
		}
	}
	return nil
}

// fresh reports whether d is told as another act.
func fresh(d *draft) bool {
	for _, f := range d.fragments {
		if f.fresh {
			return true
		}
	}
	return false
}

// waveReach bounds the sentences between a wave and a strike told within it.
const waveReach = 8

// contains reports whether d may lie within the wave w as far as their places
// go: a wave is told with one town or none, and goes over the country.
func contains(w, d *draft) bool {
	a, b := strongest(w.spots), d.where()
	if w.wave {
		x, y := countryOf(w.where()), countryOf(b)
		return x == "" || y == "" || x == y
	}
	return placeRelation(a, b) >= 0
}

// cede gives the wave w what a side says of its own doing behind a single
// strike d without telling it again: "The ministry said its forces had hit
// airfields" is about the night and not about the last town.
func (r *reading) cede(d, w *draft) {
	own := map[int]bool{}
	for _, f := range d.fragments {
		own[f.sentence] = true
	}
	kept := d.doers[:0:0]
	for _, a := range d.doers {
		si := r.doc.SentenceAt(a.first)
		if a.certainty != event.Claimed || own[si] {
			kept = append(kept, a)
			continue
		}
		w.doers = append(w.doers, a)
		w.told[si] = true
		delete(d.told, si)
	}
	d.doers = kept
}

// old reports whether d is told to have been a week or more before the text.
func (r *reading) old(d *draft) bool {
	m := d.day()
	return m != nil && !r.article.Published.IsZero() && m.Period.End.Days(r.article.Published) >= 7
}

// sentencesBetween is how many sentences lie between what two drafts tell.
func sentencesBetween(a, b *draft) int {
	if len(a.fragments) == 0 || len(b.fragments) == 0 {
		return 1 << 20
	}
	n := a.fragments[0].sentence - b.fragments[0].sentence
	return max(n, -n)
}

// widest reports whether all of the places are countries or larger.
func widest(list []spot) bool {
	for _, s := range list {
		if !wide(s.loc) {
			return false
		}
	}
	return len(list) > 0
}

func countryOf(list []spot) string {
	for _, s := range list {
		if s.loc.Country != "" {
			return s.loc.Country
		}
	}
	return ""
}

// homeCountry is the country that most places of the text lie in, the first
// of those that are named as often.
func (r *reading) homeCountry() string {
	counts := map[string]int{}
	best := ""
	for k := range r.spots {
		if c := r.spots[k].loc.Country; c != "" {
			counts[c]++
		}
	}
	for k := range r.spots {
		if c := r.spots[k].loc.Country; c != "" && (best == "" || counts[c] > counts[best]) {
			best = c
		}
	}
	return best
}

// addPerpetrator adds the doer a to the list, or to the entry that names the
// same actor already.
func (r *reading) addPerpetrator(out []event.Perpetrator, a doer, country string) []event.Perpetrator {
	who := r.known.resolve(a.actor, country)
	if who.name == "" || who.generic && who.entry == nil && who.rule == "actor/the-army" && who.country == "" {
		return out
	}
	if a.rule == acknowledges && (country == "" || who.country == country) {
		return out
	}
	ev := r.evidence(a.first, a.last, a.rule)
	r.voice(&a, who)
	if a.certainty == event.ReportedAsFact && who.entry != nil && r.issues(who.entry) {
		a.certainty = event.Claimed
	}
	for k := range out {
		o := &out[k]
		if o.Actor != who.name {
			continue
		}
		o.Evidence = append(o.Evidence, ev)
		if sureness[a.certainty] > sureness[o.Certainty] {
			o.Certainty, o.Claimant = a.certainty, a.claimant
		}
		return out
	}
	if out == nil {
		out = r.culprits.take(2)
	}
	return append(out, event.Perpetrator{Actor: who.name, Country: who.country, Certainty: a.certainty, Claimant: a.claimant, Evidence: r.alone(ev)})
}

// issues reports whether the text is put out by the side of e itself, so that what
// it tells of e's doing is e's own claim: a communique, which speaks of "our
// troops" where it quotes nobody.
func (r *reading) issues(e *catalogue.Entry) bool {
	if r.cast == nil {
		return false
	}
	if !r.cast.asked {
		r.cast.asked = true
		r.cast.communique = r.speaksAsSide()
	}
	if !r.cast.communique {
		return false
	}
	r.cast.sides()
	return r.cast.issuer != nil && r.known.doer(r.cast.issuer) == r.known.doer(e)
}

// speaksAsSide reports whether the text speaks of "our troops" in its own voice.
func (r *reading) speaksAsSide() bool {
	for si, s := range r.doc.Sentences {
		if !r.tells(si) {
			continue
		}
		for k := s.First; k+1 < s.Last; k++ {
			if !r.in(k, "our") {
				continue
			}
			for q := k + 1; q < min(k+5, s.Last); q++ {
				if r.lang.grammar.In(r.w[q], r.lang.ownForces) || r.in(q, "defenders") {
					if r.saidBy(k) == nil && !r.spokenAt(k, s) {
						return true
					}
					break
				}
			}
		}
	}
	return false
}

// sureness orders the ways of naming an actor: the article's own voice counts
// for more than an accusation.
var sureness = map[event.Certainty]int{event.ReportedAsFact: 4, event.Claimed: 3, event.Accused: 2, event.Suspected: 1}
