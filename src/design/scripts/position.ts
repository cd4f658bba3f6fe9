// "Hier sta ik": the button appears only where the browser can find its place (a secure page, a device that knows).
// The place goes to the fields of a map, or to an address with ?breedte= and &lengte= behind it; nowhere else.
const options: PositionOptions = { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 };

export const positionFound = "wt:position";

export function offerPosition(): void {
  if (!("geolocation" in navigator) || !window.isSecureContext) return;
  for (const row of document.querySelectorAll<HTMLElement>("[data-wt-position]")) {
    const owner = row.parentElement;
    const button = row.querySelector("button");
    const says = owner?.querySelector<HTMLElement>("[data-wt-position-says]");
    if (!owner || !button || !says) continue;
    row.hidden = false;
    button.addEventListener("click", () => {
      says.textContent = says.dataset["busy"] ?? "";
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          says.textContent = "";
          use(owner, coords.latitude, coords.longitude);
        },
        () => (says.textContent = says.dataset["refused"] ?? ""),
        options,
      );
    });
  }
}

function use(owner: HTMLElement, latitude: number, longitude: number): void {
  const go = owner.dataset["wtGo"];
  if (go === undefined) {
    owner.dispatchEvent(new CustomEvent(positionFound, { detail: { latitude, longitude } }));
    return;
  }
  const url = new URL(go, location.href);
  // Five decimals are about a metre: enough to know the neighbourhood.
  url.searchParams.set("breedte", latitude.toFixed(5));
  url.searchParams.set("lengte", longitude.toFixed(5));
  location.assign(url);
}
