// The HTML of every page that was visited, given to the Nu HTML checker in one go at the end (starting Java costs seconds).
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const CHECKER = path.join(import.meta.dirname, "../../node_modules/vnu-jar/build/dist/vnu.jar");

export class Markup {
  #pages = new Map();

  // `kindOf(address)`: one page of each kind is checked. When not given, numbers in addresses are not another kind.
  constructor(kindOf = (address) => address.replace(/\d+/g, "N")) {
    this.kindOf = kindOf;
  }

  keep(url, text) {
    const { pathname, search } = new URL(url);
    this.#pages.set(this.kindOf(pathname + search), { url: pathname + search, text });
  }

  get size() {
    return this.#pages.size;
  }

  // Sentences "address: what is wrong"; empty when all is well.
  async faults() {
    const folder = await mkdtemp(path.join(tmpdir(), "wijktafel-markup-"));
    try {
      const addresses = new Map();
      for (const { url, text } of this.#pages.values()) {
        const markup = await text;
        if (markup === undefined) continue; // a redirect has no page
        const file = path.join(folder, `${addresses.size}.html`);
        await writeFile(file, markup);
        addresses.set(file, url);
      }
      if (addresses.size === 0) return [];
      const said = await checked([...addresses.keys()]);
      return said.map(({ url, message, extract, lastLine }) =>
        `${addresses.get(new URL(url).pathname)}:${lastLine ?? 1}: ${message} ${extract ? `— ${extract.trim()}` : ""}`);
    } finally {
      await rm(folder, { recursive: true });
    }
  }
}

async function checked(files) {
  const call = ["-jar", CHECKER, "--format", "json", "--errors-only", "--no-langdetect", "--stdout", "--exit-zero-always", ...files];
  const { stdout } = await promisify(execFile)("java", call, { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout).messages;
}
