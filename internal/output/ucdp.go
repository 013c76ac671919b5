package output

import (
	"encoding/csv"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
	"github.com/sitrep-go/sitrep/internal/text"
)

// The columns and codes of this file are those of the UCDP GED Codebook,
// version 24.1. Quoted comments are from there.

// ucdpColumns are those of the UCDP Georeferenced Event Dataset.
var ucdpColumns = strings.Split("id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,"+
	"dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,"+
	"source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,"+
	"latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,"+
	"deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob", ",")

// newUCDP writes one row an incident with the columns and codes of the UCDP
// Georeferenced Event Dataset, which holds events with at least one death:
// others have no row.
func newUCDP(w io.Writer, o Options) (Writer, error) {
	lost := map[string]int{}
	r := &rows{w: csv.NewWriter(w), header: ucdpColumns}
	r.rows = func(e *Entry, inc *event.Incident) [][]string {
		m := ucdpRow(e, inc, lost)
		if m == nil {
			return nil
		}
		return [][]string{order(ucdpColumns, m)}
	}
	r.end = func() {
		o.Note("UCDP's files have no place for injured people, weapons, claims and evidence; these are left out, and what UCDP itself gives out is empty: code_status and the identifiers of conflicts, dyads, sides and countries.")
		note(o, lost, "deaths", "%s without a death: the dataset has none of these.")
		note(o, lost, "date", "%s without a date; date_start and date_end are empty.")
		note(o, lost, "place", "%s without a place; where_prec is empty.")
		note(o, lost, "places", "%s at several places; the first is given, the others stand in where_description.")
		note(o, lost, "type", "%s of which the record does not tell whether it was a fight of states, of others, or one-sided; type_of_violence is empty, and side_a, if anybody, is who did it.")
		note(o, lost, "side", "%s with a side that the record does not name; it is empty.")
		note(o, lost, "accused", "%s with a side that is accused or suspected only.")
		note(o, lost, "armed", "%s with dead under arms whose side the record does not say; they are in deaths_unknown.")
	}
	return r, nil
}

func ucdpRow(e *Entry, inc *event.Incident, lost map[string]int) map[string]string {
	low, best, high, civilians := 0, 0, 0, 0
	claimant := ""
	for _, head := range dead(inc) {
		l, n, h := bounds(head.Count)
		for _, c := range rivals(inc, head) {
			rl, _, rh := bounds(c.Count)
			l, h = min(l, rl), max(h, rh)
		}
		low, best, high = low+l, best+n, high+h
		claimant = first(claimant, head.Claimant)
		if harmedGroups(&event.Incident{Casualties: []event.Casualty{head}}).civilian {
			civilians += n
		}
	}
	if c := inc.Group(event.Killed, event.Civilian); civilians == 0 && !c.IsZero() {
		civilians = min(c.Best(), best)
	}
	if high == 0 || inc.Stage == event.Attempted && best == 0 {
		lost["deaths"]++
		return nil
	}
	m := map[string]string{
		"id": inc.ID, "number_of_sources": "1", "event_clarity": "1",
		"source_article": oneLine(strings.Join(nonEmpty(e.Outlet, e.Report.Published.String(), e.Title), ", ")),
		"source_office":  e.Outlet, "source_date": e.Report.Published.String(), "source_headline": oneLine(e.Title),
		"source_original": claimant,
		"best":            strconv.Itoa(best), "low": strconv.Itoa(low), "high": strconv.Itoa(high),
	}
	if inc.Date == nil || inc.Date.Start.IsZero() {
		lost["date"]++
	} else {
		m["year"] = strconv.Itoa(inc.Date.Start.Year)
		m["date_prec"] = number(int(inc.Date.Precision))
		m["date_start"], m["date_end"] = inc.Date.Start.String(), inc.Date.End.String()
		if inc.Date.End.IsZero() {
			m["date_end"] = inc.Date.Start.String()
		}
	}
	all := sites(inc)
	if len(all) == 0 {
		lost["place"]++
	} else {
		l := all[0]
		m["where_prec"] = number(int(l.Precision))
		m["where_coordinates"], m["adm_1"], m["adm_2"] = l.Name, l.Admin1, l.Admin2
		m["where_description"] = join(all, func(l event.Location) string {
			return oneLine(strings.TrimPrefix(l.Relation, "in") + " " + l.Name)
		})
		if len(all) > 1 {
			lost["places"]++
		}
		if p := l.Point; p != nil {
			m["latitude"], m["longitude"] = degrees(p.Lat), degrees(p.Lon)
			m["geom_wkt"] = "POINT (" + degrees(p.Lon) + " " + degrees(p.Lat) + ")"
			m["priogrid_gid"] = strconv.Itoa(priogrid(*p))
		}
		if s, ok := country(l.Country); ok {
			m["country"], m["region"] = ucdpCountry(s), ucdpRegion(s)
		}
	}
	if len(all) > 1 || m["date_prec"] > "2" {
		m["event_clarity"] = "2" // several acts that the article tells as one
	}
	f := fightOf(inc, doer(inc, lost), civilians, best)
	m["type_of_violence"], m["side_a"], m["side_b"] = f.kind, f.a, f.b
	if f.a != "" && f.b != "" {
		m["dyad_name"] = f.a + " - " + f.b
	}
	if f.kind == oneSidedKind {
		// All whom one-sided violence kills are civilians.
		civilians = best
	}
	unknown := best - civilians - f.deadA - f.deadB
	m["deaths_a"], m["deaths_b"] = strconv.Itoa(f.deadA), strconv.Itoa(f.deadB)
	m["deaths_civilians"], m["deaths_unknown"] = strconv.Itoa(civilians), strconv.Itoa(unknown)
	switch {
	case f.kind == "":
		lost["type"]++
	case f.a == "" || f.b == "":
		lost["side"]++
	}
	if armed := killedOf(inc, event.Military, event.Police, event.Militant); f.kind != oneSidedKind && armed > 0 && f.deadA+f.deadB < min(armed, best-civilians) {
		lost["armed"]++
	}
	return m
}

// What type_of_violence says.
const (
	stateKind    = "1" // one side at least is a government
	otherKind    = "2" // neither is
	oneSidedKind = "3" // civilians are the target
)

// fight is what an incident tells of the two sides: "In state-based conflict
// side A is always a government. In one-sided violence it is always the
// perpetrating party, and side B is civilians." What is not told is empty.
type fight struct {
	kind, a, b   string
	deadA, deadB int
}

// fightOf reads the sides off who did it, by p or nobody named, and who died:
//
//   - Civilians who are fired at as such: one-sided violence of p.
//   - Two who are named for a clash: they are the sides, the government first.
//   - Soldiers or police whom an armed group kills: a state against the group.
//     Which state is in the words of the figure, "eight Israeli soldiers", and
//     police are those of the country.
//   - Militants whom a state or its forces kill: that state against others,
//     whose name no record has.
//   - Soldiers of another state whom a state kills: the two states.
//   - Soldiers and militants who die in one act that nobody is named for: a
//     state against others.
//
// In all but the first two, at least half of the dead are of those under arms:
// a policeman among the dead of a market does not make it a fight. Militants
// alone whom an armed group kills may be its own, and a state's bombardment of
// a town may be either; of those nothing is said but who did it.
func fightOf(inc *event.Incident, p *event.Perpetrator, civilians, best int) fight {
	f := fight{}
	state := "" // the one that did it
	if p != nil {
		f.a, state = partyOf(p)
		if oneSided(inc) {
			f.kind, f.b = oneSidedKind, "Civilians"
			return f
		}
	}
	if a, b := clash(inc); a != nil {
		var stateA, stateB string
		f.a, stateA = partyOf(a)
		f.b, stateB = partyOf(b)
		f.kind = otherKind
		if stateA != "" || stateB != "" {
			f.kind = stateKind
		}
		if stateA == "" && stateB != "" {
			f.a, f.b = f.b, f.a
		}
	}
	soldiers, police, militants := killedOf(inc, event.Military), killedOf(inc, event.Police), killedOf(inc, event.Militant)
	if 2*(soldiers+police+militants) < best {
		return f
	}
	room := best - civilians
	count := func(n int) int {
		n = min(n, room)
		room -= n
		return n
	}
	served := nationality(inc)
	switch {
	case f.kind != "":
		// Both are named; on which side the dead were is told where only one
		// of them is a state.
		if _, other := strings.CutPrefix(f.b, "Government of "); f.kind == stateKind && !other && (served == "" || "Government of "+served == f.a) {
			f.deadA, f.deadB = count(soldiers+police), count(militants)
		}
	case p == nil:
		if soldiers+police > 0 && militants > 0 {
			// A foreign peacekeeper does not make his country a side.
			f.kind = stateKind
			if served == countryOf(inc) {
				f.a = government(served)
			}
			f.deadA, f.deadB = count(soldiers+police), count(militants)
		}
	case state != "" && militants > 0:
		f.kind, f.deadB = stateKind, count(militants)
		if served == "" || served == state {
			f.deadA = count(soldiers + police)
		}
	case state != "" && soldiers > 0:
		f.kind = stateKind
		switch served {
		case "":
		case state:
			f.deadA = count(soldiers)
		default:
			f.b, f.deadB = government(served), count(soldiers)
		}
	case state == "" && actorKind(p) != manyStates && soldiers+police > 0:
		if served == "" && soldiers == 0 {
			served = countryOf(inc)
		}
		f.kind, f.a, f.b = stateKind, government(served), f.a
		f.deadA, f.deadB = count(soldiers+police), count(militants)
	}
	return f
}

// partyOf is an actor by its name as a side, and its country by UCDP's name
// where it governs one.
func partyOf(p *event.Perpetrator) (side, state string) {
	if s, ok := country(p.Country); ok && actorKind(p) == governs {
		state = ucdpCountry(s)
		return government(state), state
	}
	return p.Actor, ""
}

func government(state string) string {
	if state == "" {
		return ""
	}
	return "Government of " + state
}

// clash is the two sides of an armed clash; nil where not exactly two are
// named for it as a fact.
func clash(inc *event.Incident) (a, b *event.Perpetrator) {
	if inc.Type != event.ArmedClash || len(inc.Perpetrators) != 2 {
		return nil, nil
	}
	a, b = &inc.Perpetrators[0], &inc.Perpetrators[1]
	if a.Certainty != event.ReportedAsFact || b.Certainty != event.ReportedAsFact {
		return nil, nil
	}
	return a, b
}

// countryOf is where it was, by UCDP's name.
func countryOf(inc *event.Incident) string {
	if all := sites(inc); len(all) > 0 {
		if s, ok := country(all[0].Country); ok {
			return ucdpCountry(s)
		}
	}
	return ""
}

// killedOf is how many of the groups were killed, the largest figure of each.
func killedOf(inc *event.Incident, groups ...event.Group) int {
	n := 0
	for _, g := range groups {
		n += inc.Group(event.Killed, g).Best()
	}
	return n
}

// nationality is the state whose soldiers or police were killed, by UCDP's
// name, where the words of a figure name one: "eight Israeli soldiers". Two
// are none.
func nationality(inc *event.Incident) string {
	found := ""
	for _, c := range inc.Casualties {
		if c.Harm != event.Killed || c.Group != event.Military && c.Group != event.Police {
			continue
		}
		for _, ev := range c.Evidence {
			d := text.Split(ev.Text)
			for _, m := range catalogue.Default().Find(d, 0, len(d.Tokens), nil) {
				if m.Entry.Kind != catalogue.Actor || m.Entry.ActorKind != "state" || m.Use != catalogue.ByDemonym {
					continue
				}
				s, ok := country(m.Entry.Country)
				if !ok {
					continue
				}
				if found != "" && found != ucdpCountry(s) {
					return ""
				}
				found = ucdpCountry(s)
			}
		}
	}
	return found
}

// oneSided tells the killing of civilians who are fired at as such. The
// bombardment of a town belongs to the fight between two sides, whomever it
// kills, and of that an article seldom names both.
func oneSided(inc *event.Incident) bool {
	switch inc.Type {
	case event.Bombing, event.SuicideBombing, event.GroundAttack, event.Shooting, event.Execution, event.Stabbing, event.Abduction, event.Arson:
		h := harmedGroups(inc)
		return h.civilian && !h.armed
	}
	return false
}

// bounds are the low, best and high estimate of a count: what was not said of
// a bound is the best estimate, but for "up to 12", which may be none.
func bounds(c event.Count) (low, best, high int) {
	best = c.Best()
	low, high = best, best
	if c.HasMin() {
		low = c.Min
	} else if c.Hedge == event.UpTo {
		low = 0
	}
	if c.HasMax() {
		high = max(c.Max, best)
	}
	return low, best, high
}

// priogrid is the cell of the PRIO-GRID of half degrees that holds p: cells
// count from 1 in the south-west corner, 720 to a row.
func priogrid(p event.Point) int {
	row := min(int(math.Floor((p.Lat+90)*2)), 359)
	col := min(int(math.Floor((p.Lon+180)*2)), 719)
	return row*720 + col + 1
}

// ucdpCountry is the name that UCDP has for a country.
func ucdpCountry(s state) string {
	switch s.code {
	case "BA":
		return "Bosnia-Herzegovina"
	case "CD":
		return "DR Congo (Zaire)"
	case "CG":
		return "Congo"
	case "KH":
		return "Cambodia (Kampuchea)"
	case "MG":
		return "Madagascar (Malagasy)"
	case "MM":
		return "Myanmar (Burma)"
	case "PS":
		return "Israel" // Gaza and the West Bank
	case "RS":
		return "Serbia (Yugoslavia)"
	case "RU":
		return "Russia (Soviet Union)"
	case "SZ":
		return "Kingdom of eSwatini (Swaziland)"
	case "US":
		return "United States of America"
	case "VN":
		return "Vietnam (North Vietnam)"
	case "YE":
		return "Yemen (North Yemen)"
	case "ZW":
		return "Zimbabwe (Rhodesia)"
	}
	return s.name
}

// ucdpRegion is one of UCDP's five regions.
func ucdpRegion(s state) string {
	switch s.code {
	case "EG", "IR":
		return "Middle East"
	case "GE", "AM", "AZ", "CY":
		return "Europe"
	}
	for _, r := range []struct{ m49, name string }{{"145", "Middle East"}, {"150", "Europe"}, {"002", "Africa"}, {"019", "Americas"}, {"142", "Asia"}, {"009", "Asia"}} {
		if s.in(r.m49) {
			return r.name
		}
	}
	return ""
}
