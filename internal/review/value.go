package review

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/sitrep-go/sitrep/event"
)

// values lists what inc says in the order of the record, one entry for each
// thing a reviewer can call right or wrong.
func values(inc *event.Incident) []valueView {
	var out []valueView
	add := func(field, path, text string, value any, ev []event.Evidence) *valueView {
		out = append(out, valueView{Field: field, Path: path, Text: text, Value: bare(value), Spans: spans(ev)})
		return &out[len(out)-1]
	}
	// Whether it is an incident at all is the first thing to judge.
	add("incident", "", "incident", true, inc.Evidence)
	if inc.Type != "" {
		add("type", "/type", plain(string(inc.Type)), inc.Type, inc.Evidence)
	}
	if inc.Stage != "" {
		add("stage", "/stage", plain(string(inc.Stage)), inc.Stage, nil)
	}
	background := "news"
	if inc.Background {
		background = "background"
	}
	add("background", "/background", background, inc.Background, nil)
	if d := inc.Date; d != nil {
		add("date", "/date", when(d.Period), d, d.Evidence)
	}
	for i, l := range inc.Locations {
		add("location", at("locations", i), join(", ", l.Name, l.Admin2, l.Admin1, l.Country), l, l.Evidence)
	}
	for i, s := range inc.Sites {
		add("site", at("sites", i), s.Text, s, s.Evidence)
	}
	for i, w := range inc.Weapons {
		name := w.Name
		if name == "" {
			name = plain(string(w.Category))
		}
		add("weapon", at("weapons", i), name, w, w.Evidence)
	}
	for i, c := range inc.Casualties {
		v := add("casualty", at("casualties", i), figure(c), c, c.Evidence)
		v.Rival = rival(inc.Casualties, i)
		if p := c.PartOf; p != nil && *p >= 0 && *p < len(inc.Casualties) && *p != i {
			v.PartOf = figure(inc.Casualties[*p])
		}
		for k, old := range c.Superseded {
			v := add("casualty", at("casualties", i)+at("superseded", k), figure(old), old, old.Evidence)
			v.Superseded = true
		}
	}
	for i, p := range inc.Perpetrators {
		add("perpetrator", at("perpetrators", i), p.Actor, p, p.Evidence)
	}
	for i, c := range inc.Claims {
		text := join(" ", c.Claimant, plain(string(c.Stance)), plain(string(c.About)))
		add("claim", at("claims", i), text, c, c.Evidence)
	}
	return out
}

func at(list string, i int) string { return "/" + list + "/" + strconv.Itoa(i) }

// rival reports whether another claimant gives a figure for the same people
// that cannot be so if this one is.
func rival(all []event.Casualty, i int) bool {
	for k, d := range all {
		if c := all[i]; k != i && c.Harm == d.Harm && c.Group == d.Group && c.Claimant != d.Claimant && !c.Count.Compatible(d.Count) {
			return true
		}
	}
	return false
}

func figure(c event.Casualty) string {
	n := c.Count.String()
	if n == "" {
		n = "?"
	}
	return join(" ", n, plain(string(c.Group)), plain(string(c.Harm)))
}

// when prints a period for a reader: "23–24 April 2025, night".
func when(p event.Period) string {
	s := days(p.Start, p.End)
	if p.Part != "" {
		s = join(", ", s, string(p.Part))
	}
	return s
}

func days(start, end event.Date) string {
	const full = "2 January 2006"
	day := func(d event.Date, layout string) string { return d.Time().Format(layout) }
	switch {
	case start.IsZero() && end.IsZero():
		return ""
	case start.IsZero():
		return "until " + day(end, full)
	case end.IsZero():
		return "from " + day(start, full)
	case start == end:
		return day(start, full)
	case start.Day == 1 && end == lastOfMonth(start):
		return day(start, "January 2006")
	case start.Day == 1 && start.Month == time.January && end == (event.Date{Year: start.Year, Month: time.December, Day: 31}):
		return strconv.Itoa(start.Year)
	case start.Year == end.Year && start.Month == end.Month:
		return fmt.Sprintf("%d–%s", start.Day, day(end, full))
	case start.Year == end.Year:
		return day(start, "2 January") + " – " + day(end, full)
	}
	return day(start, full) + " – " + day(end, full)
}

func lastOfMonth(d event.Date) event.Date {
	first := event.Date{Year: d.Year, Month: d.Month, Day: 1}
	return event.DateOf(first.Time().AddDate(0, 1, -1))
}

// plain is an enumeration's value as words: "missile strike".
func plain(s string) string { return strings.ReplaceAll(s, "_", " ") }

func join(sep string, parts ...string) string {
	var said []string
	for _, p := range parts {
		if p != "" && (len(said) == 0 || said[len(said)-1] != p) {
			said = append(said, p)
		}
	}
	return strings.Join(said, sep)
}

// bare is v as the record's JSON without its evidence, its earlier figures and
// the index of the figure it is part of: what the value itself says.
func bare(v any) json.RawMessage {
	b, err := json.Marshal(v)
	if err != nil {
		// Only a coordinate that is no number cannot be written, and no
		// JSON that was read holds one.
		return json.RawMessage("null")
	}
	var m map[string]json.RawMessage
	if json.Unmarshal(b, &m) != nil || m == nil {
		return b
	}
	delete(m, "evidence")
	delete(m, "superseded")
	delete(m, "part_of")
	b, _ = json.Marshal(m)
	return b
}

func spans(ev []event.Evidence) []spanView {
	var out []spanView
	for _, e := range ev {
		out = append(out, spanView{Start: e.Start, End: e.End, In: e.In, Text: e.Text, Rule: e.Rule})
	}
	return out
}
