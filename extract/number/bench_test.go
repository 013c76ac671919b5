package number

import (
	"strings"
	"testing"

	"github.com/sitrep-go/sitrep/internal/text"
)

// report is the kind of sentence the reader is run on: a number every eighty
// bytes or so.
const report = `At least 12 people, among them three children, were killed and more than 90 wounded when two missiles hit a
nine-storey block in the east of the city at 04:20 on 24 April, the governor said. Rescuers pulled 23 of the 28
residents from the rubble; a 47-year-old woman and her son, aged 9, are missing. The air force said it had shot down
between 40 and 45 of some 70 drones launched from 120 km away, the largest of 1,240 salvoes since 24.02.2022.
`

// quiet holds neither a digit nor a number word.
const quiet = `The governor said the strike hit the eastern districts of the city before dawn and that rescuers were still
clearing the rubble. Officials in the capital blamed the enemy for the attack, which its ministry of defence denied.
`

func BenchmarkTokens(b *testing.B) {
	for _, bb := range []struct{ name, text string }{
		{"numbers", strings.Repeat(report, 20)},
		{"quiet", strings.Repeat(quiet, 40)},
	} {
		b.Run(bb.name, func(b *testing.B) {
			d := text.Split(bb.text)
			var dst []Number
			b.SetBytes(int64(len(bb.text)))
			b.ReportAllocs()
			for b.Loop() {
				dst = dst[:0]
				for _, s := range d.Sentences {
					dst = Tokens(d, s.First, s.Last, dst)
				}
			}
		})
	}
}

func BenchmarkFind(b *testing.B) {
	s := strings.Repeat(report, 20)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Find(s)
	}
}
