package extract_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/sitrep-go/sitrep/extract"
	"github.com/sitrep-go/sitrep/internal/source"
)

// articleDir holds the articles that rules are made with in sight; apartDir
// those that no rule is made from, to see what the rules are worth elsewhere.
const (
	articleDir = "../testdata/articles"
	apartDir   = "../testdata/apart"
)

// A story is one test archive: an article, what a person says it tells, and
// what the library reads in it today.
type story struct {
	path, name string
	why        string
	article    extract.Article
	truth      truth
	reads      string
}

// truth is what a person says that an article tells.
type truth struct {
	Theatre      string   `json:"theatre"`
	Style        string   `json:"style"`
	Incidents    []record `json:"incidents"`
	NotIncidents []string `json:"not_incidents"`
}

// stories loads the articles of articleDir.
func stories(t testing.TB) []story { return storiesOf(t, articleDir) }

// storiesOf loads every article of dir, each as the scan program would.
func storiesOf(t testing.TB, dir string) []story {
	t.Helper()
	files, problems := source.Find([]string{dir})
	for _, p := range problems {
		t.Fatal(p)
	}
	var all []story
	for in := range source.Articles(files, source.Options{}) {
		a, problems, ok := in.Open()
		if len(problems) > 0 || !ok {
			t.Fatal(problems)
		}
		s, err := archive(in.At)
		if err != nil {
			t.Fatal(err)
		}
		s.article = a.Article
		all = append(all, s)
	}
	if len(all) == 0 {
		t.Fatal("there are no articles in " + dir)
	}
	return all
}

// archive reads the members of a test archive that scan does not.
func archive(path string) (story, error) {
	s := story{path: path, name: strings.TrimSuffix(filepath.Base(path), ".txtar")}
	ar, err := txtar.ParseFile(path)
	if err != nil {
		return s, err
	}
	why, ok := strings.CutPrefix(strings.TrimSpace(string(ar.Comment)), "why: ")
	if !ok || why == "" {
		return s, fmt.Errorf(`%s: the comment before "-- article.txt --" must say what is difficult, as "why: two sides give two tolls"`, path)
	}
	s.why = why
	found := map[string]bool{}
	for _, f := range ar.Files {
		found[f.Name] = true
		switch f.Name {
		case "truth.json":
			if err := json.Unmarshal(f.Data, &s.truth); err != nil {
				return s, fmt.Errorf("%s: truth.json: %w", path, err)
			}
		case "reads.txt":
			s.reads = string(f.Data)
		case "article.txt":
		default:
			return s, fmt.Errorf("%s: member %q is none of article.txt, truth.json and reads.txt", path, f.Name)
		}
	}
	for _, name := range []string{"article.txt", "truth.json", "reads.txt"} {
		// What is read of an article apart is not written down: who reads it
		// would make rules from it.
		if !found[name] && !(name == "reads.txt" && filepath.Base(filepath.Dir(path)) == filepath.Base(apartDir)) {
			return s, fmt.Errorf(`%s: has no member "-- %s --"`, path, name)
		}
	}
	return s, nil
}

// rewrite sets what the library reads in the archive of s, and leaves every
// other byte of the file as it is.
func (s story) rewrite(reads string) error {
	b, err := os.ReadFile(s.path)
	if err != nil {
		return err
	}
	const mark = "\n-- reads.txt --\n"
	at := strings.LastIndex(string(b), mark)
	if at < 0 {
		return fmt.Errorf("%s: has no member reads.txt", s.path)
	}
	return os.WriteFile(s.path, []byte(string(b[:at])+mark+reads), 0o644)
}

// TestArticlesAreWhole checks what a person wrote in the archives: each label
// quotes the article, so that a slip of the pen cannot pass for truth.
func TestArticlesAreWhole(t *testing.T) {
	ids := map[string]string{}
	for _, s := range append(stories(t), storiesOf(t, apartDir)...) {
		if other, ok := ids[s.article.ID]; ok {
			t.Errorf("%s and %s have the same id %q", s.name, other, s.article.ID)
		}
		ids[s.article.ID] = s.name
		words := s.article.Title + "\n" + s.article.Text
		quote := func(what, q string) {
			if q != "" && !strings.Contains(words, q) {
				t.Errorf("%s: the %s %q is not in the article", s.name, what, q)
			}
		}
		if s.truth.Theatre == "" || s.truth.Style == "" {
			t.Errorf("%s: truth.json names no theatre or no style", s.name)
		}
		for _, r := range s.truth.Incidents {
			quote("anchor", r.Anchor)
			if len(r.Types) == 0 {
				t.Errorf("%s: %q has no type", s.name, r.Anchor)
			}
			for _, l := range r.Locations {
				quote("place", l.Text)
			}
			for _, w := range r.Weapons {
				quote("weapon", w.Text)
			}
			for _, c := range r.Casualties {
				quote("figure", c.Text)
			}
		}
	}
}
