package event

import "encoding/json"

// PlacePrecision says how exactly a place is known, in the codes of the UCDP
// Georeferenced Event Dataset (where_prec). The zero value is "not said".
type PlacePrecision int

const (
	AtPlace    PlacePrecision = 1 // the exact place
	NearPlace  PlacePrecision = 2 // within about 25 km of a place
	InDistrict PlacePrecision = 3 // a second-order division
	InProvince PlacePrecision = 4 // a first-order division
	InRegion   PlacePrecision = 5 // a larger region, or between points
	InCountry  PlacePrecision = 6 // a country
	AtSea      PlacePrecision = 7 // international waters or airspace
)

// Role says what a place is to an incident. The zero value is "not said".
type Role string

const (
	SiteRole    Role = "site"    // it happened there
	LaunchRole  Role = "launch"  // the weapon was fired from there
	ContextRole Role = "context" // named beside it
)

// Point is a position in degrees of WGS 84.
type Point struct{ Lat, Lon float64 }

// Location is a named place of an incident.
type Location struct {
	// Name is the usual English name in the gazetteer.
	Name string
	// Country is the ISO 3166-1 alpha-2 code; empty at sea.
	Country string
	// Admin1 and Admin2 are the first- and second-order divisions.
	Admin1, Admin2 string
	// Point is nil where the gazetteer knows no coordinates. They are never
	// made up; a bearing and distance in the words move them.
	Point       *Point
	GazetteerID string
	Precision   PlacePrecision
	// RadiusKm is the radius in kilometres of the circle around Point in
	// which the place is sure to be; 0 is "not said".
	RadiusKm float64
	Role     Role
	// Relation is how the words relate the incident to the name: "in",
	// "near", "between", "border", or a bearing with distance such as
	// "15 km south of".
	Relation string
	Evidence []Evidence
}

type locationJSON struct {
	Name        string         `json:"name,omitempty"`
	Country     string         `json:"country,omitempty"`
	Admin1      string         `json:"admin1,omitempty"`
	Admin2      string         `json:"admin2,omitempty"`
	Lat         *float64       `json:"lat,omitempty"`
	Lon         *float64       `json:"lon,omitempty"`
	GazetteerID string         `json:"gazetteer_id,omitempty"`
	Precision   PlacePrecision `json:"precision,omitempty"`
	RadiusKm    float64        `json:"radius_km,omitempty"`
	Role        Role           `json:"role,omitempty"`
	Relation    string         `json:"relation,omitempty"`
	Evidence    []Evidence     `json:"evidence,omitempty"`
}

// MarshalJSON writes the flat object of the record, with "lat" and "lon" only
// where there is a Point.
func (l Location) MarshalJSON() ([]byte, error) {
	w := locationJSON{l.Name, l.Country, l.Admin1, l.Admin2, nil, nil, l.GazetteerID, l.Precision, l.RadiusKm, l.Role, l.Relation, l.Evidence}
	if l.Point != nil {
		w.Lat, w.Lon = &l.Point.Lat, &l.Point.Lon
	}
	return marshal(w)
}

// UnmarshalJSON reads what [Location.MarshalJSON] writes.
func (l *Location) UnmarshalJSON(b []byte) error {
	var w locationJSON
	if err := json.Unmarshal(b, &w); err != nil {
		return err
	}
	*l = Location{w.Name, w.Country, w.Admin1, w.Admin2, nil, w.GazetteerID, w.Precision, w.RadiusKm, w.Role, w.Relation, w.Evidence}
	if w.Lat != nil && w.Lon != nil {
		l.Point = &Point{*w.Lat, *w.Lon}
	}
	return nil
}

// Site is what was hit, as printed, and its kind, as "residential".
type Site struct {
	Text     string     `json:"text"`
	Kind     string     `json:"kind,omitempty"`
	Evidence []Evidence `json:"evidence,omitempty"`
}
