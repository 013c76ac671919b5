// Package output writes records in the formats people work with.
package output

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/sitrep-go/sitrep/event"
)

// Entry is the record of one article with what is known of the article.
type Entry struct {
	Title  string       `json:"title,omitempty"`
	URL    string       `json:"url,omitempty"`
	Outlet string       `json:"source,omitempty"`
	Report event.Report `json:"report"`
}

// A Writer writes entries in one format. It is for one goroutine.
type Writer interface {
	Write(Entry) error
	// Close writes what ends the output. It does not close what it was
	// written to.
	Close() error
}

// Options say how an output looks. The zero value is for a file.
type Options struct {
	// Width is how many columns the terminal has; 0 is no terminal.
	Width int
	// Colour allows escape sequences for colour.
	Colour bool
	// Note is given what the format cannot say, once each, as whole
	// sentences; nil drops the notes.
	Note func(string)
}

type format struct {
	name  string
	about string
	new   func(io.Writer, Options) (Writer, error)
}

var formats = []format{
	{"table", "for reading: one line an incident", newTable},
	{"jsonl", "the whole record, one article a line", newJSONL},
}

// Names lists the formats that [New] knows.
func Names() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// New makes the writer of a format.
func New(name string, w io.Writer, o Options) (Writer, error) {
	i := slices.IndexFunc(formats, func(f format) bool { return f.name == name })
	if i < 0 {
		return nil, fmt.Errorf("format %q is not known; want one of %s", name, strings.Join(Names(), ", "))
	}
	if o.Note == nil {
		o.Note = func(string) {}
	}
	return formats[i].new(w, o)
}
