package review

import "github.com/sitrep-go/sitrep/event"

// input is one blank of the form in which a reviewer corrects a value or adds
// a missing one. Key is the record's own name; a dot leads into an object.
type input struct {
	Key   string `json:"key"`
	Label string `json:"label"`
	// Kind is text, number, count, date or choice.
	Kind    string   `json:"kind"`
	Choices []string `json:"choices,omitempty"`
}

// form is the blanks of one field, in the order they are shown.
type form struct {
	Field  string  `json:"field"`
	Label  string  `json:"label"`
	Inputs []input `json:"inputs"`
}

// forms are the fields of a record in their order. What a form collects has
// the names and enumerations of the record, so that a corrected value can take
// the place of the one it corrects.
func forms() []form {
	text := func(key, label string) input { return input{Key: key, Label: label, Kind: "text"} }
	count := func(key, label string) input { return input{Key: key, Label: label, Kind: "count"} }
	types := list(event.MissileStrike, event.AirStrike, event.DroneStrike, event.Shelling, event.Bombing,
		event.SuicideBombing, event.Landmine, event.ArmedClash, event.GroundAttack, event.Shooting,
		event.Execution, event.Abduction, event.ChemicalAttack, event.NavalAttack, event.Arson,
		event.Stabbing, event.Sabotage, event.OtherType)
	return []form{
		{"incident", "Incident", []input{
			choice("type", "kind of act", types), text("place", "where"), text("when", "when"),
		}},
		{"type", "Act", []input{choice("", "kind of act", types)}},
		{"stage", "Outcome", []input{choice("", "outcome", list(event.Accomplished, event.Attempted))}},
		{"background", "Told as", []input{choice("", "background", []string{"true", "false"})}},
		{"date", "Date", []input{
			{Key: "start", Label: "from", Kind: "date"}, {Key: "end", Label: "to", Kind: "date"},
			choice("part", "part of the day", list(event.Night, event.Morning, event.Afternoon, event.Evening)),
			choice("basis", "read from", list(event.Explicit, event.Relative, event.Anchored, event.Publication)),
		}},
		{"location", "Places", []input{
			text("name", "name"), text("admin1", "province"), text("country", "country code"),
			{Key: "lat", Label: "latitude", Kind: "number"}, {Key: "lon", Label: "longitude", Kind: "number"},
			choice("role", "role", list(event.SiteRole, event.LaunchRole, event.ContextRole)),
		}},
		{"site", "What was hit", []input{text("text", "words"), text("kind", "kind")}},
		{"weapon", "Weapons", []input{
			text("name", "name"), text("id", "catalogue id"),
			choice("category", "category", list(event.BallisticMissile, event.CruiseMissile, event.HypersonicMissile,
				event.AntiShipMissile, event.SurfaceToAirMissile, event.AntiTankMissile, event.Missile,
				event.OneWayDrone, event.FPVDrone, event.Drone, event.NavalDrone, event.GuidedBomb, event.AirBomb,
				event.BarrelBomb, event.Rocket, event.Artillery, event.Mortar, event.Tank, event.ClusterMunition,
				event.Incendiary, event.IED, event.CarBomb, event.SuicideVest, event.LandmineWeapon, event.Grenade,
				event.Explosive, event.SmallArms, event.ChemicalAgent, event.Blade, event.OtherWeapon)),
			choice("identification", "known by", list(event.Named, event.Debris, event.TypeOnly, event.Disjunction, event.SuspectedID)),
			count("launched.min", "launched, at least"), count("launched.max", "launched, at most"),
			count("intercepted.min", "intercepted, at least"), count("intercepted.max", "intercepted, at most"),
		}},
		{"casualty", "Casualties", []input{
			choice("harm", "harm", list(event.Killed, event.Injured, event.KilledOrInjured, event.Missing,
				event.Captured, event.Abducted, event.Displaced, event.Trapped)),
			choice("group", "who", list(event.People, event.Civilian, event.Child, event.Woman, event.Man, event.Elderly,
				event.Military, event.Militant, event.Police, event.Rescuer, event.Medic, event.AidWorker,
				event.Journalist, event.Official, event.Prisoner, event.OtherGroup)),
			count("min", "at least"), count("max", "at most"), text("claimant", "according to"),
		}},
		{"perpetrator", "Who did it", []input{
			text("actor", "actor"), text("country", "country code"),
			choice("certainty", "how it is told", list(event.ReportedAsFact, event.Claimed, event.Accused, event.Suspected, event.Denied)),
			text("claimant", "according to"),
		}},
		{"claim", "Who says what", []input{
			text("claimant", "who"),
			choice("claimant_kind", "kind of speaker", list(event.OfficialKind, event.MilitaryKind, event.PerpetratorKind,
				event.WitnessKind, event.NGOKind, event.UNKind, event.MediaKind, event.MedicalKind, event.AnonymousKind, event.UnknownKind)),
			choice("stance", "stance", list(event.Asserts, event.ClaimsResponsibility, event.Blames, event.Denies, event.Confirms, event.Doubts)),
			choice("about", "about", list(event.AboutPerpetrator, event.AboutWeapon, event.AboutWeaponOrigin,
				event.AboutCasualties, event.AboutInterception, event.AboutTarget, event.AboutEvent)),
			text("accused", "whom it accuses"), text("via", "through"),
		}},
	}
}

func choice(key, label string, of []string) input {
	return input{Key: key, Label: label, Kind: "choice", Choices: of}
}

func list[T ~string](of ...T) []string {
	var out []string
	for _, v := range of {
		out = append(out, string(v))
	}
	return out
}
