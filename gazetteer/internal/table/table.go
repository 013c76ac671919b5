// Package table is the form in which places lie in memory and on disk: one
// string, read where it lies, with records in the order of their position and
// an open-addressing hash from the keys of names to them.
//
// Nothing is unpacked before use, so that a program which looks up one name
// touches a few pages of it.
package table

import (
	"errors"
	"math"
	"math/bits"
	"sort"
	"sync"

	"github.com/sitrep-go/sitrep/internal/text"
)

// Magic begins every table.
const Magic = "sitrepG1"

// Sizes in bytes of the fixed parts of a table.
const (
	headerSize   = 64
	recordSize   = 13
	divisionSize = 8
	slotSize     = 6
	postingSize  = 3
)

// Bits of a slot's value.
const (
	listBit  = 1 << 23
	maybeBit = 1 << 22
	indexMax = 1<<22 - 1
)

// Bands is how many bands of latitude the records are sorted by.
const Bands = 512

// Record is one place. Names are given apart, for a place has several.
type Record struct {
	Name     string
	Lat, Lon float64
	// Country is the ISO 3166-1 alpha-2 code, or empty at sea.
	Country        string
	Admin1, Admin2 string
	// Class is below 31.
	Class uint8
	// Population is kept to within a tenth, and only where Class is
	// [Populated]; 0 is unknown.
	Population int
	// ID is a GeoNames number below 1<<24, or 0.
	ID uint32
	// Noted is set for a place that news of war names.
	Noted bool
}

// Populated is the class whose population is kept.
const Populated = 5

// A Table is an immutable set of places. The zero Table is empty. It is safe
// for concurrent use.
type Table struct {
	s                                  string
	places, divisions, slots           int
	atRecords, atDivisions, atNames    int
	atSlots, atPostings, atBands, size int
}

// Open reads the header of s. It does no more work than that.
func Open(s string) (*Table, error) {
	if len(s) < headerSize || s[:len(Magic)] != Magic {
		return nil, errors.New("not a table of places")
	}
	t := &Table{s: s}
	word := func(i int) int { return int(u32(s, 8+4*i)) }
	t.places, t.divisions, t.slots = word(0), word(1), word(2)
	names, postings := word(3), word(4)
	t.atRecords = headerSize
	t.atBands = t.atRecords + t.places*recordSize
	t.atDivisions = t.atBands + (Bands+1)*4
	t.atSlots = t.atDivisions + t.divisions*divisionSize
	t.atPostings = t.atSlots + t.slots*slotSize
	t.atNames = t.atPostings + postings*postingSize
	t.size = t.atNames + names
	for _, n := range []int{t.places, t.divisions, t.slots, names, postings} {
		if n > len(s) {
			return nil, errors.New("the table of places is cut short")
		}
	}
	if t.size != len(s) {
		return nil, errors.New("the table of places is cut short")
	}
	return t, nil
}

func u16(s string, i int) uint32 { return uint32(s[i]) | uint32(s[i+1])<<8 }
func u24(s string, i int) uint32 { return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 }
func u32(s string, i int) uint32 { return u16(s, i) | u16(s, i+2)<<16 }

// Len is the number of places.
func (t *Table) Len() int { return t.places }

// Size is the number of bytes of the table.
func (t *Table) Size() int { return len(t.s) }

// Hits are the places that bear a name, most prominent first. The zero Hits
// is empty.
type Hits struct {
	t     *Table
	index uint32
	n     int32
	// Maybe is set where the name is also a word, a person or a firm.
	Maybe bool
}

// Len is the number of places.
func (h Hits) Len() int { return int(h.n) }

// At is the number in the table of the i-th place.
func (h Hits) At(i int) int {
	if h.n == 1 {
		return int(h.index)
	}
	return int(u24(h.t.s, h.t.atPostings+(int(h.index)+i)*postingSize) & (1<<23 - 1))
}

// mix spreads a key over all 64 bits.
func mix(k text.Key) uint64 {
	h := uint64(k)
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

func home(h uint64, slots int) int {
	hi, _ := bits.Mul64(h, uint64(slots))
	return int(hi)
}

func fingerprint(h uint64) uint32 {
	if f := uint32(h & 0xffffff); f != 0 {
		return f
	}
	return 1
}

// Find gives the places whose name has the key k.
func (t *Table) Find(k text.Key) Hits {
	if t.slots == 0 {
		return Hits{}
	}
	h := mix(k)
	f := fingerprint(h)
	for i, n := home(h, t.slots), t.slots; n > 0; n-- {
		at := t.atSlots + i*slotSize
		g := u24(t.s, at)
		if g == 0 {
			return Hits{}
		}
		if g == f {
			v := u24(t.s, at+3)
			hit := Hits{t: t, index: v & indexMax, n: 1, Maybe: v&maybeBit != 0}
			if v&listBit != 0 {
				hit.n = t.listLen(int(hit.index))
			}
			return hit
		}
		if i++; i == t.slots {
			i = 0
		}
	}
	return Hits{}
}

func (t *Table) listLen(i int) int32 {
	n := int32(1)
	for at := t.atPostings + i*postingSize + 2; at < t.atNames && t.s[at]&0x80 == 0; at += postingSize {
		n++
	}
	return n
}

// Name is the usual name of place i.
func (t *Table) Name(i int) string { return t.name(int(u24(t.s, t.record(i)+4) &^ notedBit)) }

// Noted reports whether news of war names place i.
func (t *Table) Noted(i int) bool { return t.s[t.record(i)+6]&0x80 != 0 }

// notedBit is set in the offset of a noted place's name.
const notedBit = 1 << 23

// name reads the string at offset off of the pool. It is a view of the table.
func (t *Table) name(off int) string {
	at := t.atNames + off
	n := int(t.s[at])
	return t.s[at+1 : at+1+n]
}

func (t *Table) record(i int) int { return t.atRecords + i*recordSize }

// Point is the position of place i.
func (t *Table) Point(i int) (lat, lon float64) {
	at := t.record(i)
	return unquantise(u16(t.s, at), 90), unquantise(u16(t.s, at+2), 180)
}

// Class is the class of place i.
func (t *Table) Class(i int) uint8 {
	if b := t.s[t.record(i)+9]; b < firstPopulated {
		return b
	}
	return Populated
}

// Population is the population of place i to within a tenth, or 0.
func (t *Table) Population(i int) int {
	if b := t.s[t.record(i)+9]; b >= firstPopulated {
		return populations()[b-firstPopulated]
	}
	return 0
}

// Division is the number of the division that place i lies in: places of one
// division share it.
func (t *Table) Division(i int) int { return int(u16(t.s, t.record(i)+7)) }

// Country is the country of place i.
func (t *Table) Country(i int) string {
	at := t.atDivisions + t.Division(i)*divisionSize
	if t.s[at] == 0 {
		return ""
	}
	return t.s[at : at+2]
}

// Admin1 is the first-order division of place i.
func (t *Table) Admin1(i int) string {
	return t.name(int(u24(t.s, t.atDivisions+t.Division(i)*divisionSize+2)))
}

// Admin2 is the second-order division of place i.
func (t *Table) Admin2(i int) string {
	return t.name(int(u24(t.s, t.atDivisions+t.Division(i)*divisionSize+5)))
}

// ID is the number that a source gave to place i.
func (t *Table) ID(i int) uint32 { return u24(t.s, t.record(i)+10) }

// Near calls yield with each place whose position may lie within km of the
// point; the caller measures.
func (t *Table) Near(lat, lon, km float64, yield func(i int) bool) {
	if !(km >= 0) || math.IsNaN(lat) || math.IsNaN(lon) {
		return
	}
	dLat := km/111.0 + 0.01
	first, last := band(quantise(lat-dLat, 90)), band(quantise(lat+dLat, 90))
	dLon := 360.0
	if c := math.Cos(math.Min(89.9, math.Abs(lat)+dLat) * math.Pi / 180); c > 0 {
		dLon = math.Min(360, dLat/c+0.01)
	}
	for b := first; b <= last; b++ {
		from, to := int(u32(t.s, t.atBands+4*b)), int(u32(t.s, t.atBands+4*(b+1)))
		for _, shift := range [...]float64{0, -360, 360} {
			lo, hi := lon+shift-dLon, lon+shift+dLon
			if hi < -180 || lo > 180 {
				continue
			}
			qlo, qhi := quantise(lo, 180), quantise(hi, 180)
			i := from + sort.Search(to-from, func(j int) bool { return u16(t.s, t.record(from+j)+2) >= qlo })
			for ; i < to && u16(t.s, t.record(i)+2) <= qhi; i++ {
				if !yield(i) {
					return
				}
			}
			if dLon >= 360 {
				break
			}
		}
	}
}

func band(q uint32) int { return int(q) * Bands / 65536 }

// quantise puts a degree in -limit to limit on 16 bits, about 300 m of
// latitude apart.
func quantise(deg, limit float64) uint32 {
	q := math.Round((deg + limit) / (2 * limit) * 65535)
	return uint32(math.Max(0, math.Min(65535, q)))
}

func unquantise(q uint32, limit float64) float64 {
	deg := float64(q)/65535*2*limit - limit
	return math.Round(deg*1000) / 1000
}

// firstPopulated is the first byte of a class that stands for a populated place
// and its population at once.
const firstPopulated = 32

// scale keeps a population as an eighth of its binary logarithm, in 0 to 223.
func scale(n int) uint8 {
	if n <= 0 {
		return 0
	}
	return uint8(math.Min(223, 1+math.Round(8*math.Log2(float64(n)))))
}

// populations is the population that each byte stands for; it takes three
// functions of mathematics to find one.
var populations = sync.OnceValue(func() *[256 - firstPopulated]int {
	var of [256 - firstPopulated]int
	for b := range of {
		of[b] = unscale(uint8(b))
	}
	return &of
})

// unscale is the population a byte stands for, to two leading digits.
func unscale(b uint8) int {
	if b == 0 {
		return 0
	}
	n := math.Exp2(float64(b-1) / 8)
	unit := math.Pow(10, math.Max(0, math.Floor(math.Log10(n))-1))
	return int(math.Round(n/unit) * unit)
}
