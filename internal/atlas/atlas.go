// Package atlas holds the coastlines and borders of the world, small enough to
// be written into a page that must be readable without a network.
//
// The shapes are those of Natural Earth (public domain) at 1:50 million,
// simplified. They are a background to put points on: a border in them states
// no position, and the lines that are contested are marked as such.
package atlas

import (
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
)

//go:generate go run ./generate -o atlas.json

//go:embed atlas.json
var data string

// JSON is the atlas as one JSON object, the form that [Parse] reads and that a
// page may embed as it is: it holds no "<".
func JSON() string { return data }

// World is a decoded atlas. It is immutable once parsed.
type World struct {
	// Source names the data set, its version and its licence.
	Source string
	// Arcs are the lines that the shapes are made of. Two neighbours share
	// the arc that divides them.
	Arcs [][]Point
	// Contested are the indices of arcs that divide land whose ownership is
	// disputed.
	Contested []int
	Countries []Country
}

// Point is a position in degrees of WGS 84.
type Point struct{ Lon, Lat float64 }

// Country is one country or territory.
type Country struct {
	// Code is the ISO 3166-1 alpha-2 code, "XK" for Kosovo; empty for a
	// territory that has none.
	Code string `json:"code,omitempty"`
	Name string `json:"name"`
	// Label is where a name may stand: well inside the largest part.
	Label [2]float64 `json:"label"`
	// Size is the area of the whole in square degrees at the equator's
	// scale, by which labels are ranked.
	Size float64 `json:"size"`
	// Rings are closed outlines, holes included, each a list of arcs in
	// order; ^i stands for arc i walked backwards.
	Rings [][]int `json:"rings"`
}

// Parse decodes what [JSON] returns.
func Parse(s string) (*World, error) {
	var wire struct {
		Source    string    `json:"source"`
		Scale     float64   `json:"scale"`
		Contested []int     `json:"contested"`
		Countries []Country `json:"countries"`
		Arcs      string    `json:"arcs"`
	}
	if err := json.Unmarshal([]byte(s), &wire); err != nil {
		return nil, fmt.Errorf("atlas: %w", err)
	}
	b, err := base64.StdEncoding.DecodeString(wire.Arcs)
	if err != nil {
		return nil, fmt.Errorf("atlas: arcs: %w", err)
	}
	w := &World{Source: wire.Source, Contested: wire.Contested, Countries: wire.Countries}
	next := func() (int, error) {
		n, shift := 0, 0
		for len(b) > 0 && shift < 35 {
			c := b[0]
			b = b[1:]
			n |= int(c&0x7f) << shift
			if c < 0x80 {
				return n, nil
			}
			shift += 7
		}
		return 0, errors.New("atlas: arcs end in the middle of a number")
	}
	for len(b) > 0 {
		n, err := next()
		if err != nil {
			return nil, err
		}
		var arc []Point
		x, y := 0, 0
		for range n {
			dx, err := next()
			if err != nil {
				return nil, err
			}
			dy, err := next()
			if err != nil {
				return nil, err
			}
			x += dx>>1 ^ -(dx & 1)
			y += dy>>1 ^ -(dy & 1)
			arc = append(arc, Point{float64(x) / wire.Scale, float64(y) / wire.Scale})
		}
		w.Arcs = append(w.Arcs, arc)
	}
	for _, c := range w.Countries {
		for _, ring := range c.Rings {
			for _, i := range ring {
				if max(i, ^i) >= len(w.Arcs) {
					return nil, fmt.Errorf("atlas: %s: there is no arc %d", c.Name, max(i, ^i))
				}
			}
		}
	}
	return w, nil
}

// Outline is ring as points, the first repeated at the end. One that crosses
// the 180th meridian runs on beyond it, so that no two neighbours lie on
// opposite edges of the map.
func (w *World) Outline(ring []int) []Point {
	var out []Point
	turn := 0.0
	for _, i := range ring {
		arc := w.Arcs[max(i, ^i)]
		for k := range arc {
			p := arc[k]
			if i < 0 {
				p = arc[len(arc)-1-k]
			}
			if k == 0 && len(out) > 0 {
				continue
			}
			if n := len(out); n > 0 {
				switch d := p.Lon + turn - out[n-1].Lon; {
				case d > 180:
					turn -= 360
				case d < -180:
					turn += 360
				}
			}
			out = append(out, Point{p.Lon + turn, p.Lat})
		}
	}
	return out
}

// At is the country or territory at p, or false at sea.
func (w *World) At(p Point) (Country, bool) {
	for _, c := range w.Countries {
		in := false
		for _, ring := range c.Rings {
			o := w.Outline(ring)
			for _, turn := range []float64{-360, 0, 360} {
				if inside(Point{p.Lon + turn, p.Lat}, o) {
					in = !in
				}
			}
		}
		if in {
			return c, true
		}
	}
	return Country{}, false
}

func inside(p Point, ring []Point) bool {
	in := false
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		if (a.Lat > p.Lat) != (b.Lat > p.Lat) && p.Lon < (b.Lon-a.Lon)*(p.Lat-a.Lat)/(b.Lat-a.Lat)+a.Lon {
			in = !in
		}
	}
	return in
}
