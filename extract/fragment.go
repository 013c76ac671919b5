package extract

import (
	"slices"
	"sort"
	"strconv"
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
	apart bool // on another day than the act told before
	// weekday is the last word of a day that cannot be told, for want of a date
	// of publication: "Tuesday".
	weekday string
	dated   bool // a day or time is told, whether or not it is known which; a month is none
	wave    bool // a salvo on a country or several cities
	more    bool // says more of the dead and wounded of an act told before
	partly  bool // tells of the wave that the act told before was part of
	aside   bool // a headline or caption
	several bool // sums up acts at several places: "attacks on villages in Benue State"
}

// fragments cuts the sentences into what they tell of single acts.
func (r *reading) fragments() []fragment {
	out := r.fragmentRoom[:0]
	restActs, restHarms := r.act, r.harm
	sums := false
	for si, s := range r.doc.Sentences {
		goesOn := sums && r.sumsOn(s)
		sums = goesOn || r.sumsUp(s)
		var acts []act
		var harms []harm
		acts, restActs = ofSentence(restActs, si, func(a *act) int { return a.sentence })
		harms, restHarms = ofSentence(restHarms, si, func(h *harm) int { return h.sentence })
		if len(acts) == 0 && len(harms) == 0 || goesOn || !r.tells(si) || r.corrects(s) {
			continue
		}
		segs := r.segments(s, harms)
		// "A day before the market was hit, a raid …": the clause in front only
		// says what the day is told from.
		offset, comma := r.offsetClause(s)
		if offset != nil && segs[0][1] > comma {
			segs = append([][2]int{{offset.Last, comma}, {comma, segs[0][1]}}, segs[1:]...)
		}
		for k, seg := range segs {
			f := fragment{sentence: si, first: seg[0], last: seg[1], aside: r.aside(si)}
			if offset != nil && k == 1 {
				f.anchored = append(f.anchored, *offset)
			}
			f.harms = r.harmShelf.within(harms, f.first, f.last, func(h *harm) int { return h.anchor })
			f.acts = r.actShelf.within(acts, f.first, f.last, func(a *act) int { return a.anchor })
			if r.fill(&f, s) {
				f.def = f.def || offset != nil && k == 0
				if k > 0 && f.first < len(r.w) && r.otherAct(s, f.first) {
					f.fresh, f.def, f.more = true, false, false
				}
				out = append(out, f)
			}
		}
	}
	r.fragmentRoom = out
	return out
}

// corrects reports whether s only says what an article said before it was put
// right: "An earlier version of this story put the bombing in Ghazni".
func (r *reading) corrects(s text.Sentence) bool {
	for k := s.First; k+4 < s.Last && k < s.First+16; k++ {
		if r.in(k, "earlier previous original") && r.in(k+1, "version versions") && r.in(k+2, "of") && r.in(k+3, "this the our") {
			return true
		}
	}
	return false
}

// offsetClause is the time expression that opens sentence s and is reckoned
// from what the clause behind it tells, with where that clause ends.
func (r *reading) offsetClause(s text.Sentence) (*date.Mention, int) {
	days := r.daysIn(s)
	if len(days) == 0 || days[0].Anchor == nil || days[0].Anchor.Clause || days[0].First > s.First+2 || !r.in(days[0].Last-1, "after before") {
		return nil, 0
	}
	for k := days[0].Last + 1; k < s.Last; k++ {
		if r.doc.Is(k, ',') {
			return &days[0], k + 1
		}
	}
	return nil, 0
}

// sumsUp reports whether s counts the acts of a long time: "The number of
// attacks since early 2022 has reached 96".
func (r *reading) sumsUp(s text.Sentence) bool {
	if !r.among(s.First, s.Last, "since") {
		return false
	}
	counts := false
	for k := s.First; k < s.Last && !counts; k++ {
		counts = r.in(k, "number total documented recorded counted registered") && !r.in(k+1, "injured wounded killed dead")
	}
	return counts && r.among(s.First, s.Last, "attacks strikes airstrikes raids operations incidents bombings shellings explosions assassinations violations")
}

// sumsOn reports whether s goes on with such a count: "These attacks left 15
// dead", or a line of the list that follows.
func (r *reading) sumsOn(s text.Sentence) bool {
	k := s.First
	if r.doc.Tokens[k].Kind == text.Punct {
		return true // a bullet
	}
	switch {
	case r.in(k, "these those"):
		for j := k + 1; j < k+4 && j < s.Last; j++ {
			if r.in(j, "attacks strikes airstrikes raids operations incidents bombings explosions violations") {
				return true
			}
		}
	case r.in(k, "the"):
		return r.in(k+1, "fatalities casualties deaths dead victims") && (r.in(k+2, "can are were include") || r.in(k+3, "distributed"))
	case r.in(k, "in") && r.in(k+1, "addition"):
		return true
	}
	return false
}

// segments cuts sentence s where a semicolon, or a conjunction before a new
// subject, parts two clauses that each report harm or an act: "two died in
// Kherson, while a drone wounded three in Nikopol".
func (r *reading) segments(s text.Sentence, harms []harm) [][2]int {
	var cuts []int
	for k := s.First + 1; k < s.Last-1; k++ {
		switch {
		case r.doc.Is(k, ';'):
			cuts = append(cuts, k+1)
		case r.doc.Is(k, ',') && (r.in(k+1, "while whereas but") || r.in(k+1, "killed wounded slain injured") || r.in(k+1, "and") && r.clauseStarts(k+2, s.Last)):
			cuts = append(cuts, k+1)
		}
	}
	for _, h := range harms {
		if h.elsewhere {
			cuts = append(cuts, h.people.first)
		}
	}
	slices.Sort(cuts)
	harmed := func(lo, hi int) bool {
		for _, h := range harms {
			if h.anchor >= lo && h.anchor < hi {
				return true
			}
		}
		return false
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
	for _, d := range r.daysIn(s) {
		if r.otherAct(s, d.First) && r.told(d.Last, s.Last) {
			return [][2]int{{s.First, d.First}, {d.First, s.Last}}
		}
	}
	out := r.segmentRoom[:0]
	lo := s.First
	for _, c := range cuts {
		if r.told(lo, c) && r.told(c, s.Last) && (placed(c, s.Last) && (placed(lo, c) || harmed(lo, c)) || dated(lo, c) && dated(c, s.Last)) {
			out = append(out, [2]int{lo, c})
			lo = c
		}
	}
	r.segmentRoom = append(out, [2]int{lo, s.Last})
	return r.segmentRoom
}

// otherAct reports whether a time expression at token i dates another act than
// that of its sentence: "The barrage came | two days after shells crashed into a
// ward", "the bloodiest since | July 2024, when missiles killed 34".
func (r *reading) otherAct(s text.Sentence, i int) bool {
	for _, d := range r.daysIn(s) {
		if d.First != i {
			continue
		}
		if d.Anchor != nil && d.Anchor.Clause {
			return r.told(s.First, i) || r.in(i-1, "came comes coming happened occurred followed place")
		}
		return d.Bound == date.Since && d.Resolved() && d.Last+1 < s.Last && r.doc.Is(d.Last, ',') && r.in(d.Last+1, "when")
	}
	return false
}

// told reports whether tokens lo to hi-1 hold an act or harm.
func (r *reading) told(lo, hi int) bool {
	for k := sort.Search(len(r.act), func(k int) bool { return r.act[k].anchor >= lo }); k < len(r.act) && r.act[k].anchor < hi; k++ {
		if a := &r.act[k]; a.realis == happened || a.realis == tried {
			return true
		}
	}
	for k := sort.Search(len(r.harm), func(k int) bool { return r.harm[k].anchor >= lo }); k < len(r.harm) && r.harm[k].anchor < hi; k++ {
		return true
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
	real := f.acts[:0]
	for _, a := range f.acts {
		if a.kind == noAct || a.realis == unreal || a.realis == denied || r.in(a.first-1, "since") || r.in(a.first-2, "since") {
			continue
		}
		real = append(real, a)
	}
	f.acts = real
	harms := f.harms[:0]
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
		acts := f.acts[:0]
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
	spots := r.spotShelf.within(r.spotsIn(s), f.first, f.last, func(p *spot) int { return p.first })
	f.spots = spots[:0]
	for _, p := range spots {
		if p.where > 0 && f.actsFrom(p.where) {
			f.spots = nil // "to many in Dnipro it brought back Zaporizhzhia, where …"
		}
		if f.names(p) {
			continue
		}
		f.spots = append(f.spots, p)
	}
	f.arms = r.armShelf.within(r.armsIn(s), f.first, f.last, func(a *arm) int { return a.first })
	days := r.dayShelf.within(r.daysIn(s), f.first, f.last, func(d *date.Mention) int { return d.First })
	f.days = days[:0]
	spanned := 0 // where a span of days ends
	for _, d := range days {
		if (d.Type == date.Date || d.Type == date.Time) && d.Bound == "" && !d.Future && (!d.Resolved() || d.Period.Precision <= event.ToWeek && r.dates(d, s)) {
			f.dated = true
		}
		if !d.Resolved() && d.Anchor == nil && f.weekday == "" && (d.Type == date.Date || d.Type == date.Time && strings.HasPrefix(d.Timex, "XXXX")) && d.Timex != "PAST_REF" && d.Timex != "PRESENT_REF" && d.Bound == "" && !d.Future && !r.saidThen(d.First, f) {
			f.weekday = r.lower(d.Last - 1)
		}
		// "By dusk on Thursday 82 rockets had been launched"
		byThen := d.Bound == date.Until && d.Type == date.Time && d.Resolved() && d.Period.Precision == event.ToDay && counted(f) && len(f.harms) == 0
		if p, end := r.lastedTo(&d, s); end > 0 {
			d.Period, spanned = p, end
		} else if d.First < spanned || !byThen && !r.dates(d, s) {
			continue
		}
		if d.Resolved() {
			f.days = append(f.days, d)
		} else {
			f.apart = f.apart || d.Anchor != nil && (d.Anchor.Min > 0 || d.Anchor.Max < 0) && d.Anchor.Unit >= date.Day
			f.anchored = append(f.anchored, d)
		}
	}
	if len(f.days) > 1 {
		f.days = slices.DeleteFunc(f.days, func(d date.Mention) bool { return r.ofService(d) })
	}
	f.days = slices.Clip(f.days) // a scene that takes them adds to its own
	f.doers = r.doerShelf.within(r.doersIn(s), f.first, f.last, func(d *doer) int { return d.first })
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
		if k < f.first+7 && r.in(k, "elsewhere separately meanwhile") || k == f.first && r.in(k, "later afterwards") && !f.more || r.in(k, "hours minutes hour") && r.in(k+1, "later earlier before afterwards") && !f.def {
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
	for k := r.find(f.first, f.last-2, "part"); k < f.last-2 && len(f.harms) == 0; k = r.find(k+1, f.last-2, "part") {
		if !r.in(k+1, "of") {
			continue
		}
		for _, a := range f.acts {
			if !a.verb && !a.weapon && a.first > k && a.first < k+9 {
				f.wave, f.def, f.partly = true, false, true
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
		toll = toll && (strings.HasSuffix(h.rule, "/death-toll") || strings.HasSuffix(h.rule, "/bodies"))
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
		f.spots, f.fresh = r.actsPlace(f), false
	}
	if at := r.diesLater(f); at > 0 {
		// "He was hit in his car and died of his wounds on Monday in Haifa."
		f.spots = slices.DeleteFunc(f.spots, func(p spot) bool { return p.first > at })
		f.days = slices.DeleteFunc(f.days, func(m date.Mention) bool { return m.First > at })
	}
	const other = "another second third separate"
	for k := r.find(f.first, f.last, other); k < f.last; k = r.find(k+1, f.last, other) {
		if k+1 < f.last && r.in(k-1, "a the and, in") || r.in(k, "another") {
			for j := k + 1; j < k+4 && j < f.last; j++ {
				if r.in(j, "drone missile strike attack aircraft plane jet bomb blast explosion bomber shell raid device rocket airstrike incident gang group assault car truck vehicle mine part district quarter suburb village town engagement operation clash encounter shooting ambush salvo firefight") {
					f.fresh = true
				}
			}
		}
	}
	for _, a := range f.acts {
		f.wave = f.wave || strings.HasSuffix(a.rule, "/wave")
	}
	for _, a := range f.arms {
		if a.weapon.Launched.Best() >= 15 || a.weapon.Mixed {
			f.wave = true
		}
	}
	f.several = r.sumsSeveral(f)
	// "It was fired during a large-scale assault on several cities overnight"
	f.partly = f.partly || f.wave && r.in(f.first, "it they both") && r.in(f.first+1, "was were") && r.in(f.first+3, "during in amid")
	return true
}

// sumsSeveral reports whether f speaks of several acts at once and of no place
// smaller than a district: "killed in separate attacks on communities in
// Benue", "shelled 11 settlements of the region".
func (r *reading) sumsSeveral(f *fragment) bool {
	for _, s := range strongest(f.spots) {
		if s.loc.Precision < event.InDistrict {
			return false
		}
	}
	if f.armed() {
		return false // a wave
	}
	if len(f.acts) > 0 && f.manyOnly() {
		return true
	}
	return len(f.acts) > 0 && r.among(f.first, f.last, "settlements villages communities towns localities areas locations districts cities places neighbourhoods neighborhoods")
}

// actsFrom reports whether all that f tells of the act stands behind token i.
func (f *fragment) actsFrom(i int) bool {
	for _, a := range f.acts {
		if a.anchor < i {
			return false
		}
	}
	for _, h := range f.harms {
		if h.anchor < i {
			return false
		}
	}
	return true
}

// dates reports whether d can be the day of an act: not the day on which the
// text was written or somebody spoke, nor one bound of a long time.
func (r *reading) dates(d date.Mention, s text.Sentence) bool {
	if !d.Resolved() && d.Anchor == nil || d.Future {
		return false
	}
	if z := r.layout.Zones[r.doc.SentenceAt(d.First)]; z.Lead == layout.Dateline && d.First < z.Text {
		return false
	}
	switch d.Bound {
	case date.Since:
		// "the bloodiest since July 2024, when 34 people died"
		return d.Last+1 < s.Last && r.doc.Is(d.Last, ',') && r.in(d.Last+1, "when")
	case date.Before:
		// "shortly before 8 p.m. on Monday" is on Monday
		return d.Type == date.Time && d.Resolved() && d.Period.Precision == event.ToDay
	case date.Until:
		return false
	}
	if p := r.article.Published; d.Resolved() && !p.IsZero() && p.Before(d.Period.Start) {
		return false // what has happened is no later than the news of it
	}
	if r.in(d.First-1, "of") && r.in(d.First-2, "as") {
		return false // "18 dead as of Sunday evening"
	}
	if d.Resolved() && d.Period.Start.Days(d.Period.End) > 2*366 {
		return false // "the 11th-century temple"
	}
	if r.in(d.Last, "still") {
		return false // "investigators were on Tuesday still trying to explain"
	}
	if d.Anchor != nil && d.Anchor.Clause {
		return true // "residents said, a day after gunmen killed four"
	}
	if d.Period.Precision < event.ToMonth && r.saysFirst(d, s) || r.recounts(d, s) {
		return false
	}
	if d.Last < s.Last && (r.lang.grammar.In(r.w[d.Last], r.lang.say) || r.in(d.Last, "accused blamed condemned jailed sentenced convicted charged indicted") || r.in(d.Last, "we he she they") && r.lang.grammar.In(r.w[min(d.Last+1, len(r.w)-1)], r.lang.say)) {
		return false // "Ukraine on Wednesday accused", "yesterday we reported"
	}
	// "since the offensive got under way at the end of April"
	for k, n := d.First-1, 0; k >= s.First && n < 9 && r.doc.Tokens[k].Kind != text.Punct; k, n = k-1, n+1 {
		if r.in(k, "since") {
			return false
		}
	}
	if a := d.Anchor; a != nil && !a.Clause && a.Max < 0 && r.anyBefore(d.First, 8, s, "which who where") && r.anyBefore(d.First, 7, s, "had") {
		return false // "a ward from which patients had been moved only a day before"
	}
	// "a statement about the Dec. 3 attack", "spoke of Saturday's raid"
	if k := d.Last; k < s.Last && (r.doc.Tokens[k].Kind == text.Clitic && r.in(k, "s") && r.told(k+1, min(k+4, s.Last)) || d.First > s.First && r.in(d.First-1, "the a this") && r.told(k, min(k+2, s.Last))) {
		return true
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
		if r.in(k, "that") || r.tellsPast(k) {
			break // "told the Mission that on 10 May", "said the gunmen arrived late on Saturday"
		}
		if g.In(r.w[k], l.say) || r.in(k, "statement issued interview briefing conference bulletin accusations accused condemned post posted released published update communique reporters journalists spoke visited toured inspected clear unclear") {
			return false
		}
		if g.In(r.w[k], l.actVerb) || g.In(r.w[k], l.kill) || g.In(r.w[k], l.injure) || r.in(k, "attack strike") {
			break
		}
	}
	return true
}

// lastedTo is the time of what began on the day of m and ended on one that the
// same words tell, and the token where they end, or 0: "lasted from late
// Wednesday until first light on Thursday", "began on Sunday night and carried
// on into Monday", "entered the town on 10 May and stayed until the following
// evening", "three days of fighting that ended on July 27".
func (r *reading) lastedTo(m *date.Mention, s text.Sentence) (event.Period, int) {
	const apart = 12
	if !m.Resolved() || m.Period.Precision > event.ToDay {
		return event.Period{}, 0
	}
	days := r.daysIn(s)
	if r.anyBefore(m.First, 2, s, "ended ending ends") {
		for k := range days {
			d := &days[k]
			if n, ok := dayCount(d.Timex); ok && d.Type == date.Duration && d.Last <= m.First && m.First <= d.Last+apart {
				return event.PeriodOf(m.Period.Start.AddDays(1-n), m.Period.End), m.Last
			}
		}
	}
	began := r.anyBefore(m.First, 3, s, "from began begun started starting beginning opened")
	k := sort.Search(len(days), func(k int) bool { return days[k].First >= m.Last })
	far := apart
	if !began {
		far = 3 * apart
	}
	for ; k < len(days) && days[k].First <= m.Last+far; k++ {
		d := &days[k]
		if d.Type != date.Date && d.Type != date.Time || !r.anyBefore(d.First, 5, s, "until till ended into through lasted") || !began && (d.Bound != date.Until || d.Anchor == nil || d.Anchor.Min != 1) {
			continue
		}
		p, ok := d.Resolve(m.Period)
		if !ok || p.Precision > event.ToDays || !m.Period.Start.Before(p.End) || !r.article.Published.IsZero() && r.article.Published.Before(p.End) {
			continue
		}
		out := event.PeriodOf(m.Period.Start, p.End)
		if m.Period.Start.AddDays(1) == p.End && (m.Period.Part == event.Evening || m.Period.Part == event.Night) {
			out.Part = event.Night
		}
		return out, d.Last
	}
	return event.Period{}, 0
}

// dayCount is the number of days of the TIMEX3 value of a length of time, from
// 2 to 60.
func dayCount(timex string) (int, bool) {
	s, ok := strings.CutSuffix(strings.TrimPrefix(timex, "P"), "D")
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 2 && n <= 60
}

// anyBefore reports whether one of words stands within n tokens before token i.
func (r *reading) anyBefore(i, n int, s text.Sentence, words string) bool {
	for k := i - 1; k >= s.First && k >= i-n; k-- {
		if r.in(k, words) {
			return true
		}
	}
	return false
}

// ofService reports whether d only names a service or a market after its day,
// which may be that of any week: "at the time of Friday prayers".
func (r *reading) ofService(d date.Mention) bool {
	return d.Last-d.First == 1 && d.Type == date.Date && d.Basis == event.Relative &&
		r.in(d.Last, "prayer prayers service services mass sermon worship school market")
}

// tellsPast reports whether token k is a verb in the past that tells no speech,
// by its form.
func (r *reading) tellsPast(k int) bool {
	l, g := r.lang, r.lang.grammar
	t := &r.doc.Tokens[k]
	if t.Kind != text.Word || t.Case != text.Lower || g.In(r.w[k], l.say) || r.in(k, "issued posted released published reported updated dated visited toured inspected accused condemned blamed") {
		return false
	}
	return g.In(r.w[k], l.be) || g.In(r.w[k], l.died) || r.in(k, "fell came began broke struck took blew went") || t.End-t.Start > 4 && strings.HasSuffix(r.doc.Of(k), "ed")
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

// recounts reports whether d is the day on which a toll was changed: "The
// ministry on Wednesday raised to 89 the number of the dead", "the toll rose to
// 31 on Friday".
func (r *reading) recounts(d date.Mention, s text.Sentence) bool {
	// "the number of people confirmed dead rose to 31 on Friday"
	for k, n := d.First-1, 0; k >= s.First && n < 6 && r.doc.Tokens[k].Kind != text.Punct; k, n = k-1, n+1 {
		if r.in(k, "rose risen climbed rises climbs jumped reached grew grown lowered") && n > 0 {
			return true
		}
		// "Colombia raised to 13 on Friday the number of the dead"
		if r.in(k, "raised lowered revised updated increased") && r.countsBehind(d.Last, s) {
			return true
		}
	}
	for k := d.Last; k < s.Last && k < d.Last+3; k++ {
		if !r.in(k, "raised lowered revised updated increased cut reduced") {
			continue
		}
		if r.countsBehind(k+1, s) {
			return true
		}
	}
	return false
}

// countsBehind reports whether words for a toll stand soon behind token i.
func (r *reading) countsBehind(i int, s text.Sentence) bool {
	for k := i; k < s.Last && k < i+7; k++ {
		if r.in(k, "toll number count tally figure") {
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
		case g.In(w, l.say) && r.doc.Is(d.Last, ',') && k+1 < s.Last && r.doc.Is(k+1, ','):
			return false // "Overnight, Russia says, its air defences"
		case g.In(w, l.say) || r.in(k, "spoke spoken visited toured inspected"):
			return true
		case r.doc.Is(k, ',') && k > d.Last || g.In(w, l.actVerb) || g.In(w, l.kill) || g.In(w, l.injure) || g.In(w, l.be) || g.In(w, l.died):
			return false
		}
	}
	return false
}

// cumulative reports whether a harm is a total over a war, a year or a
// country: "since the war began", "so far this year".
func (r *reading) cumulative(h harm, s text.Sentence) bool {
	days := r.daysIn(s)
	for k := range days {
		// "more than 400 civilians have died since 2017"
		if d := &days[k]; d.Bound == date.Since && !r.compares(d.First, s) && !r.in(d.Last, "when") && !(r.doc.Is(min(d.Last, len(r.w)-1), ',') && r.in(d.Last+1, "when")) {
			return true
		}
	}
	// plain is where neither a verb of an act nor a day stands in s.
	plain := func() bool {
		for k := range days {
			if d := &days[k]; d.Resolved() && d.Period.Precision <= event.ToDays && d.Bound == "" {
				return false
			}
		}
		for _, w := range r.w[s.First:s.Last] {
			if r.lang.grammar.In(w, r.lang.actVerb) {
				return false
			}
		}
		return true
	}
	if h.people.count.HasMin() && h.people.count.Min >= 1000 && (h.kind == event.Killed || h.kind == event.Injured) && plain() {
		return true // "Thousands of people have died in the violence."
	}
	perfect := r.among(h.first, min(h.anchor+1, s.Last), "have has had")
	if k := r.find(h.anchor, s.Last, "such"); perfect && k < s.Last && r.in(k-1, "in by to from") && r.in(k+1, "attacks strikes raids incidents bombings shootings blasts explosions ambushes") {
		return true
	}
	if !r.has(r.doc.SentenceAt(s.First), r.lang.total) {
		return false
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
			if r.in(k+1, "has have had") && h.anchor > k || r.in(k+1, "began started erupted broke") && !r.compares(k, s) {
				return true
			}
			// "during the 12-day war", "in the conflict"
			for n, j := 0, k-1; n < 5 && j >= s.First; n, j = n+1, j-1 {
				if r.in(j, "during throughout") || r.in(j, "in of over") && r.in(j+1, "the its") && r.lower(k) != "offensive" && r.lower(k) != "fighting" {
					return true
				}
			}
		case "year", "years", "months", "decade", "decades", "month", "weeks":
			// "24 deaths in its opening months of use"
			if r.in(k-1, "opening first early") && r.in(k-2, "its the their") && r.in(k-3, "in over during") {
				return true
			}
			if r.in(k-1, "same") && r.in(k-3, "over in during") || r.in(k+1, "of") && r.in(k+2, "fighting war conflict clashes") {
				return true
			}
			if r.in(k-1, "last") && r.lower(k) == "year" && plain() {
				return true
			}
			if r.in(k-1, "this") && perfect && plain() {
				return true // "Hundreds of civilians have died this year"
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

// actsPlace is the exact place that f puts the act at of whose dead it says
// more: "raised to 23 the toll of Monday's raid on Aitou".
func (r *reading) actsPlace(f *fragment) []spot {
	for _, a := range f.acts {
		for _, s := range f.spots {
			if s.strong && s.loc.Precision == event.AtPlace && !a.weapon && s.first >= a.last && s.first-a.last <= 4 {
				return []spot{s}
			}
		}
	}
	return nil
}

// diesLater is the token at which f tells that people died of wounds, or 0.
func (r *reading) diesLater(f *fragment) int {
	for k := f.first; k+2 < f.last; k++ {
		if !r.lang.grammar.In(r.w[k], r.lang.died) {
			continue
		}
		for j := k + 1; j < min(f.last, k+4); j++ {
			if r.in(j, "of from to") && (r.in(j+1, "wounds injuries burns") || r.in(j+2, "wounds injuries burns")) {
				return k
			}
		}
	}
	return 0
}

// recalls reports whether h says more of people told before: "Fifteen of the
// dead were civilians", "At least 30 others were injured", "The ministry had
// spoken of seven dead".
func (r *reading) recalls(h harm, s text.Sentence) bool {
	switch _, rule, _ := strings.Cut(h.rule, "/"); rule {
	case "part-of-dead", "part-of-wounded", "among-dead", "among-wounded", "lost-bare":
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
