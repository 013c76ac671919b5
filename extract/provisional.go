package extract

import (
	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
	"github.com/sitrep-go/sitrep/internal/text"
)

func (r *reading) readSpots(si int, s text.Sentence) {
	g := gazetteer.Default()
	for i := s.First; i < s.Last; i++ {
		t := &r.doc.Tokens[i]
		if t.Case != text.Title && t.Case != text.Upper && t.Case != text.Mixed || t.Kind != text.Word {
			continue
		}
		k := t.Key
		best, bn := gazetteer.Candidate{}, 0
		for n := 1; n <= 4 && i+n <= s.Last; n++ {
			if n > 1 {
				k = k.Join(r.doc.Tokens[i+n-1].Key)
			}
			c := g.Candidates(k)
			if c.Len() == 0 || c.Maybe && n == 1 {
				continue
			}
			for cand := range c.All() {
				best, bn = cand, n
				break
			}
		}
		if bn == 0 || best.Class() == gazetteer.Demonym {
			continue
		}
		p := best.Place()
		loc := event.Location{Name: p.Name, Country: p.Country, Admin1: p.Admin1, Admin2: p.Admin2, GazetteerID: p.ID, Precision: event.AtPlace, Point: &event.Point{Lat: p.Lat, Lon: p.Lon}}
		switch p.Class {
		case gazetteer.Country:
			loc.Precision = event.InCountry
		case gazetteer.Admin1:
			loc.Precision = event.InProvince
		case gazetteer.Admin2:
			loc.Precision = event.InDistrict
		}
		strong := r.in(i-1, "in at near on outside of from hit struck around across inside")
		if r.in(i-1, "the") && r.in(i-2, "in at near of") {
			strong = true
		}
		r.spots = append(r.spots, spot{i, i + bn, loc, strong})
		i += bn - 1
	}
	for _, m := range r.names {
		if m.First < s.First || m.First >= s.Last {
			continue
		}
		e := m.Entry
		if m.Maybe {
			continue
		}
		switch e.Kind {
		case catalogue.Weapon, catalogue.Class:
			if e.Role == catalogue.AirDefence || e.Role == catalogue.Platform {
				continue
			}
			w := event.Weapon{Name: e.Name, Category: e.Category, Origin: e.Origin, Identification: event.Named}
			if e.Kind == catalogue.Weapon {
				w.ID = e.ID
			} else {
				w.Identification, w.Name = event.TypeOnly, ""
			}
			r.arms = append(r.arms, arm{m.First, m.Last, w})
		case catalogue.Actor:
			name, country := e.Name, e.Country
			if e.Parent != "" {
				if p := catalogue.Default().ByID(catalogue.Actor, e.Parent); p != nil {
					name, country = p.Name, p.Country
				}
			}
			if m.Use == catalogue.ByDemonym && m.Last < s.Last && !r.in(m.Last, "missile missiles drone drones strike strikes airstrike airstrikes forces troops army warplanes jets attack attacks shelling military aircraft artillery soldiers raid air drones") {
				continue
			}
			if r.in(m.First-1, "in at near from on of") && r.lower(m.First-1) != "by" {
				continue
			}
			r.doers = append(r.doers, doer{m.First, m.Last, name, country, event.ReportedAsFact, "", "actor"})
		}
	}
}
