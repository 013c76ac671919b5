package extract

import (
	"strings"
	"sync/atomic"
	"unsafe"

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

// of is the list of words. A list is found by where its string lies: the
// strings are constants of the program, and a list holds on to its own, so
// that no other can come to lie there.
func (x *wordLists) of(words string) *wordList {
	at := unsafe.StringData(words)
	h := uintptr(unsafe.Pointer(at)) * 0x9e3779b97f4a7c15 >> 40
	for n := range uintptr(16) {
		slot := &x.slots[(h+n)%uintptr(len(x.slots))]
		l := slot.Load()
		if l == nil {
			l = newWordList(words)
			if slot.CompareAndSwap(nil, l) {
				return l
			}
			l = slot.Load()
		}
		if unsafe.StringData(l.words) == at && len(l.words) == len(words) {
			return l
		}
	}
	return newWordList(words)
}
