package text_test

import (
	"strings"
	"testing"

	"github.com/jdkato/prose/v3/segment"
	"github.com/rivo/uniseg"

	"github.com/sitrep-go/sitrep/internal/text"
)

// hard are texts whose sentences are hard to find. "‖" stands before the first
// byte of every sentence but the first, and is taken out.
var hard = []string{
	// Ranks and titles.
	"Gen. Ahmad Roe spoke to reporters. ‖Lt. Col. Jane Doe did not.",
	"Brig. Gen. Karim Lutfi and Sgt. Paul Ames were hurt. ‖Both live.",
	"Brig Gen Lutfi was flown out. ‖Sgt Ames stayed.",
	"Dr. Hala Nasr treated Mr. Aziz and Mrs. Aziz.",
	"Maj.-Gen. Igor Petrenko denied it.",
	"The order came from Gov. Samir Haddad, not from Sen. Lee.",
	"Rep. Ann Cole met Prof. Ito in Geneva. ‖They spoke for an hour.",
	"Martin Stone Jr. was killed. ‖His brother lived.",
	"The victim was Luis Vega Jr. ‖He was 30.",
	"Capt. R. Osei fired first. ‖Cpl. T. Mensah fired back.",
	"Md. Karim Uddin was among the dead. ‖So was his son.",

	// Initials of people.
	"J. R. Smith led the patrol. ‖K. Brown drove.",
	"A witness named only as M. Kovalenko saw two flashes.",
	"The bomb was defused by P.J. Hart of the army. ‖Nobody was hurt.",
	"They gave the men vitamin C. ‖The doctor left.",
	"It was filed under Plan B. ‖It was never used.",

	// Initials of states and bodies.
	"The U.S. President flew home. ‖Aides stayed behind.",
	"Three of them had lived in the U.S. ‖The others had not.",
	"A convoy of the U.N. Interim Force came under fire.",
	"Drones came from the U.K. ‖In May they were returned.",
	"The U.S. Army and the U.S. Navy each sent a ship.",
	"He moved to Washington, D.C. ‖She stayed.",
	"The U.S.-led coalition bombed the depot. ‖No one was hurt.",
	"The U.S. I Corps commander spoke first.",
	"It was blamed on the P.K.K. ‖However, nobody claimed it.",

	// Times and dates.
	"Shells fell at 9 p.m. ‖Police said two people died.",
	"Shells fell at 9 p.m. Monday near the port.",
	"The raid began at 4 a.m. Kyiv time. ‖It ended at noon.",
	"The blast came at 5:30 a.m. on Jan. 5 and killed one guard.",
	"The curfew starts at 7 p.m. ‖Shops close early.",
	"It happened at 6 p.m. EST on Friday. ‖Rescuers came late.",
	"It began at 11 p.m. ‖12 people were killed before dawn.",
	"Fighting flared again in Sept. ‖The town fell in Oct. after a week.",
	"On Nov. 12 rockets hit Dec. 5 Street.",
	"The truce held until Feb. ‖Residents then fled again.",

	// Numbers.
	"No. 5 Brigade lost two men. ‖No. 6 lost none.",
	"Was anybody hurt? ‖No. ‖The house was empty.",
	"The toll rose to 3.5 thousand. ‖It may rise again.",
	"Damage was put at $1.2 million. ‖Nobody paid.",
	"Item No. 7 was a grenade.",
	"It was the war of 2014. ‖12 years later it goes on.",
	"The road is 12 km. long and mined.",
	"The crater was 30 ft. ‖Rescuers lowered ropes.",
	"A base near Ft. Hood sent 7.62 mm. rounds.",

	// Places and firms.
	"A drone fell in St. Petersburg. ‖It hurt nobody.",
	"The depot on Main St. burned. ‖The one on Oak Ave. did not.",
	"A mine of Acme Inc. blew up. ‖Workers fled.",
	"Acme Inc. Chief Executive Jane Roe was unhurt.",
	"He worked for Orion Corp. and for Delta Co. until the war.",
	"Fighters crossed Mt. Hermon. ‖Snow slowed them.",
	"The wounded, the displaced, etc. were moved south.",
	"They took rifles, mines, etc. ‖Nothing was left.",
	"The case is Roe vs. Doe. ‖It goes on.",
	"Aid (food, water, etc.) came late. ‖People queued.",

	// Quotations.
	"“We heard two blasts.” ‖He then ran.",
	"\"They came at night.\" ‖The soldiers left at dawn.",
	"\"Where are they?\" she asked. ‖Nobody knew.",
	"“Run!” Zahra said. ‖They ran.",
	"\"Stop!\" he shouted. ‖The car drove on.",
	"He said: “It is over.” ‖Then he left.",
	"“It is over.” – said the mayor. ‖He wept.",
	"Who fired first? . ‖Nobody knows.",
	"It opens 10 a.m. 4 p.m. on weekdays. ‖Bring water.",
	"(Two more died later.) ‖The rest lived.",
	"The army said it hit “terrorists.” ‖Villagers said it hit a school.",
	"“We lost everything,” she said. ‖“Our house is gone.”",
	"'It was a missile.' ‖Police disagreed.",
	"She asked, 'Why us?' ‖There was no answer.",

	// Ellipses and strings of marks.
	"He waited… ‖Then the second bomb went off.",
	"They searched ... and found nothing.",
	"They searched... ‖Nothing was found.",
	"What happened?! ‖Nobody said.",
	"“We will… rebuild,” he said.",

	// Glued, as scraped text is.
	"The strike left two dead.‖The ministry confirmed it.",
	"Three were hurt in Sumy.‖Officials blamed a drone.",
	"See the list at kyiv.example.com for names. ‖It is long.",
	"Write to press.desk@army.example.org. ‖Answers are slow.",
	"The army's site, defence.gov.ua, was down.",
	"The photo was on t.me/Sumy.News and on www.Example.net today.",
	"The villagers fled.[3] ‖They came back in June.[4][5]",
	"“It is over.”‖The crowd left.",

	// Small words that begin a sentence, and large ones that do not.
	"The town fell. ‖al-Shabaab claimed it.",
	"The town fell. ‖iPhones recorded it.",
	"They met e.g. Russian and Turkish envoys.",
	"The unit, i.e. The Third, fled.",

	// Lines.
	"TWO DIE IN GAZA BLAST\n‖By Our Staff\n\n‖Two people died on Friday.",
	"Key points\n‖• Two dead\n‖• Bridge down\n‖• No claim yet",
	"KYIV, April 24 (Agency) — Missiles hit a block of flats. ‖Many slept.",
	"KABUL, Afghanistan (Oct. 10, 2011) — A combined force held a man. ‖No shots were fired.",
	"ALEPPO, Syria, Feb. 3 (Agency) - Barrel bombs fell on two streets.",
	"Read more: Drone hits port\r\n‖The port burned.\r‖It burned all night.",
	"GEN. ROE: NO TRUCE BEFORE JAN. 5\n‖The general ruled out a truce.",
	"1. Two dead\n‖2. Five hurt\n‖3. One missing",
	"Two died; five fled; one was held.",
	"They fired twice – once by day. ‖– Agency",
	"Many fled 😢. ‖Police came. ‖🔥 The depot burned.",
}

// bounds takes the marks out of s and gives where sentences begin.
func bounds(s string) (string, map[int]bool) {
	at := map[int]bool{}
	var b strings.Builder
	for i, part := range strings.Split(s, "‖") {
		if i > 0 {
			at[b.Len()] = true
		}
		b.WriteString(part)
	}
	return b.String(), at
}

// score finds the sentence beginnings of every hard text with starts, and gives
// the F1 measure of those beyond the first.
func score(t *testing.T, starts func(string) []int) float64 {
	var hit, miss, extra float64
	for _, h := range hard {
		s, want := bounds(h)
		seen := 0
		for k, at := range starts(s) {
			switch {
			case k == 0:
			case want[at]:
				seen++
			default:
				extra++
				if t != nil {
					t.Logf("a sentence too many: %q ‖ %q", s[:at], s[at:])
				}
			}
		}
		hit += float64(seen)
		miss += float64(len(want) - seen)
		if t != nil && seen < len(want) {
			t.Logf("%d sentences too few in %q", len(want)-seen, h)
		}
	}
	return 2 * hit / (2*hit + miss + extra)
}

func ours(s string) []int {
	d := text.Split(s)
	var at []int
	for _, x := range d.Sentences {
		at = append(at, int(d.Tokens[x.First].Start))
	}
	return at
}

func TestHardSentences(t *testing.T) {
	if f1 := score(t, ours); f1 < .98 {
		t.Errorf("F1 is %.3f over %d texts", f1, len(hard))
	}
}

// BenchmarkHardSentences measures others on the same texts: speed, and F1 as a
// metric. Sentences of others that begin with white space begin behind it.
func BenchmarkHardSentences(b *testing.B) {
	sentencer, err := segment.New()
	if err != nil {
		b.Fatal(err)
	}
	for _, bb := range []struct {
		name   string
		starts func(string) []int
	}{
		{"sitrep", ours},
		{"prose", func(s string) []int {
			var at []int
			for _, x := range sentencer.Segment(s) {
				at = append(at, x.Start)
			}
			return at
		}},
		{"uniseg", func(s string) []int {
			var at []int
			for pos, state := 0, -1; pos < len(s); {
				var one string
				one, _, state = uniseg.FirstSentenceInString(s[pos:], state)
				at = append(at, pos+len(one)-len(strings.TrimLeft(one, " \r\n")))
				pos += len(one)
			}
			return at
		}},
	} {
		b.Run(bb.name, func(b *testing.B) {
			var n int64
			var all []string
			for _, h := range hard {
				s, _ := bounds(h)
				all = append(all, s)
				n += int64(len(s))
			}
			b.SetBytes(n)
			b.ReportAllocs()
			for b.Loop() {
				for _, s := range all {
					bb.starts(s)
				}
			}
			b.ReportMetric(score(nil, bb.starts), "F1")
		})
	}
}
