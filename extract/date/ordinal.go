package date

import (
	"strconv"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// fromOrdinal reads what begins with an ordinal at token k: "the third
// quarter", "the first week of April", "the third day of the war", "the 19th
// century".
func (p *parser) fromOrdinal(i, k int) (reading, bool) {
	n, ok := p.ordinalAt(k)
	if !ok {
		return reading{}, false
	}
	j := k + 1
	w := p.w(j)
	switch {
	case w.is(unit, int16(Quarter)) && (n >= 1 && n <= 4 || n == -1):
		if n == -1 {
			n = 4 // "the final quarter of 2023"
		}
		return p.quarterOf(i, j+1, n)
	case w.class == halfWord && (n == 1 || n == 2):
		return p.half(i, j+1, n)
	case w.is(unit, int16(Century)) && n >= 1 && n <= 30:
		y := 100 * (n - 1)
		if y == 0 {
			return reading{}, false
		}
		return p.over(i, j+1, Century, yearsPeriod(y, y+99), string(pad(nil, n-1, 2)), event.Explicit), true
	case (w.class == unit || w.class == weekday) && w.flags&fPlural == 0 && (p.prep(j+1, prepOf) || w.class == weekday && p.prep(j+1, prepIn)):
		return p.nthOf(i, j, n)
	}
	return reading{}, false
}

// nthOf reads the nth unit or weekday, token j, of what stands behind "of"; n
// of -1 is the last. "The third day of the war" is read and left unresolved.
func (p *parser) nthOf(i, j, n int) (reading, bool) {
	w := p.w(j)
	m := j + 2
	if p.w(m).is(article, artThe) && p.w(m+1).class != unit {
		m++
	}
	r, ok := p.date(m)
	if !ok && p.kind(m) == text.Number {
		r, ok = p.bareYear(m)
	}
	if w.class == weekday {
		if ok && r.gran == Month && r.Resolved() && n >= -1 && n <= 5 && n != 0 {
			if d := nthWeekday(r.day.Year, int(r.day.Month), int(w.val), max(n, 0)); d.Month == r.day.Month {
				return p.onDay(i, r.Last, d, r.Basis), true
			}
		}
		return p.unresolved(i, j+1, Day, weekdayTimex(int(w.val))), true
	}
	u := Unit(w.val)
	if ok && (r.gran == Month || r.gran == Year) && r.gran > u && r.Resolved() {
		if q, ok := p.within(i, r, n, u); ok {
			return q, true
		}
	}
	if u == Day || u == Week || u == Month || u == Year {
		return p.unresolved(i, j+1, u, unknownTimex(u)), true
	}
	return reading{}, false
}

func (p *parser) ordinalAt(k int) (int, bool) {
	if p.kind(k) == text.Ordinal {
		s := p.d.Of(k)
		n, err := strconv.Atoi(s[:len(s)-2])
		return n, err == nil
	}
	w := p.w(k)
	return int(w.val), w.class == ordinal
}

// within makes the reading of the nth day, week or month of the month or year
// r.
func (p *parser) within(i int, r reading, n int, u Unit) (reading, bool) {
	first := r.day
	last := monthsPeriod(first.Year, int(first.Month), 1).End
	if r.gran == Year {
		last = event.Date{Year: first.Year, Month: 12, Day: 31}
	}
	var a, b event.Date
	switch {
	case u == Day && n > 0:
		a = first.AddDays(n - 1)
		b = a
	case u == Day:
		a, b = last, last
	case u == Week && n > 0:
		a, b = first.AddDays(7*n-7), first.AddDays(7*n-1)
		if last.Before(b) {
			b = last
		}
	case u == Week:
		a, b = last.AddDays(-6), last
	case u == Month && r.gran == Year:
		if n < 0 {
			n = 12
		}
		if n < 1 || n > 12 {
			return r, false
		}
		q := p.over(i, r.Last, Month, monthPeriod(first.Year, n), monthTimex(first.Year, n), r.Basis)
		return q, true
	default:
		return r, false
	}
	if a.Before(first) || last.Before(a) {
		return r, false
	}
	if u == Day {
		return p.onDay(i, r.Last, a, r.Basis), true
	}
	return p.over(i, r.Last, Week, event.PeriodOf(a, b), weekTimex(a), r.Basis), true
}

// half reads the half of a year: "the first half of 2024".
func (p *parser) half(i, j, n int) (reading, bool) {
	y, k := p.yearAfter(j)
	b := event.Explicit
	if y == 0 {
		b = event.Relative
		if p.prep(j, prepOf) && p.w(j+1).is(article, artThe) && p.w(j+2).is(unit, int16(Year)) {
			k = j + 3
			if p.base.IsZero() {
				return p.unresolved(i, k, Year, "XXXX-H"+strconv.Itoa(n)), true
			}
			y = p.base.Year
		} else if yy, kk, ok := p.yearPhrase(j); ok {
			y, k = yy, kk
		} else {
			return reading{}, false
		}
	}
	return p.over(i, k, Quarter, monthsPeriod(y, 6*n-5, 6), yearTimex(y)+"-H"+strconv.Itoa(n), b), true
}

// monthsQuarter reads a quarter by the months that it runs over, the first at
// token j: "the April-June quarter", "the October to December period".
func (p *parser) monthsQuarter(i, j int) (reading, bool) {
	a := p.w(j)
	if a.class != month || p.caseOf(j) == text.Lower {
		return reading{}, false
	}
	k, ok := p.dash(j + 1)
	if !ok && p.prep(k, prepTo, prepThrough) {
		k, ok = k+1, true
	}
	b := p.w(k)
	if !ok || b.class != month || (a.val-1)%3 != 0 || b.val != a.val+2 || !p.w(k+1).is(unit, int16(Quarter)) && !p.key(k+1, keyPeriod) {
		return reading{}, false
	}
	return p.quarterOf(i, k+2, int(b.val)/3)
}
