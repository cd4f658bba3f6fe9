// Photos: what was chosen is shown, and a large photo is made smaller before it is sent, which spares people data and
// waiting. The server scales and cleans every photo anyway; where the browser cannot do it, the file goes as it is.
const longestSide = 2400;
const largeBytes = 1_500_000;

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
  preview(input, files);
}

async function smaller(file: File): Promise<File> {
  if (file.size < largeBytes || !file.type.startsWith("image/") || !("createImageBitmap" in window)) return file;
  try {
    const photo = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, longestSide / Math.max(photo.width, photo.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(photo.width * scale);
    canvas.height = Math.round(photo.height * scale);
    canvas.getContext("2d")?.drawImage(photo, 0, 0, canvas.width, canvas.height);
    photo.close();
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.[^.]*$/, "") + ".jpg", { type: "image/jpeg" });
  } catch {
    return file;
  }
}

function preview(input: HTMLInputElement, files: File[]): void {
  const old = input.parentElement?.querySelector(".wt-previews");
  for (const image of old?.querySelectorAll("img") ?? []) URL.revokeObjectURL(image.src);
  old?.remove();
  const images = files.filter((file) => file.type.startsWith("image/"));
  if (images.length === 0) return;
  const row = document.createElement("div");
  row.className = "wt-previews";
  for (const file of images) {
    const image = document.createElement("img");
    image.src = URL.createObjectURL(file);
    image.alt = `${input.dataset["wtPhotos"] ?? ""}: ${file.name}`;
    row.append(image);
  }
  input.after(row);
}
