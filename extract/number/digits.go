package number

import (
	"math"
	"strings"

	"github.com/sitrep-go/sitrep/internal/text"
)

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

// dozenAt reports whether "dozen", or "dozens" as in "three dozens", goes on
// the number before token j.
func (r *reader) dozenAt(j int) bool {
	e := r.at(j)
	return r.tied(j) && (e.flags&dozenWord != 0 || e.flags&massWord != 0 && e.val == 24)
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
