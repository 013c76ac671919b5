package table

import (
	"strings"

	"github.com/sitrep-go/sitrep/internal/text"
)

// Rough is the form in which two spellings of one name meet that agree in
// little but their consonants, as "Til Rifet" and "Tall Rif‘at"; it is too rough
// for a name that may lie anywhere. With vowels set, it keeps where vowels
// stand.
func Rough(dst []byte, name string, vowels bool) []byte {
	fold := name
	for i := range len(name) {
		if name[i] >= 0x80 || name[i] == '\'' || name[i] == '`' {
			fold = text.Fold(name)
			break
		}
	}
	start := len(dst)
	add := func(c byte) {
		if len(dst) == start || dst[len(dst)-1] != c {
			dst = append(dst, c)
		}
	}
	for w := range strings.FieldsFuncSeq(fold, func(r rune) bool { return r == ' ' || r == '-' || r == '.' }) {
		if isArticle(w) {
			continue
		}
		for i := 0; i < len(w); i++ {
			c := w[i] | 0x20
			next := byte(0)
			if i+1 < len(w) {
				next = w[i+1] | 0x20
			}
			switch c {
			case 'a', 'e', 'i', 'o', 'u', 'y', 'w':
				if vowels {
					add('a')
				}
				continue
			case 'q':
				c = 'k'
			case 'c':
				switch {
				case next == 'h':
					c = 's'
					i++
				case next == 'k':
					c = 'k'
					i++
				case next == 'e' || next == 'i':
					c = 's'
				default:
					c = 'k'
				}
			case 's', 't', 'd', 'g', 'k', 'z', 'p':
				if next == 'h' {
					switch i++; c {
					case 'k':
						c = 'h'
					case 'p':
						c = 'f'
					case 'z':
						c = 'j'
					}
				}
			case 'h':
				if i+1 == len(w) {
					continue
				}
			default:
				if c < 'a' || c > 'z' {
					continue
				}
			}
			add(c)
		}
	}
	if n := len(dst); vowels && n > start && dst[n-1] == 'a' {
		dst = dst[:n-1]
	}
	return dst
}

func isArticle(w string) bool {
	if len(w) > 3 || len(w) < 2 {
		return false
	}
	switch strings.ToLower(w) {
	case "al", "el", "as", "ash", "ad", "an", "at", "az", "ar", "adh", "ath", "es", "esh", "ed", "en", "et", "ez", "er", "ul", "the":
		return true
	}
	return false
}
