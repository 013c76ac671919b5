// Command generate writes the atlas from Natural Earth's countries at 1:50
// million, as the npm package world-atlas carries them in TopoJSON.
//
// It asks npm for the package, refuses any archive but the one it was written
// for, and gives the same bytes every time.
package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"container/heap"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"

	"golang.org/x/text/language"
)

// The archive that holds the shapes.
const (
	packageName    = "world-atlas"
	packageVersion = "2.0.2"
	packageSHA256  = "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97"
	packageFile    = "package/countries-50m.json"
	source         = "Natural Earth 1:50m, public domain, from npm " + packageName + " " + packageVersion
)

const (
	// scale is the number of steps in a degree: one is about 550 m, a
	// quarter of the line's own error at 1:50 million.
	scale = 200
	// smallest is the area, in square degrees at the equator's scale, of the
	// triangle below which a point of a line is left out: about 6 km².
	smallest = 0.0005
	// south is the latitude below which nothing is drawn: Antarctica alone.
	south = -60
)

// contested are boxes (west, south, east, north) in which a border is drawn as
// disputed. A border with a territory that has no country code is so anyway.
var contested = []struct {
	why string
	box [4]float64
}{
	{"the isthmus of Crimea", [4]float64{33, 45.7, 35.1, 46.4}},
	{"the Golan Heights", [4]float64{35.55, 32.6, 36, 33.45}},
	{"the West Bank", [4]float64{34.85, 31.3, 35.6, 32.6}},
	{"Kashmir", [4]float64{73, 32.4, 80.5, 37.1}},
	{"Western Sahara", [4]float64{-17.2, 20.7, -8.6, 27.75}},
	{"Abyei and the Ilemi", [4]float64{27.6, 9, 29.6, 10.8}},
}

// moved are points whose part of a country is given to another, so that the
// atlas agrees with the country codes of gazetteers and of the United Nations.
var moved = []struct {
	lon, lat float64
	from, to string
}{
	{34.1, 45.0, "RU", "UA"}, // Simferopol: the source draws Crimea with Russia
}

type point struct{ x, y float64 }

type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]float64
	Objects   struct {
		Countries struct {
			Geometries []struct {
				Type       string
				ID         string
				Properties struct{ Name string }
				Arcs       json.RawMessage
			}
		}
	}
}

type country struct {
	Code  string     `json:"code,omitempty"`
	Name  string     `json:"name"`
	Label [2]float64 `json:"label"`
	Size  float64    `json:"size"`
	Rings [][]int    `json:"rings"`

	parts [][][]int
}

func main() {
	log.SetFlags(0)
	from := flag.String("from", "", "read this archive instead of asking npm for "+packageName+"@"+packageVersion)
	out := flag.String("o", "atlas.json", "file to write")
	flag.Parse()
	if err := run(*from, *out); err != nil {
		log.Fatal("generate: ", err)
	}
}

func run(from, out string) error {
	if from == "" {
		dir, err := os.MkdirTemp("", "atlas")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		cmd := exec.Command("npm", "pack", "--silent", "--pack-destination", dir, packageName+"@"+packageVersion)
		cmd.Stderr = os.Stderr
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("npm pack: %w; or fetch %s-%s.tgz yourself and name it with -from", err, packageName, packageVersion)
		}
		from = filepath.Join(dir, packageName+"-"+packageVersion+".tgz")
	}
	archive, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if sum := sha256.Sum256(archive); hex.EncodeToString(sum[:]) != packageSHA256 {
		return fmt.Errorf("%s has SHA-256 %x, not %s: it is not %s %s", from, sum, packageSHA256, packageName, packageVersion)
	}
	file, err := member(archive, packageFile)
	if err != nil {
		return err
	}
	var topo topology
	if err := json.Unmarshal(file, &topo); err != nil {
		return err
	}
	b, err := convert(&topo)
	if err != nil {
		return err
	}
	return os.WriteFile(out, b, 0o644)
}

func member(archive []byte, name string) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		return nil, err
	}
	r := tar.NewReader(z)
	for {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("the archive holds no %s", name)
		}
		if err != nil {
			return nil, err
		}
		if h.Name == name {
			return io.ReadAll(r)
		}
	}
}

func convert(topo *topology) ([]byte, error) {
	arcs := make([][]point, len(topo.Arcs))
	for i, a := range topo.Arcs {
		x, y := 0.0, 0.0
		for _, d := range a {
			x, y = x+d[0], y+d[1]
			arcs[i] = append(arcs[i], point{
				x*topo.Transform.Scale[0] + topo.Transform.Translate[0],
				y*topo.Transform.Scale[1] + topo.Transform.Translate[1],
			})
		}
	}
	outline := func(ring []int) []point {
		var o []point
		for _, i := range ring {
			a := slices.Clone(arcs[max(i, ^i)])
			if i < 0 {
				slices.Reverse(a)
			}
			if len(o) > 0 {
				a = a[1:]
			}
			o = append(o, a...)
		}
		return unwrap(o)
	}

	countries, err := read(topo)
	if err != nil {
		return nil, err
	}
	for _, m := range moved {
		if !move(countries, m.from, m.to, point{m.lon, m.lat}, outline) {
			return nil, fmt.Errorf("no part of %s lies at %v, %v", m.from, m.lon, m.lat)
		}
	}

	// Small islands go, unless they are all there is of a country.
	owners := map[int][]string{}
	kept := countries[:0]
	for _, c := range countries {
		slices.SortStableFunc(c.parts, func(a, b [][]int) int {
			return compare(area(outline(b[0])), area(outline(a[0])))
		})
		for i, part := range c.parts {
			o := outline(part[0])
			size := area(o)
			if i > 0 && size < 4*smallest || highest(o) < south {
				continue
			}
			if i == 0 {
				at := label(o)
				at.x = math.Remainder(at.x, 360)
				c.Label = [2]float64{round(at.x), round(at.y)}
			}
			c.Size += size
			for _, ring := range part {
				c.Rings = append(c.Rings, ring)
				for _, a := range ring {
					a = max(a, ^a)
					owners[a] = append(owners[a], c.Code)
				}
			}
		}
		c.Size = math.Round(c.Size*100) / 100
		if len(c.Rings) > 0 {
			kept = append(kept, c)
		}
	}
	countries = kept

	// Number the arcs that are left in the order of the source.
	number := map[int]int{}
	var packed []byte
	var disputed []int
	for i, a := range arcs {
		who := owners[i]
		if who == nil {
			continue
		}
		if len(who) > 1 && (slices.Contains(who, "") || slices.Contains(who, "XK") || boxed(a)) {
			disputed = append(disputed, len(number))
		}
		number[i] = len(number)
		packed = pack(packed, simplify(a))
	}
	for _, c := range countries {
		for k, ring := range c.Rings {
			ring = slices.Clone(ring)
			for j, a := range ring {
				if a < 0 {
					ring[j] = ^number[^a]
				} else {
					ring[j] = number[a]
				}
			}
			c.Rings[k] = ring
		}
	}

	// One country a line, so that a change can be read.
	var b bytes.Buffer
	fmt.Fprintf(&b, "{\"source\":%q,\n\"scale\":%d,\n", source, scale)
	line, err := json.Marshal(disputed)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(&b, "\"contested\":%s,\n\"countries\":[\n", line)
	for i, c := range countries {
		line, err := json.Marshal(c)
		if err != nil {
			return nil, err
		}
		b.Write(line)
		if i+1 < len(countries) {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "],\n\"arcs\":%q}\n", base64.StdEncoding.EncodeToString(packed))
	return b.Bytes(), nil
}

// unwrap lets a line that crosses the 180th meridian run on beyond it: the
// source jumps to the other edge of the map.
func unwrap(line []point) []point {
	turn := 0.0
	for i := range line {
		line[i].x += turn
		if i == 0 {
			continue
		}
		switch d := line[i].x - line[i-1].x; {
		case d > 180:
			turn -= 360
			line[i].x -= 360
		case d < -180:
			turn += 360
			line[i].x += 360
		}
	}
	return line
}

func read(topo *topology) ([]*country, error) {
	var out []*country
	for _, g := range topo.Objects.Countries.Geometries {
		c := &country{Name: g.Properties.Name}
		if g.ID != "" {
			n, err := strconv.Atoi(g.ID)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", c.Name, err)
			}
			// A dependency may share the number of its country, and then
			// bears its code.
			region, err := language.EncodeM49(n)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", c.Name, err)
			}
			c.Code = region.String()
		} else if c.Name == "Kosovo" {
			c.Code = "XK"
		}
		var err error
		switch g.Type {
		case "Polygon":
			c.parts = make([][][]int, 1)
			err = json.Unmarshal(g.Arcs, &c.parts[0])
		case "MultiPolygon":
			err = json.Unmarshal(g.Arcs, &c.parts)
		default:
			err = fmt.Errorf("a %s is no area", g.Type)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.Name, err)
		}
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b *country) int { return compare(a.Name, b.Name) })
	return out, nil
}

func move(countries []*country, from, to string, at point, outline func([]int) []point) bool {
	for _, c := range countries {
		if c.Code != from {
			continue
		}
		for i, part := range c.parts {
			if !inside(at, outline(part[0])) {
				continue
			}
			c.parts = slices.Delete(c.parts, i, i+1)
			for _, d := range countries {
				if d.Code == to {
					d.parts = append(d.parts, part)
					return true
				}
			}
		}
	}
	return false
}

func boxed(arc []point) bool {
	mid := arc[len(arc)/2]
	for _, c := range contested {
		if mid.x >= c.box[0] && mid.x <= c.box[2] && mid.y >= c.box[1] && mid.y <= c.box[3] {
			return true
		}
	}
	return false
}

// pack appends an arc: the number of its points, then each as a step from the
// one before, zigzag and in base 128.
func pack(b []byte, arc []point) []byte {
	var steps []byte
	n, px, py := 0, 0, 0
	for i, p := range arc {
		x, y := int(math.Round(p.x*scale)), int(math.Round(p.y*scale))
		if i > 0 && i < len(arc)-1 && x == px && y == py {
			continue
		}
		steps = binary.AppendUvarint(steps, zigzag(x-px))
		steps = binary.AppendUvarint(steps, zigzag(y-py))
		n, px, py = n+1, x, y
	}
	return append(binary.AppendUvarint(b, uint64(n)), steps...)
}

func zigzag(n int) uint64 { return uint64(n<<1 ^ n>>63) }

// simplify leaves out the points of a line that change its shape least, after
// Visvalingam and Whyatt: again and again the one whose triangle with its
// neighbours is smallest. The ends stay, so that lines still meet, and a closed
// line keeps three corners.
func simplify(arc []point) []point {
	least := 2
	if len(arc) > 0 && arc[0] == arc[len(arc)-1] {
		least = 4
	}
	corners := make([]*corner, len(arc))
	var q queue
	for i, p := range arc {
		corners[i] = &corner{p: p, at: i, before: i - 1, after: i + 1}
	}
	for i := 1; i+1 < len(arc); i++ {
		corners[i].size = triangle(arc[i-1], arc[i], arc[i+1])
		q = append(q, corners[i])
	}
	for i := range q {
		q[i].slot = i
	}
	heap.Init(&q)
	left := len(arc)
	for len(q) > 0 && left > least && q[0].size < smallest {
		c := heap.Pop(&q).(*corner)
		c.gone = true
		left--
		for _, n := range []int{c.before, c.after} {
			d := corners[n]
			if n == c.before {
				d.after = c.after
			} else {
				d.before = c.before
			}
			if n == 0 || n == len(arc)-1 {
				continue
			}
			// A point never ranks before one already left out, or a
			// gentle curve would vanish whole.
			d.size = max(c.size, triangle(corners[d.before].p, d.p, corners[d.after].p))
			heap.Fix(&q, d.slot)
		}
	}
	var out []point
	for _, c := range corners {
		if !c.gone {
			out = append(out, c.p)
		}
	}
	return out
}

type corner struct {
	p                 point
	size              float64
	at, before, after int
	slot              int
	gone              bool
}

type queue []*corner

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	if q[i].size != q[j].size {
		return q[i].size < q[j].size
	}
	return q[i].at < q[j].at
}
func (q queue) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].slot, q[j].slot = i, j
}
func (q *queue) Push(x any) { c := x.(*corner); c.slot = len(*q); *q = append(*q, c) }
func (q *queue) Pop() any {
	old := *q
	c := old[len(old)-1]
	*q = old[:len(old)-1]
	return c
}

// triangle is the area of abc in square degrees at the equator's scale: a
// degree of longitude shrinks with the cosine of the latitude.
func triangle(a, b, c point) float64 {
	return math.Abs((b.x-a.x)*(c.y-a.y)-(c.x-a.x)*(b.y-a.y)) / 2 * math.Cos(b.y*math.Pi/180)
}

func area(ring []point) float64 {
	sum, lat := 0.0, 0.0
	for i := 1; i < len(ring); i++ {
		sum += ring[i-1].x*ring[i].y - ring[i].x*ring[i-1].y
		lat += ring[i].y
	}
	return math.Abs(sum) / 2 * math.Cos(lat/float64(len(ring)-1)*math.Pi/180)
}

func highest(ring []point) float64 {
	top := -90.0
	for _, p := range ring {
		top = max(top, p.y)
	}
	return top
}

// label is the point of a grid over the ring that lies inside it farthest from
// its edge.
func label(ring []point) point {
	lo, hi := ring[0], ring[0]
	for _, p := range ring {
		lo = point{min(lo.x, p.x), min(lo.y, p.y)}
		hi = point{max(hi.x, p.x), max(hi.y, p.y)}
	}
	best, far := point{(lo.x + hi.x) / 2, (lo.y + hi.y) / 2}, -1.0
	const n = 24
	for i := range n {
		for j := range n {
			p := point{lo.x + (hi.x-lo.x)*(float64(i)+.5)/n, lo.y + (hi.y-lo.y)*(float64(j)+.5)/n}
			if !inside(p, ring) {
				continue
			}
			d := math.Inf(1)
			for k := 1; k < len(ring); k++ {
				d = min(d, distance(p, ring[k-1], ring[k]))
			}
			if d > far {
				best, far = p, d
			}
		}
	}
	return best
}

func distance(p, a, b point) float64 {
	k := math.Cos(p.y * math.Pi / 180)
	px, py, dx, dy := (p.x-a.x)*k, p.y-a.y, (b.x-a.x)*k, b.y-a.y
	t := 0.0
	if l := dx*dx + dy*dy; l > 0 {
		t = min(1, max(0, (px*dx+py*dy)/l))
	}
	return math.Hypot(px-t*dx, py-t*dy)
}

func inside(p point, ring []point) bool {
	in := false
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		if (a.y > p.y) != (b.y > p.y) && p.x < (b.x-a.x)*(p.y-a.y)/(b.y-a.y)+a.x {
			in = !in
		}
	}
	return in
}

func round(f float64) float64 { return math.Round(f*100) / 100 }

func compare[T string | float64](a, b T) int {
	if a < b {
		return -1
	}
	if a > b {
		return 1
	}
	return 0
}
