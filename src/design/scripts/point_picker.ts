// Choosing a place on the drawn map: a press or a tap puts a mark, arrow keys move it (Shift: further), the hidden
// fields follow. Without script the same drawing is an image button and the server puts the mark.
import { positionFound } from "./position";

const svgNamespace = "http://www.w3.org/2000/svg";

interface Edges {
  west: number;
  south: number;
  east: number;
  north: number;
}

export function pickPoints(): void {
  for (const field of document.querySelectorAll<HTMLElement>("[data-wt-place]")) {
    const image = field.querySelector<HTMLInputElement>('input[type="image"]');
    const latitude = field.querySelector<HTMLInputElement>("[data-wt-latitude]");
    const longitude = field.querySelector<HTMLInputElement>("[data-wt-longitude]");
    const says = field.querySelector<HTMLElement>("[data-wt-position-says]");
    if (image && latitude && longitude && says) new Picker(field, image, latitude, longitude, says);
  }
}

class Picker {
  // The place as parts of the drawing, from its left upper corner; nothing is chosen at first.
  private x = 0.5;
  private y = 0.5;
  private readonly edges: Edges;
  private readonly mark: SVGGElement;
  private readonly drawing: SVGSVGElement;

  constructor(
    private readonly field: HTMLElement,
    private readonly image: HTMLInputElement,
    private readonly latitude: HTMLInputElement,
    private readonly longitude: HTMLInputElement,
    private readonly says: HTMLElement,
  ) {
    const edge = (name: string): number => Number(field.dataset[name]);
    this.edges = { west: edge("west"), south: edge("south"), east: edge("east"), north: edge("north") };
    // From here on a place is a part of the drawing, so that it may take the width of the page.
    field.toggleAttribute("data-wt-ready", true);
    [this.drawing, this.mark] = this.drawMark();
    if (latitude.value !== "" && longitude.value !== "") this.at(Number(latitude.value), Number(longitude.value));
    image.addEventListener("click", (event) => this.pressed(event));
    image.addEventListener("keydown", (event) => this.moved(event));
    field.addEventListener(positionFound, (event) => this.found((event as CustomEvent).detail));
  }

  private drawMark(): [SVGSVGElement, SVGGElement] {
    const drawing = document.createElementNS(svgNamespace, "svg");
    drawing.setAttribute("viewBox", `0 0 ${this.image.width} ${this.image.height}`);
    drawing.setAttribute("aria-hidden", "true");
    const mark = document.createElementNS(svgNamespace, "g");
    const pin = document.createElementNS(svgNamespace, "path");
    pin.setAttribute("class", "mark");
    pin.setAttribute("d", "M0 0C-4-9-13-15-13-25a13 13 0 0 1 26 0C13-15 4-9 0 0Z");
    mark.append(pin);
    drawing.append(mark);
    drawing.toggleAttribute("hidden", true);
    this.image.after(drawing);
    return [drawing, mark];
  }

  private pressed(event: MouseEvent): void {
    event.preventDefault();
    // Enter or the space bar on the image: no place in the event, the mark starts in the middle.
    if (event.detail !== 0) {
      const box = this.image.getBoundingClientRect();
      this.x = (event.clientX - box.left) / box.width;
      this.y = (event.clientY - box.top) / box.height;
    }
    this.put(this.field.dataset["chosen"]);
  }

  private moved(event: KeyboardEvent): void {
    const step = event.shiftKey ? 0.05 : 0.01;
    const by: Record<string, [number, number]> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    };
    const move = by[event.key];
    if (!move) return;
    event.preventDefault();
    this.x += move[0];
    this.y += move[1];
    this.put(this.field.dataset["moved"]);
  }

  private found(place: { latitude: number; longitude: number }): void {
    const { west, south, east, north } = this.edges;
    if (place.longitude < west || place.longitude > east || place.latitude < south || place.latitude > north) {
      this.says.textContent = this.says.dataset["outside"] ?? "";
      return;
    }
    this.at(place.latitude, place.longitude);
    this.says.textContent = this.field.dataset["chosen"] ?? "";
  }

  private at(latitude: number, longitude: number): void {
    const { west, south, east, north } = this.edges;
    this.x = (longitude - west) / (east - west);
    this.y = (north - latitude) / (north - south);
    this.put();
  }

  private put(sentence?: string): void {
    const { west, south, east, north } = this.edges;
    this.x = Math.min(1, Math.max(0, this.x));
    this.y = Math.min(1, Math.max(0, this.y));
    this.longitude.value = (west + this.x * (east - west)).toFixed(6);
    this.latitude.value = (north - this.y * (north - south)).toFixed(6);
    this.mark.setAttribute("transform", `translate(${this.x * this.image.width} ${this.y * this.image.height})`);
    this.drawing.toggleAttribute("hidden", false);
    if (sentence !== undefined) this.says.textContent = sentence;
  }
}
