package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// inputs are the checked raw files by the name the manifest gives them.
type inputs struct {
	paths map[string]string
	order []string
}

// openInputs checks each file of the manifest, whose lines are "SHA-256 name",
// with the name a path in the raw folder or "npm:package@version".
func openInputs(manifest, raw, npm string) (*inputs, error) {
	b, err := os.ReadFile(manifest)
	if err != nil {
		return nil, err
	}
	in := &inputs{paths: map[string]string{}}
	var faults []error
	n := 0
	for l := range strings.Lines(string(b)) {
		n++
		f := strings.Fields(l)
		if len(f) == 0 || strings.HasPrefix(f[0], "#") {
			continue
		}
		if len(f) != 2 {
			faults = append(faults, fmt.Errorf("%s:%d: write \"SHA-256 name\"", manifest, n))
			continue
		}
		path := filepath.Join(raw, f[1])
		if spec, ok := strings.CutPrefix(f[1], "npm:"); ok {
			if path, err = fetch(spec, npm); err != nil {
				faults = append(faults, err)
				continue
			}
		}
		b, err := os.ReadFile(path)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		if sum := fmt.Sprintf("%x", sha256.Sum256(b)); sum != f[0] {
			faults = append(faults, fmt.Errorf("%s: SHA-256 is %s, where %s:%d says %s", path, sum, manifest, n, f[0]))
		}
		in.paths[f[1]] = path
		in.order = append(in.order, f[1])
	}
	return in, errors.Join(faults...)
}

// fetch gives the path of a packed npm package, and packs it if need be.
func fetch(spec, dir string) (string, error) {
	path := filepath.Join(dir, strings.Replace(spec, "@", "-", 1)+".tgz")
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	cmd := exec.Command("npm", "pack", "--silent", spec)
	cmd.Dir = dir
	cmd.Stderr = os.Stderr
	return path, cmd.Run()
}

// gz is the unpacked text of a file.
func (in *inputs) gz(name string) (string, error) {
	path, ok := in.paths[name]
	if !ok {
		return "", fmt.Errorf("the manifest names no %s", name)
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return "", fmt.Errorf("%s: %w", path, err)
	}
	b, err := io.ReadAll(z)
	return string(b), err
}

// packed is a file of a packed npm package.
func (in *inputs) packed(name, file string) ([]byte, error) {
	s, err := in.gz(name)
	if err != nil {
		return nil, err
	}
	t := tar.NewReader(bytes.NewReader([]byte(s)))
	for {
		h, err := t.Next()
		if err != nil {
			return nil, fmt.Errorf("%s holds no %s: %w", name, file, err)
		}
		if h.Name == "package/"+file {
			return io.ReadAll(t)
		}
	}
}
