package main

import (
	"strings"
	"testing"
)

func TestExplain(t *testing.T) {
	var out, problems strings.Builder
	status := run([]string{"-", "no-such-file"}, strings.NewReader("Two people were killed in Kyiv on Monday."), &out, &problems)
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
	status := run([]string{"../../testdata/articles/wave-and-strikes-within.txtar"}, nil, &out, &problems)
	if status != 0 || problems.Len() > 0 || !strings.HasPrefix(out.String(), "ua-001, published 2025-04-25") {
		t.Errorf("status %d, problems %q, output\n%s", status, problems.String(), out.String())
	}
}

// The day of publication may be told, where the article does not tell it.
func TestExplainPublished(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Two people were killed in Kyiv on Monday.", "2025-04-21"},
		{"Attack on Kyiv\n\nPublished: 3 May 2024\n\nTwo people were killed in Kyiv on Monday.", "2024-04-29"},
	} {
		var out, problems strings.Builder
		status := run([]string{"--published", "25 April 2025", "-"}, strings.NewReader(tt.text), &out, &problems)
		if status != 0 || problems.Len() > 0 || !strings.Contains(out.String(), tt.want) {
			t.Errorf("status %d, problems %q, no %s in\n%s", status, problems.String(), tt.want, out.String())
		}
	}
}

func TestExplainUsage(t *testing.T) {
	var out, problems strings.Builder
	if status := run([]string{"--help"}, nil, &out, &problems); status != 0 || !strings.Contains(out.String(), "Examples:") || problems.Len() > 0 {
		t.Errorf("--help: status %d, %q, %q", status, out.String(), problems.String())
	}
	for _, args := range [][]string{nil, {"--frobnicate", "a"}, {"--published", "Thursday", "a"}} {
		out.Reset()
		problems.Reset()
		if status := run(args, nil, &out, &problems); status != 2 || !strings.Contains(problems.String(), "explain --help tells more") {
			t.Errorf("%q: status %d, %q", args, status, problems.String())
		}
	}
}
