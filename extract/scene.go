package extract

import (
	"math"
	"slices"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
	"github.com/sitrep-go/sitrep/internal/layout"
	"github.com/sitrep-go/sitrep/internal/rules"
	"github.com/sitrep-go/sitrep/internal/text"
)

// placing is the sets by which the words around a place are read.
type placing struct {
	atRequest, tellsFrom, townNoun, ownedFiller, asideFiller, dayFiller, besidesOf, besidesTo  rules.Set
	listFiller, livesThere, countFiller, madeIn, toFiller, wentTowards, broughtTo, ward        rules.Set
	treatedIn, fromFiller, placePrep, roadNoun, placesNoun, thereFiller, entered, struckFiller rules.Set
	replyNoun                                                                                  rules.Set
}

func (p *placing) sets() map[string]*rules.Set {
	return map[string]*rules.Set{
		"at-request": &p.atRequest, "tells-from": &p.tellsFrom, "town-noun": &p.townNoun, "owned-filler": &p.ownedFiller,
		"aside-filler": &p.asideFiller, "day-filler": &p.dayFiller, "besides-of": &p.besidesOf, "besides-to": &p.besidesTo,
		"list-filler": &p.listFiller, "lives-there": &p.livesThere, "count-filler": &p.countFiller, "made-in": &p.madeIn,
		"to-filler": &p.toFiller, "went-towards": &p.wentTowards, "brought-to": &p.broughtTo, "ward": &p.ward,
		"treated-in": &p.treatedIn, "from-filler": &p.fromFiller, "place-prep": &p.placePrep, "road-noun": &p.roadNoun,
		"places-noun": &p.placesNoun, "there-filler": &p.thereFiller, "entered": &p.entered, "struck-filler": &p.struckFiller,
		"reply-noun": &p.replyNoun,
	}
}

// isOf reports whether token k is a word of set.
func (r *reading) isOf(k int, set rules.Set) bool {
	return uint(k) < uint(len(r.w)) && r.lang.grammar.In(r.w[k], set)
}

// A spot is a place where an act may have happened.
type spot struct {
	first, last int
	loc         event.Location
	// strong is set where the words put the act there: "in Kyiv", "hit Kyiv".
	strong bool
	// where is the token of the "where" that goes on about the place, or 0.
	where int
	class gazetteer.Class
	// in is the division that is told to hold it, where a town has that name
	// as well: what is told of Idlib first may be told of a town in Idlib then.
	in string
}

// readSpots lists the places of the text that can be where an act happened.
func (r *reading) readSpots() {
	r.narrowRoom = zeroed(r.narrowRoom, len(r.places))
	narrows := r.narrowRoom
	for k := range r.places {
		if in := r.places[k].in; in >= 0 {
			narrows[in] = 1
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
	var locals []int
	for k := range r.places {
		p := &r.places[k]
		for si < len(r.doc.Sentences)-1 && r.doc.Sentences[si].Last <= p.first {
			si++
		}
		if !p.located && p.last+1 < len(r.w) && r.doc.Is(p.last, ',') && r.in(p.last+1, "a an aged") && (r.in(p.last+1, "aged") || p.last+2 < len(r.personAt) && r.personAt[p.last+2] > 0) {
			continue // "among them Sofia, a girl of six"
		}
		z := r.layout.Zones[si]
		aimed := p.use == usedAsActor && r.in(p.from-1, "against at across over on into")
		if p.use != usedAsPlace && !aimed || p.at.IsZero() || narrows[k] != 0 || z.Lead == layout.Dateline && p.first < z.Text {
			continue
		}
		local := spoken[p.first] == spokenLocally && p.precision < event.InProvince
		if spoken[p.first] != 0 && !local || acting[p.first] != 0 && p.relation == "" && !r.there(p.from) || r.fromThere(p.from) || r.broughtThere(p.from) || r.saidThere(p.from, p.last) || p.last < len(r.w) && r.doc.Tokens[p.last].Joined() {
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
		from := p.from
		if k > 0 && r.ownedBy(&r.places[k-1], p.from) {
			from = r.places[k-1].from // "in northern Iraq's Metina region", "in the Gaza city of Khan Younis"
		}
		if k > 0 && r.doc.Tokens[p.first].Joined() && r.places[k-1].last == p.first && p.relation == "border" {
			from = r.places[k-1].from // "near the Syria-Iraq border"
		}
		if from < p.from && r.broughtThere(from) {
			continue // "bound for the Israeli port of Eilat"
		}
		if wide(loc) && r.madeThere(p.from) {
			continue
		}
		if wide(loc) && r.in(p.last, "s") && r.doc.Tokens[p.last].Kind == text.Clitic {
			continue // "on Yemen's capital"
		}
		if r.in(p.last, "state provincial") && r.in(p.last+1, "line border boundary") {
			continue // "near the Jalisco state line"
		}
		if r.in(p.last, "s") && r.doc.Tokens[p.last].Kind == text.Clitic && r.isOf(p.last+1, r.lang.atRequest) {
			continue // "convened at Moscow's request"
		}
		if r.in(p.first-1, "of") && r.in(p.first-2, "lady") {
			continue // "inside Our Lady of Mount Carmel"
		}
		// "according to the ministry and two officials in Washington"
		if r.in(p.from-1, "in at") && r.isOf(p.from-2, r.lang.tellsFrom) {
			continue
		}
		if r.answered(p.from) {
			continue
		}
		if r.in(p.from-1, "between") && p.relation != "between" && !(k+1 < len(r.places) && r.in(p.last, "and") && r.places[k+1].from == p.last+1) {
			continue // "the railway between Kyiv and the south-east"
		}
		if k > 0 && p.relation != "in" && r.asideOf(&r.places[k-1], p.from) {
			continue // "Avdiivka (17 km north of Donetsk)"
		}
		strong := !local && !label && p.located && !r.besides(p.from) || label && !wide(loc) || !local && (r.there(from) || r.struck(p.from) || r.suffers(p.last))
		if n := len(r.spots); strong && n > 0 && r.spots[n-1].strong && r.doc.SentenceAt(r.spots[n-1].first) == si && r.superlative(p.from) {
			continue // "struck Maaret al-Numan on one of the bloodiest days in Idlib"
		}
		// "in Beirut, the Bekaa and the south": what holds of the first of a
		// list holds of the rest.
		if n := len(r.spots); !strong && n > 0 && r.spots[n-1].strong && r.listed(r.spots[n-1].last, p.from) {
			strong = true
		}
		where := 0
		if !wide(loc) {
			if where = r.whereAfter(p.last); where > 0 {
				strong = true
			}
		}
		in := ""
		if p.in >= 0 && r.places[p.in].at.Class == gazetteer.Admin1 {
			in = r.places[p.in].at.Name
		}
		r.spots = append(r.spots, spot{p.from, p.last, loc, strong, where, p.at.Class, in})
		if local {
			locals = append(locals, len(r.spots)-1)
		}
	}
	r.weighLabels()
	// Where nothing else says where it was, it was where those live who tell
	// it: "Police in Zolote said a tractor had set off a mine".
	for _, k := range locals {
		s := r.doc.Sentences[r.doc.SentenceAt(r.spots[k].first)]
		alone := true
		for _, o := range r.spotsIn(s) {
			alone = alone && !o.strong
		}
		r.spots[k].strong = alone
	}
}

// weighLabels takes the place of a label that is but where a report was filed
// for none of its act: "SIBI: Militants hijacked the train in the Bolan Pass".
func (r *reading) weighLabels() {
	for k := range r.spots {
		p := &r.spots[k]
		si := r.doc.SentenceAt(p.first)
		z := r.layout.Zones[si]
		if z.Lead != layout.Label || p.first >= z.Text || p.loc.Point == nil {
			continue
		}
		for _, o := range r.spotsIn(r.doc.Sentences[si]) {
			if o.strong && o.first >= z.Text && o.loc.Precision <= event.NearPlace && o.loc.Point != nil && p.loc.Precision <= event.NearPlace &&
				gazetteer.Distance(o.loc.Point.Lat, o.loc.Point.Lon, p.loc.Point.Lat, p.loc.Point.Lon) > 25 {
				p.strong = false
			}
		}
	}
}

// ownedBy reports whether q stands before token i as the country or division of
// what begins there.
func (r *reading) ownedBy(q *place, i int) bool {
	if q.last > i || i-q.last > 5 {
		return false
	}
	owned := q.use == usedAsPeople
	for k := q.last; k < i; k++ {
		switch {
		case r.doc.Tokens[k].Kind == text.Clitic:
			owned = true
		case r.isOf(k, r.lang.townNoun):
			owned = true
		case !r.isOf(k, r.lang.ownedFiller):
			return false
		}
	}
	return owned
}

// asideOf reports whether what begins at token i only says where q, which
// stands before it, lies.
func (r *reading) asideOf(q *place, i int) bool {
	if q.use != usedAsPlace || q.last > i || i-q.last > 4 {
		return false
	}
	for k := q.last; k < i; k++ {
		if !r.doc.Is(k, ',') && !r.doc.Is(k, '(') && !r.isOf(k, r.lang.asideFiller) {
			return false
		}
	}
	return true
}

// superlative reports whether what begins at token i only measures the act
// against others there: "one of the bloodiest days in Idlib".
func (r *reading) superlative(i int) bool {
	for k, n := i-1, 0; k >= 0 && n < 6; k, n = k-1, n+1 {
		if r.doc.Tokens[k].Kind == text.Punct {
			return false
		}
		if r.in(k, "deadliest bloodiest worst heaviest fiercest") {
			return true
		}
	}
	return false
}

// whereAfter is the token of the "where" that goes on about the place which
// ends before token i, or 0: "Zaporizhzhia, an hour's drive south, where".
func (r *reading) whereAfter(i int) int {
	if i >= len(r.w) {
		return 0
	}
	if r.in(i, "where") {
		return i
	}
	if !r.doc.Is(i, ',') {
		return 0
	}
	for k := i + 1; k < len(r.w) && k < i+13; k++ {
		switch {
		case r.in(k, "where"):
			if k == i+1 || r.doc.Is(k-1, ',') || r.in(i+1, "a an the") && !r.doc.Is(k-2, ',') {
				return k // "Serhiivka, a resort where"
			}
			return 0
		case r.doc.Is(k, '.'), r.doc.Is(k, ';'), r.lang.grammar.In(r.w[k], r.lang.actVerb), r.lang.grammar.In(r.w[k], r.lang.say):
			return 0
		}
	}
	return 0
}

// saidThere reports whether the tokens i to j-1 are where somebody speaks: "Putin
// said in Tehran on Friday that", "told reporters in Kyiv."
func (r *reading) saidThere(i, j int) bool {
	k := i - 1
	if !r.in(k, "in at") {
		return false
	}
	spoke := false
	for n := 0; n < 3 && k > 0 && r.doc.Tokens[k].Kind != text.Punct; n++ {
		k--
		spoke = spoke || r.lang.grammar.In(r.w[k], r.lang.say) || r.in(k, "reporters journalists conference briefing interview speech")
	}
	if !spoke {
		return false
	}
	// What follows goes on with what was said, and not with what happened.
	for n := 0; n < 4 && j < len(r.w); n++ {
		switch {
		case r.in(j, "that"), r.doc.Is(j, '.'), r.doc.Is(j, ','):
			return true
		case !r.isOf(j, r.lang.dayFiller):
			return false
		}
		j++
	}
	return j >= len(r.w)
}

// besides reports whether the words before what begins at token i tell of
// somebody or something there but of no act: "the mayor of Kyiv", "downstream
// of Kyiv", "the road to Kupiansk".
func (r *reading) besides(i int) bool {
	k := i - 1
	for k > 0 && r.in(k, "the") {
		k--
	}
	switch {
	case r.in(k, "of"):
		return r.isOf(k-1, r.lang.besidesOf) || r.in(k-1, "out") && r.in(k-2, "way")
	case r.in(k, "on"):
		return r.in(k-1, "hold grip control sanctions pressure focus")
	case r.in(k, "to"):
		return r.isOf(k-1, r.lang.besidesTo)
	}
	return false
}

// listed reports whether tokens i to j-1 only join the members of a list.
func (r *reading) listed(i, j int) bool {
	if j-i > 6 || j <= i {
		return false
	}
	joined := false
	for ; i < j; i++ {
		switch {
		case r.doc.Is(i, ','), r.in(i, "and or"):
			joined = true
		case r.isOf(i, r.lang.listFiller):
		case r.in(i, "s") && r.doc.Tokens[i].Kind == text.Clitic:
		default:
			return false
		}
	}
	return joined
}

// What spokenTokens marks a token with: a speaker's, or that of people who tell
// what happened where they live.
const (
	spokenElsewhere = 1
	spokenLocally   = 2
)

// spokenTokens marks the tokens of speakers, whose places are where they
// speak: "prosecutors in Baku said", "staff at Nasser Hospital"; and those of
// organisations named after a place.
func (r *reading) spokenTokens() []int32 {
	r.spokenRoom = zeroed(r.spokenRoom, len(r.w)+1)
	out := r.spokenRoom
	pi := 0
	for k := range r.says.all {
		sp := &r.says.all[k]
		for pi < len(r.places) && r.places[pi].last <= sp.first {
			pi++
		}
		if pi < len(r.places) && r.placed(pi, sp) {
			continue // "in the Gaza city of Khan Younis, hospital officials said"
		}
		if sp.pronoun || !r.speaks(sp) || r.in(sp.first-1, "in near outside") {
			continue // nobody: "In Dera Ismail Khan, meanwhile, police said"
		}
		if r.struckDown(sp.first, sp.last) {
			continue // "killed two people in Sumy, officials said"
		}
		mark := int32(spokenElsewhere)
		for i := sp.first; i < sp.last; i++ {
			if r.isOf(i, r.lang.livesThere) {
				mark = spokenLocally
			}
		}
		for i := sp.first; i < sp.last; i++ {
			out[i] = mark
		}
		// "Mijares, who commands police in the region,"
		if r.in(sp.last+1, "who which") && r.doc.Is(sp.last, ',') {
			for i := sp.last + 1; i < len(r.w) && i < sp.last+longestAside && !r.doc.Is(i, ',') && !r.doc.Is(i, '.'); i++ {
				out[i] = 1
			}
		}
		// "officials in Washington", "the air force in Kyiv says"
		if r.in(sp.last, "in at from of") {
			for i := sp.last; i < sp.last+7 && i < len(r.w) && r.doc.Tokens[i].Kind == text.Word && !r.lang.grammar.In(r.w[i], r.lang.say); i++ {
				out[i] = mark
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

// placed reports whether the words before the place with index k put something
// there, and it is all that sp is: a town, and nobody who speaks.
func (r *reading) placed(k int, sp *speaker) bool {
	p := &r.places[k]
	if p.first > sp.first || p.last < sp.last && !(sp.last == p.last+1 && r.doc.Tokens[p.last].Joined()) || p.use != usedAsPlace {
		return false
	}
	return r.there(p.from) || k > 0 && r.ownedBy(&r.places[k-1], p.from) || p.located && r.in(p.first-1, "of") && !r.besides(p.from)
}

// struckDown reports whether the tokens i to j-1 are whom a verb of harm has for
// its object.
func (r *reading) struckDown(i, j int) bool {
	l, g := r.lang, r.lang.grammar
	for k, n := i-1, 0; k >= 0 && n < 4; k, n = k-1, n+1 {
		w := r.w[k]
		if g.In(w, l.kill) || g.In(w, l.injure) || g.In(w, l.actVerb) {
			return true
		}
		t := &r.doc.Tokens[k]
		if t.Kind != text.Number && !r.isOf(k, r.lang.countFiller) {
			return false
		}
	}
	return false
}

// speaks reports whether a verb of speech stands beside the speaker.
func (r *reading) speaks(sp *speaker) bool {
	l, g := r.lang, r.lang.grammar
	for k, n := sp.last, 0; k < len(r.w) && n < 7; k, n = k+1, n+1 {
		if g.In(r.w[k], l.say) {
			return !r.claimsLives(k)
		}
	}
	return sp.first > 0 && (g.In(r.w[sp.first-1], l.say) || r.in(sp.first-1, "to") && r.in(sp.first-2, "according"))
}

// claimsLives reports whether the verb at token k takes lives and tells
// nothing: "a raid on Khan Sheikhoun claimed the life of a man".
func (r *reading) claimsLives(k int) bool {
	if !r.in(k, "claimed claims claiming") {
		return false
	}
	for j := k + 1; j < len(r.w) && j < k+6; j++ {
		if r.in(j, "life lives victims victim casualties") {
			return true
		}
	}
	return false
}

// madeThere reports whether what begins at token i is where a thing comes
// from: "made in the United States".
func (r *reading) madeThere(i int) bool {
	k := i - 1
	for k > 0 && r.in(k, "the") {
		k--
	}
	return r.in(k, "in by") && r.isOf(k-1, r.lang.madeIn)
}

// broughtThere reports whether what begins at token i is where people were
// taken: "flown to Kyiv", "in hospital in Gusau", "in the direction of".
func (r *reading) broughtThere(i int) bool {
	k := i - 1
	for k > 0 && (r.isOf(k, r.lang.toFiller) || r.in(k, "of") && r.in(k-1, "city town port")) {
		k--
	}
	switch {
	case r.in(k, "for"):
		return r.in(k-1, "bound sailing destined")
	case r.in(k, "toward towards"):
		for j, n := k-1, 0; j > 0 && n < 4 && r.doc.Tokens[j].Kind != text.Punct; j, n = j-1, n+1 {
			if r.isOf(j, r.lang.wentTowards) {
				return true
			}
		}
	case r.in(k, "to"):
		for j, n := k-1, 0; j > 0 && n < 6; j, n = j-1, n+1 {
			if r.isOf(j, r.lang.broughtTo) {
				return true
			}
			if r.doc.Tokens[j].Kind == text.Punct {
				return false
			}
		}
	case r.in(k, "in at"):
		if !r.isOf(k-1, r.lang.ward) {
			return false
		}
		if r.in(k-2, "in to intensive for") {
			return true
		}
		// "died at a hospital in Gusau", but not "hit a hospital in Gusau"
		for j, n := k-2, 0; j > 0 && n < 8 && r.doc.Tokens[j].Kind != text.Punct; j, n = j-1, n+1 {
			if r.lang.grammar.In(r.w[j], r.lang.actVerb) {
				return false
			}
			if r.isOf(j, r.lang.treatedIn) {
				return true
			}
		}
		return false
	case r.in(k, "of"):
		return r.in(k-1, "direction")
	}
	return false
}

// fromThere reports whether what begins at token i is where something came
// from: "from the Gaza Strip", "220 km from Poland".
func (r *reading) fromThere(i int) bool {
	k := i - 1
	for k > 0 && r.isOf(k, r.lang.fromFiller) {
		k--
	}
	return r.in(k, "from")
}

// there reports whether a preposition of place governs what begins at token
// i: "in the city of Kherson", "on a village in the Lviv region".
func (r *reading) there(i int) bool {
	for k, n := i-1, 0; k >= 0 && n < 6; k, n = k-1, n+1 {
		if r.isOf(k, r.lang.placePrep) {
			return true
		}
		if r.in(k, "linking connecting joining") && r.isOf(k-1, r.lang.roadNoun) {
			return true
		}
		// "bombed seven locations, including Tyre"
		if r.in(k, "including") && k > 0 && (r.doc.Is(k-1, ',') || r.isOf(k-1, r.lang.placesNoun)) {
			return true
		}
		if !r.isOf(k, r.lang.thereFiller) {
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
		if r.lang.grammar.In(r.w[k], r.lang.actVerb) || r.isOf(k, r.lang.entered) {
			return true
		}
		if !r.isOf(k, r.lang.struckFiller) {
			return false
		}
	}
	return false
}

// answered reports whether what begins at token i is where something happened
// that the act told only answers: "an answer to what had happened in Jenin".
func (r *reading) answered(i int) bool {
	for k, n := i-1, 0; k > 0 && n < 8 && r.doc.Tokens[k].Kind != text.Punct; k, n = k-1, n+1 {
		if r.in(k, "to for") && r.isOf(k-1, r.lang.replyNoun) {
			return true
		}
	}
	return false
}

// spotOf is place p as a place where something happened.
func spotOf(p *place) spot {
	return spot{p.first, p.last, event.Location{Name: p.at.Name, Country: p.at.Country, Admin1: p.at.Admin1, Admin2: p.at.Admin2,
		GazetteerID: p.at.ID, Precision: p.precision, RadiusKm: p.radiusKm, Point: &event.Point{Lat: p.point.Lat, Lon: p.point.Lon}}, true, 0, p.at.Class, ""}
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
		for j := range b {
			p, q := &a[i], &b[j]
			rel := -1
			switch {
			case p.loc.GazetteerID != "" && p.loc.GazetteerID == q.loc.GazetteerID || p.loc.Name == q.loc.Name && p.loc.Country == q.loc.Country:
				rel = 2
			case within(&p.loc, &q.loc) || within(&q.loc, &p.loc) || p.stands(q) || q.stands(p):
				rel = 1
			case p.loc.Point != nil && q.loc.Point != nil && !wide(p.loc) && !wide(q.loc) &&
				math.Abs(p.loc.Point.Lat-q.loc.Point.Lat) < .06 && // no other can be 6 km away
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
	exact := false
	for k := range list {
		exact = exact || list[k].strong && !wide(list[k].loc)
	}
	keeps := func(k int) bool { return list[k].strong && !(exact && wide(list[k].loc)) }
	// They stand together, as nearly always, where none comes behind a gap.
	from, to := 0, 0
	for k := range list {
		switch {
		case !keeps(k):
		case from == to:
			from, to = k, k+1
		case to == k:
			to++
		default:
			out := slices.Clone(list[from:to])
			for ; k < len(list); k++ {
				if keeps(k) {
					out = append(out, list[k])
				}
			}
			return out
		}
	}
	return list[from:to:to]
}

// narrowest leaves out of list the provinces and districts that only say where
// an exact place of it lies: "in the Kherson region … in Beryslav".
func narrowest(list []spot) []spot {
	divided := false
	for k := range list {
		divided = divided || list[k].loc.Precision == event.InProvince || list[k].loc.Precision == event.InDistrict
	}
	if !divided || len(list) == 1 {
		return list
	}
	holds := func(s spot) bool {
		if s.loc.Precision != event.InProvince && s.loc.Precision != event.InDistrict {
			return false
		}
		return slices.ContainsFunc(list, func(o spot) bool { return o.loc.Precision < event.InDistrict && within(&o.loc, &s.loc) })
	}
	if !slices.ContainsFunc(list, holds) {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), holds)
}

// partOf reports whether p is a quarter or site of the city q: both say where
// it was, and the first says it closer.
func partOf(p, q spot) bool {
	switch p.class {
	case gazetteer.Quarter, gazetteer.Site, gazetteer.Airport, gazetteer.Camp, gazetteer.Plant, gazetteer.Port, gazetteer.Base, gazetteer.Crossing, gazetteer.Dam:
	default:
		return false
	}
	return q.class == gazetteer.City && p.loc.Point != nil && q.loc.Point != nil && p.loc.Country == q.loc.Country &&
		gazetteer.Distance(p.loc.Point.Lat, p.loc.Point.Lon, q.loc.Point.Lat, q.loc.Point.Lon) < 15
}

// stands reports whether p, the name of a town, stands for the division that q
// is told to lie in.
func (p *spot) stands(q *spot) bool {
	return q.in != "" && q.in == p.loc.Name && q.loc.Country == p.loc.Country
}

// around reports whether q only says where p is: a place near it, the island
// or province around it, the sea beside it.
func around(p, q event.Location) bool {
	if q.Precision == event.AtSea {
		return p.Precision == event.AtPlace // not "in the Red Sea, 50 miles off Hodeidah"
	}
	if q.GazetteerID == "" {
		return false // a village known only by what holds it
	}
	if p.Point == nil || q.Point == nil || p.Country != q.Country {
		return false
	}
	km := gazetteer.Distance(p.Point.Lat, p.Point.Lon, q.Point.Lat, q.Point.Lon)
	switch q.Precision {
	case event.NearPlace:
		return km < 30 || q.RadiusKm >= 25 && km < 80 // "West of Mosul, … at Tal Abta"
	case event.InDistrict, event.InProvince:
		return km < 80
	}
	return false
}

// within reports whether p lies in the division or country q.
func within(p, q *event.Location) bool {
	if q.GazetteerID == "" && q.Precision != event.InRegion {
		return false // a village known only by what holds it
	}
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
