// What people do in more than one journey, as they would say it. Texts are the Dutch ones that they see.
import assert from "node:assert/strict";

export const TOWN = "/lansingerland";

// From the front page to the neighbourhood in Berkel en Rodenrijs; the town has another of the same name.
export async function findNeighbourhood(person) {
  await person.go("/");
  await person.fill("Postcode", "2651AA");
  await person.fill("Huisnummer", "3");
  await person.press("Zoek uw buurt");
  assert.match(await person.heading(), /Oranjebuurt/);
  return person.path();
}

// The three screens of telling what is going on, begun on the page of the neighbourhood. `signal`: kind, text, chance, photo,
// where, neighbours (when asked), and one of mail and phone with a name, or none of them. Leaves the person at the receipt.
export async function tell(person, signal) {
  await person.follow("Vertel wat er speelt");
  await person.choose(signal.kind);
  await person.fill("Wat is er aan de hand?", signal.text);
  await person.fill("Wat kan hier beter of mooier?", signal.chance);
  if (signal.photo) await person.attach("Foto's", signal.photo);
  await person.press("Verder");
  assert.equal(await person.heading(), "Waar is het?");
  await person.fill("Waar is het?", signal.where);
  await person.press("Verder");
  await send(person, signal);
}

// The third screen.
export async function send(person, { neighbours = "Ja, buren mogen iets doen", mail, phone, name }) {
  assert.equal(await person.heading(), "Kijk het na en verstuur");
  // Not asked about what an owner must mend at once, such as a lamp.
  if ((await person.page.getByLabel(neighbours).count()) > 0) await person.choose(neighbours);
  await person.choose(mail ? "Met een e-mail" : phone ? "Met een telefoontje" : "Ik hoef niets te horen");
  if (mail) await person.fill("Uw e-mailadres", mail);
  if (phone) await person.fill("Uw telefoonnummer", phone);
  if (name) await person.fill("Uw naam", name);
  await person.press("Verstuur");
  assert.equal(await person.heading(), "Dank u wel");
}

// What the receipt says: the number of the signal and the secret link to follow it.
export async function receipt(person) {
  const [, number] = /nummer (\d+)/.exec(await person.text());
  const link = await person.page.getByRole("link", { name: /\/volg\// }).getAttribute("href");
  return { number, link: new URL(link, person.address).pathname };
}

// The demo lets anyone be one of its invented people, without mail.
export async function enterAs(person, name) {
  await person.go(`${TOWN}/inloggen`);
  await person.press(`Ga verder als ${name}`);
}
