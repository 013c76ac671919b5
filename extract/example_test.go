package extract_test

import (
	"fmt"
	"io/fs"
	"log"
	"os"
	"strings"
	"sync"
	"testing/fstest"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract"
	"github.com/sitrep-go/sitrep/gazetteer"
)

// One article: the text, and the day it appeared, without which "on Thursday"
// is no day.
func ExampleRead() {
	rep := extract.Read(extract.Article{
		Published: event.Date{Year: 2025, Month: 4, Day: 25},
		Text:      "At least two civilians were killed when a drone hit a bus in Nikopol on Thursday.",
	})
	for _, inc := range rep.Incidents {
		fmt.Println(inc.Type, inc.Date.Period, inc.Locations[0].Name, "killed", inc.Killed())
	}
	// Output:
	// drone_strike 2025-04-24 Nikopol killed 2+
}

// A folder in parallel: one Extractor serves any number of goroutines.
func ExampleExtractor_Read_folder() {
	x, err := extract.New(extract.Options{})
	if err != nil {
		log.Fatal(err)
	}
	dir := fstest.MapFS{ // os.DirFS("articles")
		"a.txt": {Data: []byte("Shelling killed three people in Kherson on 3 May 2024.")},
		"b.txt": {Data: []byte("The council met to talk about the budget.")},
		"c.txt": {Data: []byte("A car bomb killed nine people in Mogadishu on 4 May 2024.")},
	}
	names, err := fs.Glob(dir, "*.txt")
	if err != nil {
		log.Fatal(err)
	}
	reports := make([]event.Report, len(names))
	var wg sync.WaitGroup
	for i, name := range names {
		wg.Go(func() {
			b, err := fs.ReadFile(dir, name)
			if err != nil {
				log.Print(err)
				return
			}
			reports[i] = x.Read(extract.Article{ID: name, Text: string(b)})
		})
	}
	wg.Wait()
	for _, rep := range reports {
		fmt.Println(rep.ID, len(rep.Incidents))
		for _, inc := range rep.Incidents {
			fmt.Println(" ", inc.Type, inc.Date.Period, inc.Locations[0].Name)
		}
	}
	// Output:
	// a.txt 1
	//   shelling 2024-05-03 Kherson
	// b.txt 0
	// c.txt 1
	//   bombing 2024-05-04 Mogadishu
}

// Weapons, places and rules of one's own, here in memory; os.DirFS and
// [gazetteer.Load] read them from files.
func ExampleOptions() {
	places, err := gazetteer.Parse("places.txt", `
country UA
# name; class; latitude longitude; other names
Zelena Balka; village; 47.91 33.52; Green Gully
`)
	if err != nil {
		log.Fatal(err)
	}
	x, err := extract.New(extract.Options{
		Places: places,
		Names: fstest.MapFS{"weapons.txt": {Data: []byte(`
weapon night-heron
name Night Heron
category one_way_drone
source general knowledge
`)}},
		Rules: fstest.MapFS{"words.txt": {Data: []byte("set killing += zapped\nset kill += zapped\n")}},
	})
	if err != nil {
		log.Fatal(err) // names every fault, as file:line:column: what to write
	}
	rep := x.Read(extract.Article{Text: "A Night Heron drone zapped two soldiers in Green Gully on 3 May 2024."})
	for _, inc := range rep.Incidents {
		fmt.Println(inc.Weapons[0].ID, inc.Locations[0].Name, inc.Locations[0].Country, "killed", inc.Killed())
	}
	// Output:
	// night-heron Zelena Balka UA killed 2
}

// Only casualties: each figure, with who says so.
func ExampleExtractor_Read_casualties() {
	rep := extract.Read(extract.Article{Text: "The hospital said nine people, four of them children, were killed in the strike on Khan Younis on 17 July 2025. The army said three had died."})
	for _, inc := range rep.Incidents {
		for _, c := range inc.Casualties {
			fmt.Println(c.Harm, c.Count, c.Group, c.Claimant)
		}
		fmt.Println("disputed:", inc.Disputed(event.Killed))
	}
	// Output:
	// killed 9 people hospital
	// killed 4 child hospital
	// killed 3 people Israeli military
	// disputed: true
}

// Explain a value: the bytes of the text that it was read from, and the rule
// that read them.
func ExampleExtractor_Explain() {
	x, err := extract.New(extract.Options{})
	if err != nil {
		log.Fatal(err)
	}
	a := extract.Article{ID: "a", Text: "Shelling killed three people in Kherson on 3 May 2024."}
	for _, inc := range x.Read(a).Incidents {
		for _, c := range inc.Casualties {
			ev := c.Evidence[0]
			fmt.Printf("%s %v: %q, bytes %v, %s\n", c.Harm, c.Count, a.Text[ev.Start:ev.End], ev.Span, ev.Rule)
		}
	}
	first, _, _ := strings.Cut(x.Explain(a), "\n")
	fmt.Fprintln(os.Stdout, first) // the rest tells all values, sentence by sentence
	// Output:
	// killed 3: "killed three people", bytes 9-28, casualties/killed-active
	// a, published on a day that is not known, tells of 1 incident
}
