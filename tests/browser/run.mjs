// Runs the journeys in journeys/*.mjs through a real browser and the real program.
// usage: tools/node tests/browser/run.mjs [part of a journey's name or file]
//
// A journey exports `name` (a sentence), `axes` (which of the ways below; absent: with scripts only) and `journey`, a
// function of { person, program, mailbox, another }: `person` is at the browser, `another()` brings a second one.
// The last line is "N passed, N failed". What went wrong is kept in build/results/browser as a picture and as HTML.
import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { startChromium } from "./chromium.mjs";
import { Markup } from "./markup.mjs";
import { Person } from "./person.mjs";
import { Demo, Program } from "./program.mjs";
import { proveTheTools } from "./self_test.mjs";

const AXES = {
  script: { scripts: true },
  "no script": { scripts: false },
  keyboard: { scripts: true, keyboard: true },
  phone: { scripts: true, phone: true },
  dark: { scripts: true, dark: true },
  English: { scripts: true, language: "en" },
  PostgreSQL: { scripts: true, engine: "postgresql" },
  SMTP: { scripts: true, mail: "smtp" },
};
const LANES = Number(process.env.WIJKTAFEL_JOURNEYS_AT_ONCE ?? 1);
const HERE = import.meta.dirname;
const RESULTS = path.join(HERE, "../../build/results/browser");

async function journeys(part) {
  const files = (await readdir(path.join(HERE, "journeys")).catch(() => [])).filter((file) => file.endsWith(".mjs")).sort();
  const all = await Promise.all(files.map(async (file) => ({ file, ...(await import(path.join(HERE, "journeys", file))) })));
  return all
    .filter((journey) => journey.name.includes(part) || journey.file.includes(part))
    .flatMap((journey) => (journey.axes ?? ["script"]).map((axis) => ({ ...journey, axis })));
}

async function travel({ name, axis, journey }, browser, demos, markup) {
  const ways = AXES[axis];
  if (!ways) throw new Error(`there is no axis "${axis}"`);
  const engine = ways.engine ?? "sqlite";
  demos[engine] ??= Demo.fill(engine);
  const program = await Program.start(await demos[engine], ways.mail ?? "folder");
  const people = [];
  const another = async () => {
    people.push(await Person.arrive(browser, program.address, markup, ways));
    return people.at(-1);
  };
  let went = false;
  try {
    await journey({ person: await another(), program, mailbox: program.mailbox, another });
    went = true;
  } finally {
    const picture = path.join(RESULTS, `${name} (${axis})`.replace(/[^A-Za-z0-9]+/g, "-"));
    for (const [number, person] of people.entries()) await person.leave(went ? undefined : `${picture}-${number + 1}`);
    if (went) await program.stop();
    else await program.stop().catch((fault) => console.log(fault.message));
    if (!went) console.log(program.said.slice(-2000));
  }
}

async function main(part) {
  await rm(RESULTS, { recursive: true, force: true });
  await mkdir(RESULTS, { recursive: true });
  const browser = await startChromium();
  const demos = {};
  const markup = new Markup();
  const count = { passed: 0, failed: 0 };
  const attempt = async (what, work) => {
    const start = Date.now();
    try {
      await work();
      count.passed += 1;
      console.log(`ok    ${((Date.now() - start) / 1000).toFixed(1).padStart(5)} s  ${what}`);
    } catch (fault) {
      count.failed += 1;
      console.log(`WRONG ${((Date.now() - start) / 1000).toFixed(1).padStart(5)} s  ${what}\n${fault.stack}`);
    }
  };

  try {
    if (part === "") await proveTheTools(browser, attempt);
    // Each journey has a program and people of its own, so several may be under way at once on a larger machine.
    const waiting = await journeys(part);
    const lane = async () => {
      for (let journey = waiting.shift(); journey; journey = waiting.shift()) {
        const once = () => travel(journey, browser, demos, markup);
        // A browser on a busy machine may miss a deadline once: the fault is shown, and a second journey decides.
        await attempt(`${journey.name} (${journey.axis})`, () =>
          once().catch((fault) => {
            console.log(`again  ${journey.name}: ${fault.stack}`);
            return once();
          }),
        );
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    if (markup.size > 0) {
      await attempt(`the HTML of ${markup.size} kinds of pages is valid`, async () => {
        const faults = await markup.faults();
        if (faults.length > 0) throw new Error(faults.join("\n"));
      });
    }
  } finally {
    await browser.close();
    for (const demo of Object.values(demos)) await (await demo.catch(() => undefined))?.remove();
  }
  console.log(`${count.passed} passed, ${count.failed} failed`);
  return count.failed === 0 && count.passed > 0 ? 0 : 1;
}

process.exitCode = await main(process.argv[2] ?? "");
