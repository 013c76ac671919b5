package extract

import (
	"encoding/binary"
	"encoding/hex"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract/date"
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
	own       []spot // the strongest of the first ownOf spots
	ownOf     int
	lent      []spot         // places of the scene, where its own words name none
	lentDays  []date.Mention // days of the scene, where its own words name none
	doers     []doer         // told in sentences of their own
	arms      []arm          // likewise
	told      map[int]bool   // the sentences that are about it
	heard     []int          // the sentences of which only some claims are about it
	past      bool           // told as history
	last      int            // the sentence told last
	home      string         // the country that the text is about
	inherited []event.Perpetrator
	within    *draft // the wave that it was part of
	item      int    // the item of a list that tells it, from 1, or 0
}

// newDraft is a draft that tells nothing yet, with room for what most tell.
func (r *reading) newDraft() *draft {
	d := r.draftShelf.one()
	d.told = r.toldRoom.take()
	d.fragments, d.days, d.spots = r.partShelf.take(4), r.dayShelf.take(3), r.spotShelf.take(4)
	return d
}

// toldRoom hands out the sets of sentences of an article's drafts.
type toldRoom struct {
	sets []map[int]bool
	used int
}

func (t *toldRoom) take() map[int]bool {
	if t.used == len(t.sets) {
		t.sets = append(t.sets, map[int]bool{})
	}
	t.used++
	m := &t.sets[t.used-1]
	if len(*m) > mostKept {
		*m = map[int]bool{}
	}
	clear(*m)
	return *m
}

// reused is t with all of its sets free again.
func (t toldRoom) reused() toldRoom { return toldRoom{sets: t.sets} }

// where is the draft's places: its own, else those of its scene.
func (d *draft) where() []spot {
	if d.ownOf != len(d.spots) {
		d.own, d.ownOf = strongest(d.spots), len(d.spots)
	}
	if len(d.own) > 0 {
		return d.own
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
	daysOld bool // they are no days of the news
	draft   *draft
	item    int // the item of a list that is read, from 1, or 0
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
//     incident told there, or opens one in the scene's place. What opens one
//     is weighed: see [reading.begins].
//  5. "The attack", "the blast" add to the incident told last that their kind
//     fits; the same toll told again is the same incident.
//  6. A headline or caption adds to what the text tells, and opens an incident
//     only where the text tells none.
func (r *reading) assemble() []event.Incident {
	frags := r.fragments()
	r.headed = slices.ContainsFunc(frags, func(f fragment) bool { return r.layout.Zones[f.sentence].Kind == layout.Title })
	drafts := r.drafts(frags, nil)
	if len(drafts) == 0 {
		// "US captures two in Syria", over "The raid happened on Saturday."
		if d := r.headlineAct(frags); d != nil {
			drafts = r.drafts(frags, d)
		}
	}
	var out []event.Incident
	old := func(d *draft) bool {
		m := d.day()
		return m != nil && !r.article.Published.IsZero() && m.Period.End.Days(r.article.Published) >= 7
	}
	recent := false
	for _, d := range drafts {
		recent = recent || !old(d)
	}
	r.placeWaves(drafts)
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

// singly leaves out the drafts that only sum up acts which others tell one by
// one: "Attacks in Benue killed 17", before twelve of them at Orbiam and five
// at Anyiin.
func singly(drafts []*draft) []*draft {
	var out []*draft
	for k, d := range drafts {
		n := 0
		if d.fragments[0].several && !exactly(d.spots) && (k == 0 || len(strongest(d.spots)) > 0) {
			for _, e := range drafts[k+1 : min(len(drafts), k+kept)] {
				if exactly(e.spots) && placeRelation(d.spots, e.spots) >= 0 && near(d.day(), e.day()) {
					n++
				}
			}
		}
		if n < 2 {
			out = append(out, d)
		}
	}
	return out
}

// near reports whether the days of a and b may be those of one spate of acts.
func near(a, b *date.Mention) bool {
	return a == nil || b == nil || a.Period.End.Days(b.Period.Start) <= 3 && b.Period.End.Days(a.Period.Start) <= 3
}

// headlineAct is a draft of what the headline tells, where that is an act that
// somebody did or came to harm by, or nil.
func (r *reading) headlineAct(frags []fragment) *draft {
	for k := range frags {
		f := &frags[k]
		if r.layout.Zones[f.sentence].Kind != layout.Title || len(f.doers) == 0 && len(f.harms) == 0 || !r.opens(f) {
			continue
		}
		d := r.newDraft()
		d.add(f)
		if r.tellsOf(d) || f.exact && len(f.doers) > 0 && len(f.spots) > 0 {
			return d
		}
	}
	return nil
}

// drafts puts fragments that tell of one act into one draft. Where the text
// alone opens none, told is the act that its headline tells, and the text
// speaks on of it.
func (r *reading) drafts(frags []fragment, told *draft) []*draft {
	var drafts []*draft
	home := r.headlinePlace()
	sc := scene{par: -1, spots: home}
	if told != nil {
		drafts = append(drafts, told)
		sc.draft = told
	}
	entry := map[int]bool{}
	for _, e := range r.layout.Entries {
		entry[e.Sentence] = true
	}
	k := 0
	for si, s := range r.doc.Sentences {
		if item := r.beginsItem(si, s); item || r.layout.Zones[si].Kind == layout.Heading || entry[si] {
			sc = scene{par: s.Par, days: sc.days, item: sc.item}
			if entry[si] {
				sc.spots = home
			}
			switch {
			case item:
				sc.item, sc.days = sc.item+1, nil
			case r.aside(si):
				r.enterUnder(&sc, si, s)
			}
		}
		if !r.tells(si) || r.aside(si) {
			for k < len(frags) && frags[k].sentence == si {
				k++
			}
			continue
		}
		r.enterScene(&sc, si, s)
		taken := false
		for ; k < len(frags) && frags[k].sentence == si; k++ {
			f := &frags[k]
			r.anchorDays(f, &sc, drafts)
			d := r.sameAct(drafts, &sc, f)
			if f.more && len(f.spots) == 0 && sc.draft != nil && (d == nil || tollRelation(d, f) <= 0) {
				d = sc.draft
				if o := among(drafts, f); o != nil {
					d = o
				}
			}
			if len(strongest(f.spots)) == 0 {
				// "Six children were among the 90 civilians injured."
				if o := among(drafts, f); o != nil {
					d = o
				}
			}
			if d == nil {
				if !r.begins(f, &sc, drafts) {
					continue
				}
				d = r.newDraft()
				d.lent, d.lentDays, d.item = sc.spots, sc.days, sc.item
				if f.wave {
					d.lent = nil // a salvo on a country is not told in one town
				}
				if f.partly && sc.draft != nil {
					sc.draft.within = d
				}
				drafts = append(drafts, d)
			}
			d.add(f)
			taken = true
			sc.draft = d
			if own := strongest(f.spots); len(own) > 0 {
				sc.spots = own
			}
			if len(f.days) > 0 && !inNight(f.days[0], sc.days) {
				sc.days, sc.daysAt, sc.daysPar, sc.daysOld = f.days, si, s.Par, false
			}
		}
		if !taken {
			r.passSpots(&sc, si, s)
		}
		r.passDays(&sc, si, s)
		r.addDoers(sc.draft, si, s)
		r.addArms(sc.draft, si, s)
		if sc.draft != nil {
			sc.draft.told[si] = true
		}
	}
	for k := range frags {
		f := &frags[k]
		if !r.aside(f.sentence) || told != nil && f == told.fragments[0] {
			continue
		}
		if d := r.headlined(drafts, f); d != nil {
			f.yield(d)
			d.add(f)
		} else if len(drafts) == 0 && r.opens(f) {
			d := r.newDraft()
			d.add(f)
			drafts = append(drafts, d)
		}
	}
	long := r.story()
	drafts = singly(drafts)
	return slices.DeleteFunc(drafts, func(d *draft) bool {
		return d != told && (!r.tellsOf(d) || long && (vague(d) || r.remark(d)))
	})
}

// figured reports whether f gives a toll, or a weapon by name or number.
func (f *fragment) figured() bool {
	return slices.ContainsFunc(f.harms, func(h harm) bool { return !h.people.count.IsZero() }) || f.armed()
}

// armed reports whether f gives a weapon by name or number.
func (f *fragment) armed() bool {
	return slices.ContainsFunc(f.arms, func(a arm) bool { return a.exact() })
}

// placeWaves puts a wave that no words place in the country where all strikes
// of the text with a place were: "Russia launched 55 drones overnight. Two
// residents were wounded when one came down in Zolochiv."
func (r *reading) placeWaves(drafts []*draft) {
	home := ""
	for _, d := range drafts {
		for _, s := range strongest(d.spots) {
			switch {
			case s.loc.Country == "" || wide(s.loc):
			case home == "":
				home = s.loc.Country
			case home != s.loc.Country:
				return
			}
		}
	}
	if home == "" {
		return
	}
	for _, d := range drafts {
		if !d.wave || len(d.where()) > 0 {
			continue
		}
		for k := range r.places {
			p := &r.places[k]
			if p.precision != event.InCountry || p.at.Country != home || p.at.IsZero() {
				continue
			}
			d.lent = []spot{spotOf(p)}
			break
		}
	}
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
		if f.dated || f.figured() {
			return true
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

// briefest is how many sentences a text has that is more than a brief.
const briefest = 8

// story reports whether the text is more than a brief.
func (r *reading) story() bool {
	return r.ownBefore(len(r.doc.Sentences), briefest) > briefest
}

// ownBefore counts the sentences before the one numbered i in which the article
// itself tells, and no further than one more than most.
func (r *reading) ownBefore(i, most int) int {
	n := 0
	for j := 0; j < i && n <= most; j++ {
		if r.tells(j) && !r.aside(j) {
			n++
		}
	}
	return n
}

// vague reports whether d has no toll, no place smaller than a province and no
// weapon by name or number. A brief may say no more of its news; a story that
// says no more only speaks of violence: "The fighting has strained the budget".
func vague(d *draft) bool {
	if exactly(d.where()) {
		return false
	}
	for _, f := range d.fragments {
		if f.figured() {
			return false
		}
		// "Last night jets of the air force struck the Gaza Strip."
		if f.dated && len(f.doers) > 0 && len(f.acts) > 0 && f.acts[0].clause && len(strongest(f.spots)) > 0 {
			return false
		}
	}
	return true
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
	in := r.armsIn(s)
	for k := range in {
		if a := &in[k]; a.weapon.ID != "" {
			d.arms = append(d.arms, *a)
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

// yield takes from a headline the figures that the text of d gives otherwise
// and the places where it gives its own: the headline rounds and sums up, and
// the text is the fuller.
func (f *fragment) yield(d *draft) {
	if exactly(d.where()) {
		f.spots = nil
	}
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
// days later", against the day of the scene, else that of the article's first
// incident.
func (r *reading) anchorDays(f *fragment, sc *scene, drafts []*draft) {
	if len(f.days) == 1 && r.ofService(f.days[0]) && sc.daysPar == sc.par && len(sc.days) > 0 && !r.isNews(&sc.days[0]) {
		f.days = nil // "February 25 was bloody elsewhere. … during Sunday service"
	}
	if len(f.anchored) == 0 {
		return
	}
	var from event.Period
	here := r.doc.Sentences[f.sentence].Par
	// "At dawn two raids shook …", "Hours later a truck exploded", behind a
	// paragraph of history, are news.
	bare := true
	for _, m := range f.anchored {
		bare = bare && (m.Anchor.Unit < date.Day || m.Anchor.Unit == date.Day && m.Anchor.Min == 0 && m.Anchor.Max == 0) && !r.in(m.First, "the that") && !r.in(m.First+1, "the that same")
	}
	fits := func(m *date.Mention, par int) bool {
		return m != nil && (!bare || par == here || r.isNews(m))
	}
	switch {
	case bare && sc.draft != nil && r.doc.Sentences[sc.draft.last].Par != here && later(drafts[0].day(), sc.draft.day()):
		return // "He was hit at 2 pm", behind a paragraph on the day before
	case len(sc.days) > 0 && sc.draft != nil && sc.daysAt > sc.draft.last && fits(&sc.days[0], sc.daysPar):
		from = sc.days[0].Period // "Nobody has forgotten 19 November. A shell hit the stop that day"
	case sc.draft != nil && fits(sc.draft.day(), r.doc.Sentences[sc.draft.last].Par):
		from = sc.draft.day().Period
	case len(sc.days) > 0 && fits(&sc.days[0], sc.daysPar):
		from = sc.days[0].Period
	case len(drafts) > 0 && drafts[0].day() != nil:
		from = drafts[0].day().Period
	}
	for _, m := range f.anchored {
		from := from
		if d := r.dayBefore(m.First, f.sentence); d != nil {
			from = d.Period
		} else if d := r.sameEvening(&m, drafts); d != nil {
			from = d.Period
		} else if bare && slices.ContainsFunc(f.days, func(d date.Mention) bool { return d.Last <= m.First }) {
			continue // "In October the gang walked into the town before sunrise"
		}
		if p, ok := m.Resolve(from); ok && !from.IsZero() {
			m.Period, m.Basis = p, event.Anchored
			f.days = append(f.days, m)
		} else if p, a := r.article.Published, m.Anchor; from.IsZero() && !p.IsZero() && a.Min == 0 && a.Max == 0 && a.Part == event.Night {
			// "During the night drones hit …", in the first words of a bulletin
			m.Period, m.Basis = event.PeriodOf(p.AddDays(-1), p), event.Relative
			if a.Early {
				m.Period = event.DayPeriod(p) // "shortly after midnight"
			}
			m.Period.Part = event.Night
			f.days = append(f.days, m)
		}
	}
}

// sameEvening is the day of the last of drafts that was in the evening or at
// night, where m is "that evening" or "the same night", or nil.
func (r *reading) sameEvening(m *date.Mention, drafts []*draft) *date.Mention {
	dark := func(p event.Part) bool { return p == event.Evening || p == event.Night }
	if !dark(m.Anchor.Part) || m.Anchor.Min != 0 || m.Anchor.Max != 0 || !r.in(m.Last-2, "that same") {
		return nil
	}
	for _, d := range slices.Backward(drafts[max(0, len(drafts)-kept):]) {
		if day := d.day(); day != nil && dark(day.Period.Part) {
			return day
		}
	}
	return nil
}

// later reports whether day a ends after day b.
func later(a, b *date.Mention) bool {
	return a != nil && b != nil && b.Period.End.Before(a.Period.End)
}

// dayBefore is the day that sentence si has told last before token i, whoever
// did what on it, or nil: "On Sunday 810 drones were sent; four people died that
// night", "On 14 May we visited a house that had been struck the previous
// evening".
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

// ownDay is the day that the draft's own words give. A month or year is taken
// only from what tells the act first: "It was attacked four times last year"
// dates other attacks.
func (d *draft) ownDay() *date.Mention {
	for k, f := range d.fragments {
		if m := f.day(); m != nil && (k == 0 || m.Anchor == nil || m.Anchor.Min <= 0 || m.Anchor.Unit < date.Day) && (k == 0 || m.Period.Precision < event.ToMonth || f.sentence-d.fragments[0].sentence <= 1) {
			if m.Period.Precision < event.ToMonth && m.Basis != event.Explicit {
				m = finer(m, d.days[:min(len(d.days), kept)]) // "two weeks ago … The September 6 blast"
			}
			return m
		}
	}
	return nil
}

// day is the day that the draft's own words give, or that of its scene.
func (d *draft) day() *date.Mention {
	if m := d.ownDay(); m != nil {
		return m
	}
	if len(d.lentDays) > 0 {
		return &d.lentDays[0]
	}
	return nil
}

// enterScene moves the scene on to sentence si.
func (r *reading) enterScene(sc *scene, si int, s text.Sentence) {
	z := r.layout.Zones[si]
	front := z.Text
	var set []spot
	for _, p := range r.spotsIn(s) {
		// "Kyiv sat through an alert of seven hours.", at the head of a paragraph
		subject := s.Par != sc.par && p.first == front && p.class.Settlement()
		if p.first < front && z.Lead == layout.Label || subject || p.strong && r.fronted(p, front) {
			p.strong = p.strong || subject
			set = append(set, p)
		}
	}
	// "• Kabul, 5 September.", before what happened there and then
	if r.heads(s) {
		was := *sc
		*sc = scene{par: s.Par, spots: was.spots, item: was.item}
		set = append(set, r.exactSpots(s)...)
		if len(set) > 0 {
			sc.spots = set
		}
		for _, d := range r.daysIn(s) {
			if d.Resolved() {
				sc.days, sc.daysAt, sc.daysPar = append(sc.days, d), si, s.Par
			}
		}
		return
	}
	// "It was an answer to what had happened in Jenin. There, on Monday, …"
	if si > 0 && len(set) == 0 && front < s.Last && r.in(front, "there") && r.doc.Is(min(front+1, len(r.w)-1), ',') {
		if p, ok := r.lastPlace(r.doc.Sentences[si-1]); ok {
			set = append(set, p)
		}
	}
	if s.Par != sc.par {
		// A paragraph keeps the place, but not the day of history, of the one before.
		if sc.daysOld && s.Par != sc.daysPar {
			sc.days, sc.daysOld = nil, false
		}
		sc.par = s.Par
	}
	if z.Lead == layout.Label && len(set) == 0 {
		*sc = scene{par: s.Par, item: sc.item}
	}
	if len(set) > 0 && (len(sc.spots) == 0 || placeRelation(set, sc.spots) < 0 || z.Lead == layout.Label) {
		was := *sc
		*sc = scene{par: s.Par, spots: set, item: was.item}
		// "The south woke on Monday to explosions. In Morales, gunmen …" is
		// still on Monday, for no other place came between.
		if (was.daysPar == s.Par || len(was.spots) == 0 && !was.daysOld) && z.Lead != layout.Label {
			sc.days, sc.daysAt, sc.daysPar = was.days, was.daysAt, was.daysPar
		}
		for _, d := range r.daysIn(s) {
			if d.Resolved() && r.dates(d, s) && !r.ofService(d) {
				sc.days = append(sc.days, d)
			}
		}
	}
}

// enterUnder sets the scene to the one place and the day that the heading s,
// number si, names: "11.15 – Damascus", "What we know about last night's
// barrage".
func (r *reading) enterUnder(sc *scene, si int, s text.Sentence) {
	exact := r.exactSpots(s)
	if len(exact) == 1 && !r.byline(s, exact[0].first) {
		sc.spots = exact
	}
	for _, d := range r.daysIn(s) {
		if d.Resolved() && d.Period.Precision <= event.ToDays && r.dates(d, s) {
			sc.days, sc.daysAt, sc.daysPar, sc.daysOld = []date.Mention{d}, si, s.Par, false
		}
	}
}

// exactSpots is the places smaller than a country that a line of its own names,
// as where what follows happened.
func (r *reading) exactSpots(s text.Sentence) []spot {
	var out []spot
	for _, p := range r.spotsIn(s) {
		if !wide(p.loc) {
			p.strong = true
			out = append(out, p)
		}
	}
	return out
}

// byline reports whether the line s only says who writes from the place that
// begins at token i: "Miriam Ashdown in Jerusalem".
func (r *reading) byline(s text.Sentence, i int) bool {
	if i-s.First < 2 || !r.in(i, "in") && !r.in(i-1, "in") {
		return false
	}
	for k := s.First; k < s.Last; k++ {
		if t := &r.doc.Tokens[k]; t.Kind == text.Word && t.Case == text.Lower && !r.in(k, "in and") {
			return false
		}
	}
	return true
}

// longestHead is the most tokens of a sentence that is but a place and a day.
const longestHead = 10

// heads reports whether sentence s is but a place and a day, without a verb.
func (r *reading) heads(s text.Sentence) bool {
	if s.Last-s.First > longestHead || len(r.daysIn(s)) == 0 || len(r.spotsIn(s)) == 0 {
		return false
	}
	l, g := r.lang, r.lang.grammar
	known := 0
	for k := s.First; k < s.Last; k++ {
		t := &r.doc.Tokens[k]
		if t.Kind == text.Word && t.Case == text.Lower && !g.In(r.w[k], l.prep) && !g.In(r.w[k], l.det) && !g.In(r.w[k], l.and) {
			known++
		}
	}
	return known == 0
}

// lending bounds the sentences for which a day or place told in passing holds
// on, where no paragraph ends before.
const lending = 3

// passDays leaves the days of sentence s, number si, in force for the next few
// sentences, whether or not an act is told in it. What lies further back than
// the news, or is no day, holds on to the end of its paragraph only: "Last
// month two such strikes hit Kobane. In one, three fighters were killed."
func (r *reading) passDays(sc *scene, si int, s text.Sentence) {
	var days, old []date.Mention
	spanned := 0
	for _, d := range r.daysIn(s) {
		if p, end := r.lastedTo(&d, s); end > 0 {
			d.Period, d.Bound, spanned = p, "", end
		} else if d.First < spanned {
			continue
		}
		if !d.Resolved() || !r.dates(d, s) || d.Bound == date.Since || r.ofService(d) {
			continue
		}
		if p := r.article.Published; d.Period.Precision > event.ToDays || !p.IsZero() && d.Period.End.Days(p) > 10 && d.Basis != event.Anchored {
			if d.Period.Precision <= event.ToMonth && (d.First <= s.First+3 || d.Period.Precision <= event.ToDays) {
				old = append(old, d)
			}
			continue
		}
		days = append(days, d)
	}
	if len(days) == 0 {
		if sc.daysOld && s.Par != sc.daysPar || si-sc.daysAt > lending && s.Par != sc.daysPar {
			sc.days, sc.daysOld = nil, false
		}
		if len(old) > 0 {
			sc.days, sc.daysOld, sc.daysAt, sc.daysPar = old, true, si, s.Par
		}
		return
	}
	sc.days, sc.daysOld, sc.daysAt, sc.daysPar = days, false, si, s.Par
	if d := sc.draft; d != nil && si-d.last <= lending {
		// "They neutralised eight men. The operation on Sunday followed a tip-off."
		ofIt := r.in(s.First, "the this") && days[0].First <= s.First+3 && d.last == si-1
		if d.day() == nil || ofIt && d.ownDay() == nil {
			d.lentDays = days
		}
	}
}

// passSpots moves the scene to the place that sentence s, which tells of no
// act, puts its people at: "Three men went for the shopping streets of
// Muthanna. The first blew himself up."
func (r *reading) passSpots(sc *scene, si int, s text.Sentence) {
	own := strongest(r.spotsIn(s))
	if !exactly(own) {
		return
	}
	// "… in the Sagaing region. Some 100 people had gathered in Chaung-U."
	if d := sc.draft; d != nil && si-d.last <= lending && !exactly(d.where()) && placeRelation(own, d.where()) > 0 {
		d.spots = append(d.spots, own...)
	}
	rel := placeRelation(own, sc.spots)
	if rel > 0 && exactly(sc.spots) {
		return
	}
	if len(sc.spots) == 0 {
		sc.spots = own
		return
	}
	for k := s.First; k < own[len(own)-1].first; k++ {
		if r.in(k, "men gunmen attackers assailants bombers saboteurs infiltrators commandos fighters militants rebels insurgents raiders bandits soldiers troops forces jets planes helicopters drones missiles strikes attacks") {
			sc.spots = own
			if rel < 0 {
				sc.draft = nil
			}
			return
		}
	}
}

// lastPlace is the place smaller than a province that sentence s names last.
func (r *reading) lastPlace(s text.Sentence) (spot, bool) {
	for k := len(r.places) - 1; k >= 0; k-- {
		p := &r.places[k]
		if p.first >= s.Last {
			continue
		}
		if p.first < s.First {
			break
		}
		if p.use == usedAsPlace && !p.at.IsZero() && (p.precision == event.AtPlace || p.precision == event.NearPlace) {
			return spotOf(p), true
		}
	}
	return spot{}, false
}

// headlinePlace is the one place smaller than a province that the headline
// names, in which a text begins: "Chernihiv after the strike".
func (r *reading) headlinePlace() []spot {
	for i, s := range r.doc.Sentences {
		if r.layout.Zones[i].Kind != layout.Title {
			if r.tells(i) {
				return nil
			}
			continue
		}
		var out []spot
		for _, p := range r.spotsIn(s) {
			if !wide(p.loc) && (p.loc.Precision == event.AtPlace || p.loc.Precision == event.NearPlace) {
				p.strong = true
				out = append(out, p)
			}
		}
		if len(out) != 1 {
			return nil
		}
		return out
	}
	return nil
}

// beginsItem reports whether s, number si, begins an item of a numbered list:
// "3. At 18:20 two rockets fell on …".
func (r *reading) beginsItem(si int, s text.Sentence) bool {
	if si > 0 && r.doc.Sentences[si-1].Par == s.Par || s.First+2 >= s.Last {
		return false
	}
	t := &r.doc.Tokens[s.First]
	if t.Kind != text.Number {
		return false
	}
	return t.End-t.Start <= 2 && (r.doc.Is(s.First+1, '.') || r.doc.Is(s.First+1, ')')) ||
		t.End-t.Start <= 3 && strings.HasSuffix(r.doc.Of(s.First), ".")
}

// longestFront is the most tokens before the place of a phrase that opens a
// sentence.
const longestFront = 14

// fronted reports whether the phrase with the place opens the sentence: "In
// Quetta, …", "The same evening, on the road south of the mining town of
// Mongbwalu, …", "Further up the coast, in Deir al-Balah, …".
func (r *reading) fronted(p spot, front int) bool {
	if p.first > front+longestFront {
		return false
	}
	from := front
	for k := front; k < p.first; k++ {
		if r.doc.Is(k, ',') {
			from = k + 1
		}
		w := r.w[k]
		if r.lang.grammar.In(w, r.lang.be) || r.lang.grammar.In(w, r.lang.actVerb) || r.lang.grammar.In(w, r.lang.say) || r.tellsPast(k) {
			return false
		}
	}
	if p.last < len(r.w) && r.doc.Is(p.last, ',') {
		return p.first <= front+3 || r.in(from, "in at near outside on along around inside across off")
	}
	// "In Anbar province four bombers got into a house"
	return p.first > front && r.in(front, "in at near outside") && p.first <= front+2 && p.last < len(r.w) &&
		r.doc.Tokens[p.last].Kind == text.Word && !r.in(p.last, "and or s")
}

// kept is how many incidents told first, and how many told last, what follows
// is compared with, and with how many pieces of each: more than any story
// tells, so that a text of thousands costs no more a sentence.
const kept = 24

// recent is the pieces of d that others are compared with.
func (d *draft) recent() []*fragment {
	return d.fragments[max(0, len(d.fragments)-kept):]
}

// sameAct is the draft that f tells more of, or nil.
func (r *reading) sameAct(drafts []*draft, sc *scene, f *fragment) *draft {
	var best *draft
	bestScore := 1.0
	for k, d := range drafts {
		if k >= kept && k < len(drafts)-kept {
			continue
		}
		s := r.likeness(d, sc, f)
		if s >= bestScore {
			best, bestScore = d, s
		}
	}
	return best
}

// likeness weighs whether f tells of the act of d.
func (r *reading) likeness(d *draft, sc *scene, f *fragment) float64 {
	day := dayRelation(d.day(), f.day())
	if day < 0 {
		return -10
	}
	own := strongest(f.spots)
	there := narrowest(d.where())
	place := placeRelation(there, narrowest(own))
	if place < 0 || day == 0 && otherDay(d, sc, f) {
		return -10
	}
	// Each item of a list tells of its own.
	if d.item != sc.item && d.item > 0 && sc.item > 0 && !f.def && place <= 0 && tollRelation(d, f) <= 0 {
		return -10
	}
	// What sums up several acts is none of those told one by one.
	if d.fragments[0].several && !f.several && exactly(own) {
		return -10
	}
	// A wave and a strike within it are two.
	if f.wave != d.wave && (f.wave || place > 0 || exactly(own)) && !(f.def && len(own) == 0) {
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
		// "At least 53 died; guards had fired at inmates after the first bomb"
		if d == sc.draft && len(own) == 0 && len(f.days) == 0 && !f.fresh && r.doc.Sentences[d.last].Par == r.doc.Sentences[f.sentence].Par {
			s++
		}
	case sc.draft != d:
		s -= .5
	}
	toll := tollRelation(d, f)
	if toll < 0 && d == sc.draft && r.onlyTold(f) {
		toll = 0 // rival tolls of one act
	}
	if d == sc.draft && len(own) == 0 && r.owned(f) {
		// "Islamic State said its men had killed some 45 people"
		s, toll = max(s, 1), max(toll, 0)
	}
	s += 1.25*float64(place) + float64(day) + toll
	if f.def {
		s++
	}
	if f.fresh {
		s -= 3.5
	}
	if otherDoer(d, f) && !r.answers(f) {
		s -= 3
	}
	if len(own) == 0 {
		if d == sc.draft {
			s += 1.5
		} else if sc.par >= 0 && len(sc.spots) > 0 && placeRelation(there, sc.spots) < 0 && (!f.def || sc.draft == nil) {
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

// onlyTold reports whether f is nothing but the toll that a speaker gives: "A
// journalist said he had seen 12 bodies."
func (r *reading) onlyTold(f *fragment) bool {
	if len(f.acts) > 0 || len(f.spots) > 0 || len(f.days) > 0 || len(f.harms) == 0 {
		return false
	}
	for _, h := range f.harms {
		if r.saidBy(h.first) == nil {
			return false
		}
	}
	return true
}

// owned reports whether all of f is what a side says of its own doing, and
// neither another day nor another act.
func (r *reading) owned(f *fragment) bool {
	if f.fresh || f.apart || len(f.days) > 0 {
		return false
	}
	for _, a := range f.acts {
		if st := r.saidBy(a.anchor); st == nil || st.stance != event.ClaimsResponsibility || !r.own(&st.speaker) {
			return false
		}
	}
	for _, h := range f.harms {
		if st := r.saidBy(h.anchor); st == nil || st.stance != event.ClaimsResponsibility || !r.own(&st.speaker) {
			return false
		}
	}
	return true
}

// sameLaunch reports whether both count the same launch.
func sameLaunch(d *draft, f *fragment) bool {
	for _, g := range d.recent() {
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
	for _, g := range d.recent() {
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

// answers reports whether f tells how those attacked met the act told before:
// "The army repelled the offensive", "Police fought off the attackers".
func (r *reading) answers(f *fragment) bool {
	for k := f.first; k < f.last; k++ {
		if (r.in(k, "repelled repulsed thwarted foiled") || r.in(k, "fought beat beaten drove driven") && r.in(k+1, "off back")) &&
			(r.in(k+1, "the this that") || r.in(k+2, "the this that")) {
			return true
		}
	}
	return false
}

// otherDay reports whether the words put f on another day than d where it
// cannot be told which: "On Tuesday … A girl was killed the day after."
func otherDay(d *draft, sc *scene, f *fragment) bool {
	if d == sc.draft && f.apart && len(f.days) == 0 {
		return true
	}
	for _, g := range d.recent() {
		if g.weekday != "" && f.weekday != "" {
			return g.weekday != f.weekday
		}
		if m := f.day(); m != nil && g.unknownDay() && m.Basis == event.Explicit {
			return true
		}
	}
	return false
}

// unknownDay reports whether the words of f give a day that cannot be told.
func (f *fragment) unknownDay() bool { return len(f.days) == 0 && (f.weekday != "" || f.apart) }

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
		for _, g := range d.recent() {
			for _, o := range g.harms {
				if o.kind != h.kind || o.people.kind != h.people.kind || o.people.count.IsZero() {
					continue
				}
				if o.people.count == h.people.count {
					s += 1.5
				} else if g.sentence != f.sentence && !h.people.count.Compatible(o.people.count) && !rollOf(&h.people, &o.people) {
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
	n := 0
	for _, f := range d.fragments {
		n += len(f.acts) + len(f.harms)
	}
	if n > 0 {
		inc.Evidence = r.proofs.take(n)
	}
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
	if w := inc.Date; w != nil && w.Part == "" && d.within != nil {
		// "The missile was part of an assault overnight."
		if m := d.within.ownDay(); m != nil && m.Period.Part != "" && m.Period.Overlaps(w.Period) {
			w.Part = m.Period.Part
			w.Evidence = append(w.Evidence, r.evidence(m.First, m.Last, "date/wave"))
		}
	}
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
	inc.Check = append(inc.Check, r.checkCasualties(d)...)
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
		return &event.When{Period: m.Period, Basis: m.Basis, Evidence: r.proof(m.First, m.Last, "date")}
	}
	for _, f := range d.fragments {
		if f.unknownDay() {
			return nil
		}
	}
	if len(d.lentDays) > 0 {
		m := d.lentDays[0]
		return &event.When{Period: m.Period, Basis: event.Anchored, Evidence: r.proof(m.First, m.Last, "date/scene")}
	}
	if lead != nil && lead != d && len(r.layout.Entries) == 0 {
		if m := lead.day(); m != nil && m.Period.Precision <= event.ToDays && r.isNews(m) {
			return &event.When{Period: m.Period, Basis: event.Anchored, Evidence: r.proof(m.First, m.Last, "date/lead")}
		}
	}
	// "Police said two men were killed" at the head of a text that names no day
	// for it, and a live blog, tell the news of the day.
	if p := r.article.Published; !p.IsZero() && lead != nil && (lead.day() == nil && r.atHead(d.fragments[0].sentence) || len(r.layout.Entries) > 0) {
		if m := r.toldDay(d); m != nil {
			return &event.When{Period: m.Period, Basis: event.Anchored, Evidence: r.proof(m.First, m.Last, "date/told")}
		}
		return &event.When{Period: event.DayPeriod(p), Basis: event.Publication}
	}
	return nil
}

// toldDay is the day of the week before publication on which the first sentence
// of d was told, or nil: "killing 23 passengers, police said Wednesday".
func (r *reading) toldDay(d *draft) *date.Mention {
	si := d.fragments[0].sentence
	days := r.daysIn(r.doc.Sentences[si])
	for k := range days {
		m := &days[k]
		if m.Resolved() && m.Period.Precision == event.ToDay && m.Bound == "" && !m.Future && m.Basis != event.Anchored && r.isNews(m) && !r.recounts(*m, r.doc.Sentences[si]) && m.First >= r.layout.Zones[si].Text {
			return m
		}
	}
	return nil
}

// isNews reports whether m is in the week before publication.
func (r *reading) isNews(m *date.Mention) bool {
	p := r.article.Published
	return p.IsZero() || m.Period.End.Days(p) <= 7
}

// atHead reports whether sentence i is among the first of the text.
func (r *reading) atHead(i int) bool { return r.ownBefore(i, lending) <= lending }

// day is the day told nearest to the act of f; a month or year is taken only
// where no day is told.
func (f *fragment) day() *date.Mention {
	var best *date.Mention
	least := 0
	outright := f.toldOutright()
	for k := range f.days {
		m := &f.days[k]
		n := 1 << 20
		if m.Anchor != nil && (m.Anchor.Min != 0 || m.Anchor.Max != 0 || m.Anchor.Unit < date.Day) && m.Last <= outright {
			continue
		}
		if m.Anchor != nil && m.Anchor.Clause {
			if !f.actsBefore(m.First) || f.again(m.Last) {
				return m // "called off the search on Friday, a day after a missile hit"
			}
			continue // "levelled flats on Sunday, a day after a truce"
		}
		for _, a := range f.acts {
			n = min(n, tokensTo(m, a.anchor))
		}
		for _, h := range f.harms {
			n = min(n, tokensTo(m, h.anchor))
		}
		if m.Last <= f.first+3 {
			n = min(n, 12) // "On Monday, …" holds for the whole clause
		}
		if m.Period.Precision > event.ToDays && m.Bound != date.Since {
			n += 1 << 10
		}
		if best == nil || n < least {
			best, least = m, n
		}
	}
	return finer(best, f.days)
}

// inNight reports whether m is but an hour of the night that the scene is set
// in, "at 2:40 a.m.".
func inNight(m date.Mention, days []date.Mention) bool {
	return m.Basis == event.Anchored && len(days) > 0 && days[0].Period.Part == event.Night && days[0].Period.Overlaps(m.Period)
}

// toldOutright is the token of the last day that f names by itself. One before
// it that is reckoned from another event only says how far it lies from it: "a
// day after a volunteer was hurt on 9 December".
func (f *fragment) toldOutright() int {
	for k := len(f.days) - 1; k >= 0; k-- {
		if d := &f.days[k]; d.Anchor == nil && d.Period.Precision <= event.ToDays {
			return d.First
		}
	}
	return -1
}

// finer is the shortest of the days that lie in m, where m is a vague one and
// words of the same act name the day too: "A week earlier, on 2 August, …", "no
// peace since last month, when a bomb on May 16 …".
func finer(m *date.Mention, days []date.Mention) *date.Mention {
	if m == nil || m.Period.Precision <= event.ToDay || m.Period.Part != "" {
		return m
	}
	for k := range days {
		d := &days[k]
		if d.Period.Precision == event.ToDay && d.Anchor == nil && m.Period.Overlaps(d.Period) {
			return d
		}
	}
	return m
}

// again reports whether the words of f at token i only speak of the act once
// more: "three days after the impact".
func (f *fragment) again(i int) bool {
	if f.last-i > 4 {
		return false
	}
	for _, a := range f.acts {
		if a.anchor >= i && !a.def {
			return false
		}
	}
	return true
}

// actsBefore reports whether f tells of the act before token i.
func (f *fragment) actsBefore(i int) bool {
	for _, a := range f.acts {
		if a.anchor < i {
			return true
		}
	}
	for _, h := range f.harms {
		if h.anchor < i {
			return true
		}
	}
	return false
}

func tokensTo(m *date.Mention, at int) int {
	if at < m.First {
		return m.First - at
	}
	return at - m.Last + 1
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
		listed := i > 0 && all[i-1].last == s.first-1 && r.in(s.first-1, "and") // "Ras Isa and Salif"
		for j, o := range all {
			if listed {
				break
			}
			if strong && !o.strong {
				continue
			}
			if i != j && (partOf(o, s) || s.stands(&o)) {
				wider = true
			}
			if i != j && o.loc.Precision < s.loc.Precision && (within(&o.loc, &s.loc) || o.loc.Precision <= event.NearPlace && around(o.loc, s.loc)) {
				wider = true
			}
		}
		if wider {
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
		l.Evidence = r.alone(ev)
		if out == nil {
			out = r.sites.take(len(all) - i)
		}
		out = append(out, l)
	}
	return out
}
