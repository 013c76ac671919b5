package date

import (
	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// fromPart reads what begins with a part of the day at token k: "night of
// 23–24 April", "dawn on Thursday", "noon".
func (p *parser) fromPart(i, k int) (reading, bool) {
	return p.partWith(i, k, artNone, relNone)
}

// partWith reads a part of the day at token k behind an article or a relative:
// "this morning", "last night", "the same evening", "the night of April 23".
func (p *parser) partWith(i, k, art, rel int) (reading, bool) {
	w := p.w(k)
	if w.class != part || p.joined(k+1) && p.w(k+1).class == none || p.joined(k) && i == k {
		return reading{}, false
	}
	dp := dayPart(w.val)
	j := k + 1
	// "the predawn hours", "the morning hours", "the night-time hours".
	if p.key(j, keyHours) {
		j++
	}
	switch {
	case rel == relLast:
		if p.base.IsZero() {
			r := p.unresolved(i, j, Day, "XXXX-XX-XX")
			r.withPart(dp)
			return r, true
		}
		if dp == night {
			r := p.make(i, j, Time, Day)
			r.Basis = event.Relative
			return r.nightFrom(p.base.AddDays(-1)), true
		}
		r := p.onDay(i, j, p.base.AddDays(-1), event.Relative)
		r.withPart(dp)
		return r, true
	case rel == relSame || rel == relNone && art == artThat:
		return p.partAnchored(i, j, 0, dp)
	case rel == relPrevious:
		return p.partAnchored(i, j, -1, dp)
	case rel == relNext || rel == relFollowing:
		return p.partAnchored(i, j, 1, dp)
	case rel == relNone && art == artThis:
		if p.base.IsZero() {
			r := p.unresolved(i, j, Day, "XXXX-XX-XX")
			r.withPart(dp)
			return r, true
		}
		r := p.onDay(i, j, p.base, event.Relative)
		r.withPart(dp)
		return r, true
	case rel != relNone:
		return reading{}, false
	}
	if before := p.w(k - 1); dp == dawn && k > i && (before.is(offset, offBefore) || before.is(modifier, modPre)) {
		dp = predawn // "before dawn on Thursday", "pre-dawn"
	}
	if art == artThe || art == artNone {
		if dp == night || dp == predawn {
			if r, ok := p.nightBetween(i, j); ok {
				return r, true
			}
		}
		if w := p.w(j); art == artThe && w.class == offset && (w.val == offBefore || w.val == offAfter) {
			n := 1
			if w.val == offBefore {
				n = -1
			}
			if p.key(j+1, keyLast) && n < 0 && !p.base.IsZero() {
				r := p.onDay(i, j+2, p.base.AddDays(-2), event.Relative)
				r.withPart(dp)
				return r, true
			}
			r, ok := p.partAnchored(i, j+1, n, dp)
			if p.clauseAt(j+1) && !p.heads(i) {
				// "were buried on Tuesday, the morning after gunmen rode up"
				p.turn(&r, -n, -n)
			}
			return r, ok
		}
		if r, ok := p.partOfDay(i, j, dp); ok {
			return r, true
		}
	}
	if art == artThe && dp == night && j == i+2 && (p.prep(i-1, prepDuring, prepOver) || p.inCourseOf(i)) && !p.base.IsZero() && !p.toldOtherDay() {
		// "During the night drones attacked Sumy" is last night's news.
		r := p.make(i, j, Time, Day)
		r.Basis = event.Relative
		return r.nightFrom(p.base.AddDays(-1)), true
	}
	return p.partAlone(i, k, j, art, dp)
}

// inCourseOf reports whether "in the course of" stands before token i.
func (p *parser) inCourseOf(i int) bool {
	return p.prep(i-1, prepOf) && p.key(i-2, keyCourse)
}

// toldOtherDay reports whether a day was told before that is neither the
// reference nor the one before it, between which last night lies.
func (p *parser) toldOtherDay() bool {
	for k := len(p.dst) - 1; k >= max(0, len(p.dst)-32); k-- {
		if m := &p.dst[k]; m.Resolved() && m.Period.Precision <= event.ToDays && m.Period.Start != p.base && m.Period.Start != p.base.AddDays(-1) {
			return true
		}
	}
	return false
}

// partOfDay reads the day that a part of it names, behind "of", "on" or
// nothing: "night of April 23", "dawn on Thursday", "dawn today".
func (p *parser) partOfDay(i, j int, dp dayPart) (reading, bool) {
	n := j
	if p.is(n, ',') && p.prep(n+1, prepOn) {
		n++
	}
	if p.prep(n, prepOf, prepOn) {
		n++
	}
	if p.w(n).class == article && n > j || p.w(n).class != article && p.w(n).class != relative {
		if r, ok := p.date(n); ok && r.gran == Day && r.Type == Date && !p.w(n).is(dayWord, dayOvernight) && !(n == j && p.kind(n) == text.Number) {
			// A clause of its own begins with "yesterday" behind a comma only.
			r.First = i
			if dp == night && n > j && p.prep(n-1, prepOf) && r.Resolved() && !r.weekday && r.Period.Start == r.Period.End {
				// "the night of July 2" ends on the day after.
				q := r.nightFrom(r.day)
				return q, true
			}
			r.withPart(dp)
			return r, true
		}
	}
	return reading{}, false
}

// partAnchored makes the reading of a part of the day n days from another
// event.
func (p *parser) partAnchored(i, j, n int, dp dayPart) (reading, bool) {
	r := p.make(i, j, Date, Day)
	r.Anchor = &Anchor{Min: n, Max: n, Unit: Day}
	r.Timex = p.guess(r.Anchor)
	r.withPart(dp)
	return r, true
}

// partAlone makes the reading of a part of the day that no day is told with:
// that of the day mentioned before it in the range, else anchored.
func (p *parser) partAlone(i, k, j, art int, dp dayPart) (reading, bool) {
	w := p.w(k)
	if w.flags&fPlural != 0 {
		return reading{}, false
	}
	lead := dp == predawn && i < k || p.prep(i-1, prepIn, prepAt, prepBy, prepUntil, prepDuring, prepAbout, prepSince, prepThrough, prepFrom, prepOver) || p.w(i-1).class == offset || dp == midnight && p.w(i-1).is(relative, relPast) || p.w(i-1).class == modifier
	if !lead || art == artA {
		return reading{}, false
	}
	if art == artThe && !p.prep(i-1, prepIn, prepDuring, prepThrough, prepOver) {
		return reading{}, false
	}
	if dp == night && p.w(i-1).class == offset {
		return reading{}, false
	}
	if m, ok := p.dayBefore(); ok {
		r := p.make(i, j, Date, Day)
		r.day, r.Period, r.Basis, r.Timex, r.Future = m.Period.Start, event.DayPeriod(m.Period.Start), m.Basis, m.Timex[:10], m.Future
		r.withPart(dp)
		return r, true
	}
	r, ok := p.partAnchored(i, j, 0, dp)
	if dp == midnight && (p.w(i-1).is(offset, offAfter) || p.w(i-1).is(relative, relPast)) {
		r.Anchor.Early = true // "shortly after midnight"
	}
	return r, ok
}

// fromModifier reads what begins with "early", "late", "earlier", "mid" and
// their like at token k: "early on Thursday", "late last month", "mid-January",
// "the early hours of Saturday", "the end of March".
func (p *parser) fromModifier(i, k int) (reading, bool) {
	if p.depth >= maxDepth {
		return reading{}, false
	}
	p.depth++
	defer func() { p.depth-- }()
	mod := p.w(k).val
	j := k + 1
	early := mod == modEarly || mod == modWee
	// "the early hours of Saturday", "the small hours", "the early morning
	// hours of Saturday".
	n := j
	if p.w(n).is(modifier, modWee) || p.w(n).class == part && early {
		n++
	}
	if early && p.key(n, keyHours) {
		if r, ok := p.partOfDay(i, n+1, predawn); ok {
			return r, true
		}
		if p.w(n+1).is(prep, prepOf) {
			if w := p.w(n + 3); w.class == part && p.w(n+2).class == article {
				n += 3
			}
		}
		return p.partAlone(i, k, n+1, artNone, predawn)
	}
	switch mod {
	case modPre:
		if p.joined(j) && p.w(j).is(part, int16(dawn)) {
			return p.partWith(i, j, artThe, relNone)
		}
		return reading{}, false
	case modWee:
		return reading{}, false
	case modEarlier, modLater:
		return p.comparative(i, k)
	case modStart, modEnd:
		if !p.prep(j, prepOf) || i == k && p.w(k-1).class != none {
			return reading{}, false
		}
		j++
	case modMid:
		if !p.joined(j) && p.d.Tokens[k].Key == keyMiddle {
			if !p.prep(j, prepOf) {
				return reading{}, false
			}
			j++
		}
	default:
		if p.prep(j, prepIn, prepOn) || p.prep(j, prepAt) && p.w(j+1).is(part, int16(night)) {
			j++
		}
	}
	// "late Thursday night": the part said wins.
	m := j
	r, ok := p.modified(i, m, mod)
	return r, ok
}

var keyMiddle = text.KeyOf("middle")

// modified reads the date at token j as its beginning, middle or end.
func (p *parser) modified(i, j int, mod int16) (reading, bool) {
	var r reading
	var ok bool
	if p.w(j).is(article, artThe) {
		if w := p.w(j + 1); w.class == unit && w.flags&fPlural == 0 && Unit(w.val) >= Week {
			r, ok = p.thisUnit(j, j+2, Unit(w.val), 0)
		}
	}
	if !ok {
		r, ok = p.dated(j)
	}
	if !ok {
		if w := p.w(j); w.class == part && i != j {
			// "early morning", "late evening".
			if w.flags&fPlural == 0 {
				return p.partWith(i, j, artNone, relNone)
			}
		}
		if y, yes := p.year(j); yes {
			r, ok = p.over(i, j+1, Year, yearPeriod(y), yearTimex(y), event.Explicit), true
			r.year = y
			if q, yes := p.decade(j, y); yes {
				r = q
			}
		}
		switch w := p.w(j); {
		case ok:
		case w.class == ordinal || p.kind(j) == text.Ordinal:
			r, ok = p.fromOrdinal(j, j) // "the early 20th century"
		case w.class == relative:
			r, ok = p.fromRelative(j, j, artNone)
		case w.is(article, artThis) || w.is(article, artThat) || w.is(article, artThe) && p.w(j+1).class == relative:
			r, ok = p.fromArticle(j, int(w.val))
		}
		if !ok {
			return reading{}, false
		}
	}
	if r.Type == Duration || r.Type == Set || r.Place != Alone {
		return reading{}, false
	}
	r.First = i
	if r.gran == Day {
		if r.Type == Time {
			return r, true
		}
		dp := noPart
		switch mod {
		case modEarly, modStart:
			dp = morning
		case modLate, modEnd:
			dp = night
		}
		if dp != noPart && !r.Period.IsZero() {
			r.Period.Part = dp.partOf()
		}
		if dp != noPart && r.Anchor != nil {
			r.Anchor.Part = dp.partOf()
		}
		return r, true
	}
	r.Period = narrow(r.Period, r.gran, mod)
	return r, true
}

// narrow is the beginning, middle or end of a period: the first ten days of a
// month, the first four months of a year, and the first third of the rest.
func narrow(per event.Period, gran Unit, mod int16) event.Period {
	if per.IsZero() || mod == modEarlier || mod == modLater {
		return per
	}
	which := 0
	switch mod {
	case modMid:
		which = 1
	case modLate, modEnd:
		which = 2
	}
	a := per.Start
	switch gran {
	case Month:
		last := daysIn(a.Year, int(a.Month))
		lo, hi := a, a
		lo.Day, hi.Day = 10*which+1, 10*which+10
		if which == 2 {
			hi.Day = last
		}
		if per.End.Before(hi) && lo.Before(per.End) {
			hi = per.End
		}
		return event.PeriodOf(lo, hi)
	case Decade:
		// The early 1970s are 1970 to 1973, the late ones 1977 to 1979.
		y := a.Year
		return yearsPeriod(y+[...]int{0, 4, 7}[which], y+[...]int{3, 6, 9}[which])
	case Century:
		y := a.Year
		return yearsPeriod(y+[...]int{0, 33, 67}[which], y+[...]int{32, 66, 99}[which])
	case Year:
		if per.End.Year != a.Year {
			return per
		}
		q := monthsPeriod(a.Year, 4*which+1, 4)
		if per.End.Before(q.End) && q.Start.Before(per.End) {
			q.End = per.End
		}
		return q
	}
	n := a.Days(per.End) + 1
	if n < 3 {
		return per
	}
	lo, hi := a.AddDays(n*which/3), a.AddDays(n*(which+1)/3-1)
	return event.PeriodOf(lo, hi)
}

// comparative reads "earlier this month", "later on Friday", "earlier in the
// day", "later that night", "earlier today".
func (p *parser) comparative(i, k int) (reading, bool) {
	j := k + 1
	if p.prep(j, prepOn, prepIn) {
		j++
	}
	if w := p.w(j); w.is(article, artThe) && p.w(j+1).class == unit && p.w(j+1).flags&fPlural == 0 {
		u := Unit(p.w(j + 1).val)
		if u == Day {
			return p.anchored(i, j+2, 0, 0, Day)
		}
		if u >= Week {
			r, ok := p.thisUnit(i, j+2, u, 0)
			return r, ok
		}
		return reading{}, false
	}
	var r reading
	var ok bool
	switch w := p.w(j); w.class {
	case article:
		if w.val != artThis && w.val != artThat && w.val != artThe {
			return reading{}, false
		}
		r, ok = p.fromArticle(j, int(w.val))
		if u := r.gran; ok && w.val == artThis && p.w(k).val == modLater && u >= Week && r.Resolved() {
			// "Later this week" lies between the paper and the week's end.
			r, _ = p.thisUnit(i, r.Last, u, 0)
			r.Period = event.PeriodOf(p.base, p.endOf(u))
			r.Future = true
		}
	case relative:
		r, ok = p.fromRelative(j, j, artNone)
	default:
		if j == k+1 && p.w(j).class == none && p.kind(j) == text.Word {
			return reading{}, false
		}
		r, ok = p.dated(j)
		if !ok && p.in(j) && p.prep(j-1, prepIn) {
			r, ok = p.bareYear(j)
		}
	}
	if !ok || r.Type == Duration || r.Type == Set {
		return reading{}, false
	}
	r.First = i
	return r, true
}
