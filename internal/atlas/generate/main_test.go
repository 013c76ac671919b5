package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSimplify(t *testing.T) {
	for _, tt := range []struct {
		name     string
		in, want []point
	}{
		{"a point on the line goes", []point{{0, 0}, {1, 0.0001}, {2, 0}}, []point{{0, 0}, {2, 0}}},
		{"a cape stays", []point{{0, 0}, {1, 1}, {2, 0}}, []point{{0, 0}, {1, 1}, {2, 0}}},
		{"an islet keeps three corners", []point{{0, 0}, {.001, 0}, {.001, .001}, {0, .001}, {0, 0}}, nil},
		{"two points stay", []point{{0, 0}, {0, 0}}, []point{{0, 0}, {0, 0}}},
	} {
		got := simplify(tt.in)
		if tt.want == nil {
			if len(got) != 4 || got[0] != got[3] {
				t.Errorf("%s: %v", tt.name, got)
			}
			continue
		}
		if d := cmp.Diff(tt.want, got, cmp.AllowUnexported(point{})); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, d)
		}
	}
}

func TestLabelLiesInside(t *testing.T) {
	// A crescent, whose centre of gravity lies outside it.
	crescent := []point{{0, 0}, {10, 0}, {10, 1}, {1, 1}, {1, 9}, {10, 9}, {10, 10}, {0, 10}, {0, 0}}
	if p := label(crescent); !inside(p, crescent) {
		t.Errorf("the label stands at %v, outside", p)
	}
}
