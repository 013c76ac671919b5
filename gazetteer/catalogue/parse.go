package catalogue

import (
	"fmt"
	"slices"
	"strings"

	"github.com/sitrep-go/sitrep/event"
)

// A Fault is one thing that is wrong in a file, and what to write instead.
type Fault struct {
	File      string
	Line, Col int // from 1; Col counts bytes
	Message   string
}

// String prints "file:line:col: message".
func (f Fault) String() string { return fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Col, f.Message) }

// Faults is the error of [Load] and [Catalogue.With]: everything that is wrong
// in the files, in the order of the files.
type Faults []Fault

// Error prints one fault a line.
func (f Faults) Error() string {
	var b strings.Builder
	for i, x := range f {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(x.String())
	}
	return b.String()
}

// categories are the values that "category" may have.
var categories = []event.Category{
	event.BallisticMissile, event.CruiseMissile, event.HypersonicMissile, event.AntiShipMissile,
	event.SurfaceToAirMissile, event.AntiTankMissile, event.Missile, event.OneWayDrone, event.FPVDrone,
	event.Drone, event.NavalDrone, event.GuidedBomb, event.AirBomb, event.BarrelBomb, event.Rocket,
	event.Artillery, event.Mortar, event.Tank, event.ClusterMunition, event.Incendiary, event.IED,
	event.CarBomb, event.SuicideVest, event.LandmineWeapon, event.Grenade, event.Explosive,
	event.SmallArms, event.ChemicalAgent, event.Blade, event.OtherWeapon,
}

var groups = []event.Group{
	event.People, event.Civilian, event.Child, event.Woman, event.Man, event.Elderly, event.Military,
	event.Militant, event.Police, event.Rescuer, event.Medic, event.AidWorker, event.Journalist,
	event.Official, event.Prisoner, event.OtherGroup,
}

var claimantKinds = []event.ClaimantKind{
	event.OfficialKind, event.MilitaryKind, event.PerpetratorKind, event.WitnessKind, event.NGOKind,
	event.UNKind, event.MediaKind, event.MedicalKind, event.AnonymousKind, event.UnknownKind,
}

var actorKinds = []string{"state", "forces", "group", "party", "agency", "ministry", "coalition", "police", "militia", "un", "ngo", "media"}

var roles = []Role{AirDefence, Platform, Dual, Decoy}

// place is where a name or an entry stands in the files.
type place struct{ file, line, col int32 }

type parser struct {
	files  []string
	faults Faults
	// base and below are how many refs and entries the layers below have; a
	// name among them gives way to a new one.
	base    int32
	below   int
	entries []*Entry
	at      []place // of entries
	byID    map[idKey]*Entry
	x       index
	refAt   []place  // of x.refs
	heads   []head   // to be entered in x
	strings []string // of which the entries' Names are parts
	parents []parentRef

	// The block being read.
	entry  *Entry
	number int32 // of the entry
	start  place
	from   int    // where its names begin in strings
	extend bool   // the entry was there before the block
	source string // of the file
	bad    bool   // the block's first line was at fault
	slab   []Entry
}

type parentRef struct {
	id string
	at place
}

func newParser(names int) *parser {
	p := &parser{byID: make(map[idKey]*Entry, names/6), base: 1}
	p.x.refs = make([]ref, 1, names+1)
	p.x.arms = new([seenBits / 64]uint64)
	p.x.seen, p.x.known, p.x.pairs = new([seenBits / 64]uint64), new([seenBits / 64]uint64), new([pairBits / 64]uint64)
	p.x.names = newTable(names)
	p.strings = make([]string, 0, names)
	p.heads = make([]head, 0, 2*names)
	p.refAt = make([]place, 1, names+1)
	return p
}

// layer reads the files of one layer; what it says goes before what the layers
// below say.
func (p *parser) layer(files []file) {
	p.base = int32(len(p.x.refs))
	p.below = len(p.entries)
	for _, f := range files {
		p.file(f.path, f.text)
	}
}

func (p *parser) fault(at place, format string, args ...any) {
	p.faults = append(p.faults, Fault{p.files[at.file], int(at.line), int(at.col), fmt.Sprintf(format, args...)})
}

func (p *parser) file(path, s string) {
	p.files = append(p.files, path)
	p.source = ""
	f := int32(len(p.files) - 1)
	for line := int32(1); s != ""; line++ {
		l := s
		if i := strings.IndexByte(s, '\n'); i >= 0 {
			l, s = s[:i], s[i+1:]
		} else {
			s = ""
		}
		i := 0
		for i < len(l) && (l[i] == ' ' || l[i] == '\t' || l[i] == '\r') {
			i++
		}
		switch {
		case i == len(l):
			p.close()
		case l[i] != '#':
			if k := comment(l); k >= 0 {
				l = l[:k]
			}
			p.line(place{f, line, int32(i + 1)}, l)
		}
	}
	p.close()
}

// comment is where the comment of a line begins, or -1: at a # in front of
// which stands nothing or white space.
func comment(l string) int {
	i := strings.IndexByte(l, '#')
	if i > 0 && l[i-1] != ' ' && l[i-1] != '\t' {
		return -1
	}
	return i
}

// line reads "word value".
func (p *parser) line(at place, l string) {
	i := int(at.col) - 1
	j := i
	for j < len(l) && l[j] != ' ' && l[j] != '\t' {
		j++
	}
	word, value := l[i:j], strings.TrimSpace(l[j:])
	if value == "" {
		p.fault(at, "write a value after %q", word)
		return
	}
	if p.entry == nil && !p.bad {
		p.open(at, word, value)
		return
	}
	if p.bad {
		return
	}
	vat := at
	for l[j] == ' ' || l[j] == '\t' {
		j++
	}
	vat.col = int32(j + 1)
	p.field(at, vat, word, value)
}

func (p *parser) open(at place, word, value string) {
	k := Kind(word)
	switch {
	case word == "source":
		p.source = value
		return
	case !slices.Contains(kinds[:], k):
		p.fault(at, "%q begins no entry: write one of %s, and an id", word, join(kinds[:]))
		p.bad = true
		return
	case strings.ContainsAny(value, " \t"):
		p.fault(at, "an id is one word: write %q", strings.Join(strings.Fields(value), "-"))
		p.bad = true
		return
	}
	key := idKey{k, value}
	p.start, p.extend = at, false
	if e := p.byID[key]; e != nil {
		i := slices.Index(p.entries, e)
		if i < p.below || k != Weapon && k != Actor {
			p.entry, p.number, p.extend = e, int32(i), true
			p.from = len(p.strings)
			return
		}
		old := p.at[i]
		p.fault(at, "%s %s is already at %s:%d: write one block for both, or another id", k, value, p.files[old.file], old.line)
		p.bad = true
		return
	}
	if len(p.slab) == 0 {
		p.slab = make([]Entry, 256)
	}
	e := &p.slab[0]
	p.slab = p.slab[1:]
	*e = Entry{Kind: k, ID: value, Source: p.source}
	switch k {
	case Class:
		e.Category = event.Category(value)
		oneOf(p, at, "a class", e.Category, categories)
	case People:
		oneOf(p, at, "people", event.Group(value), groups)
	case Speaker:
		oneOf(p, at, "a speaker", event.ClaimantKind(value), claimantKinds)
	}
	p.entries = append(p.entries, e)
	p.at = append(p.at, at)
	p.byID[key] = e
	p.entry, p.number = e, int32(len(p.entries)-1)
	p.from = len(p.strings)
}

// close ends a block.
func (p *parser) close() {
	e := p.entry
	p.entry, p.bad = nil, false
	if e == nil {
		return
	}
	if names := p.strings[p.from:len(p.strings):len(p.strings)]; e.Names == nil {
		e.Names = names
	} else {
		e.Names = append(e.Names, names...)
	}
	if e.Name == "" {
		switch {
		case len(e.Names) == 0:
			p.fault(p.start, "%s %s has no name: write \"name …\"", e.Kind, e.ID)
		case e.Kind == Weapon || e.Kind == Actor:
			p.fault(p.start, "%s %s has no usual name: write \"name …\" above its aliases", e.Kind, e.ID)
		default:
			e.Name = e.Names[0]
		}
	}
	if e.Kind == Weapon && e.Category == "" {
		p.fault(p.start, "weapon %s has no class: write \"category\" and one of %s", e.ID, join(categories))
	}
	if e.Kind == Actor && e.ActorKind == "" {
		p.fault(p.start, "actor %s has no kind: write \"kind\" and one of %s", e.ID, strings.Join(actorKinds, ", "))
	}
}

func (p *parser) field(at, vat place, word, value string) {
	e := p.entry
	weapon, actor := e.Kind == Weapon, e.Kind == Actor
	switch word {
	case "name":
		if e.Name != "" && !p.extend {
			p.fault(at, "%s %s has a name, %q: write \"alias %s\"", e.Kind, e.ID, e.Name, value)
			return
		}
		e.Name = value
		p.name(vat, value, 0)
	case "alias":
		p.name(vat, value, 0)
	case "maybe":
		p.name(vat, value, maybe)
	case "word":
		if weapon || actor {
			p.fault(at, "write \"alias %s\": a %s has names", value, e.Kind)
			return
		}
		p.name(vat, value, 0)
	case "source":
		e.Source = value
	case "category":
		p.only(at, weapon, word)
		e.Category = event.Category(value)
		oneOf(p, vat, "a category", e.Category, categories)
	case "family":
		p.only(at, weapon, word)
		e.Family = value
	case "origin":
		p.only(at, weapon, word)
		p.country(vat, value)
		e.Origin = value
	case "role":
		p.only(at, weapon, word)
		e.Role = Role(value)
		oneOf(p, vat, "a role", e.Role, roles)
	case "kind":
		p.only(at, actor, word)
		e.ActorKind = value
		oneOf(p, vat, "a kind", value, actorKinds)
	case "country":
		p.only(at, actor, word)
		p.country(vat, value)
		e.Country = value
	case "parent":
		p.only(at, actor, word)
		e.Parent = value
		p.parents = append(p.parents, parentRef{value, vat})
	case "leader":
		p.only(at, actor, word)
		p.name(vat, value, leader)
	case "demonym":
		p.only(at, actor, word)
		p.name(vat, value, demonym)
	case "theatre":
		p.only(at, actor, word)
		e.Theatre = strings.Fields(value)
		for _, c := range e.Theatre {
			p.country(vat, c)
		}
	default:
		p.fault(at, "%q is no field of a %s: write one of %s", word, e.Kind, fieldsOf(e.Kind))
	}
}

func fieldsOf(k Kind) string {
	switch k {
	case Weapon:
		return "name, alias, maybe, category, family, origin, role, source"
	case Actor:
		return "name, alias, maybe, kind, country, parent, leader, demonym, theatre, source"
	}
	return "word, maybe, source"
}

func (p *parser) only(at place, ok bool, word string) {
	if !ok {
		p.fault(at, "a %s has no %q: write one of %s", p.entry.Kind, word, fieldsOf(p.entry.Kind))
	}
}

func (p *parser) country(at place, s string) {
	if len(s) != 2 || s[0] < 'A' || 'Z' < s[0] || s[1] < 'A' || 'Z' < s[1] {
		p.fault(at, "%q is no country: write two capitals of ISO 3166, as \"UA\"", s)
	}
}

func oneOf[T ~string](p *parser, at place, what string, v T, all []T) {
	if !slices.Contains(all, v) {
		p.fault(at, "%q is not %s: write one of %s", v, what, join(all))
	}
}

func join[T ~string](all []T) string {
	s := make([]string, len(all))
	for i, v := range all {
		s[i] = string(v)
	}
	return strings.Join(s, ", ")
}

// name gives the entry a name.
func (p *parser) name(at place, name string, use uint8) {
	e := p.entry
	if use != leader && use != demonym && !(use == maybe && name == e.Name) {
		p.strings = append(p.strings, name)
	}
	h, _, _ := roll(basis, name)
	if h == basis {
		p.fault(at, "%q has neither letters nor digits: write a name", name)
		return
	}
	last := int32(0)
	for n := p.x.named(h); n != 0; n = p.x.refs[n].next {
		r := &p.x.refs[n]
		last = n
		if kinds[r.kind] != e.Kind {
			continue
		}
		if n < p.base {
			// The user's files have the last word.
			r.entry = p.number
			r.set(name, use)
			return
		}
		if r.entry != p.number && r.maybe() && use == maybe {
			continue
		}
		if r.entry == p.number && use == maybe && !r.maybe() && name == e.Name {
			// "name Emad" and "maybe Emad": the usual name is also a word.
			r.set(name, maybe)
			return
		}
		o := p.refAt[n]
		if r.entry == p.number {
			p.fault(at, "%q is already a name of %s at %s:%d: leave it out", name, e.ID, p.files[o.file], o.line)
		} else {
			p.fault(at, "%q is already a name of %s at %s:%d: leave one out, or write \"maybe\" in both", name, p.entries[r.entry].ID, p.files[o.file], o.line)
		}
		return
	}
	p.refAt = append(p.refAt, at)
	p.x.add(h, last, name, p.number, e.Kind, use)
	n := len(p.heads)
	p.heads = p.x.addHeads(p.heads, name, p.x.refs[len(p.x.refs)-1].flags)
	if e.Kind == Weapon || e.Kind == Class {
		for _, h := range p.heads[n:] {
			p.x.arms[h.key%seenBits/64] |= 1 << (h.key % 64)
		}
	}
}

func (p *parser) finish() (*Catalogue, error) {
	for _, r := range p.parents {
		if p.byID[idKey{Actor, r.id}] == nil {
			p.fault(r.at, "there is no actor %q: write the id of one", r.id)
		}
	}
	if len(p.faults) > 0 {
		return nil, p.faults
	}
	p.x.build(p.heads)
	ids := newTable(len(p.entries))
	for i, e := range p.entries {
		ids.put(idHash(e.Kind, e.ID), int32(i+1))
	}
	return &Catalogue{entries: p.entries, ids: ids, index: p.x}, nil
}
