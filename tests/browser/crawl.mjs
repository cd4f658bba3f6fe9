// Reads pages without showing them, following every link, with the cookies of a person: what may this person come by?
const IN_ATTRIBUTES = /\s(href|src|action|srcset)="([^"]*)"/g;

// `starts`: paths; `inside(path)`: whether a page's own links are followed too; `language`: "nl" or "en".
// Gives every address that answered: { path, status, type, headers, text, links }, the links outside included, unread.
export async function crawl(person, starts, { inside, language = "nl" }) {
  const browser = person.context.request;
  await browser.get(`${starts[0]}?taal=${language}`);
  const found = new Map();
  const waiting = [...starts];
  while (waiting.length > 0) {
    const batch = waiting.splice(0, 8).filter((path) => !found.has(path));
    await Promise.all([...new Set(batch)].map(async (path) => {
      found.set(path, undefined);
      const page = await read(browser, person.address, path);
      found.set(path, page);
      if (!inside(path)) return;
      for (const link of page.links) if (!found.has(link)) waiting.push(link);
    }));
  }
  return [...found.values()];
}

async function read(browser, site, path) {
  const answer = await browser.get(path, { maxRedirects: 0 });
  const headers = answer.headers();
  const type = (headers["content-type"] ?? "").split(";")[0];
  const bytes = await answer.body();
  const text = bytes.toString(/^(text|image\/svg|application\/(json|atom))/.test(type) ? "utf8" : "latin1");
  const own = type === "text/html" ? addresses(text, site + path) : [];
  if (headers.location) own.push(local(headers.location, site + path));
  return { path, status: answer.status(), type, headers, text, links: own.filter(Boolean) };
}

function addresses(markup, page) {
  // Another language is another crawl, and forms are not sent.
  return [...markup.matchAll(IN_ATTRIBUTES)]
    .filter(([, attribute, value]) => attribute !== "action" && value !== "" && !/[?&]taal=|&amp;taal=/.test(value))
    .map(([, , value]) => local(value.replaceAll("&amp;", "&"), page));
}

// The address within our own site, without its fragment; undefined for another site, mail or telephone.
function local(link, page) {
  const url = new URL(link, page);
  return url.origin === new URL(page).origin ? url.pathname + url.search : undefined;
}
