package table

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/sitrep-go/sitrep/internal/text"
)

// KeyOf is the key of a name, as [Table.Find] takes it: its words joined,
// marks left out. It is 0 for a name without words.
func KeyOf(name string) text.Key {
	var k text.Key
	d := text.Split(name)
	for _, t := range d.Tokens {
		switch {
		case t.Kind == text.Punct:
		case k == 0:
			k = t.Key
		default:
			k = k.Join(t.Key)
		}
	}
	return k
}

// A Builder collects places for a table. The zero Builder is ready for use.
type Builder struct {
	records []Record
	keys    []keyed
	maybe   map[text.Key]bool
}

type keyed struct {
	key   text.Key
	place int32
	rank  int32
}

// Add adds a place with the keys of its names, in order of preference.
func (b *Builder) Add(r Record, keys []text.Key, rank int) {
	for _, k := range keys {
		if k != 0 {
			b.keys = append(b.keys, keyed{k, int32(len(b.records)), int32(rank)})
		}
	}
	b.records = append(b.records, r)
}

// Maybe marks the key of a name that is also a word, a person or a firm.
func (b *Builder) Maybe(k text.Key) {
	if b.maybe == nil {
		b.maybe = map[text.Key]bool{}
	}
	b.maybe[k] = true
}

// Bytes writes the table. The same places in the same order give the same
// bytes.
func (b *Builder) Bytes() ([]byte, error) {
	order := make([]int32, len(b.records))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(i, j int32) int {
		x, y := &b.records[i], &b.records[j]
		return cmp.Or(cmp.Compare(band(quantise(x.Lat, 90)), band(quantise(y.Lat, 90))),
			cmp.Compare(quantise(x.Lon, 180), quantise(y.Lon, 180)),
			cmp.Compare(quantise(x.Lat, 90), quantise(y.Lat, 90)))
	})
	at := make([]int32, len(order))
	for n, i := range order {
		at[i] = int32(n)
	}

	names := &pool{at: map[string]uint32{}}
	names.add("")
	divisions := map[[3]string]uint16{}
	var divisionBytes []byte
	records := make([]byte, 0, len(order)*recordSize)
	bandStart := make([]uint32, Bands+1)
	for n, i := range order {
		r := &b.records[i]
		key := [3]string{r.Country, r.Admin1, r.Admin2}
		div, ok := divisions[key]
		if !ok {
			if len(divisions) > 65535 {
				return nil, fmt.Errorf("more than 65536 divisions")
			}
			div = uint16(len(divisions))
			divisions[key] = div
			var c [2]byte
			copy(c[:], r.Country)
			divisionBytes = append(divisionBytes, c[:]...)
			divisionBytes = put24(divisionBytes, names.add(r.Admin1))
			divisionBytes = put24(divisionBytes, names.add(r.Admin2))
		}
		lat, lon := quantise(r.Lat, 90), quantise(r.Lon, 180)
		records = binary.LittleEndian.AppendUint16(records, uint16(lat))
		records = binary.LittleEndian.AppendUint16(records, uint16(lon))
		name := names.add(r.Name)
		if r.Noted {
			name |= notedBit
		}
		records = put24(records, name)
		records = binary.LittleEndian.AppendUint16(records, div)
		if r.Class == Populated && r.Population > 0 {
			records = append(records, firstPopulated+scale(r.Population))
		} else {
			records = append(records, r.Class)
		}
		records = put24(records, r.ID)
		bandStart[band(lat)+1] = uint32(n + 1)
	}
	for i := 1; i <= Bands; i++ {
		bandStart[i] = max(bandStart[i], bandStart[i-1])
	}

	for i := range b.keys {
		b.keys[i].place = at[b.keys[i].place]
	}
	slices.SortFunc(b.keys, func(x, y keyed) int {
		return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(y.rank, x.rank), cmp.Compare(x.place, y.place))
	})
	type entry struct {
		h     uint64
		value uint32
	}
	var entries []entry
	var postings []byte
	for i := 0; i < len(b.keys); {
		j := i
		var places []int32
		for ; j < len(b.keys) && b.keys[j].key == b.keys[i].key; j++ {
			if !slices.Contains(places, b.keys[j].place) && len(places) < 400 {
				places = append(places, b.keys[j].place)
			}
		}
		v := uint32(places[0])
		if len(places) > 1 {
			v = uint32(len(postings)/postingSize) | listBit
			for n, p := range places {
				x := uint32(p)
				if n == len(places)-1 {
					x |= 1 << 23
				}
				postings = put24(postings, x)
			}
		}
		if v&^listBit > indexMax {
			return nil, fmt.Errorf("more than %d places or shared names", indexMax)
		}
		if b.maybe[b.keys[i].key] {
			v |= maybeBit
		}
		entries = append(entries, entry{mix(b.keys[i].key), v})
		i = j
	}
	slices.SortFunc(entries, func(x, y entry) int { return cmp.Compare(x.h, y.h) })
	slots := len(entries)*6/5 + 1
	hash := make([]byte, slots*slotSize)
	for _, e := range entries {
		i := home(e.h, slots)
		for u24(string(hash[i*slotSize:i*slotSize+3]), 0) != 0 {
			if i++; i == slots {
				i = 0
			}
		}
		put := put24(put24(nil, fingerprint(e.h)), e.value)
		copy(hash[i*slotSize:], put)
	}

	out := make([]byte, headerSize, headerSize+len(records)+len(hash)+len(postings)+len(names.b))
	copy(out, Magic)
	for i, n := range []int{len(order), len(divisions), slots, len(names.b), len(postings) / postingSize} {
		binary.LittleEndian.PutUint32(out[8+4*i:], uint32(n))
	}
	out = append(out, records...)
	for _, n := range bandStart {
		out = binary.LittleEndian.AppendUint32(out, n)
	}
	out = append(out, divisionBytes...)
	out = append(out, hash...)
	out = append(out, postings...)
	out = append(out, names.b...)
	if len(names.b) >= notedBit {
		return nil, fmt.Errorf("the names take %d bytes, more than 8 MB", len(names.b))
	}
	return out, nil
}

// pool keeps each string once, with its length before it.
type pool struct {
	at map[string]uint32
	b  []byte
}

func (p *pool) add(s string) uint32 {
	if len(s) > 255 {
		s = s[:255]
	}
	if off, ok := p.at[s]; ok {
		return off
	}
	off := uint32(len(p.b))
	p.at[s] = off
	p.b = append(append(p.b, byte(len(s))), s...)
	return off
}

func put24(b []byte, n uint32) []byte { return append(b, byte(n), byte(n>>8), byte(n>>16)) }
