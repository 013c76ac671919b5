package date

import (
	"time"

	"github.com/sitrep-go/sitrep/event"
)

// monthPeriod is the whole of a month.
func monthPeriod(y, m int) event.Period {
	return event.Period{Start: event.Date{Year: y, Month: time.Month(m), Day: 1}, End: event.Date{Year: y, Month: time.Month(m), Day: daysIn(y, m)}, Precision: event.ToMonth}
}

// yearPeriod is the whole of a year.
func yearPeriod(y int) event.Period { return yearsPeriod(y, y) }

// yearsPeriod is the whole of the years y to z.
func yearsPeriod(y, z int) event.Period {
	return event.Period{Start: event.Date{Year: y, Month: 1, Day: 1}, End: event.Date{Year: z, Month: 12, Day: 31}, Precision: event.ToYear}
}

// monthsPeriod is the n months from month m of year y, where m may lie outside
// 1 to 12.
func monthsPeriod(y, m, n int) event.Period {
	y0, m0 := normMonth(y, m)
	y1, m1 := normMonth(y, m+n-1)
	p := event.Period{Start: event.Date{Year: y0, Month: time.Month(m0), Day: 1}, End: event.Date{Year: y1, Month: time.Month(m1), Day: daysIn(y1, m1)}, Precision: event.ToYear}
	if n == 1 {
		p.Precision = event.ToMonth
	}
	return p
}

func normMonth(y, m int) (int, int) {
	m--
	y += m / 12
	m %= 12
	if m < 0 {
		m += 12
		y--
	}
	return y, m + 1
}

func daysIn(y, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

func validDay(y, m, d int) bool { return m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m) }

// weekOf is the Monday of the week of d.
func weekOf(d event.Date) event.Date { return d.AddDays(-(int(d.Weekday()) + 6) % 7) }

// addMonths is the same day n months after d, or the last of that month.
func addMonths(d event.Date, n int) event.Date {
	y, m := normMonth(d.Year, int(d.Month)+n)
	return event.Date{Year: y, Month: time.Month(m), Day: min(d.Day, daysIn(y, m))}
}

// lastWeekday is the latest day w not after d.
func lastWeekday(d event.Date, w int) event.Date { return d.AddDays(-((int(d.Weekday()) - w + 7) % 7)) }

// nextWeekday is the earliest day w after d.
func nextWeekday(d event.Date, w int) event.Date {
	return d.AddDays((w-int(d.Weekday())+6)%7 + 1)
}

// nthWeekday is the nth day w of a month, or the last for n of 0.
func nthWeekday(y, m, w, n int) event.Date {
	if n == 0 {
		return lastWeekday(event.Date{Year: y, Month: time.Month(m), Day: daysIn(y, m)}, w)
	}
	first := event.Date{Year: y, Month: time.Month(m), Day: 1}
	return nextWeekday(first.AddDays(-1), w).AddDays(7 * (n - 1))
}

// easter is Easter Sunday of the western churches, by the Gregorian computus.
func easter(y int) event.Date {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return event.Date{Year: y, Month: time.Month(n / 31), Day: n%31 + 1}
}

// around is the period from a to b with n days more on either side, at most a
// fortnight.
func around(a, b event.Date, n int) event.Period {
	n = min(n, 14)
	return event.PeriodOf(a.AddDays(-n), b.AddDays(n))
}

// sane reports whether d is a day that an article can mean and the calendar
// reckons with.
func sane(d event.Date) bool { return d.Year >= 1 && d.Year <= 9999 }

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
