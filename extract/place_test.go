package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer"
	"github.com/sitrep-go/sitrep/internal/text"
)

// placesOf reads the places of a text.
func placesOf(t testing.TB, s string) (*reading, []place) {
	t.Helper()
	r := &reading{Extractor: standard(), article: Article{Text: s}, doc: text.Split(s)}
	return r, findPlaces(r)
}

// where prints a place as "Kherson UA city", with what it is used for.
func where(p place) string {
	s := p.at.Name + " " + p.at.Country + " " + string(p.at.Class)
	switch p.use {
	case usedAsActor:
		s += " (actor)"
	case usedAsPeople:
		s += " (people)"
	case usedInName:
		s += " (in a name)"
	}
	return s
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"a division behind a comma narrows", "Two people died in Krasnohorivka, Donetsk Oblast.", []string{"Krasnohorivka UA city", "Donetsk UA admin1"}},
		{"a state narrows a namesake of a great city", "The blaze began in Paris, Texas, before dawn.", []string{"Paris US city", "Texas US admin1"}},
		{"a country in brackets", "The team flew from Tripoli (Lebanon) on Friday.", []string{"Tripoli LB city", "Lebanon LB country"}},
		{"another sense beside its own qualifier", "He moved from London, Ontario, to London, England, in May.", []string{"London CA city", "Ontario CA admin1", "London GB city", "England GB admin1"}},
		{"a postal abbreviation", "Officers searched a garage in Long Beach, CA, overnight.", []string{"Long Beach US city", "California US admin1"}},
		{"the country told decides", "Syrian state media said jets bombed Palmyra and Jableh.", []string{"Syria SY demonym (people)", "Palmyra SY city", "Jableh SY city"}},
		{"a lower-case word says what it is", "Shelling hit three villages in Kherson region and the city of Kherson.", []string{"Kherson UA admin1", "Kherson UA city"}},
		{"a name alone is the city", "Explosions were heard in Kharkiv.", []string{"Kharkiv UA city"}},
		{"old and foreign spellings", "Kharkov and Artemovsk were Ukrainian cities.", []string{"Kharkiv UA city", "Bakhmut UA city", "Ukraine UA demonym (people)"}},
		{"an article without which it is known", "Mortars fell on al-Qusayr in Syria.", []string{"Al-Qusayr SY city", "Syria SY country"}},
		{"a spelling found by its sound", "Turkish shells landed in Jandires near Afrin in northern Syria.", []string{"Turkey TR demonym (people)", "Jindires SY city", "Afrin SY city", "Northern Syria SY region"}},
		{"capitals", "KOSTIANTYNIVKA, Ukraine — Two women were hurt in the town in Donetsk region.", []string{"Kostiantynivka UA city", "Ukraine UA country", "Donetsk UA admin1"}},
		{"a quarter of the city told", "Tanks entered Shujaiya in Gaza City.", []string{"Shuja'iyya PS quarter", "Gaza City PS city"}},
		{"a camp and the town of the same name", "Raids on Jabalia refugee camp in Gaza went on.", []string{"Jabalia camp PS camp", "Gaza PS region"}},
		{"a government, not a capital", "Moscow denied the charge, and Damascus blamed Israel.", []string{"Moscow RU city (actor)", "Damascus SY city (actor)", "Israel IL country"}},
		{"an army, not a country", "Israel's army struck Tyre.", []string{"Israel IL country (actor)", "Tyre LB city"}},
		{"backing, not a place", "Iran-backed fighters left Baghdad.", []string{"Iran IR country (actor)", "Baghdad IQ city"}},
		{"a person with a title", "Gen. Jackson and Mr. Houston spoke.", nil},
		{"a person with a given name", "Michael Jordan and Jordan Smith were not there.", nil},
		{"a person told before by the whole name", "Mayor Robert Lincoln resigned. Lincoln said he was tired.", nil},
		{"a namesake in a country that nothing speaks of", "Syrian media said jets bombed Palmyra, Jableh and Aleppo. Men of al-Libi fled to Homs.", []string{"Syria SY demonym (people)", "Palmyra SY city", "Jableh SY city", "Aleppo SY city", "Homs SY city"}},
		{"a tanker", "A blast holed the Sig, a tanker, off Odesa.", []string{"Odesa UA city"}},
		{"a newspaper", "The Washington Post reported it first.", nil},
		{"a street", "The shop stands on Kherson Street.", nil},
		{"a club", "He watched Manchester United lose.", nil},
		{"words that are also villages", "Center officials hope Reading and Hope improve. Police said so.", nil},
		{"the capital of a state that is told to hold it", "Gunmen came to Kankara, also in Katsina, on Monday.", []string{"Kankara NG city", "Katsina NG admin1"}},
		{"the capital of a state beside it", "Gunmen came to Kankara from Katsina on Monday.", []string{"Kankara NG city", "Katsina NG city"}},
		{"a country's province behind a comma", "Fighters left Drodro, in Congo's northeastern Ituri province.", []string{"Drodro CD village", "Democratic Republic of the Congo CD country", "Ituri CD admin1"}},
		{"another clause holds nothing", "Men died in Bokkos, Plateau State, while in Kaduna a priest was seized.", []string{"Bokkos NG city", "Plateau NG admin1", "Kaduna NG city"}},
		{"a local government area", "Men died in Bokkos Local Government Area in Nigeria.", []string{"Bokkos NG admin2", "Nigeria NG country"}},
		{"the end of a longer name that is not known", "Jets hit Xyzzy-e-Sabz in Panjgur district in Pakistan.", []string{"Panjgur District PK admin2", "Pakistan PK country"}},
		{"a list of regions", "Drones went for Murmansk, Irkutsk and Ryazan regions in Russia.", []string{"Murmansk RU admin1", "Irkutsk RU admin1", "Ryazan RU admin1", "Russia RU country"}},
		{"a list of cities", "Drones went for Murmansk, Irkutsk and Ryazan in Russia.", []string{"Murmansk RU city", "Irkutsk RU city", "Ryazan RU city", "Russia RU country"}},
		{"a ship with the article", "A missile hit the Aya, sailing for Egypt.", []string{"Egypt EG country"}},
		{"a parish", "Gunmen came to St. Raphael's Parish in Kaduna.", []string{"Kaduna NG city"}},
		{"a hospital with a village's name", "They were at the gate of al-Thawra hospital in Hodeidah in Yemen.", []string{"Hodeidah YE city", "Yemen YE country"}},
		{"a body with a country in its name", "The Coalition to Restore Legitimacy in Yemen said so in Riyadh.", []string{"Yemen YE country (in a name)", "Riyadh SA city"}},
		{"a list of counties", "Fires burned in Barrow, Jackson and Madison counties in Georgia.", []string{"Barrow County US admin2", "Jackson County US admin2", "Madison County US admin2", "Georgia US admin1"}},
		{"the counties of a state", "Rates rose in central Indiana counties.", []string{"Indiana US admin1"}},
		{"a city that ends in City", "The lines of Kansas City Power fell.", []string{"Kansas City US city (in a name)"}},
		{"a state's trooper", "Massachusetts State Trooper David Lavoice came.", []string{"Massachusetts US admin1"}},
		{"a people, not a small town", "He had enough of Canadian winters and went to Dallas, Houston and Galveston in Texas.", []string{"Canada CA demonym (people)", "Dallas US city", "Houston US city", "Galveston US city", "Texas US admin1"}},
		{"what a place is said to be", "Richmond is a town in Ontario County, New York.", []string{"Richmond US village", "Ontario County US admin2", "New York City US city"}},
		{"a person who is said to be one", "Hope is a nurse in Boston.", []string{"Boston US city"}},
		{"a quarter that lies elsewhere than its namesake", "Shells hit Mansoura, a southern quarter of Tripoli, in Libya.", []string{"Mansoura LY village", "Tripoli LY city", "Libya LY country"}},
		{"a division behind a comma and its own word", "A patrol fought in Khas district, Uruzgan province.", []string{"Khas AF village", "Uruzgan AF admin1"}},
		{"a quote within a name", "Men were held in Pul-e ‘Alam district in Logar in Afghanistan.", []string{"Puli Alam AF admin2", "Logar AF admin1", "Afghanistan AF country"}},
		{"a clitic within a name", "A house in King's Lynn burned.", []string{"King's Lynn GB city"}},
		{"no clitic within a name", "A house in Kharkiv's Saltivka burned.", []string{"Kharkiv UA city", "Pivnichna Saltivka UA quarter"}},
		{"the parish of a small country", "The sheriff came to Portland.", []string{"Portland US city"}},
		{"a body in a city of the state told", "A bomb went off at the Vallejo Police Department in California.", []string{"Vallejo US city", "California US admin1"}},
		{"a body in another state", "A man of the Vallejo Police Department in Texas spoke.", []string{"Vallejo US city (in a name)", "Texas US admin1"}},
		{"another spelling by what holds it", "Drones struck the town of Chalabiya in south of Kobani city in Syria.", []string{"Shalabiyah SY village", "Kobani SY city", "Syria SY country"}},
		{"a village of a country that nothing else speaks of", "Fragments fell on Derna in Libya, on Benghazi, on Misrata and on Sirte, and then on Umm al-Hamam.", []string{"Derna LY city", "Libya LY country", "Benghazi LY city", "Misrata LY city", "Sirte LY city", "Umm al Hamam LY village"}},
		{"people of a faith", "Bombs went off in Shia quarters of Baghdad.", []string{"Baghdad IQ city"}},
		{"a people behind a comma narrows nothing", "A boat sank in the Red Sea, an Egyptian official said.", []string{"Red Sea  water", "Egypt EG demonym (people)"}},
		{"a people's town behind a comma", "They left Kostiantynivka, a Ukrainian town.", []string{"Kostiantynivka UA city", "Ukraine UA demonym (people)"}},
		{"a country that is a small town as well", "Trade with China grew in Texas.", []string{"China CN country", "Texas US admin1"}},
		{"who speaks", "Officials in Texas wandered off, Spangler said.", []string{"Texas US admin1"}},
		{"a numeral and a county", "Lawson Parker III moved to Platte Co. in Nebraska.", []string{"Platte US city", "Nebraska US admin1"}},
		{"a body's initials", "Officials of FEMA came to Texas.", []string{"Texas US admin1"}},
		{"initials that are also villages", "The UN and the IDF said nothing.", nil},
		{"part of a longer name that is not known", "Farmers at Tungar Velo fled.", nil},
		{"no capitals, no places", "shells fell on the town near the river", nil},
	} {
		_, ps := placesOf(t, c.text)
		var got []string
		for _, p := range ps {
			got = append(got, where(p))
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %q (-want +got):\n%s", c.why, c.text, d)
		}
	}
}

func TestPlaceRelations(t *testing.T) {
	for _, c := range []struct {
		text, name, relation string
		lat, lon, within     float64 // where the point is, in kilometres
		precision            event.PlacePrecision
	}{
		{"A drone struck 15 km south of Krasnohorivka, Donetsk Oblast.", "Krasnohorivka", "15 km south of", 47.87, 37.51, 3, event.NearPlace},
		{"It fell ten miles north-west of Aleppo in Syria.", "Aleppo", "ten miles north-west of", 36.30, 37.03, 3, event.NearPlace},
		{"Fighting went on near Kupiansk in Ukraine.", "Kupiansk", "near", 49.71, 37.61, 3, event.NearPlace},
		{"Men were seized on the outskirts of Goma in Congo.", "Goma", "near", -1.68, 29.22, 5, event.NearPlace},
		{"The blast took place around 20 kilometres from Goma, in Congo.", "Goma", "near", -1.68, 29.22, 5, event.NearPlace},
		{"The column was hit between Bakhmut and Sloviansk in Ukraine.", "Bakhmut", "between", 48.72, 37.80, 5, event.NearPlace},
		{"A mine blew up on the Bakhmut–Sloviansk road in Ukraine.", "Sloviansk", "between", 48.72, 37.80, 5, event.NearPlace},
		{"Troops crossed on the border with Lebanon.", "Lebanon", "border", 33.83, 35.83, 5, event.InRegion},
		{"A mine blew up on the road linking Bakhmut and Sloviansk in Ukraine.", "Sloviansk", "between", 48.72, 37.80, 5, event.NearPlace},
		{"A ship was hit 60 nautical miles west of Hodeidah in Yemen.", "Hodeidah", "60 nautical miles west of", 14.80, 41.92, 5, event.NearPlace},
		{"A tractor hit a mine in Chuhuiv district in Ukraine.", "Chuhuiv", "in", 49.84, 36.68, 5, event.InDistrict},
		{"A house was hit in Tirah valley in Pakistan.", "Tirah Valley", "in", 33.75, 70.85, 5, event.NearPlace},
		{"Shells fell in Kherson region.", "Kherson", "in", 46.6, 33.6, 20, event.InProvince},
		{"Shells fell in Ukraine.", "Ukraine", "in", 49, 32, 20, event.InCountry},
		{"Shells fell in Kherson.", "Kherson", "in", 46.64, 32.62, 5, event.AtPlace},
		{"A ship was attacked in the Red Sea.", "Red Sea", "in", 20, 38.5, 10, event.AtSea},
		{"Rockets flew at southern Israel.", "Southern Israel", "in", 31.3, 34.7, 10, event.InRegion},
	} {
		_, ps := placesOf(t, c.text)
		found := false
		for _, p := range ps {
			if p.at.Name != c.name {
				continue
			}
			found = true
			if p.relation != c.relation || p.precision != c.precision || gazetteer.Distance(p.point.Lat, p.point.Lon, c.lat, c.lon) > c.within {
				t.Errorf("%q: %s, precision %d, at %v; want %s, %d, at %.2f %.2f", c.text, p.relation, p.precision, p.point, c.relation, c.precision, c.lat, c.lon)
			}
			if p.precision > event.NearPlace && p.radiusKm <= 0 {
				t.Errorf("%q: no radius", c.text)
			}
			break
		}
		if !found {
			t.Errorf("%q: %s is not found", c.text, c.name)
		}
	}
}

// A name means one place in an article, wherever it stands.
func TestPlacesAreCoherent(t *testing.T) {
	_, ps := placesOf(t, "Crews from Cooke County fought a fire in Gainesville. The Texas town of Gainesville has two crews. Gainesville police helped.")
	n := 0
	for _, p := range ps {
		if p.at.Name == "Gainesville" {
			n++
			if p.at.Admin1 != "Texas" {
				t.Errorf("Gainesville is in %s", p.at.Admin1)
			}
		}
	}
	if n < 3 {
		t.Errorf("%d uses of Gainesville, want 3", n)
	}
}

func TestPlaceNarrowedBy(t *testing.T) {
	_, ps := placesOf(t, "A rocket hit Saraqib, Idlib province.")
	if len(ps) != 2 || ps[0].in != 1 || ps[1].in != -1 {
		t.Fatalf("Saraqib is not narrowed by Idlib: %+v", ps)
	}
}

func FuzzPlaces(f *testing.F) {
	f.Add("A drone struck 15 km south of Krasnohorivka, Donetsk Oblast (Ukraine).")
	f.Add("KYIV — Moscow's army, the A–B road, between Paris, Texas and al-Bab; 1,000,000 km of of the")
	f.Add("St. Paul, W.Va., L.A. to D.C.\n\nMr. Hope\xff of Reading")
	f.Fuzz(func(t *testing.T, s string) {
		r, ps := placesOf(t, s)
		last := 0
		for i, p := range ps {
			if p.first < last || p.last <= p.first || p.last > len(r.doc.Tokens) || p.from > p.first {
				t.Fatalf("place %d spans %d-%d from %d, after %d", i, p.first, p.last, p.from, last)
			}
			if p.at.IsZero() || p.in >= len(ps) || p.with >= len(ps) || !(p.point.Lat >= -90 && p.point.Lat <= 90) || !(p.point.Lon >= -180 && p.point.Lon <= 180) {
				t.Fatalf("place %d: %+v", i, p)
			}
			last = p.last
		}
	})
}

func BenchmarkPlaces(b *testing.B) {
	s := strings.Repeat("KYIV, Ukraine — Russian forces shelled the town of Nikopol overnight, wounding four people, the head of the Dnipropetrovsk region said.\n\n"+
		"Residents told reporters that the blasts near Nova Kakhovka, in Kherson region, had lasted for hours and that the power was out. Moscow denied it.\n\n", 8)
	r := &reading{Extractor: standard(), article: Article{Text: s}, doc: text.Split(s)}
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		findPlaces(r)
	}
}

// TestTellers holds that each word that tells a country stands once, and tells
// countries that the gazetteer knows.
func TestTellers(t *testing.T) {
	countries := map[string]bool{}
	for p := range gazetteer.All() {
		if p.Class == gazetteer.Country {
			countries[p.Country] = true
		}
	}
	seen := map[string]bool{}
	for _, l := range countryTellers {
		for _, w := range strings.Fields(l.names + " " + l.words) {
			if seen[w] {
				t.Errorf("%q stands twice", w)
			}
			seen[w] = true
		}
		for c := l.countries; c != ""; c = c[2:] {
			if !countries[c[:2]] {
				t.Errorf("%q is no country", c[:2])
			}
		}
	}
}

// TestTellersDecide holds that what only one country has tells which of several
// namesakes is meant.
func TestTellersDecide(t *testing.T) {
	for s, want := range map[string]string{
		"A man in Lancaster spoke, and the constabulary of the NHS, Tesco and a lorry were there.": "GB",
		"A man in Lancaster spoke, and the sheriff and an alderman were there.":                    "US",
	} {
		_, got := placesOf(t, s)
		if len(got) != 1 || got[0].at.Country != want {
			t.Errorf("%q gives %v, want Lancaster in %s", s, got, want)
		}
	}
}
