package rules_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/sitrep-go/sitrep/internal/pack"
	"github.com/sitrep-go/sitrep/internal/rules"
)

var place = regexp.MustCompile(`^acts\.txt:[1-9][0-9]*:[1-9][0-9]*: .`)

// FuzzCompile: any file is a grammar that packs to the same bytes each time,
// or an error of which each line says where.
func FuzzCompile(f *testing.F) {
	files, err := filepath.Glob("../../extract/rules/en/*.txt")
	if err != nil || len(files) == 0 {
		f.Fatal("the rules are not where they were", err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		// A rule or a set at a time: whole files take long to change and try.
		for _, block := range strings.Split(string(b), "\n\n") {
			f.Add(block)
		}
	}
	f.Add("set a = b\nrule x killed\n\tmatch {people} ~ [a|@a] (b c|@d) ... * ^ $\n\tyes A => b\n\tno C\n")
	f.Add("rule\n\tmatch ((((([[[[{{{{\n")
	f.Add("set a = @a\nset b = @c\nset c = @b\n")
	f.Fuzz(func(t *testing.T, text string) {
		g, err := rules.Compile([]rules.File{{Name: "acts.txt", Text: text}})
		if err != nil {
			for l := range strings.SplitSeq(err.Error(), "\n") {
				if !place.MatchString(l) {
					t.Fatalf("the error %q does not say where", l)
				}
			}
			return
		}
		var one, two pack.Writer
		g.Pack(&one)
		again, err := rules.Compile([]rules.File{{Name: "acts.txt", Text: text}})
		if err != nil {
			t.Fatal(err)
		}
		again.Pack(&two)
		if string(one.Bytes(1)) != string(two.Bytes(1)) {
			t.Fatal("the same rules pack to other bytes")
		}
	})
}
