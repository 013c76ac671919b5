package date

import (
	"strings"

	"github.com/sitrep-go/sitrep/event"
)

// overnightOn makes r, the reading of a day, the night told by "overnight" with
// it: the night before where the day is that of the reference, else the night
// after.
func (p *parser) overnightOn(r reading) reading {
	if r.day.IsZero() {
		r.Type, r.Timex = Time, r.Timex+"TNI"
		return r
	}
	d := r.day
	if d == p.base {
		d = d.AddDays(-1)
	}
	return r.nightFrom(d)
}

// nightFrom makes r the night that begins on d.
func (r reading) nightFrom(d event.Date) reading {
	r.Type = Time
	r.day = d
	r.Period = event.PeriodOf(d, d.AddDays(1))
	r.Period.Part = event.Night
	r.Timex = dayTimex(d) + "TNI"
	return r
}

// overnight reads "overnight" alone and with a day: "overnight into Tuesday",
// "overnight on Tuesday", "overnight from Monday to Tuesday".
func (p *parser) overnight(i int) (reading, bool) {
	if r, ok := p.nightBetween(i, i+1); ok {
		return r, true
	}
	j := i + 1
	if p.prep(j, prepInto, prepTo) {
		if r, ok := p.date(j + 1); ok && r.gran == Day {
			return r.nightInto(i), true
		}
	}
	if p.prep(j, prepOn) {
		j++
	}
	if r, ok := p.date(j); ok && r.gran == Day && !p.w(j).is(dayWord, dayOvernight) && r.Type == Date {
		r.First = i
		return p.overnightOn(r), true
	}
	if p.base.IsZero() {
		r := p.unresolved(i, i+1, Day, "XXXX-XX-XX")
		r.withPart(night)
		return r, true
	}
	r := p.make(i, i+1, Time, Day)
	r.Basis = event.Relative
	return r.nightFrom(p.base.AddDays(-1)), true
}

// nightInto makes r, the reading of a day, the night that ends on it.
func (r reading) nightInto(i int) reading {
	r.First = i
	if r.day.IsZero() {
		r.Type, r.Timex = Time, r.Timex+"TNI"
		return r
	}
	return r.nightFrom(r.day.AddDays(-1))
}

// nightBetween reads the two days of a night behind token j-1: "from Wednesday
// to Thursday", "between 23 and 24 April", "of 23–24 April".
func (p *parser) nightBetween(i, j int) (reading, bool) {
	if p.prep(j, prepTo, prepInto) { // "in the night to Thursday"
		if r, ok := p.date(j + 1); ok && r.gran == Day && r.Type == Date {
			return r.nightInto(i), true
		}
		return reading{}, false
	}
	if p.prep(j, prepOf, prepFrom, prepBetween, prepOn) {
		j++
	}
	if p.w(j).is(article, artThe) {
		j++
	}
	if r, ok := p.dayMonth(j); ok && strings.IndexByte(r.Timex, '/') > 0 {
		r.First = i
		return r.asNight(), true
	}
	if r, ok := p.monthFirst(j); ok && r.gran == Day && strings.IndexByte(r.Timex, '/') > 0 {
		r.First = i
		return r.asNight(), true
	}
	a, ok := p.date(j)
	if !ok || a.gran != Day || a.Type != Date {
		return reading{}, false
	}
	k := a.Last
	if n, ok := p.dash(k); ok {
		k = n
	} else if p.prep(k, prepTo, prepInto, prepAnd, prepThrough) {
		k++
	} else {
		return reading{}, false
	}
	b, ok := p.date(k)
	if !ok || b.gran != Day || b.Type != Date {
		return reading{}, false
	}
	b.First = i
	if b.day.IsZero() {
		b.Type, b.Timex = Time, a.Timex+"TNI"
		return b, true
	}
	return b.nightFrom(b.day.AddDays(-1)), true
}

// asNight makes r, the reading of a range of days, the night between them.
func (r reading) asNight() reading {
	r.Type = Time
	r.Timex = r.Timex[:10] + "TNI"
	if r.Resolved() {
		r.Period.Part = event.Night
	}
	return r
}
