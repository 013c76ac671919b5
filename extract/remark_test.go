package extract

import (
	"strings"
	"testing"

	"github.com/sitrep-go/sitrep/event"
)

// background is what makes a story of one sentence: neither acts nor places.
const background = " Aid is scarce and the roads are poor. The elders met again. Prices rose in the market. Nobody knows what comes next. " +
	"The talks go on without an end in sight. Children play between the tents. Winter is near. The bakery has opened again."

// TestRemark asks which sentences of a story tell of an act, and which only
// speak of violence.
func TestRemark(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       event.Type // empty for silence
	}{
		{"what happened to a town", "A missile hit the bakery in Raqqa.", event.MissileStrike},
		{"what has become of a town", "The city of Mariupol has been bombed out of existence.", ""},
		{"what fighters are wont to do", "The fighters in Baghouz use suicide bombers in their counterattacks.", ""},
		{"what has grown more frequent", "In Raqqa bombings and kidnappings have increased.", ""},
		{"clinics bombed in three days", "Up to 12 clinics in Douma have been bombed in the past three days.", ""},
		{"a toll of three days", "At least 12 people were killed in air strikes on Douma in the past three days.", event.AirStrike},
		{"arms that are given", "The package for Kyiv includes more than 1,600 missiles.", ""},
		{"arms in a parade", "Only one tank was on display in the parade in Moscow in 2023.", ""},
		{"arms that are fired", "Russia fired 36 missiles at Kyiv on Thursday.", event.MissileStrike},
		{"the dead of decades", "An estimated 182,000 Kurds died in Halabja and villages were flattened.", ""},
		{"so many a day", "The troops in Bakhmut are killing nearly 1,000 soldiers every day.", ""},
		{"a toll so far", "The clashes that have followed the incursion in Afrin have killed dozens.", ""},
		{"a toll of one day", "A bomb has killed 12 people in Afrin on Monday.", event.Bombing},
		{"a family's quarrel", "Two boys, 11 and seven, were abducted by their father in Leeds in 2014.", ""},
		{"gunmen who take children", "Two boys, 11 and seven, were abducted by gunmen in Kaduna in 2014.", event.Abduction},
		{"an arrest", "A soldier was detained in Vladivostok on charges of theft.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := event.Type("")
			if list := Read(Article{Text: c.text + background}).Incidents; len(list) > 0 {
				got = list[0].Type
			}
			if got != c.want {
				t.Errorf("%q in a story reads as %q, want %q", c.text, got, c.want)
			}
		})
	}
}

// TestTense reads when verbs put their acts.
func TestTense(t *testing.T) {
	for _, c := range []struct {
		text string
		want tense
	}{
		{"The rebels attacked the post.", past},
		{"The post was attacked by rebels.", past},
		{"The post had been repeatedly attacked.", past},
		{"The rebels have attacked the post.", perfect},
		{"The post has been attacked.", perfect},
		{"The rebels are attacking the post.", present},
		{"A shell that hits the yard kills.", present},
		{"The post, heavily bombarded and cut off, fell.", unfinite},
		{"An attack on the post failed.", noTense},
	} {
		r := standard().open(Article{Text: c.text})
		r.read()
		s := r.doc.Sentences[0]
		as := r.acts(0, s)
		if len(as) == 0 {
			t.Errorf("%q tells of no act", c.text)
			continue
		}
		if got := r.tenseOf(&as[0], s); got != c.want {
			t.Errorf("%q is in tense %d, want %d", c.text, got, c.want)
		}
	}
}

// TestRemarkLinear reads a text of many remarks, of which twice as many may not
// take much more than twice the allocations.
func TestRemarkLinear(t *testing.T) {
	count := func(n int) float64 {
		text := strings.Repeat("The city of Mariupol has been bombed out of existence. ", n)
		return testing.AllocsPerRun(1, func() { Read(Article{Text: text}) })
	}
	if a, b := count(100), count(200); b > 3*a+1000 {
		t.Errorf("100 remarks take %.0f allocations, 200 take %.0f", a, b)
	}
}
