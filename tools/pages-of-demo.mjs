// Names the pages that a visitor comes by first, one a line: a neighbourhood, and one page of each kind that it links to.
// usage: tools/node tools/pages-of-demo.mjs ADDRESS PATH_OF_NEIGHBOURHOOD
const [address, neighbourhood] = process.argv.slice(2);
const PATIENCE = 20_000; // milliseconds until the server answers
const MOST = 12;

async function page(path) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await fetch(address + path).catch(() => undefined);
    if (answer?.ok) return { path: new URL(answer.url).pathname, markup: await answer.text() };
    if (answer || Date.now() > end) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const kindOf = (path) => path.split("/").slice(3).join("/").replace(/\d+/g, "N");
const found = new Map();
const waiting = [neighbourhood];
while (waiting.length > 0 && found.size < MOST) {
  const visited = await page(waiting.shift());
  if (!visited || found.has(kindOf(visited.path))) continue;
  found.set(kindOf(visited.path), visited.path);
  const links = [...visited.markup.matchAll(/href="(\/[^"#?]*)"/g)].map((match) => match[1]);
  waiting.push(...links.filter((link) => !link.startsWith("/assets/") && !found.has(kindOf(link))));
}
console.log([...found.values()].join("\n"));
