package date

import (
	"strings"
	"sync"

	"github.com/sitrep-go/sitrep/internal/text"
)

// class is what a word can be in a time expression.
type class uint8

const (
	none       class = iota
	month            // val 1 to 12
	weekday          // val 0 to 6, Sunday first
	unit             // val a Unit
	part             // val a dayPart
	cardinal         // val the number
	ordinal          // val the number
	season           // val 0 to 3, spring first
	dayWord          // today, yesterday: val is one of the day* constants
	article          // the, a, an, and the demonstratives
	relative         // last, next, same
	modifier         // early, mid, late
	offset           // ago, earlier, later, before, after
	ref              // now, recently
	frequency        // daily
	every            // every, each, per
	festival         // christmas, easter
	quantity         // several, few
	meridiem         // am, pm, o'clock
	zone             // gmt
	prep             // on, in, of and the like
	tense            // will, said: which way a verb looks
	halfWord         // half, halves
	hoursWord        // hrs, hours as a clock's unit
	planned          // nouns of what is fixed beforehand: "election", "talks"
	possessive       // his, her, their
	denied           // words that follow a name, not a date: "Times", "Street"
	decades          // seventies: val 70
	counted          // nouns that a number counts: "people"
	running          // between a number and its unit: "six consecutive months"
)

// flags of a word.
const (
	fAbbrev    = 1 << iota // a short form: "oct", "tue"
	fAmbiguous             // a word of its own too: "may", "march", "sun", "fall"
	fPlural                // a unit in the plural
	fCue                   // without a cue a range of tokens holds no date
)

// word is what the lexicon knows of a token.
type word struct {
	val   int16
	class class
	flags uint8
}

func (w word) is(c class, val int16) bool { return w.class == c && w.val == val }

// values of class dayWord.
const (
	dayToday = iota
	dayYesterday
	dayTomorrow
	dayTonight
	dayOvernight
)

// values of class article.
const (
	artThe = iota
	artA
	artThis
	artThat
	artThese
)

// values of class relative.
const (
	relLast = iota
	relPast
	relPrevious
	relNext
	relFollowing
	relComing
	relSame
	relCurrent
)

// values of class modifier.
const (
	modEarly = iota
	modMid
	modLate
	modStart
	modEnd
	modEarlier
	modLater
	modPre
	modWee // the small, wee, early hours
)

// values of class offset; "earlier" and "later" are modifiers as well.
const (
	offAgo = iota
	offEarlier
	offLater
	offBefore
	offAfter
	offHence
)

// values of class prep.
const (
	prepOf = iota
	prepOn
	prepAt
	prepIn
	prepBy
	prepSince
	prepUntil
	prepFrom
	prepTo
	prepThrough
	prepInto
	prepAnd
	prepBetween
	prepOr
	prepDuring
	prepFor
	prepWithin
	prepOver
	prepDue
	prepAbout
	prepThan
)

// values of class quantity.
const (
	qtyFew = iota
	qtySome
	qtyCouple
	qtyDozen
	qtyDozens
	qtyMany
)

// values of class tense.
const (
	looksForward = iota
	looksBack
	looksNow
	looksPresent   // right before the date: "it returns May 25"
	looksTo        // only with "to": "agreed to meet"
	looksBackAlone // not behind "be": "will be held"
)

// values of class ref.
const (
	refPresent = iota
	refPast
	refFuture
)

var lexicon = sync.OnceValue(func() *table {
	var t table
	put := func(c class, val int, flags uint8, words string) {
		for _, w := range strings.Fields(words) {
			t.put(text.KeyOf(w), word{class: c, val: int16(val), flags: flags})
		}
	}
	for i, ws := range strings.Split(`january|february|march|april|may|june|july|august|september|october|november|december`, "|") {
		f := uint8(fCue)
		switch ws {
		case "march", "may", "april", "june", "august":
			f |= fAmbiguous
		}
		put(month, i+1, f, ws)
	}
	for i, ws := range strings.Split(`jan|feb|mar|apr||jun|jul|aug|sep sept|oct|nov|dec`, "|") {
		put(month, i+1, fAbbrev|fAmbiguous|fCue, ws)
	}
	for i, ws := range strings.Split(`sunday|monday|tuesday|wednesday|thursday|friday|saturday`, "|") {
		put(weekday, i, fCue, ws)
	}
	for i, ws := range strings.Split(`sundays|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays`, "|") {
		put(weekday, i, fCue|fPlural, ws)
	}
	for i, ws := range strings.Split(`sun|mon|tue tues|wed|thu thur thurs|fri|sat`, "|") {
		put(weekday, i, fAbbrev|fAmbiguous|fCue, ws)
	}
	for u, ws := range [...]string{
		Minute: "minute min", Hour: "hour hr", Day: "day", Week: "week", Fortnight: "fortnight", Weekend: "weekend",
		Month: "month", Quarter: "quarter trimester", Year: "year yr", Decade: "decade", Century: "century",
	} {
		put(unit, int(u), fCue, ws)
	}
	for u, ws := range [...]string{
		Second: "seconds", Minute: "minutes mins", Hour: "hours hrs", Day: "days", Week: "weeks", Fortnight: "fortnights",
		Weekend: "weekends", Month: "months", Quarter: "quarters", Year: "years yrs", Decade: "decades", Century: "centuries",
	} {
		put(unit, int(u), fCue|fPlural, ws)
	}
	for i, ws := range strings.Split(`morning|afternoon|evening|night nighttime|noon midday noontime lunchtime|midnight|dawn daybreak sunrise|dusk nightfall sunset|predawn|daytime daylight`, "|") {
		put(part, i, fCue, ws)
	}
	for i, ws := range strings.Split(`mornings|afternoons|evenings|nights`, "|") {
		put(part, i, fCue|fPlural, ws)
	}
	for i, ws := range strings.Split(`zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty`, "|") {
		put(cardinal, i, 0, ws)
	}
	for i, ws := range strings.Split(`thirty|forty|fifty|sixty|seventy|eighty|ninety`, "|") {
		put(cardinal, 30+10*i, 0, ws)
	}
	put(cardinal, 100, 0, "hundred")
	for i, ws := range strings.Split(`|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth`, "|") {
		put(ordinal, i, 0, ws)
	}
	put(ordinal, -1, 0, "final")
	for i, ws := range strings.Split(`spring springtime|summer summertime|fall autumn|winter wintertime`, "|") {
		f := uint8(fCue)
		if i == 0 || i == 2 {
			f |= fAmbiguous
		}
		put(season, i, f, ws)
	}
	for i, ws := range strings.Split(`today|yesterday|tomorrow|tonight|overnight`, "|") {
		put(dayWord, i, fCue, ws)
	}
	for i, ws := range strings.Split(`the|a an|this|that|these those`, "|") {
		put(article, i, 0, ws)
	}
	for i, ws := range strings.Split(`last latest|past|previous preceding prior|next|following subsequent ensuing|coming upcoming forthcoming|same|current`, "|") {
		f := uint8(0)
		if i == relPast {
			f = fCue // "in the past"
		}
		put(relative, i, f, ws)
	}
	for i, ws := range strings.Split(`early|mid middle|late|beginning start|end close|earlier|later afterwards|pre|wee small`, "|") {
		put(modifier, i, 0, ws)
	}
	put(offset, offAgo, fCue, "ago")
	put(offset, offAgo, 0, "back")
	put(offset, offBefore, 0, "before beforehand")
	put(offset, offAfter, 0, "after afterwards afterward")
	put(offset, offHence, 0, "hence")
	put(ref, refPresent, fCue, "now currently nowadays presently")
	put(ref, refPast, fCue, "recently lately formerly previously")
	put(ref, refFuture, fCue, "future soon")
	put(ref, refPast, fCue|fPlural, "recent")
	for u, ws := range [...]string{
		Hour: "hourly", Day: "daily nightly", Week: "weekly", Month: "monthly", Quarter: "quarterly", Year: "yearly annually annual",
	} {
		put(frequency, int(u), fCue, ws)
	}
	put(every, 0, fCue, "every each per")
	for i, ws := range strings.Split(`several few|some|couple|dozen|dozens|many various multiple couples`, "|") {
		put(quantity, i, 0, ws)
	}
	for i, ws := range strings.Split(`am|pm|oclock`, "|") {
		put(meridiem, i, fCue, ws)
	}
	put(zone, 0, 0, "gmt utc bst cet cest eet eest est edt cst cdt mst mdt pst pdt msk ist z local")
	for i, ws := range strings.Split(`of|on|at|in|by|since|until till til|from|to|through thru|into|and|between|or|during throughout|for|within inside|over|due scheduled slated|about around approximately nearly almost roughly|than`, "|") {
		put(prep, i, 0, ws)
	}
	put(tense, looksForward, 0, "will shall would planned plans expected expects set begins expires deadline ll")
	put(tense, looksBack, 0, "said was were had told reported killed died announced has have wrote happened")
	put(tense, looksTo, 0, "agreed vowed pledged promised decided asked ordered invited urged threatened summoned hopes wants aims intends vows agrees refuses")
	put(tense, looksBackAlone, 0, `struck shot broken held made sent found brought caught led fought won lost met thrown driven flown given taken seen built bought
		dealt fed hidden laid paid shown sold spent`)
	put(tense, looksBack, 0, "fell came took blew broke fled went saw gave began rose drove flew threw hid became did spoke woke stood")
	put(planned, 0, 0, `election elections vote referendum summit talks meeting match game hearing ceremony parade deadline session conference inauguration poll
		polls runoff ballot visit`)
	put(tense, looksPresent, 0, "starts returns opens ends meets resume resumes arrives leaves runs takes")
	put(tense, looksNow, 0, "is are be")
	put(possessive, 0, 0, "his her its their our my your")
	put(halfWord, 0, 0, "half")
	put(running, 0, 0, "consecutive straight successive full whole")
	for i, ws := range strings.Split(`twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties`, "|") {
		put(decades, 20+10*i, fCue, ws)
	}
	for i, ws := range strings.Split(`christmas xmas|easter|thanksgiving|halloween|eid|ramadan|hanukkah diwali passover|nowruz`, "|") {
		put(festival, i, fCue, ws)
	}
	put(festival, feastNewYear, 0, "new")
	put(festival, feastGood, 0, "good")
	put(festival, feastBoxing, 0, "boxing")
	put(denied, 0, 0, `times telegraph mirror express mail herald post star tribune street square bridge road avenue brigade brigades group
		movement hospital stadium airport camp city university revolution mosque prayers prayer circle district neighbourhood neighborhood quarter coalition`)
	put(denied, 0, fCue, "s") // "the 80s"
	put(counted, 0, 0, `people persons civilians soldiers troops men women children homes houses buildings km kilometres kilometers miles
		metres meters tonnes tons kg fighters militants rockets missiles drones shells dollars euros pounds percent families villages refugees
		others dead deaths wounded members police officers prisoners personnel vehicles tanks students residents inhabitants feet euro hectares acres
		square cubic degrees gallons litres liters barrels pages strikes attacks casualties times units sorties cases votes migrants`)
	return &t
})

// table is a flat hash of keys with open addressing: one probe for nearly
// every word that is not in it.
type table struct {
	keys  [tableSize]text.Key
	words [tableSize]word
	// seen has the bit of every key, so that nearly all words of a text cost
	// one look into it.
	seen [256]uint64
}

const tableSize = 2048

func (t *table) put(k text.Key, w word) {
	t.seen[k>>6%256] |= 1 << (k % 64)
	i := k % tableSize
	for t.keys[i] != 0 && t.keys[i] != k {
		i = (i + 1) % tableSize
	}
	if t.keys[i] == k {
		return
	}
	t.keys[i], t.words[i] = k, w
}

// of is what the lexicon knows of k; the zero word where it is unknown.
func (t *table) of(k text.Key) word {
	if t.seen[k>>6%256]>>(k%64)&1 == 0 {
		return word{}
	}
	return t.find(k)
}

func (t *table) find(k text.Key) word {
	i := k % tableSize
	for t.keys[i] != k {
		if t.keys[i] == 0 {
			return word{}
		}
		i = (i + 1) % tableSize
	}
	return t.words[i]
}
