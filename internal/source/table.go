package source

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// The names a column may have, best first.
var (
	textColumns      = []string{"text", "body", "content", "article", "story", "full_text", "article_text", "fulltext", "article_body", "articlebody", "maintext"}
	idColumns        = []string{"id", "article_id", "doc_id", "document_id", "uid"}
	titleColumns     = []string{"title", "headline"}
	publishedColumns = []string{"published", "published_at", "publication_date", "pub_date", "pubdate", "publishedat", "published_date", "date_published", "datepublished", "date"}
	urlColumns       = []string{"url", "link", "source_url"}
	outletColumns    = []string{"source", "outlet", "publisher", "publication"}
)

// columnName is a header cell as the lists above spell it.
func columnName(s string) string {
	s = strings.ToLower(strings.Trim(strings.TrimPrefix(s, "\ufeff"), " \t\r\""))
	return strings.NewReplacer(" ", "_", "-", "_").Replace(s)
}

// delimiter is what stands between the cells of a header line.
func delimiter(header string) rune {
	best, n := ',', strings.Count(header, ",")
	for _, d := range []rune{'\t', ';'} {
		if k := strings.Count(header, string(d)); k > n {
			best, n = d, k
		}
	}
	return best
}

func (r *reader) csv(br *bufio.Reader) error {
	head, _ := br.Peek(64 << 10)
	first, _, _ := strings.Cut(string(head), "\n")
	limit := &rowLimit{r: br}
	cr := csv.NewReader(limit)
	cr.Comma = delimiter(first)
	cr.FieldsPerRecord = -1
	cr.LazyQuotes = true
	header, err := cr.Read()
	if errors.Is(err, io.EOF) {
		return errors.New("is empty; want a header row with a column named text")
	} else if err != nil {
		return err
	}
	at := map[string]int{}
	for i, h := range header {
		if name := columnName(h); name != "" {
			if _, twice := at[name]; !twice {
				at[name] = i
			}
		}
	}
	column := func(names []string) int {
		for _, n := range names {
			if i, ok := at[n]; ok {
				return i
			}
		}
		return -1
	}
	text := column(textColumns)
	if r.TextColumn != "" {
		if text = slices.Index(header, r.TextColumn); text < 0 {
			text = column([]string{columnName(r.TextColumn)})
		}
	}
	if text < 0 {
		return fmt.Errorf("has no text column among %s; name it with --text-column", strings.Join(header, ", "))
	}
	id, title, published, url, outlet := column(idColumns), column(titleColumns), column(publishedColumns), column(urlColumns), column(outletColumns)
	for n := 1; ; n++ {
		limit.n = 0
		row, err := cr.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			var pe *csv.ParseError
			if errors.As(err, &pe) {
				if !r.fail(r.Name+":"+strconv.Itoa(pe.StartLine), pe.Err) {
					return nil
				}
				continue
			}
			return err
		}
		l, _ := cr.FieldPos(0)
		cell := func(i int) string {
			if i < 0 || i >= len(row) {
				return ""
			}
			return row[i]
		}
		size := 0
		for _, c := range row {
			size += len(c)
		}
		if !r.send(r.Name+":"+strconv.Itoa(l), size, func() (Article, error) {
			if text >= len(row) {
				return Article{}, fmt.Errorf("has %d columns; the text is in column %d", len(row), text+1)
			}
			a := Article{}
			a.ID, a.Title, a.URL, a.Outlet, a.Text = cell(id), cell(title), cell(url), cell(outlet), cell(text)
			if a.ID == "" {
				a.ID = r.ID + ":" + strconv.Itoa(n)
			}
			return a, setPublished(&a, cell(published))
		}) {
			return nil
		}
	}
}

// rowLimit bounds what the csv package gathers for one row: a quotation mark
// that is never closed would take the rest of the file.
type rowLimit struct {
	r io.Reader
	n int // bytes since the last row
}

func (l *rowLimit) Read(p []byte) (int, error) {
	if l.n > MaxArticle {
		return 0, fmt.Errorf("a row is %w", errTooLarge)
	}
	n, err := l.r.Read(p)
	l.n += n
	return n, err
}
