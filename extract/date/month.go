package date

import (
	"time"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// named reports whether the weekday or month of tokens i to j-1 belongs to a
// name: "Bloody Sunday", "Black September", "the Sunday Times", "April Jones".
func (p *parser) named(i, j int) bool {
	if p.in(i-1) && (p.key(i-1, keyBloody) || p.key(i-1, keyBlack)) && p.d.Tokens[i].Gap <= text.Hyphen {
		return true
	}
	if p.caseOf(j) == text.Title && p.d.Tokens[j].Gap == text.Space && p.w(j).class == denied {
		return true
	}
	return false
}

// monthFirst reads "April 24, 2025", "April 23-24", "April 2025", "April".
func (p *parser) monthFirst(i int) (reading, bool) {
	w := p.w(i)
	if w.class != month {
		return reading{}, false
	}
	if p.caseOf(i) == text.Lower && w.flags&fAmbiguous != 0 {
		return reading{}, false // "may", "march"
	}
	m := int(w.val)
	j := i + 1
	if p.is(j, '.') && w.flags&fAbbrev != 0 && p.kind(j+1) == text.Number {
		j++
	}
	if d, ok := p.dayNumber(j); ok && !p.clockAt(j) {
		if p.named(i, j+1) {
			return reading{}, false // "the July 14 Bridge"
		}
		if r, ok := p.monthDay(i, j, m, d); ok {
			return r, true
		}
	}
	// "April the 24th".
	if p.w(j).is(article, artThe) && p.kind(j+1) == text.Ordinal {
		if d, ok := p.dayNumber(j + 1); ok {
			y, k := p.yearAfter(j + 2)
			if r, ok := p.calendarDay(i, k, y, m, d); ok {
				return r, true
			}
		}
	}
	// "April 2025", "April, 2025", "April of 2025", "April-2025".
	if y, k := p.yearAfter(j); y != 0 {
		return p.monthOf(i, k, y, m), true
	}
	if y, k, ok := p.yearPhrase(j); ok {
		return p.monthOf(i, k, y, m), true
	}
	if !p.monthStands(i, j) {
		return reading{}, false
	}
	return p.monthOf(i, i+1, 0, m), true
}

// monthDay reads the day d at token j behind the month at token i, with a
// second day and the year.
func (p *parser) monthDay(i, j, m, d int) (reading, bool) {
	if before := p.w(i - 1).class; p.w(j+1).class == counted && !p.joined(j) && before != article && before != possessive || p.is(j+1, '%') {
		return reading{}, false // "In April 20 people were killed"
	}
	k := j + 1
	// "April 23-24", "April 23 and 24", "April 23 to 25".
	n, dashed := p.dash(k)
	if !dashed && p.prep(k, prepAnd, prepTo, prepOr, prepThrough) {
		n, dashed = k+1, true
	}
	if dashed {
		if e, ok := p.dayNumber(n); ok && e > d && (e == d+1 || !p.prep(k, prepAnd, prepOr) || p.prep(i-1, prepBetween)) && !p.clockAt(n) && p.w(n+1).class != counted && p.w(n+1).class != month && !p.is(n+1, '%') &&
			(p.joined(n) || p.kind(n+1) != text.Word || p.w(n+1).class != none || p.kind(n) == text.Ordinal) {
			y, z := p.yearAfter(n + 1)
			if r, ok := p.days(i, z, y, m, d, e); ok {
				return r, true
			}
		}
	}
	y, z := p.yearAfter(k)
	if y == 0 {
		if yy, zz, ok := p.yearPhrase(k); ok {
			y, z = yy, zz
		}
	}
	return p.calendarDay(i, z, y, m, d)
}

// days makes the reading of the days d to e of a month.
func (p *parser) days(i, j, y, m, d, e int) (reading, bool) {
	a, ok := p.calendarDay(i, j, y, m, d)
	if !ok {
		return a, false
	}
	b, ok := p.calendarDay(i, j, y, m, e)
	if !ok {
		return b, false
	}
	if a.Resolved() && b.Resolved() {
		if b.day.Before(a.day) {
			a.day.Year = b.day.Year
			if !validDay(a.day.Year, m, d) {
				return a, false
			}
		}
		a.Period = event.PeriodOf(a.day, b.day)
		a.Timex = dayTimex(a.day)
	}
	a.Timex += "/" + b.Timex
	return a, true
}

// monthStands reports whether the month at token i, without day or year, is a
// month: "in May", "last March", not "Theresa May" nor "March on Rome".
func (p *parser) monthStands(i, j int) bool {
	w := p.w(i)
	if p.named(i, j) || w.flags&fAbbrev != 0 && !p.d.Tokens[i].Abbrev {
		return false
	}
	if p.afterMonth(i) || (p.joined(j) && p.w(j).class == month || p.prep(j, prepAnd, prepOr, prepTo) && p.w(j+1).class == month) && p.caseOf(i) == text.Title {
		return true
	}
	before := p.w(i - 1)
	lead := before.class == prep && before.val != prepAbout || before.class == modifier || before.class == relative ||
		before.class == article && before.val != artA && before.val != artThe || before.class == every ||
		before.is(offset, offBefore) || before.is(offset, offAfter)
	if w.flags&fAmbiguous != 0 {
		if before.is(article, artThis) || before.is(relative, relLast) || before.is(relative, relNext) {
			return true
		}
		if before.class == article && (before.val == artThe || before.val == artA) || before.class == possessive || p.kind(i-1) == text.Clitic {
			// "the March ceasefire", "a deadly April raid", not "the March on Rome".
			return p.caseOf(j) == text.Lower && p.w(j).class == none && p.d.Tokens[j].Gap == text.Space
		}
		if before.class == prep && (before.val == prepIn || before.val == prepSince || before.val == prepUntil || before.val == prepDuring || before.val == prepBetween) {
			return true // "Since March Nusra has recruited 3,000"
		}
		if !lead || p.caseOf(j) == text.Title && p.d.Tokens[j].Gap == text.Space && p.w(j).class == none {
			return false // "by April Jones"
		}
		return true
	}
	return lead || p.caseOf(i) == text.Title && p.caseOf(j) != text.Title || p.caseOf(i) == text.Upper
}

// afterMonth reports whether token i goes on with a list of months: "May, June
// and July".
func (p *parser) afterMonth(i int) bool {
	if len(p.dst) == p.mark || !p.is(i-1, ',') && !p.prep(i-1, prepAnd, prepOr) {
		return false
	}
	m := &p.dst[len(p.dst)-1]
	return m.Last >= i-2 && p.w(m.Last-1).class == month
}

// dayMonth reads "24 April 2025", "24th of April", "23–24 April", "23 and 24
// April", "20-May-2024".
func (p *parser) dayMonth(i int) (reading, bool) {
	d, ok := p.dayNumber(i)
	if !ok {
		return reading{}, false
	}
	j := i + 1
	if m, k, ok := p.monthAt(j); ok {
		y, z := p.yearAfter(k)
		if y == 0 {
			if yy, zz, ok := p.yearPhrase(k); ok {
				y, z = yy, zz
			} else if yy, ok := p.shortYear(k); ok {
				y, z = yy, k+1
			}
		}
		return p.calendarDay(i, z, y, m, d)
	}
	n, dashed := p.dash(j)
	if !dashed && p.prep(j, prepAnd, prepTo, prepOr, prepThrough) {
		n, dashed = j+1, true
	}
	if !dashed {
		return reading{}, false
	}
	if p.w(n).is(article, artThe) {
		n++
	}
	e, ok := p.dayNumber(n)
	if !ok || e <= d {
		return reading{}, false
	}
	m, k, ok := p.monthAt(n + 1)
	if !ok {
		return reading{}, false
	}
	y, z := p.yearAfter(k)
	if e > d+1 && p.prep(j, prepAnd, prepOr) {
		return p.calendarDay(i, j, y, m, d) // "3 and 9 May": two days apart
	}
	return p.days(i, z, y, m, d, e)
}

// listedDay reads the first day of a list whose month stands at its end: "3"
// of "3, 5 and 9 May 2024".
func (p *parser) listedDay(i int) (reading, bool) {
	d, ok := p.dayNumber(i)
	if !ok || !p.is(i+1, ',') {
		return reading{}, false
	}
	for j := i + 2; j < i+16; {
		e, ok := p.dayNumber(j)
		if !ok || e <= d {
			return reading{}, false
		}
		if m, k, ok := p.monthAt(j + 1); ok {
			y, _ := p.yearAfter(k)
			return p.calendarDay(i, i+1, y, m, d)
		}
		j++
		if p.is(j, ',') {
			j++
		}
		if p.prep(j, prepAnd, prepOr) {
			j++
		}
	}
	return reading{}, false
}

// monthAt is the month at token j, which "of" may precede, behind a day.
func (p *parser) monthAt(j int) (m, next int, ok bool) {
	if p.prep(j, prepOf) {
		j++
	}
	w := p.w(j)
	if w.class != month || p.caseOf(j) == text.Lower && w.flags&fAmbiguous != 0 {
		return 0, j, false
	}
	if p.named(j, j+1) {
		return 0, j, false // "7 April Street"
	}
	return int(w.val), j + 1, true
}

// theOrdinalDay reads "the 24th", "the 24th of April", "the 1st".
func (p *parser) theOrdinalDay(i int) (reading, bool) {
	if p.kind(i+1) != text.Ordinal {
		return reading{}, false
	}
	if r, ok := p.dayMonth(i + 1); ok {
		r.First = i
		return r, true
	}
	if r, ok := p.dayOfThisMonth(i, i+1); ok {
		return r, true
	}
	return p.bareOrdinal(i, i+1)
}

// dayOfThisMonth reads "the 12th of last month" at its ordinal, token k.
func (p *parser) dayOfThisMonth(i, k int) (reading, bool) {
	d, ok := p.dayNumber(k)
	if !ok || !p.prep(k+1, prepOf) || !p.w(k+3).is(unit, int16(Month)) {
		return reading{}, false
	}
	n := 0
	switch w := p.w(k + 2); {
	case w.is(relative, relLast):
		n = -1
	case w.is(relative, relNext):
		n = 1
	case w.is(article, artThis), w.is(article, artThe):
	default:
		return reading{}, false
	}
	if p.base.IsZero() {
		return p.unresolved(i, k+4, Day, string(pad([]byte("XXXX-XX-"), d, 2))), true
	}
	y, m := normMonth(p.base.Year, int(p.base.Month)+n)
	if !validDay(y, m, d) {
		return reading{}, false
	}
	return p.onDay(i, k+4, event.Date{Year: y, Month: time.Month(m), Day: d}, event.Relative), true
}

// bareOrdinal reads the day of the month at token k that stands for itself:
// "on the 24th, ", not "the 24th Brigade" nor "the 24th time".
func (p *parser) bareOrdinal(i, k int) (reading, bool) {
	if p.kind(k) != text.Ordinal {
		return reading{}, false
	}
	d, ok := p.dayNumber(k)
	if !ok || p.joined(k+1) {
		return reading{}, false
	}
	if w := p.w(i); w.class != weekday {
		if !p.prep(i-1, prepOn, prepBy, prepUntil, prepSince, prepFrom, prepOf) {
			return reading{}, false
		}
		if p.kind(k+1) != text.Punct && p.in(k+1) {
			n := p.w(k + 1)
			if n.class != prep && n.class != offset && n.class != tense || n.is(prep, prepOf) {
				return reading{}, false
			}
		}
	}
	if p.base.IsZero() {
		return p.unresolved(i, k+1, Day, string(pad([]byte("XXXX-XX-"), d, 2))), true
	}
	fut := p.future(i, k+1)
	y, m := p.base.Year, int(p.base.Month)
	for range 12 {
		if validDay(y, m, d) {
			day := event.Date{Year: y, Month: time.Month(m), Day: d}
			if !fut && !p.base.Before(day) || fut && !day.Before(p.base) {
				r := p.onDay(i, k+1, day, event.Relative)
				r.Future = fut
				return r, true
			}
		}
		if fut {
			y, m = normMonth(y, m+1)
		} else {
			y, m = normMonth(y, m-1)
		}
	}
	return reading{}, false
}

var (
	keyBloody = text.KeyOf("bloody")
	keyBlack  = text.KeyOf("black")
	keySunday = text.KeyOf("sunday")
)
