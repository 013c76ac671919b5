package number

import (
	"strings"

	"github.com/sitrep-go/sitrep/internal/text"
)

// shape tells the dates, times, phone numbers, coordinates, scores and list
// numerals by the form of the digits and the marks among them.
func (r *reader) shape(c *core, n *Number) bool {
	return c.plain && r.chain(c, n) || c.plain && n.Last == c.last && r.phone(c, n) || r.listed(c, n) || r.feet(c, n) || r.degrees(c, n) ||
		r.decade(c, n) || r.times(n)
}

// chain reads digits tied to digits: "2014-01-15", "2014-15", "3-1",
// "044-123-45-67". A range, "5-7", is none of these.
func (r *reader) chain(c *core, n *Number) bool {
	toks := r.d.Tokens
	i, k := c.last-1, c.last
	for k < r.last && toks[k].Kind == text.Number && (toks[k].Joined() || toks[k].Gap == text.None) {
		k++
	}
	a, b := r.d.Of(i), r.d.Of(k-1)
	switch k - i {
	case 1:
		return false
	case 2:
		if n.Last > k || c.scale > 1 {
			return false // "5-7 thousand"
		}
	default:
		n.Kind, n.Last = Phone, k
		if k-i == 3 && len(r.d.Of(i+1)) <= 2 && (len(a) == 4 && len(b) <= 2 || len(b) == 4 && len(a) <= 2) {
			n.Kind = Date
		}
		return true
	}
	x, y := c.val, whole(b)
	year := len(a) == 4 && x >= 1900 && x < 2100
	switch {
	case year && (len(b) == 2 || len(b) == 4 && y > x && y < 2100):
		n.Kind = Date // "2014-15", "2014–2016"
	case len(a) == 3 && len(b) == 4 && y > x && !r.lower(k) && (int(y)%50 != 0 || r.isMark(i-1, ')')), // "344-7867"
		a == "1" && len(b) == 3 && k < r.last && toks[k].Joined(): // "1-800-NEWS"
		n.Kind = Phone
	case n.Last == k: // "5-7"
		return false
	case y <= x && (len(b) < len(a) || len(a) <= 2) && !strings.ContainsAny(b, ".,:/"):
		n.Kind = Label // "3-1", "218-11"
	case b[0] == '0' && len(b) > 1, len(a) >= 3 && len(b) >= 3 && y < x:
		n.Kind = Phone
	default:
		return false
	}
	n.Last = k
	return true
}

// phone reads "0208 892 1789", "+380 44 123 4567", "call 112" and "a 911
// call", and the number of a house.
func (r *reader) phone(c *core, n *Number) bool {
	toks := r.d.Tokens
	i, j := c.first, c.last
	s := r.d.Of(i)
	if r.isMark(i-1, '+') && i > r.floor && toks[i].Gap == text.None {
		k, digits := i, 0
		for k < r.last && k < i+12 && (toks[k].Kind == text.Number || r.isMark(k, '(') || r.isMark(k, ')') || r.isMark(k, '-')) {
			digits += len(r.d.Of(k))
			k++
		}
		if digits >= 7 {
			n.Kind, n.First, n.Last = Phone, i-1, k
			return true
		}
	}
	if s[0] == '0' && len(s) >= 2 && len(s) <= 5 {
		k := j
		for k < r.last && k < j+5 && toks[k].Kind == text.Number && toks[k].Gap == text.Space && len(r.d.Of(k)) >= 2 {
			k++
		}
		if k > j && len(r.d.Of(j)) >= 3 {
			n.Kind, n.Last = Phone, k
			return true
		}
	}
	switch {
	case r.in(i-1, callWord) && toks[i].Gap == text.Space && len(s) >= 3 && !r.people(j), r.in(j, callNoun) && isAny(s, "911", "999", "112", "101", "102", "103", "108"):
		n.Kind = Phone
	case r.house(n):
		n.Kind = Label
	default:
		return false
	}
	return true
}

// house reports whether n numbers a house: "the 600 block of", "at 333 Rio
// Vista Drive".
func (r *reader) house(n *Number) bool {
	toks := r.d.Tokens
	j := n.Last
	if r.isWord(j, wordBlock) || r.isWord(j, wordBlk) {
		return r.isWord(n.First-1, wordThe) || n.Value >= 100
	}
	for k := j; k < r.last && k < j+5 && toks[k].Gap == text.Space; k++ {
		switch t := &toks[k]; {
		case t.Kind == text.Ordinal, t.Kind == text.Number && k > j:
		case t.Kind != text.Word || t.Case == text.Lower:
			return false
		case k > j && r.in(k, streetWord):
			return true
		}
	}
	return false
}

// listed reads list numerals and numbers that a mark labels: "1." and "2)" at
// the start of a line, "#12", "№ 5", and digits inside an address.
func (r *reader) listed(c *core, n *Number) bool {
	toks := r.d.Tokens
	i, j := c.first, n.Last
	if c.plain && c.val < 100 && j < len(toks) && j < r.last && toks[j].Gap == text.None && (r.d.Is(j, '.') || r.d.Is(j, ')')) {
		begins := toks[i].Gap == text.Line || toks[i].Gap == text.Blank
		if begins && j+1 < r.last && toks[j+1].Gap == text.Space ||
			i == r.first && j+1 == r.last && r.d.Is(j, '.') && j+1 < len(toks) && toks[j+1].Gap < text.Line { // a "4." cut off as a sentence
			n.Kind = Label
			return true
		}
	}
	if i == r.first {
		return false
	}
	switch w := r.d.Of(i - 1); {
	case w == "#" || w == "№":
		n.Kind = Label
		n.First = max(i-1, r.floor)
	case toks[i].Gap == text.None && isAny(w, "/", "=", "_", "@", "&"):
		n.Kind = Label
	default:
		return false
	}
	return true
}

// feet reads 5'10" and 6' tall.
func (r *reader) feet(c *core, n *Number) bool {
	toks := r.d.Tokens
	i, j := c.first, n.Last
	prime := func(k int) bool {
		return k > r.first && k < r.last && toks[k].Gap == text.None && isAny(r.d.Of(k), "'", "’", "′", "″")
	}
	switch {
	case prime(i-1) && toks[i].Gap == text.None && i-2 >= r.first && toks[i-2].Kind == text.Number:
	case prime(j) && (!r.lower(j+1) || isAny(r.d.Of(j+1), "tall", "high", "long", "wide", "deep")) && !(i > r.first && isAny(r.d.Of(i-1), "'", "‘", "“")):
	default:
		return false
	}
	n.Kind, n.Unit = Measure, "inch"
	if prime(j) && r.d.Of(j) != "″" {
		n.Unit = "foot"
	}
	return true
}

// degrees reads "48.5°N", "36° 12′ N", "34.05 N", the pair "50.4501, 30.5234",
// and "30 °C".
func (r *reader) degrees(c *core, n *Number) bool {
	toks := r.d.Tokens
	i, j := c.first, n.Last
	fine := !c.plain && c.scale == 1 && c.val != float64(int(c.val)) && n.Last == c.last
	switch {
	case j < r.last && isAny(r.d.Of(j), "°", "º"):
		n.Kind, n.Unit, n.Last = Measure, "degree", j+1
		k := j + 1
		for k < r.last && k < j+10 && (toks[k].Kind == text.Number || isAny(r.d.Of(k), "'", "\"", "′", "″", "’", "”", ".")) {
			k++
		}
		if r.in(k, compassWord) {
			n.Kind, n.Unit, n.Last = Coordinate, "", k+1
		}
		return true
	case fine && j < r.last && isAny(r.d.Of(j), "N", "S", "E", "W"):
		n.Kind, n.Last = Coordinate, j+1
		return true
	case fine && len(r.d.Of(c.last-1)) >= 6:
		pair := r.isMark(j, ',') && j+1 < r.last && toks[j+1].Kind == text.Number && len(r.d.Of(j+1)) >= 6 && strings.Contains(r.d.Of(j+1), ".")
		if pair || r.prev.Kind == Coordinate && r.prev.Last == i-1 {
			n.Kind = Coordinate
			return true
		}
	}
	return false
}

// decade reads "the 1990s" and "in his 30s".
func (r *reader) decade(c *core, n *Number) bool {
	j := n.Last
	if !c.plain || j >= r.last || r.d.Tokens[j].Key != r.v.keys[wordS] || r.d.Tokens[j].Gap != text.None {
		return false
	}
	n.Kind, n.Last = Label, j+1
	if c.val >= 1000 {
		n.Kind = Date
	}
	return true
}

// times reads "4x4" and "10x faster": a letter or two glued to the digits that
// are no unit.
func (r *reader) times(n *Number) bool {
	toks := r.d.Tokens
	j := n.Last
	if j >= r.last || toks[j].Gap != text.None || toks[j].Kind != text.Word || r.unitAt(j) != 0 || r.in(j, clockWord|stretchWord) || r.isWord(j, wordYo) {
		return false
	}
	if w := r.d.Of(j); len(w) > 2 && (w[0] != 'x' || w[1] > '9') {
		return false
	}
	n.Kind, n.Last = Compound, j+1
	return true
}
