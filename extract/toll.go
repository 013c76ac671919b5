package extract

import "github.com/sitrep-go/sitrep/event"

// casualtiesOf lists the figures of an act: the same figure told twice is one
// entry, and a later figure of the same source replaces the earlier, which is
// kept beside it.
func (r *reading) casualtiesOf(d *draft) []event.Casualty {
	var out []event.Casualty
	var sentence []int
	for _, f := range d.fragments {
		for _, h := range f.harms {
			whole := -1
			for k, g := range flatten(h.people) {
				c := event.Casualty{Harm: h.kind, Group: g.kind, Count: g.count}
				if st := r.saidBy(h.anchor); st != nil {
					c.Claimant = st.speaker.name
				}
				if c.Count.IsZero() {
					if !g.generic {
						continue
					}
					c.Count = event.Count{Min: 1, Hedge: event.Vague}
				}
				ev := r.evidence(h.first, h.last, h.rule)
				if k > 0 {
					ev = r.evidence(g.first, g.last, h.rule)
				}
				c.Evidence = []event.Evidence{ev}
				at := enter(&out, &sentence, c, f)
				if k == 0 {
					whole = at
				} else if whole >= 0 && at != whole && out[at].PartOf == nil && !h.people.sum {
					w := whole
					out[at].PartOf = &w
				}
			}
		}
	}
	return out
}

// enter puts c among the entries and gives its index.
func enter(out *[]event.Casualty, sentence *[]int, c event.Casualty, f *fragment) int {
	for k := range *out {
		o := &(*out)[k]
		if o.Harm != c.Harm || o.Group != c.Group || o.Claimant != c.Claimant {
			continue
		}
		if o.Count == c.Count {
			o.Evidence = append(o.Evidence, c.Evidence...)
			return k
		}
		if (*sentence)[k] == f.sentence {
			continue
		}
		// "12 killed" in the headline and "at least 12 people" below are one
		// figure, the later one being the fuller; a vague one gives way.
		switch {
		case c.Count.Hedge == event.Vague && o.Count.Hedge != event.Vague:
			o.Evidence = append(o.Evidence, c.Evidence...)
			return k
		case o.Count.Hedge == event.Vague || c.Count.Best() >= o.Count.Best():
			old := *o
			c.Superseded = append(append(c.Superseded, old.Superseded...), stripped(old))
			c.PartOf = old.PartOf
			*o = c
			(*sentence)[k] = f.sentence
			return k
		}
	}
	*out = append(*out, c)
	*sentence = append(*sentence, f.sentence)
	return len(*out) - 1
}

func stripped(c event.Casualty) event.Casualty {
	c.Superseded, c.PartOf = nil, nil
	return c
}
