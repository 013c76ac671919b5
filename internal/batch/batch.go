// Package batch does work on many items at once and hands the results on in
// the order of the items.
package batch

import (
	"context"
	"iter"
	"sync"
)

// Options bound a run. The zero value is one worker.
type Options struct {
	// Workers is how many items are worked on at once; less than 1 is 1.
	Workers int
	// Budget is how many units of size may be under way at once; an item
	// larger than it passes alone. 0 is no bound.
	Budget int
}

// Run calls work for each item on several goroutines and write for each
// result, in the order of the items and never concurrently. The number of
// items under way is bounded, and so is the sum of what size says of them.
//
// When ctx ends, no further item is begun; those under way are finished and
// written. Run then returns the cause of ctx. An error of write ends the run
// at once and is returned.
func Run[T, R any](ctx context.Context, items iter.Seq[T], o Options, size func(T) int, work func(T) R, write func(R) error) error {
	workers := max(o.Workers, 1)
	type job struct {
		item   T
		size   int
		result chan R
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)

	todo := make(chan *job)
	// Results wait in the order of their items; the capacity is the bound on
	// how far the fastest worker may be ahead of the slowest.
	order := make(chan *job, 32*workers)
	budget := newBudget(o.Budget)

	go func() {
		defer close(order)
		defer close(todo)
		for item := range items {
			j := &job{item: item, size: size(item), result: make(chan R, 1)}
			if !budget.take(ctx, j.size) {
				return
			}
			select {
			case <-ctx.Done():
				return
			case order <- j:
			}
			// A job in order is always worked on, or its result would be
			// waited for without end.
			todo <- j
		}
	}()

	for range workers {
		go func() {
			for j := range todo {
				j.result <- work(j.item)
			}
		}()
	}
	var failed error
	finish := func(j *job) {
		r := <-j.result
		budget.give(j.size)
		if failed == nil {
			if failed = write(r); failed != nil {
				stop(failed)
			}
		}
	}
	// Once ctx has ended, only what already waits in order is finished: the
	// items may come from a terminal or a pipe that never ends.
	for ended := false; ; {
		if ended {
			select {
			case j, more := <-order:
				if more {
					finish(j)
					continue
				}
			default:
			}
			break
		}
		select {
		case j, more := <-order:
			if !more {
				ended = true
				continue
			}
			finish(j)
		case <-ctx.Done():
			ended = true
		}
	}
	if failed != nil {
		return failed
	}
	return context.Cause(ctx)
}

// budget is a weighted semaphore for one taker.
type budget struct {
	all  int
	mu   sync.Mutex
	used int
	free chan struct{} // holds one token after a give
}

func newBudget(n int) *budget { return &budget{all: n, free: make(chan struct{}, 1)} }

func (b *budget) take(ctx context.Context, n int) bool {
	for {
		b.mu.Lock()
		if b.all <= 0 || b.used == 0 || b.used+n <= b.all {
			b.used += n
			b.mu.Unlock()
			return ctx.Err() == nil
		}
		b.mu.Unlock()
		select {
		case <-ctx.Done():
			return false
		case <-b.free:
		}
	}
}

func (b *budget) give(n int) {
	b.mu.Lock()
	b.used -= n
	b.mu.Unlock()
	select {
	case b.free <- struct{}{}:
	default:
	}
}
