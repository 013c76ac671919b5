package layout

import (
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// regions settles the lists of other stories: what follows a heading such as
// "MOST READ" up to where the article goes on.
func (r *reader) regions() {
	for i := 0; i < len(r.bs); i++ {
		if !r.bs[i].listed {
			continue
		}
		j := i + 1
		items := j < len(r.bs) && r.bs[j].item
		strong := r.strong(&r.bs[i])
		links := 0 // links passed
		for ; j < len(r.bs); j++ {
			b := &r.bs[j]
			if b.fixed && b.kind == Title {
				break
			}
			if b.fixed {
				if b.kind == Caption {
					b.kind = Clutter // the picture of another story
				}
				strong = strong || b.listed && r.strong(b)
				continue
			}
			if items && !b.item && !strong {
				// "READ MORE", three bullets, and the article goes on.
				break
			}
			if b.closed && !b.item && r.resumes(j, links > 0, strong) {
				break
			}
			if r.endsList(b) {
				b.kind, b.fixed = Clutter, true
				j++
				break
			}
			if !b.closed {
				links++
			}
			b.kind, b.fixed = Clutter, true
		}
		i = j - 1
	}
}

// strong reports whether a heading over links stands where the article is
// over, as "MOST READ" does and "READ MORE" need not.
func (r *reader) strong(b *block) bool {
	switch r.d.Folded(b.first) {
	case "read", "see", "also", "more", "related", "further", "dont", "newsletter", "tags", "topics", "opinion", "on", "explore":
		return false
	}
	return true
}

// resumes reports whether the article goes on with the closed line r.bs[j]
// behind a list of other stories, of which some links were passed. Behind a
// strong heading a few lone sentences may be the teasers of other stories.
func (r *reader) resumes(j int, links, strong bool) bool {
	b := &r.bs[j]
	if !strong || j <= r.lead {
		return b.prose() || b.words >= 4 && r.sentence(b)
	}
	if !b.prose() && !(links && b.words >= 5 && r.speaks(b)) {
		return false
	}
	if b.s1-b.s0 >= 2 && b.words >= 25 || links && r.speaks(b) {
		return true
	}
	n, words := 0, 0
	for ; j < len(r.bs) && n < 3; j++ {
		b := &r.bs[j]
		if b.fixed {
			continue
		}
		if !b.prose() {
			return false
		}
		n++
		words += b.words
	}
	return words >= 22*n
}

// sentence reports whether b is a sentence of an article, however short:
// "Windows broke a mile away."
func (r *reader) sentence(b *block) bool {
	if !b.closed || b.titled || b.caps || b.item || b.words < 3 {
		return false
	}
	last := b.t1 - 1
	for last > b.t0 && r.d.Tokens[last].Kind == text.Punct && !r.d.Is(last, '.') && !r.d.Is(last, '?') && !r.d.Is(last, '!') {
		last--
	}
	return r.d.Is(last, '.') || r.d.Tokens[last].Abbrev
}

// speaks reports whether b tells who said something, as the paragraphs of an
// article do and the teasers of others seldom.
func (r *reader) speaks(b *block) bool {
	for t := b.t0; t < b.t1; t++ {
		if speech[r.d.Tokens[t].Key] && r.d.Tokens[t].Case == text.Lower {
			return true
		}
	}
	return false
}

var speech = keys(`said told added says according wrote`)

// endsList reports whether b says that a list is over, as pages do for those
// who have them read out.
func (r *reader) endsList(b *block) bool {
	return b.words <= 4 && strings.EqualFold(strings.TrimSpace(r.of(b)), "end of list")
}

// tail settles what follows the article's last paragraph: headlines of other
// stories that nothing announces, the notes about the author, credits.
func (r *reader) tail() {
	last := len(r.bs) - 1
	for last > r.lead && (r.bs[last].fixed || !r.bs[last].prose() && !r.sentence(&r.bs[last]) || r.isBiography(&r.bs[last]) || r.isCredit(&r.bs[last])) {
		last--
	}
	if r.lead >= len(r.bs) {
		return
	}
	run, furniture := 0, false
	for i := last + 1; i < len(r.bs); i++ {
		b := &r.bs[i]
		switch {
		case b.fixed:
			furniture = furniture || b.kind == Clutter
		case r.isCredit(b):
			b.kind, b.fixed = Header, true
		case r.isBiography(b):
			b.kind, b.fixed = Clutter, true
		case !b.closed && !b.colon && !b.item && b.words >= 3:
			run++
		}
	}
	// "Shelling kills two in …", "Who is …?": lines without an end mark that
	// no sentence leads up to are links. Two may be a list of the article's.
	links := furniture || run >= 4
	if !links || r.bs[last].colon {
		return
	}
	after := false
	for i := last + 1; i < len(r.bs); i++ {
		b := &r.bs[i]
		if b.fixed {
			after = after || b.kind == Clutter
			continue
		}
		if (run >= 4 || after) && !b.prose() && !r.sentence(b) {
			b.kind, b.fixed = Clutter, true
		}
	}
}

// isBiography reports whether b is a note about the author: "Ann Lee is a
// reporter in Kyiv.", "Follow her on X".
func (r *reader) isBiography(b *block) bool {
	if b.words > 50 {
		return false
	}
	d := r.d
	copula := false
	for t := b.t0; t < b.t1; t++ {
		switch w := d.Folded(t); {
		case w == "is" || w == "covers" || w == "reports" || w == "contributed":
			if copula = t-b.t0 <= 6; !copula {
				return false
			}
			if w == "is" && t+1 < b.t1 {
				if w := d.Folded(t + 1); w != "a" && w != "an" && w != "the" {
					return false
				}
			}
		case copula && authors[w]:
			return true
		}
	}
	return false
}

var authors = map[string]bool{"reporter": true, "editor": true, "correspondent": true, "columnist": true, "writer": true, "journalist": true,
	"chief": true, "contributor": true, "producer": true, "fellow": true, "photographer": true}

// headings settles the lines that are no paragraphs among those that are.
func (r *reader) headings() {
	short := 0
	quiet := false // the last paragraph is not in capitals
	for i := range r.bs {
		b := &r.bs[i]
		if b.prose() {
			quiet = !b.caps
		}
		if b.fixed || i < r.lead {
			short = 0
			continue
		}
		if b.closed || b.item || b.colon || b.words >= 25 {
			short = 0
			continue
		}
		switch {
		case r.isCredit(b):
			b.kind = Header
		case b.words <= 8 && r.dateLine(b):
			b.kind = Header
		case b.caps && b.words >= 6 && quiet:
			// "UN CHIEF TO VISIT KYIV AS TALKS RESUME" between two paragraphs
			// links to another story.
			b.kind = Clutter
		case b.words <= 16 && !r.inList(i):
			b.kind = Heading
		}
		if b.words <= 3 {
			short++
		} else {
			short = 0
		}
		// A column of single words is a menu.
		switch {
		case short == 6 && !r.inList(i-5):
			for k := i - 5; k <= i; k++ {
				r.bs[k].kind = Clutter
			}
		case short > 6:
			b.kind = r.bs[i-1].kind
		}
	}
}

// inList reports whether r.bs[i] is one of several lines that a line with a
// colon at its end announces.
func (r *reader) inList(i int) bool {
	for k := i - 1; k >= 0 && i-k < 40; k-- {
		b := &r.bs[k]
		if b.fixed {
			continue
		}
		if b.colon {
			return true
		}
		if b.closed {
			return false
		}
	}
	return false
}

// leads finds datelines and the place names that head the paragraphs of a
// round-up.
func (r *reader) leads() {
	datelines, labels := 0, 0
	for i := r.lead; i < len(r.bs); i++ {
		b := &r.bs[i]
		if b.kind != Body || b.words < 4 {
			continue
		}
		end, kind := r.leadOf(b.first, b.t1)
		if kind == NoLead || end >= b.t1 || end > r.d.Sentences[b.s0].Last {
			continue
		}
		z := &r.Zones[b.s0]
		z.Lead, z.Text = kind, end
		if kind == Dateline {
			datelines++
			if i == r.lead && !r.date(b.t0, end) {
				r.dayMonth(b.t0, end)
			}
		} else {
			labels++
		}
	}
	// One story has one dateline; several are the labels of a round-up, and a
	// lone "PESHAWAR:" is a dateline.
	if lead := r.lead; datelines > 2 || labels == 1 && datelines == 0 {
		for i := range r.Zones {
			z := &r.Zones[i]
			switch {
			case z.Lead == Dateline && datelines > 2:
				z.Lead = Label
			case z.Lead == Label && datelines == 0 && lead < len(r.bs) && i == r.bs[lead].s0:
				z.Lead = Dateline
			}
		}
	}
}

// leadOf gives where the words behind a dateline or label that begins at
// token i begin.
func (r *reader) leadOf(i, last int) (int, Lead) {
	d := r.d
	paren := i+1 < last && d.Is(i, '(') // "(Nairobi, May 22, 2025) – Armed men"
	if paren {
		i++
	}
	if i >= last || d.Tokens[i].Kind != text.Word || d.Tokens[i].Case == text.Lower {
		return i, NoLead
	}
	upper := d.Tokens[i].Case == text.Upper && d.Tokens[i].End-d.Tokens[i].Start >= 3
	bracket, open, date := paren, paren, false
	for t := i; t < last && t-i <= 24; t++ {
		tok := &d.Tokens[t]
		if t > i {
			dash := tok.Gap == text.Dash
			// "SANA-Two citizens", "(Agency)-Two": the hyphen of a dateline
			// stands between the agency in capitals and a capitalised word.
			hyphen := tok.Gap == text.Hyphen && tok.Case == text.Title && d.Tokens[t-1].Case == text.Upper && t-i >= 3 && d.Is(t-2, ',')
			if (dash || hyphen) && (upper || bracket || hyphen) {
				return t, Dateline
			}
		}
		switch {
		case tok.Kind == text.Punct:
			switch s := d.Of(t); s {
			case "-", "–", "—", "―", "--", ":":
				if s == ":" && !(upper && t-i <= 4) {
					return i, NoLead
				}
				if upper || bracket || date {
					k := t + 1
					for k < last && d.Is(k, '-') {
						k++
					}
					if s == ":" {
						return k, Label
					}
					return k, Dateline
				}
				return i, NoLead
			case "(", "[":
				bracket, open = true, true
			case ")", "]":
				open = false
			case ",", "/", "،":
			case ".":
				if (d.Tokens[t-1].Case == text.Upper && t-i <= 4 || d.Is(t-1, ')') && t-i <= 8) && upper && t+1 < last {
					return t + 1, Label
				}
				if t > i && months[d.Tokens[t-1].Key] == 0 {
					return i, NoLead
				}
			default:
				return i, NoLead
			}
		case tok.Kind == text.Word && tok.Case == text.Lower && !open:
			switch strings.ToLower(d.Of(t)) {
			case "and", "of", "al", "el", "de", "in", "near", "the", "region", "province", "oblast", "district":
			default:
				return i, NoLead
			}
		case tok.Kind == text.Word && months[tok.Key] != 0:
			date = true
		case tok.Kind == text.Clitic:
			return i, NoLead
		}
	}
	return i, NoLead
}

// entries finds the entries of a live blog: lines that begin with a time of
// the day.
func (r *reader) entries() {
	var day event.Date
	for i := range r.bs {
		b := &r.bs[i]
		if b.kind == Clutter {
			continue
		}
		if b.kind != Body && b.words <= 12 {
			for t := b.t0; t < b.t1; t++ {
				if date, n := r.dateAt(t, b.t1); n > 0 {
					day = date
					break
				}
			}
		}
		if m, n := r.clock(b.t0, b.t1); n > 0 {
			r.Entries = append(r.Entries, Entry{Sentence: b.s0, Minute: m, Date: day})
		}
	}
	if len(r.Entries) < 2 {
		r.Entries = r.Entries[:0]
	}
}

// beginsEntry reports whether b begins with a time and more than that.
func (r *reader) beginsEntry(b *block) bool {
	_, n := r.clock(b.t0, b.t1)
	return n > 0 && b.t0+n < b.t1 && b.words > 0
}
