package number

import (
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// unitAt is the unit that begins at token j, as an index; 0 where there is
// none.
func (r *reader) unitAt(j int) uint16 {
	if e := r.at(j); e.flags&unitOf != 0 {
		return e.unit
	}
	return 0
}

// currencies are the signs and words that stand before an amount.
var currencies = map[string]string{"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₪": "ILS", "₹": "INR", "₺": "TRY", "₦": "NGN",
	"US$": "USD", "USD": "USD", "EUR": "EUR", "GBP": "GBP", "UAH": "UAH", "RUB": "RUB", "INR": "INR", "Rs": "INR", "Rs.": "INR", "NIS": "ILS"}

// currency is where the money sign that stands at token j begins, or -1.
func (r *reader) currency(j int) int {
	if j < r.floor {
		return -1
	}
	if _, ok := currencies[r.d.Of(j)]; !ok {
		return -1
	}
	if r.d.Of(j) == "$" && j > r.floor && r.d.Tokens[j].Gap == text.None && len(r.d.Of(j-1)) <= 2 && r.d.Tokens[j-1].Case == text.Upper {
		return j - 1 // "US$", "A$"
	}
	return j
}

// unitOnly makes n a number of a unit of time, length or money where one
// follows: "several hours", "dozens of kilometres".
func (r *reader) unitOnly(n *Number) bool {
	j := n.Last
	if j < r.last && r.at(j).flags&stretchWord != 0 && r.unitAt(j+1) != 0 && r.d.Tokens[j+1].Gap == text.Space {
		j++
	}
	u := r.unitAt(j)
	if u == 0 || r.d.Tokens[j].Gap == text.Blank {
		return false
	}
	n.Kind, n.Unit, n.Last = r.v.units[u].kind, r.v.units[u].name, j+1
	return true
}

// classify tells what the number c, or the range lo to hi, does, and takes in
// its unit. It leaves Kind empty where no number stands at all.
func (r *reader) classify(c *core, n *Number, lo, hi float64) {
	toks := r.d.Tokens
	j := n.Last
	if i := c.first - 1; i >= r.floor {
		if k := r.currency(i); k >= 0 && toks[c.first].Gap <= text.Line {
			n.Kind, n.Unit, n.First = Money, currencies[r.d.Of(i)], k
			if k < i && r.d.Of(k) != "US" {
				n.Unit = ""
			}
			if u := r.unitAt(n.Last); u != 0 && r.v.units[u].kind == Money {
				n.Last++
			}
			return
		}
	}
	// "47-year-old", "two-storey", "12-hour", "five-member"
	if j < r.last && toks[j].Gap == text.Hyphen && toks[j].Kind == text.Word && r.at(j).flags&(unitWord|tensWord) == 0 {
		r.compound(n)
		if n.Kind != "" {
			return
		}
	}
	if c.digits && r.digitsKind(c, n, lo, hi) {
		return
	}
	if r.behind(n) {
		return
	}
	if r.before(c, n) {
		return
	}
	if r.glued(c, n) {
		return
	}
	n.Kind = Cardinal
}

// compound reads the word tied to n by a hyphen.
func (r *reader) compound(n *Number) {
	toks := r.d.Tokens
	j := n.Last
	if r.at(j).flags&hedgeStart != 0 && isAny(r.d.Folded(j), "plus", "odd", "ish") {
		return
	}
	if u := r.unitAt(j); u != 0 {
		n.Kind, n.Unit, n.Last = r.v.units[u].kind, r.v.units[u].name, j+1
		if k := j + 1; k < r.last && toks[k].Gap == text.Hyphen && (toks[k].Key == keyOld || toks[k].Key == keyOlds) {
			n.Kind, n.Last = Age, k+1
		} else if r.isWord(k, keyOld) && n.Kind == Duration { // "a 47-year old"
			n.Kind, n.Last = Age, k+1
		}
		return
	}
	n.Kind, n.Last = Compound, j+1
	if isAny(r.d.Folded(j), "strong", "member", "man", "woman", "person", "people", "men", "women") {
		n.Kind = Cardinal
	}
	for n.Last < r.last && toks[n.Last].Gap == text.Hyphen && toks[n.Last].Kind == text.Word {
		n.Last++
	}
}

// digitsKind tells dates, times, phone numbers, coordinates and scores, which
// only digits make.
func (r *reader) digitsKind(c *core, n *Number, lo, hi float64) bool {
	toks := r.d.Tokens
	i, j := c.first, n.Last
	// "2014-01-15", "044-123-45-67"
	if c.plain {
		k, groups := c.last, 1
		for k < r.last && toks[k].Kind == text.Number && (toks[k].Joined() || toks[k].Gap == text.None) {
			k, groups = k+1, groups+1
		}
		if groups >= 3 {
			n.Kind, n.Last = Phone, k
			first, last := len(r.d.Of(c.first)), len(r.d.Of(k-1))
			if groups == 3 && len(r.d.Of(c.first+1)) <= 2 && (first == 4 && last <= 2 || last == 4 && first <= 2) {
				n.Kind = Date
			}
			return true
		}
		if groups == 2 && k == c.last+1 && (n.Last == c.last || n.Last == k) {
			a, b := r.d.Of(c.first), r.d.Of(c.last)
			x, y := c.val, whole(b)
			switch {
			case len(a) == 4 && x >= 1900 && x < 2100 && len(b) == 2: // 2014-15
				n.Kind, n.Last = Date, k
				return true
			case len(a) == 4 && x >= 1900 && x < 2100 && len(b) == 4 && y > x && y < 2100:
				n.Kind, n.Last = Date, k
				return true
			case len(a) == 3 && len(b) == 4 && y > x && !r.lower(k) && (int(y)%50 != 0 || i > r.first && r.d.Is(i-1, ')')), // "344-7867"
				a == "1" && len(b) == 3 && k < r.last && toks[k].Joined():
				n.Kind, n.Last = Phone, k
				return true
			case n.Last == k && c.scale == 1: // "5-7"
			case y < x && len(b) < len(a): // "218-11"
				n.Kind, n.Last = Label, k
				return true
			case len(a) <= 2 && len(b) <= 2 && y <= x && !strings.ContainsAny(b, ".,:/"): // 3-1
				n.Kind, n.Last = Label, k
				return true
			case b[0] == '0' && len(b) > 1 || len(a) >= 3 && len(b) >= 3 && y < x:
				n.Kind, n.Last = Phone, k
				return true
			}
		}
	}
	// "0208 892 1789", "call 911"
	if c.plain && j == c.last {
		k := j
		for k < r.last && k < j+5 && toks[k].Kind == text.Number && toks[k].Gap == text.Space && len(r.d.Of(k)) >= 2 {
			k++
		}
		if s := r.d.Of(i); s[0] == '0' && len(s) >= 2 && len(s) <= 5 && k > j && len(r.d.Of(j)) >= 3 {
			n.Kind, n.Last = Phone, k
			return true
		}
		if i > r.first && isAny(r.d.Folded(i-1), "call", "called", "calling", "dial", "dialled", "dialed", "hotline", "tel", "tel.", "telephone", "phone", "text") && toks[i].Gap == text.Space && len(r.d.Of(i)) >= 3 && !r.people(j) ||
			j < r.last && len(r.d.Of(i)) == 3 && isAny(r.d.Folded(j), "call", "calls", "dispatcher", "dispatchers", "operator", "caller") && isAny(r.d.Of(i), "911", "999", "112", "101", "102", "103", "100") {
			n.Kind = Phone
			return true
		}
		if r.address(n) {
			n.Kind = Label
			return true
		}
	}
	// "+380 44 123 4567"
	if i > r.floor && r.d.Is(i-1, '+') && toks[i].Gap == text.None {
		k, digits := i, 0
		for k < r.last && (toks[k].Kind == text.Number || toks[k].Kind == text.Punct && strings.Contains("()-", r.d.Of(k))) && k < i+12 {
			digits += len(r.d.Of(k))
			k++
		}
		if digits >= 7 {
			n.Kind, n.First, n.Last = Phone, i-1, k
			return true
		}
	}
	// "4." as a sentence of its own, "1." and "2)" at the start of a line
	if c.plain && i == r.first && c.val < 100 && j+1 == r.last && r.d.Is(j, '.') && j+1 < len(toks) && toks[j+1].Gap < text.Line {
		n.Kind = Label
		return true
	}
	if c.plain && (toks[i].Gap == text.Line || toks[i].Gap == text.Blank) && c.val < 100 && j+1 < r.last && toks[j].Gap == text.None &&
		(r.d.Is(j, '.') || r.d.Is(j, ')')) && toks[j+1].Gap == text.Space {
		n.Kind = Label
		return true
	}
	if i > r.first {
		// "#12", "№ 5", "/12", "12:" in an address
		switch w := r.d.Of(i - 1); {
		case w == "#" || w == "№":
			n.Kind = Label
			if i-1 >= r.floor {
				n.First = i - 1
			}
			return true
		case toks[i].Gap == text.None && isAny(w, "/", "=", "_", "@", "&"):
			n.Kind = Label
			return true
		}
	}
	// Degrees: "48.5°N", "36° 12′"
	// Feet and inches: 5'10".
	if foot := j < r.last && toks[j].Gap == text.None && isAny(r.d.Of(j), "'", "’", "′", "″") && (!r.lower(j+1) || isAny(r.d.Of(j+1), "tall", "high", "long", "wide", "deep")); foot ||
		i-2 >= r.first && toks[i].Gap == text.None && toks[i-2].Kind == text.Number && isAny(r.d.Of(i-1), "'", "’", "′") {
		if !(i > r.first && isAny(r.d.Of(i-1), "'", "‘", "“")) {
			n.Kind = Measure
			return true
		}
	}
	if j < r.last {
		switch w := r.d.Of(j); w {
		case "°", "º":
			n.Kind, n.Last, n.Unit = Measure, j+1, "degree"
			k := j + 1
			for k < r.last && k < j+10 && (toks[k].Kind == text.Number || toks[k].Kind == text.Punct && strings.Contains("'\"′″’”.", r.d.Of(k))) {
				k++
			}
			if k < r.last && isAny(r.d.Of(k), "N", "S", "E", "W", "north", "south", "east", "west", "latitude", "longitude") {
				n.Kind, n.Last, n.Unit = Coordinate, k+1, ""
			}
			return true
		case "%":
			n.Kind, n.Last, n.Unit = Percent, j+1, "percent"
			return true
		case "N", "S", "E", "W":
			if c.val != float64(int(c.val)) && lo == hi {
				n.Kind, n.Last = Coordinate, j+1
				return true
			}
		}
	}
	if c.val != float64(int(c.val)) && c.scale == 1 && len(r.d.Of(c.last-1)) >= 6 {
		next := j+1 < r.last && r.d.Is(j, ',') && toks[j+1].Kind == text.Number && len(r.d.Of(j+1)) >= 6 && strings.Contains(r.d.Of(j+1), ".")
		if next || r.prev.Kind == Coordinate && r.prev.Last == i-1 {
			n.Kind = Coordinate
			return true
		}
	}
	// "1990s"
	if j < r.last && toks[j].Gap == text.None && r.d.Folded(j) == "s" && c.plain {
		n.Kind, n.Last = Label, j+1
		if c.val >= 1000 {
			n.Kind = Date
		}
		return true
	}
	return false
}

// address reports whether n is a house's number: "the 600 block of", "at 333
// Rio Vista Drive".
func (r *reader) address(n *Number) bool {
	toks := r.d.Tokens
	j := n.Last
	if j < r.last && isAny(r.d.Folded(j), "block", "blk") && (r.isWord(n.First-1, keyThe) || n.Value >= 100) {
		return true
	}
	for k := j; k < r.last && k < j+5; k++ {
		t := &toks[k]
		if t.Gap != text.Space || t.Kind != text.Ordinal && (t.Kind != text.Word || t.Case == text.Lower) && !(k > j && t.Kind == text.Number) {
			return false
		}
		if k > j && isAny(r.d.Folded(k), "street", "st", "st.", "drive", "dr", "dr.", "road", "rd", "rd.", "avenue", "ave", "ave.", "boulevard", "blvd", "blvd.", "lane", "ln", "court", "place", "parkway", "highway", "way", "terrace") {
			return true
		}
	}
	return false
}

// behind tells the kind by the words behind n, and takes in its unit.
func (r *reader) behind(n *Number) bool {
	toks := r.d.Tokens
	j := n.Last
	if j >= r.last || toks[j].Gap == text.Blank {
		return false
	}
	if toks[j].Kind == text.Clitic {
		return false
	}
	w := r.d.Folded(j)
	switch w {
	case "per", "percent", "pct", "%":
		if w != "per" {
			n.Kind, n.Unit, n.Last = Percent, "percent", j+1
			return true
		}
		if r.isWord(j+1, keyCent) {
			n.Kind, n.Unit, n.Last = Percent, "percent", j+2
			return true
		}
	case "yo":
		n.Kind, n.Unit, n.Last = Age, "year", j+1
		return true
	case "percentage":
		n.Kind, n.Unit, n.Last = Percent, "percent", min(j+2, r.last)
		return true
	case "p.m.", "a.m.", "pm", "am", "p.m", "a.m", "oclock", "gmt", "utc", "noon", "midnight", "hrs", "edt", "est", "bst", "cet", "eet":
		if w == "am" && r.d.Of(j) == "Am" || (w == "noon" || w == "midnight") && n.Value != 12 || w == "est" && r.d.Of(j) == "est" {
			break
		}
		n.Kind, n.Last = Time, j+1
		r.clockWords(n)
		return true
	case "in":
		// "at 5 in the morning"
		if j+2 < r.last && isAny(r.d.Of(j+2), "morning", "afternoon", "evening") && n.Value <= 12 && r.isWord(j+1, keyThe) && r.lower(n.First-1) && isAny(r.d.Of(n.First-1), "at", "around", "about", "by", "before", "until") {
			n.Kind = Time
			return true
		}
	case "local":
		if j+1 < r.last && r.d.Of(j+1) == "time" {
			n.Kind = Time
			return true
		}
	case "of":
		if r.isMonth(j+1) && n.Value <= 31 {
			n.Kind = Date
			return true
		}
	case "ad", "bc", "bce", "ce":
		if toks[j].Case == text.Upper {
			n.Kind, n.Last = Date, j+1
			return true
		}
	case "hours":
		// "0340 hours", "1400 hours local"
		if n.Value >= 100 && n.Value < 2400 && len(r.d.Of(n.Last-1)) == 4 && toks[n.Last-1].Kind == text.Number {
			n.Kind, n.Last = Time, j+1
			return true
		}
	}
	if r.isMonth(j) && n.Value <= 31 && toks[j].Gap != text.None {
		n.Kind = Date
		return true
	}
	// "24 and 25 April"
	if n.Value <= 31 && (r.isWord(j, keyAnd) || r.isWord(j, keyOr) || r.isMark(j, ',')) && j+2 < r.last && toks[j+1].Kind == text.Number && r.isMonth(j+2) {
		n.Kind = Date
		return true
	}
	if !r.unitOnly(n) {
		return false
	}
	k := n.Last
	if n.Kind == Duration {
		switch {
		case r.isWord(k, keyOld):
			n.Kind, n.Last = Age, k+1
		case r.isWord(k, keyOf) && r.isWord(k+1, keyAge):
			n.Kind, n.Last = Age, k+2
		}
	}
	return true
}

// clockWords takes in what follows a time of day: "14:32 GMT", "9:30 p.m.".
func (r *reader) clockWords(n *Number) {
	for k := 0; k < 2 && n.Last < r.last; k++ {
		switch r.d.Folded(n.Last) {
		case "p.m.", "a.m.", "pm", "am", "p.m", "a.m", "gmt", "utc", "hrs", "edt", "est", "bst", "cet", "eet":
			n.Last++
		}
	}
}

// before tells the kind by the words before n: "aged 9", "April 24", "in
// 2014", "page 3", "Boeing 737".
func (r *reader) before(c *core, n *Number) bool {
	toks := r.d.Tokens
	i := n.First - 1
	if i < r.first {
		return r.bareYear(c, n, i)
	}
	e := r.at(i)
	gap := toks[n.First].Gap
	tight := gap == text.Space || gap == text.Line || gap == text.Hyphen
	if !tight {
		return r.carriesOn(c, n) || r.bareYear(c, n, i)
	}
	if r.isMonth(i) {
		if x := n.Value; x == float64(int(x)) && (x >= 1 && x <= 31 || x >= 1000 && x < 2200) && !r.counted(n.Last) {
			n.Kind = Date
			return true
		}
	}
	if x := c.val; c.plain && c.last-c.first == 1 && len(r.d.Of(c.first)) == 4 && isAny(r.d.Of(i), "at", "by", "around", "about", "from", "until") && x < 2400 && (r.d.Of(c.first)[0] == '0' || isAny(r.d.Of(i), "at") && (x < 1900 || x > 2100)) && int(x)%100 < 60 && !r.counted(n.Last) {
		n.Kind = Time
		return true
	}
	if r.carriesOn(c, n) {
		return true
	}
	if e.flags&(labelWord|labelName) != 0 && !(toks[i].Kind == text.Punct) {
		title := toks[i].Case == text.Title || toks[i].Case == text.Upper
		small := e.flags&labelWord != 0 && gap != text.Hyphen
		if isAny(r.d.Of(i), "no", "nos", "number", "numbers", "day", "level", "point", "p") && !toks[i].Abbrev {
			small = isAny(r.d.Of(i), "number", "day", "level") && !r.people(n.Last) && !r.isWord(i-1, keyThe)
		}
		if w := r.d.Folded(i); n.Last == c.last && isAny(w, "image", "photo", "page", "part", "day", "slide", "phase", "step", "volume") && r.isWord(n.Last, keyOf) && n.Last+1 < r.last && toks[n.Last+1].Kind == text.Number {
			n.Kind, n.Last = Label, n.Last+2 // "page 3 of 12"
			return true
		}
		if (title && !r.people(n.Last) || small && !r.people(n.Last) || toks[i].Abbrev) && (c.val < 1900 || c.val > 2100 || toks[i].Abbrev || title) {
			n.Kind = Label
			if toks[i].Abbrev && i >= r.floor && isAny(r.d.Folded(i), "no.", "nos.") {
				n.First = i
			}
			return true
		}
		// "Group of 7"
	}
	if r.isWord(i, keyOf) && i > r.first && r.d.Of(i-1) == "Group" {
		n.Kind = Label
		return true
	}
	if c.digits && e.flags&modelName != 0 && toks[i].Case != text.Lower && gap == text.Space && c.val < 5000 {
		n.Kind = Designation
		return true
	}
	return r.bareYear(c, n, i)
}

// ageBefore makes n an age where the words before it, and before its hedge,
// say so: "aged 9", "ages 5 to 7", "at the age of 31", "a girl of five",
// "children under 5".
func (r *reader) ageBefore(n *Number) {
	i := n.First - 1
	if i < r.first || r.d.Tokens[n.First].Gap == text.None {
		return
	}
	word := r.d.Folded(i)
	switch {
	case isAny(word, "aged", "age", "ages"):
		n.Kind = Age
		if i >= r.floor {
			n.First = i
		}
	case word == "of" && i > r.first && !r.counted(n.Last):
		switch w := r.d.Folded(i - 1); {
		case w == "age" || w == "ages":
			n.Kind = Age
		case isAny(w, "boy", "girl", "man", "woman", "child", "son", "daughter", "youth", "teenager") && !r.isWord(n.Last, keyOf):
			n.Kind = Age
		}
	case isAny(r.d.Folded(n.First), "under", "over", "above", "below") && isAny(word, "children", "people", "those", "boys", "girls", "men", "women", "kids", "adults", "anyone", "everyone", "persons", "males", "child") && !r.counted(n.Last):
		n.Kind = Age
	}
}

// people reports whether token j is a word that follows a count: a plural, or
// what befell the people counted.
func (r *reader) people(j int) bool {
	return r.counted(j) || r.lower(j) && r.at(j).flags&harmVerb != 0
}

// counted reports whether token j is a plural noun.
func (r *reader) counted(j int) bool {
	return r.lower(j) && (r.at(j).flags&personWord != 0 || plural(r.d.Of(j)))
}

// carriesOn gives n the kind of the number before it where a list goes on:
// "aged 3, 5 and 7", "Articles 5 and 6".
func (r *reader) carriesOn(c *core, n *Number) bool {
	p := &r.prev
	if p.Kind != Age && p.Kind != Label && p.Kind != Date || p.Unit != "" || p.Last == 0 {
		return false
	}
	i := n.First - 1
	j := p.Last
	if j != i && j != i-1 || r.isWord(n.First, keyBetween) || r.isWord(n.First, keyFrom) {
		return false
	}
	for k := j; k <= i; k++ {
		switch {
		case r.isMark(k, ',') && p.Kind != Date:
		case r.isWord(k, keyAnd) || r.isWord(k, keyOr) || r.isWord(k, keyTo) || r.isMark(k, '&'):
		case r.isMark(k, ',') && c.plain && c.val >= 1900 && c.val < 2100: // "April 24, 2025"
			n.Kind = Date
			return true
		default:
			return false
		}
	}
	if r.lower(n.Last) && !isAny(r.d.Of(n.Last), "and", "or", "of", "were", "was", "who", "to") || p.Kind == Age && r.isWord(n.Last, keyOf) {
		return false
	}
	if p.Kind == Date && (n.Value > 31 || p.Value > 31) {
		return false
	}
	if p.Kind == Label && r.d.Tokens[p.First].Gap >= text.Line && r.d.Tokens[p.First].Kind == text.Number {
		return false
	}
	n.Kind = p.Kind
	return true
}

// bareYear takes four digits for a year where the words before ask for one or
// nothing counted follows: "in 2014", "the 2014 war", "(2014)".
func (r *reader) bareYear(c *core, n *Number, i int) bool {
	if !c.plain || c.val < 1000 || c.val >= 2100 || len(r.d.Of(c.last-1)) != 4 {
		return false
	}
	if c.val < 1900 { // "in 1852"
		if n.Last == c.last && i >= r.first && isAny(r.d.Folded(i), "in", "since", "until", "circa", "from") && !r.lower(n.Last) {
			n.Kind = Date
			return true
		}
		return false
	}
	if n.Last != c.last { // "between 2014 and 2016"
		if s := r.d.Of(n.Last - 1); len(s) == 4 && whole(s) >= 1900 && whole(s) < 2100 && !r.people(n.Last) {
			n.Kind = Date
			return true
		}
		return false
	}
	cue := i >= r.first && r.at(i).flags&yearCue != 0
	if r.d.Tokens[c.first].Gap == text.Hyphen && c.first > r.first { // "mid-2024"
		n.Kind = Date
		return true
	}
	round := int(c.val)%100 == 0
	switch {
	case cue && !(round && r.people(n.Last)):
	case r.isWord(i, keyThe) && !(round && r.people(n.Last)):
	case r.people(n.Last):
		return false
	case i >= r.floor && r.at(i).flags&hedgeEnd != 0 && r.lower(n.Last):
		return false
	}
	n.Kind = Date
	return true
}

// glued tells the names that end in a number which no list holds: "AK 47",
// "in Sector 9".
func (r *reader) glued(c *core, n *Number) bool {
	toks := r.d.Tokens
	i := c.first - 1
	if i < r.first || !c.plain {
		return false
	}
	if toks[c.first].Gap == text.Hyphen && toks[i].Kind == text.Word {
		n.Kind = Compound
		return true
	}
	if toks[c.first].Gap == text.None && toks[i].Kind != text.Punct {
		n.Kind = Designation
		return true
	}
	if toks[c.first].Gap != text.Space || toks[i].Kind != text.Word || toks[i].Case != text.Upper || toks[i].Abbrev {
		return false
	}
	// "AND 4 WOUNDED" stands in capitals throughout.
	if n.Last < r.last && toks[n.Last].Kind == text.Word && toks[n.Last].Case == text.Upper {
		return false
	}
	if w := r.d.Of(i); len(w) <= 3 && !isAny(w, "OF", "AND", "IN", "AT", "TO", "BY", "FOR", "THE", "ON", "OR", "URL", "UN", "US", "UK", "EU", "IDF", "RSF", "UAE", "IS", "AU", "HQ", "AP", "AFP") && !r.people(n.Last) {
		n.Kind = Designation
		return true
	}
	return false
}

// classifyOrdinal tells an ordinal that names a unit or a day from a place in
// a row: "the 47th Brigade", "4th of May".
func (r *reader) classifyOrdinal(c *core, n *Number) {
	toks := r.d.Tokens
	j := n.Last
	if r.isMonth(j) && toks[j].Gap == text.Space || r.isWord(j, keyOf) && r.isMonth(j+1) || n.First > r.first && r.isMonth(n.First-1) {
		n.Kind = Date
		return
	}
	if j < r.last && toks[j].Kind == text.Word && toks[j].Case == text.Title && toks[j].Gap == text.Space {
		if toks[c.first].Kind == text.Ordinal || toks[c.first].Case == text.Title && c.first > r.first {
			n.Kind = Label
		}
	}
	_ = event.Exact
}
