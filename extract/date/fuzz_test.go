package date

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// FuzzFind asserts what holds for every text: the spans lie in bounds, sorted
// and without overlap, periods begin before they end and carry a precision and
// a basis, durations of no known end and sets have none, what needs a
// publication date is not resolved without one, and the same text reads the
// same twice.
func FuzzFind(f *testing.F) {
	for _, c := range corpus {
		for _, way := range c.ways {
			s, _, _ := unmark(way)
			f.Add(s, 2025, 4, 24)
		}
	}
	f.Add("from 31 December 9999 to 1 January", 9999, 12, 31)
	f.Add("3000 centuries ago, last year, 1 January 1900", 1, 1, 1)
	f.Fuzz(func(t *testing.T, s string, y, m, d int) {
		var published event.Date
		if y >= 1 && y <= 9999 && validDay(y, m, d) {
			published = event.Date{Year: y, Month: monthNumber(m), Day: d}
		}
		ms := Find(s, published)
		end := 0
		for _, m := range ms {
			switch {
			case m.Start < end || m.End <= m.Start || m.End > len(s) || m.First >= m.Last:
				t.Fatalf("span %d:%d of %d behind %d in %q", m.Start, m.End, len(s), end, s)
			case m.Timex == "" || m.Type == "":
				t.Fatalf("%q has no value or type: %+v", s[m.Start:m.End], m)
			case m.Type == Set && m.Resolved():
				t.Fatalf("the set %q is resolved to %v", s[m.Start:m.End], m.Period)
			case m.Resolved() && (m.Period.Start.IsZero() || m.Period.End.Before(m.Period.Start) || m.Period.Precision < event.ToDay || m.Period.Precision > event.ToYear || m.Basis == ""):
				t.Fatalf("%q has the period %+v, basis %q, in %q", s[m.Start:m.End], m.Period, m.Basis, s)
			case !m.Resolved() && m.Basis != "":
				t.Fatalf("%q is unresolved with basis %q", s[m.Start:m.End], m.Basis)
			}
			end = m.End
			if p, ok := m.Resolve(event.DayPeriod(thursday)); ok && p.End.Before(p.Start) {
				t.Fatalf("%q resolves to %v", s[m.Start:m.End], p)
			}
		}
		if d := cmp.Diff(ms, Find(s, published)); d != "" {
			t.Fatalf("%q reads otherwise the second time:\n%s", s, d)
		}
		HabitOf(text.Split(s))
		Dateline(text.Split(s))
		ParsePublished(s)
	})
}

// FuzzParsePublished asserts that it gives a real day or an error, never both
// or neither.
func FuzzParsePublished(f *testing.F) {
	for _, s := range []string{"2025-04-24", "Sept 9, 2025", "24.04.2025", "2/23/2015", "1500", "20250424T101112Z", "2 May 12 10:00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParsePublished(s)
		if (err == nil) == d.IsZero() || err == nil && !(plausible(d.Year) && validDay(d.Year, int(d.Month), d.Day)) {
			t.Fatalf("ParsePublished(%q) = %v, %v", s, d, err)
		}
	})
}
