package extract

import (
	"testing"

	"github.com/sitrep-go/sitrep/event"
)

// TestKind reads what sort of act a short report tells of, where no word of it
// names the sort by itself.
func TestKind(t *testing.T) {
	for _, c := range []struct {
		text string
		want event.Type
	}{
		{"Unidentified gunmen killed a judge in Quetta on Wednesday.", event.Shooting},
		{"Two brothers were killed by police in Lagos on Monday.", event.Shooting},
		{"Islamist militants killed 14 farmers in Borno on Saturday.", event.GroundAttack},
		{"Islamist militants killed 12 hostages in Borno on Saturday.", event.Execution},
		{"Troops killed 16 militants in North Waziristan on Saturday.", event.ArmedClash},
		{"A journalist was assassinated by men on a motorbike in Cali on Monday.", event.Shooting},
		{"Israel struck a house in Rafah overnight, killing nine people.", event.AirStrike},
		{"At least nine people were killed in a Boko Haram attack on Dapchi on Monday, residents said, as the fighters opened fire.", event.GroundAttack},
		{"A man opened fire in a bar in Cali on Monday, killing two people in the attack.", event.Shooting},
		{"Fighters struck a village near Goma overnight, killing nine people.", event.GroundAttack},
		{"Unknown attackers bombed the Air Force recruiting office in Manhattan on Monday.", event.Bombing},
		{"The air force bombed a town in Tigray on Monday.", event.AirStrike},
		{"Two lorries loaded with explosives were driven into a garrison at Bannu on Monday, killing 18 people.", event.SuicideBombing},
		{"Debris of a drone set cars alight in Taganrog on Monday, injuring a woman.", event.DroneStrike},
		{"Four terrorists were neutralised near Mosul on Monday. Two Kalashnikov rifles were seized.", event.ArmedClash},
		{"A driver was hit in the head at a checkpoint near Nablus on Monday and died.", event.Shooting},
	} {
		got := Read(Article{Text: c.text}).Incidents
		if len(got) != 1 || got[0].Type != c.want {
			t.Errorf("%q reads %v, want one %s", c.text, got, c.want)
		}
	}
}
