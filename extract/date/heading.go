package date

import (
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// Habit says how an article writes days in figures. The zero value is "not
// known".
type Habit string

const (
	DayFirst   Habit = "day_first"   // 24/4/2025
	MonthFirst Habit = "month_first" // 4/24/2025
)

// HabitOf is the habit of d: told by a day above 12 in figures, else by
// whether it writes "24 April" or "April 24" more often. It is the zero Habit
// where d shows none or shows both evenly.
func HabitOf(d *text.Document) Habit {
	lex := lexicon()
	dayFirst, monthFirst := 0, 0
	p := parser{d: d, lex: lex, last: len(d.Tokens)}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		switch t.Kind {
		case text.Number:
			if t.End-t.Start < 8 {
				continue
			}
			if s := d.Of(i); strings.IndexByte(s, '/') > 0 {
				if a, b, c, ok := threeParts(s); ok && c > 1000 {
					if a > 12 && a <= 31 && b <= 12 {
						dayFirst += 1000
					} else if b > 12 && b <= 31 && a <= 12 {
						monthFirst += 1000
					}
				}
			}
		case text.Word:
			if lex.of(t.Key).class != month {
				continue
			}
			_, after := p.dayNumber(i + 1)
			_, before := p.dayNumber(i - 1)
			if after && !before {
				monthFirst++
			} else if before && !after {
				dayFirst++
			}
		}
	}
	switch {
	case dayFirst > monthFirst:
		return DayFirst
	case monthFirst > dayFirst:
		return MonthFirst
	}
	return ""
}

// Heading reports whether the tokens first to last-1 of d, usually one line,
// are nothing but a day, as the headings of live blogs and diaries are, and
// which day it is: "Thursday, April 24", "24 April 2025:", "— Tuesday —". A day
// that is later than publication or more than a month before it is a caption's
// or a link's, and heads nothing.
func Heading(d *text.Document, first, last int, ref Ref) (event.Date, bool) {
	first, last = max(first, 0), min(last, len(d.Tokens))
	if last-first > 12 {
		return event.Date{}, false
	}
	lex := lexicon()
	if !armed(d, first, last, lex) {
		return event.Date{}, false
	}
	lead, trail, closed := 0, 0, false
	for first < last && d.Tokens[first].Kind == text.Punct {
		first++
		lead++
	}
	for first < last && d.Tokens[last-1].Kind == text.Punct {
		last--
		trail++
		closed = closed || d.Is(last, '.') || d.Is(last, ',')
	}
	p := parser{d: d, lex: lex, first: first, last: last, ref: ref, base: ref.Published}
	if p.w(first).class == dayWord || first == last {
		return event.Date{}, false
	}
	// "… on\nThursday.\n" of a wrapped line is none.
	if !p.lineEnds(first-lead) || !p.lineEnds(last+trail) {
		return event.Date{}, false
	}
	if first > 0 && d.Tokens[first-1].Kind == text.Word && lex.of(d.Tokens[first-1].Key).class == prep {
		return event.Date{}, false
	}
	r, ok := p.date(first)
	if !ok || r.Last != last || r.gran != Day || r.Type != Date || !r.Resolved() || r.Period.Start != r.Period.End || r.Anchor != nil || r.dom == 0 && (closed || !r.weekday) {
		return event.Date{}, false
	}
	day := r.Period.Start
	if n := day.Days(ref.Published); !ref.Published.IsZero() && (n < 0 || n > 31) {
		return event.Date{}, false
	}
	return day, true
}
