package extract

import (
	"github.com/sitrep-go/sitrep/extract/date"
	"github.com/sitrep-go/sitrep/extract/number"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
	"github.com/sitrep-go/sitrep/internal/text"
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
	if !r.opts.Mentions && !r.mayTell() {
		return
	}
	ref := date.Ref{Published: r.article.Published, Habit: date.HabitOf(r.doc)}
	for i, s := range r.doc.Sentences {
		r.readNumbers(s)
		if day, ok := date.Heading(r.doc, s.First, s.Last, ref); ok {
			ref.Heading = day
		}
		from := len(r.days)
		r.days = date.Tokens(r.doc, s.First, s.Last, ref, r.days)
		for _, d := range r.days[from:] {
			for k := d.First; k < d.Last; k++ {
				r.numAt[k] = 0 // the year of "on 4 May 2021 killed" counts nobody
			}
		}
		r.readNames(i, s)
	}
	if !r.opts.Mentions && !r.hasTold() {
		return
	}
	r.places = findPlaces(r)
	r.readArms()
	r.actors = r.known.findActors(r, r.names)
	r.says = r.castRoom.indexSpeakers(r.known.findSpeakers(r, r.names, r.placeAt()))
	r.readSpots()
	r.readUnnamed()
	if r.crime = r.ordinaryCrime(); r.crime && !r.opts.Crime && !r.opts.Mentions {
		return // what follows would be no incident
	}
	r.gather()
	for i, s := range r.doc.Sentences {
		if !r.tells(i) {
			continue
		}
		r.act = append(r.act, r.weaponActs(i, s, r.acts(i, s))...)
		if r.harmed(s) {
			r.groups(i, s)
			r.harm = append(r.harm, r.harms(i, s)...)
		}
	}
	r.long = r.story()
	if !r.opts.Mentions && !r.mayOpen() {
		return
	}
	for i, s := range r.doc.Sentences {
		if r.tells(i) && !r.aside(i) {
			r.said = append(r.said, r.statements(i, s)...)
		}
	}
	acts, harms := r.act, r.harm
	for i, s := range r.doc.Sentences {
		if r.tells(i) {
			var actsIn []act
			var harmsIn []harm
			actsIn, acts = ofSentence(acts, i, func(a *act) int { return a.sentence })
			harmsIn, harms = ofSentence(harms, i, func(h *harm) int { return h.sentence })
			r.readDoers(i, s, actsIn, harmsIn)
		}
	}
	r.mishap = r.toldOfMishap()
	r.aerial = r.toldOfAir()
	r.violent = r.toldOfViolence()
	r.incidents = r.assemble()
}

// mayTell reports whether some sentence may tell of an incident: one that has
// a word of harm or an act, or a weapon. Without any of them no fragment can
// come of the text, and no stage need look at it; most articles are such. It
// is never false of a text with an incident.
func (r *reading) mayTell() bool {
	for i, s := range r.doc.Sentences {
		if r.tells(i) && r.lang.casualties.May(matchText{r}, s.First, s.Last, func() bool { return r.numbered(i) }) {
			return true
		}
	}
	for i, s := range r.doc.Sentences {
		if !r.tells(i) {
			continue
		}
		for _, a := range r.acts(i, s) {
			if a.mayOpen() {
				return true
			}
		}
	}
	var room [16]catalogue.Match
	for _, s := range r.doc.Sentences {
		if r.book.Armed(r.doc, s.First, s.Last, room[:]) {
			return true
		}
	}
	return false
}

// hasTold reports whether some sentence may tell of an incident, as mayTell
// does, now that the numbers and weapons are read: it knows which weapons are
// used.
func (r *reading) hasTold() bool {
	for i, s := range r.doc.Sentences {
		if !r.tells(i) {
			continue
		}
		if r.harmed(s) {
			return true
		}
		for _, a := range r.weaponActs(i, s, r.acts(i, s)) {
			if a.mayOpen() {
				return true
			}
		}
	}
	return false
}

// numbersIn reports whether a number was read in sentence s.
func (r *reading) numbersIn(s text.Sentence) bool {
	for _, n := range r.numAt[s.First:s.Last] {
		if n != 0 {
			return true
		}
	}
	return false
}

// numbered reports whether sentence i holds a number. It keeps none.
func (r *reading) numbered(i int) bool {
	s := r.doc.Sentences[i]
	r.numbers = number.Tokens(r.doc, s.First, s.Last, r.numbers[:0])
	n := len(r.numbers)
	r.numbers = r.numbers[:0]
	return n > 0
}

// tells reports whether sentence i is the article's own text, and not the
// page around it.
func (r *reading) tells(i int) bool { return r.layout.Zones[i].Kind.Reads() }

// harmed reports whether sentence s may tell of harm by its words.
func (r *reading) harmed(s text.Sentence) bool {
	return r.lang.casualties.May(matchText{r}, s.First, s.Last, func() bool { return r.numbersIn(s) })
}

// placeAt reports for a token whether the name of a place begins there.
func (r *reading) placeAt() func(int) bool {
	r.placeRoom = zeroed(r.placeRoom, len(r.w)+1)
	at := r.placeRoom
	for _, p := range r.places {
		if p.use == usedAsPlace || p.use == usedAsActor {
			at[p.first] = 1
		}
	}
	return func(i int) bool { return i >= 0 && i < len(at) && at[i] != 0 }
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
