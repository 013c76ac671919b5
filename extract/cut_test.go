package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/sitrep-go/sitrep/extract"
)

// A text that ends anywhere is read all the same: each paragraph of all
// articles is cut behind each of its words.
func TestCutOff(t *testing.T) {
	x := withMentions()
	every := 1
	if testing.Short() {
		every = 50
	}
	n := 0
	for _, s := range stories(t) {
		for _, p := range strings.Split(s.article.Text, "\n\n") {
			for i := range p {
				if p[i] != ' ' && p[i] != ',' {
					continue
				}
				if n++; n%every != 0 {
					continue
				}
				// No more than what a sentence or two can see.
				a := extract.Article{ID: "cut", Published: s.article.Published, Text: p[max(0, strings.LastIndex(p[:max(0, i-150)], ". ")+1):i]}
				if err := readCut(x, a); err != nil {
					t.Errorf("%q: %v", a.Text, err)
				}
			}
		}
	}
}

func readCut(x *extract.Extractor, a extract.Article) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	return lawful(a, x.Read(a))
}
