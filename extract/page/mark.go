package page

import (
	"bytes"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// piece is a run of text and the bytes of the page it stands for. A run of
// plain characters has as many of either; a character reference such as
// "&amp;" is a piece of its own, and so is a line end of two bytes.
type piece struct {
	text, n   int
	src, srcN int
}

// marked is a page whose elements say where in its text they begin, in an
// attribute, which they carry through whatever is done to the tree.
type marked struct {
	html     []byte
	text     string  // all text outside scripts and styles
	pieces   []piece // of text
	scripts  []string
	elements int
	attrs    int // of all elements
}

// atKey is the attribute. It comes first, so that one of the page's own by
// that name is not seen.
const atKey = "data-sitrep-at"

func mark(src []byte) *marked {
	m := &marked{}
	var out bytes.Buffer
	out.Grow(len(src) + len(src)/4)
	var text strings.Builder
	z := html.NewTokenizer(bytes.NewReader(src))
	pos := 0
	raw, ld := "", false // inside <script>, <style> and the like
	for {
		kind := z.Next()
		r := z.Raw()
		switch kind {
		case html.ErrorToken:
			out.Write(r)
			m.html, m.text = out.Bytes(), text.String()
			return m
		case html.TextToken:
			switch {
			case raw == "":
				m.addText(&text, r, pos)
			case ld && len(m.scripts) < 32:
				m.scripts = append(m.scripts, string(r))
			}
			out.Write(r)
		case html.StartTagToken, html.SelfClosingTagToken:
			m.elements++
			// "<p class=x>" becomes "<p data-sitrep-at="17" class=x>".
			n := 1
			for n < len(r) && r[n] != ' ' && r[n] != '>' && r[n] != '/' && r[n] != '\t' && r[n] != '\n' && r[n] != '\r' && r[n] != '\f' {
				n++
			}
			name := strings.ToLower(string(r[1:n]))
			out.Write(r[:n])
			out.WriteString(` ` + atKey + `="` + strconv.Itoa(text.Len()) + `"`)
			rest := r[n:]
			if len(rest) > 0 && rest[0] == '/' {
				out.WriteByte(' ')
			}
			out.Write(rest)
			if kind == html.StartTagToken {
				switch name {
				case "script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp", "plaintext":
					raw = name
					ld = name == "script" && bytes.Contains(bytes.ToLower(r), []byte("ld+json"))
				}
			}
			// Last, for it rewrites r.
			_, more := z.TagName()
			for ; more; m.attrs++ {
				_, _, more = z.TagAttr()
			}
		case html.EndTagToken:
			raw, ld = "", false
			out.Write(r)
		default:
			out.Write(r)
		}
		pos += len(r)
	}
}

// addText adds a run of the page's text that begins at byte pos.
func (m *marked) addText(text *strings.Builder, r []byte, pos int) {
	plain := func(from, to int) {
		if from < to {
			m.pieces = append(m.pieces, piece{text.Len(), to - from, pos + from, to - from})
			text.Write(r[from:to])
		}
	}
	other := func(s string, from, to int) {
		m.pieces = append(m.pieces, piece{text.Len(), len(s), pos + from, to - from})
		text.WriteString(s)
	}
	start := 0
	for i := 0; i < len(r); {
		switch r[i] {
		case '\r':
			plain(start, i)
			n := 1
			if i+1 < len(r) && r[i+1] == '\n' {
				n = 2
			}
			other("\n", i, i+n)
			i += n
			start = i
		case 0:
			// The parser drops NUL bytes from text.
			plain(start, i)
			i++
			start = i
		case '&':
			n := reference(r[i:])
			if n == 0 {
				i++
				continue
			}
			plain(start, i)
			other(html.UnescapeString(string(r[i:i+n])), i, i+n)
			i += n
			start = i
		default:
			i++
		}
	}
	plain(start, len(r))
}

// reference gives the length of the character reference at the start of b, or
// 0 where the ampersand is only that.
func reference(b []byte) int {
	n := 1
	for n < len(b) && n < 40 && (b[n] == '#' && n == 1 || '0' <= b[n] && b[n] <= '9' || 'a' <= b[n]|0x20 && b[n]|0x20 <= 'z') {
		n++
	}
	if n < len(b) && b[n] == ';' {
		n++
	}
	if s := string(b[:n]); n < 3 || html.UnescapeString(s) == s {
		return 0
	}
	return n
}
