package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"golang.org/x/term"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract"
	"github.com/sitrep-go/sitrep/internal/batch"
	"github.com/sitrep-go/sitrep/internal/output"
	"github.com/sitrep-go/sitrep/internal/source"
)

// scan is one run.
type scan struct {
	command
	stdin          io.Reader
	stdout, stderr *os.File
	extractor      *extract.Extractor
	progress       progress
	failed         bool // something could not be read
	// undated counts the articles that have an incident without a date and no
	// day of publication.
	undated atomic.Int64
}

// result is what a worker makes of one input.
type result struct {
	entry    output.Entry
	line     []byte // the entry as a line of JSON, where that is what is written
	problems []source.Problem
	read     bool
	done     int64
}

// inFlight is how many bytes of articles are held at once.
const inFlight = 16 << 20

var errInterrupted = errors.New("interrupted")

func (s *scan) run(ctx context.Context) error {
	var err error
	if s.extractor, err = extract.New(extract.Options{Mentions: s.Mentions, Crime: s.Crime}); err != nil {
		return err
	}
	files, problems := source.Find(s.Articles)
	for _, p := range problems {
		s.problem(p)
	}
	if len(files) == 0 {
		return errors.New("there is nothing to read")
	}
	if s.Output != "" {
		if err := s.checkTarget(files); err != nil {
			return err
		}
	}
	s.progress = s.newProgress(files)
	defer s.progress.stop()
	articles := source.Articles(files, s.options(s.stdin))
	defer s.noteUndated()
	if s.Output == "" || isDevice(s.Output) {
		return s.toStream(ctx, articles)
	}
	return s.toFile(ctx, articles)
}

// checkTarget refuses an output file that cannot become one, before anything
// is read. Where it is a link, the file that this leads to is written.
func (s *scan) checkTarget(files []source.File) error {
	target, err := os.Stat(s.Output)
	if err != nil {
		return nil // not there yet
	}
	if real, err := filepath.EvalSymlinks(s.Output); err == nil && target.Mode().IsRegular() {
		s.Output = real
	}
	if target.IsDir() {
		return fmt.Errorf("%s is a folder; name a file in it with -o", s.Output)
	}
	for _, f := range files {
		if info, err := os.Stat(f.Path); err == nil && os.SameFile(info, target) && target.Mode().IsRegular() {
			return fmt.Errorf("%s is read from; name another file with -o", s.Output)
		}
	}
	if s.Out == "sqlite" && target.Mode().IsRegular() && !output.IsSQLite(s.Output) {
		return fmt.Errorf("%s is there and is no SQLite database; name another file with -o", s.Output)
	}
	return nil
}

// isDevice reports whether path is there and is no regular file, so that it
// is written to and not replaced.
func isDevice(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.Mode().IsRegular() && !info.IsDir()
}

// toStream writes the records as they come.
func (s *scan) toStream(ctx context.Context, articles iter.Seq[source.Input]) (err error) {
	f := s.stdout
	if s.Output != "" {
		if f, err = os.OpenFile(s.Output, os.O_WRONLY, 0); err != nil {
			return s.unwritable(err)
		}
		defer f.Close()
	}
	if output.Binary(s.Out) && term.IsTerminal(int(f.Fd())) {
		return fmt.Errorf("%s is nothing to print on a terminal; name a file with -o", s.Out)
	}
	w := bufio.NewWriterSize(f, 64<<10)
	out, err := output.New(s.Out, w, s.look(f))
	if err != nil {
		return err
	}
	work := func(a source.Article) (r result, err error) {
		r.entry = s.entry(a)
		switch {
		case s.Out == "jsonl":
			r.line, err = output.Line(s.Out, r.entry)
		case !utf8.ValidString(a.Text) || !utf8.ValidString(a.Title):
			r.entry, err = output.Valid(r.entry)
		}
		return r, err
	}
	// Who types or pipes articles in wants each record as it comes.
	live := slices.Contains(s.Articles, "-")
	err = s.read(ctx, articles, work, func(r result) (err error) {
		if r.line != nil {
			_, err = w.Write(r.line)
		} else {
			err = out.Write(r.entry)
		}
		if err == nil && live {
			err = w.Flush()
		}
		return err
	})
	if err != nil && !errors.Is(err, errInterrupted) {
		return err
	}
	if err := errors.Join(out.Close(), w.Flush()); err != nil {
		return s.unwritable(err)
	}
	return err
}

// toFile writes the records to a file, whole or not at all.
func (s *scan) toFile(ctx context.Context, articles iter.Seq[source.Input]) error {
	var kind []string
	if s.Mentions {
		kind = append(kind, "mentions")
	}
	if s.Crime {
		kind = append(kind, "crime")
	}
	if !s.published.IsZero() {
		kind = append(kind, s.published.String())
	}
	j, err := output.OpenJournal(s.Output, s.Out, strings.Join(kind, "-"), s.Resume)
	if err != nil {
		return s.unwritable(err)
	}
	work := func(a source.Article) (r result, err error) {
		r.line, err = j.Line(s.entry(a))
		return r, err
	}
	next, stop := iter.Pull(articles)
	defer stop()
	for j.Behind() && ctx.Err() == nil {
		in, more := next()
		if !more {
			return fmt.Errorf("the earlier run read more articles than there are now; run without --resume")
		}
		a, problems, ok := in.Open()
		for _, p := range problems {
			s.problem(p)
		}
		if ok {
			if err := j.Pass(a.ID); err != nil {
				// The journal has no entry of an article with a fault.
				_, fault := attempt(a, work)
				if fault == nil {
					return err
				}
				s.problem(source.Problem{At: in.At, Err: fault})
			}
		}
		s.progress.to(in.Done)
	}
	rest := func(yield func(source.Input) bool) {
		for in, more := next(); more && yield(in); in, more = next() {
		}
	}
	err = s.read(ctx, rest, work, func(r result) error { return j.Append(r.line) })
	if err != nil {
		if lost := j.Leave(); lost != nil {
			return s.kept(j, s.unwritable(lost))
		}
		if errors.Is(err, errInterrupted) {
			return fmt.Errorf("%w after %d articles; the same command with --resume goes on from there", err, j.Entries)
		}
		return s.kept(j, err)
	}
	if err := j.Finish(output.Options{Note: s.note}); err != nil {
		return s.kept(j, s.unwritable(err))
	}
	return nil
}

// kept is err, which ended the run, with what can be done once its cause, as a
// full disk, is gone.
func (s *scan) kept(j *output.Journal, err error) error {
	if j.Entries == 0 {
		return err
	}
	return fmt.Errorf("%w; what was read until then is kept, and the same command with --resume goes on from there", err)
}

func (s *scan) unwritable(err error) error {
	name := s.Output
	if name == "" {
		name = "standard output"
	}
	var pe *os.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return fmt.Errorf("%s cannot be written: %w", name, err)
}

func (s *scan) entry(a source.Article) output.Entry {
	rep := a.Read(s.extractor, s.published)
	if rep.Published.IsZero() && slices.ContainsFunc(rep.Incidents, func(inc event.Incident) bool { return inc.Date == nil }) {
		s.undated.Add(1)
	}
	return output.Entry{Title: a.Title, URL: a.URL, Outlet: a.Outlet, Report: rep}
}

// noteUndated tells how the days that are missing can be had.
func (s *scan) noteUndated() {
	switch n := s.undated.Load(); n {
	case 0:
	case 1:
		s.note("an article does not say when it appeared, so that its \"on Thursday\" is no date; tell it with --published DATE.")
	default:
		s.note(fmt.Sprintf("%d articles do not say when they appeared, so that their \"on Thursday\" is no date; tell it with --published DATE.", n))
	}
}

// read does work on the articles and gives write the results in their order.
func (s *scan) read(ctx context.Context, articles iter.Seq[source.Input], work func(source.Article) (result, error), write func(result) error) error {
	err := batch.Run(ctx, articles,
		batch.Options{Workers: s.Jobs, Budget: inFlight},
		func(in source.Input) int { return in.Size },
		func(in source.Input) (r result) {
			return open(in, work)
		},
		func(r result) error {
			for _, p := range r.problems {
				s.problem(p)
			}
			s.progress.to(r.done)
			if !r.read {
				return nil
			}
			if err := write(r); err != nil {
				return s.unwritable(err)
			}
			return nil
		})
	if errors.Is(err, context.Canceled) {
		return errInterrupted
	}
	return err
}

// open reads one article.
func open(in source.Input, work func(source.Article) (result, error)) (r result) {
	a, problems, ok := in.Open()
	if ok {
		var err error
		if r, err = attempt(a, work); err != nil {
			problems, ok = append(problems, source.Problem{At: in.At, Err: err}), false
		}
	}
	r.problems, r.read, r.done = problems, ok, in.Done
	return r
}

// attempt does work on an article. What is wrong with the program itself and
// shows in one article of a million is an error of that one, so that the
// others are read.
func attempt(a source.Article, work func(source.Article) (result, error)) (r result, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			r, err = result{}, fmt.Errorf("cannot be read for a fault in scan itself, which its makers would like to know of: %v", fault)
		}
	}()
	return work(a)
}

// problem tells of something that could not be read.
func (s *scan) problem(p source.Problem) {
	s.failed = true
	s.say("%v\n", p)
}

// note tells of what a format cannot say.
func (s *scan) note(n string) {
	if !s.Quiet {
		s.say("note: %s\n", n)
	}
}

// say prints to standard error, over the progress bar if there is one.
func (s *scan) say(format string, args ...any) {
	s.progress.clear()
	fmt.Fprintf(s.stderr, format, args...)
}

// look is how the output is to look in f.
func (s *scan) look(f *os.File) output.Options {
	o := output.Options{Note: s.note}
	if fd := int(f.Fd()); term.IsTerminal(fd) {
		if w, _, err := term.GetSize(fd); err == nil {
			o.Width = w
		}
		o.Colour = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	return o
}

// byEnding are the formats that the name of an output file may say.
var byEnding = map[string]string{".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".geojson": "geojson", ".parquet": "parquet", ".sqlite": "sqlite", ".sqlite3": "sqlite", ".db": "sqlite", ".txt": "table", "": "table"}

func (c *command) checkOut() error {
	if c.Output == "-" {
		c.Output = "" // standard output, as elsewhere
	}
	if c.Out == "" {
		end := strings.ToLower(filepath.Ext(c.Output))
		f, ok := byEnding[end]
		if !ok && !isDevice(c.Output) {
			return fmt.Errorf("-o %s: the ending %s says no format; add --out, one of %s", c.Output, end, strings.Join(output.Names(), ", "))
		}
		if c.Out = f; !ok {
			c.Out = "table"
		}
	}
	if !slices.Contains(output.Names(), c.Out) {
		return fmt.Errorf("--out %s is not known; want one of %s", c.Out, strings.Join(output.Names(), ", "))
	}
	if c.Output == "" && output.NeedsFile(c.Out) {
		return fmt.Errorf("--out %s is a file with a structure of its own; name it with -o FILE", c.Out)
	}
	return nil
}
