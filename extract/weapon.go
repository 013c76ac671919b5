package extract

import (
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract/number"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
	"github.com/sitrep-go/sitrep/internal/text"
)

// A weaponUse is what a weapon does in its sentence. Only a usedWeapon belongs
// to an incident.
type weaponUse uint8

const (
	usedWeapon      weaponUse = iota // fired, dropped, set off, or nothing says otherwise
	stoppingWeapon                   // it only stopped another: "Patriot shot it down"
	targetWeapon                     // it was what was hit: "struck a Grad launcher"
	carryingWeapon                   // it carried the weapon: "from Tu-95 bombers"
	describedWeapon                  // told about: its range, its making, a test, a threat
	deliveredWeapon                  // supplied, bought, promised
	comparedWeapon                   // "a close cousin of the Iskander-M"
	seizedWeapon                     // found, captured, handed over
)

// A weapon is one mention of a weapon or of a class of weapons, with what its
// sentence says about it.
type weapon struct {
	sentence int
	// first and last are the tokens of the whole phrase, its count and its
	// class word included; head is the name, or the class word where there
	// is no name.
	first, last int
	head        int
	// entry is nil where the catalogue knows only the class.
	entry    *catalogue.Entry
	id       string
	name     string
	category event.Category
	origin   string
	ident    event.Identification

	launched, intercepted, lost, hit event.Count
	// mixed is set where the counts are of several kinds told together.
	mixed bool
	// either is one more than the index of the first side of the disjunction
	// it is a side of, "a KN-23 or an Iskander-M"; 0 is none.
	either int
	use    weaponUse
	// definite is set for a class word that points back, "the missile".
	definite bool
	// names is one more than the index, in the article's weapons, of an
	// earlier one told only by its class that this one identifies: "a missile
	// hit the house … experts identified it as a KN-23". It is 0 where this
	// one identifies none.
	names int
	rule  string
	// more are further tokens that support the counts, as of "76 were shot
	// down".
	more [][2]int
}

// findWeapons appends to dst the weapons of sentence s, number si. The counts
// of a sentence that says only "76 were shot down" go to the weapon of dst
// that they are part of. The numbers of the sentence have been read before.
func (r *reading) findWeapons(si int, s text.Sentence, c *catalogue.Catalogue, dst []weapon) []weapon {
	var buf [16]catalogue.Match
	ms := c.Find(r.doc, s.First, s.Last, buf[:0])
	return r.weaponsAmong(si, s, ms, dst)
}

// weaponsAmong is findWeapons with the names of the sentence given.
func (r *reading) weaponsAmong(si int, s text.Sentence, ms []catalogue.Match, dst []weapon) []weapon {
	for first := s.First; first < s.Last; {
		part := s
		part.First, part.Last = first, min(first+maxSentence, s.Last)
		n := 0
		for n < len(ms) && ms[n].First < part.Last {
			n++
		}
		dst = r.weaponsOfPart(si, part, ms[:n], dst)
		first, ms = part.Last, ms[n:]
	}
	return dst
}

// maxSentence bounds the tokens that are looked at together, and lookBack the
// weapons told before; a text without full stops takes no longer than another.
const (
	maxSentence = 400
	lookBack    = 60
)

func (r *reading) weaponsOfPart(si int, s text.Sentence, ms []catalogue.Match, dst []weapon) []weapon {
	f := weaponFinder{reading: r, si: si, s: s, prior: len(dst), found: dst, matches: r.matchRoom[:0]}
	defer func() { r.matchRoom = f.matches }()
	for _, m := range ms {
		if (m.Entry.Kind == catalogue.Weapon || m.Entry.Kind == catalogue.Class) && m.Last <= s.Last && !withinActor(m, ms) {
			f.matches = append(f.matches, m)
		}
	}
	if len(f.matches) == 0 && !f.follows() {
		return dst
	}
	f.words(r.useRoom[:0])
	r.useRoom = f.u
	if len(f.matches) == 0 && !f.any(s.First, s.Last, downs|downsIf|loses) && !f.anyIn(roundWords) {
		return dst
	}
	f.phrases()
	f.counts()
	f.uses()
	f.identify()
	return f.found
}

// withinActor reports whether an actor's longer name holds m: the "Qassam" of
// the "Qassam Brigades".
func withinActor(m catalogue.Match, ms []catalogue.Match) bool {
	for _, a := range ms {
		if a.Entry.Kind == catalogue.Actor && a.First <= m.First && m.Last <= a.Last && a.Last-a.First > m.Last-m.First {
			return true
		}
	}
	return false
}

// weaponFinder reads the weapons of one sentence.
type weaponFinder struct {
	*reading
	si      int
	s       text.Sentence
	u       []wordUse // of the tokens of s
	matches []catalogue.Match
	prior   int      // weapons before it are of earlier sentences
	found   []weapon // those of the article so far
}

// is reports whether token i says one of u.
func (f *weaponFinder) is(i int, u wordUse) bool {
	if i < f.s.First || i >= f.s.Last {
		return false
	}
	return f.u[i-f.s.First]&u != 0
}

// words notes what each token of the sentence says.
func (f *weaponFinder) words(buf []wordUse) {
	v := weaponWords()
	for i := f.s.First; i < f.s.Last; i++ {
		buf = append(buf, v.Of(f.doc.Tokens[i].Key))
	}
	f.u = buf
}

// in reports whether token i is one of the words, which are given folded with
// blanks between. Nothing outside the sentence is.
func (f *weaponFinder) in(i int, words string) bool {
	return i >= f.s.First && i < f.s.Last && f.reading.in(i, words)
}

// any reports whether one of the tokens i to j-1 says one of u.
func (f *weaponFinder) any(i, j int, u wordUse) bool {
	for ; i < j; i++ {
		if f.is(i, u) {
			return true
		}
	}
	return false
}

// broad is the kind of thing a category is, which a class word must share with
// a name to be said of it: a Kalibr is a missile, and no drone.
func broad(c event.Category) event.Category {
	switch c {
	case event.BallisticMissile, event.CruiseMissile, event.HypersonicMissile, event.AntiShipMissile,
		event.SurfaceToAirMissile, event.AntiTankMissile:
		return event.Missile
	case event.OneWayDrone, event.FPVDrone:
		return event.Drone
	case event.GuidedBomb, event.BarrelBomb:
		return event.AirBomb
	case event.CarBomb, event.SuicideVest:
		return event.Explosive
	}
	return c
}

// saidOf reports whether a class word can be said of a weapon of category c.
func saidOf(class, c event.Category) bool {
	a, b := broad(class), broad(c)
	switch {
	case a == b:
		return true
	case a == event.Rocket || b == event.Rocket:
		o := a
		if a == event.Rocket {
			o = b
		}
		return o == event.Missile || o == event.Artillery || o == event.Grenade || o == event.Incendiary || o == event.ClusterMunition
	case a == event.Explosive:
		return b == event.AirBomb || b == event.IED || b == event.LandmineWeapon || b == event.ClusterMunition || b == event.Incendiary || b == event.ChemicalAgent || b == event.Grenade
	case a == event.AirBomb, a == event.ClusterMunition, a == event.Incendiary:
		return b == event.AirBomb || b == event.ClusterMunition || b == event.Incendiary || b == event.Missile
	case a == event.Missile:
		return b == event.AirBomb || b == event.Drone && c == event.OneWayDrone
	case a == event.Drone:
		return b == event.Missile && c == event.CruiseMissile
	case a == event.SmallArms:
		return b == event.Grenade
	case a == event.Artillery:
		return b == event.Mortar || b == event.Incendiary || b == event.ClusterMunition
	}
	return false
}

// general reports whether a class says no more than its broad kind.
func general(c event.Category) bool {
	switch c {
	case event.Missile, event.Drone, event.Rocket, event.Explosive, event.Artillery, event.SmallArms, event.AirBomb:
		return true
	}
	return false
}

// phrases makes one weapon of each phrase that names one: "North Korean-made
// KN-23 ballistic missiles", "a guided bomb, a KAB".
func (f *weaponFinder) phrases() {
	for k := 0; k < len(f.matches); k++ {
		m := f.matches[k]
		w := weapon{sentence: f.si, first: m.First, last: m.Last, head: m.First, rule: "weapon/class"}
		sure := !m.Maybe
		if m.Entry.Kind == catalogue.Weapon {
			f.take(&w, m.Entry)
		} else {
			w.category = m.Entry.Category
		}
		for k+1 < len(f.matches) {
			n := f.matches[k+1]
			if n.First < w.last { // two entries share one name
				if w.entry != nil && n.Entry.Kind == catalogue.Class && n.Last == w.last && saidOf(n.Entry.Category, w.category) {
					sure = true
				}
				k++
				continue
			}
			how := f.link(&w, n)
			if how == apart {
				break
			}
			k++
			w.last = n.Last
			if how == launched && f.is(w.last, launcher) {
				w.last++
			}
			switch {
			case n.Entry.Kind == catalogue.Weapon && w.entry == nil:
				class := w.category
				w.head = n.First
				f.take(&w, n.Entry)
				f.narrow(&w, class)
				sure = true
			case n.Entry.Kind == catalogue.Class && w.entry != nil:
				f.narrow(&w, n.Entry.Category)
				sure = true
			case n.Entry.Kind == catalogue.Class:
				if !n.Maybe && (general(w.category) || n.Entry.Category != event.Explosive && !general(n.Entry.Category)) {
					w.category = n.Entry.Category
				}
				w.head = n.First
				sure = sure || !n.Maybe
			}
		}
		f.rigged(&w)
		if !f.admits(&w, sure) {
			continue
		}
		f.unlisted(&w)
		f.context(&w)
		f.kinds(&w)
		f.found = append(f.found, w)
	}
}

// rigged reads what is "packed with explosives" or "loaded with 30 kg of ANFO":
// a car so packed is a car bomb, a vest a suicide vest.
func (f *weaponFinder) rigged(w *weapon) {
	if w.category != event.Explosive {
		return
	}
	i := f.packedWith(w.first - 1)
	if i < 0 {
		return
	}
	if !f.in(i, "rigged packed laden loaded stuffed filled primed fitted wired crammed full") {
		return
	}
	for k := i - 1; k >= f.s.First && k >= i-5; k-- {
		c := event.Category("")
		switch {
		case f.doc.Tokens[k].Kind == text.Punct:
			return
		case f.in(k, "car cars van vans lorry lorries truck trucks vehicle vehicles pickup pick-up taxi minibus bus ambulance tanker jeep minivan sedan suv tractor humvee"):
			c = event.CarBomb
		case f.in(k, "motorcycle motorcycles motorbike bicycle rickshaw scooter donkey cart house building tunnel"):
			c = event.IED
		case f.in(k, "vest vests belt belts jacket jackets"):
			c = event.SuicideVest
		case f.in(k, "barrel barrels drum drums cylinder cylinders"):
			c = event.BarrelBomb
		case f.in(k, "boat boats vessel skiff dinghy"):
			c = event.NavalDrone
		case f.in(k, "drone drones uav"):
			c = event.OneWayDrone
		}
		if c != "" {
			w.category, w.first, w.head, w.rule = c, k, k, "weapon/rigged"
			w.entry, w.id, w.name, w.origin = nil, "", "", ""
			return
		}
	}
}

// packedWith is the token before the "with" or "of" that ends at token i,
// across a weight, "with an estimated 150 kg of"; -1 where there is none.
func (f *weaponFinder) packedWith(i int) int {
	if f.in(i, "of") && f.in(i-1, "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes ton tons tonne tonnes pounds lb lbs amount amounts quantity quantities") {
		for k := i - 2; k >= f.s.First && k >= i-9; k-- {
			switch {
			case f.in(k, "with"):
				return k - 1
			case f.doc.Tokens[k].Kind == text.Punct && !f.doc.Is(k, ','):
				return -1
			}
		}
		return -1
	}
	if f.in(i, "with of") {
		return i - 1
	}
	return -1
}

// take makes w a mention of e.
func (f *weaponFinder) take(w *weapon, e *catalogue.Entry) {
	w.entry, w.id, w.name, w.category, w.origin, w.rule = e, e.ID, e.Name, e.Category, e.Origin, "weapon/name"
}

// narrow lets a class word beside a name say what this one is: "FAB-500 glide
// bombs".
func (f *weaponFinder) narrow(w *weapon, class event.Category) {
	if !general(class) && w.entry.Role == "" && class != event.SurfaceToAirMissile && saidOf(class, w.category) {
		w.category = class
	}
}

// A linkKind is how a name or class word belongs to the phrase before it.
type linkKind uint8

const (
	apart    linkKind = iota
	adjacent          // "KN-23 ballistic missile", "Shahed-type drones"
	apposed           // "a guided bomb, a KAB"; "a missile it calls Oreshnik"
	launched          // "five rockets from a Uragan launcher"
)

// link tells how match n belongs to the phrase w that ends before it.
func (f *weaponFinder) link(w *weapon, n catalogue.Match) linkKind {
	named := n.Entry.Kind == catalogue.Weapon
	if w.entry != nil && named {
		// "Geran-2 (Shahed-136)", "Storm Shadow/SCALP": two names of one thing.
		same := w.entry == n.Entry || w.entry.Family != "" && w.entry.Family == n.Entry.Family && f.doc.Is(n.First-1, '/')
		if same && (n.First == w.last || n.First == w.last+1 && (f.doc.Is(w.last, '/') || f.doc.Is(w.last, '('))) {
			return adjacent
		}
		return apart
	}
	class, cat := n.Entry.Category, w.category
	if named {
		class, cat = cat, class
	}
	if !saidOf(class, cat) {
		return apart
	}
	i, j := w.last, n.First
	if i < j && f.doc.Is(i, ')') {
		i++ // "Geran-2 (Shahed-136) drones"
	}
	if f.closeUp(i, j) {
		// "the drone Shahed", but "of the missiles Iskanders stopped two".
		if named && f.doc.Tokens[i].Gap == text.Line {
			return apart
		}
		return adjacent
	}
	if w.entry == nil && !named {
		if j == i+1 && f.doc.Is(i, '(') && class == cat { // "improvised explosive device (IED)"
			return adjacent
		}
		return apart
	}
	if named && f.fromLauncher(i, n) {
		return launched
	}
	if f.apposition(i, j) {
		return apposed
	}
	return apart
}

// fromLauncher reports whether the words from token i say that what was told
// before it came from the launcher that n names: "five rockets from a Uragan
// launcher", "shells fired by an Msta howitzer".
func (f *weaponFinder) fromLauncher(i int, n catalogue.Match) bool {
	if f.in(i, "fired launched shot") {
		i++
	}
	if !f.in(i, "from by with") || n.Entry.Role == catalogue.Platform || n.Entry.Role == catalogue.AirDefence {
		return false
	}
	for i++; i < n.First; i++ {
		if !f.in(i, "a an the its their two one") && !f.is(i, modifies) {
			return false
		}
	}
	return n.Last < f.s.Last && (f.is(n.Last, launcher) || f.in(n.Last, "howitzer howitzers gun guns multiple")) || n.Entry.Category == event.Rocket && f.in(n.First-1, "a an")
}

// closeUp reports whether between tokens i and j stand only words that tie a
// name to its class: "Shahed-type attack drones".
func (f *weaponFinder) closeUp(i, j int) bool {
	if j-i > 4 {
		return false
	}
	if i+1 < j && f.doc.Is(i, '/') && f.doc.Tokens[i+1].Kind != text.Punct && strings.ContainsAny(f.doc.Of(i + 1)[:1], "0123456789") {
		i += 2 // "Kh-59/69 guided missiles"
	}
	for ; i < j; i++ {
		if !f.in(i, "type style class pattern made attack strike kamikaze suicide combat long-range short-range jet-powered guided explosive air-launched series range long one way") {
			return false
		}
	}
	return true
}

// apposition reports whether tokens i to j-1 lead from a name to what it is, or
// back: ", a", "of the type", "it calls", "known as the", "—", "(".
func (f *weaponFinder) apposition(i, j int) bool {
	if j-i > 7 || j <= i {
		return false
	}
	k := i
	switch {
	case f.doc.Is(k, ',') || f.doc.Is(k, '(') || f.doc.Of(k) == "–" || f.doc.Of(k) == "—":
		k++
		if k == j {
			return f.doc.Is(i, '(')
		}
		if !f.in(k, "a an the one its called known dubbed named") && !f.is(k, doubts) {
			return false
		}
		for ; k < j; k++ {
			t := &f.doc.Tokens[k]
			if t.Kind == text.Punct && !f.isQuote(k) || f.in(k, "and or of with from cousin version variant") || f.is(k, sends|downs|gives) && !f.in(k, "made") {
				return false
			}
		}
		return true
	case f.in(k, "of") && f.in(k+1, "the a") && f.in(k+2, "type kind class"):
		k += 3
	case f.in(k, "of") && f.in(k+1, "type"):
		k += 2
	case f.in(k, "it they which that moscow russia tehran iran pyongyang kyiv ukraine") && f.in(k+1, "calls call called named names dubbed"):
		k += 2
	case f.in(k, "called dubbed named type designated"):
		k++
	case f.in(k, "known") && f.in(k+1, "as"):
		k += 2
	case f.in(k, "identified") && f.in(k+1, "as"):
		k += 2
	case f.in(k, "was were is are") && f.in(k+1, "a an"):
		return false
	case f.isQuote(k):
	default:
		return false
	}
	for ; k < j; k++ {
		if !f.in(k, "a an the its") && !f.isQuote(k) {
			return false
		}
	}
	return true
}

// isQuote reports whether token i is a quotation mark.
func (f *weaponFinder) isQuote(i int) bool {
	switch f.doc.Of(i) {
	case "\"", "“", "”", "'", "‘", "’", "«", "»":
		return true
	}
	return false
}

// admits reports whether the phrase is a weapon at all: "fuel tank" and "a
// friend of mine" are none, and a name that is also a word needs its class
// beside it.
func (f *weaponFinder) admits(w *weapon, sure bool) bool {
	i, j := w.first, w.last
	if w.entry != nil {
		if sure || f.is(j, launcher) || f.in(j, "rifle rifles missile missiles drone drones rocket rockets howitzer howitzers tank tanks bomb bombs munition munitions anti-tank air-defence air-defense") {
			return true
		}
		if j < f.s.Last && f.doc.Tokens[j].Kind == text.Word && f.doc.Tokens[j].Case == text.Title && f.doc.Tokens[j].Gap == text.Space {
			return false // "Emad Karimi"
		}
		// "a modified Ghadr" in a story about missiles
		indefinite := f.in(w.first-1, "a an") || f.in(w.first-1, "modified new suspected russian iranian ukrainian israeli chinese turkish american") || f.numberEnds(w.first)
		for k := f.floor(); k < len(f.found); k++ {
			if f.found[k].entry == w.entry || indefinite && saidOf(f.found[k].category, w.category) {
				return true
			}
		}
		// "Emad, Ghadr and Kheibar Shekan missiles"
		return f.listed(w)
	}
	if i > f.s.First && f.is(i-1, peaceful) && broad(w.category) != event.Missile {
		return false
	}
	if f.verb(w) || f.figurative(w) {
		return false
	}
	if sure {
		return true
	}
	switch w.category {
	case event.LandmineWeapon:
		if f.in(i-1, "of") && j < len(f.doc.Tokens) && f.in(i-2, "friend friends colleague one") {
			return false
		}
		if f.in(j, "worker workers site shaft owner collapse") {
			return false
		}
		return f.any(f.s.First, f.s.Last, trips)
	case event.SuicideVest:
		return f.in(i-1, "his her their a the") && (f.told(event.SuicideVest) || f.anyIn("explosives explosive suicide bomber bombers detonated detonate blew set"))
	case event.BarrelBomb:
		return f.told(event.BarrelBomb) && !f.in(j, "of")
	case event.Explosive:
		return f.any(f.s.First, f.s.Last, trips) && f.any(max(f.s.First, i-8), min(f.s.Last, j+8), trips|plants)
	}
	return true
}

// figurative reports whether the word stands for no weapon: "hotels burnt to
// shells", "…, a charge the army denied".
func (f *weaponFinder) figurative(w *weapon) bool {
	i := w.first
	switch {
	case f.in(i, "shells shell"):
		return f.in(i-1, "to") && f.in(i-2, "burnt burned reduced gutted charred")
	case f.in(i, "charge charges") && w.last == i+1:
		return f.in(i-1, "a the") && i-2 > f.s.First && f.doc.Is(i-2, ',') && i+1 < f.s.Last && f.doc.Tokens[i+1].Kind == text.Word
	}
	return false
}

// verb reports whether the word is what somebody does: "Turkish forces shell
// villages", "threatened to bomb the town".
func (f *weaponFinder) verb(w *weapon) bool {
	if w.last != w.first+1 || !f.in(w.first, "shell bomb mortar rocket knife machete spear axe") || w.first == f.s.First {
		return false
	}
	p := f.lower(w.first - 1)
	switch p {
	case "to", "re", "will", "would", "could", "not", "who", "they", "we", "and":
		return p != "and" || f.in(w.first-2, "shell bomb attack strike")
	}
	next := w.last < f.s.Last && f.doc.Tokens[w.last].Kind == text.Word && !f.in(w.last, "attack attacks blast blasts fire explosion explosions strike strikes fragments crater craters splinters was were in on at and or from hit struck exploded")
	return next && len(p) > 3 && strings.HasSuffix(p, "s") && !strings.HasSuffix(p, "ss") && f.doc.Tokens[w.first-1].Kind == text.Word && f.doc.Tokens[w.first-1].Gap != text.Hyphen
}

// told reports whether the article has told of a weapon of category c.
func (f *weaponFinder) told(c event.Category) bool {
	for k := f.floor(); k < len(f.found); k++ {
		if f.found[k].category == c {
			return true
		}
	}
	return false
}

// anyIn reports whether the sentence has one of the words.
func (f *weaponFinder) anyIn(words string) bool {
	for i := f.s.First; i < f.s.Last; i++ {
		if f.in(i, words) {
			return true
		}
	}
	return false
}

// numberEnds reports whether a count ends right before token i.
func (f *weaponFinder) numberEnds(i int) bool {
	for _, n := range f.numbersOf() {
		if n.Last == i && n.Kind == number.Cardinal {
			return true
		}
	}
	return false
}

// listed reports whether w stands in a list with a surer weapon of its kind.
func (f *weaponFinder) listed(w *weapon) bool {
	for _, m := range f.matches {
		if m.Maybe && m.Entry.Kind == catalogue.Weapon || m.First == w.first || !saidOf(m.Entry.Category, w.category) {
			continue
		}
		a, b := w.last, m.First
		if m.Last <= w.first {
			a, b = m.Last, w.first
		}
		if b-a <= 3 && b > a && f.coordinates(a, b) {
			return true
		}
		// "the Emad, Ghadr and Sejjil missiles": names stand between.
		if b-a > 3 && b-a <= 12 && f.nameList(a, b) {
			return true
		}
	}
	return false
}

// nameList reports whether tokens a to b-1 are capitalised names, commas and
// conjunctions.
func (f *weaponFinder) nameList(a, b int) bool {
	for ; a < b; a++ {
		t := &f.doc.Tokens[a]
		if t.Case == text.Lower && !f.in(a, "and or the a") || t.Kind == text.Punct && !f.doc.Is(a, ',') {
			return false
		}
	}
	return true
}

// coordinates reports whether tokens a to b-1 only join two things.
func (f *weaponFinder) coordinates(a, b int) bool {
	if a >= b {
		return false
	}
	for ; a < b; a++ {
		if f.doc.Is(a, ',') || f.doc.Is(a, '/') || f.is(a, pairs) {
			continue
		}
		return false
	}
	return true
}

// unlisted takes in a designation that the catalogue does not know from before
// a class word: "a new Hwasong-44 missile".
func (f *weaponFinder) unlisted(w *weapon) {
	if w.entry != nil {
		return
	}
	i := w.first - 1
	if i < f.s.First || f.doc.Tokens[i].Kind != text.Designation {
		return
	}
	if n := f.doc.Of(i); !strings.ContainsAny(n, "0123456789") || !strings.ContainsAny(n, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		return
	}
	w.head, w.first = i, i
	w.name = f.doc.Of(i)
	w.id = strings.ToLower(strings.ReplaceAll(w.name, "–", "-"))
	w.rule = "weapon/unlisted-name"
}

// kinds reads several kinds told together under one count: "five ballistic and
// cruise missiles", "47 Shahed-type drones and decoys". The first-named kind
// stands for all.
func (f *weaponFinder) kinds(w *weapon) {
	if i := w.first; f.in(i-1, "and or") && f.in(i-2, "ballistic cruise hypersonic") {
		switch f.lower(i - 2) {
		case "ballistic":
			w.category = event.BallisticMissile
		case "cruise":
			w.category = event.CruiseMissile
		case "hypersonic":
			w.category = event.HypersonicMissile
		}
		w.first = i - 2
		w.mixed = true
	}
	if f.in(w.last, "and") && f.in(w.last+1, "decoys decoy other others imitators dummies simulators") {
		w.mixed = true
	}
	if f.in(w.last, "and") {
		for _, m := range f.matches {
			if m.First == w.last+1 && (m.Entry.Kind == catalogue.Class || m.Entry.Kind == catalogue.Weapon) && !m.Maybe && broad(m.Entry.Category) != broad(w.category) {
				w.mixed = true
			}
		}
	}
}

// context settles what the words around a class word make of it: a bomb that
// is dropped is an aircraft's, one that lay by the road is improvised.
func (f *weaponFinder) context(w *weapon) {
	if w.entry != nil && w.id == "fab-500" || w.id == "fab-250" || w.id == "fab-1500" || w.id == "fab" || w.id == "fab-3000" {
		if f.near(w, "umpk glide gliding guided module kits") {
			w.category = event.GuidedBomb
		}
	}
	if w.entry != nil {
		return
	}
	w.definite = w.first > f.s.First && f.in(w.first-1, "the this that these those")
	if w.category == event.Artillery && f.in(w.last-1, "shell shells round rounds") {
		// "A tank fired a shell": what the tank fired.
		for k := f.prior; k < len(f.found); k++ {
			if f.found[k].category == event.Tank {
				w.category = event.Tank
			}
		}
	}
	if w.category != event.Explosive {
		return
	}
	head := f.lower(w.last - 1)
	switch head {
	case "bomb", "bombs", "munition", "munitions", "ordnance":
		switch {
		case f.any(w.first-3, w.last+6, plants) && !f.any(w.first-6, w.first, flies) && !f.dropped(w):
			w.category = event.IED
		case f.in(w.last, "blast attack explosion threat") || f.in(w.last, "exploded detonated went") || f.in(w.first-1, "detonated") || f.in(w.first-2, "detonated"):
		case f.byDrone():
		case f.any(f.s.First, f.s.Last, flies) || f.in(w.last, "fell fall hit struck landed levelled leveled flattened punched rained slammed crashed tore ripped dropped"):
			w.category = event.AirBomb
		case f.flown():
			w.category = event.AirBomb
		}
	case "charge", "charges", "explosive", "explosives":
		if f.worn(w) {
			w.category = event.SuicideVest
		} else if f.any(w.first-2, w.first, plants) || f.any(w.last, w.last+4, plants) && !f.in(w.last-2, "explosive") {
			w.category = event.IED
		}
	case "device", "devices":
		switch {
		case f.any(w.first-8, w.first, plants) || f.any(w.last, w.last+6, plants):
			w.category = event.IED
		case f.in(w.first-2, "on") && f.any(w.first-4, w.first, trips):
			w.category = event.LandmineWeapon
		case f.in(w.last-2, "explosive") && !f.any(f.s.First, f.s.Last, flies) && !f.byDrone():
			// What the army calls an explosive device is one that somebody made.
			w.category = event.IED
		}
	}
}

// worn reports whether the explosives w were on somebody's body: "the explosives
// under his kaftan", "explosives strapped to her waist".
func (f *weaponFinder) worn(w *weapon) bool {
	k := w.last
	for k < f.s.Last && f.in(k, "hidden concealed strapped worn tied wrapped") {
		k++
	}
	return f.in(k, "under beneath to around") && f.in(k+1, "his her their") &&
		f.in(k+2, "clothes clothing kaftan jacket coat robe robes burqa shirt dress abaya veil hijab cloak waist body chest belly")
}

// dropped reports whether the words behind w say that it was dropped: "two
// bombs had been dropped on a road".
func (f *weaponFinder) dropped(w *weapon) bool {
	for k := w.last; k < min(f.s.Last, w.last+4); k++ {
		if f.in(k, "dropped") {
			return true
		}
		if !f.is(k, beWord|adverb) {
			return false
		}
	}
	return false
}

// byDrone reports whether the sentence names a drone and no other aircraft, so
// that a munition it drops is no bomb of a jet's.
func (f *weaponFinder) byDrone() bool {
	drone := false
	for _, m := range f.matches {
		drone = drone || broad(m.Entry.Category) == event.Drone
	}
	return drone && !f.anyIn("jet jets warplane warplanes plane planes helicopter helicopters paramotor paramotors bomber bombers airstrike airstrikes")
}

// flown reports whether one of the two sentences before speaks of aircraft, so
// that a bomb of this one is theirs.
func (f *weaponFinder) flown() bool {
	first := max(0, f.si-2)
	for i := max(f.doc.Sentences[first].First, f.s.First-150); i < f.s.First; i++ {
		if f.in(i, "jet jets warplane warplanes aircraft airstrike airstrikes paramotor helicopter helicopters bomber raid raids") || f.in(i, "air") && f.in(i+1, "strike strikes raid raids force") {
			return true
		}
	}
	return false
}

// near reports whether one of the words stands within six tokens of w.
func (f *weaponFinder) near(w *weapon, words string) bool {
	for i := max(f.s.First, w.first-6); i < min(f.s.Last, w.last+6); i++ {
		if f.in(i, words) {
			return true
		}
	}
	return false
}

// floor is the first weapon of the article that is still looked back at.
func (f *weaponFinder) floor() int { return max(0, f.prior-lookBack) }
