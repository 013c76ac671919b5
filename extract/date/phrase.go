package date

import (
	"strconv"
	"time"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// fromArticle reads the mention that begins with the article or demonstrative
// art at token i.
func (p *parser) fromArticle(i, art int) (reading, bool) {
	j := i + 1
	switch w := p.w(j); w.class {
	case relative:
		return p.fromRelative(i, j, art)
	case modifier:
		if art == artThe && p.w(j+1).class == decades {
			return p.spelledDecade(i, j+1), true // "the early seventies"
		}
		return p.fromModifier(i, j)
	case decades:
		if art == artThe {
			return p.spelledDecade(i, j), true
		}
	case part:
		return p.partWith(i, j, art, relNone)
	case unit:
		return p.withUnit(i, j, art, relNone)
	case season:
		return p.season(i, j, art, relNone)
	case ordinal:
		if art == artThe {
			return p.fromOrdinal(i, j)
		}
	case weekday:
		if art == artThat && !p.points(i) {
			return reading{}, false // "said that Friday's raid"
		}
		if art == artThis || art == artThat {
			return p.demonstrativeDay(i, j, art)
		}
	case month:
		if art == artThat && !p.points(i) {
			return reading{}, false // "said that Sept. 11 changed it"
		}
		if art == artThat && p.caseOf(j) != text.Lower {
			if y := p.lastYear(); y != 0 {
				r := p.monthOf(i, j+1, y, int(w.val)) // "that December"
				r.Basis = event.Anchored
				return r, true
			}
			return p.unresolved(i, j+1, Month, monthTimex(0, int(w.val))), true
		}
		if r, ok := p.monthsQuarter(i, j); ok {
			return r, true
		}
		if art == artThis {
			if r, ok := p.monthFirst(j); ok {
				r.First = i
				return r, true
			}
		}
	case quantity, cardinal, halfWord:
		return p.fromQuantity(i, j)
	case ref:
		if art == artThe && w.val == refFuture && w.flags&fPlural == 0 && !p.joined(j+1) && (p.prep(i-1, prepIn) || p.w(j+1).class == none && p.caseOf(j+1) != text.Lower) {
			r := p.make(i, j+1, Date, NoUnit)
			r.Timex = "FUTURE_REF"
			return r, true
		}
	case festival:
		r, ok := p.dated(j)
		return r, ok
	}
	switch p.kind(j) {
	case text.Ordinal:
		if art == artThe {
			if r, ok := p.theOrdinalDay(i); ok {
				return p.tail(r), true
			}
			return p.fromOrdinal(i, j)
		}
	case text.Number:
		if r, ok := p.fromFigure(j); ok && r.hour < 0 && (r.Type == Duration || r.gran == Decade || r.gran == Quarter || r.Anchor != nil) {
			r.First = i
			return r, true
		}
	}
	return reading{}, false
}

// points reports whether "that" at token i points at the day behind it, "on
// that Friday", and does not begin what somebody said.
func (p *parser) points(i int) bool {
	w := p.w(i - 1)
	return !p.in(i-1) || p.kind(i-1) == text.Punct || w.class == prep || w.class == modifier || w.class == offset
}

// demonstrativeDay reads "this Friday" and "that Friday".
func (p *parser) demonstrativeDay(i, j, art int) (reading, bool) {
	wd := int(p.w(j).val)
	if art == artThat {
		r := p.make(i, j+1, Date, Day)
		r.Anchor = &Anchor{Unit: Day, HasWeekday: true, Weekday: time.Weekday(wd)}
		r.Timex = p.guess(r.Anchor)
		return p.tail(r), true
	}
	r := p.onWeekday(i, j+1, wd)
	return p.tail(r), true
}

// fromRelative reads what begins with "last", "next", "same" and the like at
// token k, behind the article art or none.
func (p *parser) fromRelative(i, k, art int) (reading, bool) {
	rel := int(p.w(k).val)
	j := k + 1
	// "this past week", "this coming Friday", "the last few days".
	if w := p.w(j); rel == relLast && (w.class == unit || w.class == weekday) && w.flags&fPlural == 0 && p.prep(j+1, prepOf) {
		return p.nthOf(i, j, -1) // "the last week of March"
	}
	if p.w(j).class == relative && (p.w(j).val == relPast || p.w(j).val == relComing || p.w(j).val == relCurrent) {
		rel, j = int(p.w(j).val), j+1
	}
	if rel == relLast && art == artNone && p.lasts(i) {
		return reading{}, false
	}
	if p.key(j, keyFiscal) && p.w(j+1).class == unit {
		j++ // "the current fiscal year"
	}
	if rel == relSame && p.w(j).is(unit, int16(Quarter)) && !p.base.IsZero() {
		if y, n, ok := p.yearPhrase(j + 1); ok {
			// "the same quarter last year" as the one told, or the last.
			if m, ok := p.termBefore(); ok && len(m.Timex) == len("1989-Q3") && m.Timex[5] == 'Q' {
				q := int(m.Timex[6] - '0')
				return p.over(i, n, Quarter, monthsPeriod(y, 3*q-2, 3), yearTimex(y)+m.Timex[4:], event.Relative), true
			}
			q, ok := p.thisUnit(i, n, Quarter, -1+4*(y-p.base.Year))
			return q, ok
		}
	}
	if p.key(k, keyLatest) {
		// "the latest quarter" is the last that is over; "the latest week of
		// fighting" is none of the calendar.
		if p.w(j).is(unit, int16(Quarter)) {
			return p.thisUnit(i, j+1, Quarter, -1)
		}
		return reading{}, false
	}
	switch w := p.w(j); w.class {
	case unit:
		return p.withUnit(i, j, art, rel)
	case weekday:
		return p.relativeWeekday(i, j, art, rel)
	case month:
		return p.relativeMonth(i, j, art, rel)
	case season:
		return p.season(i, j, art, rel)
	case part:
		return p.partWith(i, j, art, rel)
	case cardinal, quantity, halfWord:
		return p.stretch(i, j, art, rel)
	case modifier:
		// "the same early hours" is too rare to read.
	}
	switch p.kind(j) {
	case text.Number:
		return p.stretch(i, j, art, rel)
	}
	if rel == relPast && art == artThe && (p.kind(j) == text.Punct || !p.in(j) || p.w(j).class == article || p.w(j).class == possessive || p.w(j).class == tense) && p.prep(i-1, prepIn) {
		r := p.make(i, j, Date, NoUnit)
		r.Timex = "PAST_REF"
		return r, true
	}
	return reading{}, false
}

// lasts reports whether "last" at token i is the verb: "could last six weeks".
func (p *parser) lasts(i int) bool {
	k := i - 1
	return p.prep(k, prepTo) || p.w(k).is(tense, looksForward) || p.key(k, keyCould) || p.key(k, keyMay) || p.key(k, keyMight) || p.key(k, keyCan)
}

var (
	keyCould = text.KeyOf("could")
	keyMay   = text.KeyOf("may")
	keyMight = text.KeyOf("might")
	keyCan   = text.KeyOf("can")
)

var keyLatest = text.KeyOf("latest")

// relativeWeekday reads "last Friday", "next Friday", "the previous Friday".
func (p *parser) relativeWeekday(i, j, art, rel int) (reading, bool) {
	w := p.w(j)
	if w.flags&fAmbiguous != 0 && !p.d.Tokens[j].Abbrev {
		return reading{}, false
	}
	wd := int(w.val)
	switch rel {
	case relPrevious, relFollowing:
		n := -1
		if rel == relFollowing {
			n = 1
		}
		r := p.make(i, j+1, Date, Day)
		r.Anchor = &Anchor{Min: n, Max: n, Unit: Day, HasWeekday: true, Weekday: time.Weekday(wd)}
		r.Timex = p.guess(r.Anchor)
		return p.tail(r), true
	case relSame:
		r := p.make(i, j+1, Date, Day)
		r.Anchor = &Anchor{Unit: Day, HasWeekday: true, Weekday: time.Weekday(wd)}
		r.Timex = p.guess(r.Anchor)
		return p.tail(r), true
	}
	if p.base.IsZero() {
		r := p.unresolved(i, j+1, Day, weekdayTimex(wd))
		return p.tail(r), true
	}
	var d event.Date
	switch rel {
	case relLast, relPast:
		d = lastWeekday(p.base.AddDays(-1), wd)
	case relNext, relComing:
		d = nextWeekday(p.base, wd)
	default:
		d = lastWeekday(p.base, wd)
	}
	r := p.onDay(i, j+1, d, event.Relative)
	r.Future = rel == relNext || rel == relComing
	return p.tail(r), true
}

// relativeMonth reads "last July", "next March".
func (p *parser) relativeMonth(i, j, art, rel int) (reading, bool) {
	w := p.w(j)
	if w.flags&fAbbrev != 0 && !p.d.Tokens[j].Abbrev {
		return reading{}, false
	}
	m := int(w.val)
	if d, ok := p.dayNumber(j + 1); ok && rel == relLast {
		// "last April 24".
		if r, ok := p.monthDay(i, j+1, m, d); ok {
			return p.tail(r), true
		}
	}
	if y, k := p.yearAfter(j + 1); y != 0 {
		return p.monthOf(i, k, y, m), true
	}
	if p.base.IsZero() || rel == relPrevious || rel == relFollowing || rel == relSame {
		return p.unresolved(i, j+1, Month, monthTimex(0, m)), true
	}
	y := p.base.Year
	switch rel {
	case relLast, relPast:
		if m >= int(p.base.Month) {
			y--
		}
	case relNext, relComing:
		if m <= int(p.base.Month) {
			y++
		}
	}
	r := p.over(i, j+1, Month, monthPeriod(y, m), monthTimex(y, m), event.Relative)
	r.Future = rel == relNext || rel == relComing
	return r, true
}

// withUnit reads a unit in the singular at token j behind an article or a
// relative: "last week", "this month", "that day", "the day before", "a week
// ago".
func (p *parser) withUnit(i, j, art, rel int) (reading, bool) {
	w := p.w(j)
	if w.class != unit {
		return reading{}, false
	}
	u := Unit(w.val)
	if w.flags&fPlural != 0 {
		return p.pluralUnit(i, j, art, rel)
	}
	k := j + 1
	if p.joined(k) && rel == relNone && art == artA {
		return p.compound(i, j, 1, "1")
	}
	switch {
	case rel == relNone && art == artA && (u == Weekend || u == Quarter): // "a quarter of them"
		return reading{}, false
	case rel == relNone && art == artA:
		return p.counted(i, j, 1, 1, "1")
	case rel == relNone && art == artThe:
		return p.theUnit(i, j, u)
	case rel == relPast && u == Weekend:
		return p.thisUnit(i, k, u, -1)
	case rel == relNone && art == artThis || rel == relCurrent:
		return p.thisUnit(i, k, u, 0)
	case rel == relNone && art == artThat || rel == relSame:
		if u < Day && u != Hour {
			return reading{}, false
		}
		return p.anchored(i, k, 0, 0, u)
	case rel == relPrevious:
		return p.anchored(i, k, -1, -1, u)
	case rel == relNext && art == artThe && u >= Decade:
		return p.stretchOf(i, k, 1, "1", u, 1) // "will rule for the next decade"
	case rel == relFollowing || rel == relNext && (art == artThe || u == Day):
		return p.anchored(i, k, 1, 1, u)
	case rel == relNext || rel == relComing:
		return p.thisUnit(i, k, u, 1)
	case rel == relLast && (art != artThe || p.prep(k, prepOf)):
		return p.thisUnit(i, k, u, -1)
	case rel == relLast || rel == relPast:
		return p.stretchOf(i, k, 1, "1", u, -1)
	}
	return reading{}, false
}

// thisUnit makes the reading of the unit of the calendar that holds the
// reference, or the one n units from it: "this week", "last month".
func (p *parser) thisUnit(i, j int, u Unit, n int) (reading, bool) {
	d := p.base
	if d.IsZero() {
		if u < Day {
			return reading{}, false
		}
		return p.unresolved(i, j, u, unknownTimex(u)), true
	}
	var per event.Period
	var tx string
	switch u {
	case Day:
		r := p.onDay(i, j, d.AddDays(n), event.Relative)
		return r, true
	case Week, Fortnight:
		monday := weekOf(d).AddDays(7 * n)
		per, tx = event.PeriodOf(monday, monday.AddDays(6)), weekTimex(monday)
	case Weekend:
		monday := weekOf(d).AddDays(7 * n)
		if n == -1 && (d.Weekday() == time.Saturday || d.Weekday() == time.Sunday) && !p.w(i).is(relative, relLast) {
			monday = weekOf(d)
		}
		per, tx = event.PeriodOf(monday.AddDays(5), monday.AddDays(6)), weekTimex(monday)+"-WE"
	case Month:
		y, m := normMonth(d.Year, int(d.Month)+n)
		per, tx = monthPeriod(y, m), monthTimex(y, m)
	case Quarter:
		q := (int(d.Month) - 1) / 3
		per = monthsPeriod(d.Year, 3*(q+n)+1, 3)
		tx = yearTimex(per.Start.Year) + "-Q" + strconv.Itoa((int(per.Start.Month)-1)/3+1)
	case Year:
		per, tx = yearPeriod(d.Year+n), yearTimex(d.Year+n)
	case Decade:
		y := d.Year/10*10 + 10*n
		per, tx = yearsPeriod(y, y+9), yearTimex(y)[:3]
	case Century:
		y := d.Year/100*100 + 100*n
		per, tx = yearsPeriod(y, y+99), yearTimex(y)[:2]
	default:
		return reading{}, false
	}
	if !sane(per.Start) || !sane(per.End) {
		return reading{}, false
	}
	fut := n > 0
	if n == 0 {
		// News looks back: this week ends, so far, on the day of the paper.
		if fut = p.future(i, j); !fut && d.Before(per.End) && !d.Before(per.Start) {
			prec := per.Precision
			per = event.PeriodOf(per.Start, d)
			per.Precision = max(per.Precision, min(prec, event.ToMonth))
			if u == Week || u == Fortnight || u == Weekend {
				per = event.PeriodOf(per.Start, d)
			}
		}
	}
	r := p.over(i, j, u, per, tx, event.Relative)
	r.Future = fut
	return r, true
}

// endOf is the last day of the unit that holds the reference.
func (p *parser) endOf(u Unit) event.Date {
	d := p.base
	switch u {
	case Week, Fortnight, Weekend:
		return weekOf(d).AddDays(6)
	case Month:
		return monthPeriod(d.Year, int(d.Month)).End
	case Quarter:
		return monthsPeriod(d.Year, (int(d.Month)-1)/3*3+1, 3).End
	case Year:
		return yearPeriod(d.Year).End
	case Decade:
		return yearPeriod(d.Year/10*10 + 9).End
	}
	return d
}

func unknownTimex(u Unit) string {
	switch u {
	case Day:
		return "XXXX-XX-XX"
	case Week, Fortnight:
		return "XXXX-WXX"
	case Weekend:
		return "XXXX-WXX-WE"
	case Month:
		return "XXXX-XX"
	case Quarter:
		return "XXXX-QX"
	case Year:
		return "XXXX"
	case Decade:
		return "XXX"
	case Century:
		return "XX"
	}
	return "XXXX-XX-XX"
}
