package number

import (
	"math"
	"strings"

	"github.com/sitrep-go/sitrep/internal/text"
)

// core is a number without hedge, range or unit: "15,800", "a hundred and
// twenty", "1.2 million", "two dozen".
type core struct {
	first, last int
	val         float64
	// mantissa is val before the last scale word, which "two to three
	// million" shares with the number before it; scale is that word's value,
	// or 1.
	mantissa, scale float64
	// kind is set where the form alone decides.
	kind   Kind
	digits bool // begins with digits
	plain  bool // digits without separators or scale
	empty  bool // has no value of its own: "24/7", "14:32", "192.168.1.2"
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
		if e.flags&(partWord|ordinalWord) != 0 && e.flags&numeral == 0 {
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
		if r.pastHour(i+1) == i+1 && (!article || !(r.isWord(i+1, wordOf) || i+1 >= r.last || toks[i+1].Kind == text.Punct)) {
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
	case c.digits, r.isWord(j, wordHalf) && j+1 < r.last && r.d.Tokens[j+1].Gap == text.Hyphen: // "one half-brother"
	case e.flags&partWord != 0 && (c.val == 1 && c.scale == 1):
		if e.val == 4 && e.flags&ordinalWord == 0 && r.d.Tokens[j].Gap == text.Space && j+1 < r.last && !r.isWord(j+1, wordOf) && r.d.Tokens[j+1].Kind != text.Punct {
			return // "in one quarter people fled"
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

// digitsAt reads the digits of token i with the separators inside it.
func (r *reader) digitsAt(i int) core {
	s := r.d.Of(i)
	c := core{first: i, last: i + 1, digits: true, scale: 1}
	// A fraction sign may end it: "3½".
	frac := 0.0
	if n := len(s); s[n-1] >= 0x80 {
		for k := n - 1; k >= 0; k-- {
			if s[k] >= 0xC0 || s[k] < 0x80 {
				e := r.v.find(text.KeyOf(s[k:]))
				if e.flags&signWord == 0 {
					c.kind = Label // "5²"
				}
				frac, s = e.val, s[:k]
				break
			}
		}
	}
	if r.d.Tokens[i].Kind == text.Ordinal {
		s = s[:len(s)-2]
		c.kind = OrdinalNumber
	}
	switch k := strings.IndexAny(s, ":/"); {
	case k < 0 && !strings.ContainsAny(s, ".,"):
		c.plain = frac == 0 && c.kind == ""
		c.val = whole(s)
		if len(s) > 15 {
			c.kind = Label
		}
	case k < 0:
		x, kind := figure(s)
		c.val = x
		if kind != "" {
			c.kind = kind
		}
	case s[k] == ':':
		c.kind = Label
		if clock(s) {
			c.kind = Time
		}
	default:
		c.kind = Date
		x, y := whole(s[:k]), whole(s[k+1:])
		switch rest := s[k+1:]; {
		case s == "24/7":
			c.kind = Label
		case k <= 3 && len(rest) <= 3 && !strings.ContainsAny(rest, ".,:/") && x < y && denominator(y) && frac == 0:
			c.kind, c.val = Fraction, x/y
		}
	}
	c.val += frac
	c.mantissa = c.val
	c.empty = c.kind != "" && c.val == 0
	return c
}

// clock reports whether s is a time of day, 14:32 or 14:32:05, and not a
// ratio such as 3:1.
func clock(s string) bool {
	h, m, _ := strings.Cut(s, ":")
	m, sec, _ := strings.Cut(m, ":")
	return !strings.ContainsAny(s, ",/") && len(h) <= 2 && whole(h) <= 24 && len(m) == 2 && whole(m) < 60 && (sec == "" || len(sec) == 2 && whole(sec) <= 60)
}

// denominator reports whether n divides things in the fractions people write
// with a stroke. 9/11 and 10/7 are days.
func denominator(n float64) bool {
	return n >= 2 && n <= 10 || n == 12 || n == 16 || n == 20 || n == 25 || n == 32 || n == 50 || n == 64 || n == 100
}

// figure reads digits with points and commas among them: "15,800", "1,00,000",
// "1.234.567", "4.5", "1,111.11" and "1.111,11". Of "24.04.2025" it tells that
// it is a date, of "2.0.1" and "22,24,26" that they are no numbers.
func figure(s string) (x float64, kind Kind) {
	i, j := strings.IndexAny(s, ".,"), strings.LastIndexAny(s, ".,")
	rest := s[j+1:]
	if i == j {
		if s[i] == ',' {
			if x, ok := thousands(s, ','); ok {
				return x, ""
			}
			if len(rest) > 2 {
				return 0, Label
			}
		}
		return whole(s[:i]) + fraction(rest), ""
	}
	if x, ok := thousands(s, s[i]); ok {
		return x, ""
	}
	if x, ok := thousands(s[:j], s[i]); ok && s[i] != s[j] {
		return x + fraction(rest), ""
	}
	if mid := s[i+1 : j]; s[i] == '.' && s[j] == '.' && i <= 2 && len(mid) <= 2 && (len(rest) == 4 || len(rest) == 2 && len(mid) == 2) {
		return 0, Date
	}
	return 0, Label
}

// thousands reads digits grouped by sep: in threes or, as in India, in twos
// before the last three. Four groups of an address, 192.168.100.200, are none.
func thousands(s string, sep byte) (x float64, ok bool) {
	threes, twos, octets := true, true, sep == '.'
	groups, begin := 0, 0
	for k := 0; k <= len(s); k++ {
		if k < len(s) && s[k] != sep {
			if s[k] < '0' || '9' < s[k] {
				return 0, false
			}
			x = x*10 + float64(s[k]-'0')
			continue
		}
		n := k - begin
		switch {
		case groups == 0:
			threes, twos = 0 < n && n <= 3, 0 < n && n <= 2
		case k == len(s):
			threes, twos = threes && n == 3, twos && n == 3
		default:
			threes, twos = threes && n == 3, twos && n == 2
		}
		octets = octets && whole(s[begin:k]) < 256
		groups, begin = groups+1, k+1
	}
	return x, groups > 1 && s[0] != '0' && (threes || twos) && !(octets && groups == 4)
}

func whole(s string) float64 {
	x := 0.0
	for k := 0; k < len(s) && '0' <= s[k] && s[k] <= '9'; k++ {
		x = x*10 + float64(s[k]-'0')
	}
	return x
}

func fraction(s string) float64 {
	x, div := 0.0, 1.0
	for k := 0; k < len(s) && k < 15 && '0' <= s[k] && s[k] <= '9'; k++ {
		x, div = x*10+float64(s[k]-'0'), div*10
	}
	return x / div
}

// tied reports whether token i follows the one before it as the next word of
// one number may: after a space or a hyphen.
func (r *reader) tied(i int) bool {
	if i >= r.last {
		return false
	}
	switch r.d.Tokens[i].Gap {
	case text.Space, text.Hyphen, text.Line:
		return true
	}
	return false
}

// dozenAt reports whether "dozen", or "dozens" as in "three dozens", goes on
// the number before token j.
func (r *reader) dozenAt(j int) bool {
	e := r.at(j)
	return r.tied(j) && (e.flags&dozenWord != 0 || e.flags&massWord != 0 && e.val == 24)
}

// digits reads a number that begins with digits at token i.
func (r *reader) digits(i int) core {
	c := r.digitsAt(i)
	if c.kind != "" && c.kind != Fraction {
		return c
	}
	toks := r.d.Tokens
	// "15 800": groups of three behind a space, unless the first digits are
	// the day of a month.
	if c.plain && c.val > 0 && toks[i].End-toks[i].Start <= 3 && !(i > r.first && r.isMonth(i-1)) {
		j := i + 1
		x := c.val
		for j < r.last && j < i+5 && r.spaced(j) {
			x = x*1000 + whole(r.d.Of(j)[:3])
			j++
			if s := r.d.Of(j - 1); len(s) > 3 {
				x += fraction(s[4:])
				break
			}
		}
		if j > i+1 && !(j < r.last && toks[j].Kind == text.Number && toks[j].Gap == text.Space) {
			c.val, c.mantissa, c.last, c.plain = x, x, j, false
		}
	}
	// "2 1/4"
	if c.plain && r.tied(i+1) && toks[i+1].Kind == text.Number && toks[i+1].Gap == text.Space {
		if f := r.digitsAt(i + 1); f.kind == Fraction {
			c.val += f.val
			c.last++
			c.plain = false
			c.mantissa = c.val
		}
	}
	r.scaled(&c)
	return c
}

// spaced reports whether token j is three digits behind one space, a group of
// the number before it.
func (r *reader) spaced(j int) bool {
	t := &r.d.Tokens[j]
	if t.Kind != text.Number || t.Gap != text.Space {
		return false
	}
	switch r.d.Text[r.d.Tokens[j-1].End:t.Start] {
	case " ", "\u00a0", "\u202f", "\u2009", "\u2007":
	default:
		return false
	}
	s := r.d.Of(j)
	if len(s) < 3 || len(s) > 3 && (s[3] != '.' || strings.ContainsAny(s[4:], ".,:/")) {
		return false
	}
	return !strings.ContainsAny(s[:3], ".,:/")
}

// scaled reads the scale words behind c: "1.2 million", "20bn", "3 hundred
// and 21", "two dozen".
func (r *reader) scaled(c *core) {
	for c.last < r.last {
		j := c.last
		t := &r.d.Tokens[j]
		e := r.at(j)
		x := 0.0
		switch {
		case t.Kind != text.Word:
		case t.Gap == text.None && c.digits:
			x = r.suffix(c, j)
		case !r.tied(j):
		case e.flags&(scaleWord|hundredWord) != 0:
			x = e.val
		case r.dozenAt(j):
			x = 12
		case c.digits && t.Gap == text.Space:
			switch r.d.Of(j) {
			case "bn", "BN":
				x = 1e9
			case "tn":
				x = 1e12
			case "k", "K":
				x = 1e3
			case "M":
				x = 1e6
			case "dz", "dzs", "doz", "dozs":
				x = 12
			}
		}
		if x == 0 {
			break
		}
		c.mantissa, c.scale = c.val, x
		c.val *= x
		c.last = j + 1
		c.plain = false
		if c.digits && x != 12 && r.digitsMore(c, x) {
			break
		}
	}
	r.andAHalf(c)
}

// digitsMore reads what is said behind digits and a scale word: "3 hundred
// and 21", "4 thousand 3 hundred", "6 crore and two hundred", "2 lakh 50
// thousand".
func (r *reader) digitsMore(c *core, scale float64) bool {
	j := c.last
	and := r.isWord(j, wordAnd) && r.tied(j)
	if and {
		j++
	}
	if !r.tied(j) || r.andRange && and {
		return false
	}
	var x float64
	var last int
	if r.d.Tokens[j].Kind == text.Number {
		d := r.digitsAt(j)
		if !d.plain || d.val == 0 {
			return false
		}
		x, last = d.val, j+1
		e := r.at(last)
		scaled := r.tied(last) && e.flags&(hundredWord|scaleWord) != 0
		switch {
		case scaled && !and:
			c2 := d
			r.scaled(&c2)
			x, last = c2.val, c2.last
		case scaled || scale != 100 || !and:
			return false
		}
	} else {
		d, ok := r.inWords(j)
		if !ok || scale == 100 && (!and || d.val >= 100) || scale > 100 && (d.val < 100 || !and && d.val < 1000) {
			return false
		}
		x, last = d.val, d.last
	}
	if x >= scale {
		return false
	}
	c.val += x
	c.last = last
	return true
}

// suffix is the scale of the letters glued to digits: "20bn", "10k", "5M".
// "5m" is five metres unless money or people are counted.
func (r *reader) suffix(c *core, j int) float64 {
	switch r.d.Of(j) {
	case "bn", "BN", "Bn", "b", "B", "bln":
		return 1e9
	case "mn", "MN", "mln", "mil", "M", "MM":
		return 1e6
	case "tn", "TN", "trn", "tln":
		return 1e12
	case "k", "K":
		return 1e3
	case "m":
		if c.first > r.first && r.moneySignAt(c.first-1) >= 0 || j+1 < r.last && r.at(j+1).flags&personWord != 0 {
			return 1e6
		}
	}
	return 0
}

// andAHalf reads "and a half", "and three quarters" behind c, which mean
// parts of its last scale word: "3 million and a half".
func (r *reader) andAHalf(c *core) {
	j := c.last
	if !r.isWord(j, wordAnd) || !r.tied(j) || c.val != math.Trunc(c.val) {
		return
	}
	f, last := r.smallPart(j + 1)
	if last == 0 {
		return
	}
	scale := c.scale
	// "one billion and three quarters million"
	if last < r.last && r.tied(last) {
		if e := r.at(last); e.flags&scaleWord != 0 {
			if c.scale == 1 { // "five and a half million"
				c.val = (c.val + f) * e.val
				c.mantissa, c.scale = c.val/e.val, e.val
				c.last = last + 1
				return
			}
			scale, last = e.val, last+1
		}
	}
	if scale < 1000 {
		scale = 1
	}
	c.val += f * scale
	c.mantissa = c.val / c.scale
	c.last = last
	c.plain = false
}

// smallPart reads "a half", "one third", "three quarters", "1/2" or "½" at
// token j; last is 0 where there is none.
func (r *reader) smallPart(j int) (f float64, last int) {
	if j+1 > r.last || j >= r.last {
		return 0, 0
	}
	toks := r.d.Tokens
	if toks[j].Kind == text.Number {
		if c := r.digitsAt(j); c.kind == Fraction {
			return c.val, j + 1
		}
		return 0, 0
	}
	if e := r.at(j); e.flags&signWord != 0 {
		return e.val, j + 1
	}
	if j+1 >= r.last || !r.tied(j+1) {
		return 0, 0
	}
	e, p := r.at(j), r.at(j+1)
	one := r.isWord(j, wordA) || r.isWord(j, wordAn) || e.flags&unitWord != 0 && e.val == 1
	switch {
	case p.flags&partWord == 0:
	case one && p.flags&pluralPart == 0:
		return 1 / p.val, j + 2
	case e.flags&unitWord != 0 && e.val > 1 && p.flags&pluralPart != 0 && p.val > e.val:
		return e.val / p.val, j + 2
	case e.flags&tensWord != 0 && p.flags&pluralPart != 0 && p.val > e.val:
		return e.val / p.val, j + 2
	}
	// "fifty-four hundredths"
	if e.flags&tensWord != 0 && p.flags&unitWord != 0 && j+2 < r.last && r.tied(j+2) {
		if q := r.at(j + 2); q.flags&pluralPart != 0 && q.val > e.val+p.val {
			return (e.val + p.val) / q.val, j + 3
		}
	}
	return 0, 0
}

// group reads a number below a thousand in words at token i, or hundreds up
// to "ninety-nine hundred"; last is i where there is none. Digits count as
// "322 hundred" only at the very start of a number, which [reader.digits]
// reads.
func (r *reader) group(i int) (x float64, last int) {
	x, last = r.belowHundred(i)
	j := last
	switch {
	case last > i && x == 0:
		return x, last // zero joins nothing
	case last > i && r.tied(j) && r.at(j).flags&hundredWord != 0:
		x *= 100
	case last == i && r.at(i).flags&hundredWord != 0:
		x, j = 100, i
	default:
		return x, last
	}
	last = j + 1
	k := last
	if r.isWord(k, wordAnd) && r.tied(k) {
		k++
	}
	if r.tied(k) {
		// "two hundred and two hundred" is two numbers, "one hundred and
		// three quarters" a hundred and a part.
		if _, part := r.smallPart(k); part > 0 && k > last {
			return x, last
		}
		if y, l := r.belowHundred(k); k > last && l > k && y > 0 && r.dozenAt(l) {
			x, last = x+12*y, l+1 // "three hundred and two dozen"
		} else if l > k && y > 0 && !(r.tied(l) && r.at(l).flags&hundredWord != 0) && !(k > last && r.andRange) {
			x, last = x+y, l
		}
	}
	return x, last
}

// belowHundred reads "seven", "nineteen", "twenty" or "twenty-one" at token i.
func (r *reader) belowHundred(i int) (x float64, last int) {
	if i >= r.last {
		return 0, i
	}
	e := r.at(i)
	switch {
	case e.flags&unitWord != 0:
		return e.val, i + 1
	case e.flags&tensWord != 0:
		j := i + 1
		// "fifty - two", as scanned pages have it.
		if j+1 < r.last && r.d.Is(j, '-') && r.d.Tokens[j+1].Gap == text.Space {
			j++
		}
		if r.tied(j) {
			if u := r.at(j); u.flags&unitWord != 0 && 0 < u.val && u.val < 10 {
				return e.val + u.val, j + 1
			}
		}
		return e.val, i + 1
	}
	return 0, i
}

// inWords reads a number in words at token i: "a hundred" begins at
// "hundred". It reports false where there is none.
func (r *reader) inWords(i int) (core, bool) {
	c := core{first: i, last: i, scale: 1}
	top := math.Inf(1)
	for {
		k := c.last
		if k > i {
			if !r.tied(k) {
				break
			}
			if r.isWord(k, wordAnd) {
				if r.andRange || c.val < 100 {
					break
				}
				k++
				if _, part := r.smallPart(k); part > 0 || !r.tied(k) {
					break
				}
			}
		}
		x, l := r.group(k)
		if l == k {
			if k > i || r.at(k).flags&scaleWord == 0 {
				break
			}
			x = 1 // "thousand dollars"
		}
		scale := 1.0
		m := l
		for m < r.last && (m == i || r.tied(m)) && r.at(m).flags&scaleWord != 0 {
			scale *= r.at(m).val
			m++
		}
		if c.last > i && (x*scale >= top || x == 0) {
			break
		}
		if c.last == i {
			c.mantissa = x
		} else {
			c.mantissa = c.val + x*scale
		}
		c.val += x * scale
		c.last = m
		c.scale = scale
		if scale == 1 {
			break
		}
		top = scale
	}
	if c.last == i {
		return c, false
	}
	if c.scale > 1 && c.mantissa >= c.scale {
		c.mantissa /= c.scale
	}
	r.point(&c)
	for c.last < r.last && r.tied(c.last) {
		e := r.at(c.last)
		switch {
		case r.dozenAt(c.last):
			c.mantissa, c.scale = c.val, 12
			c.val *= 12
			c.last++
			continue
		case r.isWord(c.last, wordScore) && c.val < 20 && c.val > 1:
			c.val *= 20
			c.last++
			continue
		case c.val != math.Trunc(c.val) && e.flags&scaleWord != 0: // "two point five million"
			c.mantissa, c.scale = c.val, e.val
			c.val *= e.val
			c.last++
			continue
		}
		if w := r.d.Of(c.last); w == "dzs" || w == "dozs" {
			c.val *= 12
			c.last++
			continue
		}
		break
	}
	r.andAHalf(&c)
	return c, true
}

// point reads "point zero three" behind c.
func (r *reader) point(c *core) {
	j := c.last
	if !r.isWord(j, wordPoint) || !r.tied(j) || !r.tied(j+1) {
		return
	}
	div, x := 1.0, 0.0
	k := j + 1
	for k < r.last && (k == j+1 || r.tied(k)) && k < j+16 {
		y, l := r.belowHundred(k)
		if l == k {
			break
		}
		switch {
		case y < 10:
			div *= 10
		default:
			div *= 100
		}
		x = x + y/div
		k = l
		if y >= 10 {
			break
		}
	}
	if k > j+1 {
		c.val += x
		c.mantissa = c.val
		c.last = k
	}
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

// wholeOf is x as a whole number.
func wholeOf(x float64) (int, bool) {
	n := math.Round(x)
	if math.Abs(x-n) > 1e-9*math.Max(1, math.Abs(x)) || n < 0 || n > 1<<53 {
		return 0, false
	}
	return int(n), true
}
