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

// format is a way to write records.
type format struct {
	name string
	new  func(io.Writer, Options) (Writer, error)
	// open writes to the file at path instead, which may hold what an earlier
	// run wrote; nil where new serves.
	open func(path string, o Options) (Writer, error)
}

var formats = []format{
	{name: "table", new: newTable},
	{name: "jsonl", new: newJSONL},
	{name: "csv", new: newCSV},
	{name: "acled", new: newACLED},
	{name: "ucdp", new: newUCDP},
	{name: "geojson", new: newGeoJSON},
	{name: "parquet", new: newParquet},
	{name: "sqlite", open: openSQLite},
}

// Names lists the formats that [New] knows.
func Names() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// NeedsFile reports whether a format is only written to a file, with
// [OpenJournal].
func NeedsFile(name string) bool {
	f, err := find(name)
	return err == nil && f.new == nil
}

// Binary reports whether a format is nothing to print on a terminal.
func Binary(name string) bool { return name == "parquet" || name == "sqlite" }

func find(name string) (format, error) {
	i := slices.IndexFunc(formats, func(f format) bool { return f.name == name })
	if i < 0 {
		return format{}, fmt.Errorf("format %q is not known; want one of %s", name, strings.Join(Names(), ", "))
	}
	return formats[i], nil
}

// New makes the writer of a format.
func New(name string, w io.Writer, o Options) (Writer, error) {
	f, err := find(name)
	if err != nil {
		return nil, err
	}
	if f.new == nil {
		return nil, fmt.Errorf("format %s is written to a file only", name)
	}
	return f.new(w, o.filled())
}

func (o Options) filled() Options {
	if o.Note == nil {
		o.Note = func(string) {}
	}
	return o
}
