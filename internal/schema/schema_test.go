package schema

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "make record.schema.json from the types")

// types are the declarations of package event.
type types struct {
	structs map[string]*ast.StructType
	named   map[string]string   // named type → its underlying basic type
	docs    map[string]string   // type → its doc comment
	values  map[string][]string // named type → its constants, quoted as in the source
	said    map[string][]string // named type → what the comments say of each
}

func declared(t *testing.T) types {
	ts := types{map[string]*ast.StructType{}, map[string]string{}, map[string]string{}, map[string][]string{}, map[string][]string{}}
	names, err := filepath.Glob("../../event/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	for _, f := range files {
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, s := range g.Specs {
				switch s := s.(type) {
				case *ast.TypeSpec:
					switch u := s.Type.(type) {
					case *ast.StructType:
						ts.structs[s.Name.Name] = u
					case *ast.Ident:
						ts.named[s.Name.Name] = u.Name
					}
					ts.docs[s.Name.Name] = strings.Join(strings.Fields(g.Doc.Text()), " ")
				case *ast.ValueSpec:
					id, ok := s.Type.(*ast.Ident)
					for i := range s.Values {
						if lit, is := s.Values[i].(*ast.BasicLit); ok && is {
							ts.values[id.Name] = append(ts.values[id.Name], lit.Value)
							ts.said[id.Name] = append(ts.said[id.Name], strings.TrimSpace(s.Comment.Text()))
						}
					}
				}
			}
		}
	}
	return ts
}

// wire names the struct that stands for a type in JSON.
var wire = map[string]string{"Casualty": "casualtyJSON", "Location": "locationJSON", "Count": "countJSON"}

// object is the schema of a struct, embedded ones flattened into it.
func (ts types) object(name string) map[string]any {
	props, required := map[string]any{}, []string{}
	ts.fields(name, props, &required)
	m := map[string]any{"type": "object", "properties": props, "additionalProperties": false}
	if doc := ts.docs[name]; doc != "" {
		m["description"] = doc
	}
	if len(required) > 0 {
		m["required"] = required
	}
	return m
}

func (ts types) fields(name string, props map[string]any, required *[]string) {
	owner := name
	if w, ok := wire[name]; ok {
		name = w
	}
	for _, f := range ts.structs[name].Fields.List {
		if len(f.Names) == 0 {
			ts.fields(f.Type.(*ast.Ident).Name, props, required)
			continue
		}
		tag, err := strconv.Unquote(f.Tag.Value)
		if err != nil {
			panic(err)
		}
		key, opts, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ",")
		p := ts.value(f.Type)
		if doc := ts.about(owner, f); doc != "" && p["$ref"] == nil {
			p["description"] = doc
		}
		if opts == "" {
			*required = append(*required, key)
		} else if p["type"] == "string" && p["enum"] == nil && p["pattern"] == nil {
			p["minLength"] = 1
		}
		switch key {
		case "lat":
			p["minimum"], p["maximum"] = -90, 90
		case "lon":
			p["minimum"], p["maximum"] = -180, 180
		case "country", "origin":
			p["pattern"] = "^[A-Z]{2}$"
			delete(p, "minLength")
		}
		props[key] = p
	}
}

// about is what the comments say of a field: its own, that of the field which it
// stands for in the type the caller sees, or those of its kind and its values.
func (ts types) about(owner string, f *ast.Field) string {
	doc := f.Doc.Text()
	if doc == "" {
		for _, g := range ts.structs[owner].Fields.List {
			for _, n := range g.Names {
				if n.Name == f.Names[0].Name {
					doc = g.Doc.Text()
				}
			}
		}
	}
	id, _ := f.Type.(*ast.Ident)
	if id != nil && ts.values[id.Name] != nil {
		var said []string
		for i, v := range ts.values[id.Name] {
			if s := ts.said[id.Name][i]; s != "" {
				said = append(said, strings.Trim(v, `"`)+": "+s)
			}
		}
		if doc == "" {
			doc = strings.ReplaceAll(ts.docs[id.Name], ` The zero value is "not said".`, "")
		}
		if said != nil {
			doc += " " + strings.Join(said, "; ") + "."
		}
	}
	return strings.Join(strings.Fields(doc), " ")
}

func (ts types) value(e ast.Expr) map[string]any {
	switch e := e.(type) {
	case *ast.StarExpr:
		return ts.value(e.X)
	case *ast.ArrayType:
		return map[string]any{"type": "array", "items": ts.value(e.Elt)}
	case *ast.Ident:
		switch e.Name {
		case "string":
			return map[string]any{"type": "string"}
		case "bool":
			return map[string]any{"type": "boolean"}
		case "int":
			return map[string]any{"type": "integer", "minimum": 0}
		case "float64":
			return map[string]any{"type": "number"}
		case "Date":
			return map[string]any{"type": "string", "pattern": `^\d{4}-\d{2}-\d{2}$`}
		}
		if basic, ok := ts.named[e.Name]; ok {
			m := ts.value(ast.NewIdent(basic))
			delete(m, "minimum")
			var enum []any
			for _, v := range ts.values[e.Name] {
				if s, err := strconv.Unquote(v); err == nil {
					enum = append(enum, s)
				} else {
					n, _ := strconv.Atoi(v)
					enum = append(enum, n)
				}
			}
			m["enum"] = enum
			return m
		}
		return map[string]any{"$ref": "#/$defs/" + e.Name}
	}
	panic(fmt.Sprintf("no schema for %T", e))
}

func generated(t *testing.T) []byte {
	ts := declared(t)
	root := ts.object("Report")
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["title"] = "sitrep record"
	defs := map[string]any{}
	for _, name := range []string{"Incident", "When", "Location", "Site", "Weapon", "Count", "Casualty", "Perpetrator", "Claim", "Evidence", "Mention"} {
		defs[name] = ts.object(name)
	}
	root["$defs"] = defs
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(root); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The schema is that of the types as they are; -update makes it anew.
func TestCurrent(t *testing.T) {
	want := generated(t)
	if *update {
		if err := os.WriteFile("record.schema.json", want, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(want), string(Record())); diff != "" {
		t.Errorf("record.schema.json is not that of the types; run go test ./internal/schema -update (-types +file):\n%s", diff)
	}
}

func TestCheck(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{`{"id":"a","incidents":[]}`, ""},
		{`{"id":"a","incidents":[{"id":"x","type":"shelling","background":false,"casualties":[{"harm":"killed","group":"people","min":2,"max":2,"hedge":"exact"}]}]}`, ""},
		{`{"id":"a"}`, `record: has no "incidents"`},
		{`{"id":"a","incidents":null}`, "record.incidents: is <nil>, want array"},
		{`{"id":"a","incidents":[],"published":""}`, `record.published: "" is not of the form`},
		{`{"id":"a","incidents":[{"id":"x","background":false,"type":"war"}]}`, "record.incidents[0].type: war is none of"},
		{`{"id":"a","incidents":[{"id":"x","background":false,"casualties":[{"harm":"killed","min":-1}]}]}`, "casualties[0].min: -1 is less than 0"},
		{`{"id":"a","incidents":[{"id":"x","background":false,"locations":[{"name":"","lat":91}]}]}`, "locations[0].lat: 91 is more than 90"},
		{`{"id":"a","incidents":[{"id":"x","background":false,"locations":[{"name":""}]}]}`, "locations[0].name: is empty"},
		{`{"id":"a","incidents":[{"id":"x","background":false,"place":"Kyiv"}]}`, `has a "place", which no record has`},
		{`{"id":"a","incidents":[{"id":"x","background":false,"evidence":[{"start":1.5,"end":2,"text":"x"}]}]}`, "evidence[0].start: is json.Number, want integer"},
		{`nonsense`, "invalid character"},
	} {
		var got []string
		for _, err := range Check([]byte(tt.line)) {
			got = append(got, err.Error())
		}
		all := strings.Join(got, "\n")
		if tt.want == "" && all != "" || !strings.Contains(all, tt.want) {
			t.Errorf("%s:\n%s\nwant %s", tt.line, all, tt.want)
		}
	}
}
