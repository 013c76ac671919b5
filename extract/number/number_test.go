package number

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// show writes a number as the tests below do: its words in brackets, its
// count, and its kind unless it is a cardinal.
func show(s string, n Number) string {
	out := "[" + s[n.Start:n.End] + "]"
	switch {
	case !n.Count.IsZero():
		out += " " + bounds(n.Count)
	case n.Value != 0:
		out += fmt.Sprintf(" %.4g", n.Value)
	}
	if !n.Whole.IsZero() {
		out += " of " + bounds(n.Whole)
	}
	if n.Kind != Cardinal {
		out += " " + string(n.Kind)
	}
	if n.Unit != "" && n.Unit != "percent" {
		out += " " + n.Unit
	}
	return out
}

// bounds writes a count as its bounds, with the hedge where they do not tell
// it.
func bounds(c event.Count) string {
	switch {
	case !c.HasMax():
		return fmt.Sprintf("%d+", c.Min)
	case !c.HasMin():
		return fmt.Sprintf("≤%d", c.Max)
	case c.Min != c.Max:
		return fmt.Sprintf("%d–%d", c.Min, c.Max)
	case c.Hedge == event.Around:
		return fmt.Sprintf("~%d", c.Min)
	}
	return fmt.Sprint(c.Min)
}

func showAll(s string) string {
	var out []string
	for _, n := range Find(s) {
		out = append(out, show(s, n))
	}
	return strings.Join(out, ", ")
}

// TestKinds gives every number of a sentence, in order: its words, its count
// and, unless it is a cardinal, its kind.
func TestKinds(t *testing.T) {
	for _, tt := range []struct{ s, want string }{
		// Parts of a whole.
		{"Rescuers pulled 23 of the 28 miners out.", "[23 of the 28] 23 of 28"},
		{"They shot down 23 out of 28 drones.", "[23 out of 28] 23 of 28"},
		{"All but two of the 18 rockets were stopped.", "[All but two of the 18] 16 of 18"},
		{"Half of the 40 hostages were freed.", "[Half of the 40] 20 of 40"},
		{"Two thirds of the 30 huts burned.", "[Two thirds of the 30] 20 of 30"},
		{"None of the 12 was armed.", "[None of the 12] 0 of 12"},
		{"At least 16 of the 36 missiles got through.", "[At least 16 of the 36] 16+ of 36"},
		{"One of the dead was a nurse.", "[One] 1"},
		{"About half of them fled.", "[About half] 0.5 fraction"},
		{"More than two-thirds of the town is gone.", "[More than two-thirds] 0.6667 fraction"},
		{"One in five children had lost a parent.", "[One in five] 0.2 fraction"},
		{"They killed one in three attacks.", "[one] 1, [three] 3"},

		// Several numbers, each with its own hedge.
		{"It killed at least 12 and wounded more than 90.", "[at least 12] 12+, [more than 90] 91+"},
		{"It killed 12, at least five of them children.", "[12] 12, [at least five] 5+"},
		{"The toll rose from 12 to 15.", "[12] 12, [15] 15"},
		{"It killed from 12 to 15 people.", "[from 12 to 15] 12–15"},
		{"About 500 people or more had gathered.", "[About 500] 500+"},

		// Ages.
		{"A 47-year-old woman and her son, aged 9, were hurt.", "[47-year-old] 47 age year, [aged 9] 9 age"},
		{"A four-month-old was among the dead.", "[four-month-old] 4 age month"},
		{"Three boys aged 5, 7 and 11 died.", "[Three] 3, [aged 5] 5 age, [7] 7 age, [11] 11 age"},
		{"He was 62 years old; she died at the age of 60.", "[62 years old] 62 age year, [60] 60 age"},
		{"Two 12-year-olds and a girl of five were hurt.", "[Two] 2, [12-year-olds] 12 age year, [five] 5 age"},
		{"Children under 5 and people over 65 left.", "[under 5] ≤4 age, [over 65] 66+ age"},
		{"Seven of them were under 12.", "[Seven] 7, [under 12] ≤11 age"},
		{"The victims were aged between 20 and 35.", "[aged between 20 and 35] 20–35 age"},

		// Lengths of time and times of day.
		{"A three-day truce followed two weeks of fighting.", "[three-day] 3 duration day, [two weeks] 2 duration week"},
		{"It lasted more than 48 straight hours.", "[more than 48 straight hours] 49+ duration hour"},
		{"Half an hour later two shells fell.", "[Half an hour] 0.5 duration hour, [two] 2"},
		{"The blast came at 14:32, the second at 3 p.m. local time.", "[14:32] time, [second] 2 ordinal, [3 p.m. local time] 3 time"},
		{"At 0340 and again at 1400 GMT sirens sounded.", "[0340] 340 time, [1400 GMT] 1400 time"},
		{"At half past two, a quarter to five and quarter past 9 p.m.", "[half past two] time, [a quarter to five] time, [quarter past 9 p.m.] time"},
		{"They came at 5 in the morning.", "[5] 5 time"},
		{"At around 9.30 p.m. nine shells fell.", "[9.30 p.m.] 9.3 time, [nine] 9"},

		// Days and years.
		{"On April 24, 2025, 12 people died.", "[24] 24 date, [2025] 2025 date, [12] 12"},
		{"On 24 April 12 people died.", "[24] 24 date, [12] 12"},
		{"In 2014 rebels took the town.", "[2014] 2014 date"},
		{"The 2014 war and the 1990s were over.", "[2014] 2014 date, [1990s] 1990 date"},
		{"In 2000 villages there was no power.", "[2000] 2000"},
		{"Between 2014 and 2016, or in 2014-15, it shrank.", "[Between 2014 and 2016] 2014–2016 date, [2014-15] 2014 date"},
		{"By mid-2024 and on 24.04.2025 it was quiet.", "[2024] 2024 date, [24.04.2025] date"},
		{"The night of 23–24 April and May 5 were the worst.", "[23–24] 23–24 date, [5] 5 date"},
		{"From 9 to 11 March, then on 9/10 March.", "[From 9 to 11] 9–11 date, [9/10] date"},
		{"The 4th of May and the 9/11 attacks.", "[4th] 4 date, [9/11] date"},

		// Money and measures.
		{"The $5 million building cost US$1.2bn and 20 million euros.", "[$5 million] 5000000 money USD, [US$1.2bn] 1200000000 money USD, [20 million euros] 20000000 money EUR"},
		{"Some 120 km away a 155mm shell hit a 500-kg bomb.", "[Some 120 km] ~120 measure km, [155mm] 155 measure mm, [500-kg] 500 measure kg"},
		{"It burned 12,000 square metres, 40 percent of it forest.", "[12,000 square metres] 12000 measure m, [40 percent] 40 percent"},
		{"About 12.5 per cent or 15% agreed.", "[About 12.5 per cent] 12.5 percent, [15%] 15 percent"},
		{"He is 5'10\" and weighs 80 kilos.", "[5] 5 measure foot, [10] 10 measure inch, [80 kilos] 80 measure kg"},
		{"It was -12 outside and 3.5 is the mean.", "[-12] -12 decimal, [3.5] 3.5 decimal"},

		// Names that hold a number.
		{"Brigade No. 5 took Route 6 and Highway 1.", "[No. 5] 5 label, [6] 6 label, [1] 1 label"},
		{"Resolution 2334, Article 5, Articles 6 and 7 and page 3 of 12.", "[2334] 2334 label, [5] 5 label, [6] 6 label, [7] 7 label, [3 of 12] 3 label"},
		{"The 47th Brigade and Unit 8200 joined the Group of 7.", "[47th] 47 label, [8200] 8200 label, [7] 7 label"},
		{"A Boeing 737, a Type 99 and an AK 47 were shown.", "[737] 737 designation, [99] 99 designation, [47] 47 designation"},
		{"Air Force One and the Second World War.", "[One] 1 label, [Second] 2 label"},
		{"They won 3-1 and the vote was 218-11.", "[3-1] 3 label, [218-11] 218 label"},
		{"Flights 22,24,26 and IP 192.168.100.200 cost $1,623.50.", "[22,24,26] label, [192.168.100.200] label, [$1,623.50] 1624 money USD"},
		{"Open 24/7, version 2.0.1 at 192.168.1.2.", "[24/7] label, [2.0.1] label, [192.168.1.2] label"},
		{"1. Two men died.", "[1] 1 label, [Two] 2"},
		{"It fell at 50.4501, 30.5234, that is 48.5°N.", "[50.4501] 50.45 coordinate, [30.5234] 30.52 coordinate, [48.5°N] 48.5 coordinate"},
		{"Call +380 44 123 4567, 044-123-45-67 or 112.", "[+380 44 123 4567] 380 phone, [044-123-45-67] 44 phone, [112] 112 phone"},
		{"He lives at 333 Rio Vista Drive, in the 600 block.", "[333] 333 label, [600] 600 label"},

		// Ordinals count nothing.
		{"The third strike killed a second medic on the 21st day.", "[third] 3 ordinal, [second] 2 ordinal, [21st] 21 ordinal"},
		{"The twenty-fifth and the one hundred and first patients.", "[twenty-fifth] 25 ordinal, [one hundred and first] 101 ordinal"},
		{"A third of the town burned and a third man died.", "[A third] 0.3333 fraction, [third] 3 ordinal"},

		// Adjectives: those that number people count, the others do not.
		{"An eight-strong crew, a five-man patrol and a six-member family.", "[eight-strong] 8, [five-man] 5, [six-member] 6"},
		{"A two-storey house and a one-way drone.", "[two-storey] 2 compound, [one-way] 1 compound"},
		{"A 4x4 was 10x faster.", "[4x4] 4 compound, [10x] 10 compound"},

		// No and none.
		{"No aircraft were lost and another one was hit.", "[No] 0, [one] 1"},
		{"There were no casualties and no immediate claims.", "[no] 0, [no] 0"},
		{"No one was hurt, nobody died, not a single window broke.", "[No one] 0, [nobody] 0, [not a single] 0"},
		{"Not one but two shells fell; not one of them exploded.", "[two] 2, [not one] 0"},
		{"No fewer than 12 people died.", "[No fewer than 12] 12+"},

		// Vague.
		{"Several dozen men and a large number of women left.", "[Several dozen] 36+, [a large number of] 1+"},
		{"Scores were killed and scores of shops burned.", "[Scores] 40+, [scores of] 40+"},
		{"Dozens of kilometres away, dozens of the wounded waited.", "[Dozens of kilometres] 24+ measure km, [dozens] 24+"},
		{"A couple of soldiers died; a couple was killed at home.", "[A couple of] 2+"},
		{"Both pilots died.", "[Both] 2"},
	} {
		if got := showAll(tt.s); got != tt.want {
			t.Errorf("%s\n got  %s\n want %s", tt.s, got, tt.want)
		}
	}
}

// TestNoNumber holds what looks like a number and is none.
func TestNoNumber(t *testing.T) {
	for _, s := range []string{
		"", " ", "\n\n",
		"The governor said the strike came before dawn.",
		"He no longer lives there, no doubt about it, and there is no way back.",
		"No damage was reported; no comment was given.",
		"The attack was one of the deadliest of the war.",
		"They blamed one another, and the one who fired fled.",
		"At one point he fled; on the one hand he is right.",
		"This is the only one, not that one.",
		"He was needed as one of the best; a military one, the larger one.",
		"Both in Kyiv and in Lviv there was shelling.",
		"Both men and women fled.",
		"He scores goals and his test scores were high.",
		"The KN-23, the M-16, the 2S19 and Covid-19.",
		"The G7 and the F-16s.",
		"An a, a an.",
		"The number of dead is unknown.",
		"How many died? Too many. So many.",
		"None other than the mayor said so.",
		"All but one survived, and not many stayed.",
		"A larger one followed, and the latter one was not the last one.",
		"A multiple-launch system over the no-fly zones.",
		"From quarter to quarter; the quarter to the north.",
		"The Jewish quarter and the old quarters burned.",
		"His half-brother fled.",
		"A married couple was killed.",
		"Few believed him.",
		"What happened and why so soon?",
		"See https://example.org/2024/12/x?id=7 for more.",
	} {
		if got := Find(s); len(got) > 0 {
			t.Errorf("%q: got %s; want no number", s, showAll(s))
		}
	}
}

// TestNotCounted holds numbers of which none counts people or things.
func TestNotCounted(t *testing.T) {
	for _, s := range []string{
		"On 24 April 2025 at 14:32 GMT, on the 21st day.",
		"The 47-year-old, aged 47, was 47 years old at the age of 47.",
		"A 155-mm shell flew 25 km, or 15.5 miles, at 900 km/h.",
		"It cost $5m, £30, €12.50 and 500 roubles.",
		"Some 15% or 12 per cent, up 3 percentage points.",
		"Route 6, Highway 1, Resolution 2334, Article 5, page 3, No. 12.",
		"From 2014 to 2016, in 1943, the 1990s and mid-2024.",
		"The Boeing 737 and the Type 99 tank.",
		"It lasted three days, a 12-hour curfew, two long years.",
		"The 3-1 win and the 15-0 vote.",
		"Call 555-0199 or 044-123-45-67.",
		"World War Two, Air Force One, Channel 4.",
		"First, second and third; the 5th and the 101st.",
		"1. Background",
	} {
		for _, n := range Find(s) {
			if n.Kind == Cardinal {
				t.Errorf("%q: %s counts", s, show(s, n))
			}
		}
	}
}

func TestParse(t *testing.T) {
	for _, tt := range []struct {
		s    string
		want event.Count
	}{
		{"15,800", event.N(15800)},
		{" a hundred and twenty ", event.N(120)},
		{"at least a dozen", event.Count{Min: 12, Hedge: event.AtLeast}},
		{"between five and seven", event.Count{Min: 5, Max: 7, Hedge: event.Between}},
		{"no one", event.N(0)},
	} {
		got, err := Parse(tt.s)
		if err != nil || got != tt.want {
			t.Errorf("Parse(%q) = %v, %v; want %v", tt.s, got, err, tt.want)
		}
	}
	for _, s := range []string{"", "people", "12 people", "twelve or so people", "12, 13", "3.5", "half", "-3"} {
		if got, err := Parse(s); err == nil {
			t.Errorf("Parse(%q) = %v; want an error", s, got)
		}
	}
}

// TestWords asserts that words.txt is sound and that its faults are told by
// line.
func TestWords(t *testing.T) {
	if _, faults := load(wordsFile); len(faults) > 0 {
		t.Errorf("words.txt: %s", strings.Join(faults, "\n"))
	}
	_, got := load("three=3\n[unit]\none=x\n[units]\nkm\n[nothing]\nword\n[before soon]\n")
	want := []string{
		`words.txt:1: begin with a class in brackets, as [unit]`,
		`words.txt:3: "x" is no value for "one"`,
		`words.txt:5: write "kind name = word word"`,
		`words.txt:6: no class "[nothing]"`,
		`words.txt:7: begin with a class in brackets, as [unit]`,
		`words.txt:8: no class "[before soon]"`,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("faults (-want +got):\n%s", d)
	}
}

// TestTokens asserts that numbers are added to what the caller has, that a
// sentence without any costs no allocation, and that nothing outside the
// range is read.
func TestTokens(t *testing.T) {
	d := text.Split("Twelve died. Nobody else was near. The town was quiet before the attack.")
	var ns []Number
	for _, s := range d.Sentences {
		ns = Tokens(d, s.First, s.Last, ns)
	}
	if len(ns) != 2 || ns[0].Count != event.N(12) || ns[1].Count != event.N(0) {
		t.Errorf("got %v; want twelve and nobody", ns)
	}
	if got := Tokens(d, 1, d.Sentences[0].Last, nil); len(got) != 0 {
		t.Errorf("read %v outside the range", got)
	}
	last := d.Sentences[len(d.Sentences)-1]
	if n := testing.AllocsPerRun(100, func() { Tokens(d, last.First, last.Last, nil) }); n != 0 {
		t.Errorf("%v allocations for a sentence without a number", n)
	}
	d = text.Split(report)
	dst := make([]Number, 0, 100)
	if n := testing.AllocsPerRun(100, func() { dst = Tokens(d, 0, len(d.Tokens), dst[:0]) }); n != 0 {
		t.Errorf("%v allocations where the slice has room", n)
	}
}

// TestUnrelatedParagraph asserts that a paragraph before the text shifts the
// numbers and changes nothing else.
func TestUnrelatedParagraph(t *testing.T) {
	const before = "The town was quiet.\n\n"
	for _, tt := range corpus {
		for _, say := range tt.say {
			s := say + " people were hurt."
			want, got := Find(s), Find(before+s)
			for i := range got {
				got[i].Start -= len(before)
				got[i].End -= len(before)
				got[i].First -= 5
				got[i].Last -= 5
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("%q (-alone +behind a paragraph):\n%s", s, d)
			}
		}
	}
}

// hostile are texts that a careless reader needs square time for.
var hostile = []string{"1-", "1 ", "800 ", "one ", "one hundred and ", "five to ", "between five and ", "more than ", "at least at least 5 ",
	"12 of 13 of ", "half of ", "all but ", "thousand ", "point one ", "5 or ", "no ", "1, ", "$", "twenty-", "5 in ", "+1(", "half a ", "(5) ", "3rd "}

func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	cost := func(s string) time.Duration {
		d := text.Split(s)
		dst := make([]Number, 0, len(d.Tokens))
		best := time.Hour
		for range 3 {
			start := time.Now()
			dst = Tokens(d, 0, len(d.Tokens), dst[:0])
			best = min(best, time.Since(start))
		}
		return best
	}
	for _, h := range hostile {
		const n = 8 << 10
		small, large := strings.Repeat(h, n/len(h)), strings.Repeat(h, 16*n/len(h))
		// Sixteen times the text takes sixteen times as long, and in square
		// time two hundred and fifty-six; a busy machine gets three tries.
		var a, b time.Duration
		for range 3 {
			if a, b = cost(small), cost(large); b < 64*a {
				break
			}
		}
		if b >= 64*a {
			t.Errorf("%q: %v for %d bytes, %v for %d", h, a, len(small), b, len(large))
		}
	}
}

// law fails where the numbers of s break what is promised of every text.
func law(t *testing.T, s string) {
	d := text.Split(s)
	ns := Find(s)
	end := 0
	for _, n := range ns {
		switch {
		case n.First < end || n.Last <= n.First || n.Last > len(d.Tokens):
			t.Fatalf("%q: tokens %d to %d behind %d", s, n.First, n.Last, end)
		case n.Start != int(d.Tokens[n.First].Start) || n.End != int(d.Tokens[n.Last-1].End):
			t.Fatalf("%q: bytes %d to %d are not those of its tokens", s, n.Start, n.End)
		case n.Kind == "":
			t.Fatalf("%q: %s has no kind", s, show(s, n))
		case n.Count.Min < 0 || n.Count.Max < 0 || n.Count.HasMin() && n.Count.HasMax() && n.Count.Min > n.Count.Max:
			t.Fatalf("%q: %s counts from %d to %d", s, show(s, n), n.Count.Min, n.Count.Max)
		case n.Kind == Cardinal && n.Count.IsZero():
			t.Fatalf("%q: %s counts nothing", s, show(s, n))
		case n.Value != n.Value:
			t.Fatalf("%q: %s is not a number", s, show(s, n))
		}
		end = n.Last
	}
	if d := cmp.Diff(ns, Find(s)); d != "" {
		t.Fatalf("%q: read twice (-first +second):\n%s", s, d)
	}
}

func FuzzFind(f *testing.F) {
	for _, tt := range corpus {
		for _, say := range tt.say {
			f.Add(say)
		}
	}
	for _, h := range hostile {
		f.Add(strings.Repeat(h, 5))
	}
	f.Add(report)
	f.Add("½ of 3½, 1e10 and -1.1^--23; \xff 9\xfe")
	f.Fuzz(law)
}

func Example() {
	const s = "At least 12 of the 40 hostages, a 9-year-old among them, were freed on 24 April."
	for _, n := range Find(s) {
		fmt.Printf("%-20q %-9s %s\n", s[n.Start:n.End], n.Kind, n.Count)
	}
	// Output:
	// "At least 12 of the 40" cardinal  12+
	// "9-year-old"         age       9
	// "24"                 date      24
}

func ExampleFind() {
	const s = "Between five and seven shells, some of 155mm, hit a two-storey house 15 km away."
	people := 0
	for _, n := range Find(s) {
		if n.Kind == Cardinal {
			people += n.Count.Best()
		}
		fmt.Printf("%s: %s\n", s[n.Start:n.End], n.Kind)
	}
	fmt.Println("counted:", people)
	// Output:
	// Between five and seven: cardinal
	// 155mm: measure
	// two-storey: compound
	// 15 km: measure
	// counted: 5
}

func ExampleParse() {
	for _, s := range []string{"a hundred and twenty", "more than 1.2 million", "5–7", "dozens"} {
		c, err := Parse(s)
		fmt.Println(c.Min, c.Max, c.Hedge, err)
	}
	_, err := Parse("a few good men")
	fmt.Println(err)
	// Output:
	// 120 120 exact <nil>
	// 1200001 0 more_than <nil>
	// 5 7 between <nil>
	// 24 0 vague <nil>
	// number: "a few good men" is not one number
}
