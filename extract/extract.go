// Package extract reads English news text about armed conflict and returns one
// typed record per incident.
package extract

import (
	"sync"

	"github.com/sitrep-go/sitrep/event"
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

// Options changes how an [Extractor] reads. The zero value reads with
// everything that ships.
type Options struct {
	// Mentions asks for every number, date, place, weapon and actor read,
	// whether or not an incident took it.
	Mentions bool
	// Crime admits ordinary crime, such as a shooting outside a bar, that no
	// armed group or cause stands behind.
	Crime bool
}

// An Extractor reads articles. It is immutable and safe for concurrent use.
type Extractor struct {
	opts Options
	lang *language
}

// New makes an Extractor. It fails only on rule or name files in opts that do
// not load, and then names every fault in them.
func New(opts Options) (*Extractor, error) {
	l, err := embedded()
	if err != nil {
		return nil, err
	}
	return &Extractor{opts: opts, lang: l}, nil
}

// Read reads one article. It never fails: any string is an article.
func (x *Extractor) Read(a Article) event.Report {
	r := x.open(a)
	r.read()
	rep := event.Report{ID: a.ID, Published: r.article.Published, Incidents: r.incidents}
	if rep.Incidents == nil {
		rep.Incidents = []event.Incident{}
	}
	if x.opts.Mentions {
		rep.Mentions = r.mentions()
	}
	return rep
}

var standard = sync.OnceValue(func() *Extractor {
	x, err := New(Options{})
	if err != nil {
		panic("extract: the embedded rules do not load: " + err.Error())
	}
	return x
})

// Read reads one article with the zero [Options]. It is safe for concurrent
// use.
func Read(a Article) event.Report { return standard().Read(a) }
