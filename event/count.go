package event

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// Hedge says how sure the words of a count are. The zero value is "not said".
type Hedge string

const (
	Exact    Hedge = "exact"     // 12, twelve, a dozen
	AtLeast  Hedge = "at_least"  // at least 12, 12 or more
	MoreThan Hedge = "more_than" // more than 12, over 12
	UpTo     Hedge = "up_to"     // up to 12, as many as 12
	Around   Hedge = "about"     // about 12, some 12, roughly 12
	Nearly   Hedge = "nearly"    // nearly 12, almost 12
	Between  Hedge = "between"   // between 5 and 7, 5–7
	Vague    Hedge = "vague"     // several, dozens, many
)

// Count is a number of people or things as the words give it: a closed range,
// or one that is open above or below. Which bounds were said follows from the
// hedge: exact, about and between give both, at_least, more_than and vague
// only Min, up_to and nearly only Max. The zero value is "no count".
type Count struct {
	Min, Max int
	Hedge    Hedge
}

// N is the exact count n.
func N(n int) Count { return Count{Min: n, Max: n, Hedge: Exact} }

// IsZero reports whether nothing was counted, which is not a count of zero.
func (c Count) IsZero() bool { return c.Hedge == "" }

// HasMin reports whether the words give a lower bound.
func (c Count) HasMin() bool { return c.Hedge != "" && c.Hedge != UpTo && c.Hedge != Nearly }

// HasMax reports whether the words give an upper bound.
func (c Count) HasMax() bool {
	switch c.Hedge {
	case Exact, Around, Between, UpTo, Nearly:
		return true
	}
	return false
}

// Best is the single number that stands for c where one must be named: the
// lower bound where there is one, else the upper. It is 0 for the zero Count.
func (c Count) Best() int {
	if c.HasMin() {
		return c.Min
	}
	return c.Max
}

// Compatible reports whether some number satisfies both c and d.
func (c Count) Compatible(d Count) bool {
	return !(c.HasMax() && d.HasMin() && c.Max < d.Min) && !(d.HasMax() && c.HasMin() && d.Max < c.Min)
}

// String prints c as a person would write it in a table; [ParseCount] reads it
// back. The zero Count is "".
//
//	12     exact        12+   at least 12     ≤12   up to 12
//	~12    about 12     >12   more than 12    ≲12   nearly 12
//	5–7    between      ≳24   dozens, vague
func (c Count) String() string {
	switch c.Hedge {
	case "":
		return ""
	case Exact:
		return strconv.Itoa(c.Min)
	case AtLeast:
		return strconv.Itoa(c.Min) + "+"
	case MoreThan:
		return ">" + strconv.Itoa(c.Min-1)
	case Vague:
		return "≳" + strconv.Itoa(c.Min)
	case UpTo:
		return "≤" + strconv.Itoa(c.Max)
	case Nearly:
		return "≲" + strconv.Itoa(c.Max)
	case Around:
		if c.Min == c.Max {
			return "~" + strconv.Itoa(c.Min)
		}
		return fmt.Sprintf("~%d–%d", c.Min, c.Max)
	}
	return fmt.Sprintf("%d–%d", c.Min, c.Max)
}

// ParseCount reads what [Count.String] prints. It takes a hyphen for the dash
// of a range too, and "" for the zero Count.
func ParseCount(s string) (Count, error) {
	bad := func() (Count, error) {
		return Count{}, fmt.Errorf(`event: count %q is not of the form 12, 12+, >12, ≤12, ≲12, ≳12, ~12 or 5–7`, s)
	}
	number := func(s string) (int, bool) {
		for _, c := range []byte(s) {
			if c < '0' || '9' < c { // no sign, which Atoi would take
				return 0, false
			}
		}
		n, err := strconv.Atoi(s)
		return n, err == nil
	}
	if s == "" {
		return Count{}, nil
	}
	for _, form := range []struct {
		prefix, suffix string
		hedge          Hedge
	}{{"", "+", AtLeast}, {">", "", MoreThan}, {"≳", "", Vague}, {"≤", "", UpTo}, {"≲", "", Nearly}, {"~", "", Around}, {"", "", Exact}} {
		rest, ok := strings.CutPrefix(s, form.prefix)
		if !ok {
			continue
		}
		if rest, ok = strings.CutSuffix(rest, form.suffix); !ok {
			continue
		}
		if n, ok := number(rest); ok {
			c := Count{Hedge: form.hedge}
			if c.HasMin() {
				c.Min = n
			}
			if c.HasMax() {
				c.Max = n
			}
			if c.Hedge == MoreThan {
				if c.Min++; c.Min < 0 {
					return bad()
				}
			}
			return c, nil
		}
		if form.hedge != Around && form.hedge != Exact {
			return bad()
		}
		from, to, ok := strings.Cut(rest, "–")
		if !ok {
			from, to, _ = strings.Cut(rest, "-")
		}
		least, ok1 := number(from)
		most, ok2 := number(to)
		if !ok1 || !ok2 || most < least {
			return bad()
		}
		if form.hedge == Around {
			return Count{Min: least, Max: most, Hedge: Around}, nil
		}
		return Count{Min: least, Max: most, Hedge: Between}, nil
	}
	return bad()
}

type countJSON struct {
	Min   *int  `json:"min,omitempty"`
	Max   *int  `json:"max,omitempty"`
	Hedge Hedge `json:"hedge,omitempty"`
}

func (c Count) wire() countJSON {
	w := countJSON{Hedge: c.Hedge}
	if c.HasMin() {
		w.Min = &c.Min
	}
	if c.HasMax() {
		w.Max = &c.Max
	}
	return w
}

// count rebuilds a Count from its bounds; a record of another maker may leave
// the hedge out, which the bounds then imply. A hedge with other bounds than
// its own is refused, for one of them would be lost.
func (w countJSON) count() (Count, error) {
	c := Count{Hedge: w.Hedge}
	if w.Min != nil {
		c.Min = *w.Min
	}
	if w.Max != nil {
		c.Max = *w.Max
	}
	switch c.Hedge {
	case "":
		switch {
		case w.Min != nil && w.Max != nil && c.Min == c.Max:
			c.Hedge = Exact
		case w.Min != nil && w.Max != nil:
			c.Hedge = Between
		case w.Min != nil:
			c.Hedge = AtLeast
		case w.Max != nil:
			c.Hedge = UpTo
		}
	case Exact, AtLeast, MoreThan, UpTo, Around, Nearly, Between, Vague:
		if c.HasMin() != (w.Min != nil) || c.HasMax() != (w.Max != nil) {
			return Count{}, fmt.Errorf("event: a count with the hedge %q must have %s", c.Hedge, c.bounds())
		}
	default:
		return Count{}, fmt.Errorf("event: hedge %q is not one of exact, at_least, more_than, up_to, about, nearly, between or vague", c.Hedge)
	}
	return c, nil
}

// bounds names the bounds that c's hedge gives.
func (c Count) bounds() string {
	switch {
	case c.HasMin() && c.HasMax():
		return `"min" and "max"`
	case c.HasMin():
		return `"min" and no "max"`
	}
	return `"max" and no "min"`
}

// MarshalJSON writes {"min":…,"max":…,"hedge":…} without the bounds that were
// not said.
func (c Count) MarshalJSON() ([]byte, error) { return marshal(c.wire()) }

// UnmarshalJSON reads what [Count.MarshalJSON] writes. Where the hedge is left
// out, the bounds imply it; an unknown hedge is an error.
func (c *Count) UnmarshalJSON(b []byte) error {
	var w countJSON
	if err := json.Unmarshal(b, &w); err != nil {
		return err
	}
	v, err := w.count()
	if err != nil {
		return err
	}
	*c = v
	return nil
}
