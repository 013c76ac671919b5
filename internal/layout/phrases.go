package layout

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/sitrep-go/sitrep/internal/text"
)

//go:embed furniture.txt
var furnitureFile string

// A trie would hold the same; with two or three words to a phrase, the keys of
// runs of words looked up one after another are as fast and shorter to say.
type phrases struct {
	whole *text.Table[int8] // key of the run → number of tokens
	first *text.Table[int8] // key of the first token → tokens of the longest phrase
}

type furniture struct {
	line, start, holds, opens, caption, credit, archive phrases
	bar                                                 *text.Table[bool]
}

var load = sync.OnceValue(func() *furniture {
	f := &furniture{bar: text.MakeTable[bool](64)}
	lists := map[string]*phrases{"line": &f.line, "start": &f.start, "holds": &f.holds, "opens": &f.opens, "caption": &f.caption, "credit": &f.credit, "archive": &f.archive}
	for _, p := range lists {
		p.whole, p.first = text.MakeTable[int8](64), text.MakeTable[int8](64)
	}
	section := ""
	var splitter text.Splitter
	for l := range strings.Lines(furnitureFile) {
		l = strings.TrimSpace(l)
		if strings.HasPrefix(l, "[") && strings.HasSuffix(l, "]") {
			section = l[1 : len(l)-1]
			continue
		}
		if l == "" || strings.HasPrefix(l, "# ") && l != "# of #" {
			continue
		}
		if section == "bar" {
			for w := range strings.FieldsSeq(l) {
				*f.bar.At(text.KeyOf(w)) = true
			}
			continue
		}
		lists[section].add(splitter.Split(l))
	}
	return f
})

// anyNumber stands for a number of whatever value in a phrase.
var anyNumber = text.KeyOf("#")

func (p *phrases) add(d *text.Document) {
	var k text.Key
	for i := range d.Tokens {
		k = extend(k, i, keyAt(d, i))
	}
	n := int8(len(d.Tokens))
	*p.whole.At(k) = n
	longest := p.first.At(keyAt(d, 0))
	*longest = max(*longest, n)
}

func extend(k text.Key, i int, next text.Key) text.Key {
	if i == 0 {
		return next
	}
	return k.Join(next)
}

func keyAt(d *text.Document, i int) text.Key {
	t := &d.Tokens[i]
	if t.Kind == text.Number {
		return anyNumber
	}
	return t.Key
}

// at gives how many tokens the longest phrase has that begins at token i and
// ends before last, or 0.
func (p *phrases) at(d *text.Document, i, last int) int {
	if i >= last {
		return 0
	}
	k := keyAt(d, i)
	longest := int(p.first.Of(k))
	if longest == 0 {
		return 0
	}
	best := 0
	for n := 1; ; n++ {
		if int(p.whole.Of(k)) == n {
			best = n
		}
		if n == longest || i+n >= last {
			return best
		}
		k = k.Join(keyAt(d, i+n))
	}
}
