package source

import (
	"fmt"
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract"
	"github.com/sitrep-go/sitrep/extract/date"
	"github.com/sitrep-go/sitrep/internal/stamp"
)

// setPublished reads a date as people write it. One that cannot be read is
// reported and left out.
func setPublished(a *Article, s string) error {
	s = strings.TrimSpace(s)
	if s == "" {
		return nil
	}
	if day, ok := stamp.Day(s); ok {
		a.Published = day
		return nil
	}
	day, err := date.ParsePublished(s)
	if err != nil {
		return keep{fmt.Errorf("published: %s; the article is read without it", strings.TrimPrefix(err.Error(), "date: "))}
	}
	a.Published = day
	return nil
}

// Read reads a with x, where neither a nor its text tells the day on which it
// appeared as of day, which may be zero.
func (a *Article) Read(x *extract.Extractor, day event.Date) event.Report {
	rep := x.Read(a.Article)
	if rep.Published.IsZero() && !day.IsZero() {
		a.Published = day
		rep = x.Read(a.Article)
	}
	return rep
}
