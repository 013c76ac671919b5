package event

// Type is the kind of act. Its values are finer than the sub-event types of
// ACLED, and most fall into one of those. The zero value is "not said".
type Type string

const (
	MissileStrike  Type = "missile_strike"
	AirStrike      Type = "air_strike"
	DroneStrike    Type = "drone_strike"
	Shelling       Type = "shelling"
	Bombing        Type = "bombing"
	SuicideBombing Type = "suicide_bombing"
	Landmine       Type = "landmine"
	ArmedClash     Type = "armed_clash"
	GroundAttack   Type = "ground_attack"
	Shooting       Type = "shooting"
	Execution      Type = "execution"
	Abduction      Type = "abduction"
	ChemicalAttack Type = "chemical_attack"
	NavalAttack    Type = "naval_attack"
	Arson          Type = "arson"
	Stabbing       Type = "stabbing"
	Sabotage       Type = "sabotage"
	OtherType      Type = "other"
)

// Stage says whether the act succeeded. The zero value is "not said".
type Stage string

const (
	Accomplished Stage = "accomplished"
	Attempted    Stage = "attempted" // intercepted, foiled, failed
)

// Incident is one act of political or armed violence as one article reports
// it. Every value is reported, not true; its evidence shows by which words.
type Incident struct {
	// ID is a stable hash of the article's id, the first evidence and Type.
	ID   string `json:"id"`
	Type Type   `json:"type,omitempty"`
	// Background is set where the article tells the act only as history or
	// context.
	Background   bool          `json:"background"`
	Stage        Stage         `json:"stage,omitempty"`
	Date         *When         `json:"date,omitempty"`
	Locations    []Location    `json:"locations,omitempty"`
	Sites        []Site        `json:"sites,omitempty"`
	Weapons      []Weapon      `json:"weapons,omitempty"`
	Casualties   []Casualty    `json:"casualties,omitempty"`
	Perpetrators []Perpetrator `json:"perpetrators,omitempty"`
	Claims       []Claim       `json:"claims,omitempty"`
	// Check names what does not add up in the article's own figures, one
	// whole sentence each; the figures themselves stay as told.
	Check    []string   `json:"check,omitempty"`
	Evidence []Evidence `json:"evidence,omitempty"`
}

// Figure is the incident's headline figure for a harm: the largest entry for
// people in general, else the largest of any group. It reports false where
// the article gives none.
func (inc *Incident) Figure(h Harm) (Casualty, bool) {
	var best Casualty
	found, total := false, false
	for _, c := range inc.Casualties {
		if c.Harm != h || c.Count.IsZero() {
			continue
		}
		t := c.Group == People || c.Group == ""
		if !found || t && !total || t == total && c.Count.Best() > best.Count.Best() {
			best, found, total = c, true, t
		}
	}
	return best, found
}

// Killed is the headline figure of the dead; the zero Count where none is given.
func (inc *Incident) Killed() Count { c, _ := inc.Figure(Killed); return c.Count }

// Injured is the headline figure of the injured; the zero Count where none is given.
func (inc *Incident) Injured() Count { c, _ := inc.Figure(Injured); return c.Count }

// Group is the largest figure for a group and a harm, as the children killed,
// Group(Killed, Child); the zero Count where none is given.
func (inc *Incident) Group(h Harm, g Group) Count {
	var n Count
	for _, c := range inc.Casualties {
		if c.Harm == h && sameGroup(c.Group, g) && (n.IsZero() || c.Count.Best() > n.Best()) {
			n = c.Count
		}
	}
	return n
}

// Disputed reports whether two claimants give figures for a harm that cannot
// both be so.
func (inc *Incident) Disputed(h Harm) bool {
	for i, c := range inc.Casualties {
		for _, d := range inc.Casualties[:i] {
			if c.Harm == h && d.Harm == h && sameGroup(c.Group, d.Group) && c.Claimant != d.Claimant && !c.Count.Compatible(d.Count) {
				return true
			}
		}
	}
	return false
}

// sameGroup takes a figure of no said group for one of people in general.
func sameGroup(g, h Group) bool {
	return g == h || (g == "" || g == People) && (h == "" || h == People)
}

// AllEvidence lists the evidence of the incident and of each of its values,
// in the order of the record.
func (inc *Incident) AllEvidence() []Evidence {
	ev := append([]Evidence(nil), inc.Evidence...)
	if inc.Date != nil {
		ev = append(ev, inc.Date.Evidence...)
	}
	for _, l := range inc.Locations {
		ev = append(ev, l.Evidence...)
	}
	for _, s := range inc.Sites {
		ev = append(ev, s.Evidence...)
	}
	for _, w := range inc.Weapons {
		ev = append(ev, w.Evidence...)
	}
	for _, c := range inc.Casualties {
		ev = append(ev, c.allEvidence()...)
	}
	for _, p := range inc.Perpetrators {
		ev = append(ev, p.Evidence...)
	}
	for _, c := range inc.Claims {
		ev = append(ev, c.Evidence...)
	}
	return ev
}

func (c Casualty) allEvidence() []Evidence {
	ev := append([]Evidence(nil), c.Evidence...)
	for _, s := range c.Superseded {
		ev = append(ev, s.allEvidence()...)
	}
	return ev
}
