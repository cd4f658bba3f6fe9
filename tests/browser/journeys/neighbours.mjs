// Neighbours first: a signal that its reporter and the coordinator leave to neighbours is picked up by one, another helps along,
// and it grows into an initiative, which whoever told it can read.
import assert from "node:assert/strict";
import { enterAs, findNeighbourhood, receipt, tell } from "../steps.mjs";

export const name = "neighbours pick up what was told, and it becomes an initiative";
export const axes = ["script", "no script"];

const TOLD = "Het perk bij de bakker is kaal";
const CHANCE = "Met bloemen wordt het vrolijk"; // a chance is listed by what it could become

export async function journey({ person, another }) {
  const area = await findNeighbourhood(person);
  await tell(person, { kind: "Ik zie een kans", text: TOLD, chance: CHANCE, where: "bij de bakker" });
  const { link } = await receipt(person);
  await person.follow("Bekijk uw signaal");
  const signal = person.path();

  const sanne = await another();
  await enterAs(sanne, "Sanne Boskamp");
  await sanne.go(signal);
  await sanne.open("Bekijk en geef het aan iemand");
  await sanne.choose("Laat buren dit oppakken");
  await sanne.press("Bewaar");

  // Who is not signed in is told what may be done and who is insured, and where to sign in.
  await person.go(signal);
  await person.sees("Wat mag u zelf doen?");
  await person.sees("Wie is verzekerd?");
  await person.sees("Log in en pak dit op");

  const cor = await another();
  await enterAs(cor, "Cor Waterkamp");
  await cor.go(signal);
  await cor.open("Wij pakken dit op");
  await cor.fill("Wat gaat u doen?", "Wij zaaien in april bloemen.");
  await cor.fill("Wanneer vertelt u hoe het gaat?", "2027-01-15");
  await cor.fill("Welke naam staat erbij?", "Cor van nummer 8");
  await cor.press("Wij pakken dit op");
  await cor.sees("Wie dit doet: Cor van nummer 8.");

  const noor = await another();
  await enterAs(noor, "Noor Vermeer-Blok");
  await noor.go(signal);
  await noor.open("Ik help mee");
  await noor.fill("Hoe bereiken zij u?", "06 22 33 44 55");
  await noor.press("Ik help mee");
  await noor.sees("1 buur helpt mee");
  await noor.seesNot("06 22 33 44 55");

  await cor.go(signal);
  await cor.sees("06 22 33 44 55");
  await cor.open("Vertel hoe het gaat");
  await cor.choose("Het groeit uit tot een initiatief");
  await cor.fill("Vertel het in een paar woorden", "Met tien buren maken wij er een tuin van.");
  await cor.fill("Initiatief: hoe heet het?", "De bloemenhoek");
  await cor.press("Verstuur");

  for (const page of [signal, link]) {
    await person.go(page);
    assert.ok(!(await person.text()).includes("06 22 33 44 55"), `a helper's number stands on ${page}`);
  }
  await person.sees("Dit is een initiatief van buren geworden.");
  await person.sees("De bloemenhoek");
  await person.go(`${area}/signalen?uitkomst=initiative`);
  await person.sees(CHANCE);
}
