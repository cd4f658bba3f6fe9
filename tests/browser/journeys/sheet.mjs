// The stairwell sheet is one side of A4 in letters of at least 11 points, with little on it and with as much as it ever holds.
import assert from "node:assert/strict";
import { enterAs, findNeighbourhood } from "../steps.mjs";

export const name = "the stairwell sheet is one page";

const MONTHS = ["2026-11", "2026-10", "2026-06", "2026-03", "2026-01", "2025-12"];

async function onPaper(person, load) {
  await person.page.emulateMedia({ media: "print" });
  const pdf = (await person.page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const points = await person.page.evaluate(() => Math.min(...[...document.querySelectorAll(".wt-sheet *")]
    .filter((own) => own.textContent.trim() && own.getClientRects().length)
    .map((own) => parseFloat(getComputedStyle(own).fontSize) * 0.75)));
  await person.page.emulateMedia({ media: "screen" });
  assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1, `${load} is more than one page`);
  assert.ok(points >= 10.99, `${load} has letters of ${points} points`);
}

// As full as it gets: every part at its most, with the longest lines there can be.
async function fill(person) {
  await person.page.evaluate(() => {
    const long = "Wat er aan de hand is bij de mooie brede water…";
    const sheet = document.querySelector(".wt-sheet");
    const strip = sheet.querySelector(".wt-sheet-strip");
    for (const section of sheet.querySelectorAll("section:not(.wt-sheet-strip)")) section.remove();
    for (const [heading, lines] of [["Wat er van uw signalen is geworden", 5], ["Wat er is beloofd", 3], ["Wat er is besloten", 2],
      ["Doelen die zijn gehaald", 1]]) {
      const part = document.createElement("section");
      part.append(Object.assign(document.createElement("h2"), { textContent: heading }));
      const list = document.createElement("ul");
      for (let i = 0; i < lines; i += 1)
        list.append(Object.assign(document.createElement("li"), { textContent: `${long}: Woonstichting Drie Dorp…, 117 dagen te laat` }));
      list.append(Object.assign(document.createElement("li"), { textContent: "En nog 12, te lezen op het adres hieronder." }));
      part.append(list);
      sheet.querySelector("h1 + ul").after(part);
    }
    const body = strip.querySelector("tbody");
    body.replaceChildren();
    for (let i = 0; i < 5; i += 1) {
      const row = document.createElement("tr");
      for (const text of [`10000${i}`, long, "☐", "–", "☐"]) row.append(Object.assign(document.createElement("td"), { textContent: text }));
      body.append(row);
    }
  });
}

export async function journey({ person, another }) {
  const area = await findNeighbourhood(person);
  for (const month of MONTHS) {
    await person.go(`${area}/portiekblad/${month}`);
    await onPaper(person, month);
  }
  await fill(person);
  await onPaper(person, "the fullest sheet");

  const sanne = await another();
  await enterAs(sanne, "Sanne Boskamp");
  await sanne.go(`${area}/portiekblad/2026-11`);
  const [number] = await sanne.page.locator(".wt-sheet-strip tbody tr", { hasText: "geveltuin" }).locator("td").allInnerTexts();
  await sanne.follow("Voer een strook in");
  await sanne.fill("Nummer van het signaal", number);
  await sanne.choose("Ik help mee");
  await sanne.fill("Telefoonnummer", "06 12 34 56 78");
  await sanne.press("Bewaar");
  await sanne.sees(`Opgeschreven bij signaal ${number}`);
  await sanne.go(`${area}/portiekblad/hulp`);
  await sanne.sees("06 12 34 56 78");
  await sanne.press("Ik heb gebeld");
  await sanne.seesNot("06 12 34 56 78");
}
