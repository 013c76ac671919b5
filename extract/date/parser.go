package date

import (
	"strconv"
	"time"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// armed reports whether any token of the range can be in a time expression
// that is worth reading: a cue word, or digits with the look of a year, a
// clock or a day.
func armed(d *text.Document, first, last int, lex *table) bool {
	for i := first; i < last; i++ {
		t := &d.Tokens[i]
		switch t.Kind {
		case text.Word:
			if lex.of(t.Key).flags&fCue != 0 {
				return true
			}
		case text.Number, text.Ordinal:
			if t.End-t.Start >= 3 || t.Kind == text.Ordinal {
				return true
			}
		}
	}
	return false
}

// parser reads the mentions of one range of tokens.
type parser struct {
	d           *text.Document
	lex         *table
	first, last int
	ref         Ref
	base        event.Date // the day the range is reckoned from; zero when unknown
	dst         []Mention
	depth       int // how many readings are under way within one another
	mark        int // where the mentions of this range begin in dst
}

// reading is a mention while it is read.
type reading struct {
	Mention
	gran Unit // Day, Week, Month, Quarter, Year …; Hour for a clock
	// day is the first day of the mention; zero while unresolved.
	day event.Date
	// year is set where the words name the year, month and dom where they
	// name the month and day of month.
	year, month, dom int
	weekday          bool // the words name a weekday alone
	hour             int  // of a clock, -1 else
}

func (p *parser) run() {
	for i := p.first; i < p.last; {
		if !p.begins(i) {
			i++
			continue
		}
		r, ok := p.read(i)
		if !ok {
			i++
			continue
		}
		p.add(&r)
		i = r.Last
	}
}

// starters are the classes of words that a mention can begin with.
const starters = 1<<month | 1<<weekday | 1<<unit | 1<<part | 1<<cardinal | 1<<ordinal | 1<<season | 1<<dayWord | 1<<article |
	1<<relative | 1<<modifier | 1<<offset | 1<<ref | 1<<frequency | 1<<every | 1<<festival | 1<<quantity | 1<<halfWord

// begins reports whether a mention may begin at token i, from that token and
// the next alone.
func (p *parser) begins(i int) bool {
	t := &p.d.Tokens[i]
	switch t.Kind {
	case text.Number, text.Ordinal, text.Designation:
		return true
	case text.Word:
	default:
		return false
	}
	w := p.lex.of(t.Key)
	if 1<<w.class&starters == 0 {
		return false
	}
	switch w.class {
	case article, relative, modifier, cardinal, ordinal, quantity, halfWord:
		// "the house", "last man", "two men" are most of them.
		if i+1 >= p.last {
			return false
		}
		next := &p.d.Tokens[i+1]
		switch next.Kind {
		case text.Word:
			n := p.lex.of(next.Key)
			return n.class != none && n.class != denied && n.class != counted && n.class != tense
		case text.Punct:
			return false
		}
		return true
	}
	return true
}

// w is what the lexicon knows of token i; the zero word outside the range.
func (p *parser) w(i int) word {
	if i < p.first || i >= p.last {
		return word{}
	}
	t := &p.d.Tokens[i]
	if t.Kind != text.Word {
		return word{}
	}
	return p.lex.of(t.Key)
}

// maxDepth bounds how far one reading nests in another, "overnight from Friday
// to Saturday", so that a text of "overnight overnight …" takes linear time.
const maxDepth = 4

func (p *parser) in(i int) bool { return i >= p.first && i < p.last }

// mark reports whether token i is the mark c.
func (p *parser) is(i int, c byte) bool { return p.in(i) && p.d.Is(i, c) }

// key reports whether token i is the word k.
func (p *parser) key(i int, k text.Key) bool {
	return p.in(i) && p.d.Tokens[i].Key == k && p.d.Tokens[i].Kind == text.Word
}

func (p *parser) kind(i int) text.Kind {
	if !p.in(i) {
		return text.Punct
	}
	return p.d.Tokens[i].Kind
}

func (p *parser) caseOf(i int) text.Case {
	if !p.in(i) {
		return text.NoCase
	}
	return p.d.Tokens[i].Case
}

// prep reports whether token i is one of the prepositions.
func (p *parser) prep(i int, vals ...int16) bool {
	w := p.w(i)
	if w.class != prep {
		return false
	}
	for _, v := range vals {
		if w.val == v {
			return true
		}
	}
	return false
}

// joined reports whether token i is tied to the one before it.
func (p *parser) joined(i int) bool { return p.in(i) && p.d.Tokens[i].Joined() }

// dash reports whether a hyphen or dash stands between tokens i-1 and i, tied
// or as a mark of its own, and gives the token behind it.
func (p *parser) dash(i int) (int, bool) {
	if p.joined(i) {
		return i, true
	}
	if p.in(i) && p.kind(i) == text.Punct {
		switch p.d.Of(i) {
		case "-", "–", "—":
			return i + 1, true
		}
	}
	return i, false
}

// integer is the value of token i if it is made of digits alone.
func (p *parser) integer(i int) (int, bool) {
	if p.kind(i) != text.Number {
		return 0, false
	}
	s := p.d.Of(i)
	if len(s) > 5 {
		return 0, false
	}
	n := 0
	for k := 0; k < len(s); k++ {
		if s[k] < '0' || s[k] > '9' {
			return 0, false
		}
		n = n*10 + int(s[k]-'0')
	}
	return n, true
}

// year is the value of token i if it is a year of four digits.
func (p *parser) year(i int) (int, bool) {
	n, ok := p.integer(i)
	if !ok || n < 1900 || n > 2099 || p.d.Tokens[i].End-p.d.Tokens[i].Start != 4 {
		return 0, false
	}
	return n, true
}

// dayNumber is the day of the month at token i, in figures or as an ordinal.
func (p *parser) dayNumber(i int) (int, bool) {
	switch p.kind(i) {
	case text.Number:
		n, ok := p.integer(i)
		return n, ok && n >= 1 && n <= 31 && p.d.Tokens[i].End-p.d.Tokens[i].Start <= 2
	case text.Ordinal:
		s := p.d.Of(i)
		n, err := strconv.Atoi(s[:len(s)-2])
		return n, err == nil && n >= 1 && n <= 31
	}
	return 0, false
}

func (p *parser) make(i, j int, typ Type, gran Unit) reading {
	return reading{Mention: Mention{First: i, Last: j, Type: typ}, gran: gran, hour: -1}
}

// onDay makes the reading of a known day.
func (p *parser) onDay(i, j int, d event.Date, b event.Basis) reading {
	r := p.make(i, j, Date, Day)
	r.day, r.Period, r.Basis, r.Timex = d, event.DayPeriod(d), b, dayTimex(d)
	return r
}

// over makes the reading of a known period.
func (p *parser) over(i, j int, gran Unit, per event.Period, timex string, b event.Basis) reading {
	r := p.make(i, j, Date, gran)
	r.day, r.Period, r.Basis, r.Timex = per.Start, per, b, timex
	return r
}

// unresolved makes the reading of what lacks a reference.
func (p *parser) unresolved(i, j int, gran Unit, timex string) reading {
	r := p.make(i, j, Date, gran)
	r.Timex = timex
	return r
}

// calendarDay makes the reading of a day of the month, of the year y or, where
// y is 0, of the year that the reference implies.
func (p *parser) calendarDay(i, j, y, m, d int) (reading, bool) {
	if m < 1 || m > 12 || d < 1 || d > 31 || d > daysIn(2000, m) || y != 0 && !validDay(y, m, d) {
		return reading{}, false
	}
	if y == 0 {
		if y = p.yearAhead(j, m); y == 0 {
			y = p.yearInFront()
		}
		if y != 0 && !validDay(y, m, d) {
			y = 0
		}
	}
	var r reading
	switch {
	case y != 0:
		r = p.onDay(i, j, event.Date{Year: y, Month: time.Month(m), Day: d}, event.Explicit)
		r.year = y
	case p.base.IsZero():
		r = p.unresolved(i, j, Day, yearDayTimex(0, m, d))
	default:
		fut := p.future(i, j)
		y, ok := p.yearOf(m, d, fut)
		if !ok {
			return reading{}, false
		}
		r = p.onDay(i, j, event.Date{Year: y, Month: time.Month(m), Day: d}, event.Explicit)
		r.Future = fut
	}
	r.month, r.dom = m, d
	return r, true
}

// yearOf is the year of the latest day m-d not after the reference, or of the
// earliest not before it for what looks forward.
func (p *parser) yearOf(m, d int, future bool) (int, bool) {
	y := p.base.Year
	for range 9 {
		if validDay(y, m, d) {
			day := event.Date{Year: y, Month: time.Month(m), Day: d}
			if !future && !p.base.Before(day) || future && !day.Before(p.base) {
				return y, true
			}
		}
		if future {
			y++
		} else {
			y--
		}
	}
	return 0, false
}

// monthOf makes the reading of a month, of the year y or the implied one.
func (p *parser) monthOf(i, j, y, m int) reading {
	if y == 0 {
		y = p.yearAhead(j, m)
	}
	if y == 0 {
		y = p.yearInFront()
	}
	if y != 0 {
		r := p.over(i, j, Month, monthPeriod(y, m), monthTimex(y, m), event.Explicit)
		r.year, r.month = y, m
		return r
	}
	if p.base.IsZero() {
		r := p.unresolved(i, j, Month, monthTimex(0, m))
		r.month = m
		return r
	}
	fut := p.future(i, j) && !p.qualifies(i, j)
	y = p.base.Year
	if !fut && m > int(p.base.Month) {
		y--
	} else if fut && m < int(p.base.Month) {
		y++
	}
	r := p.over(i, j, Month, monthPeriod(y, m), monthTimex(y, m), event.Relative)
	r.month, r.Future = m, fut
	return r
}

// onWeekday makes the reading of a weekday: the latest not after the
// reference, or the next where the words look forward.
func (p *parser) onWeekday(i, j, wd int) reading {
	if p.base.IsZero() {
		r := p.unresolved(i, j, Day, weekdayTimex(wd))
		r.weekday = true
		return r
	}
	fut := p.future(i, j)
	d := lastWeekday(p.base, wd)
	if fut && d != p.base {
		d = d.AddDays(7)
	}
	r := p.onDay(i, j, d, event.Relative)
	r.weekday, r.Future = true, fut
	return r
}

// future reports whether the words around the tokens i to j-1 look forward:
// "by Friday", "will meet on Friday", "On Friday the council will vote".
func (p *parser) future(i, j int) bool {
	k := p.before(i)
	if p.w(k).is(tense, looksNow) || p.prep(k, prepOn, prepAt) && p.w(k-1).is(tense, looksNow) {
		return true // "the vote is on Sunday"
	}
	if w := p.w(k); w.class == prep {
		switch w.val {
		case prepBy, prepUntil:
			for n := j; n < min(j+6, p.last); n++ {
				if p.w(n).is(tense, looksBack) && !p.said(n) {
					return false
				}
			}
			for n := k - 1; n >= max(p.first, k-8); n-- {
				if p.key(n, keyHad) {
					return false // "no deaths had been reported by Sunday"
				}
			}
			return true
		case prepDue:
			return true
		case prepOf:
			if p.key(k-1, keyAhead) { // "ahead of Sunday's vote"
				return true
			}
		}
	}
	n := j
	if p.kind(n) == text.Clitic {
		n++
	}
	if p.w(n).class == planned { // "the May 12 election"
		over := false
		for z := n + 1; z < min(n+5, p.last); z++ {
			over = over || p.w(z).is(tense, looksBack) && !p.said(z)
		}
		if dir, ok := p.looksBefore(k, i); !over && (!ok || dir) {
			return true
		}
	}
	if p.kind(j) == text.Clitic && p.w(j+1).class != planned {
		return false // "the toll of Sunday's attack is expected to rise"
	}
	if p.key(k, keyAs) && (p.key(k-1, keyEarly) || p.key(k-1, keySoon)) && p.key(k-2, keyAs) {
		for n := k - 3; n >= max(p.first, k-11); n-- {
			if p.key(n, keyCould) || p.key(n, keyMay) || p.key(n, keyMight) || p.key(n, keyCan) {
				return true // "could be sworn in as early as Wednesday"
			}
		}
	}
	if dir, ok := p.looksBefore(k, i); ok {
		return dir
	}
	if p.goesOn(i) {
		return true
	}
	for n := j; n < min(j+12, p.last); n++ {
		if p.is(n, ';') {
			break
		}
		if dir, ok := p.looks(n); ok {
			return dir
		}
	}
	return false
}

// qualifies reports whether the month or quarter of tokens i to j-1 only says
// which figures are meant, whenever they come out: "will report October sales
// tomorrow", "will publish second-quarter earnings in May".
func (p *parser) qualifies(i, j int) bool {
	return p.w(p.before(i)).class != prep && p.kind(j) == text.Word && p.caseOf(j) == text.Lower && p.w(j).class == none
}

// looksBefore reports which way the nearest verb looks that stands before token
// i, from token k down.
func (p *parser) looksBefore(k, i int) (forward, ok bool) {
	for n := k; n >= max(p.first, i-14); n-- {
		if p.is(n, ';') {
			break
		}
		if p.w(n).is(tense, looksPresent) && n >= i-3 {
			return true, true // "it starts July 1"
		}
		if dir, ok := p.looks(n); ok {
			return dir, true
		}
	}
	return false, false
}

// goesOn reports whether the mention told last in this range lies ahead and no
// verb stands between it and token i: "will sell notes next Tuesday and $9
// billion of bonds on Nov. 9".
func (p *parser) goesOn(i int) bool {
	k := len(p.dst) - 1
	for k >= p.mark && p.dst[k].Type == Duration && i-p.dst[k].Last <= 14 {
		k--
	}
	if k < p.mark {
		return false
	}
	m := &p.dst[k]
	if !m.Future || !m.Resolved() || m.Type != Date && m.Type != Time || i-m.Last > 14 {
		return false
	}
	for n := m.Last; n < i; n++ {
		if _, ok := p.looks(n); ok || p.is(n, ';') {
			return false
		}
	}
	return true
}

// before is the token before token i that governs it, over articles and what
// stands between: "until at least Thursday", "by late May".
func (p *parser) before(i int) int {
	k := i - 1
	for {
		switch w := p.w(k); {
		case w.class == article || w.class == modifier || w.is(prep, prepAbout):
			k--
		case p.key(k, keyLeast) && p.prep(k-1, prepAt):
			k -= 2
		default:
			return k
		}
	}
}

var keyLeast = text.KeyOf("least")

var (
	keyAs    = text.KeyOf("as")
	keyEarly = text.KeyOf("early")
	keySoon  = text.KeyOf("soon")
)

var keyAhead = text.KeyOf("ahead")

var keyHad = text.KeyOf("had")

var keySaid = text.KeyOf("said")

func (p *parser) said(n int) bool { return p.key(n, keySaid) }

// looks reports which way token n looks, if any: forward or back.
func (p *parser) looks(n int) (forward, ok bool) {
	if !p.in(n) {
		return false, false
	}
	t := &p.d.Tokens[n]
	w := p.w(n)
	switch w.class {
	case tense:
		switch w.val {
		case looksForward:
			if t.Key == keySet && !p.prep(n+1, prepTo, prepFor) {
				return false, true // "set fire to"
			}
			return true, true
		case looksBack:
			return false, true
		case looksBackAlone:
			if p.toBe(n) {
				return false, false // "will be held on Monday"
			}
			return false, true
		case looksNow:
			if p.prep(n+1, prepTo) && p.kind(n+2) == text.Word {
				return true, true // "are to meet"
			}
		case looksTo:
			return p.prep(n+1, prepTo), true // "agreed to meet on Sunday", "agreed on Sunday"
		}
		return false, false
	case prep:
		if w.val != prepDue || p.prep(n+1, prepTo) && p.d.Tokens[n].Key == keyDue && !p.w(n-1).is(tense, looksNow) {
			return false, false // "due to the fire"
		}
		if p.w(n+1).class == none && p.kind(n+1) == text.Word {
			return false, false // "hit a scheduled bus on Tuesday"
		}
		return true, true
	}
	if t.Kind == text.Word && t.Case == text.Lower && t.End-t.Start >= 5 && p.d.Text[t.End-2:t.End] == "ed" && !p.toBe(n) {
		return false, true
	}
	return false, false
}

// toBe reports whether "be" stands before the participle at token n.
func (p *parser) toBe(n int) bool {
	return p.key(n-1, keyBe) || p.key(n-2, keyBe) && p.w(n-1).class == none && p.kind(n-1) == text.Word
}

var (
	keyBe  = text.KeyOf("be")
	keyDue = text.KeyOf("due")
)

var keySet = text.KeyOf("set")

// withPart makes r a part of its day.
func (r *reading) withPart(dp dayPart) {
	if dp == noPart || r.gran != Day {
		return
	}
	r.Type = Time
	r.Timex += dp.timex()
	if !r.Period.IsZero() {
		r.Period.Part = dp.partOf()
	}
	if r.Anchor != nil {
		r.Anchor.Part = dp.partOf()
	}
}

// withClock makes r a time of its day.
func (r *reading) withClock(c clock) {
	r.Type = Time
	r.Timex += c.timex()
	r.hour = c.hour
	if !r.Period.IsZero() {
		r.Period.Part = partOfHour(c.hour)
	}
	if r.Anchor != nil {
		r.Anchor.Part = partOfHour(c.hour)
		r.Anchor.Early = c.hour < 5 && (c.half || c.hour > 0)
	}
}

// add gives r its bytes and what the words before it make of it, and appends
// it.
func (p *parser) add(r *reading) {
	r.Start, r.End = int(p.d.Tokens[r.First].Start), int(p.d.Tokens[r.Last-1].End)
	if r.Type == Date || r.Type == Time {
		r.Bound = p.bound(r.First, r.Last)
		if (r.hour >= 0 || r.Type == Time && p.onMidnight(r)) && (r.Bound == Before || r.Bound == After) {
			r.Bound = "" // "shortly before 8 p.m. on Monday" is on Monday
		}
	}
	if !p.base.IsZero() && r.Resolved() && p.base.Before(r.Period.Start) {
		r.Future = true
	}
	p.dst = append(p.dst, r.Mention)
	p.join()
}

// onMidnight reports whether r begins with noon or midnight, as in "shortly
// before midnight on Friday".
func (p *parser) onMidnight(r *reading) bool {
	w := p.w(r.First)
	return w.is(part, int16(noon)) || w.is(part, int16(midnight))
}

// bound is what the word before the tokens i to j-1 makes of the mention
// there. "Since Thursday's attack" and "after the 7 October massacre" bound the
// noun, which happened on that day.
func (p *parser) bound(i, j int) Bound {
	k := p.before(i)
	if p.kind(j) == text.Clitic || k < i-1 && p.kind(j) == text.Word && p.caseOf(j) == text.Lower && p.w(j).class == none {
		return ""
	}
	w := p.w(k)
	switch w.class {
	case prep:
		switch w.val {
		case prepSince:
			return Since
		case prepUntil, prepBy:
			return Until
		}
	case offset:
		switch w.val {
		case offBefore:
			return Before
		case offAfter:
			return After
		}
	}
	return ""
}
