package extract

import (
	"math"
	"math/bits"
	"slices"
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer"
	"github.com/sitrep-go/sitrep/internal/text"
)

// placeUse says what a place's name is used for. The zero value is a place.
type placeUse uint8

const (
	usedAsPlace   placeUse = iota
	usedAsActor            // "Moscow denied", "Israel's army", "Iran-backed": a government
	usedAsPeople           // "Ukrainian", "Gazans"
	usedInName             // "University of Hartford", "Odesa brigade": part of another name
	usedInStreet           // "Kherson Street"
	usedInPaper            // "Washington Post"
	usedAsPerson           // "Jordan Smith said"
	usedElsewhere          // a word, a club, a ship
)

// place is a name of the gazetteer in a document, and what it is taken for.
type place struct {
	// first and last bound the tokens of the name, half-open, with the
	// capitalised word for what it is: "Kherson Oblast".
	first, last int
	// from is the first token of the words that relate to the name, "15 km
	// south of"; it is first where there are none.
	from int
	// at is the place that is meant; the zero Place where none fits.
	at  gazetteer.Place
	use placeUse
	// relation is in, near, between, border, or a bearing with distance,
	// "15 km south of".
	relation string
	// point is the position told: that of at, or moved from it.
	point     event.Point
	radiusKm  float64
	precision event.PlacePrecision
	// with is the index of the other place of "between A and B" and of "the
	// A–B road", or -1.
	with int
	// in is the index of the place that narrows this one, as the oblast of
	// "Bakhmut, Donetsk Oblast", or -1.
	in int

	name    *placeName
	fits    placeWord // what the words beside it say it is
	located bool      // a preposition or word of place stands before it
	// described is set where the words behind it say what it is: "a village in".
	described bool
	doubt     bool // a word or a person as well; a place only if it is one elsewhere
	own       int  // the candidate that its own qualifier chose, or -1
	sent      int
	quals     []int32
	// elsewhere is set where the gazetteer's places of the name lie too far
	// from what is said to hold it, so that it is known by that alone.
	elsewhere bool
}

// placeName is one name and what it may mean; all its uses in an article
// mean the same, unless a qualifier stands beside one.
type placeName struct {
	key    text.Key
	fits   placeWord
	cands  []placeCandidate
	maybe  bool
	from   gazetteer.Candidates
	told   int // times it stands for a place
	sure   int // times words beside it say that it is one
	places []int32
	// best is the index of the candidate chosen, or -1.
	best int
	at   gazetteer.Place // of best, once read
	long bool            // of several words
	// unlisted is set for a name that the gazetteer lacks, and within is the
	// class of what is told to hold it.
	unlisted bool
	within   gazetteer.Class
	sound    bool // found by its sound
}

type placeCandidate struct {
	gazetteer.Candidate
	class   gazetteer.Class
	country string
	admin1  string
	// inCountry and inAdmin1 number the country and the division in this
	// article; 0 is none.
	inCountry, inAdmin1 int32
	lat, lon            float64
	prior               float64
	score               float64
	weight              float64 // share of the name's belief, 0 to 1
}

// maxPlaceWords is the most words a place's name has.
const maxPlaceWords = 7

// maxCandidates bounds the places considered for one name; there are hundreds
// of villages in Sudan and Syria with the commonest names.
const maxCandidates = 40

// places is the stage while it runs.
type places struct {
	*reading
	g       *gazetteer.Gazetteer
	is      []placeWord // what each token is
	list    []place
	names   map[placeNameKey]*placeName
	order   []*placeName
	lowered []uint64 // bitmap of the keys of words in lower case
	persons map[text.Key]bool
	ids     divisionIDs
	anchors []anchor
	// tellers are the words so far that tell a country, each once, and told is
	// how much they say for each.
	tellers []text.Key
	told    []countryTold
	looked  int  // how many names were looked for by their consonants
	bySound bool // the name matched last was found by its sound

	// absent holds keys that are no name of g, each at its low bits, through
	// all articles: most runs of words that are looked up are looked up again.
	absent *[2048]text.Key
	// found is the same of keys that are one, for some names are borne by so
	// many places that to count them takes long.
	found *[256]foundName
	// known keeps what the names read last mean through all articles: the same
	// names are in the news.
	known    *knownNames
	kept     []place     // the memory of the list before the last
	nameRoom []placeName // the names so far, or the last of them
	shares   []float64   // of round
}

type foundName struct {
	key text.Key
	gazetteer.Candidates
}

// A knownName is a name with what it may mean, apart from any article. The
// places are read when first asked for.
type knownName struct {
	placeNameKey
	cands  []placeCandidate
	places []gazetteer.Place
}

// knownNames are names, each at the low bits of its key.
type knownNames [512]knownName

type placeNameKey struct {
	key  text.Key
	fits placeWord
}

// findPlaces reads the names of places in the document: which names stand
// there, what each is used for, which place is meant, and where the words
// about it put what is told.
//
// A name means what the words beside it say ("Bakhmut, Donetsk Oblast", "the
// village of Inzhenerne in Kherson region"); else what agrees with the other
// places of the article; else the most prominent. All uses of a name in an
// article mean the same place. No position is made up: without one in the
// gazetteer there is no place, and only a bearing and distance, or a second
// place, move a point.
func findPlaces(r *reading) []place {
	f := r.placesRoom
	if f == nil {
		f = &places{}
		r.placesRoom = f
	}
	f.reuse(r)
	f.collect()
	if len(f.list) == 0 {
		return nil
	}
	f.qualify()
	f.resolve()
	f.settle()
	f.relate()
	return f.list
}

// mostKept bounds the maps that are emptied for the next article; to empty a
// larger one costs more than to make one.
const mostKept = 128

// reuse readies f for r in the memory of the article before.
func (f *places) reuse(r *reading) {
	if f.absent == nil || f.g != r.world {
		f.absent, f.found, f.known = new([2048]text.Key), new([256]foundName), new(knownNames)
	}
	*f = places{reading: r, g: r.world, absent: f.absent, found: f.found, known: f.known, is: f.is, list: f.list[:0], kept: f.kept[:0], names: f.names, order: f.order[:0], lowered: f.lowered,
		persons: f.persons, ids: divisionIDs{f.ids.list[:0], f.ids.at}, anchors: f.anchors[:0], tellers: f.tellers[:0], told: f.told[:0], nameRoom: f.nameRoom[:0], shares: f.shares}
	if len(f.names) > mostKept || f.names == nil {
		f.names = map[placeNameKey]*placeName{}
	}
	if len(f.persons) > mostKept || f.persons == nil {
		f.persons = map[text.Key]bool{}
	}
	if len(f.ids.at) > mostKept {
		f.ids.at = nil
	}
	clear(f.names)
	clear(f.persons)
	clear(f.ids.at)
}

// newName is a name without meanings, in the memory of one used before where
// there is one.
func (f *places) newName() *placeName {
	if len(f.nameRoom) == cap(f.nameRoom) {
		f.nameRoom = make([]placeName, 0, max(16, 2*cap(f.nameRoom)))
	}
	f.nameRoom = f.nameRoom[:len(f.nameRoom)+1]
	n := &f.nameRoom[len(f.nameRoom)-1]
	*n = placeName{cands: n.cands[:0], places: n.places[:0]}
	return n
}

func (f *places) word(i int) placeWord {
	if i < 0 || i >= len(f.doc.Tokens) {
		return 0
	}
	return f.is[i]
}

func (f *places) tok(i int) *text.Token { return &f.doc.Tokens[i] }

// capital reports whether token i is a word with a capital.
func (f *places) capital(i int) bool {
	if i < 0 || i >= len(f.doc.Tokens) {
		return false
	}
	t := &f.doc.Tokens[i]
	return (t.Kind == text.Word || t.Kind == text.Designation) && (t.Case == text.Title || t.Case == text.Upper || t.Case == text.Mixed)
}

// article reports whether token i is the Arabic article of a name, "al-Bab".
func (f *places) article(i int) bool {
	d := f.doc
	if i+1 >= len(d.Tokens) || d.Tokens[i].Case != text.Lower || d.Tokens[i+1].Gap != text.Hyphen || d.Tokens[i].End-d.Tokens[i].Start > 3 {
		return false
	}
	switch d.Of(i) {
	case "al", "el", "as", "ash", "ad", "an", "at", "az", "ar", "adh", "ath", "es", "esh", "ed", "en", "et", "ez", "er", "ul", "ud", "ur", "us", "un", "uz":
		return true
	}
	return false
}

// follows reports whether token j continues a name after token j-1.
func (f *places) follows(j int) bool {
	if j >= len(f.doc.Tokens) {
		return false
	}
	t := &f.doc.Tokens[j]
	if t.Kind == text.Punct || t.Kind == text.Clitic || t.Gap == text.Blank {
		return false
	}
	return t.Gap != text.None || f.doc.Tokens[j-1].Abbrev || t.Kind == text.Designation
}

func (f *places) seenLower(k text.Key) bool {
	h := uint64(k) * 0x9e3779b97f4a7c15 >> 40
	h %= uint64(len(f.lowered)) * 64
	return f.lowered[h/64]>>(h%64)&1 != 0
}

// collect finds the names and what each is used for.
func (f *places) collect() {
	d := f.doc
	f.lowered = slices.Grow(f.lowered[:0], len(d.Tokens)/4+16)[:len(d.Tokens)/4+16]
	clear(f.lowered)
	f.is = slices.Grow(f.is[:0], len(d.Tokens))[:len(d.Tokens)]
	words := placeWords()
	any := false
	for i := range d.Tokens {
		t := &d.Tokens[i]
		f.is[i] = words.of(t.Key)
		if f.is[i]&tellsCountry != 0 {
			f.tell(t)
		}
		if t.Case == text.Lower && t.Kind == text.Word {
			h := uint64(t.Key) * 0x9e3779b97f4a7c15 >> 40
			h %= uint64(len(f.lowered)) * 64
			f.lowered[h/64] |= 1 << (h % 64)
		} else if t.Case != text.NoCase {
			any = true
		}
	}
	if !any {
		return
	}
	for s := range d.Sentences {
		f.sentence(s)
	}
	f.dropPersons()
	for _, n := range f.order {
		// A name that is only ever a word or a person means no place.
		if n.told > 0 {
			f.candidates(n)
		}
	}
}

// countryTold is how much the words of an article that are no places say for a
// country.
type countryTold struct {
	id int32
	w  float64
}

// mostTold is the most that such words say for a country, about as much as its
// name.
const mostTold = 2.5

// tell counts the word t for the country or countries that have what it names,
// the first time it stands in the article.
func (f *places) tell(t *text.Token) {
	x := tellers()[t.Key]
	if t.Case == text.Lower && !x.lower || slices.Contains(f.tellers, t.Key) {
		return
	}
	f.tellers = append(f.tellers, t.Key)
	for c := x.countries; c != ""; c = c[2:] {
		w := 2.4 / float64(len(x.countries))
		id := f.ids.of(c[:2], "")
		i := slices.IndexFunc(f.told, func(o countryTold) bool { return o.id == id })
		if i < 0 {
			i = len(f.told)
			f.told = append(f.told, countryTold{id: id})
		}
		f.told[i].w = min(mostTold, f.told[i].w+w)
	}
}

// sentence reads the names of sentence s.
func (f *places) sentence(s int) {
	d := f.doc
	sent := d.Sentences[s]
	for i := sent.First; i < sent.Last; {
		t := &d.Tokens[i]
		if t.Kind == text.Punct || t.Case == text.Lower && !f.article(i) || t.Case == text.NoCase || t.Kind == text.Number {
			i++
			continue
		}
		if t.Kind != text.Word && t.Kind != text.Designation {
			i++
			continue
		}
		last, cands, maybe := f.match(i, sent.Last)
		if last == 0 {
			if j, ok := f.unlisted(s, i); ok {
				f.addUnlisted(s, i, j)
				i = j
				continue
			}
			i++
			continue
		}
		if next, ok := f.name(s, i, last, cands, maybe); ok {
			i = next
		} else {
			i++
		}
	}
}

// match gives where the longest name that begins at token i ends, or 0.
func (f *places) match(i, end int) (int, gazetteer.Candidates, bool) {
	d := f.doc
	var best *gazetteer.Candidates
	last := 0
	k := d.Tokens[i].Key
	for j := i + 1; ; j++ {
		lastWord := &d.Tokens[j-1]
		// A name does not end in a small word: but "Jabalia camp" is one.
		if lastWord.Case != text.Lower || j-1 > i && (lastWord.Joined() || f.is[j-1]&(campWord|siteWord|baseWord|regionWord|quarterWord|waterWord|islandWord|divisionOne|divisionTwo) != 0) {
			if c := f.lookup(k); c != nil {
				best, last = c, j
			}
		}
		if j+1 < end && f.tok(j-1).Joined() && f.tok(j).Kind == text.Punct && f.tok(j).Gap == text.Space && f.tok(j+1).Gap == text.None && f.capital(j+1) && strings.Contains("‘’'`", d.Of(j)) {
			// "Pul-e ‘Alam"
			k = k.Join(d.Tokens[j+1].Key)
			j++
			continue
		}
		if j >= end || j-i >= maxPlaceWords || !f.follows(j) {
			break
		}
		if t := &d.Tokens[j]; t.Case == text.Lower && !t.Joined() && f.is[j]&(functionWord|speech) != 0 && !(d.Of(j) == "of" || d.Of(j) == "the" || d.Of(j) == "and") {
			break
		}
		k = k.Join(d.Tokens[j].Key)
	}
	// "King's Lynn"
	if i+2 < end && d.Tokens[i+1].Kind == text.Clitic && f.capital(i+2) && d.Tokens[i+2].Gap == text.Space {
		if c := f.lookup(d.Tokens[i].Key.Join(d.Tokens[i+1].Key).Join(d.Tokens[i+2].Key)); c != nil {
			best, last = c, i+3
		}
	}
	// "al-Bab" may be known as Bab.
	if last == 0 && f.article(i) {
		if l, c, m := f.match(i+1, end); l > 0 {
			return l, c, m
		}
	}
	f.bySound = false
	if last == 0 {
		f.bySound = true
		return f.similar(i, end)
	}
	return last, *best, best.Maybe
}

// lookup gives the places whose name has the key k, or nil.
func (f *places) lookup(k text.Key) *gazetteer.Candidates {
	miss := &f.absent[k%text.Key(len(f.absent))]
	if *miss == k {
		return nil
	}
	at := &f.found[k%text.Key(len(f.found))]
	if at.key != k {
		c := f.g.Candidates(k)
		if c.Len() == 0 {
			*miss = k
			return nil
		}
		at.key, at.Candidates = k, c
	}
	return &at.Candidates
}

// similar looks a name that is not known up by its sound, where the words
// before it say that it is a place: "in Jindires", "the village of
// al-Mastouma".
func (f *places) similar(i, end int) (int, gazetteer.Candidates, bool) {
	d := f.doc
	prev := i - 1
	if prev >= 0 && d.Of(prev) == "the" {
		prev--
	}
	if prev < 0 || d.Tokens[prev].Kind == text.Punct || f.is[i]&(functionWord|orgWord|givenName|otherName|personTitle) != 0 {
		return 0, gazetteer.Candidates{}, false
	}
	j := i
	for j < min(end, i+3) && (f.capital(j) || j == i || f.article(j)) && (j == i || f.follows(j)) {
		if j > i && f.is[j]&(divisionWord|townWord|campWord|quarterWord|orgWord|siteWord) != 0 {
			break
		}
		j++
	}
	of := d.Of(prev) == "of" && prev > 0 && f.is[prev-1]&(townWord|divisionWord|quarterWord|campWord|bearingWord) != 0                                               // "the district of Jandaris"
	kind := j < end && f.is[j]&(townWord|divisionWord|campWord) != 0 && f.is[j]&functionWord == 0 && d.Tokens[j].Case == text.Lower && d.Tokens[j].Gap == text.Space // "Manbej city"
	if f.is[prev]&(locative|townWord) == 0 && !of && !kind {
		return 0, gazetteer.Candidates{}, false
	}
	for ; j > i; j-- {
		if c := f.g.Similar(d.Slice(i, j)); c.Len() > 0 && (d.Tokens[j-1].Case != text.Lower) {
			return j, c, true
		}
	}
	return 0, gazetteer.Candidates{}, false
}

// name files the name of tokens i to last-1, if it can be one of a place, and
// gives where to read on.
func (f *places) name(s, i, last int, cands gazetteer.Candidates, maybe bool) (int, bool) {
	d := f.doc
	sent := d.Sentences[s]
	sound := f.bySound
	single := last == i+1
	w := f.word(i)
	t := f.tok(i)
	first := i
	p := place{first: first, last: last, from: first, with: -1, in: -1, own: -1, sent: s, relation: "in"}
	prev, next := i-1, last
	if prev < sent.First {
		prev = -1
	}
	if next >= sent.Last {
		next = -1
	}
	prevWord, nextWord := f.word(prev), placeWord(0)
	if next >= 0 {
		nextWord = f.word(next)
	}
	// "South Sudan", "the village of": what comes before on the other side
	// of a mark is no part.
	adjacent := prev >= 0 && f.tok(prev).Kind != text.Punct && t.Gap != text.Blank && f.tok(prev).Kind != text.Clitic
	shout := t.Case == text.Upper && f.shouted(sent)
	opens := prev < 0 || f.tok(prev).Kind == text.Punct && !d.Is(prev, ',') && !d.Is(prev, '(')
	comma := prev >= 0 && d.Is(prev, ',')

	// "Dublin City Council" is of Dublin, but "Kansas City Power" of Kansas City.
	if last-i == 2 && next >= 0 && f.capital(next) && f.tok(next).Gap == text.Space && !f.shouted(sent) {
		switch d.Of(last - 1) {
		case "City", "State", "Area", "District":
			if c := f.g.Candidates(f.tok(i).Key); c.Len() > 0 && !ofManyPeople(cands, c) {
				if top := c.At(0); top.Class() == gazetteer.Admin1 || top.Class() == gazetteer.City && top.Population() >= 5000 {
					last, next, cands, single = i+1, i+1, c, true
					nextWord = f.word(next)
				}
			}
		}
	}
	top := cands.At(0)
	class := top.Class()
	big := class == gazetteer.Country || class == gazetteer.Demonym || class == gazetteer.Admin1 || class == gazetteer.Continent || class == gazetteer.Region

	if single && w&otherName != 0 {
		return 0, false
	}
	// The end of a longer name: "Koh-e-Sabz", of which only Sabz is known.
	if t.Joined() && prev > sent.First && f.tok(prev).Joined() && !f.isPlaceToken(prev) && !f.article(prev) && class != gazetteer.Country && class != gazetteer.Demonym {
		return 0, false
	}
	// Words of grammar and of place names that also begin sentences.
	if single && w&functionWord != 0 && !t.Abbrev && (t.Case != text.Upper || shout || class != gazetteer.Country) {
		return 0, false
	}
	if single && t.Case == text.Upper && !shout && t.End-t.Start <= 3 && !t.Abbrev && !big && !comma {
		return 0, false // UN, IDF: initials, not the village of Un
	}
	if single && prev >= sent.First && prev >= 0 && adjacent && f.capital(prev) && (romanNumeral(d.Of(i)) || t.Abbrev && (d.Of(i) == "Co." || d.Of(i) == "Co")) {
		return 0, false // "Lawson Parker III", "Platte Co. tops 32,000"
	}
	if single && len(d.Of(i)) <= 2 && !comma && class != gazetteer.Country && class != gazetteer.Region {
		return 0, false
	}
	short := single && (t.Abbrev || t.Case == text.Upper && t.End-t.Start == 2) && !shout
	if short && class != gazetteer.Country && !comma && !(prev >= 0 && t.Joined()) && !big && !(t.Abbrev && top.Noted()) {
		return 0, false
	}

	if single && w&(personTitle|orgWord|paperWord|streetWord|divisionWord|bearingWord|actorWord|siteWord|townWord|waterWord|locative|speech|campWord) != 0 &&
		!(class == gazetteer.Country || comma && f.afterPlace(prev) || f.beforePlace(next)) {
		return 0, false // "Center", "Lt.", "South": no names by themselves
	}
	if t.Abbrev && single && !top.Noted() && !(top.Country() == "US" || top.Country() == "CA" || top.Country() == "GB" || class == gazetteer.Country || class == gazetteer.Region) {
		return 0, false // "S.E."
	}
	p.located = adjacent && prevWord&locative != 0 || adjacent && prevWord&(townWord|divisionWord|quarterWord|campWord) != 0 && f.tok(prev).Case == text.Lower
	if adjacent && d.Tokens[prev].Case == text.Lower && d.Of(prev) == "the" && prev > sent.First && f.word(prev-1)&locative != 0 {
		p.located = true
	}
	// "in Boulder City and Henderson"
	if adjacent && !p.located && len(f.list) > 0 && (d.Of(prev) == "and" || d.Of(prev) == "or") {
		if q := &f.list[len(f.list)-1]; q.last == prev && q.located {
			p.located = true
		}
	}
	if prev < 0 && !maybe && t.Case == text.Upper && f.dateline(i, last, sent) {
		p.located = true
	}
	if next >= 0 && f.described(next, sent.Last) {
		p.located, p.described = true, true
	}
	of := adjacent && d.Of(prev) == "of" && prev > sent.First
	if of {
		before := f.word(prev - 1)
		switch {
		case before&(townWord|divisionWord|quarterWord|campWord|siteWord|regionWord|islandWord|baseWord) != 0 || before&bearingWord != 0 || before&unitWord != 0:
			p.located = true
		case f.capital(prev-1) && before&orgWord != 0:
			p.use = usedInName // "University of Hartford"
		}
	}
	if adjacent && p.located && f.partOfName(prev, sent.First) {
		p.use, p.located = usedInName, false
	}
	// What it is, by the word before or after it.
	if next >= 0 && f.tok(next).Gap != text.Blank && nextWord&(divisionWord|townWord|quarterWord|campWord|baseWord|siteWord|waterWord|regionWord|islandWord) != 0 && nextWord&functionWord == 0 {
		p.fits = nextWord & (divisionWord | townWord | quarterWord | campWord | baseWord | siteWord | waterWord | regionWord | islandWord)
		if f.capital(next) && !shout && nextWord&(divisionWord|townWord|quarterWord) != 0 && !(next+1 < sent.Last && f.capital(next+1) && (f.word(next+1)&orgWord != 0 || f.titleOf(next))) &&
			(nextWord&orgWord == 0 || divided(cands, nextWord)) {
			// "Kherson Oblast" is the name as printed.
			p.last = next + 1
		}
	} else if next >= 0 && next+1 < sent.Last && (d.Of(next) == "refugee" || d.Of(next) == "displacement" || d.Of(next) == "air" || d.Of(next) == "border" || d.Of(next) == "IDP" || d.Of(next) == "displaced") {
		p.fits = f.word(next+1) & (campWord | baseWord | siteWord)
	}
	if end := f.localGovernment(next, sent.Last); end > 0 {
		p.fits, p.last = divisionTwo, end
	}
	if of && p.fits == 0 {
		p.fits = f.word(prev-1) & (divisionWord | townWord | quarterWord | campWord | baseWord | siteWord | waterWord | regionWord | islandWord)
	} else if adjacent && p.fits == 0 && prevWord&(townWord|divisionOne) != 0 && f.tok(prev).Case == text.Lower && prevWord&functionWord == 0 {
		p.fits = prevWord & (townWord | divisionOne)
	}
	if p.fits&divisionWord != 0 && p.fits&townWord != 0 && nextWord&divisionWord == 0 {
		p.fits &^= divisionWord
	}

	// Persons: "Gen. Jordan", "Michael Jordan", "Jordan Smith".
	nextCap := next >= 0 && f.capital(next) && f.tok(next).Gap == text.Space && !shout
	if p.use == 0 && class != gazetteer.Demonym {
		switch {
		case adjacent && t.Gap == text.Space && prevWord&personTitle != 0 && prevWord&(locative|townWord) == 0 && !(f.tok(prev).Case == text.Lower && big):
			p.use = usedAsPerson
		case adjacent && t.Gap == text.Space && !shout && prevWord&givenName != 0 && f.capital(prev) && prevWord&(mountWord|bearingWord) == 0 && !f.isPlaceToken(prev):
			p.use = usedAsPerson
		case adjacent && t.Gap == text.Space && !shout && f.capital(prev) && f.tok(prev).Abbrev && f.tok(prev).End-f.tok(prev).Start == 2:
			p.use = usedAsPerson // "Robert C. Byrd"
		case single && nextCap && w&givenName != 0 && nextWord&(divisionWord|townWord|orgWord|streetWord|waterWord) == 0 && !p.located:
			p.use = usedAsPerson
		case single && nextCap && w&givenName != 0 && nextWord == 0 && maybe:
			p.use = usedAsPerson
		}
	}
	if p.use == 0 && !single && next >= 0 && f.tok(next).Kind == text.Clitic && d.Of(next) != "'s" && d.Of(next) != "’s" && f.capital(next+1) {
		p.use = usedElsewhere // "All Saints' Church"
	}
	if p.use == 0 && !single && next >= 0 && f.capital(next+1) && (f.doc.Of(next) == "’" || f.doc.Is(next, '\'') ||
		f.tok(next).Kind == text.Clitic && top.Population() < 50000 && !top.Noted() && (f.lower(i) == "st" || f.lower(i) == "st." || f.lower(i) == "saint")) {
		p.use = usedElsewhere // "All Saints’ Church", "St. Raphael's Parish"
	}
	if p.use == 0 && single && next >= 0 && f.ship(next, sent.Last) {
		p.use = usedElsewhere // "the Sig, a tanker"
	}
	// Streets, papers, clubs, ships and other names that it is part of.
	if p.use == 0 && class != gazetteer.Demonym {
		n, nw := next, nextWord
		switch {
		case nextCap && nw&streetWord != 0 && !(f.tok(n).Abbrev && d.Of(n) == "St."):
			p.use = usedInStreet
		case nextCap && nw&paperWord != 0 && nw&orgWord == 0:
			p.use = usedInPaper
		case nextCap && nw&clubWord != 0:
			p.use = usedElsewhere
		case nextCap && nw&orgWord != 0 && p.last == last:
			p.use = usedInName
		case adjacent && (d.Of(prev) == "USS" || d.Of(prev) == "HMS" || d.Of(prev) == "MV" || d.Of(prev) == "frigate" || d.Of(prev) == "destroyer" || d.Of(prev) == "tanker"):
			p.use = usedElsewhere
		}
	}
	if p.use == 0 && class == gazetteer.Demonym {
		p.use = usedAsPeople
	}
	// A governments's name for what it does: "Moscow denied", "Israel's army".
	if p.use == 0 && (class == gazetteer.Country || class == gazetteer.City || class == gazetteer.Region) && p.fits == 0 {
		f.metonym(&p, sent, prev, next, adjacent, top)
	}

	// A word at the head of a sentence, or a capitalised word among others,
	// that only by chance is a village's name.
	if p.use == 0 && !(big && !maybe && (class != gazetteer.Admin1 || top.Noted())) {
		weak := !(class == gazetteer.City && (top.Population() >= 50000 || top.Noted())) && (class == gazetteer.City || class == gazetteer.Village || class == gazetteer.Quarter || class == gazetteer.Admin3)
		if maybe && adjacent {
			// "a gift to Hope", "the son of Jordan" do not tell a place.
			switch d.Of(prev) {
			case "to", "of", "from", "for", "on", "with", "off", "via":
				p.located = of && p.located && f.word(prev-1)&(townWord|divisionWord|quarterWord|campWord|unitWord|bearingWord) != 0
			}
		}
		context := p.located || p.fits != 0 || comma && f.afterPlace(prev) || f.beforePlace(next)
		joined := next >= 0 && f.tok(next).Joined() && (f.capital(next) || next+1 < sent.Last && f.tok(next+1).Joined() && f.capital(next+1))
		unknownNext := nextCap && nextWord&(locative|functionWord|townWord|divisionWord|quarterWord|speech|siteWord|waterWord|baseWord|campWord|islandWord|regionWord) == 0 && p.last == last && !f.startsPlace(next, sent.Last)
		switch {
		case weak && next >= 0 && f.tok(next).Gap == text.Space && f.article(next):
			p.use = usedElsewhere // "Tal al-Laban", of which only Tal is known
		case joined && weak && !f.startsPlace(next, sent.Last):
			p.use = usedElsewhere // "Sam-Ouandja", of which only Sam is known
		case unknownNext && weak:
			p.use = usedElsewhere // "Tungar Velo"
		case weak && single && !context && t.Case == text.Upper && !shout && t.End-t.Start <= 5:
			p.use = usedElsewhere // FEMA, AMEL
		case weak && nextCap && nextWord&waterWord != 0 && f.tok(next).Case == text.Title:
			p.use = usedElsewhere // "the Red River"
		case weak && single && !context && (next >= 0 && f.tok(next).Case == text.Lower && f.saidBy(next) || adjacent && f.saidBy(prev)):
			p.use = usedAsPerson // "Spangler said", "said Spangler"
		case weak && single && adjacent && d.Of(prev) == "the" && p.fits == 0 && (next < 0 || f.tok(next).Kind == text.Punct || nextWord&(functionWord|locative) != 0):
			p.use = usedElsewhere // "hit the Aya, sailing for Egypt"
		case maybe && !context && !t.Abbrev:
			p.doubt = true
		case single && opens && !context && f.seenLower(t.Key):
			p.doubt = true
		case single && w&givenName != 0 && !context:
			p.use = usedAsPerson
		case single && shout && f.seenLower(t.Key):
			p.use = usedElsewhere
		case !shout && adjacent && t.Gap == text.Space && f.capital(prev) && prevWord&(locative|functionWord|townWord|divisionWord|bearingWord|mountWord|speech) == 0 && !f.isPlaceToken(prev) && prev > sent.First:
			// The end of a longer name that the gazetteer lacks.
			p.use = usedAsPerson
		case unknownNext && w&givenName != 0:
			p.use = usedAsPerson
		case unknownNext:
			p.use = usedInName // the beginning of one: "Ohio Supreme Court"
		case weak && !context && single && f.seenLower(t.Key):
			p.doubt = true
		}
	}
	if p.use == usedAsPerson && (single || last == i+2 && f.article(i)) {
		f.persons[f.tok(last-1).Key] = true // also of "Abu Bakr al-Baghdadi"
	}
	if p.use == usedElsewhere && p.last < sent.Last && f.follows(p.last) {
		if j, ok := f.unlisted(s, i); ok && j > p.last {
			f.addUnlisted(s, i, j) // "Tungar Kara", of which only Tungar is known
			return j, true
		}
	}
	if p.use == usedAsPerson || p.use == usedElsewhere || p.use == usedInStreet || p.use == usedInPaper {
		// Kept out of the list: it is no place, and lends nothing to others.
		return p.last, true
	}

	nameKey := f.keyOf(i, last)
	if adjacent && prevWord&bearingWord != 0 && (class == gazetteer.Country || class == gazetteer.Admin1 || class == gazetteer.Region) {
		// "southern Israel", "north-east Nigeria"
		from, k := prev, f.tok(prev).Key
		if f.tok(prev).Joined() && prev > sent.First && f.word(prev-1)&bearingWord != 0 {
			from, k = prev-1, f.tok(prev-1).Key.Join(k)
		}
		if c := f.g.Candidates(k.Join(nameKey)); c.Len() > 0 && c.At(0).Class() == gazetteer.Region {
			nameKey, cands, p.from, p.use = k.Join(nameKey), c, from, usedAsPlace
		}
	}
	// "Indiana counties" are of Indiana, where no other is named beside it.
	listed := adjacent && (d.Of(prev) == "and" || d.Of(prev) == "or" || d.Of(prev) == "&")
	if p.fits&divisionTwo != 0 && next >= 0 && !listed && (class == gazetteer.Admin1 || class == gazetteer.Country) && singular(f.lower(next)) != 0 {
		p.fits = 0
	}
	key := placeNameKey{nameKey, p.fits & (divisionWord | townWord | campWord)}
	n := f.names[key]
	if n == nil {
		n = f.newName()
		n.key, n.fits, n.maybe, n.best, n.long, n.from = key.key, p.fits, maybe, -1, !single, cands
		n.sound = sound
		f.names[key] = n
		f.order = append(f.order, n)
	}
	if !p.doubt {
		n.told++
		if p.use == usedInName && f.civic(next) || p.use == usedAsPlace && (p.located || p.fits != 0 || comma || f.beforePlace(next)) {
			n.sure++
		}
	}
	n.places = append(n.places, int32(len(f.list)))
	p.name = n
	f.list = append(f.list, p)
	if p.fits&divisionWord != 0 && next >= 0 {
		if one := singular(f.lower(next)); one != 0 {
			f.divisionNamed(n, one)
			f.share(len(f.list)-1, one)
		}
	}
	return p.last, true
}

// ofManyPeople reports whether the best known of the candidates is a city of
// note that is none of others: Kansas City is not Kansas, but Dublin City is
// Dublin.
func ofManyPeople(c, others gazetteer.Candidates) bool {
	top := c.At(0)
	if top.Class() != gazetteer.City || !top.Noted() && top.Population() < 100000 {
		return false
	}
	for i := range others.Len() {
		if others.At(i) == top {
			return false
		}
	}
	return true
}

// titleOf reports whether token i, behind a place's name and before another
// capital, belongs to what follows: "Massachusetts State Trooper David Lavoice",
// "Dublin City Manager".
func (f *places) titleOf(i int) bool {
	if f.tok(i+1).Gap != text.Space {
		return false
	}
	switch f.doc.Of(i) {
	case "State", "City", "Area":
		return true
	}
	return false
}

// romanNumeral reports whether s is a small Roman numeral of more than one letter.
func romanNumeral(s string) bool {
	switch s {
	case "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIII", "XIV", "XV":
		return true
	}
	return false
}

// saidBy reports whether token i is a verb by which a person speaks.
func (f *places) saidBy(i int) bool {
	switch f.doc.Of(i) {
	case "said", "says", "explained", "added", "recalled", "noted", "testified":
		return true
	}
	return false
}

// singular is the key of the word for one division where w is that for several,
// or 0.
func singular(w string) text.Key {
	for i, p := range pluralDivisions {
		if p == w {
			return singularDivisions[i]
		}
	}
	return 0
}

var (
	pluralDivisions   = [...]string{"regions", "provinces", "oblasts", "governorates", "states", "districts", "counties", "departments", "townships", "parishes"}
	singularDivisions = [...]text.Key{text.KeyOf("region"), text.KeyOf("province"), text.KeyOf("oblast"), text.KeyOf("governorate"), text.KeyOf("state"),
		text.KeyOf("district"), text.KeyOf("county"), text.KeyOf("department"), text.KeyOf("township"), text.KeyOf("parish")}
)

// divisionNamed lets n, the name of one of several divisions, mean those that
// are known by the name with the word for one, where there are any: "Barrow
// County" for "Barrow and Jackson counties".
func (f *places) divisionNamed(n *placeName, one text.Key) {
	if c := f.lookup(n.key.Join(one)); c != nil {
		n.from = *c
	}
}

// share gives what the words behind place i say that it is to those of its list
// before it: "in Murmansk, Irkutsk and Ryazan regions".
func (f *places) share(i int, one text.Key) {
	for ; i > 0; i-- {
		p, q := &f.list[i], &f.list[i-1]
		if q.sent != p.sent || q.fits != 0 || q.use != usedAsPlace || p.first-q.last > 3 || p.first == q.last {
			return
		}
		for j := q.last; j < p.first; j++ {
			if w := f.doc.Of(j); !f.doc.Is(j, ',') && w != "and" && w != "or" && w != "the" {
				return
			}
		}
		old := q.name
		if old.unlisted {
			return
		}
		q.fits = p.fits
		key := placeNameKey{old.key, q.fits & (divisionWord | townWord | campWord)}
		n := f.names[key]
		if n == nil {
			n = f.newName()
			n.key, n.fits, n.maybe, n.best, n.long, n.from, n.sound = old.key, q.fits, old.maybe, -1, old.long, old.from, old.sound
			f.divisionNamed(n, one)
			f.names[key] = n
			f.order = append(f.order, n)
		}
		if !q.doubt {
			old.told--
		}
		q.doubt, q.name = false, n
		n.told++
		n.sure++
		old.places = slices.DeleteFunc(old.places, func(k int32) bool { return k == int32(i-1) })
		n.places = append(n.places, int32(i-1))
	}
}

// localGovernment is where the words end, from token i on, that make a name
// that of a district of Nigeria: "Bokkos Local Government Area"; or 0.
func (f *places) localGovernment(i, end int) int {
	if i < 0 || i+1 >= end || f.lower(i) != "local" || f.lower(i+1) != "government" && f.lower(i+1) != "council" {
		return 0
	}
	if i+2 < end && f.lower(i+2) == "area" {
		return i + 3
	}
	return i + 2
}

// civic reports whether token i begins the name of what only a place has, as
// its "Fire Department" or "Police".
func (f *places) civic(i int) bool {
	if i < 0 {
		return false
	}
	switch f.doc.Of(i) {
	case "Police", "Fire", "Sheriff", "Mayor", "Council", "Township":
		return true
	}
	return false
}

// partOfName reports whether the preposition at token i stands within the name
// of a body: "the Coalition to Restore Legitimacy in Yemen", "the Assistance
// Mission in Afghanistan".
func (f *places) partOfName(i, first int) bool {
	switch f.doc.Of(i) {
	case "in", "for", "to", "of":
	default:
		return false
	}
	if i-1 <= first || !f.capital(i-1) || f.tok(i).Gap != text.Space {
		return false
	}
	for k, n := i-1, 0; k >= first && n < 8; k, n = k-1, n+1 {
		switch w := f.doc.Of(k); {
		case f.tok(k).Kind == text.Punct:
			return false
		case f.capital(k) && (w == "Coalition" || w == "Mission" || w == "Organization" || w == "Organisation" || w == "Front" || w == "Movement" || w == "Alliance" || w == "Council" || w == "Committee" || w == "Office"):
			return true
		case !f.capital(k) && w != "of" && w != "to" && w != "the" && w != "for" && w != "and" && w != "in":
			return false
		}
	}
	return false
}

// ship reports whether the words from the comma at token i on say that the name
// before them is a ship's: ", a tanker under sanctions".
func (f *places) ship(i, end int) bool {
	if !f.doc.Is(i, ',') || i+1 >= end || f.doc.Of(i+1) != "a" && f.doc.Of(i+1) != "an" && f.doc.Of(i+1) != "the" {
		return false
	}
	for k := i + 2; k < min(end, i+6) && f.tok(k).Kind != text.Punct; k++ {
		switch f.doc.Of(k) {
		case "tanker", "ship", "vessel", "frigate", "destroyer", "freighter", "corvette", "warship", "ferry", "carrier", "trawler", "submarine", "boat":
			return true
		}
	}
	return false
}

func (f *places) keyOf(i, last int) text.Key {
	k := f.doc.Tokens[i].Key
	for j := i + 1; j < last; j++ {
		k = k.Join(f.doc.Tokens[j].Key)
	}
	return k
}

// shouted reports whether a sentence is written in capitals.
func (f *places) shouted(s text.Sentence) bool {
	up, n := 0, 0
	for i := s.First; i < s.Last && n < 12; i++ {
		switch f.doc.Tokens[i].Case {
		case text.Upper:
			up++
			n++
		case text.Lower, text.Title, text.Mixed:
			n++
		}
	}
	return n >= 2 && up*4 >= n*3
}

// isPlaceToken reports whether token i is the last of the place found before.
func (f *places) isPlaceToken(i int) bool {
	return len(f.list) > 0 && f.list[len(f.list)-1].last == i+1
}

// afterPlace reports whether the mark at i follows a place.
func (f *places) afterPlace(i int) bool { return f.isPlaceToken(i - 1) }

// beforePlace reports whether token i is a comma or bracket behind which a
// division or country is named: "Hope, Arkansas".
func (f *places) beforePlace(i int) bool {
	if i < 0 || i+1 >= len(f.doc.Tokens) || !f.doc.Is(i, ',') && !f.doc.Is(i, '(') || !f.capital(i+1) {
		return false
	}
	_, c, _ := f.match(i+1, min(len(f.doc.Tokens), i+6))
	if c.Len() == 0 {
		return false
	}
	top := c.At(0)
	return (top.Class() == gazetteer.Country || top.Class() == gazetteer.Admin1 || top.Class() == gazetteer.Region)
}

// divided reports whether one of the candidates is a division, so that "State"
// or "Department" behind the name can belong to it.
func divided(c gazetteer.Candidates, w placeWord) bool {
	for i := range c.Len() {
		x := c.At(i)
		if k := x.Class(); x.Country() != "US" && (w&divisionOne != 0 && k == gazetteer.Admin1 || w&divisionTwo != 0 && (k == gazetteer.Admin1 || k == gazetteer.Admin2)) {
			return true
		}
	}
	return false
}

// dateline reports whether the name of tokens i to last-1 opens a paragraph
// as the place of writing: "PATASKALA --", "KYIV, Ukraine (AP) -".
func (f *places) dateline(i, last int, sent text.Sentence) bool {
	for j := last; j < min(sent.Last, last+9); j++ {
		switch {
		case f.doc.Is(j, '-') || f.doc.Of(j) == "–" || f.doc.Of(j) == "—":
			return true
		case f.doc.Tokens[j].Gap == text.Dash:
			return true
		case f.doc.Tokens[j].Case == text.Lower, f.is[j]&functionWord != 0 && j == last:
			return false
		}
	}
	return false
}

// startsPlace reports whether a name of the gazetteer of some weight begins at
// token i.
func (f *places) startsPlace(i, end int) bool {
	if i < 0 {
		return false
	}
	_, c, _ := f.match(i, end)
	if c.Len() == 0 {
		return false
	}
	top := c.At(0)
	return (top.Class() == gazetteer.Country || top.Class() == gazetteer.Demonym || top.Noted())
}

// metonym sets p's use where the name stands for a government.
func (f *places) metonym(p *place, sent text.Sentence, prev, next int, adjacent bool, top gazetteer.Candidate) {
	if p.located && !(adjacent && (f.doc.Of(prev) == "to" || f.doc.Of(prev) == "from" || f.doc.Of(prev) == "of")) {
		return
	}
	capital := top.Class() == gazetteer.Country || top.Population() >= 300000
	if !capital || next < 0 {
		return
	}
	d := f.doc
	nw := f.word(next)
	switch {
	case !p.located && d.Tokens[next].Case == text.Lower && d.Tokens[next].Gap == text.Space && nw&speech != 0 && d.Tokens[next].Kind == text.Word:
		p.use = usedAsActor
	case d.Tokens[next].Gap == text.Hyphen && (d.Of(next) == "backed" || d.Of(next) == "led" || d.Of(next) == "aligned" || d.Of(next) == "linked" || d.Of(next) == "made" || d.Of(next) == "allied" || d.Of(next) == "supplied"):
		p.use = usedAsActor
	case top.Class() == gazetteer.Country && d.Tokens[next].Kind == text.Clitic && next+1 < sent.Last && f.actorSoon(next+1, sent.Last):
		p.use = usedAsActor
	case top.Class() == gazetteer.Country && adjacent && (d.Of(prev) == "by" || d.Of(prev) == "against"):
		p.use = usedAsActor
	}
}

// actorSoon reports whether a word for an actor stands at i or just after, as
// in "Israel's northern command".
func (f *places) actorSoon(i, end int) bool {
	for j := i; j < min(end, i+3); j++ {
		if f.word(j)&actorWord != 0 {
			return true
		}
		if f.tok(j).Kind == text.Punct || f.word(j)&functionWord != 0 {
			return false
		}
	}
	return false
}

// dropPersons takes out the single names that the article gives to persons:
// after "Mayor Robert Jackson", "Jackson said" is no city.
func (f *places) dropPersons() {
	if len(f.persons) == 0 {
		return
	}
	keep := f.list[:0]
	for _, p := range f.list {
		if (p.last == p.first+1 || p.last == p.first+2 && f.article(p.first)) && !p.located && p.fits == 0 && p.use == usedAsPlace && f.persons[f.tok(p.last-1).Key] && !f.beforePlace(p.last) && !(p.first > 0 && f.doc.Is(p.first-1, ',')) {
			p.name.told--
			continue
		}
		keep = append(keep, p)
	}
	f.list = keep
	for _, n := range f.order {
		n.places = n.places[:0]
	}
	for i := range f.list {
		f.list[i].name.places = append(f.list[i].name.places, int32(i))
	}
}

// candidates sets what a name may mean in this article.
func (f *places) candidates(n *placeName) {
	if n.from.Len() == 0 {
		return // the gazetteer lacks it
	}
	n.cands = append(n.cands, f.known.of(n).cands...)
	for i := range n.cands {
		c := &n.cands[i]
		c.inCountry, c.inAdmin1 = f.ids.of(c.country, ""), f.ids.of(c.country, c.admin1)
	}
}

// of is the entry of n, made if need be.
func (k *knownNames) of(n *placeName) *knownName {
	key := placeNameKey{n.key, n.fits}
	x := &k[n.key%text.Key(len(k))]
	// One key has other places where it was found by its sound.
	if top := n.from.At(0); x.placeNameKey != key || x.cands[0].Candidate != top {
		x.placeNameKey = key
		x.cands = meanings(x.cands, n.from, n.fits)
		x.places = slices.Grow(x.places[:0], len(x.cands))[:len(x.cands)]
		clear(x.places)
	}
	return x
}

// place is the place of candidate i of n.
func (f *places) place(n *placeName, i int) gazetteer.Place {
	at := &f.known.of(n).places[i]
	if at.IsZero() {
		*at = n.cands[i].Place()
	}
	return *at
}

// meanings reads, in the memory of dst, what a name with words beside it that
// say what it is may mean.
func meanings(dst []placeCandidate, of gazetteer.Candidates, fits placeWord) []placeCandidate {
	dst = slices.Grow(dst[:0], min(of.Len(), maxCandidates))
	for i := range min(of.Len(), maxCandidates) {
		x := of.At(i)
		c := placeCandidate{Candidate: x, class: x.Class(), country: x.Country(), admin1: x.Admin1()}
		c.lat, c.lon = x.Point()
		c.prior = prior(c.class, x.Population())
		if c.class == gazetteer.Admin1 && strings.Contains(smallCountries, c.country) {
			c.prior = 4 // "Saint Paul" is rather in Minnesota than the parish of Dominica
		}
		if c.class.Settlement() && x.Noted() {
			c.prior = max(c.prior+1, 3.4)
		}
		c.prior += fit(fits, c.class)
		dst = append(dst, c)
	}
	// "China" and "the Middle East" are hardly the small towns of those names,
	// nor is "the Red Sea" the governorate.
	for i := range dst {
		c := &dst[i]
		if c.class != gazetteer.Country && c.class != gazetteer.Continent && c.class != gazetteer.Demonym && c.class != gazetteer.Region && !(c.class == gazetteer.Water && strings.HasSuffix(c.Name(), " Sea")) {
			continue
		}
		for j := range dst {
			o := &dst[j]
			if c.class == gazetteer.Water && o.class.Division() && fits&divisionWord == 0 || o.class.Settlement() && o.Population() < 20000 && !o.Noted() {
				o.prior -= 2
				if c.class == gazetteer.Demonym || c.class == gazetteer.Region {
					o.prior -= 2 // "Canadian winters" in an article on Texas
				}
			}
		}
		break
	}
	// "Kherson" alone is the city, not the oblast.
	for i := range dst {
		c := &dst[i]
		if c.class != gazetteer.Admin1 && c.class != gazetteer.Admin2 || fits&divisionWord != 0 {
			continue
		}
		for j := range dst {
			if o := &dst[j]; o.class == gazetteer.City && o.country == c.country && (o.Population() >= 20000 || o.Noted()) && (km(o, c) < 400 && (o.admin1 == c.admin1 || km(o, c) < 120) || o.Population() >= 500000) {
				c.prior = min(c.prior, o.prior-1)
				break
			}
		}
	}
	return dst
}

// smallCountries are those of fewer than three million people, whose divisions
// are no larger than a town.
const smallCountries = "AD AG AI BB BM BS BZ CK CV CY DM FJ FM GD GY IM IS JM KI KM KN KY LC LI LU LV MC ME MH MK MS MT MU MV NR PW SB SC SI SM SR ST SZ TC TO TT TV VC VG VU WS"

// prior is how likely a place is to be named, about the decimal logarithm of
// how many people could.
func prior(c gazetteer.Class, population int) float64 {
	switch c {
	case gazetteer.Country, gazetteer.Continent:
		return 8
	case gazetteer.Demonym:
		return 7.5
	case gazetteer.Admin1:
		return 6
	case gazetteer.Admin2:
		return 3.5
	case gazetteer.Admin3:
		return 2.2
	case gazetteer.City:
		if population > 0 {
			return max(2.5, math.Log10(float64(population)))
		}
		return 2.5
	case gazetteer.Village:
		return 1.5
	case gazetteer.Quarter:
		return 2.5
	case gazetteer.Region, gazetteer.Water:
		return 7
	}
	return 4.2
}

// fit is what a word for the kind of place adds to a candidate of a class.
func fit(fits placeWord, c gazetteer.Class) float64 {
	if fits == 0 {
		return 0
	}
	v := 0.0
	good := func(w placeWord, classes ...gazetteer.Class) {
		if fits&w != 0 && slices.Contains(classes, c) {
			v = 4
		}
	}
	good(divisionOne, gazetteer.Admin1, gazetteer.Region)
	good(divisionTwo, gazetteer.Admin2, gazetteer.Admin3)
	good(townWord, gazetteer.City, gazetteer.Village)
	good(quarterWord, gazetteer.Quarter)
	good(campWord, gazetteer.Camp)
	good(baseWord|siteWord, gazetteer.Base, gazetteer.Airport, gazetteer.Crossing, gazetteer.Dam, gazetteer.Plant, gazetteer.Port, gazetteer.Site)
	good(waterWord, gazetteer.Water)
	good(regionWord, gazetteer.Region, gazetteer.Mountain)
	good(islandWord, gazetteer.Island)
	if fits&divisionOne != 0 && c == gazetteer.Admin2 {
		v = max(v, 1)
	}
	if fits&divisionTwo != 0 && c == gazetteer.Admin1 {
		v = max(v, 0.5)
	}
	if v == 0 && c == gazetteer.Country {
		v = -3
	}
	return v
}

// qualify finds for each place those beside it that may narrow it: "Bakhmut,
// Donetsk Oblast", "a village in Hama province", "Ukraine's Kharkiv", "the
// Syrian town of Jableh".
func (f *places) qualify() {
	for i := range f.list {
		p := &f.list[i]
		if i+1 < len(f.list) {
			// "in the Red Sea, an Egyptian official said" narrows nothing.
			if q := &f.list[i+1]; q.sent == p.sent && f.narrows(p.last, q.first) && (q.use != usedAsPeople || f.word(q.last)&(townWord|divisionWord|quarterWord|campWord|siteWord|baseWord|regionWord|islandWord) != 0) {
				p.quals = append(p.quals, int32(i+1))
				if i+2 < len(f.list) {
					// "Hope, Hempstead County, Arkansas", "Drodro, in Congo's Ituri
					// province"
					if o := &f.list[i+2]; o.sent == p.sent && (f.narrows(q.last, o.first) || q.last < o.first && f.owns(q, o)) {
						p.quals = append(p.quals, int32(i+2))
					}
				}
			}
		}
		if i > 0 {
			if q := &f.list[i-1]; q.sent == p.sent && f.owns(q, p) {
				p.quals = append(p.quals, int32(i-1))
			}
		}
	}
}

// narrows reports whether the tokens from a to b-1 between two places say that
// the second holds the first.
func (f *places) narrows(a, b int) bool {
	d := f.doc
	if b <= a || b-a > 12 || b-a > 6 && d.Of(a) != "is" && d.Of(a) != "was" {
		return false
	}
	switch {
	case d.Is(a, ',') || d.Is(a, '('):
		for j := a + 1; j < b; j++ {
			if w := f.word(j); d.Tokens[j].Kind == text.Punct || w&(bearingWord|divisionWord|townWord|functionWord|locative|quarterWord) == 0 {
				return false
			}
			switch d.Of(j) {
			case "and", "or", "to", "from", "while", "when", "after", "before", "as", "but", "although", "though", "since", "because", "until", "for", "by", "with":
				return false // "in Bokkos area of Plateau State, while in Kaduna"
			}
		}
		return true
	}
	switch d.Of(a) {
	case "is", "was", "are", "were":
		return f.saysWhatIs(a+1, b)
	}
	if a+1 < b && d.Is(a+1, ',') && d.Tokens[a].Case == text.Lower && f.word(a)&(townWord|divisionWord|quarterWord|campWord) != 0 {
		return f.narrows(a+1, b) // "Khas district, Uruzgan province"
	}
	in := false
	for j := a; j < b; j++ {
		w := f.word(j)
		switch d.Of(j) {
		case "in", "of", "within", "inside":
			in = true
			continue
		case "and", "to", "from", "or", "with", "near":
			return false
		}
		if d.Tokens[j].Kind == text.Punct && !d.Is(j, ',') || w&(bearingWord|divisionWord|townWord|quarterWord|campWord|functionWord|siteWord|baseWord|regionWord) == 0 && !d.Is(j, ',') {
			switch d.Of(j) {
			case "refugee", "part", "border", "neighbouring", "neighboring", "nearby", "occupied":
			default:
				return false
			}
		}
	}
	return in
}

// described reports whether the words from token i on, behind a name, say that
// it is a place: "is a town in", ", a small village near".
func (f *places) described(i, end int) bool {
	d := f.doc
	if !d.Is(i, ',') && d.Of(i) != "is" && d.Of(i) != "was" {
		return false
	}
	if i+3 >= end || d.Of(i+1) != "a" && d.Of(i+1) != "an" && d.Of(i+1) != "the" {
		return false
	}
	for j := i + 2; j < min(end-1, i+8) && d.Tokens[j].Case == text.Lower; j++ {
		if w := f.word(j); w&(townWord|quarterWord|divisionWord|campWord) != 0 && w&functionWord == 0 {
			switch d.Of(j + 1) {
			case "in", "of", "on", "near", "north", "south", "east", "west", "about", "outside", "within":
				return true
			}
		} else if w&(functionWord|locative|personTitle) != 0 {
			return false
		}
	}
	return false
}

// saysWhatIs reports whether the tokens from a to b-1, behind a place and "is",
// say that it is a town or division of the place that follows: "a small village
// and civil parish in the county of".
func (f *places) saysWhatIs(a, b int) bool {
	d := f.doc
	if a >= b || d.Of(a) != "a" && d.Of(a) != "an" && d.Of(a) != "the" {
		return false
	}
	kind := false
	for j := a + 1; j < b; j++ {
		w := f.word(j)
		switch d.Of(j) {
		case "in", "of", "within":
			return kind && !d.Is(b-1, ',')
		case "from", "to", "for", "with", "near", "between", "that", "which", "who", "where", "but":
			return false
		}
		if d.Tokens[j].Kind == text.Punct && !d.Is(j, ',') && d.Of(j) != "(" && d.Of(j) != ")" {
			return false
		}
		kind = kind || w&(townWord|divisionWord|quarterWord|campWord) != 0
	}
	return false
}

// owns reports whether q stands before p as its country or division: "Syria's
// Idlib", "the Ukrainian city of Kharkiv", "Donetsk region's Bakhmut".
func (f *places) owns(q, p *place) bool {
	d := f.doc
	a, b := q.last, p.first
	if b < a || b-a > 6 {
		return false
	}
	if a == b {
		return q.use == usedAsPeople
	}
	if d.Tokens[a].Kind != text.Clitic && q.use != usedAsPeople && f.word(a)&(townWord|quarterWord|divisionTwo|campWord) == 0 {
		return false
	}
	for j := a; j < b; j++ {
		t := &d.Tokens[j]
		if t.Kind == text.Punct || t.Kind == text.Number || d.Of(j) == "and" || d.Of(j) == "in" || d.Of(j) == "on" || d.Of(j) == "from" || d.Of(j) == "to" {
			return false
		}
		if t.Kind != text.Clitic && f.word(j)&(bearingWord|divisionWord|townWord|quarterWord|campWord|siteWord|baseWord) == 0 && d.Of(j) != "of" && d.Of(j) != "capital" && d.Of(j) != "border" && d.Of(j) != "refugee" && d.Of(j) != "port" && d.Of(j) != "coastal" && d.Of(j) != "frontline" {
			return false
		}
	}
	return true
}

// holds is how surely c lies in y, from 0 to 1.
func holds(y, c *placeCandidate) float64 {
	switch y.class {
	case gazetteer.Country, gazetteer.Demonym:
		if y.country == c.country && c.class != gazetteer.Country {
			return 1
		}
	case gazetteer.Admin1:
		if y.country == c.country && c.class != gazetteer.Country && c.class != gazetteer.Admin1 && (y.admin1 == c.admin1) {
			return 1
		}
	case gazetteer.Admin2:
		if y.country == c.country && (c.class.Settlement() || c.class == gazetteer.Admin3 || c.class == gazetteer.Site) {
			if y.Admin2() == c.Admin2() && y.admin1 == c.admin1 {
				return 1
			}
			if km(y, c) < 40 {
				return 0.8
			}
		}
	case gazetteer.Region, gazetteer.Island, gazetteer.Water:
		if d := km(y, c); d < 300 && c.class != gazetteer.Country {
			return 0.8 - d/600
		}
	default:
		if c.class != gazetteer.Country && c.class != gazetteer.Admin1 {
			if d := km(y, c); d < 60 {
				return 0.7 - d/150
			}
		}
	}
	return 0
}

// km is the distance between two candidates; quick, and good to a hundredth
// below a thousand kilometres.
func km(a, b *placeCandidate) float64 {
	dLat := a.lat - b.lat
	dLon := math.Abs(a.lon - b.lon)
	if dLon > 180 {
		dLon = 360 - dLon
	}
	dLon *= cosDeg((a.lat + b.lat) / 2)
	return 111.2 * math.Sqrt(dLat*dLat+dLon*dLon)
}

func cosDeg(d float64) float64 {
	x := d * math.Pi / 180
	x2 := x * x
	return 1 - x2/2 + x2*x2/24 - x2*x2*x2/720
}

// resolve chooses what each name means. Each round, every name's candidates
// are weighed by how prominent they are, by what is named beside them, and by
// what the other names of the article mean so far.
func (f *places) resolve() {
	for _, n := range f.order {
		weigh(n)
	}
	for i := range 3 {
		f.round(i == 2)
	}
	for _, n := range f.order {
		n.best = -1
		for i := range n.cands {
			if n.best < 0 || n.cands[i].score > n.cands[n.best].score {
				n.best = i
			}
		}
	}
}

// weigh turns the scores of a name's candidates into shares of belief.
func weigh(n *placeName) {
	if len(n.cands) == 1 {
		c := &n.cands[0]
		if c.weight = 1; c.score == 0 {
			c.score = c.prior
		}
		return
	}
	top := math.Inf(-1)
	for i := range n.cands {
		c := &n.cands[i]
		if c.score == 0 {
			c.score = c.prior
		}
		top = max(top, c.score)
	}
	sum := 0.0
	for i := range n.cands {
		c := &n.cands[i]
		c.weight = math.Exp(1.5 * (c.score - top))
		sum += c.weight
	}
	for i := range n.cands {
		n.cands[i].weight /= sum
	}
}

// divisionIDs numbers the countries and divisions of an article from 1.
type divisionIDs struct {
	list [][2]string
	at   map[[2]string]int32
}

func (d *divisionIDs) of(country, admin1 string) int32 {
	if country == "" {
		return 0
	}
	k := [2]string{country, admin1}
	if n, ok := d.at[k]; ok {
		return n
	}
	if d.at == nil {
		d.at = make(map[[2]string]int32, 64)
	}
	d.list = append(d.list, k)
	d.at[k] = int32(len(d.list))
	return int32(len(d.list))
}

// mostAnchors bounds the places that others are compared with, a bit each.
const mostAnchors = 60

// anchor is a place that the article is believed to name.
type anchor struct {
	n *placeName
	c *placeCandidate
	w float64
}

// times is how much more a name counts that is told more often, up to twice.
func (n *placeName) times() float64 {
	if n.told >= 4 {
		return 2
	}
	return 1 + math.Log2(float64(n.told))/2
}

// band is the number, from 1, of the band of latitude, three degrees high, that
// lat lies in.
func band(lat float64) int { return int((lat+90)/3) + 1 }

// lend calls add with the country or division that each candidate of n speaks
// for, and how strongly.
func (n *placeName) lend(add func(id int32, w float64)) {
	times := n.times()
	for i := range n.cands {
		c := &n.cands[i]
		if c.weight < 0.1 {
			continue
		}
		w := c.weight * times
		switch c.class {
		case gazetteer.Demonym:
			w *= 0.6
		case gazetteer.Admin1, gazetteer.Admin2:
			w *= 1.3
		case gazetteer.Village:
			if n.sure == 0 {
				w *= 0.4 // as likely a person: there are villages of most Arabic names
			}
		}
		add(c.inCountry, w)
		if c.inAdmin1 != c.inCountry && c.class != gazetteer.Country && c.class != gazetteer.Demonym {
			add(c.inAdmin1, w)
		}
	}
}

// round weighs every name once by the beliefs of the round before; the names
// that can mean only one place only in the last.
func (f *places) round(last bool) {
	m := len(f.ids.list) + 1
	f.shares = slices.Grow(f.shares[:0], 2*m)[:2*m]
	clear(f.shares)
	belief, own := f.shares[:m], f.shares[m:]
	for _, t := range f.told {
		belief[t.id] += t.w
	}
	anchors := f.anchors[:0]
	var bands [64]uint64 // for each band of latitude, the anchors in it
	for _, n := range f.order {
		if n.told <= 0 || len(n.cands) == 0 {
			continue
		}
		n.lend(func(id int32, w float64) { belief[id] += w })
		times := n.times()
		for i := range n.cands {
			c := &n.cands[i]
			if c.weight > 0.25 && c.class != gazetteer.Country && c.class != gazetteer.Demonym && len(anchors) < mostAnchors {
				bands[band(c.lat)] |= 1 << len(anchors)
				anchors = append(anchors, anchor{n, c, c.weight * times})
			}
		}
	}
	f.anchors = anchors
	// Counties and districts told outright: "Paris" beside "Henry County".
	type district struct {
		n *placeName
		c *placeCandidate
	}
	var districts []district
	for _, n := range f.order {
		if n.told <= 0 || len(n.cands) == 0 || n.cands[0].class != gazetteer.Admin2 && n.fits&divisionTwo == 0 {
			continue
		}
		for i := range n.cands {
			if n.cands[i].class == gazetteer.Admin2 && len(districts) < 64 {
				districts = append(districts, district{n, &n.cands[i]})
			}
		}
	}
	type seat struct {
		c      *placeCandidate
		weight float64
	}
	var seats []seat
	for _, n := range f.order {
		if len(n.cands) == 0 || len(n.cands) == 1 && !last {
			continue
		}
		if n.told > 0 {
			n.lend(func(id int32, w float64) { own[id] += w })
		}
		for i := range n.cands {
			c := &n.cands[i]
			s := c.prior
			if c.inCountry > 0 {
				s += 1.2 * worth(belief[c.inCountry]-own[c.inCountry])
			}
			if c.inAdmin1 != c.inCountry && c.class != gazetteer.Country && c.class != gazetteer.Demonym {
				s += 1.1 * worth(belief[c.inAdmin1]-own[c.inAdmin1])
			}
			if c.class != gazetteer.Country && c.class != gazetteer.Demonym {
				near, b := 0.0, band(c.lat)
				for in := bands[b-1] | bands[b] | bands[b+1]; in != 0; in &= in - 1 {
					a := &anchors[bits.TrailingZeros64(in)]
					if a.n == n || math.Abs(a.c.lat-c.lat) > 2.7 {
						continue
					}
					if d := km(a.c, c); d < 300 {
						near += a.w * (1 - d/300) * (1 - d/300)
					}
				}
				s += worth(near)
			}
			if c.class.Settlement() {
				for _, o := range districts {
					if o.n != n && o.c.SharesDivision(c.Candidate) {
						s += 2.5
						seats = append(seats, seat{o.c, c.weight})
						break
					}
				}
			}
			// What stands right beside some of its uses.
			q, seen := 0.0, 0
			for _, pi := range n.places {
				if p := &f.list[pi]; len(p.quals) > 0 && seen < 3 {
					q = max(q, f.qualified(p, c))
					seen++
				}
			}
			s += 6 * q
			c.score = s
		}
		if n.told > 0 {
			n.lend(func(id int32, w float64) { own[id] = 0 })
		}
	}
	for _, o := range seats {
		o.c.score += 2 * o.weight
	}
	for _, n := range f.order {
		weigh(n)
	}
}

// worth is what the belief of others adds to a candidate's score; most
// candidates have none.
func worth(belief float64) float64 {
	if belief <= 0 {
		return 0
	}
	return math.Log2(1 + belief)
}

// qualified is how surely the places beside p hold c: 1 for each that does.
func (f *places) qualified(p *place, c *placeCandidate) float64 {
	sum := 0.0
	for _, qi := range p.quals {
		best := 0.0
		q := &f.list[qi]
		for j := range q.name.cands {
			y := &q.name.cands[j]
			if y.weight < 0.02 && y.class != gazetteer.Admin1 && y.class != gazetteer.Country {
				continue
			}
			if h := holds(y, c); h > 0 {
				best = max(best, h*(0.5+0.5*y.weight))
			}
		}
		sum += best
	}
	return sum
}

// divide gives each name that narrows another the sense of a division, where
// that holds the other and the best of its senses does not: in "Kankara, also
// in Katsina", it is the state and not its capital.
func (f *places) divide() {
	for i := range f.list {
		p := &f.list[i]
		if p.name.best < 0 {
			continue
		}
		c := &p.name.cands[p.name.best]
		for _, qi := range p.quals {
			q := &f.list[qi]
			if y := f.sense(q); y == nil || q.own >= 0 || !y.class.Settlement() || q.name == p.name || c.class.Division() || c.class == gazetteer.Quarter {
				continue
			}
			for j := range q.name.cands {
				if y := &q.name.cands[j]; y.class == gazetteer.Admin1 && holds(y, c) == 1 {
					q.own = j
					break
				}
			}
		}
	}
}

// sense is what p is taken to mean, or nil.
func (f *places) sense(p *place) *placeCandidate {
	switch n := p.name; {
	case p.own >= 0:
		return &n.cands[p.own]
	case n.best >= 0:
		return &n.cands[n.best]
	}
	return nil
}

// settle gives each place its meaning, and drops those that mean nothing.
func (f *places) settle() {
	f.settleUnlisted()
	f.divide()
	keep := slices.Grow(f.kept[:0], len(f.list))
	at := make([]int, len(f.list))
	for i := range f.list {
		at[i] = -1
		p := &f.list[i]
		n := p.name
		if n.unlisted && !n.at.IsZero() {
			p.at = n.at
			p.point = event.Point{Lat: p.at.Lat, Lon: p.at.Lon}
			at[i] = len(keep)
			keep = append(keep, *p)
			continue
		}
		if n.best < 0 || p.doubt && (n.sure == 0 || f.persons[n.key]) {
			continue
		}
		c := f.sense(p)
		if p.use == usedInName {
			if h := f.siteIn(i, c); h >= 0 {
				p.use, p.in, p.located = usedAsPlace, h, true
			}
		}
		if p.use == usedInName && n.sure == 0 && c.class != gazetteer.Country && c.class != gazetteer.Admin1 && c.class != gazetteer.Admin2 && c.prior < 4.7 && c.score-c.prior < 4 {
			continue // "Lincoln Day Dinner"
		}
		// Another sense where this use is narrowed to it: "Paris, France" in
		// an article about Paris, Texas.
		if len(p.quals) > 0 {
			best, which := f.qualified(p, c)+0.3, -1
			for j := range n.cands {
				if q := f.qualified(p, &n.cands[j]); q > best+1e-9 {
					best, which = q, j
				}
			}
			if which >= 0 && p.own < 0 {
				c = &n.cands[which]
			}
			for _, qi := range p.quals {
				q := &f.list[qi]
				if y := f.sense(q); y != nil && (holds(y, c) > 0.5 || holds(y, c) > 0.3 && f.communeOf(q)) {
					p.in = int(qi)
					break
				}
			}
			if p.in < 0 && (c.class.Settlement() || c.class.Part() || c.class.Division()) {
				if h := f.contradicts(p, c); h >= 0 {
					// "the Dniprovskyi district of Kherson", of which the
					// gazetteer knows only one in Kyiv.
					q := &f.list[h]
					p.in = h
					n.within = q.name.cands[q.name.best].class
					p.at = f.inside(q.name.cands[q.name.best].Place(), i)
					p.elsewhere = true
					p.point = event.Point{Lat: p.at.Lat, Lon: p.at.Lon}
					at[i] = len(keep)
					keep = append(keep, *p)
					continue
				}
			}
		}
		if h := f.cityOf(i, c); h >= 0 {
			p.elsewhere = true
			n.within = gazetteer.City
			p.at = f.inside(f.sense(&f.list[h]).Place(), i)
			p.at.Class = gazetteer.Quarter
			p.point = event.Point{Lat: p.at.Lat, Lon: p.at.Lon}
			at[i] = len(keep)
			keep = append(keep, *p)
			continue
		}
		if !f.believable(p, n, c) {
			continue
		}
		if c == &n.cands[n.best] {
			if n.at.IsZero() {
				n.at = f.place(n, n.best)
			}
			p.at = n.at
		} else {
			p.at = c.Place()
		}
		p.point = event.Point{Lat: p.at.Lat, Lon: p.at.Lon}
		at[i] = len(keep)
		keep = append(keep, *p)
	}
	for i := range keep {
		if keep[i].in >= 0 {
			keep[i].in = at[keep[i].in]
		}
	}
	// "The Gaza city of Khan Younis" and "the Sheikh Maqsoud quarter of Aleppo"
	// read the same: the smaller lies in the larger.
	for i := range keep {
		if j := keep[i].in; j >= 0 && keep[j].in == i {
			if larger(keep[i].at, keep[j].at) {
				keep[i].in = -1
			} else {
				keep[j].in = -1
			}
		}
	}
	f.list, f.kept = keep, f.list
}

// siteIn is the index of the state or country that a body named for the city c,
// place i of the list, is told to stand in, which holds the city: then it
// stands in that, as the Vallejo Police Department in California; or -1.
func (f *places) siteIn(i int, c *placeCandidate) int {
	p := &f.list[i]
	if i+1 >= len(f.list) || c.class != gazetteer.City {
		return -1
	}
	q := &f.list[i+1]
	if q.sent != p.sent || q.use != usedAsPlace || q.first-p.last < 1 || q.first-p.last > 7 || f.doc.Of(q.first-1) != "in" {
		return -1
	}
	for j := p.last; j < q.first-1; j++ {
		switch f.doc.Of(j) {
		case "of", "for", "and", "the", "&":
		default:
			if !f.capital(j) || f.tok(j).Gap == text.Blank {
				return -1
			}
		}
	}
	y := f.sense(q)
	if y == nil || y.class != gazetteer.Admin1 && y.class != gazetteer.Country || holds(y, c) < 1 {
		return -1
	}
	return i + 1
}

// communeOf reports whether q is told as a division of which it is the seat:
// "in the commune of Kokorou", "in Synelnykove district".
func (f *places) communeOf(q *place) bool {
	i := q.first - 1
	return q.fits&divisionTwo != 0 || i > 0 && f.doc.Of(i) == "of" && f.word(i-1)&divisionTwo != 0
}

// foreign reports whether c is a small place of a country of which nothing else
// in the article speaks, where the article is about another: a village of Iraq
// in a report on Aleppo.
func (f *places) foreign(n *placeName, c *placeCandidate) bool {
	if c.prior >= 5.3 || c.Noted() || c.inCountry == 0 || c.class == gazetteer.Admin1 || int(c.inCountry) >= len(f.shares)/2 {
		return false
	}
	most, here := f.beliefs(n, c)
	return most >= sureOfCountry && here < most/4
}

// beliefs are those in the country that the article is most about, and in the
// country of c without what its own name n says for it.
func (f *places) beliefs(n *placeName, c *placeCandidate) (most, here float64) {
	belief := f.shares[:len(f.shares)/2]
	for _, d := range f.ids.list {
		if d[1] == "" {
			most = max(most, belief[f.ids.at[d]])
		}
	}
	if c.inCountry == 0 || int(c.inCountry) >= len(belief) {
		return most, 0
	}
	here = belief[c.inCountry]
	if n.told > 0 {
		n.lend(func(id int32, w float64) {
			if id == c.inCountry {
				here -= w
			}
		})
	}
	return most, here
}

// sureOfCountry is the belief in a country that an article is about: that of
// three names that can mean nothing else.
const sureOfCountry = 2.5

// larger reports whether a is wider than b, or has more people where both are
// towns.
func larger(a, b gazetteer.Place) bool {
	x, _ := extent(a.Class)
	y, _ := extent(b.Class)
	if x != y {
		return x > y
	}
	return a.Population > b.Population
}

// wideCountries are those with first-order divisions of more than 400 km across.
const wideCountries = "AR AU BR CA CD CL CN CO DZ EG ET GL ID IN KE KZ LY ML MN MR MX NA NE NG OM PE PK RU SA SD SO TD US VE YE ZA"

// farFrom is how far, in kilometres, a place may lie from what is said to hold
// it: divisions are wide, and their middles far from their edges.
func farFrom(y *placeCandidate) float64 {
	switch y.class {
	case gazetteer.Admin1:
		if strings.Contains(wideCountries, y.country) {
			return 350
		}
		return 200
	case gazetteer.Admin2, gazetteer.Admin3:
		return 120
	}
	return 60
}

// contradicts is the index of the place that is said to hold p and is too far
// from c, the best of what p's name may mean, to do so; or -1.
func (f *places) contradicts(p *place, c *placeCandidate) int {
	if p.fits&quarterWord == 0 && !p.described && (c.Noted() && c.class == gazetteer.City || c.Population() >= 100000) {
		return -1
	}
	for _, qi := range p.quals {
		q := &f.list[qi]
		if q.name.best < 0 {
			continue
		}
		y := &q.name.cands[q.name.best]
		if y.class == c.class && y.country == c.country {
			continue // "in Murmansk, Irkutsk and Ryazan regions"
		}
		if (y.class.Division() || y.class == gazetteer.City && q.first > p.last && (p.described || p.fits&(quarterWord|townWord) != 0)) && km(y, c) > farFrom(y) {
			return int(qi)
		}
		if p.described && q.first > p.last && (y.class == gazetteer.Region && km(y, c) > 400 || (y.class == gazetteer.Country || y.class == gazetteer.Demonym) && y.country != c.country) {
			return int(qi) // "Hope is a village in southern Lebanon"
		}
		if y.class == gazetteer.City && q.first > p.last && f.word(q.first-2)&bearingWord != 0 && km(y, c) > 100 {
			return int(qi) // "Safra, southwest of Kirkuk"
		}
		if y.class == gazetteer.City && q.last == p.first-1 && f.tok(q.last).Kind == text.Clitic && km(y, c) > farFrom(y) {
			return int(qi) // "Peshawar's Police Lines"
		}
		if y.class == gazetteer.Country && q.last == p.first-1 && f.tok(q.last).Kind == text.Clitic && y.country != c.country {
			return int(qi) // "Burkina Faso's Eastern Region"
		}
	}
	return -1
}

// cityOf is the index of the city told last before the quarter i, where the
// gazetteer knows none of its name there but c, which is far from it; or -1:
// "In Kherson, two died. A drone hit a bus in the Dniprovskyi district."
func (f *places) cityOf(i int, c *placeCandidate) int {
	p := &f.list[i]
	if p.fits&(quarterWord|divisionTwo) == 0 || p.in >= 0 || c.class != gazetteer.Quarter {
		return -1
	}
	last := -1
	for k := i - 1; k >= 0 && p.sent-f.list[k].sent <= 3; k-- {
		q := &f.list[k]
		if q.use != usedAsPlace || q.name == p.name || q.name.unlisted {
			continue
		}
		y := f.sense(q)
		if y == nil || y.class != gazetteer.City || y.Population() < 50000 && !y.Noted() {
			continue
		}
		if km(y, c) <= 40 {
			return -1
		}
		if last < 0 {
			last = k
		}
	}
	return last
}

// enoughForSound is what the other places of the article must say for a name
// that only sounds like one of the gazetteer: that they lie in its country and
// near it, or in its division.
const enoughForSound = 2

// believable reports whether a name that may be no place at all is one here:
// a village that nothing around it speaks for is not.
func (f *places) believable(p *place, n *placeName, c *placeCandidate) bool {
	if n.sound && p.in < 0 {
		// The village that "al-Khansaa" sounds like is of Yemen, the article of
		// Iraq.
		if most, here := f.beliefs(n, c); c.score-c.prior < enoughForSound || here < most/3 {
			return false
		}
	}
	if c.class != gazetteer.Village && !(c.class == gazetteer.City && c.prior < 4.3) && c.class != gazetteer.Quarter && c.class != gazetteer.Admin2 && c.class != gazetteer.Admin3 {
		return true
	}
	if p.in < 0 && f.foreign(n, c) {
		return false
	}
	// "the gate of al-Thawra hospital" tells of no town.
	bare := p.fits == siteWord && !c.Noted() && c.Population() < 50000
	if p.fits != 0 && !bare || p.in >= 0 {
		return true
	}
	support := c.score - c.prior
	switch {
	case !bare && (p.located || n.sure > 0):
		return support > 0.3 || c.class == gazetteer.City || c.Noted()
	case n.long:
		return support > 0.6
	}
	return support > 1.2
}

// relate reads the words before each place, and sets relation, point, radius
// and precision.
func (f *places) relate() {
	for i := range f.list {
		p := &f.list[i]
		p.radiusKm, p.precision = extent(p.at.Class)
		if p.name.unlisted || p.elsewhere {
			p.radiusKm, p.precision = unlistedExtent(p.name.within)
		}
		switch next := p.last; {
		case p.at.Class == gazetteer.City && (p.fits&divisionTwo != 0 && p.fits&townWord == 0 || f.communeOf(p)):
			// A district is known by its town: "in Chuhuiv district".
			p.radiusKm, p.precision = extent(gazetteer.Admin2)
		case p.at.Class == gazetteer.City && next < len(f.doc.Tokens) && f.doc.Of(next) == "area" && f.doc.Tokens[next].Gap == text.Space:
			p.radiusKm, p.precision = 15, event.NearPlace // "in the Khalis area"
		case p.at.Class == gazetteer.Region && p.fits&regionWord != 0 || p.at.Class == gazetteer.Region && next > p.first && f.word(next-1)&regionWord != 0:
			p.radiusKm, p.precision = 30, event.NearPlace // "in Tirah valley"
		}
	}
	for i := range f.list {
		f.relation(i)
	}
	for i := range f.list {
		p := &f.list[i]
		if !p.name.unlisted || p.in < 0 {
			continue
		}
		// "Bur Abor, some 25 kilometres south of Mandera" is where Mandera's
		// words put what is told.
		if q := &f.list[p.in]; q.from >= p.last && q.from < q.first && q.point != (event.Point{Lat: q.at.Lat, Lon: q.at.Lon}) && q.with < 0 {
			p.point, p.radiusKm, p.precision = q.point, q.radiusKm, q.precision
			p.at.Lat, p.at.Lon = q.point.Lat, q.point.Lon
		}
	}
}

// extent is the radius in which a place of a class lies about its point, and
// how exactly the place is known.
func extent(c gazetteer.Class) (float64, event.PlacePrecision) {
	switch c {
	case gazetteer.Country, gazetteer.Demonym:
		return 400, event.InCountry
	case gazetteer.Continent:
		return 2500, event.InRegion
	case gazetteer.Admin1:
		return 100, event.InProvince
	case gazetteer.Admin2, gazetteer.Admin3:
		return 25, event.InDistrict
	case gazetteer.Mountain:
		return 15, event.NearPlace
	case gazetteer.Region:
		return 100, event.InRegion
	case gazetteer.Water:
		return 200, event.AtSea
	}
	return 0, event.AtPlace
}

// relation reads "15 km south of", "near", "on the outskirts of", "between A
// and B", "the A–B road", "the border with" before or after place i.
func (f *places) relation(i int) {
	p := &f.list[i]
	d := f.doc
	first := d.Sentences[p.sent].First
	j := p.first - 1
	if j >= first && d.Of(j) == "the" {
		j--
	}
	if j < first {
		return
	}
	near := func(from int, km float64) {
		p.relation, p.from = "near", from
		p.radiusKm = max(p.radiusKm, km)
		if p.precision == event.AtPlace {
			p.precision = event.NearPlace
		}
	}
	// "south of the port city of Hodeida" is south of Hodeida.
	if d.Of(j) == "of" && j-2 > first && f.word(j-1)&townWord != 0 {
		m := j - 2
		for m > first && (d.Of(m) == "the" || d.Of(m) == "port" || d.Of(m) == "coastal" || d.Of(m) == "border") {
			m--
		}
		if d.Of(m) == "of" {
			j = m
		}
	}
	of := d.Of(j) == "of" || d.Of(j) == "from"
	if of {
		k := j - 1
		// "the village of X" in "15 km south of the village of X"
		bearing, from, ok := f.bearing(k, first)
		if ok && from <= k {
			n, unitFrom, measured := f.distance(from-1, first)
			switch {
			case measured && p.at.Class != gazetteer.Country:
				lat, lon := gazetteer.Move(p.at.Lat, p.at.Lon, n, bearing)
				p.point = event.Point{Lat: lat, Lon: lon}
				p.from = unitFrom
				p.relation = d.Slice(unitFrom, j+1)
				p.radiusKm = max(3, n/4)
				if p.precision == event.AtPlace || p.precision == event.InDistrict {
					p.precision = event.NearPlace
				}
				return
			case !measured && d.Of(j) == "of" && p.at.Class.Settlement():
				near(from, 25)
				return
			}
		} else if n, from, ok := f.distance(k, first); ok && p.at.Class.Settlement() {
			near(from, max(1, n))
			return
		}
		if k >= first && (d.Of(k) == "outskirts" || d.Of(k) == "edge" || d.Of(k) == "vicinity" || d.Of(k) == "outside" || d.Of(k) == "environs") {
			near(k, 10)
			return
		}
		if k >= first && d.Of(k) == "border" {
			p.relation, p.from, p.precision = "border", k, event.InRegion
			return
		}
	}
	switch w := d.Of(j); {
	case (w == "near" || w == "outside" || w == "around") && p.at.Class.Settlement():
		near(j, 10)
	case (w == "near" || w == "outside" || w == "around") && (p.at.Class == gazetteer.Base || p.at.Class == gazetteer.Airport || p.at.Class == gazetteer.Plant || p.at.Class == gazetteer.Site || p.at.Class == gazetteer.Dam || p.at.Class == gazetteer.Port || p.at.Class == gazetteer.Crossing):
		near(j, 5)
	case w == "to" && j > first && d.Of(j-1) == "close":
		near(j-1, 10)
	case w == "with" && j > first && d.Of(j-1) == "border":
		p.relation, p.from, p.precision = "border", j-1, event.InRegion
	case (w == "between" || w == "linking" || w == "connecting" || w == "joining") && p.at.Class.Settlement() && i+1 < len(f.list):
		q := &f.list[i+1]
		if q.sent == p.sent && q.first == p.last+1 && d.Of(p.last) == "and" && q.at.Class.Settlement() && q.use == usedAsPlace {
			f.between(i, i+1)
			p.from = j
		}
	}
	// "the A–B road", "the A-B highway"
	if i+1 < len(f.list) {
		q := &f.list[i+1]
		if q.first == p.last && d.Tokens[q.first].Joined() && q.last < len(d.Tokens) && p.at.Class.Settlement() && q.at.Class.Settlement() {
			switch d.Of(q.last) {
			case "road", "highway", "motorway", "route", "axis", "railway", "line":
				f.between(i, i+1)
			}
		}
	}
	if p.last < len(d.Tokens) && d.Of(p.last) == "border" && (p.at.Class == gazetteer.Country || p.at.Class == gazetteer.Demonym) {
		p.relation = "border"
		p.precision = event.InRegion
	}
}

// between puts two places on the middle of the way between them.
func (f *places) between(i, j int) {
	p, q := &f.list[i], &f.list[j]
	d := p.at.DistanceKm(q.at)
	if d > 500 {
		return
	}
	lat, lon := (p.at.Lat+q.at.Lat)/2, (p.at.Lon+q.at.Lon)/2
	for _, x := range []*place{p, q} {
		x.relation = "between"
		x.point = event.Point{Lat: math.Round(lat*1e4) / 1e4, Lon: math.Round(lon*1e4) / 1e4}
		x.radiusKm = math.Ceil(d / 2)
		x.precision = event.InRegion
		if d <= 50 {
			x.precision = event.NearPlace
		}
	}
	p.with, q.with = j, i
}

var bearings = []struct {
	word    string
	degrees float64
}{
	{"north", 0}, {"northeast", 45}, {"east", 90}, {"southeast", 135}, {"south", 180}, {"southwest", 225}, {"west", 270}, {"northwest", 315},
}

// bearing reads the direction that ends at token k, "south", "north-east",
// "to the south", and gives its first token.
func (f *places) bearing(k, first int) (float64, int, bool) {
	if k < first {
		return 0, 0, false
	}
	w := f.lower(k)
	from := k
	if k > first && f.tok(k).Joined() && f.word(k-1)&bearingWord != 0 {
		w = f.lower(k-1) + w
		from = k - 1
	}
	for _, b := range bearings {
		if b.word == w {
			for from > first && (f.doc.Of(from-1) == "the" || f.doc.Of(from-1) == "to" || f.doc.Of(from-1) == "due" || f.doc.Of(from-1) == "just") {
				from--
			}
			return b.degrees, from, true
		}
	}
	return 0, 0, false
}

// distance reads the length that ends at token k, "15 km", and gives it in
// kilometres with its first token.
func (f *places) distance(k, first int) (float64, int, bool) {
	if k < first+1 || f.word(k)&unitWord == 0 {
		return 0, 0, false
	}
	unit := 1.0
	switch f.lower(k) {
	case "mile", "miles":
		unit = 1.609
	case "metres", "meters":
		unit = 0.001
	case "yards":
		unit = 0.0009144
	}
	i := k - 1
	if f.lower(i) == "nautical" {
		unit = 1.852
		i--
	}
	if i < first {
		return 0, 0, false
	}
	if i > first && f.tok(i).Kind == text.Punct {
		i--
	}
	n, ok := f.figure(i)
	if !ok {
		return 0, 0, false
	}
	return n * unit, i, true
}

// figure is the number that token i writes, in digits or as a word.
func (f *places) figure(i int) (float64, bool) {
	if f.tok(i).Kind == text.Number {
		v, frac, dot := 0.0, 0.0, 0.0
		for _, c := range []byte(f.doc.Of(i)) {
			switch {
			case '0' <= c && c <= '9' && dot == 0:
				v = v*10 + float64(c-'0')
			case '0' <= c && c <= '9':
				frac += float64(c-'0') * dot
				dot /= 10
			case c == '.':
				dot = 0.1
			case c == ',':
			default:
				return 0, false
			}
		}
		return v + frac, v+frac > 0 && v < 20000
	}
	for _, w := range smallNumbers {
		if w.word == f.lower(i) {
			return w.n, true
		}
	}
	return 0, false
}

var smallNumbers = []struct {
	word string
	n    float64
}{
	{"one", 1}, {"a", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8}, {"nine", 9}, {"ten", 10}, {"eleven", 11}, {"twelve", 12},
	{"fifteen", 15}, {"twenty", 20}, {"thirty", 30}, {"forty", 40}, {"fifty", 50}, {"sixty", 60}, {"hundred", 100}, {"few", 3}, {"several", 5},
}
