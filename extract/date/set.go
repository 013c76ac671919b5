package date

import "github.com/sitrep-go/sitrep/internal/text"

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
