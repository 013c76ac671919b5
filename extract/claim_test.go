package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// attributionOf reads s and lists, for each incident, who did it and who says
// what of it.
func attributionOf(s string) []string {
	r := standard().open(Article{Text: s})
	r.read()
	out := []string{}
	for _, inc := range r.incidents {
		for _, p := range inc.Perpetrators {
			out = append(out, p.Actor+" "+string(p.Certainty))
		}
		for _, c := range inc.Claims {
			w := c.Claimant + " " + string(c.Stance) + " " + string(c.About)
			if c.Via != "" {
				w += " via " + c.Via
			}
			out = append(out, w)
		}
	}
	return out
}

func TestAttribution(t *testing.T) {
	tests := []struct {
		why, text string
		want      []string
	}{
		// Who did it, in the article's own words.
		{"the subject of the act", "Israeli jets bombed a depot in Homs on Monday.", []string{"Israel reported_as_fact"}},
		{"fighters of a group", "Fighters of the Allied Democratic Forces, a group born in Uganda, shot nine farmers in Beni.", []string{"ADF reported_as_fact"}},
		{"the agent of a passive", "Four villagers were killed in Gao in an attack by JNIM fighters.", []string{"JNIM reported_as_fact"}},
		{"an act that belongs to its doer", "Hamas's raid on Sderot killed three guards.", []string{"Hamas reported_as_fact"}},
		{"an assault that a group led", "The Hamas-led assault on Sderot killed three guards.", []string{"Hamas reported_as_fact"}},
		{"a weapon that tells whose it is", "A Russian drone hit a bus in Kherson.", []string{"Russia reported_as_fact"}},
		{"the army of the country where it was", "Army howitzers pounded the hills above Marawi in the Philippines.", []string{"Philippines reported_as_fact"}},
		{"a verb that shares its subject", "KIA units flew drones over Bhamo and dropped bombs on the barracks.", []string{"Kachin Independence Army reported_as_fact"}},

		{"whoever answers with rockets", "Islamic Jihad responded with a barrage of rockets on Sderot on Monday that wounded four.", []string{"Islamic Jihad reported_as_fact"}},
		{"arms of the one named before", "The RSF has besieged the city for a year. Its artillery shelled the market in El Fasher on Monday, killing ten.", []string{"RSF reported_as_fact"}},
		{"what belongs to an actor", "A drone belonging to Hezbollah hit a farm near Metula on Monday, killing two.", []string{"Hezbollah reported_as_fact"}},
		{"a crowd of settlers", "Dozens of settlers, many with their faces covered, stormed the village of Jinsafut on Monday and wounded two men.", []string{"Israeli settlers reported_as_fact"}},
		{"a strike in the wave of one side", "Ukraine carried out drone raids on Ryazan on 5 May 2024, wounding two people. Three workers were killed in Bryansk on 5 May 2024 when a drone hit a plant.", []string{"Ukraine reported_as_fact", "Ukraine reported_as_fact"}},

		{"the enemy of a communique", "The General Staff of the Armed Forces of Ukraine reported on Monday. The enemy shelled Nikopol on Monday, killing a woman.", []string{"Russia reported_as_fact"}},
		{"they who did it", "Boko Haram fighters stormed Chibok on Sunday. They burnt down a church in Chibok and killed a pastor.", []string{"Boko Haram reported_as_fact"}},
		{"our units in a speaker's words", "In a statement, Hezbollah said: \"Our fighters targeted the Meron base with rockets on Tuesday.\"", []string{"Hezbollah claimed", "Hezbollah claims_responsibility perpetrator"}},

		{"a verb of another kind before the harm", "Hamas gunmen emerged from a tunnel near Sderot on Monday and burst into an army post, killing five sergeants.", []string{"Hamas reported_as_fact"}},
		{"a bomb that a plane released", "A guided bomb released by a Russian plane hit a market in Kostiantynivka on Wednesday, killing three.", []string{"Russia reported_as_fact"}},
		{"whose positions it was fired from", "Rockets fired from Hezbollah positions hit Metula on Friday, wounding two.", []string{"Hezbollah reported_as_fact"}},
		{"a name in brackets", "On 2 August members of the separatist organization (PKK) detonated an explosive near Hakkari, and two soldiers were killed.", []string{"PKK reported_as_fact"}},
		{"the same group", "ADF fighters shot two in Beni on 3 May 2024. The ADF pledged itself to Islamic State in 2019. The same rebels hacked 35 villagers to death in Mukondi on 9 June 2023.", []string{"ADF reported_as_fact", "ADF reported_as_fact"}},
		{"one of the acts told together", "Over the past 24 hours Russian troops attacked 11 settlements of the Kharkiv region. A guided bomb hit Zolochiv on Tuesday, wounding two.", []string{"Russia reported_as_fact"}},

		{"those who came before the harm", "On 11 May 2025 several hundred JNIM fighters entered Djibo from the east. At least 26 civilians were killed in Djibo.", []string{"JNIM reported_as_fact"}},
		{"one of its bombers", "Islamic State has lost its towns in Iraq. On 19 July 2021 one of its suicide bombers blew himself up in a market in Sadr City, killing 30.", []string{"Islamic State reported_as_fact"}},
		{"both sides of a clash", "The Colombian army clashed with members of the ELN in Arauca on Monday, and one soldier was killed.", []string{"Colombian army reported_as_fact", "ELN reported_as_fact"}},
		{"fire kept up", "Hamas kept up its rocket fire. Some 82 rockets were launched at Israel on Thursday, wounding two.", []string{"Hamas reported_as_fact"}},
		{"one of the same weapons", "Iran fired 30 missiles at Israel on Thursday. One of them hit a clinic in Beersheba on Thursday, wounding four.", []string{"Iran reported_as_fact", "Iran reported_as_fact"}},
		{"rebels of the one group named", "The FMLN has fought since 1980. Guerrillas dynamited a bridge in Usulutan on Monday, killing two.", []string{"FMLN reported_as_fact"}},
		{"a patron before the name", "Seven missiles launched at Riyadh by the Iran-backed Houthi militia on Sunday killed a man.", []string{"Houthis reported_as_fact"}},

		// Who is no doer.
		{"land that a rocket came from", "Rockets fired from Lebanon hit Metula on Friday, wounding two.", []string{}},
		{"a town of the state", "Yemen town buries four boys killed in a strike in Dahyan on Friday.", []string{}},
		{"those whom another made do it", "Fighters of JNIM killed 133 people on Monday in Barsalogho whom the army had forced to dig, killing children.", []string{"JNIM reported_as_fact"}},
		{"a mine beside the acts told together", "Over the past 24 hours Russian troops attacked 11 settlements of the Kharkiv region. In Izium a tractor ran onto a mine on Tuesday, and its driver was killed.", []string{}},
		{"who did another act", "Russian troops shelled Kupiansk on 5 May 2024, killing a woman. A guided bomb hit Zolochiv in Ukraine on 5 May 2024, wounding two.", []string{"Russia reported_as_fact"}},
		{"an enemy that nobody knows", "The enemy shelled a village, a man said, and a woman was killed in Nikopol on Monday.", []string{"man asserts event"}},
		{"they to whom it was done", "Boko Haram fighters stormed Chibok on Sunday, killing two. They were shot at in Gwoza on Monday, and three died.", []string{"Boko Haram reported_as_fact"}},
		{"one who answers in words", "A shell killed two in Tyre on Monday. Israel responded with a statement on its drones.", []string{}},
		{"its own losses", "The RSF has besieged the city for a year. Its artillery was hit in El Fasher on Monday, killing ten.", []string{}},
		{"victims", "Three Hezbollah members were killed when a bomb went off in Tyre.", []string{}},
		{"what a group carries or holds", "A bomb went off in Tyre near radios carried by Hezbollah members, killing two.", []string{}},
		{"fighters whom nobody names", "Gunmen stormed a church in Kaduna and killed six people.", []string{}},
		{"those who are shot at", "A bomb killed five in Mogadishu after revenge for American drone strikes was sworn.", []string{}},

		// By whose words.
		{"somebody else's words accuse", "A Russian missile hit a school in Sumy, the mayor said.", []string{"Russia accused", "mayor blames perpetrator"}},
		{"blame", "A bomb killed four in Quetta. Police blamed the TTP.", []string{"TTP accused", "Police blames perpetrator"}},
		{"an act put down to somebody", "A shell hit a bus in Omdurman, killing ten. The governor attributed the blast to the RSF.", []string{"RSF accused", "governor blames perpetrator"}},
		{"blame of two", "A market in Tinzaouaten was bombed. The rebels accused the Malian army and the mercenaries of Wagner.", []string{"Malian army accused", "Wagner accused", "rebels blames perpetrator"}},
		{"a guess", "A missile that hit a café in Hroza was in all likelihood fired by Russian troops.", []string{"Russia suspected"}},
		{"those whom they are taken for", "Militants believed to be from al-Shabaab attacked a base in Garissa on Monday, killing four soldiers.", []string{"al-Shabaab suspected"}},
		{"behind it", "A strike on a bus in Kherson on Monday killed four people. Russia was behind it, the governor said.", []string{"Russia accused", "governor blames perpetrator"}},
		{"a minister in commas", "A missile hit a clinic in Chernihiv, killing four. The interior minister, Ihor Klymenko, blamed Russia and said it would pay.", []string{"Russia accused", "Ihor Klymenko blames perpetrator"}},
		{"words within the clause", "Warplanes struck a market in Idlib on Monday, killing four. Going by flight paths, the Observatory said, the aircraft were Russian.", []string{"Russia accused"}},
		{"a suspect", "A bomb killed four in Bannu. The TTP was the prime suspect.", []string{"TTP suspected"}},

		{"whose work it was", "A bomb killed four in Yala on Monday. Police believe it was the work of the BRN.", []string{"BRN suspected", "Police blames perpetrator"}},
		{"both attacks", "A mine blew up a lorry near Lafey in Kenya on Sunday, wounding three officers. In Wajir a grenade thrown into a bar on Sunday wounded six. Police suspect al-Shabaab in both.", []string{"al-Shabaab suspected", "al-Shabaab suspected", "Police blames perpetrator"}},
		{"whose land it came from", "A missile hit a block in Ganja in Azerbaijan on Sunday, killing ten. The Azerbaijani defence ministry said the projectile came from Armenia's Berd district.", []string{"Armenia accused", "Azerbaijani defence ministry asserts weapon"}},
		{"whose work it was not", "A bomb killed four in Lamu on Monday. The president said it was not the work of al-Shabaab.", []string{"president denies event"}},
		{"at whom fragments point", "A shell killed four in Jabalia on Monday. The agency said the fragments pointed to Israeli artillery.", []string{"Israel accused", "agency blames perpetrator"}},
		{"each side the other", "Ukraine and the Donetsk People's Republic are at war. A mortar round killed 13 in Donetsk on Thursday. Each side accused the other.", []string{"Ukraine accused", "Donetsk People's Republic accused"}},

		// Admissions.
		{"their work", "A bomb killed four in Jandola on Monday. The Pakistani Taliban said it was their work.", []string{"TTP claimed", "TTP claims_responsibility perpetrator"}},
		{"claimed that as well", "Nine passengers were abducted near Nushki in April. The BLA claimed that as well.", []string{"Balochistan Liberation Army claimed"}},
		{"by the army's account", "An air strike set tents ablaze in Deir al-Balah on Monday, killing four. According to the Israeli army, the aircraft had struck gunmen.", []string{"Israel claimed", "Israeli army asserts target"}},
		{"fighters killed by an army's account", "Two militants were killed in a raid near Bosaso in Somalia on Monday, U.S. Africa Command said.", []string{"United States claimed", "AFRICOM asserts casualties"}},
		{"attackers killed by an army's account", "A bomb killed two civilians in Bosaso on Monday. Two militants were killed, U.S. Africa Command said.", []string{"AFRICOM asserts casualties"}},
		{"a communique", "The General Staff of the Armed Forces of Ukraine reports. Our defenders hold the line. Units of the Unmanned Systems Forces struck an oil depot in Penza on Monday.", []string{"Ukraine claimed"}},
		{"a communique that is quoted", "The General Staff of the Armed Forces of Ukraine reported losses. \"Our troops hold the line,\" it said. Ukrainian drones struck an oil depot in Penza on Monday.", []string{"Ukraine reported_as_fact"}},
		{"an act acknowledged", "Rockets hit a plant in Dnipro on Friday, killing three. Russia acknowledged that strike.", []string{"Russia claimed", "Russia confirms event"}},
		{"those who acknowledge what was done to them", "A bomb killed 25 at a post in Mucojo in Mozambique on Friday. The government of Mozambique acknowledged that attack.", []string{"government of Mozambique confirms event"}},
		{"responsibility", "A blast killed four in Kabul. Islamic State claimed responsibility.", []string{"Islamic State claimed", "Islamic State claims_responsibility perpetrator"}},
		{"the act as the object", "A van blew up in Lamitan, killing ten; Islamic State claimed that one, too.", []string{"Islamic State claimed", "Islamic State claims_responsibility perpetrator"}},
		{"one's own forces", "A depot burned in Bryansk after a drone attack. The Ukrainian military said its drones had struck it.", []string{"Ukraine claimed", "Ukrainian military claims_responsibility perpetrator"}},
		{"an army that calls it its error", "A drone hit a wedding in Kaduna, killing ten. The Nigerian army called it an error.", []string{"Nigerian military claimed", "Nigerian army claims_responsibility perpetrator"}},

		{"an announced strike", "A missile hit a café in Kryvyi Rih, killing four. Russia's defence ministry announced a \"high-precision strike\" on a restaurant.", []string{"Russia claimed", "Russia's defence ministry claims_responsibility perpetrator"}},
		{"the toll that the doer tells", "Gunmen killed 43 people in Komanda on Sunday. Islamic State said its men had killed some 45 people.", []string{"Islamic State claimed", "Islamic State claims_responsibility perpetrator"}},

		// Denials and doubts.
		{"what the reporters could not confirm", "A drone hit a base in Olenya, killing two, the governor said. We cannot confirm that.", []string{"this article doubts event", "governor asserts casualties"}},
		{"a denial says who is accused", "A jet bombed a school in Sagaing, killing ten. The Myanmar military called the reports fabricated.", []string{"Myanmar military accused", "Myanmar military denies event"}},
		{"nobody could check", "A jet bombed a school in Sagaing, killing ten. The reports could not be independently verified.", []string{"this article doubts event"}},
		{"neither confirmed nor denied is nothing", "A jet bombed a school in Homs, killing ten. Israel has neither confirmed nor denied a role.", []string{}},
		{"who lost nothing has done nothing", "A bomb killed four in Nablus. Israel has reported no losses.", []string{}},

		// Whose figures, and where they were told.
		{"rival figures", "A market in Omdurman was shelled. The health ministry said 54 people were killed. A doctors' network said 60 people were killed.",
			[]string{"Sudanese health ministry asserts casualties", "doctors' network asserts casualties"}},
		{"where a missile is from, and where it was said", "A missile hit a house in Kyiv, killing 12, and it had been built in North Korea, President Volodymyr Zelensky wrote on Facebook.",
			[]string{"Volodymyr Zelensky asserts weapon_origin via Facebook"}},
		{"totals of a war are about no act", "A missile hit a house in Kyiv. The United Nations has verified more than 12,000 deaths since the invasion began.", []string{}},

		// Ways of saying it.
		{"the arms of a regime", "Five civilians were killed by regime barrel bombs in Daraya on Monday.", []string{"Syrian government reported_as_fact"}},
		{"the fire of rebels", "Rebel shelling of a suburb of Aleppo killed five on Monday.", []string{"Syrian rebels reported_as_fact"}},
		{"a strike that caused what is told", "Four people had wounds caused by a US drone strike in Idlib on Monday.", []string{"United States reported_as_fact"}},
		{"rebels who have a name", "Rebels from the CODECO militia killed ten people in Djugu on Monday.", []string{"CODECO reported_as_fact"}},
		{"suspicion", "Gunmen attacked a village in Borno on Monday, killing 12. Boko Haram is suspected of carrying out the attack.", []string{"Boko Haram suspected"}},
		{"habit is no act", "Gunmen attacked a village in Borno on Monday, killing 12. Boko Haram has often carried out such attacks.", []string{}},
		{"what a site is for", "A missile hit a Ukrainian drone assembly plant in Dnipro on Monday, killing three.", []string{}},
		{"what a naval drone is", "Two naval drones hit a ship off Hodeidah on Monday, killing three.", []string{}},
		{"the attackers known again", "Gunmen killed 12 in Djugu on Monday. Survivors identified the attackers as members of the CODECO militia.", []string{"CODECO accused", "Survivors blames perpetrator"}},
		{"who is responsible", "A strike on a bus in Sanaa on Monday killed six people. Officials said Israel was responsible.", []string{"Israel accused", "Officials blames perpetrator"}},
		{"who is responsible for a building", "A strike on a bus in Sanaa on Monday killed six people. Officials said the Houthis were responsible for the hospital.", []string{}},
		{"no admission of nobody", "Gunmen attacked a village in Plateau on Monday, killing 12. No group has claimed responsibility.", []string{}},
		{"no admission that was not made", "A drone hit a depot in Bryansk on Monday, killing two. Ukraine has not claimed responsibility.", []string{}},
		{"an admission of two", "A bomb exploded at a market in Baidoa on Monday, killing five. Both al-Shabaab and Islamic State claimed the attack.", []string{"al-Shabaab claimed", "Islamic State claimed", "Islamic State claims_responsibility perpetrator", "al-Shabaab claims_responsibility perpetrator"}},
		{"the act whose place is named", "Gunmen stormed the cantonment in Bannu on Tuesday, killing 18 people. In Dera Ismail Khan, gunmen shot dead a constable on Wednesday. Officials blamed the TTP for the attack in Bannu.", []string{"TTP accused", "Officials blames perpetrator"}},
		{"a speaker who would not be named", "Three policemen were killed in Kirkuk on Monday when militants stormed a checkpoint. A police officer who spoke on condition of anonymity said five had died.", []string{"police officer asserts casualties"}},
		{"by whose account", "Three policemen were killed in Kirkuk on Monday when militants stormed a checkpoint. As many as ten were wounded, by the count of the local health directorate.", []string{"local health directorate asserts casualties"}},
		{"a rank told before", "A drone hit Abha on Monday, wounding nine. Colonel Turki al-Maliki gave a toll of nine. The colonel blamed the Houthis.", []string{"Houthis accused", "Turki al-Maliki blames perpetrator"}},
		{"the toll of one who blames is no claim beside it", "A shell hit a bus in Omdurman, killing ten. The governor blamed the RSF. The governor said ten people were killed.", []string{"RSF accused", "governor blames perpetrator"}},
		{"a weapon beside the blame is", "A shell hit a bus in Omdurman, killing ten. The governor blamed the RSF. The governor said fragments were of a 120mm mortar.", []string{"RSF accused", "governor blames perpetrator", "governor asserts weapon"}},
		{"what else a man is accused of", "Explosions rocked a depot in Dzhankoi on Tuesday. Vladimir Putin accused Washington of drawing out the war.", []string{}},
		{"what a man is accused of", "Explosions rocked a depot in Dzhankoi on Tuesday. Vladimir Putin accused Ukraine of staging the attack.", []string{"Ukraine accused", "Vladimir Putin blames perpetrator"}},
		{"who is far away", "A bomb killed four in Quetta. " + strings.Repeat("The town has a market and a school. ", 12) + "The party denied the accusations.", []string{}},
		{"whose work an official says it was", "A mine killed eight soldiers in Lagos on Monday. A security official said that it was the work of Boko Haram.", []string{"Boko Haram accused", "security official blames perpetrator"}},
		{"one's own work", "A mine killed eight soldiers in Lagos on Monday. Boko Haram said the attack was its work.", []string{"Boko Haram claimed", "Boko Haram claims_responsibility perpetrator"}},
		{"not one's work", "A mine killed eight soldiers in Lagos on Monday. Boko Haram said it was not its work.", []string{"Boko Haram accused", "Boko Haram denies event"}},
		{"the work of a house", "A mine killed eight soldiers in Lagos on Monday. A security official said the house was the work of a mason.", []string{}},
		{"a count that was given before", "A mine killed eight soldiers in Lagos on Monday. The mayor had earlier spoken of five dead.", []string{}},
		{"whom one suspects", "A mine killed eight soldiers in Lagos on Monday. The cause was unclear, although police suspect al-Shabaab.", []string{"al-Shabaab suspected", "police blames perpetrator"}},
		{"suspects", "A mine killed eight soldiers in Lagos on Monday. Two suspects fled.", []string{}},
		{"what is put down to somebody", "A mine killed eight soldiers in Lagos on Monday. The president put it down to local politicians.", []string{"president blames perpetrator"}},
		{"a denial issued", "A mine killed eight soldiers in Lagos on Monday. The governor blamed Boko Haram, who issued a denial.", []string{"Boko Haram accused", "governor blames perpetrator", "Boko Haram denies event"}},
		{"what bears on the act", "A drone hit a car in Tyre on Monday, killing one. The mayor said the target was a van.", []string{"mayor asserts target"}},
		{"what only stands behind it", "A drone hit a car in Tyre on Monday, killing one. The minister said a base would be opened.", []string{}},
		{"propaganda as the subject", "A drone hit a car in Tyre on Monday, killing one. The minister said propaganda is about war.", []string{}},
		{"an account called propaganda", "A drone hit a car in Tyre on Monday, killing one. The minister said the report was propaganda.", []string{"minister denies event"}},
		{"a boast that another dismissed", "A mine killed eight soldiers in Lagos on Monday. Boko Haram said it had carried out the attack and boasted of losses, a statement the army dismissed as propaganda.", []string{"Boko Haram claimed", "Boko Haram claims_responsibility perpetrator", "Nigerian military denies perpetrator"}},
		{"no comment", "A mine killed eight soldiers in Lagos on Monday. Boko Haram said it did not comment on reports.", []string{}},
		{"rebel fire", "Rebel rocket fire killed four people in Aleppo on Monday.", []string{"Syrian rebels reported_as_fact"}},
		{"a state's arms", "Ukraine's drones hit an oil depot in Bryansk on Monday.", []string{"Ukraine reported_as_fact"}},
		{"a state's makers of arms", "A blast in Bryansk killed two on Monday as Ukraine's drone makers met in Lviv.", []string{}},
		{"a bomber of a group", "A suicide bomber of the Islamic State blew himself up near Mosul on Monday, killing four soldiers.", []string{"Islamic State reported_as_fact"}},
		{"who is loyal to a group", "Gunmen loyal to Islamic State killed four soldiers near Mosul on Monday.", []string{"Islamic State reported_as_fact"}},
		{"whom a party was loyal to", "A bomb killed four near Mosul on Monday. A mayor loyal to Islamic State had fled.", []string{}},
		{"the ministry of the state named before", "Three missiles hit Chernihiv on Monday, killing 18. Moscow's version came late. Its defence ministry said the target was a barracks.", []string{"Russia claimed", "Russian defence ministry asserts target"}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, attributionOf(tt.text)); diff != "" {
				t.Errorf("%s\n%s", tt.text, diff)
			}
		})
	}
}

// statementsIn are the statements in s, as who says what in which way.
func statementsIn(s string) []string {
	r := standard().open(Article{Text: s})
	r.read()
	out := []string{}
	for k := range r.said {
		st := &r.said[k]
		out = append(out, r.claimant(st)+" "+string(st.stance)+": "+strings.TrimSuffix(r.doc.Slice(st.first, st.last), "."))
	}
	return out
}

func TestStatements(t *testing.T) {
	tests := []struct {
		why, text string
		want      []string
	}{
		{"indirect speech", "Police said two men had died.", []string{"Police asserts: two men had died"}},
		{"a trailing clause", "Two men died in Gao, police said.", []string{"police asserts: Two men died in Gao"}},
		{"a trailing clause of two speakers", "Two men died in Gao, neighbours and medics said.", []string{"medics asserts: Two men died in Gao"}},
		{"speech behind the quotation", "“Two men died,” said Oleh Petrenko, the mayor.", []string{"Oleh Petrenko asserts: “Two men died,”"}},
		{"according to", "Two men died, according to the interior ministry.", []string{"interior ministry asserts: Two men died,"}},
		{"an aside about the speaker", "The governor, who visited the site, said two men had died.", []string{"governor asserts: two men had died"}},
		{"verbs that share a speaker", "Police said two men had died and blamed the TTP.", []string{"Police asserts: two men had died and blamed the TTP", "Police blames: the TTP"}},
		{"a name in commas", "The head of the town's administration, Andriy Besedin, said two men had died.", []string{"Andriy Besedin asserts: two men had died"}},
		{"a name before its body", "Andriy Koval, of the city council, said two men had died.", []string{"Andriy Koval asserts: two men had died"}},
		{"an office before a rank and name", "Two men died, according to the police chief, Colonel Ivan Koval.", []string{"Ivan Koval asserts: Two men died,"}},
		{"a name told in two scripts", "The mayor, Ivan Koval (Іван Коваль), said two men had died.", []string{"Ivan Koval asserts: two men had died"}},
		{"who works in a place", "A nurse at the town's hospital said two men had died.", []string{"nurse asserts: two men had died"}},
		{"speech before a list", "The blast killed 20 people, an official said: two women and 18 men.", []string{"official asserts: The blast killed 20 people"}},
		{"a statement before a quotation", "In a statement, the army said: two men had died.", []string{"army asserts: : two men had died"}},
		{"speech with a day and more", "Gunmen killed two men, the army said on Friday in its account of a siege that lasted a day.", []string{"army asserts: Gunmen killed two men"}},
		{"speech within a clause", "They were victims, survivors said, of bandits who killed two men.", []string{"survivors asserts: They were victims, survivors said, of bandits who killed two men"}},
		{"a place and a speaker", "A shell fell on the ministry, the army said.", []string{"army asserts: A shell fell on the ministry"}},
		{"what a speaker did before", "Three experts who examined debris for the agency said two men had died.", []string{"Three experts asserts: two men had died"}},
		{"what a speaker is doing", "Ugandan soldiers operating alongside the Congolese army said two men had died.", []string{"Ugandan soldiers asserts: two men had died"}},
		{"a count behind a semicolon", "Nine men died, police said; by the count of the ambulance service the dead are ten.", []string{"police asserts: Nine men died", "ambulance service asserts: the dead are ten"}},
		{"who is accused says nothing", "Nine residents accused of witchcraft were killed.", []string{}},
		{"an act that somebody blames on others", "Nine residents were killed in an attack that police blamed on bandits.", []string{"police blames: on bandits"}},
		{"one speaker after another", "Police said two men had died, while medics counted five bodies.", []string{"Police asserts: two men had died, while", "medics asserts: five bodies"}},
		{"a head before a place", "Residents of a village in northern Nigeria said two men had died.", []string{"Residents of a village asserts: two men had died"}},
		{"a noun is no verb", "The claims and reports of the group were read.", []string{}},
		{"the blast speaks no words", "The blast claimed the lives of two men.", []string{}},
		{"calling off is not calling", "Rescuers called off the search.", []string{}},
		{"people confirmed dead say nothing", "The number of people confirmed dead rose to five.", []string{}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, statementsIn(tt.text)); diff != "" {
				t.Errorf("%s\n%s", tt.text, diff)
			}
		})
	}
}
