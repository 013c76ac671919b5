package date

import (
	"strconv"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// theUnit reads "the day before", "the week after", "the weekend", "the
// quarter".
func (p *parser) theUnit(i, j int, u Unit) (reading, bool) {
	k := j + 1
	if u == Year && p.joined(k) {
		if r, ok := p.yearEarlier(i, k); ok {
			return r, true
		}
	}
	if w := p.w(k); w.class == offset && (w.val == offBefore || w.val == offAfter) || w.class == modifier && (w.val == modEarlier || w.val == modLater) {
		if u < Day {
			return reading{}, false
		}
		if w.is(offset, offBefore) && p.key(k+1, keyLast) {
			// "the week before last", "the night before last".
			return p.thisUnit(i, k+2, u, -2)
		}
		return p.offsetAt(i, j, k, 1, 1, "1", u)
	}
	switch u {
	case Weekend:
		return p.thisUnit(i, k, u, -1)
	case Quarter:
		if !p.base.IsZero() {
			if p.prep(k, prepOf) {
				return reading{}, false
			}
			return p.thisUnit(i, k, u, -1)
		}
	case Week:
		// "the week of April 20", "the week ending Friday".
		if p.prep(k, prepOf) {
			n := k + 1
			if p.w(n).is(article, artThe) {
				n++
			}
			if r, ok := p.date(n); ok && r.gran == Day && r.Type == Date {
				r.First = i
				r.gran = Week
				if !r.day.IsZero() {
					monday := weekOf(r.day)
					r.day, r.Period, r.Timex = monday, event.PeriodOf(monday, monday.AddDays(6)), weekTimex(monday)
				} else {
					r.Timex = "XXXX-WXX"
				}
				return r, true
			}
		}
	}
	return reading{}, false
}

// yearEarlier reads "the year-earlier quarter", "the year-ago period", "the
// year-earlier third quarter", in which token k is "earlier", "ago" or
// "before": as long as what was told before it, a year back.
func (p *parser) yearEarlier(i, k int) (reading, bool) {
	if w := p.w(k); !w.is(modifier, modEarlier) && !w.is(offset, offAgo) && !w.is(offset, offBefore) {
		return reading{}, false
	}
	j := k + 1
	if n, ok := p.ordinalAt(j); ok && p.w(j+1).is(unit, int16(Quarter)) && n >= 1 && n <= 4 && !p.base.IsZero() {
		y := p.base.Year - 1
		return p.over(i, j+2, Quarter, monthsPeriod(y, 3*n-2, 3), yearTimex(y)+"-Q"+strconv.Itoa(n), event.Relative), true
	}
	quarter := p.w(j).is(unit, int16(Quarter))
	if quarter || p.key(j, keyPeriod) || p.w(j).is(unit, int16(Month)) {
		j++
	}
	if m, ok := p.termBefore(); ok {
		r := p.make(i, j, Date, Quarter)
		r.Timex = yearBack(m.Timex, -1)
		r.Anchor = &Anchor{Min: -1, Max: -1, Unit: Year}
		return r, true
	}
	if quarter && !p.base.IsZero() {
		r, ok := p.thisUnit(i, j, Quarter, -5)
		return r, ok
	}
	r, ok := p.anchored(i, j, -1, -1, Year)
	return r, ok
}

// termBefore is the quarter, half or month that this range told last, with
// which a figure "a year earlier" is compared.
func (p *parser) termBefore() (Mention, bool) {
	for k := len(p.dst) - 1; k >= p.mark; k-- {
		switch m := p.dst[k]; {
		case m.Type != Date || m.Timex == "" || m.Timex[0] < '0' || m.Timex[0] > '9':
		case len(m.Timex) == len("1998-Q3") && m.Timex[4] == '-' && m.Timex[5] != 'S' && m.Timex[5] != 'F' && m.Timex[5] != 'W':
			return m, true
		default:
			return Mention{}, false
		}
	}
	return Mention{}, false
}

// yearBack is the value tx, which begins with a year, moved by n years.
func yearBack(tx string, n int) string {
	y, err := strconv.Atoi(tx[:4])
	if err != nil || y+n < 1 {
		return tx
	}
	return yearTimex(y+n) + tx[4:]
}

// anchored makes the reading of n units from another event.
func (p *parser) anchored(i, j, lo, hi int, u Unit) (reading, bool) {
	r := p.make(i, j, Date, u)
	if u == Day {
		r.gran = Day
	}
	r.Anchor = &Anchor{Min: lo, Max: hi, Unit: u}
	r.Timex = p.guess(r.Anchor)
	if u < Day {
		r.Type = Time
	}
	return p.tail(r), true
}

// offsetAt reads the offset at token k behind a number of units: "ago",
// "later", "before", "after".
func (p *parser) offsetAt(i, j, k, lo, hi int, s string, u Unit) (reading, bool) {
	w := p.w(k)
	dir := 0
	clause := false
	next := k + 1
	switch {
	case p.key(k, keyBack) && p.kind(next) == text.Word:
		return reading{}, false // "two weeks back home"
	case w.is(offset, offAgo):
		if r, ok := p.agoToday(i, next, lo, hi, u); ok {
			return r, true
		}
		return p.fromNow(i, next, lo, hi, u, -1)
	case w.is(offset, offHence):
		return p.fromNow(i, next, lo, hi, u, 1)
	case w.is(modifier, modEarlier):
		dir = -1
	case w.is(modifier, modLater):
		dir = 1
	case w.is(offset, offBefore):
		dir = -1
	case w.is(offset, offAfter):
		dir = 1
	default:
		return reading{}, false
	}
	if w.class == offset {
		clause = p.clauseAt(next)
	}
	if dir < 0 {
		lo, hi = -hi, -lo
	}
	if !clause {
		return p.anchored(i, next, lo, hi, u)
	}
	if r, ok := p.fromDay(i, next, lo, hi, u); ok {
		return r, true
	}
	// "The barrage came two days after a plant was hit": what follows tells the
	// event that lies as far the other way from the one told before. At the
	// head of a sentence, "A day before the market was hit, a raid …", it is
	// the one told before itself, and the mention's event comes behind it.
	r := p.make(i, next, Duration, u)
	r.Timex = durationTimex(s, u)
	r.Anchor = &Anchor{Min: lo, Max: hi, Unit: u}
	if !p.heads(i) {
		p.turn(&r, -hi, -lo)
	}
	return r, true
}

// clauseAt reports whether words that tell another event follow "before" or
// "after" at token i.
func (p *parser) clauseAt(i int) bool {
	w := p.w(i)
	if w.is(prep, prepAt) && p.key(i+1, keyLeast) {
		return true // "a week after at least one person was killed"
	}
	return p.in(i) && p.kind(i) != text.Punct && !(w.class == prep && (w.val == prepIn || w.val == prepAt || w.val == prepOn || w.val == prepAnd)) && w.class != tense
}

// turn makes r the date of the event that the words behind it tell, lo to hi
// units from the day told before it.
func (p *parser) turn(r *reading, lo, hi int) {
	a := r.Anchor
	a.Min, a.Max, a.Clause = lo, hi, true
	if m, ok := p.dayBefore(); ok && a.Unit >= Day && m.Last == p.dst[len(p.dst)-1].Last {
		r.Period = a.From(event.DayPeriod(m.Period.Start))
		r.Basis = event.Anchored
	}
}

// agoToday reads "today" at token k behind a number of units that lie back to
// the day: "a week ago today", "two years ago today".
func (p *parser) agoToday(i, k, lo, hi int, u Unit) (reading, bool) {
	if !p.w(k).is(dayWord, dayToday) || lo != hi || lo > 3000 || p.base.IsZero() {
		return reading{}, false
	}
	d := p.base
	switch u {
	case Day:
		d = d.AddDays(-lo)
	case Week:
		d = d.AddDays(-7 * lo)
	case Month:
		d = addMonths(d, -lo)
	case Year:
		d = addMonths(d, -12*lo)
	default:
		return reading{}, false
	}
	return p.over(i, k+1, Day, event.DayPeriod(d), dayTimex(d), event.Relative), sane(d)
}

// fromDay makes the reading of lo to hi units from the day told at token k:
// "the day after Christmas", "two days before 9 May", "the day before
// yesterday". The day of "two days after Monday's attack" is the attack's.
func (p *parser) fromDay(i, k, lo, hi int, u Unit) (reading, bool) {
	d, ok := p.date(k)
	if !ok || u < Day || d.gran != Day || d.Type != Date || !d.Resolved() || d.Period.Start != d.Period.End || p.kind(d.Last) == text.Clitic ||
		p.w(k).class == article && p.kind(d.Last) == text.Word && p.w(d.Last).class == none {
		return reading{}, false
	}
	a := Anchor{Min: lo, Max: hi, Unit: u}
	per := a.From(d.Period)
	if per.IsZero() {
		return reading{}, false
	}
	tx := durationTimex("X", u)
	if lo == hi {
		tx = offsetTimex(d.day, lo, u)
	}
	r := p.over(i, d.Last, u, per, tx, d.Basis)
	r.Future = p.base.Before(per.Start) && !p.base.IsZero()
	return r, true
}

// heads reports whether token i begins its sentence, but for a conjunction or
// a mark.
func (p *parser) heads(i int) bool {
	for k := p.first; k < i; k++ {
		if p.kind(k) == text.Word && p.caseOf(k) == text.Lower || i-k > 3 {
			return false
		}
	}
	return true
}

// fromNow makes the reading of lo to hi units before or after the reference:
// "two days ago", "a week ago", "three weeks from now".
func (p *parser) fromNow(i, j, lo, hi int, u Unit, dir int) (reading, bool) {
	d := p.base
	if lo > 3000 {
		return reading{}, false
	}
	if d.IsZero() {
		r := p.unresolved(i, j, u, unknownTimex(u))
		if u < Day {
			r.Type = Time
		}
		return r, true
	}
	if dir < 0 {
		lo, hi = -hi, -lo
	}
	a := Anchor{Min: lo, Max: hi, Unit: u}
	per := a.From(event.DayPeriod(d))
	if per.IsZero() {
		return reading{}, false
	}
	if dir < 0 && d.Before(per.End) {
		per.End = d
	}
	var tx string
	switch {
	case lo != hi && u != Hour && u != Minute:
		tx = "PAST_REF"
		if dir > 0 {
			tx = "FUTURE_REF"
		}
	default:
		tx = offsetTimex(d, lo, u)
	}
	if u == Year && lo == hi {
		if m, ok := p.termBefore(); ok {
			tx = yearBack(m.Timex, lo) // "up from 4% in the quarter a year ago"
		}
	}
	r := p.over(i, j, u, per, tx, event.Relative)
	r.Future = dir > 0
	if u < Day {
		r.gran = Hour
		r.Type = Time
	}
	return p.tail(r), true
}

// offsetTimex is the value of what lies n units from d, as fine as the unit.
func offsetTimex(d event.Date, n int, u Unit) string {
	switch u {
	case Week:
		return weekTimex(d.AddDays(7 * n))
	case Fortnight:
		return weekTimex(d.AddDays(14 * n))
	case Weekend:
		return weekTimex(d.AddDays(7*n)) + "-WE"
	case Month:
		y, m := normMonth(d.Year, int(d.Month)+n)
		return monthTimex(y, m)
	case Quarter:
		y, m := normMonth(d.Year, int(d.Month)+3*n)
		return yearTimex(y) + "-Q" + strconv.Itoa((m-1)/3+1)
	case Year:
		return yearTimex(max(d.Year+n, 1))
	case Decade:
		return yearTimex(max(d.Year+10*n, 1))[:3]
	case Century:
		return yearTimex(max(d.Year+100*n, 1))[:2]
	case Day:
		return dayTimex(d.AddDays(n))
	}
	return dayTimex(d)
}

// guess is the value of an anchored mention: reckoned from the day mentioned
// last, or from the reference.
func (p *parser) guess(a *Anchor) string {
	from := p.base
	for k := len(p.dst) - 1; k >= max(0, len(p.dst)-32); k-- {
		m := &p.dst[k]
		if !m.Resolved() || m.Type != Date && m.Type != Time {
			continue
		}
		// A month or year told last is what "a month later" and "two years
		// later" are reckoned from, in its sentence.
		coarse := k >= p.mark && (a.Unit == Month && len(m.Timex) == len("1998-07") && m.Period.Precision == event.ToMonth ||
			a.Unit == Year && (len(m.Timex) == len("1998") || len(m.Timex) == len("1998-07") && m.Period.Precision == event.ToMonth))
		if m.Period.Precision == event.ToDay || coarse {
			from = m.Period.Start
			break
		}
	}
	if from.IsZero() {
		return unknownTimex(a.Unit)
	}
	if a.HasWeekday {
		if per := a.From(event.DayPeriod(from)); !per.IsZero() {
			return dayTimex(per.Start)
		}
	}
	switch {
	case a.Min != a.Max && a.Max < 0:
		return "PAST_REF"
	case a.Min != a.Max && a.Unit >= Day:
		return "FUTURE_REF"
	case a.Min != a.Max:
		return durationTimex("X", a.Unit)
	}
	if a.Unit == Year && a.Min != 0 {
		// "Profit rose in the third quarter from a year earlier."
		if m, ok := p.termBefore(); ok {
			return yearBack(m.Timex, a.Min)
		}
	}
	if abs(a.Min) > 3000 {
		return unknownTimex(a.Unit)
	}
	return offsetTimex(from, a.Min, a.Unit)
}

// longAgo reads "long ago" and "some time ago" at their last word.
func (p *parser) longAgo(i int) (reading, bool) {
	k := i - 1
	if !p.key(k, keyLong) && !p.key(k, keyTime) {
		return reading{}, false
	}
	for p.w(k-1).class == quantity || p.w(k-1).class == article || p.key(k-1, keyLong) {
		k--
	}
	if len(p.dst) > p.mark && p.dst[len(p.dst)-1].Last > k {
		k = i
	}
	r := p.make(k, i+1, Date, NoUnit)
	r.Timex = "PAST_REF"
	return r, true
}

var (
	keyLast = text.KeyOf("last")
)

var (
	keyBack   = text.KeyOf("back")
	keyFrom   = text.KeyOf("from")
	keyNow    = text.KeyOf("now")
	keyCourse = text.KeyOf("course")

	keyPeriod = text.KeyOf("period")
)
