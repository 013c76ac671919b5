package extract

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/sitrep-go/sitrep/event"
)

// Explain prints how an article was read, for a person who asks why: first
// each incident with its values, the words behind each value and the rule that
// read them, then the article sentence by sentence, with what was found in
// each, whether or not an incident took it. The form is for reading and may
// change; programs take [Extractor.Read]. Explain is safe for concurrent use.
func (x *Extractor) Explain(a Article) string {
	var b strings.Builder
	incidents := 0
	var readings []*reading
	whole := *x
	whole.opts.Mentions = true // nothing is left unread where no incident can come of it
	for r := range whole.parts(a) {
		readings = append(readings, r)
		incidents += len(r.incidents)
	}
	fmt.Fprintf(&b, "%s, published %s, tells of %s\n", named(a.ID, "the article"), named(readings[0].article.Published.String(), "on a day that is not known"), quantity(incidents, "incident"))
	n := 0
	for _, r := range readings {
		for i := range r.incidents {
			n++
			explainIncident(&b, n, &r.incidents[i])
		}
	}
	for _, r := range readings {
		r.explainSentences(&b)
	}
	return b.String()
}

func named(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func quantity(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// columns writes rows of a kind, a value, its words and their rule, each
// column as wide as its widest cell.
func columns(b *strings.Builder, rows [][4]string) {
	var table strings.Builder
	w := tabwriter.NewWriter(&table, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		// Names as printed may hold anything, a tab or half a letter too.
		for k, cell := range row {
			row[k] = strings.Join(strings.Fields(strings.ToValidUTF8(cell, "\ufffd")), " ")
		}
		fmt.Fprintf(w, "  %s\n", strings.Join(row[:], "\t"))
	}
	w.Flush()
	for line := range strings.Lines(table.String()) {
		b.WriteString(strings.TrimRight(line, " \n"))
		b.WriteByte('\n')
	}
}

func explainIncident(b *strings.Builder, n int, inc *event.Incident) {
	fmt.Fprintf(b, "\nincident %d: %s", n, named(strings.ReplaceAll(string(inc.Type), "_", " "), "of no known type"))
	if inc.Stage == event.Attempted {
		b.WriteString(", attempted")
	}
	if inc.Background {
		b.WriteString(", told as background")
	}
	b.WriteByte('\n')
	var rows [][4]string
	put := func(kind, value string, list []event.Evidence) {
		if len(list) == 0 {
			rows = append(rows, [4]string{kind, value})
		}
		for _, ev := range list {
			rows = append(rows, [4]string{kind, value, words(ev.Text), ev.Rule})
			kind, value = "", ""
		}
	}
	join := func(parts ...string) string {
		return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
	}
	by := func(claimant string) string {
		if claimant == "" {
			return ""
		}
		return "says " + claimant
	}
	if w := inc.Date; w != nil {
		put("date", join(w.Period.String(), string(w.Basis)), w.Evidence)
	}
	for _, l := range inc.Locations {
		at := ""
		if l.Point != nil {
			at = fmt.Sprintf("%.3f/%.3f", l.Point.Lat, l.Point.Lon)
		}
		put("place", join(strings.TrimPrefix(l.Relation+" "+l.Name, " "), l.Admin1, l.Country, at), l.Evidence)
	}
	for _, s := range inc.Sites {
		put("site", named(s.Kind, "of no known kind"), s.Evidence)
	}
	for _, w := range inc.Weapons {
		launched, stopped := "", ""
		if !w.Launched.IsZero() {
			launched = "launched " + w.Launched.String()
		}
		if !w.Intercepted.IsZero() {
			stopped = "intercepted " + w.Intercepted.String()
		}
		put("weapon", join(w.Name, string(w.Category), string(w.Identification), launched, stopped, by(w.Claimant)), w.Evidence)
	}
	for _, c := range inc.Casualties {
		put(string(c.Harm), join(c.Count.String()+" "+string(c.Group), by(c.Claimant)), c.Evidence)
		for _, s := range c.Superseded {
			put("", join("instead of "+s.Count.String(), by(s.Claimant)), s.Evidence)
		}
	}
	for _, p := range inc.Perpetrators {
		put("by", join(p.Actor, string(p.Certainty), by(p.Claimant)), p.Evidence)
	}
	for _, c := range inc.Claims {
		put("claim", join(named(c.Claimant, "somebody"), string(c.Stance), string(c.About), c.Accused, c.Via), c.Evidence)
	}
	for _, c := range inc.Check {
		put("check", c, nil)
	}
	put("told by", "", inc.Evidence)
	columns(b, rows)
}

// words quotes what stands in the text, on one line and not too long of it.
func words(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 60 {
		s = string(r[:40]) + " … " + string(r[len(r)-16:])
	}
	return fmt.Sprintf("%q", s)
}

// explainSentences prints each sentence with what was found in it.
func (r *reading) explainSentences(b *strings.Builder) {
	type find struct {
		at  int
		row [4]string
	}
	found := make([][]find, len(r.doc.Sentences))
	put := func(first, last int, kind, value, rule string) {
		si := r.doc.SentenceAt(first)
		found[si] = append(found[si], find{first, [4]string{kind, value, words(r.doc.Slice(first, last)), rule}})
	}
	for _, n := range r.numbers {
		put(n.First, n.Last, string(n.Kind), n.Count.String(), "")
	}
	for _, d := range r.days {
		put(d.First, d.Last, "date", named(d.Period.String(), "not resolved"), "")
	}
	for _, p := range r.places {
		if p.use == usedAsPlace || p.use == usedAsActor {
			put(p.first, p.last, "place", p.at.Name+" "+p.at.Country, "")
		}
	}
	for _, w := range r.weapons {
		put(w.first, w.last, "weapon", strings.TrimPrefix(w.name+" "+string(w.category), " "), "")
	}
	for _, a := range r.actors {
		if a.name != "" {
			put(a.first, a.last, "actor", a.name, a.rule)
		}
	}
	for _, a := range r.act {
		if a.kind != noAct {
			put(a.first, a.last, "act", string(a.kind)+" "+a.realis.String(), a.rule)
		}
	}
	for _, h := range r.harm {
		put(h.first, h.last, "harm", harmText([]harm{h}), h.rule)
	}
	for k := range r.said {
		st := &r.said[k]
		put(st.first, st.last, "claim", named(st.speaker.name, "somebody")+" "+string(st.stance), st.rule)
	}
	for si, s := range r.doc.Sentences {
		z := r.layout.Zones[si]
		at := r.span(s.First, s.Last)
		fmt.Fprintf(b, "\nsentence %d, %s, %v: %s\n", si+1, z.Kind, at, words(r.doc.Slice(s.First, s.Last)))
		slices.SortStableFunc(found[si], func(a, b find) int { return cmp.Compare(a.at, b.at) })
		var rows [][4]string
		for _, f := range found[si] {
			rows = append(rows, f.row)
		}
		columns(b, rows)
	}
}
