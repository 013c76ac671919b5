package source

import "github.com/sitrep-go/sitrep/extract/page"

func (r *reader) html(whole []byte) (Article, error) {
	p, err := page.Parse(whole, "")
	if err != nil {
		return Article{}, err
	}
	a := Article{Article: p.Article, Outlet: p.Outlet}
	a.ID = r.ID
	return a, nil
}
