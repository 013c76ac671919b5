package number

import (
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// hedge is how words before or behind a number change it.
type hedge struct {
	event.Hedge
	// strict is set where the number itself is excluded and the bound is a
	// lower hedge's upper one: "fewer than 12" is 11 at most.
	strict bool
}

// phrase is the tail of a hedge behind a number.
type phrase struct {
	hedge
	n int
}

// maxHedge is the most words a hedge has.
const maxHedge = 6

// beforeNumber are the hedges that stand before a number, and those that only
// stress it.
var beforeNumber = [...]struct {
	hedge hedge
	words string
}{
	{hedge{Hedge: event.AtLeast}, `at least|no fewer than|not fewer than|no less than|not less than|a minimum of|minimum of|
		at the very least|at a minimum|at the least|as few as|as little as|no lower than|greater than or equal to|
		not under|not below|> =|≥|equal to or more than|more than or equal to|at least or equal to|
		greater or equal than|higher or equal than|bigger or equal than|larger or equal than`},
	{hedge{Hedge: event.MoreThan}, `more than|over|above|upwards of|upward of|in excess of|well over|well above|far more than|
		far over|much more than|many more than|considerably more than|significantly more than|slightly more than|
		slightly over|a little over|a little more than|just over|just above|just more than|exceeding|exceeded|exceeds|exceed|
		could exceed|may exceed|might exceed|can exceed|will exceed|would exceed|has exceeded|have exceeded|had exceeded|
		surpassing|surpassed|surpasses|surpass|has surpassed|have surpassed|had surpassed|could surpass|may surpass|
		might surpass|topping|topped|tops|has topped|have topped|had topped|could top|may top|might top|greater than|
		higher than|larger than|bigger than|beyond|>|excess of`},
	{hedge{Hedge: event.UpTo}, `up to|as many as|as much as|as high as|no more than|not more than|at most|at the most|
		at the very most|a maximum of|maximum of|no greater than|no higher than|not exceeding|less than or equal to|
		could reach|may reach|might reach|can reach|would reach|could rise to|may rise to|might rise to|could climb to|
		may climb to|might climb to|could hit|may hit|might hit|could go up to|could be as high as|may be as high as|
		might be as high as|could grow to|may grow to|might grow to|could increase to|may increase to|might increase to|
		could still rise to|may yet rise to|could yet rise to|may still rise to|could eventually reach|could still reach|
		may yet reach|could be up to|up to a maximum of|not over|not above|< =|≤|equal to or less than|less or equal than|lower or equal than|
		smaller or equal than|fewer or equal than`},
	{hedge{Hedge: event.UpTo, strict: true}, `fewer than|less than|under|below|well under|well below|far fewer than|
		far less than|smaller than|lower than|<`},
	{hedge{Hedge: event.Nearly}, `nearly|almost|close to|approaching|nearing|not quite|just under|just below|just short of|
		a little under|a little less than|slightly under|slightly less than|slightly fewer than|very nearly|very close to|
		a little short of|just shy of|shy of|getting on for|short of`},
	{hedge{Hedge: event.Around}, `about|around|roughly|some|approximately|approx|circa|ca|an estimated|estimated|
		an approximate|in the region of|in the order of|on the order of|of the order of|somewhere around|something like|
		somewhere near|perhaps|maybe|possibly|probably|an average of|somewhere in the region of|in the neighborhood of|
		in the neighbourhood of|~|∼|≈`},
	{hedge{Hedge: event.Exact}, `exactly|precisely|only|just|merely|a total of|total of|a combined total of|a combined|
		not only|not just|only just|fully|a mere|a grand total of|a reported|a confirmed|exact`},
}

// afterNumber are the hedges that stand behind a number.
var afterNumber = [...]struct {
	hedge hedge
	words string
}{
	{hedge{Hedge: event.AtLeast}, `or more|or even more|or possibly more|or greater|or higher|or above|or over|or better|
		and more|and above|and over|and up|and upwards|and counting|if not more|plus|at least|at the very least|
		at a minimum|minimum|at the least|or perhaps more|or maybe more|or upwards|upwards`},
	{hedge{Hedge: event.Around}, `or so|or thereabouts|odd|ish|approximately|or roughly so|give or take`},
	{hedge{Hedge: event.UpTo}, `or fewer|or less|or under|or below|or lower|or even fewer|at most|at the most|maximum|
		at the very most|at a maximum|tops`},
	{hedge{Hedge: event.Exact}, `exactly|precisely|only|alone`},
}

func (v *vocabulary) hedges() {
	v.before = map[text.Key]hedge{}
	v.phrases = map[text.Key]phrase{}
	for _, h := range beforeNumber {
		for _, p := range strings.Split(h.words, "|") {
			k, ws := phraseKey(p)
			v.before[k] = h.hedge
			v.slot(ws[len(ws)-1]).flags |= hedgeEnd
		}
	}
	for _, h := range afterNumber {
		for _, p := range strings.Split(h.words, "|") {
			k, ws := phraseKey(p)
			v.phrases[k] = phrase{h.hedge, len(ws)}
			v.slot(ws[0]).flags |= hedgeStart
		}
	}
}

// phraseKey is the key of a phrase and its words.
func phraseKey(p string) (text.Key, []string) {
	ws := strings.Fields(p)
	k := text.KeyOf(ws[0])
	for _, w := range ws[1:] {
		k = k.Join(text.KeyOf(w))
	}
	return k, ws
}

// hedgesBefore reads the hedges that end right before token i, outermost
// last, and gives their sum and where they begin. "At least about 12" is at
// least 12; "only about 12" is about 12.
func (r *reader) hedgesBefore(i int) (hedge, int) {
	var sum hedge
	for n := 0; n < 3; n++ {
		h, first := r.hedgeBefore(i)
		if first == i {
			break
		}
		i = first
		if sum.Hedge == "" || sum.Hedge == event.Exact || sum.Hedge == event.Around && h.Hedge != event.Exact {
			sum = h
		}
	}
	return sum, i
}

// hedgeBefore reads the longest hedge that ends right before token i.
func (r *reader) hedgeBefore(i int) (best hedge, first int) {
	first = i
	if i <= r.floor || r.d.Tokens[i].Gap == text.Blank || r.at(i-1).flags&hedgeEnd == 0 {
		return best, first
	}
	if r.d.Tokens[i].Joined() {
		return best, first
	}
	for n := 1; n <= maxHedge && i-n >= r.floor; n++ {
		k := r.d.Tokens[i-n].Key
		for j := i - n + 1; j < i; j++ {
			k = k.Join(r.d.Tokens[j].Key)
		}
		if h, ok := r.v.before[k]; ok {
			best, first = h, i-n
		}
	}
	// "<>30", "=>30"
	if first < i && r.d.Tokens[first].Kind == text.Punct && first > r.first && r.d.Tokens[first].Gap == text.None && r.d.Tokens[first-1].Kind == text.Punct {
		return hedge{}, i
	}
	return best, first
}

// hedgeAfter reads a hedge that begins at token i, and gives where it ends.
func (r *reader) hedgeAfter(i int) (best hedge, last int) {
	last = i
	if i >= r.last || r.at(i).flags&hedgeStart == 0 {
		return best, last
	}
	k := text.Key(0)
	for j := i; j < r.last && j < i+maxHedge; j++ {
		if j == i {
			k = r.d.Tokens[j].Key
		} else {
			k = k.Join(r.d.Tokens[j].Key)
		}
		if p, ok := r.v.phrases[k]; ok {
			best, last = p.hedge, j+1
		}
	}
	return best, last
}

// with is the count of the numbers lo to hi under a hedge.
func (h hedge) with(lo, hi int) event.Count {
	c := event.Count{Min: lo, Max: hi, Hedge: h.Hedge}
	switch h.Hedge {
	case "", event.Exact:
		c.Hedge = event.Exact
		if lo != hi {
			c.Hedge = event.Between
		}
	case event.Around:
		if lo != hi {
			c.Hedge = event.Between
		}
	case event.AtLeast, event.Vague:
		c.Max = 0
	case event.MoreThan:
		c.Min, c.Max = lo+1, 0
	case event.UpTo:
		c.Min = 0
		if h.strict {
			c.Max = max(0, hi-1)
		}
	case event.Nearly:
		c.Min = 0
		if hi == 0 { // "almost zero"
			c.Hedge = event.Around
		}
		if lo != hi {
			c.Min, c.Hedge = lo, event.Between
		}
	}
	return c
}
