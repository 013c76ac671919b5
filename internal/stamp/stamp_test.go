package stamp

import "testing"

func TestDay(t *testing.T) {
	for _, tt := range []struct{ s, want string }{
		{"20250424", "2025-04-24"}, {"202504241011", "2025-04-24"}, {"20250424101112", "2025-04-24"},
		{"1745483000", "2025-04-24"}, {"1745483000000", "2025-04-24"},
		{"20251324", ""}, {"12345678", ""}, {"2025", ""}, {"", ""}, {"2025042a", ""}, {"-1745483000", ""}, {"9999999999999", ""},
	} {
		if got, ok := Day(tt.s); got.String() != tt.want || ok != (tt.want != "") {
			t.Errorf("%q: %s %v, want %q", tt.s, got, ok, tt.want)
		}
	}
}
