// Mail over SMTP: signing in by code and by link, and what a reporter hears without asking.
import assert from "node:assert/strict";
import { enterAs, findNeighbourhood, receipt, tell, TOWN } from "../steps.mjs";

export const name = "people sign in by mail and a reporter hears what happens";
export const axes = ["SMTP"];

const REPORTER = "melder@voorbeeld.invalid";
const ED = "ed@voorbeeld.invalid";

async function askToSignIn(person, address) {
  await person.go(`${TOWN}/inloggen`);
  await person.fill("Uw e-mailadres", address);
  await person.press("Stuur mij een mail");
}

const signInLink = (mail) => new URL(mail.links.find((link) => link.includes("/inloggen/link/"))).pathname;

export async function journey({ person, mailbox, another }) {
  // By code, in the browser where it was asked; four wrong tries leave one.
  await askToSignIn(person, ED);
  const first = await mailbox.find(ED, /Inloggen bij Wijktafel/);
  assert.match(first.html, /<a href="http/);
  const code = /\b\d{6}\b/.exec(first.text)[0];
  await person.fill("Code van zes cijfers", code === "000000" ? "000001" : "000000");
  await person.press("Log in");
  await person.sees("Deze code klopt niet. U kunt het nog 4 keer proberen");
  await person.fill("Code van zes cijfers", code);
  await person.press("Log in");
  await person.sees("Ed Schippersma");
  await person.press("Uitloggen");

  // By link: a page with one button, so that a mail scanner that opens the link signs nobody in.
  await mailbox.empty();
  await askToSignIn(person, ED);
  const link = signInLink(await mailbox.find(ED, /Inloggen bij Wijktafel/));
  const elsewhere = await another();
  await elsewhere.go(link);
  await elsewhere.go(link);
  await elsewhere.press("Log in");
  await elsewhere.sees("Ed Schippersma");
  await person.go(link);
  assert.equal(await person.heading(), "Deze link is al gebruikt");
  await person.sees("Elke link werkt één keer.");
  await person.go(`${TOWN}/inloggen/link/dit-is-geen-link`);
  assert.equal(await person.heading(), "Deze link werkt niet");

  // Somebody new makes an account with the same mail and a name.
  await askToSignIn(person, "nieuw@voorbeeld.invalid");
  await person.go(signInLink(await mailbox.find("nieuw@voorbeeld.invalid", /Maak uw account/)));
  await person.fill("Uw naam", "Nieuwe Buur");
  await person.press("Maak mijn account");
  await person.sees("Nieuwe Buur");

  await reporterHears({ mailbox, person: await another(), sanne: await another(), ed: elsewhere });
}

async function reporterHears({ mailbox, person, sanne, ed }) {
  await findNeighbourhood(person);
  await tell(person, {
    kind: "Ik zie een kans",
    text: "In de flat staat een zaal vaak leeg.",
    chance: "Daar kunnen buren samen klussen.",
    where: "De flat",
    mail: REPORTER,
    name: "Melder de Vries",
  });
  const { number, link } = await receipt(person);
  const received = await mailbox.find(REPORTER, new RegExp(`\\b${number}\\b`));
  const about = (mail) => {
    for (const text of [mail.text, mail.html]) assert.ok(text.includes(link), "text and HTML have the link to follow");
    assert.match(mail.text, /Melder de Vries/);
    assert.doesNotMatch(mail.text, /<[a-z]+|&[a-z]+;/i, "text without markup");
    return mail;
  };
  about(received);

  // A commitment that comes from the signal, and that is agreed.
  await enterAs(sanne, "Sanne Boskamp");
  await person.follow("Bekijk uw signaal");
  const signal = person.path();
  await sanne.go(signal);
  await mailbox.empty();
  await sanne.follow("Leg een afspraak vast");
  await sanne.choose("Wie belooft dit?", "Welzijn De Schakel");
  await sanne.fill("Wat wordt er gedaan?", "De zaal op zaterdag openen");
  await sanne.fill("Hoe zien we dat het klaar is?", "Op zaterdag is de zaal open.");
  await sanne.fill("Wanneer is het uiterlijk klaar?", "2027-02-01");
  await sanne.press("Leg dit vast");
  await ed.go(sanne.path());
  await ed.press("Ja, wij doen dit");
  const agreed = about(await mailbox.find(REPORTER, new RegExp(`\\b${number}\\b`)));
  assert.match(agreed.text, /Beloofd door Welzijn De Schakel: De zaal op zaterdag openen/);

  // The answer asks whether it is solved.
  await mailbox.empty();
  await sanne.go(signal);
  await sanne.open("Geef antwoord");
  await sanne.fill("Bericht terug", "De zaal is op zaterdag open.");
  await sanne.choose("Het is opgelost");
  await sanne.press("Verstuur het antwoord");
  const answered = about(await mailbox.find(REPORTER, new RegExp(`\\b${number}\\b`)));
  assert.match(answered.text, /De zaal is op zaterdag open\./);
  assert.match(answered.text, /Is het opgelost\?/);

  // No more mail after asking for none; the page behind the link stays.
  await mailbox.empty();
  await person.go(link);
  await person.press("Ja, het is opgelost");
  await person.sees("Wij schrijven op dat het is opgelost.");
  await person.go(link);
  await person.press("Stuur mij geen berichten meer");
  await person.sees("U krijgt geen berichten meer.");
  await sanne.go(signal);
  await sanne.sees("Bevestigd: wie dit vertelde, vindt het opgelost.");
}
