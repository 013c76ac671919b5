package extract

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/sitrep-go/sitrep/internal/pack"
	"github.com/sitrep-go/sitrep/internal/rules"
	"github.com/sitrep-go/sitrep/internal/text"
)

//go:embed rules/en/*.txt
var ruleFiles embed.FS

//go:generate go test -run ^TestCompiled$ -update .

// compiled is the rules that ship, compiled, so that a program need not do it
// each time it starts. Where it was made from other files than those that
// ship, they are compiled anew.
//
//go:embed rules.bin
var compiled string

// embedded is the rules that ship, made ready once, on first use.
var embedded = sync.OnceValues(func() (*language, error) {
	if sum, err := pack.Sum(ruleFiles); err == nil {
		if r, ok := pack.Open(compiled, sum); ok {
			return newLanguage(rules.Unpack(r))
		}
	}
	return compile(nil)
})

// languageWith compiles the rules that ship and those of more after them.
func languageWith(more fs.FS) (*language, error) {
	if more == nil {
		return embedded()
	}
	return compile(more)
}

func compile(more fs.FS) (*language, error) {
	var files []rules.File
	add := func(fsys fs.FS) error {
		return fs.WalkDir(fsys, ".", func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || !strings.HasSuffix(path, ".txt") {
				return err
			}
			b, err := fs.ReadFile(fsys, path)
			files = append(files, rules.File{Name: path, Text: string(b)})
			return err
		})
	}
	if err := add(ruleFiles); err != nil {
		return nil, err
	}
	if more != nil {
		if err := add(more); err != nil {
			return nil, err
		}
	}
	g, err := rules.Compile(files)
	if err != nil {
		return nil, err
	}
	return newLanguage(g)
}

// language is a compiled grammar with the sets that the stages ask for by
// name.
type language struct {
	grammar *rules.Grammar
	lists   *wordLists

	be, have, modal, not, and, det, definite, possessive, pronoun, relative, prep, when, conj, adverb, say                                                                                                               rules.Set
	slightly, fared, killed, kill, injured, injure, dead, died                                                                                                                                                           rules.Set
	other, female, male, young, family, wasHarmed, fate, plurals, things, harmVerb, fresh, actVerb, foil, irrealis, baseVerb, iff, deny, total, suspect, blame, abducted, doing, mishap, says, plane, unrest, pluralActs rules.Set

	attribution
	telling
	placing

	nounOrVerb rules.Set

	// tellers are the words by which a statement can be told.
	tellers rules.Words

	casualties, acts *rules.Stage
}

// newLanguage finds the sets that the stages ask for, and says which are not
// there.
func newLanguage(g *rules.Grammar) (*language, error) {
	l := &language{grammar: g, lists: &wordLists{}}
	var missing []string
	sets := map[string]*rules.Set{
		"be": &l.be, "have": &l.have, "modal": &l.modal, "not": &l.not, "and": &l.and, "det": &l.det, "definite": &l.definite,
		"possessive": &l.possessive, "pronoun": &l.pronoun, "relative": &l.relative, "prep": &l.prep, "when": &l.when,
		"conj": &l.conj, "adverb": &l.adverb, "say": &l.say, "slightly": &l.slightly, "fared": &l.fared, "killed": &l.killed, "kill": &l.kill, "injured": &l.injured,
		"injure": &l.injure, "dead": &l.dead, "died": &l.died, "other": &l.other, "female": &l.female, "male": &l.male,
		"young": &l.young, "family": &l.family, "fate": &l.fate, "plurals": &l.plurals, "things": &l.things, "harm-verb": &l.harmVerb, "harmed": &l.wasHarmed, "fresh": &l.fresh, "act-verb": &l.actVerb,
		"foil": &l.foil, "irrealis": &l.irrealis, "base-verb": &l.baseVerb, "if": &l.iff, "deny": &l.deny, "total": &l.total, "suspect": &l.suspect,
		"blame": &l.blame, "noun-or-verb": &l.nounOrVerb, "abducted": &l.abducted, "doing": &l.doing, "mishap": &l.mishap, "says": &l.says, "plane": &l.plane, "unrest": &l.unrest, "plural-acts": &l.pluralActs,
	}
	maps.Copy(sets, l.attribution.sets())
	maps.Copy(sets, l.telling.sets())
	maps.Copy(sets, l.placing.sets())
	for name, set := range sets {
		if *set = g.Set(name); *set == rules.NoSet {
			missing = append(missing, name)
		}
	}
	if len(missing) > 0 {
		slices.Sort(missing)
		return nil, fmt.Errorf("the rules lack the sets %s; write \"set NAME = WORDS\" for each", strings.Join(missing, ", "))
	}
	l.tellers = g.Words([]rules.Set{l.according, l.citing, l.be, l.speech, l.attributeVerb}, text.KeyOf("by"), text.KeyOf("per"))
	l.casualties, l.acts = g.Stage("casualties"), g.Stage("acts")
	return l, nil
}
