package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/sitrep-go/sitrep/internal/schema"
)

// gzipFile is the script command "gzip FILE PACKED".
func gzipFile(ts *testscript.TestScript, neg bool, args []string) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(ts.ReadFile(args[0])))
	ts.Check(z.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b.Bytes(), 0o666))
}

// bigFile is the script command "big BYTES FILE": a gzip file of that many
// zero bytes, which pack a thousand to one.
func bigFile(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[1]))
	ts.Check(err)
	defer f.Close()
	z := gzip.NewWriter(f)
	zeros := make([]byte, 1<<20)
	for ; n > 0; n -= len(zeros) {
		_, err := z.Write(zeros[:min(n, len(zeros))])
		ts.Check(err)
	}
	ts.Check(z.Close())
}

// records is the script command "records FILE": each line of it is a record
// by the schema, and there is at least one.
func records(ts *testscript.TestScript, neg bool, args []string) {
	n := 0
	for l := range strings.Lines(ts.ReadFile(args[0])) {
		n++
		for _, err := range schema.Check([]byte(l)) {
			ts.Fatalf("line %d: %v", n, err)
		}
	}
	if n == 0 {
		ts.Fatalf("%s has no line", args[0])
	}
}
