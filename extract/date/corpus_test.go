package date

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sitrep-go/sitrep/event"
)

// thursday is the day of the corpus: 24 April 2025.
var thursday = event.Date{Year: 2025, Month: 4, Day: 24}

// corpus is a dictionary turned round: a period with its TIMEX3 value and
// basis, then the ways to say it in a text of 24 April 2025. The brackets
// stand around the words of the mention, and each way holds that one alone.
var corpus = []struct {
	period, timex string
	basis         event.Basis
	ways          []string
}{
	{"2025-04-24", "2025-04-24", event.Explicit, []string{
		"on [24 April 2025]", "on [April 24, 2025]", "([Apr. 24, 2025])", "[24 Apr 2025]", "[Thursday, April 24, 2025]", "[Thursday 24 April 2025]",
		"[2025-04-24]", "[24.04.2025]", "[24/04/2025]", "[4/24/2025]", "[2025/04/24]", "[24-Apr-2025]", "[the 24th of April, 2025]", "[24th April 2025]",
		"[April 24th, 2025]", "[April the 24th, 2025]", "ON [24 APRIL 2025]", "[Thu, 24 Apr 2025]", "[Thursday (April 24)]", "[Apr 24 2025]", "the [24 April 2025] attack",
		"a [April 24, 2025], letter",
	}},
	{"2025-04-24", "2025-04-24", event.Relative, []string{
		"fell on [Thursday]", "fell [today]", "[Today], officials said", "said on [Thursday] that it fell", "[Thursday]'s attack", "[this Thursday]", "on [the 24th],",
	}},
	{"2025-04-23", "2025-04-23", event.Relative, []string{"hit [yesterday]", "on [Wednesday]", "on [Wed.]", "[Wednesday]’s strike", "[a day ago]", "[earlier on Wednesday]", "HIT ON [WEDNESDAY]"}},
	{"2025-04-21", "2025-04-21", event.Relative, []string{"on [Monday]", "[last Monday]", "[Monday of this week]", "on [the 21st], police said", "on [Easter Monday]", "[three days ago]"}},
	{"2025-04-17", "2025-04-17", event.Relative, []string{"[last Thursday]", "[Thursday last week]", "on [Thursday of last week]", "[this past Thursday]"}},
	{"2025-04-19", "2025-04-19", event.Explicit, []string{"on [April 19]", "on [19 April]", "[Saturday, April 19]", "[Sat., April 19]", "[Saturday 19th April]", "[Apr. 19]", "THE [19 APRIL] RAID"}},
	{"2024-11-26", "2024-11-26", event.Explicit, []string{"on [Nov. 26]", "on [26 November]", "on [November 26th]", "on [26 November last year]", "on [November 26 of last year]"}},
	{"2024-08-17 night", "2024-08-17T03:40", event.Explicit, []string{"at [03:40 on 17 August]", "at [3:40 a.m. on August 17]", "at [3.40am on 17 August]", "[17 August at 03:40]", "[Aug. 17, 3:40 a.m.]", "at [0340 GMT on 17 August]", "at [03:40 local time (0040 GMT) on 17 August]"}},
	{"2025-05-01", "2025-05-01", event.Explicit, []string{"the truce expires on [May 1]", "talks will open on [1 May]", "must leave by [May 1]", "until [1 May]", "a vote is due on [May 1]", "they are to meet on [1 May]", "on [Thursday, May 1]", "is scheduled for [May 1]"}},
	{"2025-04-28", "2025-04-28", event.Relative, []string{"[next Monday]", "must leave by [Monday]", "the council will meet on [Monday]", "On [Monday] the council will meet", "[Monday next week]", "until [Monday]", "talks due on [Monday]"}},
	{"2025-04-25", "2025-04-25", event.Relative, []string{"[tomorrow]", "by [Friday]", "[next Friday]"}},

	{"2025-04-22 evening", "2025-04-22TEV", event.Relative, []string{"on [Tuesday evening]", "on [the evening of Tuesday]", "ON [TUESDAY EVENING]"}},
	{"2025-04-21 morning", "2025-04-21TMO", event.Relative, []string{"[Monday morning]", "[early Monday morning]", "at [dawn on Monday]"}},
	{"2025-04-22 night", "2025-04-22TNI", event.Relative, []string{"on [Tuesday night]", "[late Tuesday night]", "in [the early hours of Tuesday]", "[before dawn on Tuesday]", "in [the small hours of Tuesday]", "in [the predawn hours of Tuesday]", "in [the pre-dawn hours of Tuesday]", "[Tuesday night]'s raid"}},
	{"2025-04-22 night", "2025-04-22", event.Relative, []string{"[late on Tuesday]", "[late Tuesday]"}},
	{"2025-04-22 morning", "2025-04-22", event.Relative, []string{"[early on Tuesday]", "[early Tuesday]"}},
	{"2025-04-24 morning", "2025-04-24TMO", event.Relative, []string{"[this morning]", "at [dawn today]"}},
	{"2025-04-24 night", "2025-04-24TNI", event.Relative, []string{"[tonight]", "in [the early hours of Thursday]", "[before dawn today]"}},
	{"2025-04-23/2025-04-24 night", "2025-04-23TNI", event.Relative, []string{"[overnight]", "[last night]", "[overnight into Thursday]", "in [the night from Wednesday to Thursday]", "in [the night to Thursday]", "[overnight from Wednesday to Thursday]", "[overnight on Thursday]", "[overnight on Wednesday]", "during [the night] drones came", "Drones came in the course of [the night]", "on [the night of Wednesday to Thursday]", "an [overnight] raid"}},
	{"2025-04-17/2025-04-18 night", "2025-04-17TNI", event.Explicit, []string{"on [the night of 17 April]", "[the night of April 17]", "[the night of 17–18 April]", "[the night of April 17-18]", "on [the night of 17 to 18 April]", "[overnight between 17 and 18 April]", "[the night of April 17–18, 2025]", "[the night between 17 and 18 April]"}},
	{"2025-04-17 night", "2025-04-17TNI", event.Explicit, []string{"[April 17 night]"}},
	{"2025-04-17/2025-04-18", "2025-04-17/2025-04-18", event.Explicit, []string{"on [17 and 18 April]", "on [April 17-18, 2025]", "on [17–18 April]", "[April 17 and 18]"}},

	{"2025-04-21/2025-04-24", "2025-W17", event.Relative, []string{"[this week]", "[earlier this week]", "[earlier in the week]"}},
	{"2025-04-14/2025-04-20", "2025-W16", event.Relative, []string{"[last week]"}},
	{"2025-04-28/2025-05-04", "2025-W18", event.Relative, []string{"[next week]"}},
	{"2025-04-19/2025-04-20", "2025-W16-WE", event.Relative, []string{"over [the weekend]", "[last weekend]", "[this past weekend]"}},
	{"2025-04-01/2025-04-24", "2025-04", event.Relative, []string{"[this month]", "[earlier this month]", "[earlier in the month]"}},
	{"2025-03-01/2025-03-31", "2025-03", event.Relative, []string{"[last month]", "in [March]", "[last March]"}},
	{"2025-03-01/2025-03-31", "2025-03", event.Explicit, []string{"in [March 2025]", "in [March of this year]", "[March, 2025]"}},
	{"2025-01-11/2025-01-20", "2025-01", event.Relative, []string{"in [mid-January]", "in [the middle of January]"}},
	{"2025-02-01/2025-02-10", "2025-02", event.Relative, []string{"in [early February]", "[the beginning of February]", "[early in February]"}},
	{"2024-11-21/2024-11-30", "2024-11", event.Explicit, []string{"in [late November 2024]", "at [the end of November 2024]"}},
	{"2024-11-01/2024-11-30", "2024-11", event.Explicit, []string{"in [November 2024]", "[Nov. 2024]", "in [November last year]", "in [November of last year]", "the [November 2024] raid"}},
	{"2024-07-01/2024-07-31", "2024-07", event.Relative, []string{"[last July]", "in [July]", "[July]"}},
	{"2024-01-01/2024-12-31", "2024", event.Relative, []string{"[last year]", "[a year ago]", "[one year ago]"}},
	{"2014-01-01/2014-12-31", "2014", event.Explicit, []string{"in [2014]", "the war of [2014]", "the [2014] war", "([2014])"}},
	{"2024-09-01/2024-12-31", "2024", event.Explicit, []string{"in [late 2024]", "[late in 2024]", "at [the end of 2024]"}},
	{"2023-01-01/2023-04-30", "2023", event.Explicit, []string{"in [early 2023]", "[early in 2023]"}},
	{"1980-01-01/1989-12-31", "198", event.Explicit, []string{"in [the 1980s]", "the war of [the 1980s]", "in [the 80s]"}},
	{"2023-07-01/2023-09-30", "2023-Q3", event.Explicit, []string{"in [the third quarter of 2023]", "in [the 2023 third quarter]", "[Q3 2023]", "[third-quarter 2023]"}},
	{"2025-01-01/2025-03-31", "2025-Q1", event.Relative, []string{"in [the quarter]", "in [the first quarter]", "[first-quarter] sales", "[last quarter]"}},
	{"2024-01-01/2024-03-31", "2024-Q1", event.Relative, []string{"in [the year-ago quarter]", "from [the year-earlier quarter]", "from [the year-earlier first quarter]", "from [the same quarter last year]"}},
	{"2025-01-01/2025-03-31", "2025-Q1", event.Relative, []string{"in [the latest quarter]", "in [the January-March quarter]", "in [the January to March period]"}},
	{"2024-01-01/2024-03-31", "2024-Q1", event.Explicit, []string{"in [the first quarter of fiscal 2024]"}},
	{"1970-01-01/1979-12-31", "197", event.Explicit, []string{"in [the seventies]", "in [the early seventies]"}},
	{"2025-05-05", "2025-05-05", event.Relative, []string{"opens [a week from Monday]"}},
	{"2024-01-01/2024-06-30", "2024-H1", event.Explicit, []string{"in [the first half of 2024]"}},
	{"2024-03-01/2024-05-31", "2024-SP", event.Relative, []string{"[last spring]", "in [spring last year]"}},
	{"2014-06-01/2014-08-31", "2014-SU", event.Explicit, []string{"in [the summer of 2014]", "in [summer 2014]"}},
	{"2023-12-01/2024-02-29", "2023-WI", event.Explicit, []string{"in [the winter of 2023-24]", "[winter 2023–24]", "in [the winter of 2023]"}},
	{"2024-12-25", "2024-12-25", event.Relative, []string{"on [Christmas Day]", "at [Christmas]"}},
	{"2025-01-01", "2025-01-01", event.Relative, []string{"struck at [New Year]", "on [New Year's Day]"}},
	{"2024-12-31", "2024-12-31", event.Relative, []string{"on [New Year's Eve]", "on [New Year’s Eve]"}},
	{"2001-09-11", "2001-09-11", event.Explicit, []string{"the [9/11] attacks", "on [September 11, 2001]"}},
	{"2025-04-21/2025-04-27", "2025-W17", event.Explicit, []string{"in [the week of April 21, 2025]"}},
	{"2024-05-01/2024-05-07", "2024-W18", event.Explicit, []string{"in [the first week of May 2024]"}},
	{"2025-04-18/2025-04-22", "PAST_REF", event.Relative, []string{"[a few days ago]", "[several days ago]", "[some days ago]", "[days ago]"}},
	{"2025-04-16/2025-04-18", "2025-W16", event.Relative, []string{"[a week ago]"}},
	{"2025-04-17", "2025-04-17", event.Relative, []string{"[a week ago today], she said"}},
	{"2023-04-24", "2023-04-24", event.Relative, []string{"[two years ago today]"}},
	{"2025-04-22/2025-04-24", "P2D", event.Relative, []string{"over [the past two days]", "in [the last 2 days]", "during [the past two days]"}},
	{"2025-04-23/2025-04-24", "PT24H", event.Relative, []string{"in [the past 24 hours]", "over [the last 24 hours]"}},

	{"", "P6M", "", []string{"for [six consecutive months]", "[six straight months] of losses"}},
	{"2025-04-24/2035-04-24", "P1DE", event.Relative, []string{"rule for [the next decade]"}},
	{"", "P3D", "", []string{"for [three days]", "[a three-day] siege", "[3 days] of rain", "[three days] of fighting"}},
	{"", "PT24H", "", []string{"within [24 hours]", "[a 24-hour] truce"}},
	{"", "P2W", "", []string{"[two weeks] of fighting", "for [two weeks]"}},
	{"", "PXM", "", []string{"for [months]", "[several months] of siege", "a [months-long] siege"}},
	{"", "PT30M", "", []string{"for [half an hour]", "[a half-hour] raid"}},
	{"", "P47Y", "", []string{"[a 47-year-old] woman", "she is [47 years old]", "[47-year-old] Olena"}},
	{"", "P2.5Y", "", []string{"[two and a half years]", "[two-and-a-half-year] war"}},
	{"", "P1D", "", []string{"[daily] shelling", "[every day]", "30 rockets [a day]", "three times [a day]"}},
	{"", "XXXX-WXX-5TNI", "", []string{"on [Friday nights]", "[every Friday night]"}},
	{"2025-03-31", "2025-03-31", event.Relative, []string{"on [the last day of March]"}},
	{"2025-03-12", "2025-03-12", event.Relative, []string{"on [the 12th of last month]"}},
	{"2025-04-22 night", "2025-04-22T04:00", event.Relative, []string{"at [4 in the morning on Tuesday]"}},
	{"2025-04-23 night", "2025-04-23T23:30", event.Relative, []string{"at [11.30pm last night]", "at [11:30 last night]", "at [23:30 on Wednesday night]"}},
	{"2025-04-23 evening", "2025-04-23T20:40", event.Relative, []string{"exploded at [2040 last night]", "at [2040 yesterday]"}},
	{"2025-04-24 morning", "2025-04-24T06:30", event.Relative, []string{"at [6:30 this morning]", "[6.30am today]", "at [6:30 a.m. Thursday morning]"}},
	{"2021-10-28", "2021-10-28", event.Explicit, []string{"[28-10-2021]", "[10-28-2021]", "[28-10 2021]"}},
	{"2013-01-01/2013-12-31", "2013", event.Explicit, []string{"the [2013] Ghouta attack", "the landmark [2013] deal", "his [2013] film", "Russia's [2013] plan"}},
	{"2025-04-18", "2025-04-18", event.Relative, []string{"[Fridays] strikes killed two"}},
	{"", "XXXX-WXX-5", "", []string{"on [Fridays]", "[Fridays], they pray", "[every Friday]", "[each Friday]"}},
	{"", "PRESENT_REF", "", []string{"[now]", "he [currently] leads", "[these days]"}},
	{"", "PAST_REF", "", []string{"[recently]", "[previously] announced", "in [recent years]", "in [the past],", "in [the past] the board was slow"}},
	{"", "FUTURE_REF", "", []string{"in [the coming days]", "in [the future].", "in [the future] he may"}},
	{"", "XXXX-WXX-WE", "", []string{"open on [weekends]"}},
	{"", "XXXX-XX-XX", "", []string{"during [Eid al-Fitr]", "on [the third day] of the war"}},
}

// unmark takes the brackets out of a way and gives what stands between them.
func unmark(way string) (s string, start, end int) {
	start = strings.IndexByte(way, '[')
	end = strings.IndexByte(way, ']') - 1
	return strings.NewReplacer("[", "", "]", "").Replace(way), start, end
}

func TestCorpus(t *testing.T) {
	type reading struct {
		Words, Period, Timex string
		Basis                event.Basis
	}
	for _, c := range corpus {
		for _, way := range c.ways {
			s, start, end := unmark(way)
			var got []reading
			for _, m := range Find(s, thursday) {
				got = append(got, reading{s[m.Start:m.End], m.Period.String(), m.Timex, m.Basis})
			}
			want := []reading{{s[start:end], c.period, c.timex, c.basis}}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("%q (-want +got):\n%s", way, d)
			}
		}
	}
}
