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
	name, about string
	cell        func(*Entry, *event.Incident) string
}{
	// The article.
	{"article_id", "the id of the article, or the name of its file", func(e *Entry, _ *event.Incident) string { return e.Report.ID }},
	{"title", "its headline", func(e *Entry, _ *event.Incident) string { return e.Title }},
	{"published", "the day it appeared", func(e *Entry, _ *event.Incident) string { return e.Report.Published.String() }},
	{"url", "its address", func(e *Entry, _ *event.Incident) string { return e.URL }},
	{"source", "the outlet", func(e *Entry, _ *event.Incident) string { return e.Outlet }},
	// The incident.
	{"incident_id", "a stable identifier: the same article read again gives the same", ofIncident(func(inc *event.Incident) string { return inc.ID })},
	{"type", "the kind of act, as missile_strike; the values are those of the record (--schema)", ofIncident(func(inc *event.Incident) string { return string(inc.Type) })},
	{"stage", "accomplished or attempted", ofIncident(func(inc *event.Incident) string { return string(inc.Stage) })},
	{"background", "true where the act is told as history or context only", ofIncident(func(inc *event.Incident) string { return strconv.FormatBool(inc.Background) })},
	// When: the first and the last day, UCDP's precision code.
	{"date_start", "the first day of the time in which it happened", ofDate(func(w *event.When) string { return w.Start.String() })},
	{"date_end", "the last day of that time", ofDate(func(w *event.When) string { return w.End.String() })},
	{"date_precision", "UCDP's date_prec: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 a year or more", ofDate(func(w *event.When) string { return number(int(w.Precision)) })},
	{"date_part", "night, morning, afternoon or evening", ofDate(func(w *event.When) string { return string(w.Part) })},
	{"date_basis", "explicit, relative, anchored or publication: what the date was read from", ofDate(func(w *event.When) string { return string(w.Basis) })},
	// Where: the first place at which it happened, and the names of them all.
	{"location", "the first place at which it happened", ofSite(func(l *event.Location) string { return l.Name })},
	{"country", "its country, ISO 3166-1 alpha-2", ofSite(func(l *event.Location) string { return l.Country })},
	{"admin1", "its first-order division", ofSite(func(l *event.Location) string { return l.Admin1 })},
	{"admin2", "its second-order division", ofSite(func(l *event.Location) string { return l.Admin2 })},
	{"latitude", "degrees, WGS 84", ofPoint(func(p event.Point) string { return degrees(p.Lat) })},
	{"longitude", "degrees, WGS 84", ofPoint(func(p event.Point) string { return degrees(p.Lon) })},
	{"where_precision", "UCDP's where_prec: 1 exact, 2 within 25 km, 3 district, 4 province, 5 region, 6 country, 7 sea or air", ofSite(func(l *event.Location) string { return number(int(l.Precision)) })},
	{"relation", `how the words relate the act to the place: in, near, "15 km south of"`, ofSite(func(l *event.Location) string { return l.Relation })},
	{"gazetteer_id", "the GeoNames id, or that of the gazetteer", ofSite(func(l *event.Location) string { return l.GazetteerID })},
	{"all_locations", "all places at which it happened", ofIncident(func(inc *event.Incident) string {
		return join(sites(inc), func(l event.Location) string { return l.Name })
	})},
	{"sites", "what was hit, as printed", ofIncident(func(inc *event.Incident) string {
		return join(inc.Sites, func(s event.Site) string { return s.Text })
	})},
	// With what.
	{"weapons", "named systems, as KN-23", ofIncident(func(inc *event.Incident) string {
		return join(inc.Weapons, func(w event.Weapon) string { return w.Name })
	})},
	{"weapon_ids", "their identifiers in the catalogue", ofIncident(func(inc *event.Incident) string {
		return join(inc.Weapons, func(w event.Weapon) string { return w.ID })
	})},
	{"weapon_categories", "their classes, as ballistic_missile; those of the record (--schema)", ofIncident(func(inc *event.Incident) string {
		return join(inc.Weapons, func(w event.Weapon) string { return string(w.Category) })
	})},
	// Who came to harm: the headline figures, then groups.
	{"killed_min", "the least dead that the headline figure allows", ofFigure(event.Killed, func(c event.Casualty) string { return lower(c.Count) })},
	{"killed_max", `the most; empty where the words set no bound, as "at least 12" does`, ofFigure(event.Killed, func(c event.Casualty) string { return upper(c.Count) })},
	{"killed_hedge", "exact, at_least, more_than, up_to, about, nearly, between or vague", ofFigure(event.Killed, func(c event.Casualty) string { return string(c.Count.Hedge) })},
	{"killed_claimant", "who gave the figure; empty where the article says it itself", ofFigure(event.Killed, func(c event.Casualty) string { return c.Claimant })},
	{"killed_disputed", "true where sources give figures that cannot both be so", disputed(event.Killed)},
	{"killed_civilians", "the largest figure for civilians", ofGroup(event.Killed, event.Civilian)},
	{"killed_children", "for children", ofGroup(event.Killed, event.Child)},
	{"killed_women", "for women", ofGroup(event.Killed, event.Woman)},
	{"killed_military", "for soldiers", ofGroup(event.Killed, event.Military)},
	{"killed_militants", "for armed groups", ofGroup(event.Killed, event.Militant)},
	{"injured_min", "as killed_min, of the injured", ofFigure(event.Injured, func(c event.Casualty) string { return lower(c.Count) })},
	{"injured_max", "as killed_max", ofFigure(event.Injured, func(c event.Casualty) string { return upper(c.Count) })},
	{"injured_hedge", "as killed_hedge", ofFigure(event.Injured, func(c event.Casualty) string { return string(c.Count.Hedge) })},
	{"injured_claimant", "as killed_claimant", ofFigure(event.Injured, func(c event.Casualty) string { return c.Claimant })},
	{"injured_disputed", "as killed_disputed", disputed(event.Injured)},
	{"injured_civilians", "the largest figure for civilians", ofGroup(event.Injured, event.Civilian)},
	{"injured_children", "for children", ofGroup(event.Injured, event.Child)},
	{"missing_min", "the least missing", ofFigure(event.Missing, func(c event.Casualty) string { return lower(c.Count) })},
	{"captured_min", "the least captured", ofFigure(event.Captured, func(c event.Casualty) string { return lower(c.Count) })},
	{"abducted_min", "the least abducted", ofFigure(event.Abducted, func(c event.Casualty) string { return lower(c.Count) })},
	// Who did it, and who says so.
	{"perpetrators", "who is said to have done it", ofIncident(func(inc *event.Incident) string {
		return join(inc.Perpetrators, func(p event.Perpetrator) string { return p.Actor })
	})},
	{"certainty", "for each: reported_as_fact, claimed (by itself), accused, suspected or denied", ofIncident(func(inc *event.Incident) string {
		return join(inc.Perpetrators, func(p event.Perpetrator) string { return string(p.Certainty) })
	})},
	{"claims", "who says what: speaker, stance, what it is about, whom it accuses", ofIncident(func(inc *event.Incident) string {
		return join(inc.Claims, func(c event.Claim) string {
			return oneLine(c.Claimant + " " + string(c.Stance) + " " + string(c.About) + " " + c.Accused)
		})
	})},
	{"check", "what does not add up in the article's own figures", ofIncident(func(inc *event.Incident) string {
		return join(inc.Check, func(s string) string { return s })
	})},
	// The words that report it.
	{"evidence", "the words that report the act", ofIncident(func(inc *event.Incident) string {
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
