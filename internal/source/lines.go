package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// line reads one line of any length up to [MaxArticle] and gives it without
// its end. A longer one is skipped and reported as errTooLarge.
func line(br *bufio.Reader) ([]byte, error) {
	var long []byte
	tooLong := false
	for {
		part, err := br.ReadSlice('\n')
		if !tooLong {
			long = append(long, part...)
			if len(long) > MaxArticle {
				long, tooLong = nil, true
			}
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if tooLong && (err == nil || errors.Is(err, io.EOF)) {
			return nil, errTooLarge
		}
		if err != nil && (len(long) == 0 || !errors.Is(err, io.EOF)) {
			return nil, err
		}
		return bytes.TrimRight(long, "\r\n"), nil
	}
}

func (r *reader) jsonl(br *bufio.Reader) error {
	for n := 1; ; n++ {
		l, err := line(br)
		at := r.Name + ":" + strconv.Itoa(n)
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, errTooLarge):
			if !r.fail(at, err) {
				return nil
			}
			continue
		case err != nil:
			return plain(err)
		}
		if n == 1 {
			l = bytes.TrimPrefix(l, []byte("\xef\xbb\xbf"))
		}
		if len(bytes.TrimSpace(l)) == 0 {
			continue
		}
		id := r.ID + ":" + strconv.Itoa(n)
		if !r.send(at, len(l), func() (Article, error) { return r.object(l, id) }) {
			return nil
		}
	}
}

func (r *reader) json(whole []byte) error {
	whole = bytes.TrimSpace(bytes.TrimPrefix(whole, []byte("\xef\xbb\xbf")))
	if len(whole) > 0 && whole[0] != '[' {
		r.send(r.Name, len(whole), func() (Article, error) { return r.object(whole, r.ID) })
		return nil
	}
	var all []json.RawMessage
	if err := json.Unmarshal(whole, &all); err != nil {
		return notJSON(err, whole)
	}
	for i, o := range all {
		at := fmt.Sprintf("%s[%d]", r.Name, i)
		if !r.send(at, len(o), func() (Article, error) { return r.object(o, fmt.Sprintf("%s:%d", r.ID, i)) }) {
			return nil
		}
	}
	return nil
}

// object reads the article of one JSON object. Fields that it does not have by
// the names of the format it may have by those of a CSV column.
func (r *reader) object(b []byte, id string) (Article, error) {
	var o struct {
		ID        json.RawMessage
		Title     *string
		Published json.RawMessage
		URL       *string
		Source    *outlet
		Text      *string
	}
	if err := json.Unmarshal(b, &o); err != nil {
		return Article{}, notJSON(err, b)
	}
	from := (*string)(o.Source)
	if o.Text == nil || o.Published == nil || o.Title == nil || r.TextColumn != "" {
		var all map[string]json.RawMessage
		if err := json.Unmarshal(b, &all); err != nil {
			return Article{}, notJSON(err, b)
		}
		named := map[string]json.RawMessage{}
		for k, v := range all {
			named[columnName(k)] = v
		}
		field := func(names []string) json.RawMessage {
			for _, n := range names {
				if v, ok := named[n]; ok {
					return v
				}
			}
			return nil
		}
		if r.TextColumn != "" {
			raw, ok := all[r.TextColumn]
			if !ok {
				return Article{}, fmt.Errorf("has no %q, the field that --text-column names", r.TextColumn)
			}
			o.Text = nil
			if json.Unmarshal(raw, &o.Text) != nil {
				return Article{}, fmt.Errorf("%q is not a string", r.TextColumn)
			}
		}
		for _, f := range []struct {
			to    **string
			names []string
		}{{&o.Text, textColumns}, {&o.Title, titleColumns}, {&o.URL, urlColumns}, {&from, outletColumns}} {
			var s string
			if raw := field(f.names); *f.to == nil && raw != nil && string(raw) != "null" && json.Unmarshal(raw, &s) == nil {
				*f.to = &s
			}
		}
		if o.Published == nil {
			o.Published = field(publishedColumns)
		}
		if o.ID == nil {
			o.ID = field(idColumns)
		}
	}
	if o.Text == nil {
		return Article{}, errors.New(`has no "text"; a line is {"id":"…","title":"…","published":"2025-04-24","text":"…"}, of which only "text" must be there; name another field with --text-column`)
	}
	a := Article{}
	a.ID, a.Text = scalar(o.ID), *o.Text
	if a.ID == "" {
		a.ID = id
	}
	set(&a.Title, o.Title)
	set(&a.URL, o.URL)
	set(&a.Outlet, from)
	return a, setPublished(&a, scalar(o.Published))
}

// outlet is the name of an outlet, which some give as an object with a name.
type outlet string

func (o *outlet) UnmarshalJSON(b []byte) error {
	var named struct{ Name string }
	if b[0] == '{' && json.Unmarshal(b, &named) == nil {
		*o = outlet(named.Name)
		return nil
	}
	return json.Unmarshal(b, (*string)(o))
}

func set(to *string, from *string) {
	if from != nil {
		*to = *from
	}
}

// scalar is a JSON string or number as text; empty for anything else.
func scalar(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	var n json.Number
	if json.Unmarshal(raw, &n) == nil {
		return n.String()
	}
	return ""
}

func withArticle(noun string) string {
	if noun != "" && strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

func notJSON(err error, b []byte) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("is not JSON: %v at byte %d", strings.TrimPrefix(syntax.Error(), "json: "), syntax.Offset)
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Errorf("%q is %s where a string is wanted", strings.ToLower(kind.Field), withArticle(kind.Value))
	case errors.As(err, &kind):
		return fmt.Errorf("is a JSON %s where an object is wanted", kind.Value)
	}
	return fmt.Errorf("is not JSON: %w", err)
}
