package number

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sitrep-go/sitrep/event"
)

// corpus is the dictionary turned round: a count, and the ways to say it.
var corpus = []struct {
	want event.Count
	say  []string
}{
	{event.N(0), []string{"zero", "0", "none", "nobody", "no one", "No-one", "not one", "not a single", "nought"}},
	{event.N(1), []string{"one", "1", "exactly one", "only one", "a single"}},
	{event.N(2), []string{"two", "2", "a pair of", "just two", "Both"}},
	{event.N(3), []string{"three", "a trio of"}},
	{event.N(6), []string{"six", "half a dozen", "a half-dozen", "half-dozen"}},
	{event.N(12), []string{"12", "twelve", "a dozen", "one dozen", "a total of 12", "a mere dozen"}},
	{event.N(20), []string{"twenty", "a score of"}},
	{event.N(21), []string{"twenty-one", "twenty one", "21", "Twenty-One", "TWENTY-ONE", "twenty‑one"}},
	{event.N(24), []string{"24", "two dozen", "twenty-four"}},
	{event.N(60), []string{"three score", "sixty", "five dozen"}},
	{event.N(100), []string{"a hundred", "one hundred", "100", "hundred"}},
	{event.N(120), []string{
		"120", "a hundred and twenty", "one hundred twenty", "one hundred and twenty", "ten dozen",
	}},
	{event.N(331), []string{"three hundred and thirty-one", "three hundred thirty-one", "3 hundred and 31"}},
	{event.N(500), []string{"500", "half a thousand", "five hundred"}},
	{event.N(1500), []string{
		"1,500", "1500", "1 500", "1\u00a0500", "1\u202f500", "1\u2009500", "fifteen hundred", "1.5 thousand",
		"1.5k", "one and a half thousand", "a thousand and five hundred", "one thousand five hundred",
	}},
	{event.N(2200), []string{"two thousand two hundred", "twenty-two hundred", "2.2k", "2,200"}},
	{event.N(15800), []string{"15,800", "15.800", "15 800", "15\u00a0800", "15.8 thousand"}},
	{event.N(100000), []string{"100,000", "1,00,000", "one lakh", "a lakh", "100 000", "a hundred thousand", "100k"}},
	{event.N(202000), []string{"two hundred and two thousand", "202,000", "2.02 lakh", "2 lakh 2 thousand"}},
	{event.N(250000), []string{"2.5 lakh", "2½ lakh", "a quarter of a million", "a quarter million", "250,000"}},
	{event.N(1200000), []string{
		"1.2 million", "1.2m people", "1.2mn", "1.2M", "1,200,000", "12,00,000", "1.200.000",
		"one million two hundred thousand", "one point two million",
	}},
	{event.N(3500000), []string{"3½ million", "three and a half million", "3.5 million", "3 million and a half"}},
	{event.N(20000000000), []string{"20bn", "20 billion", "20 bn", "twenty billion", "2,000 crore"}},
	{event.Count{Min: 12, Hedge: event.AtLeast}, []string{
		"at least 12", "12 or more", "a minimum of 12", "no fewer than 12", "no less than a dozen",
		"not fewer than twelve", "12 at least", "12+", "12-plus", "12 plus", "at the very least 12", "as few as 12",
		"12 or even more", "at least some 12", "at least about a dozen",
	}},
	{event.Count{Min: 13, Hedge: event.MoreThan}, []string{
		"more than 12", "over 12", "upwards of 12", "in excess of 12", "well over a dozen", "above 12",
		"exceeding 12", "could exceed 12", "may surpass 12", "has topped 12", "more than about 12",
	}},
	{event.Count{Max: 12, Hedge: event.UpTo}, []string{
		"up to 12", "as many as 12", "no more than 12", "not more than a dozen", "at most 12", "a maximum of 12",
		"12 or fewer", "12 or less", "may rise to 12", "could reach 12", "could climb to 12", "up to some 12",
		"fewer than 13", "less than 13", "under 13",
	}},
	{event.Count{Max: 12, Hedge: event.Nearly}, []string{
		"nearly 12", "almost a dozen", "close to 12", "just under 12", "approaching 12", "just short of 12",
	}},
	{event.Count{Min: 12, Max: 12, Hedge: event.Around}, []string{
		"about 12", "around a dozen", "some 12", "roughly 12", "approximately 12", "an estimated 12", "12 or so",
		"a dozen or so", "circa 12", "~12", "in the region of 12", "only about 12", "12 or thereabouts",
	}},
	{event.Count{Min: 20, Max: 20, Hedge: event.Around}, []string{"20-odd", "20 odd", "about twenty"}},
	{event.Count{Min: 5, Max: 7, Hedge: event.Between}, []string{
		"5–7", "5-7", "5 - 7", "5~7", "5 to 7", "five to seven", "from 5 to 7", "from five to seven", "between 5 and 7",
		"between five and seven", "anywhere between five and seven", "between about 5 and 7", "about 5 to 7",
		"5 through 7", "5 or 7", "from five up to seven", "at least 5 but fewer than 8",
		"more than 4 and less than 8", "no more than 7 and no fewer than 5",
	}},
	{event.Count{Min: 2, Max: 3, Hedge: event.Between}, []string{"two or three", "2-3", "two-three", "two to three"}},
	{event.Count{Min: 120, Max: 150, Hedge: event.Between}, []string{
		"between one hundred and twenty and one hundred and fifty", "120–150",
		"between a hundred and twenty and 150",
	}},
	{event.Count{Min: 100, Max: 1000, Hedge: event.Between}, []string{
		"between one hundred and one thousand", "between a hundred and a thousand", "100 to 1,000",
	}},
	{event.Count{Min: 10000, Max: 12000, Hedge: event.Between}, []string{
		"10-12,000", "ten to twelve thousand", "10,000–12,000", "between 10,000 and 12,000",
	}},
	{event.Count{Min: 2000, Max: 3000, Hedge: event.Between}, []string{
		"two to three thousand", "two or three thousand", "2-3 thousand", "2,000 to 3,000",
		"between two and three thousand", "2-3,000", "2 to 3,000", "between 2,000 and 3,000",
	}},
	{event.Count{Min: 24, Max: 36, Hedge: event.Between}, []string{"two to three dozen", "two or three dozen"}},
	{event.Count{Min: 2, Hedge: event.Vague}, []string{"a couple of"}},
	{event.Count{Min: 3, Hedge: event.Vague}, []string{"several"}},
	{event.Count{Min: 1, Hedge: event.Vague}, []string{
		"many", "a number of", "an unknown number of", "a handful of", "a few", "numerous",
	}},
	{event.Count{Min: 20, Hedge: event.Vague}, []string{"tens of"}},
	{event.Count{Min: 24, Hedge: event.Vague}, []string{"dozens", "dozens of", "a couple of dozen", "at least dozens"}},
	{event.Count{Min: 40, Hedge: event.Vague}, []string{"scores of"}},
	{event.Count{Min: 200, Hedge: event.Vague}, []string{
		"hundreds", "hundreds of", "a few hundred", "many hundreds", "hundreds or even thousands",
		"hundreds, if not thousands, of",
	}},
	{event.Count{Min: 300, Hedge: event.Vague}, []string{"several hundred"}},
	{event.Count{Min: 2000, Hedge: event.Vague}, []string{"thousands", "thousands of", "a couple of thousand"}},
	{event.Count{Min: 20000, Hedge: event.Vague}, []string{"tens of thousands", "tens of thousands of"}},
	{event.Count{Min: 200000, Hedge: event.Vague}, []string{"hundreds of thousands"}},
}

func TestCorpus(t *testing.T) {
	for _, tt := range corpus {
		for _, say := range tt.say {
			// The words stand before a noun, as in life; the noun is no part
			// of them.
			noun := " people"
			if strings.HasSuffix(say, noun) {
				noun = ""
			}
			s := say + noun + " were hurt"
			ns := Find(s)
			if len(ns) != 1 || strings.TrimSuffix(s[ns[0].Start:ns[0].End], " people") != strings.TrimSuffix(say, " people") || ns[0].Kind != Cardinal {
				t.Errorf("%q: got %s; want one count, of %q", s, showAll(s), say)
				continue
			}
			if d := cmp.Diff(tt.want, ns[0].Count); d != "" {
				t.Errorf("%q (-want +got):\n%s", s, d)
			}
		}
	}
}

// values is the same for numbers that count nothing by themselves.
var values = []struct {
	want float64
	say  []string
}{
	{0.5, []string{"half", "a half", "one half", "1/2", "½", ".5", "0.5", "zero point five", "five tenths"}},
	{0.25, []string{"a quarter", "one quarter", "one-fourth", "1/4", "¼", "0.25", "nought point two five"}},
	{0.75, []string{"three quarters", "three-quarters", "¾", "3/4", "0,75"}},
	{2. / 3, []string{"two thirds", "two-thirds", "⅔", "2/3"}},
	{2.75, []string{"two and three quarters", "2 3/4", "2¾", "2.75", "two point seven five"}},
	{1.5, []string{"one and a half", "1½", "1 1/2", "1.5", "one-and-a-half"}},
	{4.6, []string{"twenty-three fifths", "four and three fifths", "4.6"}},
	{100.75, []string{"one hundred and three quarters", "a hundred and three quarters"}},
	{1. / 25, []string{"one twenty-fifth", "one twenty fifth", "four hundredths", "1/25"}},
	{3. / 21, []string{"three twenty-firsts", "one seventh"}},
	{-5, []string{"-5", "minus five", "negative five", "\u22125"}},
	{-0.8, []string{"-4/5", "-0.8", "minus four fifths"}},
	{1300000, []string{"1.3e6", "1.3x10^6", "13e5"}},
	{1024, []string{"2^10"}},
	{0.004, []string{"4e-3", "4x10^-3"}},
	{1111.11, []string{"1,111.11", "1.111,11"}},
}

func TestValues(t *testing.T) {
	for _, tt := range values {
		for _, say := range tt.say {
			s := "It is " + say
			ns := Find(s)
			if len(ns) != 1 || s[ns[0].Start:] != say || math.Abs(ns[0].Value-tt.want) > 1e-12 {
				t.Errorf("%q: got %s; want one number, %v", s, showAll(s), tt.want)
				continue
			}
			if k := ns[0].Kind; k != Fraction && k != Decimal || !ns[0].Count.IsZero() {
				t.Errorf("%q is a %s that counts %v", s, k, ns[0].Count)
			}
		}
	}
}
