// A meeting on paper: for the wall of the stairwell and for who does not use the internet.
import assert from "node:assert/strict";
import { enterAs, findNeighbourhood } from "../steps.mjs";

export const name = "a meeting is printed";

// The crumbs stay: on paper they say which Oranjebuurt this is.
async function onPaper(person) {
  await person.page.emulateMedia({ media: "print" });
  for (const way of await person.page.locator("nav:not(.wt-crumbs), form, button, .nl-button").all())
    assert.ok(!(await way.isVisible()), `on paper: ${await way.evaluate((own) => own.outerHTML.slice(0, 150))}`);
  const text = await person.page.locator("main").innerText();
  const pdf = (await person.page.pdf({ format: "A4" })).toString("latin1");
  await person.page.emulateMedia({ media: "screen" });
  return { text, sheets: pdf.match(/\/Type\s*\/Page\b/g).length };
}

export async function journey({ person, another }) {
  const area = await findNeighbourhood(person);
  await person.go(`${area}/tafel`);
  await person.follow("Wijktafel van 26 maart");
  const held = await onPaper(person);
  for (const said of [
    "Agenda", "Stand van de afspraken", "Grof vuil naast de containers", "Besluiten",
    "School en politie doen samen een snelheidsactie in mei. De gemeente maakt een extra zebrapad.",
    "4 voor, 0 tegen", "Verslag", "14 bewoners",
  ]) assert.ok(held.text.includes(said), `"${said}" is not on paper:\n${held.text}`);
  assert.ok(held.sheets <= 3, `${held.sheets} sheets`);

  // Whoever leads the meeting prints the same, without the forms.
  const sanne = await another();
  await enterAs(sanne, "Sanne Boskamp");
  await sanne.go(`${area}/tafel`);
  await sanne.follow("Bekijk de agenda");
  const coming = await onPaper(sanne);
  for (const said of ["Stand van de afspraken", "7 dagen te laat", "Doelen voor 2027", "Basisschool De Vlieger"])
    assert.ok(coming.text.includes(said), `"${said}" is not on paper:\n${coming.text}`);
  for (const tool of ["Het overleg leiden", "Nieuw agendapunt", "Omhoog"])
    assert.ok(!coming.text.includes(tool), `"${tool}" is on paper`);
}
