package gazetteer

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sitrep-go/sitrep/gazetteer/internal/rows"
	"github.com/sitrep-go/sitrep/gazetteer/internal/table"
)

func TestLookup(t *testing.T) {
	for _, c := range []struct {
		name, country string
		class         Class
		lat, lon, km  float64
	}{
		{"Kyiv", "UA", City, 50.45, 30.52, 10},
		{"Kiev", "UA", City, 50.45, 30.52, 10},
		{"KHARKOV", "UA", City, 49.99, 36.23, 10},
		{"Lviv", "UA", City, 49.84, 24.02, 3},
		{"Mogadishu", "SO", City, 2.04, 45.34, 3},
		{"Artyomovsk", "UA", City, 48.60, 38.00, 10},
		{"Avdiivka", "UA", City, 48.14, 37.75, 10},
		{"Donetsk Oblast", "UA", Admin1, 48.1, 37.6, 60},
		{"Shuja'iyya", "PS", Quarter, 31.50, 34.47, 3},
		{"shujaiya", "PS", Quarter, 31.50, 34.47, 3},
		{"Khan Yunis", "PS", City, 31.35, 34.30, 5},
		{"El-Fasher", "SD", City, 13.63, 25.35, 10},
		{"al-Fashir", "SD", City, 13.63, 25.35, 10},
		{"Kobane", "SY", City, 36.89, 38.35, 10},
		{"Ayn al-ʿArab", "SY", City, 36.89, 38.35, 10},
		{"Fada N’Gourma", "BF", City, 12.06, 0.36, 10},
		{"Mazar-i-Sharif", "AF", City, 36.71, 67.11, 10},
		{"Long Beach", "US", City, 33.77, -118.19, 15},
		{"Laurel County", "US", Admin2, 37.1, -84.1, 40},
		{"Calif.", "US", Admin1, 37.2, -119.7, 60},
		{"Zaporizhzhia NPP", "UA", Plant, 47.51, 34.59, 5},
		{"Bab al-Mandab", "", Water, 12.6, 43.3, 50},
		{"Ivory Coast", "CI", Country, 8, -5.5, 50},
		{"Ukrainians", "UA", Demonym, 49, 32, 50},
		{"Gazan", "PS", Demonym, 31.4, 34.4, 50},
	} {
		places := Lookup(c.name)
		if len(places) == 0 {
			t.Errorf("Lookup(%q) finds nothing", c.name)
			continue
		}
		ok := slices.ContainsFunc(places, func(p Place) bool {
			return p.Country == c.country && p.Class == c.class && Distance(p.Lat, p.Lon, c.lat, c.lon) <= c.km
		})
		if !ok {
			t.Errorf("Lookup(%q) = %+v, without a %s of %q near %.2f %.2f", c.name, places[0], c.class, c.country, c.lat, c.lon)
		}
	}
}

func TestLookupMostProminentFirst(t *testing.T) {
	for name, country := range map[string]string{"Paris": "FR", "Moscow": "RU", "Odesa": "UA", "Damascus": "SY", "Aleppo": "SY", "Toledo": "ES"} {
		p := Lookup(name)
		if len(p) < 1 || p[0].Country != country && name != "Toledo" {
			t.Errorf("Lookup(%q) begins with %+v, want one of %s", name, p[:min(1, len(p))], country)
		}
		for i := 1; i < len(p); i++ {
			if p[i].Class == City && p[i-1].Class == Village && p[i].Population > 100000 {
				t.Errorf("Lookup(%q): the village %+v before the city %+v", name, p[i-1], p[i])
			}
		}
	}
}

func TestLookupUnknown(t *testing.T) {
	for _, name := range []string{"", " ", "Xyzzyville", "…", "\xff\xfe", "the", strings.Repeat("Kyiv ", 50)} {
		if p := Lookup(name); len(p) > 0 {
			t.Errorf("Lookup(%q) = %+v, want nothing", name, p[0])
		}
	}
}

func TestPlaceCarriesItsDivisions(t *testing.T) {
	want := Place{ID: "709717", Name: "Donetsk", Country: "UA", Admin1: "Donetsk"}
	for _, p := range Lookup("Donetsk") {
		if p.Class == City && p.Country == "UA" && p.Population > 500000 {
			got := Place{ID: p.ID, Name: p.Name, Country: p.Country, Admin1: p.Admin1}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("Donetsk (-want +got):\n%s", d)
			}
			return
		}
	}
	t.Error("no city of Donetsk")
}

// Every hand-kept row must be found under each of its names.
func TestEveryHandKeptRow(t *testing.T) {
	files, err := filepath.Glob("data/places/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	n := 0
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		list, err := rows.Parse(f, string(b))
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range list {
			n++
			if r.Class == string(Admin1) && !slices.ContainsFunc(Lookup(r.Name), func(p Place) bool { return p.Country == r.Country && p.Class == Admin1 && p.Name == r.Name }) {
				t.Errorf("%s:%d: no division is called %q: has another row or the raw data taken its name?", f, r.Line, r.Name)
			}
			for _, name := range append([]rows.Name{{Text: r.Name}}, r.Others...) {
				found := false
				for _, p := range Lookup(name.Text) {
					if p.Country == r.Country && (r.More || Distance(p.Lat, p.Lon, r.Lat, r.Lon) < 12 || p.Class == Admin1) {
						found = true
						break
					}
				}
				if !found {
					t.Errorf("%s:%d: %q is not found where the row puts it: is the table generated anew?", f, r.Line, name.Text)
				}
			}
		}
	}
	if n < 1500 {
		t.Errorf("only %d hand-kept rows", n)
	}
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Shells fell on Kherson and Nova Kakhovka.", []string{"Kherson", "Nova Kakhovka"}},
		{"They left Fada N'Gourma for Djibo's market.", []string{"Fada N'Gourma", "Djibo"}},
		{"in St. Petersburg and Deir ez-Zor", []string{"St. Petersburg", "Deir ez-Zor"}},
		{"'AVDIIVKA' lies in ruins", []string{"AVDIIVKA"}},
		{"nothing here in kyiv", nil},
		{"", nil},
	} {
		var got []string
		for m := range Find(c.text) {
			got = append(got, c.text[m.Start:m.End])
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("Find(%q) (-want +got):\n%s", c.text, d)
		}
	}
}

func TestNear(t *testing.T) {
	places := Near(48.59, 38.00, 15)
	if !slices.ContainsFunc(places, func(p Place) bool { return p.Name == "Bakhmut" && p.Class == City }) {
		t.Errorf("Bakhmut is not among the %d places near it", len(places))
	}
	last := 0.0
	for _, p := range places {
		d := Distance(48.59, 38.00, p.Lat, p.Lon)
		if d > 15 || d < last {
			t.Fatalf("%s at %.1f km after %.1f km", p.Name, d, last)
		}
		last = d
	}
	if n := len(Near(0, 180, 300)) + len(Near(89, 0, 500)) + len(Near(50, 30, -1)); n > 2000 {
		t.Errorf("%d places in the open sea", n)
	}
}

// Near must not miss what a walk over all places finds.
func TestNearMissesNothing(t *testing.T) {
	for _, c := range [][3]float64{{31.5, 34.47, 8}, {-17.5, 179.9, 200}, {64.9, -18, 60}} {
		want := 0
		for p := range All() {
			if p.Class != Demonym && Distance(c[0], c[1], p.Lat, p.Lon) <= c[2] {
				want++
			}
		}
		if got := len(Near(c[0], c[1], c[2])); got != want {
			t.Errorf("Near(%v) gives %d places of %d", c, got, want)
		}
	}
}

func TestSimilar(t *testing.T) {
	for name, country := range map[string]string{"Jindires": "SY", "Tal Rifat": "SY", "Der Ezzur": "SY"} {
		c := Default().Similar(name)
		found := false
		for i := range c.Len() {
			found = found || c.At(i).Country() == country
		}
		if !found {
			t.Errorf("Similar(%q) finds nothing in %s", name, country)
		}
	}
}

func TestEmbeddedTableIsSmall(t *testing.T) {
	if len(embedded) > 20_000_000 {
		t.Errorf("the table has %d bytes, more than 20 MB", len(embedded))
	}
	if n := Default().Len(); n < 400_000 {
		t.Errorf("the table has %d places", n)
	}
}

func TestLoad(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mine.txt")
	const file = "country UA\n# mine\nHotel Ukraina; site; 50.449 30.527; Ukraina Hotel\nKyiv = Kyyivgrad\nmaybe Hopeville; village; 48.1 37.9\n"
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	mine, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	g := Default().With(mine)
	for name, want := range map[string]string{"ukraina hotel": "Hotel Ukraina", "Kyyivgrad": "Kyiv", "Hopeville": "Hopeville", "Lviv": "Lviv"} {
		if p := g.Lookup(name); len(p) == 0 || p[0].Name != want && name != "Lviv" {
			t.Errorf("Lookup(%q) = %v, want %s", name, p, want)
		}
	}
	for m := range g.Find("at Hopeville") {
		if !m.Maybe {
			t.Error("Hopeville is not marked as maybe")
		}
	}
	if p := Lookup("Hopeville"); slices.ContainsFunc(p, func(p Place) bool { return p.Country == "UA" }) {
		t.Error("With changed the embedded gazetteer")
	}
}

func TestParseDump(t *testing.T) {
	row := "8015\tAl Qaryah\tAl Qaryah\tEl Qarye,القرية\t36.1\t37.2\tP\tPPL\tSY\t\t09\t\t\t\t1200\t\t300\tAsia/Damascus\t2012-01-01\n"
	g, err := Parse("SY.txt", row)
	if err != nil {
		t.Fatal(err)
	}
	p := g.Lookup("El Qarye")
	if len(p) != 1 || p[0].ID != "8015" || p[0].Country != "SY" || p[0].Class != Village {
		t.Errorf("Lookup = %+v", p)
	}
}

func TestParseNamesAllFaults(t *testing.T) {
	_, err := Parse("bad.txt", "country Ukraine\nKyiv; city\nLviv; town; 49.8 24.0\nOdesa; city; 46.5\nSumy; city; 510 34\n= Kiev\n")
	if err == nil {
		t.Fatal("no error")
	}
	want := `bad.txt:1: "Ukraine" is no country: write two capitals, as "country UA", or "country -" for the seas
bad.txt:2: write "Name; class; latitude longitude; Other name, Other name" or "Name = Other name"
bad.txt:3: "town" is no class: write one of country, admin1, admin2, admin3, city, village, quarter, camp, region, water, base, airport, port, plant, dam, crossing, mountain, island, site, continent, demonym
bad.txt:4: "46.5" is no position: write latitude and longitude in degrees, as "50.45 30.52"
bad.txt:5: "510 34" is no position: write latitude and longitude in degrees, as "50.45 30.52"
bad.txt:6: write "Name = Other name, Other name"`
	if d := cmp.Diff(want, err.Error()); d != "" {
		t.Errorf("faults (-want +got):\n%s", d)
	}
}

func TestMove(t *testing.T) {
	lat, lon := Move(48, 37.5, 15, 180)
	if d := Distance(48, 37.5, lat, lon); lat >= 48 || d < 14.9 || d > 15.1 {
		t.Errorf("15 km south of 48 37.5 is %.4f %.4f, %.2f km away", lat, lon, d)
	}
	if _, lon := Move(0, 179.95, 50, 90); lon > 180 || lon > 0 {
		t.Errorf("east over the date line is %.3f", lon)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("country UA\nKyiv; city; 50 30; Kiev\n")
	f.Add("country -\nmaybe Red Sea = Rotes Meer\n\xff;;;\n")
	f.Add(strings.Repeat("1\t", 18) + "x\n")
	f.Fuzz(func(t *testing.T, s string) {
		g, err := Parse("f", s)
		if err == nil && g == nil || err != nil && g != nil {
			t.Fatalf("Parse = %v, %v", g, err)
		}
	})
}

func FuzzFind(f *testing.F) {
	f.Add("Shells fell on Fada N'Gourma, St. Petersburg and Deir ez-Zor’s edge.")
	f.Add("É\u0301 Ki\u00adev \xff Tal")
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for m := range Find(s) {
			if m.Start < end || m.End <= m.Start || m.End > len(s) || m.Len() == 0 {
				t.Fatalf("match %d-%d after %d in %q", m.Start, m.End, end, s)
			}
			end = m.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("Russian forces shelled the town of Nikopol overnight, wounding four people, the head of the regional administration said. "+
		"Residents told reporters that the blasts in Kherson and near Nova Kakhovka had lasted for hours and that the power was out. ", 50)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for range Find(text) {
			n++
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Lookup("Kramatorsk")
	}
}

// BenchmarkOpen is what a new process does before its first lookup.
func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		t, err := table.Open(embedded)
		if err != nil {
			b.Fatal(err)
		}
		(&Gazetteer{tables: []*table.Table{t}}).Lookup("Kramatorsk")
	}
}

func ExampleLookup() {
	for _, p := range Lookup("Artemivsk") {
		if p.Country == "UA" && p.Admin1 == "Donetsk" {
			fmt.Println(p.Name, p.Class)
			break
		}
	}
	// Output: Bakhmut city
}

func ExampleFind() {
	s := "The convoy left Zamzam for El Fasher."
	for m := range Find(s) {
		fmt.Println(s[m.Start:m.End], m.At(0).Country())
	}
	// Output:
	// Zamzam SD
	// El Fasher SD
}

func ExampleParse() {
	g, err := Parse("mine.txt", "country SD\nSaudi Hospital; site; 13.634 25.345; Saudi Maternity Hospital\n")
	if err != nil {
		fmt.Println(err)
		return
	}
	p := Default().With(g).Lookup("Saudi Maternity Hospital")[0]
	fmt.Println(p.Name, p.Country, p.Lat, p.Lon)
	// Output: Saudi Hospital SD 13.633 25.343
}

func TestAlike(t *testing.T) {
	for _, c := range []struct {
		name, admin1 string
		lat, lon     float64
		want         string
	}{
		{"Tel Jijan", "Aleppo", 36.2, 37.16, "Tall al Jijan"},
		{"Chalabiya", "Aleppo", 36.89, 38.35, "Shalabiyah"},
		{"Chalabiya", "Homs", 36.89, 38.35, ""}, // in another province
		{"Chalabiya", "", 50.45, 30.52, ""},     // near Kyiv
		{"Abu", "", 36.89, 38.35, ""},           // too short to tell
		{"", "", 36.89, 38.35, ""},
	} {
		got, ok := Default().Alike(c.name, c.admin1, c.lat, c.lon, 60)
		if ok != (c.want != "") || ok && got.Name() != c.want {
			t.Errorf("Alike(%q, %q) is %v, want %q", c.name, c.admin1, ok, c.want)
			if ok {
				t.Logf("got %+v", got.Place())
			}
		}
	}
}
