package source

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

// countReader counts the bytes that were read from a file.
type countReader struct {
	r io.Reader
	n int64
}

func (c *countReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// unpack sees through gzip, also where the name does not tell of it.
func unpack(c *countReader) (*bufio.Reader, error) {
	br := bufio.NewReaderSize(c, 256<<10)
	for depth := 0; ; depth++ {
		head, err := br.Peek(3)
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		if len(head) < 3 || head[0] != 0x1f || head[1] != 0x8b || head[2] != 8 {
			return br, nil
		}
		if depth == 2 {
			return nil, errors.New("is gzip within gzip within gzip: unpack it first")
		}
		z, err := gzip.NewReader(br)
		if err != nil {
			return nil, fmt.Errorf("is damaged gzip: %w", err)
		}
		br = bufio.NewReaderSize(&bombReader{z: z, packed: c}, 256<<10)
	}
}

// Text packs to between a third and a twentieth of its length. A file that
// unpacks to more than maxGrowth times its length, once it is past
// graceBytes, was made to fill a disk.
const (
	maxGrowth  = 200
	graceBytes = 32 << 20
)

type bombReader struct {
	z      *gzip.Reader
	packed *countReader
	out    int64
}

func (b *bombReader) Read(p []byte) (int, error) {
	n, err := b.z.Read(p)
	b.out += int64(n)
	if b.out > graceBytes && b.out/maxGrowth > b.packed.n {
		return 0, fmt.Errorf("unpacks to more than %d times its size, as no text does: a gzip bomb is not read", maxGrowth)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = fmt.Errorf("is damaged gzip: %w", err)
	}
	return n, err
}
