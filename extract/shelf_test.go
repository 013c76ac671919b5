package extract

import "testing"

// TestShelf takes lists from a shelf: none writes into another, and the room
// is used again.
func TestShelf(t *testing.T) {
	var s shelf[int]
	a := append(s.take(2), 1, 2)
	b := append(s.take(1), 3)
	a = append(a, 4) // more than was asked for
	big := append(s.take(2*shelfRoom), 5)
	if a[2] != 4 || b[0] != 3 || big[0] != 5 {
		t.Errorf("the lists hold %v, %v and %v, want 4, 3 and 5 at their ends", a, b, big)
	}
	s = s.reused()
	if n := testing.AllocsPerRun(10, func() { s = s.reused(); s.take(shelfRoom) }); n != 0 {
		t.Errorf("room used again takes %v allocations, want none", n)
	}
}
