package extract

import "github.com/sitrep-go/sitrep/internal/layout"

// readLayout tells the article's own sentences from its headline, the date
// line and the furniture of the page it was pasted from.
func readLayout(r *reading) layout.Layout { return r.layoutRoom.Read(r.doc, r.body) }
