package table

import (
	"strings"
	"unicode"

	"github.com/sitrep-go/sitrep/internal/text"
)

// sounds brings the ways in which English writes one sound to one letter.
var sounds = strings.NewReplacer(
	"skyy", "ski", "skyi", "ski", "skiy", "ski", "sky", "ski",
	"kh", "h", "gh", "g", "dh", "d", "th", "t", "zh", "j", "ch", "c", "sh", "s", "ph", "f", "ts", "s", "dj", "j",
	"aw", "au", "ow", "u", "ou", "u", "oo", "u", "o", "u", "w", "u",
	"ay", "i", "ai", "i", "ey", "i", "ei", "i", "ee", "i", "ea", "i", "ie", "i", "iy", "i", "y", "i", "e", "i",
	"q", "k", "ck", "k", "c", "s",
)

// sound is the form in which names that are spelt alike meet: without the
// article, hyphens, doubled letters and a final h.
func sound(name string) string {
	var room [2][64]byte
	joined := room[0][:0]
	for w := range strings.FieldsFuncSeq(text.Fold(name), func(r rune) bool { return r == '-' || r == '.' || unicode.IsSpace(r) }) {
		switch w {
		case "al", "el", "as", "ash", "ad", "an", "at", "az", "ar", "adh", "ath", "es", "esh", "ed", "en", "et", "ez", "er", "ul", "the":
			continue
		}
		joined = append(joined, w...)
	}
	s := sounds.Replace(string(joined))
	b := room[1][:0]
	for i := 0; i < len(s); i++ {
		if i == 0 || s[i] != s[i-1] {
			b = append(b, s[i])
		}
	}
	s = strings.TrimSuffix(string(b), "h")
	s = strings.TrimSuffix(s, "a")
	// "-ovka" and "-ov" are the Russian "-ivka" and "-iv".
	s = strings.Replace(s, "uvk", "ivk", 1)
	if t, ok := strings.CutSuffix(s, "uv"); ok {
		s = t + "iv"
	}
	return s
}

// SoundKey is the key under which a table files a name by its sound; it is 0
// for a name too short to tell.
func SoundKey(name string) text.Key {
	s := sound(name)
	if len(s) < 4 {
		return 0
	}
	return text.KeyOf(s).Join(text.KeyOf("by sound"))
}
