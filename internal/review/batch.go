// Package review writes a batch of articles and what was read in them as one
// HTML file in which a person can check every value against its words, and
// reads back and scores the verdicts that the person exports.
package review

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sitrep-go/sitrep/event"
)

// Article is one article as it was read.
type Article struct {
	ID        string
	Title     string // empty where the text holds it
	Published string // as given; shown, never reckoned with
	Source    string // the outlet; may be empty
	URL       string // may be empty
	Text      string
}

// Item is an article and the report of what was read in it. The report's spans
// point into the article's title and text.
type Item struct {
	Article Article
	Report  event.Report
}

// Batch is what one page shows.
type Batch struct {
	// Name heads the page; "Review" where it is empty.
	Name  string
	Items []Item
}

// Values is the number of values in the batch that can be judged, and Faults
// the number of spans that do not hold the words their evidence names: the
// records were then read from other texts.
func (b *Batch) Values() (values, faults int) {
	for i := range b.Items {
		for _, inc := range view(&b.Items[i]).Incidents {
			values += len(inc.Values)
			for _, v := range inc.Values {
				for _, s := range v.Spans {
					if s.Fault {
						faults++
					}
				}
			}
		}
	}
	return values, faults
}

// articleView is an article in the form the page reads.
type articleView struct {
	ID string `json:"id"`
	// Hash names the article's words; the browser keeps marks under it.
	Hash      string         `json:"hash"`
	Title     string         `json:"title,omitempty"`
	Published string         `json:"published,omitempty"`
	Source    string         `json:"source,omitempty"`
	URL       string         `json:"url,omitempty"`
	Text      string         `json:"text"`
	Incidents []incidentView `json:"incidents"`
}

type incidentView struct {
	ID         string      `json:"id"`
	Type       event.Type  `json:"type,omitempty"`
	Stage      event.Stage `json:"stage,omitempty"`
	Background bool        `json:"background,omitempty"`
	Check      []string    `json:"check,omitempty"`
	// Place and Killed head the incident in lists; Toll is the number of
	// dead that filters compare, absent where the article gives none.
	Place  string      `json:"place,omitempty"`
	Killed string      `json:"killed,omitempty"`
	Hurt   string      `json:"hurt,omitempty"`
	Toll   *int        `json:"toll,omitempty"`
	Values []valueView `json:"values"`
}

// valueView is one thing a record says, as a reviewer judges it.
type valueView struct {
	// Key names the value for as long as the article says it with the same
	// words, whatever else of the record changes.
	Key   string `json:"key"`
	Field string `json:"field"`
	// Path is the value's place in the incident, a JSON pointer.
	Path  string          `json:"path"`
	Value json.RawMessage `json:"value"`
	// Text is the value as a person writes it.
	Text string `json:"text"`
	// PartOf is the figure whose people a casualty's are a part of.
	PartOf string `json:"part_of,omitempty"`
	// Superseded marks an earlier figure that another replaces; Rival one
	// that another claimant's figure cannot agree with.
	Superseded bool       `json:"superseded,omitempty"`
	Rival      bool       `json:"rival,omitempty"`
	Spans      []spanView `json:"spans,omitempty"`
}

// spanView is the words of a value.
type spanView struct {
	// Start and End are bytes, as in the record.
	Start int    `json:"start"`
	End   int    `json:"end"`
	In    string `json:"in,omitempty"`
	// From and To are the same in the UTF-16 units that a browser counts.
	From int    `json:"from"`
	To   int    `json:"to"`
	Text string `json:"text"`
	Rule string `json:"rule,omitempty"`
	// Fault is set where the article holds other words there.
	Fault bool `json:"fault,omitempty"`
}

func view(it *Item) articleView {
	a := it.Article
	out := articleView{a.ID, words(a), a.Title, a.Published, a.Source, a.URL, a.Text, []incidentView{}}
	text, title := newUnits(a.Text), newUnits(a.Title)
	keys := map[string]int{}
	for i := range it.Report.Incidents {
		inc := &it.Report.Incidents[i]
		v := incidentView{
			ID: inc.ID, Type: inc.Type, Stage: inc.Stage, Background: inc.Background, Check: inc.Check,
			Killed: inc.Killed().String(), Hurt: inc.Injured().String(), Values: values(inc),
		}
		if n := inc.Killed(); !n.IsZero() {
			best := n.Best()
			v.Toll = &best
		}
		v.Place = place(inc)
		for k := range v.Values {
			val := &v.Values[k]
			for s := range val.Spans {
				sp, u := &val.Spans[s], text
				if sp.In == event.InTitle {
					u = title
				}
				sp.From, sp.To, sp.Fault = u.span(sp.Start, sp.End, sp.Text)
			}
			val.Key = key(a.ID, val, keys)
		}
		out.Incidents = append(out.Incidents, v)
	}
	return out
}

// words hashes what the article says, whatever was read in it and whatever else
// is in the batch.
func words(a Article) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %q", a.ID, a.Title, a.Text))
	return hex.EncodeToString(sum[:8])
}

// place is the name that heads an incident: of the sites, else of any place.
func place(inc *event.Incident) string {
	var names, others []string
	for _, l := range inc.Locations {
		to := &others
		if l.Role == event.SiteRole || l.Role == "" {
			to = &names
		}
		if l.Name != "" && !slices.Contains(*to, l.Name) {
			*to = append(*to, l.Name)
		}
	}
	if len(names) == 0 {
		names = others
	}
	if len(names) > 2 {
		return fmt.Sprintf("%s and %d more", names[0], len(names)-1)
	}
	return strings.Join(names, ", ")
}

// key hashes what makes a value the same one in the next run: its article, its
// field, what it says and its first words. Neither the incident's id nor the
// value's index is part of it, since another value's change moves both.
func key(article string, v *valueView, seen map[string]int) string {
	var first spanView
	if len(v.Spans) > 0 {
		first = v.Spans[0]
	}
	s := fmt.Sprintf("%q %s %s %s:%d-%d", article, v.Field, v.Value, first.In, first.Start, first.End)
	seen[s]++
	if n := seen[s]; n > 1 {
		s = fmt.Sprintf("%s %d", s, n)
	}
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:8])
}

// units turns bytes of a string into UTF-16 units of the same string as JSON
// carries it, where a byte that is not UTF-8 becomes one U+FFFD.
type units struct {
	s string
	// at is the unit of every byte, the end included; a byte within a rune
	// has that of the rune's first. It is nil where bytes are units.
	at []int32
}

func newUnits(s string) *units {
	u := &units{s: s}
	if ascii(s) {
		return u
	}
	u.at = make([]int32, len(s)+1)
	n := int32(0)
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		for k := range size {
			u.at[i+k] = n
		}
		n++
		if r >= 0x10000 {
			n++
		}
		i += size
	}
	u.at[len(s)] = n
	return u
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func (u *units) unit(b int) int {
	if u.at == nil {
		return b
	}
	return int(u.at[b])
}

// span is the units of bytes start to end, and whether the words there are not
// the ones that text names.
func (u *units) span(start, end int, text string) (from, to int, fault bool) {
	if start < 0 || end > len(u.s) || start >= end {
		return 0, 0, true
	}
	got := u.s[start:end]
	return u.unit(start), u.unit(end), text != "" && got != text && asJSON(got) != asJSON(text)
}

// asJSON is s as it comes out of JSON: every byte that is not UTF-8 replaced.
func asJSON(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r)
	}
	return b.String()
}
