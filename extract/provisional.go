package extract

import (
	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
	"github.com/sitrep-go/sitrep/internal/text"
)

func (r *reading) readThings(si int, s text.Sentence) {
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
