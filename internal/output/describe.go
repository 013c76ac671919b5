package output

import (
	"fmt"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// Describe tells what stands where in a format: its columns, or the statements
// that make its tables. It is empty for table, which is for reading, and for
// jsonl, whose records have a JSON Schema.
func Describe(name string) string {
	var b strings.Builder
	lines := func(columns []string, about func(string) string) {
		for _, c := range columns {
			fmt.Fprintf(&b, "%-18s  %s\n", c, about(c))
		}
	}
	switch name {
	case "csv", "geojson":
		if name == "geojson" {
			b.WriteString("A feature an incident: a point where it happened, several for several places, no geometry where none is known.\nIts properties, of which those that are not said are absent:\n\n")
		} else {
			b.WriteString("A row an incident. An empty cell is \"not said\"; lists have \"; \" between their entries.\nA cell that a spreadsheet would take for a formula has an apostrophe before it.\nThe file is UTF-8; Excel reads it right with Data, From Text/CSV.\n\n")
		}
		for _, c := range flatColumns {
			fmt.Fprintf(&b, "%-18s  %s\n", c.name, c.about)
		}
		if name == "geojson" {
			fmt.Fprintf(&b, "%-18s  %s\n", "radius_km", "the radius of the circle in which the place is sure to be")
		}
	case "acled":
		b.WriteString("A row an incident and place, by the ACLED Codebook (online edition).\n\n")
		lines(acledColumns, func(c string) string { return first(acledAbout[c], "empty") })
	case "ucdp":
		b.WriteString("A row an incident with at least one death, by the UCDP GED Codebook, version 24.1.\n\n")
		lines(ucdpColumns, func(c string) string { return first(ucdpAbout[c], "empty: UCDP gives it out") })
	case "parquet":
		b.WriteString(parquet.SchemaOf(record{}).String())
		b.WriteString("\n")
	case "sqlite":
		b.WriteString(schema)
	}
	return b.String()
}

// acledAbout tells what stands in ACLED's columns; the others are empty.
var acledAbout = map[string]string{
	"event_id_cnty":      "the identifier of the incident in the record, with -1, -2 for its places where they are several",
	"event_date":         "the day, or the middle of the time in which it happened",
	"year":               "of event_date",
	"time_precision":     "1 the day is told, 2 a week or less, 3 a month",
	"disorder_type":      "Political violence or Strategic developments",
	"event_type":         "by the kind of act, and by who was harmed",
	"sub_event_type":     "by the kind of act, and by who was harmed",
	"actor1":             "who is said to have done it, by the name in the record",
	"inter1":             "State forces, or External/Other forces abroad; empty for groups",
	"actor2":             "civilians, where they are the target",
	"assoc_actor_2":      "civilians, where they are harmed beside people under arms",
	"inter2":             "Civilians",
	"interaction":        "of inter1 and inter2, where both are told",
	"civilian_targeting": "Civilian targeting, where civilians are the target",
	"iso":                "the country's number in ISO 3166-1",
	"region":             "the region that ACLED files the country under",
	"country":            "by ACLED's name",
	"admin1":             "the first-order division",
	"admin2":             "the second-order division",
	"location":           "the place",
	"latitude":           "degrees, WGS 84",
	"longitude":          "degrees, WGS 84",
	"geo_precision":      "1 a place, 2 near it or a district, 3 a larger region; empty for a country",
	"source":             "the outlet",
	"notes":              "the words that report the act, and what the row cannot say",
	"fatalities":         "the lowest figure that any source gives, divided among places; 0 where none is told",
}

// ucdpAbout tells what stands in UCDP's columns; the others are empty.
var ucdpAbout = map[string]string{
	"id":                "the identifier of the incident in the record",
	"year":              "of date_start",
	"type_of_violence":  "1 state-based, 2 non-state, 3 one-sided; empty where the record does not tell",
	"dyad_name":         "of side_a and side_b, where both are told",
	"side_a":            "the government, the perpetrator of one-sided violence, or who did it where the type is not told",
	"side_b":            "the other side, or Civilians",
	"number_of_sources": "1: the article",
	"source_article":    "outlet, day and headline",
	"source_office":     "the outlet",
	"source_date":       "the day the article appeared",
	"source_headline":   "its headline",
	"source_original":   "who gave the number of dead",
	"where_prec":        "1 exact, 2 within 25 km, 3 district, 4 province, 5 region, 6 country, 7 sea or air",
	"where_coordinates": "the first place",
	"where_description": "all places",
	"adm_1":             "the first-order division",
	"adm_2":             "the second-order division",
	"latitude":          "degrees, WGS 84",
	"longitude":         "degrees, WGS 84",
	"geom_wkt":          "the point as WKT",
	"priogrid_gid":      "the cell of PRIO-GRID",
	"country":           "by UCDP's name",
	"region":            "one of UCDP's five",
	"event_clarity":     "1 one act, 2 several that the article tells as one",
	"date_prec":         "1 a day, 2 two to six days, 3 a week, 4 a month, 5 a year or more",
	"date_start":        "the first day",
	"date_end":          "the last day",
	"deaths_a":          "the dead of side A",
	"deaths_b":          "the dead of side B",
	"deaths_civilians":  "dead civilians",
	"deaths_unknown":    "dead of whom it is not told",
	"best":              "the headline figure",
	"high":              "the highest figure that any source gives",
	"low":               "the lowest figure that any source gives",
}
