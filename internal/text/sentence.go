package text

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// longest is how many tokens a sentence has at most. No writer comes near it;
// a text without end marks, a table or a list of names, is cut there, so that
// whoever looks through a sentence for each of its words takes linear time.
const longest = 500

// sentences fills d.Sentences. A sentence ends at an end mark that a capital,
// a digit or a quotation mark follows, and at every line break that is not
// the wrapping of a long line. Only the tokens of ends and breaks are looked
// at.
func (d *Document) sentences(ends []int32, breaks []lineBreak) {
	toks := d.Tokens
	if len(toks) == 0 {
		d.Sentences = nil
		return
	}
	d.Sentences = slices.Grow(d.Sentences[:0], len(ends)+len(breaks)/2+1)
	wrapped := len(breaks) > 3 && wrapsLines(d.Text)
	first := 0
	par, line, begun := 0, 0, 0 // begun counts the breaks at or before first
	emit := func(last int, closed bool) {
		if last <= first {
			return
		}
		for begun < len(breaks) && int(breaks[begun].token) <= first {
			b := &breaks[begun]
			line = int(b.line)
			if b.token > 0 && (b.blank || !wrapped) {
				par++
			}
			begun++
		}
		for last-first > longest {
			d.Sentences = append(d.Sentences, Sentence{First: first, Last: first + longest, Par: par, Line: line})
			first += longest
		}
		d.Sentences = append(d.Sentences, Sentence{First: first, Last: last, Par: par, Line: line, Closed: closed})
		first = last
	}
	next := 0 // the first break not yet looked at
	cut := func(before int) {
		for next < len(breaks) && int(breaks[next].token) <= before {
			b := breaks[next]
			next++
			i := int(b.token)
			if i <= first || i >= len(toks) {
				continue
			}
			closed := d.closedBefore(i)
			if b.blank || !wrapped || closed && d.opens(i) || d.bullet(i) {
				emit(i, closed)
			}
		}
	}
	for k := 0; k < len(ends); {
		i := int(ends[k])
		cut(i)
		j := d.behindMark(i)
		for k++; k < len(ends) && int(ends[k]) < j; k++ {
		}
		if j < len(toks) && d.boundary(i, j) {
			emit(j, true)
		}
	}
	cut(len(toks))
	emit(len(toks), d.closedBefore(len(toks)))
}

// behindMark is the token behind the end mark i and what belongs to it:
// further marks, closing quotes and brackets, and the reference "[3]".
func (d *Document) behindMark(i int) int {
	toks := d.Tokens
	j := i + 1
	for j < len(toks) && toks[j].Gap == None {
		switch {
		case d.closing(j):
			j++
			continue
		case d.Is(j, '[') && j+2 < len(toks) && toks[j+1].Kind == Number && d.Is(j+2, ']'):
			j += 3
			continue
		}
		break
	}
	return j
}

// boundary reports whether the end mark or abbreviation i ends a sentence when
// token j is the next behind it and its closing marks.
func (d *Document) boundary(i, j int) bool {
	t, u := &d.Tokens[i], &d.Tokens[j]
	if t.Abbrev && j == i+1 {
		return u.Gap != None && d.abbrevEnds(i, j)
	}
	if !d.opens(j) {
		return false
	}
	if u.Gap == None {
		return u.Kind != Punct && d.glued(i, j) || u.Kind == Punct && d.opening(j) && d.glued(i, j+1)
	}
	if d.listNumber(i) && u.Gap == Space {
		return false
	}
	return d.Is(i, '.') || !d.quote(j-1) || !d.attribution(j)
}

// listNumber reports whether the mark i stands behind the number of an item in
// a list, "2. Five hurt".
func (d *Document) listNumber(i int) bool {
	if i == 0 || !d.Is(i, '.') {
		return false
	}
	t := &d.Tokens[i-1]
	return t.Kind == Number && t.End-t.Start <= 2 && (t.Gap == Line || t.Gap == Blank)
}

// quote reports whether token i closes a quotation.
func (d *Document) quote(i int) bool {
	switch d.Of(i) {
	case "\"", "”", "’", "'", "»":
		return true
	}
	return false
}

// glued reports whether a sentence begins at j although no space comes before
// it, as in scraped text: "left two dead.The ministry said".
func (d *Document) glued(i, j int) bool {
	if j >= len(d.Tokens) {
		return false
	}
	u := &d.Tokens[j]
	if u.Kind != Word && u.Kind != Designation {
		return false
	}
	if !d.Is(i, '.') {
		return u.Case != Lower
	}
	if i == 0 || d.Tokens[i].Gap != None {
		return false
	}
	t := &d.Tokens[i-1]
	if t.End-t.Start < 2 {
		return false
	}
	switch u.Case {
	case Title:
		return u.Kind == Designation || u.End-u.Start > 1 || j+1 < len(d.Tokens) && d.Tokens[j+1].Gap == Space
	case Upper, Mixed:
		return t.Case == Lower || t.Kind == Number || t.Kind == Punct
	}
	return false
}

// abbrevEnds reports whether the abbreviation i ends a sentence before token j.
func (d *Document) abbrevEnds(i, j int) bool {
	toks := d.Tokens
	u := &toks[j]
	t := &toks[i]
	w := d.Text[t.Start:t.End]
	plain := d.plainOpening(j)
	if n := len(w); n > 3 && w[n-3] == '.' || n == 3 && w[1] == '.' { // initials
		switch w {
		case "a.m.", "p.m.", "a.m", "p.m", "A.M.", "P.M.":
			switch {
			case u.Kind == Number || u.Kind == Ordinal:
				// "at 5 p.m. 12 people died", but not "at 5 p.m. 24 April".
				return j+1 < len(toks) && toks[j+1].Kind == Word && toks[j+1].Case == Lower && toks[j+1].Gap == Space && !toks[j+1].Abbrev
			case u.Case == Lower:
				return false
			case u.Kind == Punct:
				return d.opens(j) && d.opening(j)
			}
			zone := j+1 < len(toks) && d.foldedIs(j+1, "time")
			return !clock(d.Of(j)) && !zone
		case "e.g.", "i.e.", "e.g", "i.e":
			return false
		}
		return plain || u.Kind == Punct && d.opening(j) && d.plainOpening(j+1)
	}
	if len(w) == 2 {
		return false // "J. Smith"
	}
	switch abbreviated(d.Text, int(t.Start), int(t.End)-1, t.Case) {
	case placed:
		return plain
	case closing:
		// A name goes on in capitals, "Acme Inc. Chief Executive Jane Roe"; a
		// sentence does not, "Acme Inc. Workers fled".
		return plain || u.Case == Title && u.Kind == Word && !u.Abbrev && j+1 < len(toks) &&
			toks[j+1].Kind == Word && toks[j+1].Case == Lower && toks[j+1].Gap != None ||
			u.Kind == Punct && d.opening(j) && d.plainOpening(j+1)
	}
	return false
}

// plainOpening reports whether token j begins a sentence for certain: a
// capitalised word of grammar, behind which no name can begin.
func (d *Document) plainOpening(j int) bool {
	toks := d.Tokens
	if j >= len(toks) || toks[j].Kind != Word || toks[j].Abbrev || toks[j].Case != Title {
		return false
	}
	w := d.Of(j)
	if !opener(w) {
		return false
	}
	if j+1 < len(toks) {
		// "the U.S. Two-Star General", "the U.S. I Corps".
		if toks[j+1].Joined() || w == "I" && toks[j+1].Case != Lower {
			return false
		}
	}
	return true
}

// attribution reports whether the words from j say who spoke and no more:
// "“Stop!” Zelensky said."
func (d *Document) attribution(j int) bool {
	toks := d.Tokens
	for k := j; k < len(toks) && k < j+5; k++ {
		t := &toks[k]
		if t.Kind != Word {
			return false
		}
		if k > j && t.Case == Lower {
			return speech(d.Of(k)) && k+1 < len(toks) && (d.Is(k+1, '.') || d.Is(k+1, ','))
		}
	}
	return false
}

// foldedIs reports whether token i is the ASCII word w, in any case.
func (d *Document) foldedIs(i int, w string) bool {
	var b [16]byte
	return string(lowered(&b, d.Of(i))) == w
}

// closing reports whether token i closes quotes or brackets, or is one more end
// mark.
func (d *Document) closing(i int) bool {
	t := &d.Tokens[i]
	if t.Kind != Punct {
		return false
	}
	switch d.Text[t.Start:t.End] {
	case "\"", "”", "’", "'", ")", "]", "»", ".", "!", "?", "…":
		return true
	case "“", "‘", "«":
		// Some languages close with these; before a word they open.
		return i+1 >= len(d.Tokens) || d.Tokens[i+1].Gap != None
	}
	return false
}

// opening reports whether token i opens quotes or brackets.
func (d *Document) opening(i int) bool {
	t := &d.Tokens[i]
	if t.Kind != Punct {
		return false
	}
	switch d.Text[t.Start:t.End] {
	case "\"", "'", "“", "‘", "«", "(", "[", "„", "”", "’", "`":
		return true
	}
	return false
}

// opens reports whether token i can begin a sentence.
func (d *Document) opens(i int) bool {
	t := &d.Tokens[i]
	switch t.Kind {
	case Punct:
		switch d.Text[t.Start:t.End] {
		case ",", ";", ":", ")", "]", "»", "%", "/", "=", "&", "+", ".", "!", "?":
			return false
		case "\"", "'", "“", "‘", "«", "(", "[", "„", "”", "’", "`":
			return i+1 >= len(d.Tokens) || d.Tokens[i+1].Case != Lower || d.Tokens[i+1].Kind == Punct
		case "…", "...":
			return t.Gap != None && i+1 < len(d.Tokens) && d.Tokens[i+1].Gap <= Space && d.Tokens[i+1].Kind != Punct && d.Tokens[i+1].Case != Lower
		case "-", "–", "—":
			// "“It is late.” – said the mayor."
			return t.Gap != Space || i+1 >= len(d.Tokens) || d.Tokens[i+1].Case != Lower
		}
		return true
	case Clitic:
		return false
	case Number, Designation, Ordinal:
		return true
	}
	if t.Gap == None && t.Case == Lower {
		return false
	}
	r, _ := utf8.DecodeRuneInString(d.Text[t.Start:])
	return !unicode.IsLower(r) || t.Case == Mixed || t.Gap != None && d.lowerName(i)
}

// lowerName reports whether token i is a small word that begins a name even in
// a sentence's first place: "al-Shabaab", "el-Sisi".
func (d *Document) lowerName(i int) bool {
	if i+1 >= len(d.Tokens) || d.Tokens[i+1].Gap != Hyphen {
		return false
	}
	switch d.Of(i) {
	case "al", "el", "as", "ash", "an", "ad", "az", "at", "ar", "ul":
		return true
	}
	return false
}

// bullet reports whether token i begins an item of a list, so that even in
// wrapped text its line begins a sentence.
func (d *Document) bullet(i int) bool {
	toks := d.Tokens
	if i+1 >= len(toks) || toks[i+1].Gap != Space {
		return false
	}
	if toks[i].Kind != Punct {
		return false
	}
	switch d.Of(i) {
	case "•", "·", "‣", "◦", "▪", "●", "■", "►", "*", "-", "–", "—":
		return true
	}
	return false
}

// closedBefore reports whether an end mark closes the text before token i.
func (d *Document) closedBefore(i int) bool {
	for i--; i >= 0; i-- {
		t := &d.Tokens[i]
		if t.Abbrev {
			return d.Text[t.End-1] == '.' && abbreviated(d.Text, int(t.Start), int(t.End)-1, t.Case) != beforeName
		}
		if !d.closing(i) {
			return t.Kind == Punct && d.endMark(i)
		}
		if d.endMark(i) {
			return true
		}
		if t.Gap != None {
			return false
		}
	}
	return false
}

func (d *Document) endMark(i int) bool {
	switch w := d.Of(i); w {
	case "!", "?", "…", "‼", "⁇", "⁈", "⁉":
		return true
	default:
		return w[0] == '.'
	}
}

// wrapsLines reports whether s is hard-wrapped: most of its lines are about as
// long, few end a sentence, and many begin in the middle of one. Headlines in a
// list are as long as each other too, but each begins with a capital.
func wrapsLines(s string) bool {
	n, full, ended, within := 0, 0, 0, 0
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && class[s[j]]&breakClass == 0 {
			if j++; j-i > 160 {
				return false
			}
		}
		end := j
		for end > i && s[end-1] == ' ' {
			end--
		}
		if end > i {
			if end-i > 100 {
				return false
			}
			n++
			if end-i >= 45 {
				full++
			}
			if class[s[i]]&lowerClass != 0 {
				within++
			}
			switch c := s[end-1]; {
			case c == '.' || c == '"':
				ended++
			case c == 0x9D && end-i > 2 && s[end-3:end] == "”":
				ended++
			}
		}
		i = j + 1
	}
	return n >= 4 && full*10 >= n*6 && ended*2 <= n && within*3 >= n
}
