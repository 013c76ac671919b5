package output

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/sitrep-go/sitrep/event"
)

// A Journal holds the entries of a run that writes to a file, one a line, in
// a file beside it. Only when the run is complete does the file get its name,
// so that a run which was interrupted, or killed, leaves the old file or
// none, and a journal from which it can go on. A Journal is for one goroutine.
type Journal struct {
	target, part string
	format       string
	f            *os.File
	w            *bufio.Writer
	done         *bufio.Reader // the lines of an earlier run that are not yet passed
	left         int           // how many of them
	next         string        // the article of the first of them, once it is read
	read         bool          // whether it is
	Entries      int           // how many entries the journal holds
	flushed      time.Time     // when lines last went to the file
}

// OpenJournal opens the journal for the output file target. What an earlier
// run left is kept if resume is set, and thrown away if not. The word kind
// tells apart runs whose entries do not mix; it may be empty.
func OpenJournal(target, format, kind string, resume bool) (*Journal, error) {
	j := &Journal{target: target, format: format, part: target + ".part"}
	if format != "jsonl" {
		j.part += "-entries"
	}
	if kind != "" {
		j.part += "-" + kind
	}
	if format == "sqlite" {
		// Beside a database that a program has open may lie what is not in it
		// yet, and what would be mixed into the one that replaces it.
		for _, end := range []string{"-wal", "-journal"} {
			if info, err := os.Stat(target + end); err == nil && info.Size() > 0 {
				return nil, fmt.Errorf("%s is in use by another program, whose changes are in %s; close it there first", target, filepath.Base(target)+end)
			}
		}
	}
	var err error
	if j.f, err = j.open(); err != nil {
		return nil, cause(err)
	}
	if !resume {
		err = j.f.Truncate(0)
	}
	if err := errors.Join(err, j.mend()); err != nil {
		j.f.Close()
		return nil, cause(err)
	}
	j.w = bufio.NewWriterSize(j.f, 64<<10)
	return j, nil
}

// open opens the journal and locks it. Whoever held the lock may have given the
// file its final name in between; then there is another journal to make.
func (j *Journal) open() (*os.File, error) {
	for {
		f, err := os.OpenFile(j.part, os.O_CREATE|os.O_RDWR, 0o666)
		if err != nil {
			return nil, err
		}
		if err := lock(f); err != nil {
			f.Close()
			return nil, err
		}
		opened, err := f.Stat()
		if err == nil {
			var named os.FileInfo
			if named, err = os.Stat(j.part); err == nil && os.SameFile(opened, named) {
				return f, nil
			}
		}
		f.Close()
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
	}
}

// mend counts the whole lines, cuts off the start of one that was not
// finished, and stands at the end.
func (j *Journal) mend() error {
	var whole int64
	r := bufio.NewReaderSize(j.f, 256<<10)
	var n int64
	for {
		part, err := r.ReadSlice('\n')
		n += int64(len(part))
		switch {
		case err == nil:
			whole = n
			j.Entries++
		case errors.Is(err, bufio.ErrBufferFull):
		case errors.Is(err, io.EOF):
			j.left = j.Entries
			if j.left > 0 {
				f, err := os.Open(j.part)
				if err != nil {
					return err
				}
				j.done = bufio.NewReaderSize(f, 64<<10)
			}
			if err := j.f.Truncate(whole); err != nil {
				return err
			}
			_, err := j.f.Seek(whole, io.SeekStart)
			return err
		default:
			return err
		}
	}
}

// Behind reports whether an earlier run wrote entries that were not passed
// yet.
func (j *Journal) Behind() bool { return j.left > 0 }

// Pass skips the next entry of an earlier run, which must be that of the
// article id; if it is not, it is the next one yet.
func (j *Journal) Pass(id string) error {
	if !j.read {
		l, err := j.done.ReadBytes('\n')
		if err != nil {
			return err
		}
		var e struct {
			ID     string
			Report struct{ ID string }
		}
		if err := json.Unmarshal(l, &e); err != nil {
			return fmt.Errorf("%s is damaged: %w", j.part, err)
		}
		if j.next = e.ID; j.format != "jsonl" {
			j.next = e.Report.ID
		}
		j.read = true
	}
	if j.next != id {
		return fmt.Errorf("%s is of other articles: it has %q where %q comes now; remove it, or run without --resume", j.part, j.next, id)
	}
	j.read = false
	j.left--
	return nil
}

// Line is an entry as the journal holds it.
func (j *Journal) Line(e Entry) ([]byte, error) { return Line(j.format, e) }

// Line is the line of JSON that stands for an entry: of the format jsonl the
// record itself, of the others the entry.
func Line(format string, e Entry) ([]byte, error) {
	if e.Report.Incidents == nil {
		e.Report.Incidents = []event.Incident{}
	}
	if format == "jsonl" {
		return encode(e.Report)
	}
	return encode(e)
}

// Valid is e with "\uFFFD" for each byte that is not UTF-8, which no format can
// hold: what comes back from a journal.
func Valid(e Entry) (Entry, error) {
	line, err := Line("", e)
	if err != nil {
		return Entry{}, err
	}
	var v Entry
	err = json.Unmarshal(line, &v)
	return v, err
}

// Append writes a line to the journal.
func (j *Journal) Append(line []byte) error {
	_, err := j.w.Write(line)
	if err != nil {
		return cause(err)
	}
	j.Entries++
	// A run that is killed loses what it read since.
	if now := time.Now(); now.Sub(j.flushed) > time.Second {
		j.flushed = now
		err = j.w.Flush()
	}
	return cause(err)
}

// Leave closes the journal for a later run to go on with.
func (j *Journal) Leave() error {
	err := j.w.Flush()
	return cause(errors.Join(err, j.f.Close()))
}

// Finish turns the journal into the output file.
func (j *Journal) Finish(o Options) error {
	if err := errors.Join(j.w.Flush(), j.f.Sync()); err != nil {
		j.f.Close()
		return cause(err)
	}
	name := func() error { return os.Rename(j.part, j.target) }
	if j.format == "jsonl" {
		j.keepMode(j.part)
	} else {
		temp := j.target + ".tmp"
		err := j.convert(temp, o)
		if err == nil {
			j.keepMode(temp)
			err = os.Rename(temp, j.target)
		}
		if err != nil {
			os.Remove(temp)
			j.f.Close()
			return cause(err)
		}
		name = func() error { return os.Remove(j.part) }
	}
	return cause(errors.Join(j.end(name), syncFolder(j.target)))
}

// keepMode gives the file that takes the target's place the permissions that
// this has: who hid one from others wants the new one hidden. Where that is
// not allowed, it keeps those of a new file.
func (j *Journal) keepMode(path string) {
	if info, err := os.Stat(j.target); err == nil {
		os.Chmod(path, info.Mode().Perm())
	}
}

// end closes the journal and takes away its name; no other run may take it for
// its own in between.
func (j *Journal) end(away func() error) error {
	if locks {
		return errors.Join(away(), j.f.Close())
	}
	return errors.Join(j.f.Close(), away())
}

// convert writes the entries of the journal to temp in the journal's format.
func (j *Journal) convert(temp string, o Options) (err error) {
	in, err := os.Open(j.part)
	if err != nil {
		return err
	}
	defer in.Close()
	w, end, err := j.writer(temp, o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, end()) }()
	for d := json.NewDecoder(bufio.NewReaderSize(in, 64<<10)); ; {
		var e Entry
		if err := d.Decode(&e); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return err
		}
		if err := w.Write(e); err != nil {
			return err
		}
	}
	return w.Close()
}

// writer makes the writer of the journal's format to the file temp. The
// function that comes with it is called last, also after a failure.
func (j *Journal) writer(temp string, o Options) (Writer, func() error, error) {
	f, err := find(j.format)
	if err != nil {
		return nil, nil, err
	}
	if f.open != nil {
		if err := copyFile(j.target, temp); err != nil {
			return nil, nil, err
		}
		w, err := f.open(temp, o.filled())
		return w, func() error { return nil }, err
	}
	out, err := os.OpenFile(temp, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o666)
	if err != nil {
		return nil, nil, err
	}
	bw := bufio.NewWriterSize(out, 64<<10)
	w, err := f.new(bw, o.filled())
	if err != nil {
		out.Close()
		return nil, nil, err
	}
	return w, func() error { return errors.Join(bw.Flush(), out.Sync(), out.Close()) }, nil
}

// copyFile copies a file that may not be there, over one that may.
func copyFile(from, to string) error {
	if err := os.Remove(to); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	in, err := os.Open(from)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// syncFolder makes a rename last. Some file systems cannot, which is no
// reason to fail.
func syncFolder(path string) error {
	if d, err := os.Open(filepath.Dir(path)); err == nil {
		d.Sync()
		d.Close()
	}
	return nil
}

// cause is err without the name of the system call and of a file the user
// did not name.
func cause(err error) error {
	var pe *os.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	var le *os.LinkError
	if errors.As(err, &le) {
		return le.Err
	}
	return err
}
