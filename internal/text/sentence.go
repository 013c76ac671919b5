package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentences fills d.Sentences. A sentence ends at an end mark that a capital,
// a digit or a quotation mark follows, and at every line break that is not
// the wrapping of a long line.
func (d *Document) sentences() {
	toks := d.Tokens
	d.Sentences = make([]Sentence, 0, len(toks)/20+1)
	par, line, pos := 0, 0, 0
	first := 0
	wrapped := wrapsLines(d.Text)
	emit := func(last int, closed bool) {
		if last <= first {
			return
		}
		start := int(toks[first].Start)
		line += strings.Count(d.Text[pos:start], "\n")
		pos = start
		d.Sentences = append(d.Sentences, Sentence{First: first, Last: last, Par: par, Line: line, Closed: closed})
		first = last
	}
	for i := range toks {
		if i > first {
			switch toks[i].Gap {
			case Blank:
				emit(i, d.ends(i-1))
				par++
				continue
			case Line:
				if !wrapped || d.ends(i-1) && d.opens(i) {
					emit(i, d.ends(i-1))
					if !wrapped {
						par++
					}
					continue
				}
			}
		} else if i > 0 && toks[i].Gap == Blank && first == i && len(d.Sentences) > 0 {
			par++
		} else if i > 0 && toks[i].Gap == Line && !wrapped && first == i && len(d.Sentences) > 0 {
			par++
		}
		if d.boundary(i) {
			j := i + 1
			// Closing quotes and brackets belong to the sentence they close.
			for j < len(toks) && d.closing(j) && toks[j].Gap == None {
				j++
			}
			if j < len(toks) && d.opens(j) && (toks[j].Gap != None || !d.Is(i, '.')) && i >= first {
				emit(j, true)
			}
		}
	}
	emit(len(toks), len(toks) > 0 && d.ends(len(toks)-1))
}

// boundary reports whether token i may end a sentence.
func (d *Document) boundary(i int) bool {
	t := &d.Tokens[i]
	if t.Abbrev {
		// "He left at 3 p.m. Police said": initials of two or more letters and
		// the closing abbreviations end a sentence before a plain new one.
		w := strings.TrimSuffix(lower(d.Of(i)), ".")
		return (strings.Contains(w, ".") || closers[w]) && d.plainOpening(i+1, w)
	}
	if t.Kind != Punct {
		return false
	}
	switch d.Text[t.Start:t.End] {
	case ".", "!", "?", "…", "?!", "...", "....":
		return true
	}
	return false
}

// plainOpening reports whether token j begins a sentence for certain: a
// capitalised word of grammar, behind which no name can begin.
func (d *Document) plainOpening(j int, abbrev string) bool {
	if j >= len(d.Tokens) || d.Tokens[j].Case != Title || d.Tokens[j].Kind != Word {
		return false
	}
	if openers[lower(d.Of(j))] {
		return true
	}
	// "at 3 p.m. Police said": a time is no title.
	return abbrev == "a.m" || abbrev == "p.m" || closers[abbrev] && abbrev != "jr" && abbrev != "sr"
}

var openers = wordSet(`the a an in on at it he she they we i this that these those there his her their its our but and or
	as after before when while if although though since because however meanwhile also another some many most no not
	according for from with by to one two three four five six seven eight nine ten several what who where how more at
	earlier later during both each all officials police residents`)

func (d *Document) closing(i int) bool {
	t := &d.Tokens[i]
	if t.Kind != Punct {
		return false
	}
	switch d.Text[t.Start:t.End] {
	case "\"", "”", "’", "'", ")", "]", "»", "“", "‘", ".", "!", "?":
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
		case ",", ";", ":", ")", "]", "”", "»", "%":
			return false
		case "\"", "'", "“", "‘", "«", "(", "[":
			return i+1 >= len(d.Tokens) || d.Tokens[i+1].Case != Lower || d.Tokens[i+1].Kind == Punct
		}
		return true
	case Clitic:
		return false
	case Number, Designation, Ordinal:
		return true
	}
	r, _ := utf8.DecodeRuneInString(d.Text[t.Start:])
	return !unicode.IsLower(r) || lowerNames[lower(d.Of(i))] && t.Gap != None
}

// lowerNames are the small words that begin a name even in a sentence's first
// place: "al-Shabaab", "de Mistura".
var lowerNames = wordSet(`al el as ash an ad az iphone`)

// ends reports whether an end mark closes the text before token i+1.
func (d *Document) ends(i int) bool {
	for i >= 0 && d.closing(i) {
		if d.boundary(i) {
			return true
		}
		i--
	}
	return i >= 0 && d.boundary(i)
}

// wrapsLines reports whether s is hard-wrapped: most of its lines are about as
// long as the longest, and few end a sentence.
func wrapsLines(s string) bool {
	n, full, ended := 0, 0, 0
	for l := range strings.Lines(s) {
		l = strings.TrimRight(l, "\r\n ")
		if l == "" {
			continue
		}
		if len(l) > 100 {
			return false
		}
		n++
		if len(l) >= 55 {
			full++
		}
		if strings.HasSuffix(l, ".") || strings.HasSuffix(l, "”") || strings.HasSuffix(l, "\"") {
			ended++
		}
	}
	return n >= 4 && full*10 >= n*6 && ended*2 <= n
}
