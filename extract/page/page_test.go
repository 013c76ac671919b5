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
		{"utf-16 without a mark", page("x"), "", utf16},
		{"utf-16 of the other order", "\ufeff" + page("utf-16"), "", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
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
		if !strings.HasPrefix(p.Article.Text, "В порту Измаила") || strings.Contains(p.Article.Text, "Обстрел порта") || p.Article.Title != "Обстрел порта" {
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

const attack = "Two shells fell on the market of Kherson on Tuesday, killing three people and wounding eleven, the head of the city said. " +
	"The shop where most of them had been standing burned down, and it took the crews until night to put the fire out."

// What a page says of itself is found where pages put it.
func TestMeta(t *testing.T) {
	ld := func(s string) string { return `<script type="application/ld+json">` + s + `</script>` }
	for _, tt := range []struct {
		why, head, day, title, outlet string
	}{
		{"a list, with the article second", ld(`[{"@type":"BreadcrumbList"},{"@type":["NewsArticle"],"headline":"Shells hit market","datePublished":"2025-05-14T08:10:00Z","publisher":[{"name":"x"}]}]`), "2025-05-14", "Shells hit market", ""},
		{"what the page is about", ld(`{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","headline":"Shells hit market","datePublished":"2025-05-14","publisher":{"name":"The Gazette"}}}`), "2025-05-14", "Shells hit market", "The Gazette"},
		{"the page's own article among teasers, by its address", `<link rel="canonical" href="https://a.example/2">` + ld(`[{"@type":"NewsArticle","headline":"Old","datePublished":"2020-01-01","url":"https://a.example/1"},{"@type":"NewsArticle","headline":"Shells hit market","datePublished":"2025-05-14","url":"https://a.example/2"}]`), "2025-05-14", "Shells hit market", ""},
		{"the page's own article among teasers, by its headline", `<title>Shells hit market | The Gazette</title>` + ld(`{"@type":"NewsArticle","headline":"Old","datePublished":"2020-01-01"}`) + ld(`{"@type":"NewsArticle","headline":"Shells hit market","datePublished":"2025-05-14"}`), "2025-05-14", "Shells hit market", ""},
		{"teasers only", `<title>Shells hit market</title>` + ld(`{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Old","datePublished":"2020-01-01"}]}`), "", "Shells hit market", ""},
		{"hidden from old browsers", ld("\n//<![CDATA[\n" + `[{"@type":"NewsArticle","headline":"Shells hit market","datePublished":"2025-05-14"}]` + "\n//]]>\n"), "2025-05-14", "Shells hit market", ""},
		{"a line end within a string and a comma too many", ld("{\"@type\":\"NewsArticle\",\"headline\":\"Shells hit\nmarket\",\"datePublished\":\"2025-05-14\",\n}"), "2025-05-14", "Shells hit market", ""},
		{"a publisher that is named elsewhere", ld(`{"@type":"NewsArticle","headline":"Shells hit market","publisher":{"@id":"#us"}}`), "", "Shells hit market", ""},
		{"the address", `<title>Shells hit market</title><link rel="canonical" href="https://a.example/world/2025/05/14/shells">`, "2025-05-14", "Shells hit market", ""},
		{"another number in the address", `<title>Shells hit market</title><link rel="canonical" href="https://a.example/2025/55/14/shells/2025/05">`, "", "Shells hit market", ""},
		{"a day without marks", `<title>Shells hit market</title><meta name="pubdate" content="20250514">`, "2025-05-14", "Shells hit market", ""},
		{"when it was changed is not when it appeared", `<title>Shells hit market</title><meta property="article:modified_time" content="2025-05-16">`, "", "Shells hit market", ""},
	} {
		p, err := Parse([]byte("<html><head>"+tt.head+"</head><body><article><p>"+attack+"</p></article></body></html>"), "")
		if err != nil {
			t.Errorf("%s: %v", tt.why, err)
			continue
		}
		if p.Article.Published.String() != tt.day || p.Article.Title != tt.title || p.Outlet != tt.outlet || p.Article.Text != attack {
			t.Errorf("%s: %s, title %q, outlet %q, text %.40q", tt.why, p.Article.Published, p.Article.Title, p.Outlet, p.Article.Text)
		}
	}
}

// The article of a page that a program fills in is in its data.
func TestArticleBody(t *testing.T) {
	page := `<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Shells &amp; fire","articleBody":"<p>Two shells fell.</p><p>A man died &amp; was\nnot alone.</p>"}</script></head><body><div id="app"></div></body></html>`
	p, err := Parse([]byte(page), "")
	if err != nil {
		t.Fatal(err)
	}
	if p.Article.Text != "Two shells fell.\n\nA man died & was\n\nnot alone." || p.Article.Title != "Shells & fire" {
		t.Errorf("%q: %q", p.Article.Title, p.Article.Text)
	}
	if _, _, ok := p.Source(0, 5); ok {
		t.Error("the text has a source in the page")
	}
}

// An old wire story has its lines in <pre>, and each keeps its place.
func TestPre(t *testing.T) {
	page := "<html><body><h1>WIRE</h1><pre>\nTwo shells fell on the\nmarket.\n\n  A man <b>died</b>\n\n\nlater.\n</pre></body></html>"
	p, err := Parse([]byte(page), "")
	if err != nil {
		t.Fatal(err)
	}
	if want := "WIRE\n\nTwo shells fell on the\nmarket.\n\nA man died\n\nlater."; p.Article.Text != want {
		t.Errorf("%q, want %q", p.Article.Text, want)
	}
	checkSource(t, []byte(page), p)
}

// A byline, which is taken out of the text, may tell the day.
func TestByline(t *testing.T) {
	p, err := Parse([]byte(`<html><head><title>Shells hit market</title></head><body><article><h1>Shells hit market</h1><p class="byline">By A. Writer | May 14, 2025 8:00 am</p><p>`+attack+`</p></article></body></html>`), "")
	if err != nil || p.Article.Published.String() != "2025-05-14" {
		t.Errorf("%+v, %v", p, err)
	}
}

// The foot of a page is no article, however short the article is.
func TestShort(t *testing.T) {
	p, err := Parse([]byte(`<html><head><title>Two killed</title></head><body><nav><ul><li><a>Home</a></li></ul></nav><article><p>Two people were killed in shelling of Kherson on 3 May 2025.</p></article><footer><p>© Gazette, all rights reserved</p></footer></body></html>`), "")
	if err != nil || p.Article.Text != "Two people were killed in shelling of Kherson on 3 May 2025." {
		t.Errorf("%+v, %v", p, err)
	}
}

// The bar that the Wayback Machine puts over a page is not of it.
func TestWayback(t *testing.T) {
	p, err := Parse([]byte(`<html><body><div id="wm-ipp-base"><div id="wm-ipp"><p>The Wayback Machine has 12 captures of this page.</p></div></div><div><p>Two shells fell.</p></div></body></html>`), "")
	if err != nil || p.Article.Text != "Two shells fell." {
		t.Errorf("%+v, %v", p, err)
	}
}

// The byte order mark of UTF-16 is no text, not of a short page either.
func TestByteOrderMark(t *testing.T) {
	src, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("<html><head><title>Shells</title></head><body><p>Two shells fell.</p></body></html>")
	if err != nil {
		t.Fatal(err)
	}
	p, err := Parse([]byte(src), "")
	if err != nil || p.Article.Text != "Two shells fell." {
		t.Fatalf("%+v, %v", p, err)
	}
	if from, to, _ := p.Source(4, 10); src[from:to] != "s\x00h\x00e\x00l\x00l\x00s\x00" {
		t.Errorf("the source of the word is %q", src[from:to])
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
