package review_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/review"
)

// shown is what the page's script reads.
type shown struct {
	Articles []struct {
		ID, Hash, Title, Text string
		Incidents             []struct {
			ID     string
			Toll   *int
			Values []value
		}
	}
}

type value struct {
	Key, Field, Path, Text string
	Value                  json.RawMessage
	Rival, Superseded      bool
	Spans                  []struct {
		From, To int
		In, Text string
		Fault    bool
	}
}

func page(t testing.TB, b review.Batch) string {
	t.Helper()
	var w bytes.Buffer
	if err := review.Write(&w, b); err != nil {
		t.Fatal(err)
	}
	return w.String()
}

func read(t testing.TB, page string) shown {
	t.Helper()
	m := regexp.MustCompile(`(?s)<script type="application/json" id="batch">(.*?)</script>`).FindStringSubmatch(page)
	if m == nil {
		t.Fatal("the page holds no batch")
	}
	var s shown
	if err := json.Unmarshal([]byte(m[1]), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// one is a batch of one article with one incident, whose place was read from
// the given bytes.
func one(text string, start, end int, words string) review.Batch {
	return review.Batch{Items: []review.Item{{
		Article: review.Article{ID: "a", Text: text},
		Report: event.Report{ID: "a", Incidents: []event.Incident{{
			ID: "i", Type: event.Shelling,
			Locations: []event.Location{{Name: "X", Evidence: []event.Evidence{{Span: event.Span{Start: start, End: end}, Text: words}}}},
		}}},
	}}}
}

func place(t testing.TB, s shown) value {
	t.Helper()
	for _, v := range s.Articles[0].Incidents[0].Values {
		if v.Field == "location" {
			return v
		}
	}
	t.Fatal("the page shows no place")
	return value{}
}

// slice is what a browser's text.slice(from, to) gives.
func slice(s string, from, to int) string {
	return string(utf16.Decode(utf16.Encode([]rune(s))[from:to]))
}

func TestWordsAreFoundInTheBrowsersUnits(t *testing.T) {
	for _, tt := range []struct{ name, text, words string }{
		{"letters", "Shells fell on Kharkiv.", "Kharkiv"},
		{"accents before", "Près de Énéa, shells fell on Kharkiv.", "Kharkiv"},
		{"beyond the first plane", "🚀🚀 fell on 𝔎harkiv 🚀", "𝔎harkiv"},
		{"joined emoji", "👨‍👩‍👧 left Kharkiv", "Kharkiv"},
		{"the whole", "Kharkiv", "Kharkiv"},
		{"line ends", "Shells\r\nfell\u2028on Kharkiv", "Kharkiv"},
		{"bytes that are no UTF-8", "a\xff\xfe\xe2\x82 fell on Kharkiv", "Kharkiv"},
		{"the words are no UTF-8", "fell on Khar\xffkiv today", "Khar\xffkiv"},
		{"a NUL", "fell\x00 on Kharkiv", "Kharkiv"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			start := strings.Index(tt.text, tt.words)
			s := read(t, page(t, one(tt.text, start, start+len(tt.words), tt.words)))
			sp := place(t, s).Spans[0]
			if sp.Fault {
				t.Fatal("the words are said to be elsewhere")
			}
			want := strings.ToValidUTF8(tt.words, "\ufffd")
			if got := slice(s.Articles[0].Text, sp.From, sp.To); got != want {
				t.Errorf("the page marks %q, want %q", got, want)
			}
		})
	}
}

func TestEvidenceOfAnotherTextIsTold(t *testing.T) {
	for _, tt := range []struct {
		name       string
		start, end int
	}{
		{"other words", 0, 7}, {"beyond the end", 20, 27}, {"before the beginning", -3, 4}, {"backwards", 9, 2},
		{"nothing", 4, 4}, {"far off", 1 << 40, 1<<40 + 7},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := one("Shells fell on Poltava.", tt.start, tt.end, "Kharkiv")
			if !place(t, read(t, page(t, b))).Spans[0].Fault {
				t.Error("the page would mark words that the evidence does not name")
			}
			if _, faults := b.Values(); faults != 1 {
				t.Errorf("%d faults, want 1", faults)
			}
		})
	}
}

func FuzzUnits(f *testing.F) {
	f.Add("Près de Kharkiv 🚀", 9, 16)
	f.Add("\xff\xfe\U0001F680\x80", 1, 7)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		if start < 0 || end > len(text) || start >= end {
			start, end = 0, len(text)
		}
		s := read(t, page(t, one(text, start, end, text[start:end])))
		if len(text) == 0 {
			return
		}
		sp := place(t, s).Spans[0]
		if sp.From > sp.To {
			t.Fatalf("from %d to %d", sp.From, sp.To)
		}
		// Only where the span cuts a character apart may the page mark other
		// words than its bytes.
		whole := string([]rune(text[:start])) + string([]rune(text[start:end])) + string([]rune(text[end:]))
		if whole != string([]rune(text)) {
			return
		}
		if got, want := slice(s.Articles[0].Text, sp.From, sp.To), string([]rune(text[start:end])); got != want {
			t.Errorf("the page marks %q, want %q", got, want)
		}
	})
}

func TestNothingEscapesItsElement(t *testing.T) {
	b := hostile()
	doc, err := html.Parse(strings.NewReader(page(t, b)))
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			count[n.Data]++
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") {
					t.Errorf("<%s> bears %s", n.Data, a.Key)
				}
			}
		}
	}
	if count["script"] != 3 || count["style"] != 1 || count["img"]+count["iframe"]+count["object"] != 0 {
		t.Errorf("elements %v: an article brought its own", count)
	}
}

func TestAsksTheNetworkForNothing(t *testing.T) {
	p := page(t, sample(t))
	for _, m := range regexp.MustCompile(`(?i)(?:src|href|action)\s*=\s*["']?([^"'\s>]+)`).FindAllStringSubmatch(p, -1) {
		if !strings.HasPrefix(m[1], "#") && !strings.HasPrefix(m[1], "data:") {
			t.Errorf("the page names %s", m[1])
		}
	}
	if strings.Contains(p, "@import") || strings.Contains(p, "url(") {
		t.Error("the style fetches something")
	}
}

func TestSameBatchSameBytes(t *testing.T) {
	first, second := page(t, sample(t)), page(t, sample(t))
	if first != second {
		t.Error("two pages of one batch differ")
	}
}

func TestMarksStayWithTheirValues(t *testing.T) {
	keys := func(b review.Batch) map[string]string {
		m := map[string]string{}
		s := read(t, page(t, b))
		for _, inc := range s.Articles[0].Incidents {
			for _, v := range inc.Values {
				if _, twice := m[v.Key]; twice {
					t.Errorf("two values share the key %s", v.Key)
				}
				m[v.Key] = v.Field + " " + v.Text
			}
		}
		return m
	}
	before := sample(t)
	before.Items = before.Items[:1]
	after := sample(t)
	after.Items = after.Items[:1]
	// A bettered reader gives the incident another id, one weapon less, and
	// one figure more.
	inc := &after.Items[0].Report.Incidents[0]
	inc.ID = "other"
	inc.Weapons = inc.Weapons[1:]
	inc.Casualties = append([]event.Casualty{{Harm: event.Injured, Group: event.Woman, Count: event.N(5)}}, inc.Casualties...)
	was, is := keys(before), keys(after)
	var lost, found []string
	for k, v := range was {
		if is[k] == "" {
			lost = append(lost, v)
		}
	}
	for k, v := range is {
		if was[k] == "" {
			found = append(found, v)
		}
	}
	if d := cmp.Diff([]string{"weapon air bomb"}, lost); d != "" {
		t.Errorf("values whose marks are lost (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"casualty 5 woman injured"}, found); d != "" {
		t.Errorf("values without marks (-want +got):\n%s", d)
	}
}

func TestValuesOfARecord(t *testing.T) {
	three := 3
	inc := event.Incident{
		ID: "i", Type: event.MissileStrike, Stage: event.Attempted,
		Date: &event.When{Period: event.Period{Start: event.Date{Year: 2025, Month: 4, Day: 23}, End: event.Date{Year: 2025, Month: 4, Day: 24}, Part: event.Night}},
		Locations: []event.Location{
			{Name: "Kyiv", Admin1: "Kyiv", Country: "UA", Role: event.SiteRole},
			{Name: "Kursk", Country: "RU", Role: event.LaunchRole},
		},
		Weapons: []event.Weapon{{ID: "kn-23", Name: "KN-23", Category: event.BallisticMissile}, {Category: event.OneWayDrone}},
		Casualties: []event.Casualty{
			{Harm: event.Killed, Group: event.People, Count: event.Count{Min: 12, Hedge: event.AtLeast}, Claimant: "the mayor",
				Superseded: []event.Casualty{{Harm: event.Killed, Group: event.People, Count: event.N(8)}}},
			{Harm: event.Killed, Group: event.People, Count: event.N(3), Claimant: "the ministry"},
			{Harm: event.Killed, Group: event.Child, Count: event.N(3), PartOf: &three},
		},
	}
	b := review.Batch{Items: []review.Item{{Article: review.Article{ID: "a", Text: "x"}, Report: event.Report{Incidents: []event.Incident{inc}}}}}
	type row struct {
		Field, Path, Text string
		Rival, Superseded bool
	}
	var got []row
	for _, v := range read(t, page(t, b)).Articles[0].Incidents[0].Values {
		got = append(got, row{v.Field, v.Path, v.Text, v.Rival, v.Superseded})
		if bytes.Contains(v.Value, []byte(`"evidence"`)) || bytes.Contains(v.Value, []byte(`"part_of"`)) {
			t.Errorf("%s: %s holds more than the value itself", v.Path, v.Value)
		}
	}
	want := []row{
		{"incident", "", "incident", false, false},
		{"type", "/type", "missile strike", false, false},
		{"stage", "/stage", "attempted", false, false},
		{"background", "/background", "news", false, false},
		{"date", "/date", "23–24 April 2025, night", false, false},
		{"location", "/locations/0", "Kyiv, UA", false, false},
		{"location", "/locations/1", "Kursk, RU", false, false},
		{"weapon", "/weapons/0", "KN-23", false, false},
		{"weapon", "/weapons/1", "one way drone", false, false},
		{"casualty", "/casualties/0", "12+ people killed", true, false},
		{"casualty", "/casualties/0/superseded/0", "8 people killed", false, true},
		{"casualty", "/casualties/1", "3 people killed", true, false},
		{"casualty", "/casualties/2", "3 child killed", false, false},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("values (-want +got):\n%s", d)
	}
}

func BenchmarkWrite(b *testing.B) {
	batch := sample(b)
	var w bytes.Buffer
	for b.Loop() {
		w.Reset()
		if err := review.Write(&w, batch); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(w.Len()))
	b.ReportAllocs()
}
