package output

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/sitrep-go/sitrep/event"
)

// acledColumns are those of an ACLED export.
var acledColumns = strings.Split("event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,"+
	"actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,"+
	"location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp", ",")

// acledType is how the ACLED codebook files a kind of act.
var acledType = map[event.Type][2]string{
	event.MissileStrike:  {"Explosions/Remote violence", "Shelling/artillery/missile attack"},
	event.AirStrike:      {"Explosions/Remote violence", "Air/drone strike"},
	event.DroneStrike:    {"Explosions/Remote violence", "Air/drone strike"},
	event.Shelling:       {"Explosions/Remote violence", "Shelling/artillery/missile attack"},
	event.Bombing:        {"Explosions/Remote violence", "Remote explosive/landmine/IED"},
	event.SuicideBombing: {"Explosions/Remote violence", "Suicide bomb"},
	event.Landmine:       {"Explosions/Remote violence", "Remote explosive/landmine/IED"},
	event.ChemicalAttack: {"Explosions/Remote violence", "Chemical weapon"},
	event.ArmedClash:     {"Battles", "Armed clash"},
	event.GroundAttack:   {"Battles", "Armed clash"},
	event.NavalAttack:    {"Battles", "Armed clash"},
	event.Shooting:       {"Violence against civilians", "Attack"},
	event.Execution:      {"Violence against civilians", "Attack"},
	event.Stabbing:       {"Violence against civilians", "Attack"},
	event.Abduction:      {"Violence against civilians", "Abduction/forced disappearance"},
	event.Arson:          {"Strategic developments", "Looting/property destruction"},
	event.Sabotage:       {"Strategic developments", "Looting/property destruction"},
	event.OtherType:      {"Strategic developments", "Other"},
}

// newACLED writes one row an incident with the columns and codes of ACLED.
// Fatalities are the most conservative figure that any source gives, vague
// words by ACLED's table; an event of several days or places has the first of
// each with the precision code that says so.
func newACLED(w io.Writer, o Options) (Writer, error) {
	lost := map[string]int{}
	r := &rows{w: csv.NewWriter(w), header: acledColumns}
	r.row = func(e *Entry, inc *event.Incident) []string { return order(acledColumns, acledRow(e, inc, lost)) }
	r.end = func() {
		o.Note("ACLED's files have no place for injured people, weapons as such, claims, who gave a figure, and evidence; these are left out, and interaction codes, sources' scale and actor names of ACLED's own list are empty or as the articles name them.")
		note(o, lost, "background", "%s told as history: ACLED codes events as they happen, so check that each is not coded already.")
		note(o, lost, "date", "%s without a date; event_date is empty.")
		note(o, lost, "coarse", "%s whose date is no nearer than a month; time_precision 3 is the widest code there is.")
		note(o, lost, "place", "%s without a place; location is empty.")
		note(o, lost, "country", "%s known to the country or sea only; ACLED has no code for that, so geo_precision is empty.")
		note(o, lost, "places", "%s at several places; the first is given, the others stand in notes.")
		note(o, lost, "attempted", "%s that did not succeed.")
	}
	return r, nil
}

// note gives one note about the incidents that were counted under key.
func note(o Options, lost map[string]int, key, format string) {
	if n := lost[key]; n > 0 {
		o.Note(fmt.Sprintf(format, plural(n, "incident")))
	}
}

func order(columns []string, m map[string]string) []string {
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = m[c]
	}
	return row
}

func acledRow(e *Entry, inc *event.Incident, lost map[string]int) map[string]string {
	m := map[string]string{
		"event_id_cnty": inc.ID, "disorder_type": "Political violence", "source": e.Outlet, "tags": "",
		"fatalities": strconv.Itoa(conservative(inc)),
	}
	kind := acledType[inc.Type]
	if inc.Type == event.Bombing {
		for _, w := range inc.Weapons {
			if w.Category == event.Grenade {
				kind[1] = "Grenade"
			}
		}
	}
	if harmed := harmedGroups(inc); inc.Type == event.GroundAttack && harmed.civilian && !harmed.armed {
		kind = [2]string{"Violence against civilians", "Attack"}
	}
	m["event_type"], m["sub_event_type"] = kind[0], kind[1]
	if kind[0] == "Strategic developments" {
		m["disorder_type"] = "Strategic developments"
	}
	if inc.Background {
		lost["background"]++
	}
	if inc.Stage == event.Attempted {
		lost["attempted"]++
	}
	if inc.Date == nil || inc.Date.Start.IsZero() {
		lost["date"]++
	} else {
		d := inc.Date.Start
		m["event_date"], m["year"] = d.String(), strconv.Itoa(d.Year)
		switch inc.Date.Precision {
		case event.ToDay:
			m["time_precision"] = "1"
		case event.ToDays, event.ToWeek:
			m["time_precision"] = "2"
		default:
			m["time_precision"] = "3"
			if inc.Date.Precision == event.ToYear {
				lost["coarse"]++
			}
		}
	}
	notes := []string{}
	for _, ev := range inc.Evidence {
		notes = append(notes, oneLine(ev.Text))
	}
	all := sites(inc)
	if len(all) == 0 {
		lost["place"]++
	} else {
		l := all[0]
		m["location"], m["admin1"], m["admin2"] = l.Name, l.Admin1, l.Admin2
		if l.Point != nil {
			m["latitude"], m["longitude"] = degrees(l.Point.Lat), degrees(l.Point.Lon)
		}
		switch l.Precision {
		case event.AtPlace:
			m["geo_precision"] = "1"
		case event.NearPlace, event.InDistrict:
			m["geo_precision"] = "2"
		case event.InProvince, event.InRegion:
			m["geo_precision"] = "3"
		case event.InCountry, event.AtSea:
			lost["country"]++
		}
		if r, ok := country(l.Country); ok {
			m["country"], m["iso"], m["region"] = r.name, strconv.Itoa(r.region.M49()), acledRegion(r)
		}
		if len(all) > 1 {
			lost["places"]++
			notes = append(notes, "at "+join(all, func(l event.Location) string { return l.Name }))
		}
	}
	if len(inc.Perpetrators) > 0 {
		p := inc.Perpetrators[0]
		m["actor1"] = p.Actor
		if p.Country != "" {
			m["inter1"] = "State forces"
		}
	}
	if harmed := harmedGroups(inc); harmed.civilian && !harmed.armed {
		m["actor2"], m["inter2"], m["civilian_targeting"] = "Civilians", "Civilians", "Civilian targeting"
		if m["country"] != "" {
			m["actor2"] = "Civilians (" + m["country"] + ")"
		}
	}
	if inc.Disputed(event.Killed) {
		notes = append(notes, "sources differ on the number of dead, the lowest is given")
	}
	m["notes"] = strings.Join(notes, "; ")
	return m
}

// conservative is the lowest figure that any source gives for the dead, with
// vague words as ACLED counts them: 12 for dozens, 100 for hundreds, 3 for
// several, 10 where nothing tells how many. It is 0 where no deaths are told.
func conservative(inc *event.Incident) int {
	total := 0
	for _, head := range dead(inc) {
		least := acledCount(head.Count)
		for _, c := range rivals(inc, head) {
			least = min(least, acledCount(c.Count))
		}
		total += least
	}
	return total
}

// dead are the figures that add up to all the dead: the total where one is
// told, else those of groups that share nobody.
func dead(inc *event.Incident) []event.Casualty {
	head, ok := inc.Figure(event.Killed)
	if !ok || head.Group == event.People || head.Group == "" {
		if !ok {
			return nil
		}
		return []event.Casualty{head}
	}
	civilian := !inc.Group(event.Killed, event.Civilian).IsZero()
	largest := map[event.Group]event.Casualty{}
	var groups []event.Group
	for _, c := range inc.Casualties {
		if c.Harm != event.Killed || c.Count.IsZero() || c.PartOf != nil {
			continue
		}
		switch g := c.Group; g {
		case event.Civilian, event.Military, event.Militant, event.Police:
		default:
			// Children, medics and the like are among the civilians.
			if civilian || g != head.Group {
				continue
			}
		}
		old, seen := largest[c.Group]
		if !seen {
			groups = append(groups, c.Group)
		}
		if !seen || c.Count.Best() > old.Count.Best() {
			largest[c.Group] = c
		}
	}
	var all []event.Casualty
	for _, g := range groups {
		all = append(all, largest[g])
	}
	return all
}

// rivals are the figures that others give for the same people.
func rivals(inc *event.Incident, head event.Casualty) []event.Casualty {
	var all []event.Casualty
	for _, c := range inc.Casualties {
		if c.Harm == head.Harm && c.Group == head.Group && c.Claimant != head.Claimant && !c.Count.IsZero() {
			all = append(all, c)
		}
	}
	return all
}

func acledCount(c event.Count) int {
	if c.Hedge != event.Vague {
		return c.Best()
	}
	switch c.Min {
	case 24:
		return 12
	case 40:
		return 20
	case 200:
		return 100
	case 2000:
		return 1000
	case 1:
		return 10
	}
	return c.Min
}

type harmed struct{ civilian, armed bool }

// harmedGroups tells whether people under arms, and whether others, are among
// those who came to harm.
func harmedGroups(inc *event.Incident) (h harmed) {
	for _, c := range inc.Casualties {
		if c.Count.HasMax() && c.Count.Max == 0 {
			continue
		}
		switch c.Group {
		case event.Military, event.Militant, event.Police:
			h.armed = true
		case event.Civilian, event.Child, event.Woman, event.Elderly, event.Medic, event.AidWorker, event.Journalist, event.Rescuer:
			h.civilian = true
		}
	}
	return h
}

// state is a country by its ISO 3166-1 code.
type state struct {
	code   string
	name   string
	region language.Region
}

func country(code string) (state, bool) {
	r, err := language.ParseRegion(code)
	if code == "" || err != nil || !r.IsCountry() {
		return state{}, false
	}
	name := display.English.Regions().Name(r)
	if short, ok := shortNames[code]; ok {
		name = short
	}
	return state{code, name, r}, true
}

// shortNames are those of the codebooks where the name in the Unicode tables
// is another.
var shortNames = map[string]string{"MM": "Myanmar", "CD": "Democratic Republic of Congo", "CG": "Republic of Congo", "CI": "Ivory Coast",
	"PS": "Palestine", "TR": "Turkey", "CZ": "Czech Republic", "BA": "Bosnia and Herzegovina"}

func (s state) in(m49 string) bool {
	r, err := language.ParseRegion(m49)
	return err == nil && r.Contains(s.region)
}

// acledRegion is the region that ACLED files a country under.
func acledRegion(s state) string {
	switch s.code {
	case "GE", "AM", "AZ":
		return "Caucasus and Central Asia"
	case "IR":
		return "Middle East"
	case "CY":
		return "Europe"
	}
	for _, r := range []struct{ m49, name string }{
		{"014", "Eastern Africa"}, {"017", "Middle Africa"}, {"015", "Northern Africa"}, {"018", "Southern Africa"}, {"011", "Western Africa"},
		{"145", "Middle East"}, {"034", "South Asia"}, {"035", "Southeast Asia"}, {"030", "East Asia"}, {"143", "Caucasus and Central Asia"},
		{"150", "Europe"}, {"021", "North America"}, {"013", "Central America"}, {"029", "Caribbean"}, {"005", "South America"}, {"009", "Oceania"},
	} {
		if s.in(r.m49) {
			return r.name
		}
	}
	return ""
}

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
	r.row = func(e *Entry, inc *event.Incident) []string {
		m := ucdpRow(e, inc, lost)
		if m == nil {
			return nil
		}
		return order(ucdpColumns, m)
	}
	r.end = func() {
		o.Note("UCDP's files have no place for injured people, weapons, claims and evidence; these are left out, and the identifiers of conflicts, dyads, sides and countries, which UCDP gives out, are empty.")
		note(o, lost, "deaths", "%s without a death: the dataset has none of these.")
		note(o, lost, "date", "%s without a date; date_start and date_end are empty.")
		note(o, lost, "place", "%s without a place; where_prec is empty.")
		note(o, lost, "places", "%s at several places; the first is given, the others stand in where_description.")
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
		if is := harmedGroups(&event.Incident{Casualties: []event.Casualty{head}}); is.civilian {
			civilians += n
		} else if is.armed {
			lost["armed"]++
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
		"id": inc.ID, "code_status": "Clear", "number_of_sources": "1", "event_clarity": "1",
		"source_article": oneLine(strings.Join(nonEmpty(e.Outlet, e.Report.Published.String(), e.Title), ", ")),
		"source_office":  e.Outlet, "source_date": e.Report.Published.String(), "source_headline": oneLine(e.Title),
		"source_original": claimant,
		"best":            strconv.Itoa(best), "low": strconv.Itoa(low), "high": strconv.Itoa(high),
	}
	m["deaths_civilians"], m["deaths_unknown"] = strconv.Itoa(civilians), strconv.Itoa(best-civilians)
	m["deaths_a"], m["deaths_b"] = "0", "0"
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
			m["country"], m["region"] = s.name, ucdpRegion(s)
		}
	}
	if len(inc.Perpetrators) > 0 {
		p := inc.Perpetrators[0]
		m["side_a"] = p.Actor
		if h := harmedGroups(inc); h.civilian && !h.armed {
			m["type_of_violence"], m["side_b"] = "3", "Civilians"
			m["dyad_name"] = p.Actor + " - Civilians"
		}
	}
	return m
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func nonEmpty(vs ...string) []string {
	var out []string
	for _, v := range vs {
		if v != "" {
			out = append(out, v)
		}
	}
	return out
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
