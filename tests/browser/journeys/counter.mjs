// Somebody calls: a member of staff enters it on one screen and says the number. When its term passes without an answer, the
// safety net has it, and the page says so; whoever catches it says what happens now.
import assert from "node:assert/strict";
import { enterAs, findNeighbourhood } from "../steps.mjs";

export const name = "a call is entered on one screen, and the safety net catches it";
export const axes = ["script"];

const TOLD = "De deur van de fietsenstalling klemt";

export async function journey({ person: sanne, program, another }) {
  const area = await findNeighbourhood(sanne);
  await enterAs(sanne, "Sanne Boskamp");
  await sanne.go(`${area}/signalen/invoeren`);
  await sanne.choose("Hoe kwam het binnen?", "Aan de telefoon");
  await sanne.choose("Probleem");
  await sanne.fill("Wat is er aan de hand?", TOLD);
  await sanne.fill("Waar is het?", "de stalling bij de flat");
  await sanne.fill("Telefoonnummer van de melder", "06 11 22 33 44");
  await sanne.press("Bewaar en toon het nummer");
  assert.equal(await sanne.heading(), "Het signaal is bewaard");
  await sanne.sees("Noem dit nummer:");
  await sanne.follow("Naar het signaal");
  await sanne.sees("Verteld aan de telefoon");
  const signal = sanne.path();
  const visitor = await another();
  await visitor.go(signal);
  await visitor.sees(TOLD);
  assert.ok(!/06.?11.?22.?33.?44/.test(await visitor.page.content()), "the number of who called is public");

  await program.goOnAt("2026-12-14T10:00:00+01:00");
  await caught(sanne, signal);
  await enterAs(sanne, "Sanne Boskamp");
  await sanne.go(signal);
  await sanne.follow("Geef bericht namens het vangnet");
  await sanne.fill("Wat gebeurt er nu?", "De timmerman komt vrijdag.");
  await sanne.fill("Wanneer hoort de melder meer?", "2026-12-21");
  await sanne.press("Verstuur");
  await sanne.sees("De timmerman komt vrijdag.");
}

// Jobs run by themselves soon after the program has started.
async function caught(person, signal) {
  for (let tries = 0; tries < 40; tries += 1) {
    await person.go(signal);
    if (/Het vangnet van dit gebied is nu aan zet/.test(await person.text())) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("the safety net has not caught it");
}
