// Package pack keeps tables in a file as they lie in memory, so that a program
// which carries the file uses them where they are: nothing is parsed, and what
// is not looked at is never read from disk.
//
// A file is for the program that it was made with. Whoever loads one asks
// first whether it was made from the same sources; see [Sum].
package pack

import (
	"encoding/binary"
	"hash/crc32"
	"io"
	"io/fs"
	"runtime"
	"unsafe"
)

// align is what every slice of a file is aligned to.
const align = 8

// native reports whether the tables of a file are those of this machine: its
// numbers are little-endian, and it reads them from any address.
var native = (runtime.GOARCH == "amd64" || runtime.GOARCH == "arm64") && binary.NativeEndian.Uint16([]byte{1, 0}) == 1

// A Writer writes a file. The zero value is ready.
type Writer struct {
	b []byte
	// at is where each string begins in pool.
	at   map[string]uint32
	pool []byte
}

// A Span is where a string lies in a file.
type Span struct{ at, n uint32 }

// Span puts a string into the file, once however often it comes.
func (w *Writer) Span(s string) Span {
	at, ok := w.at[s]
	if !ok {
		if w.at == nil {
			w.at = map[string]uint32{}
		}
		at = uint32(len(w.pool))
		w.at[s] = at
		w.pool = append(w.pool, s...)
	}
	return Span{at, uint32(len(s))}
}

// Write writes a slice of numbers, or of arrays or structs of them without
// gaps between the fields.
func Write[T any](w *Writer, list []T) {
	w.b = binary.LittleEndian.AppendUint64(w.b, uint64(len(list)))
	if len(list) > 0 {
		size := len(list) * int(unsafe.Sizeof(list[0]))
		w.b = append(w.b, unsafe.Slice((*byte)(unsafe.Pointer(&list[0])), size)...)
	}
	for len(w.b)%align != 0 {
		w.b = append(w.b, 0)
	}
}

// Bytes is the file, made from sources with that sum.
func (w *Writer) Bytes(sum uint64) []byte {
	head := binary.LittleEndian.AppendUint64(nil, sum)
	head = binary.LittleEndian.AppendUint64(head, uint64(len(w.b)))
	return append(append(head, w.b...), w.pool...)
}

// A Reader reads a file in the order in which it was written. What it gives is
// the file's own memory, and must not be changed.
type Reader struct {
	s    string // what was written, from here on
	pool string
}

// Open opens a file, or reports false where it was not made from sources with
// that sum, or not for this kind of machine.
func Open(file string, sum uint64) (*Reader, bool) {
	const head = 16
	if !native || len(file) < head || number(file) != sum {
		return nil, false
	}
	n := number(file[8:])
	if n > uint64(len(file)-head) {
		return nil, false
	}
	return &Reader{file[head : head+n], file[head+n:]}, true
}

func number(s string) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// Text is the string at span.
func (r *Reader) Text(span Span) string { return r.pool[span.at : span.at+span.n] }

// Read reads a slice that [Write] wrote.
func Read[T any](r *Reader) []T {
	n := int(number(r.s))
	var zero T
	size := n * int(unsafe.Sizeof(zero))
	b := r.s[align : align+size]
	r.s = r.s[align+(size+align-1)/align*align:]
	if n == 0 {
		return nil
	}
	return unsafe.Slice((*T)(unsafe.Pointer(unsafe.StringData(b))), n)
}

// Sum tells apart what the files of fsys hold: their paths and bytes.
func Sum(fsys fs.FS) (uint64, error) {
	table := crc32.IEEETable // which is soonest ready
	sum, size := uint32(0), 0
	buf := make([]byte, 16<<10)
	err := fs.WalkDir(fsys, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		sum = crc32.Update(sum, table, []byte(path))
		f, err := fsys.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		for {
			n, err := f.Read(buf)
			sum = crc32.Update(sum, table, buf[:n])
			size += n
			if err == io.EOF {
				return nil
			}
			if err != nil {
				return err
			}
		}
	})
	return uint64(size)<<32 | uint64(sum), err
}
