package main

import "strings"

// The usual ways to write Ukrainian and Russian names in English: the
// Ukrainian national system of 2010, and the plain one of news agencies.
var (
	ukrainian = strings.NewReplacer("зг", "zgh", "а", "a", "б", "b", "в", "v", "г", "h", "ґ", "g", "д", "d", "е", "e", "є", "ie", "ж", "zh", "з", "z", "и", "y", "і", "i", "ї", "i", "й", "i",
		"к", "k", "л", "l", "м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ф", "f", "х", "kh", "ц", "ts", "ч", "ch", "ш", "sh", "щ", "shch", "ь", "", "ю", "iu", "я", "ia",
		"'", "", "’", "", "ʼ", "", "ъ", "", "ы", "y", "э", "e", "ё", "o")
	russian = strings.NewReplacer("ый", "y", "ий", "y", "а", "a", "б", "b", "в", "v", "г", "g", "д", "d", "е", "e", "ё", "yo", "ж", "zh", "з", "z", "и", "i", "й", "y",
		"к", "k", "л", "l", "м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u", "ф", "f", "х", "kh", "ц", "ts", "ч", "ch", "ш", "sh", "щ", "shch", "ъ", "", "ы", "y", "ь", "", "э", "e", "ю", "yu", "я", "ya",
		"і", "i", "ї", "yi", "є", "ye", "ґ", "g")
)

// romanised are the ways English writes a Cyrillic name of a language; none
// for other scripts and languages.
func romanised(lang, s string) []string {
	for _, r := range s {
		if r > 0x7f && (r < 0x400 || r > 0x52f) && r != '’' && r != 'ʼ' {
			return nil
		}
	}
	s = strings.ToLower(s)
	switch lang {
	case "ukr":
		t := ukrainian.Replace(s)
		// Word-initial letters differ: "Yasynuvata", "Yenakiieve".
		var words []string
		for _, w := range strings.Fields(s) {
			for from, to := range map[string]string{"я": "ya", "ю": "yu", "є": "ye", "ї": "yi", "й": "y"} {
				if rest, ok := strings.CutPrefix(w, from); ok {
					w = to + rest
					break
				}
			}
			words = append(words, ukrainian.Replace(w))
		}
		if u := strings.Join(words, " "); u != t {
			return []string{title(u)}
		}
		return []string{title(t)}
	case "rus":
		t := russian.Replace(s)
		// "Yenakievo", "Avdeyevka": a vowel before е, or none, asks for a y.
		u := softE(s)
		if u != t {
			return []string{title(t), title(u)}
		}
		return []string{title(t)}
	}
	return nil
}

// softE is the Russian spelling with "ye" for е at the head of a word and
// after a vowel or a sign.
func softE(s string) string {
	var b strings.Builder
	prev := ' '
	for _, r := range s {
		if r == 'е' && strings.ContainsRune(" -аеёиоуыэюяьъ", prev) {
			b.WriteString("ye")
		} else {
			b.WriteRune(r)
		}
		prev = r
	}
	return russian.Replace(b.String())
}

func title(s string) string {
	w := strings.Fields(s)
	for i := range w {
		w[i] = strings.ToUpper(w[i][:1]) + w[i][1:]
	}
	return strings.Join(w, " ")
}
