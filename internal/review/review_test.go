package review_test

import (
	"bufio"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/review"
)

var shots = flag.String("shots", "", "save pictures of the page in this folder")

// sample is the batch of testdata.
func sample(t testing.TB) review.Batch {
	t.Helper()
	b := review.Batch{Name: "Sample week"}
	lines(t, "testdata/articles.jsonl", func(line []byte) {
		var a review.Article
		if err := json.Unmarshal(line, &a); err != nil {
			t.Fatal(err)
		}
		b.Items = append(b.Items, review.Item{Article: a})
	})
	i := 0
	lines(t, "testdata/records.jsonl", func(line []byte) {
		var r event.Report
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		if r.ID != b.Items[i].Article.ID {
			t.Fatalf("record %d is of %q, its article is %q", i+1, r.ID, b.Items[i].Article.ID)
		}
		b.Items[i].Report = r
		i++
	})
	return b
}

func lines(t testing.TB, path string, do func([]byte)) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		do(in.Bytes())
	}
	if err := in.Err(); err != nil {
		t.Fatal(err)
	}
}

// write writes the page of b to a file.
func write(t testing.TB, b review.Batch) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "review.html")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := review.Write(f, b); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// hostile is an article that tries to be more than text, in every string that
// reaches the page.
func hostile() review.Batch {
	const attack = "</script><script>window.pwned = 1</script><img src=x onerror='window.pwned = 1'>" +
		"<svg onload='window.pwned = 1'><!--<script>\u2028\u2029&lt;b&gt; {{.Name}} ${1+1} `\\"
	const text = "Before. " + attack + " \u202eKyiv\u202c\u200b was hit. <a href=\"javascript:window.pwned=1\">more</a>"
	ev := []event.Evidence{{Span: event.Span{Start: 8, End: 8 + len(attack)}, Text: attack, Rule: attack}}
	lat := event.Point{Lat: 50.45, Lon: 30.52}
	inc := event.Incident{
		ID: attack, Type: event.Type(attack), Stage: event.Stage(attack), Check: []string{attack}, Evidence: ev,
		Date:      &event.When{Period: event.DayPeriod(event.Date{Year: 2025, Month: 4, Day: 24}), Basis: event.Basis(attack), Evidence: ev},
		Locations: []event.Location{{Name: attack, Country: attack, Admin1: attack, Point: &lat, Relation: attack, Role: event.Role(attack), Evidence: ev}},
		Sites:     []event.Site{{Text: attack, Kind: attack, Evidence: ev}},
		Weapons:   []event.Weapon{{Name: attack, Category: event.Category(attack), Origin: attack, Claimant: attack, Evidence: ev}},
		Casualties: []event.Casualty{
			{Harm: event.Harm(attack), Group: event.Group(attack), Count: event.N(1), Claimant: attack, Evidence: ev},
		},
		Perpetrators: []event.Perpetrator{{Actor: attack, Country: attack, Certainty: event.Certainty(attack), Claimant: attack, Evidence: ev}},
		Claims: []event.Claim{{
			Claimant: attack, ClaimantKind: event.ClaimantKind(attack), Stance: event.Stance(attack), About: event.About(attack),
			Accused: attack, Via: attack, Evidence: ev,
		}},
	}
	return review.Batch{Name: attack, Items: []review.Item{{
		Article: review.Article{ID: attack, Title: attack, Published: attack, Source: attack, URL: "javascript:window.pwned=1", Text: text},
		Report:  event.Report{ID: attack, Incidents: []event.Incident{inc}},
	}}}
}
