package extract

import (
	"github.com/sitrep-go/sitrep/event"
)

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
	var asked, air bool
	fromAir := func() bool {
		if !asked {
			asked, air = true, r.fromTheAir(f)
		}
		return air
	}
	for _, a := range f.acts {
		k := a.kind
		if a.realis == reference && len(f.acts) > 1 {
			continue
		}
		if k == event.Bombing && fromAir() {
			k = event.AirStrike
		}
		if k == event.SuicideBombing && r.in(a.first, "in wearing") && f.fights() {
			continue // "Five fighters, two of them wearing explosive belts, died in the exchange of fire"
		}
		if k == event.GroundAttack && r.in(a.first, "raid raids") && r.jetIn(f) {
			k = event.AirStrike // "jets carried out four raids near the village"
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
	// "massacred 23 villagers and burned down their homes", "shot or hacked to
	// death 19 people in a raid"
	if (best == event.Arson || best == event.Stabbing && f.byGroup()) && killed {
		for _, a := range f.acts {
			if a.kind == anyAttack && a.realis == happened && !r.in(a.anchor, "killing killings killed") {
				best = event.GroundAttack
			}
		}
	}
	// "A plant was bombed, setting fire to fuel tanks", "Debris set cars alight"
	if best == event.Arson && (open == anyStrike || open == anyBombed || open == anyBlast || r.fireFell(f)) {
		best = ""
	}
	// "Gunmen attacked a college, abducting the registrar's sister".
	if !killed && precedence[best] > precedence[event.SuicideBombing] && family(best) != 1 && f.abducts() {
		best = event.Abduction
	}
	if best == event.Bombing && r.endsSelf(f) {
		best = event.SuicideBombing
	}
	for _, a := range f.arms {
		if best == event.Bombing && a.weapon.Category == event.NavalDrone {
			best = event.NavalAttack // "a remotely guided boat laden with explosives"
		}
	}
	// "Fighters stormed the post and set off a bomb": the first says what it was.
	if best == event.Bombing || best == event.SuicideBombing {
		for _, a := range f.acts {
			if a.kind == event.GroundAttack {
				best = event.GroundAttack
			}
			if precedence[a.kind] > 0 || a.kind == anyBlast {
				break
			}
		}
	}
	if best == event.GroundAttack {
		if k := r.attackedWith(f); k != "" {
			best = k
		}
	}
	// "flew drones over the camp and dropped mortar shells into it"
	if (best == event.Shelling || best == event.Bombing || best == event.AirStrike && !r.planeIn(f)) && r.fromDrones(f) {
		best = event.DroneStrike
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
	if (open == anyStrike || open == anyAttack) && r.byAirForce(f) {
		return event.AirStrike, true
	}
	switch open {
	case anyStrike:
		return event.AirStrike, false
	case anyBlast:
		return event.Bombing, false
	case anyBombed:
		if fromAir() {
			return event.AirStrike, false
		}
		return event.Bombing, false
	case anyAttack:
		return event.GroundAttack, false
	}
	return event.OtherType, false
}

// fireFell reports whether what set the fire that f tells of came down or got
// through: "Three slipped through to Lviv, setting fire to a warehouse".
func (r *reading) fireFell(f *fragment) bool {
	for k := f.first; k < f.last; k++ {
		if r.in(k, "debris fragments wreckage") || r.in(k, "slipped got broke") && r.in(k+1, "through") {
			return true
		}
	}
	return false
}

// byAirForce reports whether an air force is named in f, and not only its
// bases and people: "the Syrian Air Force destroyed several vehicles".
func (r *reading) byAirForce(f *fragment) bool {
	for k := f.first; k+2 < f.last; k++ {
		if r.in(k, "air") && r.in(k+1, "force forces") {
			return r.lang.grammar.In(r.w[k+2], r.lang.actVerb)
		}
	}
	return false
}

// fromTheAir reports whether the bombing that f tells of was done by aircraft:
// "the air force bombed", "bombs fell on the village", "bombing runs".
func (r *reading) fromTheAir(f *fragment) bool {
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
		// "the air force bombed", "bombed by the air force", but not "bombed
		// the air force recruiting office"
		if r.in(k, "force forces") && r.in(k-1, "air") && (len(f.acts) == 0 || k < f.acts[0].anchor || r.in(k-2, "by") || r.in(k-3, "by")) {
			return true
		}
	}
	return false
}

// attackedWith is the type of what fighters are told to have attacked with
// from afar, "rebels attacked the base with drones"; it is empty where they
// came with rifles, or where the words say that they went in.
func (r *reading) attackedWith(f *fragment) event.Type {
	at := -1
	for _, a := range f.acts {
		if a.kind == event.GroundAttack {
			if !r.in(a.last-1, "attacked attack attacking struck") {
				return ""
			}
			at = a.last
		}
	}
	kind := event.Type("")
	for _, w := range f.arms {
		k := kindByWeapon[w.weapon.Category]
		if family(k) != 1 && k != event.Bombing || w.weapon.Category == event.Grenade || w.weapon.Category == event.Tank {
			return ""
		}
		if kind != "" || at < 0 || w.first < at {
			continue
		}
		for j := w.first - 1; j >= at && j >= w.first-5; j-- {
			if r.in(j, "with using") {
				kind = k
			}
		}
	}
	return kind
}

// endsSelf reports whether those who did what f tells died of it by intent:
// "detonated explosives, killing themselves".
func (r *reading) endsSelf(f *fragment) bool {
	for k := f.first; k+1 < f.last; k++ {
		if r.in(k, "killing killed kills") && r.in(k+1, "himself herself themselves") {
			return true
		}
	}
	return false
}

// fights reports whether an act of f is a fight.
func (f *fragment) fights() bool {
	for _, a := range f.acts {
		if a.kind == event.ArmedClash {
			return true
		}
	}
	return false
}

// jetIn reports whether f names aircraft that carry no raiders.
func (r *reading) jetIn(f *fragment) bool {
	for k := f.first; k < f.last; k++ {
		if r.in(k, "jet jets warplane warplanes aircraft bombers F-16s") {
			return true
		}
	}
	return false
}

// planeIn reports whether f names aircraft other than drones.
func (r *reading) planeIn(f *fragment) bool {
	for k := f.first; k < f.last; k++ {
		if r.w[k] > 0 && r.lang.grammar.In(r.w[k], r.lang.plane) {
			return true
		}
	}
	return false
}

// byGroup reports whether an armed group is told to have done what f tells.
func (f *fragment) byGroup() bool {
	for _, d := range f.doers {
		if d.actor.state == "" && d.actor.entry != nil {
			return true
		}
	}
	return false
}

// abducts reports whether people are taken away in f.
func (f *fragment) abducts() bool {
	for _, h := range f.harms {
		if h.kind == event.Abducted {
			return true
		}
	}
	return false
}

// fromDrones reports whether f tells of drones that dropped what they carried.
func (r *reading) fromDrones(f *fragment) bool {
	flown := false
	for _, w := range f.arms {
		switch w.weapon.Category {
		case event.Drone, event.FPVDrone, event.OneWayDrone:
			flown = true
		}
	}
	if !flown {
		return false
	}
	for k := f.first; k < f.last; k++ {
		if r.w[k] > 0 && r.lang.grammar.In(r.w[k], r.lang.drop) {
			return true
		}
	}
	return false
}

// settleKind weighs the types that the fragments of d tell: what opens the
// report counts double, and a suicide bombing is the more exact word for a
// bombing. An open word such as "strike" takes the type that the report's
// weapons and aircraft make of it, else that of what was told before it.
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
	if best == event.Bombing && votes[event.SuicideBombing] > 0 {
		best = event.SuicideBombing
	}
	if best == event.Shooting {
		best = d.shots()
	}
	if best != "" {
		return best
	}
	for _, f := range d.fragments {
		for _, a := range f.arms {
			if k, ok := kindByWeapon[a.weapon.Category]; ok && k != event.Stabbing && (k != event.Shooting || open == event.OtherType) {
				if k == event.Shooting && r.fightersKilled(d) {
					return event.ArmedClash // "four terrorists were neutralised; two rifles were seized"
				}
				return k
			}
		}
	}
	if open != event.OtherType {
		for _, f := range d.fragments {
			for k := f.first; k < f.last; k++ {
				if r.w[k] > 0 && r.lang.grammar.In(r.w[k], r.lang.plane) {
					return event.AirStrike
				}
			}
		}
	}
	switch {
	case before != "" && r.oneOfThem(d):
		return before
	case before == event.Shelling && (open == event.AirStrike && d.strikes() || r.aerial && r.raids(d)) && !d.byFighters():
		return event.AirStrike // a "strike" or "raid" is no shelling
	case family(before) == 1 && open != event.OtherType && (!d.byFighters() || open == event.AirStrike && r.aerial):
		return before
	case open == event.OtherType && d.byFighters() && r.soldiersKilled(d):
		return event.ArmedClash
	case open == event.OtherType && family(before) == 1 && d.byNameless():
		return event.GroundAttack
	case open == event.OtherType && r.fightersKilled(d):
		return event.ArmedClash
	case open == event.OtherType && before != "":
		return before
	case open == event.OtherType && r.soldiersKilled(d):
		return event.ArmedClash
	case open == event.AirStrike && !d.bombed() && (d.byFighters() || !r.aerial && !d.byState()):
		return event.GroundAttack
	case open == event.OtherType:
		return r.killingBy(d)
	case open == event.GroundAttack && r.murders(d):
		if r.assassins(d) {
			return event.Shooting
		}
		return event.OtherType
	}
	return open
}

// shots is the type of d, whose shots are told most often: a raid has its shots
// too, and so has a fight that is told before them or that sums them up, "The
// clash was a rare one".
func (d *draft) shots() event.Type {
	shot := false
	for _, f := range d.fragments {
		if f.exact && f.kind == event.GroundAttack {
			return f.kind
		}
		for _, a := range f.acts {
			switch {
			case a.kind == anyAttack && a.realis == happened && !a.victim && f.byGroup():
				return event.GroundAttack // "The JNIM attack began with shots at the gate"
			case a.kind == event.Shooting:
				shot = true
			case a.kind == event.ArmedClash && (a.def || !shot && f.exact):
				return a.kind
			}
		}
	}
	return event.Shooting
}

// strikes reports whether d is told by the noun "strike": a house that was "hit"
// may have been so by shells.
func (d *draft) strikes() bool {
	for _, f := range d.fragments {
		for _, a := range f.acts {
			if a.kind == anyStrike && !a.verb {
				return true
			}
		}
	}
	return false
}

// raids reports whether d is told as a raid, which aircraft fly too.
func (r *reading) raids(d *draft) bool {
	for _, f := range d.fragments {
		for _, a := range f.acts {
			if a.kind == anyAttack && r.in(a.anchor, "raid raids") {
				return true
			}
		}
	}
	return false
}

// killingBy is the type of a killing that is told by no act, by who did it:
// "Gunmen killed a judge", "The militants killed 12 captives".
func (r *reading) killingBy(d *draft) event.Type {
	for _, f := range d.fragments {
		for _, h := range f.harms {
			if h.kind != event.Killed {
				continue
			}
			k := r.killer(f, h)
			switch {
			case k < 0:
				continue
			case r.in(k, "gunmen gunman hitmen hitman assassins assassin snipers sniper police policemen policeman soldiers soldier troops officers"):
				return event.Shooting
			}
			for j := h.people.first; j < h.people.last; j++ {
				if r.in(j, "captive captives hostage hostages prisoner prisoners") {
					return event.Execution
				}
			}
			return event.GroundAttack
		}
	}
	return event.OtherType
}

// killer is the token of the word for those who did harm h of f, right before
// the verb or behind its "by"; it is below zero where there is none.
func (r *reading) killer(f *fragment, h harm) int {
	const killers = "gunmen gunman hitmen hitman assassins assassin snipers sniper police policemen policeman soldiers soldier troops officers " +
		"militants rebels insurgents jihadists fighters bandits terrorists raiders attackers assailants guerrillas militiamen herdsmen"
	for k := h.anchor - 1; k >= f.first && k >= h.anchor-2; k-- {
		if r.in(k, killers) && (k < h.people.first || k >= h.people.last) && r.in(h.anchor, "killed kill kills killing slew") {
			return k
		}
	}
	for k := h.anchor + 1; k < f.last && k <= h.anchor+4; k++ {
		if r.in(k, "by") {
			for j := k + 1; j < f.last && j <= k+4; j++ {
				if r.in(j, killers) {
					return j
				}
			}
		}
	}
	return -1
}

// murders reports whether d tells of the murder of one or two people and of no
// attack: "The mayor was assassinated by men on a motorbike".
func (r *reading) murders(d *draft) bool {
	murder := false
	for _, f := range d.fragments {
		for _, a := range f.acts {
			if !r.in(a.anchor, "assassinated assassination assassinating murder murdered") {
				return false
			}
			murder = true
		}
		for _, h := range f.harms {
			if h.kind == event.Killed && (h.people.count.Min > 2) {
				return false
			}
		}
	}
	return murder
}

// assassins reports whether d is told as an assassination, which is done with
// guns unless words say otherwise; a murder may be done with anything.
func (r *reading) assassins(d *draft) bool {
	for _, f := range d.fragments {
		for _, a := range f.acts {
			if r.in(a.anchor, "assassinated assassination assassinating") {
				return true
			}
		}
	}
	return false
}

// byState reports whether a state or its forces are named as the doer.
func (d *draft) byState() bool {
	for _, f := range d.fragments {
		for _, w := range f.doers {
			if w.actor.state != "" || w.actor.entry != nil && w.actor.entry.ActorKind == "state" {
				return true
			}
		}
	}
	return false
}

// oneOfThem reports whether d tells of one of several acts told together:
// "Two such strikes hit the town. In one, three fighters were killed".
func (r *reading) oneOfThem(d *draft) bool {
	for _, f := range d.fragments {
		k := f.first
		if r.in(k, "in") && (r.in(k+1, "one another") || r.in(k+1, "the") && r.in(k+2, "other second first latest third")) {
			if r.in(k+1, "the") {
				k++
			}
			return r.doc.Is(k+2, ',') || r.in(k+2, "of") && r.in(k+3, "them these those")
		}
	}
	return false
}

// byNameless reports whether people told only by a word for fighters are the
// doers: "saboteurs slipped in and killed four civilians".
func (d *draft) byNameless() bool {
	for _, f := range d.fragments {
		for _, w := range f.doers {
			if w.actor.state == "" && w.actor.entry == nil {
				return true
			}
		}
	}
	return false
}

// soldiersKilled reports whether those killed are a state's soldiers.
func (r *reading) soldiersKilled(d *draft) bool {
	for _, f := range d.fragments {
		for _, h := range f.harms {
			if h.kind != event.Killed {
				continue
			}
			if h.people.kind == event.Military {
				return true
			}
			for k := h.people.first; k < h.people.last; k++ {
				if r.in(k, "troops soldiers") {
					return true // "dozens of government troops and militiamen"
				}
			}
		}
	}
	return false
}

// bombed reports whether d tells of a bombing, and not only of a strike.
func (d *draft) bombed() bool {
	for _, f := range d.fragments {
		for _, a := range f.acts {
			if a.kind == anyBombed {
				return true
			}
		}
	}
	return false
}

// byFighters reports whether an armed group that is no state's is named as
// the doer.
func (d *draft) byFighters() bool {
	for _, f := range d.fragments {
		for _, w := range f.doers {
			if w.actor.state == "" && (w.actor.entry == nil || w.actor.entry.ActorKind != "state") {
				return true
			}
		}
	}
	return false
}

// fightersKilled reports whether those harmed are fighters: "killed and
// wounded scores of militants".
func (r *reading) fightersKilled(d *draft) bool {
	for _, f := range d.fragments {
		for _, h := range f.harms {
			if h.people.kind == event.Militant && (h.kind == event.Killed || h.kind == event.KilledOrInjured) {
				return true
			}
		}
	}
	return false
}

// toldOfAir reports whether the text tells of air strikes, missiles, drones or
// shells, so that a bare "strike" is one of them.
func (r *reading) toldOfAir() bool {
	for k := range r.act {
		if family(r.act[k].kind) == 1 {
			return true
		}
	}
	for k := range r.arms {
		if family(kindByWeapon[r.arms[k].weapon.Category]) == 1 {
			return true
		}
	}
	for k := range r.sets {
		if r.has(k, r.lang.plane) {
			return true
		}
	}
	for k := range r.act {
		if a := &r.act[k]; a.kind == anyStrike && !a.verb {
			return true
		}
	}
	return false
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
