// Package sitrep is the root of a module that reads English news text about
// armed conflict and returns one typed record per incident: date, place with
// coordinates, weapon system, casualties with ranges and who gave the figure,
// who did it and who says so, each value with the bytes of the words that
// support it. The package itself holds nothing.
//
// # Where things are
//
//   - event: the record of an incident and the values it is made of.
//   - extract: articles in, incidents out. Begin with [extract.Read].
//   - extract/number: numbers in English prose, as counts with their hedges.
//   - extract/date: dates and times in English prose, as periods with their
//     precision and TIMEX3 values, and publication dates.
//   - extract/page: web pages to articles.
//   - gazetteer: names of places, embedded, and where they are.
//   - gazetteer/catalogue: weapons, armed actors, and the words for people,
//     sites and speakers, kept as text files.
//   - examples/scan: the main program, over files, folders and streams.
//   - examples/explain: how one article was read, value by value.
//   - examples/review: a page on which a person checks records by eye.
//
// # Glossary
//
//   - article: a news text and when it appeared.
//   - document: the article split into sentences and tokens.
//   - mention: a span of the document and the value a rule read in it.
//   - evidence: the words, and the rule, behind a value of a record.
//   - claim: what a speaker says about an incident.
//   - incident: the record of one act of political or armed violence that an
//     article reports as having happened or been attempted.
//   - realis: whether the words tell of an act as something that took place.
//   - rule: patterns over words and mentions, with the sentences they must and
//     must not read.
//
// [extract.Read]: https://pkg.go.dev/github.com/sitrep-go/sitrep/extract#Read
package sitrep
