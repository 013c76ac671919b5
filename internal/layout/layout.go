// Package layout tells what the lines of a pasted page are: the article's own
// text, its headline, the line of who wrote it and when, captions, and the
// furniture of the page around it.
package layout

import (
	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// Kind is what a sentence is to the article. The zero value is [Body].
type Kind uint8

const (
	Body    Kind = iota // the article's text
	Title               // its headline
	Heading             // a heading between paragraphs, or of an entry of a live blog
	Header              // byline, date line, dateline on a line of its own, release number
	Caption             // words under a picture
	Clutter             // the page's own words, and headlines of other stories
)

// String is the kind in lower case.
func (k Kind) String() string {
	return [...]string{"body", "title", "heading", "header", "caption", "clutter"}[k]
}

// Reads reports whether sentences of the kind tell of the article's events.
func (k Kind) Reads() bool { return k != Header && k != Clutter }

// Lead is what stands before the first words of a sentence. The zero value is
// nothing.
type Lead uint8

const (
	NoLead   Lead = iota
	Dateline      // "KYIV, April 24 (Agency) –": where and when it was written
	Label         // "KHERSON.", "SOMALIA —": the place that a paragraph of a round-up is about
)

// Zone is what one sentence is.
type Zone struct {
	Kind Kind
	Lead Lead
	// Text is the token at which the sentence begins behind its lead: the
	// first token of the sentence where it has none, and its end where the
	// lead is all of it.
	Text int
}

// Entry is an entry of a live blog: what follows a time of the day at the
// start of a line, up to the next entry.
type Entry struct {
	// Sentence is the one that begins with the time.
	Sentence int
	// Minute is the time in minutes since midnight.
	Minute int
	// Date is the day of the last heading that names one; zero where none
	// does.
	Date event.Date
}

// Layout is what the sentences of a document are. It is immutable.
type Layout struct {
	// Zones has one zone for each sentence.
	Zones []Zone
	// Published is the day that the page says it appeared, read from its date
	// line or from a dateline with a year; zero where it says none.
	Published event.Date
	// PublishedAt are the bytes of the document that say so.
	PublishedAt event.Span
	// Titles are the sentences of the headline, which a page may repeat.
	Titles []int
	// Entries are those of a live blog, in the order of the text.
	Entries []Entry
}

// Read reads the layout of d, whose first bodyStart bytes are a headline that
// was given apart. It takes time linear in the length of d.
func Read(d *text.Document, bodyStart int) Layout { return new(Reader).Read(d, bodyStart) }

// A Reader reads one layout after another in the same memory. The zero value is
// ready. It is not safe for concurrent use.
type Reader struct{ last reader }

// Read reads a layout as the function [Read] does. The layout it gives is good
// until the next call.
func (x *Reader) Read(d *text.Document, bodyStart int) Layout {
	x.last = reader{
		Layout: Layout{Zones: x.last.Zones[:0], Titles: x.last.Titles[:0], Entries: x.last.Entries[:0]},
		d:      d, f: load(), bodyStart: bodyStart, bs: x.last.bs[:0], titles: x.last.titles[:0],
	}
	r := &x.last
	for _, s := range d.Sentences {
		r.Zones = append(r.Zones, Zone{Text: s.First})
	}
	r.blocks()
	r.furniture()
	r.head()
	r.regions()
	r.tail()
	r.headings()
	r.leads()
	r.entries()
	for _, b := range r.bs {
		for s := b.s0; s < b.s1; s++ {
			r.Zones[s].Kind = b.kind
		}
		if b.kind == Title {
			for s := b.s0; s < b.s1; s++ {
				r.Titles = append(r.Titles, s)
			}
		}
	}
	r.d = nil
	return r.Layout
}

type reader struct {
	Layout
	d         *text.Document
	f         *furniture
	bodyStart int
	bs        []block
	titles    []int // blocks of the headline, at most four
	lead      int   // index of the first block of the article's own prose
}
