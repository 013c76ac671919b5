// Package source finds articles in the files people keep them in: JSON lines,
// plain text, CSV, saved web pages, test archives, each also under gzip, in
// folders, as globs and on standard input.
package source

import (
	"fmt"

	"github.com/sitrep-go/sitrep/extract"
)

// Format is how a file holds its articles. The zero value is [Auto].
type Format string

const (
	Auto  Format = ""      // guessed from the name and the first bytes
	Text  Format = "text"  // the whole file is one article
	JSONL Format = "jsonl" // one JSON object a line
	JSON  Format = "json"  // one JSON object, or an array of them
	CSV   Format = "csv"   // a header row and one article a row; tabs and semicolons do too
	HTML  Format = "html"  // the whole file is one web page
	Txtar Format = "txtar" // a test archive with a member article.txt
)

// Article is an article with what only its file knows of it.
type Article struct {
	extract.Article
	// Outlet is who published it; it may be empty.
	Outlet string
}

// A Problem is something that could not be read, and where.
type Problem struct {
	// At is the file, or the file and the line, as "news.jsonl:12".
	At  string
	Err error
	// Kept is set where the article was read all the same, without what the
	// problem is about.
	Kept bool
}

// Error says where and what.
func (p Problem) Error() string { return fmt.Sprintf("%s: %v", p.At, p.Err) }

// Unwrap is the cause.
func (p Problem) Unwrap() error { return p.Err }

// An Input is the place of one article, which [Input.Open] reads. An Input is
// used once; different Inputs may be opened concurrently.
type Input struct {
	// At is the file, or the file and the line.
	At string
	// Size is how many bytes the input holds in memory, or will once opened.
	Size int
	// Done is how many bytes of all the files lie before the end of this
	// input, as stored: before a gzip file is unpacked.
	Done int64
	open func() (Article, error)
	// problem stands in for open where the file itself could not be read.
	problem *Problem
}

// Open reads the article. It reports false where there is none, and what went
// wrong; an article may be read in spite of a problem.
func (in Input) Open() (Article, []Problem, bool) {
	if in.problem != nil {
		return Article{}, []Problem{*in.problem}, false
	}
	a, err := in.open()
	switch err := err.(type) {
	case nil:
		return a, nil, true
	case keep:
		return a, []Problem{{At: in.At, Err: err.error, Kept: true}}, true
	}
	return Article{}, []Problem{{At: in.At, Err: err}}, false
}

// keep marks an error that leaves an article to read.
type keep struct{ error }

// MaxArticle is the most bytes that one article may have: 64 MB. A line, page
// or file beyond it is a problem, not an article.
const MaxArticle = 64 << 20

var errTooLarge = fmt.Errorf("longer than %d MB, which is no article; split the file, or name its format with --in", MaxArticle>>20)
