package extract

import (
	"fmt"
	"strings"
	"sync"

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
	// either numbers the disjunction it is a side of, from 1: "a KN-23 or an
	// Iskander-M"; 0 is none.
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
	f := weaponFinder{reading: r, si: si, s: s, prior: len(dst), found: dst}
	for _, m := range ms {
		if (m.Entry.Kind == catalogue.Weapon || m.Entry.Kind == catalogue.Class) && !withinActor(m, ms) {
			f.matches = append(f.matches, m)
		}
	}
	var buf [96]wordUse
	if len(f.matches) == 0 && !f.follows() {
		return dst
	}
	f.words(buf[:0])
	if len(f.matches) == 0 && !f.any(s.First, s.Last, downs|downsIf|loses) {
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

// wordUse tells what a word says about the weapons beside it.
type wordUse uint32

const (
	sends    wordUse = 1 << iota // "launched", "fired"
	downs                        // "intercepted", "destroyed"
	downsIf                      // "shot", which needs its "down"
	loses                        // "vanished"
	strikes                      // "hit", "landed"
	gives                        // "delivered", "supplied"
	makes                        // "tested", "produced", "range"
	finds                        // "seized", "recovered"
	compares                     // "cousin", "similar"
	debris                       // "fragments"
	tells                        // "identified", "consistent"
	doubts                       // "suspected", "possibly"
	beWord                       // "was", "been"
	adverb                       // what may stand between an auxiliary and its verb
	owner                        // a noun that a class word only describes: "drone operator"
	peaceful                     // what stands before a thing that is no weapon: "fuel tank"
	flies                        // aircraft, and what they do to bombs
	trips                        // what happens with mines and vests
	modifies                     // may stand between a count and its weapon
	launcher                     // "launcher", "battery", "system"
	mayBe                        // "could", "would"
	plants                       // "planted", "roadside"
	passive                      // "was" before a participle
	pronoun                      // "it", which may stand for one weapon
	halts                        // the words that begin another clause
	pairs                        // what joins the parts of a list
)

var weaponWords = sync.OnceValue(func() map[text.Key]wordUse {
	m := map[text.Key]wordUse{}
	for u, words := range map[wordUse]string{
		sends: `launch launched launching launches fired firing fires sent sends send sending unleashed unleashing hurled
			lobbed rained used using use uses employed employing deployed dropped drops drop dropping released releasing
			directed counted recorded detected tracked registered spotted identified crossing added attacked attacks
			involving involved flew flown flying heading approaching bound aimed en made poured pounded bombarded`,
		downs: `intercepted intercept intercepts intercepting interception interceptions downed downing destroyed destroying destroy destroys
			neutralised neutralized neutralising neutralizing neutralise neutralize stopped stopping repelled repelling thwarted foiled
			eliminated eliminating suppressed suppressing disabled shot-down averted deflected blocked defeated parried engaged`,
		downsIf: `shot shoot shoots shooting brought bring bringing brings took taken taking knocked knocking gunned swatted`,
		loses:   `lost vanished disappeared missing jammed jamming malfunctioned misfired strayed`,
		strikes: `hit hits hitting struck strikes strike striking landed lands landing fell falls falling crashed crashing exploded
			exploding detonated slammed smashed ripped tore impacted reached penetrated pierced breached evaded
			ploughed plowed plunged dived came got killed wounded injured damaged caused tearing destroyed-by`,
		gives: `deliver delivered delivering delivery deliveries supply supplied supplies supplying provide provided providing
			provision receive received receiving receipt buy bought buying purchase purchased purchases order ordered sell sold sale sales selling
			donate donated donation transfer transferred transfers export exported exports import imported ship shipped shipment shipments
			shipping procure procured acquire acquired acquiring acquisition pledge pledged promise promised request requested ask asks asked asking demanded
			approve approved package contract deal consignment smuggle smuggled smuggling arming armed
			stationed authorise authorised authorize authorized`,
		makes: `test tests tested testing test-fired trial trials parade paraded exhibit exhibited displayed showcased showcase unveiled
			unveil develop developed developing development produce produced producing production manufacture manufactured
			manufacturing built build building assemble assembled assembly designed stockpile stockpiles stockpiled arsenal
			inventory capable range capability capabilities exercise exercises drill drills upgrade upgraded modernised modernized
			programme program technology possess possesses possessed possessing owns operates equipped outfitted maximum
			factory factories plant workshop workshops`,
		finds: `seize seized seizing seizure seizures confiscate confiscated recover recovered recovering cache caches
			haul lifted removed cleared surrendered surrender surrendering discovered uncovered unearthed defused disarmed captured capturing
			possession`,
		compares: `cousin similar like unlike version versions copy copies copied variant variants derivative based modelled modeled
			derived resembling resembles resembled analogue analog equivalent successor predecessor counterpart akin comparable than lookalike`,
		debris: `debris remnants remnant remains fragments fragment wreckage shrapnel pieces piece parts part tail nose fins fin
			markings casing casings scraps components serial photographs images crater shards engine kit`,
		tells: `identified identify identifying consistent belonged belonging belongs matched match matching examined examination analysis analysed
			analyzed experts specialists recovered collected inspected forensic showed show shows evidence indicated those`,
		doubts: `suspected suspect possibly likely probably believed thought appeared appears apparently presumably suggested suggests
			suggesting may might could perhaps presumed assumed seemed looked unconfirmed allegedly reportedly took probable maybe preliminary`,
		beWord: `is are was were be been being got had has have`,
		adverb: `also all both only reportedly then later subsequently successfully simply already never not just promptly either
			allegedly eventually immediately all`,
		owner: `footage video videos camera cameras operator operators factory factories plant production manufacturer
			manufacturers maker makers programme programmes program programs unit units brigade brigades battalion regiment force forces corps
			crew crews commander commanders squad disposal shelter shelters threat threats alert alerts warning warnings siren
			sirens technology industry developer developers base bases site facility facilities depot depots expert experts specialist specialists parts
			components defence defences defense defenses shield range arsenal arsenals stockpile stockpiles pilot pilots
			supplier suppliers deal ban division company observer observers scientist silo silos warehouse warehouses team teams supply
			supplies specification barrel barrels hunters treaty launchpad troops army navy capability capabilities test tests development warfare
			safety violence control owner owners shop license licence laws law belt cleaner scare hoax squads sniffing
			debris fragments fragment wreckage remnants remains tube tubes casing casings casualties engineer engineers age sector
			market markets detection school workshop export exports import imports sales
			parade farm farms wagon wagons truck car position positions`,
		peaceful: `fuel oil gas water storage septic think propane diesel crude holding fish lng petrol gasoline
			coal gold copper salt diamond cobalt jade lithium iron uranium tin amber emerald bauxite nickel silver coltan
			seat conveyor bible rust green safety life bulletproof press wind bullet-proof high-visibility yellow asteroid kuiper top glue nail staple razor
			space soyuz falcon rotor turbine propeller fan potato commuter industrial ruby emergency reflective atomic nuclear hydrogen ticking dirty`,
		flies: `jet jets warplane warplanes aircraft plane planes airplane helicopter helicopters paramotor paramotors gyrocopter
			gyrocopters airstrike airstrikes drop dropped drops dropping bomber bombers pilot pilots airforce aerial
			gunship gunships paraglider paragliders raid raids overhead sky airplanes fighter-jet bombardment f-16 glider`,
		trips: `stepped step trod stepping hit struck ran drove run triggered detonated detonate detonating detonates exploded explode exploding explodes went laid planted
			buried cleared clearing blast blasts explosion explosions blew blown set off blow wearing strapped explosives suicide bomber bombers
			tripped killed maimed wounded injured anti-tank anti-personnel sappers deminers demining demined limb leg legs`,
		modifies: `the of more such other others further another enemy attack kamikaze suicide strike new modified type long-range
			short-range medium-range heavy improvised combat armed russian ukrainian israeli iranian american british french turkish chinese
			korean north south german indian pakistani houthi syrian hezbollah hamas its their his these those incoming hostile
			jet-powered guided tactical supersonic subsonic one-way exploding explosive low-flying all different types kinds made built
			fired modern soviet soviet-era western soviet-made us u.s missiles large small medium reconnaissance surveillance
			unguided advanced powerful additional so-called homemade home-made makeshift crude ballistic cruise hypersonic
			uk iraqi saudi emirati armenian azerbaijani rsf two-stage solid-fuel total russia ukraine s israel iran long medium short range identical
			separate single unexploded stray`,
		launcher: `launcher launchers battery batteries system systems complex complexes interceptor interceptors radar installation
			installations crew crews transporter position positions`,
		mayBe:   `could would can might threaten threatened threatens threatening warned if unless plans planned intends vowed potential potentially wants wanted need needs needed hopes seeking sought`,
		passive: `was were been being is are be got`,
		pronoun: `it which`,
		halts:   `said that which who after when while but as by with including where because`,
		pairs:   `and or the a an as well along together with plus both either also alongside`,
		plants:  `planted roadside hidden buried placed concealed motorcycle motorbike bicycle remote-controlled remotely improvised homemade rickshaw bag road crude home-made attached stuck magnetic underneath timer trap`,
	} {
		for w := range strings.FieldsSeq(words) {
			m[text.KeyOf(w)] |= u
		}
	}
	return m
})

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
		buf = append(buf, v[f.doc.Tokens[i].Key])
	}
	f.u = buf
}

// in reports whether token i is one of the words, which are given folded with
// blanks between. Nothing outside the sentence is.
func (f *weaponFinder) in(i int, words string) bool {
	if i < f.s.First || i >= f.s.Last {
		return false
	}
	w := f.lower(i)
	for at := 0; w != ""; {
		k := strings.Index(words[at:], w)
		if k < 0 {
			return false
		}
		k += at
		end := k + len(w)
		if (k == 0 || words[k-1] == ' ' || words[k-1] == '\n' || words[k-1] == '\t') && (end == len(words) || words[end] == ' ' || words[end] == '\n') {
			return true
		}
		at = end
	}
	return false
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

// rigged reads what is "packed with explosives": a car so packed is a car
// bomb, a vest a suicide vest.
func (f *weaponFinder) rigged(w *weapon) {
	if w.entry != nil || w.category != event.Explosive || !f.in(w.first-1, "with of") {
		return
	}
	i := w.first - 2
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
			return
		}
	}
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
	var class, cat event.Category
	switch {
	case named:
		class, cat = w.category, n.Entry.Category
	case w.entry != nil:
		class, cat = n.Entry.Category, w.category
	default:
		class, cat = n.Entry.Category, w.category
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
	if f.apposition(i, j) {
		return apposed
	}
	return apart
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
		if !f.in(k, "a an the one its") && !f.in(k, "called known dubbed named") {
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
		for k := range f.found {
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
	if f.verb(w) {
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
	for k := range f.found {
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
		case f.any(w.first-3, w.last+6, plants) && !f.any(w.first-6, w.first, flies):
			w.category = event.IED
		case f.in(w.last, "blast attack explosion threat") || f.in(w.last, "exploded detonated went") || f.in(w.first-1, "detonated") || f.in(w.first-2, "detonated"):
		case f.byDrone():
		case f.any(f.s.First, f.s.Last, flies) || f.in(w.last, "fell fall hit struck landed levelled leveled flattened punched rained slammed crashed tore ripped dropped"):
			w.category = event.AirBomb
		case f.flown():
			w.category = event.AirBomb
		}
	case "device", "devices":
		switch {
		case f.any(w.first-8, w.first, plants) || f.any(w.last, w.last+6, plants):
			w.category = event.IED
		case f.in(w.first-2, "on") && f.any(w.first-4, w.first, trips):
			w.category = event.LandmineWeapon
		}
	}
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
	for i := f.doc.Sentences[first].First; i < f.s.First; i++ {
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

// here are the weapons of this sentence.
func (f *weaponFinder) here() []weapon { return f.found[f.prior:] }

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
			if ns[k].Last == i && (ns[k].Kind == number.Cardinal || ns[k].Kind == number.Compound && false) && !ns[k].Count.IsZero() {
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
	for k := len(f.found) - 1; k >= 0; k-- {
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
		set(&w.intercepted, it.count)
		if it.all || also {
			set(&w.launched, it.count)
		}
	case lost:
		set(&w.lost, it.count)
	case struck:
		if it.part && !w.launched.IsZero() {
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
	for o := len(f.found) - 1; o >= 0 && f.si-f.found[o].sentence <= 1; o-- {
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
	for k := len(f.found) - 1; k >= 0; k-- {
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
	for k := len(f.found) - 1; k >= 0 && f.si-f.found[k].sentence <= 1; k-- {
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
		if singular && (f.fateRight(w.last) == downed || f.fateLeft(w.first) == downed) {
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
	for k := len(f.found) - 1; k >= 0; k-- {
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
	for k := len(f.found) - 1; k >= 0; k-- {
		w := &f.found[k]
		if w.first >= i || w.entry != nil && (w.entry.Role == catalogue.AirDefence || w.entry.Role == catalogue.Dual) {
			continue
		}
		one := w.launched.IsZero() && !strings.HasSuffix(f.lower(w.last-1), "s") || w.launched == event.N(1)
		if f.si-w.sentence > 1 || !one || !w.intercepted.IsZero() || w.use != usedWeapon {
			return nil
		}
		return w
	}
	return nil
}

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
	if w.launched.HasMax() && w.launched.Max == 0 {
		// "There was no drone."
		w.launched = event.Count{}
		return describedWeapon
	}
	if f.in(w.first-1, "no without") || f.in(w.first-1, "not") {
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

// total reports whether the sentence sums up a week, a year or the war: "More
// than 1,100 rockets have been fired since the beginning of the year". A
// record is of one attack: "the largest this year".
func (f *weaponFinder) total() bool {
	if f.anyIn("largest biggest deadliest record worst heaviest first latest") {
		return false
	}
	for i := f.s.First; i < f.s.Last; i++ {
		switch {
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
		case u&makes != 0:
			return describedWeapon
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
		case u&makes != 0:
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
	group := 0
	for k := range f.found[:f.prior] {
		group = max(group, f.found[k].either)
	}
	for k := f.prior; k < len(f.found); k++ {
		w := &f.found[k]
		w.names = f.identifies(w)
		if k+1 < len(f.found) {
			n := &f.found[k+1]
			if w.id != "" && n.id != "" && w.id != n.id && f.alternative(w.last, n.first) {
				if w.either == 0 {
					group++
					w.either = group
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
	says := f.any(f.s.First, w.first, debris|tells)
	for k := w.first - 1; k >= f.s.First && k >= w.first-7 && !says; k-- {
		says = f.in(k, "was were been is be as suggested named called either it")
		if f.is(k, sends|strikes|downs) || f.doc.Tokens[k].Kind == text.Punct {
			break
		}
	}
	if !says {
		return 0
	}
	for k := len(f.found) - 1; k >= 0; k-- {
		o := &f.found[k]
		if o.first >= w.first {
			continue
		}
		if f.si-o.sentence > 8 {
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
