package number

import (
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// rangeBehind reads the upper end of a range whose lower end is c: "5–7",
// "five to seven", "5 or 6", "between 5 and 7", "from 5 to 7". It widens c to
// take in "between" and gives c the scale the two share.
func (r *reader) rangeBehind(c *core) (c2 core, ok bool) {
	j := c.last
	if j >= r.last {
		return c2, false
	}
	toks := r.d.Tokens
	begin := c.first
	between := r.isWord(begin-1, wordBetween) && begin > r.floor
	if !between && !toks[j].Joined() && !r.in(j, rangeWord) {
		return c2, false
	}
	if _, f := r.hedgesBefore(begin); !between && r.isWord(f-1, wordBetween) && f > r.floor { // "between about 5 and 7"
		between, begin = true, f
	}
	next := -1
	joined := false
	switch {
	case toks[j].Joined() && (toks[j].Kind == text.Number || r.in(j, unitWord|tensWord)):
		next, joined = j, true
	case j+1 < r.last && c.digits && r.in(j, rangeWord) && toks[j].Kind == text.Punct && toks[j+1].Kind == text.Number && toks[j].Gap == toks[j+1].Gap &&
		(toks[j].Gap == text.Space || r.isMark(j, '~')): // "5 - 7", "5~7"
		next, joined = j+1, true
	case between && r.isWord(j, wordAnd):
		next = j + 1
	case r.isWord(j, wordTo), r.isWord(j, wordOr), r.isWord(j, wordThrough):
		next = j + 1
	case r.isWord(j, wordUp) && r.isWord(j+1, wordTo) && r.isWord(begin-1, wordFrom):
		next = j + 2
	}
	if next < 0 {
		if between {
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
	if next >= r.last || !(toks[next].Kind == text.Number || r.in(next, numeral) ||
		r.isWord(next, wordA) && r.in(next+1, hundredWord|scaleWord|dozenWord)) {
		return c2, false
	}
	if r.isWord(next, wordA) {
		next++
	}
	floor := r.floor
	r.floor = next // keep the sign reader from the range's own dash
	c2, ok = r.core(next)
	r.floor = floor
	if !ok || c2.kind != "" && c2.kind != c.kind && !(c.plain && c2.kind == Time) || c2.kind == OrdinalNumber || c.kind == Fraction && c2.kind != Fraction {
		return c2, false
	}
	// "two to three million", "5-7 thousand"
	if c2.kind == "" && c.kind == "" && c.scale == 1 && c2.scale > 1 && c.val < c2.mantissa && c.val < 1000 {
		c.val *= c2.scale
	}
	// "10-12,000"
	if c.plain && c2.digits && c.scale == 1 && c2.scale == 1 && c.val < 1000 && c.val*1000 < c2.val && c2.kind == "" && strings.HasSuffix(r.d.Of(c2.last-1), ",000") {
		c.val *= 1000
		c.plain = false
	}
	from := c.first > r.floor && r.isWord(begin-1, wordFrom)
	switch {
	case c2.kind == Time || c.kind == Time:
		return c2, true
	case !(c.val < c2.val):
		return c2, false
	case r.isWord(j, wordOr) && c2.val > 10*c.val+10:
		return c2, false
	case joined && (c.plain != c2.plain && c.val < 1000 && c.scale == 1 && c2.scale == 1 || c2.last < r.last && toks[c2.last].Joined() && toks[c2.last].Kind == text.Number):
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
		if c.first > r.floor && (r.isWord(c.first-1, wordAnywhere) || r.isWord(c.first-1, wordSomewhere)) {
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
		if r.in(k, changeWord) {
			return true
		}
	}
	return false
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
