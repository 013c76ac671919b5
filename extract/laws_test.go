package extract_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract"
)

// lawful says which laws of a report rep breaks, as the reading of a. The laws
// hold for every text, whatever it says:
//
//   - the words of a piece of evidence are the bytes of the article at its span
//   - every value of an incident, and every incident, has evidence
//   - an incident is valid: its values are of their enumerations, its days and
//     bounds in order, its parts point at an entry
//   - a report that is written as JSON and read again is the same report
func lawful(a extract.Article, rep event.Report) error {
	var faults []error
	fault := func(format string, args ...any) { faults = append(faults, fmt.Errorf(format, args...)) }
	standing := func(what string, list []event.Evidence) {
		if len(list) == 0 {
			fault("%s has no evidence", what)
		}
		for _, ev := range list {
			switch {
			case !ev.StandsIn(a.Title, a.Text):
				fault("%s: the evidence %q is not at %v", what, ev.Text, ev.Span)
			case ev.Text == "":
				fault("%s: the evidence at %v is empty", what, ev.Span)
			}
		}
	}
	if rep.Incidents == nil {
		fault("the incidents are nil")
	}
	ids := map[string]bool{}
	for i := range rep.Incidents {
		inc := &rep.Incidents[i]
		at := fmt.Sprintf("incident %d", i)
		if err := inc.Validate(); err != nil {
			fault("%s: %w", at, err)
		}
		if inc.ID == "" || ids[inc.ID] {
			fault("%s: the id %q is empty or taken", at, inc.ID)
		}
		ids[inc.ID] = true
		standing(at, inc.Evidence)
		if inc.Date != nil {
			standing(at+".date", inc.Date.Evidence)
		}
		for k, v := range inc.Locations {
			standing(fmt.Sprintf("%s.locations[%d] %q", at, k, v.Name), v.Evidence)
		}
		for k, v := range inc.Sites {
			standing(fmt.Sprintf("%s.sites[%d] %q", at, k, v.Text), v.Evidence)
		}
		for k, v := range inc.Weapons {
			standing(fmt.Sprintf("%s.weapons[%d] %q", at, k, v.Name), v.Evidence)
		}
		var figure func(what string, c event.Casualty)
		figure = func(what string, c event.Casualty) {
			standing(what, c.Evidence)
			if c.Count.IsZero() || c.Count.Min < 0 || c.Count.Max < 0 || c.Count.HasMin() && c.Count.HasMax() && c.Count.Min > c.Count.Max {
				fault("%s: the count %+v is out of bounds", what, c.Count)
			}
			for n, s := range c.Superseded {
				figure(fmt.Sprintf("%s.superseded[%d]", what, n), s)
			}
		}
		for k, v := range inc.Casualties {
			figure(fmt.Sprintf("%s.casualties[%d]", at, k), v)
		}
		for k, v := range inc.Perpetrators {
			standing(fmt.Sprintf("%s.perpetrators[%d] %q", at, k, v.Actor), v.Evidence)
		}
		for k, v := range inc.Claims {
			standing(fmt.Sprintf("%s.claims[%d] %q", at, k, v.Claimant), v.Evidence)
		}
	}
	for i, m := range rep.Mentions {
		if ev := (event.Evidence{Span: m.Span, Text: m.Text}); !ev.StandsIn(a.Title, a.Text) || m.Text == "" {
			fault("mention %d: %q is not at %v", i, m.Text, m.Span)
		}
		if m.Min != nil && m.Max != nil && *m.Min > *m.Max {
			fault("mention %d: %q counts from %d to %d", i, m.Text, *m.Min, *m.Max)
		}
		if !m.StartDate.IsZero() && !m.EndDate.IsZero() && m.EndDate.Before(m.StartDate) {
			fault("mention %d: %q ends before it starts", i, m.Text)
		}
	}
	if b, err := json.Marshal(rep); err != nil {
		fault("the report is no JSON: %w", err)
	} else if utf8.ValidString(a.Text) && utf8.ValidString(a.Title) && utf8.ValidString(a.ID) {
		var again event.Report
		if err := json.Unmarshal(b, &again); err != nil {
			fault("the report's JSON is not read: %w", err)
		} else if diff := cmp.Diff(rep, again); diff != "" {
			fault("the report changes on its way through JSON (-before +after):\n%s", diff)
		}
	}
	return errors.Join(faults...)
}

var withMentions = sync.OnceValue(func() *extract.Extractor {
	x, err := extract.New(extract.Options{Mentions: true})
	if err != nil {
		panic(err)
	}
	return x
})

// TestLaws reads every article.
func TestLaws(t *testing.T) {
	for _, s := range stories(t) {
		if err := lawful(s.article, withMentions().Read(s.article)); err != nil {
			t.Errorf("%s:\n%v", s.name, err)
		}
	}
}

// TestLawsOfPieces reads texts put together from sentences of the articles.
func TestLawsOfPieces(t *testing.T) {
	sentences := pieces(stories(t))
	rapid.Check(t, func(t *rapid.T) {
		a := extract.Article{
			Text:  strings.Join(rapid.SliceOfN(rapid.SampledFrom(sentences), 0, 12).Draw(t, "sentences"), rapid.SampledFrom([]string{" ", "\n\n", "\n", ""}).Draw(t, "joint")),
			Title: rapid.SampledFrom([]string{"", "Dozens dead as jets bomb market", "x\n\ny"}).Draw(t, "title"),
		}
		if rapid.Bool().Draw(t, "dated") {
			a.Published = event.Date{Year: 2025, Month: 4, Day: 24}
		}
		// A cut anywhere, in the middle of a letter too.
		if n := len(a.Text); n > 0 {
			a.Text = a.Text[rapid.IntRange(0, min(n, 40)).Draw(t, "cut"):]
		}
		if err := lawful(a, withMentions().Read(a)); err != nil {
			t.Fatal(err)
		}
	})
}

// pieces are the articles' sentences, more or less, with what follows them.
func pieces(all []story) []string {
	var out []string
	for _, s := range all {
		out = append(out, strings.SplitAfter(s.article.Text, ". ")...)
	}
	return out
}

// TestSameBytes reads each article again and again, from many goroutines and
// by extractors of its own, between readings of other articles.
func TestSameBytes(t *testing.T) {
	all := stories(t)
	read := func(x *extract.Extractor, a extract.Article) []byte {
		b, err := json.Marshal(x.Read(a))
		if err != nil {
			t.Error(err)
		}
		return b
	}
	want := make([][]byte, len(all))
	for i, s := range all {
		want[i] = read(withMentions(), s.article)
	}
	var wg sync.WaitGroup
	for g := range 6 {
		wg.Go(func() {
			x := withMentions()
			if g%2 == 1 {
				var err error
				if x, err = extract.New(extract.Options{Mentions: true}); err != nil {
					t.Error(err)
					return
				}
			}
			for i := range all {
				k := (i*7 + g*11) % len(all)
				if got := read(x, all[k].article); !bytes.Equal(got, want[k]) {
					t.Errorf("%s reads otherwise in goroutine %d", all[k].name, g)
				}
			}
		})
	}
	wg.Wait()
}

// A rewrite is a text with another text's words, and which byte of the other
// each of its bytes stands for. It has an entry for its end, too.
type rewrite struct {
	text string
	from []int
}

func unchanged(s string) rewrite {
	w := rewrite{text: s}
	for i := range len(s) + 1 {
		w.from = append(w.from, i)
	}
	return w
}

// replace is w with every old for new.
func (w rewrite) replace(old, new string) rewrite {
	var out rewrite
	var b strings.Builder
	for i := 0; i < len(w.text); {
		if !strings.HasPrefix(w.text[i:], old) {
			b.WriteByte(w.text[i])
			out.from = append(out.from, w.from[i])
			i++
			continue
		}
		b.WriteString(new)
		for range len(new) {
			out.from = append(out.from, w.from[i])
		}
		i += len(old)
	}
	out.text = b.String()
	out.from = append(out.from, w.from[len(w.text)])
	return out
}

// behind is w behind a paragraph that stands for nothing in it.
func (w rewrite) behind(paragraph string) rewrite {
	out := rewrite{text: paragraph + w.text}
	for range len(paragraph) {
		out.from = append(out.from, -1)
	}
	out.from = append(out.from, w.from...)
	return out
}

// before is w before a paragraph that stands for nothing in it.
func (w rewrite) before(paragraph string) rewrite {
	out := rewrite{text: w.text + paragraph, from: slices.Clone(w.from)}
	for range len(paragraph) {
		out.from = append(out.from, -1)
	}
	return out
}

// comparable is a report as the rewritten article reads, in the terms of the
// article itself: its spans moved back and its marks made plain.
func comparable(t testing.TB, rep event.Report, title, text rewrite) []any {
	t.Helper()
	b, err := json.Marshal(rep.Incidents)
	if err != nil {
		t.Fatal(err)
	}
	var v []any
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	plain := strings.NewReplacer("\r\n", "\n", "’", "'", "‘", "'", "“", `"`, "”", `"`)
	var walk func(v any) any
	walk = func(v any) any {
		switch v := v.(type) {
		case string:
			return plain.Replace(v)
		case []any:
			for i := range v {
				v[i] = walk(v[i])
			}
		case map[string]any:
			if start, ok := v["start"].(float64); ok {
				w := text
				if v["in"] == "title" {
					w = title
				}
				v["start"], v["end"] = w.from[int(start)], w.from[int(v["end"].(float64))]
			}
			delete(v, "id") // a hash of where the evidence stands
			for k := range v {
				v[k] = walk(v[k])
			}
		}
		return v
	}
	return walk(v).([]any)
}

// TestRewritten reads articles in another guise that says the same. What was
// read must stay as it was, but for where it stands.
func TestRewritten(t *testing.T) {
	for _, form := range []struct {
		name string
		// title and text rewrite those of an article.
		title, text func(w rewrite) rewrite
		// but picks out articles that may read otherwise; nil, none.
		but func(s story) bool
	}{
		{
			name:  "line ends of two bytes",
			title: func(w rewrite) rewrite { return w },
			text:  func(w rewrite) rewrite { return w.replace("\n", "\r\n") },
		},
		{
			name:  "straight quotes",
			title: func(w rewrite) rewrite { return straight(w) },
			text:  func(w rewrite) rewrite { return straight(w) },
		},
		{
			name:  "curly apostrophes",
			title: func(w rewrite) rewrite { return w.replace("'", "’") },
			text:  func(w rewrite) rewrite { return w.replace("'", "’") },
		},
		{
			name:  "behind a paragraph of something else",
			title: func(w rewrite) rewrite { return w },
			text:  func(w rewrite) rewrite { return w.behind(unrelated + "\n\n") },
			// Where the headline, the dateline or the day of a live blog
			// stand on top of the text, they no longer do.
			but: headed,
		},
		{
			name:  "before a paragraph of something else",
			title: func(w rewrite) rewrite { return w },
			text:  func(w rewrite) rewrite { return w.before("\n\n" + unrelated) },
		},
	} {
		t.Run(form.name, func(t *testing.T) {
			read := 0
			for _, s := range stories(t) {
				if form.but != nil && form.but(s) {
					continue
				}
				read++
				title, text := form.title(unchanged(s.article.Title)), form.text(unchanged(s.article.Text))
				a := s.article
				want := comparable(t, extract.Read(a), unchanged(a.Title), unchanged(a.Text))
				a.Title, a.Text = title.text, text.text
				got := comparable(t, extract.Read(a), title, text)
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s reads otherwise (-as written +rewritten):\n%s", s.name, diff)
				}
			}
			if read < 30 {
				t.Errorf("only %d articles were read", read)
			}
		})
	}
}

// unrelated is a paragraph without a number, date, place, weapon or actor.
const unrelated = "The library opens its reading room to visitors, and everybody is welcome to bring a book."

// label is a town before the text, "RAIPUR: …", and headLine a line without a
// full stop on top of it.
var (
	label    = regexp.MustCompile(`^[A-Z]+:`)
	headLine = regexp.MustCompile(`^[^\n]{1,100}[^.!?:;,"”’)\n]\n`)
)

// headed reports whether s has its head in the text: it is a page, a communiqué or a live
// blog, a wire in capitals, or begins with a line of its own or its town.
func headed(s story) bool {
	for _, style := range []string{"page", "blog", "newswire", "communiqué"} {
		if strings.Contains(s.truth.Style, style) && s.truth.Style != "newspaper" {
			return true
		}
	}
	return label.MatchString(s.article.Text) || headLine.MatchString(s.article.Text)
}

func straight(w rewrite) rewrite {
	return w.replace("’", "'").replace("‘", "'").replace("“", `"`).replace("”", `"`)
}
