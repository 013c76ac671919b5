package source

import (
	"errors"
	"strings"

	"golang.org/x/tools/txtar"
)

func (r *reader) text(whole []byte) (Article, error) {
	a := Article{}
	a.ID, a.Text = r.ID, strings.TrimPrefix(string(whole), "\ufeff")
	return a, nil
}

// txtar reads the member article.txt of a test archive: lines such as
// "published: 2025-04-24", a blank line, the text. An article without such
// lines is all text.
func (r *reader) txtar(whole []byte) (Article, error) {
	for _, f := range txtar.Parse(whole).Files {
		if f.Name == "article.txt" {
			return member(string(f.Data), r.ID)
		}
	}
	return Article{}, errors.New(`has no member "-- article.txt --"`)
}

func member(s, id string) (Article, error) {
	a := Article{}
	a.ID = id
	a.Text = s
	published := ""
	for rest := s; ; {
		l, after, found := strings.Cut(rest, "\n")
		l = strings.TrimSuffix(l, "\r")
		if l == "" && rest != s {
			a.Text = after
			break
		}
		key, value, ok := strings.Cut(l, ":")
		value = strings.TrimSpace(value)
		if !ok || !found && after == "" && rest == "" {
			return plainMember(s, id), nil
		}
		switch key {
		case "id":
			a.ID = value
		case "title":
			a.Title = value
		case "published":
			published = value
		case "url":
			a.URL = value
		case "source":
			a.Outlet = value
		default:
			return plainMember(s, id), nil
		}
		rest = after
	}
	return a, setPublished(&a, published)
}

func plainMember(s, id string) Article {
	a := Article{}
	a.ID, a.Text = id, s
	return a
}
