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
