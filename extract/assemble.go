package extract

import (
	"encoding/binary"
	"encoding/hex"
	"hash/fnv"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract/date"
)

// A draft is an incident while it is put together from fragments.
type draft struct {
	fragments []*fragment
	kind      event.Type
	exact     bool
	stage     event.Stage
	days      []date.Mention
	when      *event.When
	spots     []spot
	last      int // the sentence told last
	past      bool
}

// assemble puts the fragments together into incidents. Its rules, in order:
//
//  1. A fragment that names a new place, or a new day for the same place,
//     opens an incident.
//  2. One that says "another", "separate" or "elsewhere" opens an incident,
//     unless its place, day and toll are those of one already told.
//  3. One with the toll, or the place and the kind, of an incident already
//     told adds to it; of several, to the one told last.
//  4. One that refers back ("the attack", "the blast") or names neither place
//     nor day adds to the incident told last that its kind fits.
//  5. A headline or caption adds to what the text tells, and opens an incident
//     only where the text tells none.
func (r *reading) assemble() []event.Incident {
	frags := r.fragments()
	var drafts []*draft
	for _, aside := range [...]bool{false, true} {
		for k := range frags {
			f := &frags[k]
			if f.aside != aside {
				continue
			}
			if d := r.sameAct(drafts, f); d != nil {
				d.add(r, f)
				continue
			}
			if aside && len(drafts) > 0 || !r.opens(f) {
				continue
			}
			d := &draft{}
			d.add(r, f)
			drafts = append(drafts, d)
		}
	}
	var out []event.Incident
	ctx := r.newContext(drafts)
	for _, d := range drafts {
		out = append(out, r.record(d, ctx))
	}
	return out
}

// opens reports whether f by itself reports an act.
func (r *reading) opens(f *fragment) bool {
	if len(f.harms) > 0 {
		for _, h := range f.harms {
			if h.people.count.Best() > 0 {
				return true
			}
		}
	}
	for _, a := range f.acts {
		if a.verb || len(f.spots) > 0 || len(f.days) > 0 || len(f.arms) > 0 {
			return !a.def || len(f.spots) > 0 || len(f.days) > 0
		}
	}
	return false
}

// sameAct is the draft that f tells more of, or nil.
func (r *reading) sameAct(drafts []*draft, f *fragment) *draft {
	var best *draft
	bestScore := 1.0
	for k, d := range drafts {
		s := r.likeness(d, f)
		if k == len(drafts)-1 {
			s += .5
		}
		if s >= bestScore {
			best, bestScore = d, s
		}
	}
	return best
}

// likeness weighs whether f tells of the act of d.
func (r *reading) likeness(d *draft, f *fragment) float64 {
	s := 0.0
	place := placeRelation(d.spots, f.spots)
	day := dayRelation(d.days, f.days)
	if place < 0 || day < 0 {
		return -10
	}
	if !sameKind(d.kind, d.exact, f.kind, f.exact) {
		s -= 1.5
	} else if d.kind == f.kind {
		s++
	} else {
		s += .5
	}
	s += 1.5 * float64(place)
	s += float64(day)
	s += tollRelation(d, f)
	if f.def {
		s += 1.5
	}
	if f.fresh {
		s -= 3
	}
	if place == 0 && len(f.spots) == 0 && len(f.days) == 0 {
		s++
	}
	switch gap := f.sentence - d.last; {
	case gap == 0:
	case gap <= 2:
		s += .5
	case gap > 8:
		s -= .5
	}
	return s
}

// dayRelation is 1 where the days overlap, -1 where they do not, 0 where one
// has none.
func dayRelation(a, b []date.Mention) int {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	for _, p := range a {
		for _, q := range b {
			if p.Period.Overlaps(q.Period) {
				return 1
			}
		}
	}
	return -1
}

// tollRelation is positive where both tell the same toll, and negative where
// they tell different ones.
func tollRelation(d *draft, f *fragment) float64 {
	s := 0.0
	for _, h := range f.harms {
		if h.people.count.IsZero() {
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
	return max(min(s, 3), -2)
}

func (d *draft) add(r *reading, f *fragment) {
	d.fragments = append(d.fragments, f)
	if d.kind == "" || f.exact && !d.exact || f.exact == d.exact && (d.kind == event.OtherType || precedence[f.kind] < precedence[d.kind] && f.kind != event.OtherType) {
		d.kind, d.exact = f.kind, f.exact
	}
	if d.stage == "" || f.stage == event.Accomplished {
		d.stage = f.stage
	}
	d.days = append(d.days, f.days...)
	for _, s := range f.spots {
		d.spots = append(d.spots, s)
	}
	d.last = f.sentence
}

// context is what an incident inherits where its own words do not say it.
type context struct {
	when *event.When
}

func (r *reading) newContext(drafts []*draft) *context {
	return &context{}
}

// record turns a draft into an incident.
func (r *reading) record(d *draft, ctx *context) event.Incident {
	inc := event.Incident{Type: d.kind, Stage: d.stage}
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
	inc.Date = r.dateOf(d, ctx)
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
	inc.Casualties = r.casualtiesOf(d)
	inc.Perpetrators = r.perpetratorsOf(d)
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

// dateOf is the day of the act: the narrowest that its own words give, else
// the one in force where it is told.
func (r *reading) dateOf(d *draft, ctx *context) *event.When {
	var best *date.Mention
	for _, f := range d.fragments {
		for k := range f.days {
			m := &f.days[k]
			if best == nil || m.Period.Precision < best.Period.Precision {
				best = m
			}
		}
	}
	if best != nil {
		return &event.When{Period: best.Period, Basis: best.Basis, Evidence: []event.Evidence{r.evidence(best.First, best.Last, "date")}}
	}
	// A day told in the sentences before holds on.
	first := d.fragments[0]
	var carried *date.Mention
	for k := range r.days {
		m := &r.days[k]
		if m.First >= first.first {
			break
		}
		si := r.doc.SentenceAt(m.First)
		if r.dates(*m, r.doc.Sentences[si]) && r.tells(si) && m.Period.Precision <= event.ToDays {
			carried = m
		}
	}
	if carried != nil {
		return &event.When{Period: carried.Period, Basis: event.Anchored, Evidence: []event.Evidence{r.evidence(carried.First, carried.Last, "date-carried")}}
	}
	return nil
}

// locationsOf lists the places of the act, without the wider ones that only
// say where a narrower one lies.
func (r *reading) locationsOf(d *draft) []event.Location {
	var out []event.Location
	var all []spot
	for _, f := range d.fragments {
		all = append(all, f.spots...)
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
			if i != j && o.loc.Precision < s.loc.Precision && within(o.loc, s.loc) {
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
		l.Evidence = []event.Evidence{ev}
		out = append(out, l)
	}
	return out
}

func (r *reading) weaponsOf(d *draft) []event.Weapon {
	var out []event.Weapon
	for _, f := range d.fragments {
		for _, a := range f.arms {
			w := a.weapon
			w.Evidence = []event.Evidence{r.evidence(a.first, a.last, "weapon")}
			same := -1
			for k := range out {
				if out[k].ID == w.ID && out[k].Category == w.Category {
					same = k
				}
			}
			if same < 0 {
				out = append(out, w)
				continue
			}
			o := &out[same]
			o.Evidence = append(o.Evidence, w.Evidence...)
			if o.Launched.IsZero() {
				o.Launched = w.Launched
			}
			if o.Intercepted.IsZero() {
				o.Intercepted = w.Intercepted
			}
		}
	}
	return out
}

func (r *reading) perpetratorsOf(d *draft) []event.Perpetrator {
	var out []event.Perpetrator
	for _, f := range d.fragments {
		for _, a := range f.doers {
			ev := r.evidence(a.first, a.last, a.rule)
			same := -1
			for k := range out {
				if out[k].Actor == a.name {
					same = k
				}
			}
			if same >= 0 {
				out[same].Evidence = append(out[same].Evidence, ev)
				continue
			}
			out = append(out, event.Perpetrator{Actor: a.name, Country: a.country, Certainty: a.certainty, Claimant: a.claimant, Evidence: []event.Evidence{ev}})
		}
	}
	return out
}
