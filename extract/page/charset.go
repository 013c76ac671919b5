package page

import (
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// charMap leads from offsets in the page as UTF-8 back to the page as given.
// The zero charMap is the identity. Between two knots, and behind the last,
// both run alike.
type charMap []struct{ utf8, page int }

func (m charMap) at(i int) int {
	k := sort.Search(len(m), func(k int) bool { return m[k].utf8 > i })
	if k == 0 {
		return i
	}
	return m[k-1].page + i - m[k-1].utf8
}

// decode gives the page in UTF-8.
func decode(b []byte, contentType string) ([]byte, charMap) {
	if bom := "\xef\xbb\xbf"; strings.HasPrefix(string(b[:min(len(b), 3)]), bom) {
		return b[3:], charMap{{0, 3}}
	}
	enc, name, certain := charset.DetermineEncoding(b[:min(len(b), 1024)], contentType)
	if wide := utf16Of(b); wide != nil {
		enc, name, certain = wide, "utf-16", true
	}
	switch {
	case name == "utf-8", !certain && utf8.Valid(b), enc == encoding.Nop:
		return b, nil
	}
	// A character at a time: only so is it known where each came from.
	var m charMap
	out := make([]byte, 0, len(b)+len(b)/2)
	dec := enc.NewDecoder()
	var buf [64]byte
	shift, begin := 0, 0
	if name == "utf-16" && (b[0] == 0xff || b[0] == 0xfe) { // the byte order mark is no text
		begin = 2
		shift = 2
		m = append(m, struct{ utf8, page int }{0, 2})
	}
	for at := begin; at < len(b); {
		n, used := 0, 0
		for w := 1; ; w++ {
			end := min(at+w, len(b))
			var err error
			n, used, err = dec.Transform(buf[:], b[at:end], end == len(b))
			if err == transform.ErrShortSrc && end < len(b) && w < 8 {
				continue
			}
			if err != nil && used == 0 {
				n, used = copy(buf[:], "\uFFFD"), 1
			}
			if used == 0 { // a mark that shifts the charset and prints nothing
				used = 1
			}
			break
		}
		out = append(out, buf[:n]...)
		at += used
		if s := at - len(out); s != shift {
			shift = s
			m = append(m, struct{ utf8, page int }{len(out), at})
		}
	}
	return out, m
}

// utf16Of is the encoding of a page in UTF-16, by its byte order mark or, as
// saved pages may have none, by the zero byte beside the "<" that it begins
// with; nil where it is in another.
func utf16Of(b []byte) encoding.Encoding {
	if len(b) < 4 {
		return nil
	}
	switch {
	case b[0] == 0xff && b[1] == 0xfe, b[0] == '<' && b[1] == 0 && b[2] != 0 && b[3] == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case b[0] == 0xfe && b[1] == 0xff, b[0] == 0 && b[1] == '<' && b[2] == 0 && b[3] != 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}
