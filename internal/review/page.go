package review

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"html/template"
	"io"
	"strings"

	"github.com/sitrep-go/sitrep/internal/atlas"
)

//go:embed web
var web embed.FS

// scripts are the parts of the page's script, in the order in which they need
// one another. They share one scope that nothing else in the page has.
var scripts = []string{"batch", "map", "marks", "state", "list", "text", "record", "places", "events"}

func part(name string) string {
	b, err := web.ReadFile("web/" + name)
	if err != nil {
		panic(err) // the file is not part of the package
	}
	return string(b)
}

func script() string {
	var b strings.Builder
	b.WriteString("\"use strict\";\n(() => {\n")
	for _, name := range scripts {
		b.WriteString(part(name + ".js"))
	}
	b.WriteString("})();\n")
	return b.String()
}

// Write writes the page for b. The page holds all it needs, asks the network
// for nothing and may be opened from disk; what articles hold is shown as text
// and never run. The same batch gives the same bytes.
func Write(w io.Writer, b Batch) error {
	tmpl, err := template.New("page").Parse(part("page.html"))
	if err != nil {
		return err
	}
	if b.Name == "" {
		b.Name = "Review"
	}
	type data struct {
		Name     string        `json:"name"`
		Forms    []form        `json:"forms"`
		Articles []articleView `json:"articles"`
	}
	d := data{Name: b.Name, Forms: forms(), Articles: []articleView{}}
	for i := range b.Items {
		d.Articles = append(d.Articles, view(&b.Items[i]))
	}
	// Marshal writes <, > and & as escapes, so that no article can end the
	// element that holds it.
	batch, err := json.Marshal(d)
	if err != nil {
		return err
	}
	js, css := script(), part("page.css")
	buf := bufio.NewWriter(w)
	err = tmpl.Execute(buf, map[string]any{
		"Name": b.Name,
		// Only the page's own script and style, by their hashes: whatever
		// an article smuggles in, nothing runs and nothing is fetched.
		"Policy": "default-src 'none'; script-src " + hash(js) + "; style-src " + hash(css) +
			"; img-src data:; base-uri 'none'; form-action 'none'",
		"Style":  template.CSS(css),
		"Script": template.JS(js),
		"Batch":  template.JS(batch),
		"Atlas":  template.JS(atlas.JSON()),
	})
	if err != nil {
		return err
	}
	return buf.Flush()
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
