package output

import (
	"bytes"
	"encoding/json"
	"io"
)

type jsonl struct{ w io.Writer }

func newJSONL(w io.Writer, _ Options) (Writer, error) { return jsonl{w}, nil }

func (j jsonl) Write(e Entry) error {
	l, err := Line("jsonl", e)
	if err != nil {
		return err
	}
	_, err = j.w.Write(l)
	return err
}

func (j jsonl) Close() error { return nil }

// encode is v as a line of JSON, with <, > and & as they are.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
