package rules

import (
	"sort"

	"github.com/sitrep-go/sitrep/internal/pack"
	"github.com/sitrep-go/sitrep/internal/text"
)

type packedStage struct {
	name pack.Span
	// How many of each come next in the lists of all stages.
	rules, slots uint32
}

type packedRule struct {
	name, file pack.Span
	// How many of each come next in the lists of all rules.
	args, yes, no, todo uint32
	line, order         uint32
}

type packedExample struct {
	text, reading pack.Span
	line          uint32
}

// Pack writes g as [Unpack] reads it.
func (g *Grammar) Pack(w *pack.Writer) {
	names := make([]string, 0, len(g.sets))
	for n := range g.sets {
		names = append(names, n)
	}
	sort.Strings(names) // which is the order of their numbers
	spans := func(list []string) (out []pack.Span) {
		for _, s := range list {
			out = append(out, w.Span(s))
		}
		return out
	}
	pack.Write(w, spans(names))
	keys, numbers := g.byKey.Slots()
	pack.Write(w, keys)
	pack.Write(w, numbers)
	pack.Write(w, g.info)
	pack.Write(w, g.features.from)
	pack.Write(w, g.features.ids)

	var stages []packedStage
	var rules []packedRule
	var args []pack.Span
	var examples []packedExample
	var sizes [][2]uint32
	var slots []pack.Span
	for _, st := range g.order {
		stages = append(stages, packedStage{w.Span(st.name), uint32(len(st.rules)), uint32(len(st.kinds))})
		for _, r := range st.rules {
			rules = append(rules, packedRule{
				w.Span(r.Name), w.Span(r.File), uint32(len(r.Args)), uint32(len(r.Yes)), uint32(len(r.No)), uint32(len(r.Todo)),
				uint32(r.Line), uint32(r.Order),
			})
			args = append(args, spans(r.Args)...)
			for _, list := range [...][]Example{r.Yes, r.No, r.Todo} {
				for _, e := range list {
					examples = append(examples, packedExample{w.Span(e.Text), w.Span(e.Reading), uint32(e.Line)})
				}
			}
		}
		for i := range st.kinds {
			sizes = append(sizes, [2]uint32{uint32(len(st.kinds[i])), uint32(len(st.names[i]))})
			slots = append(append(slots, spans(st.kinds[i])...), spans(st.names[i])...)
		}
	}
	pack.Write(w, stages)
	pack.Write(w, rules)
	pack.Write(w, args)
	pack.Write(w, examples)
	pack.Write(w, sizes)
	pack.Write(w, slots)
	for _, st := range g.order {
		pack.Write(w, st.programs)
		pack.Write(w, st.code)
		pack.Write(w, st.needs.from)
		pack.Write(w, st.needs.ids)
		pack.Write(w, st.from)
		pack.Write(w, st.list)
	}
}

// Unpack reads a grammar that [Grammar.Pack] wrote.
func Unpack(r *pack.Reader) *Grammar {
	g := &Grammar{sets: map[string]int{}, stages: map[string]*Stage{}}
	for i, n := range pack.Read[pack.Span](r) {
		g.sets[r.Text(n)] = i
	}
	keys := pack.Read[text.Key](r)
	g.byKey = text.TableOfSlots(keys, pack.Read[int32](r))
	g.info = pack.Read[Sets](r)
	g.features = lists{pack.Read[int32](r), pack.Read[uint16](r)}

	stages, rules, args := pack.Read[packedStage](r), pack.Read[packedRule](r), pack.Read[pack.Span](r)
	examples, sizes, slots := pack.Read[packedExample](r), pack.Read[[2]uint32](r), pack.Read[pack.Span](r)
	texts := func(list *[]pack.Span, n uint32) []string {
		if n == 0 {
			return nil
		}
		out := make([]string, n)
		for i := range out {
			out[i] = r.Text((*list)[i])
		}
		*list = (*list)[n:]
		return out
	}
	exampleList := func(n uint32) []Example {
		if n == 0 {
			return nil
		}
		out := make([]Example, n)
		for i, e := range examples[:n] {
			out[i] = Example{int(e.line), r.Text(e.text), r.Text(e.reading)}
		}
		examples = examples[n:]
		return out
	}
	for i, ps := range stages {
		st := &Stage{grammar: g, name: r.Text(ps.name), cues: cuesOf(i)}
		for _, pr := range rules[:ps.rules] {
			st.rules = append(st.rules, &Rule{
				Name: r.Text(pr.name), Args: texts(&args, pr.args), File: r.Text(pr.file), Line: int(pr.line), Order: int(pr.order),
				Yes: exampleList(pr.yes), No: exampleList(pr.no), Todo: exampleList(pr.todo),
			})
		}
		rules = rules[ps.rules:]
		for _, n := range sizes[:ps.slots] {
			st.kinds = append(st.kinds, texts(&slots, n[0]))
			st.names = append(st.names, texts(&slots, n[1]))
		}
		sizes = sizes[ps.slots:]
		g.order = append(g.order, st)
		g.stages[st.name] = st
	}
	for _, st := range g.order {
		st.programs, st.code = pack.Read[program](r), pack.Read[inst](r)
		st.needs = lists{pack.Read[int32](r), pack.Read[uint16](r)}
		st.from, st.list = pack.Read[int32](r), pack.Read[int32](r)
	}
	return g
}
