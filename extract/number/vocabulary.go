package number

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

//go:embed words.txt
var wordsFile string

// flag is a class of words; a word may be in several.
type flag uint64

const (
	unitWord       flag = 1 << iota // zero to nineteen
	tensWord                        // twenty to ninety
	hundredWord                     // hundred
	scaleWord                       // thousand, million, lakh
	dozenWord                       // dozen
	massWord                        // dozens, hundreds: plurals that do not say how many
	ordinalWord                     // third, twentieth
	partWord                        // half, third, thirds: what a whole is divided into
	pluralPart                      // thirds, quarters
	vagueWord                       // several, many
	collectiveWord                  // pair, couple, few: behind "a"
	exactly                         // pair, trio: those of them that say how many
	needsOf                         // "a number of", "a lot of"
	noneWord                        // none, nobody
	signWord                        // a fraction that is one character: ½
	opener                          // may begin a number that the classes above do not
	monthWord                       // January, Jan.
	unitOf                          // a unit: km, years, dollars
	labelWord                       // a noun that a number follows as a name, in small letters too
	labelName                       // the same, only with a capital
	modelName                       // a maker or type that a number follows
	seriesWord                      // "page 3 of 12"
	personWord                      // a plural noun that a count stands before
	harmWord                        // killed, were: what may follow a count without its noun
	singularWord                    // "no soldier": one that "no" counts
	strengthWord                    // "eight-strong", "five-member": counts people behind a hyphen
	yearCue                         // four digits behind are a year
	oldYear                         // the same of the years before 1900
	rangeWord                       // to, or: between the ends of a range
	stretchWord                     // may stand between a number and its unit: "three straight days"
	changeWord                      // "rose from 5 to 7" is no range
	sizeWord                        // "a large number of"
	partitive                       // "dozens of the"
	determiner                      // "two of their five"
	degreeWord                      // "so many"
	afterNone                       // "none other"
	afterNo                         // "no longer"
	afterBoth                       // "both in"
	afterOne                        // "one another"
	oneWay                          // "one side"
	beforeOne                       // "the one"
	functionWord                    // "the one in"
	superlative                     // "one of the worst"
	clockWord                       // p.m., GMT
	eraWord                         // AD
	atTime                          // "at 0340"
	dayPart                         // "5 in the morning"
	callWord                        // "call 112"
	callNoun                        // "a 911 call"
	streetWord                      // "333 Rio Vista Drive"
	compassWord                     // "48° north"
	ageWord                         // aged
	ageOne                          // "a girl of five"
	ageGroup                        // "children under 5"
	limitWord                       // under, over
	capitals                        // "UN 12"
	listTail                        // "Articles 5 and 6 of"
	moneySign                       // stands before an amount: $
	hedgeEnd                        // the last word of a hedge that stands before a number
	hedgeStart                      // the first word of one that stands behind
)

// classes are the sections of words.txt and the flags they set.
var classes = [...]struct {
	name string
	flag flag
}{
	{"unit", unitWord}, {"tens", tensWord}, {"hundred", hundredWord}, {"scale", scaleWord}, {"dozen", dozenWord},
	{"mass", massWord}, {"ordinal", ordinalWord}, {"part", partWord}, {"parts", partWord | pluralPart},
	{"vague", vagueWord}, {"collective", collectiveWord}, {"exactly", exactly}, {"needsof", needsOf}, {"none", noneWord}, {"sign", signWord}, {"opener", opener},
	{"month", monthWord}, {"label", labelWord}, {"labelname", labelName}, {"model", modelName},
	{"series", seriesWord}, {"person", personWord}, {"harm", harmWord}, {"singular", singularWord},
	{"strength", strengthWord}, {"yearcue", yearCue}, {"oldyear", oldYear}, {"range", rangeWord}, {"stretch", stretchWord},
	{"change", changeWord}, {"size", sizeWord}, {"partitive", partitive}, {"determiner", determiner},
	{"degree", degreeWord}, {"afternone", afterNone}, {"afterno", afterNo}, {"afterboth", afterBoth},
	{"afterone", afterOne}, {"oneway", oneWay}, {"beforeone", beforeOne}, {"function", functionWord},
	{"superlative", superlative}, {"clock", clockWord}, {"era", eraWord}, {"attime", atTime}, {"daypart", dayPart},
	{"call", callWord}, {"callnoun", callNoun}, {"street", streetWord}, {"compass", compassWord}, {"age", ageWord},
	{"ageone", ageOne}, {"agegroup", ageGroup}, {"limit", limitWord}, {"capitals", capitals}, {"listtail", listTail},
	{"money", moneySign},
}

const (
	// numeral are the classes that a number in words is made of.
	numeral = unitWord | tensWord | hundredWord | scaleWord | dozenWord
	// begin are the classes of the words that may begin a number.
	begin = numeral | massWord | ordinalWord | partWord | vagueWord | collectiveWord | noneWord | signWord | opener
)

// word names the small words that the reader asks for one by one.
type word uint8

const (
	wordA word = iota
	wordAge
	wordAll
	wordAn
	wordAnd
	wordAnywhere
	wordAt
	wordBetween
	wordBlk
	wordBlock
	wordBoth
	wordBut
	wordBy
	wordCent
	wordCouple
	wordDay
	wordEven
	wordEvery
	wordFrom
	wordGroup
	wordHalf
	wordHours
	wordIf
	wordIn
	wordIsh
	wordLocal
	wordMany
	wordMaybe
	wordMidnight
	wordMore
	wordNeither
	wordNo
	wordNoon
	wordNos
	wordNot
	wordNumber
	wordNumbers
	wordOclock
	wordOdd
	wordOf
	wordOld
	wordOlds
	wordOne
	wordOnly
	wordOr
	wordOther
	wordOut
	wordPast
	wordPer
	wordPercentage
	wordPerhaps
	wordPlus
	wordPoint
	wordPoints
	wordPossibly
	wordQuarters
	wordS
	wordScore
	wordScores
	wordSeconds
	wordSingle
	wordSomewhere
	wordTens
	wordThan
	wordThe
	wordThrough
	wordTime
	wordTo
	wordUnder
	wordUp
	wordYo
	lastWord
)

// spelling gives the words of the constants above.
var spelling = [lastWord]string{
	wordA: "a", wordAge: "age", wordAll: "all", wordAn: "an", wordAnd: "and", wordAnywhere: "anywhere", wordAt: "at",
	wordBetween: "between", wordBlk: "blk", wordBlock: "block", wordBoth: "both", wordBut: "but", wordBy: "by", wordCent: "cent", wordCouple: "couple",
	wordDay: "day", wordEven: "even", wordEvery: "every", wordFrom: "from", wordGroup: "group", wordHalf: "half",
	wordHours: "hours", wordIf: "if", wordIn: "in", wordIsh: "ish", wordLocal: "local", wordMany: "many", wordMaybe: "maybe",
	wordMidnight: "midnight", wordMore: "more", wordNeither: "neither", wordNo: "no", wordNoon: "noon", wordNos: "nos",
	wordNot: "not", wordNumber: "number", wordNumbers: "numbers", wordOclock: "oclock", wordOdd: "odd", wordOf: "of",
	wordOld: "old", wordOlds: "olds", wordOne: "one", wordOnly: "only", wordOr: "or", wordOther: "other", wordOut: "out", wordPast: "past", wordPer: "per",
	wordPercentage: "percentage", wordPerhaps: "perhaps", wordPlus: "plus", wordPoint: "point", wordPoints: "points",
	wordPossibly: "possibly", wordQuarters: "quarters", wordS: "s", wordScore: "score", wordScores: "scores",
	wordSeconds: "seconds", wordSingle: "single", wordSomewhere: "somewhere", wordTens: "tens", wordThan: "than",
	wordThe: "the", wordThrough: "through", wordTime: "time", wordTo: "to", wordUnder: "under", wordUp: "up", wordYo: "yo",
}

// entry is what is known about a word.
type entry struct {
	key   text.Key
	flags flag
	val   float64 // of a number word
	unit  uint16  // index into units; 0 for none
}

// unit is a unit of time, length, money and so on.
type unit struct {
	name string
	kind Kind
}

// vocabulary is words.txt, made ready to be asked. It is not changed once
// built.
type vocabulary struct {
	// sieve has the bit of every key that may begin a number; most words miss
	// it.
	sieve   [64]uint64
	entries []entry // open addressing; the length is a power of two
	units   []unit
	keys    [lastWord]text.Key
	before  map[text.Key]hedge
	after   map[text.Key]hedge
}

// words is the vocabulary, built on first use.
var words = sync.OnceValue(func() *vocabulary {
	v, _ := load(wordsFile) // the file is part of the program, and a test keeps it sound
	return v
})

// begins reports whether t is, or may be, the first digit or word of a
// number.
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
	for i := (k >> 12) & m; ; i = (i + 1) & m {
		if e := &v.entries[i]; e.key == k || e.key == 0 {
			return e
		}
	}
}

// add is the entry of a word, new or not.
func (v *vocabulary) add(w string) *entry {
	e := v.find(text.KeyOf(w))
	e.key = text.KeyOf(w)
	return e
}

// load reads a file of the form of words.txt. It gives every fault it finds.
func load(file string) (v *vocabulary, faults []string) {
	v = &vocabulary{
		entries: make([]entry, 4096),
		units:   make([]unit, 1),
		before:  map[text.Key]hedge{},
		after:   map[text.Key]hedge{},
	}
	for w, s := range spelling {
		v.keys[w] = text.KeyOf(s)
	}
	const (
		noSection = iota
		wordSection
		unitSection
		beforeSection
		afterSection
	)
	section, class, h := noSection, flag(0), hedge{}
	n := 0
	for line := range strings.Lines(file) {
		n++
		fault := func(format string, args ...any) {
			faults = append(faults, fmt.Sprintf("words.txt:%d: ", n)+fmt.Sprintf(format, args...))
		}
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			name, arg, _ := strings.Cut(strings.Trim(line, "[]"), " ")
			section, class, h = noSection, 0, hedge{}
			switch name {
			case "units":
				section = unitSection
			case "before":
				section = beforeSection
			case "after":
				section = afterSection
			default:
				for _, c := range classes {
					if c.name == name {
						section, class = wordSection, c.flag
					}
				}
			}
			for _, c := range hedges {
				if c.name == arg {
					h = c.hedge
				}
			}
			if section == noSection || (section >= beforeSection) != (h.Hedge != "") {
				fault("no class %q", line)
				section = noSection
			}
		case section == unitSection:
			names, list, ok := strings.Cut(line, " = ")
			kind, name, ok2 := strings.Cut(names, " ")
			if !ok || !ok2 {
				fault(`write "kind name = word word"`)
				continue
			}
			if name == "-" {
				name = ""
			}
			v.units = append(v.units, unit{name, Kind(kind)})
			for w := range strings.FieldsSeq(list) {
				e := v.add(w)
				e.flags |= unitOf
				e.unit = uint16(len(v.units) - 1)
			}
		case section == beforeSection || section == afterSection:
			for p := range strings.SplitSeq(line, "|") {
				v.addHedge(strings.Fields(p), section == beforeSection, h)
			}
		case section == wordSection:
			for w := range strings.FieldsSeq(line) {
				w, val, valued := strings.Cut(w, "=")
				e := v.add(w)
				e.flags |= class
				if valued {
					x, err := strconv.ParseFloat(val, 64)
					if err != nil {
						fault("%q is no value for %q", val, w)
					}
					e.val = x
				}
			}
		default:
			fault("begin with a class in brackets, as [unit]")
		}
	}
	for i := range v.entries {
		if e := &v.entries[i]; e.flags&begin != 0 {
			h := e.key & 4095
			v.sieve[h>>6] |= 1 << (h & 63)
		}
	}
	return v, faults
}

// hedges are the hedges and the names that words.txt has for them.
var hedges = [...]struct {
	name  string
	hedge hedge
}{
	{"at_least", hedge{Hedge: event.AtLeast}},
	{"more_than", hedge{Hedge: event.MoreThan}},
	{"up_to", hedge{Hedge: event.UpTo}},
	{"below", hedge{Hedge: event.UpTo, strict: true}},
	{"nearly", hedge{Hedge: event.Nearly}},
	{"about", hedge{Hedge: event.Around}},
	{"exact", hedge{Hedge: event.Exact}},
}

// addHedge enters a phrase that hedges a number.
func (v *vocabulary) addHedge(phrase []string, before bool, h hedge) {
	if len(phrase) == 0 {
		return
	}
	k := text.KeyOf(phrase[0])
	for _, w := range phrase[1:] {
		k = k.Join(text.KeyOf(w))
	}
	if before {
		v.before[k] = h
		v.add(phrase[len(phrase)-1]).flags |= hedgeEnd
	} else {
		v.after[k] = h
		v.add(phrase[0]).flags |= hedgeStart
	}
}

// isAny reports whether s is one of the marks.
func isAny(s string, marks ...string) bool { return slices.Contains(marks, s) }
