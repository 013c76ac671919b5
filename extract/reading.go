package extract

import (
	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// reading is one article while it is read: the document and what the stages
// have found so far.
type reading struct {
	*Extractor
	article Article
	// doc holds the title, a blank line and the text, so that the headline is
	// the document's first sentence; body is where the text begins in it.
	doc  *text.Document
	body int

	incidents []event.Incident
}

func (x *Extractor) open(a Article) *reading {
	r := &reading{Extractor: x, article: a}
	whole := a.Text
	if a.Title != "" {
		whole = a.Title + "\n\n" + a.Text
		r.body = len(a.Title) + 2
	}
	r.doc = text.Split(whole)
	return r
}

// span is the place of tokens first to last-1 in the article.
func (r *reading) span(first, last int) event.Span {
	s := event.Span{Start: int(r.doc.Tokens[first].Start), End: int(r.doc.Tokens[last-1].End)}
	if s.Start < r.body {
		s.In = event.InTitle
		s.End = min(s.End, len(r.article.Title))
		return s
	}
	s.Start -= r.body
	s.End -= r.body
	return s
}

// evidence is the words of tokens first to last-1 with the rule that read
// them.
func (r *reading) evidence(first, last int, rule string) event.Evidence {
	s := r.span(first, last)
	src := r.article.Text
	if s.In == event.InTitle {
		src = r.article.Title
	}
	return event.Evidence{Span: s, Text: src[s.Start:s.End], Rule: rule}
}
