package extract_test

import (
	"strings"
	"testing"

	"github.com/jdkato/prose/v3"
	"github.com/jdkato/prose/v3/segment"
	"github.com/jdkato/prose/v3/tag"
	"github.com/jdkato/prose/v3/tokenize"

	"github.com/sitrep-go/sitrep/extract"
)

// peace is text in which nothing is to be found: most of what is printed.
var peace = strings.Repeat(`The town council voted on Tuesday to keep the library open in the evening. Members had argued for two hours about the cost, which the treasurer put at 40,000 euros a year, and about the heating of the reading room.

"We have never regretted an hour that the doors stood open," said the librarian, Anna Berg, who has worked there since 2009. Visitors come from as far as Linköping and Örebro to see the collection of maps. Some of them stay for the night.

The building dates from 1911. Its architect, a pupil of Ferdinand Boberg, also drew the station and two schools in Norrköping. A new roof is to be laid in the spring, and until then the upper floor remains closed to the public.

`, 8)

// BenchmarkRead reads, one after another, all the articles of testdata, and
// text without violence.
func BenchmarkRead(b *testing.B) {
	all := stories(b)
	for _, bb := range []struct {
		name string
		list []extract.Article
	}{
		{"articles", articlesOf(all)},
		{"peace", []extract.Article{{Text: peace}}},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.SetBytes(bytesOf(bb.list))
			b.ReportAllocs()
			for b.Loop() {
				for _, a := range bb.list {
					extract.Read(a)
				}
			}
		})
	}
}

// BenchmarkReadParallel reads the articles on all processors: its MB/s over
// those of BenchmarkRead/articles is what another processor is worth.
func BenchmarkReadParallel(b *testing.B) {
	list := articlesOf(stories(b))
	b.SetBytes(bytesOf(list))
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			for _, a := range list {
				extract.Read(a)
			}
		}
	})
}

// BenchmarkReadLength reads stories set one behind the other, as long as the
// name says: what a byte costs must not grow with it.
func BenchmarkReadLength(b *testing.B) {
	var all strings.Builder
	for _, s := range stories(b) {
		all.WriteString(s.article.Text + "\n\n")
	}
	for _, bb := range []struct {
		name string
		n    int
	}{{"1KB", 1 << 10}, {"8KB", 8 << 10}, {"64KB", 64 << 10}, {"1MB", 1 << 20}} {
		text := strings.Repeat(all.String(), bb.n/all.Len()+1)[:bb.n]
		b.Run(bb.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				extract.Read(extract.Article{Text: text})
			}
		})
	}
}

// BenchmarkExplain explains one article.
func BenchmarkExplain(b *testing.B) {
	x := extractor(b, extract.Options{})
	a := stories(b)[0].article
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		x.Explain(a)
	}
}

// BenchmarkProse has prose read the same articles: whole documents as its
// documentation shows, which loads its models for each; and with models loaded
// once, sentences, words and parts of speech alone. Neither finds an incident:
// it is the nearest that a Go program has without this module.
func BenchmarkProse(b *testing.B) {
	list := articlesOf(stories(b))
	b.Run("documents", func(b *testing.B) {
		b.SetBytes(bytesOf(list))
		b.ReportAllocs()
		for b.Loop() {
			for _, a := range list {
				if _, err := prose.NewDocument(a.Text); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	b.Run("tags", func(b *testing.B) {
		sentences, err := segment.New()
		if err != nil {
			b.Fatal(err)
		}
		tags, err := tag.New()
		if err != nil {
			b.Fatal(err)
		}
		words := tokenize.New()
		b.SetBytes(bytesOf(list))
		b.ReportAllocs()
		for b.Loop() {
			for _, a := range list {
				sentences.Segment(a.Text)
				tags.TagTokens(words.Tokenize(a.Text))
			}
		}
	})
}

func articlesOf(all []story) []extract.Article {
	var list []extract.Article
	for _, s := range all {
		list = append(list, s.article)
	}
	return list
}

func bytesOf(list []extract.Article) int64 {
	n := 0
	for _, a := range list {
		n += len(a.Title) + len(a.Text)
	}
	return int64(n)
}
