package page

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract/date"
	"github.com/sitrep-go/sitrep/internal/stamp"
)

// meta is what a page says about itself.
type meta struct {
	headline  string // of the article
	title     string // of the page
	outlet    string
	url       string
	published event.Date
	written   event.Date // the first date of a <time> element or of the address, where nothing says more
	body      string     // the text of the article in the linked data
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
	m.linkedData(scripts)
	for _, name := range publishedNames {
		if m.published.IsZero() {
			m.published = parseDay(named[name])
		}
	}
	if m.written.IsZero() {
		m.written = dayOfAddress(m.url)
	}
	return m
}

// dayOfAddress is the day in the address of an article, as many outlets give
// it: "/world/2025/05/14/odesa-drones".
func dayOfAddress(url string) event.Date {
	for k := 0; k+11 < len(url); k++ {
		if day := url[k+1 : k+11]; url[k] == '/' && (url[k+11] == '/' || url[k+11] == '-') && (day[4] == '/' || day[4] == '-') && day[7] == day[4] {
			if d, err := event.ParseDate(strings.ReplaceAll(day, "/", "-")); err == nil {
				return d
			}
		}
	}
	return event.Date{}
}

func parseDay(s string) event.Date {
	if s == "" {
		return event.Date{}
	}
	if day, ok := stamp.Day(s); ok {
		return day
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

// linkedData reads what JSON-LD scripts say of the article: of several the one
// at the address of the page or with its headline, for others are teasers;
// else the first.
func (m *meta) linkedData(scripts []string) {
	var all []map[string]any
	for _, s := range scripts {
		if v := parseJSON(s); v != nil {
			all = append(all, articlesOf(v, 0)...)
		}
	}
	if len(all) == 0 {
		return
	}
	best, most := all[0], 0
	for _, a := range all {
		n := 0
		if m.url != "" && (oneString(a["url"]) == m.url || oneString(a["@id"]) == m.url || oneString(a["mainEntityOfPage"]) == m.url) {
			n += 2
		}
		if h := oneLine(oneString(a["headline"])); h != "" && (strings.HasPrefix(m.headline, h) || strings.HasPrefix(m.title, h)) {
			n++
		}
		if n > most {
			best, most = a, n
		}
	}
	if m.published.IsZero() {
		m.published = parseDay(oneString(best["datePublished"]))
	}
	// The headline in the linked data is the plainest: others have the name of
	// the site behind them.
	if h := oneLine(oneString(best["headline"])); h != "" {
		m.headline = h
	}
	if p, ok := best["publisher"].(map[string]any); ok && m.outlet == "" {
		m.outlet = oneLine(oneString(p["name"]))
	}
	m.body = oneString(best["articleBody"])
}

// parseJSON is the value of a JSON-LD script; nil where it is none. Pages hide
// theirs from old browsers, break strings over lines and leave a comma before
// the last bracket.
func parseJSON(script string) any {
	var v any
	script = strings.TrimSpace(script)
	if json.Unmarshal([]byte(script), &v) == nil {
		return v
	}
	// The mark "<![CDATA[" has a bracket of its own, and so has its end.
	if _, rest, ok := strings.Cut(script, "<![CDATA["); ok {
		script, _, _ = strings.Cut(rest, "]]>")
	}
	from, to := strings.IndexAny(script, "{["), strings.LastIndexAny(script, "}]")
	if from < 0 || to < from {
		return nil
	}
	var b strings.Builder
	quoted := false
	for s, i := script[from:to+1], 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '"':
			quoted = !quoted
		case quoted && c == '\\' && i+1 < len(s):
			b.WriteByte(c)
			i++
			c = s[i]
		case quoted && c < ' ':
			c = ' '
		case !quoted && c == ',':
			if rest := strings.TrimLeft(s[i+1:min(len(s), i+64)], " \t\r\n"); rest != "" && (rest[0] == '}' || rest[0] == ']') {
				continue
			}
		}
		b.WriteByte(c)
	}
	if json.Unmarshal([]byte(b.String()), &v) != nil {
		return nil
	}
	return v
}

// articlesOf are the objects in v that are articles, of which a page may say
// that they are its main entity or a part of its graph. What a list of other
// pages names is none.
func articlesOf(v any, depth int) []map[string]any {
	if depth > 6 {
		return nil
	}
	var all []map[string]any
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			all = append(all, articlesOf(e, depth+1)...)
		}
	case map[string]any:
		for _, kind := range stringsOf(v["@type"]) {
			if strings.HasSuffix(kind, "Article") || strings.HasSuffix(kind, "BlogPosting") || strings.Contains(kind, "Reportage") {
				return []map[string]any{v}
			}
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			all = append(all, articlesOf(v[key], depth+1)...)
		}
	}
	return all
}

// stringsOf are the strings that v is or lists.
func stringsOf(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var all []string
		for _, e := range v {
			if s, ok := e.(string); ok {
				all = append(all, s)
			}
		}
		return all
	}
	return nil
}

// oneString is v, if that is a string, or what the object v has as its name
// or identifier, or that of the first entry of the list v.
func oneString(v any) string {
	switch v := v.(type) {
	case string:
		return html.UnescapeString(v)
	case map[string]any:
		for _, key := range []string{"name", "@id", "url", "@value"} {
			if s, ok := v[key].(string); ok && s != "" {
				return html.UnescapeString(s)
			}
		}
	case []any:
		if len(v) > 0 {
			return oneString(v[0])
		}
	}
	return ""
}
