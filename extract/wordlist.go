package extract

import (
	"strings"
	"sync/atomic"

	"github.com/sitrep-go/sitrep/internal/text"
)

// A wordList is the words of one string, made ready to be asked whether a
// token is among them. It is immutable.
type wordList struct {
	words string
	// has has a bit set for the top bits of each word's key, so that nearly
	// all tokens cost one look.
	has   uint64
	slots []listWord
}

// listWord is a word of a list with its key; no word has the zero key.
type listWord struct {
	key    text.Key
	folded string
}

func newWordList(words string) *wordList {
	fields := strings.Fields(words)
	l := &wordList{words: words}
	size := 2
	for size < 2*len(fields) {
		size *= 2
	}
	l.slots = make([]listWord, size)
	for _, f := range fields {
		k := text.KeyOf(f)
		l.has |= 1 << (k >> 58)
		i := int(k) & (size - 1)
		for l.slots[i].key != 0 {
			i = (i + 1) & (size - 1)
		}
		l.slots[i] = listWord{k, f}
	}
	return l
}

// holds reports whether token i of d, whose key is k, is one of the words: a
// key sees through hyphens and full stops, a word of the list does not.
func (l *wordList) holds(k text.Key, d *text.Document, i int) bool {
	mask := len(l.slots) - 1
	for n := int(k) & mask; l.slots[n].key != 0; n = (n + 1) & mask {
		if l.slots[n].key == k && l.slots[n].folded == d.Folded(i) {
			return true
		}
	}
	return false
}

// wordLists keeps the lists that were asked for, each made on first use. A
// list is a function of its string alone, so that it does not matter who made
// it. It is safe for concurrent use; beyond its room lists are made anew.
type wordLists struct {
	slots [4096]atomic.Pointer[wordList]
}

// of is the list of words.
func (x *wordLists) of(words string) *wordList {
	h := hashWords(words)
	for n := range uint64(16) {
		slot := &x.slots[(h+n)%uint64(len(x.slots))]
		l := slot.Load()
		if l == nil {
			l = newWordList(words)
			if slot.CompareAndSwap(nil, l) {
				return l
			}
			l = slot.Load()
		}
		if l.words == words {
			return l
		}
	}
	return newWordList(words)
}

// hashWords hashes the length, the front and the end of s, by which the lists
// differ.
func hashWords(s string) uint64 {
	h := uint64(len(s)) * 0x9e3779b97f4a7c15
	if n := len(s); n >= 8 {
		h ^= le64(s) ^ le64(s[n-8:])*0xa0761d6478bd642f
	} else {
		for i := 0; i < n; i++ {
			h = (h ^ uint64(s[i])) * 0x100000001b3
		}
	}
	h *= 0xe7037ed1a0b428db
	return h >> 40
}

func le64(s string) uint64 {
	s = s[:8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
