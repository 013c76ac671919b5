package extract

import (
	"fmt"
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract/number"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
	"github.com/sitrep-go/sitrep/internal/text"
)

// An item is a number of weapons, or a bare number that stands for some:
// "76 were shot down".
type item struct {
	first, last int
	count       event.Count
	whole       event.Count
	// of is the weapon counted, an index of found; -1 where only the words
	// before tell.
	of  int
	all bool // "all 12", "each of the four"
	// part is set for "48 of the missiles", whose weapon is named to say
	// what the count is part of.
	part bool
}

// numbersOf lists the counts of the sentence.
func (f *weaponFinder) numbersOf() []number.Number {
	lo, hi := 0, len(f.numbers)
	for lo < hi {
		m := (lo + hi) / 2
		if f.numbers[m].First < f.s.First {
			lo = m + 1
		} else {
			hi = m
		}
	}
	end := lo
	for end < len(f.numbers) && f.numbers[end].First < f.s.Last {
		end++
	}
	return f.numbers[lo:end]
}

// follows reports whether the sentence may go on about the weapons of one
// shortly before it: "All four were downed."
func (f *weaponFinder) follows() bool {
	return f.prior > 0 && f.si-f.found[f.prior-1].sentence <= 2
}

// counts reads how many there were and what became of them.
func (f *weaponFinder) counts() {
	var items []item
	ns := f.numbersOf()
	claimed := map[int]bool{}
	for k := f.prior; k < len(f.found); k++ {
		w := &f.found[k]
		if n, at := f.countBefore(ns, w.first); n != nil && !claimed[n.First] {
			it := item{first: n.First, last: w.last, count: n.Count, whole: n.Whole, of: k}
			it.part = f.partitive(n.Last, w.first)
			it.all = at > f.s.First && f.in(at-1, "all both") || f.in(n.First, "both")
			claimed[n.First] = true
			if f.in(n.First-1, "the") && f.in(n.First-2, "of") && f.in(n.First-3, "one some most several all each none many few half either any") {
				it.count = event.Count{} // "one of the three missiles" counts one
			}
			w.first = n.First
			items = append(items, it)
		} else if n, last := f.countBehind(ns, w.last); n != nil && !claimed[n.First] {
			// "Grad rockets – twenty of them"
			claimed[n.First] = true
			items = append(items, item{first: w.first, last: last, count: n.Count, of: k})
		}
	}
	for i := range ns {
		n := &ns[i]
		if claimed[n.First] || n.Count.IsZero() || n.Kind != number.Cardinal {
			continue
		}
		if it, ok := f.bare(n); ok {
			items = append(items, it)
		} else if f.in(n.Last, roundWords) {
			f.rounds(n)
		}
	}
	sortItems(items)
	f.settle(items)
	f.pronouns(items)
}

func sortItems(items []item) {
	for i := 1; i < len(items); i++ {
		for j := i; j > 0 && items[j].first < items[j-1].first; j-- {
			items[j], items[j-1] = items[j-1], items[j]
		}
	}
}

// countBefore is the number that counts the phrase beginning at token i, and
// where it begins.
func (f *weaponFinder) countBefore(ns []number.Number, i int) (*number.Number, int) {
	for steps := 0; steps < 6 && i > f.s.First; steps++ {
		for k := range ns {
			if ns[k].Last == i && ns[k].Kind == number.Cardinal && !ns[k].Count.IsZero() {
				return &ns[k], ns[k].First
			}
		}
		t := &f.doc.Tokens[i-1]
		if f.in(i-1, "them") && f.in(i-2, "of") { // "34 of them Kh-101s"
			i -= 2
			for k := range ns {
				if ns[k].Last == i && !ns[k].Count.IsZero() {
					return &ns[k], ns[k].First
				}
			}
			return nil, 0
		}
		if !f.is(i-1, modifies) && !t.Joined() && !(i < f.s.Last && f.doc.Tokens[i].Gap == text.Hyphen) && t.Kind != text.Clitic && t.Kind != text.Designation {
			return nil, 0
		}
		if t.Kind == text.Punct {
			return nil, 0
		}
		i--
	}
	return nil, 0
}

// partitive reports whether tokens i to j-1 hold the "of the" of "48 of the
// missiles".
func (f *weaponFinder) partitive(i, j int) bool {
	if f.in(i-1, "of") {
		i--
	}
	return i+1 < j && f.in(i, "of") && f.in(i+1, "the these those them its his their")
}

// countBehind reads "– twenty of them" behind a phrase that ends at token i.
func (f *weaponFinder) countBehind(ns []number.Number, i int) (*number.Number, int) {
	if i >= f.s.Last || !(f.doc.Is(i, ',') || f.doc.Is(i, '(') || f.doc.Of(i) == "–" || f.doc.Of(i) == "—") {
		return nil, 0
	}
	for k := range ns {
		n := &ns[k]
		if n.First != i+1 || n.Kind != number.Cardinal || n.Count.IsZero() {
			continue
		}
		j := n.Last
		if f.in(j, "of") && f.in(j+1, "them") {
			j += 2
		} else if f.in(j, "in") && f.in(j+1, "all total") {
			j += 2
		} else {
			return nil, 0
		}
		if j >= f.s.Last || f.doc.Tokens[j].Kind == text.Punct {
			return n, j
		}
	}
	return nil, 0
}

// bare reads a number with no weapon of its own that stands for some told
// before: "76 were shot down", "two of them", "747 of the former".
func (f *weaponFinder) bare(n *number.Number) (item, bool) {
	it := item{first: n.First, last: n.Last, count: n.Count, whole: n.Whole, of: -1, part: true}
	it.all = f.in(n.First-1, "all both") || f.in(n.First, "all both")
	if n.Count.HasMax() && n.Count.Max == 0 || f.in(n.First-1, "but except") {
		return it, false // "no one was", "all but two were"
	}
	if f.in(n.Last, "in") && f.in(n.Last+1, "ten four five three 10") || f.in(n.First-1, "in") && f.numberEnds(n.First-1) || f.total() {
		return it, false // "nine in ten of those", "more than 210 of them since February"
	}
	j := n.Last
	switch {
	case f.in(j, "of") && f.in(j+1, "them these those which"), f.in(j-1, "of") && f.in(j, "them these those which"):
		it.last = j + 1
		if f.in(j, "of") {
			it.last = j + 2
		}
	case f.in(j, "of") && f.in(j+1, "the") && f.in(j+2, "former latter"):
		it.last = j + 3
		it.of = f.formerLatter(f.in(j+2, "former"), n.First)
		return it, it.of >= 0
	case f.fateSaid(j):
	case f.in(j, "of") && f.in(j+1, "the these those") && f.in(j+2, "aircraft craft machines weapons projectiles targets devices munitions unmanned"):
		it.last = j + 3
	case f.fateLeft(n.First) == downed && f.verbClose(n.First) && (j >= f.s.Last || f.doc.Tokens[j].Kind == text.Punct || f.in(j, "and over in near before on but while during by with")):
	case f.in(j, "got came fell landed") && f.in(j+1, "through down on in inside into outside") && f.prior > 0 && len(f.matches) == 0:
	case f.in(j, "others other more") && f.fateSaid(j+1):
		it.last++
	default:
		return it, false
	}
	return it, true
}

// roundWords are what guns and launchers are counted by.
const roundWords = "rounds launches projectiles"

// rounds gives a count of what was fired to the gun or launcher told of last,
// in this sentence or the one before: "came under mortar fire: 11 rounds". A
// round of talks follows no gun.
func (f *weaponFinder) rounds(n *number.Number) {
	for k := len(f.found) - 1; k >= f.floor() && f.si-f.found[k].sentence <= 1; k-- {
		w := &f.found[k]
		if w.first >= n.First {
			continue
		}
		switch w.category {
		case event.Mortar, event.Artillery, event.Rocket, event.Tank:
			if w.use == usedWeapon && w.launched.IsZero() && n.Count.Hedge != event.Vague && !f.in(n.Last+1, "of") {
				w.launched = n.Count
				w.more = append(w.more, [2]int{n.First, n.Last + 1})
			}
		}
		return
	}
}

// fateSaid reports whether the words from token j say that things were shot
// down, lost or fired: "were shot down", "lost". People are killed.
func (f *weaponFinder) fateSaid(j int) bool {
	for k := j; k < f.s.Last && k < j+5; k++ {
		switch {
		case f.is(k, downs|loses) || f.is(k, downsIf) && f.in(k+1, "down out") || k > j && f.in(k, "launched fired"):
			return true
		case !f.is(k, beWord|adverb):
			return false
		}
	}
	return false
}

// verbClose reports whether the verb that token i is the object of stands
// right before it: "shot down only five".
func (f *weaponFinder) verbClose(i int) bool {
	for k := i - 1; k >= f.s.First && k >= i-3; k-- {
		if f.is(k, downs) || f.in(k, "down") {
			return true
		}
		if !f.is(k, adverb) && !f.in(k, "only down just about") {
			return false
		}
	}
	return false
}

// formerLatter is the first or the second of the last two counted weapons
// before token i, or -1.
func (f *weaponFinder) formerLatter(former bool, i int) int {
	second := -1
	for k := len(f.found) - 1; k >= f.floor(); k-- {
		w := &f.found[k]
		if w.first >= i {
			continue
		}
		if f.si-w.sentence > 1 {
			break
		}
		if second < 0 {
			second = k
			continue
		}
		if former {
			return k
		}
		return second
	}
	return -1
}

// A fate is what became of the weapons of an item.
type fate uint8

const (
	unsaid fate = iota
	sent
	downed
	lost
	struck
)

// settle gives each item its fate and its weapon the count.
func (f *weaponFinder) settle(items []item) {
	for a := 0; a < len(items); {
		// A chain is "442 of the drones and 41 of the missiles".
		b := a + 1
		for b < len(items) && items[b-1].last < items[b].first && f.coordinates(items[b-1].last, items[b].first) {
			if i := items[a].first; items[b].of < 0 && (f.in(i-1, "of") || f.in(i-1, "the these those") && f.in(i-2, "of")) {
				break // "of the 188 drones, 76 were shot down"
			}
			if items[b].of < 0 && f.ofThem(&items[b]) {
				break // "29 drones, 26 of which were destroyed"
			}
			b++
		}
		left, right := f.fateLeft(items[a].first), f.fateRight(items[b-1].last)
		also := f.sentToo(items[b-1].last)
		for k := a; k < b; k++ {
			it := &items[k]
			// "… were stopped, 34 of them Kh-101s": as those before it.
			how := right
			if how == unsaid || how == sent {
				if left != unsaid {
					how = left
				}
			}
			if how == unsaid && a > 0 && f.ofThem(&items[a]) {
				how = f.fateOf(items, a-1)
			}
			f.give(it, how, also)
		}
		a = b
	}
}

// interceptable reports whether what is destroyed may have been stopped on its
// way: a missile is, a tank is only hit.
func interceptable(c event.Category) bool {
	switch c {
	case event.Tank, event.SmallArms, event.Blade, event.LandmineWeapon, event.OtherWeapon:
		return false
	}
	return true
}

// ofThem reports whether the item says "34 of them".
func (f *weaponFinder) ofThem(it *item) bool {
	for i := it.first; i < it.last; i++ {
		if f.in(i, "them which these those") {
			return true
		}
	}
	return false
}

func (f *weaponFinder) fateOf(items []item, k int) fate {
	if r := f.fateRight(items[k].last); r != unsaid {
		return r
	}
	return f.fateLeft(items[k].first)
}

// fateRight reads the verb of which the phrase ending at token i is the
// subject: "were shot down", "intercepted over the sea", "vanished".
func (f *weaponFinder) fateRight(i int) fate {
	bound := false // by a passive auxiliary
	commas := 0
	for k := i; k < f.s.Last && k < i+16; k++ {
		t := &f.doc.Tokens[k]
		switch {
		case f.doc.Is(k, ',') || f.doc.Of(k) == "–" || f.doc.Of(k) == "—":
			commas++
			if commas > 1 && !bound && k > i+10 {
				return unsaid
			}
			// "Of 188 drones, 76 were": another number takes the verb.
			if k+1 < f.s.Last && (f.numAt[k+1] != 0 || f.in(k+1, "and but while with of said including all both some most none half many")) {
				return unsaid
			}
			if k == i {
				return unsaid
			}
			continue
		case t.Kind == text.Punct && !f.isQuote(k) && !f.doc.Is(k, '(') && !f.doc.Is(k, ')'):
			return unsaid
		case k > i && f.numAt[k] != 0 && !bound:
			return unsaid
		case f.in(k, "and but while said says saying"):
			if !bound {
				return unsaid
			}
		case f.is(k, passive):
			bound = true
			continue
		case f.in(k, "had has have"):
			continue
		case f.is(k, adverb):
			continue
		case f.is(k, downs) || f.is(k, downsIf) && f.in(k+1, "down out"):
			if bound || !f.objectAt(k+1) {
				return downed
			}
			return struck
		case f.is(k, loses):
			return lost
		case f.is(k, strikes):
			if k > i+6 && !bound {
				return unsaid
			}
			return struck
		case f.is(k, sends) && bound, f.in(k, "launched fired") && k == i:
			return sent
		}
	}
	return unsaid
}

// objectAt reports whether an object begins at token k, so that the verb
// before it is active: "drones destroyed a depot".
func (f *weaponFinder) objectAt(k int) bool {
	if f.in(k, "down out") {
		k++
	}
	if k >= f.s.Last || f.doc.Tokens[k].Kind == text.Punct {
		return false
	}
	return f.in(k, "a an the its their his several two three some all another part more at") && !f.in(k, "at all part") || f.numAt[k] != 0
}

// fateLeft reads the verb of which the phrase beginning at token i is the
// object: "shot down 48 of the missiles", "the interception of 20 drones".
func (f *weaponFinder) fateLeft(i int) fate {
	for k := i - 1; k >= f.s.First && k >= i-14; k-- {
		t := &f.doc.Tokens[k]
		switch {
		case f.is(k, downs):
			if k > f.s.First && f.passiveAt(k) {
				return unsaid
			}
			return downed
		case f.in(k, "down out") && (f.is(k-1, downsIf)):
			if f.passiveAt(k - 1) {
				return unsaid
			}
			return downed
		case f.is(k, downsIf) && f.downBehind(i):
			return downed
		case f.is(k, loses):
			return unsaid
		case f.is(k, sends):
			return sent
		case f.is(k, strikes):
			return unsaid
		case t.Kind == text.Punct && !f.doc.Is(k, ',') && !f.isQuote(k):
			return unsaid
		case f.is(k, halts) && k < i-1:
			return unsaid
		}
	}
	return unsaid
}

// passiveAt reports whether the verb at token k is passive: "were shot down".
func (f *weaponFinder) passiveAt(k int) bool {
	for j := k - 1; j >= f.s.First && j >= k-4; j-- {
		if f.is(j, passive) {
			return true
		}
		if !f.is(j, adverb) {
			return false
		}
	}
	return false
}

// downBehind reports whether the "down" of "shot 48 of them down" stands
// behind token i.
func (f *weaponFinder) downBehind(i int) bool {
	for k := i; k < f.s.Last && k < i+8; k++ {
		if f.in(k, "down") {
			return true
		}
		if f.doc.Tokens[k].Kind == text.Punct {
			return false
		}
	}
	return false
}

// sentToo reports whether a clause or participle behind token i says that they
// were fired, whatever became of them: "four missiles that Ukraine fired",
// "eight drones heading for the coast".
func (f *weaponFinder) sentToo(i int) bool {
	if f.in(i, "that which") {
		for k := i + 1; k < f.s.Last && k < i+8; k++ {
			if f.is(k, sends) {
				return true
			}
			if f.is(k, downs|downsIf) {
				return false
			}
		}
		return false
	}
	return f.in(i, "flying heading approaching launched fired aimed bound en crossing targeting sent")
}

// give enters a count at the weapon it is of.
func (f *weaponFinder) give(it *item, how fate, also bool) {
	k := it.of
	if k < 0 && (how == unsaid || how == sent && !f.fateSaid(it.last)) || it.count.Hedge == event.Vague {
		// "23 people, four of them children"; "several drones" count none.
		return
	}
	if k < 0 || it.part && f.anaphor(k) {
		if o := f.antecedent(it, k); o >= 0 {
			if k >= 0 && k != o {
				// "48 of the missiles" tells about the 70 named before.
				f.found[k].use = describedWeapon
				f.found[k].rule = "weapon/part"
				f.inherit(k, o)
			}
			f.found[o].more = append(f.found[o].more, [2]int{it.first, it.last})
			k = o
		}
	}
	if k < 0 || it.count.IsZero() {
		return
	}
	if o := f.launchedBefore(it, k); (how == downed || how == lost) && !also && !it.all && it.of == k && it.whole.IsZero() && o >= 0 {
		// "The attack involved 549 drones; 479 drones were neutralised."
		f.found[k].use, f.found[k].rule = describedWeapon, "weapon/part"
		f.found[o].more = append(f.found[o].more, [2]int{it.first, it.last})
		k = o
	}
	w := &f.found[k]
	set := func(c *event.Count, n event.Count) {
		if c.IsZero() {
			*c = n
		}
	}
	if !it.whole.IsZero() {
		set(&w.launched, it.whole)
	}
	switch how {
	case downed:
		if !interceptable(w.category) {
			return
		}
		set(&w.intercepted, it.count)
		if it.all || also {
			set(&w.launched, it.count)
		}
	case lost:
		set(&w.lost, it.count)
	case struck:
		if it.part {
			set(&w.hit, it.count)
		} else {
			set(&w.launched, it.count)
		}
	default:
		set(&w.launched, it.count)
	}
}

// launchedBefore is the weapon, told of in this sentence or the one before,
// whose launched pieces the counted weapon k must be among; -1 where there is
// none, or more than one.
func (f *weaponFinder) launchedBefore(it *item, k int) int {
	w := &f.found[k]
	best := -1
	for o := len(f.found) - 1; o >= f.floor() && f.si-f.found[o].sentence <= 1; o-- {
		b := &f.found[o]
		if o == k || b.first >= it.first || b.use != usedWeapon || b.launched.IsZero() || !b.intercepted.IsZero() && !b.lost.IsZero() ||
			b.launched.HasMax() && b.launched.Max < it.count.Min {
			continue
		}
		switch {
		case b.id == w.id && b.category == w.category:
			return o
		case w.id == "" && general(w.category) && saidOf(w.category, b.category):
			if best >= 0 {
				return -1
			}
			best = o
		}
	}
	return best
}

// inherit makes the mention k the weapon that o is, which it points back to.
func (f *weaponFinder) inherit(k, o int) {
	a, b := &f.found[k], &f.found[o]
	if a.entry == nil && a.id == "" && b.id != "" {
		a.entry, a.id, a.name, a.category, a.origin = b.entry, b.id, b.name, b.category, b.origin
	}
}

// anaphor reports whether found[k] is a class word that points back.
func (f *weaponFinder) anaphor(k int) bool { return f.found[k].entry == nil && f.found[k].id == "" }

// antecedent is the weapon told before that an item is part of, or -1: the
// last of its kind, for a bare number the last that was counted.
func (f *weaponFinder) antecedent(it *item, of int) int {
	best := -1
	for k := len(f.found) - 1; k >= f.floor(); k-- {
		w := &f.found[k]
		if k == of || w.first >= it.first || w.rule == "weapon/part" || w.use != usedWeapon || w.entry != nil && w.entry.Role != "" && w.entry.Role != catalogue.Decoy {
			continue
		}
		if f.si-w.sentence > 3 {
			break
		}
		if of >= 0 && !saidOf(f.found[of].category, w.category) {
			continue
		}
		if of < 0 && w.launched.IsZero() && w.intercepted.IsZero() {
			if best < 0 {
				best = k
			}
			continue
		}
		if w.launched.HasMax() && it.count.HasMin() && it.count.Min > w.launched.Max {
			continue
		}
		return k
	}
	if of < 0 {
		return best
	}
	// "launched 60 drones … 73 of the drones": they do not add up, which is
	// told elsewhere, but they are the same.
	for k := len(f.found) - 1; k >= f.floor() && f.si-f.found[k].sentence <= 1; k-- {
		w := &f.found[k]
		if k != of && w.first < it.first && w.entry == nil && !w.launched.IsZero() && w.intercepted.IsZero() && w.category == f.found[of].category {
			return k
		}
	}
	return -1
}

// pronouns reads the fate of a single weapon told without a number: "it was
// shot down", "the missile was intercepted".
func (f *weaponFinder) pronouns(items []item) {
	counted := map[int]bool{}
	for _, it := range items {
		counted[it.of] = true
	}
	for k := f.prior; k < len(f.found); k++ {
		w := &f.found[k]
		if counted[k] || !w.intercepted.IsZero() {
			continue
		}
		i := w.first - 1
		for i > w.first-4 && f.is(i, modifies) && !f.in(i, "the") {
			i--
		}
		singular := f.in(i, "a an one the") && !strings.HasSuffix(f.lower(w.last-1), "s")
		if singular && interceptable(w.category) && (f.fateRight(w.last) == downed || f.fateLeft(w.first) == downed) {
			w.intercepted = event.N(1)
		}
	}
	for i := f.s.First; i < f.s.Last; i++ {
		if f.in(i, "all both") && f.everyOne(i) {
			f.allDowned(i)
			continue
		}
		if !f.is(i, pronoun) || f.fateRight(i+1) != downed && !(f.in(i, "it") && f.fateLeft(i) == downed && f.verbClose(i)) {
			continue
		}
		if w := f.singular(i); w != nil {
			w.intercepted = event.N(1)
			w.more = append(w.more, [2]int{max(f.s.First, i-1), min(i+3, f.s.Last)})
		}
	}
}

// everyOne reports whether "all" at token i says that every one was shot down:
// "all of which were shot down", "all were intercepted".
func (f *weaponFinder) everyOne(i int) bool {
	j := i + 1
	if f.in(j, "of") && f.in(j+1, "them which these those") {
		j += 2
	}
	if !f.is(j, beWord) {
		return false
	}
	for k := j; k < f.s.Last && k < j+5; k++ {
		if f.is(k, downs) || f.is(k, downsIf) && f.in(k+1, "down out") {
			return true
		}
		if !f.is(k, beWord|adverb) {
			break
		}
	}
	return false
}

// allDowned makes those launched that were told of last before token i, in
// this sentence or else the one before, all intercepted.
func (f *weaponFinder) allDowned(i int) {
	at := -1
	for k := len(f.found) - 1; k >= f.floor(); k-- {
		w := &f.found[k]
		if w.first >= i || w.use != usedWeapon || w.launched.IsZero() || !w.intercepted.IsZero() {
			continue
		}
		if at < 0 {
			if f.si-w.sentence > 1 {
				return
			}
			at = w.sentence
		}
		if w.sentence != at {
			return
		}
		w.intercepted = w.launched
		w.more = append(w.more, [2]int{i, min(i+2, f.s.Last)})
	}
}

// singular is the one weapon that an "it" at token i stands for: the last told
// of in this sentence or the one before, where that is a single one.
func (f *weaponFinder) singular(i int) *weapon {
	for k := len(f.found) - 1; k >= f.floor(); k-- {
		w := &f.found[k]
		if w.first >= i || w.entry != nil && (w.entry.Role == catalogue.AirDefence || w.entry.Role == catalogue.Dual) {
			continue
		}
		if !interceptable(w.category) {
			return nil
		}
		one := w.launched.IsZero() && !strings.HasSuffix(f.lower(w.last-1), "s") || w.launched == event.N(1)
		if f.si-w.sentence > 1 || !one || !w.intercepted.IsZero() || w.use != usedWeapon {
			return nil
		}
		return w
	}
	return nil
}

// checkWeapons tells, one whole sentence each, where the article's own counts
// of a weapon do not add up.
func checkWeapons(ws []weapon) []string {
	var out []string
	for i := range ws {
		w := &ws[i]
		if !w.launched.HasMax() || w.mixed {
			continue
		}
		sum := 0
		for _, c := range []event.Count{w.intercepted, w.lost, w.hit} {
			if c.HasMin() {
				sum += c.Min
			}
		}
		if sum > w.launched.Max {
			what := w.name
			if what == "" {
				what = strings.ReplaceAll(string(w.category), "_", " ")
			}
			out = append(out, fmt.Sprintf("Of %s launched (%s), %d are accounted for.", w.launched, what, sum))
		}
	}
	return out
}
