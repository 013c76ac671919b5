package extract

import (
	"strings"
	"sync"

	"github.com/sitrep-go/sitrep/internal/text"
)

// wordUse tells what a word says about the weapons beside it.
type wordUse uint32

const (
	sends    wordUse = 1 << iota // "launched", "fired"
	downs                        // "intercepted", "destroyed"
	downsIf                      // "shot", which needs its "down"
	loses                        // "vanished"
	strikes                      // "hit", "landed"
	gives                        // "delivered", "supplied"
	makes                        // "tested", "produced", "range"
	finds                        // "seized", "recovered"
	compares                     // "cousin", "similar"
	debris                       // "fragments"
	tells                        // "identified", "consistent"
	doubts                       // "suspected", "possibly"
	beWord                       // "was", "been"
	adverb                       // what may stand between an auxiliary and its verb
	owner                        // a noun that a class word only describes: "drone operator"
	peaceful                     // what stands before a thing that is no weapon: "fuel tank"
	flies                        // aircraft, and what they do to bombs
	trips                        // what happens with mines and vests
	modifies                     // may stand between a count and its weapon
	launcher                     // "launcher", "battery", "system"
	mayBe                        // "could", "would"
	plants                       // "planted", "roadside"
	passive                      // "was" before a participle
	pronoun                      // "it", which may stand for one weapon
	halts                        // the words that begin another clause
	pairs                        // what joins the parts of a list
)

var weaponWords = sync.OnceValue(func() *text.Table[wordUse] {
	m := text.MakeTable[wordUse](1024)
	for u, words := range map[wordUse]string{
		sends: `launch launched launching launches fired firing fires sent sends send sending unleashed unleashing hurled
			lobbed rained used using use uses employed employing deployed dropped drops drop dropping released releasing
			directed counted recorded detected tracked registered spotted identified crossing added attacked attacks
			involving involved flew flown flying heading approaching bound aimed en made poured pounded bombarded`,
		downs: `intercepted intercept intercepts intercepting interception interceptions downed downing destroyed destroying destroy destroys
			neutralised neutralized neutralising neutralizing neutralise neutralize stopped stopping repelled repelling thwarted foiled
			eliminated eliminating suppressed suppressing disabled shot-down averted deflected blocked defeated parried engaged`,
		downsIf: `shot shoot shoots shooting brought bring bringing brings took taken taking knocked knocking gunned swatted`,
		loses:   `lost vanished disappeared missing jammed jamming malfunctioned misfired strayed`,
		strikes: `hit hits hitting struck strikes strike striking landed lands landing fell falls falling crashed crashing exploded
			exploding detonated slammed smashed ripped tore impacted reached penetrated pierced breached evaded
			ploughed plowed plunged dived came got killed wounded injured damaged caused tearing destroyed-by`,
		gives: `deliver delivered delivering delivery deliveries supply supplied supplies supplying provide provided providing
			provision receive received receiving receipt buy bought buying purchase purchased purchases order ordered sell sold sale sales selling
			donate donated donation transfer transferred transfers export exported exports import imported ship shipped shipment shipments
			shipping procure procured acquire acquired acquiring acquisition pledge pledged promise promised request requested ask asks asked asking demanded
			approve approved package contract deal consignment smuggle smuggled smuggling arming armed
			stationed authorise authorised authorize authorized`,
		makes: `test tests tested testing test-fired trial trials parade paraded exhibit exhibited displayed showcased showcase unveiled
			unveil develop developed developing development produce produced producing production manufacture manufactured
			manufacturing built build building assemble assembled assembly designed stockpile stockpiles stockpiled arsenal
			inventory capable range capability capabilities exercise exercises drill drills upgrade upgraded modernised modernized
			programme program technology possess possesses possessed possessing owns operates equipped outfitted maximum
			factory factories plant workshop workshops`,
		finds: `seize seized seizing seizure seizures confiscate confiscated recover recovered recovering cache caches
			haul lifted removed cleared surrendered surrender surrendering discovered uncovered unearthed defused disarmed captured capturing
			possession`,
		compares: `cousin similar like unlike version versions copy copies copied variant variants derivative based modelled modeled
			derived resembling resembles resembled analogue analog equivalent successor predecessor counterpart akin comparable than lookalike`,
		debris: `debris remnants remnant remains fragments fragment wreckage shrapnel pieces piece parts part tail nose fins fin
			markings casing casings scraps components serial photographs images crater shards engine kit`,
		tells: `identified identify identifying consistent belonged belonging belongs matched match matching examined examination analysis analysed
			analyzed experts specialists recovered collected inspected forensic showed show shows evidence indicated those`,
		doubts: `suspected suspect possibly likely probably believed thought appeared appears apparently presumably suggested suggests
			suggesting may might could perhaps presumed preliminarily supposedly assumed seemed looked unconfirmed allegedly reportedly took probable maybe preliminary`,
		beWord: `is are was were be been being got had has have`,
		adverb: `also all both only reportedly then later subsequently successfully simply already never not just promptly either
			allegedly eventually immediately all`,
		owner: `footage video videos camera cameras operator operators factory factories plant production manufacturer
			manufacturers maker makers programme programmes program programs unit units brigade brigades battalion regiment force forces corps
			crew crews commander commanders squad disposal shelter shelters threat threats alert alerts warning warnings siren
			sirens technology industry developer developers base bases site sites facility facilities depot depots expert experts specialist specialists parts
			components defence defences defense defenses shield range arsenal arsenals stockpile stockpiles pilot pilots
			supplier suppliers deal ban division company observer observers scientist silo silos warehouse warehouses team teams supply
			supplies specification barrel barrels hunters treaty launchpad troops army navy capability capabilities test tests development warfare
			safety violence control owner owners shop license licence laws law belt cleaner scare hoax squads sniffing
			debris fragments fragment wreckage remnants remains tube tubes casing casings casualties engineer engineers age sector
			market markets detection school workshop export exports import imports sales
			parade farm farms wagon wagons truck car position positions`,
		peaceful: `fuel oil gas water storage septic think propane diesel crude holding fish lng petrol gasoline
			coal gold copper salt diamond cobalt jade lithium iron uranium tin amber emerald bauxite nickel silver coltan
			seat conveyor bible rust green safety life bulletproof press wind bullet-proof high-visibility yellow asteroid kuiper top glue nail staple razor
			space soyuz falcon rotor turbine propeller fan potato commuter industrial ruby emergency reflective atomic nuclear hydrogen ticking dirty`,
		flies: `jet jets warplane warplanes aircraft plane planes airplane helicopter helicopters paramotor paramotors gyrocopter
			gyrocopters airstrike airstrikes drop dropped drops dropping bomber bombers pilot pilots airforce aerial
			gunship gunships paraglider paragliders raid raids overhead sky airplanes fighter-jet bombardment f-16 glider`,
		trips: `stepped step trod stepping hit struck ran drove run triggered detonated detonate detonating detonates exploded explode exploding explodes went laid planted
			buried cleared clearing blast blasts explosion explosions blew blown set off blow wearing strapped explosives suicide bomber bombers
			tripped killed maimed wounded injured anti-tank anti-personnel sappers deminers demining demined limb leg legs`,
		modifies: `the of more such other others further another enemy attack kamikaze suicide strike new modified type long-range
			short-range medium-range heavy improvised combat armed russian ukrainian israeli iranian american british french turkish chinese
			korean north south german indian pakistani houthi syrian hezbollah hamas its their his these those incoming hostile
			jet-powered guided tactical supersonic subsonic one-way exploding explosive low-flying all different types kinds made built
			fired modern soviet soviet-era western soviet-made us u.s missiles large small medium reconnaissance surveillance
			unguided advanced powerful additional so-called homemade home-made makeshift crude ballistic cruise hypersonic
			uk iraqi saudi emirati armenian azerbaijani rsf two-stage solid-fuel total russia ukraine s israel iran long medium short range identical
			separate single unexploded stray`,
		launcher: `launcher launchers battery batteries system systems complex complexes interceptor interceptors radar installation
			installations crew crews transporter position positions`,
		mayBe:   `could would can might threaten threatened threatens threatening warned if unless plans planned intends vowed potential potentially wants wanted need needs needed hopes seeking sought`,
		passive: `was were been being is are be got`,
		pronoun: `it which`,
		halts:   `said that which who after when while but as by with including where because`,
		pairs:   `and or the a an as well along together with plus both either also alongside`,
		plants:  `planted roadside hidden buried placed concealed motorcycle motorbike bicycle remote-controlled remotely improvised homemade hand-made handmade rickshaw bag road crude home-made attached stuck magnetic underneath timer trap`,
	} {
		for w := range strings.FieldsSeq(words) {
			*m.At(text.KeyOf(w)) |= u
		}
	}
	return m
})
