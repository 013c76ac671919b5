package main

import (
	"fmt"

	"github.com/alecthomas/kong"
)

// help prints what the flags are, then what people do with them first.
func help(o kong.HelpOptions, ctx *kong.Context) error {
	if err := kong.DefaultHelpPrinter(o, ctx); err != nil {
		return err
	}
	_, err := fmt.Fprint(ctx.Stdout, examples)
	return err
}

const examples = `
Examples:
  scan report.txt                                    one article or pasted page, as a table
  scan articles/                                     a folder of articles
  curl -s https://example.org/news | scan --in html  one web page
  scan --in jsonl --out jsonl news.jsonl >out.jsonl  a batch, one line an article
  scan archive/ -o incidents.db                      a SQLite database; again, to add to it
  scan huge.jsonl.gz -o out.jsonl --resume           a long batch that may be interrupted

Output formats:
  table    for reading: a line an incident; "12+" is at least 12, "?" that sources differ
  jsonl    whole records with evidence, a line an article
  csv      a row an incident
  acled    a row an incident and place, with ACLED's columns and codes
  ucdp     a row an incident with deaths, with the columns of UCDP's GED
  geojson  a feature an incident, for QGIS and web maps
  parquet  typed and nested, a row an incident, for DuckDB, pandas, Spark
  sqlite   tables of articles, incidents, locations, weapons, casualties, claims, evidence
What stands where in each, with the codes: scan --schema --out FORMAT.

A line of JSON input is
  {"id":"a1","title":"…","published":"2025-04-24","url":"…","source":"…","text":"…"}
of which only "text" must be there. "published" may be any usual date; without it
"on Tuesday" has no date. A CSV file needs a header row with a column named text.
Of either, names such as body, headline, date, link and outlet are known as well.

Exit status: 0 all was read, 1 something could not be read or written (told on
standard error, the rest is read), 2 the command line is wrong.
`
