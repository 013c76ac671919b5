package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// offset64 and prime64 are the parameters of the 64-bit FNV-1a hash.
const (
	offset64 = 14695981039346656037
	prime64  = 1099511628211
)

// Key is the hash of a word's folded form. Words that differ only in case,
// diacritics, apostrophes, soft hyphens or zero-width characters share a Key.
// The zero Key belongs to no word.
type Key uint64

// Join is the key of two words standing next to each other. It is not
// commutative, and Join(Join(a, b), c) is the key of the three in a row.
func (k Key) Join(next Key) Key {
	h := (uint64(k) ^ 0x9e3779b97f4a7c15) * 0xff51afd7ed558ccd
	h ^= h >> 32
	return Key((h + uint64(next)) * prime64)
}

// KeyOf is the key of s taken as one word.
func KeyOf(s string) Key { return hash(s) }

func hash(s string) Key {
	h := uint64(offset64)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'A' <= c && c <= 'Z':
				c += 'a' - 'A'
			case c == '\'' || c == '`' || c == '-':
				continue
			}
			h = (h ^ uint64(c)) * prime64
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		for _, b := range []byte(foldRune(r)) {
			h = (h ^ uint64(b)) * prime64
		}
		i += n
	}
	// FNV mixes its high bits poorly for short words; tables index by them.
	h ^= h >> 29
	return Key(h)
}

// Fold is the folded form of s: lower case, without diacritics, apostrophes,
// soft hyphens and zero-width characters. Hyphens are kept.
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
			b = append(b, foldRune(r)...)
		}
		i += n
	}
	return string(b)
}

// special folds the letters that Unicode does not decompose.
var special = map[rune]string{
	'ß': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ø': "o", 'Ø': "o",
	'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d", 'ð': "d", 'Ð': "d", 'þ': "th", 'Þ': "th",
	'ı': "i", 'ə': "a", 'Ə': "a", 'ħ': "h", 'Ħ': "h", 'ŋ': "ng", 'Ŋ': "ng",
	'’': "", '‘': "", 'ʻ': "", 'ʼ': "", 'ʾ': "", 'ʿ': "", 'ʹ': "", '′': "", '´': "", 'ˈ': "", 'ʽ': "", '‛': "",
	'½': "½", '¼': "¼", '¾': "¾",
}

func foldRune(r rune) string {
	if invisible(r) || hyphen(r) {
		return ""
	}
	if s, ok := special[r]; ok {
		return s
	}
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	if d := norm.NFKD.Properties(buf[:n]).Decomposition(); d != nil {
		out := make([]byte, 0, len(d))
		for len(d) > 0 {
			r, n := utf8.DecodeRune(d)
			d = d[n:]
			if !unicode.Is(unicode.Mn, r) {
				out = utf8.AppendRune(out, unicode.ToLower(r))
			}
		}
		return string(out)
	}
	if unicode.Is(unicode.Mn, r) {
		return ""
	}
	return string(unicode.ToLower(r))
}

// invisible reports whether r is seen through inside a word: soft hyphen,
// zero-width characters, joiners, bidirectional marks and variation selectors.
func invisible(r rune) bool {
	switch {
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
