package output

import (
	"encoding/json"
	"io"

	"github.com/sitrep-go/sitrep/event"
)

// geoJSON writes one feature an incident, after RFC 7946: a point, several
// points where it happened at several places, no geometry where none is known.
// The properties are the columns of the csv format, with numbers as numbers,
// so that a map can colour by precision and size by toll.
type geoJSON struct {
	w     io.Writer
	begun bool
}

func newGeoJSON(w io.Writer, _ Options) (Writer, error) { return &geoJSON{w: w}, nil }

type feature struct {
	Type       string         `json:"type"`
	ID         string         `json:"id,omitempty"`
	Geometry   *geometry      `json:"geometry"`
	Properties map[string]any `json:"properties"`
}

type geometry struct {
	Type        string `json:"type"`
	Coordinates any    `json:"coordinates"`
}

func (g *geoJSON) Write(e Entry) error {
	for i := range e.Report.Incidents {
		inc := &e.Report.Incidents[i]
		f := feature{Type: "Feature", ID: inc.ID, Geometry: shape(inc), Properties: properties(&e, inc)}
		b, err := encode(f)
		if err != nil {
			return err
		}
		if err := g.begin(); err != nil {
			return err
		}
		if _, err := g.w.Write(b[:len(b)-1]); err != nil {
			return err
		}
	}
	return nil
}

func (g *geoJSON) begin() error {
	s := ",\n"
	if !g.begun {
		g.begun = true
		s = "{\"type\":\"FeatureCollection\",\"features\":[\n"
	}
	_, err := io.WriteString(g.w, s)
	return err
}

func (g *geoJSON) Close() error {
	if !g.begun {
		if err := g.begin(); err != nil {
			return err
		}
	}
	_, err := io.WriteString(g.w, "\n]}\n")
	return err
}

func shape(inc *event.Incident) *geometry {
	var points [][2]float64
	for _, l := range sites(inc) {
		if l.Point != nil {
			points = append(points, [2]float64{l.Point.Lon, l.Point.Lat})
		}
	}
	switch len(points) {
	case 0:
		return nil
	case 1:
		return &geometry{"Point", points[0]}
	}
	return &geometry{"MultiPoint", points}
}

// numeric are the columns whose cells are numbers, not text.
var numeric = map[string]bool{"date_precision": true, "latitude": true, "longitude": true, "where_precision": true,
	"killed_min": true, "killed_max": true, "killed_civilians": true, "killed_children": true, "killed_women": true,
	"killed_military": true, "killed_militants": true, "injured_min": true, "injured_max": true, "injured_civilians": true,
	"injured_children": true, "missing_min": true, "captured_min": true, "abducted_min": true,
	"background": true, "killed_disputed": true, "injured_disputed": true}

func properties(e *Entry, inc *event.Incident) map[string]any {
	m := map[string]any{}
	for _, c := range flatColumns {
		v := c.cell(e, inc)
		switch {
		case v == "":
		case numeric[c.name]:
			m[c.name] = json.RawMessage(v)
		default:
			m[c.name] = v
		}
	}
	if l := site(inc); l != nil && l.RadiusKm > 0 {
		m["radius_km"] = l.RadiusKm
	}
	return m
}
