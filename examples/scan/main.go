// Scan reads news articles about armed conflict and prints their incidents,
// one record each.
//
//	scan ARTICLES...                                  a table, for reading
//	scan --in jsonl --out jsonl FILE > records.jsonl  a batch, one line an article
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
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
	"golang.org/x/term"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract/date"
	"github.com/sitrep-go/sitrep/internal/output"
	"github.com/sitrep-go/sitrep/internal/schema"
	"github.com/sitrep-go/sitrep/internal/source"
)

// The exit statuses.
const (
	allRead  = 0
	someFail = 1 // something could not be read or written
	misused  = 2 // the command line is wrong
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

func run(args []string, stdin *os.File, stdout, stderr *os.File) int {
	var c command
	status := -1
	p, err := kong.New(&c,
		kong.Name("scan"),
		kong.Description(description),
		kong.Writers(stdout, stderr),
		kong.Exit(func(n int) {
			if status < 0 {
				status = n
			}
		}),
		kong.ConfigureHelp(kong.HelpOptions{WrapUpperBound: 100}),
		kong.Help(help),
		kong.Vars{"outputs": strings.Join(output.Names(), ", ")},
	)
	if err != nil {
		panic(err) // the tags of command are wrong
	}
	_, err = p.Parse(args)
	if status >= 0 {
		return status // --help was asked for and given
	}
	if err == nil && c.Schema {
		return describe(c, stdout, stderr)
	}
	if err == nil {
		err = c.check(stdin)
	}
	if err != nil {
		fmt.Fprintf(stderr, "scan: %v\nscan --help tells more.\n", err)
		return misused
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		// Collect garbage sooner rather than grow; more than this is taken
		// where it is in use.
		debug.SetMemoryLimit(int64(96+16*c.Jobs) << 20)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// The first interrupt ends the batch in order, a second one at once.
	context.AfterFunc(ctx, stop)
	s := &scan{command: c, stdin: stdin, stdout: stdout, stderr: stderr}
	if err := s.run(ctx); err != nil {
		s.say("scan: %v\n", err)
		return someFail
	}
	if s.failed {
		return someFail
	}
	return allRead
}

// describe prints what an output format holds.
func describe(c command, stdout, stderr *os.File) int {
	switch text := output.Describe(c.Out); {
	case text != "":
		fmt.Fprint(stdout, text)
	case c.Out == "" || c.Out == "jsonl":
		stdout.Write(schema.Record())
	case c.Out == "table":
		fmt.Fprintln(stderr, "scan: a table is for reading and has no schema; name another format with --out")
		return misused
	default:
		fmt.Fprintf(stderr, "scan: --out %s is not known; want one of %s\n", c.Out, strings.Join(output.Names(), ", "))
		return misused
	}
	return allRead
}

// command is what a user can say.
type command struct {
	Articles []string `arg:"" optional:"" help:"Files, folders and patterns, or - for standard input, which is also read when nothing is named. Gzip is seen through."`

	In         string `enum:"auto,text,jsonl,json,csv,html,txtar" default:"auto" placeholder:"FORMAT" help:"How the files hold their articles: ${enum}. By itself it is guessed from the name and the first bytes."`
	Out        string `default:"" placeholder:"FORMAT" help:"How to write the records: ${outputs}. By itself a table, or what the name of the output file says."`
	Output     string `short:"o" placeholder:"FILE" help:"Write to FILE, whole or not at all, instead of standard output."`
	Published  string `placeholder:"DATE" help:"The day on which articles that do not say so appeared, by which 'on Thursday' is a date."`
	Resume     bool   `help:"Go on where an interrupted run with the same -o FILE stopped."`
	Mentions   bool   `help:"Add every number, date, place, weapon and actor that was read."`
	Crime      bool   `help:"Read ordinary crime too, such as shootings no armed group stands behind."`
	TextColumn string `placeholder:"NAME" help:"The CSV column, or the field of JSON, that holds the text."`
	Jobs       int    `short:"j" default:"0" placeholder:"N" help:"Articles to read at once; by itself one a processor."`
	Schema     bool   `help:"Print what --out holds and stop: of jsonl, or without it, the JSON Schema of a record; of others their columns or tables."`
	Quiet      bool   `short:"q" help:"No progress and no notes; problems are still told."`

	published event.Date
}

const description = `Read news articles about armed conflict and print their incidents: when, where, with what, who came to harm, who did it and who says so.`

func (c *command) check(stdin *os.File) error {
	if len(c.Articles) == 0 {
		if term.IsTerminal(int(stdin.Fd())) {
			return errors.New("name the articles to read: a file, a folder, or - for standard input")
		}
		c.Articles = []string{"-"}
	}
	if err := c.checkOut(); err != nil {
		return err
	}
	if c.Published != "" {
		day, err := date.ParsePublished(c.Published)
		if err != nil {
			return fmt.Errorf("--published %s", strings.TrimPrefix(err.Error(), "date: "))
		}
		c.published = day
	}
	if c.Resume && c.Output == "" {
		return errors.New("--resume needs the -o FILE of the run to go on with")
	}
	if c.Jobs < 0 {
		return errors.New("-j wants a number of articles, 1 or more")
	}
	if c.Jobs == 0 {
		c.Jobs = runtime.GOMAXPROCS(0)
	}
	return nil
}

func (c *command) options(stdin io.Reader) source.Options {
	o := source.Options{Format: source.Format(c.In), TextColumn: c.TextColumn, Stdin: stdin}
	if c.In == "auto" {
		o.Format = source.Auto
	}
	return o
}
