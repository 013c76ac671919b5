package extract_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract"
)

func extractor(t testing.TB, o extract.Options) *extract.Extractor {
	t.Helper()
	x, err := extract.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestExplain(t *testing.T) {
	got := extractor(t, extract.Options{}).Explain(extract.Article{
		ID:        "a",
		Published: event.Date{Year: 2025, Month: 4, Day: 25},
		Text:      "Two civilians were killed when a drone hit a bus in Nikopol on Thursday, the governor said.\n\nNobody at the bakery had an opinion.",
	})
	// Each line must hold these, in this order; blanks between columns are
	// the writer's own.
	for _, want := range [][]string{
		{"a, published 2025-04-25, tells of 1 incident"},
		{"incident 1: drone strike"},
		{"date", "2025-04-24, relative", `"Thursday"`},
		{"place", "in Nikopol", "UA", `"Nikopol"`},
		{"site", `a bus"`},
		{"weapon", "drone", `"drone"`},
		{"killed", "2 civilian", `"Two civilians were killed"`, "casualties/killed"},
		{"sentence 1, body, 0-91:"},
		{"harm", "killed 2 civilian", "casualties/killed"},
		{"act", "drone_strike"},
		{"sentence 2, body, 93-", "Nobody at the bakery"},
	} {
		if !hasLine(got, want) {
			t.Errorf("no line holds %q", want)
		}
	}
	if t.Failed() {
		t.Log(got)
	}
}

func hasLine(s string, parts []string) bool {
	for line := range strings.Lines(s) {
		ok := true
		for _, p := range parts {
			var found bool
			if _, line, found = strings.Cut(line, p); !found {
				ok = false
				break
			}
		}
		if ok {
			return true
		}
	}
	return false
}

// TestExplainAll asks of every article that each value which Read gives is
// explained, with its words and its rule.
func TestExplainAll(t *testing.T) {
	x := extractor(t, extract.Options{})
	for _, s := range stories(t) {
		got := x.Explain(s.article)
		if !utf8.ValidString(got) {
			t.Errorf("%s: the explanation is no text", s.name)
		}
		rep := x.Read(s.article)
		for i := range rep.Incidents {
			for _, ev := range rep.Incidents[i].AllEvidence() {
				if ev.Rule != "" && !strings.Contains(got, ev.Rule) {
					t.Errorf("%s: the rule %s behind %q is not told", s.name, ev.Rule, ev.Text)
				}
			}
		}
	}
}

func TestExplainHostile(t *testing.T) {
	x := extractor(t, extract.Options{})
	for _, text := range []string{"", "\xff\xfe killed \xff two\tpeople", "\x00", "Mayor Iv\xffan said two were killed in Ky\xffiv."} {
		if got := x.Explain(extract.Article{Text: text}); !utf8.ValidString(got) || got == "" {
			t.Errorf("%q is explained as %q", text, got)
		}
	}
}
