package extract_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract"
	"github.com/sitrep-go/sitrep/gazetteer"
)

// TestOptionsFaults gives files that do not load. New must name each fault
// with its file, and must leave other extractors as they are.
func TestOptionsFaults(t *testing.T) {
	file := func(name, text string) fstest.MapFS { return fstest.MapFS{name: {Data: []byte(text)}} }
	x, err := extract.New(extract.Options{
		Rules: file("mine.txt", "rule broken killed\n\tmatch (a|b\n"),
		Names: file("arms.txt", "weapon nameless\n\tcategory no_such_class\n"),
	})
	if err == nil || x != nil {
		t.Fatalf("New gives %v and the error %v", x, err)
	}
	for _, want := range []string{"mine.txt:", "arms.txt:"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the error names no fault of %s:\n%v", want, err)
		}
	}
}

// TestOptionsApart reads the same text with files of one's own and without.
func TestOptionsApart(t *testing.T) {
	places, err := gazetteer.Parse("places.txt", "country UA\nZelena Balka; village; 47.91 33.52; Green Gully\n")
	if err != nil {
		t.Fatal(err)
	}
	a := extract.Article{Text: "A drone killed two soldiers in Green Gully on 3 May 2024."}
	with := extractor(t, extract.Options{Places: places}).Read(a)
	if len(with.Incidents) != 1 || len(with.Incidents[0].Locations) != 1 || with.Incidents[0].Locations[0].Name != "Zelena Balka" {
		t.Errorf("with the place:\n%s", readsText(with))
	}
	if without := extract.Read(a); strings.Contains(readsText(without), "Zelena Balka") {
		t.Errorf("without the place:\n%s", readsText(without))
	}
}

// TestCrimeToTheEnd reads an article of ordinary crime that breaks off behind
// its last verb.
func TestCrimeToTheEnd(t *testing.T) {
	a := extract.Article{Text: "TOO EARLY TO TELL. NELLY: DEPUTIES DON'T KNOW HOW THE VICTIMS WERE RELATED TO BUT OTHERS AT THE AT THE BARBECUE WERE NOT HARMED. AS FAR AS THE NEIGHBORHOOD, DEPUTIES SAY THEY ARE NO ONE HERE IS IN DANGER AT THIS TIME. BUT I DID SPEAK WITH NEIGHBORS WHO SAY THEY HAVE NEVER SEEN ANYTHING LIKE THIS AND THEY ARE", Published: event.Date{Year: 2016, Month: 11, Day: 13}}
	if err := lawful(a, extractor(t, extract.Options{Crime: true}).Read(a)); err != nil {
		t.Error(err)
	}
}
