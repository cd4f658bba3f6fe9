// Every class in a template or a script means something: a rule of ours, or one of NL Design System. A class without a
// rule is a misspelling, or a look that somebody meant to make. usage: node classes.mjs
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const source = join(root, "src");
const system = [
  "@utrecht/component-library-css/dist/index.css",
  ...["button", "data-badge", "skip-link"].map((name) => `@nl-design-system-candidate/${name}-css/dist/${name}.css`),
].map((name) => join(root, "node_modules", name));

const below = (end) =>
  readdirSync(source, { recursive: true })
    .map((name) => join(source, name))
    .filter((name) => name.endsWith(end));
const read = (name) => readFileSync(name, "utf8");

const known = new Set();
for (const file of [...below(".css"), ...system])
  for (const [, name] of read(file).replace(/\/\*[\s\S]*?\*\//g, "").matchAll(/\.([a-zA-Z][\w-]*)/g)) known.add(name);

let faults = 0;
for (const file of below(".html")) {
  // A mail has no style sheet of ours.
  if (/mail[^/]*\.html$/.test(file)) continue;
  for (const [, value] of read(file).matchAll(/class="([^"]*)"/g))
    for (const name of value.replace(/\{\{[#/][^}]*\}\}/g, "").split(/\s+/)) {
      // A class that ends in a value of the view ("wt-badge--{{tone}}") is known by its beginning.
      const start = name.replace(/\{\{.*$/, "");
      const fits = start === name ? known.has(name) : start === "" || [...known].some((one) => one.startsWith(start));
      if (name === "" || fits) continue;
      console.error(`${relative(root, file)}: no style knows the class ${name}`);
      faults += 1;
    }
}
if (faults > 0) process.exit(1);
console.log(`${known.size} classes are known, and no template has another`);
