package extract

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/text"
)

//go:embed given.txt
var givenFile string

// givenNames is the given names of given.txt, folded, with the sex of those
// who bear them.
var givenNames = sync.OnceValue(func() map[string]event.Group {
	m := make(map[string]event.Group, strings.Count(givenFile, " "))
	for line := range strings.Lines(givenFile) {
		sex, names, _ := strings.Cut(line, " ")
		if sex != string(event.Man) && sex != string(event.Woman) {
			continue
		}
		for n := range strings.FieldsSeq(names) {
			m[text.Fold(n)] = event.Group(sex)
		}
	}
	return m
})

// sexOf is the sex of the person whose name begins at token i, by the given
// name or by a word that makes a name of a child's, "Umm Hassan"; People where
// the name does not tell.
func (r *reading) sexOf(i, hi int) event.Group {
	for i+1 < hi {
		// "Dr Iman", "Artist Inas"
		m, ok := r.personWord(i)
		switch {
		case ok && m.Last < hi:
			i = m.Last
			continue
		case r.in(i, "dr haj hajj hajji haji hajja prof engr ustad late"):
			i++
			continue
		}
		break
	}
	switch {
	case i >= hi || r.doc.Tokens[i].Case == text.Lower:
	case r.in(i, "umm um") || r.in(i, "mrs ms miss"):
		return event.Woman
	case r.in(i, "abu") && !(i > 0 && (r.doc.Is(i-1, ')') || r.doc.Tokens[i-1].Case == text.Title)):
		return event.Man
	default:
		if sex, ok := givenNames()[r.doc.Folded(i)]; ok {
			return sex
		}
	}
	return event.People
}
