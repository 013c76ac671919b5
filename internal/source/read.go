package source

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
)

// Options say how files are read. The zero value guesses everything.
type Options struct {
	Format Format
	// TextColumn names the CSV column or JSON field that holds the text;
	// empty takes the first of text, body, content, article, story, full_text.
	TextColumn string
	// Stdin is read for "-"; nil is [os.Stdin].
	Stdin io.Reader
}

// Articles yields the inputs of the files in order. Only one file is open at
// a time, and of a file with many articles no more than one is held besides
// those that were yielded.
func Articles(files []File, o Options) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		var before int64
		for _, f := range files {
			r := &reader{File: f, Options: o, before: before, yield: yield}
			if err := r.read(); err != nil && !r.stopped {
				r.fail(f.Name, err)
			}
			if r.stopped {
				return
			}
			before += f.Size
		}
	}
}

// reader reads one file.
type reader struct {
	File
	Options
	before  int64 // bytes of the files before this one
	packed  *countReader
	yield   func(Input) bool
	stopped bool
}

func (r *reader) read() error {
	var src io.Reader = os.Stdin
	if r.Path == "-" {
		if r.Stdin != nil {
			src = r.Stdin
		}
	} else {
		f, err := os.Open(r.Path)
		if err != nil {
			return plain(err)
		}
		defer f.Close()
		src = f
	}
	r.packed = &countReader{r: src}
	br, err := unpack(r.packed)
	if err != nil {
		return plain(err)
	}
	format := r.Format
	if format != HTML { // a page knows better itself
		br = decode(br)
	}
	if format == Auto {
		head, err := br.Peek(64 << 10)
		if err != nil && !errors.Is(err, io.EOF) {
			return plain(err)
		}
		if err := refuse(head); err != nil {
			return err
		}
		format = Guess(r.Path, head)
	}
	switch format {
	case JSONL:
		return r.jsonl(br)
	case CSV:
		return r.csv(br)
	case Text, HTML, Txtar, JSON:
	default:
		return fmt.Errorf("format %q is not known", format)
	}
	whole, err := readAll(br)
	if err != nil {
		return plain(err)
	}
	switch format {
	case JSON:
		return r.json(whole)
	case HTML:
		r.send(r.Name, len(whole), func() (Article, error) { return r.html(whole) })
	case Txtar:
		r.send(r.Name, len(whole), func() (Article, error) { return r.txtar(whole) })
	default:
		r.send(r.Name, len(whole), func() (Article, error) { return r.text(whole) })
	}
	return nil
}

// send yields an input and reports whether more are wanted.
func (r *reader) send(at string, size int, open func() (Article, error)) bool {
	if !r.stopped {
		r.stopped = !r.yield(Input{At: at, Size: size, Done: r.before + r.packed.n, open: open})
	}
	return !r.stopped
}

// fail yields a problem in place of an input.
func (r *reader) fail(at string, err error) bool {
	if !r.stopped {
		done := r.before
		if r.packed != nil {
			done += r.packed.n
		}
		r.stopped = !r.yield(Input{At: at, Done: done, problem: &Problem{At: at, Err: err}})
	}
	return !r.stopped
}

func readAll(br *bufio.Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(br, MaxArticle+1))
	if err == nil && len(b) > MaxArticle {
		err = errTooLarge
	}
	return b, err
}
