// Package event holds the record of an incident and the values it is made of.
//
// The types marshal to the JSON of the record and back without loss. String
// types are kinds, and their zero value means "not said". Nothing in a record
// is true because it is there: it is reported, and the evidence beside each
// value gives the words that report it.
package event
