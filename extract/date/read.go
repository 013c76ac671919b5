package date

import (
	"strings"
	"time"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// read reads the mention that begins at token i.
func (p *parser) read(i int) (reading, bool) {
	switch p.kind(i) {
	case text.Number, text.Ordinal:
		return p.fromFigure(i)
	case text.Designation:
		return p.quarterSign(i)
	case text.Word:
	default:
		return reading{}, false
	}
	w := p.w(i)
	switch w.class {
	case month, weekday, dayWord, festival:
		return p.dated(i)
	case season:
		return p.season(i, i, artNone, relNone)
	case article:
		return p.fromArticle(i, int(w.val))
	case relative:
		return p.fromRelative(i, i, artNone)
	case modifier:
		return p.fromModifier(i, i)
	case part:
		return p.fromPart(i, i)
	case offset:
		if w.val == offAgo {
			return p.longAgo(i)
		}
		if w.val == offBefore && p.w(i+1).is(part, int16(dawn)) {
			return p.fromPart(i, i+1) // "before dawn on Thursday"
		}
	case cardinal, quantity, halfWord:
		return p.fromQuantity(i, i)
	case ordinal:
		return p.fromOrdinal(i, i)
	case unit:
		return p.fromUnit(i, i)
	case every:
		return p.every(i)
	case frequency:
		if p.caseOf(i) == text.Title && (p.caseOf(i+1) == text.Title || i > p.first) {
			return reading{}, false // "the Daily News"
		}
		r := p.make(i, i+1, Set, Unit(w.val))
		r.Timex = durationTimex("1", Unit(w.val))
		return r, true
	case ref:
		return p.reference(i)
	}
	return reading{}, false
}

const (
	artNone = -1
	relNone = -1
)

// dated reads a day or a longer stretch at i with what may follow it: the part
// of the day or the time of the clock.
func (p *parser) dated(i int) (reading, bool) {
	r, ok := p.date(i)
	if !ok {
		return r, false
	}
	return p.tail(r), true
}

// tail takes what follows a day: "evening" of "Tuesday evening", "at 3:40
// a.m." of "Friday at 3:40 a.m.".
func (p *parser) tail(r reading) reading {
	if r.gran != Day || r.Type != Date {
		return r
	}
	j := r.Last
	k := j
	if w := p.w(k); w.class == modifier && (w.val == modEarly || w.val == modLate || w.val == modMid) && p.w(k+1).class == part {
		k++
	}
	if w := p.w(k); w.class == part && p.caseOf(k) != text.Title && dayPart(w.val) != predawn {
		// "Sunday night", but "on Sunday dawn broke" is a clause of its own.
		if !(dayPart(w.val) == dawn && p.w(k+1).class == none && p.kind(k+1) == text.Word) {
			r.Last = k + 1
			if w.flags&fPlural != 0 && r.weekday { // "on Friday nights"
				q := p.make(r.First, r.Last, Set, Day)
				q.Timex = weekdayTimex(int(p.w(r.First).val)) + dayPart(w.val).timex()
				return q
			}
			r.withPart(dayPart(w.val))
			return r
		}
	}
	if p.w(k).is(dayWord, dayOvernight) && k == j {
		r.Last = k + 1
		return p.overnightOn(r)
	}
	if p.is(k, ',') {
		k++
	}
	if p.prep(k, prepAt) {
		k++
	}
	if p.prep(k, prepAbout) {
		k++
	}
	if c, n, ok := p.clock(k); ok && (c.sure || k > j) {
		r.Last = n
		r.withClock(c)
	}
	return r
}

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

// date reads a day, or a longer stretch of the calendar, without its parts.
func (p *parser) date(i int) (reading, bool) {
	if p.depth >= maxDepth {
		return reading{}, false
	}
	p.depth++
	defer func() { p.depth-- }()
	switch p.kind(i) {
	case text.Number, text.Ordinal:
		if r, ok := p.figures(i); ok {
			return r, true
		}
		return p.dayMonth(i)
	case text.Word:
	default:
		return reading{}, false
	}
	w := p.w(i)
	switch w.class {
	case month:
		return p.monthFirst(i)
	case weekday:
		return p.weekdayFirst(i)
	case dayWord:
		return p.dayWord(i)
	case festival:
		return p.festival(i)
	case season:
		return p.season(i, i, artNone, relNone)
	case article:
		if w.val == artThe {
			if r, ok := p.theOrdinalDay(i); ok {
				return r, true
			}
		}
		if p.w(i+1).class == relative {
			return p.fromRelative(i, i+1, int(w.val))
		}
		return p.withUnit(i, i+1, int(w.val), relNone)
	case relative:
		return p.fromRelative(i, i, artNone)
	}
	return reading{}, false
}

// dayWord reads "today" and its like.
func (p *parser) dayWord(i int) (reading, bool) {
	v := p.w(i).val
	if v == dayOvernight {
		return p.overnight(i)
	}
	d := p.base
	if d.IsZero() {
		r := p.unresolved(i, i+1, Day, "XXXX-XX-XX")
		if v == dayTonight {
			r.withPart(night)
		}
		return r, true
	}
	switch v {
	case dayYesterday:
		d = d.AddDays(-1)
	case dayTomorrow:
		d = d.AddDays(1)
	}
	r := p.onDay(i, i+1, d, event.Relative)
	r.Future = v == dayTomorrow
	if v == dayTonight {
		r.withPart(night)
	}
	return r, true
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

// weekdayFirst reads a weekday with the date that may follow it: "Thursday",
// "Thursday, April 24", "Thursday 24 April 2025", "Tuesday of last week".
func (p *parser) weekdayFirst(i int) (reading, bool) {
	w := p.w(i)
	j := i + 1
	if p.caseOf(i) == text.Lower && w.flags&fAbbrev != 0 {
		return reading{}, false
	}
	k := j
	if p.is(k, ',') || p.is(k, '(') {
		k++
	} else if p.is(k, '.') && w.flags&fAbbrev != 0 {
		k++
	}
	if p.is(k, ',') {
		k++
	}
	if p.w(k).is(article, artThe) {
		k++
	}
	if p.kind(k) == text.Number || p.kind(k) == text.Ordinal || p.w(k).class == month {
		if r, ok := p.figures(k); ok && r.gran == Day {
			return p.close(r, i, j), true
		}
		if r, ok := p.dayMonth(k); ok && r.gran == Day {
			return p.close(r, i, j), true
		}
		if r, ok := p.monthFirst(k); ok && r.gran == Day {
			return p.close(r, i, j), true
		}
		if r, ok := p.bareOrdinal(i, k); ok && !p.w(j).is(none, 0) {
			return r, true
		}
	}
	if w.flags&fAmbiguous != 0 && !p.d.Tokens[i].Abbrev {
		return reading{}, false // "the Sun", "he sat"
	}
	if p.named(i, j) {
		return reading{}, false
	}
	// "On Fridays", but "Fridays strike", of a page that lost its apostrophes, is
	// that of one Friday.
	if next := p.w(j); w.flags&fPlural != 0 && (p.prep(i-1, prepOn) || p.kind(j) != text.Word || p.caseOf(j) != text.Lower || next.class != none && next.class != counted && next.class != planned) {
		r := p.make(i, j, Set, Day)
		r.Timex = weekdayTimex(int(w.val))
		return r, true
	}
	if r, ok := p.weekdayOfWeek(i, j); ok {
		return r, true
	}
	return p.onWeekday(i, j, int(w.val)), true
}

// close takes the day r for the weekday at i too, with a bracket that stands
// around it.
func (p *parser) close(r reading, i, j int) reading {
	r.First = i
	if r.year == 0 && r.month != 0 && r.Period.Start == r.Period.End && r.Resolved() {
		r = p.matchWeekday(r, int(p.w(i).val))
	}
	if p.is(j, '(') && p.is(r.Last, ')') {
		r.Last++
	}
	return r
}

// matchWeekday moves the day r, whose year is not told, to the year nearest to
// the reference in which it falls on the weekday told with it: the paper of 24
// April 2025 means the coming one by "Thursday, May 1".
func (p *parser) matchWeekday(r reading, wd int) reading {
	if int(r.day.Weekday()) == wd || p.base.IsZero() {
		return r
	}
	best := event.Date{}
	for y := p.base.Year - 6; y <= p.base.Year+1; y++ {
		if !validDay(y, r.month, r.dom) {
			continue
		}
		d := event.Date{Year: y, Month: time.Month(r.month), Day: r.dom}
		if int(d.Weekday()) == wd && (best.IsZero() || abs(d.Days(p.base)) < abs(best.Days(p.base))) {
			best = d
		}
	}
	if best.IsZero() {
		return r
	}
	q := p.onDay(r.First, r.Last, best, event.Explicit)
	q.month, q.dom, q.Future = r.month, r.dom, p.base.Before(best)
	return q
}

var (
	keyBloody = text.KeyOf("bloody")
	keyBlack  = text.KeyOf("black")
	keySunday = text.KeyOf("sunday")
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

// weekdayOfWeek reads what says which week the weekday at i is of: "Tuesday of
// last week", "Friday this week".
func (p *parser) weekdayOfWeek(i, j int) (reading, bool) {
	k := j
	if p.prep(k, prepOf) {
		k++
	}
	n := 0
	switch w := p.w(k); {
	case w.is(relative, relLast):
		n = -1
	case w.is(relative, relNext):
		n = 1
	case w.is(article, artThis):
	default:
		return reading{}, false
	}
	if !p.w(k+1).is(unit, int16(Week)) {
		return reading{}, false
	}
	wd := int(p.w(i).val)
	if p.base.IsZero() {
		return p.unresolved(i, k+2, Day, weekdayTimex(wd)), true
	}
	d := weekOf(p.base).AddDays(7*n + (wd+6)%7)
	r := p.onDay(i, k+2, d, event.Relative)
	r.Future = p.base.Before(d)
	return r, true
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

// yearAfter is the year that stands at token k, behind a comma or "of" or a
// hyphen, with the token behind it; 0 and k where there is none.
func (p *parser) yearAfter(k int) (int, int) {
	n := k
	if p.is(n, ',') || p.prep(n, prepOf) || p.kind(n) == text.Punct && p.in(n) && p.d.Of(n) == "،" {
		n++
	}
	y, ok := p.year(n)
	if !ok {
		return 0, k
	}
	// "April 24, 2025 people": a comma and a count are not a year.
	if p.w(n+1).class == counted && p.is(k, ',') && !p.is(n+1, ',') {
		return 0, k
	}
	return y, n + 1
}

// shortYear is the year of two figures at token k behind a short month, in the
// manner of a dateline of the monitoring services: "19 APR 89". It is that of
// the hundred years that end with the year after the reference, or with 2030.
func (p *parser) shortYear(k int) (int, bool) {
	n, ok := p.integer(k)
	if !ok || p.d.Tokens[k].End-p.d.Tokens[k].Start != 2 || p.joined(k+1) || p.w(k-1).class != month || p.w(k-1).flags&fAbbrev == 0 ||
		p.kind(k+1) == text.Word && p.d.Tokens[k+1].Gap == text.Space {
		return 0, false
	}
	last := 2030
	if !p.base.IsZero() {
		last = p.base.Year + 1
	}
	y := last - (last-n)%100
	if !p.base.IsZero() && abs(y-p.base.Year) > 1 {
		return 0, false
	}
	return y, true
}

// yearPhrase is the year of "last year", "this year", "of last year", "of that
// year" at token k.
func (p *parser) yearPhrase(k int) (year, next int, ok bool) {
	if p.prep(k, prepOf) {
		k++
	}
	n := 0
	switch w := p.w(k); {
	case w.is(relative, relLast):
		n = -1
	case w.is(relative, relNext):
		n = 1
	case w.is(article, artThis):
	case w.is(article, artThat), w.is(article, artThe) && p.w(k+1).is(relative, relSame):
		// "6 May of that year", "in October of the same year".
		if w.val == artThe {
			k++
		}
		if y := p.lastYear(); y != 0 && p.w(k+1).is(unit, int16(Year)) {
			return y, k + 2, true
		}
		return 0, k, false
	default:
		return 0, k, false
	}
	if p.base.IsZero() || !p.w(k+1).is(unit, int16(Year)) {
		return 0, k, false
	}
	return p.base.Year + n, k + 2, true
}

// lastYear is the year of the last mention that has one, 0 if there is none
// near.
func (p *parser) lastYear() int {
	for k := len(p.dst) - 1; k >= max(0, len(p.dst)-16); k-- {
		m := &p.dst[k]
		if !m.Resolved() || m.Type == Duration {
			continue
		}
		if len(m.Timex) == 4 {
			return m.Period.Start.Year // "last year", "in 2014"
		}
		for i := m.First; i < m.Last; i++ {
			if t := &p.d.Tokens[i]; t.Kind == text.Number && t.End-t.Start >= 4 && t.End-t.Start != 5 {
				return m.Period.Start.Year
			}
		}
	}
	return 0
}

// yearAhead is the year of the list that goes on behind token j-1, for a month
// or day m of it that has none of its own: 2014 for "July" of "July and August
// 2014", 2022 for "3 March" of "3 March and 5 April 2022".
func (p *parser) yearAhead(j, m int) int {
	for range 5 {
		ranged := false
		switch {
		case p.is(j, ','):
			j++
			if p.prep(j, prepAnd, prepOr) {
				j++
			}
		case p.prep(j, prepAnd, prepOr):
			j++
		case p.prep(j, prepTo, prepUntil, prepThrough, prepInto):
			j++
			ranged = true
		default:
			n, ok := p.dash(j)
			if !ok {
				return 0
			}
			j, ranged = n, true
		}
		if _, ok := p.dayNumber(j); ok && p.w(j+1).class == month {
			j++
		}
		w := p.w(j)
		if w.class != month || p.caseOf(j) == text.Lower && w.flags&fAmbiguous != 0 {
			return 0
		}
		j++
		if _, ok := p.dayNumber(j); ok && !p.joined(j) {
			j++
		}
		if y, _ := p.yearAfter(j); y != 0 {
			if ranged && m > int(w.val) {
				y--
			}
			return y
		}
		if y, _, ok := p.yearPhrase(j); ok {
			return y
		}
	}
	return 0
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
