// Package gazetteer knows the names of places: a million names of towns,
// villages, quarters, camps, divisions, countries, seas, bases and crossings,
// embedded in the program and read where they lie.
//
//	for _, p := range gazetteer.Lookup("Avdiivka") {
//		fmt.Println(p.Name, p.Admin1, p.Country, p.Lat, p.Lon)
//	}
//
// A name is found in any writing of case, diacritics, apostrophes and hyphens:
// "Shuja'iyya" is "SHUJAIYYA". Many names are borne by several places; they
// come with the most prominent first, and which one a text means is for its
// reader to tell. Nothing here reads articles.
//
// Places of your own come from a file, one name a line, or from a country
// dump of GeoNames; see [Load]. All functions are safe for concurrent use.
package gazetteer

import (
	_ "embed"
	"iter"
	"sort"
	"sync"

	"github.com/sitrep-go/sitrep/gazetteer/internal/table"
	"github.com/sitrep-go/sitrep/internal/text"
)

//go:generate go run ./internal/generate -raw $GAZETTEER_RAW

//go:embed places.bin
var embedded string

// Gazetteer is an immutable set of places. The zero Gazetteer is empty; use
// [Default] for the embedded one.
type Gazetteer struct {
	// tables are searched in order; a name's places of an earlier table come
	// before those of a later.
	tables []*table.Table
}

var builtin = sync.OnceValue(func() *Gazetteer {
	t, err := table.Open(embedded)
	if err != nil {
		panic("gazetteer: the embedded table: " + err.Error())
	}
	return &Gazetteer{tables: []*table.Table{t}}
})

// Default is the embedded gazetteer.
func Default() *Gazetteer { return builtin() }

// With is g with the places of more before its own.
func (g *Gazetteer) With(more ...*Gazetteer) *Gazetteer {
	out := &Gazetteer{}
	for _, m := range more {
		out.tables = append(out.tables, m.tables...)
	}
	out.tables = append(out.tables, g.tables...)
	return out
}

// Len is the number of places.
func (g *Gazetteer) Len() int {
	n := 0
	for _, t := range g.tables {
		n += t.Len()
	}
	return n
}

// Lookup gives the places of the embedded gazetteer that bear a name, the
// most prominent first. It gives none for a name that it does not know.
func Lookup(name string) []Place { return Default().Lookup(name) }

// Lookup gives the places that bear a name, the most prominent first, and
// none for a name that g does not know. Demonyms, as "Ukrainian", are found
// too, with the class [Demonym].
func (g *Gazetteer) Lookup(name string) []Place {
	c := g.Candidates(table.KeyOf(name))
	out := make([]Place, 0, c.Len())
	for i := range c.Len() {
		out = append(out, c.At(i).Place())
	}
	return out
}

// All gives every place of the embedded gazetteer, from south to north.
func All() iter.Seq[Place] { return Default().All() }

// All gives every place, table by table, from south to north.
func (g *Gazetteer) All() iter.Seq[Place] {
	return func(yield func(Place) bool) {
		for _, t := range g.tables {
			for i := range t.Len() {
				if !yield(place(t, i)) {
					return
				}
			}
		}
	}
}

// Near gives the places of the embedded gazetteer within km of a point, the
// nearest first.
func Near(lat, lon, km float64) []Place { return Default().Near(lat, lon, km) }

// Near gives the places within km of a point, the nearest first, demonyms
// left out.
func (g *Gazetteer) Near(lat, lon, km float64) []Place {
	var out []Place
	for _, t := range g.tables {
		t.Near(lat, lon, km, func(i int) bool {
			if plat, plon := t.Point(i); Distance(lat, lon, plat, plon) <= km {
				if p := place(t, i); p.Class != Demonym {
					out = append(out, p)
				}
			}
			return true
		})
	}
	sort.SliceStable(out, func(i, j int) bool {
		return Distance(lat, lon, out[i].Lat, out[i].Lon) < Distance(lat, lon, out[j].Lat, out[j].Lon)
	})
	return out
}

// Candidates are the places that bear one name, most prominent first. They
// are read from the table only when asked for. The zero Candidates is empty.
type Candidates struct {
	hits [2]table.Hits
	tabs [2]*table.Table
	more []Candidate
	n    int
	// Maybe is set where the name is also a word, a person or a firm.
	Maybe bool
}

// Candidate is one of several places that bear a name.
type Candidate struct {
	t *table.Table
	i int
}

// Place reads the candidate's record.
func (c Candidate) Place() Place { return place(c.t, c.i) }

// Class is the candidate's class.
func (c Candidate) Class() Class { return classes[min(int(c.t.Class(c.i)), len(classes)-1)] }

// Country is the candidate's ISO 3166-1 alpha-2 code.
func (c Candidate) Country() string { return c.t.Country(c.i) }

// Admin1 is the candidate's first-order division.
func (c Candidate) Admin1() string { return c.t.Admin1(c.i) }

// Admin2 is the candidate's second-order division.
func (c Candidate) Admin2() string { return c.t.Admin2(c.i) }

// Point is the candidate's position.
func (c Candidate) Point() (lat, lon float64) { return c.t.Point(c.i) }

// Population is the candidate's population to within a tenth, or 0.
func (c Candidate) Population() int { return c.t.Population(c.i) }

// SharesDivision reports whether both candidates lie in the same country and
// the same first- and second-order divisions.
func (c Candidate) SharesDivision(o Candidate) bool {
	return c.t == o.t && c.t.Division(c.i) == o.t.Division(o.i)
}

// Noted reports whether news of war is known to name the candidate.
func (c Candidate) Noted() bool { return c.t.Noted(c.i) }

// Name is the candidate's usual name.
func (c Candidate) Name() string { return c.t.Name(c.i) }

// Candidates gives the places whose name has the key k. The key of a name of
// several words is that of its words joined.
func (g *Gazetteer) Candidates(k text.Key) Candidates {
	var c Candidates
	for _, t := range g.tables {
		h := t.Find(k)
		if h.Len() == 0 {
			continue
		}
		c.Maybe = c.Maybe || h.Maybe
		switch {
		case c.tabs[0] == nil:
			c.hits[0], c.tabs[0] = h, t
		case c.tabs[1] == nil:
			c.hits[1], c.tabs[1] = h, t
		default:
			for i := range h.Len() {
				c.more = append(c.more, Candidate{t, h.At(i)})
			}
		}
		c.n += h.Len()
	}
	return c
}

// Len is the number of places.
func (c *Candidates) Len() int { return c.n }

// Similar gives the places whose name sounds like one that is written
// otherwise: "Jindires" for Jandairis, "Sheik Zwayd" for Shaykh Zuwayd. It
// knows only countries whose names English spells in many ways, and a name
// may match by chance: use it where the country is told.
func (g *Gazetteer) Similar(name string) Candidates {
	return g.Candidates(table.SoundKey(name))
}

// At is the i-th candidate, the most prominent first.
func (c *Candidates) At(i int) Candidate {
	for j := range c.hits {
		if n := c.hits[j].Len(); i < n {
			return Candidate{c.tabs[j], c.hits[j].At(i)}
		} else {
			i -= n
		}
	}
	return c.more[i]
}
