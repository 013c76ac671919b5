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
	event.ChemicalAttack: 1, event.SuicideBombing: 2, event.Landmine: 3, event.Execution: 4, event.Abduction: 5,
	event.DroneStrike: 6, event.MissileStrike: 6, event.AirStrike: 7, event.NavalAttack: 7, event.Bombing: 7, event.Shelling: 7,
	event.GroundAttack: 8, event.Shooting: 9, event.ArmedClash: 9, event.Stabbing: 10, event.Sabotage: 10, event.Arson: 11,
}

// kindOf settles the type of the act that f tells, and whether the words
// settle it.
func (r *reading) kindOf(f *fragment) (event.Type, bool) {
	var best event.Type
	open := event.Type("")
	for _, a := range f.acts {
		if p, ok := precedence[a.kind]; ok {
			if best == "" || p < precedence[best] {
				best = a.kind
			}
		} else if open == "" || a.kind == anyBlast {
			open = a.kind
		}
	}
	if best != "" {
		// "clashes" with shelling in them stay what was exact.
		return best, true
	}
	for _, a := range f.arms {
		if k, ok := kindByWeapon[a.weapon.Category]; ok {
			return k, true
		}
	}
	for _, h := range f.harms {
		switch h.kind {
		case event.Abducted:
			return event.Abduction, true
		}
	}
	switch open {
	case anyStrike:
		return event.AirStrike, false
	case anyBlast:
		return event.Bombing, false
	case anyAttack:
		return event.GroundAttack, false
	}
	return event.OtherType, false
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
