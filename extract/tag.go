package extract

import (
	"strings"
	"sync"

	"github.com/jdkato/prose/v3/tag"

	"github.com/sitrep-go/sitrep/internal/text"
)

// tagger loads the part-of-speech model on first use. Only sentences with a
// word that may be noun or verb ask for it, "targets" or "hits".
var tagger = sync.OnceValue(func() *tag.Tagger {
	t, err := tag.New()
	if err != nil {
		return nil // the words are then taken as they are
	}
	return t
})

// maxTagged bounds the words tagged at once, so that a sentence of a megabyte
// costs no more than a long one.
const maxTagged = 60

// isNoun reports whether token i of sentence s is a noun by the words around
// it: "hit military targets", "three hits".
func (r *reading) isNoun(i int, s text.Sentence) bool {
	t := tagger()
	if t == nil {
		return false
	}
	first := max(s.First, i-maxTagged/2)
	last := min(s.Last, first+maxTagged)
	words := make([]tag.Token, 0, last-first)
	for k := first; k < last; k++ {
		// The model knows straight quotation marks only.
		w := r.doc.Of(k)
		switch w {
		case "“", "”":
			w = "\""
		case "’", "‘":
			w = "'"
		}
		words = append(words, tag.Token{Text: w})
	}
	t.TagTokens(words)
	return strings.HasPrefix(words[i-first].Tag, "NN")
}
