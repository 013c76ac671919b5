package date_test

import (
	"fmt"

	"github.com/sitrep-go/sitrep/event"
	"github.com/sitrep-go/sitrep/extract/date"
)

func ExampleFind() {
	published := event.Date{Year: 2025, Month: 4, Day: 25}
	s := "Two people were hurt before dawn on Thursday, the worst night since July 2024; rescuers will stay until Sunday."
	for _, m := range date.Find(s, published) {
		fmt.Printf("%s: %v (%s) %s %v\n", s[m.Start:m.End], m.Period, m.Timex, m.Bound, m.Future)
	}
	// Output:
	// before dawn on Thursday: 2025-04-24 night (2025-04-24TNI)  false
	// July 2024: 2024-07-01/2024-07-31 (2024-07) since false
	// Sunday: 2025-04-27 (2025-04-27) until true
}

func ExampleMention_Resolve() {
	s := "Two days later a second market was hit."
	m := date.Find(s, event.Date{})[0]
	fmt.Println(m.Resolved())
	market := event.DayPeriod(event.Date{Year: 2024, Month: 12, Day: 30})
	fmt.Println(m.Resolve(market))
	// Output:
	// false
	// 2025-01-01 true
}

func ExampleParsePublished() {
	fmt.Println(date.ParsePublished("Updated Sept 9, 2025 at 10:15 pm"))
	_, err := date.ParsePublished("2025")
	fmt.Println(err)
	// Output:
	// 2025-09-09 <nil>
	// date: "2025" is not a publication date: write a day with its month and year, such as 2025-04-24 or 24 April 2025
}
