package number

import (
	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// hedge is how words before or behind a number change it.
type hedge struct {
	event.Hedge
	// strict is set where the number itself is excluded and the bound is a
	// lower hedge's upper one: "fewer than 12" is 11 at most.
	strict bool
}

// maxHedge is the most words a hedge has.
const maxHedge = 6

// hedgesBefore reads the hedges that end right before token i, outermost
// last, and gives their sum and where they begin. "At least about 12" is at
// least 12; "only about 12" is about 12.
func (r *reader) hedgesBefore(i int) (hedge, int) {
	var sum hedge
	for n := 0; n < 3; n++ {
		h, first := r.hedgeBefore(i)
		if first == i {
			break
		}
		i = first
		if sum.Hedge == "" || sum.Hedge == event.Exact || sum.Hedge == event.Around && h.Hedge != event.Exact {
			sum = h
		}
	}
	return sum, i
}

// hedgeBefore reads the longest hedge that ends right before token i.
func (r *reader) hedgeBefore(i int) (best hedge, first int) {
	first = i
	if i <= r.floor || r.d.Tokens[i].Gap == text.Blank || r.at(i-1).flags&hedgeEnd == 0 {
		return best, first
	}
	if r.d.Tokens[i].Joined() {
		return best, first
	}
	for n := 1; n <= maxHedge && i-n >= r.floor; n++ {
		k := r.d.Tokens[i-n].Key
		for j := i - n + 1; j < i; j++ {
			k = k.Join(r.d.Tokens[j].Key)
		}
		if h, ok := r.v.before[k]; ok {
			best, first = h, i-n
		}
	}
	// "<>30", "=>30"
	if first < i && r.d.Tokens[first].Kind == text.Punct && first > r.first && r.d.Tokens[first].Gap == text.None && r.d.Tokens[first-1].Kind == text.Punct {
		return hedge{}, i
	}
	return best, first
}

// hedgeAfter reads a hedge that begins at token i, and gives where it ends.
func (r *reader) hedgeAfter(i int) (best hedge, last int) {
	last = i
	if i >= r.last || r.at(i).flags&hedgeStart == 0 {
		return best, last
	}
	k := text.Key(0)
	for j := i; j < r.last && j < i+maxHedge; j++ {
		if j == i {
			k = r.d.Tokens[j].Key
		} else {
			k = k.Join(r.d.Tokens[j].Key)
		}
		if h, ok := r.v.after[k]; ok {
			best, last = h, j+1
		}
	}
	return best, last
}

// with is the count of the numbers lo to hi under a hedge.
func (h hedge) with(lo, hi int) event.Count {
	c := event.Count{Min: lo, Max: hi, Hedge: h.Hedge}
	switch h.Hedge {
	case "", event.Exact:
		c.Hedge = event.Exact
		if lo != hi {
			c.Hedge = event.Between
		}
	case event.Around:
		if lo != hi {
			c.Hedge = event.Between
		}
	case event.AtLeast, event.Vague:
		c.Max = 0
	case event.MoreThan:
		c.Min, c.Max = lo+1, 0
	case event.UpTo:
		c.Min = 0
		if h.strict {
			c.Max = max(0, hi-1)
		}
	case event.Nearly:
		c.Min = 0
		if hi == 0 { // "almost zero"
			c.Hedge = event.Around
		}
		if lo != hi {
			c.Min, c.Hedge = lo, event.Between
		}
	}
	return c
}

// hedges takes in the hedges on both sides of n and gives their sum. One
// behind the number outdoes an "about" before it: "about 500 or more".
func (r *reader) hedges(n *Number) hedge {
	switch n.Kind {
	case Label, Designation, Date, Coordinate, Phone, OrdinalNumber, Time:
		return hedge{}
	}
	var h hedge
	h, n.First = r.hedgesBefore(n.First)
	if n.Kind == Cardinal {
		r.ageBefore(n)
	}
	if n.Kind == Compound || n.Kind == Decimal || h.Hedge != "" && h.Hedge != event.Exact && h.Hedge != event.Around {
		return h
	}
	if n.Kind == Cardinal && r.isMark(n.Last, '+') && r.d.Tokens[n.Last].Gap == text.None { // "12+"
		n.Last++
		return hedge{Hedge: event.AtLeast}
	}
	if a, last := r.hedgeAfter(n.Last); last > n.Last && r.hedgeStays(last) {
		n.Last = last
		return a
	}
	// "12 people or more": the words stand behind the noun, which is no part
	// of the number.
	if j := n.Last + 1; n.Kind == Cardinal && r.lower(j-1) && !r.isWord(j-1, wordOr) {
		if a, last := r.hedgeAfter(j); last > j && (r.isWord(j, wordOr) || last >= j+2) && r.hedgeStays(last) {
			return a
		}
	}
	return h
}

// hedgeStays reports whether a hedge that ends before token last belongs to
// the number before it: "killed 12, at least five of them" and "12 at least
// five" give it to the number behind.
func (r *reader) hedgeStays(last int) bool {
	if r.isWord(last, wordThan) && last+1 < r.last && r.v.begins(&r.d.Tokens[last+1]) {
		return false // "5,000 or more than 4,500"
	}
	if last >= r.last || r.isWord(last-1, wordOdd) {
		return true
	}
	return !r.v.begins(&r.d.Tokens[last])
}
