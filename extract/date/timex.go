package date

import (
	"strconv"

	"github.com/sitrep-go/sitrep/event"
)

// dayPart is a part of the day as the words tell it, finer than [event.Part].
type dayPart uint8

const (
	morning dayPart = iota
	afternoon
	evening
	night
	noon
	midnight
	dawn
	dusk
	predawn
	daytime
	noPart
)

// partOf is the part of the day in the record.
func (p dayPart) partOf() event.Part {
	switch p {
	case morning, dawn:
		return event.Morning
	case afternoon, noon:
		return event.Afternoon
	case evening, dusk:
		return event.Evening
	case night, midnight, predawn:
		return event.Night
	}
	return ""
}

// timex is what stands behind the day in the value.
func (p dayPart) timex() string {
	switch p {
	case morning, dawn:
		return "TMO"
	case afternoon:
		return "TAF"
	case evening, dusk:
		return "TEV"
	case night, predawn:
		return "TNI"
	case noon:
		return "T12:00"
	case midnight:
		return "T24:00"
	case daytime:
		return "TDT"
	}
	return ""
}

// partOfHour is the part of the day of an hour of the clock.
func partOfHour(h int) event.Part {
	switch {
	case h < 5 || h >= 22:
		return event.Night
	case h < 12:
		return event.Morning
	case h < 18:
		return event.Afternoon
	}
	return event.Evening
}

func pad(b []byte, n, width int) []byte {
	var d [20]byte
	s := strconv.AppendInt(d[:0], int64(n), 10)
	for i := len(s); i < width; i++ {
		b = append(b, '0')
	}
	return append(b, s...)
}

// dayTimex is the value of a day: 2025-04-24.
func dayTimex(d event.Date) string { return string(appendDay(make([]byte, 0, 10), d)) }

func appendDay(b []byte, d event.Date) []byte {
	b = append(pad(b, d.Year, 4), '-')
	b = append(pad(b, int(d.Month), 2), '-')
	return pad(b, d.Day, 2)
}

// monthTimex is the value of a month: 2025-04, or XXXX-04 for year 0.
func monthTimex(y, m int) string {
	b := make([]byte, 0, 7)
	b = append(appendYear(b, y), '-')
	return string(pad(b, m, 2))
}

// yearDayTimex is the value of a day whose year may be unknown, as 0.
func yearDayTimex(y, m, d int) string {
	b := make([]byte, 0, 10)
	b = append(appendYear(b, y), '-')
	b = append(pad(b, m, 2), '-')
	return string(pad(b, d, 2))
}

func appendYear(b []byte, y int) []byte {
	if y == 0 {
		return append(b, "XXXX"...)
	}
	return pad(b, y, 4)
}

// yearTimex is the value of a year: 2014.
func yearTimex(y int) string { return string(appendYear(make([]byte, 0, 4), y)) }

// weekTimex is the value of the ISO week of d: 2025-W17.
func weekTimex(d event.Date) string {
	y, w := d.Time().ISOWeek()
	b := append(pad(make([]byte, 0, 8), y, 4), "-W"...)
	return string(pad(b, w, 2))
}

// weekdayTimex is the value of a weekday of an unknown week: XXXX-WXX-5.
func weekdayTimex(w int) string { return "XXXX-WXX-" + strconv.Itoa((w+6)%7+1) }

var seasonTimex = [...]string{"SP", "SU", "FA", "WI"}

// durationTimex is the value of n units, "X" for a number that is not told.
func durationTimex(n string, u Unit) string {
	switch u {
	case Second:
		return "PT" + n + "S"
	case Minute:
		return "PT" + n + "M"
	case Hour:
		return "PT" + n + "H"
	case Day:
		return "P" + n + "D"
	case Week:
		return "P" + n + "W"
	case Fortnight:
		if v, err := strconv.Atoi(n); err == nil {
			return "P" + strconv.Itoa(2*v) + "W"
		}
		return "PXW"
	case Weekend:
		return "P" + n + "WE"
	case Month:
		return "P" + n + "M"
	case Quarter:
		return "P" + n + "Q"
	case Year:
		return "P" + n + "Y"
	case Decade:
		return "P" + n + "DE"
	case Century:
		return "P" + n + "CE"
	}
	return ""
}
