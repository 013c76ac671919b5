package extract

import (
	"github.com/sitrep-go/sitrep/extract/date"
)

// read runs the stages in order. Each reads the document and what the stages
// before it found, and changes nothing of theirs.
func (r *reading) read() {
	r.layout = readLayout(r)
	if r.article.Published.IsZero() {
		r.article.Published = r.layout.Published
	}
	if r.article.Published.IsZero() {
		r.article.Published, _ = date.Dateline(r.doc)
	}
	ref := date.Ref{Published: r.article.Published, Habit: date.HabitOf(r.doc)}
	for i, s := range r.doc.Sentences {
		r.readNumbers(s)
		if day, ok := date.Heading(r.doc, s.First, s.Last, ref); ok {
			ref.Heading = day
		}
		r.days = date.Tokens(r.doc, s.First, s.Last, ref, r.days)
		r.readNames(i, s)
	}
	r.places = findPlaces(r)
	r.readArms()
	r.actors = r.known.findActors(r, r.names)
	r.says = indexSpeakers(r.known.findSpeakers(r, r.names, r.placeAt()))
	r.readSpots()
	for i, s := range r.doc.Sentences {
		if r.tells(i) && !r.aside(i) {
			r.said = append(r.said, r.statements(i, s)...)
		}
	}
	r.gather()
	for i, s := range r.doc.Sentences {
		if !r.tells(i) {
			continue
		}
		acts := r.weaponActs(i, s, r.acts(i, s))
		var harms []harm
		if r.harmed(i) {
			r.groups(i, s)
			harms = r.harms(i, s)
		}
		r.readDoers(i, s, acts, harms)
		r.act = append(r.act, acts...)
		r.harm = append(r.harm, harms...)
	}
	r.crime = r.ordinaryCrime()
	r.mishap = r.toldOfMishap()
	r.violent = r.toldOfViolence()
	r.incidents = r.assemble()
}

// tells reports whether sentence i is the article's own text, and not the
// page around it.
func (r *reading) tells(i int) bool { return r.layout.Zones[i].Kind.Reads() }

// harmed reports whether sentence i has a word of harm.
func (r *reading) harmed(i int) bool {
	s := r.doc.Sentences[i]
	for k := s.First; k < s.Last; k++ {
		if r.lang.casualties.Cues(r.w[k]) {
			return true
		}
	}
	return false
}

// placeAt reports for a token whether the name of a place begins there.
func (r *reading) placeAt() func(int) bool {
	at := make(map[int]bool, len(r.places))
	for _, p := range r.places {
		if p.use == usedAsPlace || p.use == usedAsActor {
			at[p.first] = true
		}
	}
	return func(i int) bool { return at[i] }
}

// toldOfViolence reports whether some sentence of the text tells of an act by
// words that are said of nothing else.
func (r *reading) toldOfViolence() bool {
	for _, a := range r.act {
		if a.kind != noAct && (a.realis == happened || a.realis == tried) && !r.loose(a) && !a.weapon && !r.playful(a) {
			return true
		}
	}
	return false
}
