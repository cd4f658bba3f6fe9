// The inbox: a coordinator gives several signals to an organisation at once and takes it back; a member of that organisation
// divides the work, writes a note and begins an answer with a standard answer.
import assert from "node:assert/strict";
import { enterAs, findNeighbourhood, tell, TOWN } from "../steps.mjs";

export const name = "a coordinator divides the work, and a member of the organisation does it";
export const axes = ["script", "no script"];

const TOLD = ["Bij de vijver ligt een losse stoep", "Bij de vijver staat een scheef bord"];

export async function journey({ person, another }) {
  const area = await findNeighbourhood(person);
  for (const text of TOLD) {
    await person.go(area);
    await tell(person, { kind: "Er is een probleem", text, chance: "", where: "bij de vijver" });
  }

  const sanne = await another();
  await enterAs(sanne, "Sanne Boskamp");
  await sanne.follow("Mijn werk");
  await sanne.open("Kies wat u ziet");
  await sanne.fill("Woorden in de titel", "vijver");
  await sanne.press("Toon");
  for (const text of TOLD) await sanne.sees(text);
  const list = sanne.path();

  // A list of one's own.
  await sanne.open("Bewaar wat u nu ziet als eigen lijst");
  await sanne.fill("Naam van de lijst", "Rond de vijver");
  await sanne.press("Bewaar de lijst");
  await sanne.sees("Rond de vijver");

  // What can be done with several is out of the way until something is ticked. Nothing chosen says so.
  await sanne.seesNot("Bekijk wat er verandert");
  await sanne.open("Wat verandert er aan wat u kiest?");
  await sanne.press("Bekijk wat er verandert");
  assert.equal(sanne.status, 422);
  await sanne.go(list);
  await sanne.follow("Kies alles op deze bladzijde");
  await sanne.choose("Geef aan organisatie", "Gemeente Rozenland");
  await sanne.press("Bekijk wat er verandert");
  assert.equal(await sanne.heading(), "U verandert 2 signalen");
  await sanne.sees("De organisatie wordt: Gemeente Rozenland.");
  await sanne.press("Ja, verander 2 signalen");
  assert.equal(await sanne.heading(), "2 signalen zijn veranderd");
  await sanne.press("Maak dit ongedaan");
  assert.equal(await sanne.heading(), "2 signalen zijn teruggezet");

  if (sanne.ways.scripts) {
    await sanne.go(list);
    await sanne.page.keyboard.press("j");
    await sanne.page.keyboard.press("x");
    assert.equal(await sanne.page.locator("input[name=signal]:checked").count(), 1);
    await sanne.sees("Bekijk wat er verandert");
    await sanne.page.keyboard.press("j");
    await sanne.page.keyboard.press("k");
    await sanne.page.keyboard.press("o");
    await sanne.page.waitForURL(/\/signalen\/\d+$/);
  }

  // A standard answer, used in an answer; a note that nobody else reads.
  await sanne.go(`${area}/signalen/standaardantwoorden`);
  await sanne.fill("Titel", "Wij kijken ernaar");
  await sanne.fill("Tekst", "Wij kijken naar nummer {nummer}. Groet, {naam}");
  await sanne.press("Bewaar");
  await sanne.go(list);
  await sanne.follow(TOLD[0]);
  const signal = sanne.path();
  await sanne.open("Verdeel het werk");
  await sanne.sees("Waarom ligt dit hier?");
  await sanne.open("Notities voor collega's");
  await sanne.fill("Nieuwe notitie", "De aannemer komt woensdag.");
  await sanne.press("Bewaar de notitie");
  await sanne.open("Geef antwoord");
  await sanne.choose("Begin met een standaardantwoord", "Wij kijken ernaar");
  await sanne.press("Gebruik");
  assert.match(await sanne.value("Bericht terug"), /^Wij kijken naar nummer \d+\. Groet, Sanne/);
  await person.go(signal);
  await person.seesNot("aannemer");
  await person.seesNot("Waarom ligt dit hier?");

  // Who belongs to an organisation finds what it has.
  const ed = await another();
  await enterAs(ed, "Ed Schippersma");
  await ed.go(`${TOWN}/mijn-werk`);
  assert.equal(await ed.heading(), "Mijn werk");
}
