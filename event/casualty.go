package event

import "encoding/json"

// Harm is what befell people. The zero value is "not said".
type Harm string

const (
	Killed          Harm = "killed"
	Injured         Harm = "injured"
	KilledOrInjured Harm = "killed_or_injured"
	Missing         Harm = "missing"
	Captured        Harm = "captured"
	Abducted        Harm = "abducted"
	Displaced       Harm = "displaced"
	Trapped         Harm = "trapped"
)

// Group is who the people were. The zero value is "not said".
type Group string

const (
	People     Group = "people" // unspecified: the total
	Civilian   Group = "civilian"
	Child      Group = "child"
	Woman      Group = "woman"
	Man        Group = "man"
	Elderly    Group = "elderly"
	Military   Group = "military"
	Militant   Group = "militant"
	Police     Group = "police"
	Rescuer    Group = "rescuer"
	Medic      Group = "medic"
	AidWorker  Group = "aid_worker"
	Journalist Group = "journalist"
	Official   Group = "official"
	Prisoner   Group = "prisoner"
	OtherGroup Group = "other"
)

// Casualty is one reported figure: so many people of a group came to a harm,
// as one claimant says.
type Casualty struct {
	Harm  Harm
	Group Group
	Count Count
	// PartOf is the index, in the incident's casualties, of the entry whose
	// people these are a part of; nil where they are nobody's part.
	PartOf *int
	// Claimant is who gave the figure; empty where the article says it in
	// its own voice.
	Claimant string
	Evidence []Evidence
	// Superseded are earlier figures of the same source that this one
	// replaces.
	Superseded []Casualty
}

type casualtyJSON struct {
	Harm  Harm  `json:"harm,omitempty"`
	Group Group `json:"group,omitempty"`
	countJSON
	PartOf     *int       `json:"part_of,omitempty"`
	Claimant   string     `json:"claimant,omitempty"`
	Evidence   []Evidence `json:"evidence,omitempty"`
	Superseded []Casualty `json:"superseded,omitempty"`
}

// MarshalJSON writes the flat object of the record, the count's bounds beside
// the harm.
func (c Casualty) MarshalJSON() ([]byte, error) {
	return marshal(casualtyJSON{c.Harm, c.Group, c.Count.wire(), c.PartOf, c.Claimant, c.Evidence, c.Superseded})
}

// UnmarshalJSON reads what [Casualty.MarshalJSON] writes.
func (c *Casualty) UnmarshalJSON(b []byte) error {
	var w casualtyJSON
	if err := json.Unmarshal(b, &w); err != nil {
		return err
	}
	n, err := w.count()
	if err != nil {
		return err
	}
	*c = Casualty{w.Harm, w.Group, n, w.PartOf, w.Claimant, w.Evidence, w.Superseded}
	return nil
}
