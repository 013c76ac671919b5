// Command explain prints how articles are read: each value of each incident
// with the words that it was read from and the rule that read them, and what
// was found in every sentence.
//
//	go run ./examples/explain testdata/articles/two-ministries-one-missile-strike.txtar
//	go run ./examples/explain - <<< "Two people were killed in Kyiv on Monday."
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/sitrep-go/sitrep/extract"
	"github.com/sitrep-go/sitrep/internal/source"
)

func main() {
	if len(os.Args) < 2 || os.Args[1] == "-h" || os.Args[1] == "--help" {
		fmt.Fprintln(os.Stderr, "usage: explain FILE|FOLDER|- …")
		os.Exit(2)
	}
	os.Exit(explain(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// explain explains the articles of the files and returns the exit status: 1
// where one of them could not be read.
func explain(args []string, stdin io.Reader, out, problems io.Writer) int {
	x, err := extract.New(extract.Options{})
	if err != nil {
		fmt.Fprintln(problems, err)
		return 1
	}
	status := 0
	complain := func(list []source.Problem) {
		for _, p := range list {
			fmt.Fprintln(problems, p)
			status = 1
		}
	}
	files, faults := source.Find(args)
	complain(faults)
	for in := range source.Articles(files, source.Options{Stdin: stdin}) {
		a, faults, ok := in.Open()
		complain(faults)
		if ok {
			fmt.Fprintln(out, x.Explain(a.Article))
		}
	}
	return status
}
