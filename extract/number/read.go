package number

import (
	"math"
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// reader reads the numbers of one range of tokens.
type reader struct {
	d           *text.Document
	v           *vocabulary
	first, last int
	// floor is where the number before ended; nothing before it is taken.
	floor int
	// andRange is set while the first number of "between … and …" is read, in
	// which "and" cannot join "one hundred" to "twenty".
	andRange bool
	// prev is the number before, which a list carries on: "aged 3, 5 and 7".
	prev Number
}

var noEntry entry

// at is what is known about token i; nothing where it is outside or no word.
func (r *reader) at(i int) *entry {
	if i < r.first || i >= r.last {
		return &noEntry
	}
	t := &r.d.Tokens[i]
	if t.Kind == text.Number || t.Kind == text.Designation {
		return &noEntry
	}
	return r.v.find(t.Key)
}

// isWord reports whether token i is the word w.
func (r *reader) isWord(i int, w word) bool {
	return i >= r.first && i < r.last && r.d.Tokens[i].Key == r.v.keys[w] && r.d.Tokens[i].Kind == text.Word
}

// in reports whether token i is of one of the classes f.
func (r *reader) in(i int, f flag) bool { return r.at(i).flags&f != 0 }

func (r *reader) isMark(i int, c byte) bool {
	return i >= r.first && i < r.last && r.d.Is(i, c)
}

// isMonth reports whether token i is the name of a month. "May" and "March"
// are others' words in lower case.
func (r *reader) isMonth(i int) bool {
	return r.at(i).flags&monthWord != 0 && r.d.Tokens[i].Case != text.Lower
}

func (r *reader) lower(i int) bool {
	return i >= r.first && i < r.last && r.d.Tokens[i].Kind == text.Word && r.d.Tokens[i].Case == text.Lower
}

// all reads the numbers from token i on.
func (r *reader) all(i int, dst []Number) []Number {
	for i < r.last {
		if !r.v.begins(&r.d.Tokens[i]) {
			i++
			continue
		}
		n, next, ok := r.one(i)
		if ok && n.Kind != "" {
			n.Start, n.End = int(r.d.Tokens[n.First].Start), int(r.d.Tokens[n.Last-1].End)
			dst = append(dst, n)
			r.floor, r.prev = n.Last, n
		}
		i = max(next, i+1)
	}
	return dst
}

// one reads the number that begins at token i, with what belongs to it on
// both sides, and gives where to go on.
func (r *reader) one(i int) (n Number, next int, ok bool) {
	t := &r.d.Tokens[i]
	if t.Kind == text.Word {
		f := r.at(i).flags
		switch {
		case f&(opener|noneWord|vagueWord|collectiveWord) != 0:
			if n, next, ok := r.special(i); ok || f&(numeral|ordinalWord|partWord) == 0 {
				return n, next, ok
			}
		case f&massWord != 0:
			return r.mass(i)
		}
		if r.isWord(i, wordOne) && r.notCounting(i) {
			return n, i + 1, false
		}
	}
	c, ok := r.core(i)
	if !ok {
		return n, i + 1, false
	}
	n = Number{First: c.first, Last: c.last, Value: c.val, Kind: c.kind}
	return r.finish(c, n)
}

// core reads the number at token i without what stands around it, but with
// the "a" of "a hundred" and the sign of "-5".
func (r *reader) core(i int) (c core, ok bool) {
	toks := r.d.Tokens
	switch t := &toks[i]; {
	case t.Kind == text.Number || t.Kind == text.Ordinal:
		c = r.digits(i)
		// ".08"
		if i > r.floor && r.d.Is(i-1, '.') && t.Gap == text.None && c.plain && toks[i-1].Gap != text.None {
			c.val = fraction(r.d.Of(i))
			c.mantissa, c.first, c.plain = c.val, i-1, false
			r.scaled(&c)
		}
	default:
		e := r.at(i)
		if e.flags&signWord != 0 {
			return core{first: i, last: i + 1, val: e.val, kind: Fraction, scale: 1}, true
		}
		if e.flags&(partWord|ordinalWord) != 0 && e.flags&(numeral) == 0 {
			return r.ordinalOrPart(i)
		}
		if e.flags&dozenWord != 0 {
			c = core{first: i, last: i + 1, val: e.val, mantissa: 1, scale: e.val}
		} else if c, ok = r.inWords(i); !ok {
			return c, false
		}
		if e.flags&(hundredWord|scaleWord|dozenWord) != 0 && i > r.floor && toks[i].Gap <= text.Line && toks[i].Gap != text.None {
			switch {
			case r.isWord(i-1, wordA):
				c.first = i - 1
			case r.isWord(i-1, wordHalf) && e.flags&(scaleWord|dozenWord) != 0:
				c.first, c.val, c.mantissa = i-1, c.val/2, c.mantissa/2
			}
		}
	}
	if c.kind == "" {
		r.parts(&c)
	}
	if c.kind == "" && c.digits {
		r.power(&c)
	}
	if c.kind == "" || c.kind == Fraction || c.kind == Decimal {
		r.sign(&c)
	}
	return c, true
}

// power reads the scientific notations "1.3e6", "1.3x10^6" and "2^10" behind
// the digits c.
func (r *reader) power(c *core) {
	s := r.d.Text
	if c.last < r.last {
		s = s[:r.d.Tokens[r.last-1].End]
	}
	i := int(r.d.Tokens[c.last-1].End)
	if i >= len(s) || s[i] != 'e' && s[i] != 'E' && s[i] != '^' && s[i] != 'x' && s[i] != '*' {
		return
	}
	base, mant := 10.0, c.val
	switch rest := s[i:]; {
	case strings.HasPrefix(rest, "x10^"), strings.HasPrefix(rest, "*10^"):
		i += 4
	case rest[0] == '^':
		base, mant = c.val, 1
		i++
	case rest[0] == 'e' || rest[0] == 'E':
		i++
	default:
		return
	}
	neg := false
	for n := 0; n < 2 && i < len(s) && (s[i] == '+' || s[i] == '-'); n++ {
		neg = neg != (s[i] == '-')
		i++
	}
	j := i
	for j < len(s) && '0' <= s[j] && s[j] <= '9' && j-i < 4 {
		j++
	}
	if j == i || j < len(s) && (s[j] >= 'a' && s[j] <= 'z' || s[j] >= 'A' && s[j] <= 'Z' || s[j] >= '0' && s[j] <= '9') {
		return
	}
	x := whole(s[i:j])
	if neg {
		x = -x
	}
	v := mant * math.Pow(base, x)
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return
	}
	k := c.last
	for k < r.last && int(r.d.Tokens[k].End) <= j {
		k++
	}
	if int(r.d.Tokens[k-1].End) != j {
		return // the digits are glued to more: "1.3e6.2"
	}
	c.val, c.mantissa, c.last, c.plain, c.kind = v, v, k, false, Decimal
}

// ordinalOrPart reads "third", "twentieth" or "half" at token i, which no
// number in words begins.
func (r *reader) ordinalOrPart(i int) (c core, ok bool) {
	e := r.at(i)
	toks := r.d.Tokens
	c = core{first: i, last: i + 1, val: e.val, mantissa: e.val, scale: 1, kind: OrdinalNumber}
	article := i > r.floor && toks[i].Gap == text.Space && (r.isWord(i-1, wordA) || r.isWord(i-1, wordAn))
	switch {
	case r.isWord(i, wordHalf):
		if toks[i].Joined() || i > r.first && r.at(i-1).flags&ordinalWord != 0 {
			return c, false // "the second half"
		}
		c.kind, c.val = Fraction, 0.5
		if article {
			c.first = i - 1
		}
		j := i + 1
		if !r.tied(j) {
			return c, true
		}
		if r.ofAMillion(&c); c.kind == "" {
			return c, true
		}
		if r.isWord(j, wordA) || r.isWord(j, wordAn) {
			j++
		}
		// "half a million", "half a dozen", "a half-dozen", "half an hour"
		if f := r.at(j); f.flags&(scaleWord|dozenWord) != 0 && r.tied(j) {
			c.kind, c.val, c.last = "", f.val/2, j+1
			c.mantissa, c.scale = 0.5, f.val
		} else if f.flags&unitOf != 0 && j > i+1 {
			c.kind, c.last = "", j
		} else if toks[i+1].Gap == text.Hyphen && f.flags&unitOf == 0 {
			return c, false // "half-brother"
		}
		return c, true
	case e.flags&ordinalWord == 0 && e.flags&pluralPart == 0: // quarter
		c.kind, c.val = Fraction, 0.25
		if article {
			c.first = i - 1
		}
		if f := r.at(i + 1); f.flags&scaleWord != 0 && r.tied(i+1) {
			c.kind, c.val, c.last = "", f.val/4, i+2
			c.mantissa, c.scale = 0.25, f.val
			return c, true
		}
		if !article || !(r.isWord(i+1, wordOf) || i+1 >= r.last || toks[i+1].Kind == text.Punct) {
			return c, false // "the Jewish quarter", "in the first quarter"
		}
		r.ofAMillion(&c)
		return c, true
	case e.flags&ordinalWord == 0:
		return c, false // "quarters", "seconds"
	}
	// "a third of"; "a third man" is one in a row.
	if article && e.flags&partWord != 0 && (r.isWord(i+1, wordOf) || i+1 >= r.last) {
		c.kind, c.val, c.first = Fraction, 1/e.val, i-1
		r.ofAMillion(&c)
	}
	return c, true
}

// parts makes c a fraction or an ordinal where the next word asks for it:
// "two thirds", "one-eighth", "twenty-fifth", "two hundredth".
func (r *reader) parts(c *core) {
	if c.last >= r.last {
		return
	}
	j := c.last
	switch {
	case r.isMark(j, '-') && r.d.Tokens[j].Gap == text.Space && !c.digits: // "one - fourth"
		j++
	case r.isWord(j, wordAnd) && r.in(c.first-1, determiner) && r.in(j-1, hundredWord|scaleWord) && r.in(j+1, ordinalWord): // "the hundred and first"
		j++
	}
	if !r.tied(j) {
		return
	}
	e := r.at(j)
	lastWord := r.at(c.last - 1)
	if c.val != math.Trunc(c.val) {
		return
	}
	// "three twenty-firsts", "one twenty-fifth"
	if e.flags&tensWord != 0 && r.tied(j+1) && !c.digits {
		if u := r.at(j + 1); u.val < 10 && (u.flags&pluralPart != 0 && u.flags&ordinalWord == 0 || c.val == 1 && u.flags&ordinalWord != 0) {
			c.kind, c.val, c.last = Fraction, c.val/(e.val+u.val), j+2
			return
		}
	}
	switch {
	case e.flags&pluralPart != 0 && !r.isWord(j, wordSeconds) && !(r.isWord(j, wordQuarters) && c.val > 20):
		x := c.val
		if lastWord.flags&tensWord != 0 && c.val > lastWord.val && e.val < 10 && !(c.last-2 >= c.first && r.isWord(c.last-2, wordAnd)) {
			x, e = c.val-lastWord.val, &entry{val: lastWord.val + e.val} // "one hundred thirty-fifths"
		}
		c.kind, c.val, c.last = Fraction, x/e.val, j+1
		r.ofAMillion(c)
	case r.isWord(j, wordHalf) || c.digits:
	case e.flags&partWord != 0 && (c.val == 1 && c.scale == 1):
		if e.val == 4 && e.flags&ordinalWord == 0 && r.d.Tokens[j].Gap == text.Space && !r.isWord(j+1, wordOf) {
			return // "in one quarter"
		}
		c.kind, c.val, c.last = Fraction, 1/e.val, j+1
		r.ofAMillion(c)
	case e.flags&ordinalWord != 0 && (lastWord.flags&tensWord != 0 && e.val < 10 ||
		lastWord.flags&(hundredWord|scaleWord) != 0 && e.val < lastWord.val ||
		e.val >= 100 && lastWord.flags&(unitWord|tensWord|hundredWord) != 0):
		if e.val >= 100 {
			c.val *= e.val
		} else {
			c.val += e.val
		}
		c.kind, c.last = OrdinalNumber, j+1
	}
}

// ofAMillion reads "of a million" behind "two thirds".
func (r *reader) ofAMillion(c *core) {
	j := c.last
	if r.isWord(j, wordOf) && r.isWord(j+1, wordA) && r.at(j+2).flags&scaleWord != 0 {
		c.val *= r.at(j + 2).val
		c.kind, c.last = "", j+3
	}
}

// sign reads "-5" and "minus five". A hyphen behind a space or at the start
// of a line with words behind it is a dash or a bullet.
func (r *reader) sign(c *core) {
	i := c.first
	if i <= r.floor {
		return
	}
	t := &r.d.Tokens[i-1]
	switch w := r.d.Of(i - 1); { // no word list: the three are all there are
	case (w == "-" || w == "\u2212") && r.d.Tokens[i].Gap == text.None && c.digits && t.Gap != text.None:
		if i-2 >= r.first && (r.d.Tokens[i-2].Kind == text.Number || r.d.Is(i-2, ')')) ||
			(t.Gap == text.Line || t.Gap == text.Blank) && r.lower(c.last) && r.unitAt(c.last) == 0 {
			return
		}
	case w == "minus" || w == "negative":
	default:
		return
	}
	c.first, c.val = i-1, -c.val
	if c.kind == "" {
		c.kind = Decimal
	}
}

// wholeOf is x as a whole number.
func wholeOf(x float64) (int, bool) {
	n := math.Round(x)
	if math.Abs(x-n) > 1e-9*math.Max(1, math.Abs(x)) || n < 0 || n > 1<<53 {
		return 0, false
	}
	return int(n), true
}

// finish reads what stands around c: range, unit, part and hedges.
func (r *reader) finish(c core, n Number) (Number, int, bool) {
	lo, hi := c.val, c.val
	if n.Kind == "" || n.Kind == Time || n.Kind == Fraction {
		if c2, ok := r.rangeBehind(&c); ok {
			lo, hi = c.val, c2.val
			n.Last = c2.last
			if n.Kind == "" && c2.kind != "" {
				n.Kind = c2.kind
			}
		}
	}
	n.First = c.first
	if n.Kind == "" {
		r.classify(&c, &n)
	} else if n.Kind == OrdinalNumber {
		r.ordinal(&c, &n)
	} else if n.Kind == Fraction {
		r.portion(&n, &lo, &hi)
		if r.isMonth(n.Last) && c.digits { // "9/10 March"
			n.Kind, c.empty = Date, true
			lo, hi = 0, 0
		}
		if n.Kind == Fraction && r.unitAt(n.Last) != 0 && r.d.Tokens[n.Last].Gap != text.None { // "1/2 mile", "a half-hour"
			r.unitBehind(&n)
		}
	} else if n.Kind == Time {
		r.clockBehind(&n)
	}
	if n.Kind == "" {
		return n, n.Last, false
	}
	if n.Kind == Cardinal && lo == hi {
		if x, last, ok := r.oneIn(&n); ok {
			n.Kind, n.Last, n.Value = Fraction, last, x
			_, n.First = r.hedgesBefore(n.First)
			return n, n.Last, true
		}
		r.partOf(&n)
		if r.allBut(&n) {
			lo = float64(n.Count.Min)
			hi = lo
		}
	}
	h, first := r.hedgesBefore(n.First)
	switch n.Kind {
	case Label, Designation, Date, Coordinate, Phone, OrdinalNumber, Time:
		h, first = hedge{}, n.First
	}
	n.First = first
	if n.Kind == Cardinal {
		r.ageBefore(&n)
	}
	if h.Hedge == "" || h.Hedge == event.Exact || h.Hedge == event.Around {
		if n.Kind == Cardinal && r.isMark(n.Last, '+') && r.d.Tokens[n.Last].Gap == text.None { // "12+"
			h.Hedge, n.Last = event.AtLeast, n.Last+1
		} else if a, last := r.hedgeAfter(n.Last); last > n.Last && r.hedgeStays(a, last) {
			switch n.Kind {
			case Cardinal, Age, Duration, Money, Measure, Percent, Fraction:
				h, n.Last = a, last
			}
		} else if n.Kind == Cardinal && r.lower(n.Last) && !r.isWord(n.Last, wordOr) {
			// "12 people or more": the words stand behind the noun.
			if a, last := r.hedgeAfter(n.Last + 1); last > n.Last+1 && (r.isWord(n.Last+1, wordOr) || last >= n.Last+3) && r.hedgeStays(a, last) {
				h = a
			}
		}
	}
	if n.Kind == Cardinal && lo == hi && n.Whole.IsZero() {
		if x, last, ok := r.otherBound(h, &n); ok {
			n.Value, n.Last = lo, last
			n.Count = x
			return n, n.Last, true
		}
	}
	n.Value = lo
	a, okA := wholeOf(lo)
	b, okB := wholeOf(hi)
	switch {
	case c.empty:
	case okA && okB:
		n.Count = h.with(a, b)
	case n.Kind == Cardinal:
		n.Kind = Decimal
	}
	return n, n.Last, true
}

// otherBound reads the second bound of "more than 10 but fewer than 20"
// behind n, whose own hedge is h, and gives the count between the two.
func (r *reader) otherBound(h hedge, n *Number) (event.Count, int, bool) {
	if h.Hedge != event.AtLeast && h.Hedge != event.MoreThan && h.Hedge != event.UpTo {
		return event.Count{}, 0, false
	}
	j := n.Last
	if !r.isWord(j, wordAnd) && !r.isWord(j, wordBut) {
		return event.Count{}, 0, false
	}
	for k := j + 2; k < r.last && k <= j+maxHedge+1; k++ {
		if !r.v.begins(&r.d.Tokens[k]) || r.at(k).flags&opener != 0 {
			continue
		}
		floor := r.floor
		r.floor = j + 1
		h2, f := r.hedgesBefore(k)
		c2, ok := r.core(k)
		r.floor = floor
		if f != j+1 || !ok || c2.kind != "" || c2.first < k || (h2.Hedge == event.UpTo) == (h.Hedge == event.UpTo) {
			break
		}
		a, okA := wholeOf(n.Value)
		b, okB := wholeOf(c2.val)
		x, y := h.with(a, a), h2.with(b, b)
		if h.Hedge == event.UpTo {
			x, y = y, x
		}
		if !okA || !okB || x.Min > y.Max || !x.HasMin() || !y.HasMax() || r.unitAt(c2.last) != 0 {
			break
		}
		return event.Count{Min: x.Min, Max: y.Max, Hedge: event.Between}, c2.last, true
	}
	return event.Count{}, 0, false
}

// hedgeStays reports whether a hedge that ends before token last belongs to
// the number before it: "killed 12, at least five of them" and "12 at least
// five" give it to the number behind.
func (r *reader) hedgeStays(h hedge, last int) bool {
	if r.isWord(last, wordThan) && last+1 < r.last && r.v.begins(&r.d.Tokens[last+1]) {
		return false // "5,000 or more than 4,500"
	}
	if last >= r.last || r.isWord(last-1, wordOdd) {
		return true
	}
	return !r.v.begins(&r.d.Tokens[last])
}

// rangeBehind reads the upper end of a range whose lower end is c: "5–7",
// "five to seven", "5 or 6", "between 5 and 7", "from 5 to 7". It widens c to
// take in "between" and gives c the scale the two share.
func (r *reader) rangeBehind(c *core) (c2 core, ok bool) {
	j := c.last
	if j >= r.last {
		return c2, false
	}
	toks := r.d.Tokens
	between := c.first > r.floor && r.isWord(c.first-1, wordBetween)
	begin := c.first
	if !between {
		if _, f := r.hedgesBefore(c.first); f > r.floor && r.isWord(f-1, wordBetween) { // "between about 5 and 7"
			between, begin = true, f
		}
	}
	next := -1
	joined := false
	switch {
	case toks[j].Joined() && (toks[j].Kind == text.Number || r.at(j).flags&(unitWord|tensWord) != 0):
		next, joined = j, true
	case j+1 < r.last && c.digits && toks[j].Gap == text.Space && toks[j+1].Gap == text.Space && toks[j+1].Kind == text.Number && (r.d.Of(j) == "-" || r.d.Of(j) == "–"):
		next, joined = j+1, true
	case between && r.isWord(j, wordAnd):
		next = j + 1
	case r.isWord(j, wordTo), r.isWord(j, wordOr), r.isWord(j, wordThrough):
		next = j + 1
	case r.isWord(j, wordUp) && r.isWord(j+1, wordTo) && r.isWord(begin-1, wordFrom):
		next = j + 2
	}
	if next < 0 {
		if begin > r.floor && r.isWord(begin-1, wordBetween) {
			return r.shorter(c)
		}
		return c2, false
	}
	// "5 to as many as 7"
	if !joined && !r.isWord(j, wordOr) && next < r.last {
		if l := r.skipUpTo(next); l > next {
			next = l
		}
	}
	if next >= r.last || !(toks[next].Kind == text.Number || r.at(next).flags&(numeral) != 0 ||
		r.isWord(next, wordA) && r.at(next+1).flags&(hundredWord|scaleWord|dozenWord) != 0) {
		return c2, false
	}
	if r.isWord(next, wordA) {
		next++
	}
	floor := r.floor
	r.floor = next // keep the sign reader from the range's own dash
	c2, ok = r.core(next)
	r.floor = floor
	if !ok || c2.kind != "" && c2.kind != c.kind && !(c.plain && c2.kind == Time) || c2.kind == OrdinalNumber {
		return c2, false
	}
	// "two to three million", "5-7 thousand"
	if c2.kind == "" && c.kind == "" && c.scale == 1 && c2.scale > 1 && c.val < c2.mantissa && c.val < 1000 {
		c.val *= c2.scale
	}
	from := c.first > r.floor && r.isWord(begin-1, wordFrom)
	switch {
	case c2.kind == Time || c.kind == Time:
		return c2, true
	case !(c.val < c2.val):
		return c2, false
	case r.isWord(j, wordOr) && c2.val > 10*c.val+10:
		return c2, false
	case joined && (c.plain != c2.plain && c.scale == 1 && c2.scale == 1 || c2.last < r.last && toks[c2.last].Joined() && toks[c2.last].Kind == text.Number):
		return c2, false
	case joined && (c.val == 0 || c2.plain && r.d.Of(next)[0] == '0'):
		return c2, false
	case from && begin-2 >= r.first && r.changed(begin-2):
		return c2, false
	case !joined && !between && !from && r.isWord(j, wordTo) && r.changed(c.first-1):
		return c2, false
	}
	if between || from {
		c.first = begin - 1
		if a := wordAnywhere; c.first > r.floor && (r.isWord(c.first-1, a) || r.isWord(c.first-1, wordSomewhere)) {
			c.first--
		}
	}
	return c2, true
}

// shorter reads "one hundred and twenty and …" anew after "between" where the
// "and" of the range was taken for one within the number.
func (r *reader) shorter(c *core) (c2 core, ok bool) {
	if r.andRange || c.digits {
		return c2, false
	}
	r.andRange = true
	defer func() { r.andRange = false }()
	i := c.first
	if r.isWord(i, wordA) || r.isWord(i, wordHalf) {
		i++
	}
	short, ok := r.core(i)
	if !ok || short.last >= c.last {
		return c2, false
	}
	c2, ok = r.rangeBehind(&short)
	if ok {
		*c = short
	}
	return c2, ok
}

// skipUpTo steps over "up to", "as many as" and the like at token k.
func (r *reader) skipUpTo(k int) int {
	for n := 3; n >= 1; n-- {
		if k+n >= r.last {
			continue
		}
		key := r.d.Tokens[k].Key
		for j := k + 1; j < k+n; j++ {
			key = key.Join(r.d.Tokens[j].Key)
		}
		if h, ok := r.v.before[key]; ok && (h.Hedge == event.UpTo || h.Hedge == event.Around || h.Hedge == event.Nearly) && !h.strict {
			return k + n
		}
	}
	return k
}

// changed reports whether a verb of change stands at token i or shortly
// before it: "rose sharply from 5 to 7".
func (r *reader) changed(i int) bool {
	for k := i; k >= r.first && k > i-6; k-- {
		if r.d.Tokens[k].Kind == text.Punct {
			return false
		}
		if r.at(k).flags&changeWord != 0 {
			return true
		}
	}
	return false
}

// partOf reads "of 28", "out of the 28" behind n.
func (r *reader) partOf(n *Number) {
	j := n.Last
	if r.isWord(j, wordOut) {
		j++
	}
	if !r.isWord(j, wordOf) {
		return
	}
	m, last, ok := r.wholeAt(j + 1)
	if ok && float64(m.Best()) >= n.Value && m.Best() > 0 {
		n.Whole, n.Last = m, last
	}
}

// oneIn reads "in five" behind a "one" that begins its clause: "one in five
// children". Behind a verb it counts: "killed one in three attacks".
func (r *reader) oneIn(n *Number) (float64, int, bool) {
	j := n.Last
	if n.Value != 1 || !r.isWord(j, wordIn) || j+1 >= r.last {
		return 0, 0, false
	}
	if _, i := r.hedgesBefore(n.First); i == n.First && i > r.first && r.d.Tokens[i-1].Kind != text.Punct {
		return 0, 0, false
	}
	j++
	if r.isWord(j, wordEvery) {
		j++
	}
	if j >= r.last || r.d.Tokens[j].Kind != text.Number && r.at(j).flags&(unitWord|tensWord) == 0 {
		return 0, 0, false
	}
	c, ok := r.core(j)
	if !ok || c.kind != "" || c.val < 2 || c.val > 1000 || r.unitAt(c.last) != 0 || r.isMonth(c.last) {
		return 0, 0, false
	}
	return 1 / c.val, c.last, true
}

// allBut reads "all but" before a part, which then counts the rest: "all but
// two of the 18" are 16.
func (r *reader) allBut(n *Number) bool {
	i := n.First
	if i-2 < r.floor || !r.isWord(i-1, wordBut) || !r.isWord(i-2, wordAll) || !n.Whole.HasMin() || !n.Whole.HasMax() {
		return false
	}
	n.First = i - 2
	n.Count = event.N(n.Whole.Min - int(n.Value))
	return true
}

// wholeAt reads the counted whole at token j: "the 28", "its 40", "at least
// 30". A year is none.
func (r *reader) wholeAt(j int) (event.Count, int, bool) {
	if r.in(j, determiner) {
		j++
	}
	var h hedge
	for k := j; k < j+4 && k < r.last; k++ {
		t := &r.d.Tokens[k]
		if t.Kind == text.Number || t.Kind == text.Word && r.at(k).flags&(numeral) != 0 {
			if k > j {
				floor := r.floor
				r.floor = j
				hb, f := r.hedgesBefore(k)
				if f != j && !(f == j+1 && r.isWord(j, wordA)) {
					f, hb = r.hedgesOverA(k, j)
				}
				r.floor = floor
				if f != j {
					return event.Count{}, j, false
				}
				h = hb
			}
			c, ok := r.core(k)
			if !ok || c.kind != "" || c.first < j && c.first < k {
				return event.Count{}, j, false
			}
			if c.plain && c.val >= 1900 && c.val < 2100 && (c.last >= r.last || !r.lower(c.last)) {
				return event.Count{}, j, false
			}
			x, ok := wholeOf(c.val)
			if !ok || r.unitAt(c.last) != 0 || r.isMonth(c.last) || r.isMark(c.last, '%') {
				return event.Count{}, j, false
			}
			return h.with(x, x), c.last, true
		}
	}
	return event.Count{}, j, false
}

func (r *reader) hedgesOverA(k, j int) (int, hedge) {
	if k-1 > j && r.isWord(k-1, wordA) {
		h, f := r.hedgesBefore(k - 1)
		return f, h
	}
	if k-1 == j && r.isWord(j, wordA) {
		return j, hedge{}
	}
	return -1, hedge{}
}

// portion turns a fraction of a counted whole into a count: "half of the 40",
// "two thirds of the 30".
func (r *reader) portion(n *Number, lo, hi *float64) {
	j := n.Last
	switch {
	case r.isWord(j, wordOf):
		j++
	case n.Value == 0.5 && r.isWord(j, wordThe):
	default:
		return
	}
	m, last, ok := r.wholeAt(j)
	if !ok || m.Best() == 0 {
		return
	}
	x := math.Round(n.Value * float64(m.Best()))
	n.Kind, n.Last, n.Whole = Cardinal, last, m
	*lo, *hi = x, x
}
