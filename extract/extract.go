// Package extract reads English news text about armed conflict and returns one
// typed record per incident.
package extract

import (
	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// Article is one news text and what is known about it.
type Article struct {
	// ID names the article in its incidents' identifiers; it may be empty.
	ID string
	// URL is where it appeared; it may be empty.
	URL string
	// Title is the headline where it is known apart from the text. Spans in
	// it carry In == "title".
	Title string
	// Published is the day the article appeared, against which "on Tuesday"
	// and "yesterday" are reckoned; the zero Date when unknown.
	Published event.Date
	// Text is the article as found. Any string will do.
	Text string
}

// reading is one article while it is read: the document and what the stages
// have found so far.
type reading struct {
	article Article
	// doc holds the title, a blank line and the text, so that the headline is
	// the document's first sentence; body is where the text begins in it.
	doc  *text.Document
	body int
}

func open(a Article) *reading {
	r := &reading{article: a}
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
