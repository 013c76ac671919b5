package extract

import "github.com/sitrep-go/sitrep/event"

// A shelf hands out the room for the short lists that an article's reading
// makes, and the next article's reading uses the same room again. The zero
// shelf is ready.
type shelf[T any] struct{ room []T }

// shelfRoom is how many elements a shelf has room for at first.
const shelfRoom = 16

// take is an empty list with room for n elements.
func (s *shelf[T]) take(n int) []T {
	if cap(s.room)-len(s.room) < n {
		// What was handed out before stays where it is.
		s.room = make([]T, 0, max(shelfRoom, n, 2*cap(s.room)))
	}
	from := len(s.room)
	s.room = s.room[:from+n]
	return s.room[from : from : from+n]
}

// one is a place for one element, which is zero.
func (s *shelf[T]) one() *T {
	var zero T
	return &append(s.take(1), zero)[0]
}

// within copies what of list begins in tokens first to last-1; at tells where
// an element begins.
func (s *shelf[T]) within(list []T, first, last int, at func(*T) int) []T {
	n := 0
	for k := range list {
		if i := at(&list[k]); i >= first && i < last {
			n++
		}
	}
	out := s.take(n)
	for k := range list {
		if i := at(&list[k]); i >= first && i < last {
			out = append(out, list[k])
		}
	}
	return out
}

// reused is s with all of its room free again.
func (s shelf[T]) reused() shelf[T] { return shelf[T]{s.room[:0]} }

// alone is one evidence as a list of its own.
func (r *reading) alone(ev event.Evidence) []event.Evidence { return append(r.proofs.take(1), ev) }

// proof is the evidence that tokens first to last-1 are, by the rule that read
// them, as a list of its own. Those of a record lie side by side.
func (r *reading) proof(first, last int, rule string) []event.Evidence {
	return r.alone(r.evidence(first, last, rule))
}
