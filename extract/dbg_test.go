package extract
import ("testing";"fmt";"os")
func TestDbg(t *testing.T){
 x:=standard(); r:=x.open(Article{Text: os.Getenv("S")})
 for i,s:=range r.doc.Sentences { r.readNumbers(s); r.readNames(s); r.groups(s)
  for _,m:=range r.names {fmt.Printf("  name %v %s maybe=%v pl=%v %q\n",m.Entry.Kind,m.Entry.ID,m.Maybe,m.Plural,r.doc.Slice(m.First,m.Last))}
  for _,g:=range r.people { fmt.Printf("  group %q end=%q count=%v kind=%v def=%v gen=%v sum=%v parts=%d\n",r.doc.Slice(g.first,g.last),r.doc.Slice(g.last,g.end),g.count,g.kind,g.def,g.generic,g.sum,len(g.parts))}
  fmt.Println("  ",harmText(r.harmsBy(i,s,nil))) }
}
