package layout

import (
	"strconv"
	"time"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// head settles what stands before the article's first paragraph: headline,
// byline, date line, captions.
func (r *reader) head() {
	r.lead = len(r.bs)
	for i := range r.bs {
		if b := &r.bs[i]; !b.fixed && b.prose() && !r.isCredit(b) {
			r.lead = i
			break
		}
	}
	if r.lead == len(r.bs) {
		r.noProse()
	}
	titled, listing := false, false
	for i := range r.bs[:r.lead] {
		b := &r.bs[i]
		if b.fixed {
			if b.kind == Title {
				titled = true
				r.addTitle(i)
			}
			listing = listing || b.listed && titled
			// "Published 2 May 2016 · 12 comments" is a date line in spite of
			// the comments.
			if b.kind == Clutter && r.Published.IsZero() && !b.closed {
				r.dateLine(b)
			}
			continue
		}
		r.stamped(b)
		switch {
		case r.dateLine(b), r.isCredit(b), r.isPlaceLine(b):
			b.kind = Header
		case b.closed:
			b.kind = Body
			continue // a short first sentence, or a standfirst
		case r.repeatsTitle(b):
			b.kind, listing = Title, false
		case listing, r.bodyStart > 0 && r.column(i):
			b.kind = Clutter
		case !titled && b.words >= 4 && !b.item:
			b.kind, titled = Title, true
			r.addTitle(i)
		case r.beginsEntry(b):
			b.kind = Heading
		case b.words <= 3 && r.lead < len(r.bs) && !b.item:
			b.kind = Header // the name of the site, a section, "By" and its name
		default:
			b.kind = Heading
		}
		b.fixed = true
	}
}

// column reports whether r.bs[i] is one of four or more headlines in a row,
// of which none can be the article's.
func (r *reader) column(i int) bool {
	plain := func(k int) bool {
		b := &r.bs[k]
		return !b.closed && !b.colon && !b.item && b.words >= 3 && (!b.fixed || b.kind == Clutter && k < i) && !r.repeatsTitle(b)
	}
	n := 1
	for k := i - 1; k >= 0 && n < 4 && plain(k); k-- {
		n++
	}
	for k := i + 1; k < r.lead && n < 4 && plain(k); k++ {
		n++
	}
	return n >= 4
}

// noProse takes the first line that is anything for the article where no line
// is a paragraph, as in a lone headline.
func (r *reader) noProse() {
	for i := range r.bs {
		if b := &r.bs[i]; !b.fixed && b.closed && b.words >= 3 {
			r.lead = i
			return
		}
	}
	if len(r.bs) == 1 && r.bs[0].kind == Clutter {
		r.bs[0].kind = Body
	}
}

// repeatsTitle reports whether b says the headline again.
func (r *reader) repeatsTitle(b *block) bool {
	for _, i := range r.titles {
		t := &r.bs[i]
		n, same := t.t1-t.t0, 0
		for k := 0; k < n && b.t0+k < b.t1 && r.d.Tokens[t.t0+k].Key == r.d.Tokens[b.t0+k].Key; k++ {
			same++
		}
		if same >= 4 && same*10 >= 8*min(n, b.t1-b.t0) {
			return true
		}
	}
	return false
}

// addTitle remembers a line of the headline, of which the first few tell all
// the others.
func (r *reader) addTitle(i int) {
	if len(r.titles) < 4 {
		r.titles = append(r.titles, i)
	}
}

var (
	creditWords = keys(`and in at of for our the a an staff reporter reporters correspondent correspondents bureau agencies agency
		with writer writers editor editors news desk contributor contributing from on special to via team foreign`)
	creditNouns  = keys(`staff reporter reporters correspondent correspondents bureau agencies writer writers`)
	creditStarts = []phraseKey{phrase("reporting by"), phrase("additional reporting by"), phrase("additional reporting"), phrase("editing by"), phrase("edited by"),
		phrase("written by"), phrase("compiled by"), phrase("story by"), phrase("report by"), phrase("from staff reports"), phrase("from our correspondent"), phrase("words by"),
		phrase("translated by"), phrase("by staff"), phrase("author :"), phrase("author / author"), phrase("source :"), phrase("sources :"), phrase("with reporting by"),
		phrase("this story has been"), phrase("this article has been"), phrase("this story was"), phrase("this article was"), phrase("this article originally")}
	byKey = text.KeyOf("by")
)

type phraseKey struct {
	key text.Key
	n   int
}

func phrase(s string) phraseKey {
	d := text.Split(s)
	var k text.Key
	for i := range d.Tokens {
		k = extend(k, i, keyAt(d, i))
	}
	return phraseKey{k, len(d.Tokens)}
}

func (p phraseKey) at(d *text.Document, i, last int) bool {
	if i+p.n > last {
		return false
	}
	var k text.Key
	for j := range p.n {
		k = extend(k, j, keyAt(d, i+j))
	}
	return k == p.key
}

func keys(s string) map[text.Key]bool {
	m := map[text.Key]bool{}
	d := text.Split(s)
	for i := range d.Tokens {
		m[d.Tokens[i].Key] = true
	}
	return m
}

// isCredit reports whether b says who wrote, and nothing else: "By Ann Lee and
// our Kyiv bureau", "Reporting by Ann Lee; editing by Bo Ray", "By".
func (r *reader) isCredit(b *block) bool {
	if b.words > 40 {
		return false
	}
	d := r.d
	for _, p := range creditStarts {
		if p.at(d, b.first, b.t1) {
			return true
		}
	}
	if d.Tokens[b.first].Key != byKey || b.words > 18 {
		return false
	}
	if b.words == 1 {
		return true
	}
	// What follows is names, or the words for who they are, up to a mark
	// behind which a date may stand.
	names := 0
	for t := b.first + 1; t < b.t1; t++ {
		tok := &d.Tokens[t]
		switch {
		case tok.Kind == text.Punct && !d.Is(t, ',') && !d.Is(t, '.') && !d.Is(t, '&') && !d.Is(t, ';'):
			return names > 0 && !b.closed
		case tok.Kind == text.Word && tok.Case == text.Lower && !creditWords[tok.Key]:
			return false
		case tok.Kind == text.Word && tok.Case != text.Lower:
			if months[tok.Key] != 0 || weekdays[tok.Key] != 0 {
				return names > 0 && !b.closed
			}
			names++
		case tok.Kind == text.Word && creditNouns[tok.Key]:
			names++
		}
	}
	return names > 0 && (!b.closed || names >= b.words/2)
}

// isPlaceLine reports whether b is a dateline on a line of its own: "KABUL,
// Afghanistan (Oct. 6, 2012)", "ERBIL —". It is left to be read.
func (r *reader) isPlaceLine(b *block) bool {
	if b.closed || b.t1-b.t0 > 16 {
		return false
	}
	end, kind := r.leadOf(b.t0, b.t1)
	if kind == Dateline && end >= b.t1 {
		if !r.date(b.t0, b.t1) {
			r.dayMonth(b.t0, b.t1)
		}
		return true
	}
	// Without a dash, "KABUL, Afghanistan (Oct. 6, 2012)".
	upper, other := 0, 0
	for t := b.t0; t < b.t1; t++ {
		tok := &r.d.Tokens[t]
		switch {
		case tok.Kind == text.Word && tok.Case == text.Lower:
			return false
		case tok.Kind == text.Word && tok.Case == text.Upper && upper == t-b.t0:
			upper++
		case tok.Kind == text.Word && !dateWords[tok.Key]:
			other++
		}
	}
	if upper == 0 || upper > 4 || other > 2 || b.t0+upper >= b.t1 || r.d.Tokens[b.t0+upper].Kind != text.Punct {
		return false
	}
	return r.date(b.t0, b.t1) || r.dayMonth(b.t0, b.t1)
}

// dayMonth notes a day that a dateline gives without its year, "(June 15)",
// where the lines above name one year, as in "Press release 2010-06-CA-051".
// It reports whether there is such a day.
func (r *reader) dayMonth(i, j int) bool {
	for t := i; t < j; t++ {
		month := months[r.d.Tokens[t].Key]
		if month == 0 || r.d.Tokens[t].Case == text.Lower {
			continue
		}
		day, first, last := 0, t, t+1
		if last < j && r.d.Is(last, '.') {
			last++
		}
		if last < j && r.number(last) > 0 {
			day = r.number(last)
			last++
		} else if t > i {
			day, first = r.number(t-1), t-1
		}
		if day < 1 || day > 31 {
			return false
		}
		if year := r.headYear(i); year > 0 {
			if date, n := checked(year, month, day, 1); n > 0 {
				r.publish(date, first, last)
			}
		}
		return true
	}
	return false
}

// headLines is more lines than any page has above a dateline that are about
// the article.
const headLines = 30

// headYear is the one year that the lines before token i name, or 0.
func (r *reader) headYear(i int) int {
	year := 0
	for k := range r.bs[:min(len(r.bs), headLines)] {
		b := &r.bs[k]
		if b.t0 >= i {
			break
		}
		s := r.of(b)
		for at := 0; at+4 <= len(s); at++ {
			if at > 0 && isAlnum(s[at-1]) || at+4 < len(s) && isAlnum(s[at+4]) {
				continue
			}
			if y, err := strconv.Atoi(s[at : at+4]); err == nil && 1900 <= y && y <= 2100 {
				if year != 0 && y != year {
					return 0
				}
				year = y
			}
		}
	}
	return year
}

func isAlnum(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// date sets Published from a full date among the tokens, if none is set.
func (r *reader) date(i, j int) bool {
	for t := i; t < j; t++ {
		if date, n := r.dateAt(t, j); n > 0 {
			r.publish(date, t, t+n)
			return true
		}
	}
	return false
}

func (r *reader) publish(date event.Date, i, j int) {
	if !r.Published.IsZero() {
		return
	}
	r.Published = date
	r.PublishedAt = event.Span{Start: int(r.d.Tokens[i].Start), End: int(r.d.Tokens[j-1].End)}
}

var dateWords = keys(`published posted updated update last modified first date dated on at by am pm gmt utc est edt cet cest eet bst ist pst pdt
	msk ago hours hour minutes minute min mins read days day local time created issued release released monday tuesday wednesday thursday friday
	saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march april may june july august september october
	november december jan feb mar apr jun jul aug sep sept oct nov dec original publication of the edt story article a m p edited
	accessed retrieved revised web posted online`)

var updatedWords = keys(`updated update modified edited revised accessed retrieved`)

// dateLine reports whether b says when the page appeared, and notes it: "date
// 2025-04-24 World", "Published: 2 May 2016, 21:40  Updated: 22:55", "By Ann
// Lee | May 2, 2016".
func (r *reader) dateLine(b *block) bool {
	if b.words > 24 || b.t1-b.t0 > 45 {
		return false
	}
	d := r.d
	other, found, updated := 0, false, false
	var date event.Date
	at, to := 0, 0
	for t := b.t0; t < b.t1; {
		if v, n := r.dateAt(t, b.t1); n > 0 {
			// The first date is that of publication, unless only the second is
			// not said to be of an update.
			if !found || updated {
				date, at, to = v, t, t+n
				updated = t > b.t0 && updatedWords[d.Tokens[t-1].Key] || t > b.t0+1 && updatedWords[d.Tokens[t-2].Key]
			}
			found = true
			t += n
			continue
		}
		tok := &d.Tokens[t]
		if (tok.Kind == text.Word || tok.Kind == text.Designation) && !dateWords[tok.Key] {
			other++
		}
		t++
	}
	if !found {
		return other == 0 && b.words > 0 && b.words <= 8 && r.saysWhen(b)
	}
	byline := d.Tokens[b.first].Key == byKey
	if other > 3 && !byline && !(b.kind == Clutter && b.fixed) {
		return false
	}
	if byline && b.closed {
		return false
	}
	r.publish(date, at, to)
	return true
}

// stamped notes the date behind the word that says it is that of publication,
// in a line that says more: "Two held after shooting Posted: Thursday, April
// 23, 2015 10:11 AM".
func (r *reader) stamped(b *block) {
	if b.words > 40 || b.closed {
		return
	}
	for t := b.t0; t+1 < b.t1; t++ {
		if !postedWords[r.d.Tokens[t].Key] || !r.d.Is(t+1, ':') {
			continue
		}
		for k := t + 2; k < b.t1 && k < t+5; k++ {
			if date, n := r.dateAt(k, b.t1); n > 0 {
				r.publish(date, k, k+n)
				return
			}
		}
	}
}

// saysWhen reports whether b has a word such as "Updated" and a number.
func (r *reader) saysWhen(b *block) bool {
	number := false
	label := false
	for t := b.t0; t < b.t1; t++ {
		number = number || r.d.Tokens[t].Kind == text.Number
		label = label || updatedWords[r.d.Tokens[t].Key] || postedWords[r.d.Tokens[t].Key]
	}
	return number && label
}

var postedWords = keys(`published posted date ago issued released`)

var months, weekdays = func() (map[text.Key]time.Month, map[text.Key]int) {
	m, w := map[text.Key]time.Month{}, map[text.Key]int{}
	for i := time.January; i <= time.December; i++ {
		m[text.KeyOf(i.String())] = i
		m[text.KeyOf(i.String()[:3])] = i
	}
	m[text.KeyOf("Sept")] = time.September
	for i := time.Sunday; i <= time.Saturday; i++ {
		w[text.KeyOf(i.String())] = int(i) + 1
		w[text.KeyOf(i.String()[:3])] = int(i) + 1
	}
	return m, w
}()

// dateAt reads a date with its year that begins at token i, and gives how many
// tokens it has, or 0.
func (r *reader) dateAt(i, last int) (event.Date, int) {
	d := r.d
	tok := &d.Tokens[i]
	switch tok.Kind {
	case text.Number, text.Ordinal, text.Designation:
		if date, bytes := numericDate(d.Text[tok.Start:], r.weekdayBefore(i)); bytes > 0 {
			n := 1
			for i+n < last && int(d.Tokens[i+n].Start) < int(tok.Start)+bytes {
				n++
			}
			return date, n
		}
		// 24 April 2025, 24th of April, 2025, 24-Apr-2025
		day := r.number(i)
		if day < 1 || day > 31 || i+1 >= last {
			return event.Date{}, 0
		}
		m := i + 1
		if d.Folded(m) == "of" && m+1 < last {
			m++
		}
		month := months[d.Tokens[m].Key]
		if month == 0 {
			return event.Date{}, 0
		}
		y := m + 1
		if y < last && d.Tokens[y].Kind == text.Punct {
			y++
		}
		if y >= last {
			return event.Date{}, 0
		}
		return checked(r.year(y), month, day, y+1-i)
	case text.Word:
		month := months[tok.Key]
		if month == 0 || tok.Case == text.Lower || i+1 >= last {
			return event.Date{}, 0
		}
		// April 24, 2025; Apr. 24 2025
		n := i + 1
		if d.Is(n, '.') && n+1 < last {
			n++
		}
		day := r.number(n)
		y := n + 1
		if y < last && d.Tokens[y].Kind == text.Punct {
			y++
		}
		if day < 1 || day > 31 || y >= last {
			return event.Date{}, 0
		}
		return checked(r.year(y), month, day, y+1-i)
	}
	return event.Date{}, 0
}

// weekdayBefore is the day of the week named before token i, from 1, or 0.
func (r *reader) weekdayBefore(i int) int {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if w := weekdays[r.d.Tokens[k].Key]; w != 0 {
			return w
		}
	}
	return 0
}

func checked(year int, month time.Month, day, n int) (event.Date, int) {
	date := event.Date{Year: year, Month: month, Day: day}
	if year == 0 || event.DateOf(date.Time()) != date {
		return event.Date{}, 0
	}
	return date, n
}

func (r *reader) number(i int) int {
	t := &r.d.Tokens[i]
	s := r.d.Text[t.Start:t.End]
	if t.Kind == text.Ordinal && len(s) > 2 {
		s = s[:len(s)-2]
	}
	if len(s) > 4 || s[0] < '0' || '9' < s[0] {
		return 0 // before an error is made of it: most tokens are words
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

func (r *reader) year(i int) int {
	if r.d.Tokens[i].Kind != text.Number {
		return 0
	}
	if y := r.number(i); 1900 <= y && y <= 2100 {
		return y
	}
	// "13 Apr 202513 Apr 2025": a date for the eye and one for machines that
	// were copied together.
	if s := r.d.Of(i); (len(s) == 5 || len(s) == 6) && i+1 < len(r.d.Tokens) && months[r.d.Tokens[i+1].Key] != 0 {
		if y, err := strconv.Atoi(s[:4]); err == nil && 1900 <= y && y <= 2100 {
			return y
		}
	}
	return 0
}

// numericDate reads 2025-04-24, 24/04/2025, 4/24/2025 or 24.04.2025 at the
// start of s and gives how many bytes it has, or 0. Where day and month could
// change places, the weekday tells, from 1 for Sunday; without one slashes
// are American and dots European.
func numericDate(s string, weekday int) (event.Date, int) {
	var v [3]int
	var width [3]int
	sep := byte(0)
	i := 0
	for k := range v {
		start := i
		for i < len(s) && i-start < 5 && '0' <= s[i] && s[i] <= '9' {
			v[k] = v[k]*10 + int(s[i]-'0')
			i++
		}
		width[k] = i - start
		if width[k] == 0 || width[k] > 4 || width[k] == 3 {
			return event.Date{}, 0
		}
		if k == 2 {
			break
		}
		if i >= len(s) || s[i] != '-' && s[i] != '/' && s[i] != '.' || sep != 0 && s[i] != sep {
			return event.Date{}, 0
		}
		sep = s[i]
		i++
	}
	year, month, day := v[0], v[1], v[2]
	switch {
	case width[0] == 4 && width[1] <= 2 && width[2] <= 2:
	case width[2] == 4 && width[0] <= 2 && width[1] <= 2:
		year, month, day = v[2], v[0], v[1]
		american := sep == '/'
		switch {
		case v[0] > 12:
			american = false
		case v[1] > 12:
			american = true
		case weekday != 0:
			american = int(event.Date{Year: v[2], Month: time.Month(v[0]), Day: v[1]}.Weekday())+1 == weekday
		}
		if !american {
			month, day = v[1], v[0]
		}
	default:
		return event.Date{}, 0
	}
	if year < 1900 || year > 2100 || month < 1 || month > 12 {
		return event.Date{}, 0
	}
	return checked(year, time.Month(month), day, i)
}
