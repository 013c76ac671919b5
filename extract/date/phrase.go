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
		return p.fromModifier(i, j)
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
		if art == artThis || art == artThat {
			return p.demonstrativeDay(i, j, art)
		}
	case month:
		if art == artThat && p.caseOf(j) != text.Lower {
			if y := p.lastYear(); y != 0 {
				r := p.monthOf(i, j+1, y, int(w.val)) // "that December"
				r.Basis = event.Anchored
				return r, true
			}
			return p.unresolved(i, j+1, Month, monthTimex(0, int(w.val))), true
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
		if art == artThe && w.val == refFuture && w.flags&fPlural == 0 && !p.joined(j+1) && p.w(j+1).class == none && p.caseOf(j+1) != text.Lower {
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
		if r, ok := p.fromFigure(j); ok && r.hour < 0 && (r.Type == Duration || r.gran == Decade || r.Anchor != nil) {
			r.First = i
			return r, true
		}
	}
	return reading{}, false
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
	if rel == relPast && art == artThe && (p.kind(j) == text.Punct || !p.in(j)) && p.prep(i-1, prepIn) {
		r := p.make(i, j, Date, NoUnit)
		r.Timex = "PAST_REF"
		return r, true
	}
	return reading{}, false
}

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

var (
	keyLast = text.KeyOf("last")
)

// theUnit reads "the day before", "the week after", "the weekend", "the
// quarter".
func (p *parser) theUnit(i, j int, u Unit) (reading, bool) {
	k := j + 1
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

// number reads a small number at token k, in words or figures, with the token
// behind it: its bounds, and the digits of its TIMEX3 value.
func (p *parser) number(k int) (lo, hi int, s string, next int, ok bool) {
	switch p.kind(k) {
	case text.Number:
		t := p.d.Of(k)
		if n, ok := p.integer(k); ok && n <= 9999 {
			// "24-48 hours".
			if p.joined(k+1) || p.prep(k+1, prepTo, prepOr) {
				j := k + 1
				if !p.joined(j) {
					j++
				}
				if m, ok := p.integer(j); ok && m > n && m <= 9999 && p.w(j+1).class == unit {
					return n, m, "X", j + 1, true
				}
			}
			return n, n, t, k + 1, true
		}
		if len(t) <= 5 && t[0] >= '0' && t[0] <= '9' {
			// "2.5 years", "3½ years", "1,000 days".
			if oneDecimal(t) {
				n := int(t[0] - '0')
				return n, n + 1, decimal(t), k + 1, true
			}
			if len(t) == 5 && t[1] == ',' {
				n, err := strconv.Atoi(t[:1] + t[2:])
				return n, n, t[:1] + t[2:], k + 1, err == nil
			}
		}
		return 0, 0, "", k, false
	case text.Word:
	default:
		return 0, 0, "", k, false
	}
	w := p.w(k)
	switch w.class {
	case cardinal:
		n := int(w.val)
		j := k + 1
		if n >= 20 && n < 100 && p.joined(j) && p.w(j).class == cardinal && p.w(j).val < 10 {
			n += int(p.w(j).val)
			j++
		}
		// "two or three days", "two to three weeks".
		if p.prep(j, prepOr, prepTo) || p.joined(j) && p.w(j).class == cardinal {
			m := j
			if p.w(m).class == prep {
				m++
			}
			if v := p.w(m); v.class == cardinal && int(v.val) > n && p.w(m+1).class == unit {
				return n, int(v.val), "X", m + 1, true
			}
		}
		if (p.prep(j, prepAnd) || p.joined(j) && p.prep(j, prepAnd)) && p.w(j+1).is(article, artA) && p.w(j+2).class == halfWord {
			return n, n + 1, strconv.Itoa(n) + ".5", j + 3, true
		}
		return n, n, strconv.Itoa(n), j, true
	case quantity:
		j := k + 1
		switch w.val {
		case qtyCouple:
			if p.prep(j, prepOf) {
				j++
			}
			return 2, 3, "2", j, true
		case qtyDozen:
			return 12, 12, "12", j, true
		case qtyDozens:
			if p.prep(j, prepOf) {
				j++
			}
			return 24, 96, "X", j, true
		case qtySome:
			if p.w(j).class == unit && p.w(j).flags&fPlural != 0 {
				return 2, 6, "X", j, true
			}
			if p.w(j).is(quantity, qtySome) {
				return 0, 0, "", k, false
			}
			return p.number(j)
		case qtyMany:
			return 2, 20, "X", j, true
		}
		return 2, 6, "X", j, true
	}
	return 0, 0, "", k, false
}

// oneDecimal reports whether t is a digit with one decimal or a half.
func oneDecimal(t string) bool {
	return len(t) == 3 && (t[1] == '.' || t[1:] == "½")
}

func decimal(t string) string {
	if t[1] == '.' {
		return t
	}
	return t[:1] + ".5"
}

// fromQuantity reads what begins with a number at token k: "two days ago",
// "three weeks", "a 24-hour", "half an hour".
func (p *parser) fromQuantity(i, k int) (reading, bool) {
	if p.w(k).class == halfWord {
		j := k + 1
		if p.w(j).is(article, artA) {
			j++
		}
		if w := p.w(j); w.class == unit && w.flags&fPlural == 0 && j > k+1 || w.class == unit && p.joined(j) {
			if o := p.w(j + 1); o.class == modifier && (o.val == modEarlier || o.val == modLater) || o.is(offset, offAgo) {
				return p.offsetAt(i, j, j+1, 0, 1, "0.5", Unit(w.val))
			}
			r := p.make(i, j+1, Duration, Unit(w.val))
			switch Unit(w.val) {
			case Hour:
				r.Timex = "PT30M"
			case Year:
				r.Timex = "P6M"
			case Century:
				r.Timex = "P50Y"
			case Decade:
				r.Timex = "P5Y"
			case Day:
				r.Timex = "PT12H"
			default:
				r.Timex = durationTimex("0.5", Unit(w.val))
			}
			return r, true
		}
		return reading{}, false
	}
	lo, hi, s, j, ok := p.number(k)
	if !ok {
		return reading{}, false
	}
	w := p.w(j)
	if w.class == relative && (w.val == relPast || w.val == relLast || w.val == relFollowing) && p.w(j+1).class == unit {
		j++
		w = p.w(j)
	}
	if w.class != unit {
		return reading{}, false
	}
	if p.joined(j) && w.flags&fPlural == 0 {
		return p.compound(i, j, lo, s)
	}
	if w.flags&fPlural == 0 && lo != 1 && !p.joined(j) {
		// "two day" is a slip for the compound; "12 min" is not.
		// "a 6 month old child" and "two year ago" are read as they are meant.
		if u := Unit(w.val); u != Minute && u != Hour && !p.key(j+1, keyOld) && !p.w(j+1).is(offset, offAgo) {
			return reading{}, false
		}
	}
	return p.counted(i, j, lo, hi, s)
}

var (
	keyOld  = text.KeyOf("old")
	keyOlds = text.KeyOf("olds")
	keyLong = text.KeyOf("long")
)

// compound reads a length of time that qualifies a noun: "24-hour", "three-
// week", "a week-long", "47-year-old".
func (p *parser) compound(i, j, n int, s string) (reading, bool) {
	k := j + 1
	u := Unit(p.w(j).val)
	if p.joined(k) && (p.key(k, keyOld) || p.key(k, keyOlds) || p.key(k, keyLong)) {
		k++
	}
	r := p.make(i, k, Duration, u)
	r.Timex = durationTimex(s, u)
	return r, true
}

var (
	keyBack = text.KeyOf("back")
	keyFrom = text.KeyOf("from")
	keyNow  = text.KeyOf("now")
)

// counted reads a number of units, lo to hi, whose unit is token j, with what
// follows: "two days ago", "three weeks later", "a day after", "two weeks".
func (p *parser) counted(i, j, lo, hi int, s string) (reading, bool) {
	u := Unit(p.w(j).val)
	k := j + 1
	w := p.w(k)
	if w.class == offset || w.class == modifier && (w.val == modEarlier || w.val == modLater) {
		return p.offsetAt(i, j, k, lo, hi, s, u)
	}
	if p.key(k, keyFrom) && p.key(k+1, keyNow) {
		return p.fromNow(i, k+2, lo, hi, u, 1)
	}
	// "a year and a half".
	if p.prep(k, prepAnd) && p.w(k+1).is(article, artA) && p.w(k+2).class == halfWord {
		k += 3
		s += ".5"
	}
	if s == "1" && p.w(i).is(article, artA) && p.rate(i) {
		r := p.make(i, k, Set, u)
		r.Timex = durationTimex("1", u)
		return r, true
	}
	if p.key(k, keyOld) {
		k++
	}
	r := p.make(i, k, Duration, u)
	r.Timex = durationTimex(s, u)
	return r, true
}

// rate reports whether "a day" at token i tells how often: "30 rockets a day".
func (p *parser) rate(i int) bool {
	return p.w(i-1).class == counted || p.kind(i-1) == text.Number || p.is(i-1, '%') ||
		p.key(i-1, keyOnce) || p.key(i-1, keyTwice) || p.key(i-1, keyTimes)
}

var (
	keyOnce  = text.KeyOf("once")
	keyTwice = text.KeyOf("twice")
	keyTimes = text.KeyOf("times")
)

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
		n := p.w(next)
		clause = p.in(next) && p.kind(next) != text.Punct && !(n.class == prep && (n.val == prepIn || n.val == prepAt || n.val == prepOn || n.val == prepAnd)) && n.class != tense
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
	a := Anchor{Min: lo, Max: hi, Unit: u}
	if !p.heads(i) {
		a.Min, a.Max, a.Clause = -hi, -lo, true
		if m, ok := p.dayBefore(); ok && u >= Day && m.Last == p.dst[len(p.dst)-1].Last {
			r.Period = a.From(event.DayPeriod(m.Period.Start))
			r.Basis = event.Anchored
		}
	}
	r.Anchor = &a
	return r, true
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
		if m := &p.dst[k]; m.Resolved() && m.Period.Precision == event.ToDay && (m.Type == Date || m.Type == Time) {
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
	if a.Min != a.Max {
		return durationTimex("X", a.Unit)
	}
	if abs(a.Min) > 3000 {
		return unknownTimex(a.Unit)
	}
	return offsetTimex(from, a.Min, a.Unit)
}

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

// fromUnit reads a unit that no number precedes: "days later", "hours
// earlier", "for months", "years".
func (p *parser) fromUnit(i, j int) (reading, bool) {
	w := p.w(j)
	if w.flags&fPlural == 0 || p.joined(j) {
		if w.is(unit, int16(Week)) || w.is(unit, int16(Month)) || w.is(unit, int16(Year)) || w.is(unit, int16(Day)) || w.is(unit, int16(Hour)) || w.is(unit, int16(Decade)) {
			// "month-long", "year-long".
			if p.joined(j+1) && p.key(j+1, keyLong) {
				return p.compound(i, j, 1, "1")
			}
			if p.joined(j+1) && p.w(j+1).is(modifier, modEnd) && Unit(w.val) >= Month {
				r, ok := p.thisUnit(i, j+2, Unit(w.val), 0) // "by year-end"
				r.Period = narrow(r.Period, r.gran, modEnd)
				return r, ok
			}
		}
		return reading{}, false
	}
	u := Unit(w.val)
	if o := p.w(j + 1); o.class == offset || o.class == modifier && (o.val == modEarlier || o.val == modLater) {
		return p.offsetAt(i, j, j+1, 2, 6, "X", u)
	}
	k := j + 1
	if p.joined(k) && p.key(k, keyLong) {
		k++
	}
	r := p.make(i, k, Duration, u)
	r.Timex = durationTimex("X", u)
	return r, true
}

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

// season reads a season at token j: "last spring", "the summer of 2014",
// "winter 2023-24", "this fall".
func (p *parser) season(i, j, art, rel int) (reading, bool) {
	w := p.w(j)
	if w.class != season {
		return reading{}, false
	}
	s := int(w.val)
	y, k := p.yearAfter(j + 1)
	b := event.Explicit
	if y != 0 && s == 3 {
		if n, ok := p.dash(k); ok {
			if z, ok := p.integer(n); ok && (z == (y+1)%100 || z == y+1) {
				return p.seasonOf(i, n+1, y, s, b), true
			}
		}
	}
	if y == 0 && (w.flags&fAmbiguous == 0 || p.prep(i-1, prepIn, prepSince, prepBy, prepDuring)) {
		if yy, kk, ok := p.yearPhrase(j + 1); ok {
			y, k, b = yy, kk, event.Relative
		}
	}
	if y != 0 {
		return p.seasonOf(i, k, y, s, b), true
	}
	k = j + 1
	if w.flags&fAmbiguous != 0 {
		if p.prep(k, prepOf) || p.caseOf(k) == text.Lower && p.w(k).class == none && rel == relNone && art != artThis {
			return reading{}, false // "the fall of Aleppo", "a spring board"
		}
	}
	if art == artNone && rel == relNone && !p.prep(i-1, prepIn, prepBy, prepSince, prepUntil, prepDuring) && p.w(i-1).class != modifier {
		return reading{}, false
	}
	if art == artA || art == artThat {
		return reading{}, false
	}
	if art == artThe && rel == relNone && !p.prep(i-1, prepIn, prepDuring, prepThrough, prepOver, prepBy) {
		return reading{}, false
	}
	if p.base.IsZero() || rel == relPrevious || rel == relFollowing || rel == relSame {
		return p.unresolved(i, k, Quarter, "XXXX-"+seasonTimex[s]), true
	}
	y = p.base.Year
	start := 3*s + 3
	month := int(p.base.Month)
	fut := false
	switch rel {
	case relLast, relPast:
		// The latest that is over: "last spring" of an October is this year's.
		for y++; ; y-- {
			if per := monthsPeriod(y, start, 3); per.End.Before(p.base) {
				break
			}
		}
	case relNext, relComing:
		fut = true
		if month >= start {
			y++
		}
	default:
		fut = p.future(i, k)
		if art == artThis {
			if s == 3 && month <= 5 && !fut {
				y--
			}
			fut = fut || month < start && s != 3
		} else if !fut && start > month {
			y--
		}
	}
	r := p.seasonOf(i, k, y, s, event.Relative)
	r.Future = fut
	return r, true
}

// seasonOf makes the reading of a season of a year; winter begins in the
// December of its year.
func (p *parser) seasonOf(i, j, y, s int, b event.Basis) reading {
	return p.over(i, j, Quarter, monthsPeriod(y, 3*s+3, 3), yearTimex(y)+"-"+seasonTimex[s], b)
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

// every reads "every Friday", "each day", "per hour".
func (p *parser) every(i int) (reading, bool) {
	j := i + 1
	n := "1"
	if p.w(j).is(ordinal, 2) {
		j++
		n = "2"
	} else if _, _, s, k, ok := p.number(j); ok && p.w(k).class == unit {
		j, n = k, s
	}
	w := p.w(j)
	switch w.class {
	case unit:
		r := p.make(i, j+1, Set, Unit(w.val))
		r.Timex = durationTimex(n, Unit(w.val))
		return r, true
	case weekday:
		r := p.make(i, j+1, Set, Day)
		r.Timex = weekdayTimex(int(w.val))
		if q := p.w(j + 1); q.class == part {
			r.Last++
			r.Timex += dayPart(q.val).timex()
		}
		return r, true
	case part:
		r := p.make(i, j+1, Set, Day)
		r.Timex = "XXXX-XX-XX" + dayPart(w.val).timex()
		return r, true
	case month:
		r := p.make(i, j+1, Set, Month)
		r.Timex = monthTimex(0, int(w.val))
		return r, true
	case season:
		r := p.make(i, j+1, Set, Quarter)
		r.Timex = "XXXX-" + seasonTimex[w.val]
		return r, true
	}
	return reading{}, false
}

// reference reads "now", "recently", "the future".
func (p *parser) reference(i int) (reading, bool) {
	w := p.w(i)
	r := p.make(i, i+1, Date, NoUnit)
	switch w.val {
	case refPresent:
		r.Timex = "PRESENT_REF"
	case refPast:
		if w.flags&fPlural != 0 { // "recent"
			if p.w(i+1).class != unit || p.w(i+1).flags&fPlural == 0 {
				return reading{}, false
			}
			r.Last++
		}
		r.Timex = "PAST_REF"
	case refFuture:
		if p.key(i, keyFuture) && !p.w(i-1).is(relative, relComing) && !p.prep(i-1, prepIn) {
			return reading{}, false
		}
		r.Timex = "FUTURE_REF"
	}
	return r, true
}

var keyFuture = text.KeyOf("future")
