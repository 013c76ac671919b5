package extract

import (
	"encoding/binary"
	"encoding/hex"
	"hash/fnv"
	"slices"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract/date"
	"github.com/sitrep-go/sitrep/gazetteer"
	"github.com/sitrep-go/sitrep/internal/layout"
	"github.com/sitrep-go/sitrep/internal/text"
)

// A draft is an incident while it is put together from fragments.
type draft struct {
	fragments []*fragment
	kind      event.Type
	exact     bool
	wave      bool
	stage     event.Stage
	days      []date.Mention
	spots     []spot
	lent      []spot         // places of the scene, where its own words name none
	lentDays  []date.Mention // days of the scene, where its own words name none
	lentPar   int            // the paragraph that told them
	doers     []doer         // told in sentences of their own
	arms      []arm          // likewise
	told      map[int]bool   // the sentences that are about it
	past      bool           // told as history
	last      int            // the sentence told last
	par       int            // the paragraph that tells it first
	home      string         // the country that the text is about
	inherited []event.Perpetrator
}

// where is the draft's places: its own, else those of its scene.
func (d *draft) where() []spot {
	if s := strongest(d.spots); len(s) > 0 {
		return s
	}
	return d.lent
}

// A scene is where and when the text is, as a reader has it in mind: what the
// last sentences that named a place or day said, and the incident told there.
type scene struct {
	par     int
	spots   []spot
	days    []date.Mention
	daysAt  int // the sentence that told the days, and its paragraph
	daysPar int
	// daysLocal is set for days that hold no longer than their paragraph.
	daysLocal bool
	// near is the places that a sentence told which tells of no act, with its
	// number and paragraph: those of what the paragraph goes on to tell.
	near    []spot
	nearAt  int
	nearPar int
	draft   *draft
	lead    *draft // the first incident that the text tells
}

// assemble puts the fragments together into incidents. It goes through the
// text with a scene in mind, and its rules, in order, are:
//
//  1. A sentence that sets a place at its front ("In Quetta, …", "KHERSON.")
//     sets a new scene, whether or not it tells of an act.
//  2. A fragment that names the place of an incident already told, on a day
//     that fits, adds to it, unless it says "another" or "separate".
//  3. A fragment that names another place opens an incident there, and so
//     does one that names another day.
//  4. A fragment without a place belongs to the scene: it adds to the
//     incident told there, or opens one in the scene's place.
//  5. "The attack", "the blast" add to the incident told last that their kind
//     fits; the same toll told again is the same incident.
//  6. A headline or caption adds to what the text tells, and opens an incident
//     only where the text tells none.
func (r *reading) assemble() []event.Incident {
	frags := r.fragments()
	var drafts []*draft
	var sc scene
	entry := map[int]bool{}
	for _, e := range r.layout.Entries {
		entry[e.Sentence] = true
	}
	k := 0
	for si, s := range r.doc.Sentences {
		if r.layout.Zones[si].Kind == layout.Heading || entry[si] {
			sc = scene{par: s.Par, days: sc.days, lead: sc.lead}
		}
		if !r.tells(si) || r.aside(si) {
			for k < len(frags) && frags[k].sentence == si {
				k++
			}
			continue
		}
		r.enterScene(&sc, si, s)
		for ; k < len(frags) && frags[k].sentence == si; k++ {
			f := &frags[k]
			r.anchorDays(f, &sc, drafts)
			f.lent = sc.told(si, s.Par)
			if sc.lead == nil && len(drafts) > 0 {
				sc.lead = drafts[0]
			}
			d := r.sameAct(drafts, &sc, f)
			if f.more && sc.draft != nil && (d == nil || tollRelation(d, f) <= 0) {
				d = sc.draft
				if o := among(drafts, f); o != nil {
					d = o
				}
			}
			if d == nil {
				if !r.opens(f) {
					continue
				}
				d = &draft{lent: sc.spots, lentDays: sc.days, lentPar: sc.daysPar, told: map[int]bool{}}
				d.par = s.Par
				if len(d.lent) == 0 && si-sc.nearAt <= lending && si > sc.nearAt {
					d.lent = sc.near // "The rink on Belgorod's square …" opens the text
				}
				if len(f.lent) > 0 {
					d.lent = f.lent
				}
				if f.wave {
					d.lent = nil // a salvo on a country is not told in one town
				}
				drafts = append(drafts, d)
			}
			d.add(f)
			sc.draft = d
			if own := strongest(f.spots); len(own) > 0 {
				sc.spots, sc.near = own, nil
			}
			if m := f.day(); m != nil {
				// What holds on is the day of the act, not those told beside it.
				sc.days, sc.daysAt, sc.daysPar, sc.daysLocal = []date.Mention{*m}, si, s.Par, false
			}
		}
		r.passDays(&sc, si, s)
		r.passSpots(&sc, si, s)
		r.addDoers(sc.draft, si, s)
		r.addArms(sc.draft, si, s)
		if sc.draft != nil {
			sc.draft.told[si] = true
		}
	}
	for k := range frags {
		f := &frags[k]
		if !r.aside(f.sentence) {
			continue
		}
		if d := r.headlined(drafts, f); d != nil {
			f.yield(d)
			d.add(f)
		} else if len(drafts) == 0 && r.opens(f) {
			d := &draft{told: map[int]bool{}}
			d.add(f)
			drafts = append(drafts, d)
		}
	}
	drafts = slices.DeleteFunc(drafts, func(d *draft) bool { return !r.tellsOf(d) })
	var out []event.Incident
	old := func(d *draft) bool {
		m := d.day()
		return m != nil && !r.article.Published.IsZero() && m.Period.End.Days(r.article.Published) >= 7
	}
	recent := false
	for _, d := range drafts {
		recent = recent || !old(d)
	}
	r.attribute(drafts)
	var before event.Type
	for k, d := range drafts {
		// What lies a week or more back is history where the text has news.
		d.past = old(d) && (recent && d.fragments[0].sentence > 3 || k > 0)
		d.kind = r.settleKind(d, before)
		out = append(out, r.record(d, drafts[0]))
		if d.kind != event.OtherType {
			before = d.kind
		}
	}
	return out
}

// addDoers gives the draft that the text has reached the actors that sentence
// si names for it without telling the act again: "Al-Shabaab said it had sent
// the bomber", "Police blamed the TTP".
func (r *reading) addDoers(d *draft, si int, s text.Sentence) {
	if d == nil {
		return
	}
	for _, f := range d.fragments {
		if f.sentence == si {
			return // taken with the fragment
		}
	}
	for _, a := range r.doersIn(s) {
		if a.certainty != event.ReportedAsFact {
			d.doers = append(d.doers, a)
		}
	}
}

// tellsOf reports whether what was gathered for d tells of one act: a day of
// its own, a toll, a count of weapons, or a place or target that a verb puts
// it at. "Russia's attack on Ukraine" and "fighting in Syria" have none.
func (r *reading) tellsOf(d *draft) bool {
	for _, f := range d.fragments {
		if f.dated {
			return true
		}
		for _, h := range f.harms {
			if !h.people.count.IsZero() {
				return true
			}
		}
		for _, a := range f.arms {
			if a.weapon.ID != "" || !a.weapon.Launched.IsZero() || !a.weapon.Intercepted.IsZero() {
				return true
			}
		}
		placed := false
		for _, s := range strongest(f.spots) {
			placed = placed || !wide(s.loc)
		}
		for _, a := range f.acts {
			if (placed || len(f.sites) > 0 || a.clause && len(f.doers) > 0) && (a.clause || !a.plural && !a.def) {
				return true
			}
		}
	}
	for _, f := range d.fragments {
		for _, a := range f.acts {
			if len(d.lentDays) > 0 && exactly(d.lent) && !r.loose(a) && !a.plural && !a.def {
				return true
			}
		}
	}
	return false
}

// addArms gives the draft that the text has reached the weapons that sentence
// si names for it without telling the act again: "Fragments found at the
// school were of a GBU-39".
func (r *reading) addArms(d *draft, si int, s text.Sentence) {
	if d == nil || si-d.last > lending {
		return
	}
	for _, f := range d.fragments {
		if f.sentence == si {
			return // taken with the fragment
		}
	}
	for _, a := range r.arms {
		if a.first >= s.First && a.first < s.Last && a.weapon.ID != "" {
			d.arms = append(d.arms, a)
		}
	}
}

// among is the draft with the toll that f tells a part of: "Among the 90
// injured were six children".
func among(drafts []*draft, f *fragment) *draft {
	for _, h := range f.harms {
		if h.whole.IsZero() {
			continue
		}
		for k := len(drafts) - 1; k >= 0; k-- {
			for _, g := range drafts[k].fragments {
				for _, o := range g.harms {
					if o.kind == h.kind && o.people.count == h.whole {
						return drafts[k]
					}
				}
			}
		}
	}
	return nil
}

// headlined is the draft that a headline or caption is about: one of the same
// toll, else the first that fits it.
func (r *reading) headlined(drafts []*draft, f *fragment) *draft {
	var best *draft
	bestScore := 0.5
	for k, d := range drafts {
		s := r.likeness(d, &scene{par: -1}, f)
		if k == 0 {
			s += 1.5
		}
		if s > bestScore {
			best, bestScore = d, s
		}
	}
	return best
}

// yield takes from a headline the figures that the text of d gives otherwise:
// it rounds them, and the text is the fuller.
func (f *fragment) yield(d *draft) {
	kept := f.harms[:0:0]
	for _, h := range f.harms {
		told, same := false, false
		for _, g := range d.fragments {
			for _, o := range g.harms {
				if o.kind == h.kind && !o.people.count.IsZero() {
					told = true
					same = same || o.people.count == h.people.count
				}
			}
		}
		if !told || same {
			kept = append(kept, h)
		}
	}
	f.harms = kept
}

// anchorDays resolves the days of f that are told from another event's, "two
// days later", against the day of the scene.
func (r *reading) anchorDays(f *fragment, sc *scene, drafts []*draft) {
	if len(f.anchored) == 0 {
		return
	}
	var scene event.Period
	switch par := r.doc.Sentences[f.sentence].Par; {
	case len(sc.days) > 0 && sc.daysPar == par:
		scene = sc.days[0].Period
	case sc.draft != nil && sc.draft.day() != nil:
		scene = sc.draft.day().Period
	case len(sc.days) > 0:
		scene = sc.days[0].Period
	case len(drafts) > 0 && drafts[0].day() != nil:
		scene = drafts[0].day().Period
	}
	for _, m := range f.anchored {
		from := scene
		if d := r.dayBefore(m.First, f.sentence); d != nil {
			from = d.Period
		}
		if from.IsZero() {
			continue
		}
		if p, ok := m.Resolve(from); ok && (r.article.Published.IsZero() || !r.article.Published.Before(p.Start)) {
			m.Period, m.Basis = p, event.Anchored
			f.days = append(f.days, m)
		}
	}
}

// dayBefore is the day that sentence si has told last before token i, whoever
// did what on it, or nil: "On 14 May the Mission visited a house that had been
// struck the previous evening" puts the strike on 13 May.
func (r *reading) dayBefore(i, si int) *date.Mention {
	var last *date.Mention
	days := r.daysIn(r.doc.Sentences[si])
	for k := range days {
		m := &days[k]
		if m.First >= i {
			break
		}
		if m.Resolved() && m.Period.Precision <= event.ToDays && m.Bound == "" && !m.Future && (m.Type == date.Date || m.Type == date.Time) {
			last = m
		}
	}
	return last
}

// day is the day that the draft's own words give, or that of its scene.
func (d *draft) day() *date.Mention {
	if m := d.ownDay(); m != nil {
		return m
	}
	if len(d.lentDays) > 0 && !(len(d.fragments) > 0 && d.fragments[0].unknown) {
		return &d.lentDays[0]
	}
	return nil
}

// exactDay is the day of the draft to within a few days, or nil.
func (d *draft) exactDay() *date.Mention {
	if m := d.day(); m != nil && m.Period.Precision <= event.ToDays {
		return m
	}
	return nil
}

// ownDay is the day that the draft's own words give. A month or year is taken
// only from what tells the act first: "It was attacked four times last year"
// dates other attacks.
func (d *draft) ownDay() *date.Mention {
	for k, f := range d.fragments {
		if m := f.day(); m != nil && (k == 0 || m.Period.Precision < event.ToMonth || f.sentence-d.fragments[0].sentence <= 1) {
			return m
		}
	}
	return nil
}

// enterScene moves the scene on to sentence si.
func (r *reading) enterScene(sc *scene, si int, s text.Sentence) {
	z := r.layout.Zones[si]
	front := z.Text
	var set []spot
	for _, p := range r.spotsIn(s) {
		if p.first < front && z.Lead == layout.Label || p.strong && p.first <= front+3 && r.fronted(p, front) {
			set = append(set, p)
		}
	}
	if s.Par != sc.par {
		if d := sc.draft; d != nil && sc.lead != nil && d != sc.lead && r.old(d) && !r.old(sc.lead) {
			// A new paragraph goes back from history to the news.
			sc.draft, sc.spots, sc.days, sc.near = sc.lead, sc.lead.where(), nil, nil
		}
		if sc.daysLocal {
			sc.days, sc.daysLocal = nil, false
		}
		// A paragraph keeps the place but not the day of the one before.
		sc.par = s.Par
	}
	if z.Lead == layout.Label && len(set) == 0 {
		*sc = scene{par: s.Par}
	}
	if len(set) > 0 && (len(sc.spots) == 0 || placeRelation(set, sc.spots) < 0 || z.Lead == layout.Label) {
		*sc = scene{par: s.Par, spots: set}
		for _, d := range r.daysIn(s) {
			if r.dates(d, s) {
				sc.days = append(sc.days, d)
			}
		}
	}
}

// longestLocal is how many days back what a paragraph tells may lie for its day
// to be lent to the paragraph's other sentences.
const longestLocal = 800

// lending bounds the sentences for which a day or place told in passing holds
// on, where no paragraph ends before.
const lending = 3

// passDays leaves the days of sentence s, number si, in force for the next few
// sentences, whether or not an act is told in it. Only days of the news are
// lent: "1 September 1939" is nobody's but its own sentence's.
func (r *reading) passDays(sc *scene, si int, s text.Sentence) {
	var days, local []date.Mention
	for _, d := range r.daysIn(s) {
		if !d.Resolved() && d.Anchor != nil && d.Anchor.Clause {
			// "The killings came a day after a bomb wiped out a patrol."
			from := r.dayBefore(d.First, si)
			if from == nil && sc.draft != nil {
				from = sc.draft.day()
			}
			if from == nil && sc.lead != nil {
				from = sc.lead.day()
			}
			if from != nil {
				if p, ok := d.Resolve(from.Period); ok {
					d.Period, d.Basis = p, event.Anchored
				}
			}
		}
		if !d.Resolved() || d.Period.Precision > event.ToMonth || !r.dates(d, s) {
			continue
		}
		if p := r.article.Published; d.Period.Precision > event.ToDays || !p.IsZero() && d.Period.End.Days(p) > 10 && d.Basis != event.Anchored {
			if p.IsZero() || d.Period.End.Days(p) < longestLocal {
				local = append(local, d)
			}
			continue
		}
		if d.Anchor != nil && d.Anchor.Clause {
			days = days[:0] // "on Sunday, a day after a rocket landed" is about the rocket
		}
		days = append(days, d)
	}
	if d := sc.draft; len(days) == 0 && len(local) > 0 && (d == nil || d.last != si) {
		// "Last month two strikes hit Kobani. In one, three men were killed":
		// what is no news holds for its paragraph alone.
		sc.days, sc.daysAt, sc.daysPar, sc.daysLocal = local, si, s.Par, true
		return
	}
	if len(days) == 0 {
		if si-sc.daysAt > lending && s.Par != sc.daysPar {
			sc.days = nil
		}
		return
	}
	sc.days, sc.daysAt, sc.daysPar, sc.daysLocal = days, si, s.Par, false
	if d := sc.draft; d != nil && d.ownDay() == nil && si-d.last <= lending && (len(d.lentDays) == 0 || d.lentPar != s.Par && d.par == s.Par && d.last != si) {
		d.lentDays, d.lentPar = days, s.Par
	}
}

// passSpots leaves the places of sentence s, number si, in force for what its
// paragraph goes on to tell, where it tells of no act itself: "In Washer
// district a force went after a leader. It detained two men." An incident told
// just before that names no place, or a wider one, takes them too.
func (r *reading) passSpots(sc *scene, si int, s text.Sentence) {
	d := sc.draft
	if d != nil && d.last == si {
		return
	}
	var own []spot
	here := strongest(r.spotsIn(s))
	if len(here) == 0 {
		// "Chernihiv has been here before. A missile burst above its theatre."
		if all := r.spotsIn(s); len(all) > 0 && all[0].first == s.First && all[0].last < s.Last && (r.lang.grammar.In(r.w[all[0].last], r.lang.be) || r.lang.grammar.In(r.w[all[0].last], r.lang.have)) {
			here = all[:1]
		}
	}
	for _, p := range here {
		if !wide(p.loc) && p.loc.Precision != event.AtSea && !r.towards(p.first) && !r.in(p.last, "hospital hospitals clinic medical morgue") {
			own = append(own, p)
		}
	}
	if len(own) == 0 {
		return
	}
	sc.near, sc.nearAt, sc.nearPar = own, si, s.Par
	if d == nil || d.wave || si-d.last > lending-1 {
		return
	}
	there := d.where()
	if len(there) == 0 {
		there = d.spots
	}
	for _, p := range there {
		for _, q := range own {
			if p.loc.Precision <= event.InDistrict && !wide(p.loc) || !within(q.loc, p.loc) {
				return
			}
		}
	}
	d.lent = own
	d.spots = append(d.spots, own...)
}

// towards reports whether what begins at token i is not where somebody is but
// whom or what he turns to: "loyal to the Kremlin", "a road to Aleppo".
func (r *reading) towards(i int) bool {
	k := i - 1
	for k > 0 && r.in(k, "the") {
		k--
	}
	return r.in(k, "to from for by with")
}

// told is the places that the paragraph par has told just before sentence si,
// or nil.
func (sc *scene) told(si, par int) []spot {
	if par != sc.nearPar || si-sc.nearAt > lending || si <= sc.nearAt {
		return nil
	}
	return sc.near
}

// fronted reports whether the phrase with the place opens the sentence: "In
// Quetta, …", "Further up the coast, in Deir al-Balah, …".
func (r *reading) fronted(p spot, front int) bool {
	for k := front; k < p.first; k++ {
		if r.lang.grammar.In(r.w[k], r.lang.be) || r.lang.grammar.In(r.w[k], r.lang.actVerb) || r.lang.grammar.In(r.w[k], r.lang.say) {
			return false
		}
	}
	return p.last < len(r.w) && r.doc.Is(p.last, ',')
}

// sameAct is the draft that f tells more of, or nil.
func (r *reading) sameAct(drafts []*draft, sc *scene, f *fragment) *draft {
	var best *draft
	bestScore := 1.0
	for _, d := range drafts {
		s := r.likeness(d, sc, f)
		if s >= bestScore {
			best, bestScore = d, s
		}
	}
	return best
}

// likeness weighs whether f tells of the act of d.
func (r *reading) likeness(d *draft, sc *scene, f *fragment) float64 {
	own := strongest(f.spots)
	there := d.where()
	if len(own) == 0 && !f.def && !f.more {
		own = f.lent
	}
	place := placeRelation(there, own)
	told := d.day()
	if told == nil && sc.lead != nil && sc.lead != d {
		told = sc.lead.exactDay() // its record would have that day
	}
	day := dayRelation(told, f.day())
	if place < 0 || day < 0 {
		return -10
	}
	// A wave and a strike within it are two.
	if f.wave != d.wave && (f.wave || place > 0) && !(f.def && len(own) == 0) {
		if !sameLaunch(d, f) {
			return -10
		}
	}
	s := 0.0
	switch {
	case d.kind == f.kind:
		s++
	case !d.exact || !f.exact:
		s += .5
	case !sameKind(d.kind, d.exact, f.kind, f.exact):
		s -= 1.5
	case sc.draft != d:
		s -= .5
	}
	s += 1.25*float64(place) + float64(day) + tollRelation(d, f)
	if f.def {
		s++
	}
	if f.fresh {
		s -= 2.5
	}
	if otherDoer(d, f) {
		s -= 3
	}
	if len(own) == 0 {
		if d == sc.draft {
			s += 1.5
		} else if sc.par >= 0 && len(sc.spots) > 0 && placeRelation(there, sc.spots) < 0 && !f.def {
			s -= 2
		}
	} else if len(there) == 0 && d == sc.draft {
		s += .75
	}
	if gap := f.sentence - d.last; sc.par >= 0 && gap > lending {
		s -= .5
		if len(own) == 0 && !f.def && !f.more && len(f.acts) == 0 {
			s-- // "Two people died of cold in a camp", far down
		}
	}
	return s
}

// sameLaunch reports whether both count the same launch.
func sameLaunch(d *draft, f *fragment) bool {
	for _, g := range d.fragments {
		for _, a := range g.arms {
			for _, b := range f.arms {
				if !a.weapon.Launched.IsZero() && a.weapon.Launched == b.weapon.Launched {
					return true
				}
			}
		}
	}
	return false
}

// otherDoer reports whether both name who did it, and not the same.
func otherDoer(d *draft, f *fragment) bool {
	named, same := false, false
	for _, g := range d.fragments {
		for _, a := range g.doers {
			for _, b := range f.doers {
				if a.actor.name == "" || b.actor.name == "" || a.actor.generic || b.actor.generic {
					continue
				}
				named = true
				same = same || a.actor.name == b.actor.name
			}
		}
	}
	return named && !same
}

// dayRelation is 1 where the days overlap, -1 where they do not, 0 where one
// is not told.
func dayRelation(a, b *date.Mention) int {
	switch {
	case a == nil || b == nil:
		return 0
	case a.Period.Overlaps(b.Period):
		if a.Period.Precision > event.ToWeek != (b.Period.Precision > event.ToWeek) {
			return 0 // "earlier this month" may be any day
		}
		return 1
	}
	return -1
}

// tollRelation is positive where both tell the same toll, and negative where
// they tell different ones.
func tollRelation(d *draft, f *fragment) float64 {
	s := 0.0
	for _, h := range f.harms {
		if h.people.count.IsZero() || h.people.count == event.N(1) {
			continue
		}
		for _, g := range d.fragments {
			for _, o := range g.harms {
				if o.kind != h.kind || o.people.kind != h.people.kind || o.people.count.IsZero() {
					continue
				}
				if o.people.count == h.people.count {
					s += 1.5
				} else if g.sentence != f.sentence && !h.people.count.Compatible(o.people.count) {
					s -= .75
				}
			}
		}
	}
	return max(min(s, 3), -1.5)
}

func (d *draft) add(f *fragment) {
	d.fragments = append(d.fragments, f)
	if d.kind == "" || f.exact && !d.exact || f.exact == d.exact && (d.kind == event.OtherType || precedence[f.kind] < precedence[d.kind] && f.kind != event.OtherType) {
		d.kind, d.exact = f.kind, f.exact
	}
	if d.stage == "" || f.stage == event.Accomplished {
		d.stage = f.stage
	}
	d.wave = d.wave || f.wave
	d.days = append(d.days, f.days...)
	d.spots = append(d.spots, f.spots...)
	d.last = f.sentence
	d.told[f.sentence] = true
}

// record turns a draft into an incident.
func (r *reading) record(d, lead *draft) event.Incident {
	inc := event.Incident{Type: d.kind, Stage: d.stage, Background: d.past}
	for _, f := range d.fragments {
		for _, a := range f.acts {
			if a.realis != reference {
				inc.Evidence = append(inc.Evidence, r.evidence(a.first, a.last, a.rule))
			}
		}
		for _, h := range f.harms {
			inc.Evidence = append(inc.Evidence, r.evidence(h.first, h.last, h.rule))
		}
	}
	inc.Date = r.dateOf(d, lead)
	if w := inc.Date; w != nil && w.Basis == event.Publication && len(inc.Evidence) > 0 {
		// No words give the day; those of the act tell it as news.
		ev := inc.Evidence[0]
		ev.Rule = "date/published"
		w.Evidence = []event.Evidence{ev}
	}
	inc.Locations = r.locationsOf(d)
	inc.Sites = nil
	for _, f := range d.fragments {
		for _, s := range f.sites {
			if !hasSite(inc.Sites, s) {
				inc.Sites = append(inc.Sites, s)
			}
		}
	}
	inc.Weapons = r.weaponsOf(d)
	inc.Check = append(inc.Check, r.checkArms(d)...)
	inc.Casualties = r.casualtiesOf(d)
	inc.Check = r.checkCasualties(d)
	country := ""
	if len(inc.Locations) > 0 {
		country = inc.Locations[0].Country
	}
	inc.Perpetrators = r.perpetratorsOf(d, country)
	inc.Claims = r.claimsOf(d)
	inc.ID = r.incidentID(&inc)
	return inc
}

func hasSite(list []event.Site, s event.Site) bool {
	for _, o := range list {
		if o.Text == s.Text {
			return true
		}
	}
	return false
}

// incidentID hashes the article's id, the first evidence and the type.
func (r *reading) incidentID(inc *event.Incident) string {
	h := fnv.New64a()
	h.Write([]byte(r.article.ID))
	h.Write([]byte{0})
	if len(inc.Evidence) > 0 {
		h.Write([]byte(inc.Evidence[0].Span.String()))
	}
	h.Write([]byte{0})
	h.Write([]byte(inc.Type))
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], h.Sum64())
	return hex.EncodeToString(b[:])
}

// dateOf is the day of the act: the one that its own words give nearest to
// the act, else the one in force in its scene, else that of the article's
// first incident.
func (r *reading) dateOf(d *draft, lead *draft) *event.When {
	if m := d.ownDay(); m != nil {
		return &event.When{Period: m.Period, Basis: m.Basis, Evidence: []event.Evidence{r.evidence(m.First, m.Last, "date")}}
	}
	if len(d.fragments) > 0 && d.fragments[0].unknown {
		return nil // its own words tell the day, but not which
	}
	if len(d.lentDays) > 0 {
		m := d.lentDays[0]
		return &event.When{Period: m.Period, Basis: event.Anchored, Evidence: []event.Evidence{r.evidence(m.First, m.Last, "date/scene")}}
	}
	if lead != nil && lead != d {
		if m := r.saidDay(d); m != nil {
			return &event.When{Period: m.Period, Basis: event.Anchored, Evidence: []event.Evidence{r.evidence(m.First, m.Last, "date/said")}}
		}
		if m := lead.exactDay(); m != nil {
			return &event.When{Period: m.Period, Basis: event.Anchored, Evidence: []event.Evidence{r.evidence(m.First, m.Last, "date/lead")}}
		}
	}
	// "Police said two men were killed" in a notice that names no day at all
	// tells the news of the day.
	if p := r.article.Published; !p.IsZero() && lead != nil && lead.day() == nil {
		m := r.newsDay()
		if m == nil {
			m = r.toldDay(d)
		}
		if m != nil {
			return &event.When{Period: m.Period, Basis: event.Anchored, Evidence: []event.Evidence{r.evidence(m.First, m.Last, "date/article")}}
		}
		return &event.When{Period: event.DayPeriod(p), Basis: event.Publication}
	}
	return nil
}

// saidDay is the day on which was said what d tells of another place, or nil:
// "In Dera Ismail Khan, meanwhile, police said on Wednesday that gunmen had shot
// a constable". It is news of that day, and not of the first incident's.
func (r *reading) saidDay(d *draft) *date.Mention {
	if len(d.fragments) == 0 {
		return nil
	}
	s := r.doc.Sentences[d.fragments[0].sentence]
	other := false
	for k := s.First; k < s.Last && k < s.First+9; k++ {
		other = other || r.in(k, "meanwhile elsewhere separately")
	}
	if !other {
		return nil
	}
	return r.toldDay(d)
}

// toldDay is the day that the first sentence of d names, be it only that on which
// somebody tells of the act, or nil.
func (r *reading) toldDay(d *draft) *date.Mention {
	if len(d.fragments) == 0 {
		return nil
	}
	days := r.daysIn(r.doc.Sentences[d.fragments[0].sentence])
	for k := range days {
		m := &days[k]
		if m.Resolved() && m.Period.Precision == event.ToDay && m.Bound == "" && !m.Future && m.Basis != event.Anchored && m.Period.End.Days(r.article.Published) < 7 &&
			r.layout.Zones[d.fragments[0].sentence].Text <= m.First {
			return m
		}
	}
	return nil
}

// openingSentences is how many sentences of a text are its opening, whose day
// is that of the news.
const openingSentences = 6

// newsDay is the first day of the week before publication that the opening of
// the text tells and nobody only speaks on, or nil.
func (r *reading) newsDay() *date.Mention {
	for si, s := range r.doc.Sentences {
		if si >= openingSentences {
			break
		}
		if !r.tells(si) || r.aside(si) {
			continue
		}
		days := r.daysIn(s)
		for k := range days {
			m := &days[k]
			if m.Resolved() && m.Period.Precision <= event.ToDays && (m.Type == date.Date || m.Type == date.Time) && r.dates(*m, s) && m.Period.End.Days(r.article.Published) < 7 {
				return m
			}
		}
	}
	return nil
}

// day is the day told nearest to the act of f; a month or year is taken only
// where no day is told.
func (f *fragment) day() *date.Mention {
	var best *date.Mention
	least := 0
	for k := range f.days {
		m := &f.days[k]
		n := 1 << 20
		for _, a := range f.acts {
			n = min(n, tokensTo(m, a.anchor))
		}
		for _, h := range f.harms {
			n = min(n, tokensTo(m, h.anchor))
		}
		if m.Last <= f.first+3 {
			n = min(n, 12) // "On Monday, …" holds for the whole clause
		}
		if m.Anchor != nil && m.Anchor.Clause {
			n = 0 // "gave up the search on Tuesday, three days after the impact"
		}
		if m.Period.Precision > event.ToDays && m.Bound != date.Since {
			n += 1 << 10
		}
		if best == nil || n < least {
			best, least = m, n
		}
	}
	return best
}

func tokensTo(m *date.Mention, at int) int {
	if at < m.First {
		return m.First - at
	}
	return at - m.Last + 1
}

// coordinate reports whether the tokens i to j-1 join two names of a list.
func (r *reading) coordinate(i, j int) bool {
	for k := i; k < j; k++ {
		if !r.doc.Is(k, ',') && !r.in(k, "and or") {
			return false
		}
	}
	return i < j && j-i <= 2
}

// quarterKm is how far from the middle of a city its quarters lie.
const quarterKm = 20

// near reports whether p, a quarter or site, lies in the city q.
func near(p, q event.Location) bool {
	return p.Point != nil && q.Point != nil && p.Country == q.Country && gazetteer.Distance(p.Point.Lat, p.Point.Lon, q.Point.Lat, q.Point.Lon) < quarterKm
}

// locationsOf lists the places of the act, without the wider ones that only
// say where a narrower one lies.
func (r *reading) locationsOf(d *draft) []event.Location {
	var out []event.Location
	all := d.where()
	if len(all) == 0 {
		for _, s := range d.spots {
			if s.loc.Precision == event.AtPlace || s.loc.Precision == event.NearPlace {
				all = append(all, s)
			}
		}
	}
	strong := false
	for _, s := range all {
		strong = strong || s.strong
	}
	for i, s := range all {
		if strong && !s.strong {
			continue
		}
		wider := false
		for j, o := range all {
			if i != j && o.loc.Precision < s.loc.Precision && (within(o.loc, s.loc) || o.loc.Precision == event.AtPlace && around(o.loc, s.loc)) {
				wider = true
			}
			wider = wider || i != j && s.loc.GazetteerID != "" && s.class == gazetteer.City && (o.class.Part() || o.loc.GazetteerID == "") && o.strong && near(o.loc, s.loc)
		}
		if wider && !(i > 0 && r.coordinate(all[i-1].last, s.first)) {
			continue
		}
		ev := r.evidence(s.first, s.last, "place")
		same := -1
		for k := range out {
			if out[k].Name == s.loc.Name && out[k].Country == s.loc.Country {
				same = k
			}
		}
		if same >= 0 {
			out[same].Evidence = append(out[same].Evidence, ev)
			continue
		}
		l := s.loc
		l.Role = event.SiteRole
		l.Evidence = []event.Evidence{ev}
		out = append(out, l)
	}
	return out
}
