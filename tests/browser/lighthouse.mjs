// Lighthouse on the four pages that people come to first: the neighbourhood, a signal, the form, the table.
// usage: tools/node tests/browser/lighthouse.mjs [--performance]
//
// Without the option: accessibility, best practices and SEO, which come out the same each time; each at least 95.
// With it: performance too, on a phone and on a desk (make bench); those figures depend on what else the machine does.
// The last line is "N passed, N failed". The whole reports are kept in build/results/lighthouse.
import { createServer } from "node:net";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import lighthouse, { desktopConfig } from "lighthouse";
import { startChromium } from "./chromium.mjs";
import { Demo, Program } from "./program.mjs";

const AT_LEAST = 95;
const AREA = "/lansingerland/oranjebuurt-berkel";
const PAGES = { neighbourhood: AREA, signal: `${AREA}/signalen/1`, form: `${AREA}/signalen/nieuw`, table: `${AREA}/tafel` };
const RESULTS = path.join(import.meta.dirname, "../../build/results/lighthouse");

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function scoresOf(address, name, port, device, categories) {
  const flags = { port, onlyCategories: categories, output: "html", logLevel: "error" };
  const config = device === "desk" ? desktopConfig : undefined;
  let { lhr, report } = await lighthouse(address, flags, config);
  // On a busy machine the browser may lose its recording once; that says nothing of the page.
  if (lhr.runtimeError) ({ lhr, report } = await lighthouse(address, flags, config));
  await writeFile(path.join(RESULTS, `${name}-${device}.html`), report);
  if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
  const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]));
  const lost = Object.values(lhr.categories).flatMap(({ id, auditRefs }) =>
    auditRefs
      .filter(({ id: audit, weight }) => weight > 0 && (lhr.audits[audit].score ?? 1) < 0.9)
      .map(({ id: audit }) => `${id}: ${lhr.audits[audit].title} ${lhr.audits[audit].displayValue ?? ""}`));
  return { scores, lost };
}

async function main(withPerformance) {
  const categories = ["accessibility", "best-practices", "seo", ...(withPerformance ? ["performance"] : [])];
  await rm(RESULTS, { recursive: true, force: true });
  await mkdir(RESULTS, { recursive: true });
  const demo = await Demo.fill("sqlite");
  const program = await Program.start(demo, "folder");
  const port = await freePort();
  const browser = await startChromium([`--remote-debugging-port=${port}`]);
  let passed = 0;
  let failed = 0;
  try {
    for (const [name, page] of Object.entries(PAGES)) {
      for (const device of withPerformance ? ["phone", "desk"] : ["phone"]) {
        const { scores, lost } = await scoresOf(program.address + page, name, port, device, categories);
        const low = Object.values(scores).some((score) => score < AT_LEAST);
        console.log(`${low ? "WRONG" : "ok   "} ${name}, ${device}: ${JSON.stringify(scores)}`);
        if (low) lost.forEach((line) => console.log(`      ${line}`));
        low ? (failed += 1) : (passed += 1);
      }
    }
  } finally {
    await browser.close();
    await program.stop();
    await demo.remove();
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.includes("--performance"));
