package extract

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/sitrep-go/sitrep/internal/text"
)

func speakersOf(s string) ([]speaker, *text.Document) {
	r := &reading{article: Article{Text: s}, doc: text.Split(s)}
	return standardActors().findSpeakers(r, catalogueMatches(r.doc), nil), r.doc
}

// speakersIn are the speakers in s: words = name, kind.
func speakersIn(s string) []string {
	all, d := speakersOf(s)
	var out []string
	for _, p := range all {
		if p.weak {
			continue
		}
		out = append(out, d.Slice(p.first, p.last)+" = "+p.name+", "+string(p.kind))
	}
	return out
}

func TestSpeakers(t *testing.T) {
	tests := []struct {
		why, text string
		want      []string
	}{
		// Persons with an office.
		{"an office, a comma and a name", "The regional governor, Taras Melnyk, said so.", []string{"The regional governor, Taras Melnyk = Taras Melnyk, official"}},
		{"a name, a comma and an office", "Taras Melnyk, the regional governor, said so.", []string{"Taras Melnyk, the regional governor = Taras Melnyk, official"}},
		{"an office and a name", "Mayor Taras Melnyk and military spokesman Brig. Gen. Aung Zaw were silent.", []string{"Mayor Taras Melnyk = Taras Melnyk, official", "military spokesman Brig. Gen. Aung Zaw = Aung Zaw, military"}},
		{"a title", "Col. Adam Issa denied it.", []string{"Col. Adam Issa = Adam Issa, military"}},
		{"a doctor", "Dr Salma Haddad counted the dead.", []string{"Dr Salma Haddad = Salma Haddad, medical"}},
		{"a leader without a title", "Volodymyr Zelensky thanked the crews of the trains.", []string{"Volodymyr Zelensky = Volodymyr Zelensky, official", "the crews of the trains = crews of the trains, witness"}},
		{"a spokesman of the forces", "Ihor Bondar, a spokesman for the Ukrainian air force, confirmed it.", []string{"Ihor Bondar, a spokesman for the Ukrainian air force = Ihor Bondar, military"}},
		{"a spokesman of an armed group", "A spokesman for the RSF rejected it.", []string{"A spokesman for the RSF = spokesman for the RSF, perpetrator"}},
		{"a witness told by trade", "“It shook the walls,” said Idris, a porter.", []string{"Idris, a porter = Idris, witness"}},
		{"an age in commas", "Maryam Saleh, 34, a teacher, said so.", []string{"Maryam Saleh, 34, a teacher = Maryam Saleh, witness"}},
		{"a name with small words", "Abdul Rahman al-Hadi told reporters.", []string{"Abdul Rahman al-Hadi = Abdul Rahman al-Hadi, unknown", "reporters = reporters, media"}},
		{"a place before another speaker", "A bus burned near Tilburg, a spokesman said.", []string{"a spokesman = spokesman, official"}},

		// Roles without a name.
		{"what stands before a role", "Two senior Israeli security officials spoke.", []string{"Two senior Israeli security officials = Two senior Israeli security officials, official"}},
		{"a source", "A Ukrainian military source and a hospital source agreed.", []string{"A Ukrainian military source = Ukrainian military source, military", "a hospital source = hospital source, medical"}},
		{"witnesses", "Residents and a medic said so.", []string{"Residents = Residents, witness", "a medic = medic, medical"}},
		{"a role that only describes a thing", "The police station and the hospital bed burned.", nil},
		{"the state's own body", "Lebanon's health ministry said nothing.", []string{"Lebanon's health ministry = Lebanon's health ministry, medical"}},
		{"a body with its state before it has the adjective", "Israel's military said nothing.", []string{"Israel's military = Israeli military, military"}},

		// Organisations.
		{"a known organisation", "The Syrian Observatory for Human Rights said so.", []string{"The Syrian Observatory for Human Rights = Syrian Observatory for Human Rights, ngo"}},
		{"an abbreviation has the usual name", "ISIS said so; the UN human rights office doubted it.", []string{"ISIS = Islamic State, perpetrator", "the UN human rights office = OHCHR, un"}},
		{"an organisation known by its last word", "Doctors at Rahma Hospital and the Bright Dawn Network said so.", []string{"Doctors at Rahma Hospital = Doctors at Rahma Hospital, medical", "the Bright Dawn Network = Bright Dawn Network, ngo"}},
		{"what an organisation is, beside its name", "The Bright Dawn Network, a war monitor, said so, and the state news agency SANA denied it.", []string{"The Bright Dawn Network, a war monitor = Bright Dawn Network, ngo", "the state news agency SANA = SANA, media"}},
		{"a monitor that the text names further down", "Six people died, a war monitor said.\n\nThe Syrian Observatory for Human Rights said a shell fell.", []string{"Six people = Six people, witness", "a war monitor = Syrian Observatory for Human Rights, ngo", "The Syrian Observatory for Human Rights = Syrian Observatory for Human Rights, ngo"}},
		{"an invented agency", "Northern Wire could not check it.", []string{"Northern Wire = Northern Wire, media"}},
		{"what Amaq says, Islamic State says", "Amaq said so.", []string{"Amaq = Islamic State, perpetrator"}},
		{"a capital that speaks", "Moscow denied it.", []string{"Moscow = Russia, official"}},
		{"a body of government is no person", "The UN General Assembly met.", []string{"The UN = United Nations, un"}},

		// What refers back.
		{"a surname", "Taras Melnyk, the mayor, came. Melnyk said so.", []string{"Taras Melnyk, the mayor = Taras Melnyk, official", "Melnyk = Taras Melnyk, official"}},
		{"a surname in the headline before the full name", "Melnyk blames shells\n\nMayor Taras Melnyk said so.", []string{"Melnyk = Taras Melnyk, official", "Mayor Taras Melnyk = Taras Melnyk, official"}},
		{"a pronoun for a man who spoke", "Mayor Taras Melnyk said a shell fell. Near the school, he added, a bus burned.", []string{"Mayor Taras Melnyk = Taras Melnyk, official", "he = Taras Melnyk, official"}},
		{"a pronoun goes by what the words tell of man and woman", "Ms Olena Koval met the fisherman. “I saw it,” she said.", []string{"Ms Olena Koval = Olena Koval, unknown", "the fisherman = fisherman, witness", "she = Olena Koval, unknown"}},
		{"a pronoun for an organisation", "The State Emergency Service came late. It said roads were cut.", []string{"The State Emergency Service = State Emergency Service, official", "It = State Emergency Service, official"}},
		{"the ministry named before", "The Sudanese health ministry said so. The ministry added that roads were cut.", []string{"The Sudanese health ministry = Sudanese health ministry, medical", "The ministry = Sudanese health ministry, medical"}},
		{"the army of the country told of", "A market burned in Nigeria's north. The army denied it.", []string{"Nigeria = Nigeria, official", "The army = Nigerian military, military"}},
		{"a heading sets the country", "SUDAN – A shell fell.\n\nMALI – A bus burned. The army denied it.", []string{"SUDAN = Sudan, official", "MALI = Mali, official", "The army = Malian army, military"}},
		{"a statement is its maker's", "The Houthis spoke late. A statement said the ship was hit.", []string{"The Houthis = Houthis, perpetrator", "A statement = Houthis, perpetrator"}},
		{"a statement whose maker stands before it", "The Houthis spoke late. A UN report and a Syrian army statement doubted that.", []string{"The Houthis = Houthis, perpetrator", "A UN report = UN, un", "a Syrian army statement = Syrian army, military"}},
		{"a spokesman of the group that spoke", "The RSF denied it. It had not fired, a spokesman said.", []string{"The RSF = RSF, perpetrator", "It = RSF, perpetrator", "a spokesman = RSF, perpetrator"}},
		{"the leaders of the group", "MINUSCA accused 3R. The group's leadership rejected that.", []string{"MINUSCA = MINUSCA, un", "3R = 3R, perpetrator", "The group's leadership = 3R, perpetrator"}},
		{"one of several", "Western analysts doubted this. The wreck is too small, one noted.", []string{"Western analysts = Western analysts, ngo", "one = Western analysts, ngo"}},
		{"the command of which the spokesman spoke", "The spokesman of the Rivers State Police Command, Ada Okoro, said so. The command did not say more.", []string{"The spokesman of the Rivers State Police Command, Ada Okoro = Ada Okoro, official", "The command = Rivers State Police Command, official"}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, speakersIn(tt.text)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestSpeakersByToken(t *testing.T) {
	all, d := speakersOf("According to the regional governor, Taras Melnyk, two died, but a medic said three.")
	x := indexSpeakers(all)
	at := func(w string) int {
		for i := range d.Tokens {
			if d.Of(i) == w {
				return i
			}
		}
		t.Fatalf("no word %q", w)
		return 0
	}
	for _, tt := range []struct {
		word  string // the speaker begins here
		after string // and ends before this word
		want  string
	}{
		{"the", "", "Taras Melnyk"},
		{"Taras", "", "Taras Melnyk"},
		{"a", "said", "medic"},
		{"medic", "said", "medic"},
	} {
		if p, ok := x.startingAt(at(tt.word)); !ok || p.name != tt.want {
			t.Errorf("starting at %q: %q, %v; want %q", tt.word, p.name, ok, tt.want)
		}
		if tt.after == "" {
			continue
		}
		if p, ok := x.endingAt(at(tt.after)); !ok || p.name != tt.want {
			t.Errorf("ending at %q: %q, %v; want %q", tt.after, p.name, ok, tt.want)
		}
	}
	if p, ok := x.startingAt(at("died")); ok {
		t.Errorf("a speaker starts at %q: %q", "died", p.name)
	}
}

func TestSpeakersAnyText(t *testing.T) {
	for _, s := range []string{"", ",", "he", "he said he", "the", "The the", "of the", "spokesman for", "spokesman for the", "Gen.", "Gen. ,", "President", "A, a", "'s army", "the army's", "Mr", "al-", "al", "\xff said", "statement", "the statement", strings.Repeat("General ", 300), strings.Repeat("spokesman for the ", 300), strings.Repeat("Aung Zaw, ", 300)} {
		for _, p := range speakersIn(s) {
			if strings.HasPrefix(p, " = ") {
				t.Errorf("%q gives an empty speaker", s)
			}
		}
	}
}

func BenchmarkFindSpeakers(b *testing.B) {
	s := strings.Repeat("The regional governor, Taras Melnyk, said a drone had struck a house in Rafah overnight, killing four people. "+
		"Residents told reporters that no fighters had been there. The health ministry put the toll at six, and he did not dispute it. ", 50)
	d := text.Split(s)
	r := &reading{article: Article{Text: s}, doc: d}
	ms := catalogueMatches(d)
	x := standardActors()
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		x.findSpeakers(r, ms, nil)
	}
}

// TestCastLinear reads texts that repeat one phrase, of which the longer must
// take about as much longer as it has more words.
func TestCastLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes time")
	}
	for _, w := range []string{"General ", "Lt. Col. ", "Taras Melnyk, ", "the Front of Kasan (FK) ", "the statement said it ", "he said ", "RSF's ", "a monitoring group "} {
		read := func(n int) time.Duration {
			s := strings.Repeat(w, n)
			best := time.Hour
			for range 3 {
				start := time.Now()
				actorsOf(s)
				speakersOf(s)
				best = min(best, time.Since(start))
			}
			return best
		}
		// Eight times the words. A quadratic reader takes 64 times as long, which
		// is seconds; a busy machine may take some more than eight.
		if a, b := read(2000), read(16000); b > 32*a+200*time.Millisecond {
			t.Errorf("%q two thousand times takes %v, sixteen thousand times %v", w, a, b)
		}
	}
}

// FuzzCast holds that actors and speakers of any text lie within it, have a
// name, and come out the same twice.
func FuzzCast(f *testing.F) {
	f.Add("The Front for the Liberation of Kasan (FLK) said its men had shelled a base; the army denied it, he added.")
	f.Add("KYIV, April 3 – Mayor Taras Melnyk, 45, of the “council’s” office… the IDF's spokesman, Lt. Col. A. B., told X.")
	f.Add("US-led pro-Russian anti- al-Shabaab (AS) (A) the the statement of the statement said he who")
	f.Fuzz(func(t *testing.T, s string) {
		all, d := actorsOf(s)
		for _, a := range all {
			if a.first < 0 || a.first >= a.last || a.last > len(d.Tokens) {
				t.Fatalf("actor at %d to %d of %d tokens", a.first, a.last, len(d.Tokens))
			}
		}
		says, _ := speakersOf(s)
		for _, p := range says {
			if p.first < 0 || p.first > p.core || p.core >= p.coreLast || p.coreLast > p.last || p.last > len(d.Tokens) {
				t.Fatalf("speaker %q at %d to %d, core %d to %d, of %d tokens", p.name, p.first, p.last, p.core, p.coreLast, len(d.Tokens))
			}
			if strings.TrimSpace(p.name) == "" {
				t.Fatalf("speaker %q without a name", d.Slice(p.first, p.last))
			}
		}
		if diff := cmp.Diff(speakersIn(s), speakersIn(s)); diff != "" {
			t.Fatalf("not the same twice:\n%s", diff)
		}
	})
}
