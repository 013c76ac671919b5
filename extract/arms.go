package extract

import (
	"slices"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// An arm is a weapon that an act used.
type arm struct {
	first, last int
	weapon      event.Weapon
	more        [][2]int
}

// exact reports whether a is told by its model or in number.
func (a *arm) exact() bool {
	return a.weapon.ID != "" || !a.weapon.Launched.IsZero() || !a.weapon.Intercepted.IsZero()
}

// readArms lists the weapons that were used.
func (r *reading) readArms() {
	told := map[event.Category]bool{}
	for k := range r.weapons {
		w := &r.weapons[k]
		if w.use != usedWeapon || w.category == "" {
			continue
		}
		if w.definite && w.id == "" && w.launched.IsZero() && w.intercepted.IsZero() && (told[broad(w.category)] || !flying(w.category)) {
			continue // "the missile" told of before
		}
		told[broad(w.category)] = true
		r.lendCounts(k)
		r.arms = append(r.arms, arm{w.first, w.last, event.Weapon{
			ID: w.id, Name: w.name, Category: w.category, Origin: w.origin, Identification: w.ident,
			Launched: w.launched, Intercepted: w.intercepted, Mixed: w.mixed,
		}, w.more})
		if w.names > 0 && w.launched.IsZero() && w.intercepted.IsZero() {
			// "A missile hit … identified it as a KN-23": the name belongs
			// where the missile was told.
			o, a := &r.weapons[w.names-1], &r.arms[len(r.arms)-1]
			a.more = append(a.more[:len(a.more):len(a.more)], [2]int{w.first, w.last})
			a.first, a.last = o.first, o.last
		}
	}
	// A name told further down goes back to where its weapon was told.
	sentence := func(a *arm) int { return r.doc.SentenceAt(a.first) }
	slices.SortStableFunc(r.arms, func(a, b arm) int { return sentence(&a) - sentence(&b) })
}

// armsIn is the arms that sentence s names.
func (r *reading) armsIn(s text.Sentence) []arm {
	return inSentence(r.arms, s, func(a *arm) int { return a.first })
}

// flying reports whether a weapon of category c is told of only where it is
// used, so that "the missile" is one even where none was told before.
func flying(c event.Category) bool {
	switch broad(c) {
	case event.Missile, event.Drone, event.Rocket, event.AirBomb, event.Mortar:
		return true
	}
	return c == event.LandmineWeapon
}

// lendCounts gives weapon k the counts of the class word that it alone, or
// with the other side of a disjunction, identifies: "three missiles fell on
// the quarter … the weapons were Iskander-K cruise missiles".
func (r *reading) lendCounts(k int) {
	w := &r.weapons[k]
	if w.names == 0 || !w.launched.IsZero() || !w.intercepted.IsZero() {
		return
	}
	o := &r.weapons[w.names-1]
	if o.id != "" || o.mixed || o.launched == event.N(1) {
		return
	}
	for j := max(0, k-lookBack); j < min(len(r.weapons), k+lookBack); j++ {
		if n := &r.weapons[j]; j != k && n.names == w.names && n.id != w.id && (n.either == 0 || n.either != w.either) {
			return // "included Zulfiqar ballistic missiles and Samad-3 drones"
		}
	}
	w.launched, w.intercepted = o.launched, o.intercepted
}

// checkArms tells where the counts of the act's weapons do not add up.
func (r *reading) checkArms(d *draft) []string {
	ws := r.weaponRoom[:0]
	for k := range r.weapons {
		w := &r.weapons[k]
		if w.use == usedWeapon && d.told[w.sentence] {
			ws = append(ws, *w)
		}
	}
	r.weaponRoom = ws
	return checkWeapons(ws)
}

// identifiedBy is who says that the weapon was of the model that a names, or
// nobody where the article says so itself.
func (r *reading) identifiedBy(a arm) string {
	at := a.first
	if len(a.more) > 0 {
		at = a.more[len(a.more)-1][0]
	}
	if st := r.saidBy(at); st != nil {
		return st.speaker.name
	}
	return ""
}

// weaponsOf lists the weapons of an act. A class word adds nothing where a
// weapon of that class is named.
func (r *reading) weaponsOf(d *draft) []event.Weapon {
	var out []event.Weapon
	for n := range len(d.fragments) + 1 {
		arms := d.arms
		if n < len(d.fragments) {
			arms = d.fragments[n].arms
		}
		for _, a := range arms {
			w := a.weapon
			w.Evidence = r.proof(a.first, a.last, "weapon")
			if w.ID != "" {
				w.Claimant = r.identifiedBy(a)
			}
			for _, m := range a.more {
				w.Evidence = append(w.Evidence, r.evidence(m[0], m[1], "weapon/count"))
			}
			same := -1
			for k := range out {
				if out[k].ID == w.ID && out[k].Category == w.Category {
					same = k
				}
			}
			if same < 0 {
				if out == nil {
					out = r.weaponry.take(2)
				}
				out = append(out, w)
				continue
			}
			o := &out[same]
			o.Evidence = append(o.Evidence, w.Evidence...)
			if o.Launched.IsZero() {
				o.Launched = w.Launched
			}
			if o.Intercepted.IsZero() {
				o.Intercepted = w.Intercepted
			}
		}
	}
	suited := false
	for _, w := range out {
		suited = suited || !unsuited(d.kind, w.Category)
	}
	kept := out[:0]
	for i, w := range out {
		vague := suited && w.ID == "" && w.Launched.IsZero() && w.Intercepted.IsZero() && unsuited(d.kind, w.Category)
		for j, o := range out {
			if i == j || w.ID != "" {
				continue
			}
			if !w.Launched.IsZero() || !w.Intercepted.IsZero() {
				// "three missiles", which were "Iskander-K cruise missiles"
				vague = vague || o.ID != "" && saidOf(w.Category, o.Category) && o.Launched == w.Launched && o.Intercepted == w.Intercepted
				continue
			}
			if o.ID != "" && saidOf(w.Category, o.Category) && (general(w.Category) || broad(w.Category) == broad(o.Category)) || general(w.Category) && o.Category != w.Category && broad(o.Category) == w.Category {
				vague = true
			}
			if w.Category == event.IED && o.ID != "" && o.Category == event.LandmineWeapon {
				vague = true // "an explosive device", which was a PRB M3 mine
			}
		}
		if !vague {
			kept = append(kept, w)
		}
	}
	return kept
}

// unsuited reports whether a class of weapon, told somewhere in the report of
// an act of kind k, is not what such an act is done with: a
// roadside bomb of which a report of shelling tells as well.
func unsuited(k event.Type, c event.Category) bool {
	ground := c == event.Artillery || c == event.Mortar || c == event.Tank
	planted := c == event.IED || c == event.CarBomb || c == event.SuicideVest || c == event.LandmineWeapon
	switch k {
	case event.AirStrike, event.MissileStrike, event.DroneStrike:
		return planted || c == event.SmallArms || c == event.Blade || k != event.AirStrike && c == event.GuidedBomb
	case event.Bombing, event.SuicideBombing, event.Landmine:
		return ground || c == event.Rocket || c == event.Blade
	case event.Shelling:
		return planted || c == event.Blade
	}
	return false
}
