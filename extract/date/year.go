package date

import "github.com/sitrep-go/sitrep/internal/text"

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

// yearInFront is the past year that heads the range and holds for all of it, 0
// where there is none: "In 2003 a record was set on 10 August".
func (p *parser) yearInFront() int {
	if len(p.dst) == p.mark || p.base.IsZero() {
		return 0
	}
	m := &p.dst[p.mark]
	if m.Type != Date || m.Last-m.First != 1 || m.First > p.first+2 || !p.prep(m.First-1, prepIn) || m.Place != Alone {
		return 0
	}
	if y, ok := p.year(m.First); ok && y < p.base.Year {
		return y
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
