package page_test

import (
	"fmt"
	"strings"

	"github.com/sitrep-go/sitrep/extract"
	"github.com/sitrep-go/sitrep/extract/page"
)

// A saved page becomes an article, and the words behind a value are found
// again in the page.
func ExampleParse() {
	const saved = `<html><head><title>Drones hit Odesa | The Gazette</title>
		<meta property="og:site_name" content="The Gazette">
		<meta property="article:published_time" content="2025-05-14T08:10:00Z"></head>
		<body><nav><a href="/">Home</a></nav>
		<article><p>Drones struck Odesa on Tuesday night, <b>killing</b> three&nbsp;people.</p></article>
		</body></html>`
	p, err := page.Parse([]byte(saved), "text/html; charset=utf-8")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Outlet, p.Article.Published, p.Article.Title)
	for _, inc := range extract.Read(p.Article).Incidents {
		dead, _ := inc.Figure("killed")
		ev := dead.Evidence[0]
		from, to, _ := p.Source(ev.Start, ev.End)
		fmt.Println(inc.Date.Period, dead.Count, strings.TrimSpace(saved[from:to]))
	}
	// Output:
	// The Gazette 2025-05-14 Drones hit Odesa
	// 2025-05-13 night 3 killing</b> three&nbsp;people
}
