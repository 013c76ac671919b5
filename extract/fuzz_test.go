package extract_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract"
)

// FuzzRead asserts the laws of any text, and that it reads the same twice.
func FuzzRead(f *testing.F) {
	for _, s := range stories(f) {
		f.Add(s.article.Title, s.article.Text, true)
		f.Add("", s.article.Title+"\n"+s.article.Text, false)
	}
	for _, h := range hostile {
		f.Add("", h.text(200), true)
	}
	f.Fuzz(func(t *testing.T, title, text string, dated bool) {
		a := extract.Article{ID: "fuzz", Title: title, Text: text}
		if dated {
			a.Published = event.Date{Year: 2025, Month: 4, Day: 24}
		}
		rep := withMentions().Read(a)
		if err := lawful(a, rep); err != nil {
			t.Fatal(err)
		}
		one, err := json.Marshal(rep)
		if err != nil {
			t.Fatal(err)
		}
		two, err := json.Marshal(withMentions().Read(a))
		if err != nil {
			t.Fatal(err)
		}
		if string(one) != string(two) {
			t.Fatalf("the same text reads\n%s\nand then\n%s", one, two)
		}
	})
}

// again is a text of about n bytes that says s over and over.
func again(s string) func(n int) string {
	return func(n int) string { return strings.Repeat(s, n/len(s)+1) }
}

// numbered is again with a number of its own in each s.
func numbered(s string) func(n int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, s, i)
		}
		return b.String()
	}
}

// hostile are texts that nobody wrote to be read: each a way to make a reader
// panic, or look again and again at what it has seen.
var hostile = []struct {
	name string
	// text is about n bytes of it.
	text func(n int) string
}{
	{"one word of harm", again("killed ")},
	{"one word of harm on lines", again("killed\n")},
	{"one act of harm in one sentence", again("two people were killed in Kyiv and ")},
	{"sentences of harm", again("Two people were killed in Kyiv on Monday. ")},
	{"sentences of harm in paragraphs", again("Two people were killed in Kyiv on Monday, police said.\n\n")},
	{"incidents apart", numbered("In a separate attack %d people were killed in Kharkiv by a drone.\n\n")},
	{"numbers", numbered("%d ")},
	{"numbers with commas", numbered("%d, ")},
	{"number words", again("two hundred and ")},
	{"digits in one number", again("1")},
	{"digits with separators", again("1,000,")},
	{"parentheses", again("(")},
	{"nested parentheses", func(n int) string { return strings.Repeat("(killed ", n/16) + strings.Repeat("two) ", n/16) }},
	{"quotes", again(`"`)},
	{"quotes of harm", again(`"Two were killed," he said, "and `)},
	{"invalid UTF-8", again("\xff\xfe\x80killed \xc3(")},
	{"invalid UTF-8 alone", again("\xf0\x9f")},
	{"zero bytes", again("\x00")},
	{"zero width and bidi", again("k\u200bi\u200dl\u2060led \u202e12\u202c \u2066people\u2069 ")},
	{"marks without letters", again("\u0301\u0308")},
	{"places", again("Kyiv, Kharkiv, Odesa, ")},
	{"places hit in one sentence", func(n int) string { return "Missiles hit " + strings.Repeat("Kyiv and Kharkiv and Odesa and ", n/31) }},
	{"places that are ambiguous", again("Springfield Victoria San Jose ")},
	{"districts of districts", again("the village of Hope in Hope district of Hope region, ")},
	{"between places", again("between Kyiv and ")},
	{"weapons", again("Iskander-M or KN-23 or Kh-101 or ")},
	{"weapons counted", again("200 drones and 12 missiles, ")},
	{"weapons launched", again("Russia launched 200 drones and 12 Iskander-M missiles. ")},
	{"actors", again("Russia and Ukraine and Hamas and Israel ")},
	{"speakers", again("Governor Oleh Syniehubov said that ")},
	{"speakers in sentences", numbered("Mayor Ivan Petrenko%d said two people were killed. He said so again. ")},
	{"people", again("a woman, her son, and the father of ")},
	{"described victims", again("a 47-year-old woman and her son, 9, ")},
	{"days", again("on Monday, on Tuesday, two days later, ")},
	{"days in sentences", again("Two days later, on 3 May, it was shelled again. ")},
	{"commas", again(",")},
	{"hyphens", again("-")},
	{"hyphens between words", again("car-bomb-")},
	{"one word", again("a")},
	{"one word in capitals", again("A")},
	{"capitalised words", again("The Great Big ")},
	{"initials", again("J. K. ")},
	{"full stops", again(".")},
	{"line feeds", again("\n")},
	{"headings", again("KYIV, April 24 (Agency) —\n\n")},
	{"hours of a live blog", again("14:32 GMT\n\nTwo people were killed in Kyiv.\n\n")},
	{"links", again("READ MORE: Two killed in Kyiv\n")},
	{"spaces", again(" ")},
	{"no-break spaces", again("\u00a0")},
	{"anaphora", again("The attack killed two. It killed them. ")},
	{"sums", again("bringing the total to 12, of whom three were children, ")},
}

// TestHostile reads each hostile text at two lengths. Twice the text may not
// take much more than twice the time: the bound is generous, for machines are
// busy, but what is quadratic takes sixteen times as long for four times the
// text, and only what exceeds the bound again and again fails.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	const n = 64 << 10
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			once, fourfold := h.text(n), h.text(4*n)
			a := extract.Article{Text: once}
			if err := lawful(a, withMentions().Read(a)); err != nil {
				t.Fatalf("%.2000s", err.Error())
			}
			spend := func(text string) time.Duration {
				start := time.Now()
				extract.Read(extract.Article{Text: text})
				return time.Since(start)
			}
			least, most := spend(once), spend(fourfold)
			for try := 0; try < 4 && most > 10*least+20*time.Millisecond; try++ {
				least, most = min(least, spend(once)), min(most, spend(fourfold))
			}
			t.Logf("%d KB in %v, %d KB in %v", n>>10, least, 4*n>>10, most)
			if most > 10*least+20*time.Millisecond {
				t.Errorf("%d KB take %v and %d KB %v: more than four times the text should", n>>10, least, 4*n>>10, most)
			}
		})
	}
}

// TestTenMegabytes reads what nobody would send, at the length that somebody
// might.
func TestTenMegabytes(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 50 MB")
	}
	for _, h := range []struct {
		name string
		text string
	}{
		{"killed", again("killed ")(10 << 20)},
		{"one line", again("x")(10 << 20)},
		{"a million numbers", numbered("%d ")(7 << 20)},
		{"invalid UTF-8", again("\xff\xfe")(10 << 20)},
		{"100,000 places in one sentence", "Missiles hit " + again("Kyiv and ")(900_000)},
		{"a title", again("killed in Kyiv ")(10 << 20)},
	} {
		start := time.Now()
		a := extract.Article{Text: h.text}
		if h.name == "a title" {
			a = extract.Article{Title: h.text, Text: "Two people were killed in Kyiv."}
		}
		rep := extract.Read(a)
		spent := time.Since(start)
		t.Logf("%s: %d bytes in %v", h.name, len(h.text), spent)
		for i := range rep.Incidents {
			if err := rep.Incidents[i].Validate(); err != nil {
				t.Errorf("%s: %v", h.name, err)
				break
			}
		}
		if spent > time.Minute {
			t.Errorf("%s takes %v", h.name, spent)
		}
	}
}
