package extract

import (
	"embed"
	"io/fs"
	"sync"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/rules"
)

//go:embed rules/en/*.txt
var ruleFiles embed.FS

// embedded compiles the rules that ship, once, on first use.
var embedded = sync.OnceValues(func() (*language, error) {
	names, err := fs.Glob(ruleFiles, "rules/en/*.txt")
	if err != nil {
		return nil, err
	}
	var files []rules.File
	for _, n := range names {
		b, err := ruleFiles.ReadFile(n)
		if err != nil {
			return nil, err
		}
		files = append(files, rules.File{Name: n, Text: string(b)})
	}
	g, err := rules.Compile(files)
	if err != nil {
		return nil, err
	}
	return newLanguage(g), nil
})

// language is a compiled grammar with the sets that the stages ask for by
// name.
type language struct {
	grammar *rules.Grammar

	be, have, modal, not, and, det, definite, possessive, pronoun, relative, prep, when, conj, adverb, say                    rules.Set
	killed, kill, injured, injure, dead, died                                                                                 rules.Set
	other, female, male, aged, young, family, singular, wasHarmed, fresh, actVerb, foil, irrealis, baseVerb, iff, deny, total rules.Set

	people [len(peopleGroups)]rules.Set

	casualties, acts *rules.Stage
}

// peopleGroups are the groups that words for people belong to, the most
// specific first.
var peopleGroups = [...]event.Group{
	event.Child, event.Woman, event.Man, event.Elderly, event.Journalist, event.Medic, event.Rescuer, event.AidWorker,
	event.Police, event.Prisoner, event.Official, event.Military, event.Militant, event.Civilian, event.People,
}

func newLanguage(g *rules.Grammar) *language {
	l := &language{grammar: g}
	for name, set := range map[string]*rules.Set{
		"be": &l.be, "have": &l.have, "modal": &l.modal, "not": &l.not, "and": &l.and, "det": &l.det, "definite": &l.definite,
		"possessive": &l.possessive, "pronoun": &l.pronoun, "relative": &l.relative, "prep": &l.prep, "when": &l.when,
		"conj": &l.conj, "adverb": &l.adverb, "say": &l.say, "killed": &l.killed, "kill": &l.kill, "injured": &l.injured,
		"injure": &l.injure, "dead": &l.dead, "died": &l.died, "other": &l.other, "female": &l.female, "male": &l.male,
		"aged": &l.aged, "young": &l.young, "family": &l.family, "people-singular": &l.singular, "harmed": &l.wasHarmed, "fresh": &l.fresh, "act-verb": &l.actVerb,
		"foil": &l.foil, "irrealis": &l.irrealis, "base-verb": &l.baseVerb, "if": &l.iff, "deny": &l.deny, "total": &l.total,
	} {
		*set = g.Set(name)
	}
	for i, grp := range peopleGroups {
		l.people[i] = g.Set("people-" + string(grp))
	}
	l.casualties, l.acts = g.Stage("casualties"), g.Stage("acts")
	return l
}
