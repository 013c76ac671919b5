package date

import (
	"fmt"
	"strings"
	"time"

	"github.com/araddon/dateparse"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// ParsePublished reads a publication date in any usual form, with or without a
// time of day: "2025-04-24", "Sept 9, 2025", "24.04.2025", "Thursday, April
// 24, 2025", "2 May 2016, 21:40", "Published: 24 April 2025", an RFC 822 or ISO
// 8601 time. The day is the one that s names, in its own time zone.
//
// Figures with slashes are read month first, as most pages that write them are
// American, but for those whose first number is above 12: "2/3/2015" is the
// third of February and "23/2/2015" the 23rd. With full stops the day is
// first.
//
// A number alone, a date without its day or its year, a day that the calendar
// does not have and a year outside 1800 to 2199 are errors, which say what to
// write.
func ParsePublished(s string) (event.Date, error) {
	fail := func() (event.Date, error) {
		shown := s
		if len(shown) > 60 {
			shown = shown[:60] + "…"
		}
		return event.Date{}, fmt.Errorf("date: %q is not a publication date: write a day with its month and year, such as 2025-04-24 or 24 April 2025", shown)
	}
	t := strings.TrimSpace(s)
	if len(t) > 300 {
		return fail()
	}
	// The grammar of the text reader comes first: it refuses what is no day,
	// where dateparse makes the year 2006 of a "2006" and April of "2025-04".
	d := text.Split(t)
	p := parser{d: d, lex: lexicon(), last: len(d.Tokens), ref: Ref{Habit: MonthFirst}}
	for i := range d.Tokens {
		if r, ok := p.date(i); ok && r.Resolved() && r.gran == Day && r.Type == Date && r.Period.Start == r.Period.End && plausible(r.day.Year) {
			return r.day, nil
		}
	}
	// "October 30–31, 2023": what appeared over several days appeared by the
	// last of them.
	for _, m := range Find(t, event.Date{}) {
		if m.Resolved() && m.Period.Precision <= event.ToDays && plausible(m.Period.End.Year) {
			return m.Period.End, nil
		}
	}
	if len(t) >= 9 && t[8] == 'T' && digits(t[:8]) { // 20250424T101112Z
		v, err := event.ParseDate(t[:4] + "-" + t[4:6] + "-" + t[6:8])
		if err != nil || !plausible(v.Year) {
			return fail()
		}
		return v, nil
	}
	groups := numbers(t)
	if len(groups) < 2 {
		return fail()
	}
	v, err := dateparse.ParseIn(t, time.UTC, dateparse.PreferMonthFirst(true), dateparse.RetryAmbiguousDateWithSwap(true))
	if err != nil || !plausible(v.Year()) {
		return fail()
	}
	// Dateparse fills in what is missing: the day must stand in s, and so must
	// the year.
	day, year := false, false
	for _, g := range groups {
		if !year && (g == v.Year() || g == v.Year()%100) {
			year = true
		} else if g == v.Day() {
			day = true
		}
	}
	if !day || !year {
		return fail()
	}
	return event.DateOf(v), nil
}

func digits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// numbers is the runs of digits in s, those too long for a date left out.
func numbers(s string) []int {
	var ns []int
	n, width := 0, 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && s[i] >= '0' && s[i] <= '9' {
			n, width = n*10+int(s[i]-'0'), width+1
			if width > 9 {
				n = 0
			}
			continue
		}
		if width > 0 && width <= 4 {
			ns = append(ns, n)
		}
		n, width = 0, 0
	}
	return ns
}
