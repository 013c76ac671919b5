package extract

import (
	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer"
	"github.com/sitrep-go/sitrep/internal/layout"
)

// A spot is a place where an act may have happened.
type spot struct {
	first, last int
	loc         event.Location
	// strong is set where the words put the act there: "in Kyiv", "hit Kyiv".
	strong bool
}

// readSpots lists the places of the text that can be where an act happened.
func (r *reading) readSpots() {
	narrows := map[int]bool{}
	for _, p := range r.places {
		if p.in >= 0 {
			narrows[p.in] = true
		}
	}
	si := 0
	for k, p := range r.places {
		for si < len(r.doc.Sentences)-1 && r.doc.Sentences[si].Last <= p.first {
			si++
		}
		z := r.layout.Zones[si]
		if p.use != usedAsPlace || p.at.IsZero() || narrows[k] || z.Lead == layout.Dateline && p.first < z.Text {
			continue
		}
		if r.lower(p.from-1) == "from" && !r.in(p.from-2, "kilometres kilometers km miles away far") {
			continue
		}
		loc := event.Location{Name: p.at.Name, Country: p.at.Country, Admin1: p.at.Admin1, Admin2: p.at.Admin2,
			GazetteerID: p.at.ID, Precision: p.precision, RadiusKm: p.radiusKm, Relation: p.relation,
			Point: &event.Point{Lat: p.point.Lat, Lon: p.point.Lon}}
		strong := p.located || z.Lead == layout.Label && p.first < z.Text || r.struck(p.from)
		r.spots = append(r.spots, spot{p.from, p.last, loc, strong})
	}
}

// struck reports whether what begins at token i is the object of a verb of
// attack: "hit Kharkiv", "shelled the city of Kherson".
func (r *reading) struck(i int) bool {
	for k, n := i-1, 0; k >= 0 && n < 4; k, n = k-1, n+1 {
		if r.lang.grammar.In(r.w[k], r.lang.actVerb) {
			return true
		}
		if !r.in(k, "the city town village of capital central northern southern eastern western and port") {
			return false
		}
	}
	return false
}

// wide reports whether l is a country or a larger region, in which many acts
// lie.
func wide(l event.Location) bool {
	return l.Precision == event.InCountry || l.Precision == event.InRegion
}

// placeRelation is 2 where the fragments share a place, 1 where one lies in
// the other, -1 where they are apart, and 0 where one names none.
func placeRelation(a, b []spot) int {
	a, b = strongest(a), strongest(b)
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	best := -1
	for _, p := range a {
		for _, q := range b {
			rel := -1
			switch {
			case p.loc.GazetteerID != "" && p.loc.GazetteerID == q.loc.GazetteerID || p.loc.Name == q.loc.Name && p.loc.Country == q.loc.Country:
				rel = 2
			case within(p.loc, q.loc) || within(q.loc, p.loc):
				rel = 1
			case p.loc.Point != nil && q.loc.Point != nil && !wide(p.loc) && !wide(q.loc) &&
				gazetteer.Distance(p.loc.Point.Lat, p.loc.Point.Lon, q.loc.Point.Lat, q.loc.Point.Lon) < 6:
				rel = 1
			}
			best = max(best, rel)
		}
	}
	return best
}

// strongest keeps the places that the words put the act at, where there are
// such.
func strongest(list []spot) []spot {
	for _, s := range list {
		if s.strong {
			out := make([]spot, 0, len(list))
			for _, s := range list {
				if s.strong {
					out = append(out, s)
				}
			}
			return out
		}
	}
	return nil
}

// within reports whether p lies in the division or country q.
func within(p, q event.Location) bool {
	switch q.Precision {
	case event.InCountry:
		return p.Country == q.Country
	case event.InProvince:
		return p.Country == q.Country && p.Admin1 != "" && (p.Admin1 == q.Admin1 || p.Admin1 == q.Name)
	case event.InDistrict:
		return p.Country == q.Country && p.Admin2 != "" && (p.Admin2 == q.Admin2 || p.Admin2 == q.Name)
	case event.InRegion:
		return p.Country == q.Country || q.Country == ""
	}
	return false
}
