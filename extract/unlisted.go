package extract

import (
	"slices"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer"
	"github.com/sitrep-go/sitrep/internal/text"
)

// Most villages of the world stand in no gazetteer, but the words beside such
// a name tell that it is a place and where it lies: "Tungar Kara, a village in
// Maradun local government area". It is read with its name as printed, no
// gazetteer_id, and the position and precision of the division or town that is
// told to hold it, never a point of its own.

// longestUnlisted bounds the words of a name that the gazetteer lacks.
const longestUnlisted = 4

// mostUnlistedAside bounds the words between such a name and what holds it.
const mostUnlistedAside = 10

// unlisted reports where a name that the gazetteer lacks ends, which begins at
// token i, if the words beside it say that it is a place: "the village of
// Inzhenerne", "in Thayet Thapin in Kyauktaw township", "Bagega, a mining
// settlement in".
func (f *places) unlisted(s, i int) (int, bool) {
	d := f.doc
	sent := d.Sentences[s]
	const notName = functionWord | orgWord | givenName | otherName | personTitle | paperWord | speech | bearingWord | actorWord | locative | unitWord |
		siteWord | townWord | divisionWord | quarterWord | campWord | streetWord | waterWord | clubWord
	if !(f.tok(i).Case == text.Title || f.tok(i).Case == text.Mixed || f.tok(i).Case == text.Upper && f.tok(i).End-f.tok(i).Start > 4 || f.article(i)) || f.word(i)&notName != 0 || f.tok(i).Abbrev {
		return 0, false
	}
	if f.shouted(sent) {
		// "20 MEN RAIDED JAYANTHIPURA, A HAMLET IN TRINCOMALEE DISTRICT"
		return i + 1, f.hamletIn(i+1, sent.Last)
	}
	j := i + 1
	for j < sent.Last && j < i+longestUnlisted && f.follows(j) && (f.capital(j) || f.tok(j).Joined() || f.article(j)) {
		if f.word(j)&notName != 0 && !f.tok(j).Joined() {
			break
		}
		j++
	}
	if f.tok(j-1).Case == text.Lower && !f.tok(j-1).Joined() {
		return 0, false
	}
	// Behind it, no more of a longer name: "Nasser Hospital", "Sinjar Brigade".
	if j < sent.Last && f.follows(j) && f.capital(j) && f.word(j)&(divisionWord|townWord) == 0 {
		return 0, false
	}
	if j < sent.Last && f.follows(j) && f.tok(j).Case == text.Lower && f.tok(j).Gap == text.Space && f.tok(j).End-f.tok(j).Start > 3 {
		switch d.Of(j) {
		case "village", "villages", "town", "hamlet", "settlement", "neighbourhood", "neighborhood", "quarter", "camp":
			// "Khadrawi village", and not "the Sunni village of Nahr al-Imam"
			if j+1 >= len(d.Tokens) || d.Of(j+1) != "of" {
				return j, true
			}
		}
	}
	if _, known := f.names[placeNameKey{f.keyOf(i, j), 0}]; known {
		return j, true
	}
	prev := i - 1
	if prev >= sent.First && f.tok(prev).Kind == text.Word && f.tok(i).Gap == text.Space {
		w := f.word(prev)
		switch d.Of(prev) {
		case "of":
			if prev > sent.First && f.word(prev-1)&townWord != 0 && f.tok(prev-1).Case == text.Lower && f.word(prev-1)&functionWord == 0 {
				return j, true // "the village of X"
			}
			if prev > sent.First && f.word(prev-1)&bearingWord != 0 {
				return j, f.heldAt(j, sent.Last, false) // "south-east of X, Iowa"
			}
		case "at":
			// "the massacre at Wharf Jérémie, in Cité Soleil", "at Bur Abor, some 25
			// kilometres south of Mandera"
			return j, j+1 < sent.Last && d.Is(j, ',') && (d.Of(j+1) == "in" || f.wayOff(j+1, sent.Last) > 0)
		case "in", "near", "outside":
			return j, f.heldAt(j, sent.Last, false)
		}
		if w&townWord != 0 && f.tok(prev).Case == text.Lower && f.tok(prev).Kind == text.Word && w&divisionWord == 0 {
			return j, true // "the village X"
		}
	}
	return j, f.heldAt(j, sent.Last, true)
}

// heldAt reports whether the words from token j on begin to say in what the
// name before them lies: "in Kyauktaw township", ", Donetsk region", or, as
// they alone do where named is set, ", a village in".
func (f *places) heldAt(j, end int, named bool) bool {
	d := f.doc
	if j+1 < end && f.word(j)&(divisionWord|townWord) != 0 && f.tok(j).Case == text.Lower && f.tok(j).Gap == text.Space {
		j++ // "Nam Yuen district, Ubon Ratchathani"
		named = false
	}
	if j >= end {
		return false
	}
	if d.Is(j, ',') && j+1 < end && (d.Of(j+1) == "a" || d.Of(j+1) == "the" || d.Of(j+1) == "an") {
		for k := j + 2; k < min(end, j+7); k++ {
			if f.tok(k).Kind == text.Punct {
				return false
			}
			if f.word(k)&(townWord|quarterWord) != 0 && f.tok(k).Case == text.Lower {
				return true
			}
		}
		return false
	}
	return !named && (d.Of(j) == "in" || d.Is(j, ',') && j+1 < end && (f.capital(j+1) || d.Of(j+1) == "in" && j+2 < end && f.capital(j+2)))
}

// wayOff is where the words from token j on end that measure a way from a place:
// "some 25 kilometres south of", "6km from the centre of"; or 0.
func (f *places) wayOff(j, end int) int {
	d := f.doc
	for k := j; k < min(end, j+4); k++ {
		if f.word(k)&unitWord == 0 {
			continue
		}
		if k == j {
			return 0
		}
		if _, ok := f.figure(k - 1); !ok {
			return 0
		}
		for k++; k < min(end, j+8); k++ {
			switch {
			case d.Of(k) == "of" && f.word(k-1)&bearingWord != 0, d.Of(k) == "from" || d.Of(k) == "off" && f.word(k-1)&unitWord != 0:
				return k + 1
			case f.word(k)&bearingWord == 0 && d.Of(k) != "to" && d.Of(k) != "the" && d.Of(k) != "away":
				return 0
			}
		}
		return 0
	}
	return 0
}

// hamletIn reports whether the words from token j on, in a text all of capitals,
// say of the name before them what it is and in what it lies.
func (f *places) hamletIn(j, end int) bool {
	if j+3 >= end || !f.doc.Is(j, ',') || f.lower(j+1) != "a" || f.word(j+2)&townWord == 0 {
		return false
	}
	return f.lower(j+3) == "in" || f.lower(j+3) == "of"
}

// addUnlisted files the name of tokens i to last-1, which the gazetteer lacks.
func (f *places) addUnlisted(s, i, last int) {
	key := placeNameKey{f.keyOf(i, last), 0}
	n := f.names[key]
	if n == nil {
		n = f.newName()
		n.key, n.best, n.long, n.unlisted = key.key, -1, last > i+1, true
		f.names[key] = n
		f.order = append(f.order, n)
	}
	n.places = append(n.places, int32(len(f.list)))
	f.list = append(f.list, place{first: i, last: last, from: i, with: -1, in: -1, own: -1, sent: s, relation: "in", name: n, located: true})
}

// holder is the place of the list that is told to hold the unlisted one with
// index i, or -1: the next that follows it across words that say so, else the
// one named at the head of its sentence.
func (f *places) holder(i int) int {
	p := &f.list[i]
	d := f.doc
	if i+1 < len(f.list) {
		q := &f.list[i+1]
		if q.sent == p.sent && q.first-p.last <= mostUnlistedAside && q.name != p.name && f.tellsWhere(p.last, q.first) {
			// "Koh-e-Sabz, a hamlet in Pakistan's Panjgur district"
			if i+2 < len(f.list) && q.country() {
				if o := &f.list[i+2]; o.sent == p.sent && o.first > q.last && f.owns(q, o) {
					return i + 2
				}
			}
			if !d.Is(p.last, ',') || q.first > p.last+1 || q.divides() {
				return i + 1
			}
		}
	}
	if i > 0 {
		// "In Lakki Marwat, residents of Bachkan Ahmadzai said", "the Zamfara
		// village of Bagega".
		q := &f.list[i-1]
		if q.sent == p.sent && !q.name.unlisted && (f.owns(q, p) || q.located && q.last < len(d.Tokens) && d.Is(q.last, ',') && q.first <= d.Sentences[q.sent].First+4) {
			return i - 1
		}
	}
	return -1
}

// divides reports whether p is a division: "Zamfara State", "Kyauktaw township".
func (p *place) divides() bool {
	if p.fits&divisionWord != 0 {
		return true
	}
	n := p.name
	return n.best >= 0 && n.cands[n.best].class.Division()
}

// country reports whether p is a country or its people.
func (p *place) country() bool {
	n := p.name
	return n.best >= 0 && (n.cands[n.best].class == gazetteer.Country || n.cands[n.best].class == gazetteer.Demonym)
}

// tellsWhere reports whether the tokens a to b-1 between two names say that
// the first lies in or by the second.
func (f *places) tellsWhere(a, b int) bool {
	d := f.doc
	if b <= a {
		return false
	}
	if f.narrows(a, b) {
		return true
	}
	if d.Is(a, ',') {
		if k := f.wayOff(a+1, b); k > 0 {
			for ; k < b; k++ {
				switch d.Of(k) {
				case "the", "centre", "center", "of", "town", "city", "village", "capital", "edge", "border":
				default:
					return false
				}
			}
			return true
		}
	}
	// "al-Edwaniyah village western Ras al-Ain"
	if b-a <= 3 && f.word(b-1)&bearingWord != 0 && f.tok(b-1).Case == text.Lower && f.word(a)&townWord != 0 {
		return true
	}
	// ", a village strung along a railway line in the", ", a town 5 km from"
	if !d.Is(a, ',') {
		return false
	}
	kind := false
	last := b - 1
	for j := a + 1; j < b; j++ {
		if f.tok(j).Kind == text.Punct {
			return false
		}
		kind = kind || f.word(j)&(townWord|quarterWord) != 0
		if f.tok(j).Case == text.Lower && (d.Of(j) == "in" || d.Of(j) == "of" || d.Of(j) == "near" || d.Of(j) == "outside" || d.Of(j) == "from") {
			last = j
		}
	}
	for j := last + 1; j < b; j++ {
		if w := f.word(j); w&(functionWord|bearingWord|divisionWord|townWord) == 0 && d.Of(j) != "neighbouring" && d.Of(j) != "neighboring" && d.Of(j) != "nearby" {
			return false
		}
	}
	return kind && last < b-1 || kind && last == b-1
}

// settleUnlisted gives the names that the gazetteer lacks what holds them.
// Those that nothing does mean no place.
func (f *places) settleUnlisted() {
	for again := range 2 {
		for _, n := range f.order {
			if !n.unlisted || !n.at.IsZero() {
				continue
			}
			for _, i := range n.places {
				h := f.holder(int(i))
				if h < 0 {
					continue
				}
				q := f.list[h].name
				at := q.at // of one that is unlisted too
				if q.best >= 0 {
					at = q.cands[q.best].Place()
				} else if again == 0 {
					continue
				}
				if holds1(at) {
					f.list[i].in = h
					n.at = f.inside(at, int(i))
					break
				}
			}
		}
	}
}

// aroundKm is how far from a town or the middle of a district what lies in it
// or by it may be.
const aroundKm = 60

// mostAlike bounds how many names of an article are looked for by their
// consonants, for each takes as long as the places around are many.
const mostAlike = 12

// alike is the place about at whose name is another spelling of that of place i.
func (f *places) alike(at gazetteer.Place, i int) (gazetteer.Place, bool) {
	if at.Class == gazetteer.Admin1 || f.looked >= mostAlike {
		return gazetteer.Place{}, false
	}
	f.looked++
	p := &f.list[i]
	c, ok := f.g.Alike(f.doc.Slice(p.first, p.last), at.Admin1, at.Lat, at.Lon, aroundKm)
	if !ok || c.Country() != at.Country {
		return gazetteer.Place{}, false
	}
	return c.Place(), true
}

// holds1 reports whether a place the gazetteer lacks may be put at at: a
// division or a town, not a country, in which it could be anywhere.
func holds1(at gazetteer.Place) bool {
	return at.Class.Division() || at.Class == gazetteer.City || at.Class == gazetteer.Village || at.Class == gazetteer.Camp
}

// inside is the place with the name of the list's place i as printed, that is
// known only to lie in or by at.
func (f *places) inside(at gazetteer.Place, i int) gazetteer.Place {
	p := &f.list[i]
	if c, ok := f.alike(at, i); ok {
		p.name.within = c.Class
		return c
	}
	out := gazetteer.Place{Name: f.doc.Slice(p.first, p.last), Country: at.Country, Admin1: at.Admin1, Admin2: at.Admin2, Lat: at.Lat, Lon: at.Lon, Class: gazetteer.Village}
	switch {
	case at.Class == gazetteer.Admin1 && out.Admin1 == "":
		out.Admin1 = at.Name
	case at.Class == gazetteer.Admin2 && out.Admin2 == "":
		out.Admin2 = at.Name
	}
	p.name.within = at.Class
	return out
}

// unlistedExtent is how exactly a place is known that lies somewhere in or by
// one of class c.
func unlistedExtent(c gazetteer.Class) (float64, event.PlacePrecision) {
	if slices.Contains([]gazetteer.Class{gazetteer.City, gazetteer.Village, gazetteer.Camp}, c) {
		return 25, event.NearPlace
	}
	return extent(c)
}
