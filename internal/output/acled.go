package output

import (
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/sitrep-go/sitrep/event"
)

// The columns and codes of this file are those of the ACLED Codebook in its
// online edition, in which Inter codes are words:
// https://acleddata.com/methodology/acled-codebook. Quoted comments are from
// there. Where the data files write otherwise than the codebook, as
// "Civilian targeting" for its "Civilians targeted", so does this.

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

// acledNaval is the kind of act that an attack at sea is by its weapon.
var acledNaval = map[event.Category]event.Type{
	event.BallisticMissile: event.MissileStrike, event.CruiseMissile: event.MissileStrike, event.HypersonicMissile: event.MissileStrike,
	event.AntiShipMissile: event.MissileStrike, event.Missile: event.MissileStrike, event.Rocket: event.MissileStrike, event.Artillery: event.Shelling,
	event.OneWayDrone: event.DroneStrike, event.FPVDrone: event.DroneStrike, event.Drone: event.DroneStrike,
	event.GuidedBomb: event.AirStrike, event.AirBomb: event.AirStrike,
	event.NavalDrone: event.Bombing, event.LandmineWeapon: event.Landmine, event.IED: event.Bombing, event.Explosive: event.Bombing,
}

// newACLED writes a row for each place of an incident with the columns and
// codes of ACLED. Fatalities are the most conservative figure that any source
// gives, vague words by ACLED's table, divided among the places. Where the day
// is not told, it is the middle of the time that is, with the precision code
// that says so: ACLED has a row for each day only where something is reported
// to have happened on each, which a record does not tell.
func newACLED(w io.Writer, o Options) (Writer, error) {
	lost := map[string]int{}
	seen := map[string]bool{}
	r := &rows{w: csv.NewWriter(w), header: acledColumns}
	r.rows = func(e *Entry, inc *event.Incident) [][]string {
		var all [][]string
		for _, m := range acledRows(e, inc, lost) {
			if same := sameEvent(m); same != "" {
				if seen[same] {
					lost["same"]++
				}
				seen[same] = true
			}
			all = append(all, order(acledColumns, m))
		}
		return all
	}
	r.end = func() {
		o.Note("ACLED's files have no place for injured people, weapons as such, claims, who gave a figure, and evidence; these are left out. Actors have the names of the record, not those of ACLED's list, and where nobody is named actor1 is empty, not an Unidentified Armed Group; inter1 tells states from others, which are empty; actor2 is there for civilians only, and source_scale, admin3, tags and timestamp are empty.")
		note(o, lost, "suicide", "%s by a suicide bomber, whom ACLED counts among the dead; here they are as told, mostly without.")
		note(o, lost, "other", "%s of no type of ACLED's; event_type is empty.")
		note(o, lost, "accused", "%s with actor1 accused or suspected only.")
		note(o, lost, "background", "%s told as history: ACLED codes events as they happen, so check that each is not coded already.")
		note(o, lost, "date", "%s without a date; event_date is empty.")
		note(o, lost, "coarse", "%s whose date is no nearer than a year; ACLED has no code for that, so event_date is empty.")
		note(o, lost, "days", "%s in a time of several days; event_date is the middle of it. ACLED has a row for each day on which something is reported to have happened.")
		note(o, lost, "place", "%s without a place; location is empty.")
		note(o, lost, "country", "%s known to the country only; ACLED has no code for that, so geo_precision is empty.")
		note(o, lost, "places", "%s at several places; each has a row, the dead are divided among them, and notes say so.")
		note(o, lost, "same", "%s of the same day, place, kind and actors as an earlier row: ACLED has one event for them.")
		note(o, lost, "attempted", "%s that did not succeed; missiles, drones and bombs that were stopped and harmed nobody are Disrupted weapons use.")
	}
	return r, nil
}

// sameEvent is what rows have in common that ACLED takes for one event: "two
// incidents that occur on the same day and place, involving the same actors
// and type of activity". It is empty where the day or the place is not known.
func sameEvent(m map[string]string) string {
	if m["time_precision"] != "1" || m["geo_precision"] != "1" {
		return ""
	}
	return strings.Join([]string{m["event_date"], m["country"], m["location"], m["latitude"], m["longitude"], m["event_type"], m["sub_event_type"], m["actor1"], m["actor2"]}, "\x00")
}

// acledRows are the rows of an incident, one for each of its places. The dead
// of all "are distributed as evenly as possible", the first places having one
// more where that does not come out even.
func acledRows(e *Entry, inc *event.Incident, lost map[string]int) []map[string]string {
	all := apart(sites(inc))
	m, p := acledRow(e, inc), doer(inc, lost)
	acledLost(m, inc, lost)
	switch {
	case len(all) == 0:
		lost["place"]++
	case slices.ContainsFunc(all, func(l event.Location) bool { return l.Precision == event.InCountry }):
		lost["country"]++
	}
	if len(all) < 2 {
		if len(all) == 1 {
			acledPlace(m, &all[0])
		}
		acledActors(m, inc, p)
		return []map[string]string{m}
	}
	lost["places"]++
	dead := conservative(inc)
	said := fmt.Sprintf("one of %d places: %s", len(all), join(all, func(l event.Location) string { return l.Name }))
	if dead > 0 {
		said += fmt.Sprintf(" (%d dead in all, divided among them)", dead)
	}
	var rows []map[string]string
	for i := range all {
		row := maps.Clone(m)
		acledPlace(row, &all[i])
		acledActors(row, inc, p)
		row["event_id_cnty"] += fmt.Sprintf("-%d", i+1)
		share := dead / len(all)
		if i < dead%len(all) {
			share++
		}
		row["fatalities"] = strconv.Itoa(share)
		row["notes"] = strings.Join(nonEmpty(row["notes"], said), "; ")
		rows = append(rows, row)
	}
	return rows
}

// apart are the places of an incident without those that only tell where
// another of them lies: "Tora, in North Darfur".
func apart(all []event.Location) []event.Location {
	holds := func(l, m *event.Location) bool {
		switch {
		case l.Country != m.Country || m.Precision == 0 || m.Precision >= l.Precision:
			return false
		case l.Precision == event.InDistrict:
			return m.Admin1 == l.Admin1 && m.Admin2 != "" && (m.Admin2 == l.Admin2 || m.Admin2 == l.Name)
		case l.Precision == event.InProvince:
			return m.Admin1 != "" && (m.Admin1 == l.Admin1 || m.Admin1 == l.Name)
		}
		return l.Precision == event.InCountry
	}
	var out []event.Location
	for i := range all {
		if !slices.ContainsFunc(all, func(m event.Location) bool { return holds(&all[i], &m) }) {
			out = append(out, all[i])
		}
	}
	return out
}

// acledRow is what the rows of an incident have in common.
func acledRow(e *Entry, inc *event.Incident) map[string]string {
	m := map[string]string{
		"event_id_cnty": inc.ID, "disorder_type": "Political violence", "source": e.Outlet,
		"fatalities": strconv.Itoa(conservative(inc)),
	}
	kind := acledKind(inc)
	m["event_type"], m["sub_event_type"] = kind[0], kind[1]
	switch kind[0] {
	case "":
		m["disorder_type"] = ""
	case "Strategic developments":
		m["disorder_type"] = kind[0]
	}
	if w := inc.Date; w != nil && !w.Start.IsZero() {
		d, precision := acledDay(w)
		if w.Start.Year == w.End.Year || w.End.IsZero() {
			m["year"] = strconv.Itoa(w.Start.Year)
		}
		if precision != 0 {
			m["event_date"], m["year"], m["time_precision"] = d.String(), strconv.Itoa(d.Year), strconv.Itoa(precision)
		}
	}
	notes := []string{}
	for _, ev := range inc.Evidence {
		notes = append(notes, oneLine(ev.Text))
	}
	if inc.Disputed(event.Killed) {
		notes = append(notes, "sources differ on the number of dead, the lowest is given")
	}
	m["notes"] = strings.Join(notes, "; ")
	return m
}

// acledLost counts what a row does not say of its incident.
func acledLost(m map[string]string, inc *event.Incident, lost map[string]int) {
	for key, is := range map[string]bool{
		"other":      m["event_type"] == "",
		"suicide":    m["sub_event_type"] == "Suicide bomb",
		"background": inc.Background,
		"attempted":  inc.Stage == event.Attempted,
		"date":       inc.Date == nil || inc.Date.Start.IsZero(),
	} {
		if is {
			lost[key]++
		}
	}
	if w := inc.Date; w != nil && !w.Start.IsZero() {
		switch {
		case m["event_date"] == "":
			lost["coarse"]++
		case w.Part != event.Night && m["time_precision"] != "1":
			lost["days"]++
		}
	}
}

// acledPlace adds to a row where it was.
func acledPlace(m map[string]string, l *event.Location) {
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
	}
	if r, ok := country(l.Country); ok {
		m["country"], m["iso"], m["region"] = r.name, strconv.Itoa(r.region.M49()), acledRegion(r)
	}
}

// acledActors adds to a row who did it, which is p or nobody named, and the
// civilians. They may hang on the country.
func acledActors(m map[string]string, inc *event.Incident, p *event.Perpetrator) {
	here := m["iso"]
	if p != nil {
		m["actor1"] = p.Actor
		// "The military forces of states are recorded with an Inter code of 8
		// when active outside of their home state."
		switch actorKind(p) {
		case governs:
			home, ok := country(p.Country)
			switch {
			case !ok || here == "":
			case strconv.Itoa(home.region.M49()) == here:
				m["inter1"] = "State forces"
			default:
				m["inter1"] = "External/Other forces"
			}
		case manyStates:
			m["inter1"] = "External/Other forces"
		}
	}
	civilians := "Civilians"
	if m["country"] != "" {
		civilians += " (" + m["country"] + ")"
	}
	harmed := harmedGroups(inc)
	remote := m["event_type"] == "Explosions/Remote violence"
	switch {
	case m["event_type"] == "Violence against civilians", remote && harmed.civilian && !harmed.armed:
		m["actor2"], m["inter2"], m["civilian_targeting"] = civilians, "Civilians", "Civilian targeting"
		if m["inter1"] != "" {
			m["interaction"] = m["inter1"] + "-Civilians"
		}
	case remote && harmed.civilian:
		// "If an assault hits a military target, but reports also indicate
		// that civilians were harmed, civilians are recorded as Associated
		// Actors." Both sides of a battle are armed, whoever else comes to
		// harm.
		m["assoc_actor_2"] = civilians
	}
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
	case event.NavalAttack:
		// What was fired at a ship, or from one, decides before the clash.
		for _, w := range inc.Weapons {
			if k, ok := acledNaval[w.Category]; ok {
				kind = acledType[k]
				break
			}
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

// acledRegion is the region that ACLED files a country under. The codebook has
// no list of them: these are the UN's, but where the data differ.
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
