package rules

import (
	"errors"
	"fmt"
	"sort"
	"strings"

	"github.com/sitrep-go/sitrep/internal/text"
)

// A File is one file of rules. Its Name, without directory and ending, is the
// stage its rules belong to.
type File struct {
	Name string
	Text string
}

// An Example is a sentence with the reading it must have. The reading is in
// the notation of the stage, and empty for a "no" example.
type Example struct {
	Line    int
	Text    string
	Reading string
}

// A Rule is a named group of patterns with its examples.
type Rule struct {
	// Name is stage and rule, as "casualties/killed-passive".
	Name string
	// Args are the words behind the name; their meaning is the stage's.
	Args          []string
	File          string
	Line          int
	Order         int
	Yes, No, Todo []Example

	patterns []source
}

type source struct {
	text      string
	line, col int
}

// A fault is one mistake in a file.
type fault struct {
	file      string
	line, col int
	msg       string
}

func (f fault) Error() string { return fmt.Sprintf("%s:%d:%d: %s", f.file, f.line, f.col, f.msg) }

type parser struct {
	file   string
	rules  []*Rule
	sets   map[string]*setSource
	faults *[]error
}

type setSource struct {
	file      string
	line, col int
	words     []string
	// named is set where a file says "set NAME =", before or after others add
	// to it.
	named bool
}

func (p *parser) fault(line, col int, format string, args ...any) {
	*p.faults = append(*p.faults, fault{p.file, line, col, fmt.Sprintf(format, args...)})
}

// parse reads the files and reports all faults at once.
func parse(files []File) ([]*Rule, map[string]*setSource, []error) {
	var faults []error
	var all []*Rule
	sets := map[string]*setSource{}
	names := map[string]*Rule{}
	for _, f := range files {
		p := &parser{file: f.Name, sets: sets, faults: &faults}
		p.parse(f.Text)
		stage := stageOf(f.Name)
		for _, r := range p.rules {
			r.Name = stage + "/" + r.Name
			if was := names[r.Name]; was != nil {
				p.fault(r.Line, 1, "rule %s is already at %s:%d; give this one another name", r.Name, was.File, was.Line)
				continue
			}
			names[r.Name] = r
			if len(r.patterns) == 0 {
				p.fault(r.Line, 1, "rule %s has no pattern; write a line \"match …\" below it", r.Name)
			}
			if len(r.Yes) == 0 {
				p.fault(r.Line, 1, "rule %s has no example; write a line \"yes SENTENCE => READING\" below it", r.Name)
			}
			r.Order = len(all)
			all = append(all, r)
		}
	}
	for name, s := range sets {
		if !s.named {
			faults = append(faults, fault{s.file, s.line, s.col, fmt.Sprintf("there is no set %s to add to; write \"set %s = …\"", name, name)})
		}
	}
	return all, sets, faults
}

func stageOf(name string) string {
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		name = name[i+1:]
	}
	stage, _, _ := strings.Cut(name, ".")
	return stage
}

func (p *parser) parse(s string) {
	var cur *Rule
	var open *setSource // the set whose words may go on over indented lines
	n := 0
	for line := range strings.Lines(s) {
		n++
		l := strings.TrimRight(line, "\r\n \t")
		body := strings.TrimLeft(l, " \t")
		col := len(l) - len(body) + 1
		if body == "" || body[0] == '#' {
			open = nil
			continue
		}
		if open != nil && col > 1 {
			open.words = append(open.words, strings.Fields(body)...)
			continue
		}
		open = nil
		word, rest, _ := strings.Cut(body, " ")
		rest = strings.TrimLeft(rest, " \t")
		at := col + len(body) - len(rest)
		switch word {
		case "set":
			open = p.set(n, at, rest)
			cur = nil
		case "rule":
			f := strings.Fields(rest)
			if len(f) == 0 {
				p.fault(n, at, "a rule needs a name; write \"rule NAME\"")
				continue
			}
			cur = &Rule{Name: f[0], Args: f[1:], File: p.file, Line: n}
			p.rules = append(p.rules, cur)
		case "match", "yes", "no", "todo":
			if cur == nil {
				p.fault(n, col, "%q stands under no rule; write \"rule NAME\" above it", word)
				continue
			}
			p.clause(cur, word, rest, n, at)
		default:
			p.fault(n, col, "%q is not known here; write set, rule, match, yes, no or todo", word)
		}
	}
}

func (p *parser) clause(r *Rule, word, rest string, line, col int) {
	if rest == "" {
		p.fault(line, col, "%q needs something behind it", word)
		return
	}
	switch word {
	case "match":
		r.patterns = append(r.patterns, source{rest, line, col})
	case "no":
		r.No = append(r.No, Example{line, rest, ""})
	default:
		s, reading, ok := strings.Cut(rest, "=>")
		if !ok {
			p.fault(line, col, "the example does not say how it reads; write \"%s SENTENCE => READING\"", word)
			return
		}
		e := Example{line, strings.TrimSpace(s), strings.TrimSpace(reading)}
		if word == "yes" {
			r.Yes = append(r.Yes, e)
		} else {
			r.Todo = append(r.Todo, e)
		}
	}
}

// set reads "NAME = words"; "NAME += words" adds to a set of any file. The
// words may go on over indented lines.
func (p *parser) set(line, col int, s string) *setSource {
	name, words, ok := strings.Cut(s, "=")
	if !ok {
		p.fault(line, col, "a set needs its words; write \"set NAME = WORDS\"")
		return nil
	}
	name = strings.TrimSpace(name)
	add := strings.HasSuffix(name, "+")
	name = strings.TrimSpace(strings.TrimSuffix(name, "+"))
	was := p.sets[name]
	switch {
	case was == nil:
		was = &setSource{file: p.file, line: line, col: col}
		p.sets[name] = was
	case was.named && !add:
		p.fault(line, col, "set %s is already at %s:%d; write \"set %s += …\" to add to it", name, was.file, was.line, name)
		return nil
	}
	if !add {
		was.file, was.line, was.col, was.named = p.file, line, col, true
	}
	was.words = append(was.words, strings.Fields(words)...)
	return was
}

// Compile reads files of rules into a grammar. On faults it names all of them,
// each as file:line:col and what to write.
func Compile(files []File) (*Grammar, error) {
	all, sets, faults := parse(files)
	g := &Grammar{sets: map[string]int{}, stages: map[string]*Stage{}, words: map[text.Key]int32{}}
	g.word(0, false)
	faults = append(faults, g.addSets(sets)...)
	for _, r := range all {
		stage, _, _ := strings.Cut(r.Name, "/")
		st := g.stages[stage]
		if st == nil {
			if len(g.order) == maxStages {
				faults = append(faults, fault{r.File, r.Line, 1, "there are more than 15 files of rules by name; put this one's rules into another"})
				break
			}
			st = &Stage{grammar: g, name: stage, cues: cuesOf(len(g.order))}
			g.stages[stage] = st
			g.order = append(g.order, st)
		}
		st.rules = append(st.rules, r)
		for _, src := range r.patterns {
			c := &compiler{g: g, file: r.File, src: src}
			progs, err := c.compile()
			if err != nil {
				faults = append(faults, err)
				continue
			}
			for _, prog := range progs {
				prog.rule = r
			}
			st.sources = append(st.sources, progs...)
		}
	}
	if len(faults) > 0 {
		sort.SliceStable(faults, func(i, j int) bool {
			a, aok := faults[i].(fault)
			b, bok := faults[j].(fault)
			return aok && bok && (a.file < b.file || a.file == b.file && a.line < b.line)
		})
		return nil, errors.Join(faults...)
	}
	for _, st := range g.order {
		st.index()
	}
	g.addNeeds()
	for _, st := range g.order {
		st.finish()
	}
	g.byKey = text.MakeTable[int32](len(g.keys))
	for i, k := range g.keys[1:] {
		*g.byKey.At(k) = int32(i + 1)
	}
	return g, nil
}
