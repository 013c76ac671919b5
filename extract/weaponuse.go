package extract

import (
	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
	"github.com/sitrep-go/sitrep/internal/text"
)

// uses tells the weapons that were used from those that are only told about.
func (f *weaponFinder) uses() {
	for k := f.prior; k < len(f.found); k++ {
		w := &f.found[k]
		w.mixed = w.mixed && !(w.launched.IsZero() && w.intercepted.IsZero())
		if w.use == usedWeapon {
			w.use = f.useOf(w)
		}
	}
}

func (f *weaponFinder) useOf(w *weapon) weaponUse {
	if w.entry != nil {
		switch w.entry.Role {
		case catalogue.Platform:
			return carryingWeapon
		case catalogue.AirDefence:
			if f.hitAsTarget(w) {
				return targetWeapon
			}
			return stoppingWeapon
		case catalogue.Dual:
			if f.is(w.last, launcher) || f.any(w.last, min(w.last+3, f.s.Last), launcher) {
				return targetWeapon
			}
		}
	}
	if f.in(w.first-1, "anti counter") || f.in(w.first-2, "against") && f.in(w.first-1, "drones") {
		return describedWeapon
	}
	if w.entry == nil && f.is(w.last, owner) && w.id == "" {
		return describedWeapon
	}
	if w.entry == nil && f.in(w.first-1, "of") && f.in(w.first-2, "operators operator pilots pilot crews crew makers maker users threat production manufacture range stocks stockpiles owners buzz hum") {
		return describedWeapon
	}
	if f.foundToBe(w) {
		return usedWeapon
	}
	if f.hovers(w) || f.habit(w) {
		return describedWeapon
	}
	if w.launched.HasMax() && w.launched.Max == 0 {
		// "There was no drone."
		w.launched = event.Count{}
		return describedWeapon
	}
	if f.in(w.first-1, "no without which what") || f.in(w.first-1, "not") {
		return describedWeapon
	}
	if f.compared(w) {
		return comparedWeapon
	}
	if !w.launched.IsZero() && f.total() {
		return describedWeapon
	}
	if w.category == event.SurfaceToAirMissile && w.entry == nil {
		return stoppingWeapon
	}
	if f.hitAsTarget(w) {
		return targetWeapon
	}
	return f.toldOf(w)
}

// foundToBe reports whether the words before a model say that what struck was one:
// "identified the weapon as a UMPB D-30, a bomb that can also be fired from a
// launcher", "the fragments look like pieces of a Blue Arrow 7".
func (f *weaponFinder) foundToBe(w *weapon) bool {
	if w.id == "" {
		return false
	}
	k := w.first - 1
	for k > f.s.First && f.in(k, "a an the") {
		k--
	}
	switch {
	case f.in(k, "as"):
		for q := k - 1; q >= max(f.s.First, k-5); q-- {
			if f.in(q, "identified identifies recognised recognized") {
				return !f.passiveAt(q) || f.any(f.s.First, q, debris)
			}
		}
	case f.in(k, "of"):
		return f.in(k-1, "pieces fragments parts remains debris remnants") && f.in(k-2, "like") && f.in(k-3, "look looks looked")
	}
	return false
}

// hovers reports whether a drone only watched: "drones circled overhead to
// guide the gunners".
func (f *weaponFinder) hovers(w *weapon) bool {
	if broad(w.category) != event.Drone {
		return false
	}
	k := w.last
	for f.is(k, beWord|adverb) || f.in(k, "that which") {
		k++
	}
	if !f.in(k, "circled circling hovered hovering buzzed buzzing watched watching patrolled patrolling filmed filming loitered loitering") {
		return false
	}
	return !f.any(k+1, f.s.Last, sends|strikes|downs)
}

// habit reports whether the sentence tells of what the weapon is used for as a
// rule: "the airfield from which Shaheds are launched".
func (f *weaponFinder) habit(w *weapon) bool {
	return w.launched.IsZero() && f.in(w.last, "are is") && f.in(w.last+1, "launched fired used dropped stored based kept made built assembled produced flown") &&
		f.in(w.first-1, "which where whence that")
}

// total reports whether the sentence sums up a week, a year or the war: "More
// than 1,100 rockets have been fired since the beginning of the year". A
// record is of one attack: "the largest this year".
func (f *weaponFinder) total() bool {
	if f.anyIn("largest biggest deadliest record worst heaviest first latest") {
		return false
	}
	for i := f.s.First; i < f.s.Last; i++ {
		switch {
		case f.in(i, "total combat overall cumulative") && f.in(i+1, "losses combat") && (f.in(i+1, "losses") || f.in(i+2, "losses")):
			return true
		case f.in(i, "this past last") && f.in(i+1, "week month year") && !f.in(i-1, "earlier later early late"):
			return true
		case f.in(i, "a per each every") && f.in(i+1, "month week year day") && f.in(i-1, "missiles drones rockets bombs shells rounds shaheds units"):
			return true
		case f.in(i, "since") && (f.in(i+1, "the") && f.in(i+2, "start beginning outbreak invasion war full full-scale") || i+1 < f.s.Last && f.doc.Tokens[i+1].Kind == text.Number ||
			f.in(i+1, "january february march april may june july august september october november december moscow russia its last")):
			return true
		}
	}
	return false
}

// compared reports whether the weapon is named for comparison: "a close cousin
// of Russia's Iskander-M".
func (f *weaponFinder) compared(w *weapon) bool {
	for k := w.first - 1; k >= f.s.First && k >= w.first-6; k-- {
		if f.is(k, compares) && !(f.in(k, "than") && f.in(k-1, "more less fewer rather other")) {
			return true
		}
		if f.doc.Tokens[k].Kind == text.Punct || f.is(k, sends|downs|strikes) {
			return false
		}
	}
	return false
}

// hitAsTarget reports whether a gun, launcher or vehicle is what was hit.
func (f *weaponFinder) hitAsTarget(w *weapon) bool {
	switch w.category {
	case event.Tank, event.Artillery, event.Mortar, event.OtherWeapon, event.NavalDrone:
	case event.Rocket, event.BallisticMissile, event.SurfaceToAirMissile:
		if !f.is(w.last, launcher) && (w.entry == nil || w.entry.Role == "") {
			return false
		}
	default:
		return false
	}
	if f.is(w.last, launcher) && (f.in(w.first-1, "at") || f.in(w.first-1, "a an the") && f.in(w.first-2, "at")) {
		return true // "fired five rockets at a Uragan launcher"
	}
	for k := w.first - 1; k >= f.s.First && k >= w.first-8; k-- {
		switch {
		case f.is(k, downs) || f.in(k, "hit struck targeted attacked damaged burned burnt blew torched knocked hitting striking targeting"):
			return !f.passiveAt(k)
		case f.in(k, "with by from using"):
			return false
		case f.doc.Tokens[k].Kind == text.Punct && !f.doc.Is(k, ','):
			return false
		}
	}
	for k := w.last; k < f.s.Last && k < w.last+3; k++ {
		if f.in(k, "was were been") && f.is(k+1, downs|strikes) {
			return true
		}
	}
	// "two tanks covering the advance south of the town were struck by rockets"
	for k := w.last; k+2 < f.s.Last && k < w.last+14; k++ {
		switch {
		case f.in(k, "was were") && f.is(k+1, downs|strikes) && f.in(k+2, "by"):
			return true
		case f.doc.Tokens[k].Kind == text.Punct && f.doc.Tokens[k].Gap != text.Hyphen && !f.doc.Is(k, '-'), f.is(k, sends|strikes|downs), f.in(k, "and but that which who when while"):
			return false
		}
	}
	return false
}

// toldOf reads whether the sentence tells of a supply, a test, a find or a
// threat rather than of use. The nearest word on the left that says one or the
// other decides, then the verb on the right.
func (f *weaponFinder) toldOf(w *weapon) weaponUse {
	with := false
	for k := w.first - 1; k >= f.s.First && k >= w.first-16; k-- {
		u := f.u[k-f.s.First]
		if with {
			// "struck the plant with", but "provided Kyiv with"
			u &= gives | sends | strikes | downs
		}
		switch {
		case f.in(k, "with") && f.in(k-1, "packed laden filled rigged loaded stuffed armed"):
			return usedWeapon
		case f.in(k, "with") && f.in(k-1, "off") && f.in(k-2, "made make making"):
			return seizedWeapon // "made off with four rifles"
		case f.in(k, "with"):
			with = true
		case f.in(k, "sent send sending") && f.in(w.last, "to"):
			return deliveredWeapon
		case u&debris != 0 && f.in(k+1, "of from"):
			return usedWeapon
		case f.in(k, "test") || f.in(k, "fired launched launch launches") && f.in(k-1, "test"):
			return describedWeapon
		case u&(sends|strikes|downs|downsIf) != 0 && !f.in(k, "made en"):
			for j := k - 1; j >= f.s.First && j >= k-4; j-- {
				if f.is(j, mayBe) {
					return describedWeapon
				}
				if !f.in(j, "to be have also again") && !f.is(j, adverb) {
					break
				}
			}
			k = f.s.First
		case u&gives != 0 && !f.in(k, "armed"):
			return deliveredWeapon
		case u&finds != 0:
			return seizedWeapon
		case u&makes != 0 && f.doc.Tokens[k].Gap == text.Hyphen:
			// "Czech-built"
		case u&makes != 0 || f.in(k, "have has"):
			return describedWeapon // "they have rockets", for "have fired" stops at its verb
		case u&mayBe != 0:
			return describedWeapon
		case !f.skips(k):
			k = f.s.First
		}
	}
	for k := w.last; k < f.s.Last && k < w.last+5; k++ {
		u := f.u[k-f.s.First]
		switch {
		case k == w.last && f.doc.Is(k, ',') && f.in(k+1, "has can"):
		case f.doc.Tokens[k].Kind == text.Punct:
			return usedWeapon
		case f.in(k, "has can") && w.id != "" && f.in(k+1, "a carry reach fly hit travel strike be"):
			return describedWeapon
		case u&mayBe != 0:
			return describedWeapon
		case u&(sends|downs|strikes) != 0:
			return usedWeapon
		case u&gives != 0 && f.in(k-1, "was were been being are"):
			return deliveredWeapon
		case u&finds != 0 && f.in(k-1, "was were been being are"):
			return seizedWeapon
		case u&makes != 0 && f.doc.Tokens[k].Gap != text.Hyphen:
			return describedWeapon
		}
	}
	return usedWeapon
}

// skips reports whether token k may stand between a verb and its object: what
// begins a phrase, a list, a number or a name, "provided Kyiv with".
func (f *weaponFinder) skips(k int) bool {
	t := &f.doc.Tokens[k]
	switch {
	case t.Kind == text.Punct:
		return f.doc.Is(k, ',') || f.isQuote(k)
	case t.Kind != text.Word:
		return true
	case f.is(k, modifies|adverb) || f.numAt[k] != 0:
		return true
	case t.Case != text.Lower && t.Kind == text.Word && k > f.s.First:
		return true
	case f.in(k, "and or of with the a an to for as well including some any at"):
		return true
	case (f.doc.Is(k+1, ',') || f.in(k+1, "and")) && f.numberEnds(k) && f.u[k-f.s.First] == 0:
		return true // "two rifles, three magazines and a grenade"
	}
	for _, m := range f.matches {
		if m.First <= k && k < m.Last {
			return true
		}
	}
	return false
}

// identify tells how the text knows each weapon.
func (f *weaponFinder) identify() {
	for k := f.prior; k < len(f.found); k++ {
		w := &f.found[k]
		w.names = f.identifies(w)
		if k+1 < len(f.found) {
			n := &f.found[k+1]
			if w.id != "" && n.id != "" && w.id != n.id && f.alternative(w.last, n.first) {
				if w.either == 0 {
					w.either = k + 1
				}
				n.either = w.either
				n.use = w.use
				share(&w.launched, &n.launched)
				share(&w.intercepted, &n.intercepted)
			}
		}
		switch {
		case w.either != 0:
			w.ident = event.Disjunction
		case w.id == "":
			w.ident = event.TypeOnly
			if f.any(w.first-3, w.first, doubts) && !f.any(w.first-3, w.first, sends) {
				w.ident = event.SuspectedID
			}
		case f.any(f.s.First, w.first, debris) && f.any(f.s.First, f.s.Last, tells):
			w.ident = event.Debris
		case f.any(w.first-6, w.first, doubts):
			w.ident = event.SuspectedID
		default:
			w.ident = event.Named
		}
	}
}

// identifies is one more than the index of the earlier weapon that w names, or
// 0: "the weapon was an Iskander-M", "consistent with the GBU-39".
func (f *weaponFinder) identifies(w *weapon) int {
	if w.id == "" || w.use != usedWeapon || !w.launched.IsZero() || !w.intercepted.IsZero() {
		return 0
	}
	says := f.any(f.s.First, w.first, debris) && f.any(f.s.First, w.first, tells)
	for k := w.first - 1; k >= f.s.First && k >= w.first-10; k-- {
		if f.is(k, strikes) && f.hitThere(k, w) {
			says = true
			break
		}
		if f.is(k, sends|strikes|downs) && !f.is(k, tells) {
			return 0 // "hit the tank with a"
		}
		if f.is(k, debris|tells) || k >= w.first-7 && f.in(k, "was were been is be as suggested named called either it included include includes including") {
			says = true
			break
		}
		if f.doc.Tokens[k].Kind == text.Punct {
			break
		}
	}
	if k := len(f.found) - 1; !says {
		// "included Zulfiqar ballistic missiles and Samad-3 drones"
		for k >= f.prior && f.found[k].first >= w.first {
			k--
		}
		if k < f.prior || f.found[k].names == 0 || !f.coordinates(f.found[k].last, w.first) {
			return 0
		}
	}
	for k := len(f.found) - 1; k >= f.floor(); k-- {
		o := &f.found[k]
		if o.first >= w.first {
			continue
		}
		if f.si-o.sentence > 20 {
			return 0
		}
		if o.id == "" && o.use == usedWeapon && saidOf(o.category, w.category) {
			return k + 1
		}
		if o.id != "" && o.names != 0 && o.sentence == w.sentence && saidOf(o.category, w.category) {
			return o.names // "a Khorramshahr or a modified Ghadr"
		}
	}
	return 0
}

// hitThere reports whether the verb at token k says of a thing told before that
// the single weapon w is what hit it: "the building was struck by a Kh-22".
func (f *weaponFinder) hitThere(k int, w *weapon) bool {
	if !f.in(k+1, "by") || !f.passiveAt(k) || !f.in(w.first-1, "a an one") || w.first > k+5 {
		return false
	}
	for j := k - 1; j >= f.s.First && j >= k-6; j-- {
		if f.in(j, "the it") {
			return !f.any(j, k, sends|downs)
		}
	}
	return false
}

// share gives both sides of a disjunction the count of one.
func share(a, b *event.Count) {
	switch {
	case a.IsZero():
		*a = *b
	case b.IsZero():
		*b = *a
	}
}

// alternative reports whether tokens a to b-1 say "or".
func (f *weaponFinder) alternative(a, b int) bool {
	if b-a > 5 || a >= b {
		return false
	}
	or := false
	for ; a < b; a++ {
		switch {
		case f.in(a, "or"):
			or = true
		case f.doc.Is(a, '/'):
			or = true // "Iskander-M/KN-23"
		case f.in(a, "a an the either modified its possibly perhaps even") || f.doc.Is(a, ','):
		default:
			return false
		}
	}
	return or
}
