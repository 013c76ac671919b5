package extract

import (
	"slices"
	"strings"
	"sync"

	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
	"github.com/sitrep-go/sitrep/internal/text"
)

// An actor is one naming, in the text, of somebody who may do violence: a
// state, its forces, an armed group, or fighters whom the text does not name.
type actor struct {
	first, last int // tokens of the words that name it, half-open
	// entry is what the catalogue knows of it, or an entry made for a group
	// that the text itself introduces; nil for fighters without a name.
	entry *catalogue.Entry
	// name is the usual short name as a perpetrator: that of the state where
	// the words name a state's forces. It is empty for nobody ("gunmen").
	name string
	// country is the ISO code of the actor's country, where it has one.
	country string
	// state is the usual name of the state whose forces these are, "Nigeria"
	// for the Nigerian military, which is also how they are named abroad.
	state string
	// word is the bare head of a generic actor, "army", "rebels", by which
	// [actors.resolve] names it once the country of the act is known.
	word string
	// generic is set where the words name no one in particular.
	generic bool
	// demonym is set for a people named alone: "the Russians".
	demonym bool
	// land is set where the name stands for the country and not for who acts:
	// "in Ukraine", "northern Syria".
	land bool
	// of is set where the name only tells what kind of act or weapon it is,
	// "an Israeli air strike", "Russian drones": strong evidence of who did it.
	of   bool
	rule string
}

// castWord is what a word may mean beside the name of an actor or a speaker,
// as a set of bits.
type castWord uint32

const (
	forcesWord   castWord = 1 << iota // army, troops, warplanes: people and things that a state fights with
	strikeWord                        // air strike, shelling, missile: an act or weapon that has a doer
	fighterWord                       // rebels, gunmen: fighters of no state
	nobodyWord                        // gunmen, assailants: nobody
	groupWord                         // group, movement: refers back to an actor named before
	bareForces                        // army, military: with "the" alone, the forces of the country
	officialWord                      // government, authorities: a state's, but not its arms
	tieWord                           // -backed, -led: the name before it is not the one who acts
	affixWord                         // pro-, anti-: the name behind it is not the one who acts
	allyWord                          // -linked, -affiliated: as good as the name
	landWord                          // in, across, northern: the name is a place
	sayWord                           // said, denied, claims
	doWord                            // fired, launched: verbs that make a capital its government
	smallWord                         // closed-class words and auxiliaries
	warWord                           // war, border, talks: what stands between two states
	titleWord                         // President, Gen., Mr: a name follows
	bodyWord                          // Hospital, Network: the head of an organisation's name
	bandWord                          // Front, Brigades: the head of an armed group's name
	spotWord                          // Street, River: the head of a name that is no speaker's
	timeWord                          // Monday, April
	nameParticle                      // al, bin, de
	modWord                           // senior, local: may stand before a role
	numberWord                        // two, several
	pronounWord                       // he, she, they
	pairWord                          // air, security: with "force" or "forces" behind it a generic name
	creedWord                         // communist, separatist: tells fighters without a name from others
	ethnicWord                        // Kurdish, Shia: of a state's people, but not the state's
	otherPeople                       // civilians, officials: a people's name before it names no actor
	enemyWord                         // enemy: whom the army that puts the text out fights
)

// castWords gives the meanings of a word by its key.
var castWords = sync.OnceValue(func() *text.Table[castWord] {
	m := text.MakeTable[castWord](1536)
	for _, l := range [...]struct {
		is    castWord
		words string
	}{
		{forcesWord, `army armies military militaries force forces troop troops soldier soldiers serviceman servicemen navy airforce
			warplane warplanes jet jets aircraft plane planes fighter-jets gunship gunships helicopter helicopters bomber bombers gunner gunners
			artillery tank tanks commando commandos paratrooper paratroopers marine marines sniper snipers airmen pilots pilot warship
			warships gunboat gunboats regime junta invaders occupiers conscripts guards brigade brigades battalion regiment
			division units unit crews operators intelligence agents police policemen gendarmes paramilitary paramilitaries personnel
			infantry rangers guardsmen saboteurs side`},
		{strikeWord, `strike strikes airstrike airstrikes raid raids shelling bombardment bombardments attack attacks fire gunfire shellfire
			shell shells rocket rockets missile missiles drone drones uav uavs quadcopter quadcopters bomb bombs barrage barrages offensive
			invasion assault assaults onslaught aggression occupation operation operations bombing bombings incursion incursions
			mortar mortars mine mines ambush salvo volley projectile projectiles munitions munition bullet bullets ammunition
			ordnance bombs howitzers blockade hypersonic ballistic cruise glide guided kamikaze`},
		{fighterWord, `rebel rebels militant militants fighter fighters gunman gunmen insurgent insurgents separatist separatists guerrilla
			guerrillas guerilla guerillas militia militias militiaman militiamen settler settlers jihadist jihadists jihadi jihadis
			extremist extremists terrorist terrorists islamist islamists bandit bandits gang gangs mercenary mercenaries factions pirates
			mujahideen mujahidin herders herdsmen vigilantes raiders partisans kidnappers cartel cartels loyalists dissidents`},
		{nobodyWord, `gunman gunmen assailant assailants attacker attackers kidnapper kidnappers abductors perpetrators perpetrator
			bomber bombers hijackers raiders robbers shooter shooters`},
		{groupWord, `group movement organisation organization militia faction rebels militants insurgents separatists paramilitary paramilitaries
			alliance coalition cartel gang outfit guerrillas jihadists fighters terrorists extremists dissidents`},
		{bareForces, `army military forces troops soldiers warplanes jets regime junta navy gunship gunships helicopters paramilitaries`},
		{officialWord, `government authorities authority administration ministry officials official state`},
		{tieWord, `backed led supported sponsored aligned allied funded trained installed occupied appointed held controlled made built supplied
			based loyal designed run ruled era owned born speaking friendly administered style brokered mediated armed equipped annexed`},
		{allyWord, `linked affiliated inspired`},
		{affixWord, `pro anti ex non un post neo`},
		{landWord, `in across inside within throughout near northern southern eastern western central north south east west northeast northwest
			southeast southwest northeastern northwestern southeastern southwestern neighbouring neighboring into outside mainland rural
			into over upper lower`},
		{sayWord, `said says say saying denied denies deny denying claimed claims claim claiming told tells accused accuses accusing blamed blames blaming
			reported reports announced announces confirmed confirms acknowledged acknowledges admitted admits insisted insists warned warns
			rejected rejects dismissed dismisses called calls described describes stated states declared declares wrote writes added adds argued
			argues maintained maintains alleged alleges vowed vows condemned condemns estimated estimates put puts suggested suggests
			noted notes explained explains recalled recounted posted tweeted pointed responded replied refused declined counted described
			gave gives spoke speaks disputed disputes doubted contradicted conceded revealed recounted asserted asserts listed lists
			recorded verified identified urged commented cited repeated repeats reiterated attributed attributes charged charges boasted
			assessed hailed thinks think believes believe believed suspects suspected considers counts alleging noted lamented complained
			pinned logged stressed predicted concluded found showed shows observed cautioned pledged protested regretted apologised apologized`},
		{doWord, `fired launched sent struck attacked carried used has had did does is was will would bombed targeted resumed began responded
			retaliated hit seized captured ordered deployed shot stepped retains wants fought
			struck held took burnt blew broke came went fell lost left kept laid led met withdrew overran set began threw drove fled beat stole
			swept made opened know knew lay found ran died die dies need want`},
		{smallWord, `a an the this that these those and or but nor if when while as at by for from in into of on off to with without within
			after before since until during over under between among against about around near across is are was were be been being am has have had
			do does did will would can could shall should may might must not no also only then than there here it its he she they them his her
			their who whom whose which what where why how so such too very both either neither each all any some more most other another inside outside behind beneath beside
			beyond below above along onto up down out through throughout despite upon per via amid toward towards unlike including following like using yet maybe perhaps still now
			meanwhile earlier later however although because separately instead indeed finally even once today i we you my our your me us`},
		{warWord, `war wars conflict conflicts border borders frontier talks relations ceasefire truce peace clashes tensions dispute hostilities`},
		{titleWord, `president premier chancellor king queen prince emir sheikh sheik shaikh mr mrs ms miss mx dr doctor prof professor gen general lt
			lieutenant col colonel maj major capt captain brig brigadier cpl corporal sgt sergeant pvt private adm admiral rear cmdr commander cmdt
			commandant gov governor sen senator rep representative rev reverend father fr pastor bishop archbishop rabbi imam mullah maulvi maulana
			mayor minister secretary spokesman spokeswoman spokesperson ambassador director chief superintendent supt inspector insp constable
			sir lord lady dame hon judge justice commodore marshal field-marshal comandante alhaji mallam malam engineer engr ayatollah hojatoleslam abuna
			vice deputy acting pm prosecutor commissioner deputy councillor councilor mp u ko daw saw naw sayadaw chairman chairwoman chairperson chair dsp asp sho ssp
			sp dig igp dpo nurse paramedic surgeon reporter correspondent journalist lawmaker cardinal sister brother patriarch metropolitan premier havildar subedar`},
		{bodyWord, `hospital clinic centre center command ministry network committee council agency press wire times post news radio tv television
			university service services department office authority group union institute observatory organisation organization foundation
			police association society directorate commission bureau court parliament federation league tribune herald chronicle gazette
			journal dispatch telegraph mission project initiative syndicate church diocese archdiocese company corporation fund trust
			programme program watch monitor room rooms cross crescent helmets nations bank portal observer broadcasting media channel
			academy secretariat registry crescent data campaign committees councils networks lawyers doctors chamber forum tracker archive administration headquarters staff museum laboratory lab plant`},
		{bandWord, `front army armies brigade brigades battalion battalions forces force movement militia guard guards liberation resistance
			cartel party corps division regiment squad column cell wing fighters unit units mujahideen legion command alliance coalition
			militants faction brotherhood`},
		{spotWord, `street road avenue square river lake mountain mountains hill hills valley district province region oblast governorate county
			city town village camp airport airfield airbase base port bridge island islands sea gulf strait bay desert highway junction
			market mosque cathedral school prison stadium park quarter neighbourhood neighborhood suburb township municipality refinery
			station embassy border strip bank heights plateau peninsula crossing hotel mall tower palace gate checkpoint
			war day accord agreement treaty resolution act law operation battle holocaust ramadan eid christmas easter cup league games
			photo image credit read more latest breaking live updates related topics tags share`},
		{timeWord, `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
			october november december jan feb mar apr jun jul aug sept sep oct nov dec today yesterday gmt utc`},
		{nameParticle, `al el ash ar az bin ben ibn bint abu umm de del della da di do dos das van von der den la le ud ul ur uz e y ag ould
			abd allah af`},
		{modWord, `senior local regional provincial top chief deputy former acting unnamed unidentified western national state federal city district civil military
			same naval security rights human aid hospital health police army government volunteer medical retired new rebel opposition emergency rescue
			several some other another many few both various separate high ranking high-ranking ranking first second third official foreign
			defence defense interior home energy justice intelligence presidential ministerial municipal rural urban tribal village clan religious
			community church civil society two three four five six seven eight nine ten 2 3 4 5 6 one anonymous independent international
			coalition allied political diplomatic judicial legal official-looking young old elderly displaced injured wounded lone surviving
			exiled elected appointed installed backed led run controlled affiliated linked aligned based occupation self-styled
			separatist militant jihadist guerrilla field front line frontline open source open-source joint main lead leading prominent veteran
			longtime forensic chief pro anti own its their his her my our your humanitarian agency press news television radio
			media party parliamentary upper lower middle northern southern eastern western central occupying occupied ruling shadow
			neighbourhood neighborhood township border coastal port railway power energy postal utility nuclear air ground land special joint
			general public private regular paramilitary`},
		{numberWord, `two three four five six seven eight nine ten several some many multiple a few both dozens`},
		{pronounWord, `he she they it who one another`},
		{pairWord, `security government air coalition`},
		{creedWord, `communist maoist marxist leftist separatist islamist jihadist jihadi royalist nationalist loyalist secessionist anglophone
			kurdish shia shiite sunni druze tuareg chechen tamil arab dogon fulani`},
		{ethnicWord, `kurdish kurd kurds shia shiite shiites sunni sunnis druze alawite alawites tuareg turkmen maronite houthi arab tribal tamil
			tigrayan rohingya chechen ethnic rival opposition rebel anti pro`},
		{otherPeople, `civilian civilians citizen citizens people woman women man men child children official officials resident residents hospital
			hospitals city cities town towns village villages capital border territory territories soil president minister premier prime
			foreign embassy media press newspaper newspapers journalist journalists reporter reporters hostage hostages prisoner prisoners
			detainee detainees refugee refugees side region regions province provinces district families family community communities
			economy law court courts flag passport language politician politicians diplomat diplomats ambassador envoy leader leaders
			company companies ship ships tanker tankers vessel vessels airspace airport airfield port ports energy positions doctors`},
		{enemyWord, `enemy`},
	} {
		for w := range strings.FieldsSeq(l.words) {
			*m.At(text.KeyOf(w)) |= l.is
		}
	}
	return m
})

// actors knows the armed actors of a catalogue by country and name. It is
// immutable and safe for concurrent use.
type actors struct {
	book   *catalogue.Catalogue
	forces map[string]*catalogue.Entry // the forces of a country's own
	// armies are those that "the army" means in a country that has none of its
	// own: in the West Bank it is Israel's.
	armies map[string]*catalogue.Entry
	police map[string]*catalogue.Entry
	states map[string]*catalogue.Entry
	people map[string]string // "SY" → "Syrian", where the forces' name tells it
	// coalitions are those that "the coalition" means in a country.
	coalitions map[string]*catalogue.Entry
	// words are the words of an actor's longer names, by which a text refers
	// back to it: "the observatory".
	words *sync.Map // *catalogue.Entry → []text.Key, made when asked for
}

func newActors(c *catalogue.Catalogue) *actors {
	x := &actors{
		book: c, forces: map[string]*catalogue.Entry{}, armies: map[string]*catalogue.Entry{}, police: map[string]*catalogue.Entry{}, states: map[string]*catalogue.Entry{},
		people: map[string]string{}, coalitions: map[string]*catalogue.Entry{}, words: &sync.Map{},
	}
	for _, e := range c.Actors("state", "forces", "police", "coalition") {
		if e.ActorKind == "coalition" {
			for _, t := range e.Theatre {
				if x.coalitions[t] == nil {
					x.coalitions[t] = e
				}
			}
		}
		if e.Country == "" {
			continue
		}
		switch e.ActorKind {
		case "forces":
			// "Israeli military", "Sudanese army"; not the Golani Brigade.
			for _, tail := range [...]string{" military", " army", " security forces", " government"} {
				if p, ok := strings.CutSuffix(e.Name, tail); ok && x.forces[e.Country] == nil && !strings.Contains(p, " forces") {
					x.forces[e.Country], x.people[e.Country] = e, p
				}
			}
		case "coalition":
			if x.coalitions[e.Country] == nil {
				x.coalitions[e.Country] = e
			}
		case "police":
			if x.police[e.Country] == nil && (strings.HasSuffix(strings.ToLower(e.Name), " police") && strings.Count(e.Name, " ") == 1 || strings.Contains(e.Name, "National Police")) {
				x.police[e.Country] = e
			}
		case "state":
			if x.states[e.Country] == nil {
				x.states[e.Country] = e
			}
		}
	}
	for _, e := range c.Actors("forces") {
		for _, t := range e.Theatre {
			if o := x.forces[t]; o != nil && strings.HasSuffix(o.Name, " security forces") && x.armies[t] == nil && x.forces[e.Country] == e {
				x.armies[t] = e
			}
		}
	}
	return x
}

// army is the forces that "the army" means in a country, or nil.
func (x *actors) army(country string) *catalogue.Entry {
	if e := x.armies[country]; e != nil {
		return e
	}
	return x.forces[country]
}

// wordsOf are the words of e's longer names by which a text refers back to it;
// none where the text itself introduced e.
func (x *actors) wordsOf(e *catalogue.Entry) []text.Key {
	if x.book.ByID(catalogue.Actor, e.ID) != e {
		return nil
	}
	if ks, ok := x.words.Load(e); ok {
		return ks.([]text.Key)
	}
	var ks []text.Key
	for _, n := range e.Names {
		if !strings.Contains(n, " ") {
			continue
		}
		for w := range strings.FieldsSeq(n) {
			if k := text.KeyOf(w); castWords().Of(k)&(bodyWord|forcesWord|officialWord) != 0 && !slices.Contains(ks, k) {
				ks = append(ks, k)
			}
		}
	}
	x.words.Store(e, ks)
	return ks
}

// standardActors are those of the catalogue that is compiled in.
var standardActors = sync.OnceValue(func() *actors { return newActors(catalogue.Default()) })

// doer is the entry whose name stands for e as a perpetrator.
func (x *actors) doer(e *catalogue.Entry) *catalogue.Entry {
	for range 4 { // a chain of parents is short; a ring in a user's file must not hang
		p := x.book.ByID(catalogue.Actor, e.Parent)
		if e.Parent == "" || p == nil {
			break
		}
		e = p
	}
	return e
}

// named fills a with what e is called.
func (x *actors) named(a actor, e *catalogue.Entry) actor {
	d := x.doer(e)
	a.entry, a.name, a.country = e, d.Name, d.Country
	switch e.ActorKind {
	case "state", "forces", "police", "agency", "ministry":
		if s := x.states[e.Country]; s != nil {
			a.state = s.Name
		}
	}
	return a
}

// resolve is a as it is named once the country of the act is known, as an ISO
// code: "the army" in NG is the Nigerian military, "rebels" in SY are Syrian
// rebels. An actor with a name of its own, nobody, and an unknown country
// leave a as it is.
func (x *actors) resolve(a actor, country string) actor {
	if !a.generic || a.entry != nil || a.word == "" || country == "" {
		return a
	}
	switch {
	case a.word == "police" && x.police[country] != nil:
		return x.named(a, x.police[country])
	case a.word == "coalition" || a.word == "coalition forces":
		if e := x.coalitions[country]; e != nil {
			return x.named(a, e)
		}
	case castWords().Of(text.KeyOf(a.word))&bareForces != 0, a.word == "police", strings.HasPrefix(a.word, "security "), a.word == "government forces", a.word == "air force":
		e := x.forces[country]
		if a.word != "police" && !strings.HasPrefix(a.word, "security ") {
			e = x.army(country)
		}
		if e != nil {
			return x.named(a, e)
		}
		if e := x.states[country]; e != nil {
			return x.named(a, e)
		}
	case a.word == "settlers":
		if e := x.book.ByID(catalogue.Actor, "israeli-settlers"); e != nil && (country == "PS" || country == "IL") {
			return x.named(a, e)
		}
	case a.word == "rebels" || a.word == "opposition" || a.word == "separatists" || a.word == "insurgents" || a.word == "guerrillas":
		if p := x.people[country]; p != "" {
			a.name, a.country = p+" "+a.word, country
		}
	}
	return a
}

// A cast is what is known of the words of one document while its actors and
// speakers are found.
type cast struct {
	*actors
	d   *text.Document
	is  []castWord
	ms  []catalogue.Match             // of actors, people, sites, speakers and weapons, in order
	at  []int32                       // for each token, one more than the index in ms of the first match that begins there
	own map[text.Key]*catalogue.Entry // abbreviations that the text introduces
	// countries are those the article names, with how often.
	countries map[string]int
	// issuer is the armed actor or ministry that puts the text out, and foe the
	// one that it calls the enemy, once sides has looked for them; nil where the
	// text does not tell.
	issuer, foe *catalogue.Entry
	sided       bool
	// twoSides are the two that the text names most, once rivals has counted.
	twoSides []*catalogue.Entry
	rivaled  bool
	// communique is set where the text speaks for its issuer, once asked.
	communique, asked bool
	// capitals counts the words in capitals, once an abbreviation asks for it.
	capitals map[text.Key]int
	room     *castRoom
}

// castRoom is the memory that the finders of actors and speakers use again.
type castRoom struct {
	is       []castWord
	at       []int32
	actors   []actor
	atoms    []atom
	speakers []speaker
	index    []int32
}

// newCast takes the matches of all sentences of d, in order.
func (x *actors) newCast(room *castRoom, d *text.Document, ms []catalogue.Match) *cast {
	c := &cast{actors: x, d: d, ms: ms, countries: map[string]int{}, room: room}
	room.is = slices.Grow(room.is[:0], len(d.Tokens))[:len(d.Tokens)]
	room.at = zeroed(room.at, len(d.Tokens)+1)
	c.is, c.at = room.is, room.at
	words := castWords()
	for i := range d.Tokens {
		c.is[i] = 0
		if k := d.Tokens[i].Kind; k == text.Word || k == text.Number {
			c.is[i] = words.Of(d.Tokens[i].Key)
		}
	}
	for k := len(ms) - 1; k >= 0; k-- {
		c.at[ms[k].First] = int32(k + 1)
		if e := ms[k].Entry; e.Kind == catalogue.Actor && !ms[k].Maybe && e.ActorKind != "media" {
			if e.Country != "" {
				c.countries[e.Country]++
			}
			for _, t := range e.Theatre {
				c.countries[t]++
			}
		}
	}
	c.introduce()
	return c
}

// match is the match of a kind that begins at token i, or nil.
func (c *cast) match(i int, kind catalogue.Kind) *catalogue.Match {
	if i < 0 || i >= len(c.d.Tokens) || c.at[i] == 0 {
		return nil
	}
	for k := int(c.at[i]) - 1; k < len(c.ms) && c.ms[k].First == i; k++ {
		if c.ms[k].Entry.Kind == kind {
			return &c.ms[k]
		}
	}
	return nil
}

// low is the folded form of token i, "" beyond the text.
func (c *cast) low(i int) string {
	if i < 0 || i >= len(c.d.Tokens) {
		return ""
	}
	return c.d.Folded(i)
}

func (c *cast) word(i int, w castWord) bool {
	return i >= 0 && i < len(c.is) && c.is[i]&w != 0
}

// next reports whether tokens i-1 and i stand on one line with at most a
// space between them.
func (c *cast) next(i int) bool {
	return i > 0 && i < len(c.d.Tokens) && c.d.Tokens[i].Gap != text.Line && c.d.Tokens[i].Gap != text.Blank
}

func (c *cast) isWord(i int) bool {
	return i >= 0 && i < len(c.d.Tokens) && c.d.Tokens[i].Kind == text.Word
}

func (c *cast) capital(i int) bool {
	if i < 0 || i >= len(c.d.Tokens) {
		return false
	}
	switch c.d.Tokens[i].Case {
	case text.Title, text.Upper, text.Mixed:
		return c.d.Tokens[i].Kind == text.Word || c.d.Tokens[i].Kind == text.Designation
	}
	return false
}

func (c *cast) possessive(i int) bool {
	return i > 0 && i < len(c.d.Tokens) && (c.d.Tokens[i].Kind == text.Clitic && strings.HasSuffix(c.low(i), "s") || c.d.Is(i, '\'') || c.d.Of(i) == "’")
}

// armed reports whether a names somebody who may have done violence, and not
// a ministry, the United Nations, an aid group or a paper, which only speak.
func (a actor) armed() bool {
	if a.entry == nil {
		return true
	}
	switch a.entry.ActorKind {
	case "un", "ngo", "media", "ministry":
		return false
	}
	return true
}

// findActors finds who may have acted in r, in the order of the text and
// without overlap. ms are the catalogue's matches in all sentences, in order.
//
// A name that only colours another is no actor: "pro-Russian" and
// "Turkish-backed fighters" name fighters, not Russia or Turkey, and
// "RSF-controlled" names nobody who acts. A people's name is an actor before
// a word for its arms ("Malian soldiers"), for an act ("Israeli air strike")
// or for a weapon ("Russian Shahed drones"), or as a plural alone ("the
// Russians"). A capital is its government where it speaks or acts. Words such
// as "the army" are generic, and so are fighters without a name; those of whom
// nothing is known, "gunmen", have no name at all.
func (x *actors) findActors(r *reading, ms []catalogue.Match) []actor {
	r.cast = x.newCast(&r.castRoom, r.doc, ms)
	return r.cast.findActors()
}

func (c *cast) findActors() []actor {
	out := c.room.actors[:0]
	var recent recentActors
	for _, s := range c.d.Sentences {
		if e := c.heading(s); e != nil {
			recent = recentActors{}
			if f := c.forces[e.Country]; f != nil {
				recent.note(c.named(actor{}, f))
			}
		}
		for i := s.First; i < s.Last; {
			if !c.mayName(i) {
				i++
				continue
			}
			a, ok := c.actorAt(i, s)
			if !ok {
				i++
				continue
			}
			if a.generic && a.entry == nil {
				a = recent.refer(c, a)
			}
			if !c.patron(a, s) {
				recent.note(a)
			}
			out = append(out, a)
			i = max(a.last, i+1)
		}
	}
	c.nameLone(out)
	c.room.actors = out
	return out
}

// nameLone gives rebels without a name that of the one armed group that the text
// names, if it names one alone: "insurgents overran a post", where it speaks of
// "the insurgents, known as al-Shabab".
func (c *cast) nameLone(list []actor) {
	var group *actor
	for k := range list {
		a := &list[k]
		if a.entry == nil || a.entry.ActorKind != "group" && a.entry.ActorKind != "militia" {
			continue
		}
		if group != nil && c.doer(group.entry) != c.doer(a.entry) {
			return
		}
		if group == nil {
			group = a
		}
	}
	if group == nil {
		return
	}
	for k := range list {
		a := &list[k]
		if a.entry != nil || !a.generic || a.rule != "actor/generic" && a.rule != "actor/back" {
			continue
		}
		switch a.word {
		case "rebels", "insurgents", "separatists", "guerrillas":
			word := a.word
			*a = c.named(actor{first: a.first, last: a.last, word: word, generic: true, rule: a.rule}, group.entry)
		}
	}
}

// patron reports whether a is only the one to whom another belongs or swore
// itself: "the ADF, which pledged itself to Islamic State", "an affiliate of
// al-Qaeda". "The group" behind it is the other.
func (c *cast) patron(a actor, s text.Sentence) bool {
	b := a.first - 1
	if b > s.First && c.low(b) == "the" {
		b--
	}
	if b-1 < s.First {
		return false
	}
	switch c.low(b) {
	case "to":
		for q := b - 1; q >= max(s.First, b-3); q-- {
			switch c.low(q) {
			case "pledged", "allegiance", "loyal", "loyalty", "linked", "tied", "links", "ties", "affiliated":
				return true
			}
		}
	case "with":
		switch c.low(b - 1) {
		case "allied", "affiliated", "aligned", "linked":
			return true
		}
	case "of":
		switch c.low(b - 1) {
		case "affiliate", "branch", "offshoot", "splinter", "ally", "successor":
			return true
		}
	}
	return false
}

// heading is the state that opens s as the heading of an item in a round-up,
// "MALI – Two soldiers", "Sudan: The army", or nil.
func (c *cast) heading(s text.Sentence) *catalogue.Entry {
	m := c.match(s.First, catalogue.Actor)
	if m == nil || m.Entry.ActorKind != "state" || m.Maybe || m.Use != catalogue.ByName {
		return nil
	}
	if m.Last >= s.Last {
		return m.Entry
	}
	switch c.d.Of(m.Last) {
	case "—", "–", "-", ":", "|":
		return m.Entry
	}
	return nil
}

// recentActors remembers who was named last, for words that refer back.
type recentActors struct {
	group     actor // a group or militia
	coalition actor
	forces    actor // an army
}

func (p *recentActors) note(a actor) {
	if a.entry == nil || a.land {
		return
	}
	switch a.entry.ActorKind {
	case "group", "militia", "party":
		p.group = a
	case "coalition":
		p.coalition = a
	case "forces":
		p.forces = a
	}
}

// refer gives a generic actor the name of the one it refers back to: "the
// group", "the army" of which the text has spoken.
func (p *recentActors) refer(c *cast, a actor) actor {
	b := a
	switch {
	case a.rule == "actor/back" && (a.word == "coalition" || a.word == "alliance") && p.coalition.entry != nil:
		b = p.coalition
	case a.rule == "actor/back" && a.word != "coalition" && a.word != "alliance" && p.group.entry != nil:
		b = p.group
	case a.rule == "actor/the-army" && p.coalition.entry != nil && p.coalition.first > p.forces.first && (a.word == "jets" || a.word == "warplanes"):
		b = p.coalition // "coalition jets … the jets"
	case a.rule == "actor/the-army" && p.forces.entry != nil:
		b = p.forces
	default:
		return a
	}
	b.first, b.last, b.rule, b.of, b.word, b.land, b.demonym, b.generic = a.first, a.last, a.rule, false, a.word, false, false, true
	return b
}

// mayName reports whether an actor may begin at token i, as far as the word
// alone tells; nearly all words name none.
func (c *cast) mayName(i int) bool {
	return c.at[i] != 0 || c.is[i]&(forcesWord|fighterWord|nobodyWord|groupWord|pairWord|enemyWord) != 0 || len(c.own) > 0
}

// actorAt reads the actor that begins at token i of sentence s.
func (c *cast) actorAt(i int, s text.Sentence) (actor, bool) {
	t := &c.d.Tokens[i]
	if t.Kind == text.Word || t.Kind == text.Designation {
		if e := c.own[t.Key]; e != nil && c.capital(i) {
			return c.entryAt(i, i+1, e, s)
		}
	}
	if m := c.match(i, catalogue.Actor); m != nil {
		switch m.Use {
		case catalogue.ByDemonym:
			return c.demonymAt(m, s)
		case catalogue.ByLeader:
			return c.leaderAt(m, s)
		}
		if !m.Maybe {
			return c.entryAt(m.First, m.Last, m.Entry, s)
		}
		if e, ok := c.settleMaybe(m, s); ok {
			return c.entryAt(m.First, m.Last, e, s)
		}
	}
	if a, ok := c.enemyAt(i, s); ok {
		return a, true
	}
	return c.genericAt(i, s)
}

// sides finds who puts the text out, the first body in its opening that can
// speak of "our units", and whom it calls the enemy: the armed actor of another
// side that it names most, else the only forces known to fight in its country.
func (c *cast) sides() {
	if c.sided {
		return
	}
	c.sided = true
	opening := len(c.d.Tokens)
	if n := len(c.d.Sentences); n > issuerReach {
		opening = c.d.Sentences[issuerReach].First
	}
	for k := range c.ms {
		m := &c.ms[k]
		if m.First >= opening {
			break
		}
		if m.Entry.Kind != catalogue.Actor || m.Maybe || m.Use != catalogue.ByName {
			continue
		}
		switch m.Entry.ActorKind {
		case "forces", "ministry", "group", "militia", "coalition":
			if m.Last < len(c.d.Tokens) && c.d.Tokens[m.Last].Joined() {
				continue // "Hamas-run"
			}
			c.issuer = m.Entry
		}
		if c.issuer != nil {
			break
		}
	}
	if c.issuer == nil {
		return
	}
	own := c.doer(c.issuer)
	times := map[*catalogue.Entry]int{}
	for k := range c.ms {
		e := c.ms[k].Entry
		if e.Kind != catalogue.Actor || c.ms[k].Maybe || e.Country != "" && e.Country == own.Country && ofState(e) == ofState(own) {
			continue
		}
		switch e.ActorKind {
		case "state", "forces", "group", "militia":
			if d := c.doer(e); d != own {
				if times[d]++; c.foe == nil || times[d] > times[c.foe] {
					c.foe = d
				}
			}
		}
	}
	if c.foe != nil || own.Country == "" {
		return
	}
	for _, e := range c.book.Actors("forces") {
		if d := c.doer(e); e.Country != own.Country && d != c.foe && slices.Contains(e.Theatre, own.Country) {
			if c.foe != nil {
				c.foe = nil
				return
			}
			c.foe = d
		}
	}
}

// issuerReach bounds the sentences in which a text tells who puts it out.
const issuerReach = 3

// enemyAt reads "the enemy", "enemy aircraft" and "enemy shelling" in what an
// army or a group puts out.
func (c *cast) enemyAt(i int, s text.Sentence) (actor, bool) {
	if c.low(i) != "enemy" || i+1 < s.Last && c.d.Tokens[i+1].Joined() && !c.possessive(i+1) {
		return actor{}, false
	}
	if c.sides(); c.foe == nil {
		return actor{}, false
	}
	a := c.named(actor{first: i, last: i + 1, rule: "actor/enemy"}, c.foe)
	n := i + 1
	fk, sk := c.forcesAfter(n, s), c.strikeAfter(n, s)
	switch {
	case fk > 0 && (sk == 0 || fk <= sk):
		a.last = fk
		a.of = c.strikeAfter(fk, s) > 0
	case sk > 0:
		if a.last, a.of = sk, true; c.aims(sk, s) {
			return a, false
		}
	case i == s.First || c.low(i-1) != "the" || !c.possessive(n) && !c.closes(n, s) && !c.word(n, doWord):
		return a, false
	}
	return a, true
}

// settleMaybe decides whether a name that is also a word is meant, and of
// which entry.
func (c *cast) settleMaybe(m *catalogue.Match, s text.Sentence) (*catalogue.Entry, bool) {
	k := int(c.at[m.First]) - 1
	var best *catalogue.Entry
	most := 0
	for ; k < len(c.ms) && c.ms[k].First == m.First; k++ {
		n := &c.ms[k]
		if n.Entry.Kind != catalogue.Actor || !n.Maybe {
			continue
		}
		if n.Entry.ActorKind == "state" {
			if c.metonym(n, s) {
				return n.Entry, true
			}
			continue
		}
		if n.Entry.ActorKind == "media" && c.word(n.Last, sayWord|smallWord) && best == nil {
			best = n.Entry
		}
		h := c.countries[n.Entry.Country]
		for _, t := range n.Entry.Theatre {
			h = max(h, c.countries[t])
		}
		if h > most {
			best, most = n.Entry, h
		}
	}
	return best, best != nil
}

// metonym reports whether a capital stands for its government: "Moscow
// denied", "accused Kyiv of", "according to Tehran", but not "in Kyiv" and
// not in a dateline.
func (c *cast) metonym(m *catalogue.Match, s text.Sentence) bool {
	b, n := m.First-1, m.Last
	if b >= s.First && c.word(b, landWord) || n < len(c.d.Tokens) && c.d.Is(n, ',') && c.capital(n+1) {
		return false
	}
	if c.d.Tokens[m.First].Case == text.Upper && m.First == s.First {
		return false // a dateline: "KYIV, April 24"
	}
	if n < s.Last && c.possessive(n) {
		return c.forcesAfter(n+1, s) > 0 || c.word(n+1, officialWord) || c.match(n+1, catalogue.Speaker) != nil
	}
	if n < s.Last && c.next(n) && c.d.Tokens[n].Joined() {
		return false
	}
	if n < s.Last && c.word(n, sayWord|doWord) {
		return true
	}
	if n+1 < s.Last && c.low(n) == "and" {
		// "Riyadh and Washington blamed Iran".
		if o := c.match(n+1, catalogue.Actor); o != nil && o.Last < s.Last && c.word(o.Last, sayWord) {
			return true
		}
	}
	if b >= s.First && (c.low(b) == "to" && c.low(max(b-1, 0)) == "according" || c.word(b, sayWord) && c.low(b) != "said" && c.low(b) != "says") {
		return true
	}
	return false
}

// entryAt reads an actor named by tokens first to last-1.
func (c *cast) entryAt(first, last int, e *catalogue.Entry, s text.Sentence) (actor, bool) {
	a := c.named(actor{first: first, last: last, rule: "actor/name"}, e)
	if g, ok, done := c.tied(a, s); done {
		return g, ok
	}
	if e.ActorKind == "state" {
		// "Ukraine's air force", "US troops".
		j := last
		if j < s.Last && c.possessive(j) {
			if k := c.forcesAfter(j+1, s); k > 0 && c.closes(k, s) {
				return c.forcesOf(a, k), true
			}
			if k := c.strikeAfter(j+1, s); k > 0 && c.closes(k, s) {
				a.last, a.of, a.rule = k, true, "actor/adjective" // "Ukraine's drones"
				return a, true
			}
		} else {
			if k := c.bareAfter(j, s, forcesWord); k > 0 && c.forcesAfter(j, s) > 0 {
				return c.forcesOf(a, k), true
			}
			if k := c.bareAfter(j, s, strikeWord); k > 0 {
				a.last, a.of, a.rule = k, true, "actor/adjective"
				if f := c.forces[e.Country]; f != nil {
					a = c.named(a, f)
				}
				return a, true
			}
			if k, w := c.fightersAfter(j, s); k > 0 {
				return c.fighters(a, k, w), true
			}
		}
		b := first - 1
		if b >= s.First && c.low(b) == "the" {
			b--
		}
		a.land = b >= s.First && c.word(b, landWord) && c.next(first)
	}
	if e.ActorKind == "group" || e.ActorKind == "militia" || e.ActorKind == "forces" {
		if k, w := c.fightersAfter(last, s); k > 0 && k <= last+2 {
			a.last, a.word = k, w // "TTP militants"
		} else if k := c.strikeAfter(last, s); k > 0 && !c.possessive(last) {
			a.of = true
		}
	}
	return a, true
}

// tied reads a name that is joined to another word: "US-led", "pro-Russian",
// "Islamic State-linked".
func (c *cast) tied(a actor, s text.Sentence) (g actor, ok, done bool) {
	n := a.last
	if a.first > s.First && c.d.Tokens[a.first].Joined() && c.word(a.first-1, affixWord) {
		if k, w := c.fightersAfter(n, s); k > 0 {
			return c.nameless(a.first-1, k, w), true, true
		}
		return a, false, true
	}
	if n >= s.Last || !c.d.Tokens[n].Joined() {
		return a, false, false
	}
	switch {
	case c.word(n, allyWord):
		if k, w := c.fightersAfter(n+1, s); k > 0 && a.entry != nil {
			a.last, a.word, a.rule = k, w, "actor/affiliate"
			return a, true, true
		}
		return a, false, true
	case c.word(n, tieWord):
		if k, w := c.fightersAfter(n+1, s); k > 0 && c.match(n+1, catalogue.Actor) == nil {
			return c.nameless(a.first, k, w), true, true
		}
		return a, false, true
	}
	if c.word(n, forcesWord|strikeWord|fighterWord) {
		return a, false, false
	}
	// "Russia-Ukraine war": neither acts.
	if m := c.match(n, catalogue.Actor); m != nil && c.word(m.Last, warWord) {
		return a, false, true
	}
	return a, false, false
}

// nameless is fighters of whom only the words tell who they are.
func (c *cast) nameless(first, last int, word string) actor {
	return actor{first: first, last: last, name: c.d.Slice(first, last), word: word, generic: true, rule: "actor/nameless"}
}

// maxBetween bounds the words between a people's name and the noun that makes
// an actor of it: "Israeli reserve infantry and armoured units".
const maxBetween = 4

// head looks from token j for a word of want within one noun phrase and gives
// the token behind it, or 0. A closed-class word, a mark or another kind of
// noun ends the phrase.
func (c *cast) head(j int, s text.Sentence, want castWord) (last int, word string) {
	for k := j; k < s.Last && k < j+maxBetween; k++ {
		if k > j && !c.next(k) || !c.isWord(k) && c.d.Tokens[k].Kind != text.Designation {
			return 0, ""
		}
		if c.is[k]&want != 0 {
			// "air strike", "ground forces", "special forces": the last of them is the head.
			for k+1 < s.Last && c.next(k+1) && c.is[k+1]&want != 0 && !c.d.Tokens[k].Joined() {
				k++
			}
			return k + 1, c.low(k)
		}
		if c.is[k]&(smallWord|otherPeople|sayWord|doWord|titleWord) != 0 && !c.d.Tokens[k].Joined() || c.verbal(k) || c.match(k, catalogue.Actor) != nil {
			return 0, ""
		}
		if m := c.match(k, catalogue.Weapon); m != nil && want&strikeWord != 0 {
			return m.Last, ""
		}
		if m := c.match(k, catalogue.Class); m != nil && want&strikeWord != 0 {
			return m.Last, ""
		}
	}
	return 0, ""
}

// verbal reports whether token k looks like a verb in the past, which no noun
// phrase runs over: "Lebanon killed two soldiers". Some participles do stand
// before the arms of a state: "guided missiles".
func (c *cast) verbal(k int) bool {
	if c.d.Tokens[k].Joined() || c.d.Tokens[k].Case != text.Lower || !strings.HasSuffix(c.low(k), "ed") {
		return false
	}
	switch c.low(k) {
	case "armed", "guided", "unmanned", "armoured", "armored", "combined", "mechanised", "mechanized", "manned", "mounted", "elected", "laser-guided", "united", "unified", "allied", "piloted", "suspected", "alleged", "masked", "retired":
		return false
	}
	return true
}

// bareAfter looks for a head of want behind the bare name of a state, behind
// which a verb may stand as well: "US special forces", not "Russia flies
// strategic bombers".
func (c *cast) bareAfter(j int, s text.Sentence, want castWord) int {
	k, _ := c.head(j, s, want)
	for q := j; q < k-1; q++ {
		if c.is[q]&(want|forcesWord|modWord) == 0 && c.d.Tokens[q].Kind == text.Word && !c.d.Tokens[q].Joined() && c.low(q) != "armed" && c.match(q, catalogue.Weapon) == nil && c.match(q, catalogue.Class) == nil {
			return 0
		}
	}
	return k
}

func (c *cast) forcesAfter(j int, s text.Sentence) int {
	// "air force" is two words of which only the second is one of ours; "fire"
	// or "officials" in between says that the phrase is about something else.
	k, _ := c.head(j, s, forcesWord)
	if k > 0 {
		for q := j; q < k-1; q++ {
			if c.word(q, ethnicWord) {
				return 0
			}
		}
		// "Israeli army spokesman", "Russian military officials": who speaks, and
		// still the army's name.
		for q := j; q < k-1; q++ {
			if c.is[q]&(strikeWord|fighterWord) != 0 && c.low(q) != "ground" && c.low(q) != "fighter" && c.low(q) != "drone" && c.low(q) != "rocket" && c.low(q) != "missile" && c.low(q) != "occupation" && c.low(q) != "resistance" {
				return 0
			}
		}
	}
	return k
}

func (c *cast) strikeAfter(j int, s text.Sentence) int {
	k, _ := c.head(j, s, strikeWord)
	return k
}

// aims reports whether the word for a weapon that ends before token k only
// tells what a site behind it is for: "missile depot", "drone assembly plant".
func (c *cast) aims(k int, s text.Sentence) bool {
	for q := k; q < min(k+3, s.Last) && c.next(q) && c.d.Tokens[q].Kind == text.Word; q++ {
		if m := c.match(q, catalogue.Site); m != nil {
			return true
		}
		switch c.low(q) {
		case "plant", "factory", "depot", "base", "launcher", "launchers", "workshop", "manufacturer", "maker", "makers", "operators", "operator", "unit", "site", "sites", "warehouse", "facility":
			return true
		}
		if c.word(q, smallWord|sayWord|doWord) || c.verbal(q) {
			return false
		}
	}
	return false
}

func (c *cast) fightersAfter(j int, s text.Sentence) (int, string) {
	return c.head(j, s, fighterWord)
}

// forcesOf is the forces of the state that a names, up to token last.
func (c *cast) forcesOf(a actor, last int) actor {
	a.last, a.rule = last, "actor/forces"
	head := c.low(last - 1)
	if strings.HasPrefix(head, "police") {
		if p := c.police[a.entry.Country]; p != nil {
			return c.named(a, p)
		}
	}
	if f := c.forces[a.entry.Country]; f != nil {
		return c.named(a, f)
	}
	return a
}

func (c *cast) fighters(a actor, last int, word string) actor {
	g := c.nameless(a.first, last, word)
	g.country, g.rule = a.country, "actor/fighters"
	g.name = strings.Join(strings.Fields(c.d.Slice(a.first, last)), " ")
	if c.possessive(a.last) {
		g.name = c.d.Slice(a.first, a.last) + " " + word
	}
	return g
}

// demonymAt reads what a people's name begins: "Malian soldiers", "Israeli
// air strike", "Syrian rebels", "the Russians".
func (c *cast) demonymAt(m *catalogue.Match, s text.Sentence) (actor, bool) {
	for k := m.First + 1; k < m.Last; k++ {
		if !c.capital(k) {
			return actor{}, false // "Israel is" has the letters of "Israelis"
		}
	}
	a := c.named(actor{first: m.First, last: m.Last, rule: "actor/people"}, m.Entry)
	if g, ok, done := c.tied(a, s); done {
		return g, ok
	}
	n := m.Last
	if n < s.Last && c.d.Tokens[n].Joined() {
		// "US-Israeli strikes": the second name is read for itself.
		if b := c.match(n, catalogue.Actor); b != nil {
			if k := c.strikeAfter(b.Last, s); k > 0 {
				a.of, a.rule = true, "actor/adjective"
				return a, true
			}
			return a, false
		}
	}
	if n < s.Last && c.next(n) && !m.Plural {
		fk := c.forcesAfter(n, s)
		sk := c.strikeAfter(n, s)
		gk, gw := c.fightersAfter(n, s)
		switch {
		case gk > 0 && (fk == 0 || gk < fk) && (sk == 0 || gk < sk) && gw != "fighter":
			return c.fighters(a, gk, gw), true
		case fk > 0 && (sk == 0 || fk <= sk):
			a = c.forcesOf(a, fk)
			if sk = c.strikeAfter(fk, s); sk > 0 {
				a.of = true // "Israeli tank fire"
			}
			return a, true
		case sk > 0 && c.aims(sk, s):
			return a, false // "a Ukrainian drone assembly plant"
		case sk > 0:
			a.last, a.of, a.rule = sk, true, "actor/adjective"
			if f := c.forces[m.Entry.Country]; f != nil {
				a = c.named(a, f)
			}
			return a, true
		case c.word(n, officialWord) && (c.low(n) == "government" || c.low(n) == "authorities"):
			a.last, a.rule = n+1, "actor/government"
			if fk := c.forcesAfter(n+1, s); fk > 0 {
				a = c.forcesOf(a, fk)
			}
			return a, true
		}
	}
	// "the Russians", "the British".
	if m.Plural || m.First > s.First && c.low(m.First-1) == "the" && c.collective(m.First) && (n >= s.Last || !c.isWord(n) || c.word(n, smallWord|sayWord|doWord)) {
		a.demonym = true
		return a, true
	}
	return a, false
}

// collective reports whether an adjective also names its people: "the
// British", "the Lebanese", but "the Iraqi" only with a noun.
func (c *cast) collective(i int) bool {
	w := c.low(i)
	switch w {
	case "british", "french", "dutch", "irish", "spanish", "swiss", "english":
		return true
	}
	return strings.HasSuffix(w, "ese")
}

// leaderAt reads "Haftar's forces" and "forces loyal to Khalifa Haftar".
func (c *cast) leaderAt(m *catalogue.Match, s text.Sentence) (actor, bool) {
	if m.Entry.ActorKind == "state" && c.forces[m.Entry.Country] == nil {
		return actor{}, false
	}
	a := c.named(actor{first: m.First, last: m.Last, rule: "actor/leader"}, m.Entry)
	n := m.Last
	if n < s.Last && c.possessive(n) {
		if k, _ := c.head(n+1, s, forcesWord|fighterWord); k > 0 {
			a.last = k
			return a, true
		}
	}
	if b := m.First - 2; b > s.First && c.low(b) == "loyal" && c.low(b+1) == "to" {
		a.first = b
		if c.word(b-1, forcesWord|fighterWord) {
			a.first = b - 1
		}
		return a, true
	}
	return actor{}, false
}

// genericAt reads an actor without a name: "the army", "security forces",
// "gunmen", "the group".
func (c *cast) genericAt(i int, s text.Sentence) (actor, bool) {
	if !c.word(i, forcesWord|fighterWord|nobodyWord|groupWord) && !c.compound(i) || c.capital(i) && i > s.First && c.d.Tokens[i].Case == text.Title {
		return actor{}, false
	}
	if c.d.Tokens[i].Joined() || i+1 < s.Last && c.d.Tokens[i+1].Joined() && !c.possessive(i+1) {
		return actor{}, false
	}
	w := c.low(i)
	first, last := i, i+1
	definite := false
	b := i - 1
	if b > s.First && c.low(b) == "same" && c.low(b-1) == "the" {
		b-- // "the same rebels"
	}
	if b >= s.First && c.next(i) && c.low(b) == "the" {
		definite, first = true, b
	}
	pair := c.compound(i)
	if pair {
		w += " " + c.low(i+1)
		last = i + 2
	}
	// What follows must not be a noun that the word only describes: "army
	// post", "police station", "rebel leader".
	if !c.closes(last, s) {
		return actor{}, false
	}
	if m := c.match(i, catalogue.Actor); m != nil && !m.Maybe {
		return actor{}, false
	}
	g := actor{first: first, last: last, word: w, name: w, generic: true, rule: "actor/generic"}
	switch {
	case pair && c.low(i) == "coalition":
		g.name, g.word, g.rule = "", "coalition", "actor/back"
		return g, true
	case pair && c.low(i) == "security":
		return g, true
	case pair && c.low(i) == "government":
		g.name, g.word, g.rule = "", "government forces", "actor/the-army"
		return g, true
	case pair:
		g.name, g.rule = "", "actor/the-army" // "the air force"
		return g, true
	case c.word(i, fighterWord) && b >= s.First && c.next(i) && c.word(b, ethnicWord|creedWord):
		// "Kurdish fighters", "communist rebels".
		g.first, g.rule = b, "actor/nameless"
		g.name = c.d.Slice(b, last)
		return g, true
	case c.word(i, nobodyWord):
		g.name, g.word, g.rule = "", "", "actor/nobody"
		return g, true
	case definite && c.word(i, groupWord):
		g.rule = "actor/back"
		if !c.word(i, fighterWord) {
			g.name = ""
		}
		return g, true
	case c.word(i, bareForces) && (definite || w == "troops" || w == "soldiers" || w == "warplanes"):
		g.rule = "actor/the-army"
		g.name = w
		return g, true
	case w == "police":
		g.rule = "actor/generic"
		return g, true
	case c.word(i, fighterWord):
		g.name = plural(w)
		g.word = g.name
		return g, true
	}
	return actor{}, false
}

// plural is the plural of the word for a fighter, by which fighters without a
// name are told: "a militant opened fire" was the act of militants.
func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "man"):
		return strings.TrimSuffix(w, "man") + "men"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "men"), strings.HasSuffix(w, "een"), strings.HasSuffix(w, "din"):
		return w
	case strings.HasSuffix(w, "y"):
		return strings.TrimSuffix(w, "y") + "ies"
	}
	return w + "s"
}

// compound reports whether a two-word generic begins at token i.
func (c *cast) compound(i int) bool {
	if !c.word(i, pairWord) || i+1 >= len(c.d.Tokens) || !c.next(i+1) {
		return false
	}
	switch c.low(i) {
	case "security", "government", "coalition":
		switch c.low(i + 1) {
		case "forces", "troops", "soldiers":
			return true
		}
	case "air":
		return c.low(i+1) == "force"
	}
	return false
}

// closes reports whether a noun phrase may end before token j: what follows
// is a mark, a closed-class word or a verb, and no noun.
func (c *cast) closes(j int, s text.Sentence) bool {
	if j >= s.Last || !c.next(j) || c.d.Tokens[j].Kind != text.Word {
		return true
	}
	if c.word(j, smallWord|sayWord|doWord) {
		return true
	}
	if c.d.Tokens[j].Case != text.Lower {
		return false
	}
	w := c.low(j)
	return strings.HasSuffix(w, "ed") && len(w) > 4 || strings.HasSuffix(w, "ly") || strings.HasSuffix(w, "ing") && c.match(j, catalogue.Site) == nil
}

// introduce reads the groups that the text itself names, long and short: "the
// Front for the Liberation of Kasan (FLK)". An abbreviation it gives to a
// known actor overrides what the catalogue would make of it.
func (c *cast) introduce() {
	toks := c.d.Tokens
	for i := 2; i+2 < len(toks); i++ {
		if !c.d.Is(i, '(') || !c.d.Is(i+2, ')') || toks[i+1].Kind == text.Punct {
			continue
		}
		short := c.d.Of(i + 1)
		if toks[i+1].Case != text.Upper || len(short) < 2 || len(short) > 10 {
			continue
		}
		first := c.longForm(i, short)
		if first < 0 {
			continue
		}
		var e *catalogue.Entry
		for k := first; k < i && e == nil; k++ {
			if m := c.match(k, catalogue.Actor); m != nil && m.Last == i && m.Use == catalogue.ByName {
				e = m.Entry
			}
		}
		if e == nil {
			if m := c.match(i+1, catalogue.Actor); m != nil && m.Last == i+2 && !m.Maybe && m.Use == catalogue.ByName && c.sameName(m.Entry, first, i) {
				continue
			}
			e = c.makeEntry(first, i, short)
		}
		if e == nil {
			continue
		}
		if c.own == nil {
			c.own = map[text.Key]*catalogue.Entry{}
		}
		if c.own[toks[i+1].Key] == nil {
			c.own[toks[i+1].Key] = e
		}
	}
}

// sameName reports whether tokens first to last-1 are one of e's names.
func (c *cast) sameName(e *catalogue.Entry, first, last int) bool {
	l := text.Fold(c.d.Slice(first, last))
	for _, n := range e.Names {
		if f := text.Fold(n); f == l || strings.Contains(l, f) || strings.Contains(f, l) {
			return true
		}
	}
	return false
}

// longForm gives the token at which the name that stands before the bracket
// at i begins, or -1: a run of capitalised words and the small words between
// them, whose initials hold the short form in order.
func (c *cast) longForm(i int, short string) int {
	first := -1
	letters := []byte(text.Fold(short))
	n := len(letters)
	for k := i - 1; k >= 0 && i-k <= 12; k-- {
		if !c.isWord(k) || k+1 < i && !c.next(k+1) {
			if c.possessive(k) {
				continue
			}
			break
		}
		if !c.capital(k) {
			switch c.low(k) {
			case "of", "for", "the", "and", "de", "in", "la", "del", "el", "against", "al", "to":
				continue
			}
			break
		}
		w := c.low(k)
		for n > 0 && letters[n-1] == '-' {
			n--
		}
		if n > 0 && w != "" && w[0] == letters[n-1] {
			n--
			first = k
			if n == 0 {
				return first
			}
		} else if n > 0 && strings.IndexByte(w, letters[n-1]) > 0 && n > 1 {
			// "Rapid Support" gives RSF, but "Hezbollah" no letters of its own.
			continue
		}
	}
	if n == 0 {
		return first
	}
	return -1
}

// makeEntry makes an entry for an armed group that the text introduces, or
// nil where the name has no word that says it is one.
func (c *cast) makeEntry(first, last int, short string) *catalogue.Entry {
	armed := false
	for k := first; k < last; k++ {
		armed = armed || c.word(k, bandWord) && c.capital(k)
		if c.word(k, bodyWord) && c.capital(k) && !c.word(k, bandWord) {
			return nil
		}
	}
	if !armed {
		return nil
	}
	if c.capitals == nil {
		c.capitals = map[text.Key]int{}
		for i := range c.d.Tokens {
			if c.d.Tokens[i].Case == text.Upper {
				c.capitals[c.d.Tokens[i].Key]++
			}
		}
	}
	long := strings.Join(strings.Fields(c.d.Slice(first, last)), " ")
	name := long
	if c.capitals[text.KeyOf(short)] > 1 {
		name = short // the text goes on with the abbreviation
	}
	return &catalogue.Entry{Kind: catalogue.Actor, ID: strings.ToLower(short), Name: name, ActorKind: "group", Names: []string{name, long, short}, Source: "the article"}
}
