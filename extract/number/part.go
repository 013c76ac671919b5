package number

import (
	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

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

// allBut is where the "all but" before n begins, or -1. With a whole it counts
// the rest: "all but two of the 18" are 16.
func (r *reader) allBut(n *Number) int {
	i := n.First - 2
	if i < r.floor || !r.isWord(i+1, wordBut) || !r.isWord(i, wordAll) {
		return -1
	}
	return i
}

// portion reads the whole behind a fraction, which makes it a count: "half of
// the 40", "two thirds of the 30".
func (r *reader) portion(n *Number) bool {
	j := n.Last
	switch {
	case r.isWord(j, wordOf):
		j++
	case n.Value == 0.5 && r.isWord(j, wordThe):
	default:
		return false
	}
	m, last, ok := r.wholeAt(j)
	if !ok || m.Best() == 0 {
		return false
	}
	n.Kind, n.Last, n.Whole = Cardinal, last, m
	return true
}

// wholeAt reads the counted whole at token j: "the 28", "its 40", "at least
// 30". A year is none.
func (r *reader) wholeAt(j int) (event.Count, int, bool) {
	if r.in(j, determiner) {
		j++
	}
	k := j
	for k < r.last && k < j+maxHedge && r.d.Tokens[k].Kind != text.Number && !r.in(k, numeral) {
		k++
	}
	if k >= r.last || k >= j+maxHedge {
		return event.Count{}, j, false
	}
	floor := r.floor
	r.floor = j
	c, ok := r.core(k)
	h, first := r.hedgesBefore(c.first)
	r.floor = floor
	x, isWhole := wholeOf(c.val)
	switch {
	case !ok || c.kind != "" || first != j || !isWhole,
		c.plain && c.val >= 1900 && c.val < 2100 && !r.lower(c.last),
		r.unitAt(c.last) != 0, r.isMonth(c.last):
		return event.Count{}, j, false
	}
	return h.with(x, x), c.last, true
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
