// Package rules is the notation in which the library writes down how English
// says things: named sets of words, and patterns over words and mentions, each
// with examples that are run as tests.
//
//	# How English reports say that people came to harm.
//	set be = is are was were be been being
//
//	rule killed-passive killed
//		match {people} ~ [have|has|had] @be [@adverb] (killed|slain)
//		yes   Four civilians were killed in the strike. => killed 4 civilian
//		no    The bill was killed in committee.
//		todo  Four were pulled dead from the rubble. => killed 4
//
// A pattern is a row of elements:
//
//	word       that word, whatever its case, diacritics and apostrophes
//	@name      any word of the set
//	(a|b c|@d) one of the rows
//	[a|b]      one of the rows, or nothing
//	{kind}     a mention of that kind, as {people} or {place}
//	{kind=as}  the same, captured under the name "as"
//	*          any one word, mark or number
//	~          what a sentence may put between a subject and its verb: a
//	           parenthesis, an apposition or relative clause between commas,
//	           adverbs, "in Kyiv on Thursday" — or nothing
//	...        up to six words and no mark, or nothing
//	^ $        the start and the end of the sentence
//
// A hyphen between words is not an element: "car bomb" reads "car-bomb".
//
// A rule applies to each sentence; "yes" examples must be read as the text
// behind "=>", both by the rule alone and by all rules, "no" examples must
// read as nothing, and a "todo" is an example that should read so and does
// not yet.
package rules
