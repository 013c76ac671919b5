// Review writes one HTML file in which a person checks what was read in a
// batch of articles, value by value, against the words of each.
//
//	review -o review.html ARTICLES...                      read the articles, write the page
//	review -o review.html --records records.jsonl ARTICLES with records that scan wrote
//	review --score marks.jsonl                             score what the reviewer exported
//
// Run it with --help for the rest.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract/date"
)

// The exit statuses.
const (
	allDone  = 0
	someFail = 1 // something could not be read or written
	misused  = 2 // the command line is wrong
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// command is what a user can say.
type command struct {
	Articles []string `arg:"" optional:"" help:"Files, folders and patterns with articles, or - for standard input."`

	Output    string   `short:"o" default:"review.html" placeholder:"FILE" help:"The page, written whole or not at all (${default}); - is standard output."`
	Records   []string `short:"r" placeholder:"FILE" help:"Show these records, as scan --out jsonl writes them, instead of reading the articles anew."`
	Name      string   `placeholder:"NAME" help:"What heads the page; by itself the name of the first articles."`
	Limit     int      `placeholder:"N" help:"Take the first N articles only."`
	In        string   `enum:"auto,text,jsonl,json,csv,html,txtar" default:"auto" placeholder:"FORMAT" help:"How the files hold their articles: ${enum}."`
	Published string   `placeholder:"DATE" help:"The day on which articles that do not say so appeared, by which 'on Thursday' is a date."`
	Crime     bool     `help:"Read ordinary crime too, such as shootings no armed group stands behind."`
	Quiet     bool     `short:"q" help:"Say nothing but problems."`
	Score     bool     `help:"Write no page: score the named files, which are marks that the page exported, of one reviewer or of several."`

	published event.Date
}

const description = `Check by eye what was read in news articles: one HTML file that opens from disk, with the words behind every value, a map, and ticks to confirm, reject or correct.`

func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	var c command
	status := -1
	p, err := kong.New(&c,
		kong.Name("review"),
		kong.Description(description),
		kong.Writers(stdout, stderr),
		kong.Exit(func(n int) {
			if status < 0 {
				status = n
			}
		}),
		kong.ConfigureHelp(kong.HelpOptions{WrapUpperBound: 100}),
		kong.Help(help),
	)
	if err != nil {
		panic(err) // the tags of command are wrong
	}
	_, err = p.Parse(args)
	if status >= 0 {
		return status // --help was asked for and given
	}
	if err == nil {
		err = c.check()
	}
	if err != nil {
		fmt.Fprintf(stderr, "review: %v\nreview --help tells more.\n", err)
		return misused
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := &session{ctx: ctx, stdin: stdin, stdout: stdout, stderr: stderr}
	if c.Score {
		err = s.score(c.Articles)
	} else {
		err = s.page(c)
	}
	if err != nil {
		fmt.Fprintf(stderr, "review: %v\n", err)
		return someFail
	}
	if s.failed {
		return someFail
	}
	return allDone
}

func (c *command) check() error {
	if len(c.Articles) == 0 && c.Score {
		return errors.New("name the files that the page exported")
	}
	if len(c.Articles) == 0 {
		return errors.New("name the articles to review: a file, a folder, or - for standard input")
	}
	if c.Published != "" {
		day, err := date.ParsePublished(c.Published)
		if err != nil {
			return fmt.Errorf("--published %s", strings.TrimPrefix(err.Error(), "date: "))
		}
		c.published = day
	}
	if c.Limit < 0 {
		return errors.New("--limit wants a number of articles, 1 or more")
	}
	return nil
}

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
  review articles/                                     read a folder, write review.html
  review -o week.html --name "Week 17" news.jsonl      one file of JSON lines
  review -o week.html -r records.jsonl news.jsonl      show the records that scan wrote
  review --score marks.jsonl                           score what a reviewer exported

Open the page in any browser; it needs no network and sends nothing. Press ? in
it for the keys. Marks are kept in that browser: "Export marks" saves them as JSON
lines, "Import" brings them back, also into a page written anew after the reader
was bettered: a mark stays with its value as long as the value and its words stay.

Records are joined to articles by their id, so give both commands the same files.

Exit status: 0 all went well, 1 something could not be read or written (told on
standard error), 2 the command line is wrong.
`
