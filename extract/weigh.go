package extract

import (
	"math/bits"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// Whether a fragment that adds to no incident opens one of its own is weighed,
// in a text that is more than a brief: signs in its words and in what stands
// around it speak for and against. How much each counts was learned from the
// articles of testdata/articles and stands in weights.go, which TestLearn
// writes. What the rules of [reading.opens] say is one sign among others.

// A sign is what may hold of a fragment.
type sign uint8

const (
	always sign = iota
	reportsAct
	nothingTold // it is the first to tell of any act
	withoutAct
	withoutHarm
	exactKind
	anyKind
	refersBack // "the attack"
	another    // "another attack"
	isWave
	sumsSeveral
	tellsMore
	partOfWave
	placeless
	inTown
	inRegion
	twoPlaces
	withDay
	withDate
	inMonth // no day, but a month or year
	isOld
	withDoer
	withArms
	armedExactly
	withSite
	mainClause
	pluralAct
	defAct
	verbAct
	weaponAct
	withVictim
	hasHappened
	wasTried
	unrealAct
	saysStrike
	saysAttack
	saysBlast
	fromAfar  // of the first family of kinds
	planted   // of the second
	hand      // of the third
	twoActs   // or more
	twoHarms  // or more
	withCount // a figure
	bareHarm  // harm without a figure
	ofOne     // no figure above 1
	ofScore   // 20 or more
	ofHundred // 100 or more
	harmKilled
	harmInjured
	harmTaken
	harmMissing
	harmOther
	ofFighters
	ofChild
	ofPeople
	ofGrown // man, woman, elderly
	harmFollows
	inParagraph // not the first sentence of one
	laterClause
	earlierClause
	inSpeech
	attempted
	sceneNear
	sceneless
	bare // neither place nor day, count nor doer
	inZone
	beginsIn
	beginsThe
	beginsA
	beginsPronoun
	beginsAnd
	beginsTime
	beginsHedge
	beginsNumber
	beginsName
	beginsSource
	beginsAccording
	saysAlso
	saysSeparate
	saysAfter
	saysIncluding
	saysHad
	saysIf
	saysSpan // since, during, years
	headed   // its headline tells of some
	numSigns
)

// signs is a set of signs.
type signs [(int(numSigns) + 63) / 64]uint64

func (s *signs) on(k sign, holds bool) {
	if holds {
		s[k/64] |= 1 << (k % 64)
	}
}

// weight is how much speaks for an incident where the signs s hold: below zero
// it is none.
func (s *signs) weight() float32 {
	var sum float32
	for i, set := range s {
		for ; set != 0; set &= set - 1 {
			sum += weights[i*64+bits.TrailingZeros64(set)]
		}
	}
	return sum
}

// begins reports whether f, which adds to none of the drafts told before, opens
// an incident.
func (r *reading) begins(f *fragment, sc *scene, drafts []*draft) bool {
	if r.barred(f) {
		return false
	}
	reports := r.reports(f)
	if reports && !r.long {
		return true // a brief says what it has to say at once
	}
	s := r.signsOf(f, sc, drafts)
	s.on(reportsAct, reports)
	if r.judge != nil {
		return r.judge(&s)
	}
	return s.weight() > 0
}

// signsOf is the signs that hold of f in the scene, where drafts were told, but
// for what the rules say.
func (r *reading) signsOf(f *fragment, sc *scene, drafts []*draft) signs {
	var v signs
	s := r.doc.Sentences[f.sentence]
	own := strongest(f.spots)
	v.on(always, true)
	v.on(nothingTold, len(drafts) == 0)
	v.on(withoutAct, len(f.acts) == 0)
	v.on(withoutHarm, len(f.harms) == 0)
	v.on(exactKind, f.exact)
	v.on(anyKind, f.kind == event.OtherType)
	v.on(refersBack, f.def)
	v.on(another, f.fresh)
	v.on(isWave, f.wave)
	v.on(sumsSeveral, f.several)
	v.on(tellsMore, f.more)
	v.on(partOfWave, f.partly)
	v.on(placeless, len(own) == 0)
	v.on(inTown, exactly(own))
	v.on(inRegion, len(own) > 0 && !exactly(own))
	v.on(twoPlaces, len(own) > 1)
	v.on(withDay, len(f.days) > 0)
	v.on(withDate, f.dated)
	v.on(inMonth, len(f.days) > 0 && f.days[0].Period.Precision > event.ToDays)
	v.on(isOld, len(f.days) > 0 && !r.isNews(&f.days[0]))
	v.on(withDoer, len(f.doers) > 0)
	v.on(withArms, len(f.arms) > 0)
	v.on(armedExactly, f.armed())
	v.on(withSite, len(f.sites) > 0)
	v.on(twoActs, len(f.acts) > 1)
	v.on(twoHarms, len(f.harms) > 1)
	for k := range f.acts {
		a := &f.acts[k]
		v.on(mainClause, a.clause)
		v.on(pluralAct, a.plural)
		v.on(defAct, a.def)
		v.on(verbAct, a.verb)
		v.on(weaponAct, a.weapon)
		v.on(withVictim, a.victim)
		v.on(hasHappened, a.realis == happened)
		v.on(wasTried, a.realis == tried)
		v.on(unrealAct, a.realis != happened && a.realis != tried)
		v.on(saysStrike, a.kind == anyStrike)
		v.on(saysAttack, a.kind == anyAttack)
		v.on(saysBlast, a.kind == anyBlast || a.kind == anyBombed)
	}
	switch family(f.kind) {
	case 1:
		v.on(fromAfar, true)
	case 2:
		v.on(planted, true)
	case 3:
		v.on(hand, true)
	}
	most, counted := 0, false
	for k := range f.harms {
		h := &f.harms[k]
		counted = counted || !h.people.count.IsZero()
		most = max(most, h.people.count.Best())
		v.on(bareHarm, h.people.count.IsZero())
		switch h.kind {
		case event.Killed:
			v.on(harmKilled, true)
		case event.Injured:
			v.on(harmInjured, true)
		case event.Captured, event.Abducted:
			v.on(harmTaken, true)
		case event.Displaced, event.Missing, event.Trapped:
			v.on(harmMissing, true)
		default:
			v.on(harmOther, true)
		}
		switch h.people.kind {
		case event.Militant, event.Military:
			v.on(ofFighters, true)
		case event.Child:
			v.on(ofChild, true)
		case event.People:
			v.on(ofPeople, true)
		case event.Man, event.Woman, event.Elderly:
			v.on(ofGrown, true)
		}
		v.on(harmFollows, h.follows)
	}
	v.on(withCount, counted)
	v.on(ofOne, most == 1)
	v.on(ofScore, most >= 20)
	v.on(ofHundred, most >= 100)
	v.on(inParagraph, f.sentence > 0 && r.doc.Sentences[f.sentence-1].Par == s.Par)
	v.on(laterClause, f.first > s.First)
	v.on(earlierClause, f.last < s.Last)
	v.on(inSpeech, r.saidBy(f.first) != nil)
	v.on(attempted, f.stage == event.Attempted)
	v.on(sceneNear, sc.draft != nil && f.sentence-sc.draft.last <= 1)
	v.on(sceneless, len(own) == 0 && len(sc.spots) == 0)
	v.on(bare, len(own) == 0 && len(f.days) == 0 && !counted && len(f.doers) == 0)
	v.on(headed, r.headed)
	v.on(inZone, r.layout.Zones[f.sentence].Kind != 0)

	front := r.layout.Zones[f.sentence].Text
	at := min(max(front, f.first), s.Last-1)
	v.on(beginsIn, r.in(at, "in at near on"))
	v.on(beginsThe, r.in(at, "the"))
	v.on(beginsA, r.in(at, "a an one another"))
	v.on(beginsPronoun, r.in(at, "it they he she his her their its this that these those"))
	v.on(beginsAnd, r.in(at, "and but while as when after before"))
	v.on(beginsTime, r.in(at, "earlier later meanwhile separately elsewhere also hours days"))
	v.on(beginsHedge, r.in(at, "at least more some about"))
	v.on(beginsNumber, r.doc.Tokens[at].Kind == text.Number)
	v.on(beginsName, r.doc.Tokens[at].Case == text.Title && at > front)
	v.on(beginsSource, r.in(at, "police officials authorities residents witnesses medics rescuers emergency health local"))
	v.on(beginsAccording, r.in(at, "according"))
	says := func(words string) bool { return r.among(f.first, f.last, words) }
	v.on(saysAlso, says("also too"))
	v.on(saysSeparate, says("separate separately another elsewhere other different second"))
	v.on(saysAfter, says("later earlier after before following"))
	v.on(saysIncluding, says("including among them whom"))
	v.on(saysHad, says("had been"))
	v.on(saysIf, says("would could may might if not no"))
	v.on(saysSpan, says("since during years months total overall so last"))
	return v
}
