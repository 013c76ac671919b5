package extract

import (
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sitrep-go/sitrep/internal/pack"
	"github.com/sitrep-go/sitrep/internal/rules"
)

// TestCompiled asks that rules.bin holds what the files of rules say.
func TestCompiled(t *testing.T) {
	sum, err := pack.Sum(ruleFiles)
	if err != nil {
		t.Fatal(err)
	}
	l, err := compile(nil)
	if err != nil {
		t.Fatal(err)
	}
	packed := func(g *rules.Grammar) string {
		var w pack.Writer
		g.Pack(&w)
		return string(w.Bytes(sum))
	}
	file := packed(l.grammar)
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile("rules.bin", []byte(file), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if file != compiled {
		t.Error("rules.bin is not of these files, and programs start slower: run go generate ./extract")
	}
	r, ok := pack.Open(file, sum)
	if !ok {
		t.Skip("the tables of a file are not those of this machine")
	}
	got := rules.Unpack(r)
	if packed(got) != file {
		t.Error("what is unpacked and packed again differs")
	}
	for _, stage := range [...]string{"acts", "casualties"} {
		if diff := cmp.Diff(l.grammar.Stage(stage).Rules(), got.Stage(stage).Rules(), cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".patterns" }, cmp.Ignore())); diff != "" {
			t.Errorf("rules of %s (-want +got):\n%s", stage, diff)
		}
	}
}

// BenchmarkRules makes the rules that ship ready: compiled from their files,
// and unpacked, which is what a program pays at its start.
func BenchmarkRules(b *testing.B) {
	b.Run("compile", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := compile(nil); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("unpack", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			sum, err := pack.Sum(ruleFiles)
			if err != nil {
				b.Fatal(err)
			}
			r, ok := pack.Open(compiled, sum)
			if !ok {
				b.Fatal("rules.bin is not of the files of rules")
			}
			if _, err := newLanguage(rules.Unpack(r)); err != nil {
				b.Fatal(err)
			}
		}
	})
}
