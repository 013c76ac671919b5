package number

import (
	"github.com/sitrep-go/sitrep/internal/text"
)

// classify tells what the number c, which n already spans with its range,
// does in the sentence, and takes in its unit. The first that fits decides:
// the sign of money, the word tied to it by a hyphen, the form of its digits,
// the words behind it, the words before it. What is left is a count.
func (r *reader) classify(c *core, n *Number) {
	switch {
	case r.moneyBefore(c, n):
	case r.compound(n):
	case c.digits && r.shape(c, n):
	case r.behind(n):
	case r.before(c, n):
	case r.glued(c, n):
	default:
		n.Kind = Cardinal
	}
}

// unitAt is the unit that token j names, as an index; 0 where it names none.
func (r *reader) unitAt(j int) uint16 {
	if e := r.at(j); e.flags&unitOf != 0 {
		return e.unit
	}
	return 0
}

// take makes n a number of the unit u, which ends before token last.
func (r *reader) take(n *Number, u uint16, last int) {
	n.Kind, n.Unit, n.Last = r.v.units[u].kind, r.v.units[u].name, last
}

// moneySignAt is where the sign of money that ends with token j begins, as
// "$" and "US$", or -1.
func (r *reader) moneySignAt(j int) int {
	if j < r.floor || !r.in(j, moneySign) {
		return -1
	}
	if k := j - 1; r.isMark(j, '$') && k >= r.floor && r.d.Tokens[j].Gap == text.None && r.d.Tokens[k].Case == text.Upper && len(r.d.Of(k)) <= 2 {
		return k
	}
	return j
}

// moneyBefore reads "$5 million", "US$ 3m" and "EUR 20".
func (r *reader) moneyBefore(c *core, n *Number) bool {
	j := c.first - 1
	k := r.moneySignAt(j)
	if k < 0 || r.d.Tokens[c.first].Gap > text.Line {
		return false
	}
	n.Kind, n.First = Money, k
	if k == j || r.d.Of(k) == "US" {
		n.Unit = r.v.units[r.unitAt(j)].name
	}
	if u := r.unitAt(n.Last); u != 0 && r.v.units[u].kind == Money {
		n.Last++ // "$5 million dollars"
	}
	return true
}

// compound reads the word tied to n by a hyphen: "47-year-old", "12-hour",
// "five-member", "two-storey".
func (r *reader) compound(n *Number) bool {
	toks := r.d.Tokens
	j := n.Last
	if j >= r.last || toks[j].Gap != text.Hyphen || toks[j].Kind != text.Word || r.in(j, unitWord|tensWord) ||
		r.isWord(j, wordPlus) || r.isWord(j, wordOdd) || r.isWord(j, wordIsh) {
		return false
	}
	if u := r.unitAt(j); u != 0 {
		r.take(n, u, j+1)
		if k := n.Last; k < r.last && (toks[k].Gap == text.Hyphen || n.Kind == Duration) && (r.isWord(k, wordOld) || r.isWord(k, wordOlds)) {
			n.Kind, n.Last = Age, k+1 // "47-year-old", "a 47-year old"
		}
		return true
	}
	n.Kind = Compound
	if r.in(j, strengthWord) {
		n.Kind = Cardinal
	}
	for n.Last = j + 1; n.Last < r.last && toks[n.Last].Gap == text.Hyphen && toks[n.Last].Kind == text.Word; {
		n.Last++
	}
	return true
}

// unitBehind makes n a number of a unit of time, length or money where one
// follows: "several hours", "dozens of kilometres", "three straight days".
func (r *reader) unitBehind(n *Number) bool {
	j := n.Last
	if r.in(j, stretchWord) && r.unitAt(j+1) != 0 && r.d.Tokens[j+1].Gap == text.Space {
		j++
	}
	u := r.unitAt(j)
	if u == 0 || r.d.Tokens[j].Gap == text.Blank {
		return false
	}
	r.take(n, u, j+1)
	if n.Kind == Duration {
		switch k := n.Last; {
		case r.isWord(k, wordOld):
			n.Kind, n.Last = Age, k+1
		case r.isWord(k, wordOf) && r.isWord(k+1, wordAge):
			n.Kind, n.Last = Age, k+2
		}
	}
	return true
}

// behind tells the kind by the words behind n, and takes in its unit.
func (r *reader) behind(n *Number) bool {
	toks := r.d.Tokens
	j := n.Last
	if j >= r.last || toks[j].Gap == text.Blank || toks[j].Kind == text.Clitic {
		return false
	}
	f := r.at(j).flags
	switch {
	case r.isWord(j, wordPer) && r.isWord(j+1, wordCent):
		n.Kind, n.Unit, n.Last = Percent, "percent", j+2
	case r.isWord(j, wordPercentage) && r.isWord(j+1, wordPoints):
		n.Kind, n.Unit, n.Last = Percent, "percentage point", j+2
	case r.isWord(j, wordYo):
		n.Kind, n.Unit, n.Last = Age, "year", j+1
	case r.clockAt(j), r.isWord(j, wordOclock), n.Value == 12 && (r.isWord(j, wordNoon) || r.isWord(j, wordMidnight)):
		n.Kind, n.Last = Time, j+1
		r.clockBehind(n)
	case r.isWord(j, wordIn) && r.isWord(j+1, wordThe) && r.in(j+2, dayPart) && n.Value <= 12 && r.in(n.First-1, atTime):
		n.Kind = Time // "at 5 in the morning"
	case r.isWord(j, wordLocal) && r.isWord(j+1, wordTime):
		n.Kind, n.Last = Time, j+2
	case r.isWord(j, wordHours) && n.Value < 2400 && toks[j-1].Kind == text.Number && len(r.d.Of(j-1)) == 4:
		n.Kind, n.Last = Time, j+1 // "0340 hours"
	case f&eraWord != 0 && toks[j].Case == text.Upper:
		n.Kind, n.Last = Date, j+1
	case n.Value <= 31 && (r.isMonth(j) && toks[j].Gap != text.None || r.isWord(j, wordOf) && r.isMonth(j+1)):
		n.Kind = Date // "24 April", "the 24 of April"
	case n.Value <= 31 && (r.isWord(j, wordAnd) || r.isWord(j, wordOr) || r.isMark(j, ',')) && r.isMonth(j+2) && toks[j+1].Kind == text.Number:
		n.Kind = Date // "24 and 25 April"
	default:
		return r.unitBehind(n)
	}
	return true
}

// clockAt reports whether token j follows a time of day: "p.m.", "GMT". The
// "est." of "established" does not.
func (r *reader) clockAt(j int) bool {
	return r.in(j, clockWord) && !isAny(r.d.Of(j), "est", "est.")
}

// clockBehind takes in what follows a time of day: "14:32 GMT", "9 p.m. EDT".
func (r *reader) clockBehind(n *Number) {
	for k := 0; k < 2 && r.clockAt(n.Last); k++ {
		n.Last++
	}
	if r.isWord(n.Last, wordLocal) && r.isWord(n.Last+1, wordTime) {
		n.Last += 2
	}
}

// pastHour gives where "past two" or "to five" ends that begins at token j,
// behind "half" or "a quarter"; j where there is none.
func (r *reader) pastHour(j int) int {
	if !r.isWord(j, wordPast) && !r.isWord(j, wordTo) || j+1 >= r.last || r.d.Tokens[j+1].Kind != text.Number && !r.in(j+1, unitWord) {
		return j
	}
	c, ok := r.core(j + 1)
	if !ok || c.kind != "" || c.val < 1 || c.val > 12 || c.val != float64(int(c.val)) {
		return j
	}
	return c.last
}

// before tells the kind by the words before n: "April 24", "in 2014", "page
// 3", "Boeing 737".
func (r *reader) before(c *core, n *Number) bool {
	toks := r.d.Tokens
	i := n.First - 1
	gap := toks[n.First].Gap
	if i < r.first || gap == text.None || gap >= text.Blank && gap != text.Hyphen {
		return r.carriesOn(c, n) || r.year(c, n)
	}
	e := r.at(i)
	switch {
	case r.isMonth(i) && n.Value == float64(int(n.Value)) && (n.Value >= 1 && n.Value <= 31 || n.Value >= 1000 && n.Value < 2200) && !r.counted(n.Last):
		n.Kind = Date
	case r.fourDigits(c) && e.flags&atTime != 0 && r.clockFigures(c, i) && !r.counted(n.Last):
		n.Kind = Time
	case r.carriesOn(c, n):
	case c.digits && e.flags&modelName != 0 && toks[i].Case != text.Lower && gap == text.Space && c.val < 5000:
		n.Kind = Designation
	case r.label(c, n):
	case r.isWord(i, wordOf) && r.isWord(i-1, wordGroup) && toks[i-1].Case == text.Title:
		n.Kind = Label // "Group of 7"
	default:
		return r.year(c, n)
	}
	return true
}

// fourDigits reports whether c is four digits and nothing else.
func (r *reader) fourDigits(c *core) bool { return c.plain && len(r.d.Of(c.last-1)) == 4 }

// clockFigures reports whether the four digits of c are a time of day behind
// the word at token i: "at 0340", "by 0500", "at 1845".
func (r *reader) clockFigures(c *core, i int) bool {
	return c.val < 2400 && int(c.val)%100 < 60 &&
		(r.d.Of(c.last - 1)[0] == '0' || r.isWord(i, wordAt) && (c.val < 1900 || c.val >= 2100))
}

// label reads the number behind "Route", "No.", "page", "47th Brigade" and
// the like.
func (r *reader) label(c *core, n *Number) bool {
	i := n.First - 1
	e, t := r.at(i), &r.d.Tokens[i]
	if e.flags&(labelWord|labelName) == 0 || t.Kind == text.Punct {
		return false
	}
	if j := n.Last; j == c.last && e.flags&seriesWord != 0 && r.isWord(j, wordOf) && j+1 < r.last && r.d.Tokens[j+1].Kind == text.Number {
		n.Kind, n.Last = Label, j+2 // "page 3 of 12"
		return true
	}
	capital := t.Case == text.Title || t.Case == text.Upper
	switch {
	case t.Abbrev: // "No. 5", "pp. 12–14"
		if i >= r.floor && (r.isWord(i, wordNo) || r.isWord(i, wordNos)) {
			n.First = i
		}
	case r.people(n.Last):
		return false // "in the unit 12 people"
	case capital:
	case e.flags&labelWord == 0, r.d.Tokens[n.First].Gap == text.Hyphen, c.val >= 1900 && c.val < 2100:
		return false
	case r.isWord(i, wordNumber):
		if r.isWord(i-1, wordThe) {
			return false
		}
	case r.isWord(i, wordNo), r.isWord(i, wordNos), r.isWord(i, wordNumbers), r.isWord(i, wordPoint):
		return false
	}
	n.Kind = Label
	return true
}

// carriesOn gives n the kind of the number before it where a list goes on:
// "aged 3, 5 and 7", "Articles 5 and 6", "April 24, 2025".
func (r *reader) carriesOn(c *core, n *Number) bool {
	p := &r.prev
	i := n.First - 1
	if p.Kind != Age && p.Kind != Label && p.Kind != Date && !(p.Kind == Phone && c.digits && c.val >= 100) || p.Unit != "" || p.Last == 0 || i < p.Last || i > p.Last+1 ||
		r.isWord(n.First, wordBetween) || r.isWord(n.First, wordFrom) {
		return false
	}
	and := false
	for k := p.Last; k <= i; k++ {
		switch {
		case r.isMark(k, ','):
			if p.Kind == Date {
				if !c.plain || c.val < 1900 || c.val >= 2100 {
					return false
				}
				n.Kind = Date
				return true
			}
		case r.isWord(k, wordAnd), r.isWord(k, wordOr), r.isWord(k, wordTo), r.isMark(k, '&'):
			and = true
		default:
			return false
		}
	}
	switch {
	case r.lower(n.Last) && !r.in(n.Last, listTail) && !(and && r.in(n.Last, harmWord)),
		p.Kind == Age && r.isWord(n.Last, wordOf), // "aged 9, two of them"
		p.Kind == Date && (n.Value > 31 || p.Value > 31),
		p.Kind == Label && r.d.Tokens[p.First].Gap >= text.Line && r.d.Tokens[p.First].Gap <= text.Blank && r.d.Tokens[p.First].Kind == text.Number:
		return false
	}
	n.Kind = p.Kind
	return true
}

// year takes four digits for a year where the words before ask for one or
// nothing counted follows: "in 2014", "the 2014 war", "(2014)".
func (r *reader) year(c *core, n *Number) bool {
	if !r.fourDigits(c) || c.val < 1000 || c.val >= 2100 {
		return false
	}
	i := n.First - 1
	counted := r.people(n.Last)
	round := int(c.val)%100 == 0
	switch {
	case c.val < 1900: // "in 1852"
		if n.Last != c.last || !r.in(i, oldYear) || r.lower(n.Last) {
			return false
		}
	case n.Last != c.last: // "between 2014 and 2016"
		if s := r.d.Of(n.Last - 1); len(s) != 4 || whole(s) < 1900 || whole(s) >= 2100 || counted {
			return false
		}
	case r.d.Tokens[c.first].Gap == text.Hyphen && c.first > r.first: // "mid-2024"
	case counted && (round || !r.in(i, yearCue) && !r.isWord(i, wordThe)):
		return false // "in 2000 villages", "killed 2014 people"
	case !r.in(i, yearCue) && !r.isWord(i, wordThe) && i >= r.floor && r.in(i, hedgeEnd) && r.lower(n.Last):
		return false // "about 2014 metric tons"
	}
	n.Kind = Date
	return true
}

// glued tells the names that end in a number which no list holds: "AK 47",
// "pre-12".
func (r *reader) glued(c *core, n *Number) bool {
	toks := r.d.Tokens
	i := c.first - 1
	if i < r.first || !c.plain || toks[i].Kind == text.Punct {
		return false
	}
	switch {
	case toks[c.first].Gap == text.Hyphen && toks[i].Kind == text.Word:
		n.Kind = Compound
		return true
	case toks[c.first].Gap == text.None:
		n.Kind = Designation
		return true
	}
	// "AND 4 WOUNDED" stands in capitals throughout.
	shout := n.Last < r.last && toks[n.Last].Kind == text.Word && toks[n.Last].Case == text.Upper
	if toks[c.first].Gap != text.Space || toks[i].Kind != text.Word || toks[i].Case != text.Upper || toks[i].Abbrev ||
		len(r.d.Of(i)) > 3 || shout || r.in(i, capitals) || r.people(n.Last) {
		return false
	}
	n.Kind = Designation
	return true
}

// ageBefore makes n an age where the words before it, and before its hedge,
// say so: "aged 9", "ages 5 to 7", "at the age of 31", "a girl of five",
// "children under 5".
func (r *reader) ageBefore(n *Number) {
	i := n.First - 1
	if i < r.first || r.d.Tokens[n.First].Gap == text.None {
		return
	}
	switch {
	case r.in(i, ageWord):
		n.Kind = Age
		if i >= r.floor {
			n.First = i
		}
	case r.counted(n.Last):
	case r.isWord(i, wordOf) && (r.in(i-1, ageWord) || r.in(i-1, ageOne) && !r.isWord(n.Last, wordOf)),
		r.in(n.First, limitWord) && r.in(i, ageGroup),
		r.isWord(n.First, wordUnder) && r.in(i, harmWord): // "seven of them were under 12"
		n.Kind = Age
	}
}

// people reports whether token j is a word that follows a count: a plural, or
// what befell the people counted.
func (r *reader) people(j int) bool {
	return r.counted(j) || r.lower(j) && r.in(j, harmWord)
}

// counted reports whether token j is a plural noun.
func (r *reader) counted(j int) bool {
	return r.lower(j) && (r.in(j, personWord) || plural(r.d.Of(j)))
}

// ordinal tells an ordinal that names a unit or a day from a place in a row:
// "the 47th Brigade", "World War Two", "4th of May".
func (r *reader) ordinal(c *core, n *Number) {
	toks := r.d.Tokens
	j := n.Last
	switch {
	case r.isMonth(j) && toks[j].Gap == text.Space, r.isWord(j, wordOf) && r.isMonth(j+1), n.First > r.first && r.isMonth(n.First-1):
		n.Kind = Date
	case j < r.last && toks[j].Kind == text.Word && toks[j].Case == text.Title && toks[j].Gap == text.Space &&
		(toks[c.first].Kind == text.Ordinal || toks[c.first].Case == text.Title && c.first > r.first):
		n.Kind = Label
	}
}
