package event_test

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	. "github.com/sitrep-go/sitrep/event"
)

func ptr[T any](v T) *T { return &v }

// strike is a record with a value in every field.
func strike() Incident {
	ev := func(start int, words, rule string) []Evidence {
		return []Evidence{{Span: Span{Start: start, End: start + len(words)}, Text: words, Rule: rule}}
	}
	return Incident{
		ID: "5f0c", Type: MissileStrike, Stage: Accomplished, Background: true,
		Date: &When{Period: Period{Start: Date{2025, 4, 24}, End: Date{2025, 4, 24}, Precision: ToDay, Part: Night},
			Basis: Relative, Evidence: ev(0, "overnight", "date/part")},
		Locations: []Location{{Name: "Kyiv", Country: "UA", Admin1: "Kyiv City", Admin2: "Sviatoshyn", Point: &Point{50.45, 30.52},
			GazetteerID: "703448", Precision: AtPlace, RadiusKm: 3, Role: SiteRole, Relation: "in", Evidence: ev(20, "Kyiv", "")}},
		Sites: []Site{{Text: "block of flats", Kind: "residential", Evidence: ev(30, "block of flats", "site/building")}},
		Weapons: []Weapon{{ID: "kn-23", Name: "KN-23", Category: BallisticMissile, Origin: "KP", Identification: Named,
			Launched: N(1), Intercepted: N(0), Mixed: true, Claimant: "a military source", Evidence: ev(50, "KN-23", "")}},
		Casualties: []Casualty{
			{Harm: Killed, Group: People, Count: Count{Min: 12, Hedge: AtLeast}, Claimant: "the mayor", Evidence: ev(60, "12 dead", "x"),
				Superseded: []Casualty{{Harm: Killed, Group: People, Count: N(8), Claimant: "the mayor", Evidence: ev(70, "eight", "y")}}},
			{Harm: Injured, Group: People, Count: N(90), Evidence: ev(80, "90 hurt", "")},
			{Harm: Injured, Group: Child, Count: N(6), PartOf: ptr(1), Evidence: ev(90, "six children", "")},
		},
		Perpetrators: []Perpetrator{{Actor: "Russia", Country: "RU", Certainty: Accused, Claimant: "Kyiv", Evidence: ev(110, "Russian", "")}},
		Claims: []Claim{{Claimant: "the mayor", ClaimantKind: OfficialKind, Stance: Blames, About: AboutPerpetrator, Accused: "Russia",
			Via: "Telegram", Evidence: []Evidence{{Span: Span{Start: 2, End: 7, In: InTitle}, Text: "mayor"}}}},
		Check:    []string{"The parts add up to more than the whole."},
		Evidence: ev(120, "hit by a missile", "acts/hit"),
	}
}

const strikeJSON = `{"id":"5f0c","type":"missile_strike","background":true,"stage":"accomplished",` +
	`"date":{"start":"2025-04-24","end":"2025-04-24","precision":1,"part":"night","basis":"relative","evidence":[{"start":0,"end":9,"text":"overnight","rule":"date/part"}]},` +
	`"locations":[{"name":"Kyiv","country":"UA","admin1":"Kyiv City","admin2":"Sviatoshyn","lat":50.45,"lon":30.52,"gazetteer_id":"703448","precision":1,"radius_km":3,"role":"site","relation":"in","evidence":[{"start":20,"end":24,"text":"Kyiv"}]}],` +
	`"sites":[{"text":"block of flats","kind":"residential","evidence":[{"start":30,"end":44,"text":"block of flats","rule":"site/building"}]}],` +
	`"weapons":[{"id":"kn-23","name":"KN-23","category":"ballistic_missile","origin":"KP","identification":"named","launched":{"min":1,"max":1,"hedge":"exact"},"intercepted":{"min":0,"max":0,"hedge":"exact"},"mixed":true,"claimant":"a military source","evidence":[{"start":50,"end":55,"text":"KN-23"}]}],` +
	`"casualties":[{"harm":"killed","group":"people","min":12,"hedge":"at_least","claimant":"the mayor","evidence":[{"start":60,"end":67,"text":"12 dead","rule":"x"}],"superseded":[{"harm":"killed","group":"people","min":8,"max":8,"hedge":"exact","claimant":"the mayor","evidence":[{"start":70,"end":75,"text":"eight","rule":"y"}]}]},` +
	`{"harm":"injured","group":"people","min":90,"max":90,"hedge":"exact","evidence":[{"start":80,"end":87,"text":"90 hurt"}]},` +
	`{"harm":"injured","group":"child","min":6,"max":6,"hedge":"exact","part_of":1,"evidence":[{"start":90,"end":102,"text":"six children"}]}],` +
	`"perpetrators":[{"actor":"Russia","country":"RU","certainty":"accused","claimant":"Kyiv","evidence":[{"start":110,"end":117,"text":"Russian"}]}],` +
	`"claims":[{"claimant":"the mayor","claimant_kind":"official","stance":"blames","about":"perpetrator","accused":"Russia","via":"Telegram","evidence":[{"start":2,"end":7,"in":"title","text":"mayor"}]}],` +
	`"check":["The parts add up to more than the whole."],` +
	`"evidence":[{"start":120,"end":136,"text":"hit by a missile","rule":"acts/hit"}]}`

func TestIncidentJSON(t *testing.T) {
	b, err := json.Marshal(strike())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strikeJSON, string(b)); diff != "" {
		t.Error(diff)
	}
	var back Incident
	if err := json.Unmarshal([]byte(strikeJSON), &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strike(), back); diff != "" {
		t.Error(diff)
	}
	inc := strike()
	if err := inc.Validate(); err != nil {
		t.Error(err)
	}
}

// What the article does not say is absent, whatever the type.
func TestEmptyJSON(t *testing.T) {
	for _, tt := range []struct {
		v    any
		want string
	}{
		{Incident{}, `{"id":"","background":false}`},
		{Casualty{}, `{}`},
		{Location{}, `{}`},
		{Weapon{}, `{}`},
		{When{}, `{}`},
		{Count{}, `{}`},
		{Claim{}, `{}`},
		{Casualty{Harm: Killed, Count: N(0)}, `{"harm":"killed","min":0,"max":0,"hedge":"exact"}`},
		{Location{Point: &Point{}}, `{"lat":0,"lon":0}`},
		{Report{ID: "a", Incidents: []Incident{}}, `{"id":"a","incidents":[]}`},
	} {
		b, err := json.Marshal(tt.v)
		if err != nil || string(b) != tt.want {
			t.Errorf("%T: %s, %v; want %s", tt.v, b, err, tt.want)
		}
	}
}

// An encoder decides alone whether "&" is escaped, in all types alike.
func TestEscaping(t *testing.T) {
	inc := Incident{Casualties: []Casualty{{Claimant: "A&B"}}, Locations: []Location{{Name: "<C>"}}, Sites: []Site{{Text: "D&E"}}}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(inc); err != nil {
		t.Fatal(err)
	}
	if s := b.String(); strings.Contains(s, `\u00`) {
		t.Errorf("escaped: %s", s)
	}
	safe, _ := json.Marshal(inc)
	if bytes.ContainsAny(safe, "<&") {
		t.Errorf("not escaped: %s", safe)
	}
}

// A record of a newer version loses nothing by being read and written.
func TestUnknownKindsAreKept(t *testing.T) {
	const in = `{"id":"a","type":"laser_strike","background":false,"casualties":[{"harm":"dazzled","group":"pilot","min":1,"max":1,"hedge":"exact"}]}`
	var inc Incident
	if err := json.Unmarshal([]byte(in), &inc); err != nil {
		t.Fatal(err)
	}
	out, _ := json.Marshal(inc)
	if diff := cmp.Diff(in, string(out)); diff != "" {
		t.Error(diff)
	}
	err := inc.Validate()
	for _, want := range []string{"type: laser_strike is not one of", "casualties[0].harm: dazzled", "casualties[0].group: pilot"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Validate says %v, not %q", err, want)
		}
	}
}

func TestUnmarshalCount(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want Count
		err  string
	}{
		{`{}`, Count{}, ""},
		{`{"min":3,"max":3}`, N(3), ""},
		{`{"min":3,"max":5}`, Count{3, 5, Between}, ""},
		{`{"min":3}`, Count{3, 0, AtLeast}, ""},
		{`{"max":3}`, Count{0, 3, UpTo}, ""},
		{`{"min":3,"hedge":"vague"}`, Count{3, 0, Vague}, ""},
		{`{"min":3,"max":5,"hedge":"roughly"}`, Count{}, `hedge "roughly" is not one of`},
		{`{"min":3,"hedge":"exact"}`, Count{}, `must have "min" and "max"`},
		{`{"min":3,"max":5,"hedge":"at_least"}`, Count{}, `must have "min" and no "max"`},
		{`{"min":3,"hedge":"up_to"}`, Count{}, `must have "max" and no "min"`},
		{`{"min":"three"}`, Count{}, "cannot unmarshal"},
	} {
		var c Count
		err := json.Unmarshal([]byte(tt.in), &c)
		if c != tt.want || (err == nil) != (tt.err == "") || err != nil && !strings.Contains(err.Error(), tt.err) {
			t.Errorf("%s: %+v, %v; want %+v, %q", tt.in, c, err, tt.want, tt.err)
		}
	}
}

func TestCountText(t *testing.T) {
	for _, tt := range []struct {
		c    Count
		text string
	}{
		{Count{}, ""}, {N(0), "0"}, {N(12), "12"}, {Count{12, 0, AtLeast}, "12+"}, {Count{13, 0, MoreThan}, ">12"},
		{Count{0, 12, UpTo}, "≤12"}, {Count{0, 12, Nearly}, "≲12"}, {Count{12, 12, Around}, "~12"}, {Count{10, 14, Around}, "~10–14"},
		{Count{5, 7, Between}, "5–7"}, {Count{24, 0, Vague}, "≳24"},
	} {
		if got := tt.c.String(); got != tt.text {
			t.Errorf("%+v prints %q, want %q", tt.c, got, tt.text)
		}
		if got, err := ParseCount(tt.text); err != nil || got != tt.c {
			t.Errorf("ParseCount(%q) = %+v, %v, want %+v", tt.text, got, err, tt.c)
		}
	}
	if got, err := ParseCount("5-7"); err != nil || got != (Count{5, 7, Between}) {
		t.Errorf("a hyphen: %+v, %v", got, err)
	}
	for _, s := range []string{"x", "-1", "+1", " 1", "1 ", "7–5", "1–", "–1", "12++", ">", "~", "≤x", "≳1–2", "1e3", "99999999999999999999", ">9223372036854775807"} {
		if c, err := ParseCount(s); err == nil {
			t.Errorf("ParseCount(%q) = %+v", s, c)
		}
	}
}

func TestCountBounds(t *testing.T) {
	for _, tt := range []struct {
		c, d Count
		want bool
	}{
		{N(12), N(12), true}, {N(12), N(13), false}, {N(12), Count{10, 0, AtLeast}, true}, {N(9), Count{10, 0, AtLeast}, false},
		{Count{0, 9, UpTo}, Count{10, 0, MoreThan}, false}, {Count{5, 7, Between}, Count{7, 9, Between}, true}, {Count{}, N(3), true},
	} {
		if tt.c.Compatible(tt.d) != tt.want || tt.d.Compatible(tt.c) != tt.want {
			t.Errorf("%v and %v compatible: want %v", tt.c, tt.d, tt.want)
		}
	}
	for c, want := range map[Count]int{{}: 0, N(3): 3, {3, 0, AtLeast}: 3, {0, 9, Nearly}: 9, {5, 7, Between}: 5} {
		if got := c.Best(); got != want {
			t.Errorf("Best of %v = %d, want %d", c, got, want)
		}
	}
}

func TestDate(t *testing.T) {
	d, err := ParseDate("2024-02-28")
	if err != nil || d != (Date{2024, time.February, 28}) || d.String() != "2024-02-28" {
		t.Fatalf("%v, %v", d, err)
	}
	if got := d.AddDays(2); got != (Date{2024, time.March, 1}) {
		t.Errorf("two days later: %v", got)
	}
	if got := d.Days(Date{2025, time.February, 28}); got != 366 {
		t.Errorf("%d days", got)
	}
	if !(Date{}).AddDays(3).IsZero() || (Date{}).String() != "" {
		t.Error("the zero Date became a day")
	}
	for _, s := range []string{"", "2024-02-30", "24 Feb 2024", "2024-2-3", "2024-02-03T00:00:00Z"} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("ParseDate(%q) = %v", s, d)
		}
	}
	if got := DateOf(time.Date(2024, 5, 1, 23, 30, 0, 0, time.FixedZone("", 5*3600))); got != (Date{2024, time.May, 1}) {
		t.Errorf("DateOf = %v", got)
	}
}

func TestPeriodText(t *testing.T) {
	a, b := Date{2025, 4, 23}, Date{2025, 4, 24}
	for _, tt := range []struct {
		p    Period
		text string
	}{
		{Period{}, ""}, {DayPeriod(a), "2025-04-23"}, {PeriodOf(a, b), "2025-04-23/2025-04-24"},
		{Period{a, a, ToDay, Night}, "2025-04-23 night"}, {Period{a, b, ToDays, Morning}, "2025-04-23/2025-04-24 morning"},
		{Period{Start: a}, "2025-04-23/"}, {Period{End: a}, "/2025-04-23"}, {Period{Part: Evening}, "evening"},
	} {
		if got := tt.p.String(); got != tt.text {
			t.Errorf("%+v prints %q, want %q", tt.p, got, tt.text)
		}
		if got, err := ParsePeriod(tt.text); err != nil || got != tt.p {
			t.Errorf("ParsePeriod(%q) = %+v, %v, want %+v", tt.text, got, err, tt.p)
		}
	}
	for _, s := range []string{"/", " ", "2025-04-24/2025-04-23", "2025-04-24 noon", "2025-04-24 ", "2025-04-24/x", "yesterday", " night"} {
		if p, err := ParsePeriod(s); err == nil {
			t.Errorf("ParsePeriod(%q) = %+v", s, p)
		}
	}
}

func TestPeriodOverlaps(t *testing.T) {
	day := func(n int) Date { return Date{2025, 4, n} }
	for _, tt := range []struct {
		p, q Period
		want bool
	}{
		{DayPeriod(day(1)), DayPeriod(day(1)), true}, {DayPeriod(day(1)), DayPeriod(day(2)), false},
		{PeriodOf(day(1), day(5)), PeriodOf(day(5), day(9)), true}, {PeriodOf(day(1), day(4)), PeriodOf(day(5), day(9)), false},
		{Period{Start: day(3)}, DayPeriod(day(9)), true}, {Period{Start: day(3)}, DayPeriod(day(2)), false},
		{Period{End: day(3)}, DayPeriod(day(2)), true}, {Period{End: day(3)}, Period{Start: day(4)}, false}, {Period{}, DayPeriod(day(1)), false},
	} {
		if tt.p.Overlaps(tt.q) != tt.want || tt.q.Overlaps(tt.p) != tt.want {
			t.Errorf("%v and %v overlap: want %v", tt.p, tt.q, tt.want)
		}
	}
}

func TestFigures(t *testing.T) {
	inc := strike()
	if got := inc.Killed().String(); got != "12+" {
		t.Errorf("killed %s", got)
	}
	if got := inc.Injured(); got != N(90) {
		t.Errorf("injured %v", got)
	}
	if got := inc.Group(Injured, Child); got != N(6) {
		t.Errorf("children hurt: %v", got)
	}
	if got := inc.Group(Killed, Child); !got.IsZero() {
		t.Errorf("children killed: %v", got)
	}
	if _, ok := inc.Figure(Missing); ok {
		t.Error("a figure of the missing, of whom nothing was said")
	}
	parts := Incident{Casualties: []Casualty{{Harm: Killed, Group: Woman, Count: N(2)}, {Harm: Killed, Group: Child, Count: N(5)}}}
	if got := parts.Killed(); got != N(5) {
		t.Errorf("without a total, the largest part: %v", got)
	}
}

func TestDisputed(t *testing.T) {
	say := func(who string, g Group, c Count) Casualty {
		return Casualty{Harm: Killed, Group: g, Count: c, Claimant: who}
	}
	for _, tt := range []struct {
		why  string
		list []Casualty
		want bool
	}{
		{"nothing said", nil, false},
		{"two sides, two tolls", []Casualty{say("army", People, N(3)), say("rebels", People, N(30))}, true},
		{"the toll of one rose", []Casualty{say("army", People, N(3)), say("army", People, N(5))}, false},
		{"both can be so", []Casualty{say("army", People, N(12)), say("mayor", People, Count{10, 0, AtLeast})}, false},
		{"of different groups", []Casualty{say("army", Military, N(3)), say("rebels", Civilian, N(30))}, false},
		{"no group is people", []Casualty{say("army", "", N(3)), say("rebels", People, N(30))}, true},
	} {
		inc := Incident{Casualties: tt.list}
		if got := inc.Disputed(Killed); got != tt.want {
			t.Errorf("%s: %v", tt.why, got)
		}
		if inc.Disputed(Injured) {
			t.Errorf("%s: the injured are disputed", tt.why)
		}
	}
}

// Every span of the record is in AllEvidence, once.
func TestAllEvidence(t *testing.T) {
	inc := strike()
	var got []string
	for _, ev := range inc.AllEvidence() {
		got = append(got, ev.Text)
	}
	want := []string{"hit by a missile", "overnight", "Kyiv", "block of flats", "KN-23", "12 dead", "eight", "90 hurt", "six children", "Russian", "mayor"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if n := strings.Count(strikeJSON, `"text":`) - len(inc.Sites); n != len(got) {
		t.Errorf("%d pieces of evidence of %d", len(got), n)
	}
}

func TestValidate(t *testing.T) {
	for _, tt := range []struct {
		why  string
		inc  Incident
		want string
	}{
		{"dates the wrong way round", Incident{Date: &When{Period: Period{Start: Date{2025, 2, 1}, End: Date{2025, 1, 1}}}}, "date: 2025-02-01/2025-01-01 ends before it starts"},
		{"off the globe", Incident{Locations: []Location{{Point: &Point{91, 0}}}}, "locations[0]: 91, 0 is no point"},
		{"no number", Incident{Locations: []Location{{Point: &Point{0, math.NaN()}}}}, "is no point"},
		{"precision", Incident{Locations: []Location{{Precision: 8}}}, "locations[0].precision: 8 is not one of"},
		{"country", Incident{Weapons: []Weapon{{Origin: "Russia"}}}, `weapons[0].origin: "Russia" is not a two-letter country code`},
		{"fewer than none", Incident{Casualties: []Casualty{{Count: N(-1)}}}, "casualties[0]: a count below nought"},
		{"bounds", Incident{Weapons: []Weapon{{Launched: Count{5, 3, Between}}}}, "weapons[0].launched: the most, 3, is less than the least, 5"},
		{"a bound that was not said", Incident{Casualties: []Casualty{{Count: Count{3, 5, AtLeast}}}}, `the hedge "at_least" does not give both`},
		{"part of nothing", Incident{Casualties: []Casualty{{PartOf: ptr(1)}}}, "casualties[0].part_of: 1 is no index"},
		{"part of itself", Incident{Casualties: []Casualty{{PartOf: ptr(1)}, {PartOf: ptr(0)}}}, "casualties[1].part_of: the figure is part of itself"},
		{"span and words", Incident{Evidence: []Evidence{{Span: Span{Start: 1, End: 3}, Text: "abc"}}}, `evidence[0]: the span 1-3 is not one of "abc"`},
		{"superseded", Incident{Casualties: []Casualty{{Superseded: []Casualty{{Harm: "hurt"}}}}}, "casualties[0].superseded[0].harm: hurt"},
	} {
		err := tt.inc.Validate()
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.why, err, tt.want)
		}
	}
	if err := new(Incident).Validate(); err != nil {
		t.Errorf("the zero Incident: %v", err)
	}
}

func TestEvidenceStandsIn(t *testing.T) {
	ev := Evidence{Span: Span{Start: 4, End: 8}, Text: "Kyiv"}
	if !ev.StandsIn("", "Hit Kyiv") || ev.StandsIn("Hit Kyiv", "") || ev.StandsIn("", "Hit") || ev.StandsIn("", "Hit Lviv") {
		t.Error("of the text")
	}
	ev.In = InTitle
	if !ev.StandsIn("Hit Kyiv", "") || ev.StandsIn("", "Hit Kyiv") {
		t.Error("of the title")
	}
	if (Evidence{Span: Span{Start: 3, End: 2}}).StandsIn("", "abcd") || (Evidence{Span: Span{Start: -1, End: 2}}).StandsIn("", "abcd") {
		t.Error("of no span at all")
	}
}

func TestSpan(t *testing.T) {
	s := Span{Start: 12, End: 40}
	if s.String() != "12-40" || (Span{0, 9, InTitle}).String() != "title:0-9" {
		t.Error("String")
	}
	for _, tt := range []struct {
		o                  Span
		contains, overlaps bool
	}{
		{Span{Start: 12, End: 40}, true, true}, {Span{Start: 20, End: 30}, true, true}, {Span{Start: 0, End: 12}, false, false},
		{Span{Start: 39, End: 41}, false, true}, {Span{20, 30, InTitle}, false, false},
	} {
		if s.Contains(tt.o) != tt.contains || s.Overlaps(tt.o) != tt.overlaps {
			t.Errorf("%v and %v", s, tt.o)
		}
	}
}

// The generators draw records as the library makes them: any value of a kind,
// even an unknown one, and counts whose bounds fit their hedge.

func drawCount(t *rapid.T) Count {
	h := rapid.SampledFrom([]Hedge{"", Exact, AtLeast, MoreThan, UpTo, Around, Nearly, Between, Vague}).Draw(t, "hedge")
	c := Count{Hedge: h}
	n, m := rapid.IntRange(0, 5000).Draw(t, "n"), rapid.IntRange(0, 9).Draw(t, "m")
	if c.HasMin() {
		c.Min = n
	}
	if c.HasMax() {
		c.Max = n
	}
	if h == Between {
		c.Max += m + 1
	}
	if h == MoreThan {
		c.Min++
	}
	return c
}

func word(t *rapid.T) string {
	return rapid.SampledFrom([]string{"", "Kyiv", "a&b", "<i>", "é’“\u2028", "killed", "UA", "\"", "\u0000"}).Draw(t, "word")
}

func drawEvidence(t *rapid.T) []Evidence {
	return list(t, 2, func(t *rapid.T) Evidence {
		w := word(t)
		at := rapid.IntRange(0, 1000).Draw(t, "at")
		return Evidence{Span: Span{at, at + len(w), rapid.SampledFrom([]string{"", InTitle}).Draw(t, "in")}, Text: w, Rule: word(t)}
	})
}

// list draws a list, which is nil when it is empty.
func list[T any](t *rapid.T, most int, draw func(*rapid.T) T) []T {
	return append([]T(nil), rapid.SliceOfN(rapid.Custom(draw), 0, most).Draw(t, "list")...)
}

func drawDate(t *rapid.T) Date {
	if rapid.Bool().Draw(t, "said") {
		return Date{}
	}
	return Date{2000, 1, 1}.AddDays(rapid.IntRange(0, 20000).Draw(t, "day"))
}

func drawCasualty(depth int) func(*rapid.T) Casualty {
	return func(t *rapid.T) Casualty {
		c := Casualty{Harm: Harm(word(t)), Group: Group(word(t)), Count: drawCount(t), Claimant: word(t), Evidence: drawEvidence(t)}
		if rapid.Bool().Draw(t, "part") {
			c.PartOf = ptr(rapid.IntRange(0, 3).Draw(t, "of"))
		}
		if depth > 0 {
			c.Superseded = list(t, 2, drawCasualty(depth-1))
		}
		return c
	}
}

func drawIncident(t *rapid.T) Incident {
	inc := Incident{ID: word(t), Type: Type(word(t)), Background: rapid.Bool().Draw(t, "background"), Stage: Stage(word(t))}
	if rapid.Bool().Draw(t, "dated") {
		inc.Date = &When{Period{drawDate(t), drawDate(t), DatePrecision(rapid.IntRange(0, 5).Draw(t, "p")), Part(word(t))}, Basis(word(t)), drawEvidence(t)}
	}
	inc.Locations = list(t, 2, func(t *rapid.T) Location {
		l := Location{Name: word(t), Country: word(t), Admin1: word(t), Admin2: word(t), GazetteerID: word(t), Precision: PlacePrecision(rapid.IntRange(0, 7).Draw(t, "p")),
			RadiusKm: rapid.Float64Range(0, 1e4).Draw(t, "r"), Role: Role(word(t)), Relation: word(t), Evidence: drawEvidence(t)}
		if rapid.Bool().Draw(t, "point") {
			l.Point = &Point{rapid.Float64Range(-90, 90).Draw(t, "lat"), rapid.Float64Range(-180, 180).Draw(t, "lon")}
		}
		return l
	})
	inc.Sites = list(t, 2, func(t *rapid.T) Site { return Site{word(t), word(t), drawEvidence(t)} })
	inc.Weapons = list(t, 2, func(t *rapid.T) Weapon {
		return Weapon{word(t), word(t), Category(word(t)), word(t), Identification(word(t)), drawCount(t), drawCount(t), rapid.Bool().Draw(t, "mixed"), word(t), drawEvidence(t)}
	})
	inc.Casualties = list(t, 3, drawCasualty(2))
	inc.Perpetrators = list(t, 2, func(t *rapid.T) Perpetrator {
		return Perpetrator{word(t), word(t), Certainty(word(t)), word(t), drawEvidence(t)}
	})
	inc.Claims = list(t, 2, func(t *rapid.T) Claim {
		return Claim{word(t), ClaimantKind(word(t)), Stance(word(t)), About(word(t)), word(t), word(t), drawEvidence(t)}
	})
	inc.Check = list(t, 2, word)
	inc.Evidence = drawEvidence(t)
	return inc
}

func TestJSONIsTheIdentity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := Report{ID: word(t), Published: drawDate(t), Incidents: list(t, 2, drawIncident)}
		want.Mentions = list(t, 2, func(t *rapid.T) Mention {
			return Mention{Kind: MentionKind(word(t)), Span: Span{Start: 1, End: 2}, Text: word(t), Min: ptr(0), StartDate: drawDate(t), Timex: word(t), Lat: ptr(1.5), Category: Category(word(t))}
		})
		first, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got Report
		if err := json.Unmarshal(first, &got); err != nil {
			t.Fatalf("%v in %s", err, first)
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
		second, _ := json.Marshal(got)
		if !bytes.Equal(first, second) {
			t.Fatalf("written\n%s\nand again\n%s", first, second)
		}
	})
}

func TestTextIsTheIdentity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCount(t)
		if got, err := ParseCount(c.String()); err != nil || got != c {
			t.Fatalf("%+v prints %q, which reads %+v, %v", c, c, got, err)
		}
		a, b := drawDate(t), drawDate(t)
		if b.Before(a) {
			a, b = b, a
		}
		p := Period{Start: a, End: b}
		if !a.IsZero() && !b.IsZero() {
			p = PeriodOf(a, b)
		}
		p.Part = rapid.SampledFrom([]Part{"", Night, Morning, Afternoon, Evening}).Draw(t, "part")
		if got, err := ParsePeriod(p.String()); err != nil || got != p {
			t.Fatalf("%+v prints %q, which reads %+v, %v", p, p, got, err)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"12", "≤12", "5–7", "~10–14", ">12", "2025-04-23/2025-04-24 night", "/2025-04-23", "evening"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if c, err := ParseCount(s); err == nil {
			if again, err := ParseCount(c.String()); err != nil || again != c {
				t.Fatalf("%q reads %+v, printed and read %+v, %v", s, c, again, err)
			}
		}
		if p, err := ParsePeriod(s); err == nil && p.String() != s && p.Start != p.End {
			t.Fatalf("%q reads %+v and prints %q", s, p, p)
		}
	})
}

func FuzzUnmarshal(f *testing.F) {
	f.Add(strikeJSON)
	f.Add(`{"casualties":[{"min":1,"superseded":[{"max":2}]}]}`)
	f.Fuzz(func(t *testing.T, s string) {
		var a, b Incident
		if json.Unmarshal([]byte(s), &a) != nil {
			return
		}
		out, err := json.Marshal(a)
		if err != nil {
			t.Fatalf("%q was read and cannot be written: %v", s, err)
		}
		if err := json.Unmarshal(out, &b); err != nil {
			t.Fatalf("%q was written as %s: %v", s, out, err)
		}
		if diff := cmp.Diff(a, b, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
		_ = a.Validate()
	})
}

// Days are counted as package time counts them, days and months beyond the last
// included.
func TestDaysAsTime(t *testing.T) {
	leap := Date{Year: 2024, Month: 2, Day: 29}
	for _, year := range []int{1900, 1970, 2000, 2023, 2024, 2100} {
		for month := time.Month(0); month <= 13; month++ {
			for day := 0; day <= 32; day++ {
				d := Date{Year: year, Month: month, Day: day}
				if want := int(leap.Time().Sub(d.Time()) / (24 * time.Hour)); d.Days(leap) != want {
					t.Errorf("%v to %v are %d days; want %d", d, leap, d.Days(leap), want)
				}
				if want := d.Time().Before(leap.Time()); d.Before(leap) != want {
					t.Errorf("%v before %v: %v", d, leap, !want)
				}
			}
		}
	}
}
