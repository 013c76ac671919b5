package date

import "github.com/sitrep-go/sitrep/event"

// stretch reads a number of units behind a relative: "the past two years",
// "the last three days", "the next few weeks", "the previous 24 hours".
func (p *parser) stretch(i, j, art, rel int) (reading, bool) {
	lo, hi, s, k, ok := p.number(j)
	if !ok || p.w(k).class != unit {
		return reading{}, false
	}
	u := Unit(p.w(k).val)
	if p.joined(k) && p.w(k).flags&fPlural == 0 {
		return p.compound(i, k, lo, s)
	}
	switch {
	case p.prep(k+1, prepOf):
		// "the last three months of 2024" do not end with the paper.
	case rel == relLast || rel == relPast:
		return p.stretchOf(i, k+1, hi, s, u, -1)
	case rel == relNext || rel == relComing:
		return p.stretchOf(i, k+1, hi, s, u, 1)
	}
	r := p.make(i, k+1, Duration, u)
	r.Timex = durationTimex(s, u)
	return r, true
}

// stretchOf makes the reading of a length of time that ends at the reference,
// or begins at it: "the past 24 hours" lies within yesterday and today.
func (p *parser) stretchOf(i, j, n int, s string, u Unit, dir int) (reading, bool) {
	r := p.make(i, j, Duration, u)
	r.Timex = durationTimex(s, u)
	r.Future = dir > 0
	if p.base.IsZero() || n > 3000 {
		return r, true
	}
	var other event.Date
	switch u {
	case Week:
		other = p.base.AddDays(7 * n * dir)
	case Fortnight:
		other = p.base.AddDays(14 * n * dir)
	case Month:
		other = addMonths(p.base, n*dir)
	case Quarter:
		other = addMonths(p.base, 3*n*dir)
	case Year:
		other = addMonths(p.base, 12*n*dir)
	case Decade:
		other = addMonths(p.base, 120*n*dir)
	case Hour:
		other = p.base.AddDays(dir * (n + 23) / 24)
	case Day:
		other = p.base.AddDays(n * dir)
	case Minute, Second:
		other = p.base
	case Weekend:
		other = p.base.AddDays(7 * n * dir)
	default:
		return r, true
	}
	if !sane(other) {
		return r, true
	}
	if dir < 0 {
		r.Period = event.PeriodOf(other, p.base)
	} else {
		r.Period = event.PeriodOf(p.base, other)
	}
	r.Basis = event.Relative
	return r, true
}

// pluralUnit reads a unit in the plural at token j without a number: "in the
// last days", "these days", "the coming weeks".
func (p *parser) pluralUnit(i, j, art, rel int) (reading, bool) {
	u := Unit(p.w(j).val)
	if art == artThese && rel == relNone && u == Day {
		r := p.make(i, j+1, Date, NoUnit)
		r.Timex = "PRESENT_REF"
		return r, true
	}
	switch rel {
	case relNone:
		return reading{}, false
	case relComing, relNext:
		r := p.make(i, j+1, Date, NoUnit)
		r.Timex, r.Future = "FUTURE_REF", true
		return r, true
	case relLast, relPast:
		return p.stretchOf(i, j+1, 6, "X", u, -1)
	}
	r := p.make(i, j+1, Duration, u)
	r.Timex = durationTimex("X", u)
	return r, true
}
