// Package date reads the dates of English news text: intervals of civil days
// with their precision, never a false point.
//
// [Find] reads a whole text and [Tokens] a range of tokens of a text that is
// split already. Each [Mention] has the span of its words, the days it may
// mean as an [event.Period], and its TIMEX3 value:
//
//	words                              published 2025-04-24    Timex
//	on Tuesday                         2025-04-22              2025-04-22
//	Tuesday evening                    2025-04-22, evening     2025-04-22TEV
//	before dawn on Tuesday             2025-04-22, night       2025-04-22TNI
//	overnight                          2025-04-23 to 04-24     2025-04-23TNI
//	the night of 17–18 April           2025-04-17 to 04-18     2025-04-17TNI
//	a week ago                         2025-04-16 to 04-18     2025-W16
//	earlier this month                 2025-04-01 to 04-24     2025-04
//	last month                         2025-03-01 to 03-31     2025-03
//	in late 2024                       2024-09-01 to 12-31     2024
//	at 03:40 on 17 August              2024-08-17, night       2024-08-17T03:40
//	over the past two days             2025-04-22 to 04-24     P2D
//	for three days                     –                       P3D
//	every Friday                       –                       XXXX-WXX-5
//	two days later                     – (anchored)            2025-04-26
//
// News looks back. A bare weekday, and a day of a month without its year, is
// the latest one that is not after publication: "on Monday" in Monday's paper
// is that day. It is the next one where the words look forward: "next
// Monday", "by Monday", "the talks will resume on Monday", "ahead of Sunday's
// vote".
//
// What a mention was reckoned from is its Basis. Explicit needs nothing but
// the words, or lacks the year alone; relative is reckoned from publication, or
// from the day heading of a live blog, which [Heading] reads; what is reckoned
// from another event, as "the day before", has an [Anchor] and waits for
// [Mention.Resolve]. Without a publication date only what needs none is
// resolved, and the rest is read and left unresolved.
//
// The word before a mention is no part of it, and changes what it means: since
// February 2022 is not in February 2022. [Bound] keeps it, and Future what
// looks forward, so that a caller can refuse them as the date of an event.
//
// A day in figures, "10/08/2019", is read as the article itself writes its
// days ([HabitOf]) and left unresolved where that does not show.
//
// [ParsePublished] reads the dates that come with an article as metadata, and
// [Dateline] the one that stands at its top.
package date
