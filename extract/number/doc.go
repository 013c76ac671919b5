// Package number reads the numbers of English prose: digits and words, ranges,
// hedges and parts of a whole, and tells the counts of people and things from
// ages, dates, distances, labels and the other things that numbers are.
package number
