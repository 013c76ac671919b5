package date

import (
	"time"

	"github.com/sitrep-go/sitrep/event"
)

// Anchor is a distance from another event: "three days later", "the previous
// Friday", "the same night".
type Anchor struct {
	// Min and Max units of Unit after the other event, or before it where they
	// are negative; 0 is the same day, week and so on. They are equal where
	// the number is told, and 2 and 6 for "days later".
	Min, Max int
	Unit     Unit
	// HasWeekday is set for "the previous Friday" and "the following Tuesday",
	// where Min and Max are -1 or 1: the nearest such day before or after.
	HasWeekday bool
	Weekday    time.Weekday
	// Part is the part of that day, where told.
	Part event.Part
	// Early is set where the words say that a time of the night is past
	// midnight: "at 2:40 a.m.", "shortly after midnight".
	Early bool
	// Clause is set where the mention dates the event of the words that follow
	// it: "the barrage came two days after a plant was hit" puts the hit two
	// days before the barrage, so Min and Max are -2. Else the mention dates
	// the event of its own clause.
	Clause bool
}

// From is the period that lies a from p; the zero Period where p is zero.
func (a Anchor) From(p event.Period) event.Period {
	if p.Start.IsZero() || p.End.IsZero() || !sane(p.Start) || !sane(p.End) || abs(a.Min) > 10000 || abs(a.Max) > 10000 {
		return event.Period{}
	}
	var q event.Period
	switch {
	case a.HasWeekday && a.Max < 0:
		q = event.DayPeriod(lastWeekday(p.Start.AddDays(-1), int(a.Weekday)))
	case a.HasWeekday && a.Min > 0:
		q = event.DayPeriod(nextWeekday(p.End, int(a.Weekday)))
	case a.HasWeekday:
		q = event.DayPeriod(nextWeekday(p.Start.AddDays(-1), int(a.Weekday)))
	default:
		q = a.move(p)
	}
	if !sane(q.Start) || !sane(q.End) {
		return event.Period{}
	}
	if a.Part != "" {
		q.Part = a.Part
	}
	if a.Part == event.Night && p.Part == event.Evening && q.Start == p.Start && q.Start == q.End {
		// "On Tuesday evening … the same night" reaches into Wednesday.
		q = event.PeriodOf(q.Start, q.Start.AddDays(1))
		q.Part = event.Night
	}
	return q
}

func (a Anchor) move(p event.Period) event.Period {
	zero := a.Min == 0 && a.Max == 0
	switch a.Unit {
	case Day:
		if !zero && p.Part == event.Night && p.Start.AddDays(1) == p.End {
			// "The next day" after a night told as "overnight" is reckoned
			// from the day it ends on.
			p.Start = p.End
		}
		if zero && p.Part == event.Night && p.Start.AddDays(1) == p.End {
			p = a.ofNight(p)
		}
		q := event.PeriodOf(p.Start.AddDays(a.Min), p.End.AddDays(a.Max))
		q.Precision = max(q.Precision, p.Precision)
		if q.Start == q.End {
			q.Precision = event.ToDay
		}
		return q
	case Week, Fortnight, Weekend:
		n := 7
		if a.Unit == Fortnight {
			n = 14
		}
		if zero || a.Unit == Weekend {
			monday := weekOf(p.Start).AddDays(7 * a.Min)
			if a.Unit == Weekend {
				return event.PeriodOf(monday.AddDays(5), monday.AddDays(6))
			}
			return event.PeriodOf(monday, monday.AddDays(6))
		}
		return around(p.Start.AddDays(n*a.Min), p.End.AddDays(n*a.Max), min(abs(a.Min), abs(a.Max)))
	case Month:
		if zero {
			return monthPeriod(p.Start.Year, int(p.Start.Month))
		}
		q := around(addMonths(p.Start, a.Min), addMonths(p.End, a.Max), 7)
		q.Precision = max(q.Precision, event.ToMonth)
		return q
	case Quarter:
		m := (int(p.Start.Month)-1)/3*3 + 1
		return monthsPeriod(p.Start.Year, m+3*a.Min, 3*(a.Max-a.Min+1))
	case Year:
		return yearsPeriod(p.Start.Year+a.Min, p.End.Year+a.Max)
	case Decade:
		return yearsPeriod(p.Start.Year+10*a.Min-1, p.End.Year+10*a.Max+1)
	case Century:
		return yearsPeriod(p.Start.Year+100*a.Min-10, p.End.Year+100*a.Max+10)
	case Hour:
		return hours(p, a.Min, a.Max)
	case Minute:
		return hours(p, a.Min/60, a.Max/60)
	case Second:
		return hours(p, a.Min/3600, a.Max/3600)
	}
	return event.Period{}
}

// ofNight is the day of the night p, between two, on which the part of the day
// that a tells lies: "shortly after 5 a.m.", where drones came overnight, is on
// the day that the night ends on.
func (a Anchor) ofNight(p event.Period) event.Period {
	if a.Part == event.Morning || a.Early {
		return event.DayPeriod(p.End)
	}
	return p
}

// hours is p moved by lo to hi hours. Half a day or less stays on the day,
// "hours later" as a rule being the same day; more widens p to the days it may
// reach.
func hours(p event.Period, lo, hi int) event.Period {
	if abs(lo) <= 12 && abs(hi) <= 12 {
		return event.Period{Start: p.Start, End: p.End, Precision: p.Precision}
	}
	return event.PeriodOf(p.Start.AddDays(floorDiv(lo, 24)), p.End.AddDays(-floorDiv(-hi, 24)))
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
