package extract

import (
	"slices"
	"sort"
	"strings"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
	"github.com/sitrep-go/sitrep/internal/text"
)

// A speaker is a noun phrase that can say something. Whether it does is for
// the stage of the claims to find out.
type speaker struct {
	// first and last are the tokens of the whole phrase, half-open, with its
	// determiner, title and office: "the regional governor, Oleh Petrenko".
	first, last int
	// core and coreLast are the tokens of the name within it, or of the role
	// without its determiner.
	core, coreLast int
	// name is the short usual name: a person's full name even where only the
	// surname or a pronoun stands here, an organisation's name, or the role as
	// the text words it, without determiner: "hospital source".
	name string
	kind event.ClaimantKind
	// person is set for a named person, or a pronoun that stands for one.
	person  bool
	pronoun bool
	plural  bool
	// weak is set for a capitalised name with neither title, office nor a verb
	// of speech beside it, which may be no person.
	weak bool
	// office is the role of a named person as printed, "regional governor".
	office string
	// org is the actor that speaks, or that the person speaks for, where the
	// catalogue knows it.
	org *catalogue.Entry
	// at is the sentence.
	at int
	// ofFirst and ofLast are the tokens of what a role is of: "Rivers State
	// Police Command" in "spokesman of the Rivers State Police Command".
	ofFirst, ofLast int
	rule            string
}

// speakers are the speakers of an article, in order, with a way to find the
// one that begins or ends at a token. The zero value has none.
type speakers struct {
	all          []speaker
	starts, ends []int32 // by token: one more than an index
}

// startingAt is the speaker whose phrase, or whose name within it, begins at
// token i.
func (s *speakers) startingAt(i int) (speaker, bool) {
	if i < 0 || i >= len(s.starts) || s.starts[i] == 0 {
		return speaker{}, false
	}
	return s.all[s.starts[i]-1], true
}

// endingAt is the speaker whose phrase, or whose name within it, ends before
// token i.
func (s *speakers) endingAt(i int) (speaker, bool) {
	if i < 0 || i >= len(s.ends) || s.ends[i] == 0 {
		return speaker{}, false
	}
	return s.all[s.ends[i]-1], true
}

func indexSpeakers(all []speaker) *speakers { return new(castRoom).indexSpeakers(all) }

func (room *castRoom) indexSpeakers(all []speaker) *speakers {
	n := 0
	for k := range all {
		n = max(n, all[k].last, all[k].coreLast)
	}
	room.index = zeroed(room.index, 2*n+2)
	s := &speakers{all: all, starts: room.index[:n+1], ends: room.index[n+1:]}
	for k := range all {
		// The whole phrase has precedence over a name inside another.
		s.starts[all[k].first] = int32(k + 1)
		s.ends[all[k].last] = int32(k + 1)
	}
	for k := range all {
		if i := all[k].core; s.starts[i] == 0 {
			s.starts[i] = int32(k + 1)
		}
		if i := all[k].coreLast; s.ends[i] == 0 {
			s.ends[i] = int32(k + 1)
		}
	}
	return s
}

// findSpeakers finds who can speak in r, in the order of the text. ms are the
// catalogue's matches in all sentences, in order; place reports whether a
// token is part of a place's name, and may be nil.
//
//  1. Roles and offices are the catalogue's, with what stands before them
//     ("two senior Israeli security officials") and behind ("spokesman for
//     the army").
//  2. Organisations are the actors that the catalogue knows and capitalised
//     names with a word such as "Hospital" or "Network".
//  3. Persons are runs of capitalised words that are neither actor nor place,
//     or that follow a title.
//  4. A role beside a person is one phrase with the person.
//  5. A surname stands for the full name told elsewhere, "the ministry" for
//     the ministry named before, a pronoun for the person named last.
func (x *actors) findSpeakers(r *reading, ms []catalogue.Match, place func(i int) bool) []speaker {
	c := r.cast
	if c == nil {
		c = x.newCast(&r.castRoom, r.doc, ms)
	}
	return c.findSpeakers(r, place)
}

func (c *cast) findSpeakers(r *reading, place func(i int) bool) []speaker {
	if place == nil {
		place = func(int) bool { return false }
	}
	f := &speakerFinder{cast: c, place: place, atoms: c.room.atoms[:0]}
	f.country = f.homeForces(r)
	for n, s := range c.d.Sentences {
		f.sentence(n, s)
	}
	f.out = slices.Grow(c.room.speakers[:0], len(f.atoms))
	f.join()
	f.refer()
	c.room.atoms, c.room.speakers = f.atoms, f.out
	return f.out
}

type atomKind uint8

const (
	personAtom atomKind = iota
	roleAtom
	orgAtom
	pronounAtom
)

// An atom is a part of a speaker's phrase: a person's name, a role or an
// organisation.
type atom struct {
	speaker
	what   atomKind
	entry  *catalogue.Entry // of a role
	titled bool
	single bool // one capitalised word, a person only if it is somebody's surname
	bare   bool // a role that needs a person or a name beside it
	def    bool // "the ministry"
	head   text.Key
	// noun is the token of the role's own noun, "network" in "network of
	// volunteers".
	noun int
}

type speakerFinder struct {
	*cast
	place func(i int) bool
	atoms []atom
	out   []speaker
	// country is the forces of the country that the article names most.
	country *catalogue.Entry
}

// sentence collects the atoms of sentence n.
func (f *speakerFinder) sentence(n int, s text.Sentence) {
	from := len(f.atoms)
	for i := s.First; i < s.Last; i++ {
		t := &f.d.Tokens[i]
		if t.Kind != text.Word && t.Kind != text.Designation || t.Case == text.Lower && f.at[i] == 0 && f.is[i]&pronounWord == 0 {
			continue // nearly all words
		}
		if f.word(i, pronounWord) && !f.capitalMid(i, s) && (f.low(i) != "one" && f.low(i) != "another" || i+1 < s.Last && f.word(i+1, sayWord)) {
			if f.low(i) == "it" && (i+1 >= s.Last || !f.isWord(i+1)) {
				continue // "denied it."
			}
			f.add(n, atom{what: pronounAtom, speaker: speaker{first: i, last: i + 1, core: i, coreLast: i + 1, pronoun: true, rule: "speaker/pronoun"}})
			continue
		}
		if f.at[i] == 0 && len(f.own) == 0 {
			// No organisation or role that is known, as most capitals are.
			if a, ok := f.nameAt(i, s); ok {
				f.add(n, a)
				i = a.last - 1
			}
			continue
		}
		if a, ok := f.orgAt(i, s); ok {
			f.add(n, a)
			i = a.coreLast - 1
			continue
		}
		if a, ok := f.roleAt(i, s); ok {
			// What stands before the role belongs to it, an organisation too.
			for len(f.atoms) > from && f.atoms[len(f.atoms)-1].last > a.first && f.atoms[len(f.atoms)-1].what != pronounAtom {
				b := &f.atoms[len(f.atoms)-1]
				if a.org == nil {
					a.org = b.org
				}
				if b.first < a.first {
					a.first = b.first
					a.core = b.core
				}
				if b.org == nil && b.what == orgAtom && a.kind == event.OfficialKind {
					a.kind = b.kind
				}
				f.atoms = f.atoms[:len(f.atoms)-1]
			}
			a.name = f.phrase(a.core, a.coreLast)
			f.add(n, a)
			i = a.coreLast - 1
			continue
		}
		if a, ok := f.nameAt(i, s); ok {
			f.add(n, a)
			i = a.last - 1
		}
	}
}

func (f *speakerFinder) add(n int, a atom) {
	a.at = n
	f.atoms = append(f.atoms, a)
}

// capitalMid reports whether token i has a capital that its place in the
// sentence does not ask for.
func (f *speakerFinder) capitalMid(i int, s text.Sentence) bool {
	return f.capital(i) && i > s.First && !f.quoteBefore(i)
}

func (f *speakerFinder) quoteBefore(i int) bool {
	if i == 0 || f.d.Tokens[i-1].Kind != text.Punct {
		return false
	}
	switch f.d.Of(i - 1) {
	case "\"", "“", "'", "‘", "«", ":", "—", "–", "-", "(", "•":
		return true
	}
	return false
}

// phrase is the text of tokens first to last-1 on one line.
func (f *speakerFinder) phrase(first, last int) string {
	if last > first && f.possessive(last-1) {
		last--
	}
	w := f.d.Slice(first, last)
	for i := first + 1; i < last; i++ {
		if t := &f.d.Tokens[i]; t.Start-f.d.Tokens[i-1].End > 1 || t.Gap == text.Line {
			return strings.Join(strings.Fields(w), " ")
		}
	}
	return w
}

// claimantKinds is what kind of speaker each kind of actor is.
var claimantKinds = map[string]event.ClaimantKind{
	"state": event.OfficialKind, "forces": event.MilitaryKind, "group": event.PerpetratorKind, "party": event.OfficialKind,
	"agency": event.OfficialKind, "ministry": event.OfficialKind, "coalition": event.MilitaryKind, "police": event.OfficialKind,
	"militia": event.PerpetratorKind, "un": event.UNKind, "ngo": event.NGOKind, "media": event.MediaKind,
}

// entryKind is what kind of speaker e is.
func entryKind(e *catalogue.Entry) event.ClaimantKind {
	switch {
	case strings.Contains(e.ID, "health"):
		return event.MedicalKind
	case strings.HasSuffix(e.Name, " government"):
		return event.OfficialKind
	}
	return claimantKinds[e.ActorKind]
}

// orgAt reads an actor of the catalogue that can speak.
func (f *speakerFinder) orgAt(i int, s text.Sentence) (atom, bool) {
	var e *catalogue.Entry
	last := i + 1
	if own := f.own[f.d.Tokens[i].Key]; own != nil && f.capital(i) {
		e = own
	} else if m := f.match(i, catalogue.Actor); m != nil && m.Use == catalogue.ByName {
		e, last = m.Entry, m.Last
		if m.Maybe {
			var ok bool
			if e, ok = f.settleMaybe(m, s); !ok {
				return atom{}, false
			}
		}
	} else if m != nil && m.Use == catalogue.ByLeader {
		a := f.newPerson(m.First, m.Last)
		a.org, a.kind, a.rule, a.titled = m.Entry, entryKind(m.Entry), "speaker/leader", true
		a.single = m.Last == m.First+1
		return a, true
	}
	if e == nil {
		return atom{}, false
	}
	if last < s.Last && f.d.Tokens[last].Joined() {
		return atom{}, false // "Hamas-run"
	}
	for k := i; k < last; k++ {
		if m := f.match(k, catalogue.Speaker); m != nil && m.Last > last {
			return atom{}, false // "Ukrainian military source"
		}
	}
	if i > s.First && f.d.Tokens[i].Joined() {
		return atom{}, false
	}
	a := atom{what: orgAtom, speaker: speaker{first: i, last: last, core: i, coreLast: last, org: e, kind: entryKind(e), rule: "speaker/actor"}}
	a.name = f.usual(e, i, last)
	if e.ActorKind == "media" && e.Parent != "" {
		// What Amaq puts out, Islamic State says.
		d := f.doer(e)
		a.name, a.kind, a.org = d.Name, event.PerpetratorKind, d
	}
	if i > s.First && f.low(i-1) == "the" {
		a.first = i - 1
	}
	a.head = f.d.Tokens[last-1].Key
	return a, true
}

// usual is the name by which e is told as a speaker: the words of the text for
// forces, ministries and media ("Ukrainian general staff"), the usual name for
// all others ("OHCHR", "Islamic State").
func (f *speakerFinder) usual(e *catalogue.Entry, first, last int) string {
	printed := f.phrase(first, last)
	if w, rest, ok := strings.Cut(printed, " "); ok && strings.EqualFold(w, "the") && !strings.HasPrefix(e.Name, "The ") {
		printed = rest
	}
	switch e.ActorKind {
	case "state":
		if m := f.match(first, catalogue.Actor); m != nil && m.Maybe || f.allUpper(first, last) || strings.Contains(printed, ".") {
			return e.Name
		}
		return printed
	case "forces", "ministry", "media", "police":
		if strings.ToUpper(e.Name) == e.Name && !strings.Contains(e.Name, " ") {
			return e.Name
		}
		if m := f.match(first, catalogue.Actor); m != nil && m.Maybe && e.ActorKind != "media" {
			return e.Name
		}
		return printed
	}
	return e.Name
}

// roleAt reads the role whose words begin at token i.
func (f *speakerFinder) roleAt(i int, s text.Sentence) (atom, bool) {
	m := f.match(i, catalogue.Speaker)
	if m == nil || m.Last > s.Last {
		return atom{}, false
	}
	last := m.Last
	if last < s.Last && f.d.Tokens[last].Joined() || f.d.Tokens[i].Joined() && !f.word(max(i-1, 0), modWord) {
		return atom{}, false
	}
	// "the police chief's car", "ministry building": another noun has it.
	if !f.closes(last, s) && !f.capital(last) && f.match(last, catalogue.Speaker) == nil {
		return atom{}, false
	}
	if f.capital(i) && last < s.Last && f.next(last) && f.bodyAt(last) {
		return atom{}, false // "General Assembly"
	}
	a := atom{what: roleAtom, entry: m.Entry, speaker: speaker{first: i, last: last, core: i, coreLast: last, kind: event.ClaimantKind(m.Entry.ID), plural: m.Plural || f.pluralRole(last-1), rule: "speaker/role"}}
	a.head, a.noun = f.d.Tokens[last-1].Key, last-1
	f.extendLeft(&a, s)
	f.extendRight(&a, s)
	a.bare = m.Maybe && a.first == i && a.coreLast == last
	if a.org != nil {
		f.speaksFor(&a.speaker, m.Entry.ID)
	}
	return a, true
}

func (f *speakerFinder) pluralRole(i int) bool {
	w := f.low(i)
	if strings.HasSuffix(w, "ies") || strings.HasSuffix(w, "men") && w != "women" {
		return true
	}
	switch w {
	case "people", "police", "men", "women", "authorities", "witnesses", "policemen", "servicemen", "fishermen", "families", "relatives", "forces", "staff":
		return true
	}
	return false
}

// speaksFor sets the kind of somebody who speaks for s.org: the spokesman of a
// ministry is an official, that of the army a soldier, that of an armed group
// its own.
func (f *speakerFinder) speaksFor(s *speaker, role string) {
	switch event.ClaimantKind(role) {
	case event.OfficialKind, event.MilitaryKind, event.UnknownKind, event.PerpetratorKind:
		if k := entryKind(s.org); k != event.OfficialKind || role == "" {
			s.kind = k
		}
	}
}

// maxLeft bounds the words before a role: "two senior Israeli army officers".
const maxLeft = 8

// extendLeft takes in what stands before a role.
func (f *speakerFinder) extendLeft(a *atom, s text.Sentence) {
	k := a.first
	for n := 0; k > s.First && n < maxLeft; n++ {
		b := k - 1
		if f.d.Tokens[k].Gap == text.Line || f.d.Tokens[k].Gap == text.Blank {
			break
		}
		t := &f.d.Tokens[b]
		w := f.low(b)
		switch {
		case t.Kind == text.Clitic && f.possessive(b) || t.Kind == text.Punct && (f.d.Of(b) == "’" || f.d.Of(b) == "'") && b > s.First && strings.HasSuffix(f.low(b-1), "s") && t.Gap == text.None:
			// "Lebanon's health ministry", "the governor's office".
			if b == s.First || !f.isWord(b-1) && f.d.Tokens[b-1].Kind != text.Designation {
				a.first = k
				return
			}
			k = b - 1
			if m := f.actorEnding(b, s); m != nil {
				k = m.First
				f.setOrg(a, m)
			}
			continue
		case t.Kind != text.Word && t.Kind != text.Designation && t.Kind != text.Number:
			a.first = k
			a.core = k
			return
		}
		switch w {
		case "the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "this", "these", "those", "another", "one", "no", "some":
			a.core, a.first = k, b
			a.def = w == "the" || w == "this" || w == "its" || w == "their"
			return
		}
		if m := f.actorEnding(k, s); m != nil {
			k = m.First
			f.setOrg(a, m)
			continue
		}
		if f.d.Tokens[k].Joined() || f.word(b, modWord) || f.word(b, numberWord) || f.capital(b) && !f.word(b, timeWord|smallWord|sayWord) && (b > s.First || !f.word(b, smallWord)) {
			if f.word(b, smallWord) && !f.word(b, modWord|numberWord) {
				break
			}
			k = b
			continue
		}
		break
	}
	a.first, a.core = k, k
}

// actorEnding is the actor named by the tokens before token k, or nil.
func (f *speakerFinder) actorEnding(k int, s text.Sentence) *catalogue.Match {
	for b := k - 1; b >= s.First && b >= k-7; b-- {
		if m := f.match(b, catalogue.Actor); m != nil && m.Last == k && m.Use != catalogue.ByLeader && !m.Maybe {
			return m
		}
	}
	return nil
}

func (f *speakerFinder) setOrg(a *atom, m *catalogue.Match) {
	if a.org == nil {
		a.org = m.Entry
	}
}

// extendRight takes in what a role is of: "spokesman for the State Emergency
// Service", "director of Al-Nasr hospital", "health ministry in Gaza".
func (f *speakerFinder) extendRight(a *atom, s text.Sentence) {
	j := a.last
	for range 2 {
		if j+1 >= s.Last || !f.next(j) {
			return
		}
		switch f.low(j) {
		case "of", "for", "at", "in", "with", "from", "to", "on":
		default:
			return
		}
		k := j + 1
		switch f.low(k) {
		case "the", "a", "an", "its", "his", "their", "this":
			k++
		}
		end := f.nounEnd(k, s, a)
		if end <= k {
			return
		}
		prep := f.low(j)
		if (prep == "to" || prep == "on" || prep == "from" || prep == "with") && a.org == nil {
			return
		}
		a.last = end
		if prep == "of" || prep == "for" || prep == "at" {
			a.coreLast = end
			a.ofFirst, a.ofLast = k, end
		}
		j = end
	}
}

// nounEnd is where a name or a noun that the catalogue knows, which begins at
// token k, ends; k where there is none.
func (f *speakerFinder) nounEnd(k int, s text.Sentence, a *atom) int {
	j := k
	for n := 0; j < s.Last && n < 8; n++ {
		if j > k && !f.next(j) {
			return j
		}
		t := &f.d.Tokens[j]
		if m := f.match(j, catalogue.Actor); m != nil && !m.Maybe && m.Use != catalogue.ByLeader {
			if a.org == nil {
				a.org = m.Entry
			}
			j = m.Last
			continue
		}
		if m := f.match(j, catalogue.Speaker); m != nil {
			j = m.Last
			continue
		}
		if m := f.match(j, catalogue.Site); m != nil && !m.Maybe {
			j = m.Last
			continue
		}
		switch {
		case t.Kind == text.Clitic && f.possessive(j) && j > k:
		case t.Kind == text.Designation, t.Kind == text.Ordinal:
		case f.capital(j) && !f.word(j, timeWord):
		case f.word(j, nameParticle) && f.capital(j+1):
		case f.word(j, modWord) && !f.word(j, smallWord):
		case t.Kind == text.Word && j > k && f.d.Tokens[j].Joined():
		case j > k && (f.low(j) == "of" || f.low(j) == "for") && (f.capital(j+1) || f.low(j+1) == "the" && f.capital(j+2)):
			if f.low(j+1) == "the" {
				j++
			}
		default:
			return f.trim(k, j)
		}
		j++
	}
	return f.trim(k, j)
}

// trim gives up adjectives at the end of what a role is of, which belong to
// nothing: "spokesman for two".
func (f *speakerFinder) trim(k, j int) int {
	for b := j - 1; b >= k; b-- {
		// "rescuers in the Ukrainian capital": an adjective of which no noun follows.
		if m := f.match(b, catalogue.Actor); m != nil && m.Last == j && m.Use == catalogue.ByDemonym && !m.Plural {
			j = b
			break
		}
	}
	for j > k && f.d.Tokens[j-1].Kind == text.Word && !f.capital(j-1) && f.word(j-1, modWord) && f.match(j-1, catalogue.Speaker) == nil && f.match(j-1, catalogue.Site) == nil && !f.word(j-1, forcesWord|bodyWord|officialWord) {
		j--
	}
	return j
}

// newPerson is the atom of a person named by tokens first to last-1.
func (f *speakerFinder) newPerson(first, last int) atom {
	return atom{what: personAtom, speaker: speaker{first: first, last: last, core: first, coreLast: last, name: f.phrase(first, last), person: true, kind: event.UnknownKind, rule: "speaker/person"}}
}

// maxName bounds the words of a name.
const maxName = 12

// nameAt reads a run of capitalised words that begins at token i: a person, or
// an organisation that the catalogue does not know.
func (f *speakerFinder) nameAt(i int, s text.Sentence) (atom, bool) {
	if !f.capital(i) {
		return atom{}, false
	}
	first := i
	titled := false
	// Titles before the name: "Brig. Gen.", "Dr", "Mayor".
	for i < min(s.Last, first+maxName) && f.word(i, titleWord) && (f.capital(i) || f.d.Tokens[i].Abbrev) && (i == first || f.next(i)) && !f.bodyAt(i+1) {
		titled = true
		i++
	}
	if i >= s.Last || titled && !f.next(i) {
		return atom{}, false
	}
	if !titled && i > s.First && f.next(i) && f.word(i-1, titleWord) {
		titled = true
	}
	start := i
	if i == s.First && (f.word(i, smallWord|numberWord) || f.word(i, modWord) && !f.capital(i+1)) && !f.word(i, nameParticle) {
		return atom{}, false
	}
	org := false
	kind := event.UnknownKind
	j := i
	names := 0
	for j < s.Last {
		t := &f.d.Tokens[j]
		if j > start && !f.next(j) {
			break
		}
		if j > start {
			if m := f.match(j, catalogue.Actor); m != nil && !m.Maybe && m.Use != catalogue.ByLeader && m.Last > m.First+1 {
				break
			}
		}
		if f.capital(j) && !f.word(j, timeWord) && !(f.word(j, smallWord) && !f.word(j, nameParticle)) {
			if f.word(j, titleWord) && names > 0 && j > start && !org && j+1 < s.Last && f.capital(j+1) && f.next(j+1) && !f.bodyAt(j+1) {
				// "Florida Governor Ron Desmond", "Ukrainian Navy Capt. Koval".
				start, names, titled = j+1, 0, true
				j++
				continue
			}
			if m := f.match(j, catalogue.Actor); m != nil && m.Use == catalogue.ByLeader && j > start && names > 0 && !org {
				start, names = j, 0 // "Yet Bashar al-Assad"
			}
			if f.word(j, bodyWord|bandWord) {
				org = true
				kind = f.orgKind(j, kind)
			}
			if names++; names > maxName {
				break // a headline in capitals
			}
			j++
			continue
		}
		if names > 0 || f.word(j, nameParticle) && f.d.Tokens[j].Case == text.Lower && j == start {
			k := j
			for k < s.Last && k < j+2 && f.word(k, nameParticle) && f.d.Tokens[k].Case == text.Lower {
				k++
			}
			if k > j && k < s.Last && f.capital(k) && f.next(k) {
				j = k
				continue
			}
			// "Centre for Eastern Studies", "Bank of the South".
			if org && (f.low(j) == "of" || f.low(j) == "for" || f.low(j) == "and") {
				k = j + 1
				if f.low(k) == "the" {
					k++
				}
				if k < s.Last && f.capital(k) && f.low(j) != "and" {
					j = k
					continue
				}
			}
		}
		if t.Kind == text.Word && f.d.Tokens[j].Joined() && names > 0 && t.Case == text.Lower && j+1 < s.Last && f.word(j, nameParticle) {
			j++
			continue
		}
		break
	}
	if names == 0 || names > maxName {
		return atom{}, false
	}
	if j < s.Last && f.d.Tokens[j].Joined() {
		return atom{}, false // "Kharkiv-based"
	}
	// A lower-case head: "Abu Salim clinic", "Kremen plant".
	if !org && !titled && j < s.Last && f.next(j) && f.d.Tokens[j].Case == text.Lower && f.lowerBody(j) && f.closes(j+1, s) && f.match(j, catalogue.Speaker) == nil {
		org = true
		kind = f.orgKind(j, kind)
		j++
	}
	if org && names >= 1 && (j-start > 1 || i > s.First) && !titled {
		for k := start; k < j; k++ {
			if f.word(k, spotWord) && f.capital(k) && !f.word(j-1, bodyWord|bandWord) {
				return atom{}, false
			}
		}
		a := atom{what: orgAtom, speaker: speaker{first: start, last: j, core: start, coreLast: j, name: f.phrase(start, j), kind: kind, rule: "speaker/organisation"}}
		a.head = f.d.Tokens[j-1].Key
		a.single = j-start == 1
		if start > s.First && f.low(start-1) == "the" {
			a.first, a.def = start-1, true
		}
		return a, true
	}
	if org && !titled {
		return atom{}, false
	}
	for k := start; k < j; k++ {
		if (f.word(k, spotWord|timeWord) || names == 1 && f.word(k, ethnicWord)) && !titled {
			return atom{}, false
		}
		if m := f.match(k, catalogue.Actor); m != nil && !m.Maybe && m.Use != catalogue.ByLeader && !titled {
			return atom{}, false
		}
	}
	if f.allUpper(start, j) && !titled && j-start > 1 {
		return atom{}, false
	}
	a := f.newPerson(start, j)
	a.first, a.titled = first, titled
	if titled {
		a.kind = f.titleKind(start, s)
		if start > first {
			a.office = f.phrase(first, start)
		}
	}
	if m := f.match(start, catalogue.Actor); m != nil && m.Use == catalogue.ByLeader {
		a.org, a.kind = m.Entry, entryKind(m.Entry)
	}
	said := f.saidBeside(start, j, s)
	a.weak = !titled && !said
	if names == 1 {
		a.single = true
		if f.place(start) && !titled && (!said || start > s.First && f.word(start-1, landWord)) || f.d.Tokens[start].Case == text.Upper && j-start == 1 && !titled {
			return atom{}, false
		}
		return a, true
	}
	if f.place(start) && f.place(j-1) && !titled && !said {
		return atom{}, false
	}
	return a, true
}

// titleKind is what kind of speaker the title before token i makes.
func (f *speakerFinder) titleKind(i int, s text.Sentence) event.ClaimantKind {
	for b := i - 1; b >= s.First && b >= i-3 && f.word(b, titleWord); b-- {
		switch strings.TrimSuffix(f.low(b), ".") {
		case "general", "gen", "lt", "lieutenant", "col", "colonel", "maj", "major", "capt", "captain", "brig", "brigadier", "cpl", "corporal", "sgt",
			"sergeant", "pvt", "private", "adm", "admiral", "cmdr", "commander", "commodore", "marshal", "comandante":
			return event.MilitaryKind
		case "dr", "doctor", "nurse", "paramedic", "surgeon":
			return event.MedicalKind
		case "president", "premier", "chancellor", "king", "minister", "governor", "gov", "mayor", "senator", "sen", "rep", "secretary", "ambassador",
			"superintendent", "supt", "inspector", "insp", "constable", "dsp", "asp", "ssp", "sho", "dig", "igp", "dpo", "judge", "justice", "prosecutor",
			"commissioner", "mp", "councillor", "councilor", "lawmaker", "prince", "emir":
			return event.OfficialKind
		case "reporter", "correspondent", "journalist":
			return event.MediaKind
		case "father", "fr", "reverend", "rev", "pastor", "bishop", "archbishop", "imam", "sister", "mullah", "maulana", "maulvi", "rabbi", "cardinal":
			return event.WitnessKind
		}
	}
	return event.UnknownKind
}

// bodyAt reports whether the capitalised word at token j makes a body of the
// title before it: "General Assembly", "Justice Department".
func (f *speakerFinder) bodyAt(j int) bool {
	if !f.capital(j) {
		return false
	}
	if f.low(j) == "general" && f.capital(j+1) {
		j++ // "Attorney General Office"
	}
	w := f.low(j)
	return f.word(j, bodyWord|bandWord) || w == "assembly" || w == "staff"
}

// lowerBody reports whether the word at token j makes an organisation of the
// name before it even without a capital: "Abu Salim clinic".
func (f *speakerFinder) lowerBody(j int) bool {
	switch f.low(j) {
	case "hospital", "clinic", "plant", "network", "radio", "television", "newspaper", "university", "observatory", "committee", "council", "police",
		"centre", "center", "website", "channel", "agency":
		return true
	}
	return false
}

// saidBeside reports whether a verb of speech stands right beside tokens first
// to last-1: "said Iryna Koval", "Koval, 45, told".
func (f *speakerFinder) saidBeside(first, last int, s text.Sentence) bool {
	if last < s.Last && f.next(last) && f.word(last, sayWord) {
		return true
	}
	return first > s.First && f.next(first) && f.word(first-1, sayWord)
}

func (f *speakerFinder) allUpper(first, last int) bool {
	for i := first; i < last; i++ {
		if f.d.Tokens[i].Case != text.Upper {
			return false
		}
	}
	return true
}

// orgKind is what kind of speaker an organisation with the word at token i is.
func (f *speakerFinder) orgKind(i int, was event.ClaimantKind) event.ClaimantKind {
	switch f.low(i) {
	case "hospital", "clinic", "crescent", "medical":
		return event.MedicalKind
	case "press", "wire", "times", "post", "news", "radio", "tv", "television", "tribune", "herald", "chronicle", "gazette", "journal", "dispatch",
		"telegraph", "observer", "broadcasting", "media", "channel", "portal":
		return event.MediaKind
	case "army", "armies", "brigade", "brigades", "battalion", "battalions", "command", "division", "regiment", "corps", "squad", "unit", "units":
		return event.MilitaryKind
	case "front", "movement", "militia", "liberation", "resistance", "cartel", "militants", "fighters", "mujahideen", "faction", "column":
		return event.PerpetratorKind
	case "ministry", "council", "department", "authority", "service", "services", "police", "agency", "office", "directorate", "court", "parliament",
		"bureau", "administration", "secretariat", "commission":
		return event.OfficialKind
	case "observatory", "network", "foundation", "institute", "association", "union", "watch", "monitor", "cross", "fund", "trust", "initiative",
		"project", "forum", "organisation", "organization", "committee", "campaign", "lawyers", "doctors", "room", "rooms", "helmets":
		return event.NGOKind
	case "nations":
		return event.UNKind
	case "church", "diocese", "archdiocese":
		return event.WitnessKind
	}
	return was
}

// vague reports whether an untitled run of capitals is more likely a headline
// than a name.
func (a *atom) vague() bool { return a.weak && a.coreLast-a.core > 4 }

// join makes one phrase of a person and the office that stands beside the
// name.
func (f *speakerFinder) join() {
	for range 2 {
		// A name takes its rank before it goes with the office before both: "the
		// commander-in-chief, General Valerii Zaluzhnyi".
		out := f.atoms[:0]
		for k := 0; k < len(f.atoms); k++ {
			a := f.atoms[k]
			for k+1 < len(f.atoms) && f.atoms[k+1].at == a.at && f.merge(&a, &f.atoms[k+1]) {
				k++
			}
			out = append(out, a)
		}
		f.atoms = out
	}
	for k := range f.atoms {
		f.tail(&f.atoms[k])
	}
}

// tail takes in an age ("Omar Haddad, 34") and an abbreviation in brackets
// ("the Norwegian Refugee Council (NRC)") behind the phrase.
func (f *speakerFinder) tail(a *atom) {
	s := f.d.Sentences[a.at]
	j := a.last
	switch {
	case j+1 >= s.Last:
	case a.person && f.d.Is(j, ',') && f.d.Tokens[j+1].Kind == text.Number && (j+2 >= s.Last || f.d.Is(j+2, ',') || f.word(j+2, sayWord)):
		a.last = j + 2
	case a.what != personAtom && f.d.Is(j, '(') && j+2 < s.Last && f.d.Is(j+2, ')') && f.allUpper(j+1, j+2):
		a.last = j + 3
	}
}

// merge joins b to a where they are one phrase.
func (f *speakerFinder) merge(a, b *atom) bool {
	s := f.d.Sentences[a.at]
	switch {
	case a.what == roleAtom && b.what == personAtom && a.last == b.first && f.next(b.first) && !a.plural:
		// "the regional governor Oleh Petrenko"
		f.hold(b, a, a.first, b.last)
		*a = *b
		return true
	case a.what == roleAtom && b.what == roleAtom && a.last == b.first && !a.plural && f.next(b.first):
		// "deputy police chief Superintendent"
		first := a.first
		if b.org == nil {
			b.org = a.org
		}
		*a = *b
		a.first = first
		return true
	case a.what == roleAtom && b.what == personAtom && !a.plural && b.first == a.last+1 && f.d.Is(a.last, ',') && f.endsApposition(b.last, s) &&
		(a.def || !b.single && f.human(a.noun) && f.d.Is(b.last, ',') && (f.word(b.last+1, sayWord) || f.beforeVerb(b.last+1))):
		// "The regional governor, Oleh Petrenko, said", "A leader, Musa Bello, put"
		f.hold(b, a, a.first, b.last)
		*a = *b
		return true
	case a.what == personAtom && b.what == roleAtom && a.last < len(f.d.Tokens) && !b.plural && f.apposed(a.last, b.first) && f.apposition(a, b, s):
		// "Oleh Petrenko, the regional governor", "Awad, a porter"
		if a.office != "" && b.entry != nil && b.entry.ID == "witness" {
			return false
		}
		f.hold(a, b, a.first, b.last)
		return true
	case a.what == orgAtom && b.what == roleAtom && !b.plural && !f.isState(a) && f.apposed(a.last, b.first) && (b.last >= s.Last || f.d.Tokens[b.last].Kind == text.Punct) && b.core > b.first && !f.human(b.noun):
		// "The Syrian Observatory for Human Rights, a war monitor,"
		a.last = b.last
		return true
	case a.what == roleAtom && b.what == orgAtom && !a.plural && !f.isState(b) && !f.human(a.coreLast-1) && (a.last == b.first && f.next(b.first) || a.last+1 == b.first && f.d.Is(a.last, ',') && f.endsApposition(b.last, s) && !f.placed(a, s)):
		// "the state news agency SANA"
		first := a.first
		*a = *b
		a.first = first
		return true
	case a.what == personAtom && b.what == orgAtom && f.d.Tokens[min(a.last, len(f.d.Tokens)-1)].Kind == text.Word && (b.first == a.last+1) && f.ofOrFrom(a.last):
		// "Ada Okoro of the Lagos Network"
		a.last = b.last
		if a.kind == event.UnknownKind {
			a.kind, a.org = b.kind, b.org
		}
		a.weak = false
		return true
	}
	return false
}

// placed reports whether a only tells where: "slammed into its emergency
// department, the WHO reported".
func (f *speakerFinder) placed(a *atom, s text.Sentence) bool {
	if a.first <= s.First {
		return false
	}
	switch f.low(a.first - 1) {
	case "in", "into", "at", "near", "outside", "on", "against", "inside", "behind", "towards":
		return true
	}
	return false
}

// apposition reports whether role b, behind a comma, describes person a:
// "Awad, a porter, said" and "said Awad, a porter", but not "near Omdurman, a
// spokesman said".
func (f *speakerFinder) apposition(a, b *atom, s text.Sentence) bool {
	if a.first > s.First && f.word(a.first-1, sayWord) {
		return true
	}
	if a.single && !a.titled && f.place(a.core) {
		return false
	}
	n := b.last
	if n >= s.Last || f.d.Tokens[n].Kind == text.Punct {
		return !(a.single && !a.titled && b.core == b.first)
	}
	if f.word(n, sayWord|doWord) {
		return false
	}
	return a.titled || !a.single
}

func (f *speakerFinder) isState(a *atom) bool { return a.org != nil && a.org.ActorKind == "state" }

// human reports whether the role at token i is that of a human being, not of a
// body such as "news agency", "group" or "monitor".
func (f *speakerFinder) human(i int) bool {
	switch f.low(i) {
	case "monitor", "watchdog", "broadcaster", "newspaper", "daily", "website", "outlet", "charity", "channel", "group", "movement", "militia", "coalition",
		"faction", "wing", "arm", "alliance", "company", "operator", "ministry":
		return false
	}
	return !f.word(i, bodyWord|bandWord|officialWord)
}

// ofOrFrom reports whether token i may tie a person to an organisation.
func (f *speakerFinder) ofOrFrom(i int) bool {
	switch f.low(i) {
	case "of", "from", "with":
		return true
	}
	return false
}

// endsApposition reports whether a name in apposition may end before token i.
func (f *speakerFinder) endsApposition(i int, s text.Sentence) bool {
	return i >= s.Last || f.d.Tokens[i].Kind == text.Punct || f.word(i, sayWord|doWord) || f.low(i) == "as" || f.low(i) == "in" || f.low(i) == "on" || f.low(i) == "also"
}

// apposed reports whether only a comma, and an age in commas, stands between
// tokens i and j: "Awad, 34, a porter".
func (f *speakerFinder) apposed(i, j int) bool {
	if j-i < 1 || j-i > 5 || !f.d.Is(i, ',') && !f.d.Is(i, '(') {
		return false
	}
	for k := i + 1; k < j; k++ {
		t := &f.d.Tokens[k]
		if t.Kind == text.Number || f.d.Is(k, ',') || t.Joined() || f.low(k) == "aged" {
			continue
		}
		return false
	}
	return true
}

// hold gives person p the office of role o, over tokens first to last-1.
func (f *speakerFinder) hold(p, o *atom, first, last int) {
	p.first, p.last = first, last
	p.ofFirst, p.ofLast = o.ofFirst, o.ofLast
	p.weak, p.titled = false, true
	p.office = f.phrase(o.core, o.coreLast)
	if p.org == nil {
		p.org = o.org
	}
	if o.kind != "" && (p.kind == event.UnknownKind || p.kind == "") {
		p.kind = o.kind
	}
}

// A known is a person whose full name the article tells.
type known struct {
	name   string
	strong bool // told at least once as a person
	kind   event.ClaimantKind
	office string
	org    *catalogue.Entry
}

// refer gives surnames, "the ministry" and pronouns the name of whom they
// stand for, and drops what cannot speak.
func (f *speakerFinder) refer() {
	var people []known
	byName := map[string]int{}
	full := map[text.Key]int{} // a part of a full name → one more than the index in people
	for k := range f.atoms {
		a := &f.atoms[k]
		if a.what != personAtom || a.single && !a.titled || a.vague() {
			continue
		}
		last := a.coreLast
		if f.possessive(last - 1) {
			last--
		}
		n, ok := byName[a.name]
		if !ok {
			if last-a.core < 2 {
				continue
			}
			n = len(people)
			people = append(people, known{name: a.name})
			byName[a.name] = n
		}
		p := &people[n]
		p.strong = p.strong || !a.weak
		if p.kind == "" || p.kind == event.UnknownKind {
			p.kind = a.kind
		}
		if p.office == "" {
			p.office, p.org = a.office, a.org
		}
		// The surname is the last word, but some are known by their first.
		for _, i := range [...]int{last - 1, a.core} {
			key := f.d.Tokens[i].Key
			if last-a.core < 2 || f.word(i, nameParticle|titleWord|smallWord) || f.d.Tokens[i].End-f.d.Tokens[i].Start < 3 && f.d.Tokens[i].Case != text.Title {
				continue
			}
			if full[key] == 0 {
				full[key] = n + 1
			}
		}
	}
	for k := range f.atoms {
		a := f.atoms[k]
		switch a.what {
		case personAtom:
			if n := full[f.d.Tokens[a.coreLast-1].Key]; n > 0 && (a.single || a.name == people[n-1].name) {
				p := people[n-1]
				if a.single {
					a.rule = "speaker/surname"
				}
				if a.single && !p.strong && a.weak {
					continue
				}
				a.name, a.weak = p.name, !p.strong
				if a.kind == event.UnknownKind || a.kind == "" {
					a.kind = p.kind
				}
				if a.office == "" {
					a.office = p.office
				}
				if a.org == nil {
					a.org = p.org
				}
			} else if a.single && a.weak {
				continue
			}
			f.out = append(f.out, a.speaker)
		case roleAtom:
			if a.bare && !a.def {
				continue
			}
			if !f.antecedent(&a) && !f.ofGroup(&a) {
				f.named(&a)
			}
			if a.rule == "speaker/role" && a.kind == event.NGOKind && a.org == nil {
				f.later(&a, k)
			}
			f.out = append(f.out, a.speaker)
		case orgAtom:
			if a.single && a.org == nil {
				if !f.antecedent(&a) {
					continue
				}
			}
			f.out = append(f.out, a.speaker)
		case pronounAtom:
			n := f.antecedentOf(&a)
			if n == 0 {
				continue
			}
			b := f.out[n-1]
			if a.at-b.at > 6 {
				continue
			}
			b.first, b.last, b.core, b.coreLast, b.at = a.first, a.last, a.first, a.last, a.at
			b.pronoun, b.weak, b.rule = true, false, a.rule
			f.out = append(f.out, b)
		}
	}
}

// ofGroup gives "a spokesman" and "the group's leadership" the name of the
// organisation that spoke or was named last.
func (f *speakerFinder) ofGroup(a *atom) bool {
	if a.org != nil || a.plural || a.coreLast != a.last {
		return false
	}
	spokes := strings.HasPrefix(f.low(a.coreLast-1), "spokes") && a.coreLast-a.core == 1
	group := f.word(a.core, groupWord) && f.possessive(a.core+1) && a.coreLast > a.core+2
	if !spokes && !group {
		return false
	}
	best := -1
	for k := len(f.out) - 1; k >= max(0, len(f.out)-maxBack) && a.at-f.out[k].at <= 2; k-- {
		b := &f.out[k]
		if b.person || b.weak || b.org == nil || b.org.ActorKind == "media" || b.org.ActorKind == "state" && !f.said(b) {
			continue
		}
		if group && b.org.ActorKind != "group" && b.org.ActorKind != "militia" && b.org.ActorKind != "party" {
			continue
		}
		if f.said(b) || b.pronoun || group {
			best = k
			break
		}
		if best < 0 {
			best = k
		}
	}
	if best < 0 {
		return false
	}
	a.name, a.kind, a.org, a.rule = f.out[best].name, f.out[best].kind, f.out[best].org, "speaker/spokesman"
	return true
}

// named gives "Israel's military" the name it has with the adjective, "Israeli
// military".
func (f *speakerFinder) named(a *atom) {
	m := f.match(a.core, catalogue.Actor)
	if m == nil || m.Entry.ActorKind != "state" || m.Use == catalogue.ByLeader || m.Last >= a.coreLast || !f.possessive(m.Last) {
		return
	}
	p := f.people[m.Entry.Country]
	if p == "" || !f.word(m.Last+1, bareForces) && f.low(m.Last+1) != "air" && f.low(m.Last+1) != "armed" && f.low(m.Last+1) != "defence" && f.low(m.Last+1) != "defense" && f.low(m.Last+1) != "general" {
		return
	}
	a.name = p + " " + f.phrase(m.Last+1, a.coreLast)
}

// later gives "a monitoring group" of a first paragraph the name that the
// text tells further down, where it names one such group only.
func (f *speakerFinder) later(a *atom, k int) {
	if a.plural || a.coreLast-a.core > 4 || f.capital(a.coreLast-1) || f.low(a.coreLast-1) != "group" && f.low(a.coreLast-1) != "monitor" && f.low(a.coreLast-1) != "watchdog" || a.at > 4 {
		return
	}
	for j := range k {
		if b := &f.atoms[j]; b.what == orgAtom && b.org != nil && b.org.ActorKind == "ngo" {
			return // named already, and no riddle
		}
	}
	var found *atom
	for j := k + 1; j < min(len(f.atoms), k+4*maxBack); j++ {
		b := &f.atoms[j]
		if b.what != orgAtom || b.org == nil || b.org.ActorKind != "ngo" {
			continue
		}
		if found != nil && found.org != b.org {
			return
		}
		found = b
	}
	if found != nil {
		a.name, a.org, a.rule = found.name, found.org, "speaker/later"
	}
}

// said reports whether a verb of speech stands beside the phrase of b, but for
// a clause in commas.
func (f *speakerFinder) said(b *speaker) bool {
	s := f.d.Sentences[b.at]
	for j := b.last; j < s.Last && j < b.last+4; j++ {
		if f.word(j, sayWord) {
			return true
		}
		if !f.d.Is(j, ',') && !f.beforeVerb(j) {
			break
		}
	}
	if b.first > s.First && f.word(b.first-1, sayWord) {
		return true
	}
	return b.first-2 >= s.First && f.low(b.first-1) == "to" && f.low(b.first-2) == "according"
}

// beforeVerb reports whether token j may stand between a speaker and the verb
// of speech: "at first said", "has since said".
func (f *speakerFinder) beforeVerb(j int) bool {
	switch f.low(j) {
	case "also", "later", "has", "have", "had", "at", "first", "initially", "since", "earlier", "again", "then", "itself", "on":
		return true
	}
	return f.word(j, timeWord)
}

// antecedentOf is one more than the index in f.out of whom a pronoun stands
// for, or 0: the one of its kind who spoke last, in its own sentence or the
// two before, else the one that opens a sentence, else the one named last.
func (f *speakerFinder) antecedentOf(a *atom) int {
	w := f.low(a.first)
	if w == "who" {
		n := len(f.out)
		if n > 0 && f.out[n-1].at == a.at && f.out[n-1].last >= a.first-1 && f.out[n-1].last <= a.first {
			return n
		}
		return 0
	}
	best, score := 0, 0
	for k := len(f.out) - 1; k >= max(0, len(f.out)-maxBack); k-- {
		b := &f.out[k]
		if a.at-b.at > 6 {
			break
		}
		if a.at-b.at > 3 && !b.person || b.weak || b.pronoun && a.at-b.at > 2 {
			continue
		}
		fits := 0
		if g := f.gender(b); g != "" && (w == "he" || w == "she") && g != w {
			continue
		}
		switch w {
		case "he", "she":
			switch {
			case b.person:
				fits = 4
			case !b.plural && b.rule == "speaker/role" && b.org == nil && !f.institution(b):
				fits = 1
			}
		case "one", "another":
			if b.plural {
				fits = 3 // "Western analysts … one noted"
			}
		case "they":
			switch {
			case b.plural:
				fits = 3
			case !b.person && b.rule == "speaker/actor":
				fits = 2
			}
		case "it":
			switch {
			case !b.person && !b.plural && (b.rule == "speaker/actor" || b.rule == "speaker/organisation" || b.rule == "speaker/back"):
				fits = 3
			case !b.person && !b.plural && f.institution(b):
				fits = 3
			}
		}
		if fits == 0 {
			continue
		}
		p := fits
		if f.said(b) || b.pronoun {
			p += 4
		}
		if b.first <= f.d.Sentences[b.at].First+1 {
			p += 2
		}
		if b.org != nil && b.org.ActorKind == "state" && b.first > f.d.Sentences[b.at].First && f.word(b.first-1, landWord|smallWord) && !f.said(b) {
			p -= 3
		}
		p -= a.at - b.at
		if p > score {
			best, score = k+1, p
		}
	}
	return best
}

// gender is "he" or "she" where the words of b tell it, else "".
func (f *speakerFinder) gender(b *speaker) string {
	for i := b.first; i < b.last; i++ {
		switch strings.TrimSuffix(f.low(i), ".") {
		case "mr", "sir", "lord", "king", "prince", "man", "boy", "father", "husband", "brother", "uncle", "grandfather", "businessman", "spokesman",
			"fisherman", "policeman", "imam", "priest", "he", "chairman", "shepherd":
			return "he"
		case "mrs", "ms", "miss", "lady", "queen", "princess", "woman", "girl", "mother", "wife", "sister", "aunt", "grandmother", "businesswoman",
			"spokeswoman", "policewoman", "nun", "widow", "she", "chairwoman", "midwife", "daughter":
			return "she"
		}
	}
	return ""
}

// institution reports whether b is a body and no human being.
func (f *speakerFinder) institution(b *speaker) bool {
	for i := b.core; i < b.coreLast; i++ {
		if f.word(i, bodyWord|officialWord|bandWord) || f.word(i, bareForces) {
			return true
		}
		switch f.low(i) {
		case "observatory", "mission", "company", "coalition", "monitor", "newspaper", "website", "broadcaster", "outlet", "spokesman", "official":
			return f.low(i) != "spokesman" && f.low(i) != "official"
		}
	}
	return false
}

// statements are the words for what somebody put out.
func (f *speakerFinder) statement(i int) bool {
	switch f.low(i) {
	case "statement", "report", "communique", "bulletin", "message", "announcement", "update", "briefing":
		return true
	}
	return false
}

// maxBack bounds how many speakers back a word may refer.
const maxBack = 80

// antecedent gives "the ministry", "the Observatory" or "the army" the name
// told before.
func (f *speakerFinder) antecedent(a *atom) bool {
	if f.statement(a.coreLast-1) && a.what == roleAtom {
		if a.org != nil {
			// "a UN report", "the Pentagon's statement".
			a.name, a.kind, a.rule = a.org.Name, entryKind(a.org), "speaker/statement"
			return true
		}
		for i := a.core; i < a.coreLast-1; i++ {
			if f.capital(i) || f.word(i, forcesWord|bodyWord|officialWord) {
				// "a Syrian army statement".
				a.name, a.rule = f.phrase(a.core, a.coreLast-1), "speaker/statement"
				return true
			}
		}
		// "the statement said": whoever put it out.
		p := atom{speaker: a.speaker}
		for k := len(f.out) - 1; k >= max(0, len(f.out)-maxBack) && a.at-f.out[k].at <= 3; k-- {
			b := &f.out[k]
			if b.pronoun || b.person || b.plural || b.weak || f.statement(b.coreLast-1) || b.org == nil && b.rule == "speaker/role" && !f.institution(b) {
				continue
			}
			if b.org != nil && b.org.ActorKind == "state" && !f.said(b) {
				continue
			}
			a.name, a.kind, a.org, a.rule = b.name, b.kind, b.org, "speaker/statement"
			return true
		}
		a.speaker = p.speaker
		return false
	}
	if a.coreLast-a.core > 2 || a.plural {
		return false
	}
	if a.what == roleAtom && !a.def && a.coreLast-a.core > 1 {
		return false
	}
	if a.what == roleAtom && a.org == nil && f.homeWord(a) {
		if w := f.low(a.first); w == "its" || w == "their" {
			if h := f.stateBefore(a); h != nil {
				return f.home(a, h)
			}
		}
		for k := a.at; k >= max(0, a.at-20) && f.d.Sentences[k].Par == f.d.Sentences[a.at].Par; k-- {
			if e := f.heading(f.d.Sentences[k]); e != nil {
				if h := f.forces[e.Country]; h != nil {
					return f.home(a, h)
				}
			}
		}
	}
	back := f.word(a.coreLast-1, groupWord)
	for k := len(f.out) - 1; k >= max(0, len(f.out)-maxBack); k-- {
		b := &f.out[k]
		if b.pronoun || b.person && b.ofLast == 0 {
			continue
		}
		match := !b.person && b.ofLast == b.ofFirst && f.sameHead(b.coreLast-1, a.coreLast-1) && b.coreLast-b.core > a.coreLast-a.core
		if !match && b.ofLast > b.ofFirst && a.def && f.sameHead(b.ofLast-1, a.coreLast-1) && f.capital(b.ofLast-1) {
			// "spokesman of the Rivers State Police Command … the command".
			a.name, a.kind, a.org = f.phrase(b.ofFirst, b.ofLast), b.kind, b.org
			return true
		}
		if !match && back && b.org != nil && a.def {
			w := f.low(a.coreLast - 1)
			allied := w == "coalition" || w == "alliance"
			switch b.org.ActorKind {
			case "coalition":
				match = b.rule == "speaker/actor" && allied
			case "group", "militia", "party":
				match = b.rule == "speaker/actor" && !allied
			case "ngo", "un":
				match = b.rule == "speaker/actor" && (f.low(a.coreLast-1) == "group" || f.low(a.coreLast-1) == "organisation" || f.low(a.coreLast-1) == "organization")
			}
		}
		if !match && b.org != nil && a.def && a.coreLast-a.core == 1 {
			match = b.rule == "speaker/actor" && slices.Contains(f.wordsOf(b.org), a.head)
		}
		if match {
			a.name, a.kind, a.org = b.name, b.kind, b.org
			if o := b.org; o != nil && !f.sameHead(b.coreLast-1, a.coreLast-1) && strings.HasSuffix(strings.ToLower(o.Name), " "+f.low(a.coreLast-1)) {
				a.name = o.Name // "the army" after "Mali's general staff"
			}
			if b.plural && strings.HasSuffix(a.name, "s") && f.sameHead(b.coreLast-1, a.coreLast-1) {
				a.name = strings.TrimSuffix(a.name, "s") // "the official" after "two senior officials"
			}
			if a.rule != "speaker/role" {
				a.rule = "speaker/back"
			}
			return true
		}
	}
	// "the colonel", "the governor": the one of that rank or office told before.
	if a.what == roleAtom && a.def && a.org == nil && a.coreLast-a.core == 1 && f.human(a.core) {
		for k := len(f.out) - 1; k >= max(0, len(f.out)-maxBack); k-- {
			b := &f.out[k]
			if !b.person || b.pronoun || b.weak || !f.holds(b, a) {
				continue
			}
			a.name, a.kind, a.org, a.person, a.office, a.rule = b.name, b.kind, b.org, true, b.office, "speaker/back"
			return true
		}
	}
	// "the army": the forces of the country that the article is about.
	if a.what == roleAtom && a.org == nil && a.coreLast-a.core <= 2 {
		if e := f.country; e != nil && f.homeWord(a) {
			return f.home(a, e)
		}
	}
	return false
}

// stateBefore is the forces of the state that "its" stands for before a: the
// first that its own sentence names, else the one before, "Moscow's version
// came late. Its defence ministry spoke of".
func (f *speakerFinder) stateBefore(a *atom) *catalogue.Entry {
	hi := sort.Search(len(f.ms), func(i int) bool { return f.ms[i].First >= a.first })
	var found *catalogue.Entry
	at := a.at
	for k := hi - 1; k >= 0; k-- {
		m := &f.ms[k]
		for at > 0 && m.First < f.d.Sentences[at].First {
			if at--; found != nil || a.at-at > 1 {
				return found
			}
		}
		if e := m.Entry; e.Kind == catalogue.Actor && (e.ActorKind == "state" || e.ActorKind == "forces") && f.forces[e.Country] != nil {
			found = f.forces[e.Country]
		}
	}
	return found
}

// holds reports whether the words beside the name of b, a person, give him the
// rank or office that is all that a says: "Colonel Turki al-Maliki", "the mayor
// of Sumy, Artem Kobzar".
func (f *speakerFinder) holds(b *speaker, a *atom) bool {
	for i := b.first; i < b.last; i++ {
		if (i < b.core || i >= b.coreLast) && !(i >= b.ofFirst && i < b.ofLast) && f.d.Tokens[i].Key == a.head {
			return true
		}
	}
	return false
}

// homeWord reports whether a is a body that every state has, as "the army".
func (f *speakerFinder) homeWord(a *atom) bool {
	switch strings.ToLower(f.phrase(a.core, a.coreLast)) {
	case "army", "military", "armed forces", "air force", "navy", "general staff", "defence ministry", "defense ministry", "interior ministry", "health ministry", "government":
		return true
	}
	return false
}

// home names such a body as that of the country whose forces e are.
func (f *speakerFinder) home(a *atom, e *catalogue.Entry) bool {
	switch w := strings.ToLower(f.phrase(a.core, a.coreLast)); w {
	case "army", "military", "armed forces":
		if o := f.armies[e.Country]; o != nil {
			e = o
		}
		a.name, a.org = e.Name, e
		return true
	default:
		if p := f.people[e.Country]; p != "" {
			a.name, a.org = p+" "+w, e
			return true
		}
	}
	return false
}

// sameHead reports whether tokens i and j are one noun, in whichever number.
func (f *speakerFinder) sameHead(i, j int) bool {
	if f.d.Tokens[i].Key == f.d.Tokens[j].Key {
		return true
	}
	a, b := f.low(i), f.low(j)
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(b) == len(a)+1 && b[len(a)] == 's' && b[:len(a)] == a
}

// homeForces is the forces of the country in which most towns lie that the
// article names, else of the one it names most, of those that have any; nil
// where it names none. Equal counts go by code. An attacker's country is named
// more often than anybody's, but the army that reports is that of the towns.
func (f *speakerFinder) homeForces(r *reading) *catalogue.Entry {
	towns := map[string]int{}
	for k := range r.places {
		if p := &r.places[k]; p.at.Country != "" && p.precision < event.InCountry && p.use == usedAsPlace {
			towns[p.at.Country]++
		}
	}
	most := func(counts map[string]int) string {
		best := ""
		for c, n := range counts {
			if f.forces[c] != nil && (best == "" || n > counts[best] || n == counts[best] && c < best) {
				best = c
			}
		}
		return best
	}
	if c := most(towns); c != "" {
		return f.forces[c]
	}
	return f.forces[most(f.countries)]
}
