// A report survives a lost connection: what is typed on the first two screens stays in this browser for a day, and a screen
// that is sent without a connection waits on the page, with its photos, until there is one again. Only on a page that the browser trusts
// (https or this machine). Without script the draft on the server does this, as soon as a screen was sent.
//
// Kept are texts and the place only: no address, telephone number or name, and no photos. What is about a person is not
// kept: that page says so with data-wt-not-kept, and wipes what was.

const keptFor = 24 * 60 * 60 * 1000;
const stem = "wijktafel-signaal:";
const names = ["kind", "text", "chance", "place_words", "longitude", "latitude"];

type Kept = { at: number; values: Record<string, string> };

function read(key: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null") as Kept | null;
    return kept && Date.now() - kept.at < keptFor ? kept : null;
  } catch {
    return null; // somebody else's value, or storage is off
  }
}

function wipe(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(stem)) localStorage.removeItem(key);
}

function valuesOf(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {};
  const data = new FormData(form);
  for (const name of names) {
    const value = data.get(name);
    if (typeof value === "string" && value !== "") values[name] = value;
  }
  return values;
}

// Only into what is empty: what the server knows goes first.
function fillIn(form: HTMLFormElement, values: Record<string, string>): boolean {
  let filled = false;
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList) {
      if (field.value !== "") continue;
      field.value = value;
      filled ||= field.value === value;
    } else if ((field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.value === "") {
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      filled = true;
    }
  }
  return filled;
}

// Above the form, or just above the button that was pressed: on a telephone the top of the form is out of sight.
function say(form: HTMLFormElement, sentence: string | undefined, button?: HTMLElement | null): void {
  if (!sentence) return;
  const said = form.querySelector<HTMLElement>("[data-wt-connection]") ?? document.createElement("p");
  said.className = "wt-notice wt-notice--info";
  said.setAttribute("role", "status");
  said.dataset["wtConnection"] = "";
  const row = button && (button.closest(".wt-submit") ?? form.querySelector(".wt-submit"));
  if (row) row.before(said);
  else if (!said.isConnected) form.prepend(said);
  said.textContent = sentence;
  if (row) said.scrollIntoView({ block: "nearest" });
}

// The button that was pressed goes along when the form is sent later.
function sendWhenBack(form: HTMLFormElement, button: HTMLElement | null): void {
  window.addEventListener(
    "online",
    () => {
      say(form, form.dataset["wtSending"], button);
      form.requestSubmit(button);
    },
    { once: true },
  );
}

function keep(form: HTMLFormElement): void {
  const key = stem + new URL(form.action).pathname;
  const kept = read(key);
  if (kept && fillIn(form, kept.values)) say(form, form.dataset["wtRestored"]);
  const write = (): void => {
    try {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), values: valuesOf(form) } satisfies Kept));
    } catch {
      // Full or off: the draft on the server is still there.
    }
  };
  form.addEventListener("input", write);
  form.addEventListener("submit", write, { capture: true });
}

function waitForConnection(form: HTMLFormElement): void {
  let waits = false;
  // Before others hear of it: a form that waits is not on its way.
  form.addEventListener(
    "submit",
    (event) => {
      if (navigator.onLine) {
        waits = false;
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      say(form, form.dataset["wtWaiting"], event.submitter);
      if (!waits) sendWhenBack(form, event.submitter);
      waits = true;
    },
    { capture: true },
  );
}

function start(): void {
  if (!window.isSecureContext) return;
  if (document.querySelector("[data-wt-not-kept], [data-wt-report-done]")) wipe();
  const form = document.querySelector<HTMLFormElement>("form[data-wt-waiting]");
  if (!form) return;
  if (form.dataset["wtKept"] !== undefined) keep(form);
  waitForConnection(form);
  const worker = form.dataset["wtWorker"];
  // The screens open without a connection too, once they were seen.
  if (worker && "serviceWorker" in navigator) navigator.serviceWorker.register(worker).catch(() => undefined);
}

try {
  start();
} catch (fault) {
  console.error(fault);
}
