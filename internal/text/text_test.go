package text_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sitrep-go/sitrep/internal/text"
)

// show prints the tokens of a document in one line: the joiner before a token
// as "~" (hyphen) or "=" (dash), and a letter for any kind but words and marks.
func show(d *text.Document) string {
	var b strings.Builder
	for i, t := range d.Tokens {
		switch t.Gap {
		case text.Hyphen:
			b.WriteString(" ~")
		case text.Dash:
			b.WriteString(" =")
		default:
			if i > 0 {
				b.WriteByte(' ')
			}
		}
		b.WriteString(d.Of(i))
		switch t.Kind {
		case text.Number:
			b.WriteString("/n")
		case text.Ordinal:
			b.WriteString("/o")
		case text.Designation:
			b.WriteString("/d")
		case text.Clitic:
			b.WriteString("/c")
		}
	}
	return b.String()
}

func TestTokens(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{" \t\n", ""},
		{"Two rockets fell.", "Two rockets fell ."},
		{"a 47-year-old man", "a 47/n ~year ~old man"},
		{"killing 5–7 people", "killing 5/n =7/n people"},
		{"US-led", "US ~led"},
		{"Kharkiv—the city", "Kharkiv =the city"},

		// Designations.
		{"a KN-23 missile", "a KN-23/d missile"},
		{"Kh-101, S-300 and BM-21", "Kh-101/d , S-300/d and BM-21/d"},
		{"an M-46 gun", "an M-46/d gun"},
		{"FAB-500M-62 bombs", "FAB-500M-62/d bombs"},
		{"the 9K720 Iskander-M", "the 9K720/d Iskander-M/d"},
		{"a 3M-14 Kalibr", "a 3M-14/d Kalibr"},
		{"MiG-31K and Tu-95MS", "MiG-31K/d and Tu-95MS/d"},
		{"2S19, 2S1 and 9M723-1", "2S19/d , 2S1/d and 9M723-1/d"},
		{"T-72s rolled", "T-72s/d rolled"},
		{"KN‑23 K\u00adN-23 KN\u2060-\u206023", "KN‑23/d K\u00adN-23/d KN\u2060-\u206023/d"},
		{"KN‐23 KN‒23 KN–23 KN—23 KN―23", "KN‐23/d KN‒23/d KN–23/d KN—23/d KN―23/d"},
		{"Sumy—12 dead", "Sumy =12/n dead"},
		{"ten Kh-101/555 missiles", "ten Kh-101/d / 555/d missiles"},
		{"S-300/S-400", "S-300/d / S-400/d"},
		{"AK-47-wielding men", "AK-47/d ~wielding men"},
		{"April-24 and mid-2014 and 12-15", "April ~24/n and mid ~2014/n and 12/n ~15/n"},
		{"Sa'ar-6", "Sa'ar-6/d"},

		// Numbers.
		{"15,800 men", "15,800/n men"},
		{"3.5 km", "3.5/n km"},
		{"3½ hours", "3½/n hours"},
		{"25km, 20bn, 5.56mm", "25/n km , 20/n bn , 5.56/n mm"},
		{"$3M and $3M-4M", "$ 3/n M and $ 3/n M ~4/n M"},
		{"500KG", "500/n KG"},
		{"at 14:32 on 24.04.2025", "at 14:32/n on 24.04.2025/n"},
		{"the 22nd and the 1ST", "the 22nd/o and the 1ST/o"},
		{"the 1990s", "the 1990/n s"},
		{"12.", "12/n ."},
		{"24/7", "24/7/n"},

		// Words.
		{"Ukraine's army", "Ukraine 's/c army"},
		{"Ukraine’s", "Ukraine ’s/c"},
		{"don't, can’t, WON'T", "do n't/c , ca n’t/c , WO N'T/c"},
		{"they've we'll I'm he'd you're", "they 've/c we 'll/c I 'm/c he 'd/c you 're/c"},
		{"soldiers' wives", "soldiers ' wives"},
		{"O'Sullivan in Sana'a", "O'Sullivan in Sana'a"},
		{"ʿAbs and Taʿizz", "ʿAbs and Taʿizz"},
		{"Chişinău, Łódź", "Chişinău , Łódź"},
		{"mis\u00adsile ze\u200bro", "mis\u00adsile ze\u200bro"},
		{"drone\u200b-borne", "drone ~borne"},
		{"Kh\u00a0101", "Kh 101/n"},
		{"Gen. Ali", "Gen. Ali"},
		{"Lt. Col. Roe", "Lt. Col. Roe"},
		{"Brig Gen Roe", "Brig Gen Roe"},
		{"the U.S. and U.N.", "the U.S. and U.N."},
		{"the U.S and", "the U.S and"},
		{"at 9 a.m. on", "at 9/n a.m. on"},
		{"J. R. Smith", "J. R. Smith"},
		{"Gov. J.Smith", "Gov. J. Smith"},
		{"No. 5", "No. 5/n"},
		{"No. He left", "No . He left"},
		{"vs. them", "vs. them"},
		{"well...", "well ..."},
		{"What?!", "What ? !"},

		// Addresses and handles.
		{"see https://news.example.org/2024/05/12?id=77.", "see https://news.example.org/2024/05/12?id=77 ."},
		{"(http://a.example/x), http://a.example/x_(y)", "( http://a.example/x ) , http://a.example/x_(y)"},
		{"mail desk.24@example.co.uk, now", "mail desk.24@example.co.uk , now"},
		{"on example.com.", "on example.com ."},
		{"t.me/channel12 says", "t.me/channel12 says"},
		{"24tv.ua and www.example.ly", "24tv.ua and www.example.ly"},
		{"@front_77 posted #Sumy", "@front_77 posted # Sumy"},
		{"IMG_2041.jpg", "IMG_2041.jpg"},
		{"dead.The", "dead . The"},
		{"dead.It is", "dead . It is"},

		// What is no token.
		{"a\x00b", "a b"},
		{"\xff\xfea", "a"},
		{"👩\u200d🚒 fled", "👩 🚒 fled"},
	} {
		if got := show(text.Split(tt.in)); got != tt.want {
			t.Errorf("%q:\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

func TestCase(t *testing.T) {
	for w, want := range map[string]text.Case{
		"strike": text.Lower, "Kyiv": text.Title, "UN": text.Upper, "iPhone": text.Mixed, "McCain": text.Mixed,
		"A": text.Title, "Élan": text.Title, "12": text.NoCase, "U.S.": text.Upper, "كييف": text.Lower,
		"KN-23": text.Upper, "Kh-101": text.Title, "MiG-31": text.Mixed, "INTERCONTINENTAL": text.Upper,
		"Intercontinental": text.Title, "intercontinental": text.Lower, "interContinental": text.Mixed,
	} {
		d := text.Split(w)
		if len(d.Tokens) != 1 || d.Tokens[0].Case != want {
			t.Errorf("%q: %+v, want case %d", w, d.Tokens, want)
		}
	}
}

func TestGap(t *testing.T) {
	d := text.Split("a b\nc\n\nd\r\ne\r\rf\u2028g\u2029h\n \t\ni,j")
	want := []text.Gap{text.Blank, text.Space, text.Line, text.Blank, text.Line, text.Blank, text.Line, text.Blank, text.Blank, text.None, text.None}
	var got []text.Gap
	for _, tok := range d.Tokens {
		got = append(got, tok.Gap)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestLinesAndParagraphs(t *testing.T) {
	const s = "\n\nTWO DIE IN STRIKE\nBy A Writer\n\nShells fell. Two died.\r\nMore fell.\n\n\nEnd"
	d := text.Split(s)
	var got []string
	for _, x := range d.Sentences {
		got = append(got, fmt.Sprintf("%d %d %v %s", x.Par, x.Line, x.Closed, d.SentenceText(x)))
	}
	want := []string{
		"0 2 false TWO DIE IN STRIKE", "1 3 false By A Writer", "2 5 true Shells fell.", "2 5 true Two died.",
		"3 6 true More fell.", "4 9 false End",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWrappedLines(t *testing.T) {
	const s = `A column of armoured vehicles came under fire on the eastern
road shortly after dawn, and its commander said that
four of his men had been hurt. The vehicles turned back
towards the river crossing, where a second ambush waited for
them near the old mill.

Nobody has said who laid the ambush. Villagers spoke of
men in plain clothes who had come down from the hills
in the night and asked for water:
- the first group on foot, without any markings at all
- the second in two lorries with the plates painted over`
	d := text.Split(s)
	var got []string
	for _, x := range d.Sentences {
		got = append(got, fmt.Sprintf("%d %d %s", x.Par, x.Line, strings.Fields(d.SentenceText(x))[0]))
	}
	want := []string{"0 0 A", "0 2 The", "1 6 Nobody", "1 6 Villagers", "1 9 -", "1 10 -"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestKey(t *testing.T) {
	same := [][]string{
		{"Kyiv", "KYIV", "kyiv", "Ky\u00adiv", "Ky\u200biv", "Kyı\u0301v"},
		{"Sana'a", "Sana’a", "Sanaʿa", "sanaa", "Sanáa"},
		{"KN-23", "kn23", "KN–23", "KN‑23", "KN-23s"},
		{"U.S.", "US", "us"},
		{"Gen.", "gen"},
		{"Łódź", "lodz"},
		{"Straße", "strasse"},
		{"...", "…"},
		{"“", "”", "\""},
		{"-", "–", "—"},
		{"'", "’"},
		{"intercontinental", "Inter-Continental", "INTERCONTINÉNTAL"},
	}
	of := map[text.Key]int{}
	for i, group := range same {
		for _, w := range group {
			k := text.KeyOf(w)
			if k == 0 {
				t.Errorf("%q has the zero key", w)
			}
			if k != text.KeyOf(group[0]) {
				t.Errorf("%q and %q have different keys", w, group[0])
			}
			if j, ok := of[k]; ok && j != i {
				t.Errorf("%q has the key of %q", w, same[j][0])
			}
			of[k] = i
		}
	}
	for _, w := range []string{"7.62", "15,800", "15.800", "3½", "%", "$", ".", ",", "kyi", "kyivv", ""} {
		k := text.KeyOf(w)
		if _, ok := of[k]; ok || k == 0 {
			t.Errorf("%q shares its key", w)
		}
		of[k] = -1
	}
}

// A table may index by any bits of a key, so all must be spread evenly.
func TestKeySpread(t *testing.T) {
	const n = 1 << 14
	for _, shift := range []uint{0, 16, 32, 50} {
		var bucket [n]int
		for i := range n {
			bucket[uint64(text.KeyOf(fmt.Sprint("w", i)).Join(text.KeyOf("of")))>>shift%n]++
		}
		empty := 0
		for _, c := range bucket {
			if c == 0 {
				empty++
			}
		}
		// n balls in n boxes leave 1/e of them empty, give or take 1 %.
		if empty < n*36/100 || empty > n*38/100 {
			t.Errorf("bits from %d: %d of %d boxes empty", shift, empty, n)
		}
	}
}

func TestJoin(t *testing.T) {
	a, b := text.KeyOf("new"), text.KeyOf("york")
	if a.Join(b) == b.Join(a) {
		t.Error("Join is commutative")
	}
	if a.Join(a) == a || a.Join(b) == text.KeyOf("newyork") {
		t.Error("Join gives the key of a word")
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Sana’a": "sanaa", "KN–23": "kn-23", "Ky\u00adiv": "kyiv", "ÅLESUND": "alesund", "U.S.": "u.s.", "ﬁre": "fire", "": "",
		"İzmir": "izmir", "Đà Nẵng": "da nang", "a\xffb": "a\uFFFDb",
	} {
		if got := text.Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDocument(t *testing.T) {
	d := text.Split("Two died. Three fled.")
	if got := d.Slice(1, 3); got != "died." {
		t.Errorf("Slice = %q", got)
	}
	if got := d.Slice(3, 3); got != "" {
		t.Errorf("empty Slice = %q", got)
	}
	if !d.Is(2, '.') || d.Is(1, 'd') {
		t.Error("Is is wrong")
	}
	for i := range d.Tokens {
		s := d.Sentences[d.SentenceAt(i)]
		if i < s.First || i >= s.Last {
			t.Errorf("token %d is not in its sentence", i)
		}
	}
	if got := d.Folded(0); got != "two" {
		t.Errorf("Folded = %q", got)
	}
}
