package page

import (
	"sort"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// renderer writes the text of a tree with a blank line between blocks, and
// notes where it comes from.
type renderer struct {
	m    *marked
	out  strings.Builder
	todo []piece
	// at is where in the marked text the search for the next text node begins.
	at int
	// lost counts text nodes that were not found; after too many the search
	// would cost more than the page is worth.
	lost int
	// pre counts the open <pre> elements, in which line ends are the text's.
	pre int
	// gap is what goes before the next word: nothing, a space, a line break or
	// a blank line.
	gap int
}

const (
	noGap = iota
	spaceGap
	lineGap
	blockGap
)

// blocks are the elements that stand on lines of their own.
var blocks = map[atom.Atom]bool{atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Header: true, atom.Main: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Ul: true, atom.Ol: true, atom.Li: true,
	atom.Blockquote: true, atom.Pre: true, atom.Table: true, atom.Tr: true, atom.Td: true, atom.Th: true, atom.Dl: true, atom.Dt: true, atom.Dd: true,
	atom.Hr: true, atom.Details: true, atom.Summary: true, atom.Address: true, atom.Center: true, atom.Caption: true, atom.Body: true}

// skipped are the elements whose text is not the article's.
var skipped = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Nav: true,
	atom.Figcaption: true, atom.Aside: true, atom.Form: true, atom.Button: true, atom.Select: true, atom.Textarea: true, atom.Input: true,
	atom.Iframe: true, atom.Object: true, atom.Svg: true, atom.Math: true, atom.Footer: true, atom.Video: true, atom.Audio: true, atom.Dialog: true, atom.Menu: true}

// asides are parts of class names and ids of what stands beside an article.
var asides = []string{"caption", "related", "read-more", "readmore", "most-read", "mostread", "newsletter", "social", "share", "promo",
	"advert", "cookie", "consent", "tags", "recirc", "comments", "breadcrumb", "photo-credit", "image-credit", "byline-photo", "also-read", "read-also", "see-also",
	"wm-ipp"} // the bar of the Wayback Machine

func isAside(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" {
			continue
		}
		for name := range strings.FieldsSeq(strings.ToLower(a.Val)) {
			for _, s := range asides {
				// "article-share" and "share-bar", but not "shareholders".
				if i := strings.Index(name, s); i >= 0 && (i == 0 || !letter(name[i-1])) && (i+len(s) == len(name) || !letter(name[i+len(s)])) {
					return true
				}
			}
		}
	}
	return false
}

func letter(c byte) bool { return 'a' <= c && c <= 'z' }

// render sets the article's text to that of the tree.
func (p *Page) render(root *html.Node, m *marked) {
	r := &renderer{m: m}
	r.node(root)
	p.Article.Text = r.out.String()
	p.pieces = r.todo
}

func (r *renderer) want(gap int) { r.gap = max(r.gap, gap) }

func (r *renderer) node(n *html.Node) {
	var name atom.Atom
	switch n.Type {
	case html.TextNode:
		r.text(n.Data)
		return
	case html.ElementNode:
		// Elements that were renamed or made on the way have the name only.
		name = atom.Lookup([]byte(n.Data))
		if skipped[name] || hidden(n) || isAside(n) && name != atom.Body && name != atom.Html && name != atom.Article {
			return
		}
		if name == atom.Br {
			r.want(lineGap)
			return
		}
		for _, a := range n.Attr {
			if a.Key == atKey {
				if at, err := strconv.Atoi(a.Val); err == nil && at >= 0 && at <= len(r.m.text) {
					r.at = at
				}
				break
			}
		}
	}
	if name == atom.Pre {
		r.pre++
		defer func() { r.pre-- }()
	}
	block := blocks[name]
	if block {
		r.want(blockGap)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.node(c)
	}
	if block {
		r.want(blockGap)
	}
}

func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch {
		case a.Key == "hidden", a.Key == "aria-hidden" && a.Val == "true":
			return true
		case a.Key == "style" && strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none"):
			return true
		}
	}
	return false
}

// text writes the words of a text node, runs of white space as one blank.
func (r *renderer) text(s string) {
	if strings.TrimSpace(s) == "" {
		if s != "" {
			r.want(spaceGap)
		}
		if r.pre > 0 {
			r.want(lineEnds(s))
		}
		return
	}
	at := -1
	if r.lost < 200 {
		if i := strings.Index(r.m.text[r.at:], s); i >= 0 {
			at = r.at + i
			r.at = at + len(s)
		} else {
			r.lost++
		}
	}
	for i := 0; i < len(s); {
		if isSpace(s[i]) {
			begin := i
			for i < len(s) && isSpace(s[i]) {
				i++
			}
			r.want(spaceGap)
			if r.pre > 0 {
				r.want(lineEnds(s[begin:i]))
			}
			continue
		}
		j := i + 1
		for j < len(s) && !isSpace(s[j]) {
			j++
		}
		// Single blanks within a run stand for themselves.
		for j+1 < len(s) && s[j] == ' ' && !isSpace(s[j+1]) {
			for j++; j < len(s) && !isSpace(s[j]); j++ {
			}
		}
		r.write(s[i:j], at+i, at >= 0)
		i = j
	}
}

// lineEnds is the gap that white space within <pre> makes.
func lineEnds(space string) int { return min(spaceGap+strings.Count(space, "\n"), blockGap) }

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

func (r *renderer) write(s string, at int, known bool) {
	if r.out.Len() > 0 {
		r.out.WriteString([...]string{"", " ", "\n", "\n\n"}[r.gap])
	}
	r.gap = noGap
	if known {
		r.note(at, len(s))
	}
	r.out.WriteString(s)
}

// note notes that the n bytes of marked text from at are written next.
func (r *renderer) note(at, n int) {
	all := r.m.pieces
	k := sort.Search(len(all), func(k int) bool { return all[k].text+all[k].n > at })
	here := r.out.Len()
	for end := at + n; k < len(all) && all[k].text < end; k++ {
		c := all[k]
		lo, hi := max(at, c.text), min(end, c.text+c.n)
		p := piece{text: here + lo - at, n: hi - lo, src: c.src, srcN: c.srcN}
		if c.n == c.srcN {
			p.src, p.srcN = c.src+lo-c.text, hi-lo
		}
		r.todo = append(r.todo, p)
	}
}
