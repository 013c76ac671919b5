package page

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract/date"
)

// meta is what a page says about itself.
type meta struct {
	headline  string // of the article
	title     string // of the page
	outlet    string
	url       string
	published event.Date
	written   event.Date // the first date of a <time> element, where nothing says more
}

// publishedNames are the names under which pages put the publication day into
// <meta>, best first.
var publishedNames = []string{"article:published_time", "og:published_time", "datepublished", "date.published", "publish-date", "publish_date",
	"publishdate", "pubdate", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.created",
	"dc.date.created", "dcterms.date", "dc.date", "article.published", "published-date", "publication_date", "citation_publication_date", "date", "og:article:published_time"}

func readMeta(doc *html.Node, scripts []string) meta {
	var m meta
	named := map[string]string{}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Meta:
			name := strings.ToLower(first(attr(n, "property"), attr(n, "name"), attr(n, "itemprop")))
			if name != "" && named[name] == "" {
				named[name] = oneLine(attr(n, "content"))
			}
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") && m.url == "" {
				m.url = attr(n, "href")
			}
		case atom.Title:
			if m.title == "" && n.FirstChild != nil {
				m.title = oneLine(n.FirstChild.Data)
			}
		case atom.Time:
			s := first(attr(n, "datetime"), attr(n, "content"))
			day := parseDay(s)
			if m.written.IsZero() {
				m.written = day
			}
			if m.published.IsZero() && (hasAttr(n, "pubdate") || strings.EqualFold(attr(n, "itemprop"), "datePublished")) {
				m.published = day
			}
		}
	}
	m.headline = first(named["og:title"], named["twitter:title"])
	m.outlet = first(named["og:site_name"], named["application-name"], named["dc.publisher"], named["publisher"])
	m.url = first(m.url, named["og:url"])
	for _, s := range scripts {
		m.linkedData(s)
	}
	for _, name := range publishedNames {
		if m.published.IsZero() {
			m.published = parseDay(named[name])
		}
	}
	return m
}

func parseDay(s string) event.Date {
	if s == "" {
		return event.Date{}
	}
	day, err := date.ParsePublished(s)
	if err != nil {
		return event.Date{}
	}
	return day
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// linkedData reads what a JSON-LD script says of an article.
func (m *meta) linkedData(script string) {
	var v any
	if json.Unmarshal([]byte(strings.TrimSpace(script)), &v) != nil {
		return
	}
	m.linked(v, 0)
}

func (m *meta) linked(v any, depth int) {
	if depth > 6 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			m.linked(e, depth+1)
		}
	case map[string]any:
		if g, ok := v["@graph"]; ok {
			m.linked(g, depth+1)
		}
		kind := oneString(v["@type"])
		if !strings.Contains(kind, "Article") && !strings.Contains(kind, "BlogPosting") && !strings.Contains(kind, "Reportage") {
			return
		}
		if m.published.IsZero() {
			m.published = parseDay(oneString(v["datePublished"]))
		}
		// The headline in the linked data is the plainest: others have the
		// name of the site behind them.
		if h := oneLine(oneString(v["headline"])); h != "" {
			m.headline = h
		}
		if p, ok := v["publisher"].(map[string]any); ok && m.outlet == "" {
			m.outlet = oneLine(oneString(p["name"]))
		}
	}
}

// oneString is v, or the first entry of the list v, if that is a string.
func oneString(v any) string {
	switch v := v.(type) {
	case string:
		return html.UnescapeString(v)
	case []any:
		if len(v) > 0 {
			return oneString(v[0])
		}
	}
	return ""
}
