package rules

import (
	"slices"
	"sync"
)

// A Stage is the rules of one file, indexed by the rarest word each pattern
// must hold. It is immutable and safe for concurrent use.
type Stage struct {
	grammar *Grammar
	name    string
	rules   []*Rule
	sources []*compiled // until they are programs

	programs []program
	code     []inst
	// kinds and names are what the slots and captures of the patterns are
	// called.
	kinds, names [][]string
	// from has, for each word, where in list its programs begin; they end where
	// those of the next begin.
	from, list []int32
	// cues is the set of the words that are the anchor of a pattern.
	cues Set
	// needs is the features that each program must find in its sentence.
	needs lists
}

// A program is one pattern as it is matched. It holds numbers only, so that
// programs can be kept in a file; see package pack.
type program struct {
	rule        int32 // its number in the stage
	left, right int32 // where in code what stands on either side begins
	weight      int32
	slots       int32 // the number of its kinds and names
	counts      int32 // not 0 where a number must be there
}

// Rules lists the stage's rules in the order of their file.
func (s *Stage) Rules() []*Rule { return s.rules }

func (s *Stage) index() {
	byWord := make([][]int32, len(s.grammar.info))
	n := 0
	for i, p := range s.sources {
		for _, w := range s.grammar.anchorWords(p.anchor) {
			l := byWord[w]
			if len(l) == 0 || l[len(l)-1] != int32(i) {
				byWord[w] = append(l, int32(i))
				n++
			}
		}
	}
	s.from = make([]int32, 0, len(byWord)+1)
	s.list = make([]int32, 0, n)
	for w, l := range byWord {
		s.from = append(s.from, int32(len(s.list)))
		s.list = append(s.list, l...)
		if len(l) > 0 {
			s.grammar.info[w].add(s.cues)
		}
	}
	s.from = append(s.from, int32(len(s.list)))
}

// finish makes the programs.
func (s *Stage) finish() {
	number := map[*Rule]int32{}
	for i, r := range s.rules {
		number[r] = int32(i)
	}
	s.programs = make([]program, 0, len(s.sources))
	emit := func(code []inst) int32 {
		at := len(s.code)
		for _, in := range code {
			switch in.op {
			case opSplit:
				in.y += int32(at)
				in.x += int32(at)
			case opJump:
				in.x += int32(at)
			}
			s.code = append(s.code, in)
		}
		return int32(at)
	}
	var needs [][]uint16
	for _, c := range s.sources {
		needs = append(needs, c.need)
		slots := -1
		for i := range s.kinds {
			if slices.Equal(s.kinds[i], c.kinds) && slices.Equal(s.names[i], c.names) {
				slots = i
			}
		}
		if slots < 0 {
			slots = len(s.kinds)
			s.kinds, s.names = append(s.kinds, c.kinds), append(s.names, c.names)
		}
		p := program{rule: number[c.rule], weight: int32(c.weight), slots: int32(slots)}
		p.left, p.right = emit(c.left), emit(c.right)
		if c.counts {
			p.counts = 1
		}
		s.programs = append(s.programs, p)
	}
	s.needs = listsOf(needs)
	s.sources = nil
}

// at lists the programs whose anchor is word w.
func (s *Stage) at(w int32) []int32 { return s.list[s.from[w]:s.from[w+1]] }

// cuesOf is the set of the cues of the stage that is number i in its grammar.
func cuesOf(i int) Set { return Set(maxNamed + i) }

// firstCue is the first of words lo to hi-1 that is the anchor of some pattern,
// or hi.
func (s *Stage) firstCue(words []int32, lo, hi int) int {
	for lo < hi && !s.grammar.In(words[lo], s.cues) {
		lo++
	}
	return lo
}

// A Ref is one mention at an edge: where it ends on the other side, and which
// it is.
type Ref struct {
	Edge int
	ID   int
}

// A Text is a tokenised article as the matcher sees it.
type Text interface {
	// Words is the grammar's number of each token, 0 when unknown.
	Words() []int32
	// Starting appends the mentions of a kind that start at token i, Edge
	// being the token behind them, the best first.
	Starting(kind string, i int, dst []Ref) []Ref
	// Ending appends the mentions of a kind that end before token i, Edge
	// being their first token, the best first.
	Ending(kind string, i int, dst []Ref) []Ref
	// See gives the positions that can be reached from token i by passing
	// over one thing that may stand between a subject and its verb, forwards
	// or backwards, the nearest first. Backwards, i is the token behind.
	See(i int, back bool, dst []int) []int
	// Gap reports whether token i may stand in a gap of words.
	Gap(i int) bool
	// Sets is what [Grammar.Sets] tells of words lo to hi-1, or of more around
	// them.
	Sets(lo, hi int) *Sets
	// Features is what [Grammar.Features] tells of words lo to hi-1. Each
	// stage asks for it, so that a text does well to keep it.
	Features(lo, hi int) *Features
}

// A Capture is a mention that filled a slot.
type Capture struct {
	Name        string
	Kind        string
	First, Last int
	ID          int
}

// A Match is a pattern found: the tokens it spans, half-open, and where its
// anchor is.
type Match struct {
	Rule        *Rule
	First, Last int
	Anchor      int
	// Weight counts the words that the pattern asked for: of two patterns the
	// heavier says more.
	Weight int
	// Captures are those of the match until emit returns.
	Captures []Capture
}

// Capture is the first capture of that name.
func (m *Match) Capture(name string) (Capture, bool) {
	for _, c := range m.Captures {
		if c.Name == name {
			return c, true
		}
	}
	return Capture{}, false
}

const (
	gapWords = 6
	// maxSteps bounds the work on one pattern at one place, so that no text
	// can make it long.
	maxSteps = 600
	maxSees  = 4
)

type matcher struct {
	g        *Grammar
	s        *Stage
	t        Text
	words    []int32
	lo, hi   int
	prog     *program
	code     []inst
	back     bool
	steps    int
	captures []Capture
	end      int
	// loose is set to take every slot for filled.
	loose bool

	// refs and sees are what the slots and sights under way have still to
	// try, one block above the other.
	refs []Ref
	sees []int
}

// block is the room that one slot or sight has for its choices.
const block = 8

var matchers = sync.Pool{New: func() any { return new(matcher) }}

// start readies a matcher for tokens lo to hi-1 of t.
func (s *Stage) start(t Text, words []int32, lo, hi int, loose bool) *matcher {
	m := matchers.Get().(*matcher)
	m.g, m.s, m.t, m.words, m.lo, m.hi, m.loose, m.code = s.grammar, s, t, words, lo, hi, loose, s.code
	return m
}

// done gives the matcher back.
func (m *matcher) done() {
	m.t, m.words, m.s, m.prog, m.code = nil, nil, nil, nil, nil
	clear(m.captures[:cap(m.captures)])
	matchers.Put(m)
}

// Match calls emit for every pattern that matches in tokens lo to hi-1, which
// are one sentence. A nil only admits all rules.
func (s *Stage) Match(t Text, lo, hi int, only *Rule, emit func(Match)) {
	if !t.Sets(lo, hi).Has(s.cues) {
		return
	}
	words := t.Words()[:hi]
	f := t.Features(lo, hi)
	m := s.start(t, words, lo, hi, false)
	defer m.done()
	for i := s.firstCue(words, lo, hi); i < hi; i = s.firstCue(words, i+1, hi) {
		for _, p := range s.at(words[i]) {
			if !f.has(s.needs.of(p)) {
				continue
			}
			prog := &s.programs[p]
			if only != nil && s.rules[prog.rule] != only {
				continue
			}
			if out, ok := m.at(prog, i); ok {
				emit(out)
			}
		}
	}
}

// May reports whether some pattern may match in tokens lo to hi-1, as far as
// their words tell: it asks of t for words and what to see past, and for no
// mention. counted reports whether the tokens hold a number; without one no
// pattern with a slot for it can match.
func (s *Stage) May(t Text, lo, hi int, counted func() bool) bool {
	if !t.Sets(lo, hi).Has(s.cues) {
		return false
	}
	words := t.Words()[:hi]
	f := t.Features(lo, hi)
	var m *matcher
	defer func() {
		if m != nil {
			m.done()
		}
	}()
	asked, any := false, false
	for i := s.firstCue(words, lo, hi); i < hi; i = s.firstCue(words, i+1, hi) {
		for _, k := range s.at(words[i]) {
			if !f.has(s.needs.of(k)) {
				continue
			}
			p := &s.programs[k]
			if p.counts != 0 {
				if !asked {
					asked, any = true, counted()
				}
				if !any {
					continue
				}
			}
			if m == nil {
				m = s.start(t, words, lo, hi, true)
			}
			if m.both(p, i) {
				return true
			}
		}
	}
	return false
}

// both reports whether p matches on either side of its anchor, token i.
func (m *matcher) both(p *program, i int) bool {
	m.prog, m.captures, m.steps, m.back = p, m.captures[:0], 0, true
	if !m.run(int(p.left), i, 0) {
		return false
	}
	m.back, m.steps = false, 0
	return m.run(int(p.right), i+1, 0)
}

func (m *matcher) at(p *program, i int) (Match, bool) {
	m.prog, m.captures, m.steps, m.back = p, m.captures[:0], 0, true
	if !m.run(int(p.left), i, 0) {
		return Match{}, false
	}
	first := m.end
	m.back = false
	m.steps = 0
	if !m.run(int(p.right), i+1, 0) {
		return Match{}, false
	}
	return Match{m.s.rules[p.rule], first, m.end, i, int(p.weight), m.captures}, true
}

// run matches from instruction pc at position pos: forwards pos is the next
// token, backwards the token behind the next.
func (m *matcher) run(pc, pos, sees int) bool {
	for {
		if m.steps++; m.steps > maxSteps {
			return false
		}
		in := m.code[pc]
		switch in.op {
		case opDone:
			m.end = pos
			return true
		case opWord, opSet, opAny:
			i, ok := m.next(pos)
			if !ok {
				return false
			}
			w := m.words[i]
			if in.op == opWord && w != in.x || in.op == opSet && !m.g.In(w, Set(in.x)) {
				return false
			}
			pc, pos = pc+1, m.pass(i)
		case opStart:
			if pos != m.lo {
				return false
			}
			pc++
		case opEnd:
			if pos != m.hi {
				return false
			}
			pc++
		case opJump:
			pc = int(in.x)
		case opSplit:
			n := len(m.captures)
			if m.run(int(in.x), pos, sees) {
				return true
			}
			m.captures = m.captures[:n]
			pc = int(in.y)
		case opSlot:
			return m.slot(in, pc, pos, sees)
		case opGap:
			for n := 0; ; n++ {
				k := len(m.captures)
				if m.run(pc+1, pos, sees) {
					return true
				}
				m.captures = m.captures[:k]
				i, ok := m.next(pos)
				if !ok || n == gapWords || !m.t.Gap(i) {
					return false
				}
				pos = m.pass(i)
			}
		case opSee:
			k := len(m.captures)
			if m.run(pc+1, pos, 0) {
				return true
			}
			m.captures = m.captures[:k]
			if sees >= maxSees {
				return false
			}
			from := len(m.sees)
			m.sees = slices.Grow(m.sees, block)[:from+block]
			for _, to := range m.t.See(pos, m.back, m.sees[from:from:from+block]) {
				if to < m.lo || to > m.hi || to == pos {
					continue
				}
				if m.run(pc, to, sees+1) {
					m.sees = m.sees[:from]
					return true
				}
				m.captures = m.captures[:k]
			}
			m.sees = m.sees[:from]
			return false
		}
	}
}

func (m *matcher) slot(in inst, pc, pos, sees int) bool {
	if m.back && pos <= m.lo || !m.back && pos >= m.hi {
		return false // "put the number of bodies at" with nothing behind it
	}
	if m.loose {
		m.end = pos
		return true
	}
	kind := m.s.kinds[m.prog.slots][in.x]
	from := len(m.refs)
	m.refs = slices.Grow(m.refs, block)[:from+block]
	defer func() { m.refs = m.refs[:from] }()
	refs := m.refs[from : from : from+block]
	if m.back {
		refs = m.t.Ending(kind, pos, refs)
	} else {
		refs = m.t.Starting(kind, pos, refs)
	}
	n := len(m.captures)
	for _, r := range refs {
		if r.Edge < m.lo || r.Edge > m.hi {
			continue
		}
		c := Capture{Name: m.s.names[m.prog.slots][in.y], Kind: kind, First: pos, Last: r.Edge, ID: r.ID}
		if m.back {
			c.First, c.Last = r.Edge, pos
		}
		m.captures = append(m.captures[:n], c)
		if m.run(pc+1, r.Edge, sees) {
			return true
		}
	}
	m.captures = m.captures[:n]
	return false
}

// next is the token the matcher looks at from pos.
func (m *matcher) next(pos int) (int, bool) {
	if m.back {
		return pos - 1, pos > m.lo
	}
	return pos, pos < m.hi
}

// pass is the position behind token i.
func (m *matcher) pass(i int) int {
	if m.back {
		return i
	}
	return i + 1
}
