// Package number reads the numbers of English prose and tells the counts of
// people and things from everything else that numbers are.
//
//	number.Find("At least 12 of the 40 hostages, a 9-year-old among them, were freed on 24 April.")
//
// gives three numbers: "At least 12 of the 40", a [Cardinal] that counts 12 or
// more of 40; "9-year-old", an [Age]; and "24", a [Date]. Each comes with its
// bytes in the text, which is never changed.
//
// # What is read
//
// Digits, with the separators in use: "15,800", "15 800" with any kind of
// space, the Indian "1,00,000", "1.2 million", "20bn", "3½", "2.5 lakh".
// Words: "a hundred and twenty", "two dozen", "half a million", "three and a
// half", "no one", "both", "a pair of". Words that do not say how many:
// "several", "dozens", "tens of thousands", "a couple of", "many". Ranges:
// "5–7", "five to seven", "between 5 and 7", "two or three thousand". Parts:
// "23 of the 28", "two thirds of the 30", "all but two of the 18". Ordinals:
// "third", "21st", "the hundred and first".
//
// A hedge belongs to the number, before it or behind: "at least", "no fewer
// than", "up to", "well over", "nearly", "some", "an estimated", "could rise
// to"; "or more", "or so", "-plus", "-odd". The [event.Count] says what it
// makes of the number:
//
//	12, twelve, a dozen, exactly 12             12 to 12
//	at least 12, 12 or more                     12 and up
//	more than 12, over 12, could exceed 12      13 and up
//	up to 12, as many as 12, may rise to 12     12 at most
//	fewer than 12, under 12                     11 at most
//	nearly 12, almost 12, just under 12         12 at most
//	about 12, some 12, 12 or so                 12 to 12, hedged
//	between 5 and 7, five to seven, 5 or 7      5 to 7
//	a couple, several, dozens, scores           2, 3, 24, 40 and up, vague
//	hundreds, thousands, tens of thousands      200, 2,000, 20,000 and up, vague
//	many, a number of, a few, a handful         1 and up, vague
//	no one, none, "no casualties"               0 to 0
//
// Of several hedges the outer one decides, unless it only stresses: "at least
// about 12" is 12 and up, "only about 12" is about 12.
//
// # What a number does
//
// [Kind] tells what the number is there for, by the word tied to it
// ("47-year-old", "12-hour", "five-member"), by its form ("14:32", "2014-15", "3-1",
// "+380 44 123 4567"), by what follows ("km", "percent", "years", "April") and
// by what goes before ("$", "aged", "Route", "No.", "Boeing", "in"). What
// nothing tells otherwise counts. Where the sentence alone cannot tell, it is
// left a Cardinal: the 47 of "Olena, 47, was hurt" and of "killing 47, officials
// said" differ in nothing that this package looks at.
//
// Names in which letters and digits are one word, as "KN-23", "2S19" and
// "Covid-19", are names and not read at all, and neither are web addresses.
// "One" is not read where it is a pronoun: "one another", "the one who", "one of
// the largest".
//
// # Conventions
//
// Recognisers of numbers disagree in places. This one reads text as a newspaper
// prints it:
//
//   - A point parts the fraction and a comma the thousands: "15.800" is 15.8,
//     "15,800" is fifteen thousand eight hundred. Where that cannot be, the other
//     way is read: "1.234.567", "1.111,11", "5,00", "15.800 people".
//   - "Over" is a hedge and never a division: "2 over 3" is two numbers.
//   - A part of a counted whole stays a count beside its whole, and does not
//     become a ratio: "two out of five" is 2, of 5. "One in five" is a fraction
//     at the head of its clause, and a count behind a verb.
//   - A range takes in both its ends, and "more than" leaves its number out.
//     "Rose from 5 to 7" is a change, hence two numbers.
//   - A hyphen with a space behind it is a dash or a bullet, never a sign.
//   - The groups of a date, a version, an address of the network and a telephone
//     number are one number of that kind, without a count. Digits in groups that
//     are no thousands, "22,24,26", are a list set without spaces, and a [Label].
//   - "Forty-two and a third" is one number, and its third no ordinal; "two
//     millionth" is an ordinal, and "100 millionths" a fraction.
//   - A fraction and a negative number have a Value and no Count, hence no hedge
//     in it: "more than half" is the Fraction 0.5 with "more than" in its words.
//   - "A twenty-first" is an ordinal, "one one hundred fifth" no fraction, and
//     "twenty and three" two numbers.
//   - "Next", "last", "previous", "current" and "penultimate" are no ordinals;
//     "10G" is no number.
//
// # Cost
//
// Reading takes time linear in the text whatever it holds, and allocates
// nothing but the slice of results. A sentence with neither a digit nor a word
// that may begin a number costs a look at each of its tokens. The words are in
// words.txt, which is unpacked once, on first use.
package number
