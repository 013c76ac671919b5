package extract

import (
	"strings"
	"testing"

	"github.com/sitrep-go/sitrep/internal/rules"
)

// TestRules runs the examples of every rule of every stage, by itself and
// with all others.
func TestRules(t *testing.T) {
	x := standard()
	open := func(s string) *reading {
		r := x.open(Article{Text: s})
		r.read()
		r.people, r.harm = nil, nil
		r.gather()
		return r
	}
	stages := []struct {
		name  string
		stage *rules.Stage
		// read is the reading of a text in the notation of the examples, by
		// one rule or by all.
		read func(s string, only *rules.Rule) string
		// told is the part of a reading that a "no" example must not have.
		told func(reading string) string
	}{
		{"casualties", x.lang.casualties, func(s string, only *rules.Rule) string {
			r := open(s)
			for i, s := range r.doc.Sentences {
				r.groups(i, s)
				r.harm = append(r.harm, r.harmsBy(i, s, only)...)
			}
			return harmText(r.harm)
		}, func(reading string) string { return reading }},
		{"acts", x.lang.acts, func(s string, only *rules.Rule) string {
			r := open(s)
			var as []act
			for i, s := range r.doc.Sentences {
				as = append(as, r.actsBy(i, s, only)...)
			}
			return actText(as)
		}, func(reading string) string {
			if strings.Contains("; "+reading, "; none") {
				return ""
			}
			return reading
		}},
	}
	for _, st := range stages {
		for _, rule := range st.stage.Rules() {
			for _, ex := range rule.Yes {
				if got := st.read(ex.Text, nil); got != ex.Reading {
					t.Errorf("%s:%d: %s\n\t%q reads\n\t%q, want\n\t%q", rule.File, ex.Line, rule.Name, ex.Text, got, ex.Reading)
				}
				if got := st.read(ex.Text, rule); got == "" {
					t.Errorf("%s:%d: %s alone does not read %q", rule.File, ex.Line, rule.Name, ex.Text)
				}
			}
			for _, ex := range rule.No {
				if got := st.told(st.read(ex.Text, nil)); got != "" {
					t.Errorf("%s:%d: %s: %q reads %q, want nothing", rule.File, ex.Line, rule.Name, ex.Text, got)
				}
			}
			for _, ex := range rule.Todo {
				if got := st.read(ex.Text, nil); got == ex.Reading {
					t.Errorf("%s:%d: %s: %q reads right now; make it a yes", rule.File, ex.Line, rule.Name, ex.Text)
				}
			}
		}
	}
}
