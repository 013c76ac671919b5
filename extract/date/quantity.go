package date

import (
	"strconv"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

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
	if w.class == running && p.w(j+1).class == unit && p.w(j+1).flags&fPlural != 0 {
		j++ // "six consecutive months"
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
	if p.key(k, keyFrom) && p.w(k+1).class == weekday && !p.base.IsZero() && (u == Week || u == Fortnight) {
		// "a week from Monday" counts from the Monday to come.
		n := 7 * lo
		if u == Fortnight {
			n = 14 * lo
		}
		if d := nextWeekday(p.base, int(p.w(k+1).val)).AddDays(n); lo == hi && sane(d) {
			r := p.onDay(i, k+2, d, event.Relative)
			r.Future = true
			return r, true
		}
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
	if u == Weekend && p.prep(i-1, prepOn, prepAt) {
		r := p.make(i, j+1, Set, u) // "the shop opens on weekends"
		r.Timex = unknownTimex(u)
		return r, true
	}
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

var (
	keyOld  = text.KeyOf("old")
	keyOlds = text.KeyOf("olds")
	keyLong = text.KeyOf("long")
)

var (
	keyOnce  = text.KeyOf("once")
	keyTwice = text.KeyOf("twice")
	keyTimes = text.KeyOf("times")
)
