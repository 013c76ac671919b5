//go:build unix

package output

import (
	"errors"
	"os"
	"syscall"
)

// locks reports whether lock does anything. Where it does, an open file can be
// renamed and removed.
const locks = true

// lock keeps other runs from a journal until it is closed, also by a kill.
func lock(f *os.File) error {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	switch {
	case errors.Is(err, syscall.EWOULDBLOCK):
		return errors.New("another run is writing it; wait for that, or name another file with -o")
	case errors.Is(err, syscall.ENOTSUP), errors.Is(err, syscall.ENOSYS), errors.Is(err, syscall.ENOLCK):
		return nil // a file system without locks
	}
	return err
}
