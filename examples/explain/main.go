// Command explain prints how articles are read: each value of each incident
// with the words that it was read from and the rule that read them, and what
// was found in every sentence.
//
//	go run ./examples/explain testdata/articles/two-ministries-one-missile-strike.txtar
//	go run ./examples/explain - <<< "Two people were killed in Kyiv on Monday."
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/alecthomas/kong"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract"
	"github.com/sitrep-go/sitrep/extract/date"
	"github.com/sitrep-go/sitrep/internal/source"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// command is what a user can say.
type command struct {
	Articles []string `arg:"" optional:"" help:"Files, folders and patterns with articles, or - for standard input."`

	In        string `enum:"auto,text,jsonl,json,csv,html,txtar" default:"auto" placeholder:"FORMAT" help:"How the files hold their articles: ${enum}."`
	Published string `placeholder:"DATE" help:"The day on which articles that do not say so appeared, by which 'on Thursday' is a date."`
	Crime     bool   `help:"Read ordinary crime too, such as shootings no armed group stands behind."`
}

const description = `Explain how articles are read: each value of each incident with the words and the rule that it was read from, then what was found in every sentence.`

const examples = `
Examples:
  explain report.txt                              one article
  explain - <<< "Two people were killed in Kyiv"  a sentence
  explain --published 2025-04-25 report.txt       with the day by which "on Thursday" counts

A rule such as casualties/killed-passive stands in extract/rules/en/casualties.txt
with the sentences that it must and must not read.

Exit status: 0 all was read, 1 something could not be read (told on standard
error, the rest is read), 2 the command line is wrong.
`

// run explains the articles that args name and returns the exit status: 1
// where one of them could not be read, 2 for a wrong command line.
func run(args []string, stdin io.Reader, out, problems io.Writer) int {
	var c command
	status := -1
	p, err := kong.New(&c, kong.Name("explain"), kong.Description(description), kong.Writers(out, problems),
		kong.Exit(func(n int) {
			if status < 0 {
				status = n
			}
		}),
		kong.ConfigureHelp(kong.HelpOptions{WrapUpperBound: 100}),
		kong.Help(func(o kong.HelpOptions, ctx *kong.Context) error {
			if err := kong.DefaultHelpPrinter(o, ctx); err != nil {
				return err
			}
			_, err := fmt.Fprint(ctx.Stdout, examples)
			return err
		}))
	if err != nil {
		panic(err) // the tags of command are wrong
	}
	_, err = p.Parse(args)
	if status >= 0 {
		return status // --help was asked for and given
	}
	var o source.Options
	if c.In != "auto" {
		o.Format = source.Format(c.In)
	}
	o.Stdin = stdin
	var published event.Date
	if err == nil && c.Published != "" {
		published, err = date.ParsePublished(c.Published)
	}
	if err == nil && len(c.Articles) == 0 {
		err = errors.New("name the articles to explain: a file, a folder, or - for standard input")
	}
	if err != nil {
		fmt.Fprintf(problems, "explain: %v\nexplain --help tells more.\n", err)
		return 2
	}
	x, err := extract.New(extract.Options{Crime: c.Crime})
	if err != nil {
		fmt.Fprintln(problems, err)
		return 1
	}
	status = 0
	complain := func(list []source.Problem) {
		for _, p := range list {
			fmt.Fprintln(problems, p)
			status = 1
		}
	}
	files, faults := source.Find(c.Articles)
	complain(faults)
	for in := range source.Articles(files, o) {
		a, faults, ok := in.Open()
		complain(faults)
		if !ok {
			continue
		}
		if a.Published.IsZero() && !published.IsZero() && x.Read(a.Article).Published.IsZero() {
			a.Published = published
		}
		fmt.Fprintln(out, x.Explain(a.Article))
	}
	return status
}
