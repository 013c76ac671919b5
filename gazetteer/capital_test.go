package gazetteer

import (
	"strings"
	"testing"
)

// TestCapital finds the capital of every country that names one.
func TestCapital(t *testing.T) {
	if c, _ := Capital("UA"); c.Name != "Kyiv" {
		t.Errorf("the capital of UA is %q, want Kyiv", c.Name)
	}
	if c, ok := Capital("XX"); ok {
		t.Errorf("the capital of XX is %q, want none", c.Name)
	}
	for line := range strings.Lines(countries) {
		f := strings.Split(line, ";")
		if line[0] == '#' || len(f) < 6 {
			continue
		}
		code, name := strings.TrimSpace(f[0]), strings.TrimSpace(f[len(f)-1])
		if _, ok := Capital(code); !ok && name != "" {
			t.Errorf("%s: %s is not in the gazetteer", code, name)
		}
	}
}
