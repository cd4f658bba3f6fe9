// The whole chain of one signal, by everybody who has a part in it: told, looked at, put on the table, decided, promised, done,
// judged, answered and confirmed, and readable from both ends.
import assert from "node:assert/strict";
import { photograph } from "../photo.mjs";
import { enterAs, findNeighbourhood, receipt, tell, TOWN } from "../steps.mjs";

export const name = "a signal becomes a decision, a goal, promises and an answer";

const REPORTER = "buurvrouw.kanarie@voorbeeld.invalid";
const TITLE = "Losse tegels bij de bushalte";
const DECISION = "De stoep bij de bushalte wordt hersteld en de halte krijgt een bankje.";
const GOAL = "Iedereen wacht veilig op de bus";

export async function journey({ person: reporter, program, mailbox, another }) {
  const [sanne, marja, ed, tineke] = [await another(), await another(), await another(), await another()];
  const area = await findNeighbourhood(reporter);

  const told = await reporterTells(reporter);
  await coordinatorPutsItOnTheTable(sanne, area, told);
  await lateIsSaid(reporter, area, "7 dagen te laat", "Bekijk de agenda");

  await program.goOnAt("2026-12-03T19:30:00+01:00");
  const decision = await meetingDecides(sanne, area);
  await lateIsSaid(reporter, area, "18 dagen te laat", "Wijktafel van 3 december");
  const promises = await goalAndPromises(sanne, decision);
  await organisationsAnswer({ marja, ed }, promises);
  await promiseIsKept({ marja, tineke }, promises.bench);
  await answered(sanne, told);

  await chainIsWhole(reporter, told, promises);
  await reporterConfirms(reporter, mailbox, told);
  await neighbourhoodCounts(reporter, area);
  assert.match(await program.verify(), /Every history is whole/);
}

async function reporterTells(person) {
  await tell(person, {
    kind: "Er is een probleem",
    text: "Bij de bushalte liggen tegels los. Er is iemand gevallen.",
    chance: "Met een bankje erbij wacht iedereen daar fijn op de bus.",
    photo: await photograph(person.page, "hier woont de melder"),
    where: "De bushalte aan de Prinsenstraat",
    mail: REPORTER,
    name: "Buurvrouw Kanarie",
  });
  const { number, link } = await receipt(person);
  await person.follow("Bekijk uw signaal");
  await person.sees("Er is een foto meegestuurd.");
  return { number, link, path: person.path() };
}

async function coordinatorPutsItOnTheTable(sanne, area, told) {
  await enterAs(sanne, "Sanne Boskamp");
  await sanne.follow("Mijn werk");
  await sanne.follow(/Bij de bushalte liggen tegels los/);
  assert.equal(sanne.path(), told.path);
  await sanne.open("Bekijk en geef het aan iemand");
  await sanne.fill("Titel", TITLE);
  await sanne.choose("Straat, groen en gebouwen");
  await sanne.choose("Veiligheid");
  await sanne.choose("Wie heeft dit nu?", "Gemeente Rozenland");
  await sanne.choose("De foto's mogen openbaar");
  await sanne.press("Bewaar");
  assert.equal(await sanne.heading(), TITLE);
  await sanne.sees("Gemeente Rozenland heeft dit nu.");
  assert.ok(await sanne.page.getByAltText("Foto 1 bij dit signaal").isVisible());

  await sanne.press("Zet op de agenda van donderdag 3 december");
  assert.match(await sanne.heading(), /Wijktafel van 3 december/);
  await sanne.sees(TITLE);
  await sanne.go(told.path);
  await sanne.sees("Staat op de agenda van donderdag 3 december");
}

// The promise about bulky waste that the demo begins with: late on the page of the neighbourhood and on the agenda.
async function lateIsSaid(person, area, words, link) {
  await person.go(area);
  await person.sees(words);
  await person.go(`${area}/tafel`);
  await person.follow(link);
  const standing = person.page.getByRole("listitem").filter({ has: person.page.getByRole("heading", { name: "Stand van de afspraken" }) });
  const text = await standing.innerText();
  assert.match(text, /Grof vuil ophalen na een afspraak/);
  assert.ok(text.includes(words), `"${words}" is not under the standing:\n${text}`);
}

async function meetingDecides(sanne, area) {
  await enterAs(sanne, "Sanne Boskamp");
  await sanne.go(`${area}/tafel`);
  await sanne.follow("Bekijk de agenda");
  const meeting = sanne.path();
  await sanne.press("Begin het overleg");
  await sanne.sees("Het overleg is bezig.");

  await sanne.follow("Wie zijn er?");
  for (const present of ["Tineke Molenaar", "Youssef Haddou", "Ria Zonneveld", "Marja Lindeveld", "Ed Schippersma", "Sanne Boskamp"])
    await sanne.choose(new RegExp(present));
  await sanne.fill("Hoeveel andere bewoners zijn er?", "8");
  await sanne.press("Bewaar wie er zijn");
  await sanne.sees("8 bewoners");

  const point = sanne.page.getByRole("listitem").filter({ has: sanne.page.getByRole("heading", { name: TITLE }) });
  await point.getByLabel("Wat er is gezegd").fill("De buurman is gevallen. De woonstichting heeft nog een bankje.");
  await sanne.pressIn(point, "Bewaar wat er is gezegd");
  await sanne.sees("De woonstichting heeft nog een bankje.");

  await sanne.follow(new RegExp(`Neem een besluit.*${TITLE}`));
  await sanne.press("Leg het besluit vast");
  await sanne.sees("Schrijf op wat de tafel besluit");
  await sanne.fill("Wat besluit de tafel?", DECISION);
  await sanne.choose("Iedereen is het eens");
  await sanne.choose("Een afspraak aan tafel");
  await sanne.choose("Ja");
  await sanne.press("Leg het besluit vast");
  await sanne.go(meeting);
  await sanne.press("Sluit het overleg");
  await sanne.follow(DECISION);
  await sanne.sees("Over dit besluit is nog niets afgesproken.");
  return sanne.path();
}

async function goalAndPromises(sanne, decision) {
  await sanne.go(decision);
  await sanne.follow("Maak er een doel van");
  await sanne.fill("Wat willen wij bereiken?", GOAL);
  await sanne.fill("Waarom is dit nodig?", "Met een rollator is de stoep nu niet te doen.");
  await sanne.choose("Veiligheid");
  await sanne.choose("Straat, groen en gebouwen");
  await sanne.fill("Wat tellen wij?", "mensen die vallen bij de halte");
  await sanne.fill("Hoeveel is het nu?", "3");
  await sanne.fill("Hoeveel moet het worden?", "0");
  await sanne.fill("Wanneer moet het gehaald zijn?", "2027-06-30");
  await sanne.press("Maak dit doel");
  assert.equal(await sanne.heading(), GOAL);
  await sanne.sees("Voor dit doel heeft nog niemand iets beloofd.");
  const goal = sanne.path();

  const promise = async (organisation, title, measure, due) => {
    await sanne.go(goal);
    await sanne.follow("Leg een afspraak vast");
    await sanne.choose("Wie belooft dit?", organisation);
    await sanne.fill("Wat wordt er gedaan?", title);
    await sanne.fill("Hoe zien we dat het klaar is?", measure);
    await sanne.fill("Wanneer is het uiterlijk klaar?", due);
    await sanne.press("Leg dit vast");
    await sanne.sees(`${organisation} heeft dit nog niet aangenomen`);
    return sanne.path();
  };
  return {
    goal,
    bench: await promise("Woonstichting Drie Dorpen", "Een bankje bij de halte zetten", "Het bankje staat er.", "2027-01-31"),
    walks: await promise("Welzijn De Schakel", "Elke maand met ouderen langs de halte lopen", "Er zijn zes rondes geweest.", "2027-06-30"),
  };
}

async function organisationsAnswer({ marja, ed }, { goal, bench, walks }) {
  await enterAs(marja, "Marja Lindeveld");
  await marja.go(`${TOWN}/mijn-werk`);
  await marja.sees("Neemt uw organisatie dit aan?");
  await marja.follow("Een bankje bij de halte zetten");
  assert.equal(marja.path(), bench);
  await marja.press("Ja, wij doen dit");
  await marja.sees("afgesproken");
  // Nobody promises for another.
  await marja.go(walks);
  await marja.seesNot("Ja, wij doen dit");

  await enterAs(ed, "Ed Schippersma");
  await ed.go(walks);
  await ed.open("Ja, maar iemand moet het nog goedvinden");
  await ed.fill("Wie moet nog ja zeggen?", "het bestuur");
  await ed.fill("Wanneer weet u dat uiterlijk?", "2026-12-20");
  await ed.press("Neem aan onder voorbehoud");
  await ed.sees("onder voorbehoud");
  await ed.sees(/het bestuur moet nog ja zeggen, uiterlijk zondag 20 december/);
  await ed.go(goal);
  await ed.seesNot("Voor dit doel heeft nog niemand iets beloofd.");
}

async function promiseIsKept({ marja, tineke }, promise) {
  await marja.go(promise);
  await marja.choose("Het is klaar");
  await marja.fill("Wat is er gedaan?", "Het bankje staat sinds vanmorgen bij de halte.");
  await marja.fill("Waar is dat te zien?", "Bij de halte, naast de prullenbak.");
  await marja.press("Meld dit");
  await marja.sees("gemeld als klaar");
  await marja.seesNot("Is de afspraak nagekomen?");

  await enterAs(tineke, "Tineke Molenaar");
  await tineke.go(promise);
  await tineke.choose("Ja, nagekomen");
  await tineke.fill("Wat ziet u in de buurt?", "Er zat al iemand op.");
  await tineke.press("Bewaar dit oordeel");
  await tineke.sees("nagekomen");
  await tineke.sees("Het bankje staat sinds vanmorgen bij de halte.");
  await tineke.sees("Er zat al iemand op.");
}

async function answered(sanne, told) {
  await sanne.go(told.path);
  await sanne.open("Geef antwoord");
  // A promise in words is asked about before it goes out.
  await sanne.fill("Bericht terug", "De tegels liggen vast en er staat een bankje. Er komt ook een lamp.");
  await sanne.choose("Het is opgelost");
  await sanne.press("Verstuur het antwoord");
  await sanne.sees("Wie doet dit, en wanneer? Er is nog geen afspraak.");
  await sanne.fill("Bericht terug", "De tegels liggen vast en er staat een bankje.");
  await sanne.press("Verstuur het antwoord");
  await sanne.sees("De tegels liggen vast en er staat een bankje.");
}

async function chainIsWhole(person, told, { goal, bench }) {
  await person.go(told.path);
  const forwards = await person.page.locator("ol.wt-chain").innerText();
  let from = 0;
  for (const step of [
    "Verteld door een bewoner", "Gemeente Rozenland heeft dit nu.", "Op de agenda van de wijktafel", DECISION, GOAL,
    "Een bankje bij de halte zetten", "Nagekomen door Woonstichting Drie Dorpen", "Opgelost, zegt",
  ]) {
    const at = forwards.indexOf(step, from);
    assert.ok(at >= 0, `"${step}" does not follow in the chain:\n${forwards}`);
    from = at;
  }
  assert.ok(forwards.includes("onder voorbehoud"), "the promise that waits for consent is in the chain too");

  // And from its end back to where it began, one link at a time.
  await person.go(bench);
  await person.follow(GOAL);
  assert.equal(person.path(), goal);
  await person.follow(DECISION);
  await person.follow(TITLE);
  if (person.path().includes("/agendapunten/")) await person.follow(TITLE);
  assert.equal(person.path(), told.path);
}

async function reporterConfirms(person, mailbox, told) {
  const mail = await mailbox.find(REPORTER, new RegExp(`\\b${told.number}\\b`));
  assert.match(mail.text, /Is het opgelost\?/);
  await person.go(told.link);
  await person.sees("Is het opgelost?");
  await person.press("Ja, het is opgelost");
  await person.sees("Wij schrijven op dat het is opgelost.");
  await person.seesNot("Is het opgelost?");
  await person.go(told.path);
  await person.sees("Bevestigd: wie dit vertelde, vindt het opgelost.");
}

// What the page of the neighbourhood counts is what the lists show.
async function neighbourhoodCounts(person, area) {
  await person.go(area);
  const overview = await person.text();
  await person.sees(GOAL);
  const [, late] = /(\d+) afspra(?:ak is|ken zijn) te laat/.exec(overview);
  await person.go(`${area}/afspraken`);
  await person.sees(`Te laat (${late})`);
  await person.go(`${area}/signalen?stand=open`);
  const [, open] = /Er sta(?:at|an) (\d+) signa(?:al|len) open/.exec(await person.text());
  const onPage = 20;
  assert.equal(await person.page.locator(".wt-item-list > li").count(), Math.min(Number(open), onPage));
}
