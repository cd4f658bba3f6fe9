// Who asked their screen for dark colours gets them, and can read everything: every page is examined for contrast as it is shown.
import assert from "node:assert/strict";
import { enterAs, findNeighbourhood, TOWN } from "../steps.mjs";

export const name = "pages are dark for who asked for that, and can be read";
export const axes = ["dark"];

export async function journey({ person: sanne }) {
  const area = await findNeighbourhood(sanne);
  await enterAs(sanne, "Sanne Boskamp");
  const own = ["", "/signalen", "/signalen/1", "/signalen/nieuw", "/signalen/werk", "/signalen/invoeren", "/cijfers", "/bij-elkaar", "/schouwen",
    "/portiekblad/2026-11", "/tafel", "/doelen"];
  const all = [...own.map((path) => area + path), ...["/antwoorden", "/deze-week", "/themas"].map((path) => TOWN + path)];
  for (const path of all) {
    await sanne.go(path);
    assert.equal(sanne.status, 200, path);
    const [red, green, blue] = await sanne.page.evaluate(() =>
      getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).map(Number));
    assert.ok(red + green + blue < 200, `${path} is light`);
  }
}
