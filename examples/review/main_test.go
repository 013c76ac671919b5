package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	article = `{"id":"a1","title":"Shells hit Kharkiv","published":"24 April 2025","source":"The Herald","text":"Two people were killed in Kharkiv."}` + "\n"
	record  = `{"id":"a1","published":"2025-04-24","incidents":[{"id":"i","type":"shelling","background":false,` +
		`"casualties":[{"harm":"killed","group":"people","min":2,"max":2,"hedge":"exact","evidence":[{"start":0,"end":10,"text":"Two people"}]}]}]}` + "\n"
)

// in makes a folder of files, by name and content, and returns it.
func in(t *testing.T, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for i := 0; i < len(files); i += 2 {
		if err := os.WriteFile(filepath.Join(dir, files[i]), []byte(files[i+1]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func call(args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = run(args, strings.NewReader(article), &out, &errs)
	return status, out.String(), errs.String()
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func TestPageOfRecords(t *testing.T) {
	dir := in(t, "news.jsonl", article, "records.jsonl", record)
	out := filepath.Join(dir, "page.html")
	status, _, stderr := call("-o", out, "-r", filepath.Join(dir, "records.jsonl"), filepath.Join(dir, "news.jsonl"))
	if status != 0 {
		t.Fatalf("status %d: %s", status, stderr)
	}
	if !strings.Contains(stderr, "1 article with 4 values to check") {
		t.Errorf("it says %q", stderr)
	}
	page, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"<title>news – review</title>", "Shells hit Kharkiv", "The Herald", "2025-04-24", `"from":0,"to":10`} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if info, err := os.Stat(out); err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("others cannot open the page: %v, %v", info.Mode(), err)
	}
	if d := cmp.Diff([]string{"news.jsonl", "page.html", "records.jsonl"}, names(t, dir)); d != "" {
		t.Errorf("files (-want +got):\n%s", d)
	}
}

func TestArticlesAreReadWhereNoRecordsAreGiven(t *testing.T) {
	dir := in(t, "news.jsonl", article, "pasted.txt", "Shells fell on Poltava on Monday.")
	out := filepath.Join(dir, "page.html")
	if status, _, stderr := call("-o", out, dir); status != 0 {
		t.Fatalf("status %d: %s", status, stderr)
	}
	page, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Two people were killed in Kharkiv.", "Shells fell on Poltava on Monday."} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if status, _, stderr := call("-o", out, "--limit", "1", dir); status != 0 || !strings.Contains(stderr, "1 article with") {
		t.Errorf("--limit 1: status %d, %q", status, stderr)
	}
}

func TestALinkAndADeviceStay(t *testing.T) {
	dir := in(t, "news.jsonl", article, "records.jsonl", record, "page.html", "old")
	link := filepath.Join(dir, "latest.html")
	if err := os.Symlink("page.html", link); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	if status, _, stderr := call("-o", link, "-r", filepath.Join(dir, "records.jsonl"), filepath.Join(dir, "news.jsonl")); status != 0 {
		t.Fatalf("status %d: %s", status, stderr)
	}
	if to, err := os.Readlink(link); err != nil || to != "page.html" {
		t.Errorf("the link leads to %q, %v", to, err)
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "page.html")); !bytes.HasPrefix(got, []byte("<!doctype")) {
		t.Errorf("the linked page is %.30q", got)
	}
	if status, _, stderr := call("-o", os.DevNull, "-r", filepath.Join(dir, "records.jsonl"), filepath.Join(dir, "news.jsonl")); status != 0 {
		t.Errorf("status %d: %s", status, stderr)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Errorf("%s is replaced by a file", os.DevNull)
	}
}

func TestStandardStreams(t *testing.T) {
	dir := in(t, "records.jsonl", record)
	status, stdout, stderr := call("-o", "-", "--name", "My week", "-r", filepath.Join(dir, "records.jsonl"), "-")
	if status != 0 || stderr != "" {
		t.Fatalf("status %d: %s", status, stderr)
	}
	if !strings.HasPrefix(stdout, "<!doctype html>") || !strings.Contains(stdout, "<title>My week – review</title>") {
		t.Errorf("standard output is %.80q", stdout)
	}
}

func TestFaults(t *testing.T) {
	dir := in(t, "news.jsonl", article, "records.jsonl", record,
		"others.jsonl", strings.ReplaceAll(record, `"a1"`, `"b7"`),
		"moved.jsonl", strings.ReplaceAll(record, `"start":0`, `"start":4`),
		"twice.jsonl", record+record, "bad.jsonl", record+"{oops\n", "empty.jsonl", "",
		"marks.jsonl", `{"article":"a1","field":"date","key":"1","verdict":"perhaps"}`+"\n")
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, tt := range []struct {
		name   string
		args   []string
		status int
		want   string
	}{
		{"nothing named", nil, 2, "name the articles to review"},
		{"nothing to score", []string{"--score"}, 2, "name the files that the page exported"},
		{"a negative limit", []string{"--limit=-1", at("news.jsonl")}, 2, "1 or more"},
		{"an unknown flag", []string{"--colour", at("news.jsonl")}, 2, "unknown flag --colour"},
		{"no such article", []string{"-r", at("records.jsonl"), at("missing.jsonl")}, 1, "no such file"},
		{"no such records", []string{"-r", at("missing.jsonl"), at("news.jsonl")}, 1, "missing.jsonl: no such file"},
		{"records that are none", []string{"-r", at("bad.jsonl"), at("news.jsonl")}, 1, "bad.jsonl:2: is no record"},
		{"a record twice", []string{"-r", at("twice.jsonl"), at("news.jsonl")}, 1, `twice.jsonl:2: a record with the id "a1" was there before`},
		{"no article in the file", []string{"-r", at("records.jsonl"), at("empty.jsonl")}, 1, "there is no article to show"},
		{"nowhere to write", []string{"-o", at("no/such/folder.html"), "-r", at("records.jsonl"), at("news.jsonl")}, 1, "cannot be written: no such file or directory"},
		{"marks that are none", []string{"--score", at("marks.jsonl")}, 1, `marks.jsonl:1: verdict "perhaps" is not known`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			args := tt.args
			if len(args) > 0 && args[0] != "-o" {
				args = append([]string{"-o", at("page.html")}, args...)
			}
			status, _, stderr := call(args...)
			if status != tt.status || !strings.Contains(stderr, tt.want) {
				t.Errorf("status %d, want %d; it says %q, want %q in it", status, tt.status, stderr, tt.want)
			}
			if slices.Contains(names(t, dir), "page.html") {
				t.Error("a page was written")
				os.Remove(at("page.html"))
			}
		})
	}
	// These give a page, and tell.
	for _, tt := range []struct{ name, records, want string }{
		{"records of other articles", "others.jsonl", `article "a1" has no record`},
		{"records of another text", "moved.jsonl", "1 quotation is not where the records say"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			status, _, stderr := call("-o", at("page.html"), "-r", at(tt.records), at("news.jsonl"))
			if status != 1 || !strings.Contains(stderr, tt.want) {
				t.Errorf("status %d, it says %q, want %q in it", status, stderr, tt.want)
			}
			if !slices.Contains(names(t, dir), "page.html") {
				t.Error("no page was written")
			}
			os.Remove(at("page.html"))
		})
	}
}

func TestAPageIsReplacedWholeOrNotAtAll(t *testing.T) {
	dir := in(t, "news.jsonl", article, "records.jsonl", record, "page.html", "the old page")
	out := filepath.Join(dir, "page.html")
	if status, _, _ := call("-o", out, "-r", filepath.Join(dir, "records.jsonl"), filepath.Join(dir, "missing.jsonl")); status != 1 {
		t.Fatalf("status %d", status)
	}
	if got, _ := os.ReadFile(out); string(got) != "the old page" {
		t.Errorf("a failed run leaves %.40q", got)
	}
	// A folder cannot be replaced by a page; nothing may be left beside it.
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "folder", "x"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if status, _, _ := call("-o", filepath.Join(dir, "folder"), "-r", filepath.Join(dir, "records.jsonl"), filepath.Join(dir, "news.jsonl")); status != 1 {
		t.Errorf("status %d for a folder in the page's place", status)
	}
	if d := cmp.Diff([]string{"folder", "news.jsonl", "page.html", "records.jsonl"}, names(t, dir)); d != "" {
		t.Errorf("files (-want +got):\n%s", d)
	}
}

func TestScore(t *testing.T) {
	dir := in(t, "marks.jsonl", strings.Join([]string{
		`{"article":"a1","field":"date","key":"1","verdict":"confirm"}`,
		`{"article":"a1","field":"date","key":"2","verdict":"confirm"}`,
		`{"article":"a1","field":"date","key":"3","verdict":"correct","correction":{"start":"2025-04-24"}}`,
		`{"article":"a1","field":"casualty","key":"4","verdict":"missing","correction":{"harm":"killed"}}`,
	}, "\n"))
	status, stdout, stderr := call("--score", filepath.Join(dir, "marks.jsonl"))
	if status != 0 {
		t.Fatalf("status %d: %s", status, stderr)
	}
	want := `
     field  right  wrong  corrected  missing  precision  recall
      date      2      0          1        0      66.7%   66.7%
  casualty      0      0          0        1          –    0.0%
       all      2      0          1        1      66.7%   50.0%

1 article marked, 0 of them read whole; recall holds only for those.
`
	var got strings.Builder
	for l := range strings.Lines(stdout) {
		got.WriteString(strings.TrimRight(l, " \n") + "\n")
	}
	if d := cmp.Diff(want, "\n"+got.String()); d != "" {
		t.Errorf("score (-want +got):\n%s", d)
	}
}

func TestHelpTeaches(t *testing.T) {
	status, stdout, _ := call("--help")
	if status != 0 {
		t.Errorf("status %d", status)
	}
	for _, want := range []string{"--records", "--score", "Examples:", "review articles/", "Exit status"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("--help does not say %q", want)
		}
	}
}

// The day of publication may be told, and the page shows the one that counts.
func TestPublished(t *testing.T) {
	dir := in(t, "bare.txt", "Two people were killed in Kharkiv on Thursday.", "dated.txt", "Shells hit Kharkiv\n\nPublished: 3 May 2024\n\nTwo people were killed in Kharkiv on Thursday.")
	out := filepath.Join(dir, "page.html")
	if status, _, stderr := call("-o", out, "--published", "25 April 2025", filepath.Join(dir, "bare.txt"), filepath.Join(dir, "dated.txt")); status != 0 {
		t.Fatalf("status %d: %s", status, stderr)
	}
	page, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"2025-04-25", "2025-04-24", "2024-05-03", "2024-05-02"} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if status, _, stderr := call("-o", out, "--published", "Thursday", out); status != 2 || !strings.Contains(stderr, "write a day") {
		t.Errorf("status %d, %q", status, stderr)
	}
}
