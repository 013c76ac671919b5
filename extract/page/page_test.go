package page

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

func story(t testing.TB) []byte {
	b, err := os.ReadFile("testdata/story.html")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

const storyText = `By Petra Nowak

Artillery shells struck the grain port of Izmail on Tuesday night, killing two dockers & wounding five other people, the harbour master said. “It was the third time this month,” he added, “and the worst.”

The shells came down at about 10 p.m., when the evening shift was loading a ship bound for Egypt—one of four in the port. A crane fell across the quay, and it took firefighters until dawn to reach the last of the wounded.

Nobody has said who fired. The regional governor, Oleh Kiper, blamed Russian forces on the far bank, and said that a warehouse with 3,000 tonnes of wheat had been lost as well. The port will stay closed until Friday, the operator said.

In a similar attack in March, a guard was killed.
No ship was damaged then.`

func TestStory(t *testing.T) {
	p, err := Parse(story(t), "")
	if err != nil {
		t.Fatal(err)
	}
	a := p.Article
	got := strings.ReplaceAll(a.Text, "\u00a0", " ")
	want := storyText
	if !strings.HasPrefix(got, "By Petra") { // the byline may be told apart
		want = strings.TrimPrefix(want, "By Petra Nowak\n\n")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	if a.Title != "Shells hit grain port, two dockers killed" || a.Published.String() != "2025-05-14" ||
		p.Outlet != "The Harbour Gazette" || a.URL != "https://gazette.example/world/shells-hit-port" {
		t.Errorf("got title %q, published %s, outlet %q, URL %q", a.Title, a.Published, p.Outlet, a.URL)
	}
}

// Paragraphs that only line breaks part, in a table, as pages once were.
func TestLineBreaks(t *testing.T) {
	p, err := Parse([]byte(`<html><head><title>Old page</title></head><body><table><tr><td><a href=a>Home</a><br><a href=b>News</a></td><td>
<font size=4><b>Bomb kills six in Quetta</b></font><br><i>14 March 2003</i><br><br>QUETTA: A bomb exploded in a bus station in Quetta on Friday,
killing six people and wounding eleven, police said.<br><br>No group said that it had planted the bomb, which went off under a bench at about 9 a.m.
while dozens of people were waiting for a bus to Kalat.</td></tr></table></body></html>`), "")
	if err != nil {
		t.Fatal(err)
	}
	want := "Bomb kills six in Quetta\n14 March 2003\n\nQUETTA: A bomb exploded in a bus station in Quetta on Friday, killing six people and wounding eleven, police said.\n\n" +
		"No group said that it had planted the bomb, which went off under a bench at about 9 a.m. while dozens of people were waiting for a bus to Kalat."
	if diff := cmp.Diff(want, p.Article.Text); diff != "" {
		t.Error(diff)
	}
}

// The entries of a live blog keep their times, on lines of their own.
func TestLiveBlog(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<html><head><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Live: strikes on Port Sudan","datePublished":"2025-05-06T05:00:00Z"}</script></head><body><main>`)
	for _, e := range []string{"18:40", "16:05", "12:10"} {
		b.WriteString(`<article><time datetime="2025-05-06T` + e + `:00Z">` + e + `</time><h2>News at ` + e + `</h2><p>Drones struck fuel tanks near the terminal at ` + e +
			`, an official said, adding that nobody was hurt and that a decision on reopening would come later.</p><div class="share-tools"><a href="#">Tweet</a></div></article>`)
	}
	b.WriteString(`</main></body></html>`)
	p, err := Parse([]byte(b.String()), "")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(p.Article.Text, "\n\n16:05\n\nNews at 16:05\n\nDrones struck") || strings.Contains(p.Article.Text, "Tweet") ||
		p.Article.Published.String() != "2025-05-06" || p.Article.Title != "Live: strikes on Port Sudan" {
		t.Errorf("%q, %s:\n%s", p.Article.Title, p.Article.Published, p.Article.Text)
	}
}

// Every word of the text leads back to the same word of the page.
func TestSource(t *testing.T) {
	page := story(t)
	p, err := Parse(page, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ words, page string }{
		{"killing two dockers & wounding five other people", "killing two dockers &amp; wounding five\n   other people"},
		{"firefighters", "firefighters"},
		{"took firefighters until", "took <b>firefighters</b> until"},
		{"Egypt—one", "Egypt&mdash;one"},
		{"10\u00a0p.m.", "10&nbsp;p.m."},
		{"&", "&amp;"},
		{"a guard was killed", "a guard was killed"},
	} {
		i := strings.Index(p.Article.Text, tt.words)
		if i < 0 {
			t.Errorf("%q is not in the text", tt.words)
			continue
		}
		from, to, ok := p.Source(i, i+len(tt.words))
		if got := string(page[from:to]); !ok || got != tt.page {
			t.Errorf("%q comes from %q, want %q", tt.words, got, tt.page)
		}
	}
	if _, _, ok := p.Source(len(p.Article.Text), len(p.Article.Text)+5); ok {
		t.Error("a range behind the text has a source")
	}
}

// Words that stand between the cells of a table are shown before it; a range
// across both comes from all that lies around them.
func TestSourceOfMovedText(t *testing.T) {
	page := "<p>Two shells fell on the town.</p><table><tr><td>One man died there.</td></tr>Nobody else was hurt.</table>"
	p, err := Parse([]byte(page), "")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(p.Article.Text, "hurt.\n\nOne man") {
		t.Fatalf("the text is %q", p.Article.Text)
	}
	from, to, ok := p.Source(strings.Index(p.Article.Text, "Nobody"), len(p.Article.Text))
	if want := "One man died there.</td></tr>Nobody else was hurt."; !ok || page[from:to] != want {
		t.Errorf("both sentences come from %q, want %q", page[from:to], want)
	}
}

func TestCharsets(t *testing.T) {
	utf8Page := `<html><head>CHARSET<title>Обстрел порта</title></head><body><article><p>` +
		strings.Repeat("В порту Измаила, по словам властей, погибли двое докеров и ранены пять человек. ", 5) + `</p></article></body></html>`
	page := func(charset string) string {
		return strings.Replace(utf8Page, "CHARSET", `<meta charset="`+charset+`">`, 1)
	}
	utf16 := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	for _, tt := range []struct {
		name, page, contentType string
		e                       encoding.Encoding
	}{
		{"utf-8", page("utf-8"), "", encoding.Nop},
		{"windows-1251", page("windows-1251"), "", charmap.Windows1251},
		{"koi8-r", page("x"), "text/html; charset=koi8-r", charmap.KOI8R},
		{"utf-16", "\ufeff" + page("utf-16"), "", utf16},
		{"bom", "\ufeff" + page("utf-8"), "", encoding.Nop},
		{"shift_jis", page("shift_jis"), "", japanese.ShiftJIS},
	} {
		src, err := tt.e.NewEncoder().String(tt.page)
		if err != nil {
			t.Fatal(err)
		}
		p, err := Parse([]byte(src), tt.contentType)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if !strings.HasPrefix(p.Article.Text, "В порту Измаила") || p.Article.Title != "Обстрел порта" {
			t.Errorf("%s: title %q, text %.60q", tt.name, p.Article.Title, p.Article.Text)
			continue
		}
		i := strings.LastIndex(p.Article.Text, "докеров")
		from, to, _ := p.Source(i, i+len("докеров"))
		if got, err := tt.e.NewDecoder().String(src[from:to]); err != nil || got != "докеров" {
			t.Errorf("%s: the source of the word is %q", tt.name, src[from:to])
		}
	}
}

// Hostile pages end in an error or a page, soon, and with bounded memory.
func TestHostile(t *testing.T) {
	var attributes strings.Builder
	for i := range maxAttributes + 1 {
		fmt.Fprintf(&attributes, "a%d=1 ", i)
	}
	for _, tt := range []struct {
		name, page, err string
	}{
		{"empty", "", "has no text"},
		{"no text", "<html><body><img src=x></body></html>", "has no text"},
		{"deep", strings.Repeat("<div>", 100_000) + "x", "more than"},
		{"attributes", "<p " + attributes.String() + ">Two dead.", "more than 300000 attributes"},
		{"nested", strings.Repeat("<b><div>", 2_000) + "killed", "exceeds"},
		{"long", strings.Repeat("x", MaxBytes+1), "longer than 16 MB"},
		{"scripted", `<script>document.write("<p>Ten killed</p>")</script>`, "has no text"},
		{"bad data", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":[[[[[[[` + strings.Repeat("[", 50_000) + `</script><p>Two dead.</p>`, ""},
		{"forged marks", `<article><p data-sitrep-at="-5">Two shells fell.</p><p data-sitrep-at="99999999">One man died.</p></article>`, ""},
		{"entities", "<p>" + strings.Repeat("&amp;amp;&lt;b&gt;&#0;&#x110000;&bogus; ", 2000), ""},
	} {
		p, err := Parse([]byte(tt.page), "")
		switch {
		case tt.err == "" && err != nil:
			t.Errorf("%s: %v", tt.name, err)
		case tt.err != "" && (err == nil || !strings.Contains(err.Error(), tt.err)):
			t.Errorf("%s: error %v, want one that says %q", tt.name, err, tt.err)
		case err == nil:
			checkSource(t, []byte(tt.page), p)
		}
	}
}

// checkSource checks the law of the map: plain characters of the text are the
// bytes of the page that they are said to come from.
func checkSource(t *testing.T, src []byte, p *Page) {
	t.Helper()
	end := 0
	for _, c := range p.pieces {
		if c.text < end || c.text+c.n > len(p.Article.Text) {
			t.Fatalf("piece %+v overlaps or passes the text of %d bytes", c, len(p.Article.Text))
		}
		end = c.text + c.n
		if c.n != c.srcN || p.chars != nil {
			continue
		}
		if got, want := src[c.src:c.src+c.srcN], p.Article.Text[c.text:c.text+c.n]; string(got) != want && src[c.src] != '&' && want != "\n" {
			t.Fatalf("text %q is said to come from %q", want, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(story(f), "")
	f.Add([]byte("<p>a<table><b>x</table>y<p>&amp;\r\n<svg><p>z"), "text/html; charset=windows-1252")
	f.Add([]byte("\xfe\xff\x00<\x00p\x00>\x00a"), "")
	f.Fuzz(func(t *testing.T, b []byte, contentType string) {
		p, err := Parse(b, contentType)
		if err != nil {
			return
		}
		if utf8.Valid(b) && !utf8.ValidString(p.Article.Text) {
			t.Fatalf("text %q of a valid page is not", p.Article.Text)
		}
		src := bytes.TrimPrefix(b, []byte("\ufeff"))
		checkSource(t, src, p)
		if from, to, ok := p.Source(0, len(p.Article.Text)); ok && (from < 0 || to > len(b) || from > to) {
			t.Fatalf("source %d-%d of a page of %d bytes", from, to, len(b))
		}
	})
}

func BenchmarkParse(b *testing.B) {
	page := story(b)
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(page, ""); err != nil {
			b.Fatal(err)
		}
	}
}
