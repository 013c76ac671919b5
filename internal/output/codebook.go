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
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
)

// acledColumns are those of an ACLED export.
var acledColumns = strings.Split("event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,"+
	"actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,"+
	"location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp", ",")

// acledType is how the ACLED codebook files a kind of act; [acledKind] knows
// where that depends on the rest.
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
// words by ACLED's table. Where the day is not told, it is the middle of the
// time that is; an event of several places has the first. Either has the
// precision code that says so.
func newACLED(w io.Writer, o Options) (Writer, error) {
	lost := map[string]int{}
	r := &rows{w: csv.NewWriter(w), header: acledColumns}
	r.row = func(e *Entry, inc *event.Incident) []string { return order(acledColumns, acledRow(e, inc, lost)) }
	r.end = func() {
		o.Note("ACLED's files have no place for injured people, weapons as such, claims, who gave a figure, and evidence; these are left out. Actors have the names of the record, not those of ACLED's list; inter1 tells states from others, which are empty; actor2 is there for civilians only, and source_scale, admin3, tags and timestamp are empty.")
		note(o, lost, "suicide", "%s by a suicide bomber, whom ACLED counts among the dead; here they are as told, mostly without.")
		note(o, lost, "other", "%s of no type of ACLED's; event_type is empty.")
		note(o, lost, "accused", "%s with actor1 accused or suspected only.")
		note(o, lost, "background", "%s told as history: ACLED codes events as they happen, so check that each is not coded already.")
		note(o, lost, "date", "%s without a date; event_date is empty.")
		note(o, lost, "coarse", "%s whose date is no nearer than a year; ACLED has no code for that, so event_date is empty.")
		note(o, lost, "place", "%s without a place; location is empty.")
		note(o, lost, "country", "%s known to the country only; ACLED has no code for that, so geo_precision is empty.")
		note(o, lost, "places", "%s at several places; the first is given, the others stand in notes. ACLED has a row for each place and day and divides the dead among them.")
		note(o, lost, "attempted", "%s that did not succeed; missiles, drones and bombs that were stopped and harmed nobody are Disrupted weapons use.")
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
		"event_id_cnty": inc.ID, "disorder_type": "Political violence", "source": e.Outlet,
		"fatalities": strconv.Itoa(conservative(inc)),
	}
	kind, harmed := acledKind(inc), harmedGroups(inc)
	m["event_type"], m["sub_event_type"] = kind[0], kind[1]
	switch kind[0] {
	case "":
		m["disorder_type"] = ""
		lost["other"]++
	case "Strategic developments":
		m["disorder_type"] = kind[0]
	}
	if kind[1] == "Suicide bomb" {
		lost["suicide"]++
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
		d, precision := acledDay(inc.Date)
		if inc.Date.Start.Year == inc.Date.End.Year || inc.Date.End.IsZero() {
			m["year"] = strconv.Itoa(inc.Date.Start.Year)
		}
		if precision == 0 {
			lost["coarse"]++
		} else {
			m["event_date"], m["year"], m["time_precision"] = d.String(), strconv.Itoa(d.Year), strconv.Itoa(precision)
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
		case event.InProvince, event.InRegion, event.AtSea:
			m["geo_precision"] = "3"
		case event.InCountry:
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
	if p := doer(inc, lost); p != nil {
		m["actor1"] = p.Actor
		// Forces of a state are external ones outside its own country.
		switch actorKind(p) {
		case governs:
			switch {
			case p.Country == "" || len(all) == 0 || all[0].Country == "":
			case p.Country == all[0].Country:
				m["inter1"] = "State forces"
			default:
				m["inter1"] = "External/Other forces"
			}
		case manyStates:
			m["inter1"] = "External/Other forces"
		}
	}
	// Both sides of a battle are armed, whoever else comes to harm.
	if kind[0] == "Violence against civilians" || kind[0] == "Explosions/Remote violence" && harmed.civilian && !harmed.armed {
		m["actor2"], m["inter2"], m["civilian_targeting"] = "Civilians", "Civilians", "Civilian targeting"
		if m["country"] != "" {
			m["actor2"] = "Civilians (" + m["country"] + ")"
		}
		if m["inter1"] != "" {
			m["interaction"] = m["inter1"] + "-Civilians"
		}
	}
	if inc.Disputed(event.Killed) {
		notes = append(notes, "sources differ on the number of dead, the lowest is given")
	}
	m["notes"] = strings.Join(notes, "; ")
	return m
}

// acledKind is the event and the sub-event type of an incident; both are empty
// for one that the codebook has no type for.
func acledKind(inc *event.Incident) [2]string {
	kind, harmed := acledType[inc.Type], harmedGroups(inc)
	attack := [2]string{"Violence against civilians", "Attack"}
	switch inc.Type {
	case event.Bombing:
		for _, w := range inc.Weapons {
			switch w.Category {
			case event.Grenade:
				kind[1] = "Grenade"
			case event.SuicideVest:
				kind[1] = "Suicide bomb"
			}
		}
	case event.GroundAttack:
		if harmed.civilian && !harmed.armed {
			kind = attack
		}
	case event.Shooting, event.Stabbing:
		// Who fires on soldiers fights a battle, whoever else is hit;
		// prisoners who are put to death are no longer armed.
		if harmed.armed {
			kind = acledType[event.ArmedClash]
		}
	case event.Abduction:
		// "without reports of further violence"
		if harmed.hurt {
			kind = attack
		}
	case event.Arson, event.Sabotage, event.OtherType, "":
		// Looting and the like are told "outside the context of other forms
		// of violence".
		switch {
		case !harmed.hurt && inc.Type != event.OtherType && inc.Type != "":
		case harmed.civilian && !harmed.armed:
			kind = attack
		default:
			kind = [2]string{}
		}
	}
	if inc.Stage == event.Attempted && kind[0] == "Explosions/Remote violence" && !harmed.hurt {
		kind = [2]string{"Strategic developments", "Disrupted weapons use"}
	}
	return kind
}

// acledDay is the day that stands for a date, with ACLED's precision code:
// the middle of a week or a month of which no day is told, the first or last
// day for the beginning or the end of a month. The code is 0 where less is
// known than the month.
func acledDay(w *event.When) (event.Date, int) {
	end := w.End
	if end.IsZero() {
		end = w.Start
	}
	middle := w.Start.AddDays(w.Start.Days(end) / 2)
	switch w.Precision {
	case event.ToDay:
		return w.Start, 1
	case event.ToDays, event.ToWeek:
		return middle, 2
	case event.ToMonth:
		begins, ends := w.Start.Day == 1, end.AddDays(1).Day == 1
		switch {
		case begins && !ends:
			return w.Start, 3
		case ends && !begins:
			return end, 3
		}
		return middle, 3
	}
	return event.Date{}, 0
}

// conservative is the lowest figure that any source gives for the dead, with
// vague words as ACLED counts them: 10 for tens, 12 for dozens, 100 for
// hundreds, and 3 for several, many, or a plural without a number. (Of those
// it has 10 where the scale of an attack speaks for it, which a record does
// not tell.) It is 0 where no deaths are told.
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
	// Where the record takes two of what a plural counts, ACLED takes one.
	switch c.Min {
	case 1:
		return 3
	case 20, 24, 40, 200, 2000, 20_000, 200_000:
		return c.Min / 2
	}
	return c.Min
}

// harmed tells who came to harm.
type harmed struct {
	civilian, armed bool
	hurt            bool // somebody was killed or injured
}

// harmedGroups tells whether people under arms, and whether others, are among
// those who came to harm.
func harmedGroups(inc *event.Incident) (h harmed) {
	for _, c := range inc.Casualties {
		if c.Count.HasMax() && c.Count.Max == 0 {
			continue
		}
		switch c.Harm {
		case event.Killed, event.Injured, event.KilledOrInjured:
			h.hurt = true
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
	// The tables write "Antigua & Barbuda" and "St. Lucia".
	name := strings.NewReplacer(" & ", " and ", "St. ", "Saint ").Replace(display.English.Regions().Name(r))
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
	case "GE", "AM", "AZ", "AF":
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
		o.Note("UCDP's files have no place for injured people, weapons, claims and evidence; these are left out, and what UCDP itself gives out is empty: code_status and the identifiers of conflicts, dyads, sides and countries.")
		note(o, lost, "deaths", "%s without a death: the dataset has none of these.")
		note(o, lost, "date", "%s without a date; date_start and date_end are empty.")
		note(o, lost, "place", "%s without a place; where_prec is empty.")
		note(o, lost, "places", "%s at several places; the first is given, the others stand in where_description.")
		note(o, lost, "accused", "%s with side_a accused or suspected only.")
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
		"id": inc.ID, "number_of_sources": "1", "event_clarity": "1",
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
			m["country"], m["region"] = ucdpCountry(s), ucdpRegion(s)
		}
	}
	if len(all) > 1 || m["date_prec"] > "2" {
		m["event_clarity"] = "2" // several acts that the article tells as one
	}
	if p := doer(inc, lost); p != nil {
		m["side_a"] = p.Actor
		if s, ok := country(p.Country); ok && actorKind(p) == governs {
			m["side_a"] = "Government of " + ucdpCountry(s)
		}
		if oneSided(inc) {
			m["type_of_violence"], m["side_b"] = "3", "Civilians"
			m["dyad_name"] = m["side_a"] + " - Civilians"
			// All whom one-sided violence kills are civilians.
			m["deaths_civilians"], m["deaths_unknown"] = m["best"], "0"
		}
	}
	return m
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

// doer is who did it, where somebody is named and it is not only denied; nil
// where nobody is.
func doer(inc *event.Incident, lost map[string]int) *event.Perpetrator {
	for i := range inc.Perpetrators {
		p := &inc.Perpetrators[i]
		switch p.Certainty {
		case event.Denied:
			continue
		case event.Accused, event.Suspected:
			lost["accused"]++
		}
		return p
	}
	return nil
}

// What an actor is, as far as the catalogue of actors knows.
const (
	governs    = "state"     // a state, its government, forces or police
	manyStates = "coalition" // of states, or the United Nations
)

func actorKind(p *event.Perpetrator) string {
	e := catalogue.Default().Lookup(catalogue.Actor, p.Actor)
	if e == nil {
		return ""
	}
	switch e.ActorKind {
	case "state", "forces", "police", "agency", "ministry":
		return governs
	case "coalition", "un":
		return manyStates
	}
	return e.ActorKind
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
