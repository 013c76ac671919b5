package event

// Category is a class of weapon. The zero value is "not said".
type Category string

const (
	BallisticMissile    Category = "ballistic_missile"
	CruiseMissile       Category = "cruise_missile"
	HypersonicMissile   Category = "hypersonic_missile"
	AntiShipMissile     Category = "anti_ship_missile"
	SurfaceToAirMissile Category = "surface_to_air_missile"
	AntiTankMissile     Category = "anti_tank_missile"
	Missile             Category = "missile" // of no stated kind
	OneWayDrone         Category = "one_way_drone"
	FPVDrone            Category = "fpv_drone"
	Drone               Category = "drone" // of no stated kind, or armed and returning
	NavalDrone          Category = "naval_drone"
	GuidedBomb          Category = "guided_bomb"
	AirBomb             Category = "air_bomb"
	BarrelBomb          Category = "barrel_bomb"
	Rocket              Category = "rocket" // multiple launchers included
	Artillery           Category = "artillery"
	Mortar              Category = "mortar"
	Tank                Category = "tank"
	ClusterMunition     Category = "cluster_munition"
	Incendiary          Category = "incendiary"
	IED                 Category = "ied"
	CarBomb             Category = "car_bomb"
	SuicideVest         Category = "suicide_vest"
	LandmineWeapon      Category = "landmine"
	Grenade             Category = "grenade"
	Explosive           Category = "explosive" // of no stated kind
	SmallArms           Category = "small_arms"
	ChemicalAgent       Category = "chemical_agent"
	Blade               Category = "blade"
	OtherWeapon         Category = "other"
)

// Identification says how the text knows the weapon. The zero value is "not
// said".
type Identification string

const (
	Named       Identification = "named"       // the text names the system
	Debris      Identification = "debris"      // identified from fragments
	TypeOnly    Identification = "type_only"   // only a class is named
	Disjunction Identification = "disjunction" // "KN-23 or Iskander-M", one entry each
	SuspectedID Identification = "suspected"   // believed, likely, possibly
)

// Weapon is a weapon used in an incident.
type Weapon struct {
	// ID is the catalogue's identifier, as "kn-23"; empty when only a class
	// is named.
	ID       string   `json:"id,omitempty"`
	Name     string   `json:"name,omitempty"`
	Category Category `json:"category,omitempty"`
	// Origin is the ISO 3166-1 alpha-2 code of the country that designed it.
	Origin         string         `json:"origin,omitempty"`
	Identification Identification `json:"identification,omitempty"`
	// Launched and Intercepted count pieces of this weapon.
	Launched    Count `json:"launched,omitzero"`
	Intercepted Count `json:"intercepted,omitzero"`
	// Mixed is set where the counts are of several kinds told together, as
	// "200 missiles and drones".
	Mixed    bool       `json:"mixed,omitempty"`
	Claimant string     `json:"claimant,omitempty"`
	Evidence []Evidence `json:"evidence,omitempty"`
}
