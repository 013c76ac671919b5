package event

import (
	"bytes"
	"encoding/json"
	"strconv"
)

// Span is a half-open range of bytes, [Start, End), in the text of an article
// as the caller gave it, or in its title when In is [InTitle]. The zero value
// points nowhere.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	In    string `json:"in,omitempty"`
}

// InTitle is the value of [Span.In] for bytes of a title that was given apart
// from the text.
const InTitle = "title"

// IsZero reports whether s points nowhere.
func (s Span) IsZero() bool { return s == Span{} }

// Contains reports whether t lies wholly within s.
func (s Span) Contains(t Span) bool { return s.In == t.In && s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.In == t.In && s.Start < t.End && t.Start < s.End }

// String prints the range as "12-40", or "title:0-9" for one in the title.
func (s Span) String() string {
	var room [48]byte
	b := room[:0]
	if s.In != "" {
		b = append(append(b, s.In...), ':')
	}
	b = append(strconv.AppendInt(b, int64(s.Start), 10), '-')
	return string(strconv.AppendInt(b, int64(s.End), 10))
}

// Evidence is the words that support a value and the rule that read them.
// Text is always the bytes of the article, or of its title, at the span.
type Evidence struct {
	Span
	Text string `json:"text"`
	// Rule names what read the words, as "casualties/killed-passive".
	Rule string `json:"rule,omitempty"`
}

// StandsIn reports whether the words of ev are the bytes of the article's text,
// or of its title, at the span.
func (ev Evidence) StandsIn(title, text string) bool {
	if ev.In == InTitle {
		text = title
	}
	return 0 <= ev.Start && ev.Start <= ev.End && ev.End <= len(text) && text[ev.Start:ev.End] == ev.Text
}

// marshal writes v for a MarshalJSON method. It leaves "&" and "<" as they are:
// an encoder that escapes them does so in what the method returns, and one that
// was told not to would find them escaped.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
