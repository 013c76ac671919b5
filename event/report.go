package event

// Report is what was read in one article.
type Report struct {
	ID string `json:"id"`
	// Published is the day the article appeared; the zero Date when unknown.
	Published Date `json:"published,omitzero"`
	// Incidents are in the order of the article; an empty list, not nil, in
	// every report that the library makes.
	Incidents []Incident `json:"incidents"`
	// Mentions are only there on request.
	Mentions []Mention `json:"mentions,omitempty"`
}

// MentionKind is what kind of thing a mention names. The zero value is "not
// said".
type MentionKind string

const (
	NumberMention MentionKind = "number"
	DateMention   MentionKind = "date"
	PlaceMention  MentionKind = "place"
	WeaponMention MentionKind = "weapon"
	ActorMention  MentionKind = "actor"
)

// Mention is a number, date, place, weapon or actor that was read, whether or
// not an incident took it. Fields that do not belong to its kind are absent.
type Mention struct {
	Kind MentionKind `json:"kind"`
	Span
	Text string `json:"text"`

	// Min and Max are a number's bounds; nil where the words give none.
	Min *int `json:"min,omitempty"`
	Max *int `json:"max,omitempty"`

	// StartDate and EndDate are a date's days, Timex its TIMEX3 value.
	StartDate Date   `json:"start_date,omitzero"`
	EndDate   Date   `json:"end_date,omitzero"`
	Timex     string `json:"timex,omitempty"`

	// Name is the usual name of a place, weapon or actor.
	Name        string   `json:"name,omitempty"`
	Country     string   `json:"country,omitempty"`
	Admin1      string   `json:"admin1,omitempty"`
	Lat         *float64 `json:"lat,omitempty"`
	Lon         *float64 `json:"lon,omitempty"`
	GazetteerID string   `json:"gazetteer_id,omitempty"`

	// WeaponID and Category identify a weapon.
	WeaponID string   `json:"weapon_id,omitempty"`
	Category Category `json:"category,omitempty"`
}
