package event

import (
	"fmt"
	"strings"
	"time"
)

// Date is a civil day in the Gregorian calendar, without a time zone. The zero
// value is "not said". Dates compare with ==.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf is the civil day of t in t's own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseDate reads the form that [Date.String] prints, 2006-01-02.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("event: date %q is not of the form 2006-01-02", s)
	}
	return DateOf(t), nil
}

// IsZero reports whether no day was said.
func (d Date) IsZero() bool { return d == Date{} }

// Time is the midnight that begins d in UTC; the zero Date gives the zero Time.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// AddDays is the day n days after d, or before it for negative n. The zero
// Date stays zero.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// Days is the number of days from d to e, negative when e is the earlier.
func (d Date) Days(e Date) int { return e.number() - d.number() }

// number counts the days up to d from a day that is the same for all dates. It
// takes a month or day beyond the last for one of those that follow, as
// [time.Date] does, and the zero Date for the first day of the year 1, as
// [Date.Time] does.
func (d Date) number() int {
	if d.IsZero() {
		d = Date{1, time.January, 1}
	}
	if d.Month < time.January || d.Month > time.December {
		return int(d.Time().Unix()/(24*60*60)) + epoch
	}
	// The year begins in March, so that a leap day is its last.
	y, m := d.Year, int(d.Month)-3
	if m < 0 {
		y, m = y-1, m+12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*m+2)/5 + d.Day
}

// epoch is the number of 1 January 1970.
const epoch = 719469

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.number() < e.number() }

// Weekday is the day of the week of d.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// String prints d as 2006-01-02, and the zero Date as "".
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// MarshalText writes d as [Date.String] prints it.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads 2006-01-02, or nothing for the zero Date.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	v, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = v
	return nil
}

// DatePrecision says how wide a period is, in the codes of the UCDP
// Georeferenced Event Dataset (date_prec). The zero value is "not said".
type DatePrecision int

const (
	ToDay   DatePrecision = 1 // the day is known
	ToDays  DatePrecision = 2 // two to six days
	ToWeek  DatePrecision = 3 // a week
	ToMonth DatePrecision = 4 // a month
	ToYear  DatePrecision = 5 // a year, or more than a month
)

// Part is a part of the day. The zero value is "not said".
type Part string

const (
	Night     Part = "night"
	Morning   Part = "morning"
	Afternoon Part = "afternoon"
	Evening   Part = "evening"
)

// Basis says what a date was read from. The zero value is "not said".
type Basis string

const (
	Explicit    Basis = "explicit"    // the words name the day, "24 April 2025"
	Relative    Basis = "relative"    // reckoned from publication, "on Tuesday", "yesterday"
	Anchored    Basis = "anchored"    // reckoned from another event, "two days later"
	Publication Basis = "publication" // nothing better: the text says only that it just happened
)

// Period is a range of civil days, both ends included, with the part of the
// day where the words tell one. The zero value is "not said".
type Period struct {
	Start     Date          `json:"start,omitzero"`
	End       Date          `json:"end,omitzero"`
	Precision DatePrecision `json:"precision,omitempty"`
	Part      Part          `json:"part,omitempty"`
}

// DayPeriod is the period of the single day d.
func DayPeriod(d Date) Period { return Period{Start: d, End: d, Precision: ToDay} }

// PeriodOf is the period from start to end, with the precision its length
// implies.
func PeriodOf(start, end Date) Period {
	p := Period{Start: start, End: end}
	switch n := start.Days(end) + 1; {
	case n <= 1:
		p.Precision = ToDay
	case n <= 6:
		p.Precision = ToDays
	case n <= 10:
		p.Precision = ToWeek
	case n <= 31:
		p.Precision = ToMonth
	default:
		p.Precision = ToYear
	}
	return p
}

// IsZero reports whether no period was said.
func (p Period) IsZero() bool { return p == Period{} }

// Overlaps reports whether p and q share a day. A period without a start or
// an end is open on that side; the zero Period shares no day with any.
func (p Period) Overlaps(q Period) bool {
	if p.Start.IsZero() && p.End.IsZero() || q.Start.IsZero() && q.End.IsZero() {
		return false
	}
	return (p.End.IsZero() || !p.End.Before(q.Start)) && (q.End.IsZero() || !q.End.Before(p.Start))
}

// String prints "2025-04-24", "2025-04-23/2025-04-24" or either with the part
// of the day behind it, "2025-04-24 night"; [ParsePeriod] reads it back. The
// zero Period is "".
func (p Period) String() string {
	s := p.Start.String()
	if p.End != p.Start {
		s += "/" + p.End.String()
	}
	if p.Part != "" {
		s = strings.TrimPrefix(s+" "+string(p.Part), " ")
	}
	return s
}

// ParsePeriod reads what [Period.String] prints, and gives the period the
// precision that its length implies, as [PeriodOf] does; one that is open on a
// side has none.
func ParsePeriod(s string) (Period, error) {
	if s == "" {
		return Period{}, nil
	}
	days, part, cut := strings.Cut(s, " ")
	known := func(p Part) bool { return p == Night || p == Morning || p == Afternoon || p == Evening }
	if !cut && known(Part(days)) {
		return Period{Part: Part(days)}, nil
	}
	from, to, isRange := strings.Cut(days, "/")
	if !isRange {
		to = from
	}
	var start, end Date
	err := start.UnmarshalText([]byte(from))
	if err == nil {
		err = end.UnmarshalText([]byte(to))
	}
	switch {
	case err != nil || start.IsZero() && end.IsZero():
		return Period{}, fmt.Errorf("event: period %q is not of the form 2006-01-02, 2006-01-02/2006-01-31 or 2006-01-02 night", s)
	case cut && !known(Part(part)):
		return Period{}, fmt.Errorf("event: part of the day %q in %q is not night, morning, afternoon or evening", part, s)
	case start.IsZero() || end.IsZero():
		return Period{Start: start, End: end, Part: Part(part)}, nil
	case end.Before(start):
		return Period{}, fmt.Errorf("event: period %q ends before it starts", s)
	}
	p := PeriodOf(start, end)
	p.Part = Part(part)
	return p, nil
}

// When is the date of an incident: the period and what it was read from.
type When struct {
	Period
	Basis    Basis      `json:"basis,omitempty"`
	Evidence []Evidence `json:"evidence,omitempty"`
}
