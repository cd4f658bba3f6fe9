// Everything with the keyboard alone: Tab, Enter, Space and the arrows. The axis presses; Person checks at every stop that
// the focus can be seen.
import assert from "node:assert/strict";
import { findNeighbourhood, receipt, tell, TOWN } from "../steps.mjs";

export const name = "a visitor tells what is going on and signs in";
export const axes = ["keyboard"];

const focused = (person) => person.page.evaluate(() => document.activeElement.id);

export async function journey({ person, mailbox }) {
  // The first Tab brings a way past everything that is the same on each page.
  const area = await findNeighbourhood(person);
  await person.go(area);
  await person.page.keyboard.press("Tab");
  const skip = person.page.getByRole("link", { name: "Naar de inhoud" });
  assert.ok(await skip.evaluate((own) => own === document.activeElement));
  assert.ok(await skip.isVisible());
  await person.page.keyboard.press("Enter");
  assert.equal(await focused(person), "inhoud");

  // What was forgotten is said on arrival; Enter on a line of the summary goes to the field.
  await person.follow("Vertel wat er speelt");
  await person.press("Verder");
  assert.ok(await person.page.evaluate(() => document.activeElement.hasAttribute("data-wt-faults")), "the summary has the focus");
  await person.page.keyboard.press("Tab");
  await person.page.keyboard.press("Enter");
  assert.match(await focused(person), /^kind/);
  await person.page.keyboard.press("Space");
  assert.ok(await person.page.getByRole("radio").first().isChecked());

  await person.go(area);
  await tell(person, {
    kind: "Ik heb een vraag",
    text: "Mag ik een bankje voor mijn deur zetten?",
    chance: "Dan zitten buren vaker buiten.",
    where: "Prinsenstraat",
  });
  const { number } = await receipt(person);
  await person.follow("Bekijk uw signaal");
  await person.sees(`Nummer ${number}`);

  await person.follow("Inloggen");
  assert.equal(person.path().split("?")[0], `${TOWN}/inloggen`);
  await person.fill("Uw e-mailadres", "noor@voorbeeld.invalid");
  await person.press("Stuur mij een mail");
  const mail = await mailbox.find("noor@voorbeeld.invalid", /Inloggen/);
  await person.fill("Code van zes cijfers", /\b\d{6}\b/.exec(mail.text)[0]);
  await person.press("Log in");
  await person.sees("Noor Vermeer-Blok");
  await person.press("Uitloggen");
  await person.sees("Inloggen");
}
