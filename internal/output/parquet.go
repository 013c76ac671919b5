package output

import (
	"io"

	"github.com/parquet-go/parquet-go"

	"github.com/sitrep-go/sitrep/event"
)

// record is a row of the parquet format: one incident with its article, lists
// nested. What was not said is null.
type record struct {
	ArticleID string  `parquet:"article_id,dict"`
	Title     *string `parquet:"title,optional"`
	Published *int32  `parquet:"published,optional,date"`
	URL       *string `parquet:"url,optional"`
	Source    *string `parquet:"source,optional,dict"`

	IncidentID    string  `parquet:"incident_id"`
	Type          *string `parquet:"type,optional,dict"`
	Stage         *string `parquet:"stage,optional,dict"`
	Background    bool    `parquet:"background"`
	DateStart     *int32  `parquet:"date_start,optional,date"`
	DateEnd       *int32  `parquet:"date_end,optional,date"`
	DatePrecision *int32  `parquet:"date_precision,optional"`
	DatePart      *string `parquet:"date_part,optional,dict"`
	DateBasis     *string `parquet:"date_basis,optional,dict"`

	Locations    []locationRow    `parquet:"locations,list"`
	Sites        []siteRow        `parquet:"sites,list"`
	Weapons      []weaponRow      `parquet:"weapons,list"`
	Casualties   []casualtyRow    `parquet:"casualties,list"`
	Perpetrators []perpetratorRow `parquet:"perpetrators,list"`
	Claims       []claimRow       `parquet:"claims,list"`
	Check        []string         `parquet:"check,list"`
	Evidence     []evidenceRow    `parquet:"evidence,list"`
}

type locationRow struct {
	Name        *string       `parquet:"name,optional"`
	Country     *string       `parquet:"country,optional,dict"`
	Admin1      *string       `parquet:"admin1,optional,dict"`
	Admin2      *string       `parquet:"admin2,optional"`
	Lat         *float64      `parquet:"lat,optional"`
	Lon         *float64      `parquet:"lon,optional"`
	GazetteerID *string       `parquet:"gazetteer_id,optional"`
	Precision   *int32        `parquet:"precision,optional"`
	RadiusKm    *float64      `parquet:"radius_km,optional"`
	Role        *string       `parquet:"role,optional,dict"`
	Relation    *string       `parquet:"relation,optional"`
	Evidence    []evidenceRow `parquet:"evidence,list"`
}

type siteRow struct {
	Text     string        `parquet:"text"`
	Kind     *string       `parquet:"kind,optional,dict"`
	Evidence []evidenceRow `parquet:"evidence,list"`
}

type countRow struct {
	Min   *int32  `parquet:"min,optional"`
	Max   *int32  `parquet:"max,optional"`
	Hedge *string `parquet:"hedge,optional,dict"`
}

type weaponRow struct {
	ID             *string       `parquet:"id,optional,dict"`
	Name           *string       `parquet:"name,optional,dict"`
	Category       *string       `parquet:"category,optional,dict"`
	Origin         *string       `parquet:"origin,optional,dict"`
	Identification *string       `parquet:"identification,optional,dict"`
	Launched       *countRow     `parquet:"launched,optional"`
	Intercepted    *countRow     `parquet:"intercepted,optional"`
	Mixed          bool          `parquet:"mixed"`
	Claimant       *string       `parquet:"claimant,optional"`
	Evidence       []evidenceRow `parquet:"evidence,list"`
}

// casualtyRow is a figure. Superseded ones follow those that stand, and name
// in SupersededBy the index of the one that replaced them.
type casualtyRow struct {
	Harm         *string       `parquet:"harm,optional,dict"`
	Group        *string       `parquet:"group,optional,dict"`
	Min          *int32        `parquet:"min,optional"`
	Max          *int32        `parquet:"max,optional"`
	Hedge        *string       `parquet:"hedge,optional,dict"`
	PartOf       *int32        `parquet:"part_of,optional"`
	SupersededBy *int32        `parquet:"superseded_by,optional"`
	Claimant     *string       `parquet:"claimant,optional"`
	Evidence     []evidenceRow `parquet:"evidence,list"`
}

type perpetratorRow struct {
	Actor     string        `parquet:"actor,dict"`
	Country   *string       `parquet:"country,optional,dict"`
	Certainty *string       `parquet:"certainty,optional,dict"`
	Claimant  *string       `parquet:"claimant,optional"`
	Evidence  []evidenceRow `parquet:"evidence,list"`
}

type claimRow struct {
	Claimant     string        `parquet:"claimant"`
	ClaimantKind *string       `parquet:"claimant_kind,optional,dict"`
	Stance       *string       `parquet:"stance,optional,dict"`
	About        *string       `parquet:"about,optional,dict"`
	Accused      *string       `parquet:"accused,optional"`
	Via          *string       `parquet:"via,optional"`
	Evidence     []evidenceRow `parquet:"evidence,list"`
}

type evidenceRow struct {
	Start int32   `parquet:"start"`
	End   int32   `parquet:"end"`
	In    *string `parquet:"in,optional,dict"`
	Text  string  `parquet:"text"`
	Rule  *string `parquet:"rule,optional,dict"`
}

// said is a pointer to v, or nil for the zero value, which is "not said".
func said[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

func kind[T ~string](v T) *string { return said(string(v)) }

func days(d event.Date) *int32 {
	if d.IsZero() {
		return nil
	}
	n := int32(d.Time().Unix() / (24 * 60 * 60))
	return &n
}

func boundsOf(c event.Count) (lo, hi *int32, hedge *string) {
	if c.HasMin() {
		n := int32(c.Min)
		lo = &n
	}
	if c.HasMax() {
		n := int32(c.Max)
		hi = &n
	}
	return lo, hi, kind(c.Hedge)
}

func countOf(c event.Count) *countRow {
	if c.IsZero() {
		return nil
	}
	lo, hi, hedge := boundsOf(c)
	return &countRow{lo, hi, hedge}
}

func evidenceRows(all []event.Evidence) []evidenceRow {
	var rows []evidenceRow
	for _, ev := range all {
		rows = append(rows, evidenceRow{int32(ev.Start), int32(ev.End), said(ev.In), ev.Text, said(ev.Rule)})
	}
	return rows
}

func casualtyRows(all []event.Casualty) []casualtyRow {
	var rows []casualtyRow
	add := func(c event.Casualty, by *int32) {
		r := casualtyRow{Harm: kind(c.Harm), Group: kind(c.Group), SupersededBy: by, Claimant: said(c.Claimant), Evidence: evidenceRows(c.Evidence)}
		r.Min, r.Max, r.Hedge = boundsOf(c.Count)
		if c.PartOf != nil {
			n := int32(*c.PartOf)
			r.PartOf = &n
		}
		rows = append(rows, r)
	}
	for _, c := range all {
		add(c, nil)
	}
	for i, c := range all {
		n := int32(i)
		for _, s := range c.Superseded {
			add(s, &n)
		}
	}
	return rows
}

func rowOf(e *Entry, inc *event.Incident) record {
	r := record{
		ArticleID: e.Report.ID, Title: said(e.Title), Published: days(e.Report.Published), URL: said(e.URL), Source: said(e.Outlet),
		IncidentID: inc.ID, Type: kind(inc.Type), Stage: kind(inc.Stage), Background: inc.Background, Check: inc.Check,
		Casualties: casualtyRows(inc.Casualties), Evidence: evidenceRows(inc.Evidence),
	}
	if d := inc.Date; d != nil {
		r.DateStart, r.DateEnd, r.DatePrecision = days(d.Start), days(d.End), said(int32(d.Precision))
		r.DatePart, r.DateBasis = kind(d.Part), kind(d.Basis)
	}
	for _, l := range inc.Locations {
		row := locationRow{Name: said(l.Name), Country: said(l.Country), Admin1: said(l.Admin1), Admin2: said(l.Admin2),
			GazetteerID: said(l.GazetteerID), Precision: said(int32(l.Precision)), RadiusKm: said(l.RadiusKm), Role: kind(l.Role),
			Relation: said(l.Relation), Evidence: evidenceRows(l.Evidence)}
		if l.Point != nil {
			row.Lat, row.Lon = &l.Point.Lat, &l.Point.Lon
		}
		r.Locations = append(r.Locations, row)
	}
	for _, s := range inc.Sites {
		r.Sites = append(r.Sites, siteRow{s.Text, said(s.Kind), evidenceRows(s.Evidence)})
	}
	for _, w := range inc.Weapons {
		r.Weapons = append(r.Weapons, weaponRow{said(w.ID), said(w.Name), kind(w.Category), said(w.Origin), kind(w.Identification),
			countOf(w.Launched), countOf(w.Intercepted), w.Mixed, said(w.Claimant), evidenceRows(w.Evidence)})
	}
	for _, p := range inc.Perpetrators {
		r.Perpetrators = append(r.Perpetrators, perpetratorRow{p.Actor, said(p.Country), kind(p.Certainty), said(p.Claimant), evidenceRows(p.Evidence)})
	}
	for _, c := range inc.Claims {
		r.Claims = append(r.Claims, claimRow{c.Claimant, kind(c.ClaimantKind), kind(c.Stance), kind(c.About), said(c.Accused), said(c.Via), evidenceRows(c.Evidence)})
	}
	return r
}

type parquetWriter struct {
	w    *parquet.GenericWriter[record]
	rows int
}

// groupRows is how many incidents a row group of the file holds: readers take
// a group at a time, and so does the writer's memory.
const groupRows = 10_000

func newParquet(w io.Writer, _ Options) (Writer, error) {
	return &parquetWriter{w: parquet.NewGenericWriter[record](w, parquet.Compression(&parquet.Zstd), parquet.CreatedBy("sitrep", "", ""))}, nil
}

func (p *parquetWriter) Write(e Entry) error {
	for i := range e.Report.Incidents {
		if _, err := p.w.Write([]record{rowOf(&e, &e.Report.Incidents[i])}); err != nil {
			return err
		}
		if p.rows++; p.rows%groupRows == 0 {
			if err := p.w.Flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *parquetWriter) Close() error { return p.w.Close() }
