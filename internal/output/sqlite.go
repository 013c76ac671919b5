package output

import (
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"github.com/sitrep-go/sitrep/event"
)

//go:embed schema.sql
var schema string

// sqlite writes to a database, in which each article replaces the rows that
// an earlier run wrote for it. All of a run is one transaction.
type sqlite struct {
	db      *sql.DB
	tx      *sql.Tx
	stmts   map[string]*sql.Stmt
	written map[string]bool // the articles of this run
	twice   int             // how many of them came again
	note    func(string)
	failure error
}

func openSQLite(path string, o Options) (Writer, error) {
	// The file is a private copy until it is complete, so that nothing is
	// gained by syncing each page or keeping a journal on disk.
	db, err := sql.Open("sqlite", "file:"+escapePath(path)+"?_pragma=foreign_keys(1)&_pragma=journal_mode(MEMORY)&_pragma=synchronous(OFF)")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	s := &sqlite{db: db, stmts: map[string]*sql.Stmt{}, written: map[string]bool{}, note: o.Note}
	if s.tx, err = db.Begin(); err == nil {
		_, err = s.tx.Exec(schema)
	}
	if err != nil {
		if s.tx != nil {
			s.tx.Rollback()
		}
		db.Close()
		if strings.Contains(err.Error(), "not a database") {
			err = errors.New("the file that is there is no SQLite database; name another with -o")
		}
		return nil, err
	}
	return s, nil
}

// IsSQLite reports whether the file at path is a database, or empty as one
// that nothing is in yet may be.
func IsSQLite(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 16)
	n, _ := io.ReadFull(f, head)
	return n == 0 || string(head[:n]) == "SQLite format 3\x00"
}

// escapePath keeps the marks that mean something in a URI from doing so.
func escapePath(path string) string {
	return strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(path)
}

// insert adds a row. It does nothing after a failure, which Write returns.
func (s *sqlite) insert(table string, values ...any) {
	if s.failure != nil {
		return
	}
	stmt := s.stmts[table]
	if stmt == nil {
		q := "INSERT INTO " + table + " VALUES (?" + strings.Repeat(",?", len(values)-1) + ")"
		if stmt, s.failure = s.tx.Prepare(q); s.failure != nil {
			return
		}
		s.stmts[table] = stmt
	}
	_, s.failure = stmt.Exec(values...)
}

// or is v, or NULL for the zero value, which is "not said".
func or[T comparable](v T) any {
	var zero T
	if v == zero {
		return nil
	}
	return fmt.Sprint(v)
}

func (s *sqlite) Write(e Entry) error {
	if s.written[e.Report.ID] {
		s.twice++
	}
	s.written[e.Report.ID] = true
	if _, err := s.tx.Exec("DELETE FROM articles WHERE id = ?", e.Report.ID); err != nil {
		return err
	}
	s.insert("articles", e.Report.ID, or(e.Title), or(e.URL), or(e.Outlet), or(e.Report.Published))
	ids := map[string]int{}
	for i := range e.Report.Incidents {
		inc := &e.Report.Incidents[i]
		id := inc.ID
		// Two acts of one kind that the same words report share an identifier.
		if ids[inc.ID]++; ids[inc.ID] > 1 {
			id += "-" + strconv.Itoa(ids[inc.ID])
		}
		s.incident(e.Report.ID, id, i, inc)
	}
	return s.failure
}

func (s *sqlite) incident(article, id string, position int, inc *event.Incident) {
	d := event.When{}
	if inc.Date != nil {
		d = *inc.Date
	}
	s.insert("incidents", id, article, position, or(inc.Type), or(inc.Stage), inc.Background, or(d.Start), or(d.End), whole(int(d.Precision)),
		or(d.Part), or(d.Basis), or(strings.Join(inc.Check, "\n")))
	s.evidence(id, "incident", 0, inc.Evidence)
	s.evidence(id, "date", 0, d.Evidence)
	for i, l := range inc.Locations {
		var lat, lon any
		if l.Point != nil {
			lat, lon = l.Point.Lat, l.Point.Lon
		}
		var radius any
		if l.RadiusKm != 0 {
			radius = l.RadiusKm
		}
		s.insert("locations", id, i, or(l.Name), or(l.Country), or(l.Admin1), or(l.Admin2), lat, lon, or(l.GazetteerID), whole(int(l.Precision)), radius, or(l.Role), or(l.Relation))
		s.evidence(id, "locations", i, l.Evidence)
	}
	for i, v := range inc.Sites {
		s.insert("sites", id, i, v.Text, or(v.Kind))
		s.evidence(id, "sites", i, v.Evidence)
	}
	for i, w := range inc.Weapons {
		l, c := w.Launched, w.Intercepted
		s.insert("weapons", id, i, or(w.ID), or(w.Name), or(w.Category), or(w.Origin), or(w.Identification),
			least(l), most(l), or(l.Hedge), least(c), most(c), or(c.Hedge), w.Mixed, or(w.Claimant))
		s.evidence(id, "weapons", i, w.Evidence)
	}
	s.casualties(id, inc.Casualties)
	for i, p := range inc.Perpetrators {
		s.insert("perpetrators", id, i, p.Actor, or(p.Country), or(p.Certainty), or(p.Claimant))
		s.evidence(id, "perpetrators", i, p.Evidence)
	}
	for i, c := range inc.Claims {
		s.insert("claims", id, i, c.Claimant, or(c.ClaimantKind), or(c.Stance), or(c.About), or(c.Accused), or(c.Via))
		s.evidence(id, "claims", i, c.Evidence)
	}
}

func (s *sqlite) casualties(id string, all []event.Casualty) {
	n := 0
	add := func(c event.Casualty, by any) {
		var part any
		if c.PartOf != nil {
			part = *c.PartOf
		}
		s.insert("casualties", id, n, or(c.Harm), or(c.Group), least(c.Count), most(c.Count), or(c.Count.Hedge), part, by, or(c.Claimant))
		s.evidence(id, "casualties", n, c.Evidence)
		n++
	}
	for _, c := range all {
		add(c, nil)
	}
	for i, c := range all {
		for _, old := range c.Superseded {
			add(old, i)
		}
	}
}

func (s *sqlite) evidence(id, field string, position int, all []event.Evidence) {
	for _, ev := range all {
		s.insert("evidence", id, field, position, ev.Start, ev.End, or(ev.In), ev.Text, or(ev.Rule))
	}
}

func whole(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

func least(c event.Count) any {
	if !c.HasMin() {
		return nil
	}
	return c.Min
}

func most(c event.Count) any {
	if !c.HasMax() {
		return nil
	}
	return c.Max
}

func (s *sqlite) Close() error {
	err := s.failure
	if s.twice > 0 {
		s.note(fmt.Sprintf("%s with the id of an earlier one of this run, whose rows it replaced: an id stands for one article.", plural(s.twice, "article")))
	}
	if err == nil {
		err = s.tx.Commit()
	} else {
		s.tx.Rollback()
	}
	return errors.Join(err, s.db.Close())
}
