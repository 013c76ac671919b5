package event

// Certainty says how the text names who did it, after the values of the
// perpetrator confidence slot of the MUC-4 templates. The zero value is "not said".
type Certainty string

const (
	ReportedAsFact Certainty = "reported_as_fact" // the article says so in its own voice
	Claimed        Certainty = "claimed"          // the actor itself claims or admits it
	Accused        Certainty = "accused"          // somebody names the actor
	Suspected      Certainty = "suspected"        // suspected, believed, likely
	Denied         Certainty = "denied"           // named, and the naming denied
)

// Perpetrator is an actor who is said to have done it.
type Perpetrator struct {
	// Actor is the usual short English name, as "Russia" or "al-Shabaab".
	Actor string `json:"actor"`
	// Country is the ISO 3166-1 alpha-2 code of the country that the actor is
	// of: a state, its forces, or a group that is at home in one.
	Country   string     `json:"country,omitempty"`
	Certainty Certainty  `json:"certainty,omitempty"`
	Claimant  string     `json:"claimant,omitempty"`
	Evidence  []Evidence `json:"evidence,omitempty"`
}

// Stance is what a speaker does with a claim. The zero value is "not said".
type Stance string

const (
	Asserts              Stance = "asserts"
	ClaimsResponsibility Stance = "claims_responsibility"
	Blames               Stance = "blames"
	Denies               Stance = "denies"
	Confirms             Stance = "confirms"
	Doubts               Stance = "doubts" // could not verify, unconfirmed
)

// About is what a claim is about. The zero value is "not said".
type About string

const (
	AboutPerpetrator  About = "perpetrator"
	AboutWeapon       About = "weapon"
	AboutWeaponOrigin About = "weapon_origin"
	AboutCasualties   About = "casualties"
	AboutInterception About = "interception"
	AboutTarget       About = "target"
	AboutEvent        About = "event"
)

// ClaimantKind is what kind of speaker makes a claim. The zero value is "not
// said".
type ClaimantKind string

const (
	OfficialKind    ClaimantKind = "official"
	MilitaryKind    ClaimantKind = "military"
	PerpetratorKind ClaimantKind = "perpetrator"
	WitnessKind     ClaimantKind = "witness"
	NGOKind         ClaimantKind = "ngo"
	UNKind          ClaimantKind = "un"
	MediaKind       ClaimantKind = "media"
	MedicalKind     ClaimantKind = "medical"
	AnonymousKind   ClaimantKind = "anonymous"
	UnknownKind     ClaimantKind = "unknown"
)

// Claim is what somebody says about an incident.
type Claim struct {
	// Claimant is who says it; empty where the words name nobody, as in "the
	// attack was blamed on the militia".
	Claimant     string       `json:"claimant,omitempty"`
	ClaimantKind ClaimantKind `json:"claimant_kind,omitempty"`
	Stance       Stance       `json:"stance,omitempty"`
	About        About        `json:"about,omitempty"`
	// Accused is whom the claimant blames or denies having acted.
	Accused string `json:"accused,omitempty"`
	// Via is the outlet or channel it was said to or through.
	Via      string     `json:"via,omitempty"`
	Evidence []Evidence `json:"evidence,omitempty"`
}
