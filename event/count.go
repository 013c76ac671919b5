package event

import (
	"encoding/json"
	"fmt"
	"strconv"
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

// String prints c as a person would write it in a table: "12", "12+", "≤12",
// "~12", "5–7"; the zero Count is "".
func (c Count) String() string {
	switch {
	case c.IsZero():
		return ""
	case !c.HasMax():
		return strconv.Itoa(c.Min) + "+"
	case !c.HasMin():
		return "≤" + strconv.Itoa(c.Max)
	case c.Hedge == Around:
		return "~" + strconv.Itoa(c.Min)
	case c.Min != c.Max:
		return fmt.Sprintf("%d–%d", c.Min, c.Max)
	}
	return strconv.Itoa(c.Min)
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
// the hedge out, which the bounds then imply.
func (w countJSON) count() Count {
	c := Count{Hedge: w.Hedge}
	if w.Min != nil {
		c.Min = *w.Min
	}
	if w.Max != nil {
		c.Max = *w.Max
	}
	if c.Hedge == "" {
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
	}
	return c
}

// MarshalJSON writes {"min":…,"max":…,"hedge":…} without the bounds that were
// not said.
func (c Count) MarshalJSON() ([]byte, error) { return json.Marshal(c.wire()) }

// UnmarshalJSON reads what [Count.MarshalJSON] writes.
func (c *Count) UnmarshalJSON(b []byte) error {
	var w countJSON
	if err := json.Unmarshal(b, &w); err != nil {
		return err
	}
	*c = w.count()
	return nil
}
