// Telling what is going on without any script of ours: three screens, back and forth, with a slip on the way.
import assert from "node:assert/strict";
import { photograph } from "../photo.mjs";
import { findNeighbourhood, receipt, send } from "../steps.mjs";

export const name = "a visitor tells what is going on";
export const axes = ["no script"];

export async function journey({ person, mailbox }) {
  await findNeighbourhood(person);
  await person.follow("Vertel wat er speelt");

  // Forgetting to say what it is: the page says so and loses nothing.
  await person.fill("Wat is er aan de hand?", "Bij de brug ligt zwerfafval in het gras.");
  await person.press("Verder");
  assert.equal(person.status, 422);
  await person.sees("Kies wat het is");
  assert.equal(await person.value("Wat is er aan de hand?"), "Bij de brug ligt zwerfafval in het gras.");
  await person.choose("Er is een probleem");
  await person.attach("Foto's", await photograph(person.page, "waar de foto is gemaakt"));
  await person.press("Verder");

  // Where: a press on the drawing goes to the server, which draws the mark; the words stay.
  await person.fill("Waar is het?", "Bij de brug");
  await person.pressMap(0.5, 0.5);
  await person.sees("U hebt een plek op de kaart gekozen.");
  assert.equal(await person.value("Waar is het?"), "Bij de brug");
  await person.press("Haal de plek weg");
  await person.seesNot("U hebt een plek op de kaart gekozen.");
  await person.pressMap(0.48, 0.52);

  // Back to the first screen: everything is still there, the photo too.
  await person.press("Vorige");
  assert.equal(await person.value("Wat is er aan de hand?"), "Bij de brug ligt zwerfafval in het gras.");
  assert.ok(await person.page.getByLabel("Er is een probleem").isChecked());
  assert.ok(await person.page.getByAltText("Foto 1").isVisible());
  await person.fill("Wat is er aan de hand?", "Bij de brug ligt veel zwerfafval in het gras.");
  await person.press("Verder");
  await person.sees("U hebt een plek op de kaart gekozen.");
  await person.press("Verder");

  // Check and send: a wrong mail address comes back as it was typed.
  await person.sees("Bij de brug ligt veel zwerfafval in het gras.");
  await person.sees("Een plek op de kaart");
  await person.sees("1 foto");
  await person.choose("Ja, buren mogen iets doen");
  await person.choose("Met een e-mail");
  await person.fill("Uw e-mailadres", "zonder-apenstaart");
  await person.press("Verstuur");
  assert.equal(person.status, 422);
  await person.sees("Dit e-mailadres klopt niet.");
  assert.equal(await person.value("Uw e-mailadres"), "zonder-apenstaart");
  await send(person, { mail: "meldster@voorbeeld.invalid" });

  const { number, link } = await receipt(person);
  const mail = await mailbox.find("meldster@voorbeeld.invalid");
  assert.match(mail.subject, new RegExp(`\\b${number}\\b`));
  assert.ok(mail.links.some((address) => new URL(address).pathname === link), "the mail has the same secret link");

  await person.follow("Bekijk uw signaal");
  await person.sees("Bij de brug ligt veel zwerfafval in het gras.");
  await person.sees(`Nummer ${number}`);
  await person.go(link);
  await person.sees("U volgt uw signaal met een eigen link.");
}
