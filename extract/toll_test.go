package extract

import (
	"strings"
	"testing"
)

// TestTolls reads short reports to the figures of their incidents, those of
// one incident after those of another.
func TestTolls(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"a part of those told last", "A missile hit Kharkiv on 4 May 2021. 117 people were injured, 15 of whom are children.",
			"injured 117 people, injured 15 child"},
		{"children told one by one", "A missile strike on Kharkiv on 4 May 2021 killed 12 people, including a girl of nine and a boy of 11.",
			"killed 12 people, killed 2 child"},
		{"children told twice over", "A missile strike on Kharkiv on 4 May 2021 killed 12 people, including two children, a girl of nine and a boy of 11.",
			"killed 12 people, killed 2 child"},
		{"an age of a part", "The missile strike wounded a family of six, including a 10-year-old child, in Idlib on 4 May 2021.",
			"injured 6 people, injured 1 child"},
		{"a third", "On 4 May 2021 two men died in a blast in Kharkiv and a third was injured.",
			"killed 2 man, injured 1 man"},
		{"a third of them is none", "Two men died in a blast in Kharkiv on 4 May 2021; a third of the roof was lost.",
			"killed 2 man"},
		{"a person by age alone", "Explosives killed a 7-year-old and his father in Aleppo on 4 May 2021.",
			"killed 2 people, killed 1 child, killed 1 man"},
		{"two towns with one verb", "Shells killed two soldiers in Donetsk and three policemen in Luhansk on 4 May 2021.",
			"killed 2 military; killed 3 police"},
		{"another place without people", "Shells killed two soldiers in Donetsk and three tanks in Luhansk on 4 May 2021.",
			"killed 2 military"},
		{"bodies within a toll", "The death toll from the missile strike on Kherson on 4 May 2021 rose to five after two more bodies were found.",
			"killed 5 people"},
		{"those who died of those shot", "Four people were shot in Kabul on 4 May 2021, one of whom died later in hospital.",
			"injured 3 people, killed 1 people"},
		{"an open count told again", "A missile strike on Kherson on 4 May 2021 killed at least five people. The strike left five dead.",
			"killed 5+ people"},
		{"a running total", "A drone killed two soldiers near Raqqa on 4 May 2021. The number of attacks documented since January has reached 96. These attacks left 15 civilians dead.",
			"killed 2 military"},
		{"the wounded of those attacks", "Two drones killed two soldiers near Raqqa on 4 May 2021. The attacks wounded 15 civilians.",
			"killed 2 military, injured 15 civilian"},
		{"kin by first names", "Russian missiles hit Kharkiv on 4 May 2021. Olena Koval, 34, and her daughters Sofia and Daria died in the rubble.",
			"killed 3 people, killed 1 woman, killed 2 child"},
		{"no kin, no names", "Russian missiles hit Kharkiv on 4 May 2021. Her daughters Monday and Tuesday saw a doctor.",
			""},
		{"a man by his given name", "Mykola Koval, 61, was killed when a missile hit Kharkiv on 4 May 2021.",
			"killed 1 man"},
		{"an occupation tells more than a name", "Mykola Koval, a journalist, was killed when a missile hit Kharkiv on 4 May 2021.",
			"killed 1 journalist"},
		{"a name that both sexes bear", "Nour Koval, 61, was killed when a missile hit Kharkiv on 4 May 2021.",
			"killed 1 people"},
		{"ages of those named in a row", "An air strike on Gaza City on 4 May 2021 killed Ahmed Abu Zaid and his three sons, 32-year-old Omar Abu Zaid, 17-year-old Sami Abu Zaid and 30-year-old Ali Abu Zaid.",
			"killed 4 people, killed 3 man, killed 1 child"},
		{"ages in parentheses", "Ahmed Abu Zaid (84 years old) was killed in an air strike on Gaza City on 4 May 2021 alongside his son, Omar Abu Zaid (50 years old), and Omar's two-year-old daughter, Lina Abu Zaid.",
			"killed 3 people, killed 2 man, killed 1 child"},
		{"a joint daughter-in-law", "An air strike on Gaza City on 4 May 2021 killed Omar and Wafa's daughter-in-law, 21-year-old Samar Abu Zaid, and her son.",
			"killed 2 people, killed 1 woman, killed 1 child"},
		{"an age is no second person", "An air strike on Gaza City on 4 May 2021 killed Samar Abu Zaid, who was only 15.",
			"killed 1 child"},
		{"a colleague's death is nobody's kin", "An air strike on Gaza City on 4 May 2021 hit Omar's house.",
			""},
		{"a toll that grew, whoever tells it", "A car bomb killed nine people in Quetta on 4 May 2021, police said. The death toll later rose to 11, a doctor said.",
			"killed 11 people"},
		{"a rival toll that did not grow", "A car bomb killed nine people in Quetta on 4 May 2021, police said. A doctor put the death toll at 11.",
			"killed 9 people, killed 11 people"},
		{"what officials had said earlier", "A car bomb killed nine people in Quetta on 4 May 2021, police chief Asad Khan said. Officials had earlier put the number of dead at seven.",
			"killed 9 people"},
		{"a housekeeper and a grocer", "A car bomb killed a grocer and wounded two receptionists in Quetta on 4 May 2021.",
			"killed 1 people, injured 2 people"},
		{"such attacks", "A car bomb killed nine people in Quetta on 4 May 2021. Hundreds of civilians have died in such attacks this year.",
			"killed 9 people"},
		{"the verb is the policeman's", "A policeman guarding polio workers was shot dead in Kabul on 4 May 2021.",
			"killed 1 police"},
		{"a part is not the subject of were", "Six members of the Egoz commando unit, among them Capt. Eitan Oster, 22, were killed in a gunfight in Gaza City on 4 May 2021.",
			"killed 6 military, killed 1 man"},
		{"members of a unit", "A member of the 17th Division was killed by a landmine in Idlib on 4 May 2021.",
			"killed 1 military"},
		{"members of a family", "Four members of a family, including two girls, were injured when a missile hit Kharkiv on 4 May 2021.",
			"injured 4 people, injured 2 child"},
		{"sex by the kin of the dead", "A farmer was killed and his wife was wounded when a missile hit Kharkiv on 4 May 2021.",
			"killed 1 man, injured 1 woman"},
		{"sex by a pronoun of the next sentence", "A missile hit Kharkiv on 4 May 2021. A farmer was killed. She was 53.",
			"killed 1 woman"},
		{"a pronoun of another", "A missile killed a farmer in Kharkiv on 4 May 2021, the governor said. He added that roofs burned.",
			"killed 1 people"},
		{"grown sons", "A missile killed a woman and her adult son in Kharkiv on 4 May 2021.",
			"killed 2 people, killed 1 woman, killed 1 man"},
		{"he and others", "The mayor was in Kharkiv on 4 May 2021 when a missile hit it. He and at least 15 other people were killed.",
			"killed 16+ people, killed 1 man"},
		{"an earlier count of those who count now", "A missile strike on Kherson on 4 May 2021 killed 24 people. The ministry had first reported 14 deaths.",
			"killed 24 people"},
		{"an earlier count of somebody else", "A missile strike on Kherson on 4 May 2021 killed 24 people. Oleh Koval, who heads the clinic, had earlier counted 14 dead.",
			"killed 24 people, killed 14 people"},
		{"a count that is no earlier one", "A missile strike on Kherson on 4 May 2021 killed 24 people. The mayor said he had counted 14 bodies.",
			"killed 24 people, killed 14 people"},
		{"those called by name are of the toll", "An air strike on Gaza City on 4 May 2021 killed at least five people. Omar Abu Zaid was killed along with his son, 25-year-old Ali Abu Zaid. Samar Abu Zaid was also killed.",
			"killed 5+ people, killed 2 man, killed 1 woman"},
		{"one more of them", "Troops killed a commander and one other fighter in Kunduz on 4 May 2021.",
			"killed 2 militant"},
		{"one more came to another harm", "Troops killed a commander and two other fighters were hurt in Kunduz on 4 May 2021.",
			"killed 1 militant, injured 2 militant"},
		{"women with girls", "A blast killed 53 people in Kabul on 4 May 2021. At least 46 of them were girls and young women.",
			"killed 53 people, killed 46+ woman"},
	} {
		var incidents []string
		for _, inc := range Read(Article{Text: c.text}).Incidents {
			var figures []string
			for _, f := range inc.Casualties {
				figures = append(figures, string(f.Harm)+" "+f.Count.String()+" "+string(f.Group))
			}
			incidents = append(incidents, strings.Join(figures, ", "))
		}
		if got := strings.Join(incidents, "; "); got != c.want {
			t.Errorf("%s: %q reads\n\t%q, want\n\t%q", c.why, c.text, got, c.want)
		}
	}
}
