package number

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sitrep-go/sitrep/event"
)

func TestParse(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want event.Count
	}{
		{"twelve", event.N(12)},
		{"a hundred and twenty", event.N(120)},
		{"at least 12", event.Count{Min: 12, Hedge: event.AtLeast}},
		{"between one hundred and twenty and one hundred and fifty", event.Count{Min: 120, Max: 150, Hedge: event.Between}},
	} {
		got, err := Parse(tt.in)
		if err != nil {
			t.Errorf("Parse(%q): %v", tt.in, err)
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("Parse(%q) (-want +got):\n%s", tt.in, d)
		}
	}
}
