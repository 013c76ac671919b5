package number

import (
	"strings"
	"sync"

	"github.com/sitrep-go/sitrep/internal/text"
)

// flag says what a word can do in a number or beside one; a word may have
// several.
type flag uint32

const (
	unitWord    flag = 1 << iota // one to nineteen, zero: a number below twenty
	tensWord                     // twenty to ninety
	hundredWord                  // hundred
	scaleWord                    // thousand, million, lakh
	dozenWord                    // dozen, score behind a number
	massWord                     // dozens, hundreds, thousands: vague plurals
	ordinalWord                  // third, twentieth, thousandth
	partWord                     // half, third, thirds, quarters: a denominator
	pluralPart                   // thirds, quarters
	vagueWord                    // several, many
	noneWord                     // none, nobody
	signWord                     // a fraction that is one character: ½
	opener                       // may begin a number that the classes above do not: no, both, pair
	monthWord                    // January, Jan.
	unitOf                       // a unit: km, years, dollars
	labelWord                    // a noun that a number follows as a name, written small too: page, article
	labelName                    // the same, only with a capital: Route, Brigade
	modelName                    // a maker or type that a number follows: Boeing, Type
	personWord                   // people, soldiers: what follows a count and never a name
	harmVerb                     // killed, were: the same, but it may follow a day as well
	hedgeEnd                     // the last word of a hedge that stands before a number
	hedgeStart                   // the first word of one that stands behind
	yearCue                      // in, since, until: a four-digit number behind is a year
	stretchWord                  // straight, consecutive: may stand between a number and its unit of time
	changeVerb                   // rose, fell: "from 5 to 7" behind is a change and no range
	modalWord                    // could, may: makes "reach 12" an upper bound
)

// begin are the classes of words that may begin a number.
const begin = unitWord | tensWord | hundredWord | scaleWord | dozenWord | massWord | ordinalWord | partWord | vagueWord | noneWord | signWord | opener

// entry is what is known about a word.
type entry struct {
	key   text.Key
	flags flag
	unit  uint16
	val   float64
}

// unit is a unit of time, money, length and so on.
type unit struct {
	name string
	kind Kind
}

// vocabulary is the words of numbers, found by their keys.
type vocabulary struct {
	// sieve has the bit of every key that may begin a number; most words
	// miss it.
	sieve   [64]uint64
	entries []entry // open addressing, a power of two
	units   []unit
	before  map[text.Key]hedge // hedges before a number, by the key of the phrase
	phrases map[text.Key]phrase
}

// begins reports whether t is, or may be, the first digit or word of a number.
func (v *vocabulary) begins(t *text.Token) bool {
	switch t.Kind {
	case text.Number, text.Ordinal:
		return true
	case text.Word, text.Punct: // a mark is a fraction sign: ½
		h := t.Key & 4095
		return v.sieve[h>>6]&(1<<(h&63)) != 0 && v.find(t.Key).flags&begin != 0
	}
	return false
}

// find is the entry of the word with key k; the zero entry where it has none.
func (v *vocabulary) find(k text.Key) *entry {
	m := text.Key(len(v.entries) - 1)
	for i := (k >> 7) & m; ; i = (i + 1) & m {
		if e := &v.entries[i]; e.key == k || e.key == 0 {
			return e
		}
	}
}

// slot is find for building: the place of k, which may be new.
func (v *vocabulary) slot(word string) *entry {
	e := v.find(text.KeyOf(word))
	e.key = text.KeyOf(word)
	return e
}

func (v *vocabulary) mark(f flag, list string) {
	for w := range strings.FieldsSeq(list) {
		w, val, _ := strings.Cut(w, "=")
		e := v.slot(w)
		e.flags |= f
		if val != "" {
			e.val = parsePlain(val)
		}
	}
}

// parsePlain reads the figures of the tables below.
func parsePlain(s string) float64 {
	mant, exp, hasExp := strings.Cut(s, "e")
	x, frac, seen := 0.0, 1.0, false
	for i := 0; i < len(mant); i++ {
		if mant[i] == '.' {
			seen = true
			continue
		}
		x = x*10 + float64(mant[i]-'0')
		if seen {
			frac *= 10
		}
	}
	x /= frac
	if hasExp {
		for range int(parsePlain(exp)) {
			x *= 10
		}
	}
	return x
}

// words is the vocabulary, built on first use.
var words = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{entries: make([]entry, 4096), units: make([]unit, 1)}
	v.mark(unitWord, `zero=0 nought=0 naught=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10
		eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19`)
	v.mark(tensWord, `twenty=20 thirty=30 forty=40 fourty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90`)
	v.mark(hundredWord, `hundred=100`)
	v.mark(scaleWord, `thousand=1e3 million=1e6 billion=1e9 trillion=1e12 quadrillion=1e15 lakh=1e5 lac=1e5 crore=1e7
		mln=1e6 bln=1e9 tln=1e12 mil=1e6`)
	v.mark(dozenWord, `dozen=12`)
	v.mark(massWord, `tens=20 dozens=24 scores=40 hundreds=200 thousands=2e3 millions=2e6 billions=2e9 lakhs=2e5 crores=2e7`)
	v.mark(ordinalWord, `first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 nineth=9 tenth=10
		eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18
		nineteenth=19 twentieth=20 thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 seventieth=70 eightieth=80
		ninetieth=90 hundredth=100 thousandth=1e3 millionth=1e6 billionth=1e9 trillionth=1e12`)
	v.mark(partWord, `third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12
		thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20
		thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90
		hundredth=100 thousandth=1e3 millionth=1e6 billionth=1e9 trillionth=1e12 half=2 quarter=4`)
	v.mark(partWord|pluralPart, `halves=2 thirds=3 quarters=4 fourths=4 fifths=5 sixths=6 sevenths=7 eighths=8 ninths=9
		tenths=10 elevenths=11 twelfths=12 sixteenths=16 twentieths=20 thirtieths=30 fortieths=40 fiftieths=50
		firsts=1 seconds=2 hundredths=100 thousandths=1e3 millionths=1e6 billionths=1e9 trillionths=1e12`)
	v.mark(vagueWord, `several=3 multiple=1 many=1 numerous=1 countless=1 innumerable=1`)
	v.mark(noneWord, `none nobody`)
	v.mark(opener, `no not neither both pair couple handful trio quartet quintet few number numbers lot lots plenty score`)
	v.mark(signWord, `½ ⅓ ⅔ ¼ ¾ ⅕ ⅖ ⅗ ⅘ ⅙ ⅚ ⅛ ⅜ ⅝ ⅞`)
	v.mark(monthWord, `january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 october=10 november=11
		december=12 jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 oct=10 nov=11 dec=12`)
	v.mark(labelWord, `no nos nr nrs number numbers page pages p pp chapter chapters article articles section sections
		paragraph paragraphs verse clause rule day phase stage level category type grade version volume vol fig figure
		table annex appendix item point footnote scene line step tier
		block part gate room apartment flat checkpoint sector reactor unit terminal platform form bus tram`)
	v.mark(labelName, `route routes highway highways road motorway autostrada interstate junction exit
		resolution resolutions protocol protocols decree directive law bill act order statute convention title
		brigade battalion regiment division corps army company squadron battery platoon wing fleet flotilla
		group team force taskforce front detachment command centre center station school hospital clinic plant
		camp zone area district ward region region precinct flight channel channels radio tv studio
		hill height building house street avenue square block quarter plot parcel pier dock berth shaft mine
		war formula apollo series season episode part book psalm round week chapter page article section rule phase
		stage level category sunday agenda vision expo covid operation plan site facility colony prison barracks
		image photo slide fire precinct pavilion hangar shelter well field pole mile marker lane bay silo pad big top year studio lab laboratory`)
	v.mark(modelName, `boeing airbus type ak ar mig su tu il an kh um uh ah ch mi ka mark mk model leopard abrams leclerc merkava challenger
		mirage shahed geran antonov ilyushin sukhoi tupolev fateh qassam qiam fajr zelzal badr burkan toufan buk tor grad
		smerch uragan hwasong nodong pukguksong scud agni prithvi shaheen ghauri babur dongfeng df soyuz cessna bell windows
		ps rpg pkm dshk zu bm btr bmp t m fab kab odab gbu mk82 javelin lancet orlan mohajer ababil samad yasin hermes
		heron wing-loong bayraktar tb cz glock iphone android cobra apache chinook`)
	v.mark(personWord, `people persons person men women children civilians soldiers troops fighters militants policemen police
		officers deaths casualties victims fatalities others more other bodies hostages prisoners`)
	v.mark(harmVerb, `killed dead wounded injured hurt die died dies missing were was are have had including`)
	v.mark(yearCue, `in since until till by during early late mid before after circa from summer spring autumn fall winter
		of year end through around throughout between and to pre post late-`)
	v.mark(stretchWord, `straight consecutive successive more full long further additional whole calendar working other
		square sq cubic metric nautical short extra`)
	v.mark(changeVerb, `rose rise rises risen rising increase increased increases increasing climb climbed climbs climbing
		jump jumped jumps grew grow grows grown growing up fell fall falls fallen falling drop dropped drops decline
		declined declines revised cut reduced reduce raised raise went go down soared surged leapt doubled tripled changed`)
	v.mark(modalWord, `could may might can will would`)
	v.unitsOf()
	v.hedges()
	for i := range v.entries {
		if e := &v.entries[i]; e.flags&begin != 0 {
			h := e.key & 4095
			v.sieve[h>>6] |= 1 << (h & 63)
		}
	}
	return v
})

// unitsOf fills the units: kind, name and the words for it.
func (v *vocabulary) unitsOf() {
	for _, u := range [...]struct {
		kind  Kind
		name  string
		words string
	}{
		{Duration, "second", "second seconds sec secs"},
		{Duration, "minute", "minute minutes min mins"},
		{Duration, "hour", "hour hours hr hrs"},
		{Duration, "day", "day days"},
		{Duration, "night", "night nights"},
		{Duration, "week", "week weeks"},
		{Duration, "fortnight", "fortnight fortnights"},
		{Duration, "month", "month months"},
		{Duration, "year", "year years yr yrs"},
		{Duration, "decade", "decade decades"},
		{Duration, "century", "century centuries"},
		{Measure, "mm", "mm millimetre millimetres millimeter millimeters"},
		{Measure, "cm", "cm centimetre centimetres centimeter centimeters"},
		{Measure, "m", "m metre metres meter meters"},
		{Measure, "km", "km kms kilometre kilometres kilometer kilometers"},
		{Measure, "inch", "inch inches"},
		{Measure, "foot", "foot feet ft"},
		{Measure, "yard", "yard yards"},
		{Measure, "mile", "mile miles"},
		{Measure, "mg", "mg milligram milligrams"},
		{Measure, "g", "gram grams gramme grammes"},
		{Measure, "kg", "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"},
		{Measure, "tonne", "tonne tonnes ton tons"},
		{Measure, "kiloton", "kiloton kilotons kilotonne kilotonnes"},
		{Measure, "pound", "pound pounds lb lbs"},
		{Measure, "ounce", "ounce ounces oz"},
		{Measure, "litre", "litre litres liter liters ml"},
		{Measure, "gallon", "gallon gallons"},
		{Measure, "acre", "acre acres"},
		{Measure, "hectare", "hectare hectares ha"},
		{Measure, "degree", "degree degrees °"},
		{Measure, "km/h", "kph kmh kmph"},
		{Measure, "mph", "mph"},
		{Measure, "knot", "knot knots"},
		{Measure, "calibre", "calibre caliber cal"},
		{Measure, "gigabyte", "gb gigabyte gigabytes terabyte terabytes megabyte megabytes mb"},
		{Measure, "watt", "watt watts kilowatt kilowatts megawatt megawatts gigawatt gigawatts mw kw gw mwh gwh kwh"},
		{Measure, "hertz", "hertz hz khz mhz ghz"},
		{Measure, "volt", "volt volts"},
		{Percent, "percent", "percent pct percentage %"},
		{Money, "USD", "dollar dollars usd cent cents"},
		{Money, "EUR", "euro euros eur"},
		{Money, "GBP", "gbp sterling"},
		{Money, "RUB", "rouble roubles ruble rubles rub"},
		{Money, "UAH", "hryvnia hryvnias hryvnya uah"},
		{Money, "ILS", "shekel shekels ils nis"},
		{Money, "INR", "rupee rupees inr"},
		{Money, "CNY", "yuan renminbi cny"},
		{Money, "JPY", "yen jpy"},
		{Money, "MMK", "kyat kyats"},
		{Money, "NGN", "naira ngn"},
		{Money, "ETB", "birr"},
		{Money, "TRY", "lira liras lire"},
		{Money, "", `dinar dinars dirham dirhams rial rials riyal riyals franc francs shilling shillings peso pesos
			krona kroner kronor zloty afghani afghanis sek nok dkk chf cad aud`},
	} {
		v.units = append(v.units, unit{u.name, u.kind})
		for w := range strings.FieldsSeq(u.words) {
			e := v.slot(w)
			e.flags |= unitOf
			e.unit = uint16(len(v.units) - 1)
		}
	}
}
