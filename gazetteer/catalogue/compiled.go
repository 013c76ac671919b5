package catalogue

import (
	_ "embed"
	"sync/atomic"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/pack"
)

//go:generate go test -run ^TestCompiled$ -update .

// compiled is the catalogue of data as the parser leaves it, so that a program
// need not parse it anew each time it starts. Where it was made from other
// files than those in data, the parser reads them.
//
//go:embed catalogue.bin
var compiled string

// packed is the entries of a compiled catalogue. Each is made when it is first
// asked for, and the same ever after.
type packed struct {
	file  *pack.Reader
	list  []packedEntry
	names []pack.Span
	made  []atomic.Pointer[Entry]
}

type packedEntry struct {
	kind, id, name, category, family, origin, role, country, parent, actorKind, source pack.Span
	// first is where its names begin, and behind them its theatres.
	first, names, theatres uint32
}

func (p *packed) entry(i int32) *Entry {
	if e := p.made[i].Load(); e != nil {
		return e
	}
	x, s := &p.list[i], p.file.Text
	texts := make([]string, x.names+x.theatres)
	for k := range texts {
		texts[k] = s(p.names[int(x.first)+k])
	}
	e := &Entry{
		Kind: Kind(s(x.kind)), ID: s(x.id), Name: s(x.name), Category: event.Category(s(x.category)), Family: s(x.family), Origin: s(x.origin),
		Role: Role(s(x.role)), Country: s(x.country), Parent: s(x.parent), ActorKind: s(x.actorKind), Source: s(x.source),
		Names: texts[:x.names:x.names],
	}
	if x.theatres > 0 {
		e.Theatre = texts[x.names:]
	}
	if !p.made[i].CompareAndSwap(nil, e) {
		return p.made[i].Load()
	}
	return e
}

// pack writes c, which was made from files with that sum, as unpack reads it.
func (c *Catalogue) pack(sum uint64) []byte {
	var w pack.Writer
	var list []packedEntry
	var names []pack.Span
	s := w.Span
	for _, e := range c.Entries() {
		list = append(list, packedEntry{
			s(string(e.Kind)), s(e.ID), s(e.Name), s(string(e.Category)), s(e.Family), s(e.Origin), s(string(e.Role)), s(e.Country), s(e.Parent),
			s(e.ActorKind), s(e.Source), uint32(len(names)), uint32(len(e.Names)), uint32(len(e.Theatre)),
		})
		for _, n := range e.Names {
			names = append(names, s(n))
		}
		for _, t := range e.Theatre {
			names = append(names, s(t))
		}
	}
	pack.Write(&w, list)
	pack.Write(&w, names)
	pack.Write(&w, c.ids.slots)
	pack.Write(&w, c.refs)
	pack.Write(&w, c.names.slots)
	pack.Write(&w, c.heads.slots)
	pack.Write(&w, c.seen[:])
	pack.Write(&w, c.arms[:])
	pack.Write(&w, c.known[:])
	pack.Write(&w, c.pairs[:])
	return w.Bytes(sum)
}

// unpack is the catalogue of a file, or false where the file was not made from
// data.
func unpack(file string) (*Catalogue, bool) {
	sum, err := pack.Sum(data)
	if err != nil {
		return nil, false
	}
	r, ok := pack.Open(file, sum)
	if !ok {
		return nil, false
	}
	p := &packed{file: r, list: pack.Read[packedEntry](r), names: pack.Read[pack.Span](r)}
	p.made = make([]atomic.Pointer[Entry], len(p.list))
	c := &Catalogue{embedded: true, packed: p}
	c.ids.slots, c.refs = pack.Read[slot](r), pack.Read[ref](r)
	c.names.slots, c.heads.slots = pack.Read[slot](r), pack.Read[slot](r)
	c.seen = (*[seenBits / 64]uint64)(pack.Read[uint64](r))
	c.arms = (*[seenBits / 64]uint64)(pack.Read[uint64](r))
	c.known = (*[seenBits / 64]uint64)(pack.Read[uint64](r))
	c.pairs = (*[pairBits / 64]uint64)(pack.Read[uint64](r))
	return c, true
}
