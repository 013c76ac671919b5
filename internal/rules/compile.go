package rules

import (
	"fmt"
	"strings"
)

// op is what an instruction does.
type op int32

const (
	opWord  op = iota // the word x
	opSet             // a word of set x
	opSlot            // a mention of kind x, captured as y
	opAny             // any one token
	opSee             // what stands between subject and verb
	opGap             // up to gapWords words
	opStart           // the sentence's start
	opEnd             // the sentence's end
	opSplit           // try x, then y
	opJump            // go on at x
	opDone
)

type inst struct {
	op   op
	x, y int32
}

// A compiled is one pattern compiled: what must stand at the anchor, and what
// must match to its left, read backwards, and to its right.
type compiled struct {
	rule        *Rule
	anchor      node
	left, right []inst
	weight      int      // how many words must be there
	kinds       []string // of slots
	names       []string // of captures
	row         []node   // the elements, until need is known
	at          int      // of the anchor in row
	need        []uint16 // the features that its words must have
	counts      bool     // a number must be there
}

// node is a parsed element.
type node struct {
	kind nodeKind
	word int32
	set  int
	slot int
	name int
	alts [][]node
	opt  bool
}

type nodeKind uint8

const (
	wordNode nodeKind = iota
	setNode
	slotNode
	anyNode
	seeNode
	gapNode
	startNode
	endNode
	groupNode
)

type compiler struct {
	g    *Grammar
	file string
	src  source
	pos  int
	prog *compiled
}

func (c *compiler) fault(format string, args ...any) error {
	return fault{c.file, c.src.line, c.src.col + c.pos, fmt.Sprintf(format, args...)}
}

func (c *compiler) compile() ([]*compiled, error) {
	var names compiled
	c.prog = &names
	nodes, err := c.row(0)
	if err != nil {
		return nil, err
	}
	progs, ok := c.programs(nodes)
	if !ok {
		c.pos = 0
		return nil, c.fault("the pattern holds no word that must be there; put one outside the brackets")
	}
	for _, p := range progs {
		p.kinds, p.names = names.kinds, names.names
	}
	return progs, nil
}

// programs compiles a row. Where no element can be its anchor, the first
// choice between rows is taken apart into a program for each.
func (c *compiler) programs(nodes []node) ([]*compiled, bool) {
	if at := c.pickAnchor(nodes); at >= 0 {
		p := &compiled{anchor: nodes[at], weight: weight(nodes), row: nodes, at: at}
		p.left = append(emit(nil, nodes[:at], true), inst{op: opDone})
		p.right = append(emit(nil, nodes[at+1:], false), inst{op: opDone})
		return []*compiled{p}, true
	}
	for i, n := range nodes {
		if n.kind != groupNode || n.opt {
			continue
		}
		var out []*compiled
		for _, alt := range n.alts {
			row := append(append(append([]node(nil), nodes[:i]...), alt...), nodes[i+1:]...)
			progs, ok := c.programs(row)
			if !ok {
				return nil, false
			}
			out = append(out, progs...)
		}
		return out, true
	}
	return nil, false
}

// weight counts the words that a row asks for.
func weight(nodes []node) int {
	n := 0
	for _, e := range nodes {
		switch {
		case e.kind == wordNode || e.kind == setNode:
			n++
		case e.kind == groupNode && !e.opt:
			least := weight(e.alts[0])
			for _, alt := range e.alts[1:] {
				least = min(least, weight(alt))
			}
			n += least
		}
	}
	return n
}

// row parses elements up to the closing byte, which it leaves, or the end.
func (c *compiler) row(close byte) ([]node, error) {
	var out []node
	s := c.src.text
	for c.pos < len(s) {
		ch := s[c.pos]
		switch {
		case ch == ' ' || ch == '\t':
			c.pos++
		case ch == '|' && close != 0, ch == close && close != 0:
			return out, nil
		case ch == '(' || ch == '[':
			n, err := c.group(ch)
			if err != nil {
				return nil, err
			}
			out = append(out, n)
		case ch == ')' || ch == ']' || ch == '|':
			return nil, c.fault("%q closes nothing; take it out or open it", string(ch))
		case ch == '{':
			n, err := c.slot()
			if err != nil {
				return nil, err
			}
			out = append(out, n)
		default:
			n, err := c.word()
			if err != nil {
				return nil, err
			}
			out = append(out, n...)
		}
	}
	if close != 0 {
		return nil, c.fault("%q is missing", string(close))
	}
	return out, nil
}

func (c *compiler) group(open byte) (node, error) {
	closing := byte(')')
	n := node{kind: groupNode}
	if open == '[' {
		closing, n.opt = ']', true
	}
	for {
		c.pos++
		alt, err := c.row(closing)
		if err != nil {
			return n, err
		}
		if len(alt) == 0 {
			return n, c.fault("an empty choice; write a word or take the bar out")
		}
		n.alts = append(n.alts, alt)
		if c.src.text[c.pos] == closing {
			c.pos++
			return n, nil
		}
	}
}

func (c *compiler) slot() (node, error) {
	s := c.src.text
	end := strings.IndexByte(s[c.pos:], '}')
	if end < 0 {
		return node{}, c.fault("%q is missing", "}")
	}
	kind, name, ok := strings.Cut(s[c.pos+1:c.pos+end], "=")
	if !ok {
		name = kind
	}
	if kind == "" || name == "" {
		return node{}, c.fault("a slot needs a kind; write {people} or {people=injured}")
	}
	c.pos += end + 1
	return node{kind: slotNode, slot: index(&c.prog.kinds, kind), name: index(&c.prog.names, name)}, nil
}

func index(list *[]string, s string) int {
	for i, v := range *list {
		if v == s {
			return i
		}
	}
	*list = append(*list, s)
	return len(*list) - 1
}

func (c *compiler) word() ([]node, error) {
	s := c.src.text
	end := c.pos
	for end < len(s) && !strings.ContainsRune(" \t()[]{}|", rune(s[end])) {
		end++
	}
	w := s[c.pos:end]
	switch w {
	case "*":
		c.pos = end
		return []node{{kind: anyNode}}, nil
	case "~":
		c.pos = end
		return []node{{kind: seeNode}}, nil
	case "...":
		c.pos = end
		return []node{{kind: gapNode}}, nil
	case "^":
		c.pos = end
		return []node{{kind: startNode}}, nil
	case "$":
		c.pos = end
		return []node{{kind: endNode}}, nil
	}
	if name, ok := strings.CutPrefix(w, "@"); ok {
		i, ok := c.g.sets[name]
		if !ok {
			return nil, c.fault("there is no set %s; write \"set %s = …\"", name, name)
		}
		c.pos = end
		return []node{{kind: setNode, set: i}}, nil
	}
	c.pos = end
	var out []node
	for _, part := range strings.Split(w, "-") {
		if part != "" {
			out = append(out, node{kind: wordNode, word: c.g.intern(part)})
		}
	}
	if len(out) == 0 {
		return nil, c.fault("a hyphen is not an element; leave it out")
	}
	return out, nil
}

// pickAnchor is the index of the element that is likely the rarest among those
// that must be there, or -1.
func (c *compiler) pickAnchor(nodes []node) int {
	best, bestCost := -1, 1<<30
	for i, n := range nodes {
		if cost, ok := c.cost(n); ok && cost < bestCost {
			best, bestCost = i, cost
		}
	}
	return best
}

// cost guesses how often n occurs; it reports false for what cannot be an
// anchor.
func (c *compiler) cost(n node) (int, bool) {
	switch n.kind {
	case wordNode:
		if c.g.common[n.word] {
			return 1000, true
		}
		return 1, true
	case setNode:
		sum := 0
		for w := range c.g.info {
			if c.g.In(int32(w), Set(n.set)) {
				sum++
				if c.g.common[w] {
					sum += 1000
				}
			}
		}
		return sum, sum > 0
	case groupNode:
		if n.opt {
			return 0, false
		}
		sum := 0
		for _, alt := range n.alts {
			if len(alt) != 1 {
				return 0, false
			}
			cost, ok := c.cost(alt[0])
			if !ok {
				return 0, false
			}
			sum += cost
		}
		return sum, true
	}
	return 0, false
}

// emit compiles nodes, in reverse order when back is set.
func emit(out []inst, nodes []node, back bool) []inst {
	for k := range nodes {
		n := nodes[k]
		if back {
			n = nodes[len(nodes)-1-k]
		}
		switch n.kind {
		case wordNode:
			out = append(out, inst{op: opWord, x: n.word})
		case setNode:
			out = append(out, inst{op: opSet, x: int32(n.set)})
		case slotNode:
			out = append(out, inst{op: opSlot, x: int32(n.slot), y: int32(n.name)})
		case anyNode:
			out = append(out, inst{op: opAny})
		case seeNode:
			out = append(out, inst{op: opSee})
		case gapNode:
			out = append(out, inst{op: opGap})
		case startNode:
			out = append(out, inst{op: opStart})
		case endNode:
			out = append(out, inst{op: opEnd})
		case groupNode:
			out = emitGroup(out, n, back)
		}
	}
	return out
}

func emitGroup(out []inst, n node, back bool) []inst {
	var exits []int
	for i, alt := range n.alts {
		last := i == len(n.alts)-1
		split := -1
		if !last || n.opt {
			split = len(out)
			out = append(out, inst{op: opSplit, x: int32(split + 1)})
		}
		out = emit(out, alt, back)
		if !last {
			exits = append(exits, len(out))
			out = append(out, inst{op: opJump})
		}
		if split >= 0 {
			out[split].y = int32(len(out))
		}
	}
	for _, e := range exits {
		out[e].x = int32(len(out))
	}
	return out
}

// anchorWords lists the words that n stands for.
func (g *Grammar) anchorWords(n node) []int32 {
	switch n.kind {
	case wordNode:
		return []int32{n.word}
	case setNode:
		var out []int32
		for w := range g.info {
			if g.In(int32(w), Set(n.set)) {
				out = append(out, int32(w))
			}
		}
		return out
	case groupNode:
		var out []int32
		for _, alt := range n.alts {
			out = append(out, g.anchorWords(alt[0])...)
		}
		return out
	}
	return nil
}
