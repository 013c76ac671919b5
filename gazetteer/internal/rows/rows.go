// Package rows reads the text forms in which places are written by hand or
// published: the one-name-a-line files of the gazetteer and the country dumps
// of GeoNames.
package rows

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// Row is one place, or more names for one that is known already.
type Row struct {
	File string
	Line int
	Name string
	// More is set where the row gives further names to a known place,
	// "Kyiv = Kiev"; it then has no class and no position.
	More bool
	// Within narrows a row of further names to a division, "Artemivka @
	// Donetsk = Artemovka".
	Within   string
	Class    string
	Lat, Lon float64
	Country  string
	Others   []Name
	// Maybe is set where Name is also a word, a person or a firm.
	Maybe      bool
	Population int
	ID         uint32
	Admin1     string
	Admin2     string
}

// Name is one more name of a place.
type Name struct {
	Text  string
	Maybe bool
}

// Classes are the words for what a place is, as files write them. The
// position of each is its number in a table, and "" has none.
var Classes = [...]string{
	"", "country", "admin1", "admin2", "admin3", "city", "village", "quarter", "camp", "region",
	"water", "base", "airport", "port", "plant", "dam", "crossing", "mountain", "island", "site",
	"continent", "demonym",
}

// ClassNumber is the number of class, and false for a word that is none.
func ClassNumber(class string) (uint8, bool) {
	for i, c := range Classes {
		if c == class && i > 0 {
			return uint8(i), true
		}
	}
	return 0, false
}

// Parse reads a file of places. It gives every row that can be read, and one
// error that joins all faults, each as "file:line: what to write".
func Parse(file, s string) ([]Row, error) {
	if i := strings.IndexByte(s, '\n'); strings.Count(s[:max(0, min(i, len(s)))], "\t") >= 14 || i < 0 && strings.Count(s, "\t") >= 14 {
		return parseDump(file, s)
	}
	var out []Row
	var faults []error
	country := ""
	line := 0
	for l := range strings.Lines(s) {
		line++
		fault := func(format string, args ...any) {
			faults = append(faults, fmt.Errorf("%s:%d: %s", file, line, fmt.Sprintf(format, args...)))
		}
		l = strings.TrimSpace(l)
		if line == 1 {
			l = strings.TrimPrefix(l, "\ufeff")
		}
		if l == "" || l[0] == '#' {
			continue
		}
		if c, ok := strings.CutPrefix(l, "country "); ok && !strings.ContainsAny(c, ";=") {
			c = strings.TrimSpace(c)
			if c == "-" {
				country = ""
			} else if len(c) != 2 || strings.ToUpper(c) != c {
				fault("%q is no country: write two capitals, as \"country UA\", or \"country -\" for the seas", c)
			} else {
				country = c
			}
			continue
		}
		r := Row{File: file, Line: line, Country: country}
		if name, others, ok := strings.Cut(l, "="); ok && !strings.Contains(name, ";") {
			r.More = true
			name, within, _ := strings.Cut(name, "@")
			r.Name, r.Maybe = cutMaybe(name)
			r.Within = strings.TrimSpace(within)
			r.Others = names(others)
			if r.Name == "" || len(r.Others) == 0 && !r.Maybe {
				fault("write \"Name = Other name, Other name\"")
				continue
			}
			out = append(out, r)
			continue
		}
		f := strings.Split(l, ";")
		if len(f) < 3 || len(f) > 4 {
			fault("write \"Name; class; latitude longitude; Other name, Other name\" or \"Name = Other name\"")
			continue
		}
		r.Name, r.Maybe = cutMaybe(f[0])
		r.Class = strings.TrimSpace(f[1])
		if r.Name == "" {
			fault("the name is missing before the first semicolon")
			continue
		}
		if _, ok := ClassNumber(r.Class); !ok {
			fault("%q is no class: write one of %s", r.Class, strings.Join(Classes[1:], ", "))
			continue
		}
		lat, lon, err := point(f[2])
		if err != nil {
			fault("%v", err)
			continue
		}
		r.Lat, r.Lon = lat, lon
		if len(f) == 4 {
			r.Others = names(f[3])
		}
		out = append(out, r)
	}
	return out, errors.Join(faults...)
}

func cutMaybe(s string) (string, bool) {
	s = strings.TrimSpace(s)
	name, ok := strings.CutPrefix(s, "maybe ")
	return strings.TrimSpace(name), ok
}

func names(s string) []Name {
	var out []Name
	for _, n := range strings.Split(s, ",") {
		if n, maybe := cutMaybe(n); n != "" {
			out = append(out, Name{n, maybe})
		}
	}
	return out
}

func point(s string) (lat, lon float64, err error) {
	f := strings.Fields(s)
	if len(f) != 2 {
		return 0, 0, fmt.Errorf("%q is no position: write latitude and longitude in degrees, as \"50.45 30.52\"", strings.TrimSpace(s))
	}
	lat, err1 := strconv.ParseFloat(f[0], 64)
	lon, err2 := strconv.ParseFloat(f[1], 64)
	if err1 != nil || err2 != nil || !(lat >= -90 && lat <= 90) || !(lon >= -180 && lon <= 180) {
		return 0, 0, fmt.Errorf("%q is no position: write latitude and longitude in degrees, as \"50.45 30.52\"", strings.TrimSpace(s))
	}
	return lat, lon, nil
}

// parseDump reads a country dump of GeoNames: 19 columns apart by tabs.
func parseDump(file, s string) ([]Row, error) {
	var out []Row
	var faults []error
	line := 0
	for l := range strings.Lines(s) {
		line++
		f := strings.Split(strings.TrimRight(l, "\r\n"), "\t")
		if len(f) == 1 && f[0] == "" {
			continue
		}
		if len(f) < 15 {
			faults = append(faults, fmt.Errorf("%s:%d: %d columns, where a dump of GeoNames has 19", file, line, len(f)))
			continue
		}
		class := DumpClass(f[6], f[7])
		if class == "" {
			continue
		}
		id, err := strconv.ParseUint(f[0], 10, 31)
		if err != nil {
			faults = append(faults, fmt.Errorf("%s:%d: %q is no GeoNames number", file, line, f[0]))
			continue
		}
		lat, lon, err := point(f[4] + " " + f[5])
		if err != nil {
			faults = append(faults, fmt.Errorf("%s:%d: %v", file, line, err))
			continue
		}
		pop, _ := strconv.Atoi(f[14])
		r := Row{File: file, Line: line, Name: f[1], Class: class, Lat: lat, Lon: lon, Country: f[8], Population: max(0, pop), ID: uint32(id)}
		if len(r.Country) != 2 {
			r.Country = ""
		}
		for _, n := range append([]string{f[2]}, strings.Split(f[3], ",")...) {
			if n = strings.TrimSpace(n); n != "" && n != r.Name && Latin(n) {
				r.Others = append(r.Others, Name{Text: n})
			}
		}
		out = append(out, r)
	}
	return out, errors.Join(faults...)
}

// DumpClass is the class of a feature class and code of GeoNames; it is empty
// for what is no place of news.
func DumpClass(class, code string) string {
	switch class {
	case "A":
		switch code {
		case "ADM1":
			return "admin1"
		case "ADM2":
			return "admin2"
		case "ADM3", "ADM4":
			return "admin3"
		case "PCLI", "PCLD", "PCLS", "PCL", "PCLIX", "TERR":
			return "country"
		}
	case "P":
		switch {
		case code == "PPLX":
			return "quarter"
		case code == "PPLQ" || code == "PPLH" || code == "PPLW":
			return ""
		case strings.HasPrefix(code, "PPLA") || code == "PPLC":
			return "city"
		}
		return "village"
	case "H":
		return "water"
	case "T":
		if strings.HasPrefix(code, "ISL") {
			return "island"
		}
		return "mountain"
	case "L":
		switch code {
		case "RGN", "AREA", "RGNH":
			return "region"
		case "PRT":
			return "port"
		}
	case "S":
		switch code {
		case "AIRP", "AIRF":
			return "airport"
		case "AIRB", "INSM":
			return "base"
		case "DAM":
			return "dam"
		case "PSN", "PS", "PSH":
			return "plant"
		}
	}
	return ""
}

// Latin reports whether s is written in Latin letters.
func Latin(s string) bool {
	letters := false
	for _, r := range s {
		if unicode.IsLetter(r) {
			if !unicode.Is(unicode.Latin, r) && r != 'ʻ' && r != 'ʼ' && r != 'ʾ' && r != 'ʿ' && r != 'ʹ' && r != 'ʽ' && r != 'ˈ' {
				return false
			}
			letters = true
		}
	}
	return letters
}
