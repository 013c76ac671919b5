// Package text splits an article into sentences and tokens that keep their
// byte spans in the text as given. The text is never changed: hyphens of every
// kind, soft hyphens, zero-width characters and curly apostrophes are seen
// through when a word's [Key] is taken.
package text

// Kind is what a token is made of.
type Kind uint8

const (
	Word        Kind = iota // letters, with apostrophes inside; a web or mail address, an @handle
	Number                  // digits, with separators inside: 12, 15,800, 3½, 14:32, 24.04.2025
	Ordinal                 // 1st, 22nd
	Designation             // letters and digits as one name: KN-23, Kh-101, 2S19, Iskander-M, the 555 of "Kh-101/555"
	Clitic                  // 's, n't, 're
	Punct                   // one mark
)

// Case is how a word is written.
type Case uint8

const (
	NoCase Case = iota // no letters
	Lower              // strike
	Title              // Kyiv
	Upper              // UN
	Mixed              // iPhone, McCain
)

// Gap is what stands between a token and the one before it.
type Gap uint8

const (
	None   Gap = iota // nothing: the tokens touch
	Space             // white space within a line
	Line              // a line break: LF, CR, CRLF, VT, FF, NEL or U+2028
	Blank             // a blank line or U+2029, or the start of the text
	Hyphen            // a hyphen without spaces: "47-year", "US-led"
	Dash              // an en or em dash, or a minus, without spaces: "5–7"
)

// A Token is a word, number or mark. Its bytes are Text[Start:End] of the
// document.
type Token struct {
	Start, End int32
	Kind       Kind
	Case       Case
	Gap        Gap
	// Abbrev is set where a final full stop belongs to the word: "Gen."
	Abbrev bool
	// plain is set where the bytes are ASCII letters and digits alone, as those
	// of most tokens are, so that its folded form need not be looked for.
	plain bool
	Key   Key
}

// Joined reports whether a hyphen or dash ties the token to the one before it.
func (t Token) Joined() bool { return t.Gap == Hyphen || t.Gap == Dash }

// A Sentence is a run of tokens, First to Last, half-open.
type Sentence struct {
	First, Last int
	// Par counts the paragraph, from 0.
	Par int
	// Line counts the line of the text the sentence begins on, from 0.
	Line int
	// Closed is set where a full stop or another end mark closes the
	// sentence; a headline or list item is often open.
	Closed bool
}

// A Document is an article's text with its tokens and sentences. It is
// immutable and safe for concurrent use.
type Document struct {
	Text      string
	Tokens    []Token
	Sentences []Sentence

	// lower is Text with its ASCII capitals in lower case, from which the
	// folded form of most tokens is cut.
	lower string
}

// Split splits s. It never fails, whatever s holds, and takes time linear in
// its length.
func Split(s string) *Document {
	return new(Splitter).Split(s)
}

// A Splitter splits one text after another in the same memory. The zero value
// is ready. It is not safe for concurrent use.
type Splitter struct {
	doc Document
	sc  scanner
}

// Split splits s as the function [Split] does. The document it gives is good
// until the next call.
func (p *Splitter) Split(s string) *Document {
	d, sc := &p.doc, &p.sc
	*sc = scanner{s: s, tokens: sc.tokens, ends: sc.ends, breaks: sc.breaks}
	sc.scan()
	d.Text, d.Tokens = s, sc.tokens
	d.lower = lowerASCII(sc.s)
	d.sentences(sc.ends, sc.breaks)
	sc.s = ""
	return d
}

// Of is the text of token i.
func (d *Document) Of(i int) string {
	t := &d.Tokens[i]
	return d.Text[t.Start:t.End]
}

// Slice is the text from the start of token i to the end of token j-1.
func (d *Document) Slice(i, j int) string {
	if i >= j {
		return ""
	}
	return d.Text[d.Tokens[i].Start:d.Tokens[j-1].End]
}

// Is reports whether there is a token i and it is the mark c.
func (d *Document) Is(i int, c byte) bool {
	if uint(i) >= uint(len(d.Tokens)) {
		return false
	}
	t := &d.Tokens[i]
	return t.Kind == Punct && t.End == t.Start+1 && d.Text[t.Start] == c
}

// Folded is the folded form of token i.
func (d *Document) Folded(i int) string {
	t := &d.Tokens[i]
	w := d.lower[t.Start:t.End]
	if t.plain {
		return w
	}
	return foldLower(w)
}

// Plain is the folded form of token i where it holds ASCII letters and digits
// alone, which stand in it one for one.
func (d *Document) Plain(i int) (string, bool) {
	t := &d.Tokens[i]
	return d.lower[t.Start:t.End], t.plain
}

// SentenceAt is the index of the sentence that holds token i, found by
// bisection.
func (d *Document) SentenceAt(i int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		m := (lo + hi) / 2
		if d.Sentences[m].Last <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// SentenceText is the text of sentence s.
func (d *Document) SentenceText(s Sentence) string { return d.Slice(s.First, s.Last) }
