// Package page turns web pages into articles.
//
// It finds the main text of an HTML page, its headline, the day it was
// published and the outlet, and keeps where in the page each byte of the text
// came from, so that evidence can be shown in the page itself.
package page

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"sort"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"github.com/sitrep-go/sitrep/extract"
)

// MaxBytes is the longest page that is read: 16 MB.
const MaxBytes = 16 << 20

// maxElements and maxAttributes bound the work and the memory that a hostile
// page can ask for.
const (
	maxElements   = 60_000
	maxAttributes = 300_000
)

// Page is a web page that was read. It is immutable and safe for concurrent
// use.
type Page struct {
	// Article has the headline, publication day, canonical address and main
	// text of the page, paragraphs with a blank line between them. Its ID is
	// empty.
	Article extract.Article
	// Outlet is the name of the site; empty where the page does not give it.
	Outlet string

	pieces []piece // of the text, in its order
	chars  charMap
}

// Parse reads the page b. The content type is that of the HTTP answer, which
// may name the charset; empty leaves it to the page and, failing that, to a
// guess. A page that is too long, too deep or without any text is an error.
func Parse(b []byte, contentType string) (*Page, error) {
	if len(b) > MaxBytes {
		return nil, fmt.Errorf("page: longer than %d MB", MaxBytes>>20)
	}
	src, chars := decode(b, contentType)
	m := mark(src)
	if m.elements > maxElements {
		return nil, fmt.Errorf("page: more than %d elements, which no article has", maxElements)
	}
	if m.attrs > maxAttributes {
		return nil, fmt.Errorf("page: more than %d attributes, which no article has", maxAttributes)
	}
	doc, err := html.Parse(bytes.NewReader(m.html))
	if err != nil {
		return nil, fmt.Errorf("page: %w", err)
	}
	p := &Page{chars: chars}
	meta := readMeta(doc, m.scripts)
	p.Article.URL, p.Article.Published = meta.url, meta.published

	parser := readability.NewParser()
	parser.KeepClasses = true
	main, err := parser.ParseAndMutate(doc, &url.URL{})
	if err == nil && main.Node != nil {
		p.render(main.Node, m)
	}
	if len(p.Article.Text) < shortText {
		// Too little to be an article: take all that is no menu, also where
		// what was found is of the foot of the page.
		if doc, err := html.Parse(bytes.NewReader(m.html)); err == nil {
			all := &Page{Article: p.Article, chars: chars}
			all.render(doc, m)
			if n := len(all.Article.Text); n > 2*len(p.Article.Text) || n > 0 && !strings.Contains(all.Article.Text, p.Article.Text) {
				*p = *all
			}
		}
	}
	if strings.TrimSpace(p.Article.Text) == "" {
		// A page that a program fills in may have the article as data only.
		p.Article.Text, p.pieces = paragraphs(meta.body), nil
	}
	p.Article.Title = first(meta.headline, oneLine(main.Title()), meta.title)
	p.Outlet = first(meta.outlet, oneLine(main.SiteName()))
	p.Article.Title = withoutOutlet(p.Article.Title, p.Outlet)
	if p.Article.Published.IsZero() {
		p.Article.Published = meta.written
	}
	if p.Article.Published.IsZero() {
		// "By A. Writer | May 14, 2025", which is no part of the main text.
		p.Article.Published = parseDay(main.Byline())
	}
	if strings.TrimSpace(p.Article.Text) == "" {
		return nil, errors.New("page: has no text")
	}
	return p, nil
}

// paragraphs is the text of an article as linked data has it, with a blank
// line between paragraphs and without markup.
func paragraphs(body string) string {
	var all []string
	for p := range strings.FieldsFuncSeq(strings.NewReplacer("</p>", "\n", "<br>", "\n", "<br/>", "\n", "<br />", "\n").Replace(body), func(r rune) bool { return r == '\n' || r == '\r' }) {
		var words strings.Builder
		for z := html.NewTokenizer(strings.NewReader(p)); ; {
			kind := z.Next()
			if kind == html.ErrorToken {
				break
			}
			if kind == html.TextToken {
				words.Write(z.Text())
			}
		}
		if s := oneLine(words.String()); s != "" {
			all = append(all, s)
		}
	}
	return strings.Join(all, "\n\n")
}

// shortText is fewer bytes than the main text of an article has.
const shortText = 200

// Source gives the bytes of the page, as they were given to [Parse], from
// which the bytes start to end of Article.Text come. Between them may lie
// markup, and other text where the page's is not in the order in which it is
// shown: what stands between the cells of a table is shown before the table.
// It reports false where the range holds no byte of the page's text, as with
// the article of a page that a program fills in, which is read from its linked
// data.
func (p *Page) Source(start, end int) (from, to int, ok bool) {
	k := sort.Search(len(p.pieces), func(k int) bool { return p.pieces[k].text+p.pieces[k].n > start })
	for ; k < len(p.pieces) && p.pieces[k].text < end; k++ {
		c := p.pieces[k]
		lo, hi := c.src, c.src+c.srcN
		if c.n == c.srcN { // byte for byte, where an entity is all or nothing
			lo += max(0, start-c.text)
			hi -= max(0, c.text+c.n-end)
		}
		if !ok {
			from, to, ok = lo, hi, true
		}
		from, to = min(from, lo), max(to, hi)
	}
	if !ok {
		return 0, 0, false
	}
	return p.chars.at(from), p.chars.at(to), true
}

func first(ss ...string) string {
	for _, s := range ss {
		if s != "" {
			return s
		}
	}
	return ""
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// withoutOutlet cuts the name of the site off a headline: "Shells hit port –
// The Gazette".
func withoutOutlet(title, outlet string) string {
	if outlet == "" {
		return title
	}
	for _, sep := range []string{" | ", " - ", " – ", " — ", " · ", " :: "} {
		if i := strings.LastIndex(title, sep); i > 0 && strings.EqualFold(title[i+len(sep):], outlet) {
			return title[:i]
		}
	}
	return title
}
