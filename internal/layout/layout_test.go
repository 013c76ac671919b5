package layout

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/sitrep-go/sitrep/internal/text"
)

// show prints a layout a line each: its kind, its dateline in braces or label
// in brackets, and its words. Sentences of a line stand together, so that the
// test is not one of where sentences end.
func show(d *text.Document, l Layout) string {
	var b strings.Builder
	if !l.Published.IsZero() {
		fmt.Fprintf(&b, "published %s\n", l.Published)
	}
	for i := 0; i < len(d.Sentences); {
		s, z := d.Sentences[i], l.Zones[i]
		last := s.Last
		for i++; i < len(d.Sentences) && d.Sentences[i].Par == s.Par && l.Zones[i].Kind == z.Kind && l.Zones[i].Lead == NoLead; i++ {
			last = d.Sentences[i].Last
		}
		line := z.Kind.String() + " "
		switch lead := d.Slice(s.First, z.Text); z.Lead {
		case Dateline:
			line += "{" + lead + "} "
		case Label:
			line += "[" + lead + "] "
		}
		words := ""
		if z.Text < len(d.Tokens) {
			words = d.Slice(z.Text, last)
		}
		b.WriteString(strings.TrimRight(line+words, " ") + "\n")
	}
	for _, e := range l.Entries {
		fmt.Fprintf(&b, "entry %02d:%02d %s\n", e.Minute/60, e.Minute%60, e.Date)
	}
	return b.String()
}

func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			page, want := string(a.Files[0].Data), string(a.Files[1].Data)
			d := text.Split(page)
			if diff := cmp.Diff(want, show(d, Read(d, 0))); diff != "" {
				t.Errorf("%s (-want +got):\n%s", a.Comment, diff)
			}
			// With Windows line ends the page reads the same.
			d = text.Split(strings.ReplaceAll(page, "\n", "\r\n"))
			if diff := cmp.Diff(want, strings.ReplaceAll(show(d, Read(d, 0)), "\r", "")); diff != "" {
				t.Errorf("with CRLF (-want +got):\n%s", diff)
			}
		})
	}
}

func TestPublished(t *testing.T) {
	for _, tt := range []struct{ head, want string }{
		{"date 2025-04-24 World", "2025-04-24"},
		{"Published: 2 May 2016, 21:40   Updated: 22:55", "2016-05-02"},
		{"By Ann Lee | May 2, 2016", "2016-05-02"},
		{"Jane Doe · 14 May 2025 · 4 min read", "2025-05-14"},
		{"By Ann Lee, Sept. 3, 2019 9:15 a.m. EDT", "2019-09-03"},
		{"Updated 5 May 2016 · Published 2 May 2016", "2016-05-02"},
		{"Tuesday, 1/5/2016 - Updated: 3 months ago", "2016-01-05"},
		{"Published: Sunday, 1/5/2016", "2016-05-01"}, // the weekday tells the order
		{"24.04.2025 17:03", "2025-04-24"},
		{"Published 2025-04-24T17:03:00Z", "2025-04-24"},
		{"12 August، 2022", "2022-08-12"},
		{"Raid on port town Posted: Thursday, April 23, 2015 10:11 AM EDT Updated: Friday, April 24, 2015", "2015-04-23"},
		{"Last modified on 31 February 2020", ""},
		{"Our archive of 12,000 stories from 3 March 1998 is open to all readers", ""},
	} {
		d := text.Split("Shelling kills two in border town\n\n" + tt.head + "\n\nTwo people died when shells fell on the border town of Tell on Monday.")
		l := Read(d, 0)
		if got := l.Published.String(); got != tt.want {
			t.Errorf("%q: published %q, want %q", tt.head, got, tt.want)
		}
		if said := d.Text[l.PublishedAt.Start:l.PublishedAt.End]; !strings.Contains(tt.head, said) {
			t.Errorf("%q: published is read from %q", tt.head, said)
		}
	}
}

// Paragraphs that speak of what furniture speaks of are the article's.
func TestStaysBody(t *testing.T) {
	for _, s := range []string{
		"Subscribe rates fell after the attack, and the paper closed its office in Goma last week. Its editor was shot in May.",
		"Also on Sunday, two soldiers were injured when a mine went off near the gate.",
		"The Red Cross is a witness to what happened, its delegate said after the shelling of Tel Tamr.",
		"Facebook removed a video of the killing of three prisoners, the company said on Friday.",
		"By Sunday evening, rescuers had counted 12 dead in the ruins of the market.",
		"He shared the post on Telegram, where the group claims its attacks, and was arrested.",
		"More than 30 rockets hit the port of Odesa, killing one.",
		"Read out in court, the letter named the two officers who ordered the killing.",
		"Anadolu Agency reported that four villagers were killed by a landmine on Tuesday.",
		"Most read the statement as a threat; a day later the village was shelled.",
		"Three were killed.",
		"Police said 14 people had died.",
	} {
		d := text.Split("A convoy was hit near the town of Amuda on Monday, killing six people, officials said.\n\n" + s +
			"\n\nThe army has not commented on the incident, and no group has said that it was behind it.")
		l := Read(d, 0)
		for i, z := range l.Zones {
			if z.Kind != Body {
				t.Errorf("%q is %s", d.SentenceText(d.Sentences[i]), z.Kind)
			}
		}
	}
}

// A headline that was given apart is the title, and so is its repetition in
// the text.
func TestTitleApart(t *testing.T) {
	title := "Drone hits ambulance in Kherson"
	body := "Drone hits ambulance in Kherson\n\nBy Ivan Lys\n\nA drone hit an ambulance in the city of Kherson on Friday, wounding a medic, doctors said."
	d := text.Split(title + "\n\n" + body)
	l := Read(d, len(title)+2)
	want := "title Drone hits ambulance in Kherson\ntitle Drone hits ambulance in Kherson\nheader By Ivan Lys\n" +
		"body A drone hit an ambulance in the city of Kherson on Friday, wounding a medic, doctors said.\n"
	if diff := cmp.Diff(want, show(d, l)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]int{0, 1}, l.Titles); diff != "" {
		t.Error(diff)
	}
}

// The phrases of the lists are told apart by their text: one that is listed
// twice says nothing more.
func TestFurnitureListsOnce(t *testing.T) {
	section, seen := "", map[string]bool{}
	for n, l := range strings.Split(furnitureFile, "\n") {
		if strings.HasPrefix(l, "[") && strings.HasSuffix(l, "]") {
			section = l
		}
		if l == "" || strings.HasPrefix(l, "# ") || section == "[bar]" {
			continue
		}
		if seen[section+l] {
			t.Errorf("furniture.txt:%d: %q is in %s twice", n+1, l, section)
		}
		seen[section+l] = true
	}
}

// Twice the lines take about twice the time, whatever the lines are.
func TestLinear(t *testing.T) {
	for _, line := range []string{
		"Home\n", "KYIV, Ukraine (May 4)\n", "UN CHIEF TO VISIT KYIV AS TALKS RESUME\n", "• Two killed in raid\n", "READ MORE\n", "Most Read\nHe was killed there in May, they said.\n",
		"18:40 – Airport shut\n", "By Ann Lee\n", "2 May 2016\n", "Drone hits ambulance in Kherson\n", "KHERSON. Two were hurt.\n", ", . ; ", "Photo: ", "© ", "killed ",
	} {
		took := func(n int) time.Duration {
			d := text.Split("A shell hit a farm near the town of Tell on Monday, killing two men.\n" + strings.Repeat(line, n))
			best := time.Hour
			for range 3 {
				start := time.Now()
				Read(d, 0)
				best = min(best, time.Since(start))
			}
			return best
		}
		// A machine that is busy otherwise is asked again.
		const n = 4000
		one, eight := took(n), took(8*n)
		for range 9 {
			if eight <= 32*one+20*time.Millisecond {
				break
			}
			eight = min(eight, took(8*n))
		}
		if eight > 32*one+20*time.Millisecond {
			t.Errorf("%q: %v for %d, %v for eight times as many", line, one, n, eight)
		}
	}
}

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		if a, err := txtar.ParseFile(file); err == nil {
			f.Add(string(a.Files[0].Data), 0)
		}
	}
	f.Add("By\n1.\n2. \n©\n—\n12/13/2014\nAdvertisement", 3)
	f.Fuzz(func(t *testing.T, s string, body int) {
		d := text.Split(s)
		l := Read(d, body)
		if len(l.Zones) != len(d.Sentences) {
			t.Fatalf("%d zones for %d sentences", len(l.Zones), len(d.Sentences))
		}
		for i, s := range d.Sentences {
			if z := l.Zones[i]; z.Text < s.First || z.Text > s.Last || (z.Lead == NoLead) != (z.Text == s.First) {
				t.Fatalf("zone %+v of sentence %+v", z, s)
			}
		}
		if l.Published.IsZero() != l.PublishedAt.IsZero() {
			t.Fatalf("published %v at %v", l.Published, l.PublishedAt)
		}
		if diff := cmp.Diff(l, Read(d, body)); diff != "" {
			t.Fatalf("read twice, it differs:\n%s", diff)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	files, _ := filepath.Glob("testdata/*.txtar")
	var all strings.Builder
	for _, file := range files {
		if a, err := txtar.ParseFile(file); err == nil {
			all.Write(a.Files[0].Data)
		}
	}
	for _, bb := range []struct{ name, s string }{
		{"pages", all.String()},
		{"prose", strings.Repeat("A shell hit a house in the village on Monday, killing a farmer and wounding his two sons, police said. The army has not commented.\n\n", 200)},
		{"menu", strings.Repeat("Home\nWorld\nSyria\n", 5000)},
		{"bullets", strings.Repeat("• Two killed in raid\n", 5000)},
	} {
		b.Run(bb.name, func(b *testing.B) {
			d := text.Split(bb.s)
			b.SetBytes(int64(len(bb.s)))
			b.ReportAllocs()
			for b.Loop() {
				Read(d, 0)
			}
		})
	}
}
