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

// finish reads what stands around c: its range, unit, whole and hedges.
func (r *reader) finish(c core, n Number) (Number, int, bool) {
	lo, hi := c.val, c.val
	if n.Kind == "" || n.Kind == Time || n.Kind == Fraction {
		if c2, ok := r.rangeBehind(&c); ok {
			lo, hi, n.Last = c.val, c2.val, c2.last
			if n.Kind == "" {
				n.Kind = c2.kind
			}
		}
	}
	n.First = c.first
	rounded := false
	switch n.Kind {
	case "":
		r.classify(&c, &n)
	case OrdinalNumber:
		r.ordinal(&c, &n)
	case Time:
		r.clockBehind(&n)
	case Fraction:
		switch {
		case (n.Value == 0.5 || n.Value == 0.25) && r.pastHour(n.Last) > n.Last: // "half past two"
			n.Kind, n.Last, c.empty, lo = Time, r.pastHour(n.Last), true, 0
			r.clockBehind(&n)
		case c.digits && r.isMonth(n.Last): // "9/10 March"
			n.Kind, c.empty, lo = Date, true, 0
		case r.portion(&n):
			x := n.Value * float64(n.Whole.Best())
			lo = math.Round(x)
			hi, rounded = lo, math.Abs(x-lo) > 1e-9
		case r.unitAt(n.Last) != 0 && r.d.Tokens[n.Last].Gap != text.None: // "1/2 mile", "a half-hour"
			r.unitBehind(&n)
		}
	}
	if n.Kind == Cardinal && lo == hi && n.Whole.IsZero() {
		if x, last, ok := r.oneIn(&n); ok {
			n.Kind, n.Last, lo, c.empty = Fraction, last, x, true
		} else {
			r.partOf(&n)
			if begin := r.allBut(&n); begin >= 0 {
				if !n.Whole.HasMin() || !n.Whole.HasMax() {
					return n, n.Last, false // "all but one survived": of how many is not said
				}
				n.First = begin
				lo = float64(n.Whole.Min) - lo
				hi = lo
			}
		}
	}
	if n.Kind == Cardinal && lo == hi && c.digits && c.scale == 1 && r.in(n.Last, personWord) && thousandth(r.d.Of(c.last-1)) {
		lo = math.Round(lo * 1000) // "15.800 people": nobody is a part of a person
		hi = lo
	}
	h := r.hedges(&n)
	n.Value = lo
	if n.Kind == Cardinal && lo == hi && n.Whole.IsZero() {
		if x, last, ok := r.otherBound(h, &n); ok {
			n.Count, n.Last = x, last
			return n, n.Last, true
		}
	}
	a, okA := wholeOf(lo)
	b, okB := wholeOf(hi)
	switch {
	case c.empty || n.Kind == Decimal:
	case okA && okB:
		n.Count = h.with(a, b)
		if rounded && n.Count.Hedge == event.Exact {
			n.Count.Hedge = event.Around
		}
	case n.Kind == Cardinal:
		n.Kind = Decimal
	}
	return n, n.Last, true
}

// thousandth reports whether s has three places behind its only point, which
// may be a foreign grouping of thousands.
func thousandth(s string) bool {
	k := strings.IndexByte(s, '.')
	return 1 <= k && k <= 3 && s[0] != '0' && len(s) == k+4 && strings.Count(s, ".") == 1 && !strings.Contains(s, ",")
}
