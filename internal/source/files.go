package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A File is a file to read articles from.
type File struct {
	// Path is "-" for standard input.
	Path string
	// Name stands for the file in messages.
	Name string
	// ID is the id of the article of a file that holds one and does not name
	// it: the path below the folder that was asked for, without endings, or
	// as much more of it as tells the files apart.
	ID string
	// Size is in bytes, as stored; 0 when it cannot be known.
	Size int64
}

// Find lists the files that args name, in their order: files as they are,
// folders with all the article files below them in the order of their paths,
// glob patterns with what they match, and "-" for standard input. What cannot
// be found is a problem; the rest is listed all the same.
func Find(args []string) ([]File, []Problem) {
	files, problems := find(args)
	for _, longer := range []func(path string) string{
		func(path string) string { return idOf(filepath.ToSlash(filepath.Clean(path))) },
		func(path string) string { return filepath.ToSlash(filepath.Clean(path)) },
	} {
		// A file that is named twice is one.
		paths := map[string]map[string]bool{}
		for _, f := range files {
			if paths[f.ID] == nil {
				paths[f.ID] = map[string]bool{}
			}
			paths[f.ID][filepath.Clean(f.Path)] = true
		}
		for i, f := range files {
			if len(paths[f.ID]) > 1 && f.Path != "-" {
				files[i].ID = longer(f.Path)
			}
		}
	}
	return files, problems
}

// find lists the files as Find does, with names that may be those of several.
func find(args []string) ([]File, []Problem) {
	var files []File
	var problems []Problem
	for _, arg := range args {
		if arg == "-" {
			files = append(files, File{Path: "-", Name: "standard input", ID: "stdin"})
			continue
		}
		info, err := os.Stat(arg)
		switch {
		case err == nil && info.IsDir():
			found, trouble := folder(arg)
			if len(found) == 0 && len(trouble) == 0 {
				trouble = append(trouble, Problem{At: arg, Err: errors.New("holds no article: want files that end in " + strings.Join(endings, " "))})
			}
			files, problems = append(files, found...), append(problems, trouble...)
		case err == nil:
			files = append(files, File{Path: arg, Name: arg, ID: idOf(filepath.Base(arg)), Size: sizeOf(info)})
		case strings.HasPrefix(arg, "http://"), strings.HasPrefix(arg, "https://"):
			problems = append(problems, Problem{At: arg, Err: errors.New("is an address, and only files are read: save the page, or pipe it in, as with curl -sL")})
		case strings.ContainsAny(arg, "*?["):
			// A shell that matched nothing, or a quoted pattern.
			matches, globErr := filepath.Glob(arg)
			if globErr != nil || len(matches) == 0 {
				problems = append(problems, Problem{At: arg, Err: errors.New("no file matches this pattern")})
				continue
			}
			slices.Sort(matches)
			found, trouble := find(matches)
			files, problems = append(files, found...), append(problems, trouble...)
		default:
			problems = append(problems, Problem{At: arg, Err: plain(err)})
		}
	}
	return files, problems
}

// endings are those of the files that a folder is searched for. A file that
// is named by itself may have any.
var endings = []string{".txt", ".txtar", ".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".html", ".htm", ".xhtml"}

func folder(root string) ([]File, []Problem) {
	var files []File
	var problems []Problem
	filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			problems = append(problems, Problem{At: path, Err: plain(err)})
			return nil
		}
		if path != root && strings.HasPrefix(e.Name(), ".") {
			if e.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		if e.IsDir() || !slices.Contains(endings, ending(path)) {
			return nil
		}
		info, err := os.Stat(path)
		if err != nil || info.IsDir() {
			if err != nil {
				problems = append(problems, Problem{At: path, Err: plain(err)})
			}
			return nil
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			rel = path
		}
		files = append(files, File{Path: path, Name: path, ID: idOf(filepath.ToSlash(rel)), Size: sizeOf(info)})
		return nil
	})
	return files, problems
}

func sizeOf(info fs.FileInfo) int64 {
	if info.Mode().IsRegular() {
		return info.Size()
	}
	return 0
}

// ending is the last ending of a name in lower case, that of gzip apart.
func ending(path string) string {
	return strings.ToLower(filepath.Ext(strings.TrimSuffix(path, ".gz")))
}

func idOf(name string) string {
	name = strings.TrimSuffix(name, ".gz")
	if id := strings.TrimSuffix(name, filepath.Ext(name)); id != "" {
		return id
	}
	return name
}

// plain is err without the name of the system call and the path, which the
// message gives already.
func plain(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		if errors.Is(err, fs.ErrNotExist) {
			return errors.New("there is no such file or folder")
		}
		return fmt.Errorf("cannot be read: %w", pe.Err)
	}
	return err
}
