package date

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/araddon/dateparse"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// ParsePublished reads a publication date in any usual form, with or without a
// time of day: "2025-04-24", "Sept 9, 2025", "24.04.2025", "Thursday, April
// 24, 2025", "2 May 2016, 21:40", an RFC 822 or ISO 8601 time. The day is the
// one the string names, in its own time zone. Figures as "3/4/2025" that can
// be read both ways are the third of April where s has the day above 12 only;
// a slash with neither above 12 is read month first, as such strings mostly
// come from American pages.
//
// A number alone, a date without a year and a year outside 1800 to 2199 are
// errors, which say what to write.
func ParsePublished(s string) (event.Date, error) {
	fail := func() (event.Date, error) {
		return event.Date{}, fmt.Errorf("date: %q is not a publication date: write a day with its month and year, such as 2025-04-24 or 24 April 2025", s)
	}
	t := strings.TrimSpace(s)
	if len(t) < 6 || len(t) > 200 || strings.IndexFunc(t, func(r rune) bool { return !unicode.IsDigit(r) && r != '.' && r != ',' && r != '+' && r != '-' }) < 0 && !strings.ContainsAny(t[1:], ".-") {
		return fail()
	}
	// Our own grammar first: it refuses what is not a day.
	d := text.Split(t)
	p := parser{d: d, lex: lexicon(), last: len(d.Tokens), ref: Ref{Habit: HabitOf(d)}}
	if p.ref.Habit == "" {
		p.ref.Habit = MonthFirst
	}
	for i := range d.Tokens {
		if r, ok := p.date(i); ok && r.Resolved() && r.gran == Day && r.Period.Start == r.Period.End && plausible(r.day.Year) {
			return r.day, nil
		}
	}
	if !strings.ContainsAny(t, "0123456789") {
		return fail()
	}
	digits := 0
	for _, r := range t {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	if digits < 5 {
		return fail()
	}
	v, err := dateparse.ParseIn(t, time.UTC, dateparse.PreferMonthFirst(true), dateparse.RetryAmbiguousDateWithSwap(true))
	if err != nil || !plausible(v.Year()) {
		return fail()
	}
	return event.DateOf(v), nil
}
