package output

import (
	"bytes"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"github.com/sitrep-go/sitrep/event"
)

var update = flag.Bool("update", false, "write what the writers write today")

// entries are the articles that all formats are tested with.
func entries(t testing.TB) []Entry {
	f, err := os.Open("testdata/entries.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []Entry
	for d := json.NewDecoder(f); d.More(); {
		var e Entry
		if err := d.Decode(&e); err != nil {
			t.Fatal(err)
		}
		all = append(all, e)
	}
	return all
}

// written is what a format makes of the entries, with its notes behind.
func written(t testing.TB, name string, all []Entry, o Options) string {
	t.Helper()
	var b bytes.Buffer
	var notes strings.Builder
	o.Note = func(n string) { notes.WriteString("note: " + n + "\n") }
	w, err := New(name, &b, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all {
		if err := w.Write(e); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String() + notes.String()
}

func TestFormats(t *testing.T) {
	for _, tt := range []struct {
		file, format string
		o            Options
	}{
		{"table", "table", Options{}},
		{"table-narrow", "table", Options{Width: 72}},
		{"table-colour", "table", Options{Width: 100, Colour: true}},
		{"jsonl", "jsonl", Options{}},
		{"csv", "csv", Options{}},
		{"acled", "acled", Options{}},
		{"ucdp", "ucdp", Options{}},
		{"geojson", "geojson", Options{}},
	} {
		got := written(t, tt.format, entries(t), tt.o)
		file := filepath.Join("testdata", tt.file+".golden")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.file, diff)
		}
	}
}

// A table for a terminal keeps to its width.
func TestTableFits(t *testing.T) {
	for _, width := range []int{64, 72, 80, 100, 120, 200} {
		for l := range strings.Lines(written(t, "table", entries(t), Options{Width: width})) {
			if n := len([]rune(strings.TrimSuffix(l, "\n"))); n > width {
				t.Errorf("a line of %d characters at width %d: %q", n, width, l)
			}
		}
	}
}

// What an article says gives the terminal no orders.
func TestTableIsPrintable(t *testing.T) {
	inc := event.Incident{Type: event.Bombing, Locations: []event.Location{{Name: "A\x1b[2J\u202eB"}}, Perpetrators: []event.Perpetrator{{Actor: "C\x9bD\nE"}}}
	got := written(t, "table", []Entry{{Title: "t\x1b]0;title\x07", Report: event.Report{ID: "i\nd\x1b[31m", Incidents: []event.Incident{inc}}}}, Options{})
	if n := strings.Count(got, "\n"); n != 5 {
		t.Errorf("%d lines, want 5: %q", n, got)
	}
	for _, r := range got {
		if r != '\n' && unicode.IsControl(r) || r == '\u202e' {
			t.Errorf("%q in %q", r, got)
		}
	}
}

// cells gives the rows of a CSV output by the names of its columns.
func cells(t *testing.T, format string) []map[string]string {
	t.Helper()
	s := written(t, format, entries(t), Options{})
	if i := strings.Index(s, "note: "); i >= 0 {
		s = s[:i]
	}
	rows, err := csv.NewReader(strings.NewReader(s)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, v := range row {
			m[rows[0][i]] = v
		}
		all = append(all, m)
	}
	return all
}

// The codebooks' rules, one by one.
func TestCodebooks(t *testing.T) {
	for _, tt := range []struct {
		format string
		row    int
		column string
		want   string
		why    string
	}{
		{"acled", 0, "fatalities", "12", "the lowest figure that any source gives"},
		{"acled", 1, "fatalities", "7", "dozens are 12, and two soldiers, divided between two provinces"},
		{"acled", 2, "fatalities", "7", "dozens are 12, and two soldiers, divided between two provinces"},
		{"acled", 2, "event_id_cnty", "bbbb000011112222-2", "each place has a row of its own"},
		{"acled", 1, "assoc_actor_2", "Civilians (Ukraine)", "civilians beside soldiers"},
		{"acled", 1, "civilian_targeting", "", "civilians beside soldiers"},
		{"acled", 3, "fatalities", "0", "no deaths told"},
		{"acled", 0, "time_precision", "2", "one of several days"},
		{"acled", 1, "time_precision", "3", "a month"},
		{"acled", 4, "time_precision", "1", "a day"},
		{"acled", 0, "geo_precision", "1", "a town"},
		{"acled", 1, "geo_precision", "3", "a province"},
		{"acled", 1, "event_date", "2025-03-16", "the middle of the month"},
		{"acled", 3, "geo_precision", "3", "the sea"},
		{"acled", 3, "sub_event_type", "Disrupted weapons use", "drones that were stopped"},
		{"acled", 3, "disorder_type", "Strategic developments", "drones that were stopped"},
		{"acled", 4, "geo_precision", "2", "near a town"},
		{"acled", 0, "iso", "804", "the numeric country code"},
		{"acled", 0, "region", "Europe", "Ukraine"},
		{"acled", 4, "region", "Middle East", "Yemen"},
		{"acled", 0, "sub_event_type", "Shelling/artillery/missile attack", "a missile strike"},
		{"acled", 4, "event_type", "Violence against civilians", "a journalist shot"},
		{"acled", 4, "actor2", "Civilians (Yemen)", "a journalist shot"},
		{"acled", 0, "inter1", "External/Other forces", "Russia outside Russia"},
		{"acled", 0, "interaction", "External/Other forces-Civilians", "Russia outside Russia"},
		{"acled", 4, "inter1", "", "gunmen of no known kind"},
		{"ucdp", 0, "low", "12", "the lowest estimate"},
		{"ucdp", 0, "best", "30", "the headline figure"},
		{"ucdp", 0, "high", "30", "the highest estimate"},
		{"ucdp", 0, "date_prec", "2", "two to six days"},
		{"ucdp", 0, "where_prec", "1", "the exact place"},
		{"ucdp", 0, "priogrid_gid", "199150", "the cell of 48.45 N 34.98 E"},
		{"ucdp", 1, "deaths_civilians", "24", "two dozen civilians"},
		{"ucdp", 1, "deaths_unknown", "2", "two soldiers of either side"},
		{"ucdp", 1, "best", "26", "civilians and soldiers, where no total is told"},
		{"ucdp", 2, "source_headline", "'=HYPERLINK(1)", "a headline is no formula"},
		{"ucdp", 0, "type_of_violence", "", "bombardment is part of a fight, of which one side is not named"},
		{"ucdp", 0, "side_a", "Government of Russia (Soviet Union)", "a state, by UCDP's name of it"},
		{"ucdp", 0, "event_clarity", "1", "one act"},
		{"ucdp", 1, "event_clarity", "2", "shelling in two regions over a month"},
		{"ucdp", 0, "code_status", "", "nobody at UCDP has checked it"},
		{"ucdp", 2, "country", "Yemen (North Yemen)", "UCDP's name"},
		{"ucdp", 2, "type_of_violence", "3", "one-sided"},
		{"ucdp", 2, "deaths_civilians", "1", "one-sided violence kills civilians"},
		{"ucdp", 2, "id", "dddd000011112222", "the attempt without dead has no row"},
	} {
		if got := cells(t, tt.format)[tt.row][tt.column]; got != tt.want {
			t.Errorf("%s row %d: %s is %q, want %q: %s", tt.format, tt.row, tt.column, got, tt.want, tt.why)
		}
	}
}

// ACLED has an event for each place, and divides the dead among them.
func TestACLEDPlaces(t *testing.T) {
	at := func(name, admin1 string, p event.PlacePrecision) event.Location {
		return event.Location{Name: name, Country: "SD", Admin1: admin1, Precision: p}
	}
	killed := []event.Casualty{{Harm: event.Killed, Group: event.People, Count: event.N(11)}}
	for _, tt := range []struct {
		why    string
		places []event.Location
		want   string
	}{
		{"no place", nil, ":11"},
		{"three towns; the first have one dead more", []event.Location{at("Rufaa", "Gezira", 1), at("Tamboul", "Gezira", 1), at("Azraq", "Gezira", 2)}, "Rufaa:4 Tamboul:4 Azraq:3"},
		{"a town and the state that it lies in", []event.Location{at("Tora", "North Darfur", 1), at("North Darfur", "North Darfur", 4)}, "Tora:11"},
		{"a town and another state", []event.Location{at("Tora", "North Darfur", 1), at("Gezira", "Gezira", 4)}, "Tora:6 Gezira:5"},
		{"a town and its country", []event.Location{at("Sudan", "", 6), at("Tora", "North Darfur", 1)}, "Tora:11"},
		{"not where it was fired from", []event.Location{at("Tora", "North Darfur", 1), {Name: "Nyala", Role: event.LaunchRole}}, "Tora:11"},
	} {
		inc := event.Incident{ID: "a", Type: event.AirStrike, Locations: tt.places, Casualties: killed}
		var got []string
		for _, row := range acledRows(&Entry{}, &inc, map[string]int{}) {
			got = append(got, row["location"]+":"+row["fatalities"])
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, s, tt.want)
		}
	}
}

// Rows that ACLED would have one event for are counted.
func TestACLEDSameEvent(t *testing.T) {
	inc := event.Incident{
		Type: event.DroneStrike, Date: &event.When{Period: event.PeriodOf(event.Date{Year: 2025, Month: 5, Day: 2}, event.Date{Year: 2025, Month: 5, Day: 2})},
		Locations: []event.Location{{Name: "Kherson", Country: "UA", Precision: event.AtPlace}},
	}
	var notes []string
	w, err := New("acled", io.Discard, Options{Note: func(s string) { notes = append(notes, s) }})
	if err != nil {
		t.Fatal(err)
	}
	later := inc
	later.Date = &event.When{Period: event.PeriodOf(event.Date{Year: 2025, Month: 5, Day: 3}, event.Date{Year: 2025, Month: 5, Day: 3})}
	for _, inc := range []event.Incident{inc, later, inc} {
		if err := w.Write(Entry{Report: event.Report{Incidents: []event.Incident{inc}}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if s := strings.Join(notes, "\n"); !strings.Contains(s, "1 incident of the same day, place, kind and actors") {
		t.Error(s)
	}
}

// Who fought whom, where the record tells it, and of which side the dead were.
func TestUCDPSides(t *testing.T) {
	by := func(actor, country string) event.Perpetrator {
		return event.Perpetrator{Actor: actor, Country: country, Certainty: event.ReportedAsFact}
	}
	killed := func(g event.Group, n int, words string) event.Casualty {
		return event.Casualty{Harm: event.Killed, Group: g, Count: event.N(n), Evidence: []event.Evidence{{Text: words}}}
	}
	part := func(c event.Casualty) event.Casualty {
		c.PartOf = new(int)
		return c
	}
	type (
		who  []event.Perpetrator
		dead []event.Casualty
	)
	for _, tt := range []struct {
		why  string
		kind event.Type
		who  who
		dead dead
		want string
	}{
		{"an army and militants", event.AirStrike, who{by("Israel", "IL")}, dead{killed(event.Militant, 4, "four fighters")},
			"1: Government of Israel, ; 0 4 0 0"},
		{"an army and militants, with dead of its own", event.ArmedClash, who{by("Somalia", "SO")}, dead{killed(event.Militant, 15, ""), killed(event.Military, 5, "five of its soldiers")},
			"1: Government of Somalia, ; 5 15 0 0"},
		{"the dead of a third state are of no side that is told", event.ArmedClash, who{by("Somalia", "SO")}, dead{killed(event.Militant, 8, ""), killed(event.Military, 1, "a Ugandan corporal")},
			"1: Government of Somalia, ; 0 8 0 1"},
		{"a group and soldiers of a state that is named", event.MissileStrike, who{by("Hezbollah", "LB")}, dead{killed(event.Military, 8, "eight Israeli soldiers were killed")},
			"1: Government of Israel, Hezbollah; 8 0 0 0"},
		{"a group and soldiers, whose state nothing tells", event.GroundAttack, who{by("JNIM", "")}, dead{killed(event.Military, 60, "60 soldiers killed")},
			"1: , JNIM; 60 0 0 0"},
		{"police are of the country", event.GroundAttack, who{by("Islamic State", "")}, dead{killed(event.Police, 13, "killing 13 officers")},
			"1: Government of Iraq, Islamic State; 13 0 0 0"},
		{"a group's own dead", event.GroundAttack, who{by("Jaish al-Fursan", "")}, dead{killed(event.Militant, 6, ""), killed(event.Military, 8, "eight soldiers")},
			"1: , Jaish al-Fursan; 8 6 0 0"},
		{"the adjective only: reservists from a state of that name", event.DroneStrike, who{by("Kataib Hezbollah", "IQ")}, dead{killed(event.Military, 3, "Three reservists from Georgia")},
			"1: , Kataib Hezbollah; 3 0 0 0"},
		{"two states", event.Shelling, who{by("Thailand", "TH")}, dead{killed(event.Military, 1, "a Cambodian soldier")},
			"1: Government of Thailand, Government of Cambodia (Kampuchea); 0 1 0 0"},
		{"two states, of which one is not told", event.MissileStrike, who{by("Russia", "RU")}, dead{killed(event.Military, 12, "12 soldiers")},
			"1: Government of Russia (Soviet Union), ; 0 0 0 12"},
		{"soldiers and militants, and nobody named", event.ArmedClash, nil, dead{killed(event.Military, 3, "three Iraqi soldiers"), killed(event.Militant, 20, "20 militants")},
			"1: Government of Iraq, ; 3 20 0 0"},
		{"a foreign peacekeeper's country is no side", event.ArmedClash, nil, dead{killed(event.Military, 1, "a Rwandan peacekeeper"), killed(event.Militant, 3, "")},
			"1: , ; 1 3 0 0"},
		{"a state and a group that clash, the state first", event.ArmedClash, who{by("RSF", "SD"), by("Sudanese army", "SD")}, dead{killed(event.People, 12, "")},
			"1: Government of Sudan, RSF; 0 0 0 12"},
		{"two groups that clash", event.ArmedClash, who{by("JNIM", ""), by("Islamic State", "")}, dead{killed(event.Militant, 40, "")},
			"2: JNIM, Islamic State; 0 0 0 40"},
		{"the prisoners of a town shot by a group", event.Execution, who{by("RSF", "SD")}, dead{killed(event.Civilian, 7, "")},
			"3: RSF, Civilians; 0 0 7 0"},
		// What nothing is said of.
		{"a policeman among the dead of a city", event.MissileStrike, who{by("Russia", "RU")}, dead{killed(event.People, 18, ""), part(killed(event.Police, 1, "a police lieutenant"))},
			": Government of Russia (Soviet Union), ; 0 0 0 18"},
		{"militants whom a group kills may be its own", event.Bombing, who{by("Islamic State", "")}, dead{killed(event.Militant, 6, "")},
			": Islamic State, ; 0 0 0 6"},
		{"a bombardment", event.Shelling, who{by("Russia", "RU")}, dead{killed(event.Civilian, 6, "")},
			": Government of Russia (Soviet Union), ; 0 0 6 0"},
		{"soldiers, and nobody named", event.GroundAttack, nil, dead{killed(event.Military, 8, "Eight Mexican soldiers")},
			": , ; 0 0 0 8"},
	} {
		inc := event.Incident{ID: "a", Type: tt.kind, Stage: event.Accomplished, Perpetrators: tt.who, Casualties: tt.dead,
			Locations: []event.Location{{Name: "Mosul", Country: "IQ", Precision: event.AtPlace}}}
		m := ucdpRow(&Entry{}, &inc, map[string]int{})
		got := fmt.Sprintf("%s: %s, %s; %s %s %s %s", m["type_of_violence"], m["side_a"], m["side_b"], m["deaths_a"], m["deaths_b"], m["deaths_civilians"], m["deaths_unknown"])
		if got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.why, got, tt.want)
		}
	}
}

// What decides on a type besides the kind of act.
func TestACLEDTypes(t *testing.T) {
	killed := func(g event.Group) event.Casualty {
		return event.Casualty{Harm: event.Killed, Group: g, Count: event.N(2)}
	}
	for _, tt := range []struct {
		inc  event.Incident
		want string
	}{
		{event.Incident{Type: event.MissileStrike}, "Explosions/Remote violence: Shelling/artillery/missile attack"},
		{event.Incident{Type: event.MissileStrike, Stage: event.Attempted}, "Strategic developments: Disrupted weapons use"},
		// Debris killed two.
		{event.Incident{Type: event.DroneStrike, Stage: event.Attempted, Casualties: []event.Casualty{killed(event.People)}}, "Explosions/Remote violence: Air/drone strike"},
		{event.Incident{Type: event.NavalAttack}, "Battles: Armed clash"},
		{event.Incident{Type: event.NavalAttack, Weapons: []event.Weapon{{Category: event.AntiShipMissile}}}, "Explosions/Remote violence: Shelling/artillery/missile attack"},
		{event.Incident{Type: event.NavalAttack, Weapons: []event.Weapon{{Category: event.NavalDrone}}, Stage: event.Attempted}, "Strategic developments: Disrupted weapons use"},
		{event.Incident{Type: event.Bombing, Weapons: []event.Weapon{{Category: event.SuicideVest}}}, "Explosions/Remote violence: Suicide bomb"},
		{event.Incident{Type: event.Bombing, Weapons: []event.Weapon{{Category: event.Grenade}}}, "Explosions/Remote violence: Grenade"},
		{event.Incident{Type: event.Shooting, Casualties: []event.Casualty{killed(event.People)}}, "Violence against civilians: Attack"},
		{event.Incident{Type: event.Shooting, Casualties: []event.Casualty{killed(event.Police), killed(event.Civilian)}}, "Battles: Armed clash"},
		{event.Incident{Type: event.Execution, Casualties: []event.Casualty{killed(event.Military)}}, "Violence against civilians: Attack"},
		{event.Incident{Type: event.GroundAttack, Casualties: []event.Casualty{killed(event.Child)}}, "Violence against civilians: Attack"},
		{event.Incident{Type: event.GroundAttack, Casualties: []event.Casualty{killed(event.People)}}, "Battles: Armed clash"},
		{event.Incident{Type: event.Abduction, Casualties: []event.Casualty{{Harm: event.Abducted, Count: event.N(30)}}}, "Violence against civilians: Abduction/forced disappearance"},
		{event.Incident{Type: event.Abduction, Casualties: []event.Casualty{{Harm: event.Abducted, Count: event.N(30)}, killed(event.People)}}, "Violence against civilians: Attack"},
		{event.Incident{Type: event.Arson}, "Strategic developments: Looting/property destruction"},
		{event.Incident{Type: event.Arson, Casualties: []event.Casualty{killed(event.Woman)}}, "Violence against civilians: Attack"},
		{event.Incident{Type: event.OtherType}, ": "},
	} {
		if k := acledKind(&tt.inc); k[0]+": "+k[1] != tt.want {
			t.Errorf("%s %s %v: %q, want %q", tt.inc.Stage, tt.inc.Type, tt.inc.Casualties, k, tt.want)
		}
	}
}

func TestACLEDDays(t *testing.T) {
	day := func(m, d int) event.Date { return event.Date{Year: 2025, Month: time.Month(m), Day: d} }
	for _, tt := range []struct {
		from, to  event.Date
		precision event.DatePrecision
		want      string
		code      int
	}{
		{day(4, 24), day(4, 24), event.ToDay, "2025-04-24", 1},
		{day(4, 24), event.Date{}, event.ToDay, "2025-04-24", 1},
		{day(4, 26), day(4, 27), event.ToDays, "2025-04-26", 2},
		{day(4, 21), day(4, 27), event.ToWeek, "2025-04-24", 2},
		{day(4, 1), day(4, 30), event.ToMonth, "2025-04-15", 3},
		{day(4, 1), day(4, 10), event.ToMonth, "2025-04-01", 3},
		{day(4, 21), day(4, 30), event.ToMonth, "2025-04-30", 3},
		{day(1, 1), day(12, 31), event.ToYear, "", 0},
	} {
		d, code := acledDay(&event.When{Period: event.Period{Start: tt.from, End: tt.to, Precision: tt.precision}})
		if d.String() != tt.want || code != tt.code {
			t.Errorf("%s to %s: %s with code %d, want %s with %d", tt.from, tt.to, d, code, tt.want, tt.code)
		}
	}
}

func TestACLEDCounts(t *testing.T) {
	for s, want := range map[string]int{"12": 12, "12+": 12, ">12": 13, "≤12": 12, "5–7": 5, "~12": 12,
		"≳1": 3, "≳2": 2, "≳3": 3, "≳20": 10, "≳24": 12, "≳40": 20, "≳200": 100, "≳300": 300, "≳20000": 10000} {
		c, err := event.ParseCount(s)
		if err != nil {
			t.Fatal(err)
		}
		if got := acledCount(c); got != want {
			t.Errorf("%s are %d, want %d", s, got, want)
		}
	}
}

func TestGeoJSON(t *testing.T) {
	var c struct {
		Type     string
		Features []struct {
			Geometry *struct {
				Type        string
				Coordinates any
			}
			Properties map[string]any
		}
	}
	if err := json.Unmarshal([]byte(written(t, "geojson", entries(t), Options{})), &c); err != nil {
		t.Fatal(err)
	}
	if c.Type != "FeatureCollection" || len(c.Features) != 4 {
		t.Fatalf("a %s of %d features", c.Type, len(c.Features))
	}
	if g := c.Features[0].Geometry; g.Type != "Point" || cmp.Diff(g.Coordinates, []any{34.98, 48.45}) != "" {
		t.Errorf("longitude comes first: %v", g)
	}
	if g := c.Features[1].Geometry; g.Type != "MultiPoint" {
		t.Errorf("two places are a %s", g.Type)
	}
	if g := c.Features[2].Geometry; g != nil {
		t.Errorf("a place without coordinates has %v", g)
	}
	if n := c.Features[0].Properties["killed_min"]; n != 30.0 {
		t.Errorf("killed_min is %v", n)
	}
	if err := json.Unmarshal([]byte(written(t, "geojson", nil, Options{})), &c); err != nil || len(c.Features) != 0 {
		t.Errorf("no article at all: %v, %v", err, c.Features)
	}
}

func TestParquet(t *testing.T) {
	file := written(t, "parquet", entries(t), Options{})
	rows, err := parquet.Read[record](strings.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var want []record
	for _, e := range entries(t) {
		for i := range e.Report.Incidents {
			want = append(want, rowOf(&e, &e.Report.Incidents[i]))
		}
	}
	// Parquet has no difference between a list that is empty and none.
	if diff := cmp.Diff(want, rows, cmp.FilterValues(func(a, b []evidenceRow) bool { return len(a)+len(b) == 0 }, cmp.Ignore()),
		cmp.Transformer("json", func(r record) string { b, _ := json.Marshal(r); return strings.ReplaceAll(string(b), "[]", "null") })); diff != "" {
		t.Error(diff)
	}
	if again := written(t, "parquet", entries(t), Options{}); again != file {
		t.Error("the same records make another file")
	}
}

// file writes entries to path as scan does.
func file(t *testing.T, path, format string, all []Entry) {
	t.Helper()
	j, err := OpenJournal(path, format, "", false)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all {
		l, err := j.Line(e)
		if err != nil {
			t.Fatal(err)
		}
		if err := j.Append(l); err != nil {
			t.Fatal(err)
		}
	}
	if err := j.Finish(Options{}); err != nil {
		t.Fatal(err)
	}
}

func TestSQLite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "what? a #1 100% name.db")
	all := entries(t)
	file(t, path, "sqlite", all)
	ask := func(q string) string {
		t.Helper()
		db, err := sql.Open("sqlite", "file:"+escapePath(path))
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		var s string
		if err := db.QueryRow(q).Scan(&s); err != nil {
			t.Fatalf("%s: %v", q, err)
		}
		return s
	}
	check := func() {
		t.Helper()
		for _, tt := range []struct{ q, want string }{
			{"SELECT count(*) FROM articles", "3"},
			{"SELECT count(*) FROM incidents", "4"},
			{"SELECT count(*) FROM casualties WHERE superseded_by IS NULL", "8"},
			{"SELECT min FROM casualties WHERE superseded_by = 0", "9"},
			{"SELECT group_concat(name, '+') FROM incidents i JOIN locations l ON l.incident_id = i.id WHERE type = 'shelling'", "Donetsk Oblast+Kherson Oblast"},
			{"SELECT count(*) FROM casualties WHERE max IS NULL AND hedge = 'at_least'", "1"},
			{"SELECT text FROM evidence WHERE field = 'casualties' AND position = 0", "at least 12"},
			{"SELECT count(*) FROM articles WHERE published IS NULL", "1"},
			{"PRAGMA integrity_check", "ok"},
			{"SELECT count(*) FROM pragma_foreign_key_check", "0"},
		} {
			if got := ask(tt.q); got != tt.want {
				t.Errorf("%s: %s, want %s", tt.q, got, tt.want)
			}
		}
	}
	check()
	// Read again, an article replaces its rows.
	file(t, path, "sqlite", all[:2])
	check()
	all[0].Report.Incidents = all[0].Report.Incidents[:1]
	file(t, path, "sqlite", all[:1])
	if got := ask("SELECT count(*) FROM incidents"); got != "3" {
		t.Errorf("%s incidents after one went away", got)
	}
}

// Two runs that write the same file do not write into each other's journal.
func TestJournalIsLocked(t *testing.T) {
	if !locks {
		t.Skip("no locks on this system")
	}
	for _, format := range []string{"jsonl", "csv"} {
		path := filepath.Join(t.TempDir(), "out")
		j, err := OpenJournal(path, format, "", false)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := OpenJournal(path, format, "", true); err == nil || !strings.Contains(err.Error(), "another run is writing it") {
			t.Errorf("%s: a second run: %v", format, err)
		}
		line, err := j.Line(entries(t)[0])
		if err == nil {
			err = errors.Join(j.Append(line), j.Finish(Options{}))
		}
		if err != nil {
			t.Fatal(err)
		}
		j, err = OpenJournal(path, format, "", true)
		if err != nil {
			t.Fatalf("%s: after the first run: %v", format, err)
		}
		if j.Behind() {
			t.Errorf("%s: the journal of a run that is done is there yet", format)
		}
		if err := j.Leave(); err != nil {
			t.Error(err)
		}
	}
}

// What another program has not yet written into a database would be lost, or
// mixed into the new one.
func TestDatabaseInUse(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out.db")
	if err := os.WriteFile(path+"-wal", []byte("x"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenJournal(path, "sqlite", "", false); err == nil || !strings.Contains(err.Error(), "out.db-wal; close it there first") {
		t.Error(err)
	}
}

// FuzzJournal: whatever a killed run left, going on ends with whole lines.
func FuzzJournal(f *testing.F) {
	f.Add([]byte("{\"id\":\"a\"}\n{\"id"), "b")
	f.Add([]byte("\n\n"), "")
	f.Fuzz(func(t *testing.T, left []byte, id string) {
		path := filepath.Join(t.TempDir(), "out.jsonl")
		if err := os.WriteFile(path+".part", left, 0o666); err != nil {
			t.Fatal(err)
		}
		j, err := OpenJournal(path, "jsonl", "", true)
		if err != nil {
			t.Fatal(err)
		}
		if j.Entries != bytes.Count(left, []byte("\n")) {
			t.Fatalf("%d entries of %q", j.Entries, left)
		}
		for j.Behind() {
			if j.Pass(id) != nil {
				return
			}
		}
		if err := j.Append([]byte("{}\n")); err != nil {
			t.Fatal(err)
		}
		if err := j.Finish(Options{}); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(path)
		if want := string(left[:bytes.LastIndexByte(left, '\n')+1]) + "{}\n"; err != nil || string(got) != want {
			t.Fatalf("%q, want %q: %v", got, want, err)
		}
	})
}

func BenchmarkFormats(b *testing.B) {
	all := entries(b)
	for _, name := range []string{"table", "jsonl", "csv", "acled", "ucdp", "geojson", "parquet"} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(written(b, "jsonl", all, Options{}))))
			b.ReportAllocs()
			w, err := New(name, io.Discard, Options{})
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				for _, e := range all {
					if err := w.Write(e); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

// Each format with columns tells what stands in each.
func TestDescribe(t *testing.T) {
	for name, columns := range map[string][]string{"acled": acledColumns, "ucdp": ucdpColumns} {
		for _, c := range columns {
			if !strings.Contains(Describe(name), "\n"+c+" ") {
				t.Errorf("%s does not tell of %s", name, c)
			}
		}
	}
	for name, about := range map[string]map[string]string{"acled": acledAbout, "ucdp": ucdpAbout} {
		columns := map[string][]string{"acled": acledColumns, "ucdp": ucdpColumns}[name]
		for c := range about {
			if !slices.Contains(columns, c) {
				t.Errorf("%s has no column %s", name, c)
			}
		}
		// What is never filled is not told of, and what is filled is.
		for _, row := range cells(t, name) {
			for c, v := range row {
				if v != "" && about[c] == "" {
					t.Errorf("%s: %s holds %q and is not told of", name, c, v)
				}
			}
		}
	}
	for _, c := range flatColumns {
		if c.about == "" {
			t.Errorf("csv does not tell what %s is", c.name)
		}
	}
	for _, name := range []string{"csv", "geojson", "parquet", "sqlite"} {
		if !strings.Contains(Describe(name), "date_precision") {
			t.Errorf("%s is described as %q", name, Describe(name))
		}
	}
}
