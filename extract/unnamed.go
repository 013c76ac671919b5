package extract

import (
	"cmp"
	"slices"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer"
	"github.com/sitrep-go/sitrep/internal/layout"
	"github.com/sitrep-go/sitrep/internal/text"
)

// readUnnamed lists the capitals that the text tells by that word alone as
// places where an act may have happened: "the Iraqi capital", "Yemen's
// capital", "the capital" of the country that the text is about. It runs after
// the places that are named, and keeps the order of the text.
func (r *reading) readUnnamed() {
	home := ""
	var whole *spot // the country that the text is about, once sought
	k := 0
	n := len(r.spots)
	const words = "country town city village settlement here capital"
	for i := r.find(0, len(r.w), words); i < len(r.w); i = r.find(i+1, len(r.w), words) {
		if r.doc.Tokens[i].Case != text.Lower {
			continue
		}
		if r.in(i, "country") && r.in(i-1, "the") && !r.in(i+1, "s") && r.in(i-2, "across over throughout around") {
			if whole == nil {
				if home == "" {
					home = r.homeCountry()
				}
				s, _ := r.countrySpot(home)
				whole = &s
			}
			if whole.loc.Country != "" {
				s := *whole
				s.first, s.last = i-1, i+1
				r.spots = append(r.spots, s)
			}
			continue
		}
		if r.in(i, "town city village settlement") && r.thisOne(i) || r.in(i, "here") && r.doc.Tokens[i].Gap == text.Space && !r.in(i-1, "people residents many those families everyone nobody life") {
			if s, ok := r.datelineSpot(i); ok {
				r.spots = append(r.spots, s)
			}
			continue
		}
		if !r.in(i, "capital") {
			continue
		}
		for k < len(r.places) && r.places[k].last < i {
			k++
		}
		// What it is of stands before it, or the name behind.
		if i+1 < len(r.w) && r.in(i+1, "of punishment investment gains markets letters city region province district") || r.named(i, k) {
			continue
		}
		country, first := "", i-1
		j := k
		if j > 0 && r.places[j-1].last == i-1 && r.in(i-1, "s") && r.doc.Tokens[i-1].Kind == text.Clitic {
			j--
		}
		if j < len(r.places) && r.places[j].last <= i && r.places[j].last >= i-1 {
			p := &r.places[j]
			if c := p.at.Class; c != gazetteer.Country && c != gazetteer.Demonym {
				continue
			}
			country, first = p.at.Country, p.from
			if first > 0 && r.in(first-1, "the") {
				first--
			}
		} else if !r.in(i-1, "the") {
			continue
		} else {
			if home == "" {
				home = r.homeCountry()
			}
			country = home
		}
		at, ok := gazetteer.Capital(country)
		if !ok || r.fromThere(first) || r.broughtThere(first) {
			continue
		}
		strong := r.there(first) || r.struck(first) || r.suffers(i+1)
		loc := event.Location{Name: at.Name, Country: at.Country, Admin1: at.Admin1, Admin2: at.Admin2, GazetteerID: at.ID,
			Precision: event.AtPlace, Relation: "in", Point: &event.Point{Lat: at.Lat, Lon: at.Lon}}
		r.spots = append(r.spots, spot{first, i + 1, loc, strong, 0, gazetteer.City, ""})
	}
	if len(r.spots) > n {
		slices.SortStableFunc(r.spots, func(a, b spot) int { return cmp.Compare(a.first, b.first) })
	}
}

// thisOne reports whether "this" points at the town of token i: "this hillside
// Palestinian town".
func (r *reading) thisOne(i int) bool {
	for k, n := i-1, 0; k >= 0 && n < 4; k, n = k-1, n+1 {
		if r.in(k, "this") {
			return true
		}
		if r.doc.Tokens[k].Kind == text.Punct || r.in(k, "the a an of in") {
			return false
		}
	}
	return false
}

// datelineSpot is the place that the text was written in, told by token i, and
// false where no dateline tells it.
func (r *reading) datelineSpot(i int) (spot, bool) {
	for k := range r.places {
		p := &r.places[k]
		si := r.doc.SentenceAt(p.first)
		z := r.layout.Zones[si]
		if z.Lead != layout.Dateline || p.first >= z.Text {
			if p.first > longestDateline {
				return spot{}, false
			}
			continue
		}
		if p.at.IsZero() || p.use != usedAsPlace || !p.at.Class.Settlement() {
			return spot{}, false
		}
		at := spotOf(p)
		at.first, at.last, at.loc.Relation = i, i+1, "in"
		return at, true
	}
	return spot{}, false
}

// longestDateline bounds the tokens before which a dateline stands.
const longestDateline = 200

// countrySpot is the country with the code, and false where the article does not
// name it.
func (r *reading) countrySpot(code string) (spot, bool) {
	if code == "" {
		return spot{}, false
	}
	for k := range r.places {
		at := &r.places[k].at
		if at.Country == code && at.Class == gazetteer.Country {
			return spot{loc: event.Location{Name: at.Name, Country: at.Country, GazetteerID: at.ID, Precision: event.InCountry, RadiusKm: 400,
				Relation: "in", Point: &event.Point{Lat: at.Lat, Lon: at.Lon}}, strong: true, class: gazetteer.Country}, true
		}
	}
	return spot{}, false
}

// named reports whether the capital of token i is named beside the word: "the
// capital Kyiv", "Kyiv, the capital,", "the capital, Kyiv". The place with index k is the first that
// ends behind it.
func (r *reading) named(i, k int) bool {
	for j := max(0, k-2); j < min(len(r.places), k+2); j++ {
		p := &r.places[j]
		if p.at.IsZero() || p.at.Class != gazetteer.City {
			continue
		}
		if p.first == i+1 || p.first == i+2 && r.doc.Is(i+1, ',') || p.last < i && i-p.last <= 4 && r.doc.Is(p.last, ',') {
			return true
		}
	}
	return false
}
