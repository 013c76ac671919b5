package text

// lowered gives the lower case of s, which holds ASCII letters, in b. It is
// empty for other words and for words that no list below is long enough for.
func lowered(b *[16]byte, s string) []byte {
	if len(s) > len(b) {
		return nil
	}
	for i := 0; i < len(s); i++ {
		if class[s[i]]&alnum == 0 {
			return nil
		}
		b[i] = s[i] | 0x20
	}
	return b[:len(s)]
}

// An abbr tells what may follow an abbreviation and its full stop.
type abbr uint8

const (
	noAbbr abbr = iota
	// beforeName: a name or a number always follows, "Gen.", "vs.".
	beforeName
	// beforeNumber: an abbreviation only where a number follows, "No. 5".
	beforeNumber
	// placed: it ends a sentence only before a word of grammar, "on Main St. The".
	placed
	// closing: it often ends a sentence, "Acme Inc. Workers fled".
	closing

	// lowerCase is set beside the others where the abbreviation is written in
	// lower case too; "Mar." is March, "mar." is a word at its sentence's end.
	lowerCase abbr = 8
)

// abbreviation looks w up, in lower case.
func abbreviation(w string) abbr {
	switch w {
	case "adm", "amb", "asst", "atty", "brig", "capt", "cdr", "cmdr", "cmdt", "col", "comdr", "cpl",
		"cpt", "det", "dr", "ens", "fr", "gen", "gov", "hon", "insp", "lcpl", "lt", "ltc", "maj", "md",
		"messrs", "mohd", "mr", "mrs", "ms", "msgr", "msgt", "pfc", "pres", "prof", "pvt", "rep",
		"reps", "rev", "sen", "sens", "sfc", "sgt", "spc", "spec", "ssgt", "supt", "tsgt", "bde",
		"regt", "adj", "sqn", "mme":
		return beforeName
	case "approx", "ca", "cf", "vs", "viz", "v":
		return beforeName | lowerCase
	case "no", "nos", "pp", "para", "vol", "fig", "sec", "ch", "art", "rs":
		return beforeNumber | lowerCase
	case "st", "ste", "mt", "mts", "bldg", "prov", "univ", "hwy", "rte", "jr", "sr", "ala", "ga", "ind",
		"la", "op", "bn":
		return placed
	case "dept", "dist", "subsp", "sq", "ref", "al", "est":
		return placed | lowerCase
	case "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri",
		"ave", "blvd", "rd", "inc", "ltd", "co", "corp", "bros",
		"ariz", "ark", "calif", "colo", "conn", "del", "fla", "ill", "kan", "ky", "mass", "mich",
		"minn", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "penn", "tenn", "tex", "va", "vt",
		"wash", "wis", "wyo":
		return closing
	case "etc", "km", "kg", "ext":
		return closing | lowerCase
	case "ft":
		return closing | lowerCase
	}
	return noAbbr
}

// abbreviated gives what kind of abbreviation the letters s[i:j] before a full
// stop are.
func abbreviated(s string, i, j int, c Case) abbr {
	var b [16]byte
	a := abbreviation(string(lowered(&b, s[i:j])))
	if a == noAbbr || c == Lower && a&lowerCase == 0 || c == Mixed {
		return noAbbr
	}
	a &^= lowerCase
	if a == beforeNumber {
		if k := skipSpaces(s, j+1); k >= len(s) || class[s[k]]&digitClass == 0 {
			return noAbbr
		}
	}
	if c == Title && s[i:j] == "Ft" {
		return placed // "Ft. Hood", but "30 ft. Rescuers"
	}
	return a
}

// opener reports whether w is a word of grammar: with a capital it begins a
// sentence, for no name begins with it.
func opener(w string) bool {
	var b [16]byte
	switch string(lowered(&b, w)) {
	case "the", "a", "an", "in", "on", "at", "it", "he", "she", "they", "we", "i", "you", "this",
		"that", "these", "those", "there", "here", "his", "her", "its", "their", "our", "my", "your",
		"and", "but", "or", "nor", "so", "yet", "as", "after", "before", "when", "while", "if",
		"although", "though", "since", "because", "however", "meanwhile", "moreover", "also",
		"another", "some", "many", "most", "no", "not", "according", "for", "from", "with", "without",
		"by", "to", "of", "under", "over", "during", "amid", "despite", "until", "unless", "what",
		"where", "who", "whose", "how", "why", "which", "whether", "more", "much", "such", "few", "less", "fewer", "both",
		"other", "others", "either", "neither", "today", "yesterday", "tonight",
		"each", "every", "all", "none", "nobody", "everyone", "several", "dozens", "hundreds",
		"thousands", "scores", "earlier", "later", "then", "now", "thus", "still", "instead", "once",
		"only", "even", "just", "nearly", "almost", "about", "around", "witnesses", "footage",
		"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"twenty", "thirty", "forty", "fifty":
		return true
	}
	return false
}

// clock reports whether w goes on with a time of day behind "a.m." or "p.m.":
// a day, a month or a zone.
func clock(w string) bool {
	var b [16]byte
	switch string(lowered(&b, w)) {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
		"tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "january", "february", "march",
		"april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"gmt", "utc", "est", "edt", "et", "cst", "cdt", "ct", "pst", "pdt", "pt", "mst", "bst", "cet",
		"cest", "eet", "eest", "msk", "ist", "aest", "jst", "kst", "eastern", "central", "pacific",
		"greenwich":
		return true
	}
	return false
}

// speech reports whether w tells that somebody spoke.
func speech(w string) bool {
	var b [16]byte
	switch string(lowered(&b, w)) {
	case "said", "says", "asked", "asks", "told", "wrote", "shouted", "added", "cried", "yelled",
		"screamed", "replied", "exclaimed", "recalled", "posted", "tweeted":
		return true
	}
	return false
}
