package extract

import (
	"strings"
	"testing"

	"github.com/sitrep-go/sitrep/event"
)

// TestActs reads how sentences tell of acts: their kinds, and whether they
// took place.
func TestActs(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Gunmen opened fire on a minibus near the ford.", "shooting"},
		{"A quadcopter dived at the ambulance.", "drone_strike"},
		{"The rebels could be heard shelling the ridge.", "shelling"},
		{"On 10 May a tractor set off an anti-tank mine.", "landmine"},
		{"An explosive device (IED) that killed five soldiers was theirs.", "bombing"},
		{"The rebels may attack the town.", "ground_attack unreal"},
		{"They used rockets to attack the depot.", "attack"},
		{"The group threatened to attack the ministry.", "attack unreal"},
		{"Police foiled a suicide bombing in the capital.", "suicide_bombing tried"},
		{"He was charged with the 2016 bombing of a market.", "bombing reference"},
		{"Families marked the anniversary of the bombing.", "bombed reference"},
		{"The army denied that it had shelled the village.", "shelling denied"},
		{"The army denied responsibility for the shelling.", "shelling"},
		{"Residents fear an attack.", "attack unreal"},
		{"The coalition has been bombing the hills since March.", "bombed reference"},
		{"A drone strike would cross a red line.", "drone_strike"},
		{"Troops rescued 12 kidnapped pupils.", "none"},
		{"The navy said pirates had boarded a freighter.", "naval_attack"},
		{"He would answer in case armed groups attacked the town with missiles.", "attack unreal"},
		{"It held Russia to account for massacres that will be committed.", "attack unreal"},
		{"They witnessed an attack that could be heard for miles.", "attack"},
		{"The guards were posted against drone attacks.", "drone_strike unreal"},
		{"The guards fired against the attackers.", ""},
		{"They fled because of attacks by bandits.", "attack habit"},
		{"Families left after several months of shelling.", "shelling habit"},
		{"The town fell after weeks of fighting.", "armed_clash habit"},
		{"They killed 84 of them in three days of combat.", "armed_clash"},
		{"They will not leave, even under bombardment.", "shelling habit"},
		{"It was a reply to the bombing of the port.", "bombing reference"},
		{"Jets struck groups that it accused of a chlorine attack.", "air_strike; chemical_attack reference"},
		{"The state ran a targeted campaign.", ""},
	} {
		r := standard().open(Article{Text: c.text})
		r.read()
		var as []act
		for i, s := range r.doc.Sentences {
			as = append(as, r.acts(i, s)...)
		}
		if got := actText(as); got != c.want {
			t.Errorf("%q reads %q, want %q", c.text, got, c.want)
		}
	}
}

// TestOpens asks what a short report is an incident of, or that it is none.
func TestOpens(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       event.Type // empty for silence
	}{
		{"a bombing without victims", "Strangers bombed the savings bank in Herat on 4 May 2021. Nobody was hurt.", event.Bombing},
		{"a bomb found", "A bomb was found under a bridge in Herat on 4 May 2021 and was safely defused.", event.Bombing},
		{"raiders who take people", "Armed men raided a school in Kaduna on 4 May 2021, abducting 12 pupils.", event.Abduction},
		{"a post stormed, then a bomb", "Militants stormed a police post in Quetta on 4 May 2021 and set off a bomb, killing three officers.", event.GroundAttack},
		{"grenades from drones", "Rebels flew drones over the camp near Bhamo on 4 May 2021 and dropped grenades, killing two soldiers.", event.DroneStrike},
		{"the army bombs", "The air force bombed a village near Idlib on 4 May 2021, killing two people.", event.AirStrike},
		{"fighters killed", "The army killed 14 militants near Mosul on 4 May 2021.", event.ArmedClash},
		{"fighters who hack and shoot", "Fighters of the ADF shot or hacked to death 19 people in a raid on Oicha on 4 May 2021.", event.GroundAttack},
		{"bombs from a drone", "A drone dropped two bombs on a checkpoint near Oicha on 4 May 2021, injuring a guardsman.", event.DroneStrike},
		{"an air force", "The Syrian Air Force destroyed four vehicles near Idlib on 4 May 2021.", event.AirStrike},
		{"fighters attack from afar", "Rebels attacked the army base near Idlib on 4 May 2021 with two drones, killing four soldiers.", event.DroneStrike},
		{"fighters attack in person", "Rebels attacked the army base near Idlib on 4 May 2021 with rifles and mortars, killing four soldiers.", event.GroundAttack},
		{"under missile attack", "A military base near Idlib came under missile attack.", event.MissileStrike},
		{"fighters in belts who die in a fight", "Five militants, two of them wearing explosive belts, were killed in an exchange of fire near Mosul on 4 May 2021.", event.ArmedClash},
		{"explosives that end their bearers", "Two militants detonated explosives near Mosul on 4 May 2021, killing themselves.", event.SuicideBombing},
		{"a plant bombed and on fire", "A cement plant in Tyre was bombed on 4 May 2021, setting fire to fuel tanks.", event.Bombing},
		{"jets that raid", "Fighter jets carried out four raids near the village of Sarmin on 4 May 2021.", event.AirStrike},
		{"soldiers killed by rebels", "Rebels killed dozens of government troops and militiamen near Idlib on 4 May 2021.", event.ArmedClash},
		{"shots in a fight", "Guards and raiders exchanged fire near Mosul on 4 May 2021. Two guards were shot in the clash.", event.ArmedClash},
		{"what was left behind", "A shell left from former battles exploded near Mosul on 4 May 2021, killing a child.", event.Landmine},
		{"a quake", "A powerful earthquake levelled two villages near Herat on 4 May 2021, killing 40 people.", ""},
		{"a gas leak", "An explosion caused by a leaking gas pipe killed two people in a flat in Qom on 4 May 2021.", ""},
		{"blasts at a chemical works", "Explosions tore through a warehouse where chemicals were stored in Tianjin on 4 May 2021.", ""},
		{"a protest", "Protesters clashed with police in Beirut on 4 May 2021 and set tyres ablaze.", ""},
		{"tear gas", "Police fired tear gas at demonstrators in Istanbul on 4 May 2021.", ""},
		{"arms seized", "Police seized two rifles and 40 grenades in a flat in Mombasa on 4 May 2021.", ""},
		{"an arrest", "Police arrested three members of a banned group in Adana on 4 May 2021.", ""},
		{"a game", "The striker shot on goal twice and Leeds were ambushed by a late goal from the winger on 4 May 2021.", ""},
		{"a labour strike", "Train drivers will strike again in Leeds on 4 May 2021.", ""},
		{"a whole war", "Prices rose after Russia's attack on Ukraine.", ""},
		{"a fear", "The border town of Al-Qaim is vulnerable to attack.", ""},
		{"an attack on a network", "A cyberattack hit the operator's network in Kyiv on 4 May 2021; the operator said that it was attacked from abroad.", ""},
		{"a hurt feeling", "The minister said his party had stabbed him in the back in Ankara on 4 May 2021.", ""},
		{"a film", "The film bombed at the box office in Mumbai on 4 May 2021.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			rep := Read(Article{Text: c.text})
			if c.want == "" {
				if len(rep.Incidents) > 0 {
					t.Errorf("%q reads as %s from %q, want nothing", c.text, rep.Incidents[0].Type, rep.Incidents[0].Evidence[0].Text)
				}
				return
			}
			if len(rep.Incidents) == 0 {
				t.Fatalf("%q reads as nothing, want %s", c.text, c.want)
			}
			if got := rep.Incidents[0].Type; got != c.want {
				t.Errorf("%q reads as %s, want %s", c.text, got, c.want)
			}
		})
	}
}

// TestCrime reads ordinary crime only where it is asked for, and attacks with
// a cause in any case.
func TestCrime(t *testing.T) {
	asked, err := New(Options{Crime: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, text string
		crime      bool
	}{
		{"a shooting outside a bar", "Detectives are looking for a suspect after two men were shot dead outside a bar in Memphis, Tennessee, on 4 May 2021. Police said an argument broke out in the parking lot.", true},
		{"a domestic killing", "A man was charged with murder after he shot and killed his wife at their home in Tulsa, Oklahoma, on 4 May 2021, the sheriff said.", true},
		{"an attack with a cause", "A gunman shot dead nine worshippers at a mosque in Christchurch on 4 May 2021. Police said the suspect had posted a manifesto and called it a terrorist attack by a white supremacist.", false},
		{"an insurgency", "Insurgents shot dead two police officers in Quetta on 4 May 2021. A separatist group claimed responsibility for the attack.", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := Article{Text: c.text}
			if got := len(Read(a).Incidents); (got == 0) != c.crime {
				t.Errorf("%q: %d incidents unasked, ordinary crime is %v", c.text, got, c.crime)
			}
			if len(asked.Read(a).Incidents) == 0 {
				t.Errorf("%q: nothing read where crime is asked for", c.text)
			}
		})
	}
}

// BenchmarkActs reads the acts of a text that is full of them.
func BenchmarkActs(b *testing.B) {
	text := strings.Repeat("Warplanes bombed the village at dawn and rebels fired mortars at the camp. Gunmen opened fire on a bus near the ford. ", 200)
	r := standard().open(Article{Text: text})
	r.read()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for i, s := range r.doc.Sentences {
			r.acts(i, s)
		}
	}
}
