package extract

import (
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
	at := 0
	for at < len(r.doers) {
		si := r.doc.SentenceAt(r.doers[at].first)
		s := r.doc.Sentences[si]
		from := at
		for at < len(r.doers) && r.doers[at].first < s.Last {
			at++
		}
		if !r.tells(si) && !r.aside(si) {
			continue
		}
		if sp, ok := r.spateIn(si, s, r.doers[from:at]); ok {
			out = append(out, sp)
		}
	}
	return out
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
		many = r.in(k, "settlements villages communities towns localities areas locations districts cities provinces regions")
	}
	for k := range r.arms {
		if a := &r.arms[k]; a.first >= s.First && a.first < s.Last && (a.weapon.Launched.Best() >= 10 || a.weapon.Mixed) {
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

// lend gives the acts that nobody is named for to the side whose spate the
// text told before, where their place and day lie within it.
func (r *reading) lend(drafts []*draft) {
	spates := r.spates()
	if len(spates) == 0 {
		return
	}
	for _, d := range drafts {
		c := countryOf(d.where())
		if len(d.fragments) == 0 || len(d.inherited) > 0 || d.kind == event.Landmine || fresh(d) {
			continue
		}
		first := d.fragments[0].sentence
		for k := len(spates) - 1; k >= 0; k-- {
			sp := &spates[k]
			if sp.sentence > first {
				continue
			}
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
	day := d.day()
	switch {
	case day == nil:
		return true
	case sp.day != nil:
		return dayRelation(sp.day, day) >= 0
	}
	return !r.old(d)
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
