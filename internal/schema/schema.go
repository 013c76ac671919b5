// Package schema holds the JSON Schema of the record, which is made from the
// Go types, and checks records against it.
package schema

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"sort"
	"strings"
	"sync"
)

//go:embed record.schema.json
var record []byte

// Record is the JSON Schema (draft 2020-12) of one line of the jsonl output.
// The caller may keep and change the bytes.
func Record() []byte { return bytes.Clone(record) }

var parsed = sync.OnceValue(func() map[string]any {
	var m map[string]any
	if err := json.Unmarshal(record, &m); err != nil {
		panic("schema: record.schema.json is not JSON: " + err.Error())
	}
	return m
})

// Check gives every way in which a line of JSON is no record, each with the
// path of the value; none for a record.
func Check(line []byte) []error {
	d := json.NewDecoder(bytes.NewReader(line))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return []error{err}
	}
	var c checker
	c.check("record", parsed(), v)
	return c.faults
}

type checker struct{ faults []error }

func (c *checker) fault(path, format string, args ...any) {
	c.faults = append(c.faults, fmt.Errorf("%s: %s", path, fmt.Sprintf(format, args...)))
}

// check knows the words of JSON Schema that the record's schema uses.
func (c *checker) check(path string, s map[string]any, v any) {
	if ref, ok := s["$ref"].(string); ok {
		s = parsed()["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	}
	if want, ok := s["type"].(string); ok && !is(want, v) {
		c.fault(path, "is %T, want %s", v, want)
		return
	}
	if enum, ok := s["enum"].([]any); ok && !slices.ContainsFunc(enum, func(e any) bool { return fmt.Sprint(e) == fmt.Sprint(v) }) {
		c.fault(path, "%v is none of %v", v, enum)
	}
	switch v := v.(type) {
	case string:
		if p, ok := s["pattern"].(string); ok && !regexp.MustCompile(p).MatchString(v) {
			c.fault(path, "%q is not of the form %s", v, p)
		}
		if s["minLength"] != nil && v == "" {
			c.fault(path, "is empty; what is not said is absent")
		}
	case json.Number:
		n, _ := v.Float64()
		if lo, ok := s["minimum"].(float64); ok && n < lo {
			c.fault(path, "%v is less than %v", v, lo)
		}
		if hi, ok := s["maximum"].(float64); ok && n > hi {
			c.fault(path, "%v is more than %v", v, hi)
		}
	case []any:
		if items, ok := s["items"].(map[string]any); ok {
			for i, e := range v {
				c.check(fmt.Sprintf("%s[%d]", path, i), items, e)
			}
		}
	case map[string]any:
		props, _ := s["properties"].(map[string]any)
		for _, r := range list(s["required"]) {
			if _, ok := v[r]; !ok {
				c.fault(path, "has no %q", r)
			}
		}
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		for _, k := range keys {
			p, ok := props[k].(map[string]any)
			if !ok {
				c.fault(path, "has a %q, which no record has", k)
				continue
			}
			c.check(path+"."+k, p, v[k])
		}
	}
}

func list(v any) []string {
	var out []string
	all, _ := v.([]any)
	for _, e := range all {
		out = append(out, fmt.Sprint(e))
	}
	return out
}

func is(want string, v any) bool {
	switch want {
	case "object":
		_, ok := v.(map[string]any)
		return ok
	case "array":
		_, ok := v.([]any)
		return ok
	case "string":
		_, ok := v.(string)
		return ok
	case "boolean":
		_, ok := v.(bool)
		return ok
	case "integer":
		n, ok := v.(json.Number)
		return ok && !strings.ContainsAny(n.String(), ".eE")
	case "number":
		_, ok := v.(json.Number)
		return ok
	}
	return false
}
