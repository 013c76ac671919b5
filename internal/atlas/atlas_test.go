package atlas_test

import (
	"math"
	"strings"
	"testing"

	"github.com/sitrep-go/sitrep/internal/atlas"
)

func world(t testing.TB) *atlas.World {
	t.Helper()
	w, err := atlas.Parse(atlas.JSON())
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestTownsLieInTheirCountries(t *testing.T) {
	w := world(t)
	for _, tt := range []struct {
		town     string
		lon, lat float64
		want     string
	}{
		{"Kyiv", 30.52, 50.45, "UA"},
		{"Simferopol", 34.10, 44.95, "UA"},
		{"Belgorod", 36.59, 50.60, "RU"},
		{"Gaza City", 34.46, 31.50, "PS"},
		{"Sderot", 34.60, 31.52, "IL"},
		{"Khartoum", 32.53, 15.55, "SD"},
		{"Goma", 29.22, -1.66, "CD"},
		{"Gisenyi, a mile from Goma", 29.30, -1.72, "RW"},
		{"Pristina", 21.16, 42.66, "XK"},
		{"Hargeisa", 44.06, 9.56, ""},
		{"Mogadishu", 45.30, 2.06, "SO"},
		{"Pyongyang", 125.75, 39.03, "KP"},
		{"Mandalay", 96.09, 21.98, "MM"},
		{"Port-au-Prince", -72.30, 18.56, "HT"},
		{"Egvekinot, before it", -179.1, 66.6, "RU"},
		{"Bilibino", 166.44, 68.05, "RU"},
		{"Uelen, beyond the 180th meridian", -169.85, 66.14, "RU"},
		{"Nome", -165.41, 64.52, "US"},
		{"Lesotho, a hole in South Africa", 28.3, -29.6, "LS"},
	} {
		c, ok := w.At(atlas.Point{Lon: tt.lon, Lat: tt.lat})
		if !ok || c.Code != tt.want {
			t.Errorf("%s lies in %q (%s), want %q", tt.town, c.Code, c.Name, tt.want)
		}
	}
	for _, p := range []atlas.Point{{Lon: 34, Lat: 43.3}, {Lon: 38, Lat: 20}, {Lon: -30, Lat: 0}} {
		if c, ok := w.At(p); ok {
			t.Errorf("%v lies in %s, want the sea", p, c.Name)
		}
	}
}

func TestOutlinesClose(t *testing.T) {
	w := world(t)
	used := make([]bool, len(w.Arcs))
	for _, c := range w.Countries {
		if c.Code == "" && c.Name == "" {
			t.Errorf("a country at %v has neither code nor name", c.Label)
		}
		if math.Abs(c.Label[0]) > 180 || math.Abs(c.Label[1]) > 90 {
			t.Errorf("%s: label at %v", c.Name, c.Label)
		}
		for _, ring := range c.Rings {
			o := w.Outline(ring)
			if len(o) < 4 {
				t.Errorf("%s: a ring of %d points encloses nothing", c.Name, len(o))
				continue
			}
			if o[0] != o[len(o)-1] {
				t.Errorf("%s: a ring begins at %v and ends at %v", c.Name, o[0], o[len(o)-1])
			}
			for i := 1; i < len(o); i++ {
				if math.Abs(o[i].Lon-o[i-1].Lon) > 90 {
					t.Errorf("%s: a line leaps from %v to %v", c.Name, o[i-1], o[i])
				}
			}
			for _, i := range ring {
				used[max(i, ^i)] = true
			}
		}
	}
	for i, ok := range used {
		if !ok {
			t.Errorf("arc %d belongs to no country", i)
		}
	}
	for _, i := range w.Contested {
		if i < 0 || i >= len(w.Arcs) {
			t.Errorf("contested arc %d does not exist", i)
		}
	}
}

func TestFitsAPage(t *testing.T) {
	s := atlas.JSON()
	if strings.Contains(s, "<") {
		t.Error("the atlas holds a \"<\", which a script element must not")
	}
	if n := len(s); n > 256<<10 {
		t.Errorf("the atlas is %d bytes, want at most 256 KB", n)
	}
}

func TestParseRefusesADamagedAtlas(t *testing.T) {
	for _, s := range []string{
		"", "{", `{"arcs":"%%"}`,
		`{"arcs":"BQI="}`, // five points are promised, half a one follows
		`{"arcs":"AQIC","scale":1,"countries":[{"name":"X","rings":[[7]]}]}`,
	} {
		if _, err := atlas.Parse(s); err == nil {
			t.Errorf("Parse(%q) gave no error", s)
		}
	}
}
