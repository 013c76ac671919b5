package main

import (
	"strings"
	"testing"
)

func TestExplain(t *testing.T) {
	var out, problems strings.Builder
	status := explain([]string{"-", "no-such-file"}, strings.NewReader("Two people were killed in Kyiv on Monday."), &out, &problems)
	if status != 1 || !strings.Contains(problems.String(), "no-such-file") {
		t.Errorf("status %d and %q for a file that is not there", status, problems.String())
	}
	for _, want := range []string{"stdin", "1 incident", "Kyiv", "casualties/"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the explanation does not tell %q:\n%s", want, out.String())
		}
	}
}

func TestExplainFile(t *testing.T) {
	var out, problems strings.Builder
	status := explain([]string{"../../testdata/articles/wave-and-strikes-within.txtar"}, nil, &out, &problems)
	if status != 0 || problems.Len() > 0 || !strings.HasPrefix(out.String(), "ua-001, published 2025-04-25") {
		t.Errorf("status %d, problems %q, output\n%s", status, problems.String(), out.String())
	}
}
