package extract

import (
	"iter"
	"slices"
	"sort"
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract/date"
	"github.com/sitrep-go/sitrep/internal/text"
)

// A spate is several acts of one side that one sentence tells together, of which
// the text then tells some one by one: "Over the past day Russian troops
// attacked 11 settlements of the Kharkiv region", "Israeli air strikes killed 18
// people across Lebanon".
type spate struct {
	sentence int
	doers    []doer
	spots    []spot // where, none smaller than a division; empty where unsaid
	day      *date.Mention
	lately   bool // "over the past day": no older than the news
	afar     bool // strikes from afar only
}

// spateReach bounds the sentences between a spate and an act told within it.
const spateReach = 16

// spates lists the spates of the text, in order. A sentence tells one where it
// names who did it, speaks of several acts, villages or weapons at once, and
// puts them at no one town.
func (r *reading) spates() []spate {
	var out []spate
	for si, doers := range r.doersBySentence() {
		if !r.tells(si) && !r.aside(si) {
			continue
		}
		if sp, ok := r.spateIn(si, r.doc.Sentences[si], doers); ok {
			out = append(out, sp)
		}
	}
	return out
}

// doersBySentence gives the number of each sentence that names doers, with
// these.
func (r *reading) doersBySentence() iter.Seq2[int, []doer] {
	return func(yield func(int, []doer) bool) {
		for rest := r.doers; len(rest) > 0; {
			si := r.doc.SentenceAt(rest[0].first)
			n := sort.Search(len(rest), func(k int) bool { return rest[k].first >= r.doc.Sentences[si].Last })
			if !yield(si, rest[:n]) {
				return
			}
			rest = rest[n:]
		}
	}
}

// spateIn reads the spate that sentence s tells of, which names the doers.
func (r *reading) spateIn(si int, s text.Sentence, doers []doer) (spate, bool) {
	sp := spate{sentence: si, afar: true}
	who := ""
	for _, d := range doers {
		if d.certainty == event.Suspected || d.actor.name == "" {
			continue
		}
		if c := d.actor.country; who != "" && c != who {
			return sp, false // both sides
		}
		who = d.actor.country
		sp.doers = append(sp.doers, d)
	}
	if len(sp.doers) == 0 {
		return sp, false
	}
	many := false
	for _, a := range inSentence(r.act, s, func(a *act) int { return a.anchor }) {
		if a.kind == noAct || a.realis != happened && a.realis != tried {
			continue
		}
		many = many || a.plural || strings.HasSuffix(a.rule, "/wave")
		if f := family(a.kind); f != 1 && f != 0 && !r.loose(a) {
			sp.afar = false
		}
	}
	for k := s.First; k < s.Last && !many; k++ {
		many = r.in(k, "settlements villages communities towns localities areas locations districts cities provinces regions places sites targets") || r.keepsUp(k, s)
	}
	in := r.armsIn(s)
	for k := range in {
		if a := &in[k]; a.weapon.Launched.Best() >= 10 || a.weapon.Mixed {
			many = true
		}
	}
	if !many {
		return sp, false
	}
	for _, p := range strongest(r.spotsIn(s)) {
		if p.loc.Precision < event.InDistrict {
			return sp, false
		}
		sp.spots = append(sp.spots, p)
	}
	for k, d := range r.daysIn(s) {
		switch {
		case d.Resolved() && r.dates(d, s):
			sp.day = &r.daysIn(s)[k]
		case d.Type == date.Duration:
			sp.lately = true
		}
	}
	return sp, true
}

// keepsUp reports whether the verb at k says that attacks went on: "kept up their
// rocket fire", "continued its raids".
func (r *reading) keepsUp(k int, s text.Sentence) bool {
	switch {
	case r.in(k, "kept") && r.in(k+1, "up"), r.in(k, "continued resumed renewed intensified stepped pursued"):
	default:
		return false
	}
	for q := k + 1; q < min(k+7, s.Last); q++ {
		if r.lang.grammar.In(r.w[q], r.lang.ownAct) && r.in(q, "fire attacks strikes raids airstrikes shelling bombardment bombardments assaults bombing") {
			return true
		}
		if r.doc.Tokens[q].Kind == text.Punct {
			return false
		}
	}
	return false
}

// lend gives the acts that nobody is named for to the side whose spate the
// text told before, where their place and day lie within it.
func (r *reading) lend(drafts []*draft) {
	spates := r.spates()
	if len(spates) == 0 {
		return
	}
	for _, d := range drafts {
		c := countryOf(d.where())
		if len(d.fragments) == 0 || len(d.inherited) > 0 || d.kind == event.Landmine || fresh(d) && !r.sameOnes(d) {
			continue
		}
		first := d.fragments[0].sentence
		for k := sort.Search(len(spates), func(k int) bool { return spates[k].sentence > first }) - 1; k >= 0; k-- {
			sp := &spates[k]
			if first-sp.sentence > spateReach {
				break
			}
			if !r.inSpate(sp, d, c) {
				continue
			}
			if len(r.perpetratorsOf(d, c)) == 0 {
				for _, a := range sp.doers {
					d.inherited = r.addPerpetrator(d.inherited, a, c)
				}
			}
			break
		}
	}
}

// inSpate reports whether d, in country c, may be one of the acts of sp.
func (r *reading) inSpate(sp *spate, d *draft, c string) bool {
	if sp.afar && family(d.kind) != 1 && d.exact {
		return false
	}
	if len(sp.spots) > 0 {
		if placeRelation(sp.spots, d.where()) < 0 && !sameCountry(sp.spots, c) {
			return false
		}
	} else {
		for _, a := range sp.doers {
			if a.actor.country == c && a.actor.state != "" {
				return false // a state at home
			}
		}
	}
	day := d.ownDay()
	switch {
	case day == nil:
		return true
	case sp.day != nil && day.Basis != event.Anchored:
		return dayRelation(sp.day, day) >= 0
	}
	return !r.old(d)
}

// sameOnes reports whether d is told as an act of those who did the one before,
// or as one of its weapons: "the same column reached Soro", "another missile of
// the same volley", "one of them crashed".
func (r *reading) sameOnes(d *draft) bool {
	f := d.fragments[0]
	s := r.doc.Sentences[f.sentence]
	for k := f.first; k < min(f.first+12, s.Last-1); k++ {
		switch {
		case r.in(k, "same") && r.in(k-1, "the") && r.in(k+1, "column gunmen group unit attackers raiders men rebels fighters militants bandits soldiers troops forces volley salvo barrage wave raid assault"):
			return true
		case r.in(k, "one two three others") && k < f.first+3 && (r.in(k+1, "of") && r.in(k+2, "them these those") || k == f.first && r.in(k+1, "that which")):
			return true
		}
	}
	return false
}

// follow gives an act of the same ones as the act told before it, or of one of
// the same weapons, the side that is named for that one.
func (r *reading) follow(drafts []*draft) {
	for k, d := range drafts {
		if k == 0 || len(d.inherited) > 0 || len(d.fragments) == 0 || !r.sameOnes(d) {
			continue
		}
		w := drafts[k-1]
		if c := countryOf(d.where()); sentencesBetween(w, d) <= waveReach && len(r.perpetratorsOf(d, c)) == 0 {
			d.inherited = r.perpetratorsOf(w, countryOf(w.where()))
		}
	}
}

// arrive gives an act that nobody is named for to the fighters who came to the
// place in the sentence before it, of the same paragraph.
func (r *reading) arrive(drafts []*draft) {
	for _, d := range drafts {
		if len(d.inherited) > 0 || len(d.fragments) == 0 {
			continue
		}
		first := d.fragments[0].sentence
		if first == 0 || r.doc.Sentences[first-1].Par != r.doc.Sentences[first].Par {
			continue
		}
		c := countryOf(d.where())
		for _, a := range r.doersIn(r.doc.Sentences[first-1]) {
			if a.rule == "perpetrator/comes" && len(r.perpetratorsOf(d, c)) == 0 {
				d.inherited = r.addPerpetrator(d.inherited, a, c)
			}
		}
	}
}

// handOn gives an act that is told as one of the weapons of the act before, "one
// crashed on a farm", the class of these, where they were of one class.
func (r *reading) handOn(drafts []*draft) {
	for k, d := range drafts {
		if k == 0 || len(d.arms) > 0 || len(d.fragments) == 0 || !r.oneOf(d) {
			continue
		}
		w := drafts[k-1]
		if sentencesBetween(w, d) > waveReach {
			continue
		}
		if slices.ContainsFunc(d.fragments, func(f *fragment) bool { return len(f.arms) > 0 }) {
			continue
		}
		var one *arm
		mixed := false
		for _, f := range w.fragments {
			for n := range f.arms {
				a := &f.arms[n]
				switch {
				case !flying(a.weapon.Category):
				case one == nil || one.weapon.ID == "" && broad(one.weapon.Category) == broad(a.weapon.Category):
					one = a
				case broad(one.weapon.Category) != broad(a.weapon.Category):
					mixed = true
				}
			}
		}
		if one == nil || mixed {
			continue
		}
		a := *one
		a.weapon.Launched, a.weapon.Intercepted, a.weapon.Mixed, a.more = event.Count{}, event.Count{}, false, nil
		d.arms = append(d.arms, a)
	}
}

// oneOf reports whether d is told as what a weapon of the act before did: "One of
// them hit an army post", "when one came down in Zolochiv", "Three slipped
// through to Lviv".
func (r *reading) oneOf(d *draft) bool {
	f := d.fragments[0]
	for k := f.first; k < min(f.first+14, f.last-1); k++ {
		if !r.in(k, "one two three four five six some several") {
			continue
		}
		switch {
		case r.in(k+1, "of") && r.in(k+2, "them these those") && !r.in(k-1, "in on at near"):
			return k < f.first+4
		case k > f.first && !r.in(k-1, "when after"):
		case r.in(k+1, "slipped got came fell hit struck crashed landed exploded reached went evaded"), k == f.first && r.in(k+1, "that which"):
			return true
		}
	}
	return false
}

// share gives an accusation or admission that is of two acts, "both attacks",
// "the twin bombing", to the two that the text told last before it.
func (r *reading) share(drafts []*draft) {
	for si, doers := range r.doersBySentence() {
		if !r.ofBoth(r.doc.Sentences[si]) {
			continue
		}
		two := make([]*draft, 0, 2)
		for k := len(drafts) - 1; k >= 0 && len(two) < 2; k-- {
			if d := drafts[k]; len(d.fragments) > 0 && d.fragments[0].sentence < si {
				two = append(two, d)
			}
		}
		if len(two) < 2 || si-two[1].fragments[0].sentence > spateReach {
			continue
		}
		for _, a := range doers {
			if a.certainty == event.ReportedAsFact {
				continue
			}
			for _, d := range two {
				if !d.names(&a) {
					d.doers = append(d.doers, a)
				}
			}
		}
	}
}

// names reports whether d has the doer a already.
func (d *draft) names(a *doer) bool {
	for _, f := range d.fragments {
		for k := range f.doers {
			if f.doers[k].first == a.first {
				return true
			}
		}
	}
	for k := range d.doers {
		if d.doers[k].first == a.first {
			return true
		}
	}
	return false
}

// ofBoth reports whether s speaks of two acts that were told of before: "both
// attacks", "suspects al-Shabaab in both", "responsible for the two bombings".
func (r *reading) ofBoth(s text.Sentence) bool {
	for k := s.First; k < s.Last; k++ {
		switch {
		case r.in(k, "both"):
			if k+1 >= s.Last || r.doc.Tokens[k+1].Kind == text.Punct || r.in(k+1, "but and which") {
				return r.in(k-1, "in for of behind on")
			}
			if r.lang.grammar.In(r.w[k+1], r.lang.ownAct) || r.in(k+1, "blasts explosions incidents killings massacres") {
				return true
			}
		case r.in(k, "two twin") && r.in(k-1, "the these those"):
			if k+1 < s.Last && (r.lang.grammar.In(r.w[k+1], r.lang.ownAct) || r.in(k+1, "blasts explosions incidents killings")) {
				return true
			}
		}
	}
	return false
}

// sameCountry reports whether one of the spots is the country c itself.
func sameCountry(list []spot, c string) bool {
	for _, s := range list {
		if wide(s.loc) && s.loc.Country == c && c != "" {
			return true
		}
	}
	return false
}
