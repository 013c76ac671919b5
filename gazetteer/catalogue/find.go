package catalogue

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sitrep-go/sitrep/internal/text"
)

// Use is what kind of name a match was found by. The zero value is a name of
// the entry itself.
type Use uint8

const (
	ByName    Use = iota
	ByLeader      // the name of the actor's leader: "Hassan Nasrallah"
	ByDemonym     // the adjective: "Israeli"
)

// A Match is tokens First to Last-1 of a document, which name Entry.
type Match struct {
	First, Last int
	Entry       *Entry
	// Maybe is set where the name is also a word or another's name, so that
	// it counts only with a fitting word beside it.
	Maybe bool
	Use   Use
	// Plural is set where the words are the name with an s: "Shaheds".
	Plural bool
}

// Bits of ref.flags.
const (
	maybe   uint8 = 1 << iota
	leader        // a leader's name
	demonym       // an adjective
	cased         // has a capital: "Grad" is no "grad"
	digits        // has a digit: "kn-23" needs no capitals
	acronym       // four capitals or fewer and nothing else: "IS" is no "is"
	marked        // has a mark within: "SPLM/A", "Return, Reclamation and Rehabilitation"
)

// A ref is one name of an entry, in a list of those with the same letters.
type ref struct {
	entry int32 // its number
	next  int32 // index of the next ref with the same hash; 0 ends the list
	flags uint8
	kind  uint8 // index of the entry's Kind in kinds
	_     uint16
}

func (r *ref) maybe() bool { return r.flags&maybe != 0 }

func (r *ref) set(name string, use uint8) {
	f := use
	short := len(name) <= 4
	for i := 0; i < len(name); i++ {
		switch c := name[i]; {
		case 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf:
			f |= cased
			short = short && c < utf8.RuneSelf
		case '0' <= c && c <= '9':
			f |= digits
			short = false
		case c == ',' || c == '.' || c == '/' || c == '&' || c == '(':
			f |= marked
			short = false
		default:
			short = false
		}
	}
	if short {
		f |= acronym
	}
	r.flags = f
}

// An index finds names. A name is hashed as its letters and digits without
// what stands between them, so that "KN-23", "KN 23" and "KN23" are one.
type index struct {
	refs  []ref // refs[0] is nobody's
	names table // of a whole name → its first ref
	// heads holds, by text.Key, what may be the first token of a name, for
	// every way to cut the name: how many tokens the name may have, and
	// whether it is open.
	heads table
	// seen has a bit set for every head, so that most words of a text cost
	// one look into it.
	seen *[seenBits / 64]uint64
	// arms is seen for the names of weapons and their classes alone.
	arms *[seenBits / 64]uint64
	// known has a bit set for every whole name, mixed.
	known *[seenBits / 64]uint64
	// pairs has a bit set for the first two tokens of every name whose head
	// is short, for "the", "in" and "a" are heads too.
	pairs *[pairBits / 64]uint64
}

const (
	seenBits = 1 << 18
	pairBits = 1 << 16

	// maxParts bounds the tokens of a name, and open is set in a head's value
	// where the next token need not be looked for in pairs.
	maxParts = 1<<8 - 1
	open     = 1 << 8
	// maxCuts bounds how many ways a word of a name is cut.
	maxCuts = 8
)

// A head is a key to be entered in index.heads.
type head struct {
	key   text.Key
	value int32
}

// add enters a name of entry e with hash h behind the ref last, which is the end of the
// list of those with the same hash, or 0.
func (x *index) add(h uint64, last int32, name string, e int32, kind Kind, use uint8) {
	n := int32(len(x.refs))
	r := ref{entry: e, kind: uint8(slices.Index(kinds[:], kind))}
	r.set(name, use)
	x.refs = append(x.refs, r)
	if last != 0 {
		x.refs[last].next = n
	} else {
		k := mix(h)
		x.names.put(k, n)
		x.known[k>>46/64] |= 1 << (k >> 46 % 64)
	}
}

// named is the first ref of the names with hash h, or 0.
func (x *index) named(h uint64) int32 {
	k := mix(h)
	if x.known[k>>46/64]&(1<<(k>>46%64)) == 0 {
		return 0
	}
	return x.names.get(k)
}

// addHeads notes the keys that the first token of name may have in a text.
func (x *index) addHeads(heads []head, name string, flags uint8) []head {
	first, rest, spaced := strings.Cut(name, " ")
	parts := int32(2) // the name and a possessive within it
	for i := 1; i < len(name); i++ {
		switch c := name[i]; {
		case c == ' ' || c == '-', '0' <= c && c <= '9' && name[i-1] > '9':
			parts++
		case c == '\'' || c == ',' || c == '.' || c == '/' || c == '&' || c == '(':
			parts += 2
		case c == ')' || c == 0xE2:
			parts++ // 0xE2 begins the curly apostrophe
		}
	}
	parts = min(parts, maxParts)
	k := text.KeyOf(first)
	if !spaced {
		heads = append(heads, head{k, parts | open}, head{keyOf2(first, "s"), parts | open})
	} else {
		heads = append(heads, head{k, parts | x.pair(k, first, rest)})
		if next, _, more := strings.Cut(rest, " "); next != "" && ('0' <= next[0] && next[0] <= '9' || flags&digits != 0) {
			// "Fajr 5" is also written "Fajr-5".
			heads = append(heads, head{keyOf2(first, next), parts | open})
			if !more {
				heads = append(heads, head{keyOf2(first, next+"s"), parts | open})
			}
		}
	}
	for i, n := 1, 0; i < len(first) && n < maxCuts; i++ {
		c := cutAt(first, i)
		if c == whole {
			continue
		}
		n++
		k := text.KeyOf(first[:i])
		v := parts | open
		if c == spelt {
			v = parts | x.pair(k, first[:i], strings.TrimLeft(name[i:], "-"))
		}
		heads = append(heads, head{k, v})
	}
	return heads
}

// pair enters the pairs that a short head k makes with the first token of what
// follows it in a name. It gives open where it entered none.
func (x *index) pair(k text.Key, head, rest string) int32 {
	if len(head) > 4 || rest == "" || cutAt(rest, 0) == marks {
		return open
	}
	next, _, more := strings.Cut(rest, " ")
	x.setPair(k, text.KeyOf(next))
	if !more {
		x.setPair(k, keyOf2(next, "s"))
	}
	for i, n := 1, 0; i < len(next) && n < maxCuts; i++ {
		if cutAt(next, i) != whole {
			n++
			x.setPair(k, text.KeyOf(next[:i]))
		}
	}
	return 0
}

func (x *index) setPair(a, b text.Key) {
	k := mix(uint64(a) + uint64(b)*3)
	x.pairs[k>>48/64] |= 1 << (k >> 48 % 64)
}

// paired reports whether a short head a and token b may begin a name.
func (x *index) paired(a, b text.Key) bool {
	k := mix(uint64(a) + uint64(b)*3)
	return x.pairs[k>>48/64]&(1<<(k>>48%64)) != 0
}

// keyOf2 is the key of a and b written as one word.
func keyOf2(a, b string) text.Key {
	var buf [64]byte
	return text.KeyOf(string(append(append(buf[:0], a...), b...)))
}

// A cut says whether a text may divide a word of a name at a byte.
type cut uint8

const (
	whole cut = iota
	spelt     // "KN-23" is also "KN 23", "T72" is also "T 72", "107mm" is a number and a unit
	marks     // at a mark, which is a token of its own
)

func cutAt(w string, i int) cut {
	switch c := w[i]; {
	case c == '-':
		return spelt
	case c == '\'' || c == '/' || c == '.' || c == '&' || c == ',' || c == '(':
		return marks
	case c >= utf8.RuneSelf:
		switch r, _ := utf8.DecodeRuneInString(w[i:]); r {
		case '’', '‑', '–':
			return marks
		}
	case i == 0:
	case '0' <= c && c <= '9' && (w[i-1] < '0' || '9' < w[i-1]):
		return spelt
	case ('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z') && '0' <= w[i-1] && w[i-1] <= '9':
		return spelt
	}
	return whole
}

// build makes the table of heads.
func (x *index) build(heads []head) {
	x.heads = newTable(len(heads))
	for _, h := range heads {
		x.seen[h.key%seenBits/64] |= 1 << (h.key % 64)
		s := x.heads.at(uint64(h.key))
		s.key = uint32(h.key >> 32)
		s.value = max(s.value&maxParts, h.value&maxParts) | (s.value|h.value)&open
	}
}

// A table is a hash table with open addressing from keys to nonzero values. A
// slot keeps half of its key, which with the place of the slot leaves one
// false answer in some hundred million million. It never grows.
type table struct{ slots []slot }

type slot struct {
	key   uint32
	value int32
}

// newTable is a table with room for n keys.
func newTable(n int) table {
	size := 64
	for size < 2*n {
		size *= 2
	}
	return table{make([]slot, size)}
}

func (t *table) get(k uint64) int32 {
	if len(t.slots) == 0 {
		return 0
	}
	mask := uint32(len(t.slots) - 1)
	high := uint32(k >> 32)
	for i := uint32(k) & mask; ; i = (i + 1) & mask {
		if s := t.slots[i]; s.key == high || s.value == 0 {
			return s.value
		}
	}
}

// at is the slot of k or the empty one where it belongs.
func (t *table) at(k uint64) *slot {
	mask := uint32(len(t.slots) - 1)
	high := uint32(k >> 32)
	for i := uint32(k) & mask; ; i = (i + 1) & mask {
		if s := &t.slots[i]; s.key == high || s.value == 0 {
			return s
		}
	}
}

func (t *table) put(k uint64, v int32) { *t.at(k) = slot{uint32(k >> 32), v} }

const (
	basis = 14695981039346656037
	prime = 1099511628211
)

// mix spreads a rolled hash over all its bits, which a table needs.
func mix(h uint64) uint64 {
	h ^= h >> 32
	return h * 0x9e3779b97f4a7c15
}

// roll carries the hash h of a name's letters and digits on over s. It also
// gives the hash without the last of them and whether that is an s.
func roll(h uint64, s string) (hash, before uint64, plural bool) {
	before = h
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			before = h
			plural = c == 'S'
			h = (h ^ uint64(c+'a'-'A')) * prime
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			before = h
			plural = c == 's'
			h = (h ^ uint64(c)) * prime
		case c >= utf8.RuneSelf:
			end := i + 1
			for end < len(s) && s[end] >= utf8.RuneSelf {
				end++
			}
			for _, c := range []byte(text.Fold(s[i:end])) {
				if c == '-' {
					continue
				}
				before = h
				h = (h ^ uint64(c)) * prime
			}
			plural = false
			i = end - 1
		}
	}
	return h, before, plural
}

// rollPlain is roll for s of small letters and digits.
func rollPlain(h uint64, s string) (hash, before uint64, plural bool) {
	before = h
	for i := 0; i < len(s); i++ {
		before = h
		h = (h ^ uint64(s[i])) * prime
	}
	return h, before, len(s) > 0 && s[len(s)-1] == 's'
}

// lettering tells how a run of tokens is written, which decides what a capital
// means in it. It is judged when first asked for.
type lettering struct {
	d              *text.Document
	first, last    int
	judged         bool
	upper, lowered bool
}

// allUpper reports whether the run is a headline in capitals.
func (l *lettering) allUpper() bool { l.judge(); return l.upper }

// allLower reports whether the run has no capitals at all.
func (l *lettering) allLower() bool { l.judge(); return l.lowered }

func (l *lettering) judge() {
	if l.judged {
		return
	}
	words, lower, upper := 0, 0, 0
	for i := l.first; i < l.last; i++ {
		switch t := &l.d.Tokens[i]; {
		case t.Kind != text.Word:
		case t.Case == text.Lower:
			words++
			lower++
		case t.Case == text.Upper:
			words++
			upper++
		case t.Case != text.NoCase:
			words++
		}
	}
	l.judged = true
	l.upper = words >= 3 && upper == words
	l.lowered = words >= 3 && lower == words
}

// Find appends to dst the names among tokens first to last-1 of d, from left
// to right. Within a kind the leftmost and longest name wins and none
// overlaps; names of different kinds may. A name with capitals needs
// capitals, unless the tokens have none at all or it is a designation with
// digits, and an acronym needs all of its own. One name that may mean several
// entries gives a match for each. Callers pass a sentence at a time, for it is
// there that the lettering is judged.
func (c *Catalogue) Find(d *text.Document, first, last int, dst []Match) []Match {
	return c.find(d, first, last, dst, c.seen)
}

// Armed reports whether [Catalogue.Find] finds the name of a weapon or class
// among tokens first to last-1 of d. room is memory for what it finds.
func (c *Catalogue) Armed(d *text.Document, first, last int, room []Match) bool {
	for _, m := range c.find(d, first, last, room[:0], c.arms) {
		if m.Entry.Kind == Weapon || m.Entry.Kind == Class {
			return true
		}
	}
	return false
}

// find finds the names whose first token has its bit in heads.
func (c *Catalogue) find(d *text.Document, first, last int, dst []Match, heads *[seenBits / 64]uint64) []Match {
	if len(c.refs) == 0 {
		return dst
	}
	var busy [len(kinds)]int
	style := lettering{d: d, first: first, last: last}
	toks := d.Tokens[:last]
	for i := first; i < last; i++ {
		k := toks[i].Key
		if heads[k%seenBits/64]&(1<<(k%64)) == 0 {
			continue
		}
		if toks[i].Kind == text.Punct || toks[i].Kind == text.Clitic {
			continue
		}
		parts := c.heads.get(uint64(k))
		if parts == 0 || parts&open == 0 && (i+1 == last || !c.paired(k, toks[i+1].Key)) {
			continue
		}
		parts &= maxParts
		type hit struct {
			last   int
			ref    int32
			plural bool
		}
		var best [len(kinds)]hit
		h := uint64(basis)
		crossed, any := false, false
	tokens:
		for j := i; j < last && j < i+int(parts); j++ {
			t := &toks[j]
			if t.Gap == text.Blank && j > i {
				break
			}
			if t.Kind == text.Punct {
				switch d.Text[t.Start] {
				case ',', '.', '/', '&', '(', ')':
					crossed = true
					continue
				case '\'', 0xE2: // "Workers' Party", straight or curly
					continue
				}
				break tokens
			}
			var before uint64
			var s bool
			if w, ok := d.Plain(j); ok {
				h, before, s = rollPlain(h, w)
			} else {
				h, before, s = roll(h, d.Of(j))
			}
			for n := c.named(h); n != 0; n = c.refs[n].next {
				if b := &best[c.refs[n].kind]; b.last != j+1 && (!crossed || c.refs[n].flags&marked != 0) && fits(d, i, j+1, &c.refs[n], &style, false) {
					*b, any = hit{j + 1, n, false}, true
				}
			}
			if !s || t.Kind == text.Clitic {
				continue
			}
			for n := c.named(before); n != 0; n = c.refs[n].next {
				if b := &best[c.refs[n].kind]; b.last != j+1 && !crossed && fits(d, i, j+1, &c.refs[n], &style, true) {
					*b, any = hit{j + 1, n, true}, true
				}
			}
		}
		if !any {
			continue
		}
		for kind, b := range best {
			if b.last == 0 || i < busy[kind] {
				continue
			}
			busy[kind] = b.last
			for n := b.ref; n != 0; n = c.refs[n].next {
				r := &c.refs[n]
				if int(r.kind) != kind || n != b.ref && !fits(d, i, b.last, r, &style, b.plural) {
					continue
				}
				m := Match{First: i, Last: b.last, Entry: c.entry(r.entry), Maybe: r.maybe(), Plural: b.plural}
				switch {
				case r.flags&leader != 0:
					m.Use = ByLeader
				case r.flags&demonym != 0:
					m.Use = ByDemonym
				}
				dst = append(dst, m)
			}
		}
	}
	return dst
}

// fits reports whether tokens i to j-1 are written as the name wants.
func fits(d *text.Document, i, j int, r *ref, style *lettering, plural bool) bool {
	if plural && d.Text[d.Tokens[j-1].End-1] == 'S' && (r.flags&acronym != 0 || !style.allUpper()) {
		return false // "SOLDIERS" among capitals, but "HTS" is no plural
	}
	if r.flags&cased == 0 {
		return true
	}
	if r.flags&acronym != 0 {
		// In a headline of capitals "IS" and "US" are words as often as names.
		if d.Tokens[i].End-d.Tokens[i].Start <= 2 && style.allUpper() {
			return false
		}
		return capitals(d.Slice(i, j), plural)
	}
	if r.flags&digits != 0 && (i+1 == j || d.Tokens[i+1].Joined()) {
		return true // "ak-47", but no AT-14 in "put the dead at 14"
	}
	for ; i < j; i++ {
		switch d.Tokens[i].Case {
		case text.Title, text.Upper, text.Mixed:
			return true
		}
	}
	return !r.maybe() && style.allLower()
}

// capitals reports whether all letters of s are capitals, but for a plural's s.
func capitals(s string, plural bool) bool {
	if plural {
		s = s[:len(s)-1]
	}
	for i := 0; i < len(s); i++ {
		if 'a' <= s[i] && s[i] <= 'z' {
			return false
		}
	}
	return true
}
