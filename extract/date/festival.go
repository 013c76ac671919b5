package date

import (
	"time"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// values of class festival.
const (
	feastChristmas = iota
	feastEaster
	feastThanksgiving
	feastHalloween
	feastEid
	feastRamadan
	feastHindu
	feastNowruz
	feastNewYear
	feastGood
	feastBoxing
)

var (
	keyDay      = text.KeyOf("day")
	keyEve      = text.KeyOf("eve")
	keyYear     = text.KeyOf("year")
	keyYears    = text.KeyOf("years")
	keyOrthodox = text.KeyOf("orthodox")
	keyFriday   = text.KeyOf("friday")
	keyMonday   = text.KeyOf("monday")
	keyFitr     = text.KeyOf("fitr")
	keyAdha     = text.KeyOf("adha")
	keyAl       = text.KeyOf("al")
)

// festival reads a feast that a fixed rule dates: "Christmas Day", "New Year's
// Eve", "Good Friday". Those of the moon, as Eid and Ramadan, are read and
// left unresolved.
func (p *parser) festival(i int) (reading, bool) {
	if p.caseOf(i) == text.Lower {
		return reading{}, false
	}
	j := i + 1
	var of func(y int) event.Date
	fixed := func(m, d int) func(int) event.Date {
		return func(y int) event.Date { return event.Date{Year: y, Month: time.Month(m), Day: d} }
	}
	switch p.w(i).val {
	case feastChristmas:
		m, d := 12, 25
		if p.key(i-1, keyOrthodox) {
			m, d = 1, 7
		}
		switch {
		case p.key(j, keyEve):
			j++
			if d == 7 {
				d = 6
			} else {
				d = 24
			}
		case p.key(j, keyDay):
			j++
		}
		of = fixed(m, d)
	case feastEaster:
		if p.key(i-1, keyOrthodox) {
			return reading{}, false
		}
		n := 0
		switch {
		case p.key(j, keySunday):
			j++
		case p.key(j, keyMonday):
			j++
			n = 1
		case p.caseOf(j) == text.Title:
			return reading{}, false // "Easter Island"
		}
		of = func(y int) event.Date { return easter(y).AddDays(n) }
	case feastThanksgiving:
		if p.key(j, keyDay) {
			j++
		}
		of = func(y int) event.Date { return nthWeekday(y, 11, 4, 4) }
	case feastHalloween:
		of = fixed(10, 31)
	case feastNewYear:
		if !p.key(j, keyYear) && !p.key(j, keyYears) {
			return reading{}, false
		}
		j++
		if p.kind(j) == text.Clitic {
			j++
		}
		switch {
		case p.key(j, keyEve):
			j++
			of = fixed(12, 31)
		case p.key(j, keyDay):
			j++
			of = fixed(1, 1)
		case j == i+2 && p.key(i+1, keyYear) && p.prep(i-1, prepAt):
			of = fixed(1, 1) // "at New Year"
		default:
			return reading{}, false
		}
	case feastGood:
		if !p.key(j, keyFriday) {
			return reading{}, false
		}
		j++
		of = func(y int) event.Date { return easter(y).AddDays(-2) }
	case feastBoxing:
		if !p.key(j, keyDay) {
			return reading{}, false
		}
		j++
		of = fixed(12, 26)
	case feastEid:
		if p.joined(j+1) && p.key(j, keyAl) && (p.key(j+1, keyFitr) || p.key(j+1, keyAdha)) {
			j += 2
		}
		return p.moonFeast(i, j, "XXXX-XX-XX"), true
	default:
		return p.moonFeast(i, j, "XXXX"), true
	}
	y, k := p.yearAfter(j)
	if y == 0 {
		if yy, kk, ok := p.yearPhrase(j); ok {
			y, k = yy, kk
		}
	}
	if y != 0 {
		return p.onDay(i, k, of(y), event.Explicit), true
	}
	if p.base.IsZero() {
		d := of(2001)
		if e := of(2002); d.Month != e.Month || d.Day != e.Day {
			return p.unresolved(i, j, Day, "XXXX-XX-XX"), true
		}
		return p.unresolved(i, j, Day, yearDayTimex(0, int(d.Month), d.Day)), true
	}
	fut := p.future(i, j)
	y = p.base.Year
	d := of(y)
	if !fut && p.base.Before(d) {
		d = of(y - 1)
	} else if fut && d.Before(p.base) {
		d = of(y + 1)
	}
	if !sane(d) {
		return reading{}, false
	}
	r := p.onDay(i, j, d, event.Relative)
	r.Future = fut
	return r, true
}

// moonFeast makes the reading of a feast that no rule here dates: of nothing
// but its year where that is told, "Ramadan 2024".
func (p *parser) moonFeast(i, j int, unknown string) reading {
	if y, k := p.yearAfter(j); y != 0 {
		return p.over(i, k, Year, yearPeriod(y), yearTimex(y), event.Explicit)
	}
	return p.unresolved(i, j, NoUnit, unknown)
}
