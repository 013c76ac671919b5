package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
	"github.com/sitrep-go/sitrep/internal/text"
)

// catalogueMatches is what the catalogue finds in all sentences of d.
func catalogueMatches(d *text.Document) []catalogue.Match {
	var ms []catalogue.Match
	for _, s := range d.Sentences {
		ms = catalogue.Default().Find(d, s.First, s.Last, ms)
	}
	return ms
}

// actorsIn are the actors in s, each as its words and what they stand for.
func actorsIn(s string) []string {
	r := &reading{article: Article{Text: s}, doc: text.Split(s)}
	var out []string
	for _, a := range standardActors().findActors(r, catalogueMatches(r.doc)) {
		w := r.doc.Slice(a.first, a.last) + " = " + a.name
		if a.name == "" {
			w += "-"
		}
		if a.land {
			w += " (land)"
		}
		if a.of {
			w += " (of)"
		}
		if a.demonym {
			w += " (people)"
		}
		out = append(out, w)
	}
	return out
}

func TestActors(t *testing.T) {
	tests := []struct {
		why, text string
		want      []string
	}{
		{"a state's forces are the state", "The IDF denied it, and Israeli warplanes came back.", []string{"IDF = Israel", "Israeli warplanes = Israel"}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, actorsIn(tt.text)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}
