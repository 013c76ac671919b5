package rules

import (
	"sort"
	"strings"

	"github.com/sitrep-go/sitrep/internal/text"
)

// A Grammar is compiled rules with the words they know. It is immutable and
// safe for concurrent use.
type Grammar struct {
	words map[text.Key]int32
	// keys has the key of each word, and byKey its number, once all are known.
	keys  []text.Key
	byKey *text.Table[int32]
	info  []Sets
	// common is set for words of grammar, which make poor anchors.
	common []bool
	// features has, for each word, the features it gives a sentence.
	features lists
	sets     map[string]int
	stages   map[string]*Stage
	order    []*Stage
}

// A Set is the number of a set of words in its grammar: one that the rules name,
// or that of the words which are anchors of a stage's patterns.
type Set uint8

const (
	// NoSet is the Set of a name that the grammar does not have; no word is in it.
	NoSet Set = maxSets - 1

	// maxSets bounds the sets of a grammar, one bit each in a word's membership;
	// maxNamed of them have names, and maxStages are those of stages.
	maxSets   = 256
	maxNamed  = 240
	maxStages = maxSets - 1 - maxNamed
)

// Sets are sets of a grammar: those that a word is in, or some word of several.
type Sets [maxSets / 64]uint64

// Has reports whether s is among the sets.
func (x *Sets) Has(s Set) bool { return x[s/64]&(1<<(s%64)) != 0 }

func (x *Sets) add(s Set) { x[s/64] |= 1 << (s % 64) }

// Sets is the sets that some of the words is in: where a set is not among them,
// no word need be asked.
func (g *Grammar) Sets(words []int32) Sets {
	var a, b, c, d uint64 // in registers
	for _, w := range words {
		x := &g.info[w]
		a, b, c, d = a|x[0], b|x[1], c|x[2], d|x[3]
	}
	return Sets{a, b, c, d}
}

// Set is the set of that name, or [NoSet].
func (g *Grammar) Set(name string) Set {
	if i, ok := g.sets[name]; ok {
		return Set(i)
	}
	return NoSet
}

// Word is the number of the word with key k, or 0 when no rule or set holds
// it.
func (g *Grammar) Word(k text.Key) int32 { return g.byKey.Of(k) }

// In reports whether word w is in set s; the word 0 is in none.
func (g *Grammar) In(w int32, s Set) bool {
	return g.info[w].Has(s)
}

// Words are words of a grammar, put together from its sets, that are asked for
// all at once.
type Words []uint64

// Words is the words of the sets, with those that have the keys more, as far as
// the grammar knows them.
func (g *Grammar) Words(sets []Set, more ...text.Key) Words {
	out := make(Words, len(g.info)/64+1)
	add := func(w int) { out[w/64] |= 1 << (w % 64) }
	for w := range g.info {
		for _, s := range sets {
			if g.In(int32(w), s) {
				add(w)
			}
		}
	}
	for _, k := range more {
		add(int(g.Word(k)))
	}
	return out
}

// Has reports whether word w, which its grammar knows, is one of the words.
func (s Words) Has(w int32) bool { return s[uint32(w)/64]&(1<<(uint32(w)%64)) != 0 }

// Stage is the rules of one file, or nil.
func (g *Grammar) Stage(name string) *Stage { return g.stages[name] }

func (g *Grammar) intern(w string) int32 {
	k := text.KeyOf(strings.Trim(w, "."))
	if text.Fold(w) == "" {
		k = text.KeyOf(w)
	}
	if i, ok := g.words[k]; ok {
		return i
	}
	i := int32(len(g.info))
	g.word(k, commonWords[text.Fold(w)])
	g.words[k] = i
	return i
}

// word numbers the word with key k.
func (g *Grammar) word(k text.Key, common bool) {
	g.keys = append(g.keys, k)
	g.info = append(g.info, Sets{})
	g.common = append(g.common, common)
}

// addSets numbers the sets in the order of their names and resolves sets
// within sets.
func (g *Grammar) addSets(sets map[string]*setSource) []error {
	var faults []error
	names := make([]string, 0, len(sets))
	for name := range sets {
		names = append(names, name)
	}
	sort.Strings(names)
	for i, name := range names {
		if i >= maxNamed {
			s := sets[name]
			faults = append(faults, fault{s.file, s.line, s.col, "there are more than 240 sets; put this one's words into another"})
			break
		}
		g.sets[name] = i
	}
	for _, name := range names {
		i, ok := g.sets[name]
		if !ok {
			break
		}
		seen := map[string]bool{}
		var add func(n string)
		add = func(n string) {
			if seen[n] {
				return
			}
			seen[n] = true
			s := sets[n]
			for _, w := range s.words {
				if inner, ok := strings.CutPrefix(w, "@"); ok {
					if sets[inner] == nil {
						faults = append(faults, fault{s.file, s.line, s.col, "there is no set " + inner + "; write \"set " + inner + " = …\" or take it out"})
						continue
					}
					add(inner)
					continue
				}
				g.info[g.intern(w)].add(Set(i))
			}
		}
		add(name)
	}
	return faults
}

// commonWords are the words that occur in nearly every sentence. A pattern is
// tried only where its rarest word stands, so they are never chosen for it.
var commonWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`a an the of in on at to by for from with and or but as is are was were be been being
		has have had having it its he she they his her their this that these those who which not no said says say after
		before when while where more than least up over about one two three some other others including people one will
		would could may might into near during between among amid s n't , . ; : " ( ) - – —`) {
		m[w] = true
	}
	return m
}()
