// How many characters a text may still have. Shown when the end comes near; said aloud only after typing stops, so that
// a screen reader is not interrupted at every letter.
const near = 0.8;
const pauseMs = 1000;

export function countWhatIsLeft(): void {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>("textarea[data-wt-most]")) {
    const note = document.querySelector<HTMLElement>(`[data-wt-left-for="${CSS.escape(area.name)}"]`);
    if (note) watch(area, note, Number(area.dataset["wtMost"]));
  }
}

function watch(area: HTMLTextAreaElement, note: HTMLElement, most: number): void {
  const aloud = document.createElement("p");
  aloud.className = "wt-read-aloud";
  aloud.setAttribute("role", "status");
  note.after(aloud);
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const show = (): void => {
    // Characters as the server counts them: code points, line ends as one.
    const length = [...area.value.replace(/\r\n/g, "\n")].length;
    const left = most - length;
    const isNear = length >= most * near;
    note.hidden = !isNear;
    note.classList.toggle("wt-left--over", left < 0);
    note.textContent = isNear ? sentence(note, left) : "";
    clearTimeout(waiting);
    waiting = setTimeout(() => (aloud.textContent = note.textContent), pauseMs);
  };
  area.addEventListener("input", show);
  show();
}

function sentence(note: HTMLElement, left: number): string {
  if (left === 1) return note.dataset["wtOneLeft"] ?? "";
  const text = (left < 0 ? note.dataset["wtOver"] : note.dataset["wtLeft"]) ?? "";
  return text.replace("#", String(Math.abs(left)));
}
