// Package extract reads English news text about armed conflict and returns one
// typed record per incident.
//
// [Read] is all that most programs need: it takes an [Article], best with the
// day on which it was published, and gives its incidents, which [event]
// describes. Any string is an article; reading never fails, and the same text
// gives the same records. [New] makes an [Extractor] with rules, names and
// places of one's own. Either may be called by any number of goroutines, and
// the first call unpacks what is embedded.
//
// Each value of a record has evidence: the bytes of the text, Text[Start:End],
// that it was read from, and the name of the rule that read them.
// [Extractor.Explain] prints them, which is where to begin when a value is
// wrong. What the rules are is told in rules/en, each with the sentences that
// it must and must not read.
package extract

import (
	"errors"
	"io/fs"
	"iter"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
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
	// Rules holds rule files of one's own, read after those that ship: every
	// "*.txt" in it, in the order of their paths. They may add rules, and
	// words to a set ("set killing += zapped"). nil is none.
	Rules fs.FS
	// Names holds files of weapons, armed actors, speakers, words for people
	// and sites, laid over the catalogue that ships, as
	// [catalogue.Catalogue.With] does. nil is none.
	Names fs.FS
	// Places are looked up before those that ship; [gazetteer.Load] reads
	// them from a file. nil is none.
	Places *gazetteer.Gazetteer
}

// An Extractor reads articles. It is immutable and safe for concurrent use.
type Extractor struct {
	opts  Options
	lang  *language
	book  *catalogue.Catalogue
	world *gazetteer.Gazetteer
	known *actors
	// judge settles what opens an incident while the weights are learned.
	judge func(*signs) bool
}

// New makes an Extractor. It fails only on rule or name files in opts that do
// not load, and then names every fault in them.
func New(opts Options) (*Extractor, error) {
	x := &Extractor{opts: opts, book: catalogue.Default(), world: gazetteer.Default()}
	var faults [2]error
	x.lang, faults[0] = languageWith(opts.Rules)
	if opts.Names == nil {
		x.known = standardActors()
	} else if x.book, faults[1] = x.book.With(opts.Names); faults[1] == nil {
		x.known = newActors(x.book)
	}
	if opts.Places != nil {
		x.world = x.world.With(opts.Places)
	}
	if err := errors.Join(faults[:]...); err != nil {
		return nil, err
	}
	return x, nil
}

// Read reads one article. It never fails: any string is an article.
func (x *Extractor) Read(a Article) event.Report {
	rep := event.Report{ID: a.ID, Incidents: []event.Incident{}}
	for r := range x.parts(a) {
		rep.Published = r.article.Published
		rep.Incidents = append(rep.Incidents, r.incidents...)
		if x.opts.Mentions {
			rep.Mentions = append(rep.Mentions, r.mentions()...)
		}
		r.release()
	}
	return rep
}

// parts reads the article and yields its reading, or several where the text
// is longer than any story is.
func (x *Extractor) parts(a Article) iter.Seq[*reading] {
	return func(yield func(*reading) bool) {
		for from := 0; ; {
			to := partEnd(a.Text, from)
			r := x.openPart(a, from, to)
			r.read()
			// What the head of the text says of its day holds throughout.
			published := r.article.Published
			if !yield(r) || to == len(a.Text) {
				return
			}
			a.Published, from = published, to
		}
	}
}

// longestPart is how many bytes of a text are read at a time. A longer text
// is no story but a file of them: what is told in one part is not looked for
// in another, so that a hostile text costs no more a byte than a long one.
const longestPart = 64 << 10

// partEnd is where the part of s that begins at from ends: at the last blank
// line that fits into it, else the last line, word or letter.
func partEnd(s string, from int) int {
	if len(s)-from <= longestPart {
		return len(s)
	}
	part := s[from : from+longestPart]
	for _, gap := range []string{"\n\n", "\n", " "} {
		if i := strings.LastIndex(part, gap); i >= longestPart/2 {
			return from + i + len(gap)
		}
	}
	to := from + longestPart
	for k := 0; k < utf8.UTFMax-1 && !utf8.RuneStart(s[to]); k++ {
		to--
	}
	return to
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
