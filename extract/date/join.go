package date

import (
	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// join makes one range of the last two mentions where the words between them
// say so: "between Monday evening and Tuesday morning", "from Friday into
// Saturday", "August 2023 – March 2025".
func (p *parser) join() {
	n := len(p.dst)
	if n-p.mark < 2 {
		return
	}
	a, b := &p.dst[n-2], &p.dst[n-1]
	if a.Place != Alone || a.Anchor != nil || b.Anchor != nil || (a.Type != Date && a.Type != Time) || (b.Type != Date && b.Type != Time) {
		return
	}
	k := a.Last
	if z, ok := p.dash(k); ok && z == b.First {
		// "August–October 2023".
	} else {
		if k+1 != b.First && !(k+2 == b.First && p.w(k+1).class == article) {
			return
		}
		switch {
		case p.prep(k, prepAnd):
			if !p.prep(a.First-1, prepBetween) && !(p.w(a.First-1).class == article && p.prep(a.First-2, prepBetween)) {
				return
			}
		case p.prep(k, prepTo, prepUntil, prepThrough, prepInto):
			if p.prep(k, prepTo, prepUntil) && !p.prep(a.First-1, prepFrom) && a.Type != Date {
				return
			}
		default:
			return
		}
	}
	a.Place, b.Place = OpensRange, ClosesRange
	if !a.Resolved() || !b.Resolved() {
		return
	}
	// The first may lack a year that the second has: "from May 2 to June 5,
	// 2024", "between August and October 2023".
	start := a.Period
	if b.Basis == event.Explicit && b.Period.End.Before(start.Start) || len(b.Timex) >= 7 && b.Period.Start.Year != start.Start.Year && !p.namesYear(*a) && p.namesYear(*b) {
		y := b.Period.Start.Year
		if int(start.Start.Month) > int(b.Period.Start.Month) {
			y--
		}
		if len(a.Timex) >= 7 && a.Timex[4] == '-' && a.Timex[5] != 'W' && validDay(y, int(start.Start.Month), start.Start.Day) {
			length := start.Start.Days(start.End)
			start.Start.Year = y
			start.End = start.Start.AddDays(length)
			a.Timex = yearTimex(y) + a.Timex[4:]
		}
	}
	// "From Friday to Monday" of a Sunday's paper ends on a Monday to come.
	if b.Period.End.Before(start.Start) && len(a.Timex) >= 10 && start.Start.Days(start.End) <= 1 {
		for b.Period.End.Before(start.Start) {
			start.Start, start.End = start.Start.AddDays(-7), start.End.AddDays(-7)
			if start.Start.Days(b.Period.End) > 14 || !sane(start.Start) {
				return
			}
		}
		a.Timex = dayTimex(start.Start) + a.Timex[10:]
	}
	if b.Period.End.Before(start.Start) {
		return
	}
	whole := event.PeriodOf(start.Start, b.Period.End)
	if start.Part == b.Period.Part || b.Period.Part == "" && start.Part == event.Night {
		whole.Part = start.Part
	}
	if whole.Part == "" && start.Start.AddDays(1) == b.Period.End && (start.Part == event.Evening || start.Part == event.Night) && b.Period.Part == event.Morning {
		whole.Part = event.Night
	}
	a.Period, b.Period = whole, whole
}

// namesYear reports whether the words of m hold a year in figures.
func (p *parser) namesYear(m Mention) bool {
	for i := m.First; i < m.Last; i++ {
		if p.kind(i) == text.Number {
			if _, ok := p.year(i); ok || len(p.d.Of(i)) >= 8 {
				return true
			}
		}
	}
	return false
}
