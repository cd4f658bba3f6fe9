// The connection is lost while somebody tells what is going on, on a telephone: what was typed and the photo wait on the page and
// go when it is back, also on the last screen. When only the answer was lost, sending again gives the same signal.
import assert from "node:assert/strict";
import { photograph } from "../photo.mjs";
import { findNeighbourhood, receipt } from "../steps.mjs";

export const name = "a report survives a lost connection and is sent once";
export const axes = ["phone"];

const TOLD = "Bij de vijver is een plank van de steiger los";

// The button is pressed without a connection: the page stays, says so where it is read, and goes on when the connection is back.
async function pressWhileLost(person, button, heading) {
  await person.context.setOffline(true);
  await person.page.getByRole("button", { name: button }).filter({ visible: true }).last().click();
  const said = person.page.locator("[data-wt-connection]");
  await said.filter({ hasText: "Er is geen verbinding." }).waitFor();
  const { y } = await said.boundingBox();
  assert.ok(y >= 0 && y < person.page.viewportSize().height, "the sentence is out of sight");
  assert.equal(await person.heading(), heading);
  await person.examine();
  const arrival = person.page.waitForEvent("load");
  await person.context.setOffline(false);
  await arrival;
  await person.examine();
}

export async function journey({ person, another }) {
  const area = await findNeighbourhood(person);
  await person.go(`${area}/signalen/nieuw`);
  await person.choose("Er is een probleem");
  await person.fill("Wat is er aan de hand?", TOLD);
  await person.attach("Foto's", await photograph(person.page, "hier woont de melder"));
  await pressWhileLost(person, "Verder", "Wat wilt u vertellen?");
  assert.equal(await person.heading(), "Waar is het?");
  await person.fill("Waar is het?", "Bij de vijver");
  await person.press("Verder");
  await person.sees(TOLD);
  await person.choose("Met een e-mail");
  await person.fill("Uw e-mailadres", "pieter.steiger@voorbeeld.invalid");
  // What reaches somebody is not kept in the browser, also not while it waits.
  await pressWhileLost(person, "Verstuur", "Kijk het na en verstuur");
  assert.equal(await person.heading(), "Dank u wel");
  const { number, link } = await receipt(person);
  assert.deepEqual(await person.page.evaluate(() => Object.keys(localStorage)), []);
  await person.go(link);
  await person.sees(TOLD);
  await person.sees("Er is een foto meegestuurd.");

  await answerIsLost(await another(), area);

  const reader = await another();
  await reader.go(`${area}/signalen`);
  assert.equal(await reader.page.getByRole("link", { name: TOLD }).count(), 1);
  assert.equal(await reader.page.getByRole("link", { name: "De bel van de school" }).count(), 1);
  await reader.follow(TOLD);
  await reader.sees(`Nummer ${number}`);
}

// The program has it, but the browser never heard so.
async function answerIsLost(person, area) {
  await person.go(`${area}/signalen/nieuw`);
  await person.choose("Er is een probleem");
  await person.fill("Wat is er aan de hand?", "De bel van de school gaat 's nachts");
  await person.press("Verder");
  await person.press("Verder");
  await person.choose("Ja, buren mogen iets doen");
  await person.choose("Ik hoef niets te horen");
  const last = person.path();
  const lose = async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch({ maxRedirects: 0 });
    return route.abort("connectionreset");
  };
  await person.page.route(`**${last}`, lose);
  await person.page.getByRole("button", { name: "Verstuur" }).click();
  await person.page.waitForURL(/chrome-error/).catch(() => {});
  await person.page.unroute(`**${last}`, lose);
  await person.go(last);
  assert.equal(await person.heading(), "Dank u wel");
  assert.match((await receipt(person)).number, /^\d+$/);
}
