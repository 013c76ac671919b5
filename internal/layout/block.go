package layout

import (
	"strings"
	"unicode/utf8"

	"github.com/sitrep-go/sitrep/internal/text"
)

// block is a line of the page, or a paragraph of hard-wrapped text.
type block struct {
	s0, s1 int // its sentences
	t0, t1 int // its tokens
	first  int // its first token behind a bullet or an item's number
	words  int // words, without marks and numbers; counted up to manyWords
	kind   Kind
	closed bool // an end mark closes it
	blank  bool // a blank line stands before it
	caps   bool // every word of it is in capitals
	item   bool // a bullet or an item's number begins it
	listed bool // it heads links to other stories
	colon  bool // it ends with a colon
	titled bool // its words are capitalised as in a headline
	fixed  bool // its kind is settled
}

// manyWords is more words than any headline, caption or menu has: a closed
// block that long is prose.
const manyWords = 60

// prose reports whether b reads like a paragraph of an article.
func (b *block) prose() bool {
	return b.closed && b.words >= 8 && !b.caps && !b.titled || b.words >= manyWords
}

func (r *reader) blocks() {
	d := r.d
	for i := 0; i < len(d.Sentences); {
		j := i + 1
		for j < len(d.Sentences) && d.Sentences[j].Par == d.Sentences[i].Par {
			j++
		}
		r.bs = append(r.bs, r.block(i, j))
		i = j
	}
}

func (r *reader) block(i, j int) block {
	d := r.d
	b := block{s0: i, s1: j, t0: d.Sentences[i].First, t1: d.Sentences[j-1].Last}
	b.blank = d.Tokens[b.t0].Gap == text.Blank
	b.closed = d.Sentences[j-1].Closed && !r.elided(b.t1-1)
	b.colon = d.Is(b.t1-1, ':')
	upper, cased, long, small := 0, 0, 0, 0
	for t := b.t0; t < b.t1 && b.words < manyWords; t++ {
		tok := &d.Tokens[t]
		if tok.Kind == text.Word || tok.Kind == text.Designation {
			b.words++
			switch tok.Case {
			case text.Lower, text.Title, text.Mixed:
				if tok.End-tok.Start > 1 {
					cased++
				}
			case text.Upper:
				upper++
			}
			if tok.End-tok.Start > 4 && tok.Kind == text.Word {
				long++
				if tok.Case == text.Lower {
					small++
				}
			}
		}
	}
	b.caps = upper > 0 && cased == 0
	b.titled = long >= 3 && small*8 <= long && b.words <= 25 && b.s1-b.s0 <= 2
	b.first = r.pastBullet(&b)
	b.item = b.first > b.t0
	return b
}

// elided reports whether token t is the mark of what was cut off, as in
// "Shelling kills two in southern…".
func (r *reader) elided(t int) bool {
	s := r.d.Of(t)
	return s == "…" || strings.HasPrefix(s, "...")
}

// pastBullet gives the token behind a bullet, "•", "–", "*", or an item's
// number, "1." or "1 " before a capital.
func (r *reader) pastBullet(b *block) int {
	d, t := r.d, b.t0
	if t+1 >= b.t1 {
		return t
	}
	switch d.Tokens[t].Kind {
	case text.Punct:
		switch d.Of(t) {
		case "•", "·", "*", "-", "–", "—", "▪", "►", "▶", "›", "»", ">", "+", "‣", "◦", "●", "■", "→":
			return t + 1
		}
	case text.Number:
		if d.Tokens[t].End-d.Tokens[t].Start <= 2 && b.words > 0 && !b.closed {
			if (d.Is(t+1, '.') || d.Is(t+1, ')')) && t+2 < b.t1 {
				return t + 2
			}
		}
	}
	return t
}

// of is the text of b.
func (r *reader) of(b *block) string { return r.d.Slice(b.t0, b.t1) }

// furniture settles the blocks that are the page's own words by what they say.
func (r *reader) furniture() {
	for i := range r.bs {
		b := &r.bs[i]
		if r.d.Tokens[b.t0].Start < int32(r.bodyStart) {
			b.kind, b.fixed = Title, true
			continue
		}
		switch {
		case b.words >= manyWords:
		case r.opens(b):
			b.kind, b.fixed, b.listed = Clutter, true, true
		case r.isLine(b), r.isBar(b), r.isCrumbs(b), r.isTraffic(b):
			b.kind, b.fixed = Clutter, true
		case r.isCaption(b):
			b.kind, b.fixed = Caption, true
			if r.isArchive(b) {
				// "[Photo] File picture of a Hermes 450": what it shows is not
				// what the article tells.
				b.kind = Clutter
			}
		case r.startsClutter(b), r.holdsClutter(b), r.isAddress(b):
			b.kind, b.fixed = Clutter, true
		}
	}
}

// opens reports whether b is a heading over links to other stories, "MOST
// READ", "Editor's Pick:".
func (r *reader) opens(b *block) bool {
	if b.words > 7 {
		return false
	}
	n := r.f.opens.at(r.d, b.first, b.t1)
	if n == 0 {
		return false
	}
	end := b.first + n
	for end < b.t1 && r.d.Tokens[end].Kind == text.Punct {
		end++
	}
	if end == b.t1 {
		return true
	}
	// "More from Africa", "Latest on the war": a few words in capitals behind
	// what cannot begin a sentence.
	return !b.closed && b.t1-end <= 3 && r.titled(end, b.t1) && r.d.Folded(b.first) == "more"
}

// titled reports whether no word of the tokens is in lower case but small
// ones.
func (r *reader) titled(i, j int) bool {
	for ; i < j; i++ {
		t := &r.d.Tokens[i]
		if t.Kind == text.Word && t.Case == text.Lower && t.End-t.Start > 3 {
			return false
		}
	}
	return true
}

// isLine reports whether nothing but phrases of the list stands in b, with
// numbers and marks between them: "Share", "12 comments", "Prev Post".
func (r *reader) isLine(b *block) bool {
	if b.words > 12 {
		return false
	}
	matched := b.words == 0 && b.t1-b.t0 == 1 && r.d.Tokens[b.t0].Kind == text.Punct
	for t := b.t0; t < b.t1; {
		if n := r.f.line.at(r.d, t, b.t1); n > 0 {
			t += n
			matched = true
			continue
		}
		if k := r.d.Tokens[t].Kind; k != text.Punct && k != text.Number {
			return false
		}
		t++
	}
	return matched
}

// isBar reports whether b is a menu or a share bar.
func (r *reader) isBar(b *block) bool {
	known := 0
	for t := b.t0; t < b.t1; t++ {
		tok := &r.d.Tokens[t]
		switch tok.Kind {
		case text.Word:
			if r.f.bar.Of(tok.Key) {
				known++
			}
		case text.Clitic:
			return false
		}
	}
	switch {
	case known == b.words && known >= 2:
		return !b.closed || r.spaced(b)
	case known >= 3 && known*2 >= b.words:
		return r.spaced(b)
	}
	return false
}

// spaced reports whether b is made of short pieces with bars, dots or runs of
// blanks between them, "Share · Save   12 comments".
func (r *reader) spaced(b *block) bool {
	s := r.of(b)
	n := strings.Count(s, "|") + strings.Count(s, "·") + strings.Count(s, "•") + strings.Count(s, "›") + strings.Count(s, "   ") + strings.Count(s, "\t")
	return n >= 2 || n == 1 && b.words <= 6
}

// isCrumbs reports whether b is a path through the site, "World > Africa >
// Sudan".
func (r *reader) isCrumbs(b *block) bool {
	if b.closed || b.words > 12 || r.beginsEntry(b) { // "16:20 | FIFTEEN"
		return false
	}
	n := 0
	for t := b.t0 + 1; t < b.t1-1; t++ {
		switch r.d.Of(t) {
		case ">", "›", "»", "/", "→", "|":
			n++
		}
	}
	return n >= 2 || n == 1 && b.words <= 4 && !strings.Contains(r.of(b), "/")
}

// isTraffic reports whether b counts readers or comments: "47 comments", "1.2k
// shares", "963", "5 min read".
func (r *reader) isTraffic(b *block) bool {
	if b.closed || b.words > 3 || b.t1-b.t0 > 6 {
		return false
	}
	numbers := 0
	for t := b.t0; t < b.t1; t++ {
		tok := &r.d.Tokens[t]
		switch {
		case tok.Kind == text.Number:
			numbers++
		case tok.Kind == text.Word && !r.f.bar.Of(tok.Key):
			return false
		case tok.Kind != text.Word && tok.Kind != text.Punct:
			return false
		}
	}
	return numbers == 1 && b.words > 0
}

func (r *reader) startsClutter(b *block) bool {
	n := r.f.start.at(r.d, b.first, b.t1)
	if n == 0 {
		return false
	}
	// "Get the latest news in your mail." but not "Subscribe rates fell across
	// the country."
	return !b.closed || n >= 2 && b.words <= 30 && b.s1-b.s0 <= 3
}

func (r *reader) holdsClutter(b *block) bool {
	if b.words > 45 {
		return false
	}
	for t := b.t0; t < b.t1; t++ {
		if r.f.holds.at(r.d, t, b.t1) > 0 {
			return true
		}
	}
	return strings.ContainsRune(r.of(b), '©') && b.words <= 25
}

// isAddress reports whether b is a link: an e-mail or web address and little
// else, or words in brackets.
func (r *reader) isAddress(b *block) bool {
	if b.words > 25 {
		return false
	}
	s := r.of(b)
	if strings.Contains(s, "@") && !strings.ContainsAny(s, "“\"") && (b.words <= 8) {
		return true
	}
	// "[Five killed in March attack]" links to another story.
	if !b.closed && b.words >= 4 && s[0] == '[' && s[len(s)-1] == ']' {
		return true
	}
	i := strings.Index(s, "http")
	return i >= 0 && !strings.ContainsAny(s[:i], ".?!") && strings.Contains(s[i:], "://")
}

// isCaption reports whether b stands under a picture: it begins or ends with
// where the picture is from.
func (r *reader) isCaption(b *block) bool {
	if b.words > 55 || b.s1-b.s0 > 5 {
		return false
	}
	d := r.d
	if r.f.caption.at(d, b.first, b.t1) > 0 || r.f.caption.at(d, b.t0, b.t1) > 0 {
		return true
	}
	// "FILE - Rescuers in Kyiv …"
	if d.Tokens[b.t0].Case == text.Upper && d.Of(b.t0) == "FILE" && b.t0+1 < b.t1 && d.Tokens[b.t0+1].Kind == text.Punct {
		return true
	}
	for t := max(b.t0+1, b.t1-10); t < b.t1; t++ {
		n := r.f.credit.at(d, t, b.t1)
		if n == 0 {
			continue
		}
		// Behind a mark or a bracket, or at the very end of an open line.
		if !b.closed && (t+n == b.t1 || d.Tokens[t].Kind == text.Punct || d.Is(t+n-1, ':')) || d.Is(t, '(') || r.afterStop(t) {
			return true
		}
	}
	// "… early on Thursday. STRINGER/AFP", "… (Defence Ministry/PA)".
	if b.closed || b.words < 5 {
		return false
	}
	s := r.of(b)
	if slash := strings.LastIndexByte(s, '/'); slash > 0 {
		tail := strings.TrimSpace(s[slash+1:])
		if utf8.RuneCountInString(tail) <= 30 && startsUpper(tail) && letterBefore(s, slash) && strings.Count(tail, " ") <= 3 {
			return true
		}
	}
	return false
}

// isArchive reports whether the caption b is of a picture from another day.
func (r *reader) isArchive(b *block) bool {
	if r.d.Of(b.t0) == "FILE" {
		return true
	}
	for t := b.t0; t < b.t1; t++ {
		if r.f.archive.at(r.d, t, b.t1) > 0 {
			return true
		}
	}
	return false
}

// afterStop reports whether token t begins a sentence.
func (r *reader) afterStop(t int) bool {
	return t > 0 && (r.d.Is(t-1, '.') || r.d.Is(t-1, ')') || r.d.Is(t-1, '(') || r.d.Is(t-1, '['))
}

func startsUpper(s string) bool { return s != "" && 'A' <= s[0] && s[0] <= 'Z' }

func letterBefore(s string, i int) bool {
	c := s[i-1] | 0x20
	return 'a' <= c && c <= 'z' || s[i-1] == ' '
}
