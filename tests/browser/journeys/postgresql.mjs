// The same program on PostgreSQL: a signal, an answer, a verdict, and a history that is whole.
import assert from "node:assert/strict";
import { enterAs, findNeighbourhood, receipt, tell } from "../steps.mjs";

export const name = "a signal is told, answered and confirmed";
export const axes = ["PostgreSQL"];

export async function journey({ person, program, mailbox, another }) {
  await findNeighbourhood(person);
  await tell(person, {
    kind: "Er is een probleem",
    text: "De prullenbak bij de halte is kapot.",
    chance: "Met een deksel waait er niets meer uit.",
    where: "De bushalte",
    mail: "halte@voorbeeld.invalid",
  });
  const { number, link } = await receipt(person);
  await person.follow("Bekijk uw signaal");
  const signal = person.path();

  const sanne = await another();
  await enterAs(sanne, "Sanne Boskamp");
  await sanne.go(signal);
  await sanne.open("Geef antwoord");
  await sanne.fill("Bericht terug", "De prullenbak is vervangen.");
  await sanne.choose("Het is opgelost");
  await sanne.press("Verstuur het antwoord");
  await sanne.sees("De prullenbak is vervangen.");
  const mail = await mailbox.find("halte@voorbeeld.invalid", new RegExp(`\\b${number}\\b`));
  assert.match(mail.text, /De prullenbak is vervangen\./);

  await person.go(link);
  await person.press("Ja, het is opgelost");
  await sanne.go(signal);
  await sanne.sees("Bevestigd: wie dit vertelde, vindt het opgelost.");
  assert.match(await program.verify(), /Every history is whole/);
}
