package batch

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func one(int) int { return 1 }

// Results come in the order of the items, however long each takes.
func TestOrder(t *testing.T) {
	for _, workers := range []int{0, 1, 3, 16} {
		items := make([]int, 500)
		for i := range items {
			items[i] = i
		}
		var got []int
		err := Run(context.Background(), slices.Values(items), Options{Workers: workers, Budget: 10}, one,
			func(i int) int {
				time.Sleep(time.Duration(i*7919%13) * 10 * time.Microsecond)
				return i
			},
			func(i int) error { got = append(got, i); return nil })
		if diff := cmp.Diff(items, got); diff != "" || err != nil {
			t.Errorf("%d workers: %v\n%s", workers, err, diff)
		}
	}
}

// No more is under way than the budget allows, but an item that is larger
// than all of it passes alone.
func TestBudget(t *testing.T) {
	var now, most atomic.Int64
	sizes := []int{3, 3, 3, 50, 3, 4, 10, 1, 1, 1, 1, 50, 2}
	err := Run(context.Background(), slices.Values(sizes), Options{Workers: 8, Budget: 10}, func(n int) int { return n },
		func(n int) int {
			sum := now.Add(int64(n))
			if n < 50 {
				for old := most.Load(); sum > old && !most.CompareAndSwap(old, sum); old = most.Load() {
				}
			} else if sum != 50 {
				t.Errorf("an item over the budget shares it: %d under way", sum)
			}
			time.Sleep(time.Millisecond)
			now.Add(int64(-n))
			return n
		},
		func(int) error { return nil })
	if err != nil || most.Load() > 10 {
		t.Errorf("%d of 10 were under way, %v", most.Load(), err)
	}
}

// An error of write ends the run, is returned, and leaves nothing running.
func TestWriteFails(t *testing.T) {
	before := runtime.NumGoroutine()
	full := errors.New("disk full")
	written := 0
	// The items are taken on a goroutine that Run does not wait for.
	var taken atomic.Int64
	items := func(yield func(int) bool) {
		for i := range 1_000_000 {
			taken.Add(1)
			if !yield(i) {
				return
			}
		}
	}
	err := Run(context.Background(), items, Options{Workers: 4}, one, func(i int) int { return i },
		func(i int) error {
			if written++; i == 10 {
				return full
			}
			return nil
		})
	if err != full || written != 11 {
		t.Errorf("%d written, error %v", written, err)
	}
	for end := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%d goroutines are left", runtime.NumGoroutine()-before)
		}
	}
	if n := taken.Load(); n > 10_000 {
		t.Errorf("%d items were taken after the error", n)
	}
}

// When the context ends, what was begun is finished and written in order, and
// a source of items that blocks for ever is not waited for.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	block := make(chan int)
	defer close(block)
	items := func(yield func(int) bool) {
		for i := range 20 {
			if !yield(i) {
				return
			}
		}
		<-block
	}
	var got []int
	err := Run(ctx, items, Options{Workers: 2}, one, func(i int) int { return i },
		func(i int) error {
			if got = append(got, i); i == 5 {
				cancel()
			}
			return nil
		})
	if !errors.Is(err, context.Canceled) || len(got) < 6 {
		t.Errorf("%d written, error %v", len(got), err)
	}
	for i, v := range got {
		if v != i {
			t.Fatalf("written %v", got)
		}
	}
}
