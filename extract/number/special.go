package number

import (
	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// special reads the words that count without being numerals: "no one",
// "none", "no casualties", "both", "a pair of", "several".
func (r *reader) special(i int) (n Number, next int, ok bool) {
	n = Number{First: i, Last: i + 1, Kind: Cardinal}
	f := r.at(i).flags
	if i > r.first && r.d.Tokens[i].Joined() {
		return n, i + 1, false
	}
	if j := i + 1; j < r.last && r.d.Tokens[j].Gap == text.Hyphen && !r.in(j, numeral|massWord) {
		return n, j, false // "a multiple-launch system", "a no-fly zone"
	}
	switch {
	case f&noneWord != 0:
		// "none other than", "second to none"
		if r.isWord(i-1, wordTo) || r.in(i+1, afterNone) {
			return n, i + 1, false
		}
		return r.zero(n)
	case r.isWord(i, wordNo):
		return r.no(n)
	case r.isWord(i, wordNot):
		// "not one of them", "not a single shot"
		switch {
		case r.isWord(i+1, wordOne):
			if r.isWord(i+2, wordBut) {
				return n, i + 2, false // "not one but two"
			}
			n.Last = i + 2
		case r.isWord(i+1, wordA) && (r.isWord(i+2, wordSingle) || r.isWord(i+2, wordOne)):
			n.Last = i + 3
		default:
			return n, i + 1, false
		}
		return r.zero(n)
	case r.isWord(i, wordNeither):
		if !r.isWord(i+1, wordOf) {
			return n, i + 1, false
		}
		return r.zero(n)
	case r.isWord(i, wordBoth):
		if !r.bothCounts(i) {
			return n, i + 1, false
		}
		n.Count, n.Value = event.N(2), 2
		return n, n.Last, true
	case r.isWord(i, wordSingle):
		if n.First = r.article(i); n.First < 0 {
			return n, i + 1, false
		}
		n.Count, n.Value = event.N(1), 1
		r.unitBehind(&n)
		return n, n.Last, true
	case f&collectiveWord != 0:
		return r.collective(n)
	case f&vagueWord != 0:
		if r.isWord(i, wordMany) && r.in(i-1, degreeWord) {
			return n, i + 1, false // "so many"
		}
		n.Value = r.at(i).val
		// "several hundred", "several dozen", "many thousands"
		if e := r.at(i + 1); e.flags&(hundredWord|scaleWord|dozenWord|massWord) != 0 && r.tied(i+1) {
			if e.flags&massWord != 0 {
				n.Value = e.val
			} else {
				n.Value = max(n.Value, 2) * e.val
			}
			n.Last = i + 2
		}
		return r.vague(n)
	}
	// "lots of", "plenty of", "large numbers of"
	if !r.isWord(i+1, wordOf) {
		return n, i + 1, false
	}
	if r.isWord(i, wordNumbers) {
		if i <= r.floor || !r.in(i-1, sizeWord) {
			return n, i + 1, false
		}
		n.First--
	}
	n.Value = 1
	return r.vague(n)
}

// zero ends a number that says none.
func (r *reader) zero(n Number) (Number, int, bool) {
	n.Count, n.Value = event.N(0), 0
	r.partOf(&n)
	return n, n.Last, true
}

// vague ends a number that does not say how many: it takes in the hedge
// before, the "of" that ties it to its noun, and its unit.
func (r *reader) vague(n Number) (Number, int, bool) {
	_, n.First = r.hedgesBefore(n.First)
	r.tieOf(&n)
	n.Count = event.Count{Min: int(n.Value), Hedge: event.Vague}
	r.unitBehind(&n)
	return n, n.Last, true
}

// tieOf takes in the "of" of "dozens of people". The one of "dozens of the
// wounded" makes a part of a whole and stays outside.
func (r *reader) tieOf(n *Number) {
	if j := n.Last + 1; r.isWord(n.Last, wordOf) && j < r.last && r.d.Tokens[j].Kind == text.Word && !(r.lower(j) && r.in(j, partitive)) {
		n.Last++
	}
}

// mass reads "dozens", "tens of thousands", "hundreds of".
func (r *reader) mass(i int) (n Number, next int, ok bool) {
	n = Number{First: i, Last: i + 1, Kind: Cardinal, Value: r.at(i).val}
	if i > r.first && r.d.Tokens[i].Joined() || r.d.Tokens[i].Gap == text.None {
		return n, i + 1, false
	}
	of := r.isWord(i+1, wordOf)
	switch e := r.at(i + 2); {
	case of && e.flags&massWord != 0 && e.val >= 200:
		// The second word is worth two of what it names, as "thousands".
		switch n.Value {
		case 20:
			n.Value = 10 * e.val
		case 24:
			n.Value = 12 * e.val
		default:
			n.Value *= e.val / 2
		}
		n.Last = i + 3
	case r.isWord(i, wordTens) && !of:
		return n, i + 1, false
	case r.isWord(i, wordScores) && !of:
		// "he scores", "test scores were"
		if !r.in(i+1, personWord|harmWord) || i > r.first && r.lower(i-1) && !r.in(i-1, hedgeEnd) {
			return n, i + 1, false
		}
	}
	r.evenMore(&n)
	return r.vague(n)
}

// evenMore takes in the larger word of "dozens, if not hundreds" and
// "hundreds or even thousands", of which only the smaller is sure.
func (r *reader) evenMore(n *Number) {
	j := n.Last
	comma := r.isMark(j, ',')
	if comma {
		j++
	}
	switch {
	case r.isWord(j, wordOr) && !comma:
		j++
		if r.isWord(j, wordEven) || r.isWord(j, wordPossibly) || r.isWord(j, wordPerhaps) || r.isWord(j, wordMaybe) {
			j++
		}
	case r.isWord(j, wordIf) && r.isWord(j+1, wordNot):
		j += 2
	default:
		return
	}
	if !r.in(j, massWord) {
		return
	}
	n.Last = j + 1
	if r.isWord(n.Last, wordOf) && r.in(n.Last+1, massWord) {
		n.Last += 2
	}
	if comma && r.isMark(n.Last, ',') && r.isWord(n.Last+1, wordOf) {
		n.Last++
	}
}

// article is where the "a" or "an" before token i stands, up to two words of
// size between them, or -1.
func (r *reader) article(i int) int {
	for a := i - 1; a >= r.floor && a >= i-3; a-- {
		if r.isWord(a, wordA) || r.isWord(a, wordAn) {
			return a
		}
		if !r.in(a, sizeWord) {
			break
		}
	}
	return -1
}

// collective reads "a couple of", "a pair of", "a handful", "a few", "an
// unknown number of", "a score of" from its noun at n.First.
func (r *reader) collective(n Number) (Number, int, bool) {
	i := n.First
	if n.First = r.article(i); n.First < 0 {
		return n, i + 1, false
	}
	e := r.at(i)
	n.Value = e.val
	j := i + 1
	of := r.isWord(j, wordOf)
	if of {
		j++
	}
	scaled := r.in(j, hundredWord|scaleWord|dozenWord) && r.tied(j)
	switch {
	case e.flags&exactly != 0:
		// "a score of 3-1"
		if !of || j < r.last && r.d.Tokens[j].Kind == text.Number {
			return n, i + 1, false
		}
		r.tieOf(&n)
		n.Count = event.N(int(n.Value))
		return n, n.Last, true
	case scaled && e.flags&needsOf == 0: // "a few hundred", "a couple of thousand"
		n.Value, n.Last = 2*r.at(j).val, j+1
	case e.flags&needsOf != 0 && !of:
		return n, i + 1, false
	case r.isWord(i, wordCouple) && !of && !r.counted(j):
		return n, i + 1, false // "a couple was killed": a man and his wife
	}
	return r.vague(n)
}

// no reads "no one" and "no" before a counted noun: "no casualties", "no
// immediate reports". "No longer", "no doubt" and "no damage" count nothing.
func (r *reader) no(n Number) (Number, int, bool) {
	i := n.First
	toks := r.d.Tokens
	if toks[i].Abbrev || !r.tied(i+1) {
		return n, i + 1, false
	}
	if r.isWord(i+1, wordOne) {
		n.Last = i + 2
		return r.zero(n)
	}
	for j := i + 1; j < r.last && j <= i+4; j++ {
		if toks[j].Kind != text.Word || toks[j].Case == text.Upper || r.in(j, afterNo) {
			break
		}
		if r.counted(j) || toks[j].Case == text.Title && plural(r.d.Of(j)) || r.in(j, singularWord) {
			return r.zero(n)
		}
	}
	return n, i + 1, false
}

// plural reports whether a noun ends as one of more than one does.
func plural(w string) bool {
	n := len(w)
	return n > 3 && w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u' && w[n-2] != 'i'
}

// bothCounts reports whether the "both" at token i counts two, and does not
// begin "both …  and …".
func (r *reader) bothCounts(i int) bool {
	if i+1 >= r.last || r.in(i+1, afterBoth) {
		return false
	}
	for j := i + 1; j < r.last && j < i+7 && r.d.Tokens[j].Kind != text.Punct && !r.in(j, harmWord); j++ {
		if r.isWord(j, wordAnd) {
			return false
		}
	}
	return true
}

// notCounting reports whether the "one" at token i is a pronoun or part of a
// fixed phrase: "one another", "the one who", "number one", "at one point",
// "one of the largest".
func (r *reader) notCounting(i int) bool {
	toks := r.d.Tokens
	if j := i + 1; j < r.last {
		next := r.at(j).flags
		switch {
		case toks[j].Kind == text.Clitic, next&afterOne != 0,
			r.isWord(j, wordBy) && r.isWord(j+1, wordOne),
			r.isWord(j, wordOr) && r.isWord(j+1, wordOther),
			next&oneWay != 0 && toks[j].Gap == text.Space && !r.in(j+1, unitWord|tensWord),
			r.isWord(j, wordOf) && r.bestOf(j+1):
			return true
		case r.isWord(j, wordDay) && (j+1 >= r.last || toks[j+1].Kind == text.Punct) && (i == r.first || !r.lower(i-1)):
			return true // "One day, …"
		}
	}
	if i == r.first || toks[i].Gap == text.None || toks[i].Gap == text.Blank {
		return false
	}
	if toks[i].Joined() {
		return true
	}
	prev := r.at(i - 1).flags
	noun := r.lower(i+1) && !r.in(i+1, functionWord|harmWord)
	switch {
	case prev&beforeOne != 0:
		// "the one man", "only one woman", "by one soldier"
		return !noun || !r.isWord(i-1, wordThe) && !r.isWord(i-1, wordBy) && !(r.isWord(i-1, wordOnly) && !r.isWord(i-2, wordThe))
	case r.lower(i - 1):
		return r.isWord(i-2, wordA) || r.isWord(i-2, wordAn) || r.isWord(i-2, wordThe) // "a military one"
	}
	return false
}

// bestOf reports whether "the largest", "the most serious" or "its worst"
// begins at token i: "one of" before it is no count.
func (r *reader) bestOf(i int) bool {
	for j := i; j < r.last && j < i+4; j++ {
		if r.in(j, superlative) {
			return true
		}
		if w := r.d.Of(j); j > i && r.in(i, determiner) && len(w) > 5 && w[len(w)-3:] == "est" && r.lower(j) {
			return true
		}
	}
	return false
}
