package rules

import (
	"slices"
	"strings"
)

// Features says which of the grammar's features a run of tokens has. A
// feature is a set of words of which a pattern must hold one; a pattern of
// which the sentence lacks a feature cannot match in it, and is not tried.
type Features [maxFeatures / 64]uint64

// maxFeatures bounds the features of a grammar. Sets of words beyond it are
// not asked for, which costs time and changes nothing else.
const maxFeatures = 1024

// Features puts into f, which is overwritten, what a run of words has.
func (g *Grammar) Features(words []int32, f *Features) {
	*f = Features{}
	for _, w := range words {
		if w > 0 {
			f.add(g.features.of(w))
		}
	}
}

// add puts features into f.
func (f *Features) add(ids []uint16) {
	for _, id := range ids {
		f[id/64%uint16(len(f))] |= 1 << (id % 64)
	}
}

// has reports whether all of need is in f.
func (f *Features) has(need []uint16) bool {
	for _, id := range need {
		if f[id/64%uint16(len(f))]&(1<<(id%64)) == 0 {
			return false
		}
	}
	return true
}

// lists are lists of features, one behind the other: that numbered i is ids
// from[i] to from[i+1].
type lists struct {
	from []int32
	ids  []uint16
}

func (l *lists) of(i int32) []uint16 { return l.ids[l.from[i]:l.from[i+1]] }

// listsOf puts the lists of all behind one another.
func listsOf(all [][]uint16) lists {
	l := lists{from: make([]int32, 0, len(all)+1)}
	for _, ids := range all {
		l.from = append(l.from, int32(len(l.ids)))
		l.ids = append(l.ids, ids...)
	}
	l.from = append(l.from, int32(len(l.ids)))
	return l
}

// addNeeds notes what each program must hold. It runs when all words of the
// grammar are known.
func (g *Grammar) addNeeds() {
	features := make([][]uint16, len(g.info))
	ids := map[string]uint16{}
	for _, st := range g.order {
		for _, p := range st.sources {
			for i, n := range p.row {
				if n.kind == slotNode && p.kinds[n.slot] == "n" {
					p.counts = true
				}
				// The anchor is there wherever a pattern is tried.
				words := g.needed(n)
				if len(words) == 0 || i == p.at {
					continue
				}
				var key strings.Builder
				for _, w := range words {
					key.WriteRune(rune(w))
				}
				id, ok := ids[key.String()]
				if !ok {
					if len(ids) == maxFeatures {
						continue
					}
					id = uint16(len(ids))
					ids[key.String()] = id
					for _, w := range words {
						// A choice may name a word twice.
						if l := features[w]; len(l) == 0 || l[len(l)-1] != id {
							features[w] = append(l, id)
						}
					}
				}
				if !slices.Contains(p.need, id) {
					p.need = append(p.need, id)
				}
			}
			p.row = nil
		}
	}
	g.features = listsOf(features)
}

// needed lists the words of which one must stand where n matches, or none
// where n may do without.
func (g *Grammar) needed(n node) []int32 {
	switch n.kind {
	case wordNode, setNode:
		return g.anchorWords(n)
	case groupNode:
		if n.opt {
			return nil
		}
		var out []int32
		for _, alt := range n.alts {
			best, least := []int32(nil), 0
			for _, e := range alt {
				words := g.needed(e)
				cost := len(words)
				for _, w := range words {
					if g.common[w] {
						cost += 1000
					}
				}
				if len(words) > 0 && (best == nil || cost < least) {
					best, least = words, cost
				}
			}
			if best == nil {
				return nil
			}
			out = append(out, best...)
		}
		return out
	}
	return nil
}
