package extract

import (
	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/layout"
)

// rehearsed reports whether what f tells is played in an exercise, "In the
// scenario the invader had killed 60 defenders": its paragraph speaks of an
// exercise and of what is only acted, or the headline tells of a rehearsal. What
// stands under such a headline in a paragraph of its own, with a day and people
// harmed, is the news or the history behind it.
func (r *reading) rehearsed(f *fragment) bool {
	staged, drills := r.staged(f.sentence)
	if staged > 0 && staged+drills > 1 {
		return len(f.harms) == 0 || len(f.doers) == 0
	}
	if !r.rehearsal() {
		return false
	}
	if staged+drills > 0 || !r.dayTold(f) || len(f.harms) == 0 {
		return true
	}
	// The first paragraph tells what the headline does.
	for i := range min(f.sentence, 4) {
		if r.tells(i) && !r.aside(i) && r.doc.Sentences[i].Par != r.doc.Sentences[f.sentence].Par {
			return false
		}
	}
	return f.sentence < 6
}

// rehearsal reports whether the headline says that something is rehearsed:
// "Allies rehearse repelling a landing", "Mock battle ends Zapad drills".
func (r *reading) rehearsal() bool {
	for i := range min(3, len(r.doc.Sentences)) {
		if r.layout.Zones[i].Kind != layout.Title {
			return false
		}
		if staged, drills := r.drillWords(i); staged > 0 && staged+drills > 1 {
			return true
		}
		if s := r.doc.Sentences[i]; r.among(s.First, min(s.Last, s.First+60), "rehearse rehearses rehearsed rehearsing") {
			return true
		}
	}
	return false
}

// staged counts in the paragraph of sentence i, no further than a few sentences
// away, the words of what is only acted and those of exercises.
func (r *reading) staged(i int) (staged, drills int) {
	par := r.doc.Sentences[i].Par
	for j := max(0, i-6); j < min(len(r.doc.Sentences), i+7); j++ {
		if r.doc.Sentences[j].Par == par {
			n, m := r.drillWords(j)
			staged, drills = staged+n, drills+m
		}
	}
	return staged, drills
}

// drillWords counts in sentence i the words of what is only acted, "mock",
// "scenario", and those of exercises.
func (r *reading) drillWords(i int) (staged, drills int) {
	l, g := r.lang, r.lang.grammar
	if !r.has(i, l.staged) && !r.has(i, l.drill) {
		return 0, 0
	}
	s := r.doc.Sentences[i]
	for k := s.First; k < min(s.Last, s.First+120); k++ {
		switch w := r.w[k]; {
		case g.In(w, l.staged):
			staged++
		case g.In(w, l.drill):
			drills++
		}
	}
	return staged, drills
}

// totalled reports whether f counts what a month, a year or more has brought:
// "launched more than 6,200 drones in July alone".
func (r *reading) totalled(f *fragment) bool {
	for k := range f.days {
		d := &f.days[k]
		if d.Period.Precision > event.ToWeek && r.in(d.Last, "alone") {
			return true
		}
	}
	return false
}

// ofSo reports whether h counts people only as a share of others: "eight out of
// ten of the victims were civilians".
func (r *reading) ofSo(h *harm) bool {
	if h.people.first < 0 {
		return false
	}
	for k := h.people.first; k < min(len(r.doc.Tokens)-2, h.people.first+4); k++ {
		if r.in(k, "out") && r.in(k+1, "of") {
			_, number := r.numberAt(k + 2)
			return number
		}
	}
	return false
}

// rolled reports whether f tells of a vehicle that left the road, and the
// sentence of no violence: "killed when their truck plunged into a gorge".
func (r *reading) rolled(f *fragment) bool {
	if len(f.acts) > 0 || len(f.doers) > 0 || len(f.arms) > 0 || len(f.harms) == 0 || r.has(f.sentence, r.lang.actVerb) {
		return false
	}
	left, vehicle := false, false
	s := r.doc.Sentences[f.sentence]
	for k := max(s.First, f.first-60); k < min(s.Last, f.last+60); k++ {
		switch {
		case r.in(k, "mine ambush attack explosion blast bomb drone missile gunfire"):
			return false
		case r.in(k, "plunged plunges plunging skidded skids skidding overturned overturns overturning swerved veered rolled rolls rolling"):
			left = true
		case r.in(k, "bus truck car vehicle lorry van minibus jeep convoy tractor"):
			vehicle = true
		}
	}
	return left && vehicle
}

// reviewed reports whether f stands in what a paper prints of films, books and
// plays, by the rubric of its headline, "Film: “The Stairwell” turns a civil war
// into one long held breath", and names no day, as no plot does.
func (r *reading) reviewed(f *fragment) bool {
	if len(r.doc.Sentences) == 0 || r.layout.Zones[0].Kind != layout.Title || r.dayTold(f) {
		return false
	}
	s := r.doc.Sentences[0]
	for k := s.First; k < min(s.Last-1, s.First+3); k++ {
		if r.doc.Is(k+1, ':') {
			return r.in(k, "film films cinema review theatre theater book books fiction novel television stage exhibition")
		}
	}
	return false
}
