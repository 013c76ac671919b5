package text

// address gives where the web or mail address that begins at i ends, or 0.
// Addresses are one token, so that their digits are no numbers and their full
// stops end no sentence.
func (sc *scanner) address(i int) int {
	s := sc.s
	if i < sc.chain {
		return 0
	}
	j := i
	for j < len(s) && (class[s[j]]&alnum != 0 || s[j] == '.' || s[j] == '-' || s[j] == '_' || s[j] == '%' || s[j] == '+') {
		j++
	}
	sc.chain = j
	if j+3 < len(s) && s[j] == ':' && s[j+1] == '/' && s[j+2] == '/' && scheme(s[i:j]) {
		if end := pathEnd(s, j+3); end > j+3 {
			return end
		}
		return 0
	}
	if j < len(s) && s[j] == '@' && j > i {
		k := j + 1
		dots := 0
		for k < len(s) && (class[s[k]]&alnum != 0 || s[k] == '.' || s[k] == '-') {
			if s[k] == '.' && k+1 < len(s) && class[s[k+1]]&alnum != 0 {
				dots++
			}
			k++
		}
		for k > j+1 && class[s[k-1]]&alnum == 0 {
			k--
		}
		if dots > 0 && class[s[j+1]]&alnum != 0 {
			return k
		}
		return 0
	}
	end := j
	for end > i && class[s[end-1]]&alnum == 0 {
		end--
	}
	dot := end - 1
	for dot > i && s[dot] != '.' {
		dot--
	}
	if dot <= i || class[s[dot-1]]&alnum == 0 {
		return 0
	}
	slash := end < len(s) && s[end] == '/' && end+1 < len(s) && class[s[end+1]]&alnum != 0
	var b [16]byte
	top := string(lowered(&b, s[dot+1:end]))
	if top != s[dot+1:end] && !isUpper(s[dot+1:end]) {
		return 0
	}
	if !(topLevel(top) || slash && wordyTopLevel(top) || end-i > 6 && s[i:i+4] == "www.") {
		return 0
	}
	if slash {
		return pathEnd(s, end)
	}
	return end
}

func scheme(s string) bool {
	var b [16]byte
	switch string(lowered(&b, s)) {
	case "http", "https", "ftp", "tg", "file":
		return true
	}
	return false
}

// pathEnd is where the address whose path begins at i ends: before white
// space, a quotation mark or an angle bracket, and before the marks of the
// sentence around it.
func pathEnd(s string, i int) int {
	j := i
	open := false
	for j < len(s) && class[s[j]]&(spaceClass|breakClass|highClass) == 0 && s[j] != '"' && s[j] != '<' && s[j] != '>' {
		if s[j] == '(' {
			open = true
		}
		j++
	}
	for j > i {
		switch s[j-1] {
		case '.', ',', ';', ':', '!', '?', '\'', '`', ']', '}', '*', '_':
			j--
			continue
		case ')':
			if !open {
				j--
				continue
			}
		}
		break
	}
	return j
}

// topLevel reports whether s ends names of sites, or of files, and is no
// English word that could follow a full stop without a space.
func topLevel(s string) bool {
	switch s {
	case "com", "org", "net", "info", "gov", "edu", "mil", "biz", "int", "news", "uk", "ua", "ru",
		"de", "fr", "eu", "ca", "au", "nz", "za", "ps", "il", "ir", "iq", "sy", "lb", "jo", "sa",
		"ae", "tr", "eg", "ng", "ke", "et", "sd", "pk", "af", "ph", "jp", "cn", "kr", "tw", "pl",
		"cz", "ro", "es", "pt", "nl", "ch", "se", "fi", "gr", "br", "mx", "tv", "io", "ly", "fm",
		"html", "htm", "php", "pdf", "jpg", "jpeg", "png", "gif", "mp4", "doc", "docx", "csv":
		return true
	}
	return false
}

// wordyTopLevel reports whether s is a country's code that is a word as well.
func wordyTopLevel(s string) bool {
	switch s {
	case "me", "in", "is", "it", "at", "to", "us", "my", "no", "so", "be", "co", "am", "by", "gd", "app":
		return true
	}
	return false
}
