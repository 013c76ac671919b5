package number

import (
	"math"

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

// wholeOf is x as a whole number.
func wholeOf(x float64) (int, bool) {
	n := math.Round(x)
	if math.Abs(x-n) > 1e-9*math.Max(1, math.Abs(x)) || n < 0 || n > 1<<53 {
		return 0, false
	}
	return int(n), true
}
