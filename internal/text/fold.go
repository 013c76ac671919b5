package text

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Key is the hash of a word's folded form. Words that differ only in case,
// diacritics, apostrophes, hyphens, full stops that mark an abbreviation, soft
// hyphens or zero-width characters share a Key, and so do a designation and
// its plural, "T-72" and "T-72s". Keys are spread evenly over all 64 bits and
// are the same in every process. The zero Key belongs to no word.
type Key uint64

// The multipliers of the hash: odd, without pattern, half their bits set.
const (
	mix0 = 0x9e3779b97f4a7c15
	mix1 = 0xa0761d6478bd642f
	mix2 = 0xe7037ed1a0b428db
	mix3 = 0x8ebc6af09c88c6e3
)

// Join is the key of two words standing next to each other. It is not
// commutative, and Join(Join(a, b), c) is the key of the three in a row.
func (k Key) Join(next Key) Key {
	return Key(mum(uint64(k)^mix2, mix3) + uint64(next))
}

// KeyOf is the key of s taken as one word. The Key of every token of a
// document is KeyOf the token's text.
func KeyOf(s string) Key {
	if !plain(s) {
		return foldedKey(s)
	}
	if pluralDesignation(s) {
		s = s[:len(s)-1]
	}
	return plainKey(s, 0, len(s))
}

// plain reports whether s holds ASCII letters and digits alone.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if class[s[i]]&alnum == 0 {
			return false
		}
	}
	return true
}

// pluralDesignation reports whether s ends in an s behind a digit, "T-72s".
func pluralDesignation(s string) bool {
	n := len(s)
	return n > 2 && s[n-1] == 's' && class[s[n-2]]&digitClass != 0
}

// mum multiplies to 128 bits and folds the halves together.
func mum(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return hi ^ lo
}

// finish mixes the last state of the hash, so that low bits and high bits are
// equally good to index a table by.
func finish(h uint64) Key {
	if h = mum(h^mix1, mix2); h == 0 {
		h = mix0
	}
	return Key(h)
}

// spaces sets, in eight ASCII letters and digits at once, the bit that tells
// lower case from upper; digits carry it already.
const spaces = 0x2020202020202020

// plainKey hashes s[i:j], which holds ASCII letters and digits only, eight
// bytes at a time. It may look at bytes behind j, but not use them.
func plainKey(s string, i, j int) Key {
	h := uint64(mix0)
	for j-i > 8 {
		h = mum(h^(load(s, i)|spaces), mix1)
		i += 8
	}
	var x uint64
	if i+8 <= len(s) {
		x = (load(s, i) | spaces) << (8 * uint(8-(j-i)) & 63) >> (8 * uint(8-(j-i)) & 63)
		if i == j {
			x = 0
		}
	} else {
		for k := j - 1; k >= i; k-- {
			x = x<<8 | uint64(s[k]|0x20)
		}
	}
	return finish(mum(h^x, mix1))
}

// lettersIn counts the ASCII letters that x, eight bytes of text, begins with.
func lettersIn(x uint64) int {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	y := (x | spaces) &^ tops
	from := y + ones*(0x80-'a')   // the top bit of each byte: not before a
	beyond := y + ones*(0x7F-'z') // the top bit of each byte: behind z
	return bits.TrailingZeros64(^(from&^beyond&^x)&tops) / 8
}

// byteKey is the key of one ASCII mark or letter in lower case.
func byteKey(c byte) Key { return finish(mum(mix0^uint64(c), mix1)) }

func load(s string, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// A hasher takes folded bytes one by one and hashes them as plainKey does.
type hasher struct {
	h, x uint64
	n    uint
	any  bool
}

func (w *hasher) add(c byte) {
	// A block is hashed only once a byte behind it is known, for the last
	// block is hashed whatever its length.
	if w.n == 64 {
		w.h = mum(w.h^w.x, mix1)
		w.x, w.n = 0, 0
	}
	w.x |= uint64(c) << w.n
	w.n += 8
	w.any = true
}

func (w *hasher) sum() Key { return finish(mum(w.h^w.x, mix1)) }

// foldedKey is the key of s whatever it holds.
func foldedKey(s string) Key {
	if pluralDesignation(s) {
		s = s[:len(s)-1]
	}
	w := hasher{h: mix0}
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'A' <= c && c <= 'Z':
				c += 'a' - 'A'
			case c == '\'' || c == '`' || c == '-':
				continue
			case c == '.' && !(i < len(s) && class[s[i]]&digitClass != 0):
				continue // "U.S." is "US", and "7.62" is not "762"
			}
			w.add(c)
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if hyphen(r) {
			continue
		}
		if c := latin(r); c != 0 {
			w.add(c)
			continue
		}
		var buf [maxFold]byte
		for _, b := range appendFold(buf[:0], r) {
			w.add(b)
		}
	}
	if !w.any {
		return markKey(s)
	}
	return w.sum()
}

// markKey is the key of a mark that folds to nothing: every hyphen is one
// mark, and so is every apostrophe.
func markKey(s string) Key {
	w := hasher{h: mix0}
	for _, r := range s {
		switch {
		case hyphen(r):
			w.add('-')
		case apostrophe(r):
			w.add('\'')
		case r == '.':
			w.add('.')
		}
	}
	return w.sum()
}

// Fold is the folded form of s: lower case, without diacritics, apostrophes,
// soft hyphens and zero-width characters. Hyphens of every kind become "-",
// and full stops are kept.
func Fold(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'A' <= c && c <= 'Z':
				c += 'a' - 'A'
			case c == '\'' || c == '`':
				continue
			}
			b = append(b, c)
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if hyphen(r) {
			b = append(b, '-')
		} else {
			b = appendFold(b, r)
		}
		i += n
	}
	return string(b)
}

// foldLower is Fold(w) of a token without ASCII capitals. Marks, clitics and
// words that fold to themselves, which most are, cost no memory.
func foldLower(w string) string {
	switch w {
	case "“", "”", "„":
		return "\""
	case "–", "—", "−", "‑", "‐":
		return "-"
	}
	rest := w
	switch {
	case w[0] == '\'':
		rest = w[1:]
	case len(w) > 2 && w[:2] == "\xe2\x80" && (w[2] == 0x98 || w[2] == 0x99): // ‘ and ’
		rest = w[3:]
	}
	for i := 0; i < len(rest); i++ {
		if c := rest[i]; c >= utf8.RuneSelf || c == '\'' || c == '`' {
			return Fold(w)
		}
	}
	return rest
}

// lowerASCII is s with its ASCII capitals in lower case, of the same length.
func lowerASCII(s string) string {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	var out strings.Builder
	out.Grow(len(s))
	var b [256]byte
	for len(s) > 0 {
		n := min(len(s), len(b))
		i := 0
		for ; i+8 <= n; i += 8 {
			x := load(s, i)
			y := x &^ tops
			upper := (y + ones*(0x80-'A')) &^ (y + ones*(0x7F-'Z')) &^ x & tops
			binary.LittleEndian.PutUint64(b[i:], x|upper>>2)
		}
		for ; i < n; i++ {
			c := s[i]
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			b[i] = c
		}
		out.Write(b[:n])
		s = s[n:]
	}
	return out.String()
}

// latin folds the letters of Latin-1 that become one letter; 0 is any other.
func latin(r rune) byte {
	if r < 0xC0 || 0xFF < r {
		return 0
	}
	const letters = "aaaaaa\x00ceeeeiiiidnooooo\x00ouuuuy\x00\x00aaaaaa\x00ceeeeiiiidnooooo\x00ouuuuy\x00y"
	return letters[r-0xC0]
}

// maxFold is room for what one rune folds to.
const maxFold = 72

// appendFold appends what r folds to, which may be nothing.
func appendFold(b []byte, r rune) []byte {
	if c := latin(r); c != 0 {
		return append(b, c)
	}
	if invisible(r) || apostrophe(r) || r == 'ˈ' {
		return b
	}
	switch r { // what Unicode does not decompose
	case 'ß', 'ẞ':
		return append(b, "ss"...)
	case 'æ', 'Æ', 'ǽ', 'Ǽ':
		return append(b, "ae"...)
	case 'œ', 'Œ':
		return append(b, "oe"...)
	case 'ł', 'Ł':
		return append(b, 'l')
	case 'đ', 'Đ':
		return append(b, 'd')
	case 'þ', 'Þ':
		return append(b, "th"...)
	case 'ı':
		return append(b, 'i')
	case 'ə', 'Ə':
		return append(b, 'a')
	case 'ħ', 'Ħ':
		return append(b, 'h')
	case 'ŋ', 'Ŋ':
		return append(b, "ng"...)
	case 'ς':
		return append(b, "σ"...)
	case '½', '¼', '¾':
		return utf8.AppendRune(b, r)
	case '“', '”', '„', '‟', '«', '»':
		return append(b, '"')
	case '…':
		return append(b, "..."...)
	}
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	if d := norm.NFKD.Properties(buf[:n]).Decomposition(); d != nil {
		for len(d) > 0 {
			r, n := utf8.DecodeRune(d)
			d = d[n:]
			if hyphen(r) {
				b = append(b, '-') // as in "₋"
			} else {
				b = appendFold(b, r) // "‴" is three marks that fold to nothing
			}
		}
		return b
	}
	if unicode.Is(unicode.Mn, r) {
		return b
	}
	return utf8.AppendRune(b, unicode.ToLower(r))
}

// invisible reports whether r is seen through inside a word: soft hyphen,
// zero-width characters, joiners, bidirectional marks and variation selectors.
func invisible(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r == 0xAD, r == 0x61C, r == 0xFEFF,
		0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E, 0x2060 <= r && r <= 0x2069,
		0xFE00 <= r && r <= 0xFE0F:
		return true
	}
	return false
}

// hyphen reports whether r joins words: the hyphen, U+2010 to U+2015 and the
// minus sign.
func hyphen(r rune) bool {
	return r == '-' || 0x2010 <= r && r <= 0x2015 || r == 0x2212
}

// apostrophe reports whether r is one of the marks that English sources put
// for an apostrophe, a soft sign or an ayn.
func apostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', '`', 'ʻ', 'ʼ', 'ʾ', 'ʿ', 'ʹ', '′', '´', 'ʽ', '‛':
		return true
	}
	return false
}
