// Package stamp reads days that machines write as nothing but digits, in
// fields that are known to hold a time. In prose such digits are a number.
package stamp

import (
	"strconv"
	"time"

	"github.com/sitrep-go/sitrep/event"
)

// Day reads 20250424, with or without the time behind it, or the seconds or
// milliseconds since 1970. It reports false for anything else.
func Day(s string) (event.Date, bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return event.Date{}, false
		}
	}
	var d event.Date
	switch len(s) {
	case 8, 12, 14:
		d, _ = event.ParseDate(s[:4] + "-" + s[4:6] + "-" + s[6:8])
	case 10, 13:
		n, err := strconv.ParseInt(s[:10], 10, 64)
		if err == nil {
			d = event.DateOf(time.Unix(n, 0).UTC())
		}
	}
	if d.Year < 1900 || d.Year > 2199 {
		return event.Date{}, false
	}
	return d, true
}
