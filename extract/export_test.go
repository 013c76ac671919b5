package extract

import "github.com/sitrep-go/sitrep/event"

// NumSigns is how many signs a fragment may have.
const NumSigns = int(numSigns)

// ReadJudged reads a with judge in place of the weights: by the signs that hold
// of a fragment it says whether that opens an incident.
func ReadJudged(a Article, judge func(signs []int) bool) event.Report {
	x := *standard()
	x.judge = func(s *signs) bool {
		var list []int
		for k := range numSigns {
			if s[k/64]>>(k%64)&1 != 0 {
				list = append(list, int(k))
			}
		}
		return judge(list)
	}
	return x.Read(a)
}
