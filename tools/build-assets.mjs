// Builds what the browser gets: one style sheet, one script, fonts, icon, licences; each text also as .br and .gz.
// usage: tools/node tools/build-assets.mjs FOLDER
// The names of the outputs are fixed (cmake/assets.cmake has the same list). The same input gives the same bytes.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { pruned } from "./prune-css.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const source = join(root, "src");
const modules = join(root, "node_modules");
const out = process.argv[2];
if (!out) throw new Error("usage: build-assets.mjs FOLDER");
const target = ["chrome100", "firefox100", "safari15.4"];

function filesBelow(folder, end) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith(end))
    .sort();
}
const read = (name) => readFileSync(name, "utf8");

// The classes that our pages can have: what stands in a template or in a script.
function usedClasses() {
  const names = new Set();
  for (const file of [...filesBelow(source, ".html"), ...filesBelow(source, ".ts")])
    for (const [word] of read(file).matchAll(/(?:nl|utrecht)-[a-z0-9_-]+/g)) names.add(word);
  return names;
}

// Components of NL Design System, only the rules that a class of ours can meet. In layers of their own, elements below
// components: ours win over both.
function designSystem() {
  const candidate = (name) => read(join(modules, "@nl-design-system-candidate", `${name}.css`));
  const elements = ["heading-css/dist/html/heading", "paragraph-css/dist/html/paragraph", "link-css/dist/html/link"];
  const components = ["button-css/dist/button", "data-badge-css/dist/data-badge", "skip-link-css/dist/skip-link"];
  const utrecht = read(join(modules, "@utrecht/component-library-css/dist/index.css"));
  const used = usedClasses();
  const layer = (name, css) => `@layer ${name} { ${pruned(css.join("\n"), used)} }`;
  return layer("elements", elements.map(candidate)) + layer("components", [...components.map(candidate), utrecht]);
}

function ownStyles() {
  const design = join(source, "design");
  const files = [
    ...filesBelow(join(design, "theme"), ".css"),
    ...filesBelow(join(design, "styles"), ".css"),
    ...filesBelow(join(design, "components"), ".css"),
    // assets/ only: data/ holds styles of drawings that are shown as pictures.
    ...filesBelow(join(source, "capabilities"), ".css").filter((file) => file.includes("/assets/")),
  ];
  // Paper comes last: it takes away what the others put on the page.
  files.sort((a, b) => a.includes("90_paper") - b.includes("90_paper"));
  return files.map((file) => `/* ${relative(source, file)} */\n${read(file)}`).join("\n");
}

const notice = `/*! Wijktafel, EUPL-1.2. Contains components of NL Design System (EUPL-1.2, see EUPL-1.2.txt), copyright
Gemeente Utrecht, Frameless B.V. and others. Font: Source Sans 3 (OFL-1.1, see OFL-1.1.txt). */`;

async function style() {
  const { code, warnings } = await transform(`${notice}\n@layer elements, components;\n${designSystem()}\n${ownStyles()}`, {
    loader: "css",
    minify: true,
    target,
    legalComments: "inline",
  });
  for (const warning of warnings) console.warn(warning.text, warning.location?.lineText ?? "");
  return code;
}

async function script() {
  const own = filesBelow(join(source, "capabilities"), ".ts");
  const result = await build({
    stdin: {
      contents: [join(source, "design/scripts/main.ts"), ...own].map((file) => `import ${JSON.stringify(file)};`).join("\n"),
      resolveDir: root,
      loader: "ts",
    },
    bundle: true,
    minify: true,
    format: "esm",
    target,
    write: false,
    legalComments: "inline",
    tsconfig: join(source, "design/scripts/tsconfig.json"),
  });
  return result.outputFiles[0].text;
}

function put(name, content) {
  const bytes = Buffer.from(content);
  writeFileSync(join(out, name), bytes);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(join(out, `${name}.br`), brotliCompressSync(bytes, { params }));
  writeFileSync(join(out, `${name}.gz`), gzipSync(bytes, { level: 9 }));
}

mkdirSync(out, { recursive: true });
put("wijktafel.css", await style());
put("wijktafel.js", await script());
put("favicon.svg", read(join(source, "design/favicon.svg")));
put("EUPL-1.2.txt", read(join(modules, "@utrecht/component-library-css/LICENSE.md")));
put("OFL-1.1.txt", read(join(modules, "@fontsource/source-sans-3/LICENSE")));
for (const part of ["latin", "latin-ext"])
  for (const weight of [400, 700]) {
    const name = `source-sans-3-${part}-${weight}-normal.woff2`;
    copyFileSync(join(modules, "@fontsource/source-sans-3/files", name), join(out, name));
  }
