package source

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"
)

func TestGuess(t *testing.T) {
	for _, tt := range []struct {
		path, head string
		want       Format
	}{
		{"a.jsonl", "", JSONL}, {"A.NDJSON", "", JSONL}, {"a.jsonl.gz", "", JSONL}, {"a.txt", "{\"text\":1}", Text},
		{"a.tsv", "", CSV}, {"a.HTM", "", HTML}, {"a.txtar", "", Txtar},
		{"-", `{"id":"a","text":"b"}` + "\n", JSONL},
		{"-", "\ufeff{\"text\":\"b\"}", JSONL},
		{"-", "{\n  \"text\": \"b\"\n}", JSON},
		{"a.json", `[{"text":"b"}]`, JSON},
		{"-", "  <!DOCTYPE html><p>", HTML}, {"-", "<?xml version=\"1.0\"?><html>", HTML},
		{"-", "why\n-- article.txt --\nx", Txtar},
		{"-", "id,title,text\n1,2,3\n", CSV}, {"-", "id;body\n1;2\n", CSV},
		{"-", "Rockets, shells, text messages, and fear\nIn Kyiv …\n", Text},
		{"-", "KYIV — Two people were killed.", Text}, {"-", "", Text}, {"page", "[Photo] Smoke over the port.", Text},
	} {
		if got := Guess(tt.path, []byte(tt.head)); got != tt.want {
			t.Errorf("%s %q: %s, want %s", tt.path, tt.head, got, tt.want)
		}
	}
}

// read gives what a source makes of standard input s: the articles, and the
// problems as they are printed.
func read(s string, o Options) (articles []Article, problems []string) {
	o.Stdin = strings.NewReader(s)
	files, _ := Find([]string{"-"})
	for in := range Articles(files, o) {
		a, ps, ok := in.Open()
		for _, p := range ps {
			problems = append(problems, p.Error())
		}
		if ok {
			articles = append(articles, a)
		}
	}
	return articles, problems
}

// A text is the article's to the byte.
func TestTextIsUntouched(t *testing.T) {
	text := "  \r\nA\u00a0shell\x00 hit\xff the\tport.\u2028\r\n"
	line, _ := json.Marshal(map[string]string{"text": "A\u00a0shell\x00 hit the\tport.\u2028\r\n "})
	for _, tt := range []struct {
		in   string
		f    Format
		want string
	}{
		{text, Text, text},
		{string(line), JSONL, "A\u00a0shell\x00 hit the\tport.\u2028\r\n "},
		{"why\n-- article.txt --\ntitle: T: U\npublished: 2024-05-04\n\n  One.\n\nTwo.\n-- reads.txt --\nx\n", Txtar, "  One.\n\nTwo.\n"},
		{"-- article.txt --\nKharkiv: two killed.\n\nMore.\n", Txtar, "Kharkiv: two killed.\n\nMore.\n"},
	} {
		a, problems := read(tt.in, Options{Format: tt.f})
		if len(a) != 1 || a[0].Text != tt.want || problems != nil {
			t.Errorf("%s %q: %+v %v", tt.f, tt.in, a, problems)
		}
	}
	a, _ := read("why\n-- article.txt --\ntitle: T: U\npublished: 2024-05-04\nid: x\nsource: The Gazette\nurl: https://a.example\n\nOne.\n", Options{Format: Txtar})
	if a[0].Title != "T: U" || a[0].Published.String() != "2024-05-04" || a[0].ID != "x" || a[0].Outlet != "The Gazette" || a[0].URL != "https://a.example" {
		t.Errorf("the header lines are read as %+v", a[0])
	}
}

// Text in UTF-16 is read as what it says, whatever the format.
func TestUTF16(t *testing.T) {
	for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		wide := func(s string) string {
			s, err := unicode.UTF16(order, unicode.UseBOM).NewEncoder().String(s)
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
		for _, s := range []string{
			"Zwei Schüsse — in Łódź.",
			"id\ttext\r\n7\tZwei Schüsse — in Łódź.\r\n",
			`{"id":"7","text":"Zwei Schüsse — in Łódź."}`,
			`[{"id":"7","text":"Zwei Schüsse — in Łódź."}]`,
			"<html><p>Zwei Schüsse — in Łódź.</p></html>",
			"<html>" + strings.Repeat(" ", 1<<17) + "<p>Zwei Schüsse — in Łódź.</p></html>",
		} {
			a, problems := read(wide(s), Options{})
			if len(a) != 1 || a[0].Text != "Zwei Schüsse — in Łódź." || problems != nil {
				t.Errorf("%v %.40q: %.200q %v", order, s, a, problems)
			}
		}
	}
}

// What is no text is no article, unless it is called one.
func TestForeign(t *testing.T) {
	for _, s := range []string{"%PDF-1.7\n%\xe2\xe3", "PK\x03\x04word/document.xml", "{\\rtf1 Two killed.}", "\x89PNG\r\n", "\xff\xd8\xff\xe0", "SQLite format 3\x00", "PAR1",
		"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>"} {
		a, problems := read(s, Options{})
		if len(a) != 0 || len(problems) != 1 || !strings.Contains(problems[0], "standard input: is ") {
			t.Errorf("%q: %v %v", s, a, problems)
		}
		if a, _ := read(s, Options{Format: Text}); len(a) != 1 {
			t.Errorf("%q called text is not read", s)
		}
	}
	// Prose may begin with the letters of a mark.
	if a, problems := read("GIF files show the blast.", Options{}); len(a) != 1 || problems != nil {
		t.Errorf("%v %v", a, problems)
	}
}

// An address is no file, and no pattern either.
func TestFindAddress(t *testing.T) {
	if _, problems := Find([]string{"https://a.example/news?id=7"}); len(problems) != 1 || !strings.Contains(problems[0].Error(), "curl") {
		t.Errorf("%v", problems)
	}
}

// Corpora call the parts of an article by other names.
func TestOtherNames(t *testing.T) {
	for _, tt := range []struct {
		line string
		o    Options
		want string // id, title, published, outlet, text
		err  string
	}{
		{`{"article_id":7,"headline":"T","pub_date":"24 April 2025","publisher":"G","body":"x"}`, Options{}, "7|T|2025-04-24|G|x", ""},
		{`{"id":"a","Full Text":"x","date":"2025-04-24"}`, Options{}, "a||2025-04-24||x", ""},
		// The names of the format come first.
		{`{"id":"a","text":"x","body":"y","published":"2025-04-24","date":"2025-05-05"}`, Options{}, "a||2025-04-24||x", ""},
		{`{"id":"a","text":"x","source":{"id":null,"name":"G"},"publishedAt":"2025-04-24T10:00:00Z"}`, Options{}, "a||2025-04-24|G|x", ""},
		{`{"id":"a","text":"x","source":["G"]}`, Options{}, "", `"source" is an array where a string is wanted`},
		{`{"id":"a","text":"x","Inhalt":"y"}`, Options{TextColumn: "Inhalt"}, "a||||y", ""},
		{`{"id":"a","text":"x"}`, Options{TextColumn: "Inhalt"}, "", "--text-column names"},
		{`{"id":"a","Inhalt":5}`, Options{TextColumn: "Inhalt"}, "", "not a string"},
		{`{"id":"a","body":null}`, Options{}, "", `has no "text"`},
	} {
		tt.o.Format = JSONL
		got := ""
		a, problems := read(tt.line, tt.o)
		for _, a := range a {
			got += strings.Join([]string{a.ID, a.Title, a.Published.String(), a.Outlet, a.Text}, "|")
		}
		if got != tt.want || (tt.err == "") != (problems == nil) || !strings.Contains(strings.Join(problems, ""), tt.err) {
			t.Errorf("%s: %q %q, want %q %q", tt.line, got, problems, tt.want, tt.err)
		}
	}
}

// A day in digits only is one where a day is asked for.
func TestPublishedInDigits(t *testing.T) {
	a, problems := read(`{"text":"x","published":20250424101112}`+"\n"+`{"text":"x","published":"1745483000"}`, Options{Format: JSONL})
	if len(a) != 2 || a[0].Published.String() != "2025-04-24" || a[1].Published.String() != "2025-04-24" || problems != nil {
		t.Errorf("%+v %v", a, problems)
	}
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b/2.txt", "b/1.html.gz", "a.jsonl", "z.md", ".hidden/x.txt", "c.JSON"} {
		path := filepath.Join(dir, name)
		os.MkdirAll(filepath.Dir(path), 0o777)
		if err := os.WriteFile(path, []byte("x"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	files, problems := Find([]string{dir, filepath.Join(dir, "z.md"), filepath.Join(dir, "*.txt"), "nowhere"})
	var got []string
	for _, f := range files {
		got = append(got, f.ID)
	}
	for _, p := range problems {
		got = append(got, strings.TrimPrefix(p.Error(), dir+"/"))
	}
	want := []string{"a", "b/1", "b/2", "c", "z", "*.txt: no file matches this pattern", "nowhere: there is no such file or folder"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Files of one name in different places are different articles.
func TestFindApart(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, path := range []string{"jan/1.txt", "feb/1.txt", "feb/2.txt", "feb/2.html", "mar/1.txt.gz"} {
		os.MkdirAll(filepath.Dir(path), 0o777)
		if err := os.WriteFile(path, []byte("x"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		args []string
		want []string
	}{
		{[]string{"jan", "feb/2.txt"}, []string{"1", "2"}},
		{[]string{"jan", "feb"}, []string{"jan/1", "feb/1", "feb/2.html", "feb/2.txt"}},
		{[]string{"*/1.*"}, []string{"feb/1", "jan/1", "mar/1"}},
		{[]string{"jan/1.txt", "./jan/1.txt"}, []string{"1", "1"}},
	} {
		files, _ := Find(tt.args)
		var got []string
		for _, f := range files {
			got = append(got, f.ID)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q:\n%s", tt.args, diff)
		}
	}
}

// A line longer than any article is told and passed over, whatever comes
// behind it is read, and it is never held.
func TestLongLine(t *testing.T) {
	in := `{"id":"a","text":"x"}` + "\n" + `{"id":"b","text":"` + strings.Repeat("killed ", MaxArticle/7) + `"}` + "\n" + `{"id":"c","text":"y"}`
	a, problems := read(in, Options{Format: JSONL})
	if len(a) != 2 || a[1].ID != "c" || len(problems) != 1 || !strings.HasPrefix(problems[0], "standard input:2: longer than 64 MB") {
		t.Errorf("%d articles, problems %v", len(a), problems)
	}
	// A quotation mark that is never closed does not take the rest of memory.
	csv := "id,text\na,\"" + strings.Repeat("line\n", MaxArticle/4)
	if a, problems := read(csv, Options{Format: CSV}); len(a) != 0 || len(problems) != 1 || !strings.Contains(problems[0], "longer than 64 MB") {
		t.Errorf("%d articles, problems %v", len(a), problems)
	}
}

// Text that packs well is no bomb.
func TestGzipGrowth(t *testing.T) {
	pack := func(s string) string {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		z.Write([]byte(s))
		z.Close()
		return b.String()
	}
	var lines strings.Builder
	for i := 0; lines.Len() < 2*graceBytes; i++ {
		fmt.Fprintf(&lines, `{"id":"n%d","text":"Shelling killed %d people in Kherson, police said."}`+"\n", i, i%977)
	}
	n, _ := read(pack(lines.String()), Options{})
	if len(n) < 100_000 {
		t.Errorf("%d articles", len(n))
	}
	if a, p := read(pack(pack("It rained.")), Options{}); len(a) != 1 || p != nil {
		t.Errorf("gzip in gzip: %v %v", a, p)
	}
	_, p := read(pack(pack(pack(pack("It rained.")))), Options{})
	if len(p) != 1 || !strings.Contains(p[0], "gzip within gzip") {
		t.Errorf("gzip four deep: %v", p)
	}
}

func FuzzJSONL(f *testing.F) {
	f.Add("{\"id\":\"a\",\"text\":\"b\"}\n\n{\"text\":1}\nx", "jsonl")
	f.Add("id,text\n1,\"2\n", "csv")
	f.Add("[{\"text\":\"a\"},{}]", "json")
	f.Add("-- article.txt --\ntitle: a\n\nb", "txtar")
	f.Add("\x1f\x8b\x08\x00", "")
	f.Fuzz(func(t *testing.T, s, format string) {
		a, problems := read(s, Options{Format: Format(format)})
		for _, p := range problems {
			if !strings.HasPrefix(p, "standard input") {
				t.Fatalf("a problem nowhere: %s", p)
			}
		}
		for _, a := range a {
			if a.ID == "" {
				t.Fatalf("an article without a name: %+v", a)
			}
		}
		if lines := strings.Count(s, "\n") + 1; format == "jsonl" && len(a)+len(problems) > 2*lines {
			t.Fatalf("%d articles and problems of %d lines", len(a)+len(problems), lines)
		}
	})
}

func BenchmarkJSONL(b *testing.B) {
	var in strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&in, `{"id":"n%d","published":"2024-05-04","text":"%s"}`+"\n", i, strings.Repeat("Shelling killed two people in Kherson, police said. ", 40))
	}
	b.SetBytes(int64(in.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if a, _ := read(in.String(), Options{}); len(a) != 1000 {
			b.Fatal(len(a))
		}
	}
}
