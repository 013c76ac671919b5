package gazetteer

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"github.com/sitrep-go/sitrep/gazetteer/internal/table"
	"github.com/sitrep-go/sitrep/internal/text"
)

// Match is a name of the gazetteer that stands in a text. Its bytes are
// text[Start:End].
type Match struct {
	Start, End int
	Candidates
}

// maxWords is the most words that a name has.
const maxWords = 7

// Find gives the names of the embedded gazetteer that stand in s.
func Find(s string) iter.Seq[Match] { return Default().Find(s) }

// Find gives the names that stand in s, from left to right, the longest
// first; none overlap. Only capitalised names are looked for. Whether a name
// is meant for a place, and which, is not told: "Jordan said" is a match.
func (g *Gazetteer) Find(s string) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		for i := 0; i < len(s); {
			i = nextName(s, i)
			if i >= len(s) {
				return
			}
			m, next := g.longest(s, i)
			if m.n > 0 && !yield(m) {
				return
			}
			i = next
		}
	}
}

// letterOf says of each byte whether it is part of a word (1), a capital that
// may begin one (2), or part of a longer character (3).
var letterOf = func() (t [256]uint8) {
	for c := range t {
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			t[c] = 1
		case 'A' <= c && c <= 'Z':
			t[c] = 2
		case c >= utf8.RuneSelf:
			t[c] = 3
		}
	}
	return
}()

// nextName is where the next capitalised word begins at or after i; i must
// stand between words.
func nextName(s string, i int) int {
	in := false // inside a word
	for i < len(s) {
		switch letterOf[s[i]] {
		case 0:
			in = false
		case 1:
			// The rest of the word.
			for i++; i < len(s) && (letterOf[s[i]] == 1 || letterOf[s[i]] == 2 || s[i] == '\''); i++ {
			}
			in = true
			continue
		case 2:
			if !in {
				return i
			}
		case 3:
			r, n := utf8.DecodeRuneInString(s[i:])
			if unicode.IsLetter(r) {
				if !in && unicode.IsUpper(r) {
					return i
				}
				in = true
			} else if r != '’' {
				in = false
			}
			i += n
			continue
		}
		i++
	}
	return i
}

// longest looks up the longest name that begins at i, and gives where to look
// on.
func (g *Gazetteer) longest(s string, i int) (Match, int) {
	best := Match{Start: i}
	k := text.Key(0)
	j, next := i, 0
	for n := range maxWords {
		end := wordEnd(s, j)
		if end == j {
			break
		}
		if n == 0 {
			next = end
			k = text.KeyOf(s[j:end])
		} else {
			k = k.Join(text.KeyOf(s[j:end]))
		}
		if c := g.Candidates(k); c.n > 0 {
			best.End, best.Candidates, next = end, c, end
		}
		// One space, hyphen or abbreviating full stop may stand between words.
		j = end
		if j < len(s) && s[j] == '.' && end-i <= 3 && n == 0 {
			j++
		}
		if j >= len(s) || s[j] != ' ' && s[j] != '-' {
			break
		}
		j++
		if n > 0 && !upperAt(s, j) && j-end == 1 && !small(s, j) {
			break
		}
		if n == 0 && !upperAt(s, j) && !small(s, j) {
			break
		}
	}
	return best, next
}

// small reports whether a short word in lower case stands at i, as within
// "Fuerte de la Cruz".
func small(s string, i int) bool { return wordEnd(s, i)-i <= 3 }

func upperAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r)
}

// wordEnd is where the word at i ends, without a final 's.
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
		switch {
		case unicode.IsLetter(r), unicode.Is(unicode.Mn, r):
		case r == '\'', r == '`', r == '’', r == '‘', r == 'ʻ', r == 'ʼ', r == 'ʾ', r == 'ʿ':
			after, m := utf8.DecodeRuneInString(s[j+n:])
			if j == i || !unicode.IsLetter(after) {
				return j
			}
			if next, _ := utf8.DecodeRuneInString(s[j+n+m:]); after == 's' && !unicode.IsLetter(next) {
				return j
			}
		default:
			return j
		}
		j += n
	}
	return j
}

// Alike gives the settlement within km of a point, in the division admin1 where
// one is told, whose usual name is spelt like name but for the vowels and the
// ways to write a sound: "Til Rifet" near Aleppo is Tall Rif‘at. Names of few
// consonants must agree in where the vowels stand. Of several it gives one that
// agrees in that, else the nearest. That much tells no name that may lie
// anywhere, so km should be small.
func (g *Gazetteer) Alike(name, admin1 string, lat, lon, km float64) (Candidate, bool) {
	var room [4][48]byte
	bones, whole := table.Rough(room[0][:0], name, false), table.Rough(room[1][:0], name, true)
	if len(bones) < 2 || len(whole) < 4 {
		return Candidate{}, false
	}
	best, nearest, agrees := Candidate{}, km, false
	for _, t := range g.tables {
		t.Near(lat, lon, km, func(i int) bool {
			if c := classes[min(int(t.Class(i)), len(classes)-1)]; !c.Settlement() {
				return true
			}
			plat, plon := t.Point(i)
			d := Distance(lat, lon, plat, plon)
			if d > km || d > nearest && agrees {
				return true
			}
			other := t.Name(i)
			same := string(table.Rough(room[3][:0], other, true)) == string(whole)
			if !same && (agrees || d > nearest || len(bones) < 4 || string(table.Rough(room[2][:0], other, false)) != string(bones)) {
				return true
			}
			if admin1 != "" && t.Admin1(i) != admin1 {
				return true
			}
			best, nearest, agrees = Candidate{t, i}, d, same
			return true
		})
	}
	return best, best.t != nil
}
