package catalogue

import (
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
	entry *Entry
	next  int32 // index of the next ref with the same hash; 0 ends the list
	flags uint8
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
	heads table // text.Key of a name's first token, for every way to cut it → how many tokens it may have
	// seen has a bit set for every head, so that nearly all words of a text
	// cost one look into it.
	seen [seenBits / 64]uint64
}

const seenBits = 1 << 18

// room makes room for n names.
func (x *index) room(n int) {
	size := 64
	for size < 2*n {
		size *= 2
	}
	x.refs = make([]ref, 1, n+1)
	x.names.slots = make([]slot, size)
	x.heads.slots = make([]slot, 2*size)
}

// add enters a name with hash h behind the ref last, which is the end of the
// list of those with the same hash, or 0.
func (x *index) add(h uint64, last int32, name string, e *Entry, use uint8) {
	n := int32(len(x.refs))
	r := ref{entry: e}
	r.set(name, use)
	x.refs = append(x.refs, r)
	if last != 0 {
		x.refs[last].next = n
	} else {
		x.names.put(mix(h), n)
	}
	x.enterHeads(name, r.flags)
}

// enterHeads enters the keys that the first token of name may have in a text.
func (x *index) enterHeads(name string, flags uint8) {
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
	x.head(first, parts)
	if !spaced {
		x.headOf(first, "s", parts)
	} else if next, _, more := strings.Cut(rest, " "); next != "" && ('0' <= next[0] && next[0] <= '9' || flags&digits != 0) {
		// "Fajr 5" is also written "Fajr-5".
		x.headOf(first, next, parts)
		if !more {
			var b [64]byte
			x.headOf(first, string(append(append(b[:0], next...), 's')), parts)
		}
	}
	for i := 1; i < len(first); i++ {
		switch c := first[i]; {
		case c == '-' || c == '\'' || c == '/' || c == '.' || c == '&' || c == ',' || c == '(':
			x.head(first[:i], parts)
		case c >= utf8.RuneSelf:
			if r, _ := utf8.DecodeRuneInString(first[i:]); r == '’' || r == '‑' || r == '–' {
				x.head(first[:i], parts)
			}
		case '0' <= c && c <= '9' && (first[i-1] < '0' || '9' < first[i-1]):
			x.head(first[:i], parts) // "T72" is also written "T 72"
		case ('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z') && '0' <= first[i-1] && first[i-1] <= '9':
			x.head(first[:i], parts) // "107mm" is a number and a unit
		}
	}
}

func (x *index) head(s string, parts int32) { x.headKey(text.KeyOf(s), parts) }

func (x *index) headOf(a, b string, parts int32) {
	var buf [64]byte
	x.headKey(text.KeyOf(string(append(append(buf[:0], a...), b...))), parts)
}

func (x *index) headKey(k text.Key, parts int32) {
	x.seen[k%seenBits/64] |= 1 << (k % 64)
	x.heads.max(uint64(k), parts)
}

// A table is a hash table with open addressing from keys to nonzero values. A
// slot keeps half of its key, which with the place of the slot leaves one
// false answer in some hundred million million.
type table struct {
	slots []slot
	n     int
}

type slot struct {
	key   uint32
	value int32
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

// at is the slot of k or the empty one where it belongs. Tables are made with
// room to spare and never grow.
func (t *table) at(k uint64) *slot {
	mask := uint32(len(t.slots) - 1)
	high := uint32(k >> 32)
	for i := uint32(k) & mask; ; i = (i + 1) & mask {
		if s := &t.slots[i]; s.key == high || s.value == 0 {
			return s
		}
	}
}

func (t *table) put(k uint64, v int32) {
	s := t.at(k)
	if s.value == 0 {
		t.n++
	}
	*s = slot{uint32(k >> 32), v}
}

func (t *table) max(k uint64, v int32) {
	s := t.at(k)
	if s.value == 0 {
		t.n++
	}
	*s = slot{uint32(k >> 32), max(s.value, v)}
}

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
			plural = false
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

// lettering is how a run of tokens is written, which decides what a capital
// means in it.
type lettering uint8

const (
	unknown  lettering = iota
	ordinary           // capitals mean something
	allUpper           // a headline in capitals
	allLower           // a text without any
)

func letteringOf(d *text.Document, first, last int) lettering {
	words, lower, upper := 0, 0, 0
	for i := first; i < last; i++ {
		switch t := &d.Tokens[i]; {
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
	switch {
	case words >= 3 && upper == words:
		return allUpper
	case words >= 3 && lower == words:
		return allLower
	}
	return ordinary
}

// Find appends to dst the names among tokens first to last-1 of d, from left
// to right. Within a kind the leftmost and longest name wins and none
// overlaps; names of different kinds may. A name with capitals needs
// capitals, unless the tokens have none at all or it is a designation with
// digits, and an acronym needs all of its own. One name that may mean several
// entries gives a match for each. Callers pass a sentence at a time, for it is
// there that the lettering is judged.
func (c *Catalogue) Find(d *text.Document, first, last int, dst []Match) []Match {
	if len(c.refs) == 0 {
		return dst
	}
	var busy [len(kinds)]int
	style := unknown
	toks := d.Tokens[:last]
	for i := first; i < last; i++ {
		k := toks[i].Key
		if c.seen[k%seenBits/64]&(1<<(k%64)) == 0 {
			continue
		}
		parts := c.heads.get(uint64(k))
		if parts == 0 || toks[i].Kind == text.Punct || toks[i].Kind == text.Clitic {
			continue
		}
		if style == unknown {
			style = letteringOf(d, first, last)
		}
		type hit struct {
			last   int
			ref    int32
			plural bool
		}
		var best [len(kinds)]hit
		h := uint64(basis)
		crossed := false
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
			h, before, s = roll(h, d.Of(j))
			for n := c.names.get(mix(h)); n != 0; n = c.refs[n].next {
				if b := &best[c.refs[n].kind()]; b.last != j+1 && (!crossed || c.refs[n].flags&marked != 0) && fits(d, i, j+1, &c.refs[n], style, false) {
					*b = hit{j + 1, n, false}
				}
			}
			if !s || t.Kind == text.Clitic {
				continue
			}
			for n := c.names.get(mix(before)); n != 0; n = c.refs[n].next {
				if b := &best[c.refs[n].kind()]; b.last != j+1 && !crossed && fits(d, i, j+1, &c.refs[n], style, true) {
					*b = hit{j + 1, n, true}
				}
			}
		}
		for kind, b := range best {
			if b.last == 0 || i < busy[kind] {
				continue
			}
			busy[kind] = b.last
			for n := b.ref; n != 0; n = c.refs[n].next {
				r := &c.refs[n]
				if int(r.kind()) != kind || n != b.ref && !fits(d, i, b.last, r, style, b.plural) {
					continue
				}
				m := Match{First: i, Last: b.last, Entry: r.entry, Maybe: r.maybe(), Plural: b.plural}
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

// kind is the index of the ref's kind in kinds.
func (r *ref) kind() int {
	switch r.entry.Kind {
	case Weapon:
		return 0
	case Class:
		return 1
	case Actor:
		return 2
	case People:
		return 3
	case Site:
		return 4
	}
	return 5
}

// fits reports whether tokens i to j-1 are written as the name wants.
func fits(d *text.Document, i, j int, r *ref, style lettering, plural bool) bool {
	if r.flags&cased == 0 {
		return true
	}
	if r.flags&acronym != 0 {
		// In a headline of capitals "IS" and "US" are words as often as names.
		if style == allUpper && d.Tokens[i].End-d.Tokens[i].Start <= 2 {
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
	return style == allLower && !r.maybe()
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
