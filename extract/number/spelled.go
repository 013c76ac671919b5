package number

import (
	"math"

	"github.com/sitrep-go/sitrep/internal/text"
)

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
