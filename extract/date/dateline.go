package date

import (
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// topTokens is how far down an article its dateline is looked for.
const topTokens = 160

var (
	publishedLabels = keysOf("published posted issued released date dated filed publication created")
	updatedLabels   = keysOf("updated modified revised edited")
)

func keysOf(words string) []text.Key {
	var ks []text.Key
	for _, w := range strings.Fields(words) {
		ks = append(ks, text.KeyOf(w))
	}
	return ks
}

// Dateline is the day on which the article d says that it appeared: "Published
// 24 April 2025", "KABUL, Afghanistan (Oct. 10, 2011) —", "KYIV, April 24,
// 2025 (Wire) -", a line that is nothing but a day, or a day that begins or ends
// a line at the top, as in "Operational update, Jan. 10, 2011". A dateline
// without a year, "(Oct. 17)", takes that of a release number at the top whose
// month agrees, "2010-10-CA-171", or of another day told there. It reports
// false where the article does not say, and serves where no publication date
// came with the article.
func Dateline(d *text.Document) (event.Date, bool) {
	p := parser{d: d, lex: lexicon(), last: min(len(d.Tokens), topTokens), ref: Ref{Habit: HabitOf(d)}}
	if p.ref.Habit == "" {
		p.ref.Habit = MonthFirst
	}
	var best reading
	rank := 0
	for _, s := range d.Sentences {
		if s.First >= p.last {
			break
		}
		for i := s.First; i < min(s.Last, p.last); {
			if !p.begins(i) {
				i++
				continue
			}
			r, ok := p.date(i)
			if !ok || r.gran != Day || r.Type != Date || r.dom == 0 || r.Last > s.Last || r.Resolved() && r.Period.Start != r.Period.End {
				i++
				continue
			}
			if k := p.datelineRank(s, r); k > rank {
				rank, best = k, r
			}
			i = r.Last
		}
	}
	if rank == 0 {
		return event.Date{}, false
	}
	if best.Resolved() {
		return best.day, true
	}
	if y := p.yearOfTop(best); y != 0 && validDay(y, best.month, best.dom) {
		return event.Date{Year: y, Month: monthNumber(best.month), Day: best.dom}, true
	}
	return event.Date{}, false
}

// datelineRank says how surely the day r of sentence s is that of publication,
// 0 for not at all.
func (p *parser) datelineRank(s text.Sentence, r reading) int {
	i := r.First
	line := p.lineStart(i)
	for k := i - 1; k >= max(line, i-5); k-- {
		if p.kind(k) != text.Word {
			continue
		}
		for _, l := range publishedLabels {
			if p.d.Tokens[k].Key == l && (k == line || p.d.Tokens[k].Case != text.Lower) {
				return 6
			}
		}
		for _, l := range updatedLabels {
			if p.d.Tokens[k].Key == l && (k == line || p.d.Tokens[k].Case != text.Lower) {
				return 4
			}
		}
	}
	ends := p.lineEnds(r.Last)
	switch {
	case i > line && p.is(i-1, '(') && p.is(r.Last, ')') && i-line <= 8 && p.capitals(line, i-1) && (p.lineEnds(r.Last+1) || p.leads(r.Last+1)):
		return 5 // "KABUL, Afghanistan (Oct. 10, 2011) —"
	case i > line && i-line <= 8 && p.capitals(line, i) && p.caseOf(line) == text.Upper && (p.wire(r.Last) || p.leads(r.Last)):
		return 5 // "KYIV, April 24 (Wire) -"
	case i == line && ends:
		return 3 // a line of its own
	case i == line && p.clockEnds(r.Last):
		return 3 // "2 May 2016, 21:40"
	case i == line && p.is(r.Last, ':') && s.Line <= 2:
		return 2 // "June 15: operations in the east"
	case ends && s.Line <= 2 && r.year != 0 && !p.d.Sentences[p.d.SentenceAt(i)].Closed:
		return 2 // "Operational update March 17, 2011"
	}
	return 0
}

// lineStart is the first token of the line that token i stands on.
func (p *parser) lineStart(i int) int {
	for i > p.first && p.d.Tokens[i].Gap != text.Line && p.d.Tokens[i].Gap != text.Blank {
		i--
	}
	return i
}

// lineEnds reports whether token i begins a line, so that the one before it
// ends one.
func (p *parser) lineEnds(i int) bool {
	return i >= len(p.d.Tokens) || p.d.Tokens[i].Gap == text.Line || p.d.Tokens[i].Gap == text.Blank
}

// leads reports whether token i is the dash behind a dateline.
func (p *parser) leads(i int) bool {
	if !p.in(i) || p.kind(i) != text.Punct {
		return false
	}
	switch p.d.Of(i) {
	case "-", "–", "—", ":", "--":
		return true
	}
	return false
}

// wire reports whether token i begins the agency in brackets of a dateline,
// "(Wire) -".
func (p *parser) wire(i int) bool {
	if !p.is(i, '(') {
		return false
	}
	for k := i + 1; k < i+5; k++ {
		if p.is(k, ')') {
			return true
		}
	}
	return false
}

// capitals reports whether the tokens i to j-1 are names and marks.
func (p *parser) capitals(i, j int) bool {
	for ; i < j; i++ {
		if p.kind(i) == text.Word && p.caseOf(i) == text.Lower {
			return false
		}
	}
	return true
}

// clockEnds reports whether a time of the clock fills the rest of the line
// behind token j.
func (p *parser) clockEnds(j int) bool {
	for p.in(j) && !p.lineEnds(j) && (p.kind(j) == text.Punct || p.prep(j, prepAt)) {
		j++
	}
	_, n, ok := p.clock(j)
	return ok && p.lineEnds(n)
}

// yearOfTop is the year for the day r without one: of a release number as
// "2010-10-CA-171", whose month is that of r or the one before or after, or of
// another day that the top of the article tells.
func (p *parser) yearOfTop(r reading) int {
	other := 0
	for i := 0; i < p.last; i++ {
		y, ok := p.year(i)
		if !ok {
			continue
		}
		if p.joined(i+1) && p.joined(i+2) {
			if m, ok := p.integer(i + 1); ok && m >= 1 && m <= 12 {
				switch (r.month - m + 12) % 12 {
				case 0:
					return y
				case 1:
					if r.month == 1 {
						return y + 1
					}
					return y
				case 11:
					if r.month == 12 {
						return y - 1
					}
					return y
				}
			}
		}
		if other == 0 && p.w(i-1).class == none && p.kind(i-1) == text.Punct && (p.kind(i-2) == text.Number || p.kind(i-2) == text.Ordinal) {
			other = y // "April 24, 2025"
		}
	}
	return other
}
