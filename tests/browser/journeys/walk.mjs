// An inspection walk on a telephone: points with a photo, a promise on the spot, and the list of what was agreed on paper and by mail.
import assert from "node:assert/strict";
import { photograph } from "../photo.mjs";
import { enterAs, findNeighbourhood } from "../steps.mjs";

export const name = "an inspection walk on a telephone";
export const axes = ["script", "no script", "phone"];

export async function journey({ person, another }) {
  const area = await findNeighbourhood(person);
  const sanne = await another();
  await enterAs(sanne, "Sanne Boskamp");
  await sanne.go(`${area}/schouwen/nieuw`);
  await sanne.fill("Op welke dag?", "2026-11-22");
  await sanne.fill("Hoe laat?", "23:30");
  await sanne.fill("Waar verzamelt u?", "Bij de school");
  await sanne.choose("Alles wat opvalt");
  await sanne.choose("Gemeente Rozenland");
  await sanne.press("Plan deze schouw");
  assert.match(await sanne.heading(), /Wijkschouw van 22 november 2026/);
  const walk = sanne.path();
  await sanne.press("Begin de schouw");

  // Only the photo and the place: what is missing is asked for, and the photo stays.
  await sanne.follow("Schrijf een punt op");
  await sanne.attach("Foto", await photograph(sanne.page, "waar deze foto is gemaakt"));
  await sanne.press("Bewaar dit punt");
  await sanne.sees("Vul in wat u ziet");
  assert.equal(await sanne.page.locator(".wt-kept img").count(), 1);
  await sanne.choose("tekort");
  await sanne.fill("Wat ziet u?", "De stoep ligt scheef.");
  await sanne.fill("Waar is dat?", "bij de glasbak");
  await sanne.choose("Iemand pakt het op");
  await sanne.choose("Wie pakt het op?", "Gemeente Rozenland");
  await sanne.fill("Wat doen zij?", "De stoep recht leggen");
  await sanne.fill("Wanneer is het klaar?", "2026-12-10");
  await sanne.choose("Op de foto staan geen herkenbare mensen en geen kentekens");
  await sanne.press("Bewaar dit punt");
  await sanne.sees("De stoep recht leggen");

  // Others see it once the walk is over.
  await person.go(walk);
  await person.sees("De punten staan hier na de schouw.");
  await sanne.press("Rond de schouw af");
  await person.go(walk);
  await person.sees("De stoep ligt scheef.");
  await person.follow("De actielijst, ook om af te drukken");
  await person.page.emulateMedia({ media: "print" });
  for (const said of ["De stoep recht leggen", "Gemeente Rozenland", "10 december"])
    assert.ok((await person.page.locator("main").innerText()).includes(said), `"${said}" is not on paper`);
  assert.equal(await person.page.locator(".wt-walk-action img").count(), 1);
  await person.page.emulateMedia({ media: "screen" });
}
