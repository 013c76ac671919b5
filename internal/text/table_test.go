package text

import "testing"

func TestTable(t *testing.T) {
	m := map[Key]int{}
	words := []string{"killed", "in", "a", "strike", "on", "the", "market", "KN-23", "Kyiv's"}
	for i, w := range words {
		m[KeyOf(w)] = i + 1
	}
	table := TableOf(m)
	for i, w := range words {
		if got := table.Of(KeyOf(w)); got != i+1 {
			t.Errorf("%q is %d, want %d", w, got, i+1)
		}
	}
	if got := table.Of(KeyOf("library")); got != 0 {
		t.Errorf("a word that is not there is %d", got)
	}
	if got := new(Table[int]).Of(KeyOf("in")); got != 0 {
		t.Errorf("in an empty table a word is %d", got)
	}
}

func TestTableGrows(t *testing.T) {
	table := MakeTable[int](0)
	for i := range 1000 {
		*table.At(Key(i + 1)) += i
		*table.At(Key(i + 1)) += i
	}
	for i := range 1000 {
		if got := table.Of(Key(i + 1)); got != 2*i {
			t.Errorf("%d is %d", i, got)
		}
	}
	again := TableOfSlots(table.Slots())
	if got := again.Of(Key(7)); got != 12 {
		t.Errorf("of the same slots it is %d", got)
	}
}
