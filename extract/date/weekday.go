package date

import (
	"time"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

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
