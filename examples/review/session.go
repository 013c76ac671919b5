package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"text/tabwriter"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract"
	"github.com/sitrep-go/sitrep/internal/batch"
	"github.com/sitrep-go/sitrep/internal/review"
	"github.com/sitrep-go/sitrep/internal/source"
)

// session is one run.
type session struct {
	ctx            context.Context // ends when the user interrupts
	stdin          io.Reader
	stdout, stderr io.Writer
	failed         bool // something could not be read
}

// large is the size from which a page is slow to open, in bytes.
const large = 64 << 20

var errEnough = errors.New("as many articles as asked for")

func (s *session) page(c command) error {
	records, err := s.records(c.Records)
	if err != nil {
		return err
	}
	b, err := s.batch(c, records)
	if err != nil {
		return err
	}
	if len(b.Items) == 0 {
		return errors.New("there is no article to show")
	}
	if len(records) > 0 {
		s.say("review: %s no article; give the files that scan read\n", count(len(records), "record belongs to", "records belong to"))
		s.failed = true
	}
	values, faults := b.Values()
	if faults > 0 {
		s.say("review: %s not where the records say; the records were read from other texts\n", count(faults, "quotation is", "quotations are"))
		s.failed = true
	}
	write := func(w io.Writer) error { return review.Write(w, b) }
	if c.Output == "-" {
		return write(s.stdout)
	}
	size, err := whole(c.Output, write)
	if err != nil {
		return fmt.Errorf("%s cannot be written: %w", c.Output, err)
	}
	if size > large {
		s.say("review: the page has %d MB and will be slow to open; --limit N takes fewer articles\n", size>>20)
	}
	if !c.Quiet {
		s.say("%s: %s with %s to check. Open it in a browser.\n", c.Output, count(len(b.Items), "article", "articles"), count(values, "value", "values"))
	}
	return nil
}

// records reads lines of reports by the id of their article.
func (s *session) records(paths []string) (map[string]event.Report, error) {
	if paths == nil {
		return nil, nil
	}
	records := map[string]event.Report{}
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, reason(err))
		}
		in := bufio.NewReader(f)
		for n := 1; ; n++ {
			line, err := in.ReadBytes('\n')
			if text := strings.TrimSpace(string(line)); text != "" {
				var r event.Report
				if e := json.Unmarshal([]byte(text), &r); e != nil {
					f.Close()
					return nil, fmt.Errorf("%s:%d: is no record: %w; want the lines that scan --out jsonl writes", path, n, e)
				}
				if _, twice := records[r.ID]; twice {
					f.Close()
					return nil, fmt.Errorf("%s:%d: a record with the id %q was there before; records are joined to articles by it", path, n, r.ID)
				}
				records[r.ID] = r
			}
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				f.Close()
				return nil, fmt.Errorf("%s: %w", path, reason(err))
			}
		}
		f.Close()
	}
	return records, nil
}

// batch reads the articles and joins each to its record, which it takes out of
// records, or reads one where records is nil.
func (s *session) batch(c command, records map[string]event.Report) (review.Batch, error) {
	b := review.Batch{Name: c.Name}
	if b.Name == "" {
		b.Name = title(c.Articles[0])
	}
	var x *extract.Extractor
	if records == nil {
		var err error
		if x, err = extract.New(extract.Options{Crime: c.Crime}); err != nil {
			return b, err
		}
	}
	files, problems := source.Find(c.Articles)
	for _, q := range problems {
		s.problem(q)
	}
	format := source.Format(c.In)
	if c.In == "auto" {
		format = source.Auto
	}
	type result struct {
		item     review.Item
		problems []source.Problem
		ok       bool
	}
	err := batch.Run(s.ctx, source.Articles(files, source.Options{Format: format, Stdin: s.stdin}),
		batch.Options{Workers: runtime.GOMAXPROCS(0), Budget: 16 << 20},
		func(in source.Input) int { return in.Size },
		func(in source.Input) (r result) {
			var a source.Article
			if a, r.problems, r.ok = in.Open(); !r.ok {
				return r
			}
			r.item.Article = review.Article{ID: a.ID, Title: a.Title, Published: a.Published.String(), Source: a.Outlet, URL: a.URL, Text: a.Text}
			if records == nil {
				rep := a.Read(x, c.published)
				// The text itself may tell the day.
				r.item.Article.Published = rep.Published.String()
				r.item.Report = rep
			}
			return r
		},
		func(r result) error {
			for _, q := range r.problems {
				s.problem(q)
			}
			if !r.ok {
				return nil
			}
			if id := r.item.Article.ID; records != nil {
				rep, ok := records[id]
				if !ok {
					s.say("review: article %q has no record; it is shown without\n", id)
					s.failed = true
				}
				r.item.Report = rep
				delete(records, id)
			}
			b.Items = append(b.Items, r.item)
			if c.Limit > 0 && len(b.Items) == c.Limit {
				return errEnough
			}
			return nil
		})
	if errors.Is(err, errEnough) {
		clear(records)
		err = nil
	}
	if s.ctx.Err() != nil {
		err = errors.New("interrupted; no page was written")
	}
	return b, err
}

// title is what heads a page whose articles come from path.
func title(path string) string {
	if path == "-" {
		return "Standard input"
	}
	name := filepath.Base(filepath.Clean(path))
	if trimmed := strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), filepath.Ext(strings.TrimSuffix(name, ".gz"))); trimmed != "" {
		name = trimmed
	}
	return name
}

// whole writes a file by another name beside it and gives it its own once it
// is complete. What path links to is replaced, not the link; a device or a pipe
// is written to.
func whole(path string, write func(io.Writer) error) (size int64, err error) {
	if to, err := filepath.EvalSymlinks(path); err == nil {
		path = to
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return 0, reason(err)
		}
		return 0, errors.Join(write(f), f.Close())
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return 0, reason(err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err = write(f); err != nil {
		return 0, reason(err)
	}
	if err = f.Sync(); err != nil {
		return 0, reason(err)
	}
	info, err := f.Stat()
	if err != nil {
		return 0, reason(err)
	}
	// CreateTemp lets nobody else read; a page is made to be handed on.
	if err = f.Chmod(0o644); err != nil {
		return 0, reason(err)
	}
	if err = f.Close(); err != nil {
		return 0, reason(err)
	}
	if err = os.Rename(f.Name(), path); err != nil {
		var le *os.LinkError
		if errors.As(err, &le) {
			err = le.Err
		}
		return 0, err
	}
	return info.Size(), nil
}

// reason is err without the system call and the path, which the message gives.
func reason(err error) error {
	var pe *os.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

func (s *session) score(paths []string) error {
	var marks []review.Mark
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return fmt.Errorf("%s: %w", path, reason(err))
		}
		m, err := review.ReadMarks(f, path)
		f.Close()
		if err != nil {
			return err
		}
		marks = append(marks, m...)
	}
	if len(marks) == 0 {
		return errors.New("there is no mark to score; tick values on the page and choose “Export marks”")
	}
	sc := review.ScoreMarks(marks)
	w := tabwriter.NewWriter(s.stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "field\tright\twrong\tcorrected\tmissing\tprecision\trecall\t")
	for _, t := range append(sc.Fields, sc.All) {
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t%s\t%s\t\n", t.Field, t.Confirmed, t.Rejected, t.Corrected, t.Lost, percent(t.Precision()), percent(t.Recall()))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(s.stdout, "\n%s marked, %d of them read whole", count(sc.Articles, "article", "articles"), sc.Read)
	if sc.Read < sc.Articles {
		fmt.Fprint(s.stdout, "; recall holds only for those")
	}
	fmt.Fprintln(s.stdout, ".")
	if sc.Twice > 0 {
		fmt.Fprintf(s.stdout, "%s judged by more than one reviewer, %d of them alike.\n", count(sc.Twice, "value was", "values were"), sc.Agreed)
	}
	return nil
}

func percent(f float64, ok bool) string {
	if !ok {
		return "–"
	}
	return fmt.Sprintf("%.1f%%", 100*f)
}

func count(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}

func (s *session) problem(p source.Problem) {
	s.say("review: %v\n", p)
	if !p.Kept {
		s.failed = true
	}
}

func (s *session) say(format string, args ...any) { fmt.Fprintf(s.stderr, format, args...) }
