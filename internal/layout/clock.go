package layout

import (
	"strings"

	"github.com/sitrep-go/sitrep/internal/text"
)

// clock reads a time of the day that begins at token i: "18:52", "14.05",
// "10:15am", "9 p.m.". It gives the minutes since midnight and how many
// tokens the time has, or 0.
func (r *reader) clock(i, last int) (minute, n int) {
	d := r.d
	if d.Tokens[i].Kind != text.Number {
		return 0, 0
	}
	s := d.Of(i)
	hours, minutes, split := strings.Cut(strings.Replace(s, ".", ":", 1), ":")
	h, ok := small(hours)
	m := 0
	if split {
		var fine bool
		m, fine = small(minutes)
		ok = ok && fine && len(minutes) == 2
	}
	if !ok || h > 24 || m > 59 {
		return 0, 0
	}
	n = 1
	if i+1 < last {
		switch d.Folded(i + 1) {
		case "am", "a.m.":
			h, n = h%12, 2
		case "pm", "p.m.":
			h, n = h%12+12, 2
		}
	}
	if !split && n == 1 || h == 24 && m > 0 {
		return 0, 0
	}
	// A time heads an entry only where something other than a sentence's
	// lower-case words follows: "14:05 – Sirens in Kyiv", "09.30 GMT".
	if i+n < last && d.Tokens[i+n].Kind == text.Word && d.Tokens[i+n].Case == text.Lower {
		return 0, 0
	}
	return h*60 + m, n
}

func small(s string) (int, bool) {
	if len(s) == 0 || len(s) > 2 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}
