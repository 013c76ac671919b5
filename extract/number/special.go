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
	toks := r.d.Tokens
	if i > r.first && toks[i].Joined() {
		return n, i + 1, false
	}
	key := toks[i].Key
	switch {
	case f&noneWord != 0:
		// "none other than", "none too soon", "second to none"
		if r.isWord(i-1, keyTo) || i+1 < r.last && isAny(r.d.Of(i+1), "other", "too", "the") {
			return n, i + 1, false
		}
		return r.zero(n)
	case key == keyNo:
		return r.no(n)
	case key == keyNot:
		// "not one of them", "not a single shot"
		switch {
		case r.isWord(i+1, keyOne):
			n.Last = i + 2
		case r.isWord(i+1, keyA) && r.isWord(i+2, keySingle):
			n.Last = i + 3
		case r.isWord(i+1, keyA) && r.isWord(i+2, keyOne):
			n.Last = i + 3
		default:
			return n, i + 1, false
		}
		return r.zero(n)
	case key == keyNeither:
		if !r.isWord(i+1, keyOf) {
			return n, i + 1, false
		}
		return r.zero(n)
	case key == keyBoth:
		if !r.bothCounts(i) {
			return n, i + 1, false
		}
		n.Count, n.Value = event.N(2), 2
		return n, n.Last, true
	case f&vagueWord != 0:
		if key == keyMany && i > r.first && isAny(r.d.Folded(i-1), "so", "how", "as", "too") {
			return n, i + 1, false
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
	case key == keyCouple || key == keyFew || f&opener != 0 && isAny(r.d.Folded(i), "pair", "handful", "trio", "quartet", "quintet", "lot", "number", "score"):
		return r.collective(n)
	case key == keyNumbers || key == keyLots || key == keyPlenty:
		// "large numbers of"
		if !r.isWord(i+1, keyOf) || key == keyNumbers && !(i > r.floor && r.lower(i-1) && r.d.Tokens[i-1].Kind == text.Word && isAny(r.d.Of(i-1), sizes...)) {
			return n, i + 1, false
		}
		if key == keyNumbers {
			n.First--
		}
		n.Value = 1
		return r.vague(n)
	}
	return n, i + 1, false
}

// sizes are the words between "a" and "number of".
var sizes = []string{"large", "small", "great", "growing", "unknown", "unspecified", "undisclosed", "significant", "considerable",
	"vast", "record", "huge", "certain", "undetermined", "unconfirmed", "high", "limited", "untold", "unidentified", "substantial",
	"increasing", "massive", "good", "fair", "whole", "quite", "great", "mere", "mounting", "unprecedented", "sizeable", "similar"}

func isAny(s string, words ...string) bool {
	for _, w := range words {
		if s == w {
			return true
		}
	}
	return false
}

func (r *reader) zero(n Number) (Number, int, bool) {
	n.Count, n.Value = event.N(0), 0
	if n.Kind == Cardinal {
		r.partOf(&n)
	}
	return n, n.Last, true
}

// vague ends a number that says only "some": it takes in the hedge before and
// the "of" that ties it to its noun.
func (r *reader) vague(n Number) (Number, int, bool) {
	if _, first := r.hedgesBefore(n.First); first < n.First {
		n.First = first
	}
	r.tieOf(&n)
	x, _ := wholeOf(n.Value)
	n.Count = event.Count{Min: x, Hedge: event.Vague}
	r.unitOnly(&n)
	return n, n.Last, true
}

// tieOf takes in the "of" of "dozens of people". The one of "dozens of the
// wounded" makes a part of a whole and stays outside.
func (r *reader) tieOf(n *Number) {
	if !r.isWord(n.Last, keyOf) || n.Last+1 >= r.last {
		return
	}
	if t := &r.d.Tokens[n.Last+1]; t.Kind == text.Word && !isAny(r.d.Of(n.Last+1), "the", "them", "these", "those", "his", "her", "their", "its", "our", "us", "you", "whom", "which") {
		n.Last++
	}
}

// mass reads "dozens", "tens of thousands", "hundreds of".
func (r *reader) mass(i int) (n Number, next int, ok bool) {
	n = Number{First: i, Last: i + 1, Kind: Cardinal, Value: r.at(i).val}
	if i > r.first && r.d.Tokens[i].Joined() || r.d.Tokens[i].Gap == text.None {
		return n, i + 1, false // "the 1900s" has no such word; "mid-hundreds"
	}
	word := r.d.Folded(i)
	if r.isWord(i+1, keyOf) {
		if e := r.at(i + 2); e.flags&massWord != 0 && e.val >= 200 {
			n.Value = n.Value * e.val / 2
			if word == "tens" {
				n.Value = 10 * e.val
			} else if word == "dozens" {
				n.Value = 12 * e.val
			}
			n.Last = i + 3
		}
	}
	if n.Last == i+1 {
		switch word {
		case "tens":
			if !r.isWord(i+1, keyOf) {
				return n, i + 1, false
			}
		case "scores":
			// "he scores", "test scores were"
			if !r.isWord(i+1, keyOf) && (r.at(i+1).flags&(personWord|harmVerb) == 0 || i > r.first && r.lower(i-1) && r.at(i-1).flags&hedgeEnd == 0) {
				return n, i + 1, false
			}
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
	case r.isWord(j, keyOr) && !comma:
		j++
		if j < r.last && isAny(r.d.Of(j), "even", "possibly", "perhaps", "maybe") {
			j++
		}
	case j+1 < r.last && r.d.Of(j) == "if" && r.isWord(j+1, keyNot):
		j += 2
	default:
		return
	}
	if r.at(j).flags&massWord == 0 {
		return
	}
	n.Last = j + 1
	if r.isWord(n.Last, keyOf) && r.at(n.Last+1).flags&massWord != 0 {
		n.Last += 2
	}
	if comma && r.isMark(n.Last, ',') && r.isWord(n.Last+1, keyOf) {
		n.Last++
	}
}

// collective reads "a couple of", "a pair of", "a handful", "a few", "an
// unknown number of", "a score of" from its noun at n.First.
func (r *reader) collective(n Number) (Number, int, bool) {
	i := n.First
	word := r.d.Folded(i)
	a := i - 1
	switch {
	case a >= r.floor && (r.isWord(a, keyA) || r.isWord(a, keyAn)):
	case a > r.floor && (r.isWord(a-1, keyA) || r.isWord(a-1, keyAn)) && isAny(r.d.Folded(a), sizes...):
		a--
	case a > r.floor+1 && (word == "number") && (r.isWord(a-2, keyA) || r.isWord(a-2, keyAn)) && isAny(r.d.Folded(a), sizes...):
		a -= 2
	default:
		return n, i + 1, false
	}
	of := r.isWord(i+1, keyOf)
	n.First = a
	switch word {
	case "pair", "trio", "quartet", "quintet":
		if !of {
			return n, i + 1, false
		}
		x := map[string]int{"pair": 2, "trio": 3, "quartet": 4, "quintet": 5}[word]
		n.Value = float64(x)
		r.tieOf(&n)
		n.Count = event.N(x)
		return n, n.Last, true
	case "score":
		if !of || i+2 < r.last && r.d.Tokens[i+2].Kind == text.Number {
			return n, i + 1, false
		}
		n.Value = 20
		r.tieOf(&n)
		n.Count = event.N(20)
		return n, n.Last, true
	case "number", "lot":
		if !of {
			return n, i + 1, false
		}
		n.Value = 1
	case "few", "handful":
		n.Value = 1
	case "couple":
		// "a couple was killed" are a man and his wife.
		n.Value = 2
		if !of && r.at(i+1).flags&(hundredWord|scaleWord|dozenWord) == 0 && !(r.lower(i+1) && (plural(r.d.Of(i+1)) || r.isWord(i+1, text.KeyOf("more")))) {
			return n, i + 1, false
		}
	}
	j := i + 1
	if of {
		j++
	}
	if e := r.at(j); e.flags&(hundredWord|scaleWord|dozenWord) != 0 && r.tied(j) && word != "number" && word != "lot" {
		n.Value, n.Last = 2*e.val, j+1
	}
	return r.vague(n)
}

// plural reports whether a noun looks to be more than one.
func plural(w string) bool {
	if isAny(w, "people", "children", "men", "women", "police", "personnel", "troops", "servicemen", "policemen", "gunmen", "others", "more") {
		return true
	}
	n := len(w)
	return n > 3 && w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u' && w[n-2] != 'i'
}

// no reads "no one" and "no" before a counted noun: "no casualties", "no
// immediate reports". "No longer", "no doubt" and "no damage" count nothing.
func (r *reader) no(n Number) (Number, int, bool) {
	i := n.First
	toks := r.d.Tokens
	if toks[i].Abbrev || i+1 >= r.last || toks[i+1].Kind != text.Word {
		return n, i + 1, false
	}
	if r.isWord(i+1, keyOne) && (toks[i+1].Gap == text.Space || toks[i+1].Gap == text.Hyphen || toks[i+1].Gap == text.Line) {
		n.Last = i + 2
		return r.zero(n)
	}
	for j := i + 1; j < r.last && j <= i+4; j++ {
		w := r.d.Folded(j)
		if toks[j].Kind != text.Word || toks[j].Case != text.Lower && toks[j].Case != text.Title || toks[j].Gap != text.Space && toks[j].Gap != text.Line && j == i+1 {
			break
		}
		if isAny(w, "longer", "doubt", "more", "fewer", "less", "matter", "way", "sooner", "later", "means", "of", "to", "in", "and", "is", "was", "has",
			"such", "the", "a", "for", "on", "other", "greater", "better", "sense", "at", "by", "that", "from", "it", "with", "as", "but", "were", "are", "plans", "words", "grounds", "signs", "ties", "links", "terms", "has", "does") {
			break
		}
		if plural(w) || isAny(w, "person", "soldier", "civilian", "child", "man", "woman", "casualty", "injury", "death", "fatality", "victim", "missile", "drone", "survivor") {
			return r.zero(n)
		}
	}
	return n, i + 1, false
}

// bothCounts reports whether "both" counts two, and does not begin "both …
// and …".
func (r *reader) bothCounts(i int) bool {
	if i+1 >= r.last {
		return false
	}
	w := r.d.Folded(i + 1)
	if isAny(w, "in", "at", "on", "for", "by", "from", "with", "to", "before", "during", "inside", "as", "because", "against", "within", "about", "under", "through") {
		return false
	}
	for j := i + 1; j < r.last && j < i+7; j++ {
		if r.d.Tokens[j].Kind == text.Punct {
			break
		}
		if r.isWord(j, keyAnd) {
			return false
		}
		if r.at(j).flags&harmVerb != 0 {
			break
		}
	}
	return true
}

// notCounting reports whether the "one" at token i is a pronoun or part of a
// fixed phrase: "one another", "the one who", "number one", "one of the
// largest".
func (r *reader) notCounting(i int) bool {
	toks := r.d.Tokens
	if i+1 < r.last {
		if toks[i+1].Kind == text.Clitic {
			return true
		}
		w := r.d.Folded(i + 1)
		if isAny(w, "another", "who", "must", "can", "cannot", "should", "might", "would", "could", "may", "knows", "that", "which") {
			return true
		}
		// "one by one"
		if w == "by" && r.isWord(i+2, keyOne) {
			return true
		}
		// "at one point", "one day" with no count
		if w == "point" || w == "stage" || w == "time" || w == "hand" || w == "side" || w == "way" {
			if toks[i+1].Gap == text.Space {
				return true
			}
		}
		if w == "day" && (i+2 >= r.last || toks[i+2].Kind == text.Punct && !r.isWord(i-1, keyIn)) && (i == r.first || !r.lower(i-1)) {
			return true
		}
		if w == "of" && r.superlative(i+2) {
			return true
		}
	}
	if i > r.first && toks[i].Gap != text.None && toks[i].Gap != text.Blank {
		w := r.d.Folded(i - 1)
		// "united as one", "a military one"
		if toks[i].Joined() || w == "as" || i-2 >= r.first && r.lower(i-1) && (r.isWord(i-2, keyA) || r.isWord(i-2, keyAn) || r.isWord(i-2, keyThe)) {
			return true
		}
		if isAny(w, "the", "this", "that", "which", "another", "every", "each", "any", "number", "last", "next", "previous", "current", "first", "second",
			"only", "right", "latest", "new", "big", "such", "wrong", "if", "by", "same") && !(isAny(w, "only", "the") && i+1 < r.last && r.lower(i+1) && !isAny(r.d.Of(i+1), "you", "we", "they", "he", "she", "in", "on", "at", "was", "is", "to", "of", "with", "from", "before", "i", "it", "and", "for", "thing")) {
			if w == "by" && i+1 < r.last && r.lower(i+1) && !r.isWord(i+1, keyOne) {
				return false
			}
			return true
		}
	}
	return false
}

// superlative reports whether "the largest", "the most serious", "its worst"
// begins at token i: "one of" before it is no count.
func (r *reader) superlative(i int) bool {
	for j := i; j < r.last && j < i+4; j++ {
		w := r.d.Folded(j)
		if isAny(w, "most", "worst", "best", "largest", "biggest", "deadliest", "heaviest", "bloodiest", "main", "few", "least", "greatest", "latest", "oldest", "first", "top", "several", "many", "more") {
			return true
		}
		if n := len(w); n > 5 && w[n-3:] == "est" && isAny(r.d.Folded(i), "the", "its", "their", "europe", "our", "his", "her") {
			return true
		}
	}
	return false
}
