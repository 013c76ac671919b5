package extract

import (
	"sort"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract/date"
	"github.com/sitrep-go/sitrep/extract/number"
)

// mentions lists every number, date, place, weapon and actor that was read,
// in the order of the text, the title first.
func (r *reading) mentions() []event.Mention {
	var out []event.Mention
	put := func(kind event.MentionKind, first, last int) *event.Mention {
		ev := r.evidence(first, last, "")
		out = append(out, event.Mention{Kind: kind, Span: ev.Span, Text: ev.Text})
		return &out[len(out)-1]
	}
	for _, n := range r.numbers {
		if n.Kind != number.Cardinal || n.Count.IsZero() {
			continue
		}
		m := put(event.NumberMention, n.First, n.Last)
		if c := n.Count; c.HasMin() {
			m.Min = &c.Min
		}
		if c := n.Count; c.HasMax() {
			m.Max = &c.Max
		}
	}
	for _, d := range r.days {
		if d.Type == date.Duration && r.in(d.Last-1, "old olds") {
			continue // "47-year-old" is an age
		}
		m := put(event.DateMention, d.First, d.Last)
		m.StartDate, m.EndDate, m.Timex = d.Period.Start, d.Period.End, d.Timex
	}
	for _, p := range r.places {
		if p.at.IsZero() {
			continue
		}
		m := put(event.PlaceMention, p.first, p.last)
		lat, lon := p.at.Lat, p.at.Lon
		m.Name, m.Country, m.Admin1, m.GazetteerID, m.Lat, m.Lon = p.at.Name, p.at.Country, p.at.Admin1, p.at.ID, &lat, &lon
	}
	for _, w := range r.weapons {
		m := put(event.WeaponMention, w.first, w.last)
		m.Name, m.WeaponID, m.Category = w.name, w.id, w.category
	}
	for _, a := range r.actors {
		if a.name == "" || a.land {
			continue
		}
		m := put(event.ActorMention, a.first, a.last)
		m.Name, m.Country = a.name, a.country
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i].Span, out[j].Span
		if a.In != b.In {
			return a.In == event.InTitle
		}
		return a.Start < b.Start
	})
	return out
}
