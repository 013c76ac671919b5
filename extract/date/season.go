package date

import (
	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

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
