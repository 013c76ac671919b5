package main

import (
	"strings"
	"testing"

	"github.com/sitrep-go/sitrep/internal/source"
)

// A fault of the reader in one article is a problem of that article.
func TestFault(t *testing.T) {
	files, _ := source.Find([]string{"-"})
	var read int
	var problems []string
	for in := range source.Articles(files, source.Options{Format: source.JSONL, Stdin: strings.NewReader(`{"text":"a"}` + "\n" + `{"text":"b"}` + "\n" + `{"text":"c"}`)}) {
		r := open(in, func(a source.Article) (result, error) {
			return result{line: []byte(a.Text[strings.Index(a.Text, "b")+1:][:1])}, nil
		})
		if r.read {
			read++
		}
		for _, p := range r.problems {
			problems = append(problems, p.Error())
		}
	}
	if read != 2 || len(problems) != 1 || !strings.HasPrefix(problems[0], "standard input:2: cannot be read for a fault in scan itself") {
		t.Errorf("%d read, problems %q", read, problems)
	}
}
