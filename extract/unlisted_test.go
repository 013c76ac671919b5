package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/sitrep-go/sitrep/gazetteer"
)

// TestUnlisted holds names that the gazetteer lacks, with what holds them, and
// names beside places that are none.
func TestUnlisted(t *testing.T) {
	for _, c := range []struct {
		why, text string
		want      []string
	}{
		{"a kind of place before it and a division behind", "Gunmen killed twelve people in the village of Zorblax in Zamfara state.", []string{"Zorblax NG Zamfara", "Zamfara NG Zamfara"}},
		{"in, and in", "A mine went off in Gromphad in Kyauktaw township in Myanmar.", []string{"Gromphad MM Rakhine", "Kyauktaw MM Rakhine", "Myanmar MM "}},
		{"set off by commas", "Bombs fell on Zorblax Kara, a village in Zamfara state, on Saturday.", []string{"Zorblax Kara NG Zamfara", "Zamfara NG Zamfara"}},
		{"told again alone", "Bombs fell on Zorblax Kara, a village in Zamfara state. People in Zorblax Kara fled.", []string{"Zorblax Kara NG Zamfara", "Zamfara NG Zamfara", "Zorblax Kara NG Zamfara"}},
		{"by a town", "A bomb killed four in Gromphadz, a town near Baidoa in Somalia.", []string{"Gromphadz SO Bay", "Baidoa SO Bay", "Somalia SO "}},
		{"a country alone holds too much", "A bomb killed four in Gromphadz in Somalia.", []string{"Somalia SO "}},
		{"its kind behind it", "A girl was hurt in Zorblax village in the countryside of Kobani, Syria.", []string{"Zorblax SY Aleppo", "Kobani SY Aleppo", "Syria SY "}},
		{"a quarter known only in another city", "A man was killed in the Dniprovskyi district of Kherson.", []string{"Dniprovskyi UA Kherson", "Kherson UA Kherson"}},
		{"the way from a town", "Gunmen killed five at Zorblax, some 25 kilometres south of Mandera town in Kenya.", []string{"Zorblax KE Mandera", "Mandera KE Mandera", "Kenya KE "}},
		{"a way after which something is told", "Gunmen killed five at Zorblax, 25 kilometres of mud later in Kenya.", []string{"Kenya KE "}},
		{"a quarter set off by commas", "Shells hit Zorblax, a southern quarter of Tripoli in Libya.", []string{"Zorblax LY Tripoli", "Tripoli LY Tripoli", "Libya LY "}},
		{"in capitals", "20 MEN RAIDED ZORBLAX, A HAMLET IN TRINCOMALEE DISTRICT IN SRI LANKA.", []string{"ZORBLAX LK Eastern Province", "Trincomalee LK Eastern Province", "Sri Lanka LK "}},
		{"a country's district behind its kind", "Drones hit Zor-e-Blax, a hamlet in Pakistan's Panjgur district.", []string{"Zor-e-Blax PK Balochistan", "Pakistan PK ", "Panjgur District PK Balochistan"}},
		{"a quarter of the city told before", "In Kherson, two died. A bus was hit in the Sviatoshynskyi district.", []string{"Kherson UA Kherson", "Sviatoshynskyi UA Kherson"}},
		{"a person", "The raid killed Zorblax, a farmer in Zamfara state.", []string{"Zamfara NG Zamfara"}},
		{"a firm", "He worked at Zorblax in Zamfara state.", []string{"Zamfara NG Zamfara"}},
		{"a longer name", "He lay in Zorblax Hospital in Zamfara state.", []string{"Zamfara NG Zamfara"}},
	} {
		var got []string
		_, list := placesOf(t, c.text)
		for _, p := range list {
			got = append(got, p.at.Name+" "+p.at.Country+" "+p.at.Admin1)
			if p.name.unlisted && p.at.ID != "" {
				t.Errorf("%s: %q has an ID of the gazetteer", c.why, p.at.Name)
			}
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %q (-want +got):\n%s", c.why, c.text, d)
		}
	}
}

// TestUnlistedAway holds that a name told by the way from a town lies there.
func TestUnlistedAway(t *testing.T) {
	_, list := placesOf(t, "Gunmen killed five at Zorblax, some 25 kilometres south of Mandera town in Kenya.")
	if d := gazetteer.Distance(list[0].point.Lat, list[0].point.Lon, list[1].at.Lat, list[1].at.Lon); d < 24 || d > 26 {
		t.Errorf("Zorblax lies %.0f km from Mandera, want 25", d)
	}
}
