package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenize fills d.Tokens.
func (d *Document) tokenize() {
	s := d.Text
	d.Tokens = make([]Token, 0, len(s)/5+8)
	gap := Blank
	for i := 0; i < len(s); {
		c := s[i]
		// White space and what is not seen.
		switch {
		case c == '\n':
			if gap == Line {
				gap = Blank
			} else if gap != Blank {
				gap = Line
			}
			i++
			continue
		case c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f' || c < 0x20 || c == 0x7f:
			if gap != Line && gap != Blank {
				gap = Space
			}
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && n == 1 || invisible(r) || unicode.IsSpace(r) || unicode.IsControl(r) {
				if !invisible(r) && gap != Line && gap != Blank {
					gap = Space
				}
				if r == 0x2028 || r == 0x2029 || r == 0x85 {
					gap = Line
				}
				i += n
				continue
			}
		}
		i = d.token(i, gap)
		gap = None
		// A hyphen or dash right between two words joins them.
		if g, n := d.joiner(i); n > 0 {
			gap = g
			i += n
		}
	}
}

// joiner reads a hyphen or dash at i that stands without spaces between two
// words, and gives its length.
func (d *Document) joiner(i int) (Gap, int) {
	s := d.Text
	if i >= len(s) || d.Tokens[len(d.Tokens)-1].Kind == Punct {
		return None, 0
	}
	if s[i] < utf8.RuneSelf && s[i] != '-' {
		return None, 0
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if !hyphen(r) || i+n >= len(s) {
		return None, 0
	}
	next, _ := utf8.DecodeRuneInString(s[i+n:])
	if !unicode.IsLetter(next) && !unicode.IsDigit(next) && !apostrophe(next) {
		return None, 0
	}
	if r == '-' || r == 0x2010 || r == 0x2011 {
		return Hyphen, n
	}
	return Dash, n
}

// token appends the token that begins at i and gives where it ends.
func (d *Document) token(i int, gap Gap) int {
	s := d.Text
	r, n := utf8.DecodeRuneInString(s[i:])
	switch {
	case digit(r):
		return d.number(i, gap)
	case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || unicode.IsNumber(r):
		return d.word(i, gap)
	case apostrophe(r):
		if j := d.leadingApostrophe(i, n, gap); j > 0 {
			return j
		}
	}
	d.add(Token{Start: int32(i), End: int32(i + n), Kind: Punct, Gap: gap, Key: hash(s[i : i+n])})
	if r == '.' {
		// An ellipsis written with full stops is one mark.
		j := i + n
		for j < len(s) && s[j] == '.' {
			j++
		}
		d.Tokens[len(d.Tokens)-1].End = int32(j)
		return j
	}
	return i + n
}

func (d *Document) add(t Token) { d.Tokens = append(d.Tokens, t) }

func digit(r rune) bool { return '0' <= r && r <= '9' }

// leadingApostrophe reads a clitic that stands alone, or a name that begins
// with an ayn: "'Ain", "ʿAbs". A quotation mark before a lower-case word or
// after a space is left to be a mark.
func (d *Document) leadingApostrophe(i, n int, gap Gap) int {
	s := d.Text
	if gap == None && len(d.Tokens) > 0 && d.Tokens[len(d.Tokens)-1].Kind != Punct {
		if end := clitic(s, i, n); end > 0 {
			d.add(Token{Start: int32(i), End: int32(end), Kind: Clitic, Case: Lower, Gap: gap, Key: hash(s[i:end])})
			return end
		}
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	if r == 'ʻ' || r == 'ʼ' || r == 'ʾ' || r == 'ʿ' {
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		if unicode.IsLetter(next) {
			j := d.word(i+n, gap)
			d.Tokens[len(d.Tokens)-1].Start = int32(i)
			return j
		}
	}
	return 0
}

// clitic gives where a clitic that begins with the apostrophe at i ends, or 0.
func clitic(s string, i, n int) int {
	rest := s[i+n:]
	for _, c := range [...]string{"s", "re", "ll", "ve", "d", "m"} {
		if len(rest) < len(c) || !strings.EqualFold(rest[:len(c)], c) {
			continue
		}
		r, _ := utf8.DecodeRuneInString(rest[len(c):])
		if len(rest) == len(c) || !unicode.IsLetter(r) && !apostrophe(r) && !digit(r) {
			return i + n + len(c)
		}
	}
	return 0
}

// word reads letters, and what may stand inside a word, from i.
func (d *Document) word(i int, gap Gap) int {
	s := d.Text
	j := wordEnd(s, i)
	// "U.S.", "a.m.", "J.": letters that each carry a full stop.
	if end := initials(s, i); end > j {
		d.add(Token{Start: int32(i), End: int32(end), Kind: Word, Case: caseOf(s[i:end]), Gap: gap, Abbrev: true, Key: hash(strings.ReplaceAll(s[i:end], ".", ""))})
		return end
	}
	// "KN-23", "Iskander-M", "Hwasong-11A".
	if end := designation(s, i, j); end > 0 {
		d.add(Token{Start: int32(i), End: int32(end), Kind: Designation, Case: caseOf(s[i:end]), Gap: gap, Key: hash(s[i:end])})
		return end
	}
	// "don't", "can't".
	if k := j - 3; k > i && strings.EqualFold(s[k:k+1], "n") && s[k+1] == '\'' && strings.EqualFold(s[k+2:j], "t") {
		return d.negation(i, k, j, gap)
	}
	if k := j - 5; k > i && strings.EqualFold(s[k:k+1], "n") && s[k+1:j-1] == "’" && strings.EqualFold(s[j-1:j], "t") {
		return d.negation(i, k, j, gap)
	}
	w := s[i:j]
	t := Token{Start: int32(i), End: int32(j), Kind: Word, Case: caseOf(w), Gap: gap, Key: hash(w)}
	if j < len(s) && s[j] == '.' && len(w) <= 6 && abbreviations[lower(w)] && !(lower(w) == "no" && !followedByNumber(s[j+1:])) && !(t.Case == Lower && !lowerAbbrev[lower(w)]) {
		t.Abbrev = true
		j++
		t.End = int32(j)
	}
	d.add(t)
	return j
}

// lowerAbbrev are the abbreviations that are written in lower case; "mar." and
// "no." are words that end a sentence far more often.
var lowerAbbrev = wordSet(`approx ca cf dept dist ed est etc ext ft km no nos pp para vs viz vol al ref sq`)

func followedByNumber(s string) bool {
	s = strings.TrimLeft(s, " \u00a0")
	return s != "" && '0' <= s[0] && s[0] <= '9'
}

func lower(s string) string { return strings.ToLower(s) }

// negation splits "n't" off its verb.
func (d *Document) negation(i, k, j int, gap Gap) int {
	s := d.Text
	d.add(Token{Start: int32(i), End: int32(k), Kind: Word, Case: caseOf(s[i:k]), Gap: gap, Key: hash(s[i:k])})
	d.add(Token{Start: int32(k), End: int32(j), Kind: Clitic, Case: Lower, Key: hash(s[k:j])})
	return j
}

// wordEnd is where the letters from i end: letters, marks, digits behind
// letters, and apostrophes between letters that begin no clitic.
func wordEnd(s string, i int) int {
	j := i
	for j < len(s) {
		c := s[j]
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' {
			j++
			continue
		}
		if c < utf8.RuneSelf && c != '\'' && c != '`' {
			break
		}
		r, n := utf8.DecodeRuneInString(s[j:])
		if apostrophe(r) {
			if clitic(s, j, n) > 0 {
				break
			}
			next, _ := utf8.DecodeRuneInString(s[j+n:])
			if j == i || j+n >= len(s) || !unicode.IsLetter(next) {
				break
			}
			j += n
			continue
		}
		if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) && !invisible(r) && !unicode.IsDigit(r) {
			break
		}
		if invisible(r) {
			next, _ := utf8.DecodeRuneInString(s[j+n:])
			if !unicode.IsLetter(next) {
				break
			}
		}
		j += n
	}
	if j == i { // a lone numeral sign such as Ⅳ or ½
		_, n := utf8.DecodeRuneInString(s[i:])
		j = i + n
	}
	return j
}

// initials gives where a run of single letters with full stops ends, or 0.
func initials(s string, i int) int {
	j := i
	n := 0
	for j+1 < len(s) && letter(s[j]) && s[j+1] == '.' {
		j += 2
		n++
	}
	switch {
	case n == 0:
		return 0
	case n == 1:
		// "J. Smith", but not the last word of "vitamin C."
		if !('A' <= s[i] && s[i] <= 'Z') {
			return 0
		}
		rest := strings.TrimLeft(s[j:], " \u00a0")
		if len(rest) == len(s[j:]) {
			return 0
		}
		r, _ := utf8.DecodeRuneInString(rest)
		if !unicode.IsUpper(r) {
			return 0
		}
	case j < len(s) && letter(s[j]):
		return 0
	}
	return j
}

func letter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// designation gives where a name of letters and digits that begins with the
// word s[i:j] ends, or 0. At least one part holds a digit, or the last is one
// or two capitals behind a capitalised word.
func designation(s string, i, j int) int {
	if !upperStart(s[i:]) && !digit(rune(s[i])) {
		return 0
	}
	hasDigit := strings.ContainsAny(s[i:j], "0123456789")
	end, parts := j, 1
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if !hyphen(r) || r == 0x2014 || r == 0x2015 {
			break
		}
		k := partEnd(s, end+n)
		part := s[end+n : k]
		if part == "" {
			break
		}
		switch {
		case strings.ContainsAny(part, "0123456789"):
			if parts == 1 && months[lower(s[i:j])] || parts == 1 && digit(rune(s[i])) && !hasLetter(s[i:j]) && !hasLetter(part) {
				return 0
			}
			hasDigit = true
		case len(part) <= 2 && isUpper(part) && j-i >= 1 && (hasDigit || parts == 1 && j-i >= 4 && !isUpper(s[i:j])):
			hasDigit = true // the capital stands for a model: "Iskander-M"
		default:
			if parts == 1 {
				return finish(s, i, j, hasDigit)
			}
			return finish(s, i, end, hasDigit)
		}
		end, parts = k, parts+1
	}
	return finish(s, i, end, hasDigit)
}

func finish(s string, i, end int, hasDigit bool) int {
	if !hasDigit || !hasLetter(s[i:end]) {
		return 0
	}
	return end
}

var months = wordSet(`january february march april may june july august september october november december
	jan feb mar apr jun jul aug sep sept oct nov dec mid early late`)

func partEnd(s string, i int) int {
	for i < len(s) && (letter(s[i]) || '0' <= s[i] && s[i] <= '9') {
		i++
	}
	return i
}

func upperStart(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func isUpper(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 'A' || 'Z' < s[i] {
			return false
		}
	}
	return s != ""
}

func hasLetter(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return true
		}
	}
	return false
}

// number reads digits, with the separators that may stand between them, from
// i. Lower-case letters that follow without a space, as in "20bn" or "25km",
// are a token of their own, but for the endings of ordinals.
func (d *Document) number(i int, gap Gap) int {
	s := d.Text
	j := i
	for j < len(s) && '0' <= s[j] && s[j] <= '9' {
		j++
	}
	// "2S19", "9M723": a name, if a capital follows the digits.
	if j < len(s) && 'A' <= s[j] && s[j] <= 'Z' {
		k := partEnd(s, j)
		w := s[j:k]
		unit := w == "AM" || w == "PM" || w == "KM" || w == "GMT" || w == "UTC" || w == "M" || w == "B" || w == "K"
		if !unit {
			if end := designation(s, i, k); end > 0 {
				d.add(Token{Start: int32(i), End: int32(end), Kind: Designation, Case: Upper, Gap: gap, Key: hash(s[i:end])})
				return end
			}
		}
	}
	for j+1 < len(s) {
		c := s[j]
		if (c == ',' || c == '.' || c == ':' || c == '/') && '0' <= s[j+1] && s[j+1] <= '9' {
			j++
			for j < len(s) && '0' <= s[j] && s[j] <= '9' {
				j++
			}
			continue
		}
		break
	}
	if r, n := utf8.DecodeRuneInString(s[j:]); n > 1 && unicode.Is(unicode.No, r) {
		j += n // 3½
	}
	kind := Number
	if k := j + 2; k <= len(s) {
		switch lower(s[j:k]) {
		case "st", "nd", "rd", "th":
			if k == len(s) || !letter(s[k]) {
				kind, j = Ordinal, k
			}
		}
	}
	d.add(Token{Start: int32(i), End: int32(j), Kind: kind, Gap: gap, Key: hash(s[i:j])})
	return j
}

// caseOf is how w is written.
func caseOf(w string) Case {
	var up, low, n int
	first := false
	for _, r := range w {
		switch {
		case unicode.IsUpper(r):
			if n == 0 {
				first = true
			}
			up++
			n++
		case unicode.IsLower(r):
			low++
			n++
		case unicode.IsLetter(r):
			n++
		}
	}
	switch {
	case n == 0:
		return NoCase
	case up == 0:
		return Lower
	case first && up == 1 && (low > 0 || n == 1):
		return Title
	case low == 0:
		return Upper
	}
	return Mixed
}
