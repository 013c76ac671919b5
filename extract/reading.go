package extract

import (
	"slices"
	"sort"
	"sync"

	"github.com/jdkato/prose/v3/tag"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract/date"
	"github.com/sitrep-go/sitrep/extract/number"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
	"github.com/sitrep-go/sitrep/internal/layout"
	"github.com/sitrep-go/sitrep/internal/rules"
	"github.com/sitrep-go/sitrep/internal/text"
)

// reading is one article while it is read: the document and what the stages
// have found so far.
type reading struct {
	*Extractor
	article Article
	// doc holds the title, a blank line and the text, so that the headline is
	// the document's first sentence; body is where the text begins in it.
	doc      *text.Document
	splitter text.Splitter
	body     int
	// from is where the part of the article's text that is read begins.
	from int
	// w is each token's number in the grammar.
	w []int32
	// lists is that of the language, kept at hand for [reading.in].
	lists *wordLists

	// sets is, for each sentence, the sets of words that it has a word of.
	sets []rules.Sets
	// features is what the words of each sentence have, once a rule asked.
	features []features

	numbers []number.Number
	// numAt is, for each token, one more than the index of the number that
	// begins there.
	numAt  []int32
	layout layout.Layout
	places []place
	crowd
	names   []catalogue.Match
	weapons []weapon
	actors  []actor
	// personAt is, for each token, one more than the index of the word for
	// people that begins there.
	personAt []int32
	harm     []harm
	act      []act
	days     []date.Mention
	spots    []spot
	arms     []arm
	// cast is the words and names of the article as the finder of actors left
	// them, for that of speakers.
	cast  *cast
	doers []doer
	says  *speakers
	said  []statement

	// Memory that stages use again.
	layoutRoom                        layout.Reader
	matchRoom                         []catalogue.Match
	useRoom                           []wordUse
	lone                              []group
	placesRoom                        *places
	actingRoom, spokenRoom, placeRoom []int32
	narrowRoom                        []int32
	foundRoom                         []rules.Match
	actRoom                           []act
	segmentRoom                       [][2]int
	castRoom                          castRoom
	claimRoom                         []spokenClaim
	crowdRoom                         []int32
	nounRoom                          []int32 // see isNoun
	tagRoom                           []tag.Token
	fragmentRoom                      []fragment
	captureRoom                       []rules.Capture
	actShelf                          shelf[act]
	harmShelf                         shelf[harm]
	spotShelf                         shelf[spot]
	dayShelf                          shelf[date.Mention]
	doerShelf                         shelf[doer]
	partShelf                         shelf[*fragment]
	draftShelf                        shelf[draft]
	toldRoom                          toldRoom
	figureShelf                       shelf[figure]
	figureRoom                        []*figure
	groupRoom                         []group
	armShelf                          shelf[arm]
	harmRoom                          []harm
	statementRoom                     []statement
	weaponRoom                        []weapon
	// What records keep.
	proofs     shelf[event.Evidence]
	sites      shelf[event.Location]
	casualties shelf[event.Casualty]
	culprits   shelf[event.Perpetrator]
	weaponry   shelf[event.Weapon]
	claims     shelf[event.Claim]

	// violent is set where the text tells of violence beyond doubt.
	violent bool
	// crime is set where the text is of ordinary crime, mishap where it puts
	// what happened down to an accident.
	crime, mishap bool
	// long is set where the text is a story and no brief.
	long bool
	// headed is set where the headline tells of harm or violence.
	headed bool
	// aerial is set where the text tells of air strikes, missiles, drones or
	// shells.
	aerial bool

	incidents []event.Incident
}

func (x *Extractor) open(a Article) *reading { return x.openPart(a, 0, len(a.Text)) }

// openPart opens the bytes from to to-1 of the article's text; the title goes
// with the first of them.
func (x *Extractor) openPart(a Article, from, to int) *reading {
	r := readings.Get().(*reading)
	*r = reading{
		Extractor: x, article: a, from: from, lists: x.lang.lists,
		splitter: r.splitter,
		sets:     r.sets[:0],
		features: r.features[:0],
		w:        r.w[:0], numAt: r.numAt[:0], personAt: r.personAt[:0],
		numbers: r.numbers[:0], names: r.names[:0], weapons: r.weapons[:0], days: r.days[:0],
		layoutRoom: r.layoutRoom, matchRoom: r.matchRoom, useRoom: r.useRoom, lone: r.lone[:0], placesRoom: r.placesRoom,
		actingRoom: r.actingRoom, spokenRoom: r.spokenRoom, placeRoom: r.placeRoom, narrowRoom: r.narrowRoom,
		foundRoom: r.foundRoom, actRoom: r.actRoom, segmentRoom: r.segmentRoom,
		castRoom: r.castRoom, claimRoom: r.claimRoom, crowdRoom: r.crowdRoom, nounRoom: r.nounRoom, tagRoom: r.tagRoom,
		fragmentRoom: r.fragmentRoom, captureRoom: r.captureRoom,
		actShelf: r.actShelf.reused(), harmShelf: r.harmShelf.reused(), spotShelf: r.spotShelf.reused(),
		dayShelf: r.dayShelf.reused(), doerShelf: r.doerShelf.reused(),
		partShelf: r.partShelf.reused(), draftShelf: r.draftShelf.reused(), figureShelf: r.figureShelf.reused(),
		figureRoom: r.figureRoom, groupRoom: r.groupRoom, armShelf: r.armShelf.reused(), toldRoom: r.toldRoom.reused(), harmRoom: r.harmRoom, statementRoom: r.statementRoom, weaponRoom: r.weaponRoom,
		crowd: crowd{people: r.people[:0]},
		harm:  r.harm[:0], act: r.act[:0], spots: r.spots[:0], arms: r.arms[:0], doers: r.doers[:0], said: r.said[:0],
	}
	whole := a.Text[from:to]
	if a.Title != "" && from == 0 {
		title := a.Title[:partEnd(a.Title, 0)]
		whole = title + "\n\n" + whole
		r.body = len(title) + 2
	}
	r.doc = r.splitter.Split(whole)
	r.features = slices.Grow(r.features, len(r.doc.Sentences))[:len(r.doc.Sentences)]
	for i := range r.features {
		r.features[i].last = 0
	}
	n := len(r.doc.Tokens)
	r.w = slices.Grow(r.w, n)[:n]
	r.numAt, r.personAt, r.nounRoom = zeroed(r.numAt, n), zeroed(r.personAt, n), zeroed(r.nounRoom, n)
	toks := r.doc.Tokens
	for i := range toks {
		k := toks[i].Key
		r.w[i] = x.lang.grammar.Word(k)
		if k == may && r.inMay(i) {
			r.w[i] = 0
		}
	}
	for _, s := range r.doc.Sentences {
		r.sets = append(r.sets, x.lang.grammar.Sets(r.w[s.First:s.Last]))
	}
	return r
}

// has reports whether sentence si has a word of set.
func (r *reading) has(si int, set rules.Set) bool { return r.sets[si].Has(set) }

// Sets is what [rules.Text] asks for.
func (t matchText) Sets(lo, hi int) *rules.Sets { return &t.sets[t.doc.SentenceAt(lo)] }

// features is what tokens first to last-1 have that rules ask for; last is 0
// until it is known.
type features struct {
	rules.Features
	first, last int
}

// featuresOf is the features of tokens lo to hi-1, which are a sentence or stand
// in one; those of a sentence's last range are kept.
func (r *reading) featuresOf(lo, hi int) *rules.Features {
	f := &r.features[r.doc.SentenceAt(lo)]
	if f.first != lo || f.last != hi {
		f.first, f.last = lo, hi
		r.lang.grammar.Features(r.w[lo:hi], &f.Features)
	}
	return &f.Features
}

// may is the key of the word that is also a month.
var may = text.KeyOf("may")

// inMay reports whether token i, which has that key, is the month, which leaves
// nothing open: "On 4 May two men died".
func (r *reading) inMay(i int) bool {
	if r.doc.Tokens[i].Case == text.Lower || !r.in(i, "may") {
		return false
	}
	dated := func(k int) bool {
		return k >= 0 && k < len(r.doc.Tokens) && r.doc.Tokens[k].Kind == text.Number
	}
	return dated(i-1) || dated(i+1) || i > 0 && r.in(i-1, "in last early late mid this since until by of next from through")
}

// readings keeps the memory of readings that are done for those to come.
var readings = sync.Pool{New: func() any { return new(reading) }}

// release gives back the memory of r, of which nothing may be kept: a record
// holds values, and strings cut from the article.
func (r *reading) release() { readings.Put(r) }

// zeroed is a slice of n zeros, in the memory of s where there is room.
func zeroed(s []int32, n int) []int32 {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

// inSentence is what list, in which sentences follow one another as in the
// text, holds of sentence s; at tells the token where an element begins.
func inSentence[T any](list []T, s text.Sentence, at func(*T) int) []T {
	lo := sort.Search(len(list), func(i int) bool { return at(&list[i]) >= s.First })
	list = list[lo:]
	return list[:sort.Search(len(list), func(i int) bool { return at(&list[i]) >= s.Last })]
}

// ofSentence parts list, in which sentences follow one another as in the text,
// into what it begins with of sentence si and the rest; of tells the sentence of
// an element.
func ofSentence[T any](list []T, si int, of func(*T) int) (in, rest []T) {
	n := 0
	for n < len(list) && of(&list[n]) == si {
		n++
	}
	return list[:n], list[n:]
}

// apostrophe reports whether token i is a lone apostrophe, in either writing:
// "the insurgents' raid".
func (r *reading) apostrophe(i int) bool { return r.doc.Is(i, '\'') || r.doc.Of(i) == "’" }

// daysIn, spotsIn and doersIn are the days, places and doers that sentence s
// names.
func (r *reading) daysIn(s text.Sentence) []date.Mention {
	return inSentence(r.days, s, func(d *date.Mention) int { return d.First })
}

func (r *reading) spotsIn(s text.Sentence) []spot {
	return inSentence(r.spots, s, func(p *spot) int { return p.first })
}

func (r *reading) doersIn(s text.Sentence) []doer {
	return inSentence(r.doers, s, func(d *doer) int { return d.first })
}

// weaponsIn is the weapons that sentences first to last name.
func (r *reading) weaponsIn(first, last int) []weapon {
	at := func(si int) int {
		return sort.Search(len(r.weapons), func(i int) bool { return r.weapons[i].sentence >= si })
	}
	return r.weapons[at(first):at(last+1)]
}

// readNumbers reads the numbers of sentence s.
func (r *reading) readNumbers(s text.Sentence) {
	from := len(r.numbers)
	r.numbers = number.Tokens(r.doc, s.First, s.Last, r.numbers)
	for k := from; k < len(r.numbers); k++ {
		r.numAt[r.numbers[k].First] = int32(k + 1)
	}
}

// numberAt is the count of people or things that begins at token i.
func (r *reading) numberAt(i int) (number.Number, bool) {
	if i >= len(r.numAt) || r.numAt[i] == 0 {
		return number.Number{}, false
	}
	n := r.numbers[r.numAt[i]-1]
	return n, n.Kind == number.Cardinal && !n.Count.IsZero()
}

// lower is the folded form of token i.
func (r *reading) lower(i int) string {
	if i < 0 || i >= len(r.doc.Tokens) {
		return ""
	}
	return r.doc.Folded(i)
}

// in reports whether token i is one of the words, which are given folded.
func (r *reading) in(i int, words string) bool {
	if uint(i) >= uint(len(r.doc.Tokens)) {
		return false
	}
	k := r.doc.Tokens[i].Key
	l := r.lists.at(words)
	if !l.is(words) {
		l = r.lists.find(words)
	}
	return l.has&(1<<(k>>58)) != 0 && l.holds(k, r.doc, i)
}

// find is the first of tokens i to end-1 that is one of the words, or end.
func (r *reading) find(i, end int, words string) int {
	l := r.lists.at(words)
	if !l.is(words) {
		l = r.lists.find(words)
	}
	if i >= end {
		return end
	}
	toks, has := r.doc.Tokens[:end], l.has
	for ; i < len(toks); i++ {
		if k := toks[i].Key; has&(1<<(k>>58)) != 0 && l.holds(k, r.doc, i) {
			return i
		}
	}
	return end
}

// among reports whether one of tokens i to end-1 is one of the words.
func (r *reading) among(i, end int, words string) bool { return r.find(i, end, words) < end }

// span is the place of tokens first to last-1 in the article.
func (r *reading) span(first, last int) event.Span {
	s := event.Span{Start: int(r.doc.Tokens[first].Start), End: int(r.doc.Tokens[last-1].End)}
	if s.Start < r.body {
		s.In = event.InTitle
		s.End = min(s.End, r.body-2)
		return s
	}
	s.Start += r.from - r.body
	s.End += r.from - r.body
	return s
}

// evidence is the words of tokens first to last-1 with the rule that read
// them.
func (r *reading) evidence(first, last int, rule string) event.Evidence {
	s := r.span(first, last)
	src := r.article.Text
	if s.In == event.InTitle {
		src = r.article.Title
	}
	return event.Evidence{Span: s, Text: src[s.Start:s.End], Rule: rule}
}
