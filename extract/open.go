package extract

import "github.com/sitrep-go/sitrep/event"

// opens reports whether f by itself reports an act.
func (r *reading) opens(f *fragment) bool {
	if r.accident(f) || r.unrest(f) {
		return false
	}
	acted := false
	for _, a := range f.acts {
		acted = acted || !a.weapon
	}
	backed := len(f.arms) > 0 || len(f.doers) > 0
	for _, h := range f.harms {
		if h.people.count.Best() == 0 {
			continue
		}
		switch {
		case h.kind == event.Captured:
			// An arrest is no act of war, a capture in an operation is.
			if r.inOperation(f) {
				return true
			}
		case h.kind == event.Killed && r.lang.grammar.In(r.w[h.anchor], r.lang.kill), acted, backed, r.violent:
			return true
		}
	}
	for _, a := range f.acts {
		switch {
		case a.weapon:
			for _, w := range f.arms {
				if (!w.weapon.Launched.IsZero() || !w.weapon.Intercepted.IsZero()) && w.weapon.Category != event.SmallArms && w.weapon.Category != event.Blade {
					return true
				}
			}
			if exactly(f.spots) && !a.def {
				return true
			}
			continue
		case a.def && len(f.spots) == 0 && len(f.days) == 0:
			continue
		case a.plural && len(f.days) == 0 && !backed:
			continue // "because of attacks by insurgents"
		case r.loose(a):
			// "shot", "hit", "exploded" are said of footballers and prices too.
			if backed || (len(f.sites) > 0 || !a.verb && !a.def) && len(strongest(f.spots)) > 0 {
				return true
			}
			continue
		}
		return true
	}
	return false
}

// exactly reports whether the words put the act at a place smaller than a
// province.
func exactly(list []spot) bool {
	for _, s := range strongest(list) {
		if s.loc.Precision == event.AtPlace || s.loc.Precision == event.NearPlace || s.loc.Precision == event.InDistrict {
			return true
		}
	}
	return false
}

// inOperation reports whether f tells of soldiers at work: "during a raid",
// "a combined patrol detained".
func (r *reading) inOperation(f *fragment) bool {
	police := false
	for k := f.first; k < f.last; k++ {
		if r.in(k, "operation patrol clash firefight battle ambush security coalition troops militants insurgents fighters commandos") {
			return true
		}
		police = police || r.in(k, "police drugs activists protesters suspects")
	}
	return !police && r.violent
}

// unrest reports whether f tells of protest or of talks and not of a fight:
// "clashes with protesters", "agreed a truce after the worst fighting".
func (r *reading) unrest(f *fragment) bool {
	for _, a := range f.acts {
		switch a.kind {
		case event.ArmedClash, anyAttack, event.GroundAttack:
		default:
			return false
		}
	}
	for _, h := range f.harms {
		if h.kind == event.Killed {
			return false
		}
	}
	s := r.doc.Sentences[f.sentence]
	for k := s.First; k < s.Last; k++ {
		if r.lang.grammar.In(r.w[k], r.lang.unrest) {
			return true
		}
	}
	return false
}

// loose reports whether the words of a are said of much besides violence.
func (r *reading) loose(a act) bool {
	switch a.kind {
	case anyStrike, anyAttack, anyBlast:
		return true
	case event.Shooting, event.Arson, event.Stabbing, event.GroundAttack, event.ArmedClash, event.Bombing:
		return a.last-a.first == 1 && a.verb
	}
	return false
}

// accident reports whether the words of f, or of the sentence behind it, put
// an open "blast" down to no one.
func (r *reading) accident(f *fragment) bool {
	if f.exact && f.kind != event.Bombing || len(f.doers) > 0 {
		return false
	}
	s := r.doc.Sentences[f.sentence]
	for k := s.First; k < s.Last; k++ {
		if !r.lang.grammar.In(r.w[k], r.lang.mishap) {
			continue
		}
		switch r.lower(k) {
		case "gas":
			if r.in(k+1, "leak leaks pipe explosion blast cylinder cylinders canister pipeline main") || r.in(k-1, "leaking") {
				return true
			}
		case "crash":
			if r.in(k-1, "plane bus car train road helicopter traffic vehicle air truck lorry") {
				return true
			}
		case "accident", "accidents":
			if r.in(k-1, "an as by industrial road traffic car mining the tragic") && !r.in(k+1, "or") {
				return true
			}
		default:
			return true
		}
	}
	return false
}
