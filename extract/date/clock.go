package date

import (
	"strings"
	"time"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

func monthNumber(m int) time.Month { return time.Month(m) }

// clock is a time of the clock.
type clock struct {
	hour, min int
	// sure is set where the words leave no doubt that it is one: "3 p.m.",
	// "14:32 GMT", "03:40".
	sure bool
	// half is set where "a.m." or "p.m." was said.
	half bool
}

func (c clock) timex() string {
	b := append(make([]byte, 0, 6), 'T')
	b = append(pad(b, c.hour, 2), ':')
	return string(pad(b, c.min, 2))
}

var (
	keyTime  = text.KeyOf("time")
	keyHours = text.KeyOf("hours")
	keyHrs   = text.KeyOf("hrs")
	keyLocal = text.KeyOf("local")
	keyH     = text.KeyOf("h")
)

// clock reads a time of the clock at token i: "03:40", "3:40 a.m.", "3pm",
// "0340 GMT", "6 o'clock".
func (p *parser) clock(i int) (c clock, next int, ok bool) {
	if p.kind(i) != text.Number {
		return c, i, false
	}
	s := p.d.Of(i)
	if len(s) > 8 {
		return c, i, false
	}
	j := i + 1
	h, m, colon, ok := hourMinute(s)
	if !ok {
		return c, i, false
	}
	am := p.w(j)
	if am.class == meridiem && p.d.Tokens[j].Gap <= text.Space {
		switch {
		case am.val == 2 && h >= 1 && h <= 12 && len(s) <= 2: // o'clock
			return clock{hour: h, sure: true}, p.zone(j + 1), true
		case am.val == 2:
			return c, i, false
		case h < 1 || h > 12 && am.val == 0 || h > 23 || len(s) == 4 && !colon:
			return c, i, false
		}
		if am.val == 1 && h < 12 {
			h += 12
		} else if am.val == 0 && h == 12 {
			h = 0
		}
		return clock{hour: h, min: m, sure: true, half: true}, p.zone(j + 1), true
	}
	if colon && strings.IndexByte(s, ':') > 0 {
		if h > 23 && !(h == 24 && m == 0) {
			return c, i, false
		}
		if h == 24 {
			h = 0
		}
		z := p.zone(j)
		if w := p.w(i - 1); s[1] == ':' && z == j && (w.class != prep || w.val == prepOf) && w.class != offset && !p.is(i-1, ',') {
			return c, i, false // "a ratio of 4:30"
		}
		return clock{hour: h, min: m, sure: true}, z, true
	}
	// "0340 GMT", "1900 hours", "0530hrs".
	if len(s) == 4 && !colon && h < 24 && m < 60 {
		if p.key(j, keyHours) || p.key(j, keyHrs) || p.key(j, keyH) && p.d.Tokens[j].Gap == text.None {
			if s[0] == '0' || p.d.Tokens[j].Gap == text.None || p.prep(i-1, prepAt) {
				return clock{hour: h, min: m, sure: true}, p.zone(j + 1), true
			}
			return c, i, false
		}
		if z := p.zone(j); z > j {
			return clock{hour: h, min: m, sure: true}, z, true
		}
		if p.prep(i-1, prepAt, prepAbout) && (p.w(j+1).class == part && (p.w(j).is(relative, relLast) || p.w(j).is(article, artThis)) || p.w(j).is(dayWord, dayToday) || p.w(j).is(dayWord, dayYesterday)) {
			return clock{hour: h, min: m, sure: true}, j, true // "at 2040 last night"
		}
	}
	return c, i, false
}

// clockAt reports whether the number at token i is a time of the clock and not
// a day of the month: "April 3:40", "May 5 p.m.".
func (p *parser) clockAt(i int) bool {
	_, _, ok := p.clock(i)
	return ok
}

// zone gives the token behind the time zone at token j, "GMT", "local time",
// "Kyiv time"; j where there is none.
func (p *parser) zone(j int) int {
	w := p.w(j)
	if w.class == zone {
		if p.key(j, keyLocal) {
			if p.key(j+1, keyTime) {
				return j + 2
			}
			return j
		}
		if c := p.caseOf(j); c == text.Upper || c == text.Title {
			return j + 1
		}
		return j
	}
	if p.caseOf(j) == text.Title && p.key(j+1, keyTime) {
		return j + 2
	}
	return j
}

// hourMinute reads "3", "03:40", "3.40", "0340" and "14:32:05".
func hourMinute(s string) (h, m int, sep, ok bool) {
	k := strings.IndexAny(s, ":.")
	if k < 0 {
		n := 0
		for i := 0; i < len(s); i++ {
			if s[i] < '0' || s[i] > '9' {
				return 0, 0, false, false
			}
			n = n*10 + int(s[i]-'0')
		}
		switch len(s) {
		case 1, 2:
			return n, 0, false, true
		case 4:
			return n / 100, n % 100, false, true
		}
		return 0, 0, false, false
	}
	if k < 1 || k > 2 || len(s) != k+3 && !(len(s) == k+6 && s[k] == ':' && s[k+3] == ':') {
		return 0, 0, false, false
	}
	for i := 0; i < len(s); i++ {
		if i != k && i != k+3 && (s[i] < '0' || s[i] > '9') {
			return 0, 0, false, false
		}
	}
	for i := 0; i < k; i++ {
		h = h*10 + int(s[i]-'0')
	}
	m = int(s[k+1]-'0')*10 + int(s[k+2]-'0')
	return h, m, true, m < 60
}

// clocked makes the reading of the clock c at tokens i to j-1: with the day
// behind it, "03:40 on 17 August", else of the day mentioned before it in the
// range, else of the day heading.
func (p *parser) clocked(i, j int, c clock) reading {
	k := j
	// "6 o'clock in the morning", "at 11 at night".
	if p.prep(k, prepIn, prepAt) {
		n := k + 1
		if p.w(n).is(article, artThe) {
			n++
		}
		if w := p.w(n); w.class == part {
			c = c.inPart(dayPart(w.val))
			k, j = n+1, n+1
		}
	}
	if p.is(k, '(') { // "6 p.m. (1500 GMT) on Monday"
		if _, n, ok := p.clock(k + 1); ok && p.is(n, ')') {
			k = n + 1
		}
	}
	if p.is(k, ',') {
		k++
	}
	if p.prep(k, prepOn) {
		k++
	}
	if r, ok := p.date(k); ok && r.gran == Day && r.Type == Date && r.Place == Alone && strings.IndexByte(r.Timex, '/') < 0 {
		r.First = i
		// "9 a.m. Saturday morning": the part of the day adds nothing.
		if w := p.w(r.Last); w.class == part && w.flags&fPlural == 0 {
			c = c.inPart(dayPart(w.val))
			r.Last++
		}
		r.withClock(c)
		return r
	}
	if r, ok := p.clockedPart(i, k, c); ok {
		return r
	}
	if m, ok := p.dayBefore(); ok {
		r := p.make(i, j, Time, Day)
		r.Timex = m.Timex[:10] + c.timex()
		r.hour = c.hour
		r.Period, r.Basis, r.Future = event.DayPeriod(m.Period.Start), m.Basis, m.Future
		r.Period.Part = partOfHour(c.hour)
		r.day = m.Period.Start
		return r
	}
	r := p.make(i, j, Date, Day)
	if !p.ref.Heading.IsZero() {
		r = p.onDay(i, j, p.ref.Heading, event.Relative)
	} else {
		r.Anchor = &Anchor{Unit: Day}
		r.Timex = p.guess(r.Anchor)
	}
	r.withClock(c)
	return r
}

// spokenHour reads an hour that only the part of the day tells to be one: "at 4
// in the morning", "around 11 at night".
func (p *parser) spokenHour(i int) (c clock, next int, ok bool) {
	h, ok := p.integer(i)
	if !ok || h < 1 || h > 12 || p.joined(i) || !p.prep(i-1, prepAt, prepAbout, prepBy, prepUntil, prepFrom) && p.w(i-1).class != offset {
		return c, i, false
	}
	j := i + 1
	if !p.prep(j, prepIn, prepAt) {
		return c, i, false
	}
	j++
	if p.w(j).is(article, artThe) {
		j++
	}
	if w := p.w(j); w.class == part && w.flags&fPlural == 0 {
		return clock{hour: h}, i + 1, true
	}
	return c, i, false
}

// inPart is c with the afternoon's hours where the part of the day tells that
// "7:30" is not in the morning.
func (c clock) inPart(dp dayPart) clock {
	if c.hour < 12 && !c.half && (dp == afternoon || dp == evening || dp == night && c.hour >= 6) {
		c.hour += 12
	}
	return c
}

// clockedPart reads the part of a day behind the clock c, "6:30 this morning",
// "11.30pm last night", and makes it the day of that clock.
func (p *parser) clockedPart(i, k int, c clock) (reading, bool) {
	w := p.w(k)
	the := w.is(article, artThe) && p.w(k+1).class == relative
	if !the && !w.is(article, artThis) && !w.is(article, artThat) && !w.is(relative, relLast) {
		return reading{}, false
	}
	var r reading
	var ok bool
	if w.class == article {
		r, ok = p.fromArticle(k, int(w.val))
	} else {
		r, ok = p.fromRelative(k, k, artNone)
	}
	if !ok || r.gran != Day || r.Type != Time || p.w(r.Last-1).class != part {
		return reading{}, false
	}
	c = c.inPart(dayPart(p.w(r.Last - 1).val))
	r.First = i
	if n := strings.IndexByte(r.Timex, 'T'); n > 0 {
		r.Timex = r.Timex[:n]
	}
	if r.Resolved() {
		d := r.Period.Start
		if r.Period.End != d && c.hour < 12 {
			d = r.Period.End // "2 a.m. last night"
		}
		r.day, r.Period, r.Timex = d, event.DayPeriod(d), dayTimex(d)
	}
	r.withClock(c)
	return r, true
}

// dayBefore is the last mention of a single day in this range so far.
func (p *parser) dayBefore() (Mention, bool) {
	for k := len(p.dst) - 1; k >= max(p.mark, len(p.dst)-16); k-- {
		m := p.dst[k]
		if (m.Type == Date || m.Type == Time) && m.Resolved() && m.Period.Start == m.Period.End && len(m.Timex) >= 10 && m.Timex[4] == '-' && m.Timex[7] == '-' {
			return m, true
		}
	}
	return Mention{}, false
}
