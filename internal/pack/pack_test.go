package pack

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestReadWhatWasWritten(t *testing.T) {
	type row struct{ a, b int32 }
	var w Writer
	a, b, again := w.Span("strike"), w.Span(""), w.Span("strike")
	Write(&w, []uint8{1, 2, 3})
	Write(&w, []row{{1, -2}, {3, 4}})
	Write(&w, []Span{a, b, again})
	Write[uint64](&w, nil)
	Write(&w, []uint64{1 << 60})
	file := string(w.Bytes(7))

	if _, ok := Open(file, 8); ok {
		t.Error("a file of other sources is opened")
	}
	if _, ok := Open(file[:20], 7); ok && native {
		t.Error("a file that is cut short is opened")
	}
	if _, ok := Open("", 7); ok {
		t.Error("an empty file is opened")
	}
	r, ok := Open(file, 7)
	if !ok {
		if native {
			t.Error("the file is not opened")
		}
		return
	}
	if diff := cmp.Diff([]uint8{1, 2, 3}, Read[uint8](r)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]row{{1, -2}, {3, 4}}, Read[row](r), cmp.AllowUnexported(row{})); diff != "" {
		t.Error(diff)
	}
	spans := Read[Span](r)
	if len(spans) != 3 || spans[0] != spans[2] || r.Text(spans[0]) != "strike" || r.Text(spans[1]) != "" {
		t.Errorf("the strings are %v", spans)
	}
	if got := Read[uint64](r); len(got) != 0 {
		t.Errorf("an empty list is %v", got)
	}
	if diff := cmp.Diff([]uint64{1 << 60}, Read[uint64](r)); diff != "" {
		t.Error(diff)
	}
}

func TestSum(t *testing.T) {
	sum := func(files map[string]string) uint64 {
		fsys := fstest.MapFS{}
		for name, text := range files {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
		n, err := Sum(fsys)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	base := sum(map[string]string{"a/x.txt": "name KN-23", "b.txt": ""})
	for _, other := range []map[string]string{
		{"a/x.txt": "name KN-24", "b.txt": ""},
		{"a/y.txt": "name KN-23", "b.txt": ""},
		{"a/x.txt": "name KN-23"},
		{"a/x.txt": "name KN-23", "b.txt": "\n"},
	} {
		if sum(other) == base {
			t.Errorf("%v has the same sum", other)
		}
	}
	if sum(map[string]string{"a/x.txt": "name KN-23", "b.txt": ""}) != base {
		t.Error("the same files have another sum")
	}
}
