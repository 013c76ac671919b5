package catalogue

import (
	"flag"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sitrep-go/sitrep/internal/pack"
)

var update = flag.Bool("update", false, "write catalogue.bin")

// TestCompiled asks that catalogue.bin holds what the files in data say.
func TestCompiled(t *testing.T) {
	sum, err := pack.Sum(data)
	if err != nil {
		t.Fatal(err)
	}
	want, err := Load(data)
	if err != nil {
		t.Fatal(err)
	}
	file := string(want.pack(sum))
	if *update {
		if err := os.WriteFile("catalogue.bin", []byte(file), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if file != compiled {
		t.Error("catalogue.bin is not of these files, and programs start slower: run go generate ./gazetteer/catalogue")
	}
	got, ok := unpack(file)
	if !ok {
		t.Skip("the tables of a file are not those of this machine")
	}
	if diff := cmp.Diff(want.Entries(), got.Entries()); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
	if !slices.Equal(want.refs, got.refs) {
		t.Error("the names differ")
	}
	for _, e := range want.entries {
		if g := got.ByID(e.Kind, e.ID); g == nil || g.Kind != e.Kind || g.ID != e.ID || g != got.ByID(e.Kind, e.ID) {
			t.Errorf("%s %s is %v", e.Kind, e.ID, g)
		}
	}
	if !slices.Equal(want.names.slots, got.names.slots) || !slices.Equal(want.heads.slots, got.heads.slots) {
		t.Error("the tables differ")
	}
	if *want.seen != *got.seen || *want.arms != *got.arms || *want.known != *got.known || *want.pairs != *got.pairs {
		t.Error("the filters differ")
	}
}

// BenchmarkUnpack is what a program pays at its start instead of
// BenchmarkLoad.
func BenchmarkUnpack(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := unpack(compiled); !ok {
			b.Fatal("catalogue.bin is not of the files in data")
		}
	}
}
