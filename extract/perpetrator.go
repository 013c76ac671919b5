package extract

import "github.com/sitrep-go/sitrep/event"

// perpetratorsOf lists who did the act, and how surely the text says so: the
// surest naming of each counts. What stands within somebody's words is accused
// by him, or claimed where he speaks for the actor.
func (r *reading) perpetratorsOf(d *draft, country string) []event.Perpetrator {
	var out []event.Perpetrator
	told := make([][]doer, 0, len(d.fragments)+1)
	for _, f := range d.fragments {
		told = append(told, f.doers)
	}
	for _, list := range append(told, d.doers) {
		for _, a := range list {
			out = r.addPerpetrator(out, a, country)
		}
	}
	return out
}

// addPerpetrator adds the doer a to the list, or to the entry that names the
// same actor already.
func (r *reading) addPerpetrator(out []event.Perpetrator, a doer, country string) []event.Perpetrator {
	who := standardActors().resolve(a.actor, country)
	if who.name == "" || who.generic && who.entry == nil && who.rule == "actor/the-army" && who.country == "" {
		return out
	}
	ev := r.evidence(a.first, a.last, a.rule)
	if st := r.saidBy(a.first); st != nil && (a.certainty == event.ReportedAsFact || a.certainty == event.Accused) {
		if a.certainty = event.Accused; r.ownVoice(st, who) {
			a.certainty = event.Claimed
		}
		a.claimant = st.speaker.name
	}
	for k := range out {
		o := &out[k]
		if o.Actor != who.name {
			continue
		}
		o.Evidence = append(o.Evidence, ev)
		if sureness[a.certainty] > sureness[o.Certainty] {
			o.Certainty, o.Claimant = a.certainty, a.claimant
		}
		return out
	}
	return append(out, event.Perpetrator{Actor: who.name, Country: who.country, Certainty: a.certainty, Claimant: a.claimant, Evidence: []event.Evidence{ev}})
}

// sureness orders the ways of naming an actor: the article's own voice counts
// for more than an accusation.
var sureness = map[event.Certainty]int{event.ReportedAsFact: 4, event.Claimed: 3, event.Accused: 2, event.Suspected: 1}
