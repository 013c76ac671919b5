package rules

import "strings"

// Features says which of the grammar's features a run of tokens has. A
// feature is a set of words of which a pattern must hold one; a pattern of
// which the sentence lacks a feature cannot match in it, and is not tried.
type Features [maxFeatures / 64]uint64

// maxFeatures bounds the features of a grammar. Sets of words beyond it are
// not asked for, which costs time and changes nothing else.
const maxFeatures = 1024

func (f *Features) add(o *Features) {
	for i := range f {
		f[i] |= o[i]
	}
}

// has reports whether all of need is in f.
func (f *Features) has(need *Features) bool {
	for i := range f {
		if need[i]&^f[i] != 0 {
			return false
		}
	}
	return true
}

// addNeeds notes what each program must hold. It runs when all words of the
// grammar are known.
func (g *Grammar) addNeeds() {
	g.features = make([]Features, len(g.info))
	ids := map[string]int{}
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
					if id = len(ids); id >= maxFeatures {
						continue
					}
					ids[key.String()] = id
					for _, w := range words {
						g.features[w][id/64] |= 1 << (id % 64)
					}
				}
				p.need[id/64] |= 1 << (id % 64)
			}
			p.row = nil
		}
	}
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
