// Every page that a visitor, an area coordinator, a member of an organisation and an administrator can come by, from the
// municipality and Oranjebuurt on, in Dutch and English: it answers, its links lead somewhere, it is valid, accessible and
// fits on a telephone. Reading is quick and is done for all; looking with axe is not: of each form of page a
// browser opens three that a visitor sees, with other titles and texts, and one that is there for the others alone, and of
// pages of one kind twelve for a visitor and four more for each of the others.
import assert from "node:assert/strict";
import { crawl } from "../crawl.mjs";
import { Markup } from "../markup.mjs";
import { enterAs, findNeighbourhood, TOWN } from "../steps.mjs";

export const name = "every page of the demo is sound";

const WHO = [undefined, "Sanne Boskamp", "Marja Lindeveld", "Femke Terpstra"];

// Other neighbourhoods have the same pages with less in them: their links must lead somewhere, and are not followed.
async function insideOf(person, area) {
  const district = area.split("/").slice(0, 3).join("/");
  const links = await person.page.goto(TOWN).then(() => person.page.locator("main a[href^='/']").all());
  const others = (await Promise.all(links.map((link) => link.getAttribute("href")))).filter((to) => to !== area && to !== district);
  return (to) => to.startsWith(TOWN) && !others.some((other) => to === other || to.startsWith(`${other}/`) || to.startsWith(`${other}?`));
}

const titleOf = (page) => /<title>([^<]*)<\/title>/.exec(page.text)?.[1].trim() ?? "";
const kindOf = (page) => page.path.split("?")[0].replace(/\d+/g, "N");
// What a page is made of: its kind, its blocks, and the forms that this person gets there.
function formOf(page) {
  const main = /<main[^]*<\/main>/.exec(page.text)?.[0] ?? "";
  const parts = main.match(/(?:class|action|name)="[^"]*"/g) ?? [];
  return [kindOf(page), ...new Set(parts.map((part) => part.replace(/\d+/g, "N")).sort())].join(" ");
}

// `inside`: pages of which the content is judged; the others must answer. Titles differ between the pages of one kind that a
// visitor may bookmark; an agenda item has the title of its signal, and the minutes being written have none of their own.
function faultsOf(pages, inside, isVisitor) {
  const faults = [];
  const titles = new Map();
  for (const page of pages) {
    const fault = (what) => faults.push(`${page.path}: ${what}`);
    if (page.status >= 400) fault(`answers ${page.status}, linked from ${pages.find((other) => other.links.includes(page.path))?.path}`);
    if (!inside(page.path) || page.type !== "text/html" || page.status !== 200) continue;
    if (page.text.includes("⟦")) fault(`a word is missing: ${/⟦[^⟧]*⟧?/.exec(page.text)[0]}`);
    for (const [empty] of page.text.matchAll(/<[^>]*\s(?:href|src|action)=""[^>]*>/g)) fault(`an empty address: ${empty}`);
    const own = page.path.split("?")[0];
    const title = titleOf(page);
    if (title === "") fault("has no title");
    const known = `${kindOf(page)} ${title}`;
    if (isVisitor && (titles.get(known) ?? own) !== own) fault(`has the same title as ${titles.get(known)}: ${title}`);
    titles.set(known, own);
  }
  return faults;
}

export async function journey({ person, another }) {
  const area = await findNeighbourhood(person);
  const inside = await insideOf(person, area);
  const markup = new Markup((address) => address);
  const faults = [];
  const opened = new Map(); // of each form and kind of page, how many were looked at

  for (const who of WHO) {
    const reader = who ? await another() : person;
    if (who) await enterAs(reader, who);
    for (const language of ["en", "nl"]) {
      const pages = await crawl(reader, [area, TOWN], { inside, language });
      const as = `${who ?? "a visitor"} (${language})`;
      faults.push(...faultsOf(pages, inside, !who).map((fault) => `${as}: ${fault}`));
      const own = pages.filter((page) => inside(page.path) && page.type === "text/html" && page.status === 200);
      assert.ok(own.length > 60, `${as} found ${own.length} pages only`);
      for (const page of own) markup.keep(`${reader.address}${page.path}${page.path.includes("?") ? "&" : "?"}${as}`, page.text);
      if (language === "en") continue;
      let looked = 0;
      for (const page of own) {
        const keys = { [formOf(page)]: who ? 1 : 3, [`${who ?? ""} ${kindOf(page)}`]: who ? 4 : 12 };
        if (Object.entries(keys).some(([key, most]) => (opened.get(key) ?? 0) >= most)) continue;
        for (const key of Object.keys(keys)) opened.set(key, (opened.get(key) ?? 0) + 1);
        looked += 1;
        await reader.go(page.path).catch((fault) => faults.push(`${as}: ${page.path}: ${fault.message}`));
        reader.faults.length = 0;
      }
      console.log(`      ${as}: ${own.length} pages, ${looked} opened`);
    }
  }
  faults.push(...(await markup.faults()));
  assert.deepEqual(faults, []);
}
