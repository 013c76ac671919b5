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
	if r.nounRoom[i] == unasked {
		r.tagNouns(i, s)
	}
	return r.nounRoom[i] == noun
}

// What is known of whether a token is a noun.
const (
	unasked int32 = iota
	noun
	noNoun
)

// tagNouns tells of token i of sentence s whether it is a noun, and of those
// that are read with the same words around them.
func (r *reading) tagNouns(i int, s text.Sentence) {
	r.nounRoom[i] = noNoun
	t := tagger()
	if t == nil {
		return
	}
	from := func(i int) int { return max(s.First, i-maxTagged/2) }
	first := from(i)
	last := min(s.Last, first+maxTagged)
	words := r.tagRoom[:0]
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
	for k := first; k < last; k++ {
		switch {
		case from(k) != first: // it is read with other words
		case strings.HasPrefix(words[k-first].Tag, "NN"):
			r.nounRoom[k] = noun
		default:
			r.nounRoom[k] = noNoun
		}
	}
	clear(words)
	r.tagRoom = words
}
