// On arrival: the summary of faults gets the focus, the current tab comes into view on a phone.
export function showFaults(): void {
  document.querySelector<HTMLElement>("[data-wt-faults]")?.focus();
}

export function showTab(): void {
  const tab = document.querySelector<HTMLElement>(".wt-tabs [aria-current]");
  const row = tab?.parentElement;
  if (tab && row) row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
}
