package extract

import (
	"testing"

	"github.com/sitrep-go/sitrep/internal/rules"
)

// TestCasualtyRules runs the examples of every rule, by itself and with all
// others.
func TestCasualtyRules(t *testing.T) {
	x := standard()
	read := func(s string, only *rules.Rule) string {
		r := x.open(Article{Text: s})
		r.read()
		r.people, r.harm = nil, nil
		r.gather()
		for i, s := range r.doc.Sentences {
			r.groups(i, s)
			r.harm = append(r.harm, r.harmsBy(i, s, only)...)
		}
		hs := r.harm
		return harmText(hs)
	}
	for _, rule := range x.lang.casualties.Rules() {
		for _, ex := range rule.Yes {
			if got := read(ex.Text, nil); got != ex.Reading {
				t.Errorf("%s:%d: %s\n\t%q reads\n\t%q, want\n\t%q", rule.File, ex.Line, rule.Name, ex.Text, got, ex.Reading)
			}
			if got := read(ex.Text, rule); got == "" {
				t.Errorf("%s:%d: %s alone does not read %q", rule.File, ex.Line, rule.Name, ex.Text)
			}
		}
		for _, ex := range rule.No {
			if got := read(ex.Text, nil); got != "" {
				t.Errorf("%s:%d: %s: %q reads %q, want nothing", rule.File, ex.Line, rule.Name, ex.Text, got)
			}
		}
		for _, ex := range rule.Todo {
			if got := read(ex.Text, nil); got == ex.Reading {
				t.Errorf("%s:%d: %s: %q reads right now; make it a yes", rule.File, ex.Line, rule.Name, ex.Text)
			}
		}
	}
}
