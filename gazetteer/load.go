package gazetteer

import (
	"fmt"
	"os"
	"strings"

	"github.com/sitrep-go/sitrep/gazetteer/internal/rows"
	"github.com/sitrep-go/sitrep/gazetteer/internal/table"
	"github.com/sitrep-go/sitrep/internal/text"
)

// Load reads places from a file: one written by hand, a country dump of
// GeoNames ("UA.txt", unpacked), or a table that the generator wrote. Use
// [Gazetteer.With] to set them before the embedded ones.
//
// A file written by hand has one name a line:
//
//	country UA
//	# name; class; latitude longitude; other names
//	Hotel Ukraina; site; 50.4490 30.5270; Ukraina Hotel
//	maybe Hope; village; 48.1 37.9
//	# more names for a place that the embedded gazetteer knows
//	Kyiv = Kyyiv, Kiev
//
// A name after "maybe" is also a word, a person or a firm, and is taken for a
// place only in context. An error names every fault in the file, each as
// "file:line: what to write".
func Load(path string) (*Gazetteer, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Parse(path, string(b))
}

// Parse is [Load] for what a file holds; name is only for errors.
func Parse(name, s string) (*Gazetteer, error) {
	if strings.HasPrefix(s, table.Magic) {
		t, err := table.Open(s)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		return &Gazetteer{tables: []*table.Table{t}}, nil
	}
	list, err := rows.Parse(name, s)
	if err != nil {
		return nil, err
	}
	var b table.Builder
	for _, r := range list {
		rec := table.Record{Name: r.Name, Lat: r.Lat, Lon: r.Lon, Country: r.Country, Population: r.Population, ID: r.ID, Admin1: r.Admin1, Admin2: r.Admin2, Noted: true}
		rec.Class, _ = rows.ClassNumber(r.Class)
		if r.More {
			p, ok := known(r)
			if !ok {
				return nil, fmt.Errorf("%s:%d: no place of %s is called %q: give its class and position", r.File, r.Line, r.Country, r.Name)
			}
			c, _ := rows.ClassNumber(string(p.Class))
			rec.Lat, rec.Lon, rec.Class, rec.Population, rec.Admin1, rec.Admin2 = p.Lat, p.Lon, c, p.Population, p.Admin1, p.Admin2
		}
		keys := []text.Key{table.KeyOf(r.Name)}
		if r.Maybe {
			b.Maybe(keys[0])
		}
		for _, o := range r.Others {
			k := table.KeyOf(o.Text)
			keys = append(keys, k)
			if o.Maybe {
				b.Maybe(k)
			}
		}
		b.Add(rec, keys, rec.Population)
	}
	out, err := b.Bytes()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	t, err := table.Open(string(out))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &Gazetteer{tables: []*table.Table{t}}, nil
}

// known is the most prominent place of the embedded gazetteer that a row of
// further names means.
func known(r rows.Row) (Place, bool) {
	for _, p := range Lookup(r.Name) {
		if p.Country == r.Country && p.Class != Demonym &&
			(r.Within == "" || text.Fold(p.Admin1) == text.Fold(r.Within) || text.Fold(p.Admin2) == text.Fold(r.Within)) {
			return p, true
		}
	}
	return Place{}, false
}
