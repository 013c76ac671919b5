package date

import (
	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// Type is the kind of a time expression, after the types of TIMEX3.
type Type string

const (
	Date     Type = "DATE"     // a day or longer: "24 April 2025", "last week"
	Time     Type = "TIME"     // within a day: "Tuesday evening", "03:40 on 17 August"
	Duration Type = "DURATION" // how long: "two weeks", "a 24-hour"
	Set      Type = "SET"      // how often: "every Friday", "daily"
)

// Bound says what the word before a mention makes of it. The zero value means
// that the thing told happened at that time.
type Bound string

const (
	Since  Bound = "since"  // "since February 2022": from then until now
	Until  Bound = "until"  // "until Friday", "by Friday"
	Before Bound = "before" // "before 2014"
	After  Bound = "after"  // "after Thursday"
)

// Unit is a unit of the calendar or the clock. The zero value is none.
type Unit uint8

const (
	NoUnit Unit = iota
	Second
	Minute
	Hour
	Day
	Week
	Fortnight
	Weekend
	Month
	Quarter
	Year
	Decade
	Century
)

// Place says where a mention stands in a range of two.
type Place uint8

const (
	Alone       Place = iota // the mention is no part of a range
	OpensRange               // "Friday" of "from Friday into Saturday"
	ClosesRange              // "Saturday" of the same
)

// Mention is a time expression that was read in a text.
//
// A mention is resolved when its Period is not zero. Sets never are, nor is
// what needs a publication date when there is none. A duration is resolved only
// where it ends or begins with the paper, "the past two days", or dates what
// the words behind it tell, "a day after the market was hit". What needs
// another event's date, as "two days later", has an Anchor instead and is
// resolved by [Mention.Resolve].
type Mention struct {
	// First and Last are the tokens of the document, half-open.
	First, Last int
	// Start and End are the bytes of the text, half-open.
	Start, End int
	Type       Type
	// Period is when it was, zero while unresolved. Both mentions of a range
	// have the period of the whole range, and Timex their own value.
	Period event.Period
	// Basis is what Period was reckoned from; empty while unresolved.
	Basis event.Basis
	// Timex is the TIMEX3 value: 2025-04-24, 2025-W17, 2025-04, 2025-04-24TNI,
	// PAST_REF, P3D. Digits that cannot be known are X, as in XXXX-04-24. The
	// value of an anchored mention is reckoned from the day mentioned before
	// it, or from publication, and is more daring than Period.
	Timex string
	// Anchor is set where the mention is reckoned from another event.
	Anchor *Anchor
	// Bound is what the word before makes of it, empty for most.
	Bound Bound
	// Place tells the two mentions of a range.
	Place Place
	// Future is set where the words around the mention look forward: "will
	// meet on Friday", "next week", "due by March".
	Future bool
}

// Resolved reports whether m has a Period.
func (m Mention) Resolved() bool { return !m.Period.IsZero() }

// Resolve is the period of m for an article that has told another event, with
// the period anchor, before. It is m's own Period where m needs no anchor, and
// reports false where there is none, as for durations.
func (m Mention) Resolve(anchor event.Period) (event.Period, bool) {
	if m.Anchor == nil || m.Resolved() {
		return m.Period, m.Resolved()
	}
	p := m.Anchor.From(anchor)
	return p, !p.IsZero()
}

// Ref is what an article's dates are reckoned from. The zero Ref resolves only
// what needs no reference.
type Ref struct {
	// Published is the day the article appeared.
	Published event.Date
	// Heading is the day heading in force in a live blog or diary; it stands
	// in for Published.
	Heading event.Date
	// Habit says how the article writes days in figures.
	Habit Habit
}

func (r Ref) day() event.Date {
	if !r.Heading.IsZero() {
		return r.Heading
	}
	return r.Published
}

// Find reads every time expression of s, which appeared on the day published,
// in the order of the text. The zero published is an unknown day. A line that
// is nothing but a day is a heading, against which the lines after it are
// reckoned. Find is safe for concurrent use and takes time linear in s.
func Find(s string, published event.Date) []Mention {
	d := text.Split(s)
	ref := Ref{Published: published, Habit: HabitOf(d)}
	var dst []Mention
	for _, sent := range d.Sentences {
		if day, ok := Heading(d, sent.First, sent.Last, ref); ok {
			ref.Heading = day
		}
		dst = Tokens(d, sent.First, sent.Last, ref, dst)
	}
	return dst
}

// Tokens appends to dst the time expressions of the tokens first to last-1 of
// d, usually one sentence, sorted and without overlap. The mentions already in
// dst are those of the same document so far; the value of an anchored mention
// may be reckoned from them. Nothing is allocated where nothing is found.
func Tokens(d *text.Document, first, last int, ref Ref, dst []Mention) []Mention {
	first, last = max(first, 0), min(last, len(d.Tokens))
	lex := lexicon()
	if !armed(d, first, last, lex) {
		return dst
	}
	p := parser{d: d, lex: lex, first: first, last: last, ref: ref, base: ref.day(), dst: dst, mark: len(dst)}
	p.run()
	return p.dst
}
