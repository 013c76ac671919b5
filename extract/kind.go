package extract

import "github.com/sitrep-go/sitrep/event"

// kindByWeapon is the type of act that a weapon makes of an open word such as
// "strike" or "attack".
var kindByWeapon = map[event.Category]event.Type{
	event.BallisticMissile:    event.MissileStrike,
	event.CruiseMissile:       event.MissileStrike,
	event.HypersonicMissile:   event.MissileStrike,
	event.AntiShipMissile:     event.MissileStrike,
	event.SurfaceToAirMissile: event.MissileStrike,
	event.AntiTankMissile:     event.MissileStrike,
	event.Missile:             event.MissileStrike,
	event.OneWayDrone:         event.DroneStrike,
	event.FPVDrone:            event.DroneStrike,
	event.Drone:               event.DroneStrike,
	event.NavalDrone:          event.NavalAttack,
	event.GuidedBomb:          event.AirStrike,
	event.AirBomb:             event.AirStrike,
	event.BarrelBomb:          event.AirStrike,
	event.Rocket:              event.Shelling,
	event.Artillery:           event.Shelling,
	event.Mortar:              event.Shelling,
	event.Tank:                event.Shelling,
	event.IED:                 event.Bombing,
	event.CarBomb:             event.Bombing,
	event.Explosive:           event.Bombing,
	event.Grenade:             event.Bombing,
	event.SuicideVest:         event.SuicideBombing,
	event.LandmineWeapon:      event.Landmine,
	event.SmallArms:           event.Shooting,
	event.ChemicalAgent:       event.ChemicalAttack,
	event.Blade:               event.Stabbing,
}

// precedence orders the types where one report names several: the rarer and
// more telling first, and what only goes along with an attack last.
var precedence = map[event.Type]int{
	event.ChemicalAttack: 1, event.SuicideBombing: 2, event.Landmine: 3, event.Execution: 4,
	event.DroneStrike: 6, event.MissileStrike: 6, event.AirStrike: 7, event.NavalAttack: 7, event.Bombing: 7, event.Shelling: 7,
	event.GroundAttack: 8, event.Abduction: 9, event.ArmedClash: 10, event.Shooting: 11, event.Stabbing: 12, event.Sabotage: 12, event.Arson: 13,
}

// kindOf settles the type of the act that f tells, and whether the words
// settle it.
func (r *reading) kindOf(f *fragment) (event.Type, bool) {
	var best event.Type
	open := event.Type("")
	for _, a := range f.acts {
		k := a.kind
		if a.realis == reference && len(f.acts) > 1 {
			continue
		}
		if k == event.Bombing && r.fromTheAir(f, a) {
			k = event.AirStrike
		}
		if p, ok := precedence[k]; ok {
			if best == "" || p < precedence[best] {
				best = k
			}
		} else if open == "" || k == anyBlast && open != anyBombed || k == anyBombed {
			open = k
		}
	}
	killed := false
	for _, h := range f.harms {
		killed = killed || h.kind == event.Killed
		if h.kind == event.Abducted && best == "" {
			best = event.Abduction
		}
	}
	if best == event.Abduction && open == anyAttack && killed {
		best = event.GroundAttack
	}
	// "fired at his van", "set homes alight": the weapon says what it was.
	if best == "" || best == event.Shooting || best == event.Arson || best == event.Sabotage || best == event.Stabbing {
		for _, a := range f.arms {
			if k, ok := kindByWeapon[a.weapon.Category]; ok && (best == "" || k != event.Stabbing && k != event.Shooting) {
				return k, true
			}
		}
	}
	if best != "" {
		return best, true
	}
	switch open {
	case anyStrike:
		return event.AirStrike, false
	case anyBlast:
		return event.Bombing, false
	case anyBombed:
		if r.fromTheAir(f, act{}) {
			return event.AirStrike, false
		}
		return event.Bombing, false
	case anyAttack:
		return event.GroundAttack, false
	}
	return event.OtherType, false
}

// fromTheAir reports whether the bombing that a tells was done by aircraft:
// "the air force bombed", "bombs fell on the village", "bombing runs".
func (r *reading) fromTheAir(f *fragment, a act) bool {
	for _, w := range f.arms {
		switch w.weapon.Category {
		case event.AirBomb, event.GuidedBomb, event.BarrelBomb:
			return true
		case event.CarBomb, event.IED, event.SuicideVest, event.Grenade:
			return false
		}
	}
	for _, d := range f.doers {
		if d.actor.state != "" {
			return true
		}
	}
	for k := f.first; k < f.last; k++ {
		if r.lang.grammar.In(r.w[k], r.lang.plane) || r.in(k, "runs sorties") {
			return true
		}
	}
	return false
}

// settleKind weighs the types that the fragments of d tell: what opens the
// report counts double. An open word such as "strike" takes the type of what
// was told before it.
func (r *reading) settleKind(d *draft, before event.Type) event.Type {
	votes := map[event.Type]int{}
	open := event.Type("")
	for k, f := range d.fragments {
		if !f.exact {
			if open == "" || open == event.OtherType {
				open = f.kind
			}
			continue
		}
		votes[f.kind] += 2
		if k == 0 {
			votes[f.kind]++
		}
	}
	var best event.Type
	for _, f := range d.fragments {
		if f.exact && (best == "" || votes[f.kind] > votes[best] || votes[f.kind] == votes[best] && precedence[f.kind] < precedence[best]) {
			best = f.kind
		}
	}
	if best != "" {
		return best
	}
	switch {
	case open == event.AirStrike && family(before) == 1:
		return before
	case open == event.OtherType && before != "":
		return before
	}
	return open
}

// family groups the types that one act may be called by in one report.
func family(t event.Type) int {
	switch t {
	case event.MissileStrike, event.AirStrike, event.DroneStrike, event.Shelling:
		return 1
	case event.Bombing, event.SuicideBombing, event.Landmine:
		return 2
	case event.Shooting, event.GroundAttack, event.ArmedClash, event.Execution, event.Stabbing, event.Arson, event.Abduction:
		return 3
	}
	return 0
}

// sameKind reports whether two fragments may tell of one act as far as their
// types go.
func sameKind(a event.Type, aExact bool, b event.Type, bExact bool) bool {
	if a == b || !aExact || !bExact || a == event.OtherType || b == event.OtherType {
		return true
	}
	return family(a) == family(b) || family(a) == 0 || family(b) == 0
}
