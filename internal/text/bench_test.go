package text_test

import (
	_ "embed"
	"strings"
	"testing"

	"github.com/jdkato/prose/v3/segment"

	"github.com/sitrep-go/sitrep/internal/text"
)

//go:embed testdata/news.txt
var news string

func BenchmarkSplit(b *testing.B) {
	for _, bb := range []struct{ name, in string }{
		{"article", news},
		{"megabyte", strings.Repeat(news+"\n\n", 1<<20/len(news))},
		{"line", strings.Repeat(strings.ReplaceAll(news, "\n", " ")+" ", 1<<20/len(news))},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.SetBytes(int64(len(bb.in)))
			b.ReportAllocs()
			for b.Loop() {
				text.Split(bb.in)
			}
		})
	}
}

// BenchmarkProseSentences has prose find the sentences, and no tokens, of the same
// article.
func BenchmarkProseSentences(b *testing.B) {
	sentencer, err := segment.New()
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(news)))
	b.ReportAllocs()
	for b.Loop() {
		sentencer.Segment(news)
	}
}

func BenchmarkKeyOf(b *testing.B) {
	words := strings.Fields(news)
	n := 0
	for _, w := range words {
		n += len(w)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			text.KeyOf(w)
		}
	}
}
