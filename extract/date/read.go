package date

import (
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
		if r, ok := p.monthsQuarter(i, i); ok {
			return r, true
		}
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
