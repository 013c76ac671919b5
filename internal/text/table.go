package text

// A Table gives values by the key of a word, as a map does, in less time: a
// word's key is spread evenly already. It is immutable and safe for concurrent
// use. The zero Table is empty.
type Table[V any] struct {
	keys   []Key
	values []V
	n      int // how many keys there are
	// seen has the bit of every key, so that most words that are not there
	// cost one look.
	seen [256]uint64
}

// TableOf is a table of what m holds.
func TableOf[V any](m map[Key]V) *Table[V] {
	t := MakeTable[V](len(m))
	for k, v := range m {
		*t.At(k) = v
	}
	return t
}

// MakeTable is an empty table with room for n keys.
func MakeTable[V any](n int) *Table[V] {
	size := 2
	for size < 2*n+1 {
		size *= 2
	}
	return &Table[V]{keys: make([]Key, size), values: make([]V, size)}
}

// At is where the value of k is kept until the next call, the zero value at
// first. It is for who makes the table, before anybody else uses it.
func (t *Table[V]) At(k Key) *V {
	if 2*t.n >= len(t.keys) {
		more := MakeTable[V](2*t.n + 1)
		for i, k := range t.keys {
			if k != 0 {
				*more.At(k) = t.values[i]
			}
		}
		*t = *more
	}
	t.seen[k>>6%256] |= 1 << (k % 64)
	i := t.slot(k)
	if t.keys[i] == 0 {
		t.keys[i] = k
		t.n++
	}
	return &t.values[i]
}

// Slots is what t consists of, from which [TableOfSlots] makes it again.
func (t *Table[V]) Slots() ([]Key, []V) { return t.keys, t.values }

// TableOfSlots is the table that consists of the slots, which it keeps.
func TableOfSlots[V any](keys []Key, values []V) *Table[V] {
	t := &Table[V]{keys: keys, values: values}
	for _, k := range keys {
		if k != 0 {
			t.seen[k>>6%256] |= 1 << (k % 64)
		}
	}
	return t
}

// slot is where k stands, or the empty slot where it would.
func (t *Table[V]) slot(k Key) int {
	mask := len(t.keys) - 1
	i := int(k) & mask
	for t.keys[i] != 0 && t.keys[i] != k {
		i = (i + 1) & mask
	}
	return i
}

// Of is the value of k, or the zero value where there is none.
func (t *Table[V]) Of(k Key) V {
	if t.seen[k>>6%256]>>(k%64)&1 == 0 {
		var zero V
		return zero
	}
	return t.values[t.slot(k)]
}
