// Takes out of a style sheet every rule that needs a class we do not use. Reads rules and nested at-rules, strings and
// comments; knows nothing of values. A selector stays when all its classes are used (or it has none).

// Top-level pieces: { head, body } for a block, { text } for a statement such as @charset.
function pieces(css) {
  const found = [];
  let start = 0;
  let depth = 0;
  let open = 0;
  for (let at = 0; at < css.length; ++at) {
    const c = css[at];
    if (c === "/" && css[at + 1] === "*") {
      const end = css.indexOf("*/", at + 2);
      at = end < 0 ? css.length : end + 1;
    } else if (c === '"' || c === "'") {
      for (++at; at < css.length && css[at] !== c; ++at) if (css[at] === "\\") ++at;
    } else if (c === "\\") {
      ++at;
    } else if (c === "{") {
      if (depth++ === 0) open = at;
    } else if (c === "}") {
      if (--depth === 0) {
        found.push({ head: css.slice(start, open).trim(), body: css.slice(open + 1, at) });
        start = at + 1;
      }
    } else if (c === ";" && depth === 0) {
      found.push({ text: css.slice(start, at + 1).trim() });
      start = at + 1;
    }
  }
  if (depth !== 0) throw new Error("a style sheet ends within a block");
  return found;
}

// Commas between selectors, not those inside :is(...) or [attribute="a,b"].
function selectors(head) {
  const list = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < head.length; ++at) {
    if ("([".includes(head[at])) ++depth;
    else if (")]".includes(head[at])) --depth;
    else if (head[at] === "," && depth === 0) {
      list.push(head.slice(start, at).trim());
      start = at + 1;
    }
  }
  list.push(head.slice(start).trim());
  return list;
}

// Classes that an element must have; those within :not(...) need not be there.
function needed(selector) {
  let plain = selector.replace(/"[^"]*"|'[^']*'/g, "");
  for (let before = ""; before !== plain; ) {
    before = plain;
    plain = plain.replace(/:not\([^()]*(\([^()]*\)[^()]*)*\)/g, "");
  }
  return [...plain.matchAll(/\.(-?[a-zA-Z_][\w-]*)/g)].map(([, name]) => name);
}

export function pruned(css, used) {
  const without = css.replace(/\/\*[\s\S]*?\*\//g, "");
  let kept = "";
  for (const { head, body, text } of pieces(without)) {
    if (text !== undefined) continue;
    if (head.startsWith("@media") || head.startsWith("@supports")) {
      const inside = pruned(body, used);
      if (inside) kept += `${head}{${inside}}`;
    } else if (!head.startsWith("@")) {
      const staying = selectors(head).filter((selector) => needed(selector).every((name) => used.has(name)));
      if (staying.length > 0 && body.trim() !== "") kept += `${staying.join(",")}{${body}}\n`;
    }
  }
  return kept;
}
