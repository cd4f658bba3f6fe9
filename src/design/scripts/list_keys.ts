// Keys for a long list of work: j and k go down and up, x ticks, o opens, ? shows this. Everything works with Tab, space
// and Enter too; a key does nothing while somebody types.
export function offerListKeys(): void {
  const list = document.querySelector<HTMLElement>("[data-wt-list-keys]");
  if (!list) return;
  openOnTick(list);
  const rows = [...list.querySelectorAll<HTMLElement>("[data-wt-row]")];
  const help = document.querySelector<HTMLDetailsElement>("[data-wt-list-help]");
  if (help) help.hidden = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (act(event.key, rows, help)) event.preventDefault();
  });
}

// What can be done with what is ticked opens when something is; it stands below the list, so nothing moves under a finger.
function openOnTick(list: HTMLElement): void {
  const what = document.querySelector<HTMLDetailsElement>("details[data-wt-opens-on-tick]");
  if (!what) return;
  const look = (): void => {
    if (list.querySelector("input[type=checkbox]:checked")) what.open = true;
  };
  look(); // a browser that goes back keeps its ticks
  list.addEventListener("change", look);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== "checkbox";
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function act(key: string, rows: HTMLElement[], help: HTMLDetailsElement | null): boolean {
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  switch (key) {
    case "j":
      return focus(rows[Math.min(at + 1, rows.length - 1)]);
    case "k":
      return focus(rows[Math.max(at - 1, 0)]);
    case "x":
      rows[at]?.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
      return at >= 0;
    case "o":
      rows[at]?.querySelector<HTMLAnchorElement>("a[href]")?.click();
      return at >= 0;
    case "?":
      if (!help) return false;
      help.open = !help.open;
      help.querySelector("summary")?.focus();
      return true;
    default:
      return false;
  }
}

function focus(row: HTMLElement | undefined): boolean {
  const link = row?.querySelector<HTMLAnchorElement>("a[href]");
  link?.focus();
  link?.scrollIntoView({ block: "nearest" });
  return link !== undefined && link !== null;
}
