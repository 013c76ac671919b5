package gazetteer

import (
	"math"
	"strconv"
	"strings"

	"github.com/sitrep-go/sitrep/gazetteer/internal/rows"
	"github.com/sitrep-go/sitrep/gazetteer/internal/table"
	"github.com/sitrep-go/sitrep/internal/text"
)

// Class says what a place is. The zero value is "not said".
type Class string

const (
	Country   Class = "country"
	Admin1    Class = "admin1"    // first-order division: oblast, state, province, governorate
	Admin2    Class = "admin2"    // second-order division: raion, county, district
	Admin3    Class = "admin3"    // third-order division
	City      Class = "city"      // a settlement with a known population or a seat
	Village   Class = "village"   // a settlement about which nothing more is known
	Quarter   Class = "quarter"   // a part of a city
	Camp      Class = "camp"      // a camp of refugees or displaced people
	Region    Class = "region"    // a region without an office: Donbas, the Sahel
	Water     Class = "water"     // a sea, strait, river or lake
	Base      Class = "base"      // a military base or air base
	Airport   Class = "airport"   //
	Port      Class = "port"      //
	Plant     Class = "plant"     // a power plant, refinery or works
	Dam       Class = "dam"       //
	Crossing  Class = "crossing"  // a border crossing or bridge
	Mountain  Class = "mountain"  //
	Island    Class = "island"    //
	Site      Class = "site"      // any other named site
	Continent Class = "continent" //
	// Demonym is the class of a people or adjective, "Ukrainian": its other
	// fields are those of the country or region.
	Demonym Class = "demonym"
)

// Settlement reports whether c is a town, a village, or a part of one.
func (c Class) Settlement() bool {
	return c == City || c == Village || c == Quarter || c == Camp
}

// Part reports whether c may be a part of a city: a quarter, or a site in it.
func (c Class) Part() bool {
	return c == Quarter || c == Site || c == Port || c == Airport || c == Plant || c == Base
}

// Division reports whether c is a division of a country.
func (c Class) Division() bool { return c == Admin1 || c == Admin2 || c == Admin3 }

var classes = func() (out [len(rows.Classes)]Class) {
	for i, c := range rows.Classes {
		out[i] = Class(c)
	}
	return
}()

// Place is one place as the gazetteer knows it. The zero Place is none.
type Place struct {
	// ID is the GeoNames number, or for a place that GeoNames lacks its
	// country, name and position, "ps/sheikh-radwan@31.54,34.47".
	ID string
	// Name is the usual English name.
	Name string
	// Country is the ISO 3166-1 alpha-2 code; empty at sea.
	Country string
	// Admin1 and Admin2 are the first- and second-order divisions, by their
	// usual English names without the word for what they are: "Donetsk",
	// not "Donetsk Oblast". Empty where not known.
	Admin1, Admin2 string
	// Lat and Lon are in degrees of WGS 84, exact to about 300 m.
	Lat, Lon float64
	Class    Class
	// Population is exact to a tenth; 0 where not known.
	Population int
}

// IsZero reports whether p is no place.
func (p Place) IsZero() bool { return p == Place{} }

// DistanceKm is the distance to another place along the Earth's surface.
func (p Place) DistanceKm(q Place) float64 { return Distance(p.Lat, p.Lon, q.Lat, q.Lon) }

// Distance is the distance in kilometres between two points along the Earth's
// surface.
func Distance(lat1, lon1, lat2, lon2 float64) float64 {
	const r = math.Pi / 180
	a, b := math.Sin((lat2-lat1)*r/2), math.Sin((lon2-lon1)*r/2)
	x := a*a + math.Cos(lat1*r)*math.Cos(lat2*r)*b*b
	return 12742 * math.Asin(math.Min(1, math.Sqrt(x)))
}

// Move is the point that lies km from a point in the direction of bearing, in
// degrees clockwise from north.
func Move(lat, lon, km, bearing float64) (float64, float64) {
	const r = math.Pi / 180
	d := km / 6371
	s := math.Asin(math.Sin(lat*r)*math.Cos(d) + math.Cos(lat*r)*math.Sin(d)*math.Cos(bearing*r))
	l := lon*r + math.Atan2(math.Sin(bearing*r)*math.Sin(d)*math.Cos(lat*r), math.Cos(d)-math.Sin(lat*r)*math.Sin(s))
	return math.Round(s/r*1e4) / 1e4, math.Round((math.Mod(l/r+540, 360)-180)*1e4) / 1e4
}

// place reads record i of t.
func place(t *table.Table, i int) Place {
	p := Place{Name: t.Name(i), Country: t.Country(i), Admin1: t.Admin1(i), Admin2: t.Admin2(i),
		Class: classes[min(int(t.Class(i)), len(classes)-1)], Population: t.Population(i)}
	p.Lat, p.Lon = t.Point(i)
	if id := t.ID(i); id != 0 {
		p.ID = strconv.Itoa(int(id))
		return p
	}
	c := strings.ToLower(p.Country)
	if c == "" {
		c = "xx"
	}
	b := append(make([]byte, 0, 64), c...)
	b = append(b, '/')
	b = append(b, strings.ReplaceAll(text.Fold(p.Name), " ", "-")...)
	b = strconv.AppendFloat(append(b, '@'), p.Lat, 'f', 2, 64)
	b = strconv.AppendFloat(append(b, ','), p.Lon, 'f', 2, 64)
	p.ID = string(b)
	return p
}
