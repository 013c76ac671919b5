package extract

import (
	"slices"
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract/date"
	"github.com/sitrep-go/sitrep/internal/layout"
	"github.com/sitrep-go/sitrep/internal/text"
)

// A fragment is what one clause or sentence tells of one act: the piece from
// which incidents are put together.
type fragment struct {
	sentence    int
	first, last int // tokens, half-open
	acts        []act
	harms       []harm
	spots       []spot
	lent        []spot // places that the paragraph told just before
	days        []date.Mention
	anchored    []date.Mention // days told from another event's
	arms        []arm
	doers       []doer
	sites       []event.Site

	kind  event.Type
	exact bool // kind is settled by the words, not guessed
	stage event.Stage
	def   bool // "the attack"
	fresh bool // "another attack", "elsewhere"
	// unknown is set where a day is told of which it cannot be known which it
	// is, "on Thursday" in a text of no known day.
	unknown bool
	dated   bool // a day or time is told, whether or not it is known which; a month is none
	wave    bool // a salvo on a country or several cities
	more    bool // says more of the dead and wounded of an act told before
	aside   bool // a headline or caption
}

// fragments cuts the sentences into what they tell of single acts.
func (r *reading) fragments() []fragment {
	var out []fragment
	hi, ai := 0, 0
	for si, s := range r.doc.Sentences {
		h0 := hi
		for hi < len(r.harm) && r.harm[hi].sentence == si {
			hi++
		}
		a0 := ai
		for ai < len(r.act) && r.act[ai].sentence == si {
			ai++
		}
		if h0 == hi && a0 == ai || !r.tells(si) {
			continue
		}
		harms, acts := r.harm[h0:hi], r.act[a0:ai]
		for _, seg := range r.segments(s, harms, acts) {
			f := fragment{sentence: si, first: seg[0], last: seg[1], aside: r.aside(si)}
			for _, h := range harms {
				if h.anchor >= seg[0] && h.anchor < seg[1] {
					f.harms = append(f.harms, h)
				}
			}
			for _, a := range acts {
				if a.anchor >= seg[0] && a.anchor < seg[1] {
					f.acts = append(f.acts, a)
				}
			}
			if r.fill(&f, s) {
				if seg[0] > s.First && seg[0] == r.otherAct(s) {
					f.fresh, f.def, f.more = true, false, false
				}
				out = append(out, f)
			}
		}
	}
	return out
}

// segments cuts sentence s where a semicolon, or a conjunction before a new
// subject, parts two clauses that each report harm or an act: "two died in
// Kherson, while a drone wounded three in Nikopol".
func (r *reading) segments(s text.Sentence, harms []harm, acts []act) [][2]int {
	var cuts []int
	for k := s.First + 1; k < s.Last-1; k++ {
		switch {
		case r.doc.Is(k, ';'):
			cuts = append(cuts, k+1)
		case r.doc.Is(k, ',') && (r.in(k+1, "while whereas but") || r.in(k+1, "and") && r.clauseStarts(k+2, s.Last)):
			cuts = append(cuts, k+1)
		}
	}
	told := func(lo, hi int) bool {
		for _, h := range harms {
			if h.anchor >= lo && h.anchor < hi {
				return true
			}
		}
		return false
	}
	did := func(lo, hi int) bool {
		for _, a := range acts {
			if a.anchor >= lo && a.anchor < hi && (a.realis == happened || a.realis == tried) {
				return true
			}
		}
		return told(lo, hi)
	}
	placed := func(lo, hi int) bool {
		for _, p := range r.spotsIn(s) {
			if p.first >= lo && p.first < hi && p.strong {
				return true
			}
		}
		return false
	}
	dated := func(lo, hi int) bool {
		for _, d := range r.daysIn(s) {
			if d.First >= lo && d.First < hi && d.Resolved() && r.dates(d, s) {
				return true
			}
		}
		return false
	}
	out := [][2]int{}
	lo := s.First
	if c := r.otherAct(s); c > lo && did(c, s.Last) {
		cuts = append(cuts, c)
		slices.Sort(cuts)
		cuts = slices.Compact(cuts)
	}
	for _, c := range cuts {
		if r.otherAct(s) == c && did(c, s.Last) {
			out = append(out, [2]int{lo, c})
			lo = c
			continue
		}
		if did(lo, c) && did(c, s.Last) && (placed(c, s.Last) && (placed(lo, c) || told(lo, c)) || dated(lo, c) && dated(c, s.Last)) {
			out = append(out, [2]int{lo, c})
			lo = c
		}
	}
	return append(out, [2]int{lo, s.Last})
}

// otherAct is where the words begin that date another act than that of the
// sentence, or -1: "Sunday's attack came | a day after a colonel was shot dead",
// "It was the bloodiest since | July 2024, when 34 people died".
func (r *reading) otherAct(s text.Sentence) int {
	days := r.daysIn(s)
	for k := range days {
		d := &days[k]
		switch {
		case d.Anchor != nil && d.Anchor.Clause && r.follows(d.First-1, s):
			return d.First
		case d.Bound == date.Since && d.Last+1 < s.Last && r.doc.Is(d.Last, ',') && r.in(d.Last+1, "when") && r.compares(d.First, s):
			return d.First
		}
	}
	return -1
}

// follows reports whether the verb that ends at token i only sets an act beside
// another: "The barrage came", "The raid took place", "It happened".
func (r *reading) follows(i int, s text.Sentence) bool {
	for n := 0; i > s.First && n < 2; i, n = i-1, n+1 {
		if r.in(i, "came comes happened occurred place") {
			return true
		}
		if !r.in(i, "just only barely some") {
			return false
		}
	}
	return false
}

// clauseStarts reports whether a clause with a place of its own begins at k:
// "and in Nikopol a drone …".
func (r *reading) clauseStarts(k, hi int) bool {
	return k < hi && r.in(k, "in at near another a two three four five six")
}

// fill collects what belongs to the fragment's clause, and reports whether
// the fragment tells of an act at all.
func (r *reading) fill(f *fragment, s text.Sentence) bool {
	real := f.acts[:0:0]
	for _, a := range f.acts {
		if a.kind == noAct || a.realis == unreal || a.realis == denied || r.in(a.first-1, "since") || r.in(a.first-2, "since") {
			continue
		}
		real = append(real, a)
	}
	f.acts = real
	harms := f.harms[:0:0]
	for _, h := range f.harms {
		if re := r.realis(h.first, h.anchor, s); re == unreal || re == denied && h.people.count.Best() != 0 {
			continue
		}
		if r.cumulative(h, s) {
			continue
		}
		harms = append(harms, h)
	}
	if len(f.harms) > 0 && len(harms) == 0 {
		// "Since 2022 shelling has cost 118 lives" tells of no one shelling.
		acts := f.acts[:0:0]
		for _, a := range f.acts {
			if a.verb {
				acts = append(acts, a)
			}
		}
		f.acts = acts
	}
	f.harms = harms
	if len(f.acts) == 0 && len(f.harms) == 0 {
		return false
	}
	for _, p := range r.spotsIn(s) {
		if p.first >= f.first && p.first < f.last {
			f.spots = append(f.spots, p)
		}
	}
	r.keepWhere(f)
	for _, d := range r.daysIn(s) {
		if d.First < f.first || d.First >= f.last {
			continue
		}
		if (d.Type == date.Date || d.Type == date.Time) && d.Bound == "" && !d.Future && (!d.Resolved() || d.Period.Precision <= event.ToWeek && r.dates(d, s)) {
			f.dated = true
		}
		if d.Anchor == nil && !d.Resolved() && (d.Type == date.Date || d.Type == date.Time) && d.Bound == "" && !strings.HasSuffix(d.Timex, "_REF") {
			f.unknown = true
		}
		if !r.dates(d, s) {
			continue
		}
		switch {
		case d.Resolved() && d.Period.Precision >= event.ToYear && r.apart(f, d):
			// "near Preah Vihear, the temple awarded to it in 1962"
		case d.Anchor != nil && d.Anchor.Max < 0 && !d.Anchor.Clause && r.hadElsewhere(f, d, s):
			// "from which patients had been moved only a day before"
		case d.Resolved():
			f.days = append(f.days, d)
		default:
			f.anchored = append(f.anchored, d)
		}
	}
	for _, a := range r.arms {
		if a.first >= f.first && a.first < f.last {
			f.arms = append(f.arms, a)
		}
	}
	for _, d := range r.doersIn(s) {
		if d.first >= f.first && d.first < f.last {
			f.doers = append(f.doers, d)
		}
	}
	f.sites = r.sitesIn(f.first, f.last)
	f.kind, f.exact = r.kindOf(f)
	f.stage = event.Accomplished
	for _, a := range f.acts {
		if a.realis == tried {
			f.stage = event.Attempted
		}
	}
	if len(f.harms) > 0 {
		f.stage = event.Accomplished
	}
	// The first act of a clause tells whether it is known already.
	for k, a := range f.acts {
		if k == 0 && !a.verb {
			f.def = a.def
		}
		f.fresh = f.fresh || a.fresh
	}
	for k := f.first; k < f.last && k < f.first+8; k++ {
		if k < f.first+4 && r.in(k, "elsewhere separately meanwhile") || r.in(k, "hours minutes hour") && r.in(k+1, "later earlier before") && !f.def {
			f.fresh = true
		}
	}
	if r.ofMonths(f) {
		return false
	}
	if r.atHospital(f) {
		f.spots = nil
	}
	// "The missile was part of a large-scale assault on several cities" tells of
	// the assault.
	for k := f.first; k+2 < f.last && len(f.harms) == 0; k++ {
		if !r.in(k, "part") || !r.in(k+1, "of") {
			continue
		}
		for _, a := range f.acts {
			if !a.verb && !a.weapon && a.first > k && a.first < k+9 {
				f.wave, f.def = true, false
			}
		}
	}
	f.more = len(f.harms) > 0
	for _, h := range f.harms {
		f.more = f.more && r.recalls(h, s)
	}
	for _, a := range f.acts {
		f.more = f.more && (a.def || a.weapon)
	}
	toll := len(f.harms) > 0
	for _, h := range f.harms {
		toll = toll && strings.HasSuffix(h.rule, "/death-toll")
	}
	if f.more || toll {
		// "rose to 31 on Friday" is the day of the count; "Saturday's attack"
		// is that of the act.
		var days []date.Mention
		for _, d := range f.days {
			if r.in(d.Last, "s") && r.doc.Tokens[d.Last].Kind == text.Clitic || !f.more && len(f.acts) > 0 && f.acts[0].verb {
				days = append(days, d)
			}
		}
		f.days = days
	}
	if f.more {
		f.spots, f.fresh = nil, false
	}
	for k := f.first; k < f.last; k++ {
		if r.in(k, "another second third separate") && k+1 < f.last && r.in(k-1, "a the and, in") || r.in(k, "another") {
			for j := k + 1; j < k+4 && j < f.last; j++ {
				if r.in(j, "drone missile strike attack aircraft plane jet bomb blast explosion bomber shell raid device rocket airstrike incident gang group assault car truck vehicle mine") {
					f.fresh = true
				}
			}
		}
	}
	for _, a := range f.arms {
		if a.weapon.Launched.Best() >= 15 || a.weapon.Mixed {
			f.wave = true
		}
	}
	return true
}

// apart reports whether a comma parts the year d from every act that f tells,
// but for one right before it, "killed 44 people, in 2015".
func (r *reading) apart(f *fragment, d date.Mention) bool {
	parted := func(at int) bool {
		for k := at + 1; k < d.First-2; k++ {
			if r.doc.Is(k, ',') {
				return true
			}
		}
		return false
	}
	for _, a := range f.acts {
		if !parted(a.anchor) {
			return false
		}
	}
	for _, h := range f.harms {
		if !parted(h.anchor) {
			return false
		}
	}
	return true
}

// hadElsewhere reports whether d dates only what had been before in a clause of
// its own, in which f tells of no act.
func (r *reading) hadElsewhere(f *fragment, d date.Mention, s text.Sentence) bool {
	had := false
	k := d.First - 1
	for ; k >= s.First && !r.doc.Is(k, ',') && !r.in(k, "which who where whom"); k-- {
		had = had || r.in(k, "had")
	}
	if !had || k < s.First {
		return false
	}
	for _, a := range f.acts {
		if a.anchor > k && a.anchor < d.Last {
			return false
		}
	}
	for _, h := range f.harms {
		if h.anchor > k && h.anchor < d.Last {
			return false
		}
	}
	return true
}

// keepWhere leaves f only the place of its relative clause where all that it
// tells stands in that clause: "For many in Dnipro it brought back Zaporizhzhia,
// an hour's drive south, where a block collapsed after a missile attack".
func (r *reading) keepWhere(f *fragment) {
	if len(f.spots) < 2 {
		return
	}
	first := f.last
	for _, a := range f.acts {
		first = min(first, a.anchor)
	}
	for _, h := range f.harms {
		first = min(first, h.anchor)
	}
	at := -1
	for k, p := range f.spots {
		if p.where > 0 && p.where < first && (at < 0 || p.where > f.spots[at].where) {
			at = k
		}
	}
	if at < 0 {
		return
	}
	kept := f.spots[:0:0]
	for _, p := range f.spots {
		if p.first == f.spots[at].first || p.first > f.spots[at].where {
			kept = append(kept, p)
		}
	}
	f.spots = kept
}

// longestDate is how many days the date of one act may span.
const longestDate = 400

// dates reports whether d can be the day of an act: not the day on which the
// text was written or somebody spoke, nor one bound of a long time.
func (r *reading) dates(d date.Mention, s text.Sentence) bool {
	if !d.Resolved() && d.Anchor == nil || d.Future {
		return false
	}
	if d.Resolved() && d.Period.End.Days(d.Period.Start) < -longestDate {
		return false // "the 11th-century temple"
	}
	if z := r.layout.Zones[r.doc.SentenceAt(d.First)]; z.Lead == layout.Dateline && d.First < z.Text {
		return false
	}
	switch d.Bound {
	case date.Since:
		// "the bloodiest since July 2024, when 34 people died"
		return d.Last+1 < s.Last && r.doc.Is(d.Last, ',') && r.in(d.Last+1, "when")
	case date.Until, date.Before:
		return false
	}
	if p := r.article.Published; d.Resolved() && !p.IsZero() && p.Before(d.Period.Start) {
		return false // what has happened is no later than the news of it
	}
	if r.in(d.First-1, "of") && r.in(d.First-2, "as") {
		return false // "18 dead as of Sunday evening"
	}
	if r.saysFirst(d, s) || r.saysNext(d, s) {
		return false
	}
	// "since the offensive got under way at the end of April"
	for k, n := d.First-1, 0; k >= s.First && n < 9 && r.doc.Tokens[k].Kind != text.Punct; k, n = k-1, n+1 {
		if r.in(k, "since") {
			return false
		}
	}
	// "said on Tuesday", "told reporters on Friday", "in a statement late on
	// Sunday", "the ministry reported on Thursday that".
	l, g := r.lang, r.lang.grammar
	for k, n := d.First-1, 0; k >= s.First && n < 6; k, n = k-1, n+1 {
		if r.doc.Tokens[k].Kind == text.Punct {
			if r.doc.Is(k, ',') && k > s.First && g.In(r.w[k-1], l.say) {
				return false // "announced, on Thursday, the rise"
			}
			break
		}
		if r.in(k, "that") {
			break // "told the Mission that on 10 May a tractor"
		}
		if n > 0 && r.verbBetween(k) {
			break // "said the gunmen arrived late on Saturday"
		}
		if g.In(r.w[k], l.say) || r.in(k, "statement issued interview briefing conference bulletin post posted released published update communique reporters journalists correspondent correspondents newsmen spoke") {
			return false
		}
		if r.in(k, "rose risen climbed jumped increased grew reached") && r.figured(k+1, d.First) {
			return false // "the number of dead rose to 31 on Friday"
		}
		if g.In(r.w[k], l.actVerb) || g.In(r.w[k], l.kill) || g.In(r.w[k], l.injure) || r.in(k, "attack strike") {
			break
		}
	}
	return true
}

// verbBetween reports whether token k is a verb in the past that tells no speech,
// by its form.
func (r *reading) verbBetween(k int) bool {
	l, g := r.lang, r.lang.grammar
	t := &r.doc.Tokens[k]
	if t.Kind != text.Word || t.Case != text.Lower || g.In(r.w[k], l.say) || r.in(k, "issued posted released published reported updated dated") {
		return false
	}
	return g.In(r.w[k], l.be) || g.In(r.w[k], l.died) || t.End-t.Start > 4 && strings.HasSuffix(r.doc.Of(k), "ed")
}

// figured reports whether a figure stands among the tokens i to j-1.
func (r *reading) figured(i, j int) bool {
	for ; i < j; i++ {
		if r.doc.Tokens[i].Kind == text.Number {
			return true
		}
	}
	return false
}

// compares reports whether the day at token i only measures the act against
// others: "the deadliest attack since 2015".
func (r *reading) compares(i int, s text.Sentence) bool {
	for k, n := i-1, 0; k >= s.First && n < 14; k, n = k-1, n+1 {
		if r.in(k, "deadliest bloodiest worst biggest largest heaviest first most fiercest highest only greatest") {
			return true
		}
	}
	return false
}

// saysFirst reports whether d stands at the front of a sentence whose first
// verb is one of speech: "On Thursday the president had spoken of 26 dead".
func (r *reading) saysFirst(d date.Mention, s text.Sentence) bool {
	l, g := r.lang, r.lang.grammar
	if d.First > s.First+2 {
		return false
	}
	for k := d.Last; k < s.Last && k < d.Last+14; k++ {
		w := r.w[k]
		switch {
		case g.In(w, l.say) || r.in(k, "spoke spoken"):
			return true
		case r.doc.Is(k, ',') && k > d.Last || g.In(w, l.actVerb) || g.In(w, l.kill) || g.In(w, l.injure) || g.In(w, l.be) || g.In(w, l.died):
			return false
		}
	}
	return false
}

// saysNext reports whether a verb of speech or of counting follows the day at
// once: "Russia on Wednesday raised the number of its dead", "Kyiv on Monday
// accused Moscow".
func (r *reading) saysNext(d date.Mention, s text.Sentence) bool {
	k := d.Last
	if k < s.Last && r.lang.grammar.In(r.w[k], r.lang.adverb) {
		k++
	}
	return k < s.Last && d.First > s.First && r.in(d.First-1, "on late early") &&
		(r.lang.grammar.In(r.w[k], r.lang.say) || r.in(k, "raised revised updated lowered put accused blamed confirmed denied acknowledged admitted condemned"))
}

// cumulative reports whether a harm is a total over a war, a year or a
// country: "since the war began", "so far this year".
func (r *reading) cumulative(h harm, s text.Sentence) bool {
	for _, d := range r.daysIn(s) {
		// "more than 400 civilians have died since 2017"
		if d.Bound == date.Since && !r.compares(d.First, s) && !r.in(d.Last, "when") && !(r.doc.Is(min(d.Last, len(r.w)-1), ',') && r.in(d.Last+1, "when")) {
			return true
		}
	}
	acted := false
	for k := s.First; k < s.Last; k++ {
		acted = acted || r.lang.grammar.In(r.w[k], r.lang.actVerb)
	}
	onDay := false
	for _, d := range r.daysIn(s) {
		onDay = onDay || d.Resolved() && d.Period.Precision <= event.ToDays && d.Bound == ""
	}
	if !acted && !onDay && h.people.count.HasMin() && h.people.count.Min >= 1000 && (h.kind == event.Killed || h.kind == event.Injured) {
		return true // "Thousands of people have died in the violence."
	}
	perfect := false
	for k := h.first; k <= h.anchor && k < s.Last; k++ {
		perfect = perfect || r.in(k, "have has had")
	}
	for k := s.First; k < s.Last; k++ {
		if !r.lang.grammar.In(r.w[k], r.lang.total) {
			continue
		}
		switch r.lower(k) {
		case "since":
			// "have been killed since fighting flared in April"
			if !r.compares(k, s) && (perfect && k > h.anchor || r.in(k+1, "the then") || r.in(k+2, "began started")) {
				return true
			}
		case "hours":
			if r.in(k-1, "24 48 72") && r.in(k-2, "the past last previous preceding") {
				return true
			}
		case "far":
			if r.in(k-1, "so") && r.in(k+1, "this in") {
				return true
			}
		case "offensive", "campaign", "war", "conflict", "invasion", "insurgency", "uprising", "fighting":
			if r.in(k+1, "has have had") && h.anchor > k || r.in(k+1, "began started erupted broke") {
				return true
			}
			// "during the 12-day war", "in the conflict"
			for n, j := 0, k-1; n < 5 && j >= s.First; n, j = n+1, j-1 {
				if r.in(j, "during throughout") || r.in(j, "in of over") && r.in(j+1, "the its") && r.lower(k) != "offensive" && r.lower(k) != "fighting" {
					return true
				}
			}
		case "year", "years", "months", "decade", "decades", "month", "weeks":
			if r.in(k-1, "same") && r.in(k-3, "over in during") || r.in(k+1, "of") && r.in(k+2, "fighting war conflict clashes") {
				return true
			}
			if r.in(k-1, "last") && r.lower(k) == "year" && !acted {
				return true
			}
			if r.in(k-1, "this past") && r.in(k-2, "so the over in") || r.in(k-2, "past last") && r.lower(k) != "year" || r.in(k-1, "past") ||
				r.in(k-2, "first last") && r.in(k-3, "the") {
				return true
			}
		}
	}
	return false
}

// ofMonths reports whether f only counts over a month or more: "In October
// Ukraine counted 2,023 drones", "July was the worst month: 286 killed".
func (r *reading) ofMonths(f *fragment) bool {
	if len(f.days) == 0 || exactly(f.spots) {
		return false
	}
	for _, d := range f.days {
		if d.Period.Precision < event.ToMonth {
			return false
		}
	}
	for _, a := range f.acts {
		if !a.weapon {
			return false
		}
	}
	return true
}

// atHospital reports whether f tells only where the dead and wounded were
// brought: "The morgue of the hospital in Deir al-Balah logged 33 bodies".
func (r *reading) atHospital(f *fragment) bool {
	for _, h := range f.harms {
		switch _, rule, _ := strings.Cut(h.rule, "/"); rule {
		case "bodies", "hospitalised", "in-hospital":
		default:
			return false
		}
	}
	return len(f.harms) > 0 && len(f.acts) == 0
}

// recalls reports whether h says more of people told before: "Fifteen of the
// dead were civilians", "At least 30 others were injured", "The ministry had
// spoken of seven dead".
func (r *reading) recalls(h harm, s text.Sentence) bool {
	switch _, rule, _ := strings.Cut(h.rule, "/"); rule {
	case "part-of-dead", "part-of-wounded", "among-dead", "among-wounded":
		return true
	case "death-toll":
		return !r.in(s.First, "a") // "A death toll" would be new
	}
	if h.people.other {
		return true
	}
	for k, n := h.people.first, 0; k < h.people.last; k, n = k+1, n+1 {
		if r.in(k, "of") && (r.in(k+1, "them whom those") || r.in(k+1, "the") && r.in(k+2, "dead wounded injured victims")) {
			return true
		}
	}
	for k, n := h.first-1, 0; k >= s.First && n < 6; k, n = k-1, n+1 {
		if r.in(k, "spoken spoke") && r.in(k+1, "of") {
			return true
		}
	}
	return false
}

// aside reports whether sentence i is a headline, heading or caption, which
// repeats what the text tells.
func (r *reading) aside(i int) bool {
	k := r.layout.Zones[i].Kind
	return k == layout.Title || k == layout.Caption || k == layout.Heading
}
