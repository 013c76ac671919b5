package number

import (
	"fmt"
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// Kind is what a number does in its sentence. Only a [Cardinal] counts people
// or things. The zero value is "not said".
type Kind string

const (
	Cardinal      Kind = "cardinal"    // so many people or things: "12", "a dozen", "no one", "an eight-strong crew"
	OrdinalNumber Kind = "ordinal"     // a place in a row: "third", "21st"
	Age           Kind = "age"         // "aged 9", "47-year-old", "nine years old"
	Duration      Kind = "duration"    // "three days", "12-hour"
	Time          Kind = "time"        // a time of day: "14:32", "3 p.m.", "1400 GMT"
	Date          Kind = "date"        // a year, or a day beside its month: "2014", "April 24", "2014-15"
	Money         Kind = "money"       // "$5m", "20 million euros"
	Measure       Kind = "measure"     // a distance, weight, area, speed or calibre: "15 km", "155mm", "500-pound"
	Percent       Kind = "percent"     // "15%", "12 per cent"
	Fraction      Kind = "fraction"    // "two thirds", "half", "3/4", where the whole is not counted
	Decimal       Kind = "decimal"     // a number of mathematics, which counts nothing: "-3", "4.5", "1.3e6"
	Coordinate    Kind = "coordinate"  // "48.5°N", "50.4501, 30.5234"
	Phone         Kind = "phone"       // a number to call
	Label         Kind = "label"       // a number that names one of many: "Route 6", "No. 5", "page 3", "47th Brigade", "1." in a list, a score
	Designation   Kind = "designation" // a number that is part of a product's name: "Boeing 737", "Type 99"
	Compound      Kind = "compound"    // part of an adjective, counting neither people nor time: "two-storey", "one-way"
)

// A Number is one number as the words give it.
//
// Its bounds take in everything that makes it what it is: the hedge ("at least
// 12", "12 or more"), the unit ("15 km", "47-year-old", "$5 million"), the
// whole it is a part of ("23 of the 28"), and the "of" that ties a collective
// to its noun ("dozens of"). The noun counted and the name beside a label are
// not taken in.
type Number struct {
	// First and Last are its tokens, half-open. [Find] counts them from the
	// start of its string as the splitter of this module cuts it.
	First, Last int
	// Start and End are its bytes, half-open.
	Start, End int
	Kind       Kind
	// Count is the number with its hedge. It is the zero Count where the
	// number said is no whole one, or has no value of its own, as "14:32".
	Count event.Count
	// Value is the number said, before any hedge: 12 for "more than 12" and
	// 0.5 for "half". It is the lower bound of a range, and the least that a
	// vague word stands for.
	Value float64
	// Whole is the number of which Count is a part, as the 28 of "23 of 28";
	// the zero Count where there is none.
	Whole event.Count
	// Unit is the singular English name or symbol of the unit, as "km",
	// "year" or "kg", and the ISO 4217 code for money where the words tell
	// which; empty where there is none.
	Unit string
}

// Find reads the numbers of s, in order. Any string will do. It is safe for
// concurrent use and takes time linear in the length of s.
func Find(s string) []Number {
	d := text.Split(s)
	var dst []Number
	for _, sent := range d.Sentences {
		dst = Tokens(d, sent.First, sent.Last, dst)
	}
	return dst
}

// Tokens appends to dst the numbers among tokens first to last-1 of d, in
// order and apart from each other, and gives the extended slice. The tokens
// should be a sentence: no word outside them is read. It allocates only
// to grow dst. It is safe for concurrent use.
func Tokens(d *text.Document, first, last int, dst []Number) []Number {
	v := words()
	toks := d.Tokens[first:last]
	for i := range toks {
		if v.begins(&toks[i]) {
			r := reader{d: d, v: v, first: first, last: last, floor: first}
			return r.all(first+i, dst)
		}
	}
	return dst
}

// Parse reads s, which must be one number and nothing else but the words that
// belong to it, as "at least a dozen" or "15,800". It reports an error where s
// is none, more than one, or no whole number.
func Parse(s string) (event.Count, error) {
	ns := Find(s)
	t := strings.TrimSpace(s)
	if len(ns) != 1 || s[ns[0].Start:ns[0].End] != t {
		return event.Count{}, fmt.Errorf("number: %q is not one number", s)
	}
	if ns[0].Count.IsZero() {
		return event.Count{}, fmt.Errorf("number: %q is not a whole number", s)
	}
	return ns[0].Count, nil
}
