// Reactions: a neighbour without an account reacts and confirms by mail, another replies, a coordinator hides with a reason.
import assert from "node:assert/strict";
import { enterAs, findNeighbourhood } from "../steps.mjs";

export const name = "neighbours react, and a coordinator hides what may not stay";
export const axes = ["script", "no script"];

const ADDRESS = "buurvrouw@voorbeeld.invalid";
const SHORT_WHILE = 3_500; // milliseconds; nobody types faster, and the form says so
const pathOf = (mail) => new URL(mail.links.find((link) => link.includes("/reactie/"))).pathname;

export async function journey({ person, mailbox, another }) {
  await findNeighbourhood(person);
  await person.follow("Signalen");
  await person.follow("Mag ik de geveltuin groter maken?");
  const signal = person.path();
  await person.sees("Geef als eerste een reactie");
  await person.sees("Uw e-mailadres wordt niet gepubliceerd");

  // A slip: everything that was typed is still there.
  await person.fill("Uw reactie", "Dat zou ik **mooi** vinden. <b>Echt</b>.");
  await person.fill("Uw naam", "Buurvrouw");
  await person.fill("Uw e-mailadres", "zonder-apenstaart");
  await person.press("Plaats reactie");
  assert.equal(person.status, 422);
  await person.sees("Dit e-mailadres klopt niet.");
  assert.equal(await person.value("Uw reactie"), "Dat zou ik **mooi** vinden. <b>Echt</b>.");
  await person.fill("Uw e-mailadres", ADDRESS);
  await person.page.waitForTimeout(SHORT_WHILE);
  await person.press("Plaats reactie");
  assert.equal(await person.heading(), "Bijna klaar: kijk in uw mail");

  // Not shown before the button behind the link is pressed.
  const mail = await mailbox.find(ADDRESS, /Bevestig uw reactie/);
  assert.ok(mail.text.includes("<b>Echt</b>"), "the text as it was typed");
  const noor = await another();
  await enterAs(noor, "Noor Vermeer-Blok");
  await noor.go(signal);
  await noor.seesNot("Buurvrouw");
  await person.go(pathOf(mail));
  await person.press("Plaats mijn reactie");
  await person.sees("1 reactie");
  await person.sees("<b>Echt</b>");
  assert.doesNotMatch(await person.page.content(), new RegExp(ADDRESS));

  // A reply, and a report.
  await noor.go(signal);
  await noor.follow("Antwoord");
  await noor.fill("Uw reactie", "Ik heb nog plantjes over.");
  await noor.press("Plaats reactie");
  await noor.sees("2 reacties");
  await person.go(signal);
  await person.page.getByRole("link", { name: "Meld deze reactie (van Noor" }).waitFor();
  await noor.go(signal);
  await noor.follow("Meld deze reactie");
  await noor.press("Verstuur de melding");
  assert.equal(noor.status, 422);
  await noor.choose("Er staat iets in over een persoon");
  await noor.press("Verstuur de melding");
  assert.equal(await noor.heading(), "Dank u wel voor uw melding");

  // The coordinator finds it, hides it with a reason, and takes that back.
  const sanne = await another();
  await enterAs(sanne, "Sanne Boskamp");
  await sanne.follow("Sanne Boskamp");
  await sanne.follow("1 reactie om na te kijken");
  await sanne.sees("Gemeld (over een persoon)");
  await sanne.follow("Verberg");
  await sanne.fill("Waarom verbergt u deze reactie?", "Er stond een naam in.");
  await sanne.press("Verberg de reactie");
  await sanne.sees("Verborgen door de beheerder: Er stond een naam in.");
  await person.go(signal);
  await person.sees("Verborgen door de beheerder: Er stond een naam in.");
  await person.seesNot("Dat zou ik");
  await sanne.follow("Bekijk en toon weer");
  await sanne.press("Toon de reactie weer");
  await sanne.sees("Dat zou ik");

  // By the link of the mail the writer takes it away; the reply stays readable.
  await person.go(pathOf(mail));
  await person.press("Verwijder mijn reactie");
  await person.sees("De schrijver heeft deze reactie verwijderd.");
  await person.sees("Ik heb nog plantjes over.");
}
