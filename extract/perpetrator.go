package extract

import "github.com/sitrep-go/sitrep/event"

// perpetratorsOf lists who did the act, and how surely the text says so: the
// surest naming of each counts, and an admission of its own before all.
func (r *reading) perpetratorsOf(d *draft, country string) []event.Perpetrator {
	var out []event.Perpetrator
	told := make([][]doer, 0, len(d.fragments)+1)
	for _, f := range d.fragments {
		told = append(told, f.doers)
	}
	for _, list := range append(told, d.doers) {
		for _, a := range list {
			who := standardActors().resolve(a.actor, country)
			if who.name == "" {
				continue
			}
			ev := r.evidence(a.first, a.last, a.rule)
			if st := r.saidBy(a.first); st != nil {
				switch {
				case r.ownVoice(st, who):
					a.certainty, a.claimant = event.Claimed, st.speaker.name
				case a.certainty == event.ReportedAsFact || a.certainty == event.Accused:
					a.certainty, a.claimant = event.Accused, st.speaker.name
				}
			}
			same := -1
			for k := range out {
				if out[k].Actor == who.name {
					same = k
				}
			}
			if same < 0 {
				out = append(out, event.Perpetrator{Actor: who.name, Country: who.country, Certainty: a.certainty, Claimant: a.claimant, Evidence: []event.Evidence{ev}})
				continue
			}
			o := &out[same]
			o.Evidence = append(o.Evidence, ev)
			if sureness[a.certainty] > sureness[o.Certainty] {
				o.Certainty, o.Claimant = a.certainty, a.claimant
			}
		}
	}
	return out
}

// sureness orders the ways of naming an actor: the article's own voice counts
// for more than an accusation.
var sureness = map[event.Certainty]int{event.ReportedAsFact: 4, event.Claimed: 3, event.Accused: 2, event.Suspected: 1}
