package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
	"github.com/sitrep-go/sitrep/internal/text"
)

// catalogueMatches is what the catalogue finds in all sentences of d.
func catalogueMatches(d *text.Document) []catalogue.Match {
	var ms []catalogue.Match
	for _, s := range d.Sentences {
		ms = catalogue.Default().Find(d, s.First, s.Last, ms)
	}
	return ms
}

func actorsOf(s string) ([]actor, *text.Document) {
	r := &reading{article: Article{Text: s}, doc: text.Split(s)}
	return standardActors().findActors(r, catalogueMatches(r.doc)), r.doc
}

// actorsIn are the actors in s, each as its words and the name they stand
// for: "-" for nobody, "(land)" for the country, "(of)" for what tells the
// kind of an act or weapon, "(people)" for a people.
func actorsIn(s string) []string {
	all, d := actorsOf(s)
	var out []string
	for _, a := range all {
		w := d.Slice(a.first, a.last) + " = " + a.name
		if a.name == "" {
			w += "-"
		}
		if a.land {
			w += " (land)"
		}
		if a.of {
			w += " (of)"
		}
		if a.demonym {
			w += " (people)"
		}
		out = append(out, w)
	}
	return out
}

func TestActors(t *testing.T) {
	tests := []struct {
		why, text string
		want      []string
	}{
		// A state and all that is its own.
		{"an abbreviation of a state's forces", "The IDF hit the tower.", []string{"IDF = Israel"}},
		{"a people's name and a noun of arms", "Israeli warplanes hit the tower, and Israeli artillery fired at the road.", []string{"Israeli warplanes = Israel", "Israeli artillery = Israel"}},
		{"words between the people's name and the noun", "Russian naval infantry units crossed the river.", []string{"Russian naval infantry units = Russia"}},
		{"an act with a people's name", "A Turkish air strike killed two farmers.", []string{"Turkish air strike = Turkey (of)"}},
		{"a weapon with a people's name", "Russian Shahed drones struck a depot.", []string{"Russian Shahed drones = Russia (of)"}},
		{"a state and its forces", "Ukraine's air force bombed a bridge. US special forces landed.", []string{"Ukraine's air force = Ukraine", "US special forces = United States"}},
		{"a verb behind a state is no noun of arms", "Lebanon buried two pilots of an airliner.", []string{"Lebanon = Lebanon"}},
		{"forces that have a name of their own", "Nigerian troops and Malian soldiers were there.", []string{"Nigerian troops = Nigerian military", "Malian soldiers = Malian army"}},
		{"a state's forces by their own name", "Tatmadaw jets bombed the school.", []string{"Tatmadaw = Myanmar military"}},
		{"a government's forces", "Syrian government forces shelled the town.", []string{"Syrian government forces = Syrian government"}},
		{"the country as a place", "The drone fell in northern Syria, far from Ukraine.", []string{"Syria = Syria (land)", "Ukraine = Ukraine"}},
		{"a people as a plural", "The Russians fired first; the British did not.", []string{"Russians = Russia (people)", "British = United Kingdom (people)"}},
		{"a person with a people's name is no actor", "A Ukrainian woman and two Syrian children were hurt.", nil},
		{"a people's officials are no arms", "Iraqi officials met the Turkish ambassador.", nil},

		// Names that only colour others.
		{"backed, led and pro- name others", "Turkish-backed fighters and pro-Russian separatists clashed.", []string{"Turkish-backed fighters = Turkish-backed fighters", "pro-Russian separatists = pro-Russian separatists"}},
		{"an appointed official is not the one who appointed", "A Russian-installed mayor and a Hamas-run ministry spoke.", nil},
		{"held ground has no actor", "A shell fell in Houthi-held Marib.", nil},
		{"a coalition led by a state has its own name", "The Saudi-led coalition bombed a farm.", []string{"Saudi-led coalition = Saudi-led coalition"}},
		{"a group's kin", "Islamic State-linked militants burned the village.", []string{"Islamic State-linked militants = Islamic State"}},
		{"a people within a state are not the state", "Syrian Kurdish fighters held the hill.", []string{"Syrian Kurdish fighters = Syrian Kurdish fighters"}},

		// Groups.
		{"an abbreviation in brackets", "The Rapid Support Forces (RSF) denied it. RSF men came back.", []string{"Rapid Support Forces = RSF", "RSF = RSF", "RSF = RSF"}},
		{"an unknown group that the text names long and short", "The Front for the Liberation of Kasan (FLK) burned a bus. The FLK came at night.", []string{"FLK = FLK", "FLK = FLK"}},
		{"an abbreviation that the text gives to another", "Fighters of the Arakan Army (AA) took the post; the AA lost two.", []string{"Fighters = fighters", "Arakan Army = Arakan Army", "AA = Arakan Army", "AA = Arakan Army"}},
		{"fighters of a group", "TTP militants ambushed a patrol.", []string{"TTP militants = TTP"}},
		{"a branch acts for its group", "The Qassam Brigades fired a rocket.", []string{"Qassam Brigades = Hamas"}},
		{"a leader's forces", "Haftar's forces shelled the port. Fighters loyal to Khalifa Haftar fled.", []string{"Haftar's forces = LNA", "Fighters loyal to Khalifa Haftar = LNA"}},
		{"a word that refers back", "Al-Shabaab shelled the base. The group said so.", []string{"Al-Shabaab = al-Shabaab", "The group = al-Shabaab"}},
		{"a coalition is no group", "The Houthis and the Saudi-led coalition fought; the coalition bombed a house.", []string{"Houthis = Houthis", "Saudi-led coalition = Saudi-led coalition", "the coalition = Saudi-led coalition"}},

		// Nobody in particular.
		{"nobody", "Gunmen shot a judge and unknown assailants burned his car.", []string{"Gunmen = -", "assailants = -"}},
		{"fighters told by creed or people", "Kurdish fighters and communist rebels fled.", []string{"Kurdish fighters = Kurdish fighters", "communist rebels = communist rebels"}},
		{"fighters without a name", "Bandits and jihadists raided the village.", []string{"Bandits = bandits", "jihadists = jihadists"}},
		{"the army that was named before", "The Sudanese army retook the bridge. Later the army shelled a market.", []string{"Sudanese army = Sudanese army", "the army = Sudanese army"}},
		{"a word that only describes another", "The army post and the police station burned near a rebel checkpoint.", nil},

		// Capitals.
		{"a capital that speaks", "Moscow denied it, and Kyiv accused Minsk of helping.", []string{"Moscow = Russia", "Kyiv = Ukraine", "Minsk = Belarus"}},
		{"a capital that is a city", "Two people died in Kyiv and the suburbs of Moscow.", nil},
		{"a dateline", "KYIV, April 3 - A drone fell.", nil},
		{"a capital's forces", "Tehran's navy seized a tanker.", []string{"Tehran's navy = Iran"}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, actorsIn(tt.text)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestResolveActors(t *testing.T) {
	tests := []struct{ text, country, want string }{
		{"The army shelled the town.", "NG", "Nigerian military"},
		{"The army shelled the town.", "MM", "Myanmar military"},
		{"The air force bombed the town.", "ML", "Malian army"},
		{"Security forces opened fire.", "CM", "Cameroonian army"},
		{"Police opened fire.", "NG", "Nigerian police"},
		{"Rebels shelled the town.", "SY", "Syrian rebels"},
		{"Settlers burned a car.", "PS", "Israeli settlers"},
		{"The coalition bombed a house.", "YE", "Saudi-led coalition"},
		{"Coalition forces detained two men.", "AF", "ISAF"},
		{"Gunmen shot a man.", "NG", ""},
		{"Bandits took a girl.", "NG", "bandits"},
		{"The army shelled the town.", "", "army"},
		{"Israeli tanks fired.", "PS", "Israel"},
	}
	for _, tt := range tests {
		all, _ := actorsOf(tt.text)
		if len(all) != 1 {
			t.Errorf("%s: %d actors, want 1", tt.text, len(all))
			continue
		}
		if got := standardActors().resolve(all[0], tt.country).name; got != tt.want {
			t.Errorf("%s in %q: %q, want %q", tt.text, tt.country, got, tt.want)
		}
	}
}

// TestActorCatalogue reads every name of every actor in a sentence of its own.
func TestActorCatalogue(t *testing.T) {
	x := standardActors()
	n, armed := 0, 0
	for _, e := range catalogue.Default().Entries() {
		if e.Kind != catalogue.Actor {
			continue
		}
		n++
		if (actor{entry: e}).armed() {
			armed++
		}
		if e.Source == "" {
			t.Errorf("%s has no source", e.ID)
		}
		if d := x.doer(e); d.Parent != "" {
			t.Errorf("%s acts for %s, which has a parent of its own that is not known", e.ID, d.ID)
		}
	}
	if n < 1000 || armed < 500 {
		t.Errorf("%d actors, of them %d armed; want 1000 and 500", n, armed)
	}
}

// TestActorsAnyText reads texts that are no sentences.
func TestActorsAnyText(t *testing.T) {
	for _, s := range []string{"", "(", "()", "A (B) (", "the the the", "Russia's", "'s army", "\n\n-\n", "US-", "-US", "pro-", "Israeli", "Israeli ", "loyal to Khalifa Haftar", "(RSF)", "a (RSF)", strings.Repeat("Israeli army ", 200), "\xff\xfe Moscow \xff said"} {
		actorsIn(s)
	}
}

func BenchmarkFindActors(b *testing.B) {
	s := strings.Repeat("Israeli warplanes struck a house in Rafah overnight, killing four people, the army said. "+
		"Residents told reporters that no fighters had been there. Hamas accused Israel of a war crime. ", 50)
	d := text.Split(s)
	r := &reading{article: Article{Text: s}, doc: d}
	ms := catalogueMatches(d)
	x := standardActors()
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		x.findActors(r, ms)
	}
}
