package extract

import (
	"strings"
	"sync"

	"github.com/sitrep-go/sitrep/internal/text"
)

// placeWord says what a word is to the names that stand beside it. A word may
// be several things.
type placeWord uint32

const (
	personTitle  placeWord = 1 << iota // Gen., President, spokesman: a person's name follows
	givenName                          // Jordan, Ahmed
	orgWord                            // University, Brigade: what it names is no place
	paperWord                          // Post, Herald
	streetWord                         // Street, Avenue
	clubWord                           // United, FC
	divisionOne                        // oblast, province
	divisionTwo                        // district, county
	townWord                           // city, village
	quarterWord                        // neighbourhood
	campWord                           // camp
	baseWord                           // airbase
	waterWord                          // river, sea
	regionWord                         // valley, desert, highlands
	islandWord                         // island
	locative                           // in, near
	loose                              // near, outside: about, not in
	speech                             // said, denied: its subject is no place
	bearingWord                        // south, north-eastern
	unitWord                           // km, miles
	functionWord                       // the, and: begins sentences, names nothing
	mountWord                          // Mount, Fort, Lake: part of a name before a name
	siteWord                           // airport, bridge, dam
	otherName                          // Taliban: a name, of no place
	actorWord                          // forces, army: what a country's name before it names is an actor
	tellsCountry                       // Taliban, gardai: of one country or a few
)

const divisionWord = divisionOne | divisionTwo

var placeWordLists = []struct {
	is    placeWord
	words string
}{
	{personTitle, `mr mrs ms miss dr prof professor president minister premier chancellor king queen prince princess general gen lt
		lieutenant col colonel maj major capt captain sgt sergeant cpl corporal pvt private commander cmdr admiral adm brigadier sen senator
		rep representative gov judge justice sheriff deputy officer detective ambassador secretary spokesman spokeswoman
		spokesperson rev reverend father bishop archbishop pope imam mullah maulana ayatollah coach chairman chairwoman attorney lawyer
		prosecutor congressman congresswoman councilman councilwoman commissioner lord lady sir dame analyst reporter correspondent author
		singer actor actress superintendent sens reps gens cols msgr presidents ministers trooper lawmaker politician activist
		cleric preacher leader founder warlord envoy resident farmer teacher student coroner
		treasurer trustee warden solicitor pastor chaplain deacon drs messrs wife husband son daughter brother sister named aged`},
	{givenName, `aaron abdul abdullah abdulla abdel abd abraham adam adrian ahmad ahmed aidan alan albert alejandro aleksandr aleksei alex alexander
		alexei alexis alfred ali alice alicia allen allison amanda amber amir amy ana anatoly andre andrea andrei andrew andriy andy angel angela ann anna anne
		annie anthony anton antonio april ariel arthur ashley audrey austin avi ayman barack barbara barry bashar beatrice ben benjamin bernard bernie beth betty beverly
		bill billy binyamin bob bobby bonnie boris brad bradley brandon brenda brent brett brian bridget bruce bryan bryant caleb calvin cameron
		candice carl carla carlos carmen carol caroline carolyn casey catherine cathy cesar chad charles charlie charlotte chelsea cheryl chester chris
		christian christina christine christopher cindy claire clara clarence claude clayton cliff clifford clint clinton clyde cody colin connie
		connor corey craig crystal curtis cynthia daisy dale dan dana daniel danielle danny darlene darrell darren dave david dawn dean debbie
		deborah debra denis denise dennis derek diana diane diego dmitri dmitry dmytro dolores don donald donna doris dorothy doug douglas duane
		dustin dwight dylan earl eddie edgar edith eduardo edward edwin eileen elaine eleanor elena elizabeth ella ellen emily emma emmanuel eric erica
		erik erin ernest esther ethan eugene eva evan evelyn faisal farid fatima felix fernando florence floyd frances francis francisco frank franklin fred
		frederick gabriel gail gary gavin gene geoffrey george gerald gerard gilbert gina glen glenn gloria gordon grace graham grant greg gregory
		guy gwendolyn habib hamid hamza hannah harold harriet harry harvey hasan hassan hazel heather hector heidi helen henry herbert herman holly howard hugh hugo
		hussain hussein ian ibrahim igor ihor imran irene iris irina isaac ismail ivan jack jackie jacob jacqueline jaime jake jamal james jamie jan jane janet janice
		jared jason javier jay jean jeff jeffery jeffrey jenna jennifer jenny jeremy jerome jerry jesse jessica jesus jill jim jimmy jo joan joann joanna joanne joe
		joel john johnny jon jonathan jordan jorge jose joseph josh joshua joyce juan juanita judith judy julia julian julie julio june justin kamal karen
		karim karl kate katherine kathleen kathryn kathy katie keith kelly ken kenneth kenny kerry kevin khaled khalid khalil kim kimberly kirk kris kristen kristin
		kurt kyle lance larry laura lauren laurie lawrence leah lee leo leon leonard leonid leroy leslie lester lewis liam lillian linda lindsay lindsey lisa lloyd logan lois
		lonnie loretta lori lorraine louis louise lucas lucille lucy luis luke lydia lynn mahmoud mahmud malik marc marcia marcus margaret maria marian marie marilyn
		mario marion marjorie mark marsha marshall martha martin marvin mary mason mathew matt matthew maureen maurice max maxim maxine megan melanie melissa melvin
		mercedes meredith michael micheal michele michelle miguel mike mikhail mildred milton miriam misty mitch mitchell mohamed mohammad mohammed mohamud molly monica morgan
		morris muhammad mustafa mykhailo mykola myrtle nabil nadine nancy naomi natalie natasha nathan nathaniel neil nelson nicholas nick nicolas nicole nikolai nina noah
		nora norma norman oleg oleh oleksandr oleksii olena olga oliver olivia omar oscar osama otto owen paige pam pamela patricia patrick patsy patti paul paula
		pauline pedro peggy penny perry pete peter petro phil philip phillip phyllis preston rachel rafael ralph ramon ramona randall randy rashid ray raymond rebecca
		recep regina reginald rene rex rhonda ricardo richard rick ricky rita rob robert roberta roberto robin rod rodney roger roland roman ron ronald ronnie rosa
		rose rosemary ross roy ruben ruby russell ruth ryan said saeed saleh salim sally sam samantha samir samuel sandra sandy sara sarah saul scott sean
		sebastian sergei sergey sergio serhii seth shane shannon sharon shaun shawn sheila shelly sheri sherry shirley sidney simon sonia spencer stacy stanley
		stella stephanie stephen steve steven stewart stuart sue suleiman susan suzanne sylvia tamara tammy tanya tara tariq ted terence teresa terrance terrence terri terry thelma
		theodore theresa thomas tiffany tim timothy tina todd tom tommy toni tony tracey tracy travis trevor troy tyler tyrone valerie valery vanessa vasyl vera
		vernon veronica vicki victor victoria viktor vincent viola virgil vitali vitaliy vivian vladimir volodymyr wade wallace walter wanda warren wayne wendell wendy wesley wilbur
		willard william willie wilma yahya yasser yevgeny yoav yolanda yuri yuriy yusuf yvonne zachary zayed kyrylo ruslan rustam ramzan denys artem maksym oksana
		jens angela emmanuel ursula antony lloyd keir rishi boris narendra xi jinping sisi erdogan bibi isaac israel yair naftali benny itamar bezalel`},
	{orgWord, `university college school schools academy hospital clinic museum police department ministry council court bank company corp corporation inc ltd llc club party
		association institute foundation church cathedral mosque temple synagogue stadium army navy air force brigade battalion division regiment corps
		forces command media network office authority agency commission committee library theatre theater orchestra opera symphony ballet hotel inn
		restaurant cafe mall store stores hall center centre chamber legislature senate house assembly parliament congress cabinet board
		bureau service services union federation league society group partners energy oil gas electric power airlines airways railways railroad
		newspaper radio television tv channel broadcasting fire rescue sheriff elementary high middle community memorial medical health research
		conference summit treaty agreement accord accords protocol convention declaration festival cup open games marathon championship championships tournament
		bowl series prison jail penitentiary zoo convent monastery seminary dynasty empire liberation front movement guard guards militia fund trust
		industries systems works consulate embassy mission observatory monitor project initiative network watch alliance coalition supreme state's
		national district bar superior circuit municipal public historical regional general technical tech polytechnic baptist methodist catholic presbyterian
		lutheran episcopal christian islamic hebrew jewish boys girls youth senior junior varsity lions bears eagles hawks census steel motor motors`},
	{paperWord, `post times herald tribune gazette journal chronicle globe sun observer telegraph guardian independent daily news mail
		express press review examiner inquirer dispatch courier bulletin record sentinel register ledger today monitor weekly reporter advertiser mirror standard`},
	{streetWord, `street avenue ave road rd boulevard blvd lane drive highway hwy parkway pike alley prospekt terrace expressway freeway turnpike street's st`},
	{clubWord, `united fc afc sc rovers wanderers dynamo athletic tigers bulldogs giants cowboys steelers packers yankees dodgers cubs reds cardinals braves
		rangers mavericks lakers celtics bulls knicks warriors patriots broncos chiefs vikings falcons panthers saints buccaneers ravens browns bengals colts texans
		titans jaguars chargers raiders rams seahawks 49ers wildcats longhorns sooners huskers gators bobcats`},
	{divisionOne, `oblast province governorate state region krai emirate prefecture territory canton wilaya muhafazah provinces regions oblasts governorates states`},
	{divisionTwo, `district county raion rayon township department municipality parish hromada subdistrict lga cercle woreda tehsil taluk agency districts counties raions
		townships departments parishes zone commune division`},
	{townWord, `city town village hamlet settlement suburb community cities towns villages settlements suburbs kibbutz moshav locality township municipality commune port capital hometown`},
	{quarterWord, `neighbourhood neighborhood quarter suburb neighbourhoods neighborhoods suburbs district districts area`},
	{campWord, `camp camps`},
	{baseWord, `airbase airfield base barracks airport aerodrome`},
	{siteWord, `airport crossing checkpoint bridge dam refinery plant station port terminal square mosque prison hospital harbour harbor`},
	{waterWord, `river sea lake gulf bay strait canal creek reservoir ocean delta channel`},
	{regionWord, `valley desert peninsula highlands plain mountains hills steppe forest basin corridor heights strip countryside enclave`},
	{islandWord, `island islands atoll`},
	{mountWord, `mount mt fort ft lake port san santa saint st new north south east west upper lower great little el la los las al cape bay glen point old`},
	{locative, `in at near from to of outside around toward towards into over across between within inside throughout through via beyond above off along for on
		leaving reached entered entering reaching seized captured retook besieged liberated shelled bombed hit struck targeted attacked visiting visited`},
	{loose, `near outside around toward towards beyond off close`},
	{speech, `said says say denied denies deny blamed blames blame accused accuses accuse warned warns warn vowed vows vow claimed claims announced announces condemned
		condemns insisted insists rejected rejects called calls urged urges demanded demands acknowledged acknowledges admitted admits
		confirmed confirms threatened threatens wants wanted believes believed argues argued maintains maintained alleged alleges retaliated retaliates responded
		responds agreed agrees refused refuses pledged pledges promised promises declared declares invaded annexed supplies supplied considers
		hopes hoped expects sees regards seeks sought supports supported backs backed has had did does launched launches fired fires asked signed
		imposed recognised recognized told tells requested withdrew denounced hailed hails welcomed welcomes stopped plans planned needs must will would`},
	{bearingWord, `north south east west northeast northwest southeast southwest northern southern eastern western northeastern northwestern southeastern southwestern central
		north-east north-west south-east south-west`},
	{unitWord, `km kilometre kilometres kilometer kilometers mile miles kms metres meters yards`},
	{actorWord, `forces army troops military soldiers police government authorities president officials navy warplanes jets aircraft drones missiles artillery ministry parliament
		militants fighters rebels militia group warships prime foreign defence defense interior state's intelligence spokesman spokeswoman leader leaders leadership air-force`},
	{otherName, `shia shiite shi'ite shi'a sunni anadolu taliban hamas hezbollah hizbullah hizbollah houthi houthis isis isil daesh idf haqqani sana pentagon islam islamic quran koran bible nato
		allah fatah hashd peshmerga mossad cia fbi gru fsb sbu god jesus christ ramadan eid christmas easter internet facebook twitter telegram google
		youtube reuters interfax xinhua tass haaretz baath wagner kalashnikov himars javelin patriot shahed iskander kinzhal grad mirage merkava`},
	{functionWord, `the a an in on at it he she they we i this that these those there his her their its our but and or as after before when while if
		although though since because however meanwhile also another some many most no not according for from with by to one two three four five six seven eight
		nine ten several what who where how more at earlier later during both each all about near among under over until yet still even only once so then
		such despite amid against between outside inside around across along today yesterday tomorrow monday tuesday wednesday thursday friday
		saturday sunday january february march april may june july august september october november december mon tue wed thu fri sat sun jan feb
		mar apr jun jul aug sep sept oct nov dec my your me us him them god everyone nothing here now just like`},
}

// placeWordTable is the lists by the key of the word, open-addressed.
type placeWordTable struct {
	keys []text.Key
	is   []placeWord
	// seen has the bit of every key, so that most words cost one look.
	seen [256]uint64
}

var placeWords = sync.OnceValue(func() *placeWordTable {
	const size = 8192 // a power of two, well above the number of words
	t := &placeWordTable{keys: make([]text.Key, size), is: make([]placeWord, size)}
	for _, l := range placeWordLists {
		for w := range strings.FieldsSeq(l.words) {
			k := text.KeyOf(w)
			i := t.slot(k)
			t.keys[i] = k
			t.seen[k>>6%256] |= 1 << (k % 64)
			t.is[i] |= l.is
		}
	}
	for _, l := range countryTellers {
		for w := range strings.FieldsSeq(l.names + " " + l.words) {
			k := text.KeyOf(w)
			i := t.slot(k)
			t.keys[i] = k
			t.seen[k>>6%256] |= 1 << (k % 64)
			t.is[i] |= tellsCountry
		}
	}
	return t
})

// A teller is what a word tells of the country that an article is about.
type teller struct {
	countries string // two letters each
	lower     bool   // in small letters too
}

// countryTellers are the armed groups, offices and things that one country has,
// or a few: names, which have a capital, and words.
var countryTellers = []struct{ countries, names, words string }{
	{"US", "confederate confederates medicaid medicare gop walmart wal-mart fema nfl nba mlb ncaa", `sheriff sheriffs alderman aldermen councilman councilwoman councilmen
		selectman selectmen trooper troopers congressman congresswoman sophomore sophomores freshman freshmen homecoming`},
	{"GB", "nhs ofsted tory tories asda tesco sainsbury", "constabulary lorry"},
	{"IE", "garda gardai gardaí taoiseach dail fianna", ""},
	{"CA", "rcmp mpp mpps ndp", ""},
	{"IN", "naxalite naxalites naxals sabha bjp crpf", "lakh crore panchayat tehsil"},
	{"PK", "ttp bla bla's ispr jamaat-ul-ahrar", ""},
	{"PH", "npa sayyaf milf", "barangay barangays"},
	{"AFPK", "taliban haqqani", ""},
	{"PS", "hamas unrwa qassam fatah", ""},
	{"IL", "idf knesset shin", ""},
	{"LB", "hezbollah hizbullah hizbollah unifil", ""},
	{"YE", "houthi houthis ansarullah", ""},
	{"UA", "sbu ukrenergo azov", ""},
	{"RU", "fsb roscosmos gazprom", ""},
	{"IQ", "peshmerga hashd pmf", ""},
	{"SYTR", "ypg pkk sdf", ""},
	{"IQSY", "isis isil daesh", ""},
	{"SY", "sana hts nusra", ""},
	{"SD", "rsf janjaweed darfuri", ""},
	{"CD", "fardc m23 codeco monusco mai-mai", ""},
	{"NG", "boko iswap nema naira", ""},
	{"SO", "shabaab shabab amisom atmis", ""},
	{"MLBF", "jnim minusma", ""},
	{"CO", "farc eln clan", ""},
	{"MM", "tatmadaw knla knu kia pdf arakan", ""},
	{"IR", "irgc basij", ""},
	{"LY", "haftar gna lna", ""},
	{"ET", "fano tplf", ""},
	{"MZ", "renamo frelimo", ""},
}

var tellers = sync.OnceValue(func() map[text.Key]teller {
	m := map[text.Key]teller{}
	for _, l := range countryTellers {
		for w := range strings.FieldsSeq(l.names) {
			m[text.KeyOf(w)] = teller{l.countries, false}
		}
		for w := range strings.FieldsSeq(l.words) {
			m[text.KeyOf(w)] = teller{l.countries, true}
		}
	}
	return m
})

// slot is where k stands, or the empty slot where it would.
func (t *placeWordTable) slot(k text.Key) int {
	i := int(uint64(k)*0x9e3779b97f4a7c15>>40) & (len(t.keys) - 1)
	for t.keys[i] != 0 && t.keys[i] != k {
		i = (i + 1) & (len(t.keys) - 1)
	}
	return i
}

// of is what the word with the key k is.
func (t *placeWordTable) of(k text.Key) placeWord {
	if t.seen[k>>6%256]>>(k%64)&1 == 0 {
		return 0
	}
	return t.is[t.slot(k)]
}
