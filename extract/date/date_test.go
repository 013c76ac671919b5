package date

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

// words lists what Find reads in s, each as its words, period and value.
func words(s string, published event.Date) []string {
	var got []string
	for _, m := range Find(s, published) {
		got = append(got, fmt.Sprintf("%s = %v = %s", s[m.Start:m.End], m.Period, m.Timex))
	}
	return got
}

// TestSilence holds what looks like a date and is none.
func TestSilence(t *testing.T) {
	for _, s := range []string{
		"They may march on the capital.",
		"May we ask what the Sun wrote?",
		"He sat by the second gate.",
		"The fall of Aleppo shook the camp.",
		"A spring in the bed broke.",
		"Theresa May met April Jones and June Carter.",
		"It was told in the Sunday Times and the Sunday Mirror.",
		"The dead of Bloody Sunday are remembered.",
		"Black September claimed it.",
		"Resolution 1973 was passed and Resolution 2334 recalled.",
		"A column of 2000 people took Route 2014.",
		"Some 1999 soldiers were counted.",
		"A convoy crossed the July 14 Bridge into 7 April Street.",
		"The 24th Mechanised Brigade and the 5th Army held the line.",
		"He lived on the 24th floor.",
		"Shares rose 3.5 percent to 12.30.",
		"The vote was 3:1.",
		"Version 10.15 was out.",
		"He is in his 20s.",
		"A man in his seventies fell.",
		"The latest week's fighting.",
		"Kh-101 and KN-23 missiles flew 300 km.",
		"Call 0800 1234567.",
		"The end of the road.",
		"The early bird and the late king.",
		"Mar Elias is a monastery; Jan Egeland spoke.",
		"The next house was hit.",
		"Last but not least, the same man.",
		"It will be a new day.",
		"More than a quarter of them were children.",
		"About 12 were hurt by 3 drones.",
		"The rebel March on Rome.",
		"They passed the ball.",
		"Easter Island is far away.",
		"The ceasefire may end.",
		"THE CEASEFIRE MAY END",
		"Four of the eight were killed.",
		"99/99/2025 and 2025-13-45 and 31.02.2025",
		"2011-07-S-039",
	} {
		if got := words(s, thursday); got != nil {
			t.Errorf("%q reads %q, want nothing", s, got)
		}
	}
}

// TestSentences holds sentences whose mentions bear on one another.
func TestSentences(t *testing.T) {
	for _, c := range []struct {
		why, s string
		want   []string
	}{
		{"both mentions of a range have its period", "Drones came between Monday evening and Tuesday morning.", []string{
			"Monday evening = 2025-04-21/2025-04-22 night = 2025-04-21TEV", "Tuesday morning = 2025-04-21/2025-04-22 night = 2025-04-22TMO"}},
		{"into makes a range", "It burned from Friday into Saturday.", []string{
			"Friday = 2025-04-18/2025-04-19 = 2025-04-18", "Saturday = 2025-04-18/2025-04-19 = 2025-04-19"}},
		{"months", "The siege lasted between August 2023 and March 2025.", []string{
			"August 2023 = 2023-08-01/2025-03-31 = 2023-08", "March 2025 = 2023-08-01/2025-03-31 = 2025-03"}},
		{"the year of the second is the first's", "It lasted from 2 May to 5 June 2022.", []string{
			"2 May = 2022-05-02/2022-06-05 = 2022-05-02", "5 June 2022 = 2022-05-02/2022-06-05 = 2022-06-05"}},
		{"a range over the new year", "It lasted from 20 December to 5 January 2023.", []string{
			"20 December = 2022-12-20/2023-01-05 = 2022-12-20", "5 January 2023 = 2022-12-20/2023-01-05 = 2023-01-05"}},
		{"and alone makes none", "They struck on Monday and Wednesday.", []string{
			"Monday = 2025-04-21 = 2025-04-21", "Wednesday = 2025-04-23 = 2025-04-23"}},
		{"days apart stay apart", "They struck on 3 and 9 March.", []string{
			"3 = 2025-03-03 = 2025-03-03", "9 March = 2025-03-09 = 2025-03-09"}},
		{"a list of days", "They struck on 3, 5 and 9 March.", []string{
			"3 = 2025-03-03 = 2025-03-03", "5 = 2025-03-05 = 2025-03-05", "9 March = 2025-03-09 = 2025-03-09"}},
		{"a clock takes the day told before it", "On Tuesday a shell fell at 10:40 a.m.", []string{
			"Tuesday = 2025-04-22 = 2025-04-22", "10:40 a.m. = 2025-04-22 morning = 2025-04-22T10:40"}},
		{"said looks back, will forward", "The minister said on Tuesday that he will resign on Saturday.", []string{
			"Tuesday = 2025-04-22 = 2025-04-22", "Saturday = 2025-04-26 = 2025-04-26"}},
		{"a plan for another day", "Officials expected the toll of Sunday's attack to rise.", []string{"Sunday = 2025-04-20 = 2025-04-20"}},
		{"what is fixed beforehand", "The party expects to win Sunday's election.", []string{"Sunday = 2025-04-27 = 2025-04-27"}},
		{"an election to come", "Both back the May 12 election.", []string{"May 12 = 2025-05-12 = 2025-05-12"}},
		{"an election past", "Both lost the May 12 election.", []string{"May 12 = 2024-05-12 = 2024-05-12"}},
		{"ahead of", "Calm returned ahead of Sunday's vote.", []string{"Sunday = 2025-04-27 = 2025-04-27"}},
		{"that year is the one told last", "It fell on 24 February 2022, and again on 3 March and 6 May of that year.", []string{
			"24 February 2022 = 2022-02-24 = 2022-02-24", "3 March = 2022-03-03 = 2022-03-03", "6 May of that year = 2022-05-06 = 2022-05-06"}},
		{"the year of a list stands at its end", "Raids in May, June and July 2014.", []string{
			"May = 2014-05-01/2014-05-31 = 2014-05", "June = 2014-06-01/2014-06-30 = 2014-06", "July 2014 = 2014-07-01/2014-07-31 = 2014-07"}},
		{"figures before counted nouns", "Nobody spoke after the Oct. 7 attacks.", []string{"Oct. 7 = 2024-10-07 = 2024-10-07"}},
		{"later this week is to come", "They meet later this week.", []string{"later this week = 2025-04-24/2025-04-27 = 2025-W17"}},
		{"nothing of the paper", "In the last three months of 2024 it rained.", []string{"the last three months =  = P3M", "2024 = 2024-01-01/2024-12-31 = 2024"}},
		{"the day before yesterday", "It fell the day before yesterday.", []string{"the day before yesterday = 2025-04-22 = 2025-04-22"}},
		{"a day told by another", "He fled two days after 9 March 2024.", []string{"two days after 9 March 2024 = 2024-03-11 = 2024-03-11"}},
		{"an attack told by its day", "He fled two days after Monday's attack.", []string{"two days after =  = P2D", "Monday = 2025-04-21 = 2025-04-21"}},
		{"a year back is as long as what it is compared with", "Profit fell in the third quarter of 2024 from a year earlier.", []string{
			"the third quarter of 2024 = 2024-07-01/2024-09-30 = 2024-Q3", "a year earlier =  = 2023-Q3"}},
		{"a month told before it", "It fell in January 2024; a month later it was retaken.", []string{
			"January 2024 = 2024-01-01/2024-01-31 = 2024-01", "a month later =  = 2024-02"}},
		{"that begins what was said", "He said that Sept. 11, 2001 changed it.", []string{"Sept. 11, 2001 = 2001-09-11 = 2001-09-11"}},
		{"the verb last", "The trial could last six weeks.", []string{"six weeks =  = P6W"}},
		{"takes effect", "The law takes effect July 1.", []string{"July 1 = 2025-07-01 = 2025-07-01"}},
		{"vague, and to come", "A few days later it fell.", []string{"A few days later =  = FUTURE_REF"}},
		{"is on", "The vote is on Sunday.", []string{"Sunday = 2025-04-27 = 2025-04-27"}},
		{"talks resume", "Talks resume Wednesday.", []string{"Wednesday = 2025-04-30 = 2025-04-30"}},
		{"returns", "He returns May 25.", []string{"May 25 = 2025-05-25 = 2025-05-25"}},
		{"at least", "Schools will stay shut until at least Monday.", []string{"Monday = 2025-04-28 = 2025-04-28"}},
		{"two days with and are a range behind between", "Shelled between April 5 and 8.", []string{"April 5 and 8 = 2025-04-05/2025-04-08 = 2025-04-05/2025-04-08"}},
		{"had been is over", "No deaths had been reported by Sunday.", []string{"Sunday = 2025-04-20 = 2025-04-20"}},
		{"a year before people", "Since 2014 people have fled.", []string{"2014 = 2014-01-01/2014-12-31 = 2014"}},
		{"be held is to come", "Talks will be held on Sunday.", []string{"Sunday = 2025-04-27 = 2025-04-27"}},
		{"was held is over", "Talks were held on Sunday.", []string{"Sunday = 2025-04-20 = 2025-04-20"}},
		{"agreed to", "They agreed to meet on Sunday.", []string{"Sunday = 2025-04-27 = 2025-04-27"}},
		{"agreed on", "They agreed a truce on Sunday.", []string{"Sunday = 2025-04-20 = 2025-04-20"}},
		{"due to is a cause", "Schools shut on Sunday due to the fire.", []string{"Sunday = 2025-04-20 = 2025-04-20"}},
		{"set fire to is no plan", "Rioters set fire to a bus on Sunday.", []string{"Sunday = 2025-04-20 = 2025-04-20"}},
		{"by looks back beside a past perfect", "By Monday the toll had risen to 20.", []string{"Monday = 2025-04-21 = 2025-04-21"}},
		{"a count is no day", "In April 20 people were killed.", []string{"April = 2025-04-01/2025-04-30 = 2025-04"}},
		{"a day after tells the event behind it", "They dug on Sunday, a day after the school was hit.", []string{
			"Sunday = 2025-04-20 = 2025-04-20", "a day after = 2025-04-19 = P1D"}},
		{"figures of a month that come out later", "The office will report October sales tomorrow.", []string{"October = 2024-10-01/2024-10-31 = 2024-10", "tomorrow = 2025-04-25 = 2025-04-25"}},
		{"a month to come", "The office will open in March.", []string{"March = 2026-03-01/2026-03-31 = 2026-03"}},
		{"could as early as", "They could be sworn in as early as Wednesday.", []string{"Wednesday = 2025-04-30 = 2025-04-30"}},
		{"were as early as", "They were warned as early as Wednesday.", []string{"Wednesday = 2025-04-23 = 2025-04-23"}},
		{"what is to come goes on", "The ministry will sell $10 billion of notes next Tuesday and $9.75 billion of 30-year bonds on May 9.", []string{
			"next Tuesday = 2025-04-29 = 2025-04-29", "30-year =  = P30Y", "May 9 = 2025-05-09 = 2025-05-09"}},
		{"a year in front holds for its sentence", "In 2003 a record was set on 10 August.", []string{"2003 = 2003-01-01/2003-12-31 = 2003", "10 August = 2003-08-10 = 2003-08-10"}},
		{"a year behind does not", "He was hurt on 10 August as he was in 2003.", []string{"10 August = 2024-08-10 = 2024-08-10", "2003 = 2003-01-01/2003-12-31 = 2003"}},
		{"a clock needs no other word of time", "It fell shortly after 5 a.m., and burned.", []string{"5 a.m. =  = 2025-04-24T05:00"}},
		{"four figures are no clock", "At 2040 metres it fell last night.", []string{"last night = 2025-04-23/2025-04-24 night = 2025-04-23TNI"}},
		{"the weekday settles the year", "The paper of Friday, 26 April, is lost.", []string{"Friday, 26 April = 2024-04-26 = 2024-04-26"}},
	} {
		if d := cmp.Diff(c.want, words(c.s, thursday)); d != "" {
			t.Errorf("%s: %q (-want +got):\n%s", c.why, c.s, d)
		}
	}
}

// TestNoPublication holds what is resolved without a publication date, and
// that the rest is read but left unresolved.
func TestNoPublication(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"on 24 April 2025", "24 April 2025 = 2025-04-24 = 2025-04-24"},
		{"in November 2024", "November 2024 = 2024-11-01/2024-11-30 = 2024-11"},
		{"in 2014", "2014 = 2014-01-01/2014-12-31 = 2014"},
		{"on 24 April", "24 April =  = XXXX-04-24"},
		{"on Tuesday", "Tuesday =  = XXXX-WXX-2"},
		{"on Tuesday evening", "Tuesday evening =  = XXXX-WXX-2TEV"},
		{"yesterday", "yesterday =  = XXXX-XX-XX"},
		{"overnight", "overnight =  = XXXX-XX-XXTNI"},
		{"in November", "November =  = XXXX-11"},
		{"last week", "last week =  = XXXX-WXX"},
		{"two days ago", "two days ago =  = XXXX-XX-XX"},
		{"over the past two days", "the past two days =  = P2D"},
		{"last spring", "last spring =  = XXXX-SP"},
		{"the night of 17–18 April", "the night of 17–18 April =  = XXXX-04-17TNI"},
	} {
		if d := cmp.Diff([]string{c.want}, words(c.s, event.Date{})); d != "" {
			t.Errorf("%q (-want +got):\n%s", c.s, d)
		}
	}
}

func TestBoundAndFuture(t *testing.T) {
	for _, c := range []struct {
		s      string
		bound  Bound
		future bool
	}{
		{"Fighting since February 2022.", Since, false},
		{"It lasted until 5 March 2024.", Until, false},
		{"It lasts until 5 March 2026.", Until, true},
		{"It burned before dawn on Thursday.", "", false},
		{"They must leave by Friday.", Until, true},
		{"It was built before 2014.", Before, false},
		{"No one came after Thursday.", After, false},
		{"It is the worst since Thursday's attack.", "", false},
		{"Nobody spoke after the 7 October massacre.", "", false},
		{"It fell on Thursday.", "", false},
		{"They will meet next week.", "", true},
		{"They will meet on Friday.", "", true},
		{"A drone hit a scheduled bus on Thursday.", "", false},
	} {
		ms := Find(c.s, thursday)
		if len(ms) != 1 {
			t.Fatalf("%q has %d mentions, want 1", c.s, len(ms))
		}
		if ms[0].Bound != c.bound || ms[0].Future != c.future {
			t.Errorf("%q: bound %q future %v, want %q %v", c.s, ms[0].Bound, ms[0].Future, c.bound, c.future)
		}
	}
}

// TestResolve holds mentions reckoned from another event, which was on the day
// or days from, up to the bar.
func TestResolve(t *testing.T) {
	for _, c := range []struct{ s, from, want string }{
		{"Two days later a market was hit.", "2025-04-10", "2025-04-12"},
		{"The day before, a market was hit.", "2025-04-10", "2025-04-09"},
		{"A day earlier it had burned.", "2025-04-10", "2025-04-09"},
		{"The same day a market was hit.", "2025-04-10", "2025-04-10"},
		{"That night a market was hit.", "2025-04-10", "2025-04-10 night"},
		{"The same night a market was hit.", "2025-04-10 evening", "2025-04-10/2025-04-11 night"},
		{"The same night a market was hit.", "2025-04-10 night", "2025-04-10 night"},
		{"The following morning it burned.", "2025-04-10", "2025-04-11 morning"},
		{"The next day it burned.", "2025-04-09/2025-04-10 night", "2025-04-11"},
		{"It had burned the previous Friday.", "2025-04-10", "2025-04-04"},
		{"It burned the following Friday.", "2025-04-11", "2025-04-18"},
		{"Hours later it burned.", "2025-04-10", "2025-04-10"},
		{"Days later it burned.", "2025-04-10", "2025-04-12/2025-04-16"},
		{"A week later it burned.", "2025-04-10", "2025-04-16/2025-04-18"},
		{"The previous month it burned.", "2025-03-31", "2025-02-21/2025-03-07"},
		{"The year before it burned, too.", "2025-04-10", ""},
		{"The previous year it burned.", "2025-04-10", "2024-01-01/2024-12-31"},
		{"A day before the market was hit, a raid killed two.", "2025-04-10", "2025-04-09"},
		{"The barrage came two days after shells hit a ward.", "2025-04-10", "2025-04-08"},
		{"They were buried the morning after gunmen came.", "2025-04-10", "2025-04-09 morning"},
		{"The blast came a week after at least one man died.", "2025-04-10", "2025-04-02/2025-04-04"},
		{"Hours afterwards it burned.", "2025-04-10", "2025-04-10"},
		{"At 5.30 a.m. it burned.", "2025-04-09/2025-04-10 night", "2025-04-10 morning"},
		{"Shortly after midnight it burned.", "2025-04-09/2025-04-10 night", "2025-04-10 night"},
		{"At 2:40 a.m. it burned.", "2025-04-09/2025-04-10 night", "2025-04-10 night"},
	} {
		ms := Find(c.s, event.Date{})
		if len(ms) != 1 || ms[0].Anchor == nil || ms[0].Resolved() {
			t.Errorf("%q: got %+v, want one anchored mention", c.s, ms)
			continue
		}
		if c.want == "" {
			continue
		}
		days, part, _ := strings.Cut(c.from, " ")
		first, last, _ := strings.Cut(days, "/")
		start, _ := event.ParseDate(first)
		end := start
		if last != "" {
			end, _ = event.ParseDate(last)
		}
		from := event.PeriodOf(start, end)
		from.Part = event.Part(part)
		got, ok := ms[0].Resolve(from)
		if got.String() != c.want || !ok {
			t.Errorf("%q from %s: got %v %v, want %s", c.s, c.from, got, ok, c.want)
		}
		if got, ok := ms[0].Resolve(event.Period{}); ok || !got.IsZero() {
			t.Errorf("%q from nothing: got %v, want nothing", c.s, got)
		}
	}
	for _, s := range []string{"for three days", "every Friday", "daily"} {
		if p, ok := Find(s, thursday)[0].Resolve(event.DayPeriod(thursday)); ok {
			t.Errorf("%q resolves to %v, want nothing", s, p)
		}
	}
}

// TestLiveBlog holds that the day heading in force stands in for publication.
func TestLiveBlog(t *testing.T) {
	s := "Tuesday 22 April\n\n14:32 GMT A drone hit a depot.\n\n09:15 It burned overnight.\n\nMonday, April 21\n\n23:05 Shells fell yesterday."
	want := []string{
		"Tuesday 22 April = 2025-04-22 = 2025-04-22",
		"14:32 GMT = 2025-04-22 afternoon = 2025-04-22T14:32",
		"09:15 = 2025-04-22 morning = 2025-04-22T09:15",
		"overnight = 2025-04-21/2025-04-22 night = 2025-04-21TNI",
		"Monday, April 21 = 2025-04-21 = 2025-04-21",
		"23:05 = 2025-04-21 night = 2025-04-21T23:05",
		"yesterday = 2025-04-20 = 2025-04-20",
	}
	if d := cmp.Diff(want, words(s, thursday)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	for _, s := range []string{"yesterday", "Shells fell.\nThursday.\nMore fell.", "Thursday was quiet", "last Thursday", "at noon on Thursday", "24 February 2022", "25 April 2025", ""} {
		d := text.Split(s)
		for _, sent := range d.Sentences {
			if day, ok := Heading(d, sent.First, sent.Last, Ref{Published: thursday}); ok {
				t.Errorf("%q is a heading of %v, want none", d.SentenceText(sent), day)
			}
		}
	}
}

// TestHabit holds that figures are read as the article itself writes them.
func TestHabit(t *testing.T) {
	for _, c := range []struct {
		why, s string
		want   []string
	}{
		{"told by a day above 12", "Shot on 13/08/2019, found on 10/08/2019.", []string{"13/08/2019 = 2019-08-13 = 2019-08-13", "10/08/2019 = 2019-08-10 = 2019-08-10"}},
		{"the same, American", "Found on 10/08/2019, shot on 08/13/2019.", []string{"10/08/2019 = 2019-10-08 = 2019-10-08", "08/13/2019 = 2019-08-13 = 2019-08-13"}},
		{"told by words", "He was born on 4 May 1980 and died 10/08/2019.", []string{"4 May 1980 = 1980-05-04 = 1980-05-04", "10/08/2019 = 2019-08-10 = 2019-08-10"}},
		{"told by nothing", "He died on 10/08/2019.", []string{"10/08/2019 =  = 2019-XX-XX"}},
		{"told by publication", "He died on 11/04/2025.", []string{"11/04/2025 = 2025-04-11 = 2025-04-11"}},
		{"full stops are day first", "He died on 10.08.2019.", []string{"10.08.2019 = 2019-08-10 = 2019-08-10"}},
	} {
		if d := cmp.Diff(c.want, words(c.s, thursday)); d != "" {
			t.Errorf("%s: %q (-want +got):\n%s", c.why, c.s, d)
		}
	}
}

func TestDateline(t *testing.T) {
	for _, c := range []struct{ why, s, want string }{
		{"in brackets behind a place", "KABUL, Afghanistan (Oct. 10, 2011) — A patrol came under fire on Monday.", "2011-10-10"},
		{"a wire", "KYIV, April 24, 2025 (Wire) - A missile hit a house on 2 March 2024.", "2025-04-24"},
		{"a label", "A house is hit\nBy Ann Other\nPublished 24 April 2025\n\nA missile hit a house.", "2025-04-24"},
		{"a line of its own with a time", "A house is hit\n2 May 2016, 21:40\n\nA missile hit a house on 3 March 2015.", "2016-05-02"},
		{"at the end of the headline", "Morning update, Jan. 10, 2011\nA patrol found a mine.", "2011-01-10"},
		{"the year of a release number", "Leader held\nJoint Command\n2010-10-CA-171\nKABUL, Afghanistan (Oct. 17) - A force held a man on Saturday.", "2010-10-17"},
		{"a release numbered the year before", "2010-12-CA-009\nKABUL, Afghanistan (Jan. 2) - A force held a man.", "2011-01-02"},
		{"published comes before updated", "Updated 5 May 2025\nPublished 24 April 2025\nA missile hit a house.", "2025-04-24"},
		{"a date in the story is none", "A missile hit a house on 2 March 2024, killing two.", ""},
		{"a year of two figures", "SAN SALVADOR, 19 APR 89 (AGENCIA) -- A mine went off.", "1989-04-19"},
		{"no year, none", "KABUL, Afghanistan (Dec. 13)\nA force held a man today.", ""},
		{"nothing", "", ""},
	} {
		got, ok := Dateline(text.Split(c.s))
		if got.String() != c.want || ok != (c.want != "") {
			t.Errorf("%s: %q is of %q, want %q", c.why, c.s, got, c.want)
		}
	}
}

func TestParsePublished(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"2025-04-24", "2025-04-24"},
		{" 2025-04-24\n", "2025-04-24"},
		{"2025/04/24", "2025-04-24"},
		{"2016-1-2", "2016-01-02"},
		{"Sept 9, 2025", "2025-09-09"},
		{"24 April 2025", "2025-04-24"},
		{"24.04.2025", "2025-04-24"},
		{"Thursday, April 24, 2025", "2025-04-24"},
		{"2 May 2016, 21:40", "2016-05-02"},
		{"2025-04-24T23:30:00+02:00", "2025-04-24"},
		{"2025-04-24T23:30:00Z", "2025-04-24"},
		{"20250424T101112Z", "2025-04-24"},
		{"2025-04-24 10:00:00", "2025-04-24"},
		{"Thu, 24 Apr 2025 10:00:00 GMT", "2025-04-24"},
		{"Mon Jan  2 15:04:05 MST 2006", "2006-01-02"},
		{"2/23/2015", "2015-02-23"},
		{"23/2/2015", "2015-02-23"},
		{"3/4/2025", "2025-03-04"},
		{"24/04/25", "2025-04-24"},
		{"May 12th 2024", "2024-05-12"},
		{"APRIL 24, 2025", "2025-04-24"},
		{"24-Apr-2025", "2025-04-24"},
		{"Published: April 24, 2025 at 3:00 pm EDT", "2025-04-24"},
		{"Updated 10:33 GMT, Tuesday, 6 May 2014", "2014-05-06"},
		{"8:00AM GMT 28 Feb 2012", "2012-02-28"},

		{"", ""}, {"2016", ""}, {"1500", ""}, {"20250424", ""}, {"1745483000", ""}, {"1745483000000", ""}, {"-1", ""}, {"12.5", ""},
		{"12 May", ""}, {"April 2025", ""}, {"2025-04", ""}, {"2025-115", ""}, {"0000-00-00", ""}, {"0000-01-01", ""}, {"2025-02-30", ""}, {"31/02/2025", ""},
		{"yesterday", ""}, {"3 hours ago", ""}, {"unknown", ""}, {"+1 202 555 0100", ""}, {strings.Repeat("9", 400), ""},
	} {
		got, err := ParsePublished(c.s)
		if got.String() != c.want || (err == nil) != (c.want != "") {
			t.Errorf("ParsePublished(%q) = %q, %v, want %q", c.s, got, err, c.want)
		}
		if err != nil && !strings.Contains(err.Error(), "write a day") {
			t.Errorf("ParsePublished(%q): error %q does not say what to write", c.s, err)
		}
	}
}

// TestNoAllocation holds that a sentence without a date costs no memory.
func TestNoAllocation(t *testing.T) {
	d := text.Split("Rescuers pulled 12 people from the ruins of a house, and the governor blamed a cruise missile for the fire.")
	if n := testing.AllocsPerRun(100, func() { Tokens(d, 0, len(d.Tokens), Ref{Published: thursday}, nil) }); n != 0 {
		t.Errorf("%v allocations, want 0", n)
	}
}

// TestLinear holds that no run of cue words makes a text slow: each unit is
// repeated, and twice the text takes about twice the time.
func TestLinear(t *testing.T) {
	for _, unit := range []string{
		"overnight ", "overnight into ", "the week of ", "the night of ", "this early ", "earlier this ", "some ", "the next day ", "10:40 ", "Monday to ",
		"between 3 and ", "the first week of ", "early in ", "3, ", "2014-", "the last ", "a year and a half ", "on the ", "night between ", "24 April to ", "half a ",
		"the day after ", "( ", "late Monday into early ", "Thursday, ", "the second ", "1990s ",
	} {
		took := func(n int) float64 {
			s := strings.Repeat(unit, n)
			best := 1e18
			for range 3 {
				start := time.Now()
				Find(s, thursday)
				best = min(best, float64(time.Since(start)))
			}
			return best
		}
		if a, b := took(1000), took(8000); b > 40*a && b > 5e7 {
			t.Errorf("%q: 8 times the text takes %.0f times the time", unit, b/a)
		}
	}
}
