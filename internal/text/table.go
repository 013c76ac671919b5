package text

// A Table gives values by the key of a word, as a map does, in less time: a
// word's key is spread evenly already. It is immutable and safe for concurrent
// use. The zero Table is empty.
type Table[V any] struct {
	keys   []Key
	values []V
}

// TableOf is a table of what m holds.
func TableOf[V any](m map[Key]V) *Table[V] {
	size := 2
	for size < 2*len(m)+1 {
		size *= 2
	}
	t := &Table[V]{make([]Key, size), make([]V, size)}
	for k, v := range m {
		i := t.slot(k)
		t.keys[i], t.values[i] = k, v
	}
	return t
}

// TableOfPairs is a table of the values of keys, which are all different. Equal
// pairs in equal order make equal tables.
func TableOfPairs[V any](keys []Key, values []V) *Table[V] {
	size := 2
	for size < 2*len(keys)+1 {
		size *= 2
	}
	t := &Table[V]{make([]Key, size), make([]V, size)}
	for n, k := range keys {
		i := t.slot(k)
		t.keys[i], t.values[i] = k, values[n]
	}
	return t
}

// Slots is what t consists of, from which [TableOfSlots] makes it again.
func (t *Table[V]) Slots() ([]Key, []V) { return t.keys, t.values }

// TableOfSlots is the table that consists of the slots, which it keeps.
func TableOfSlots[V any](keys []Key, values []V) *Table[V] { return &Table[V]{keys, values} }

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
	if len(t.keys) == 0 {
		var zero V
		return zero
	}
	return t.values[t.slot(k)]
}
