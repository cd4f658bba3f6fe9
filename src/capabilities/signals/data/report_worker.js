// Opens the first screen of a report without a connection, as this browser saw it last, with its style and script. Keeps
// nothing that was typed: see assets/report_draft.ts. Everything else goes to the network as without this worker.
const shelf = "wijktafel-signaal-1";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const isFirstScreen = (url) => /\/signalen\/nieuw$/.test(url.pathname);
const isAsset = (url) => url.pathname.startsWith("/assets/");

async function fromNetworkFirst(request) {
  const kept = await caches.open(shelf);
  try {
    const answer = await fetch(request);
    // A screen with a draft on it belongs to the server alone; an empty one says that it may be kept.
    if (answer.ok && answer.headers.get("X-Wijktafel-Empty-Form") === "yes") await kept.put(request.url, answer.clone());
    return answer;
  } catch (fault) {
    const before = await kept.match(request.url);
    if (before) return before;
    throw fault;
  }
}

async function fromShelfFirst(request) {
  const kept = await caches.open(shelf);
  const before = await kept.match(request.url);
  if (before) return before;
  const answer = await fetch(request);
  if (answer.ok) await kept.put(request.url, answer.clone());
  return answer;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && isFirstScreen(url)) event.respondWith(fromNetworkFirst(request));
  else if (isAsset(url)) event.respondWith(fromShelfFirst(request));
});
