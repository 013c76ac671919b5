package extract

import (
	"sort"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
	"github.com/sitrep-go/sitrep/internal/text"
)

// readNames reads the catalogue's names in sentence s, number si.
func (r *reading) readNames(si int, s text.Sentence) {
	from := len(r.names)
	r.names = r.book.Find(r.doc, s.First, s.Last, r.names)
	r.weapons = r.weaponsAmong(si, s, r.names[from:], r.weapons)
	for k := from; k < len(r.names); k++ {
		m := &r.names[k]
		if m.Entry.Kind == catalogue.People && r.personAt[m.First] == 0 {
			r.personAt[m.First] = int32(k + 1)
		}
	}
}

// groupOrder ranks the groups by how much they tell, so that "women soldiers"
// are women and "police officers" police.
var groupOrder = map[event.Group]int{
	event.Child: 1, event.Woman: 2, event.Man: 3, event.Elderly: 4, event.Journalist: 5, event.Medic: 6, event.Rescuer: 7,
	event.AidWorker: 8, event.Police: 9, event.Prisoner: 10, event.Official: 11, event.Military: 12, event.Militant: 13,
	event.Civilian: 14, event.OtherGroup: 15, event.People: 16,
}

// personWord is the word for people that begins at token j.
func (r *reading) personWord(j int) (catalogue.Match, bool) {
	if j >= len(r.personAt) || r.personAt[j] == 0 {
		return catalogue.Match{}, false
	}
	m := r.names[r.personAt[j]-1]
	// "dead" and "injured" are fates, and people only with an article.
	if m.Last == m.First+1 && r.lang.grammar.In(r.w[j], r.lang.fate) && !r.in(j-1, "the") {
		return m, false
	}
	return m, true
}

// plural reports whether the word for people m means more than one.
func (r *reading) plural(m catalogue.Match) bool {
	if m.Plural {
		return true
	}
	return r.lang.grammar.In(r.w[m.Last-1], r.lang.plurals)
}

// sitesIn lists what was hit in tokens first to last-1, behind a word that
// says so: "struck a market", "an attack on a school".
func (r *reading) sitesIn(first, last int) []event.Site {
	var out []event.Site
	// The names stand in the order of the text.
	for k := sort.Search(len(r.names), func(k int) bool { return r.names[k].First >= first }); k < len(r.names) && r.names[k].First < last; k++ {
		m := &r.names[k]
		if m.Entry.Kind != catalogue.Site || m.Maybe || m.First < first || m.Last > last {
			continue
		}
		if m.Last < last && r.lang.grammar.In(r.w[m.Last], r.lang.actVerb) {
			continue // "Warplanes struck": the subject is not what was hit
		}
		i := m.First - 1
		for n := 0; n < 5 && i >= first && r.nounish(i); n++ {
			i--
		}
		if i < first || !r.in(i, "a an the its their his her two three four five several") && r.doc.Tokens[i+1].Kind == text.Word {
			i++
		}
		if i < first {
			i = first
		}
		if !r.hitThere(i, m.First, m.Last) {
			continue
		}
		out = append(out, event.Site{Text: r.doc.Slice(i, m.Last), Kind: m.Entry.ID, Evidence: r.proof(i, m.Last, "site")})
	}
	return out
}

// nounish reports whether token i may stand before the head of a noun phrase.
func (r *reading) nounish(i int) bool {
	l, g := r.lang, r.lang.grammar
	w := r.w[i]
	return r.doc.Tokens[i].Kind == text.Word && !g.In(w, l.prep) && !g.In(w, l.be) && !g.In(w, l.have) && !g.In(w, l.and) &&
		!g.In(w, l.det) && !g.In(w, l.actVerb) && !g.In(w, l.when) && !g.In(w, l.relative) && !g.In(w, l.say) && !g.In(w, l.kill) && !g.In(w, l.injure)
}

// hitThere reports whether the noun phrase of tokens first to last-1, with its
// word at, can be what was hit: the object of a verb or preposition, or the
// subject of a passive, and no speaker, weapon or actor.
func (r *reading) hitThere(first, at, last int) bool {
	l, g := r.lang, r.lang.grammar
	if at < len(r.spokenRoom) && r.spokenRoom[at] != 0 {
		return false
	}
	si := r.doc.SentenceAt(at)
	in := r.weaponsIn(si, si+1)
	for k := range in {
		if w := &in[k]; w.first < last && at < w.last || w.first == last && r.doc.Tokens[last].Gap != text.None {
			return false // "a mine", "a car bomb"
		}
	}
	for k := sort.Search(len(r.actors), func(k int) bool { return r.actors[k].first >= last }) - 1; k >= 0 && r.actors[k].last > at; k-- {
		if a := &r.actors[k]; !a.land && a.first < last && at < a.last {
			return false
		}
	}
	if k := first - 1; k >= 0 && (r.in(k, "on at in near inside outside into onto against beside of through by over around targeting under hit struck and") || g.In(r.w[k], l.actVerb)) {
		return true
	}
	return last < len(r.w) && (g.In(r.w[last], l.be) || g.In(r.w[last], l.have))
}
