// Keys for a long list of work: j and k go down and up, x ticks, o opens, ? shows this. Everything works with Tab, space
// and Enter too; a key does nothing while somebody types.
export function offerListKeys(): void {
  const list = document.querySelector<HTMLElement>("[data-wt-list-keys]");
  if (!list) return;
  const rows = [...list.querySelectorAll<HTMLElement>("[data-wt-row]")];
  const help = document.querySelector<HTMLDetailsElement>("[data-wt-list-help]");
  if (help) help.hidden = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (act(event.key, rows, help)) event.preventDefault();
  });
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
