package source

import (
	"fmt"
	"strings"

	"github.com/araddon/dateparse"

	"github.com/sitrep-go/sitrep/event"
)

// setPublished reads a date as people write it. One that cannot be read is
// reported and left out.
func setPublished(a *Article, s string) error {
	s = strings.TrimSpace(s)
	if s == "" {
		return nil
	}
	t, err := dateparse.ParseAny(s)
	if err != nil {
		return keep{fmt.Errorf("published %q is no date; the article is read without it (want 2025-04-24 or another usual form)", s)}
	}
	a.Published = event.DateOf(t)
	return nil
}
