package extract

import (
	"math"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
	"github.com/sitrep-go/sitrep/internal/layout"
	"github.com/sitrep-go/sitrep/internal/text"
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
	spoken := r.spokenTokens()
	var points []event.Point
	r.actingRoom = zeroed(r.actingRoom, len(r.w)+1)
	acting := r.actingRoom
	for k := range r.actors {
		if a := &r.actors[k]; !a.land {
			acting[a.first] = 1
		}
	}
	si := 0
	for k, p := range r.places {
		for si < len(r.doc.Sentences)-1 && r.doc.Sentences[si].Last <= p.first {
			si++
		}
		z := r.layout.Zones[si]
		aimed := p.use == usedAsActor && r.in(p.from-1, "against at across over on into")
		if p.use != usedAsPlace && !aimed || p.at.IsZero() || narrows[k] || z.Lead == layout.Dateline && p.first < z.Text {
			continue
		}
		if spoken[p.first] != 0 || acting[p.first] != 0 && p.relation == "" && !r.there(p.from) || r.fromThere(p.from) || r.broughtThere(p.from) || p.last < len(r.w) && r.doc.Tokens[p.last].Joined() {
			continue
		}
		// The points of an article lie together in memory that is theirs.
		if len(points) == cap(points) {
			points = make([]event.Point, 0, max(8, len(r.places)-k))
		}
		points = append(points, event.Point{Lat: p.point.Lat, Lon: p.point.Lon})
		point := &points[len(points)-1]
		loc := event.Location{Name: p.at.Name, Country: p.at.Country, Admin1: p.at.Admin1, Admin2: p.at.Admin2,
			GazetteerID: p.at.ID, Precision: p.precision, RadiusKm: p.radiusKm, Relation: p.relation,
			Point: point}
		label := z.Lead == layout.Label && p.first < z.Text
		if wide(loc) && r.madeThere(p.from) {
			continue
		}
		if wide(loc) && r.in(p.last, "s") && r.doc.Tokens[p.last].Kind == text.Clitic {
			continue // "on Yemen's capital"
		}
		strong := !label && p.located || label && !wide(loc) || r.there(p.from) || r.struck(p.from) || r.suffers(p.last)
		// "in Beirut, the Bekaa and the south": what holds of the first of a
		// list holds of the rest.
		if n := len(r.spots); !strong && n > 0 && r.spots[n-1].strong && r.listed(r.spots[n-1].last, p.from) {
			strong = true
		}
		r.spots = append(r.spots, spot{p.from, p.last, loc, strong})
	}
}

// listed reports whether tokens i to j-1 only join the members of a list.
func (r *reading) listed(i, j int) bool {
	if j-i > 5 || j <= i {
		return false
	}
	joined := false
	for ; i < j; i++ {
		switch {
		case r.doc.Is(i, ','), r.in(i, "and or"):
			joined = true
		case r.in(i, "the nearby neighbouring neighboring in city town of then"):
		default:
			return false
		}
	}
	return joined
}

// spokenTokens marks the tokens of speakers, whose places are where they
// speak: "prosecutors in Baku said", "staff at Nasser Hospital"; and those of
// organisations named after a place.
func (r *reading) spokenTokens() []int32 {
	r.spokenRoom = zeroed(r.spokenRoom, len(r.w)+1)
	out := r.spokenRoom
	for k := range r.says.all {
		sp := &r.says.all[k]
		if sp.pronoun || !r.speaks(sp) {
			continue
		}
		for i := sp.first; i < sp.last; i++ {
			out[i] = 1
		}
		// "Mijares, who commands police in the region,"
		if r.in(sp.last+1, "who which") && r.doc.Is(sp.last, ',') {
			for i := sp.last + 1; i < len(r.w) && i < sp.last+longestAside && !r.doc.Is(i, ',') && !r.doc.Is(i, '.'); i++ {
				out[i] = 1
			}
		}
		// "officials in Washington", "the air force in Kyiv says"
		if r.in(sp.last, "in at from of") {
			for i := sp.last; i < sp.last+5 && i < len(r.w) && r.doc.Tokens[i].Kind == text.Word && !r.lang.grammar.In(r.w[i], r.lang.say); i++ {
				out[i] = 1
			}
		}
	}
	for k := range r.names {
		m := &r.names[k]
		if m.Entry.Kind == catalogue.Actor && m.Entry.ActorKind != "state" && m.Use == catalogue.ByName && !m.Maybe {
			for i := m.First; i < m.Last; i++ {
				out[i] = 1
			}
		}
	}
	return out
}

// speaks reports whether a verb of speech stands beside the speaker.
func (r *reading) speaks(sp *speaker) bool {
	l, g := r.lang, r.lang.grammar
	for k, n := sp.last, 0; k < len(r.w) && n < 7; k, n = k+1, n+1 {
		if g.In(r.w[k], l.say) {
			return true
		}
	}
	return sp.first > 0 && (g.In(r.w[sp.first-1], l.say) || r.in(sp.first-1, "to") && r.in(sp.first-2, "according"))
}

// madeThere reports whether what begins at token i is where a thing comes
// from: "made in the United States".
func (r *reading) madeThere(i int) bool {
	k := i - 1
	for k > 0 && r.in(k, "the") {
		k--
	}
	return r.in(k, "in by") && r.in(k-1, "made built manufactured produced designed assembled developed born based")
}

// broughtThere reports whether what begins at token i is where people were
// taken: "flown to Kyiv", "in hospital in Gusau", "in the direction of".
func (r *reading) broughtThere(i int) bool {
	k := i - 1
	for k > 0 && r.in(k, "the city nearby neighbouring") {
		k--
	}
	switch {
	case r.in(k, "to"):
		for j, n := k-1, 0; j > 0 && n < 6; j, n = j-1, n+1 {
			if r.in(j, "flown taken sent driven transferred evacuated brought moved fled rushed airlifted travelled traveling travelling returned road way route bound") {
				return true
			}
			if r.doc.Tokens[j].Kind == text.Punct {
				return false
			}
		}
	case r.in(k, "in at"):
		return r.in(k-1, "hospital hospitals care clinic clinics treatment morgue") && r.in(k-2, "in to intensive for a the")
	case r.in(k, "of"):
		return r.in(k-1, "direction")
	}
	return false
}

// fromThere reports whether what begins at token i is where something came
// from: "from the Gaza Strip", "220 km from Poland".
func (r *reading) fromThere(i int) bool {
	k := i - 1
	for k > 0 && r.in(k, "the northern southern eastern western central neighbouring neighboring occupied") {
		k--
	}
	return r.in(k, "from")
}

// there reports whether a preposition of place governs what begins at token
// i: "in the city of Kherson", "on a village in the Lviv region".
func (r *reading) there(i int) bool {
	for k, n := i-1, 0; k >= 0 && n < 6; k, n = k-1, n+1 {
		if r.in(k, "in at near on off outside around across inside over throughout into onto against upon") {
			return true
		}
		if !r.in(k, "the a city town village capital region province district area of northern southern eastern western central port settlement governorate state neighbourhood suburb north south east west") {
			return false
		}
	}
	return false
}

// suffers reports whether a verb behind token i makes what ends there the
// target: "Kherson was shelled", "Odesa came under attack".
func (r *reading) suffers(i int) bool {
	l, g := r.lang, r.lang.grammar
	for k, n := i, 0; k < len(r.w) && n < 6; k, n = k+1, n+1 {
		w := r.w[k]
		switch {
		case r.in(k, "under") && n > 0:
			return true
		case g.In(w, l.actVerb):
			return n > 0 && r.passive(k, r.doc.Sentences[r.doc.SentenceAt(k)])
		case g.In(w, l.be), g.In(w, l.have), g.In(w, l.adverb), r.in(k, "came come itself city region"):
		default:
			return false
		}
	}
	return false
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
	for i := range a {
		for k := range b {
			p, q := &a[i], &b[k]
			rel := -1
			switch {
			case p.loc.GazetteerID != "" && p.loc.GazetteerID == q.loc.GazetteerID || p.loc.Name == q.loc.Name && p.loc.Country == q.loc.Country:
				rel = 2
			case inside(&p.loc, &q.loc) || inside(&q.loc, &p.loc):
				rel = 1
			case p.loc.Point != nil && q.loc.Point != nil && math.Abs(p.loc.Point.Lat-q.loc.Point.Lat) < .1 && !wide(p.loc) && !wide(q.loc) &&
				gazetteer.Distance(p.loc.Point.Lat, p.loc.Point.Lon, q.loc.Point.Lat, q.loc.Point.Lon) < 6:
				rel = 0 // two names for one spot, or two quarters of a city
			}
			best = max(best, rel)
		}
	}
	return best
}

// strongest keeps the places that the words put the act at, and of those the
// exact ones where there are such: "deep into the Emirates" says less than
// "in Musaffah".
func strongest(list []spot) []spot {
	strong, exact := 0, 0
	for i := range list {
		if s := &list[i]; s.strong {
			strong++
			if !wide(s.loc) {
				exact++
			}
		}
	}
	if strong == 0 {
		return nil
	}
	if strong == len(list) && (exact == 0 || exact == strong) {
		return list[:strong:strong]
	}
	out := make([]spot, 0, strong)
	for _, s := range list {
		if s.strong && (exact == 0 || !wide(s.loc)) {
			out = append(out, s)
		}
	}
	return out
}

// around reports whether q only says where p is: a place near it, the island
// or province around it, the sea beside it.
func around(p, q event.Location) bool {
	if q.Precision == event.AtSea {
		return true
	}
	if p.Point == nil || q.Point == nil || p.Country != q.Country {
		return false
	}
	km := gazetteer.Distance(p.Point.Lat, p.Point.Lon, q.Point.Lat, q.Point.Lon)
	switch q.Precision {
	case event.NearPlace:
		return km < 30
	case event.InDistrict, event.InProvince:
		return km < 80
	}
	return false
}

// within reports whether p lies in the division or country q.
func within(p, q event.Location) bool { return inside(&p, &q) }

func inside(p, q *event.Location) bool {
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
