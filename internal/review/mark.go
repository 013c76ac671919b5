package review

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/sitrep-go/sitrep/event"
)

// Verdict is what a reviewer says of a value.
type Verdict string

const (
	Confirm Verdict = "confirm" // right as it is
	Reject  Verdict = "reject"  // wrong, and nothing takes its place
	Correct Verdict = "correct" // wrong, and the correction is right
	Missing Verdict = "missing" // the article says it and the record does not
	Read    Verdict = "read"    // the whole article was read: nothing else is missing
)

// Mark is one verdict, the line of JSON that the page exports.
type Mark struct {
	Article  string `json:"article"`
	Incident string `json:"incident,omitempty"`
	// Field is the kind of value: type, stage, background, date, location,
	// site, weapon, casualty, perpetrator, claim, incident, or article for a
	// mark on the whole.
	Field string `json:"field"`
	// Path is where the value stood in the incident, a JSON pointer.
	Path string `json:"path,omitempty"`
	// Key names the value across readings.
	Key     string          `json:"key"`
	Value   json.RawMessage `json:"value,omitempty"`
	Verdict Verdict         `json:"verdict"`
	// Correction has the form of Value.
	Correction json.RawMessage  `json:"correction,omitempty"`
	Note       string           `json:"note,omitempty"`
	Evidence   []event.Evidence `json:"evidence,omitempty"`
	Reviewer   string           `json:"reviewer,omitempty"`
}

// ReadMarks reads exported marks, one a line. All faulty lines are reported at
// once.
func ReadMarks(r io.Reader, name string) ([]Mark, error) {
	var marks []Mark
	var faults []error
	in := bufio.NewReader(r)
	for n := 1; ; n++ {
		line, err := in.ReadString('\n')
		if text := strings.TrimSpace(line); text != "" {
			var m Mark
			if e := json.Unmarshal([]byte(text), &m); e != nil {
				faults = append(faults, fmt.Errorf("%s:%d: is no mark: %w", name, n, e))
			} else if e := m.check(); e != nil {
				faults = append(faults, fmt.Errorf("%s:%d: %w", name, n, e))
			} else {
				marks = append(marks, m)
			}
		}
		if errors.Is(err, io.EOF) {
			return marks, errors.Join(faults...)
		}
		if err != nil {
			return marks, errors.Join(append(faults, fmt.Errorf("%s: %w", name, err))...)
		}
	}
}

func (m *Mark) check() error {
	switch m.Verdict {
	case Confirm, Reject, Correct, Missing, Read:
	default:
		return fmt.Errorf("verdict %q is not known: want confirm, reject, correct, missing or read, as the review page exports them", m.Verdict)
	}
	if m.Key == "" || m.Field == "" {
		return errors.New("has no key or no field: want the lines that the review page exports")
	}
	return nil
}

// Tally counts the verdicts on one field.
type Tally struct {
	Field                                string
	Confirmed, Rejected, Corrected, Lost int
}

// Precision is the share of the judged values that were right, and whether any
// were judged.
func (t Tally) Precision() (float64, bool) {
	all := t.Confirmed + t.Rejected + t.Corrected
	return share(t.Confirmed, all)
}

// Recall is the share of what the articles say that the records say rightly,
// and whether there was anything. It holds only for articles marked as read.
func (t Tally) Recall() (float64, bool) {
	return share(t.Confirmed, t.Confirmed+t.Corrected+t.Lost)
}

func share(part, all int) (float64, bool) {
	if all == 0 {
		return 0, false
	}
	return float64(part) / float64(all), true
}

// Score is what a set of marks comes to.
type Score struct {
	// Articles is how many articles bear a mark, Read how many of them were
	// marked as read whole.
	Articles, Read int
	// Fields are in the order of the record; a field without marks is absent.
	Fields []Tally
	All    Tally
	// Twice is how many values two reviewers judged, Agreed how many of those
	// they judged alike.
	Twice, Agreed int
}

// ScoreMarks counts marks. Of several marks of one reviewer on one value the
// last counts; marks of different reviewers each count.
func ScoreMarks(marks []Mark) Score {
	type id struct{ article, key, reviewer string }
	last := map[id]int{}
	for i, m := range marks {
		last[id{m.Article, m.Key, m.Reviewer}] = i
	}
	var s Score
	order := []string{}
	for _, f := range forms() {
		order = append(order, f.Field)
	}
	byField := map[string]*Tally{}
	articles, read := map[string]bool{}, map[string]bool{}
	type value struct{ article, key string }
	first := map[value]Verdict{}
	seen := map[value]int{}
	agreed := map[value]bool{}
	for i, m := range marks {
		if last[id{m.Article, m.Key, m.Reviewer}] != i {
			continue
		}
		articles[m.Article] = true
		if m.Verdict == Read {
			read[m.Article] = true
			continue
		}
		t := byField[m.Field]
		if t == nil {
			t = &Tally{Field: m.Field}
			byField[m.Field] = t
		}
		for _, t := range []*Tally{t, &s.All} {
			switch m.Verdict {
			case Confirm:
				t.Confirmed++
			case Reject:
				t.Rejected++
			case Correct:
				t.Corrected++
			case Missing:
				t.Lost++
			}
		}
		v := value{m.Article, m.Key}
		if seen[v]++; seen[v] == 1 {
			first[v], agreed[v] = m.Verdict, true
		} else if first[v] != m.Verdict {
			agreed[v] = false
		}
	}
	for v, n := range seen {
		if n > 1 {
			s.Twice++
			if agreed[v] {
				s.Agreed++
			}
		}
	}
	for _, f := range order {
		if t := byField[f]; t != nil {
			s.Fields = append(s.Fields, *t)
		}
	}
	s.All.Field = "all"
	s.Articles, s.Read = len(articles), len(read)
	return s
}
