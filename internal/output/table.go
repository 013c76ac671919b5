package output

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sitrep-go/sitrep/event"
)

// table prints one line an incident, under a line for its article.
type table struct {
	w         io.Writer
	o         Options
	cols      []column
	begun     bool
	articles  int
	silent    int
	incidents int
}

type column struct {
	head  string
	width int
	right bool
	cell  func(*event.Incident) string
}

func newTable(w io.Writer, o Options) (Writer, error) {
	t := &table{w: w, o: o}
	t.cols = []column{
		{"DATE", 13, false, date},
		{"WHAT", 15, false, what},
		{"WHERE", 22, false, where},
		{"KILLED", 7, true, func(inc *event.Incident) string { return toll(inc, event.Killed) }},
		{"HURT", 7, true, func(inc *event.Incident) string { return toll(inc, event.Injured) }},
		{"WEAPON", 24, false, weapons},
		{"BY", 22, false, by},
	}
	width := o.Width
	if width == 0 {
		width = 120
	}
	// Room is taken from, or given to, the columns of words.
	spare := width - 2
	for _, c := range t.cols {
		spare -= c.width + 2
	}
	least := [...]int{10, 8, 9, 6, 5, 7, 6}
	for _, round := range [][]int{{6, 5, 2, 1}, {0, 3, 4}} {
		for cut := true; spare < 0 && cut; {
			cut = false
			for _, i := range round {
				if spare < 0 && t.cols[i].width > least[i] {
					t.cols[i].width--
					spare++
					cut = true
				}
			}
		}
	}
	for spare < 0 && len(t.cols) > 5 {
		last := t.cols[len(t.cols)-1]
		t.cols, spare = t.cols[:len(t.cols)-1], spare+last.width+2
	}
	for _, i := range []int{2, 5, 6} {
		if i >= len(t.cols) {
			break
		}
		t.cols[i].width += min(max(spare, 0)/3, 14)
	}
	return t, nil
}

const (
	bold  = "\x1b[1m"
	dim   = "\x1b[2m"
	red   = "\x1b[31m"
	reset = "\x1b[0m"
)

func (t *table) paint(style, s string) string {
	if !t.o.Colour || strings.TrimSpace(s) == "" {
		return s
	}
	return style + s + reset
}

func (t *table) Write(e Entry) error {
	t.articles++
	if len(e.Report.Incidents) == 0 {
		t.silent++
		return nil
	}
	var b strings.Builder
	if !t.begun {
		t.begun = true
		b.WriteString(t.paint(dim, t.line(func(c column) string { return c.head })))
	}
	total := t.total()
	head := oneLine(e.Report.ID)
	if e.Title != "" && e.Title != head {
		head += "  " + oneLine(e.Title)
	}
	if !e.Report.Published.IsZero() {
		head = fit(head, total-14)
		head += "  (" + e.Report.Published.String() + ")"
	}
	b.WriteString(t.paint(bold, fit(head, total)) + "\n")
	for i := range e.Report.Incidents {
		inc := &e.Report.Incidents[i]
		t.incidents++
		l := t.line(func(c column) string { return c.cell(inc) })
		if inc.Background {
			l = t.paint(dim, strings.TrimSuffix(l, "\n")) + "\n"
		}
		b.WriteString(l)
	}
	_, err := io.WriteString(t.w, b.String())
	return err
}

func (t *table) Close() error {
	s := fmt.Sprintf("%s in %s", plural(t.incidents, "incident"), plural(t.articles, "article"))
	if t.silent > 0 && t.articles > 1 {
		s += fmt.Sprintf("; %d without any", t.silent)
	}
	if t.begun {
		s = "\n" + s
	}
	_, err := io.WriteString(t.w, s+"\n")
	return err
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func (t *table) total() int {
	n := 2
	for _, c := range t.cols {
		n += c.width + 2
	}
	return n - 2
}

func (t *table) line(cell func(column) string) string {
	var b strings.Builder
	b.WriteString("  ")
	for i, c := range t.cols {
		s := fit(cell(c), c.width)
		pad := strings.Repeat(" ", c.width-utf8.RuneCountInString(s))
		if c.right {
			s = pad + s
		} else if i < len(t.cols)-1 {
			s += pad
		}
		if i > 0 {
			b.WriteString("  ")
		}
		b.WriteString(s)
	}
	return strings.TrimRight(b.String(), " ") + "\n"
}

// printable has marks in place of what is no writing: a terminal takes orders
// from control characters, and an article may come from anybody.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), '\u202a' <= r && r <= '\u202e', '\u2066' <= r && r <= '\u2069':
			return utf8.RuneError
		}
		return r
	}, s)
}

// fit cuts s to n characters, the last a "…" where something is lost.
func fit(s string, n int) string {
	s = printable(s)
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	r := []rune(s)
	if n < 1 {
		return ""
	}
	return strings.TrimRight(string(r[:n-1]), " ,") + "…"
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func date(inc *event.Incident) string {
	if inc.Date == nil {
		return "?"
	}
	s, e := inc.Date.Start, inc.Date.End
	switch {
	case s.IsZero() && e.IsZero():
		return "?"
	case s == e:
		return s.String()
	case s.IsZero():
		return "to " + e.String()
	case e.IsZero():
		return "from " + s.String()
	case s.Year == e.Year && s.Month == e.Month && s.Day == 1 && e.AddDays(1).Day == 1:
		return fmt.Sprintf("%04d-%02d", s.Year, int(s.Month))
	case s.Year == e.Year && s.Month == e.Month:
		return fmt.Sprintf("%s–%02d", s, e.Day)
	case s.Year == e.Year && s.Month == 1 && s.Day == 1 && e.Month == 12 && e.Day == 31:
		return fmt.Sprint(s.Year)
	case s.Year == e.Year:
		return fmt.Sprintf("%s…", s)
	}
	return fmt.Sprintf("%d–%d", s.Year, e.Year)
}

func what(inc *event.Incident) string {
	s := strings.ReplaceAll(string(inc.Type), "_", " ")
	if inc.Stage == event.Attempted {
		s += " (attempted)"
	}
	return s
}

func where(inc *event.Incident) string {
	var names []string
	for _, l := range inc.Locations {
		if l.Role == event.LaunchRole || l.Role == event.ContextRole {
			continue
		}
		n := l.Name
		if l.Relation != "" && l.Relation != "in" {
			n = l.Relation + " " + n
		}
		if l.Country != "" {
			n += ", " + l.Country
		}
		names = append(names, n)
	}
	return strings.Join(names, "; ")
}

func weapons(inc *event.Incident) string {
	var names []string
	for _, w := range inc.Weapons {
		n := w.Name
		if n == "" {
			n = strings.ReplaceAll(string(w.Category), "_", " ")
		}
		if !w.Launched.IsZero() {
			n += " ×" + w.Launched.String()
		}
		names = append(names, n)
	}
	return strings.Join(names, ", ")
}

func by(inc *event.Incident) string {
	var names []string
	for _, p := range inc.Perpetrators {
		n := p.Actor
		switch p.Certainty {
		case event.Accused, event.Suspected, event.Denied:
			n += " (" + string(p.Certainty) + ")"
		}
		names = append(names, n)
	}
	return strings.Join(names, ", ")
}

// toll is the headline figure, with a mark where claimants differ.
func toll(inc *event.Incident, h event.Harm) string {
	c, ok := inc.Figure(h)
	if !ok {
		return ""
	}
	s := c.Count.String()
	if inc.Disputed(h) {
		s += "?"
	}
	return s
}
