package gazetteer

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/countries.txt
var countries string

// capitals is the name of each country's capital by its code.
var capitals = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(countries) {
		f := strings.Split(strings.TrimSpace(line), ";")
		if len(f) < 6 || strings.HasPrefix(line, "#") {
			continue
		}
		if name := strings.TrimSpace(f[5]); name != "" {
			out[strings.TrimSpace(f[0])] = name
		}
	}
	return out
})

// Capital is the seat of government of the country with the ISO 3166-1 code,
// and false where g knows none.
func (g *Gazetteer) Capital(country string) (Place, bool) {
	name := capitals()[country]
	if name == "" {
		return Place{}, false
	}
	var best Place
	for _, p := range g.Lookup(name) {
		if p.Country == country && p.Class == City && (best.IsZero() || p.Population > best.Population) {
			best = p
		}
	}
	return best, !best.IsZero()
}
