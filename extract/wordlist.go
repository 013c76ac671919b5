package extract

import (
	"strings"
	"sync/atomic"
	"unsafe"

	"github.com/sitrep-go/sitrep/internal/text"
)

// A wordList is the words of one string, made ready to be asked whether a
// token is among them. It is immutable once made.
type wordList struct {
	// at is where the string lies, nil until the list is made; n is how long
	// the string is.
	at atomic.Pointer[byte]
	n  int
	// has has a bit set for the top bits of each word's key, so that nearly
	// all tokens cost one look.
	has   uint64
	slots []listWord
	taken atomic.Bool // by who makes it
	_     [7]byte     // so that each lies in one line of the processor's cache
}

// listWord is a word of a list with its key; no word has the zero key.
type listWord struct {
	key    text.Key
	folded string
}

func (l *wordList) set(words string) {
	fields := strings.Fields(words)
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
	l.n = len(words)
	l.at.Store(unsafe.StringData(words))
}

// holds reports whether token i of d, whose key is k, is one of the words: a
// key sees through hyphens and full stops, a word of the list does not.
func (l *wordList) holds(k text.Key, d *text.Document, i int) bool {
	mask := len(l.slots) - 1
	for n := int(k) & mask; l.slots[n].key != 0; n = (n + 1) & mask {
		if w := &l.slots[n]; w.key == k && (w.folded == d.Of(i) || w.folded == d.Folded(i)) {
			return true
		}
	}
	return false
}

// wordLists keeps the lists that were asked for, each made on first use. A
// list is a function of its string alone, so that it does not matter who made
// it. It is safe for concurrent use; beyond its room lists are made anew.
type wordLists [4096]wordList

// at is where the list of words is looked for first. A list is found by where
// its string lies: the strings are constants of the program, and a list holds
// on to its own, so that no other can come to lie there.
func (x *wordLists) at(words string) *wordList { return &x[home(words)] }

func home(words string) uintptr {
	at := uintptr(unsafe.Pointer(unsafe.StringData(words)))
	return at * 0x9e3779b97f4a7c15 >> 40 % uintptr(len(wordLists{}))
}

// is reports whether l is the list of words, and made.
func (l *wordList) is(words string) bool {
	return l.at.Load() == unsafe.StringData(words) && l.n == len(words)
}

// find is the list of words, which does not stand where it is looked for
// first. It is made if need be.
func (x *wordLists) find(words string) *wordList {
	for n := range uintptr(16) {
		l := &x[(home(words)+n)%uintptr(len(x))]
		if l.is(words) {
			return l
		}
		if l.at.Load() == nil && l.taken.CompareAndSwap(false, true) {
			l.set(words)
			return l
		}
	}
	l := new(wordList)
	l.set(words)
	return l
}
