package gazetteer

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/countries.txt
var countries string

// capitals maps the code of a country to its capital.
var capitals = sync.OnceValue(func() map[string]Place {
	out := map[string]Place{}
	for line := range strings.Lines(countries) {
		f := strings.Split(line, ";")
		if line[0] == '#' || len(f) < 6 {
			continue
		}
		code, name := strings.TrimSpace(f[0]), strings.TrimSpace(f[len(f)-1])
		named := append(Lookup(name), Lookup(strings.TrimSuffix(name, " City"))...)
		for _, p := range named {
			if p.Country == code && p.Class == City {
				out[code] = p
				break
			}
			// Some seats are known only as the district that they are.
			if _, ok := out[code]; !ok && p.Country == code && p.Class.Division() {
				out[code] = p
			}
		}
	}
	return out
})

// Capital is the seat of government of the country with an ISO 3166-1 alpha-2
// code, and false where there is none. The first call takes a millisecond.
func Capital(country string) (Place, bool) {
	p, ok := capitals()[country]
	return p, ok
}
