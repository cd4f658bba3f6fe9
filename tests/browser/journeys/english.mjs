// A visitor who chooses English: the interface is English throughout, what neighbours wrote stays as it is.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { dutchOn } from "../dutch.mjs";
import { TOWN } from "../steps.mjs";

export const name = "a visitor reads and tells in English";
export const axes = ["English"];

const STORY = path.join(import.meta.dirname, "../../../src/app/data/oranjebuurt-2026.json");

// Every text of the demo, and of this visitor, is somebody's own.
async function ownTexts(own = []) {
  const texts = [...own, "Oranjebuurt", "Berkel en Rodenrijs", "Wijktafel", "Nederlands", "CBS", "Kadaster", "Veilig Thuis"];
  const add = (value) => {
    if (typeof value === "string" && value.length > 3) texts.push(value, ...value.split(/(?<=[.?!]) /));
    else if (value && typeof value === "object") Object.values(value).forEach(add);
  };
  add(JSON.parse(await readFile(STORY, "utf8")));
  return texts;
}

export async function journey({ person }) {
  const mine = ["There are loose tiles near the school.", "Children could walk safely.", "Near the school"];
  const own = await ownTexts(mine);
  const isEnglish = async () => {
    assert.equal(await person.page.locator("html").getAttribute("lang"), "en", person.page.url());
    assert.deepEqual(await dutchOn(`${await person.page.title()}\n${await person.text()}`, own), [], person.page.url());
  };

  await person.go("/");
  await person.follow("English");
  // The page of the municipality is full of Dutch names; only its language is looked at.
  assert.equal(await person.page.locator("html").getAttribute("lang"), "en");
  await person.fill("Postcode", "2651AA");
  await person.fill("House number", "3");
  await person.press("Find your neighbourhood");
  assert.equal(await person.heading(), "What is going on in Oranjebuurt?");
  const area = person.path();
  await isEnglish();

  await person.follow("Tell us what is going on");
  await isEnglish();
  await person.press("Continue");
  await person.sees("Choose what it is");
  await isEnglish();
  await person.choose("There is a problem");
  await person.fill("What is going on?", mine[0]);
  await person.fill("What could be better or more beautiful here?", mine[1]);
  await person.press("Continue");
  await isEnglish();
  await person.fill("Where is it?", mine[2]);
  await person.press("Continue");
  await isEnglish();
  await person.choose("Yes, neighbours may do something");
  await person.choose("I do not need to hear anything");
  await person.press("Send");
  assert.equal(await person.heading(), "Thank you");
  await isEnglish();
  await person.follow("See your signal");
  await isEnglish();

  // A chain of the demo from end to end, and the pages beside it.
  for (const page of ["signalen", "doelen", "afspraken", "tafel"]) {
    await person.go(`${area}/${page}`);
    await isEnglish();
  }
  await person.go(`${area}/signalen?stand=closed&onderwerp=social`);
  await person.follow("Speeltuin is nat en kaal");
  await isEnglish();
  for (const page of ["privacy", "toegankelijkheid", "inloggen", "organisaties"]) {
    await person.go(`${TOWN}/${page}`);
    await isEnglish();
  }

  // Another language is the same page.
  await person.go(`${area}/signalen?stand=closed`);
  await person.follow("Nederlands");
  assert.equal(await person.page.locator("html").getAttribute("lang"), "nl");
  assert.match(person.path(), new RegExp(`^${area}/signalen\\?.*stand=closed`));
  assert.equal(await person.heading(), "Signalen");
  await person.go(area);
  assert.equal(await person.heading(), "Wat speelt er in Oranjebuurt?");
  await person.follow("English");
  assert.equal(await person.heading(), "What is going on in Oranjebuurt?");
}
