// How to reach a reporter is known to whoever must call or write, and to nobody else: not in a page, a header, a photo, a
// log, a file or a number for machines. Two reporters leave an address, a telephone number and names that are easy to find.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { crawl } from "../crawl.mjs";
import { photograph } from "../photo.mjs";
import { enterAs, findNeighbourhood, receipt, tell, TOWN } from "../steps.mjs";

export const name = "what a reporter gave stays secret";

const SECRETS = {
  mail: "kanarie.geel@voorbeeld.invalid",
  phone: "06 98 76 54 32",
  names: ["Kanarina Geelveer", "Parkiet Groenvleugel"],
  photo: "Kanariestraat 77, 51.98765 4.43210",
};
const SPELLINGS = [
  "kanarie.geel", "kanarie%2egeel", "kanarie&#46;geel", "kanarina", "geelveer", "parkiet", "groenvleugel", "kanariestraat",
  "06 98 76 54 32", "0698765432", "06+98+76+54+32", "06%2098%2076%2054%2032", "06-98765432",
].map((spelling) => spelling.toLowerCase());

const found = (text) => SPELLINGS.filter((spelling) => text.toLowerCase().includes(spelling));

async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

export async function journey({ person, program, mailbox, another }) {
  const area = await findNeighbourhood(person);
  await tell(person, {
    kind: "Er is een probleem",
    text: "Het bankje in het park is kapot.",
    chance: "Met een nieuw bankje zitten hier weer mensen.",
    where: "Het park",
    photo: await photograph(person.page, SECRETS.photo),
    mail: SECRETS.mail,
    name: SECRETS.names[0],
  });
  const { link } = await receipt(person);
  await person.follow("Bekijk uw signaal");
  const signal = person.path();

  const caller = await another();
  await findNeighbourhood(caller);
  await tell(caller, {
    kind: "Ik heb een vraag",
    text: "Wanneer wordt het gras gemaaid?",
    chance: "",
    where: "Het park",
    phone: SECRETS.phone,
    name: SECRETS.names[1],
  });

  // Whoever must call sees it, after a press that is written down; the mail went where it should.
  const sanne = await another();
  await enterAs(sanne, "Sanne Boskamp");
  await sanne.go(signal);
  await sanne.press("Laat zien hoe ik de melder bereik");
  assert.ok((await sanne.text()).includes(SECRETS.mail), "the coordinator can reach the reporter");
  await sanne.go(signal);
  await sanne.open("Bekijk en geef het aan iemand");
  await sanne.choose("De foto's mogen openbaar");
  await sanne.choose("Wie heeft dit nu?", "Gemeente Rozenland");
  await sanne.choose("Straat, groen en gebouwen");
  await sanne.press("Bewaar");
  await sanne.open("Geef antwoord");
  await sanne.fill("Bericht terug", "Het bankje is gemaakt.");
  await sanne.choose("Het is opgelost");
  await sanne.press("Verstuur het antwoord");
  const mail = await mailbox.find(SECRETS.mail, /./);
  assert.ok(mail.text.includes(link));
  await person.go(link);
  await person.press("Ja, het is opgelost");

  // Everything that anyone can read, in both languages; the coordinator's own pages too.
  const visitor = await another();
  for (const [reader, starts] of [[visitor, [area, TOWN, link]], [sanne, [area, TOWN, `${area}/signalen/werk`]]]) {
    for (const language of ["nl", "en"]) {
      const pages = await crawl(reader, starts, { inside: (to) => to.startsWith(area) || !to.startsWith(`${TOWN}/`), language });
      assert.ok(pages.length > 40, `only ${pages.length} pages were found`);
      assert.ok(pages.some((page) => page.path.startsWith(`${signal}/foto/`)), "the photo is among them");
      for (const page of pages) assert.deepEqual(found(JSON.stringify(page.headers) + page.text), [], page.path);
    }
  }

  const numbers = await visitor.context.request.get("/metrics");
  assert.equal(numbers.status(), 200);
  assert.deepEqual(found(await numbers.text()), [], "/metrics");
  assert.ok(program.said.includes("Wijktafel"), "the program said something");
  assert.deepEqual(found(program.said), [], "the log");
  const files = (await filesOf(program.folder)).filter((file) => !/\/mail\/|demo\.sqlite/.test(file));
  assert.ok(files.length > 0, "the photos are files");
  for (const file of files) assert.deepEqual(found(file + (await readFile(file, "latin1"))), [], file);
}
