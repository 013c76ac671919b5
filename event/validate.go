package event

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// Validate reports what in the record cannot be so whatever the article says:
// values of no known kind, bounds and dates the wrong way round, coordinates
// off the globe, a figure that is part of itself. All faults are joined in one
// error, each beginning with the field it is in; nil means none. A nil error
// does not mean that the record is right, and a value that was not said is no
// fault.
func (inc *Incident) Validate() error {
	var f faults
	kind(&f, "type", inc.Type, MissileStrike, AirStrike, DroneStrike, Shelling, Bombing, SuicideBombing, Landmine,
		ArmedClash, GroundAttack, Shooting, Execution, Abduction, ChemicalAttack, NavalAttack, Arson, Stabbing,
		Sabotage, OtherType)
	kind(&f, "stage", inc.Stage, Accomplished, Attempted)
	if inc.Date != nil {
		f.period("date", inc.Date.Period)
		kind(&f, "date.basis", inc.Date.Basis, Explicit, Relative, Anchored, Publication)
		f.evidence("date", inc.Date.Evidence)
	}
	for i, l := range inc.Locations {
		at := fmt.Sprintf("locations[%d]", i)
		kind(&f, at+".role", l.Role, SiteRole, LaunchRole, ContextRole)
		kind(&f, at+".precision", l.Precision, AtPlace, NearPlace, InDistrict, InProvince, InRegion, InCountry, AtSea)
		f.country(at+".country", l.Country)
		if p := l.Point; p != nil && !(math.Abs(p.Lat) <= 90 && math.Abs(p.Lon) <= 180) {
			f.add(at, "%v, %v is no point on the globe", p.Lat, p.Lon)
		}
		if !(l.RadiusKm >= 0 && l.RadiusKm <= math.MaxFloat64) {
			f.add(at+".radius_km", "%v is no radius", l.RadiusKm)
		}
		f.evidence(at, l.Evidence)
	}
	for i, s := range inc.Sites {
		f.evidence(fmt.Sprintf("sites[%d]", i), s.Evidence)
	}
	for i, w := range inc.Weapons {
		at := fmt.Sprintf("weapons[%d]", i)
		kind(&f, at+".category", w.Category, BallisticMissile, CruiseMissile, HypersonicMissile, AntiShipMissile,
			SurfaceToAirMissile, AntiTankMissile, Missile, OneWayDrone, FPVDrone, Drone, NavalDrone, GuidedBomb,
			AirBomb, BarrelBomb, Rocket, Artillery, Mortar, Tank, ClusterMunition, Incendiary, IED, CarBomb,
			SuicideVest, LandmineWeapon, Grenade, Explosive, SmallArms, ChemicalAgent, Blade, OtherWeapon)
		kind(&f, at+".identification", w.Identification, Named, Debris, TypeOnly, Disjunction, SuspectedID)
		f.country(at+".origin", w.Origin)
		f.count(at+".launched", w.Launched)
		f.count(at+".intercepted", w.Intercepted)
		f.evidence(at, w.Evidence)
	}
	for i, c := range inc.Casualties {
		at := fmt.Sprintf("casualties[%d]", i)
		f.casualty(at, c)
		// A chain of parts longer than the list comes back to where it was.
		for p, steps := c.PartOf, 0; p != nil; steps++ {
			if *p < 0 || *p >= len(inc.Casualties) {
				f.add(at+".part_of", "%d is no index of the %d casualties", *p, len(inc.Casualties))
				break
			}
			if steps == len(inc.Casualties) {
				f.add(at+".part_of", "the figure is part of itself")
				break
			}
			p = inc.Casualties[*p].PartOf
		}
	}
	for i, p := range inc.Perpetrators {
		at := fmt.Sprintf("perpetrators[%d]", i)
		kind(&f, at+".certainty", p.Certainty, ReportedAsFact, Claimed, Accused, Suspected, Denied)
		f.country(at+".country", p.Country)
		f.evidence(at, p.Evidence)
	}
	for i, c := range inc.Claims {
		at := fmt.Sprintf("claims[%d]", i)
		kind(&f, at+".stance", c.Stance, Asserts, ClaimsResponsibility, Blames, Denies, Confirms, Doubts)
		kind(&f, at+".about", c.About, AboutPerpetrator, AboutWeapon, AboutWeaponOrigin, AboutCasualties,
			AboutInterception, AboutTarget, AboutEvent)
		kind(&f, at+".claimant_kind", c.ClaimantKind, OfficialKind, MilitaryKind, PerpetratorKind, WitnessKind,
			NGOKind, UNKind, MediaKind, MedicalKind, AnonymousKind, UnknownKind)
		f.evidence(at, c.Evidence)
	}
	f.evidence("", inc.Evidence)
	return errors.Join(f...)
}

type faults []error

func (f *faults) add(field, format string, args ...any) {
	*f = append(*f, fmt.Errorf("event: "+field+": "+format, args...))
}

// kind reports a value that is not said, nor one of those known.
func kind[K ~string | ~int](f *faults, field string, v K, known ...K) {
	var zero K
	if v != zero && !slices.Contains(known, v) {
		f.add(field, "%v is not one of %v", v, known)
	}
}

func (f *faults) country(field, code string) {
	if code == "" {
		return
	}
	if len(code) != 2 || code[0] < 'A' || 'Z' < code[0] || code[1] < 'A' || 'Z' < code[1] {
		f.add(field, "%q is not a two-letter country code", code)
	}
}

func (f *faults) period(field string, p Period) {
	kind(f, field+".precision", p.Precision, ToDay, ToDays, ToWeek, ToMonth, ToYear)
	kind(f, field+".part", p.Part, Night, Morning, Afternoon, Evening)
	if !p.Start.IsZero() && !p.End.IsZero() && p.End.Before(p.Start) {
		f.add(field, "%v ends before it starts", p)
	}
}

func (f *faults) count(field string, c Count) {
	kind(f, field+".hedge", c.Hedge, Exact, AtLeast, MoreThan, UpTo, Around, Nearly, Between, Vague)
	switch {
	case c.Min < 0 || c.Max < 0:
		f.add(field, "a count below nought")
	case c.HasMin() && c.HasMax() && c.Max < c.Min:
		f.add(field, "the most, %d, is less than the least, %d", c.Max, c.Min)
	case c.Hedge == Exact && c.Min != c.Max:
		f.add(field, "an exact count of %d to %d", c.Min, c.Max)
	case !c.HasMin() && c.Min != 0 || !c.HasMax() && c.Max != 0:
		f.add(field, "the hedge %q does not give both %d and %d", c.Hedge, c.Min, c.Max)
	}
}

func (f *faults) casualty(at string, c Casualty) {
	kind(f, at+".harm", c.Harm, Killed, Injured, KilledOrInjured, Missing, Captured, Abducted, Displaced, Trapped)
	kind(f, at+".group", c.Group, People, Civilian, Child, Woman, Man, Elderly, Military, Militant, Police, Rescuer,
		Medic, AidWorker, Journalist, Official, Prisoner, OtherGroup)
	f.count(at, c.Count)
	f.evidence(at, c.Evidence)
	for i, s := range c.Superseded {
		f.casualty(fmt.Sprintf("%s.superseded[%d]", at, i), s)
	}
}

func (f *faults) evidence(at string, list []Evidence) {
	if at != "" {
		at += "."
	}
	for i, ev := range list {
		if ev.Start < 0 || ev.End-ev.Start != len(ev.Text) || ev.In != "" && ev.In != InTitle {
			f.add(fmt.Sprintf("%sevidence[%d]", at, i), "the span %v is not one of %q", ev.Span, ev.Text)
		}
	}
}
