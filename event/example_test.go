package event_test

import (
	"encoding/json"
	"fmt"

	"github.com/sitrep-go/sitrep/event"
)

func ExampleIncident() {
	const record = `{"id":"5f0c","type":"drone_strike","background":false,
		"casualties":[
			{"harm":"killed","group":"people","min":5,"hedge":"at_least","claimant":"the governor"},
			{"harm":"killed","group":"child","min":2,"max":2,"hedge":"exact","part_of":0},
			{"harm":"killed","group":"people","min":1,"max":1,"hedge":"exact","claimant":"the army"}]}`
	var inc event.Incident
	if err := json.Unmarshal([]byte(record), &inc); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("killed:", inc.Killed())
	fmt.Println("children killed:", inc.Group(event.Killed, event.Child))
	fmt.Println("injured said:", !inc.Injured().IsZero())
	fmt.Println("disputed:", inc.Disputed(event.Killed))
	// Output:
	// killed: 5+
	// children killed: 2
	// injured said: false
	// disputed: true
}

func ExampleCount() {
	for _, c := range []event.Count{
		event.N(12),
		{Min: 12, Hedge: event.AtLeast},
		{Max: 12, Hedge: event.UpTo},
		{Min: 5, Max: 7, Hedge: event.Between},
		{Min: 24, Hedge: event.Vague},
	} {
		b, _ := json.Marshal(c)
		fmt.Println(c, string(b))
	}
	// Output:
	// 12 {"min":12,"max":12,"hedge":"exact"}
	// 12+ {"min":12,"hedge":"at_least"}
	// ≤12 {"max":12,"hedge":"up_to"}
	// 5–7 {"min":5,"max":7,"hedge":"between"}
	// ≳24 {"min":24,"hedge":"vague"}
}

func ExampleParsePeriod() {
	p, err := event.ParsePeriod("2025-04-23/2025-04-24 night")
	fmt.Println(p.Start, p.End, p.Part, p.Precision == event.ToDays, err)
	_, err = event.ParsePeriod("24 April")
	fmt.Println(err)
	// Output:
	// 2025-04-23 2025-04-24 night true <nil>
	// event: period "24 April" is not of the form 2006-01-02, 2006-01-02/2006-01-31 or 2006-01-02 night
}

func ExampleIncident_Validate() {
	inc := event.Incident{
		Type:       event.Shelling,
		Locations:  []event.Location{{Name: "Zubrowka", Country: "Zubrowka"}},
		Casualties: []event.Casualty{{Harm: event.Killed, Count: event.Count{Min: 7, Max: 5, Hedge: event.Between}}},
	}
	fmt.Println(inc.Validate())
	// Output:
	// event: locations[0].country: "Zubrowka" is not a two-letter country code
	// event: casualties[0]: the most, 5, is less than the least, 7
}
