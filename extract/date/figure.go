package date

import (
	"strconv"
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// fromFigure reads the mention that begins with the figures at token i.
func (p *parser) fromFigure(i int) (reading, bool) {
	if c, j, ok := p.clock(i); ok {
		return p.clocked(i, j, c), true
	}
	if c, j, ok := p.spokenHour(i); ok {
		return p.clocked(i, j, c), true
	}
	if r, ok := p.figures(i); ok {
		return p.tail(r), true
	}
	if r, ok := p.dayMonth(i); ok {
		return p.tail(r), true
	}
	if r, ok := p.listedDay(i); ok {
		return r, true
	}
	if p.kind(i) == text.Ordinal {
		return p.fromOrdinal(i, i)
	}
	if r, ok := p.fromQuantity(i, i); ok {
		return r, true
	}
	if y, ok := p.year(i); ok && !p.joined(i) {
		// "the 1989 third quarter"
		if n, ok := p.ordinalAt(i + 1); ok && n >= 1 && n <= 4 && p.w(i+2).is(unit, int16(Quarter)) {
			return p.over(i, i+3, Quarter, monthsPeriod(y, 3*n-2, 3), yearTimex(y)+"-Q"+strconv.Itoa(n), event.Explicit), true
		}
	}
	return p.bareYear(i)
}

// figures reads a day written in figures, and decades: "2021-10-28",
// "28.10.2021", "10/08/2019", "9/11", "1980s".
func (p *parser) figures(i int) (reading, bool) {
	if p.kind(i) != text.Number || p.in(i-1) && p.joined(i) && p.kind(i-1) != text.Word {
		return reading{}, false
	}
	s := p.d.Of(i)
	if len(s) <= 2 {
		if r, ok := p.hyphened(i); ok {
			return r, true
		}
		return p.shortDecade(i)
	}
	if s == "9/11" {
		return p.onDay(i, i+1, event.Date{Year: 2001, Month: 9, Day: 11}, event.Explicit), true
	}
	if y, ok := p.year(i); ok {
		if r, ok := p.iso(i, y); ok {
			return r, true
		}
		if r, ok := p.decade(i, y); ok {
			return r, true
		}
		return reading{}, false
	}
	if len(s) < 8 || len(s) > 10 {
		return reading{}, false
	}
	a, b, c, ok := threeParts(s)
	if !ok {
		return reading{}, false
	}
	if a >= 1000 { // 2021/10/28
		if !plausible(a) {
			return reading{}, false
		}
		return p.calendarDay(i, i+1, a, b, c)
	}
	if c < 100 || !plausible(c) {
		return reading{}, false
	}
	day, month, ok := p.order(a, b, c, strings.IndexByte(s, '/') < 0)
	if !ok {
		if a > 12 || b > 12 || a < 1 || b < 1 {
			return reading{}, false
		}
		return p.unresolved(i, i+1, Day, yearTimex(c)+"-XX-XX"), true
	}
	return p.calendarDay(i, i+1, c, month, day)
}

func plausible(y int) bool { return y >= 1800 && y <= 2199 }

// order tells the day from the month in figures: by their size, by the habit
// of the article, and where both fail by the publication, which is not before
// what it reports. Full stops are day first everywhere.
func (p *parser) order(a, b, y int, dotted bool) (day, month int, ok bool) {
	switch {
	case a == b || a > 12 && b <= 12:
		return a, b, true
	case b > 12 && a <= 12:
		return b, a, true
	case a > 12:
		return 0, 0, false
	case dotted || p.ref.Habit == DayFirst:
		return a, b, true
	case p.ref.Habit == MonthFirst:
		return b, a, true
	case p.base.IsZero():
		return 0, 0, false
	}
	dm := daysAgo(p.base, y, b, a)
	md := daysAgo(p.base, y, a, b)
	switch {
	case dm >= 0 && md < 0 && dm <= 31:
		return a, b, true
	case md >= 0 && dm < 0 && md <= 31:
		return b, a, true
	}
	return 0, 0, false
}

func daysAgo(base event.Date, y, m, d int) int {
	if !validDay(y, m, d) {
		return -1
	}
	return event.Date{Year: y, Month: monthNumber(m), Day: d}.Days(base)
}

// threeParts reads three numbers with one kind of separator, '.' or '/'.
func threeParts(s string) (a, b, c int, ok bool) {
	var n [3]int
	k := 0
	var sep byte
	digits := 0
	for i := 0; i < len(s); i++ {
		ch := s[i]
		if '0' <= ch && ch <= '9' {
			n[k] = n[k]*10 + int(ch-'0')
			digits++
			if digits > 4 {
				return 0, 0, 0, false
			}
			continue
		}
		if ch != '.' && ch != '/' || sep != 0 && ch != sep || digits == 0 {
			return 0, 0, 0, false
		}
		sep = ch
		digits = 0
		k++
		if k > 2 {
			return 0, 0, 0, false
		}
	}
	return n[0], n[1], n[2], k == 2 && digits > 0
}

// iso reads the rest of a day whose year stands first: "2021-10-28",
// "2021-10-28T06:00".
func (p *parser) iso(i, y int) (reading, bool) {
	if !p.joined(i+1) || !p.joined(i+2) {
		return reading{}, false
	}
	m, ok := p.integer(i + 1)
	if !ok {
		return reading{}, false
	}
	if d, ok := p.integer(i + 2); ok && !p.joined(i+3) {
		return p.calendarDay(i, i+3, y, m, d)
	}
	if p.kind(i+2) == text.Designation {
		s := p.d.Of(i + 2)
		if len(s) > 3 && s[2] == 'T' {
			if d, err := strconv.Atoi(s[:2]); err == nil {
				return p.calendarDay(i, i+3, y, m, d)
			}
		}
	}
	return reading{}, false
}

var keyS = text.KeyOf("s")

// decade reads "1980s".
func (p *parser) decade(i, y int) (reading, bool) {
	if !p.in(i+1) || p.d.Tokens[i+1].Gap != text.None || y%10 != 0 {
		return reading{}, false
	}
	t := &p.d.Tokens[i+1]
	if t.Key != keyS && !(t.Kind == text.Clitic && t.Key == text.KeyOf("'s")) {
		return reading{}, false
	}
	return p.over(i, i+2, Decade, yearsPeriod(y, y+9), yearTimex(y)[:3], event.Explicit), true
}

// hyphened reads a day whose figures hyphens join, "28-10-2021", or that leaves
// the last hyphen out, "28-10 2021".
func (p *parser) hyphened(i int) (reading, bool) {
	if !p.joined(i + 1) {
		return reading{}, false
	}
	a, ok1 := p.integer(i)
	b, ok2 := p.integer(i + 1)
	y, ok3 := p.year(i + 2)
	if !ok1 || !ok2 || !ok3 || p.joined(i+3) || a < 1 || a > 31 || b < 1 || b > 31 || !p.joined(i+2) && p.d.Tokens[i+2].Gap != text.Space {
		return reading{}, false
	}
	if !p.joined(i+2) && (len(p.d.Of(i+1)) != 2 || b > 12) {
		return reading{}, false // "10-15 2000-pound bombs"
	}
	day, month, ok := p.order(a, b, y, !p.joined(i+2))
	if !ok {
		if a > 12 || b > 12 {
			return reading{}, false
		}
		return p.unresolved(i, i+3, Day, yearTimex(y)+"-XX-XX"), true
	}
	return p.calendarDay(i, i+3, y, month, day)
}

// spelledDecade reads "the seventies", of the last century, whose last word is
// token j; "in his seventies" is an age.
func (p *parser) spelledDecade(i, j int) reading {
	y := 1900 + int(p.w(j).val)
	return p.over(i, j+1, Decade, yearsPeriod(y, y+9), yearTimex(y)[:3], event.Explicit)
}

// shortDecade reads "'60s" and "the 90s", of the last century; smaller figures
// are ages as often, "in his 20s".
func (p *parser) shortDecade(i int) (reading, bool) {
	n, ok := p.integer(i)
	if !ok || n < 50 || n%10 != 0 || !p.key(i+1, keyS) || p.d.Tokens[i+1].Gap != text.None {
		return reading{}, false
	}
	first := i
	if p.in(i-1) && p.kind(i-1) == text.Punct && p.d.Tokens[i].Gap == text.None && strings.Contains("'’‘", p.d.Of(i-1)) {
		first = i // the apostrophe is passed already
	} else if !p.w(i-1).is(article, artThe) && p.w(i-1).class != modifier {
		return reading{}, false
	}
	return p.over(first, i+2, Decade, yearsPeriod(1900+n, 1909+n), yearTimex(1900 + n)[:3], event.Explicit), true
}

// bareYear reads a year that stands alone: "in 2014", "(2019)", "the 2017
// battle", "2014–2016".
func (p *parser) bareYear(i int) (reading, bool) {
	y, ok := p.year(i)
	if !ok {
		return reading{}, false
	}
	if p.in(i-1) && p.joined(i) && p.w(i-1).class != modifier {
		return reading{}, false
	}
	// "2014–2016", "2014-15".
	if n, ok := p.dash(i + 1); ok {
		if z, ok := p.year(n); ok && z > y && z-y < 100 && !p.joined(n+1) && p.yearContext(i, n) {
			r := p.over(i, n+1, Year, yearsPeriod(y, z), yearTimex(y)+"/"+yearTimex(z), event.Explicit)
			return r, true
		}
		if z, ok := p.integer(n); ok && n == i+1 && z == (y+1)%100 && !p.joined(n+1) {
			return p.over(i, n+1, Year, yearsPeriod(y, y+1), yearTimex(y)+"/"+yearTimex(y+1), event.Explicit), true
		}
		if p.joined(i+1) && (p.kind(i+1) == text.Number || p.kind(i+1) == text.Designation) {
			return reading{}, false
		}
	}
	if !p.yearContext(i, i) {
		return reading{}, false
	}
	r := p.over(i, i+1, Year, yearPeriod(y), yearTimex(y), event.Explicit)
	r.year = y
	return r, true
}

// yearContext reports whether what stands around the figures i to j lets them
// be a year: a preposition, brackets, or an article before and a noun behind.
func (p *parser) yearContext(i, j int) bool {
	next := p.w(j + 1)
	if y, ok := p.year(i); ok && y%100 != 0 && p.prep(i-1, prepIn, prepSince) && next.class == counted {
		return true // "since 2014 people have fled": a count would have its comma
	}
	if next.class == counted || p.is(j+1, '%') || next.class == unit {
		return false
	}
	switch w := p.w(i - 1); w.class {
	case prep:
		switch w.val {
		case prepIn, prepSince, prepUntil, prepFrom, prepDuring, prepBetween, prepTo, prepOf, prepThrough, prepAnd, prepOr, prepInto:
			if w.val == prepAnd || w.val == prepOr || w.val == prepTo {
				return p.afterYear()
			}
			return true
		case prepBy, prepAt, prepOn, prepFor, prepAbout:
			return p.kind(j+1) == text.Punct || !p.in(j+1) || next.class != none
		}
	case offset, modifier, every:
		return true
	case article:
		switch w.val {
		case artA: // "a 2014 report", not "a 2000 Mercury"
			return p.kind(j+1) == text.Word && p.caseOf(j+1) == text.Lower || p.joined(j+1)
		case artThe, artThat: // "the 2013 Ghouta attack", "the 2016 US vote"
			return p.kind(j+1) == text.Word || p.joined(j+1)
		}
	case possessive:
		return p.kind(j+1) == text.Word
	case unit:
		return w.val == int16(Year) && w.flags&fPlural == 0
	}
	if p.key(i-1, keyFiscal) {
		return true
	}
	if p.is(i-1, '(') && (p.is(j+1, ')') || p.is(j+1, ',')) {
		return true
	}
	if p.is(i-1, ',') {
		return p.afterYear()
	}
	// "Ukraine's 2022 counteroffensive".
	if p.kind(i-1) == text.Clitic && p.kind(j+1) == text.Word {
		return true
	}
	// "the landmark 2015 nuclear deal", "his lightning 2014 campaign", but "the
	// remaining 2000 rebels".
	if p.kind(i-1) == text.Word && p.caseOf(i-1) == text.Lower && p.w(i-1).class == none && p.kind(j+1) == text.Word {
		w := p.w(i - 2)
		if y, ok := p.year(i); ok && y%100 != 0 && (w.class == article || w.class == possessive || p.kind(i-2) == text.Clitic) {
			return true
		}
	}
	return false
}

var keyFiscal = text.KeyOf("fiscal")

// afterYear reports whether the mention before in this range is a year or
// names one, so that "and 2016" goes on with it.
func (p *parser) afterYear() bool {
	if len(p.dst) == p.mark {
		return false
	}
	m := &p.dst[len(p.dst)-1]
	return m.Type == Date && len(m.Timex) == 4
}

// quarterSign reads "Q3 2024" and "Q3".
func (p *parser) quarterSign(i int) (reading, bool) {
	s := p.d.Of(i)
	if len(s) != 2 || s[0] != 'Q' || s[1] < '1' || s[1] > '4' {
		return reading{}, false
	}
	return p.quarterOf(i, i+1, int(s[1]-'0'))
}

// quarterOf makes the reading of quarter q, whose year may stand behind token
// j-1.
func (p *parser) quarterOf(i, j, q int) (reading, bool) {
	y, k := p.yearAfter(j)
	if p.prep(j, prepOf) && p.key(j+1, keyFiscal) {
		if z, n := p.yearAfter(j + 2); z != 0 {
			y, k = z, n // "the second quarter of fiscal 1998"
		}
	}
	b := event.Explicit
	if y == 0 {
		n := j
		if p.prep(n, prepOf) && p.w(n+1).is(article, artThe) && p.w(n+2).is(unit, int16(Year)) {
			k = n + 3
		} else if yy, kk, ok := p.yearPhrase(n); ok {
			y, k = yy, kk
		}
	}
	fut := false
	if y == 0 {
		if p.base.IsZero() {
			return p.unresolved(i, k, Quarter, "XXXX-Q"+strconv.Itoa(q)), true
		}
		b = event.Relative
		y = p.base.Year
		fut = p.future(i, k) && !p.qualifies(i, k)
		if first := 3*q - 2; !fut && first > int(p.base.Month) {
			y--
		} else if fut && 3*q < int(p.base.Month) {
			y++
		}
	}
	r := p.over(i, k, Quarter, monthsPeriod(y, 3*q-2, 3), yearTimex(y)+"-Q"+strconv.Itoa(q), b)
	r.Future = fut
	return r, true
}
