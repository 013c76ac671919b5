package text

import (
	"math"
	"slices"
	"unicode"
	"unicode/utf8"
)

// A lineBreak is what stands before a token that begins a line.
type lineBreak struct {
	token int32 // the first token behind the break
	line  int32 // the line it is on, from 0
	blank bool  // a blank line comes between
}

// A scanner reads tokens, and notes on its way the few places where the
// sentence rules have to look.
type scanner struct {
	s      string
	tokens []Token
	ends   []int32 // tokens that may end a sentence: end marks and abbreviations
	breaks []lineBreak
	// chain is where the last run of letters, digits and ".-_%+" that is no
	// address ends, so that none is looked through twice.
	chain int
}

// scan fills the tokens. Most words are letters between spaces; they are read
// here, everything else by the methods below.
func (sc *scanner) scan() {
	s := sc.s
	if len(s) > math.MaxInt32 {
		s = s[:math.MaxInt32]
		sc.s = s
	}
	// English news has a token every five bytes or so, a full stop every
	// hundred and a paragraph every two hundred.
	toks := slices.Grow(sc.tokens[:0], len(s)*9/40+8)
	sc.ends = slices.Grow(sc.ends[:0], len(s)/64+8)
	sc.breaks = slices.Grow(sc.breaks[:0], len(s)/128+4)
	gap, line := Blank, int32(0)
	for i := 0; i < len(s); {
		c := s[i]
		if c == ' ' {
			if gap == None {
				gap = Space
			}
			i++
			continue
		}
		cl := class[c]
		if cl&spaceClass != 0 {
			if gap == None {
				gap = Space
			}
			i++
			continue
		}
		if cl&breakClass != 0 {
			i++
			if c == '\r' && i < len(s) && s[i] == '\n' {
				i++
			}
			line++
			if gap < Line {
				gap = Line
			} else {
				gap = Blank
			}
			continue
		}
		if cl&highClass != 0 {
			r, n := utf8.DecodeRuneInString(s[i:])
			switch {
			case r == 0x2028, r == 0x2029, r == 0x85:
				line++
				if gap < Line && r != 0x2029 {
					gap = Line
				} else {
					gap = Blank
				}
				i += n
				continue
			case invisible(r):
				i += n
				continue
			case r == utf8.RuneError && n == 1, wideSpace(r):
				if gap == None {
					gap = Space
				}
				i += n
				continue
			}
		}
		if gap == Line || gap == Blank {
			sc.breaks = append(sc.breaks, lineBreak{int32(len(toks)), line, gap == Blank})
		}
		switch {
		case cl&letterClass != 0:
			var j int
			var how Case
			var key Key
			letters := 0
			var x uint64
			if i+8 <= len(s) {
				x = load(s, i)
				letters = lettersIn(x)
			}
			if 0 < letters && letters < 8 {
				// A word of one to seven letters, which most are: its length,
				// case and key come from the eight bytes at once.
				j = i + letters
				shift := (64 - 8*uint(letters)) & 63
				up := ^x & spaces << shift >> shift
				switch {
				case up <= 0x20:
					how = Lower + Case(up>>5)
				case up == spaces<<shift>>shift:
					how = Upper
				default:
					how = Mixed
				}
				key = finish(mum(mix0^(x|spaces)<<shift>>shift, mix1))
			} else if letters == 8 && i+16 <= len(s) && lettersIn(load(s, i+8)) < 8 {
				// A word of eight to fifteen letters.
				y := load(s, i+8)
				more := lettersIn(y)
				j = i + 8 + more
				shift := (64 - 8*uint(more)) & 63
				y, tail := (y|spaces)<<shift>>shift, ^y&spaces<<shift>>shift
				h := mix0 ^ (x | spaces)
				if more > 0 {
					h = mum(h, mix1) ^ y
				} else {
					tail = 0
				}
				key = finish(mum(h, mix1))
				up := ^x & spaces
				switch {
				case up|tail == 0:
					how = Lower
				case up == 0x20 && tail == 0:
					how = Title
				case up == spaces && (more == 0 || tail == spaces<<shift>>shift):
					how = Upper
				default:
					how = Mixed
				}
			} else {
				rest := uint8(0)
				for j = i + 1; j < len(s); j++ {
					k := class[s[j]]
					if k&letterClass == 0 {
						break
					}
					rest |= k
				}
				how = Mixed
				switch {
				case rest&upperClass == 0:
					how = Lower
					if cl&upperClass != 0 {
						how = Title
					}
				case cl&upperClass != 0 && rest&lowerClass == 0:
					how = Upper
				}
				key = plainKey(s, i, j)
			}
			if j < len(s) && class[s[j]]&(innerClass|highClass|digitClass) != 0 && !plainBehind(s, i, j) {
				sc.tokens = toks
				j = sc.word(i, gap)
				toks = sc.tokens
			} else {
				end := j
				abbrev := j < len(s) && s[j] == '.' && short(i, j) && abbreviated(s, i, j, how) != 0
				if abbrev {
					end++
					sc.ends = append(sc.ends, int32(len(toks)))
				}
				// The token is written in place: to build it and copy it
				// costs as much as to read the word.
				toks = grow(toks)
				t := &toks[len(toks)-1]
				t.Start, t.End = int32(i), int32(end)
				t.Kind, t.Case, t.Gap, t.Abbrev, t.plain = Word, how, gap, abbrev, !abbrev
				t.Key = key
				j = end
			}
			i = j
		case cl&digitClass != 0:
			sc.tokens = toks
			i = sc.number(i, gap)
			toks = sc.tokens
		case cl&highClass != 0 || c == '\'' || c == '`' || c == '@':
			sc.tokens = toks
			i = sc.other(i, gap)
			toks = sc.tokens
		default:
			n := len(toks)
			toks = grow(toks)
			t := &toks[n]
			t.Start, t.End = int32(i), int32(i+1)
			t.Kind, t.Case, t.Gap, t.Abbrev, t.plain = Punct, NoCase, gap, false, false
			t.Key = byteKey(c)
			i++
			if c == '.' || c == '!' || c == '?' {
				sc.ends = append(sc.ends, int32(n))
				if c == '.' && i < len(s) && s[i] == '.' {
					for i < len(s) && s[i] == '.' {
						i++ // an ellipsis written with full stops is one mark
					}
					t.End = int32(i)
					t.Key = foldedKey(s[t.Start:i])
				}
			}
			gap = None
			continue
		}
		gap = None
		if i < len(s) && s[i] == ' ' {
			gap = Space
			i++
			continue
		}
		// A hyphen or dash right between two words joins them.
		if i < len(s) && (s[i] == '-' || s[i] >= utf8.RuneSelf) && toks[len(toks)-1].Kind != Punct {
			g, n := joiner(s, i)
			if n > 0 {
				gap = g
				i += n
			}
		}
	}
	sc.tokens = toks
}

// wideSpace reports whether r, beyond ASCII, is white space or a control
// character. Quotation marks and dashes are told apart by one comparison.
func wideSpace(r rune) bool {
	switch {
	case 0x2010 <= r && r <= 0x2027:
		return false
	case r <= 0xA0:
		return true
	}
	return unicode.IsSpace(r)
}

// grow makes room for one more token, whose fields are yet to be written.
func grow(toks []Token) []Token {
	if len(toks) < cap(toks) {
		return toks[:len(toks)+1]
	}
	return append(toks, Token{})
}

// short reports whether s[i:j] is no longer than the longest abbreviation.
func short(i, j int) bool { return j-i <= 6 }

// plainBehind reports whether the letters s[i:j] are a whole word although a
// mark follows that may go on inside one.
func plainBehind(s string, i, j int) bool {
	next := uint8(0)
	if j+1 < len(s) {
		next = class[s[j+1]]
	}
	switch s[j] {
	case '.':
		return j-i > 2 && next&(alnum|highClass) == 0
	case ':':
		return j+1 >= len(s) || s[j+1] != '/'
	case '-':
		return class[s[i]]&lowerClass != 0
	case '\'':
		return clitic(s, j, 1) > 0 // "Ukraine's"
	case '_':
		return next&alnum == 0
	case 0xE2: // a dash, a quotation mark or an ellipsis: “ ” … —
		if j+2 < len(s) && s[j+1] == 0x80 {
			switch s[j+2] {
			case 0x9C, 0x9D, 0xA6:
				return true
			case 0x93, 0x94:
				return class[s[i]]&lowerClass != 0
			case 0x99:
				return clitic(s, j, 3) > 0
			}
		}
	}
	return false
}

// joiner reads a hyphen or dash at i that stands without spaces between two
// words, and gives its length. Soft hyphens and zero-width characters on
// either side are seen through.
func joiner(s string, i int) (Gap, int) {
	k := skipInvisible(s, i)
	if k >= len(s) {
		return None, 0
	}
	r, n := utf8.DecodeRuneInString(s[k:])
	if !hyphen(r) {
		return None, 0
	}
	k = skipInvisible(s, k+n)
	if k >= len(s) {
		return None, 0
	}
	next, _ := utf8.DecodeRuneInString(s[k:])
	if !unicode.IsLetter(next) && !unicode.IsDigit(next) && !apostrophe(next) {
		return None, 0
	}
	if r == '-' || r == 0x2010 || r == 0x2011 {
		return Hyphen, k - i
	}
	return Dash, k - i
}

// skipInvisible is where the invisible characters that begin at i end.
func skipInvisible(s string, i int) int {
	for i < len(s) && s[i] >= utf8.RuneSelf {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !invisible(r) {
			break
		}
		i += n
	}
	return i
}

// other reads the token at i where a rune beyond ASCII, an apostrophe or an
// "@" begins it.
func (sc *scanner) other(i int, gap Gap) int {
	s := sc.s
	r, n := utf8.DecodeRuneInString(s[i:])
	mark := 0x2010 <= r && r <= 0x2027 // quotation marks, dashes and the ellipsis
	switch {
	case !mark && !apostrophe(r) && (unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || unicode.IsNumber(r)):
		return sc.word(i, gap)
	case apostrophe(r):
		if j := sc.leadingApostrophe(i, n, gap); j > 0 {
			return j
		}
	case r == '@' && gap != None:
		j := i + 1
		for j < len(s) && (class[s[j]]&alnum != 0 || s[j] == '_') {
			j++
		}
		if j > i+1 {
			sc.add(i, j, Word, gap)
			return j
		}
	}
	if r == '…' || r == '‼' || 0x2047 <= r && r <= 0x2049 {
		sc.ends = append(sc.ends, int32(len(sc.tokens)))
	}
	sc.add(i, i+n, Punct, gap)
	return i + n
}

// add appends the token s[i:j], and takes its case and key.
func (sc *scanner) add(i, j int, kind Kind, gap Gap) {
	w := sc.s[i:j]
	t := Token{Start: int32(i), End: int32(j), Kind: kind, Gap: gap, plain: plain(w)}
	switch kind {
	case Clitic:
		t.Case = Lower
	case Word, Designation:
		t.Case = caseOf(w)
	}
	t.Key = KeyOf(w)
	sc.tokens = append(sc.tokens, t)
}

// abbreviate appends the token s[i:j], whose final full stop belongs to it.
func (sc *scanner) abbreviate(i, j int, gap Gap) {
	sc.ends = append(sc.ends, int32(len(sc.tokens)))
	sc.add(i, j, Word, gap)
	sc.tokens[len(sc.tokens)-1].Abbrev = true
}

// leadingApostrophe reads a clitic that stands alone, or a name that begins
// with an ayn: "ʿAbs". A quotation mark before a lower-case word or after a
// space is left to be a mark.
func (sc *scanner) leadingApostrophe(i, n int, gap Gap) int {
	s := sc.s
	if gap == None && len(sc.tokens) > 0 && sc.tokens[len(sc.tokens)-1].Kind != Punct {
		if end := clitic(s, i, n); end > 0 {
			sc.add(i, end, Clitic, gap)
			return end
		}
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	if r == 'ʻ' || r == 'ʼ' || r == 'ʾ' || r == 'ʿ' {
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		if unicode.IsLetter(next) {
			j := wordEnd(s, i+n)
			sc.add(i, j, Word, gap)
			return j
		}
	}
	return 0
}

// clitic gives where a clitic that begins with the apostrophe at i ends, or 0.
func clitic(s string, i, n int) int {
	rest := s[i+n:]
	k := 0
	if rest == "" {
		return 0
	}
	switch rest[0] | 0x20 {
	case 's', 'd', 'm':
		k = 1
	case 'r', 'v':
		if len(rest) > 1 && rest[1]|0x20 == 'e' {
			k = 2
		}
	case 'l':
		if len(rest) > 1 && rest[1]|0x20 == 'l' {
			k = 2
		}
	}
	if k == 0 {
		return 0
	}
	r, m := utf8.DecodeRuneInString(rest[k:])
	if m == 0 || !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) && !apostrophe(r) && !digit(r) {
		return i + n + k
	}
	return 0
}

func digit(r rune) bool { return '0' <= r && r <= '9' }

func letter(c byte) bool { return class[c]&letterClass != 0 }

// word reads letters, and what may stand inside a word, from i.
func (sc *scanner) word(i int, gap Gap) int {
	s := sc.s
	if end := sc.address(i); end > 0 {
		sc.add(i, end, Word, gap)
		return end
	}
	// "U.S.", "a.m.", "J.": letters that each carry a full stop.
	if end := initials(s, i); end > 0 {
		sc.abbreviate(i, end, gap)
		return end
	}
	j := wordEnd(s, i)
	// "KN-23", "Iskander-M", "Hwasong-11A", but not the "M-4M" of "$3M-4M".
	unit := gap == None && len(sc.tokens) > 0 && sc.tokens[len(sc.tokens)-1].Kind == Number
	if end := designation(s, i, j); end > 0 && !unit {
		sc.add(i, end, Designation, gap)
		return end
	}
	// "don't", "can't": the verb and its "n't".
	if j-i > 3 && s[j-1]|0x20 == 't' {
		r, n := utf8.DecodeLastRuneInString(s[i : j-1])
		if k := j - 2 - n; (r == '\'' || r == '’') && k > i && s[k]|0x20 == 'n' {
			sc.add(i, k, Word, gap)
			sc.add(k, j, Clitic, None)
			return j
		}
	}
	if j < len(s) && s[j] == '.' && short(i, j) && abbreviated(s, i, j, caseOf(s[i:j])) != 0 {
		sc.abbreviate(i, j+1, gap)
		return j + 1
	}
	sc.add(i, j, Word, gap)
	return j
}

// wordEnd is where the letters from i end: letters, marks, digits behind
// letters, and apostrophes between letters that begin no clitic.
func wordEnd(s string, i int) int {
	j := i
	for j < len(s) {
		c := s[j]
		if class[c]&alnum != 0 {
			j++
			continue
		}
		if c == '_' && j > i && j+1 < len(s) && class[s[j+1]]&alnum != 0 {
			j++ // "IMG_2041" is one word, not a number
			continue
		}
		if c < utf8.RuneSelf && c != '\'' && c != '`' {
			break
		}
		r, n := utf8.DecodeRuneInString(s[j:])
		if apostrophe(r) {
			if j == i || clitic(s, j, n) > 0 {
				break
			}
			next, _ := utf8.DecodeRuneInString(s[j+n:])
			if !unicode.IsLetter(next) {
				break
			}
			j += n
			continue
		}
		if invisible(r) {
			k := skipInvisible(s, j)
			next, m := utf8.DecodeRuneInString(s[k:])
			if m == 0 || !unicode.IsLetter(next) && !unicode.Is(unicode.M, next) && !digit(next) {
				break
			}
			j = k
			continue
		}
		if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) && !unicode.IsDigit(r) {
			break
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
	j, n := i, 0
	for j+1 < len(s) && letter(s[j]) && s[j+1] == '.' {
		j += 2
		if n++; n > 8 {
			return 0 // no name; and a long run is not looked through again and again
		}
	}
	up := class[s[i]]&upperClass != 0
	switch {
	case n == 0:
		if j+4 <= len(s) && (s[j:j+4] == "Ph.D" || s[j:j+4] == "PH.D") {
			if j += 4; j < len(s) && s[j] == '.' {
				j++
			}
			return j
		}
		return 0
	case j < len(s) && letter(s[j]) && (j+1 >= len(s) || class[s[j+1]]&alnum == 0):
		// "the U.S and", "3 p.m on": the last full stop was left out.
		if up && class[s[j]]&upperClass != 0 && n == 1 && (j+1 >= len(s) || s[j+1] != '-') || n == 1 && s[j] == 'm' && (s[i] == 'a' || s[i] == 'p') {
			return j + 1
		}
		return 0
	case n == 1:
		// "J. Smith", "Gov. J.Smith", but not the last word of "vitamin C.".
		k := skipSpaces(s, j)
		r, _ := utf8.DecodeRuneInString(s[k:])
		if !up || !unicode.IsUpper(r) {
			return 0
		}
		w := wordAt(s, k)
		if opener(w) && !(len(w) == 1 && k+1 < len(s) && s[k+1] == '.') {
			return 0
		}
	}
	return j
}

// skipSpaces is where the spaces that begin at i end.
func skipSpaces(s string, i int) int {
	for i < len(s) {
		switch {
		case s[i] == ' ':
			i++
		case s[i] == 0xC2 && i+1 < len(s) && s[i+1] == 0xA0:
			i += 2
		default:
			return i
		}
	}
	return i
}

// wordAt is the run of ASCII letters at i, or its first bytes where it is
// longer than any word the rules ask for.
func wordAt(s string, i int) string {
	j := i
	for j < len(s) && j-i < 17 && letter(s[j]) {
		j++
	}
	return s[i:j]
}

// designation gives where a name of letters and digits that begins with the
// word s[i:j] ends, or 0. At least one part holds a digit, or the last is one
// or two capitals behind a capitalised word.
func designation(s string, i, j int) int {
	r, _ := utf8.DecodeRuneInString(s[i:])
	if !unicode.IsUpper(r) && !digit(r) {
		return 0
	}
	hasDigit := containsClass(s[i:j], digitClass)
	end, parts := j, 1
	for end < len(s) && parts < maxParts {
		at := skipInvisible(s, end)
		r, n := utf8.DecodeRuneInString(s[at:])
		if !hyphen(r) || (r == 0x2014 || r == 0x2015) && !(parts > 1 || modelPrefix(s[i:j])) {
			break
		}
		at = skipInvisible(s, at+n)
		k := partEnd(s, at)
		part := s[at:k]
		if part == "" {
			break
		}
		if containsClass(part, digitClass) {
			if parts == 1 && (notModel(s[i:j]) || digit(rune(s[i])) && !containsClass(part, letterClass) && !containsClass(s[i:j], letterClass)) {
				return 0
			}
			hasDigit = true
		} else if len(part) <= 2 && isUpper(part) && (hasDigit || parts == 1 && j-i >= 4 && !isUpper(s[i:j])) {
			hasDigit = true // the capital stands for a model: "Iskander-M"
		} else {
			break
		}
		end, parts = k, parts+1
	}
	if !hasDigit || !containsClass(s[i:end], letterClass|highClass) {
		return 0
	}
	return end
}

// maxParts is how many parts a designation has at most; more than the longest
// have, and few enough that a long chain is not looked through again and again.
const maxParts = 6

// modelPrefix reports whether w is so short that even a long dash behind it
// belongs to a designation, "Kh—101", and not to the sentence, "Sumy—12 dead".
func modelPrefix(w string) bool {
	if len(w) > 3 {
		return false
	}
	switch w {
	case "US", "UN", "EU", "UK", "UAE", "IDF", "RAF", "ANA", "ANP", "AFP", "AP", "DPA":
		return false
	}
	return true
}

// notModel reports whether a number behind w and a hyphen is only a number:
// "April-24", "mid-2014".
func notModel(w string) bool {
	var b [16]byte
	switch string(lowered(&b, w)) {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september",
		"october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
		"sept", "oct", "nov", "dec", "mid", "early", "late", "pre", "post", "anti", "non", "pro",
		"since", "under", "over", "about", "age", "aged", "top", "some", "around", "nearly":
		return true
	}
	return false
}

// partEnd is where the letters and digits from i end, soft hyphens and
// zero-width characters between them seen through.
func partEnd(s string, i int) int {
	for i < len(s) {
		if class[s[i]]&alnum != 0 {
			i++
			continue
		}
		k := skipInvisible(s, i)
		if k == i || k >= len(s) || class[s[k]]&alnum == 0 {
			break
		}
		i = k
	}
	return i
}

func isUpper(s string) bool {
	for i := 0; i < len(s); i++ {
		if class[s[i]]&upperClass == 0 {
			return false
		}
	}
	return s != ""
}

func containsClass(s string, c uint8) bool {
	for i := 0; i < len(s); i++ {
		if class[s[i]]&c != 0 {
			return true
		}
	}
	return false
}

// number reads digits, with the separators that may stand between them, from
// i. Lower-case letters that follow without a space, as in "20bn" or "25km",
// are a token of their own, but for the endings of ordinals.
func (sc *scanner) number(i int, gap Gap) int {
	s := sc.s
	j := digitsEnd(s, i)
	if j < len(s) && class[s[j]]&letterClass != 0 || j+1 < len(s) && s[j] == '.' && letter(s[j+1]) {
		if end := sc.address(i); end > 0 { // "24tv.ua"
			sc.add(i, end, Word, gap)
			return end
		}
	}
	// "2S19", "9M723", "3M-14": a name, if a capital follows the digits.
	if j < len(s) && class[s[j]]&upperClass != 0 {
		if end := sc.numberedName(i, j); end > 0 {
			sc.add(i, end, Designation, gap)
			return end
		}
	}
	// "Kh-101/555": the second is a name too, not a number of missiles.
	if n := len(sc.tokens); gap == None && n >= 2 && s[i-1] == '/' && sc.tokens[n-1].Gap == None && sc.tokens[n-2].Kind == Designation && class[s[i-2]]&digitClass != 0 {
		k := partEnd(s, i)
		sc.add(i, k, Designation, gap)
		return k
	}
	for j+1 < len(s) {
		c := s[j]
		if (c != ',' && c != '.' && c != ':' && c != '/') || class[s[j+1]]&digitClass == 0 {
			break
		}
		j = digitsEnd(s, j+1)
	}
	kind := Number
	if j < len(s) && s[j] >= utf8.RuneSelf {
		if r, n := utf8.DecodeRuneInString(s[j:]); unicode.Is(unicode.No, r) {
			j += n // 3½
		}
	} else if j+2 <= len(s) && (j+2 == len(s) || class[s[j+2]]&alnum == 0) {
		switch string([]byte{s[j] | 0x20, s[j+1] | 0x20}) {
		case "st", "nd", "rd", "th":
			kind, j = Ordinal, j+2
		}
	}
	t := Token{Start: int32(i), End: int32(j), Kind: kind, Gap: gap, plain: plain(s[i:j])}
	if j-i <= 4 && kind == Number && !containsClass(s[i:j], innerClass|highClass) {
		t.Key = KeyOf(s[i:j])
	} else {
		t.Key = foldedKey(s[i:j])
	}
	sc.tokens = append(sc.tokens, t)
	return j
}

func digitsEnd(s string, i int) int {
	for i < len(s) && class[s[i]]&digitClass != 0 {
		i++
	}
	return i
}

// numberedName gives where the designation that begins with the digits s[i:j]
// and a capital ends, or 0 where the capitals are a unit: "500KG", "$3M".
func (sc *scanner) numberedName(i, j int) int {
	s := sc.s
	k := partEnd(s, j)
	end := designation(s, i, k)
	if end == 0 {
		return 0
	}
	switch s[j:k] {
	case "AM", "PM", "KM", "GMT", "UTC", "MM", "CM", "KG", "KT", "KPH", "KMH", "MPH", "LB", "LBS",
		"ST", "ND", "RD", "TH", "BN", "MN", "TN", "HRS", "S", "EST", "EDT", "X":
		return 0
	case "M", "B", "K":
		// "3M-14" is a missile, "$3M" and "$3M-4M" are sums.
		if end == k || i > 0 && (s[i-1] == '$' || s[i-1] >= utf8.RuneSelf) || letter(s[end-1]) {
			return 0
		}
	}
	return end
}

// caseOf is how w is written.
func caseOf(w string) Case {
	var up, low, n int
	first := false
	for _, r := range w {
		switch {
		case r < utf8.RuneSelf:
			switch c := class[r]; {
			case c&lowerClass != 0:
				low++
				n++
			case c&upperClass != 0:
				if n == 0 {
					first = true
				}
				up++
				n++
			}
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
