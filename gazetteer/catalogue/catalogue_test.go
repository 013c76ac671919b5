package catalogue

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/sitrep-go/sitrep/internal/text"
)

// found prints the matches of one kind in s as "id:words", with a question
// mark behind those that are only maybe.
func found(c *Catalogue, k Kind, s string) []string {
	d := text.Split(s)
	var out []string
	for _, sen := range d.Sentences {
		for _, m := range c.Find(d, sen.First, sen.Last, nil) {
			if m.Entry.Kind != k {
				continue
			}
			q := ""
			if m.Maybe {
				q = "?"
			}
			out = append(out, m.Entry.ID+":"+d.Slice(m.First, m.Last)+q)
		}
	}
	return out
}

func TestFindWeapons(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"A KN-23 hit the yard, and a second KN23 and a KN 23 fell short.", []string{"kn-23:KN-23", "kn-23:KN23", "kn-23:KN 23"}},
		{"Two KN-23s and three Iskander-Ms were fired.", []string{"kn-23:KN-23s", "iskander-m:Iskander-Ms"}},
		{"Shaheds came first, then Shahed 136s and a Shahed‑136.", []string{"shahed-136:Shaheds", "shahed-136:Shahed 136s", "shahed-136:Shahed‑136"}},
		{"The Shahed's engine was heard.", []string{"shahed-136:Shahed"}},
		{"Russia fired a Kh-47M2 Kinzhal and an X-101.", []string{"kinzhal:Kh-47M2 Kinzhal", "kh-101:X-101"}},
		{"STORM SHADOW MISSILES HIT THE PORT", []string{"storm-shadow:STORM SHADOW"}},
		{"storm shadow missiles hit the port", []string{"storm-shadow:storm shadow"}},
		{"They carried ak-47 rifles and an m-16.", []string{"ak-47:ak-47", "m-16:m-16"}},
		{"Grad rockets hit the grad school.", []string{"grad:Grad"}},
		{"The Emad missiles were shown.", []string{"emad:Emad?"}},
		{"A Bayraktar-TB2 and a Bayraktar TB2 were lost.", []string{"bayraktar-tb2:Bayraktar-TB2", "bayraktar-tb2:Bayraktar TB2"}},
		{"A David's Sling battery fired.", []string{"davids-sling:David's Sling"}},
		{"Remnants of a 9M723 and of Geran-2 drones were found.", []string{"iskander-m:9M723", "shahed-136:Geran-2 drones"}},
		{"The pk of the table is unique.", nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, found(Default(), Weapon, tt.text)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestFindClasses(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"A ballistic missile and a cruise missile hit.", []string{"ballistic_missile:ballistic missile", "cruise_missile:cruise missile"}},
		{"Drones dropped Improvised Explosive Devices.", []string{"drone:Drones", "ied:Improvised Explosive Devices"}},
		{"A car-bomb and a truck bomb went off.", []string{"car_bomb:car-bomb", "car_bomb:truck bomb"}},
		{"He hid in a mine.", []string{"landmine:mine?"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, found(Default(), Class, tt.text)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.text, diff)
		}
	}
}

// TestEveryName reads each name in a sentence of its own, and each id back.
func TestEveryName(t *testing.T) {
	c := Default()
	for _, e := range c.Entries() {
		if c.ByID(e.Kind, e.ID) != e {
			t.Errorf("%s %s: ByID finds another entry", e.Kind, e.ID)
		}
		if len(e.Names) == 0 {
			t.Errorf("%s %s has no names", e.Kind, e.ID)
		}
		for _, n := range e.Names {
			s := "Then they meant " + n + " there."
			want := e.ID + letters(n)
			ok := false
			for _, f := range found(c, e.Kind, s) {
				id, words, _ := strings.Cut(f, ":")
				ok = ok || id+letters(words) == want
			}
			if !ok {
				t.Errorf("%s %s: %q is read as %q", e.Kind, e.ID, s, found(c, e.Kind, s))
			}
		}
	}
}

// letters is s without blanks and marks, in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func TestEveryEntry(t *testing.T) {
	id := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	weapons := 0
	for _, e := range Default().Entries() {
		if e.Kind == Weapon {
			weapons++
		}
		if (e.Kind == Weapon || e.Kind == Actor) && e.Source == "" {
			t.Errorf("%s %s has no source: write one, or \"source general knowledge\"", e.Kind, e.ID)
		}
		if (e.Kind == Weapon || e.Kind == Actor) && !id.MatchString(e.ID) {
			t.Errorf("%s %s: an id is lower case with hyphens", e.Kind, e.ID)
		}
	}
	if weapons < 600 {
		t.Errorf("%d weapons, want 600 or more", weapons)
	}
}

func TestFaults(t *testing.T) {
	_, err := Load(fstest.MapFS{
		"a.txt": {Data: []byte(`# A comment, then faults of every kind.

weapon kn-23
	name KN-23
	category balistic_missile
	colour red

weapon x 1
	name X

actor hezbollah
	name Hezbollah
	kind group
	country Lebanon
	parent iran

weapon toy
	name kn23
	category missile

gun ak
	name AK

weapon empty
	category missile
`)},
		"b.txt": {Data: []byte("weapon kn-23\n\tname Another\n\tcategory missile\n")},
	})
	if err == nil {
		t.Fatal("no fault was found")
	}
	all := "ballistic_missile, cruise_missile"
	want := []string{
		`a.txt:5:11: "balistic_missile" is not a category: write one of ` + all,
		`a.txt:6:2: "colour" is no field of a weapon: write one of name, alias`,
		`a.txt:8:1: an id is one word: write "x-1"`,
		`a.txt:14:10: "Lebanon" is no country: write two capitals of ISO 3166, as "UA"`,
		`a.txt:18:7: "kn23" is already a name of kn-23 at a.txt:4: leave one out, or write "maybe" in both`,
		`a.txt:21:1: "gun" begins no entry: write one of weapon, class, actor`,
		`a.txt:24:1: weapon empty has no name: write "name …"`,
		`b.txt:1:1: weapon kn-23 is already at a.txt:3: write one block for both, or another id`,
		`a.txt:15:9: there is no actor "iran": write the id of one`,
	}
	lines := strings.Split(err.Error(), "\n")
	if len(lines) != len(want) {
		t.Fatalf("%d faults, want %d:\n%v", len(lines), len(want), err)
	}
	for i, w := range want {
		if !strings.HasPrefix(lines[i], w) {
			t.Errorf("fault %d:\n got %s\nwant %s…", i, lines[i], w)
		}
	}
}

func TestWith(t *testing.T) {
	base := Default()
	c, err := base.With(fstest.MapFS{"mine.txt": {Data: []byte(`weapon kn-23
	alias Northern Spear
	origin KR

weapon paper-dart
	name Paper Dart
	category other
	alias Toledo Dart
`)}})
	if err != nil {
		t.Fatal(err)
	}
	const s = "A Northern Spear and a Paper Dart fell beside a KN-23."
	if diff := cmp.Diff([]string{"kn-23:Northern Spear", "paper-dart:Paper Dart", "kn-23:KN-23"}, found(c, Weapon, s)); diff != "" {
		t.Errorf("with the user's file (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"kn-23:KN-23"}, found(base, Weapon, s)); diff != "" {
		t.Errorf("the catalogue below changed (-want +got):\n%s", diff)
	}
	if got := c.ByID(Weapon, "kn-23").Origin; got != "KR" {
		t.Errorf("origin is %q, want the user's KR", got)
	}
	if got := base.Lookup(Weapon, "KN 23").Origin; got != "KP" {
		t.Errorf("origin below is %q, want KP", got)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Two KN-23s and a Shahed‑136 hit David's Sling.")
	f.Add("ak-47 \x00\xff 's KN\n\n23")
	f.Fuzz(func(t *testing.T, s string) {
		d := text.Split(s)
		last := map[Kind]int{}
		for _, m := range Default().Find(d, 0, len(d.Tokens), nil) {
			if m.First < last[m.Entry.Kind] && !m.Maybe {
				t.Errorf("%s overlaps the match before it", d.Slice(m.First, m.Last))
			}
			if m.Last <= m.First || m.Last > len(d.Tokens) {
				t.Errorf("match %d to %d of %d tokens", m.First, m.Last, len(d.Tokens))
			}
			last[m.Entry.Kind] = m.Last
		}
	})
}

func FuzzLoad(f *testing.F) {
	f.Add("source x\n\nweapon a\n\tname A-1 B'C, D\n\tcategory tank\n\tmaybe A-1 B'C, D # c\n", "Then A-1 B'C, D.")
	f.Add("people child\n\tword ſ\n\tword -\n", "ſ")
	f.Fuzz(func(t *testing.T, file, s string) {
		c, err := Load(fstest.MapFS{"x.txt": {Data: []byte(file)}})
		if err != nil {
			if err.Error() == "" {
				t.Error("a fault says nothing")
			}
			return
		}
		d := text.Split(s)
		c.Find(d, 0, len(d.Tokens), nil)
	})
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(data); err != nil {
			b.Fatal(err)
		}
	}
	c := Default()
	b.ReportMetric(float64(len(c.refs)), "names")
}

func BenchmarkFind(b *testing.B) {
	quiet := strings.Repeat("Prices rose for a third month, and the central bank left its rate where it was on Thursday. ", 200)
	loud := strings.Repeat("Two KN-23 ballistic missiles and forty Shahed drones hit the city, the air force said on Thursday. ", 200)
	for name, s := range map[string]string{"quiet": quiet, "loud": loud} {
		b.Run(name, func(b *testing.B) {
			d := text.Split(s)
			c := Default()
			var ms []Match
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				ms = ms[:0]
				for _, sen := range d.Sentences {
					ms = c.Find(d, sen.First, sen.Last, ms)
				}
			}
		})
	}
}

func ExampleCatalogue_Find() {
	d := text.Split("Fragments of a KN-23 lay beside the school.")
	for _, m := range Default().Find(d, 0, len(d.Tokens), nil) {
		if m.Entry.Kind == Weapon {
			fmt.Println(d.Slice(m.First, m.Last), m.Entry.Category, m.Entry.Origin)
		}
	}
	// Output: KN-23 ballistic_missile KP
}
