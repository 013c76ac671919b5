package review_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/internal/review"
)

var (
	desktop = look{width: 1440, height: 900}
	phone   = look{width: 390, height: 844, phone: true}
)

// Keys of WebDriver for keys without a character.
const (
	down, right, enter, escape = "\ue015", "\ue014", "\ue007", "\ue00c"
)

// quiet fails the test if the page's console complained.
func (b *browser) quiet() {
	b.t.Helper()
	for _, f := range b.faults() {
		b.t.Errorf("the console says: %s", f)
	}
}

// inView reports whether the first element that css selects can be seen.
func (b *browser) inView(css string) bool {
	b.t.Helper()
	return b.eval(`
		const e = document.querySelector(arguments[0]);
		if (!e) return false;
		const r = e.getClientRects()[0], top = document.elementFromPoint(r.left + Math.min(r.width / 2, 20), r.top + Math.min(r.height / 2, 10));
		return top !== null && (e === top || e.contains(top))`, css).(bool)
}

func (b *browser) count(css string) int {
	b.t.Helper()
	return int(b.eval(`return document.querySelectorAll(arguments[0]).length`, css).(float64))
}

// set gives a field of the filters a value, as choosing it does.
func (b *browser) set(css, value string) {
	b.t.Helper()
	b.eval(`const e = document.querySelector(arguments[0]);
		e.value = arguments[1];
		if (e.value !== arguments[1]) throw new Error("cannot choose " + arguments[1]);
		e.dispatchEvent(new Event("input", {bubbles: true}))`, css, value)
}

func TestWordsAndValuesLeadToEachOther(t *testing.T) {
	b := openBrowser(t, desktop)
	b.open(write(t, sample(t)) + "#a1")

	// Words to value.
	b.click(`#reader mark[data-k="casualty"]`)
	if got := b.texts("#reader mark.on"); !cmp.Equal(got, []string{"At least 24 people"}) {
		t.Errorf("chosen words %q", got)
	}
	if got := b.texts("#record .value.on .main"); !cmp.Equal(got, []string{"24+"}) {
		t.Errorf("chosen value %q, want the figure of the words", got)
	}
	if !b.inView("#record .value.on") {
		t.Error("the value of the words is out of sight")
	}
	if got := b.texts("#record .value.on .rules"); !cmp.Equal(got, []string{"casualties/figure"}) {
		t.Errorf("the value names the rules %q", got)
	}

	// Words of several values lead to each in turn.
	seen := map[string]bool{}
	for range 4 {
		b.click(`#reader mark.on`)
		seen[strings.Join(b.texts("#record .value.on .main"), "|")] = true
	}
	if !seen["24+"] || !seen["Air strike"] || !seen["National Unity Government asserts"] {
		t.Errorf("“At least 24 people” leads to %v, want the figure, the act and the claim", seen)
	}

	// Value to words, far down the text.
	b.click(`#record [data-section="casualty"] .value:has(q) .what`)
	b.eval(`[...document.querySelectorAll("#record .value")].find(v => v.textContent.includes("30-year-old")).querySelector(".what").click()`)
	if got := strings.Join(b.texts("#reader mark.on"), ""); got != "a 30-year-old man with shrapnel in both legs" {
		t.Errorf("the value shows the words %q", got)
	}
	if !b.inView("#reader mark.on") {
		t.Error("the words of the value are out of sight")
	}

	// Words of another incident open that incident.
	b.eval(`[...document.querySelectorAll("#reader mark.other")].find(m => m.textContent === "22 people").click()`)
	if got := b.texts("#record h3"); !cmp.Equal(got, []string{"Air strike, Ohe Htein Twin"}) {
		t.Errorf("words of the second incident show %q", got)
	}
	if got := b.texts("#record .value.on .main"); !cmp.Equal(got, []string{"22"}) {
		t.Errorf("and the value %q", got)
	}

	// The marked text is the text, unchanged, in every article.
	batch := sample(t)
	for i, it := range batch.Items {
		b.eval(`location.hash = arguments[0]`, fmt.Sprintf("#a%d", i+1))
		b.settle()
		if got := b.eval(`return document.querySelector("#text").textContent`); got != it.Article.Text {
			t.Errorf("%s: the page shows another text", it.Article.ID)
		}
		if got := b.eval(`return document.querySelector("#title").textContent`); got != it.Article.Title {
			t.Errorf("%s: the page shows the title %q", it.Article.ID, got)
		}
	}
	// An incident told far down is scrolled to.
	b.eval(`location.hash = "#a9.4"`)
	b.settle()
	if top := b.eval(`return document.querySelector("#text mark:not(.other)").offsetTop`).(float64); top < 900 {
		t.Fatalf("the sample cannot tell: the words are %v pixels down", top)
	}
	if !b.inView("#text mark:not(.other)") {
		t.Error("an incident told far down is out of sight")
	}
	// Words in a title lead to their value as well.
	b.eval(`location.hash = "#a5.1"`)
	b.settle()
	b.click("#title mark")
	if got := b.texts("#record .value.on q"); !cmp.Equal(got, []string{"Nine killed"}) {
		t.Errorf("the words of the title lead to %q", got)
	}
	b.quiet()
}

func TestRivalFiguresStandSideBySide(t *testing.T) {
	text := "The governor said 12 people were killed. The ministry said three people were killed and denied the strike."
	ev := func(s string) []event.Evidence {
		i := strings.Index(text, s)
		return []event.Evidence{{Span: event.Span{Start: i, End: i + len(s)}, Text: s}}
	}
	batch := review.Batch{Items: []review.Item{{Article: review.Article{ID: "r", Text: text}, Report: event.Report{Incidents: []event.Incident{{
		Type: event.Shelling,
		Casualties: []event.Casualty{
			{Harm: event.Killed, Group: event.People, Count: event.N(12), Claimant: "the governor", Evidence: ev("12 people")},
			{Harm: event.Killed, Group: event.People, Count: event.N(3), Claimant: "the ministry", Evidence: ev("three people")},
			{Harm: event.Killed, Group: event.Police, Count: event.N(2), PartOf: new(int)},
		},
		Claims: []event.Claim{
			{Claimant: "the governor", Stance: event.Asserts, About: event.AboutEvent, Evidence: ev("The governor said")},
			{Claimant: "the ministry", Stance: event.Denies, About: event.AboutEvent, Evidence: ev("denied the strike")},
		},
	}}}}}}
	b := openBrowser(t, desktop)
	b.open(write(t, batch))
	if got := b.texts(".rivals .badge"); !cmp.Equal(got, []string{"figures disagree"}) {
		t.Errorf("the page says of 12 and 3 killed: %q", got)
	}
	if got := b.texts(".figures:not(.rivals) .sub")[0]; !strings.Contains(got, "part of the 12 people killed") {
		t.Errorf("the page says of the policemen: %q", got)
	}
	side := func(css string) bool {
		return b.eval(`const r = [...document.querySelectorAll(arguments[0])].map(e => e.getBoundingClientRect());
			return r.length === 2 && Math.abs(r[0].top - r[1].top) < 2 && r[0].right <= r[1].left`, css).(bool)
	}
	if !side(".rivals .card") {
		t.Error("the figures do not stand side by side")
	}
	if !side(".sides.both .side") {
		t.Error("the claim and its denial do not stand side by side")
	}
}

func TestFilters(t *testing.T) {
	batch := sample(t)
	// want counts the incidents that pass, by the records themselves.
	want := func(pass func(event.Incident) bool) int {
		n := 0
		for _, it := range batch.Items {
			for _, inc := range it.Report.Incidents {
				if pass(inc) {
					n++
				}
			}
		}
		return n
	}
	date := func(s string) event.Date {
		d, err := event.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	b := openBrowser(t, desktop)
	b.open(write(t, batch))
	b.click("#more summary")
	for _, tt := range []struct {
		name, css, value string
		pass             func(event.Incident) bool
	}{
		{"country", "#f-country", "SD", func(inc event.Incident) bool {
			return slices.ContainsFunc(inc.Locations, func(l event.Location) bool { return l.Country == "SD" })
		}},
		{"from", "#f-from", "2025-01-01", func(inc event.Incident) bool {
			return inc.Date != nil && !inc.Date.End.Before(date("2025-01-01"))
		}},
		{"to", "#f-to", "2024-12-31", func(inc event.Incident) bool {
			return inc.Date != nil && !date("2024-12-31").Before(inc.Date.Start)
		}},
		{"kind of weapon", "#f-weapon", "category:ballistic_missile", func(inc event.Incident) bool {
			return slices.ContainsFunc(inc.Weapons, func(w event.Weapon) bool { return w.Category == event.BallisticMissile })
		}},
		{"ten dead", "#f-toll", "10", func(inc event.Incident) bool { return !inc.Killed().IsZero() && inc.Killed().Best() >= 10 }},
		{"nobody dead", "#f-toll", "0", func(inc event.Incident) bool { return !inc.Killed().IsZero() && inc.Killed().Best() == 0 }},
		{"act", "#f-type", "air_strike", func(inc event.Incident) bool { return inc.Type == event.AirStrike }},
		{"background", "#f-background", "background", func(inc event.Incident) bool { return inc.Background }},
	} {
		b.set(tt.css, tt.value)
		n := want(tt.pass)
		if n == 0 || n == want(func(event.Incident) bool { return true }) {
			t.Fatalf("%s: the sample cannot tell, %d incidents pass", tt.name, n)
		}
		if got := b.count("#articles a.inc"); got != n {
			t.Errorf("%s: %d incidents are listed, want %d", tt.name, got, n)
		}
		if got := b.texts("#count")[0]; !strings.Contains(got, fmt.Sprintf("%d incident", n)) {
			t.Errorf("%s: the page counts %q, want %d incidents", tt.name, got, n)
		}
		b.click("button[type=reset]")
		b.settle()
	}
	all := want(func(event.Incident) bool { return true })
	if got := b.count("#articles a.inc"); got != all {
		t.Errorf("%d incidents are listed without filters, want %d", got, all)
	}
	b.typeIn("#f-text", "thadingyut LAMPS")
	if got := b.texts("#articles .title"); len(got) != 1 || !strings.HasPrefix(got[0], "Myanmar army") {
		t.Errorf("the search finds %q", got)
	}
	b.typeIn("#f-text", "zzz")
	if got := b.texts("#articles"); !strings.Contains(got[0], "Nothing passes") {
		t.Errorf("a search that finds nothing says %q", got)
	}
	b.quiet()
}

func TestMap(t *testing.T) {
	batch := sample(t)
	// A place known to 25 km, a district and a country; and a launch site.
	inc := &batch.Items[0].Report.Incidents[0]
	inc.Locations = []event.Location{
		{Name: "Kharkiv", Country: "UA", Point: &event.Point{Lat: 49.99, Lon: 36.23}, Precision: event.NearPlace, Role: event.SiteRole},
		{Name: "Poltava", Country: "UA", Point: &event.Point{Lat: 49.59, Lon: 34.55}, Precision: event.AtPlace, RadiusKm: 40, Role: event.SiteRole},
		{Name: "Belgorod", Country: "RU", Point: &event.Point{Lat: 50.60, Lon: 36.59}, Precision: event.AtPlace, Role: event.LaunchRole},
		{Name: "Ukraine", Country: "UA", Point: &event.Point{Lat: 49, Lon: 32}, Precision: event.InCountry, Role: event.SiteRole},
		{Name: "Nowhere", Country: "UA"},
	}
	b := openBrowser(t, desktop)
	b.open(write(t, batch) + "#a1.1")
	points := 0
	for _, it := range batch.Items {
		for _, inc := range it.Report.Incidents {
			for _, l := range inc.Locations {
				if l.Point != nil {
					points++
				}
			}
		}
	}
	if got := b.count("#map .dot"); got != points {
		t.Errorf("%d dots on the map, want %d", got, points)
	}
	if n := b.eval(`return document.querySelector("path.land").getAttribute("d").length`).(float64); n < 100000 {
		t.Errorf("the land is drawn with %v characters", n)
	}
	// The precision as circles: their radius in kilometres, from the shape on
	// the screen and the scale of the map there.
	radii := b.eval(`return [...document.querySelectorAll("#map .near.on")].map(c => {
		const km = 111.32 * Math.cos(Math.PI / 180 * 49.8);
		return [Math.round(c.r.baseVal.value * km), c.classList.contains("guess"), getComputedStyle(c).strokeDasharray !== "none"] })`)
	if d := cmp.Diff([]any{[]any{25.0, true, true}, []any{40.0, false, false}}, radii); d != "" {
		t.Errorf("circles as kilometres, drawn from the precision alone, dashed (-want +got):\n%s", d)
	}
	if got := b.count("#map .dot.launch.on"); got != 1 {
		t.Errorf("%d launch sites are drawn, want 1", got)
	}
	if got := b.count("#map .flight.on"); got != 1 {
		t.Errorf("%d lines from launch to site, want 1", got)
	}
	if b.eval(`return document.querySelector("path.shaded").getAttribute("d").length`).(float64) < 100 {
		t.Error("“somewhere in Ukraine” shades no country")
	}
	// Every dot of the incident is on the stage.
	in := b.eval(`const s = document.querySelector("#map svg").getBoundingClientRect();
		return [...document.querySelectorAll("#map .dot.on")].every(d => { const r = d.getBoundingClientRect(), x = r.left + r.width / 2, y = r.top + r.height / 2;
			return x > s.left && x < s.right && y > s.top && y < s.bottom })`)
	if in != true {
		t.Error("the map does not show the whole incident")
	}
	if got := b.texts(".labels .town"); !slices.Contains(got, "Kharkiv") {
		t.Errorf("the map names %q, want Kharkiv among them", got)
	}

	// A dot on a far shore stands on land: the sea is another colour there.
	width := func() float64 {
		return b.eval(`return document.querySelector("#map svg").viewBox.baseVal.width`).(float64)
	}
	before := width()
	b.click(".controls button:first-child")
	if width() >= before {
		t.Error("zooming in shows no less")
	}
	b.eval(`document.querySelector("#map svg").focus()`)
	b.keys("--")
	if width() <= before {
		t.Error("the minus key shows no more")
	}
	b.keys("m")
	if n := b.eval(`return document.querySelector("#map svg").getBoundingClientRect().width`).(float64); n < 1000 {
		t.Errorf("the large map is %v pixels wide", n)
	}
	b.click(`button[aria-label="Show all"]`)
	// A click on a dot, or on its incident where several dots meet, opens it.
	at := b.eval(`const d = [...document.querySelectorAll("#map .dot")].find(d => d.textContent.includes("Peshawar")), r = d.getBoundingClientRect();
		return [r.left + r.width / 2, r.top + r.height / 2]`).([]any)
	b.call("POST", "/actions", map[string]any{"actions": []any{map[string]any{"type": "pointer", "id": "mouse", "actions": []any{
		map[string]any{"type": "pointerMove", "x": int(at[0].(float64)), "y": int(at[1].(float64))},
		map[string]any{"type": "pointerDown", "button": 0}, map[string]any{"type": "pointerUp", "button": 0},
	}}}})
	b.settle()
	if got := b.texts("#record h3"); !cmp.Equal(got, []string{"Suicide bombing, Peshawar"}) {
		t.Errorf("a click on Peshawar opens %q", got)
	}
	// Filters hold for the map.
	b.click("#more summary")
	b.set("#f-country", "PK")
	if got := b.count("#map .dot"); got != 1 {
		t.Errorf("%d dots in Pakistan, want 1", got)
	}
	b.quiet()
}

func TestMarksAreKeptExportedAndTakenIn(t *testing.T) {
	batch := sample(t)
	path := write(t, batch)
	b := openBrowser(t, desktop)
	b.open(path + "#a1.1")
	b.typeIn("#reviewer", "Ada")

	b.click(`#record [data-section="casualty"] .value .confirm`)
	b.click(`#record [data-section="site"] .value .reject`)
	b.click(`#record [data-section="date"] .value .correct`)
	b.set(`form.correct [data-key="start"]`, "2025-10-07")
	b.typeIn(`form.correct [data-note]`, "it was Tuesday")
	b.click(`form.correct [type=submit]`)
	// What the record misses, with the words chosen in the text.
	b.eval(`const m = [...document.querySelectorAll("#text mark")].find(m => m.textContent === "three people");
		const r = document.createRange(); r.selectNodeContents(m); getSelection().removeAllRanges(); getSelection().addRange(r)`)
	b.settle()
	b.click(`[data-missing="casualty"]`)
	b.set(`form.correct [data-key="harm"]`, "trapped")
	b.set(`form.correct [data-key="group"]`, "people")
	b.typeIn(`form.correct [data-key="min"]`, "3")
	b.click(`form.correct [type=submit]`)
	b.click("#read")
	if got := b.texts("#tally")[0]; !strings.HasPrefix(got, "3 of ") || !strings.Contains(got, "2 wrong") || !strings.Contains(got, "1 missing") {
		t.Errorf("the page counts %q", got)
	}

	// Kept when the page is opened again.
	b.open("/dev/null")
	b.open(path + "#a1.1")
	if got := b.texts(`#record .tick[aria-pressed="true"]`); !cmp.Equal(got, []string{"✎", "✕", "✓"}) {
		t.Errorf("marks after the page was opened again: %q", got)
	}
	if got := b.texts(".put.missing"); len(got) != 1 || !strings.Contains(got[0], "harm trapped") {
		t.Errorf("added values after the page was opened again: %q", got)
	}

	b.click("#export")
	name, lines := b.download()
	if name != "Sample-week-marks.jsonl" {
		t.Errorf("the file is called %q", name)
	}
	marks, err := review.ReadMarks(strings.NewReader(lines), name)
	if err != nil {
		t.Fatal(err)
	}
	type row struct{ Verdict, Field, Path, Correction, Note, Words, Reviewer string }
	var got []row
	for _, m := range marks {
		if m.Article != "aa-001" {
			t.Errorf("a mark on article %q", m.Article)
		}
		words := ""
		for _, e := range m.Evidence {
			src := batch.Items[0].Article.Text
			if e.In == event.InTitle {
				src = batch.Items[0].Article.Title
			}
			if src[e.Start:e.End] != e.Text {
				t.Errorf("%s: bytes %s are %q, not %q", m.Field, e.Span, src[e.Start:e.End], e.Text)
			}
			words += e.Text
		}
		got = append(got, row{string(m.Verdict), m.Field, m.Path, string(m.Correction), m.Note, words, m.Reviewer})
	}
	want := []row{
		{"correct", "date", "/date", `{"start":"2025-10-07","end":"2025-10-06","basis":"relative"}`, "it was Tuesday", "on Wednesday", "Ada"},
		{"reject", "site", "/sites/0", "", "", "field", "Ada"},
		{"confirm", "casualty", "/casualties/0", "", "", "At least 24 people", "Ada"},
		{"missing", "casualty", "", `{"harm":"trapped","group":"people","min":3}`, "", "three people", "Ada"},
		{"read", "article", "", "", "", "", "Ada"},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("exported marks (-want +got):\n%s", d)
	}

	// The rest of the incident in one stroke touches no mark that is there.
	before := len(marks)
	rest := b.count("#record .value") - 3
	b.click("#rest")
	b.click("#export")
	_, whole := b.download()
	if n := strings.Count(whole, "\n"); n != before+rest {
		t.Errorf("%d marks after the rest was confirmed, want %d", n, before+rest)
	}
	if n := strings.Count(whole, `"verdict":"confirm"`); n != 1+rest {
		t.Errorf("%d values are confirmed, want %d", n, 1+rest)
	}

	// Into another reader's browser.
	c := openBrowser(t, desktop)
	c.open(path + "#a1.1")
	if n := c.count(`.tick[aria-pressed="true"]`); n != 0 {
		t.Fatalf("a new browser shows %d marks", n)
	}
	file := filepath.Join(t.TempDir(), "marks.jsonl")
	extra := `{"article":"elsewhere","key":"k","field":"type","verdict":"confirm"}` + "\nno mark\n" +
		`{"article":"aa-001","key":"k","field":"type","verdict":"constructor"}` + "\n"
	if err := os.WriteFile(file, []byte(lines+extra), 0o644); err != nil {
		t.Fatal(err)
	}
	c.typeIn("#import", file)
	for range 100 {
		if c.settle(); c.count("#notice:not([hidden])") > 0 {
			break
		}
	}
	if got := c.texts(`#record .tick[aria-pressed="true"]`); !cmp.Equal(got, []string{"✎", "✕", "✓"}) {
		t.Errorf("marks after import: %q", got)
	}
	if got := c.texts("#notice")[0]; got != "5 marks imported. 1 line left out: the article is not in this page. Not marks, left out: line 7, 8." {
		t.Errorf("the page says %q", got)
	}
	c.click("#export")
	if _, again := c.download(); again != lines {
		t.Errorf("exported, imported, exported (-want +got):\n%s", cmp.Diff(lines, again))
	}

	// A mark taken back is gone from the next export.
	c.click(`#record [data-section="casualty"] .value .confirm`)
	c.click("#export")
	_, fewer := c.download()
	if n := strings.Count(fewer, "\n"); n != 4 {
		t.Errorf("%d marks are exported after one was taken back, want 4", n)
	}
	b.quiet()
	c.quiet()
}

func TestAnArticleTwiceHasItsMarksOnce(t *testing.T) {
	batch := sample(t)
	batch.Items = []review.Item{batch.Items[0], batch.Items[0]}
	path := write(t, batch)
	b := openBrowser(t, desktop)
	b.open(path + "#a1.1")
	b.keys("ny")
	b.eval(`location.hash = "#a2.1"`)
	b.settle()
	b.keys("nnx")
	b.open("/dev/null")
	for _, at := range []string{"#a1.1", "#a2.1"} {
		b.open(path + at)
		if got := b.texts(`#record .tick[aria-pressed="true"]`); !cmp.Equal(got, []string{"✓", "✕"}) {
			t.Errorf("%s shows the marks %q, want both", at, got)
		}
	}
}

func TestABrowserThatKeepsNothingSaysSo(t *testing.T) {
	b := openBrowser(t, desktop)
	b.open(write(t, sample(t)))
	b.eval(`Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") }`)
	b.keys("ny")
	if got := b.texts("#notice"); len(got) != 1 || !strings.Contains(got[0], "Export them before you close it") {
		t.Errorf("the page says %q", got)
	}
	b.click("#export")
	if _, lines := b.download(); strings.Count(lines, "\n") != 1 {
		t.Errorf("the mark that could not be kept is exported as %q", lines)
	}
}

func TestKeyboardAlone(t *testing.T) {
	path := write(t, sample(t))
	b := openBrowser(t, desktop)
	b.open(path + "#a1.1")
	heading := func() string { b.settle(); return strings.Join(b.texts("#record h3"), "|") }
	b.keys("]")
	if got := heading(); got != "Air strike, Ohe Htein Twin" {
		t.Errorf("] opens %q", got)
	}
	b.keys("j")
	if got := heading(); got != "Missile strike, Karachev" {
		t.Errorf("j opens %q", got)
	}
	b.keys("k")
	if got := heading(); got != "Air strike, Chaung-U" {
		t.Errorf("k opens %q", got)
	}
	// Three values: confirmed, rejected, confirmed, each moving on by itself.
	b.keys("nyxy")
	if got := b.texts(`#record .tick[aria-pressed="true"]`); !cmp.Equal(got, []string{"✓", "✕", "✓"}) {
		t.Errorf("n y x y marks %q", got)
	}
	b.keys("pu")
	if got := b.texts(`#record .tick[aria-pressed="true"]`); !cmp.Equal(got, []string{"✓", "✕"}) {
		t.Errorf("u leaves %q", got)
	}
	b.keys("e")
	if n := b.count("form.correct :focus"); n != 1 {
		t.Error("e opens no form to type in")
	}
	b.keys("jy" + escape)
	if n := b.count("form.correct"); n != 0 {
		t.Error("Escape leaves the form open")
	}
	if got := heading(); got != "Air strike, Chaung-U" {
		t.Errorf("keys typed into a form open %q", got)
	}
	// Between the words, and from words to their value.
	b.eval(`document.querySelector('#reader mark[tabindex="0"]').focus()`)
	was := b.eval(`return document.activeElement.textContent`)
	b.keys(right)
	if b.eval(`return document.activeElement.matches("#reader mark") && document.activeElement.textContent`) == was {
		t.Error("the right arrow stays on the same words")
	}
	b.eval(`[...document.querySelectorAll("#reader mark")].find(m => m.textContent === "26 bodies").focus()`)
	b.keys(enter)
	if got := b.texts("#record .value.on .main"); !cmp.Equal(got, []string{"26"}) {
		t.Errorf("Enter on “26 bodies” chooses %q", got)
	}
	if b.eval(`return document.activeElement.textContent`) != "26 bodies" {
		t.Error("Enter on words takes the focus away from them")
	}
	// Down the list, and open.
	b.eval(`document.querySelector('#articles a[tabindex="0"]').focus()`)
	b.keys(down + enter)
	if got := heading(); got != "Air strike, Ohe Htein Twin" {
		t.Errorf("down and Enter in the list open %q", got)
	}
	b.keys("/")
	if b.eval(`return document.activeElement.id`) != "f-text" {
		t.Error("/ does not lead to the search")
	}
	b.eval(`document.activeElement.blur()`)
	b.keys("?")
	if !b.inView("#keys[open]") {
		t.Error("? shows no help")
	}
	b.keys(escape + "d")
	if got := heading(); got != "Missile strike, Karachev" {
		t.Errorf("d opens %q", got)
	}
	if got := b.texts(`#articles li[data-a="0"] .done`)[0]; !strings.HasPrefix(got, "✓") {
		t.Errorf("d notes of the article it leaves: %q", got)
	}
	// Every control has a name to be spoken.
	if v := b.eval(`return [...document.querySelectorAll("button, input, select")].filter(e =>
		!(e.getAttribute("aria-label") || e.textContent.trim() || (e.labels && e.labels.length && e.labels[0].textContent.trim()))).map(e => e.outerHTML)`).([]any); len(v) > 0 {
		t.Errorf("controls without a name: %v", v)
	}
	b.quiet()
}

func TestPhone(t *testing.T) {
	b := openBrowser(t, phone)
	b.open(write(t, sample(t)) + "#a1.1")
	for _, tab := range []string{"list", "reader", "record", "map"} {
		b.click(`.tabs [data-tab="` + tab + `"]`)
		if got := b.count(".pane") - int(b.eval(`return [...document.querySelectorAll(".pane")].filter(p => getComputedStyle(p).display === "none").length`).(float64)); got != 1 {
			t.Errorf("%s: %d panes are shown at once", tab, got)
		}
		if v := b.eval(`return [document.documentElement.scrollWidth, innerWidth]`).([]any); v[0].(float64) > v[1].(float64) {
			t.Errorf("%s: the page is %v wide on a screen of %v", tab, v[0], v[1])
		}
		small := b.eval(`return [...document.querySelectorAll("button, select, input, #articles a")].filter(e => e.offsetParent && !e.matches(".away, [type=checkbox], .chip, .add"))
			.map(e => [e.getBoundingClientRect().height, e.outerHTML.slice(0, 90)]).filter(p => p[0] < 27)`).([]any)
		if len(small) > 0 {
			t.Errorf("%s: too small for a finger: %v", tab, small)
		}
	}
	b.click(`.tabs [data-tab="list"]`)
	b.click(`#articles a.inc[href="#a3.1"]`)
	b.settle()
	if !b.inView("#text mark:not(.other)") {
		t.Error("an incident chosen in the list does not show its words")
	}
	b.click(`#reader mark[data-k="location"]`)
	if !b.inView("#peek .value") {
		t.Error("words touched in the text do not show their value")
	}
	b.click("#peek .confirm")
	if got := b.texts(`#peek .tick[aria-pressed="true"]`); !cmp.Equal(got, []string{"✓"}) {
		t.Errorf("a tick in the text shows %q", got)
	}
	b.click(`.tabs [data-tab="record"]`)
	if got := b.texts(`#record .tick[aria-pressed="true"]`); !cmp.Equal(got, []string{"✓"}) {
		t.Errorf("and %q in the record", got)
	}
	b.click(`#record [data-section="casualty"] .value .what`)
	b.settle()
	if !b.inView("#reader mark.on") {
		t.Error("a value touched in the record does not show its words")
	}
	b.quiet()
}

func TestAnArticleStaysText(t *testing.T) {
	batch := hostile()
	path := write(t, batch)
	for name, l := range map[string]look{"desktop": desktop, "phone": phone} {
		t.Run(name, func(t *testing.T) {
			b := openBrowser(t, l)
			b.open(path)
			if got := b.eval(`return document.querySelector("#text").textContent`); got != batch.Items[0].Article.Text {
				t.Errorf("the page shows %q", got)
			}
			// Go everywhere that a string of the article is shown.
			b.eval(`document.querySelectorAll("#record .what").forEach((_, i) => document.querySelectorAll("#record .what")[i].click());
				document.querySelectorAll("#record .correct.tick").forEach((_, i) => document.querySelectorAll("#record .correct.tick")[i].click());
				document.querySelector("#map svg").dispatchEvent(new KeyboardEvent("keydown", {key: "0"}));
				document.querySelector("#read").click();
				document.querySelector("#export").click()`)
			b.settle()
			if b.eval(`return window.pwned`) != nil {
				t.Error("the article's script ran")
			}
			if got := b.count("#reader img, #record img, #list img, #map img, #reader script, #record script, svg[onload], a[href^='javascript']"); got != 0 {
				t.Errorf("%d elements of the article's making", got)
			}
			b.quiet()
		})
	}
}

func TestNothingRunsAndNothingIsFetched(t *testing.T) {
	b := openBrowser(t, desktop)
	b.open(write(t, sample(t)))
	// Even if an article's words became markup, the page's own rules stop them.
	b.eval(`const s = document.createElement("script"); s.textContent = "window.pwned = 1"; document.body.append(s);
		const d = document.createElement("div"); d.innerHTML = "<img src='http://127.0.0.1:9/x.png' onerror='window.pwned = 2'>"; document.body.append(d)`)
	b.settle()
	if got := b.eval(`return window.pwned`); got != nil {
		t.Errorf("a script brought into the page ran (%v)", got)
	}
	if got := b.eval(`return fetch("http://127.0.0.1:9/").then(() => "fetched", e => "refused")`); got != "refused" {
		t.Errorf("the page %v", got)
	}
	refused := strings.Join(b.faults(), "\n")
	if n := strings.Count(refused, "Content Security Policy"); n < 3 {
		t.Errorf("the browser tells of %d refusals, want a script, a picture and a request:\n%s", n, refused)
	}
}

func TestColoursCanBeRead(t *testing.T) {
	path := write(t, sample(t))
	for _, dark := range []bool{false, true} {
		b := openBrowser(t, look{width: 1440, height: 900, dark: dark})
		b.open(path)
		if got := b.eval(`return matchMedia("(prefers-color-scheme: dark)").matches`); got != dark {
			t.Fatalf("dark = %v, but the system asks for dark: %v", dark, got)
		}
		check := func(as string) {
			t.Helper()
			// The contrast of WCAG 2, of text and of every kind's colour.
			faint := b.eval(`
				const probe = document.createElement("i"); document.body.append(probe);
				const rgb = name => { probe.style.color = "var(--" + name + ")"; return getComputedStyle(probe).color.match(/[\d.]+/g).slice(0, 3).map(Number) };
				const light = c => { const [r, g, b] = c.map(x => (x /= 255) <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b };
				const contrast = (a, b) => { const [x, y] = [light(rgb(a)), light(rgb(b))].sort((p, q) => q - p); return (x + .05) / (y + .05) };
				const out = [];
				for (const bg of ["paper", "panel", "raised"]) {
					for (const fg of ["ink", "soft", "accent", "good", "bad", "mend", "k-type", "k-date", "k-location", "k-site", "k-weapon", "k-casualty", "k-perpetrator", "k-claim"])
						if (contrast(fg, bg) < (fg === "ink" ? 10 : 4.5)) out.push(fg + " on " + bg + " " + contrast(fg, bg).toFixed(2));
				}
				probe.remove();
				return out`).([]any)
			if len(faint) > 0 {
				t.Errorf("%s: too faint: %v", as, faint)
			}
		}
		check(fmt.Sprintf("system dark=%v", dark))
		paper := func() any { return b.eval(`return getComputedStyle(document.documentElement).backgroundColor`) }
		system := paper()
		b.click("#theme") // light
		check("light by choice")
		day := paper()
		b.click("#theme") // dark
		check("dark by choice")
		night := paper()
		if day == night || system != map[bool]any{false: day, true: night}[dark] {
			t.Errorf("system dark=%v: paper %v, by choice light %v, dark %v", dark, system, day, night)
		}
	}
}

// A batch of many articles must still open at once.
func TestManyArticles(t *testing.T) {
	batch := sample(t)
	some := batch.Items
	for len(batch.Items) < 1000 {
		for _, it := range some {
			it.Article.ID = fmt.Sprintf("%s/%d", it.Article.ID, len(batch.Items))
			batch.Items = append(batch.Items, it)
		}
	}
	b := openBrowser(t, desktop)
	begun := time.Now()
	b.open(write(t, batch))
	if n := b.count("#articles > li"); n != len(batch.Items) {
		t.Errorf("%d articles are listed, want %d", n, len(batch.Items))
	}
	t.Logf("written and opened in %v", time.Since(begun))
	took := b.eval(`const t = performance.now(); document.querySelector("#f-toll").value = "10";
		document.querySelector("#f-toll").dispatchEvent(new Event("input", {bubbles: true})); return performance.now() - t`).(float64)
	t.Logf("filtered in %.0f ms", took)
	if took > 3000 {
		t.Errorf("a filter takes %.0f ms", took)
	}
}

func TestLooks(t *testing.T) {
	if *shots == "" {
		t.Skip("takes pictures only: name a folder with -shots")
	}
	path := write(t, sample(t))
	b := openBrowser(t, desktop)
	b.open(path + "#a1")
	b.click(`#reader mark[data-k="casualty"]`)
	b.click(`#record .value.on .confirm`)
	b.shot("desktop light")
	b.open(path + "#a6.1")
	b.eval(`document.querySelector('[data-section="casualty"]').scrollIntoView()`)
	b.shot("desktop figures")
	b.click(".controls .large")
	b.click(`button[aria-label="Show all"]`)
	b.shot("desktop map")
	d := openBrowser(t, look{width: 1280, height: 800, dark: true})
	d.open(path + "#a8.1")
	d.click("#more summary")
	d.shot("desktop dark")
	d.click(`[data-missing="weapon"]`)
	d.shot("form dark")
	d.keys(escape)
	d.click("#help")
	d.shot("help dark")
	p := openBrowser(t, phone)
	p.open(path + "#a4.1")
	p.shot("phone list")
	p.click(`.tabs [data-tab="reader"]`)
	p.click(`#reader mark[data-k="casualty"]`)
	p.shot("phone text")
	p.click(`.tabs [data-tab="record"]`)
	p.shot("phone record")
	p.click(`.tabs [data-tab="map"]`)
	p.shot("phone map")
	m := openBrowser(t, look{width: 1024, height: 768})
	m.open(path + "#a5.1")
	m.shot("tablet")
}

func TestMarksAreScored(t *testing.T) {
	line := func(article, field, key, verdict, who string) string {
		b, err := json.Marshal(map[string]string{"article": article, "field": field, "key": key, "verdict": verdict, "reviewer": who})
		if err != nil {
			t.Fatal(err)
		}
		return string(b) + "\n"
	}
	marks, err := review.ReadMarks(strings.NewReader(
		line("a", "date", "1", "reject", "Ada")+
			line("a", "date", "1", "confirm", "Ada")+ // thought better of
			line("a", "casualty", "2", "confirm", "Ada")+
			line("a", "casualty", "3", "correct", "Ada")+
			line("a", "casualty", "4", "missing", "Ada")+
			line("a", "casualty", "2", "confirm", "Ben")+
			line("a", "casualty", "3", "reject", "Ben")+
			"\n"+
			line("a", "article", "read", "read", "Ada")+
			line("b", "weapon", "5", "reject", "Ada")), "marks.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	got := review.ScoreMarks(marks)
	want := review.Score{
		Articles: 2, Read: 1,
		Fields: []review.Tally{
			{Field: "date", Confirmed: 1},
			{Field: "weapon", Rejected: 1},
			{Field: "casualty", Confirmed: 2, Rejected: 1, Corrected: 1, Lost: 1},
		},
		All:   review.Tally{Field: "all", Confirmed: 3, Rejected: 2, Corrected: 1, Lost: 1},
		Twice: 2, Agreed: 1,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("score (-want +got):\n%s", d)
	}
	if p, ok := got.Fields[2].Precision(); !ok || p != 0.5 {
		t.Errorf("precision of casualties %v, %v", p, ok)
	}
	if r, ok := got.Fields[2].Recall(); !ok || r != 0.5 {
		t.Errorf("recall of casualties %v, %v", r, ok)
	}
	if _, ok := got.Fields[1].Recall(); ok {
		t.Error("weapons have a recall though none is right and none missing")
	}
}

func TestFaultyMarksAreAllTold(t *testing.T) {
	_, err := review.ReadMarks(strings.NewReader(`{"article":"a","field":"date","key":"1","verdict":"confirm"}
not JSON
{"article":"a","field":"date","key":"1","verdict":"perhaps"}
{"article":"a","verdict":"confirm"}
`), "marks.jsonl")
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{"marks.jsonl:2: is no mark", `marks.jsonl:3: verdict "perhaps" is not known: want confirm`, "marks.jsonl:4: has no key"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the error does not say %q:\n%v", want, err)
		}
	}
}

// A record of far too many values must not lock the browser up.
func TestManyValues(t *testing.T) {
	const n = 20000
	text := strings.Repeat("Kyiv, ", n)
	var inc event.Incident
	for i := range n {
		inc.Locations = append(inc.Locations, event.Location{Name: "Kyiv", Point: &event.Point{Lat: 50.45, Lon: 30.52},
			Evidence: []event.Evidence{{Span: event.Span{Start: 6 * i, End: 6*i + 4}, Text: "Kyiv"}}})
		inc.Claims = append(inc.Claims, event.Claim{Claimant: "X", Evidence: []event.Evidence{{Span: event.Span{Start: 0, End: 4}, Text: "Kyiv"}}})
	}
	b := openBrowser(t, desktop)
	begun := time.Now()
	b.open(write(t, review.Batch{Items: []review.Item{{Article: review.Article{ID: "a", Text: text}, Report: event.Report{Incidents: []event.Incident{inc}}}}}))
	t.Logf("opened in %v", time.Since(begun))
	if got := b.count("#text mark"); got != n {
		t.Errorf("%d words are marked, want %d", got, n)
	}
	rows := `[data-section="location"] .value`
	if got := b.count(rows); got != 100 {
		t.Errorf("%d places have a row at first, want 100", got)
	}
	b.eval(`document.querySelector('[data-section="location"] > button.plain').click()`)
	if got := b.count(rows); got != 500 {
		t.Errorf("%d places have a row when more are asked for, want 500", got)
	}
	took := b.eval(`const t = performance.now(); [...document.querySelectorAll("#text mark")].at(-1).click(); return performance.now() - t`).(float64)
	t.Logf("the last words lead to their value in %.0f ms", took)
	if got := b.texts("#record .value.on"); len(got) != 1 {
		t.Errorf("the last words lead to %d values, want 1", len(got))
	}
	took = b.eval(`const t = performance.now(); document.querySelector("#record .value.on .confirm").click(); return performance.now() - t`).(float64)
	t.Logf("a mark takes %.0f ms", took)
}
