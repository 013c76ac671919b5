package table

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/sitrep-go/sitrep/internal/text"
)

// world builds a table of n places that share names in threes.
func world(t testing.TB, n int) (*Table, []Record) {
	t.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	var b Builder
	var records []Record
	for i := range n {
		rec := Record{Name: fmt.Sprintf("Place %d", i), Lat: r.Float64()*180 - 90, Lon: r.Float64()*360 - 180, Country: "UA",
			Admin1: fmt.Sprintf("Division %d", i%7), Class: Populated, Population: i * 1000, ID: uint32(i), Noted: i%2 == 0}
		records = append(records, rec)
		b.Add(rec, []text.Key{KeyOf(rec.Name), KeyOf(fmt.Sprintf("Shared %d", i/3))}, i)
	}
	b.Maybe(KeyOf("Place 5"))
	out, err := b.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	tab, err := Open(string(out))
	if err != nil {
		t.Fatal(err)
	}
	return tab, records
}

func TestEveryRecordIsFound(t *testing.T) {
	tab, records := world(t, 3000)
	for i, r := range records {
		h := tab.Find(KeyOf(r.Name))
		if h.Len() != 1 {
			t.Fatalf("%s: %d places", r.Name, h.Len())
		}
		at := h.At(0)
		lat, lon := tab.Point(at)
		if math.Abs(lat-r.Lat) > 0.0025 || math.Abs(lon-r.Lon) > 0.0035 {
			t.Errorf("%s: %.4f %.4f, want %.4f %.4f", r.Name, lat, lon, r.Lat, r.Lon)
		}
		if tab.Name(at) != r.Name || tab.Country(at) != "UA" || tab.Admin1(at) != r.Admin1 || tab.ID(at) != r.ID || tab.Noted(at) != r.Noted || h.Maybe != (i == 5) {
			t.Errorf("%s reads back as %s %s %s %d", r.Name, tab.Name(at), tab.Country(at), tab.Admin1(at), tab.ID(at))
		}
		if p := float64(tab.Population(at)); math.Abs(p-float64(r.Population)) > 0.1*float64(r.Population) {
			t.Errorf("%s: population %v, want %d to a tenth", r.Name, p, r.Population)
		}
	}
	h := tab.Find(KeyOf("Shared 9"))
	if h.Len() != 3 {
		t.Fatalf("Shared 9: %d places, want 3", h.Len())
	}
	for i, want := range []string{"Place 29", "Place 28", "Place 27"} {
		if got := tab.Name(h.At(i)); got != want {
			t.Errorf("Shared 9: place %d is %s, want %s, the highest rank first", i, got, want)
		}
	}
	for i := range 3000 {
		if h := tab.Find(KeyOf(fmt.Sprintf("Nowhere %d", i))); h.Len() != 0 {
			t.Fatalf("Nowhere %d is found", i)
		}
	}
}

func TestSamePlacesSameBytes(t *testing.T) {
	var out [2][]byte
	for i := range out {
		var b Builder
		b.Add(Record{Name: "A", Lat: 1, Lon: 2, Country: "SY"}, []text.Key{1, 2}, 1)
		b.Add(Record{Name: "B", Lat: 1, Lon: 2, Country: "SY"}, []text.Key{2, 3}, 1)
		out[i], _ = b.Bytes()
	}
	if !bytes.Equal(out[0], out[1]) {
		t.Error("two tables of the same places differ")
	}
}

func TestOpenRefusesWhatIsNoTable(t *testing.T) {
	var b Builder
	b.Add(Record{Name: "A"}, []text.Key{1}, 1)
	good, _ := b.Bytes()
	for _, s := range []string{"", "sitrepG1", string(good[:len(good)-1]), string(good) + "x", "x" + string(good[1:])} {
		if _, err := Open(s); err == nil {
			t.Errorf("Open of %d bytes gives no error", len(s))
		}
	}
	var zero Table
	if zero.Find(1).Len() != 0 || zero.Len() != 0 {
		t.Error("the zero table is not empty")
	}
}

func TestSound(t *testing.T) {
	for _, same := range [][]string{
		{"Jindires", "Jindeyris", "Jindiris"},
		{"Al-Mayadin", "Mayadeen", "el Mayadeen"},
		{"Shevchenkivskyi", "Shevchenkivsky", "Shevchenkivskiy"},
		{"Deir ez-Zor", "Dayr al-Zur", "Deir al-Zour"},
		{"Avdiivka", "Avdiyivka"},
	} {
		for _, s := range same[1:] {
			if SoundKey(s) != SoundKey(same[0]) {
				t.Errorf("%s sounds %q, %s %q", s, sound(s), same[0], sound(same[0]))
			}
		}
	}
	if SoundKey("Homs") == SoundKey("Hama") || SoundKey("Al-Bab") != 0 {
		t.Error("short or different names sound alike")
	}
}
