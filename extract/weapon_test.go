package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/gazetteer/catalogue"
)

// weaponsIn reads the weapons of s.
func weaponsIn(t testing.TB, s string) (*reading, []weapon) {
	t.Helper()
	x, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := x.open(Article{Text: s})
	var ws []weapon
	for i, sen := range r.doc.Sentences {
		r.readNumbers(sen)
		ws = r.findWeapons(i, sen, catalogue.Default(), ws)
	}
	return r, ws
}

// summary prints the weapons that were used, one "id-or-class" each, with the
// counts that were said: ">" launched, "x" intercepted, "?" lost, "!" hit.
func summary(ws []weapon) []string {
	var out []string
	for i := range ws {
		w := &ws[i]
		if w.use != usedWeapon {
			continue
		}
		s := w.id
		if s == "" {
			s = string(w.category)
		}
		for _, c := range []struct {
			mark string
			n    event.Count
		}{{">", w.launched}, {"x", w.intercepted}, {"?", w.lost}, {"!", w.hit}} {
			if !c.n.IsZero() {
				s += " " + c.mark + c.n.String()
			}
		}
		if w.mixed {
			s += " mixed"
		}
		out = append(out, s)
	}
	return out
}

func TestWeapons(t *testing.T) {
	tests := []struct {
		why, text string
		want      []string
	}{
		{"name and class are one", "A North Korean-made KN-23 ballistic missile hit the hostel.", []string{"kn-23"}},
		{"apposition", "The jet dropped a guided bomb, a KAB, on the school.", []string{"kab"}},
		{"named by a verb", "Russia struck the plant with a missile it calls Oreshnik.", []string{"oreshnik"}},
		{"the class word says which", "Two FAB-500 glide bombs fell on the village.", []string{"fab-500 >2"}},
		{"a name the catalogue lacks", "A Zarya-77 missile fell on the depot.", []string{"zarya-77"}},
		{"two names of one thing", "Six Geran-2 (Shahed-136) drones hit the port.", []string{"shahed-136 >6"}},
		{"a name that is a word needs its class", "The Emad missiles struck; Emad Karimi saw them.", []string{"emad"}},
		{"a list lends its class", "Iran fired Emad, Ghadr and Kheibar Shekan missiles.", []string{"emad", "ghadr", "kheibar-shekan"}},
		{"an actor's name is no rocket", "The Qassam Brigades fired a mortar shell.", []string{"mortar"}},
		{"explosives on a body", "A boy set off the explosives under his kaftan and killed 20.", []string{"suicide_vest"}},
		{"explosives under a bridge", "Saboteurs set off the explosives under the bridge and killed two.", []string{"explosive"}},
		{"shells of houses", "Two hotels were burnt to shells.", nil},
		{"a charge that is words", "The three were killed by a rival faction, a charge the council called laughable.", nil},
		{"a packed lorry", "A lorry packed with explosives was driven into the gate.", []string{"car_bomb"}},
		{"a packed motorcycle", "A motorcycle rigged with explosives went off by the kiosk.", []string{"ied"}},
		{"a packed lorry, by weight", "A lorry loaded with 30 kg of ANFO went off in the street.", []string{"car_bomb"}},
		{"a packed car, roughly", "A car filled with an estimated 150 kg of explosives blew up.", []string{"car_bomb"}},
		{"explosives that filled no car", "Police drove off with 30 kg of explosives that killed two men.", []string{"explosive"}},
		{"what the launcher was", "They fired five rockets from a Uragan launcher at the market.", []string{"uragan >5"}},
		{"a launcher that was hit", "They fired five rockets at a Uragan launcher.", []string{"rocket >5"}},
		{"apposition that is not sure", "Two drones, preliminarily Gerans, hit the block.", []string{"shahed-136 >2"}},
		{"an explosive device is made by somebody", "An explosive device went off beside the patrol.", []string{"ied"}},
		{"an explosive device from the air", "A drone dropped an explosive device on the yard.", []string{"drone", "explosive"}},
		{"an explosive by the road", "A hand-made explosive laid on the road killed two soldiers.", []string{"ied"}},
		{"a roadside charge", "A roadside charge went off under the jeep.", []string{"ied"}},
		{"his vest", "The suicide bomber blew himself up; he set off his vest in the queue.", []string{"suicide_vest"}},
		{"orange vests", "Rescuers in orange vests dug for survivors.", nil},
		{"bombs that fall are an aircraft's", "Two bombs fell on the clinic.", []string{"air_bomb >2"}},
		{"a bomb by the road", "A bomb planted on a bridge exploded.", []string{"ied"}},
		{"bombs dropped on a road", "Two bombs had been dropped on a road near the temple.", []string{"air_bomb >2"}},
		{"a class word that proves to be a model", "Three missiles fell on the quarter. The minister said the weapons were Iskander-K cruise missiles.", []string{"missile >3", "iskander-k"}},
		{"what struck a thing told before", "The building was struck by a Kh-22.", []string{"kh-22"}},
		{"drones that only watched", "Drones circled overhead to guide the gunners.", nil},
		{"what a place is used for", "Jets hit the airfield from which Shaheds are launched.", nil},
		{"who flies them", "Operators of first-person-view drones see a live picture.", nil},
		{"losses of the war", "The total combat losses of the enemy are 11,070 tanks and 30,990 artillery systems.", nil},
		{"a share is no count", "The army fired 450 rockets. Iron Dome stopped nine in ten of those that headed for towns.", []string{"rocket >450"}},
		{"a tank is not intercepted", "The tank knocked down the gate.", []string{"tank"}},
		{"one of them hit", "Shells slammed into the village and one of them hit a car.", []string{"artillery !1"}},
		{"what a missile carried, and where one was built", "They fired two Olkha missiles carrying cluster warheads and Czech-built Vampire rockets.", []string{"vilkha >2", "cluster_munition", "rm-70"}},
		{"mines", "A farmer stepped on a mine near the canal.", []string{"landmine"}},
		{"a coal mine", "Three men were killed in a coal mine blast.", nil},
		{"a fuel tank", "A shell hit a fuel tank.", []string{"artillery"}},
		{"a verb is no weapon", "Government forces shell villages every night.", nil},
		{"an operator is none", "A drone operator was killed.", nil},
		{"a tank's shell", "A Merkava tank fired a shell at the tent.", []string{"merkava", "tank"}},
		{"a sum of months", "More than 1,100 rockets have been fired since the beginning of the year.", nil},
		{"a record is one attack", "The army fired 90 rockets in the largest attack this year.", []string{"rocket >90"}},
		{"none at all", "There was no drone and no missile.", nil},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			_, ws := weaponsIn(t, tt.text)
			if diff := cmp.Diff(tt.want, summary(ws)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestWeaponCounts(t *testing.T) {
	tests := []struct {
		why, text string
		want      []string
	}{
		{"sent and stopped, two kinds", "Russia fired 70 missiles and 145 drones; crews shot down 48 of the missiles and 64 of the drones.",
			[]string{"missile >70 x48", "drone >145 x64"}},
		{"bare numbers", "Of 188 drones, 76 were shot down and 96 lost; four Iskander-M and one Kh-59 got through.",
			[]string{"drone >188 x76 ?96", "iskander-m >4", "kh-59 >1"}},
		{"so many of so many", "Iron Dome stopped 24 of 30 rockets.", []string{"rocket >30 x24"}},
		{"a part in a clause", "The region was attacked by 29 drones, 26 of which were destroyed.", []string{"drone >29 x26"}},
		{"rounds of a gun told before", "The town came under mortar fire: 11 rounds landed.", []string{"mortar >11"}},
		{"rounds of talks", "Missiles hit the town after 11 rounds of talks.", []string{"missile"}},
		{"all of them", "Four cruise missiles flew at the base. All four were downed.", []string{"cruise_missile >4 x4"}},
		{"the former and the latter", "Kyiv counted 810 drones and 13 missiles and said it had stopped 747 of the former and four of the latter.",
			[]string{"drone >810 x747", "missile >13 x4"}},
		{"kinds among those stopped", "The army launched 40 missiles; 31 of the missiles were intercepted, 24 of them Kh-101s and seven Kalibrs.",
			[]string{"missile >40 x31", "kh-101 x24", "kalibr x7"}},
		{"fired and destroyed at once", "The ministry reported destroying four ATACMS missiles that Ukraine had fired.", []string{"atacms >4 x4"}},
		{"heading somewhere", "Eight drones heading for the coast were intercepted.", []string{"drone >8 x8"}},
		{"stopped only", "The army said it had brought down three attack drones overnight and that no one was hurt.", []string{"drone x3"}},
		{"active verb", "Drones destroyed a depot and five drones hit a refinery.", []string{"drone", "drone >5"}},
		{"it", "One rocket crossed the border. Air defences intercepted it.", []string{"rocket >1 x1"}},
		{"several kinds, one count", "They fired five ballistic and cruise missiles.", []string{"ballistic_missile >5 mixed"}},
		{"kinds under one count", "At least 200 missiles and drones were launched.", []string{"missile >200+ mixed", "drone"}},
		{"counted again when stopped", "The attack involved 549 drones and 53 missiles; 479 drones and 39 missiles were neutralised.",
			[]string{"drone >549 x479", "missile >53 x39"}},
		{"of the so many", "Of the 267 drones launched, 138 were intercepted and 119 were lost.", []string{"drone >267 x138 ?119"}},
		{"of the so many told before", "They sent 188 drones. Of the 188 drones, 76 were shot down.", []string{"drone >188", "drone >188 x76"}},
		{"all of which", "They fired two ballistic missiles and three drones at the ship, all of which were shot down.",
			[]string{"ballistic_missile >2 x2", "drone >3 x3"}},
		{"two names for one count", "They fired 2 Iskander-M/KN-23 ballistic missiles.", []string{"iskander-m >2", "kn-23 >2"}},
		{"one, with an adjective", "A Russian drone was shot down over the town.", []string{"drone x1"}},
		{"people among the dead", "Missiles killed 23 people, four of them children.", []string{"missile"}},
		{"a vague word is no number", "Several drones were launched.", []string{"drone"}},
		{"people are no weapons", "A drone hit the bus. Three were killed and two were wounded.", []string{"drone"}},
		{"across sentences", "A further eight rockets were launched at the town. Five were intercepted by Iron Dome.", []string{"rocket >8 x5"}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			_, ws := weaponsIn(t, tt.text)
			if diff := cmp.Diff(tt.want, summary(ws)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestWeaponUse(t *testing.T) {
	tests := []struct {
		text string
		want string // "id use" of each weapon
	}{
		{"A Patriot battery shot down two Kinzhal missiles.", "patriot stopping, kinzhal used"},
		{"A Lancet drone struck a Buk system and a Grad launcher.", "lancet used, buk target, grad target"},
		{"Tu-95 bombers fired Kh-101 missiles.", "tu-95 carrying, kh-101 used"},
		{"Washington has delivered 20 ATACMS missiles to Kyiv, and Berlin promised Taurus missiles.", "atacms delivered, taurus delivered"},
		{"Pyongyang test-fired a Hwasong-17 missile.", "hwasong-17 described"},
		{"The weapon was a KN-23, a close cousin of Russia's Iskander-M.", "kn-23 used, iskander-m compared"},
		{"Troops seized three AK-47 rifles and an RPG-7.", "ak-47 seized, rpg-7 seized"},
		{"Police recovered two AK-47 rifles, three magazines and a grenade.", "ak-47 seized,  seized"},
		{"Raiders made off with four M-16 rifles.", "m-16 seized"},
		{"Two tanks covering the advance south of the town were struck by rockets.", " target,  used"},
		{"Two tanks covering the advance struck the town.", " used"},
		{"The mayor said fragments identified the weapon as a UMPB D-30, a bomb that can also be fired from a launcher.", "umpb-d-30 used"},
		{"Metal fragments look like pieces of a Blue Arrow 7.", "blue-arrow-7 used"},
		{"The president asked for more Taurus missiles.", "taurus delivered"},
		{"Kyiv could use Storm Shadow missiles against the bridge.", "storm-shadow described"},
		{"ATACMS can fly about 300 km.", "atacms described"},
		{"The rebels have Samad-3 drones.", "samad-3 described"},
		{"The rebels have fired Samad-3 drones.", "samad-3 used"},
		{"Six S-300 missiles hit Kharkiv.", "s-300 used"},
		{"A strike destroyed an S-300 system near Belgorod.", "s-300 target"},
		{"Moscow sent Iskander missiles at the port.", "iskander-m used"},
		{"Washington sent ATACMS missiles to Kyiv.", "atacms delivered"},
	}
	names := map[weaponUse]string{usedWeapon: "used", stoppingWeapon: "stopping", targetWeapon: "target", carryingWeapon: "carrying",
		describedWeapon: "described", deliveredWeapon: "delivered", comparedWeapon: "compared", seizedWeapon: "seized"}
	for _, tt := range tests {
		_, ws := weaponsIn(t, tt.text)
		var got []string
		for _, w := range ws {
			got = append(got, w.id+" "+names[w.use])
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestWeaponIdentification(t *testing.T) {
	tests := []struct {
		text string
		want string
	}{
		{"A KN-23 hit the house.", "kn-23 named"},
		{"A ballistic missile hit the house.", "ballistic_missile type_only"},
		{"Fragments at the site were identified as those of a 9M723 missile.", "iskander-m debris"},
		{"It was either a KN-23 or an Iskander-M.", "kn-23 disjunction, iskander-m disjunction"},
		{"A suspected Shahed drone fell on the school.", "shahed-136 suspected"},
	}
	for _, tt := range tests {
		_, ws := weaponsIn(t, tt.text)
		var got []string
		for _, w := range ws {
			name := w.id
			if name == "" {
				name = string(w.category)
			}
			got = append(got, fmt.Sprint(name, " ", w.ident))
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestWeaponNamesEarlier(t *testing.T) {
	tests := []struct {
		text string
		want string // the words of the weapon that the last one names
	}{
		{"A missile hit the hostel. Experts identified it as a KN-23.", "missile"},
		{"Two rockets fell on the pitch. A tail section belonged to a Falaq-1.", "Two rockets"},
		{"A missile hit the hostel. Russia later fired a KN-23 at the port.", ""},
		{"Missiles and drones hit the port. The arsenal included Quds-2 missiles and Samad-3 drones.", "drones"},
		{"A missile hit the hostel. The wing, for its part, said it had hit a tank with a KN-23.", ""},
		{"A drone hit the hostel. Fragments were those of a KN-23.", ""},
	}
	for _, tt := range tests {
		r, ws := weaponsIn(t, tt.text)
		got := ""
		if n := ws[len(ws)-1].names; n > 0 {
			got = r.doc.Slice(ws[n-1].first, ws[n-1].last)
		}
		if got != tt.want {
			t.Errorf("%s: names %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestCheckWeapons(t *testing.T) {
	_, ws := weaponsIn(t, "They launched 60 drones at Moscow, and 73 of the drones were shot down.")
	if diff := cmp.Diff([]string{"Of 60 launched (drone), 73 are accounted for."}, checkWeapons(ws)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	_, ws = weaponsIn(t, "They launched 60 drones at Moscow, and 53 of the drones were shot down.")
	if got := checkWeapons(ws); got != nil {
		t.Errorf("counts that add up are told as a fault: %q", got)
	}
}

func FuzzWeapons(f *testing.F) {
	f.Add("Of 188 drones, 76 were shot down; 34 of them Kh-101s and seven Kalibrs.")
	f.Add("of the")
	f.Add("a KN-23 or an Iskander-M, it was shot down. Which it. All 4 of them were")
	f.Fuzz(func(t *testing.T, s string) {
		r, ws := weaponsIn(t, s)
		for _, w := range ws {
			if w.first < 0 || w.last <= w.first || w.last > len(r.doc.Tokens) || w.head < w.first || w.head >= w.last {
				t.Errorf("weapon at %d to %d, head %d, of %d tokens", w.first, w.last, w.head, len(r.doc.Tokens))
			}
			for _, m := range w.more {
				if m[0] < 0 || m[1] <= m[0] || m[1] > len(r.doc.Tokens) {
					t.Errorf("support at %v of %d tokens", m, len(r.doc.Tokens))
				}
			}
		}
	})
}

func BenchmarkWeapons(b *testing.B) {
	s := strings.Repeat("Prices rose for a third month, and the bank left its rate where it was on Thursday, officials said. ", 40) +
		strings.Repeat("Russia fired 70 missiles and 145 drones at the city overnight; crews shot down 48 of the missiles and 64 of the drones, the air force said. ", 10)
	r, _ := weaponsIn(b, s)
	c := catalogue.Default()
	var ws []weapon
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		ws = ws[:0]
		for i, sen := range r.doc.Sentences {
			ws = r.findWeapons(i, sen, c, ws)
		}
	}
}

func TestUnsuited(t *testing.T) {
	tests := []struct {
		kind event.Type
		arm  event.Category
		want bool
	}{
		{event.Shelling, event.IED, true},
		{event.Shelling, event.Rocket, false},
		{event.Bombing, event.Mortar, true},
		{event.Bombing, event.SmallArms, false}, // a bomb, then gunfire
		{event.DroneStrike, event.GuidedBomb, true},
		{event.DroneStrike, event.Artillery, false}, // told together with drones
		{event.AirStrike, event.GuidedBomb, false},
		{event.GroundAttack, event.Mortar, false},
	}
	for _, tt := range tests {
		if got := unsuited(tt.kind, tt.arm); got != tt.want {
			t.Errorf("unsuited(%s, %s) = %t, want %t", tt.kind, tt.arm, got, tt.want)
		}
	}
}
