package main

import (
	"os/exec"
	"strings"
	"testing"
)

// A program that imports only the library links none of what scan needs.
func TestLibraryIsLight(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "github.com/sitrep-go/sitrep/extract").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	deps := strings.Fields(string(out))
	if len(deps) < 10 {
		t.Fatalf("only %d packages are listed", len(deps))
	}
	for _, dep := range deps {
		for _, heavy := range []string{"alecthomas/kong", "schollz/progressbar", "parquet-go", "modernc.org", "database/sql", "golang.org/x/net",
			"go-readability", "net/http", "encoding/csv", "compress/", "golang.org/x/term", "internal/output", "internal/source", "internal/schema", "internal/review"} {
			// Embedded tables may be packed.
			if strings.Contains(dep, heavy) && dep != "compress/flate" && dep != "compress/gzip" && dep != "compress/zlib" {
				t.Errorf("the library links %s", dep)
			}
		}
	}
}
