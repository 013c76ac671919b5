package date

import (
	"testing"

	"github.com/sitrep-go/sitrep/internal/text"
)

func bench(b *testing.B, s string) {
	d := text.Split(s)
	ref := Ref{Published: thursday}
	var dst []Mention
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		dst = dst[:0]
		for _, sent := range d.Sentences {
			dst = Tokens(d, sent.First, sent.Last, ref, dst)
		}
	}
}

// BenchmarkDated reads sentences that each hold a date.
func BenchmarkDated(b *testing.B) {
	bench(b, "Rescuers in the eastern city called off their search on Friday at what remained of a house, a day after a missile struck it. "+
		"The air force said it had shot down most of the drones that were launched in the night from Wednesday to Thursday. "+
		"Officials put the damage since 24 February 2022 at several billion dollars, a figure that could not be checked at once. "+
		"The mayor told reporters on Tuesday evening that repairs to the power station would take until the end of the month.")
}

// BenchmarkUndated reads sentences without one.
func BenchmarkUndated(b *testing.B) {
	bench(b, "Rescuers in the eastern city pulled 12 people from what remained of a house, among them a woman and her two sons. "+
		"The governor blamed a cruise missile fired from the sea, and the ministry denied that its forces had aimed at homes. "+
		"Windows were broken across the whole district, and residents swept up the glass while crews cut through the concrete.")
}
