package extract

import "testing"

func TestNothingToTell(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"a council's business", "The council voted on Tuesday to keep the library open until nine. It costs 40,000 euros a year.", false},
		{"a threat alone", "The general said they would attack the bridge.", false},
		{"harm", "Two people were killed in Kharkiv on Monday.", true},
		{"an act without harm", "Troops shelled the village of Lipsi.", true},
		{"a weapon alone", "An Iskander-M came down in a field near Sumy.", true},
		{"nothing", "", false},
	} {
		r := standard().open(Article{Text: c.text})
		r.layout = readLayout(r)
		if got := r.mayTell(); got != c.want {
			t.Errorf("%s: mayTell is %v, want %v", c.name, got, c.want)
		}
	}
}
