// Package catalogue knows weapons, armed actors, people, sites and speakers by
// name.
//
// What it knows stands in plain text files, one entry a block and one name a
// line, which a person who knows the war but not Go can edit; the files in
// data are compiled in and [Catalogue.With] lays a user's own over them.
//
//	weapon kn-23
//		name KN-23
//		category ballistic_missile
//		family hwasong-11
//		origin KP
//		alias Hwasong-11Ga
//		maybe Toledo        # a name that is also a word
//		source general knowledge
//
// Blocks are separated by blank lines, and a # begins a comment. A source that
// stands in a block of its own holds for the entries below it in that file.
// "maybe" with the usual name says that this name is also a word. A weapon may
// have a "role": air_defence, platform, dual or decoy.
//
// The other kinds are "class" (the words for a category of weapon), "actor",
// "people", "site" and "speaker"; all but the actor are lists of "word".
package catalogue

import (
	"embed"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/sitrep-go/sitrep/event"
)

// Kind is what an entry is about.
type Kind string

const (
	Weapon  Kind = "weapon"  // a system with an identity: KN-23
	Class   Kind = "class"   // the words for a category of weapon: "ballistic missile"; the id is the category
	Actor   Kind = "actor"   // a state, its forces, an armed group, an agency
	People  Kind = "people"  // the words for people of a group; the id is the [event.Group]
	Site    Kind = "site"    // the words for what is hit; the id is the kind of site
	Speaker Kind = "speaker" // the words for who says so; the id is the [event.ClaimantKind]
)

// kinds lists every Kind; [Catalogue.Find] reports matches of one place in
// this order.
var kinds = [...]Kind{Weapon, Class, Actor, People, Site, Speaker}

// Role is what a weapon does by its nature, where that is not to strike the
// ground. The zero value is an ordinary weapon.
type Role string

const (
	AirDefence Role = "air_defence" // stops other weapons: Patriot, Iron Dome
	Platform   Role = "platform"    // carries weapons: Su-34, MiG-31K
	Dual       Role = "dual"        // air defence that is also fired at the ground: S-300
	Decoy      Role = "decoy"       // draws fire and carries no warhead worth the name: Gerbera
)

// An Entry is one thing the catalogue knows. Fields that do not belong to its
// Kind are zero. Entries are shared and must not be changed.
type Entry struct {
	Kind Kind
	// ID is unique within the Kind.
	ID string
	// Name is the usual name; for the kinds that are lists of words it is
	// the first of them.
	Name string

	// Category is the class of a Weapon or Class.
	Category event.Category
	// Family is a word that related weapons share, as "hwasong-11".
	Family string
	// Origin is the ISO 3166-1 alpha-2 code of the country that designed the
	// weapon.
	Origin string
	// Role tells air defence and carriers from weapons that strike.
	Role Role

	// Country is the ISO 3166-1 alpha-2 code of the country an Actor is of.
	Country string
	// Parent is the id of the Actor that this one acts for.
	Parent string
	// ActorKind is "state", "forces", "group", "party", "agency",
	// "ministry", "coalition", "police", "militia", "un", "ngo" or "media".
	ActorKind string
	// Theatre lists the countries, as ISO 3166-1 alpha-2 codes, where a bare
	// "the army" or "the group" could mean this Actor.
	Theatre []string

	// Names are all spellings in the order of the files, Name first.
	Names []string
	// Source is where the entry comes from.
	Source string
}

// A Catalogue is a set of entries that can be found by name. It is immutable
// and safe for concurrent use. The zero value knows nothing.
type Catalogue struct {
	layers [][]file
	// embedded is set where the only layer is that of data and layers does
	// not hold it.
	embedded bool
	// entries is nil where packed holds them.
	entries []*Entry
	packed  *packed
	// ids holds, by kind and id, one more than an entry's number.
	ids table
	index
}

type idKey struct {
	kind Kind
	id   string
}

func idHash(k Kind, id string) uint64 {
	h, _, _ := roll(basis, string(k))
	for i := 0; i < len(id); i++ {
		h = (h ^ uint64(id[i])) * prime
	}
	return mix(h)
}

// entry is the entry with that number.
func (c *Catalogue) entry(i int32) *Entry {
	if c.packed != nil {
		return c.packed.entry(i)
	}
	return c.entries[i]
}

func (c *Catalogue) size() int {
	if c.packed != nil {
		return len(c.packed.made)
	}
	return len(c.entries)
}

//go:embed data
var data embed.FS

var loadDefault = sync.OnceValue(func() *Catalogue {
	if c, ok := unpack(compiled); ok {
		return c
	}
	c, err := Load(data)
	if err != nil {
		// The files are part of the program and a test reads them.
		panic(err)
	}
	return c
})

// Default is the catalogue that is compiled in. It is unpacked on the first
// call and shared after that.
func Default() *Catalogue { return loadDefault() }

// A file is one text file of a layer.
type file struct{ path, text string }

// Load reads every file of fsys whose name ends in ".txt", in the order of
// their paths. All faults are told at once, in a [Faults].
func Load(fsys fs.FS) (*Catalogue, error) { return new(Catalogue).With(fsys) }

// With is c with the files of fsys laid over it; c itself does not change. An
// entry with an id that c knows adds its names to that entry and replaces the
// fields it sets. A name that c gives to another entry of the same kind goes
// over to the new one. Entries of the result are not those of c.
func (c *Catalogue) With(fsys fs.FS) (*Catalogue, error) {
	files, err := filesOf(fsys)
	if err != nil {
		return nil, err
	}
	layers := c.layers
	if c.embedded {
		own, err := filesOf(data)
		if err != nil {
			return nil, err
		}
		layers = [][]file{own}
	}
	layers = append(layers[:len(layers):len(layers)], files)
	lines := 0
	for _, l := range layers {
		for _, f := range l {
			lines += strings.Count(f.text, "\n") + 1
		}
	}
	p := newParser(lines)
	for _, l := range layers {
		p.layer(l)
	}
	n, err := p.finish()
	if err != nil {
		return nil, err
	}
	n.layers = layers
	return n, nil
}

// filesOf reads the files of a layer.
func filesOf(fsys fs.FS) (files []file, err error) {
	err = fs.WalkDir(fsys, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".txt") {
			return err
		}
		b, err := fs.ReadFile(fsys, path)
		files = append(files, file{path, string(b)})
		return err
	})
	return files, err
}

// Entries lists all entries in the order of the files. The slice belongs to
// the caller.
func (c *Catalogue) Entries() []*Entry {
	out := make([]*Entry, c.size())
	for i := range out {
		out[i] = c.entry(int32(i))
	}
	return out
}

// Actors lists the actors of some kinds, as "state", in the order of the
// files.
func (c *Catalogue) Actors(kinds ...string) []*Entry {
	var out []*Entry
	for i := range int32(c.size()) {
		if p := c.packed; p != nil && !slices.Contains(kinds, p.file.Text(p.list[i].actorKind)) {
			continue
		}
		if e := c.entry(i); e.Kind == Actor && slices.Contains(kinds, e.ActorKind) {
			out = append(out, e)
		}
	}
	return out
}

// ByID is the entry of a kind with an id, or nil.
func (c *Catalogue) ByID(k Kind, id string) *Entry {
	if n := c.ids.get(idHash(k, id)); n != 0 {
		if e := c.entry(n - 1); e.Kind == k && e.ID == id {
			return e
		}
	}
	return nil
}

// Lookup is the entry of a kind that has a name, in any spelling that folds to
// the same letters and digits, or nil. Where several entries share the name as
// one that may mean them, it is the first.
func (c *Catalogue) Lookup(k Kind, name string) *Entry {
	if len(c.refs) == 0 {
		return nil
	}
	h, _, _ := roll(basis, name)
	for n := c.named(h); n != 0; n = c.refs[n].next {
		if kinds[c.refs[n].kind] == k {
			return c.entry(c.refs[n].entry)
		}
	}
	return nil
}
