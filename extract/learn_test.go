package extract_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"math"
	"math/rand"
	"os"
	"strings"
	"testing"

	"github.com/sitrep-go/sitrep/extract"
)

var learn = flag.String("learn", "", "write: learn the weights from testdata/articles and write weights.go; check: learn from four fifths of all articles and score the fifth, in turn")

// TestLearn learns how much each sign counts in whether a fragment opens an
// incident. For every fragment in question, in every article, it lets it open
// one and pass, reads on, and scores the records against the truth: the gain is
// what the mean F1 gains by opening. The weights are those of a logistic
// regression that asks for the better choice the more, the more depends on it.
//
//	go test ./extract -run TestLearn -learn write
//
// Articles kept apart are never learned from; -learn check says what learning is
// worth on articles that it did not see.
func TestLearn(t *testing.T) {
	switch *learn {
	case "":
		t.Skip("run with -learn write, or -learn check")
	case "check":
		checkLearning(t, append(stories(t), storiesOf(t, apartDir)...))
	case "write":
		if err := os.WriteFile("weights.go", learnFrom(t, stories(t)).source(t), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Fatalf("-learn %s: write or check", *learn)
	}
}

const (
	epochs  = 30   // passes over all choices
	runs    = 4    // of descent, whose mean is taken
	batch   = 64   // choices a step
	pull    = .007 // to where it began
	pace    = .01  // of a step
	stress  = 300  // of a gain, which is in shares of the mean F1
	trust   = 1    // in the rules, before anything is learned
	trivial = .1   // weights below it are left out
	// caution is what must speak more for an incident that the rules see none
	// in: the articles to learn from are full of incidents, news at large is not.
	caution = .5
)

// weighing is how much each sign counts.
type weighing []float64

// begin trusts the rules alone.
func begin(t testing.TB) weighing {
	w := make(weighing, extract.NumSigns)
	signs := names(t)
	w[signs["always"]], w[signs["reportsAct"]] = -trust, 2*trust
	return w
}

func (w weighing) of(signs []int) float64 {
	sum := 0.0
	for _, s := range signs {
		sum += w[s]
	}
	return sum
}

func (w weighing) opens(signs []int) bool { return w.of(signs) > 0 }

// chance is a fragment that may open an incident, and what is gained by it.
type chance struct {
	signs []int
	gain  float64
}

// try opens and passes each fragment in question, where w settles the others.
func try(t testing.TB, set []story, w weighing) []chance {
	all := scored(t, set, w)
	var out []chance
	for _, s := range set {
		var met []chance
		value := func(at int, open bool) float64 {
			n := 0
			rep := extract.ReadJudged(s.article, func(signs []int) bool {
				k := n
				n++
				if at < 0 {
					met = append(met, chance{signs: signs})
				}
				if k == at {
					return open
				}
				return w.opens(signs)
			})
			y := tally{}
			y.score(s, recordsOf(t, rep.Incidents))
			return y.towards(all)
		}
		as := value(-1, false)
		for at := range met {
			c := &met[at]
			if w.opens(c.signs) {
				c.gain = as - value(at, false)
			} else {
				c.gain = value(at, true) - as
			}
			if c.gain != 0 {
				out = append(out, *c)
			}
		}
	}
	return out
}

// towards is how much the values counted in y add to the mean F1 of all, to
// first order.
func (y tally) towards(all tally) float64 {
	sum := 0.0
	for _, f := range coreFields {
		n, a := y[f], all[f]
		if n == nil || a == nil {
			continue
		}
		sum += (2*float64(n[0]) - all.f1(f)*float64(2*n[0]+n[1]+n[2])) / float64(2*a[0]+a[1]+a[2])
	}
	return sum
}

// descent gives the weights by which the better choice of each chance is the
// likelier, by stochastic gradient descent (Adam) in an order that the seed
// gives.
func descent(list []chance, from weighing, seed int64) weighing {
	w := append(weighing(nil), from...)
	g, m, v := make(weighing, len(w)), make(weighing, len(w)), make(weighing, len(w))
	rng := rand.New(rand.NewSource(seed))
	step := 0.0
	for range epochs {
		order := rng.Perm(len(list))
		for b := 0; b < len(order); b += batch {
			clear(g)
			for _, i := range order[b:min(b+batch, len(order))] {
				c := &list[i]
				d := 1 / (1 + math.Exp(-w.of(c.signs)))
				if c.gain > 0 {
					d--
				}
				for _, s := range c.signs {
					g[s] += d * math.Abs(c.gain) * stress
				}
			}
			step++
			for k := range w {
				d := g[k]/batch + pull*(w[k]-from[k])
				m[k] = .9*m[k] + .1*d
				v[k] = .999*v[k] + .001*d*d
				w[k] -= pace * m[k] / (1 - math.Pow(.9, step)) / (math.Sqrt(v[k]/(1-math.Pow(.999, step))) + 1e-8)
			}
		}
	}
	return w
}

func learnFrom(t testing.TB, set []story) weighing {
	from := begin(t)
	list := try(t, set, from)
	mean := make(weighing, len(from))
	for seed := range runs {
		for k, v := range descent(list, from, int64(seed)) {
			mean[k] += v / runs
		}
	}
	for k := range mean {
		if math.Abs(mean[k]) < trivial {
			mean[k] = 0
		}
	}
	signs := names(t)
	mean[signs["always"]] -= caution
	mean[signs["reportsAct"]] += caution
	return mean
}

// scored is the score of the articles read with w.
func scored(t testing.TB, set []story, w weighing) tally {
	y := tally{}
	for _, s := range set {
		y.score(s, recordsOf(t, extract.ReadJudged(s.article, w.opens).Incidents))
	}
	return y
}

// checkLearning learns from four fifths of the articles and scores the fifth.
func checkLearning(t *testing.T, set []story) {
	const folds = 5
	rules, learned := tally{}, tally{}
	order := rand.New(rand.NewSource(1)).Perm(len(set))
	for fold := range folds {
		var from, on []story
		for k, s := range set {
			if order[k]%folds == fold {
				on = append(on, s)
			} else {
				from = append(from, s)
			}
		}
		rules.addAll(scored(t, on, begin(t)))
		learned.addAll(scored(t, on, learnFrom(t, from)))
	}
	fmt.Printf("by the rules alone\n%v\n\nlearned from four fifths, scored on the fifth\n%v\n", rules, learned)
}

func (y tally) addAll(x tally) {
	for f, n := range x {
		y.add(f, n[0], n[1], n[2])
	}
}

// names gives the number of each sign of weigh.go.
func names(t testing.TB) map[string]int {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "weigh.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	signs := map[string]int{}
	for _, d := range file.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.CONST {
			for k, s := range g.Specs {
				signs[s.(*ast.ValueSpec).Names[0].Name] = k
			}
		}
	}
	if len(signs) != extract.NumSigns+1 {
		t.Fatalf("weigh.go has %d signs, read %d", extract.NumSigns, len(signs)-1)
	}
	return signs
}

// source is the Go file that holds the weights.
func (w weighing) source(t testing.TB) []byte {
	list := make([]string, len(w)+1)
	for name, k := range names(t) {
		list[k] = name
	}
	var b bytes.Buffer
	b.WriteString("// Code generated by go test -run TestLearn -learn write. DO NOT EDIT.\n\npackage extract\n\n// weights is how much each sign counts for an incident.\nvar weights = [numSigns]float32{\n")
	for s, v := range w {
		if v != 0 {
			fmt.Fprintf(&b, "%s: %s,\n", list[s], strings.TrimSuffix(fmt.Sprintf("%.2f", v), "0"))
		}
	}
	b.WriteString("}\n")
	out, err := format.Source(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return out
}
