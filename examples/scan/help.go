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
  scan report.txt                                   one pasted article, as a table
  scan articles/                                    a folder of articles
  curl -s https://example.org/news | scan --in html one web page
  scan --in jsonl --out jsonl news.jsonl >out.jsonl a batch, one line an article

A line of JSON input is
  {"id":"a1","title":"…","published":"2025-04-24","url":"…","source":"…","text":"…"}
of which only "text" must be there. "published" may be any usual date; without it
"on Tuesday" has no date.

Exit status: 0 all was read, 1 something could not be read or written (told on
standard error, the rest is read), 2 the command line is wrong.
`
