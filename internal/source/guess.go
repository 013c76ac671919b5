package source

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
)

// Guess says what format a file is in from its name and its first bytes,
// already unpacked. What is nothing else is [Text].
func Guess(path string, head []byte) Format {
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	switch ending(filepath.Base(path)) {
	case ".jsonl", ".ndjson":
		return JSONL
	case ".txtar":
		return Txtar
	case ".csv", ".tsv":
		return CSV
	case ".html", ".htm", ".xhtml":
		return HTML
	case ".txt":
		return Text
	}
	trimmed := bytes.TrimLeft(head, " \t\r\n")
	switch {
	case bytes.HasPrefix(trimmed, []byte("{")):
		if line, _, _ := bytes.Cut(trimmed, []byte("\n")); json.Valid(line) || len(line) == len(trimmed) && len(head) >= 32<<10 {
			return JSONL
		}
		return JSON
	case bytes.HasPrefix(trimmed, []byte("[{")), bytes.HasPrefix(trimmed, []byte("[\n")), bytes.HasPrefix(trimmed, []byte("[\r\n")):
		return JSON
	case looksHTML(trimmed):
		return HTML
	case bytes.Contains(head, []byte("\n-- article.txt --\n")), bytes.HasPrefix(head, []byte("-- article.txt --\n")):
		return Txtar
	case looksCSV(head):
		return CSV
	}
	return Text
}

func looksHTML(head []byte) bool {
	s := strings.ToLower(string(head[:min(len(head), 1024)]))
	for _, p := range []string{"<!doctype html", "<html", "<head", "<?xml", "<body", "<!--"} {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// looksCSV reports whether the first line is a header with a text column
// among others.
func looksCSV(head []byte) bool {
	line, _, found := strings.Cut(string(head[:min(len(head), 4096)]), "\n")
	if !found {
		return false
	}
	cols := strings.FieldsFunc(line, func(r rune) bool { return r == delimiter(line) })
	if len(cols) < 2 {
		return false
	}
	named, text := 0, false
	for _, c := range cols {
		c = columnName(c)
		if len(strings.Fields(c)) <= 3 {
			named++
		}
		for _, t := range textColumns {
			text = text || c == t
		}
	}
	return text && named == len(cols)
}
