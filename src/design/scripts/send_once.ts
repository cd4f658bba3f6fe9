// A form is sent once, however often the button is pressed. The submission key on the server is the real guard; this
// spares people the wait. The button is not disabled: a disabled button loses its name and value and cannot be focused.
export function sendOnce(): void {
  const sent = new WeakSet<HTMLFormElement>();
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.getAttribute("method")?.toLowerCase() !== "post" || event.defaultPrevented) return;
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    sent.add(form);
    form.setAttribute("aria-busy", "true");
    // Someone who stays on the page (a download, a lost connection) may try again.
    setTimeout(() => {
      sent.delete(form);
      form.removeAttribute("aria-busy");
    }, 8000);
  });
  // A page that comes back with the back button starts afresh.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const form of document.querySelectorAll<HTMLFormElement>("form[aria-busy]")) {
      sent.delete(form);
      form.removeAttribute("aria-busy");
    }
  });
}
