package gazetteer

import (
	_ "embed"
	"strings"
)

//go:embed data/countries.txt
var countries string

// Capital is the seat of government of the country with an ISO 3166-1 alpha-2
// code, and false where there is none.
func Capital(country string) (Place, bool) {
	_, line, ok := strings.Cut(countries, "\n"+country+";")
	if !ok || len(country) != 2 {
		return Place{}, false
	}
	line, _, _ = strings.Cut(line, "\n")
	f := strings.Split(line, ";")
	if len(f) < 5 {
		return Place{}, false
	}
	name := strings.TrimSpace(f[len(f)-1])
	var division Place
	for _, p := range append(Lookup(name), Lookup(strings.TrimSuffix(name, " City"))...) {
		if p.Country == country && p.Class == City {
			return p, true
		}
		// Some seats are known only as the district that they are.
		if division.IsZero() && p.Country == country && p.Class.Division() {
			division = p
		}
	}
	return division, !division.IsZero()
}
