// Package event holds the record of an incident and the values it is made of.
//
// The types marshal to the JSON of the record and back without loss, but for
// the difference between a nil and an empty list. String types are kinds, and
// their zero value means "not said": a field of which the article says nothing
// is absent from the JSON. Nothing in a record is true because it is there: it
// is reported, and the evidence beside each value gives the words that report
// it.
//
// A value of a kind that this version does not know, as a newer one may write,
// is kept when it is read from JSON and written out again; [Incident.Validate]
// names it. Only an unknown hedge is an error, because the bounds of a count
// hang on it.
//
// The codes follow conventions that researchers know. Precision of dates and
// places are the codes date_prec and where_prec of the UCDP Georeferenced Event
// Dataset codebook (Uppsala Conflict Data Program), [PlacePrecision] and
// [DatePrecision]. How sure a perpetrator is, [Certainty], and whether an act
// was accomplished or attempted, [Stage], come from the templates of the Fourth
// Message Understanding Conference (MUC-4, 1992). The kinds of act, [Type],
// refine the sub-event types of the Armed Conflict Location & Event Data
// codebook (ACLED). Countries are ISO 3166-1 alpha-2 codes, dates are of the
// Gregorian calendar, and coordinates are degrees of WGS 84.
//
// All types are plain values. Their methods change nothing but the receiver of
// an Unmarshal method, so that records may be read by any number of goroutines.
package event
