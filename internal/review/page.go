package review

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"html/template"
	"io"

	"github.com/sitrep-go/sitrep/internal/atlas"
)

var (
	//go:embed page.html
	pageHTML string
	//go:embed page.css
	pageCSS string
	//go:embed map.js
	mapJS string
	//go:embed page.js
	pageJS string
)

// Write writes the page for b. The page holds all it needs, asks the network
// for nothing and may be opened from disk; what articles hold is shown as text
// and never run. The same batch gives the same bytes.
func Write(w io.Writer, b Batch) error {
	tmpl, err := template.New("page").Parse(pageHTML)
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
	script := mapJS + pageJS
	buf := bufio.NewWriter(w)
	err = tmpl.Execute(buf, map[string]any{
		"Name": b.Name,
		// Only the page's own script and style, by their hashes: whatever
		// an article smuggles in, nothing runs and nothing is fetched.
		"Policy": "default-src 'none'; script-src " + hash(script) + "; style-src " + hash(pageCSS) +
			"; img-src data:; base-uri 'none'; form-action 'none'",
		"Style":  template.CSS(pageCSS),
		"Script": template.JS(script),
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
