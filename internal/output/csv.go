package output

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/sitrep-go/sitrep/event"
)

// flatColumns are the columns of the csv format, one row an incident. Lists
// have "; " between their entries. An empty cell is "not said". "_min" and
// "_max" are the bounds of a count as the record defines them.
var flatColumns = []struct {
	name string
	cell func(*Entry, *event.Incident) string
}{
	// The article.
	{"article_id", func(e *Entry, _ *event.Incident) string { return e.Report.ID }},
	{"title", func(e *Entry, _ *event.Incident) string { return e.Title }},
	{"published", func(e *Entry, _ *event.Incident) string { return e.Report.Published.String() }},
	{"url", func(e *Entry, _ *event.Incident) string { return e.URL }},
	{"source", func(e *Entry, _ *event.Incident) string { return e.Outlet }},
	// The incident.
	{"incident_id", ofIncident(func(inc *event.Incident) string { return inc.ID })},
	{"type", ofIncident(func(inc *event.Incident) string { return string(inc.Type) })},
	{"stage", ofIncident(func(inc *event.Incident) string { return string(inc.Stage) })},
	{"background", ofIncident(func(inc *event.Incident) string { return strconv.FormatBool(inc.Background) })},
	// When: the first and the last day, UCDP's precision code.
	{"date_start", ofDate(func(w *event.When) string { return w.Start.String() })},
	{"date_end", ofDate(func(w *event.When) string { return w.End.String() })},
	{"date_precision", ofDate(func(w *event.When) string { return number(int(w.Precision)) })},
	{"date_part", ofDate(func(w *event.When) string { return string(w.Part) })},
	{"date_basis", ofDate(func(w *event.When) string { return string(w.Basis) })},
	// Where: the first place at which it happened, and the names of them all.
	{"location", ofSite(func(l *event.Location) string { return l.Name })},
	{"country", ofSite(func(l *event.Location) string { return l.Country })},
	{"admin1", ofSite(func(l *event.Location) string { return l.Admin1 })},
	{"admin2", ofSite(func(l *event.Location) string { return l.Admin2 })},
	{"latitude", ofPoint(func(p event.Point) string { return degrees(p.Lat) })},
	{"longitude", ofPoint(func(p event.Point) string { return degrees(p.Lon) })},
	{"where_precision", ofSite(func(l *event.Location) string { return number(int(l.Precision)) })},
	{"relation", ofSite(func(l *event.Location) string { return l.Relation })},
	{"gazetteer_id", ofSite(func(l *event.Location) string { return l.GazetteerID })},
	{"all_locations", ofIncident(func(inc *event.Incident) string {
		return join(sites(inc), func(l event.Location) string { return l.Name })
	})},
	{"sites", ofIncident(func(inc *event.Incident) string {
		return join(inc.Sites, func(s event.Site) string { return s.Text })
	})},
	// With what.
	{"weapons", ofIncident(func(inc *event.Incident) string {
		return join(inc.Weapons, func(w event.Weapon) string { return w.Name })
	})},
	{"weapon_ids", ofIncident(func(inc *event.Incident) string {
		return join(inc.Weapons, func(w event.Weapon) string { return w.ID })
	})},
	{"weapon_categories", ofIncident(func(inc *event.Incident) string {
		return join(inc.Weapons, func(w event.Weapon) string { return string(w.Category) })
	})},
	// Who came to harm: the headline figures, then groups.
	{"killed_min", ofFigure(event.Killed, func(c event.Casualty) string { return lower(c.Count) })},
	{"killed_max", ofFigure(event.Killed, func(c event.Casualty) string { return upper(c.Count) })},
	{"killed_hedge", ofFigure(event.Killed, func(c event.Casualty) string { return string(c.Count.Hedge) })},
	{"killed_claimant", ofFigure(event.Killed, func(c event.Casualty) string { return c.Claimant })},
	{"killed_disputed", disputed(event.Killed)},
	{"killed_civilians", ofGroup(event.Killed, event.Civilian)},
	{"killed_children", ofGroup(event.Killed, event.Child)},
	{"killed_women", ofGroup(event.Killed, event.Woman)},
	{"killed_military", ofGroup(event.Killed, event.Military)},
	{"killed_militants", ofGroup(event.Killed, event.Militant)},
	{"injured_min", ofFigure(event.Injured, func(c event.Casualty) string { return lower(c.Count) })},
	{"injured_max", ofFigure(event.Injured, func(c event.Casualty) string { return upper(c.Count) })},
	{"injured_hedge", ofFigure(event.Injured, func(c event.Casualty) string { return string(c.Count.Hedge) })},
	{"injured_claimant", ofFigure(event.Injured, func(c event.Casualty) string { return c.Claimant })},
	{"injured_disputed", disputed(event.Injured)},
	{"injured_civilians", ofGroup(event.Injured, event.Civilian)},
	{"injured_children", ofGroup(event.Injured, event.Child)},
	{"missing_min", ofFigure(event.Missing, func(c event.Casualty) string { return lower(c.Count) })},
	{"captured_min", ofFigure(event.Captured, func(c event.Casualty) string { return lower(c.Count) })},
	{"abducted_min", ofFigure(event.Abducted, func(c event.Casualty) string { return lower(c.Count) })},
	// Who did it, and who says so.
	{"perpetrators", ofIncident(func(inc *event.Incident) string {
		return join(inc.Perpetrators, func(p event.Perpetrator) string { return p.Actor })
	})},
	{"certainty", ofIncident(func(inc *event.Incident) string {
		return join(inc.Perpetrators, func(p event.Perpetrator) string { return string(p.Certainty) })
	})},
	{"claims", ofIncident(func(inc *event.Incident) string {
		return join(inc.Claims, func(c event.Claim) string {
			return oneLine(c.Claimant + " " + string(c.Stance) + " " + string(c.About) + " " + c.Accused)
		})
	})},
	{"check", ofIncident(func(inc *event.Incident) string {
		return join(inc.Check, func(s string) string { return s })
	})},
	// The words that report it.
	{"evidence", ofIncident(func(inc *event.Incident) string {
		return join(inc.Evidence, func(ev event.Evidence) string { return oneLine(ev.Text) })
	})},
}

func ofIncident(f func(*event.Incident) string) func(*Entry, *event.Incident) string {
	return func(_ *Entry, inc *event.Incident) string { return f(inc) }
}

func ofDate(f func(*event.When) string) func(*Entry, *event.Incident) string {
	return func(_ *Entry, inc *event.Incident) string {
		if inc.Date == nil {
			return ""
		}
		return f(inc.Date)
	}
}

func ofSite(f func(*event.Location) string) func(*Entry, *event.Incident) string {
	return func(_ *Entry, inc *event.Incident) string {
		if l := site(inc); l != nil {
			return f(l)
		}
		return ""
	}
}

func ofPoint(f func(event.Point) string) func(*Entry, *event.Incident) string {
	return ofSite(func(l *event.Location) string {
		if l.Point == nil {
			return ""
		}
		return f(*l.Point)
	})
}

func ofFigure(h event.Harm, f func(event.Casualty) string) func(*Entry, *event.Incident) string {
	return func(_ *Entry, inc *event.Incident) string {
		if c, ok := inc.Figure(h); ok {
			return f(c)
		}
		return ""
	}
}

func ofGroup(h event.Harm, g event.Group) func(*Entry, *event.Incident) string {
	return ofIncident(func(inc *event.Incident) string {
		if c := inc.Group(h, g); !c.IsZero() {
			return strconv.Itoa(c.Best())
		}
		return ""
	})
}

func disputed(h event.Harm) func(*Entry, *event.Incident) string {
	return ofIncident(func(inc *event.Incident) string {
		if _, ok := inc.Figure(h); !ok {
			return ""
		}
		return strconv.FormatBool(inc.Disputed(h))
	})
}

// rows writes a header and, for each incident, its rows.
type rows struct {
	w      *csv.Writer
	header []string
	rows   func(*Entry, *event.Incident) [][]string
	end    func()
	begun  bool
}

func newCSV(w io.Writer, _ Options) (Writer, error) {
	r := &rows{w: csv.NewWriter(w)}
	for _, c := range flatColumns {
		r.header = append(r.header, c.name)
	}
	r.rows = func(e *Entry, inc *event.Incident) [][]string {
		row := make([]string, len(flatColumns))
		for i, c := range flatColumns {
			row[i] = c.cell(e, inc)
		}
		return [][]string{row}
	}
	return r, nil
}

func (r *rows) Write(e Entry) error {
	if !r.begun {
		r.begun = true
		if err := r.w.Write(r.header); err != nil {
			return err
		}
	}
	for i := range e.Report.Incidents {
		for _, row := range r.rows(&e, &e.Report.Incidents[i]) {
			for i := range row {
				row[i] = inert(row[i])
			}
			if err := r.w.Write(row); err != nil {
				return err
			}
		}
	}
	r.w.Flush()
	return r.w.Error()
}

// inert puts an apostrophe before a cell that a spreadsheet would take for a
// formula: the text of an article may come from anybody.
func inert(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return s
	}
	return "'" + s
}

func (r *rows) Close() error {
	if !r.begun {
		if err := r.w.Write(r.header); err != nil {
			return err
		}
	}
	if r.end != nil {
		r.end()
	}
	r.w.Flush()
	return r.w.Error()
}
