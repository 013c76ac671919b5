package text_test

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/sitrep-go/sitrep/internal/text"
)

// pieces are what generated texts are made of: what news holds, and what it
// should not.
var pieces = []string{
	" ", " ", " ", "\n", "\n\n", "\r\n", "\r", "\t", "\f", "\u00a0", "\u2028", "\u2029", "\u0085", "\x00", "\xff", "\xe2\x80", "\u00ad", "\u200b", "\ufeff", "\u202e",
	".", "...", "…", "!", "?", ",", ";", ":", "-", "–", "—", "―", "'", "’", "‘", "\"", "“", "”", "(", ")", "[", "]", "/", "//", "@", "#", "$", "%", "_", "•", "😢", "\u0301",
	"the", "The", "A", "I", "dead", "Police", "said", "killed", "U.S.", "p.m.", "Gen.", "Jan.", "No.", "Inc.", "St.", "J.", "Ph.D.", "don't", "can’t", "O'Sullivan", "Ukraine's",
	"KN-23", "Kh-101/555", "S", "3M-14", "2S19", "FAB-500M-62", "Iskander-M", "T-72s", "5", "12", "1,500", "3½", "5–7", "1st", "24.04.2025", "47-year-old",
	"al-Shabaab", "iPhone", "https://a.example/x?y=1", "desk@a.example.org", "example.com", "www.", "@front_77", "Łódź", "ʿAbs", "كييف", "基辅", "NATO", "intercontinental",
}

func drawText(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(t, "pieces"), "")
}

// blank reports whether a byte range needs no token to cover it: white space,
// control characters, what is seen through, broken UTF-8 and joiners.
func blank(s string) bool {
	for i, r := range s {
		switch {
		case unicode.IsSpace(r), unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Pd, r), r == '−':
		case 0xFE00 <= r && r <= 0xFE0F:
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
		default:
			return false
		}
	}
	return true
}

// checkLaws checks what must hold of every text.
func checkLaws(t interface {
	Helper()
	Fatalf(string, ...any)
}, s string) {
	t.Helper()
	d := text.Split(s)
	if d.Text != s {
		t.Fatalf("the text was changed")
	}
	at := 0
	for i, tok := range d.Tokens {
		start, end := int(tok.Start), int(tok.End)
		if start < at || end <= start || end > len(s) {
			t.Fatalf("%q: token %d is [%d:%d) behind %d of %d", s, i, start, end, at, len(s))
		}
		gap := s[at:start]
		if !blank(gap) {
			t.Fatalf("%q: no token covers %q", s, gap)
		}
		dash := strings.ContainsFunc(gap, func(r rune) bool { return unicode.Is(unicode.Pd, r) || r == '−' })
		if dash != tok.Joined() {
			t.Fatalf("%q: token %d has gap %d behind %q", s, i, tok.Gap, gap)
		}
		if (gap == "") && i > 0 && tok.Gap != text.None {
			t.Fatalf("%q: token %d has gap %d behind nothing", s, i, tok.Gap)
		}
		if got := text.KeyOf(d.Of(i)); got != tok.Key || got == 0 {
			t.Fatalf("%q: the key of %q is %x, as a word %x", s, d.Of(i), tok.Key, got)
		}
		if tok.Abbrev && tok.Kind != text.Word {
			t.Fatalf("%q: the abbreviation %q is no word", s, d.Of(i))
		}
		at = end
	}
	if !blank(s[at:]) {
		t.Fatalf("%q: no token covers the end, %q", s, s[at:])
	}
	next, par, line := 0, 0, 0
	for i, x := range d.Sentences {
		if x.First != next || x.Last <= x.First {
			t.Fatalf("%q: sentence %d is [%d:%d) behind %d", s, i, x.First, x.Last, next)
		}
		if x.Par < par || x.Par > par+1 || x.Line < line {
			t.Fatalf("%q: sentence %d is in paragraph %d, line %d, behind %d, %d", s, i, x.Par, x.Line, par, line)
		}
		if got := d.SentenceAt(x.First); got != i {
			t.Fatalf("%q: SentenceAt(%d) = %d, want %d", s, x.First, got, i)
		}
		if got := d.SentenceAt(x.Last - 1); got != i {
			t.Fatalf("%q: SentenceAt(%d) = %d, want %d", s, x.Last-1, got, i)
		}
		next, par, line = x.Last, x.Par, x.Line
	}
	if next != len(d.Tokens) {
		t.Fatalf("%q: the sentences end at token %d of %d", s, next, len(d.Tokens))
	}
	if diff := cmp.Diff(d, text.Split(strings.Clone(s)), cmpopts.IgnoreUnexported(text.Document{}, text.Token{})); diff != "" {
		t.Fatalf("%q: the same text twice: %s", s, diff)
	}
	var p text.Splitter
	p.Split("“Two died,” she said.\n\nOthers in al-Bab [3] did not.")
	if diff := cmp.Diff(d, p.Split(s), cmpopts.IgnoreUnexported(text.Document{}, text.Token{})); diff != "" {
		t.Fatalf("%q: in memory used before: %s", s, diff)
	}
	for i := range d.Tokens {
		if got, want := d.Folded(i), text.Fold(d.Of(i)); got != want {
			t.Fatalf("%q: Folded(%d) = %q, want %q", s, i, got, want)
		}
	}
	checkCRLF(t, s)
	checkShift(t, s)
}

// checkCRLF: the line endings of another system change nothing but spans.
func checkCRLF(t interface {
	Helper()
	Fatalf(string, ...any)
}, s string) {
	t.Helper()
	lf := strings.ReplaceAll(s, "\r", "")
	a, b := text.Split(lf), text.Split(strings.ReplaceAll(lf, "\n", "\r\n"))
	if len(a.Tokens) != len(b.Tokens) {
		t.Fatalf("%q: %d tokens, and %d with CRLF", s, len(a.Tokens), len(b.Tokens))
	}
	for i, x := range a.Tokens {
		y := b.Tokens[i]
		y.Start, y.End = x.Start, x.End
		if x != y || a.Of(i) != b.Of(i) {
			t.Fatalf("%q: token %d, %q is %+v, and with CRLF %q, %+v", s, i, a.Of(i), x, b.Of(i), y)
		}
	}
	if !slices.Equal(a.Sentences, b.Sentences) {
		t.Fatalf("%q: sentences %+v, and with CRLF %+v", s, a.Sentences, b.Sentences)
	}
}

// checkShift: a paragraph before the text shifts what was read and changes
// nothing else. The paragraph is so long a line that the whole is not taken for
// hard-wrapped; nor may the text be.
func checkShift(t interface {
	Helper()
	Fatalf(string, ...any)
}, s string) {
	t.Helper()
	wide := strings.Repeat("x ", 60)
	before := wide + "\n\n"
	a, b := text.Split("\n\n"+s+"\n\n"+wide), text.Split(before+s+"\n\n"+wide)
	n := len(text.Split(before).Tokens)
	shift := int32(len(before)) - 2
	if len(b.Tokens) != len(a.Tokens)+n {
		t.Fatalf("%q: %d tokens, and %d behind a paragraph of %d", s, len(a.Tokens), len(b.Tokens), n)
	}
	for i, x := range a.Tokens {
		y := b.Tokens[i+n]
		y.Start, y.End = y.Start-shift, y.End-shift
		if x != y {
			t.Fatalf("%q: token %d is %+v, and behind a paragraph %+v", s, i, x, y)
		}
	}
	for i, x := range a.Sentences {
		y := b.Sentences[i+1]
		y.First, y.Last, y.Par = y.First-n, y.Last-n, y.Par-1
		if x != y {
			t.Fatalf("%q: sentence %d is %+v, and behind a paragraph %+v", s, i, x, y)
		}
	}
}

func TestLaws(t *testing.T) {
	checkLaws(t, news)
	for _, h := range hard {
		s, _ := bounds(h)
		checkLaws(t, s)
	}
	rapid.Check(t, func(t *rapid.T) { checkLaws(t, drawText(t)) })
}

func FuzzSplit(f *testing.F) {
	f.Add(news)
	for _, h := range hard {
		s, _ := bounds(h)
		f.Add(s)
	}
	for _, p := range pieces {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, s string) { checkLaws(t, s) })
}

func FuzzKey(f *testing.F) {
	for _, p := range pieces {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, s string) {
		k := text.KeyOf(s)
		if k == 0 {
			t.Fatalf("%q has the zero key", s)
		}
		if up := strings.ToUpper(s); strings.ToLower(up) == s && text.KeyOf(up) != k && !strings.HasSuffix(s, "s") {
			t.Fatalf("%q and %q have different keys", s, up)
		}
		if got := text.Fold(text.Fold(s)); got != text.Fold(s) {
			t.Fatalf("Fold(%q) = %q, and that folds to %q", s, text.Fold(s), got)
		}
	})
}

// What is folded stays as it is, whichever character it came from, and a
// character that has a capital shares its key.
func TestFoldEveryCharacter(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		low := "a" + string(r)
		if up := strings.ToUpper(low); strings.ToLower(up) == low && r != 's' && text.KeyOf(up) != text.KeyOf(low) {
			t.Errorf("%q and %q have different keys", low, up)
		}
		if f := text.Fold(string(r)); text.Fold(f) != f {
			t.Errorf("Fold(%q) = %q, and that folds to %q", r, f, text.Fold(f))
		}
	}
}

// Every text takes time in proportion to its length. Twenty times the text takes
// about twenty times as long; where time were quadratic it would take four
// hundred. The limit lies between them, far from both, for the machine may be
// busy with other work.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	for _, piece := range []string{
		"killed ", "a.", "A.B.", ".", "!", "!)", "\")\n", "-", "a-", "A-1-", "A-B-", "1", "1,", "1.", "(", "'", "a'", "x@", "a.b@", "http://", "http://!", "www.",
		"\u200b", "a\u200b", "\u00ad-", "\xff", "\r", "\n", "•\n", "U.S. The ", "p.m. ", "[1]", ".[1]", "A_", "é", "’s", "3M-", "\u0301",
	} {
		small := strings.Repeat(piece, 25_000/len(piece))
		large := strings.Repeat(small, 20)
		ratio := 0.0
		for range 5 {
			// Twenty small texts are split one after the other, so that both
			// times are as long and suffer alike from what else is running.
			ratio = 20 * float64(took(large, 1)) / float64(max(took(small, 20), time.Microsecond))
			if ratio < 60 {
				break
			}
		}
		if ratio > 120 {
			t.Errorf("twenty times %q takes %.0f times as long", piece, ratio)
		}
	}
}

// took is the least time that three runs take, which each split s n times.
func took(s string, n int) time.Duration {
	least := time.Duration(math.MaxInt64)
	for range 3 {
		begin := time.Now()
		for range n {
			text.Split(s)
		}
		least = min(least, time.Since(begin))
	}
	return least
}

func TestTenMegabytesOnOneLine(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	s := strings.Repeat("Two rockets fell on the town. ", 10<<20/30)
	d := text.Split(s)
	if got, want := len(d.Sentences), len(s)/30; got != want {
		t.Errorf("%d sentences, want %d", got, want)
	}
}
