// A person at a browser: goes to pages, fills fields by their label, presses buttons by their name. Every page that people
// get is examined: no accessibility faults (axe, WCAG 2.2 AA; once for each way of looking and each shape of the page),
// nothing from another host, nothing refused by the content security policy, no scrolling sideways on a narrow screen. The
// markup is kept for the HTML checker.
import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const NARROW = { width: 320, height: 700 };
const PATIENCE = 10_000; // milliseconds
const examined = new Set(); // by everybody together

// What a page looks like to the rules of accessibility, without its words: which elements stand in which, with their classes,
// attributes and the values that count; the order of headings; what is named twice, or named and not there. Runs in the page.
function shape() {
  const counted = ["role", "tabindex", "lang", "type", "scope", "autocomplete"];
  const named = ["for", "aria-labelledby", "aria-describedby", "aria-controls"];
  const own = (element) => [
    element.localName, ...element.classList, ...element.getAttributeNames(),
    ...counted.map((name) => element.getAttribute(name) ?? ""), element.getAttribute("alt") === "", element.textContent.trim() !== "",
  ].join(" ");
  const all = [...document.querySelectorAll("title, body, body *")];
  const pairs = [...new Set(all.map((element) => `${own(element.parentElement)} > ${own(element)}`))].sort();
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => heading.localName);
  const ids = all.map((element) => element.id).filter((id) => id !== "");
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place).length;
  const missing = all.flatMap((element) => named.flatMap((name) => (element.getAttribute(name) ?? "").split(/\s+/)))
    .filter((id) => id !== "" && document.getElementById(id) === null).length;
  return [...pairs, headings.join(" "), twice, missing].join("\n");
}

export class Person {
  // `markup` collects pages for the HTML checker; `ways`: { scripts, keyboard, phone, dark, language } of the axis.
  static async arrive(browser, address, markup, ways) {
    const context = await browser.newContext({
      baseURL: address,
      locale: ways.language === "en" ? "en-GB" : "nl-NL",
      timezoneId: "Europe/Amsterdam",
      viewport: ways.phone ? { width: 360, height: 740 } : { width: 1280, height: 900 },
      reducedMotion: "reduce",
      colorScheme: ways.dark ? "dark" : "light",
    });
    context.setDefaultTimeout(PATIENCE);
    if (!ways.scripts) await context.route(/\/assets\/[^?]*\.js(\?|$)/, (route) => route.abort());
    return new Person(context, await context.newPage(), address, markup, ways);
  }

  constructor(context, page, address, markup, ways) {
    Object.assign(this, { context, page, address, markup, ways });
    this.faults = [];
    this.status = 0;
    page.on("console", (message) => {
      if (message.type() === "error" && /Content.Security.Policy/i.test(message.text())) this.faults.push(message.text());
    });
    page.on("pageerror", (error) => this.faults.push(`script failed: ${error.message}`));
    page.on("request", (request) => {
      const url = request.url();
      if (/^https?:/.test(url) && !url.startsWith(this.address)) this.faults.push(`asked another host: ${url}`);
    });
    page.on("response", (response) => {
      if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) this.#keep(response);
    });
  }

  async go(path) {
    await this.page.goto(path);
    await this.examine();
  }

  // A link or button by the name that is read aloud; waits for the page it leads to.
  async follow(name) {
    await this.#leaveBy(this.page.getByRole("link", { name }).first());
  }
  async press(name) {
    await this.#leaveBy(this.page.getByRole("button", { name }).first());
  }
  // The same within a part of the page, where a button of that name stands more than once.
  async pressIn(part, name) {
    await this.#leaveBy(part.getByRole("button", { name }).first());
  }

  async fill(label, text) {
    const field = this.page.getByLabel(label).first();
    if (!this.ways.keyboard) return field.fill(text);
    await this.#tabTo(field);
    await this.page.keyboard.insertText(text);
  }
  // A radio button, a checkbox, or an option of a list (with `option`).
  async choose(label, option) {
    const field = this.page.getByLabel(label).first();
    if (option !== undefined) return field.selectOption({ label: option });
    if (await field.isChecked()) return undefined;
    if (!this.ways.keyboard) return this.#pressLabel(field);
    await this.#tabTo(field);
    await this.page.keyboard.press("Space");
  }
  async attach(label, file) {
    await this.page.getByLabel(label).first().setInputFiles(file);
  }
  // A place on a drawn map, as parts of its width and height. Without script this leads to a new page.
  async pressMap(across, down) {
    const map = this.page.locator("input[type=image]").first();
    const { width, height } = await map.boundingBox();
    const arrival = this.ways.scripts ? undefined : this.page.waitForEvent("load");
    await map.click({ position: { x: width * across, y: height * down } });
    await arrival;
    await this.examine();
  }
  async value(label) {
    return this.page.getByLabel(label).first().inputValue();
  }
  async open(summary) {
    const control = this.page.locator("summary", { hasText: summary }).first();
    // Who comes back to a page finds open what was open there.
    if (await control.evaluate((own) => own.parentElement.open)) return undefined;
    if (!this.ways.keyboard) return control.click();
    await this.#tabTo(control);
    await this.page.keyboard.press("Enter");
  }

  async sees(text) {
    await this.page.getByText(text).first().waitFor({ state: "visible" });
  }
  async seesNot(text) {
    assert.equal(await this.page.getByText(text).filter({ visible: true }).count(), 0, `"${text}" is on ${this.page.url()}`);
  }
  async heading() {
    return (await this.page.locator("h1").first().innerText()).trim();
  }
  // Everything that can be read on the page.
  text() {
    return this.page.locator("body").innerText();
  }
  path() {
    const url = new URL(this.page.url());
    return url.pathname + url.search;
  }

  async examine() {
    await this.page.waitForLoadState("load");
    const kind = `${this.path().replace(/\d+/g, "N")} ${this.status} ${JSON.stringify(this.ways)} ${await this.page.evaluate(shape)}`;
    if (!examined.has(kind)) {
      await this.#examineAccess();
      examined.add(kind); // a page with a fault is looked at again
    }
    await this.#examineWidth();
    assert.deepEqual(this.faults, [], `on ${this.page.url()}`);
  }

  async leave(screenshot) {
    if (screenshot) {
      await this.page.screenshot({ path: `${screenshot}.png`, fullPage: true }).catch(() => {});
      await writeFile(`${screenshot}.html`, await this.page.content().catch(() => ""));
    }
    await this.context.close();
  }

  // The words beside a box are pressed, as people do.
  async #pressLabel(field) {
    await (await field.evaluateHandle((own) => own.labels[0])).click();
    assert.ok(await field.isChecked(), `pressing the words does not choose on ${this.page.url()}`);
  }

  async #examineAccess() {
    // "Legacy" leaves out frames of other hosts, which our pages do not have, and with it a page of its own for each result.
    const found = await new AxeBuilder({ page: this.page }).withTags(RULES).setLegacyMode(true).analyze();
    const told = found.violations.flatMap((fault) =>
      fault.nodes.map((node) => `${fault.id}: ${fault.help} — ${node.target.join(" ")} — ${node.html.slice(0, 200)}`));
    assert.deepEqual(told, [], `accessibility of ${this.page.url()}`);
  }

  async #examineWidth() {
    const usual = this.page.viewportSize();
    await this.page.setViewportSize(NARROW);
    const width = await this.page.evaluate(() => document.documentElement.scrollWidth);
    await this.page.setViewportSize(usual);
    assert.ok(width <= NARROW.width, `${this.page.url()} is ${width} px wide on a screen of ${NARROW.width} px`);
  }

  async #leaveBy(control) {
    await control.waitFor({ state: "visible" });
    const arrival = this.page.waitForEvent("load");
    if (this.ways.keyboard) {
      await this.#tabTo(control);
      await this.page.keyboard.press("Enter");
    } else {
      await control.click();
    }
    await arrival;
    await this.examine();
  }

  async #tabTo(control) {
    const element = await control.elementHandle();
    for (let tries = 0; tries < 250; tries += 1) {
      if (await element.evaluate((own) => own === document.activeElement)) return this.#showsFocus();
      // Radio buttons of one group are one stop; arrows move inside it.
      const inGroup = await element.evaluate((own) => own.type === "radio" && document.activeElement?.name === own.name);
      await this.page.keyboard.press(inGroup ? "ArrowDown" : "Tab");
    }
    throw new Error(`${control} cannot be reached with the keyboard on ${this.page.url()}`);
  }

  // Where one is must be visible: an outline, a shadow or a border of its own.
  async #showsFocus() {
    const shown = await this.page.evaluate(() => {
      const own = getComputedStyle(document.activeElement);
      // "auto" is the browser's own ring, whatever width it reports.
      const ring = own.outlineStyle === "auto" || (own.outlineStyle !== "none" && parseFloat(own.outlineWidth) >= 2);
      return ring || own.boxShadow !== "none";
    });
    const where = await this.page.evaluate(() => document.activeElement.outerHTML.slice(0, 200));
    assert.ok(shown, `focus cannot be seen on ${this.page.url()}: ${where}`);
  }

  #keep(response) {
    this.status = response.status();
    if (!(response.headers()["content-type"] ?? "").startsWith("text/html")) return;
    this.markup.keep(response.url(), response.text().catch(() => undefined));
  }
}
