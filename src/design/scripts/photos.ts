// Photos: what was chosen is shown, and a large photo is made smaller before it is sent, which spares people data and
// waiting. The server scales and cleans every photo anyway; where the browser cannot do it, the file goes as it is.
const longestSide = 2400;
const largeBytes = 1_500_000;
const previewSide = 320;

export function showPhotos(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>("input[type=file][data-wt-photos]"))
    input.addEventListener("change", () => void prepare(input));
}

async function prepare(input: HTMLInputElement): Promise<void> {
  const chosen = [...(input.files ?? [])];
  const files = await Promise.all(chosen.map(smaller));
  if (files.some((file, at) => file !== chosen[at])) {
    const list = new DataTransfer();
    for (const file of files) list.items.add(file);
    input.files = list.files;
  }
  await preview(input, files);
}

// The photo, drawn with its longest side at most `side` pixels and turned the right way up.
async function drawn(file: File, side: number): Promise<HTMLCanvasElement> {
  const photo = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, side / Math.max(photo.width, photo.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(photo.width * scale);
  canvas.height = Math.round(photo.height * scale);
  canvas.getContext("2d")?.drawImage(photo, 0, 0, canvas.width, canvas.height);
  photo.close();
  return canvas;
}

async function smaller(file: File): Promise<File> {
  if (file.size < largeBytes || !file.type.startsWith("image/")) return file;
  try {
    const canvas = await drawn(file, longestSide);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.[^.]*$/, "") + ".jpg", { type: "image/jpeg" });
  } catch {
    return file;
  }
}

// Shown from data: and not from blob:, which the content policy of the site does not know.
async function preview(input: HTMLInputElement, files: File[]): Promise<void> {
  const row = document.createElement("div");
  row.className = "wt-previews";
  for (const file of files.filter(({ type }) => type.startsWith("image/"))) {
    try {
      const image = document.createElement("img");
      image.src = (await drawn(file, previewSide)).toDataURL("image/jpeg", 0.8);
      image.alt = `${input.dataset["wtPhotos"] ?? ""}: ${file.name}`;
      row.append(image);
    } catch {
      // A kind of photo that this browser cannot draw: it is sent all the same.
    }
  }
  input.parentElement?.querySelector(".wt-previews")?.remove();
  if (row.childElementCount > 0) input.after(row);
}
