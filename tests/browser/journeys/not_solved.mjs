// "Is het opgelost?" No: the signal opens again with one press, and whoever has it hears so.
import assert from "node:assert/strict";
import { enterAs, findNeighbourhood, receipt, tell } from "../steps.mjs";

export const name = "what is not solved opens again";
export const axes = ["script", "no script"];

const REPORTER = "bewoner.hek@voorbeeld.invalid";

export async function journey({ person, mailbox, another }) {
  await findNeighbourhood(person);
  await tell(person, { kind: "Er is een probleem", text: "Het hek van het veldje hangt los", chance: "", where: "het veldje", mail: REPORTER });
  const { number, link } = await receipt(person);

  const sanne = await another();
  await enterAs(sanne, "Sanne Boskamp");
  await sanne.follow("Mijn werk");
  await sanne.follow(/Het hek van het veldje/);
  const signal = sanne.path();
  await sanne.open("Geef antwoord");
  await sanne.fill("Bericht terug", "Het hek hangt weer vast.");
  await sanne.choose("Het is opgelost");
  await sanne.press("Verstuur het antwoord");
  await mailbox.find(REPORTER, /./);
  await mailbox.empty();

  await person.go(link);
  await person.sees("Is het opgelost?");
  await person.fill("Nee? Wat is er nog?", "Het slot ontbreekt nog.");
  await person.press("Nee, nog niet opgelost");
  await person.sees("Wij kijken er opnieuw naar.");
  await person.go(signal);
  await person.sees("heropend");
  await person.sees("Het slot ontbreekt nog.");
  const told = await mailbox.find("sanne@voorbeeld.invalid", new RegExp(number.replace(/\D/g, "")));
  assert.ok(told.text.includes(signal));
  assert.ok(!told.text.includes("slot"), "the mail says that there is news, never what");
}
