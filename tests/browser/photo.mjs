// A photo as a telephone makes it: a small JPEG with data about itself (Exif) that says where it was taken.
const WIDTH = 640;
const HEIGHT = 480;

// `page` draws it; `secret` is text in the Exif block, which may appear nowhere afterwards.
export async function photograph(page, secret) {
  const drawn = await page.evaluate(async ([width, height]) => {
    const canvas = new OffscreenCanvas(width, height);
    const brush = canvas.getContext("2d");
    brush.fillStyle = "#8a9a6b";
    brush.fillRect(0, 0, width, height);
    brush.fillStyle = "#4d3b2f";
    brush.fillRect(180, 200, 280, 160);
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.8 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  }, [WIDTH, HEIGHT]);
  const bytes = Buffer.from(drawn);
  return { name: "foto.jpg", mimeType: "image/jpeg", buffer: Buffer.concat([bytes.subarray(0, 2), exif(secret), bytes.subarray(2)]) };
}

// One APP1 segment with one entry, ImageDescription (tag 0x010e), in the byte order of TIFF's "MM".
function exif(text) {
  const value = Buffer.from(`${text}\0`, "latin1");
  const tiff = Buffer.alloc(26);
  tiff.write("MM\0\x2a", 0, "latin1");
  tiff.writeUInt32BE(8, 4); // where the list of entries starts
  tiff.writeUInt16BE(1, 8); // entries
  tiff.writeUInt16BE(0x010e, 10);
  tiff.writeUInt16BE(2, 12); // text
  tiff.writeUInt32BE(value.length, 14);
  tiff.writeUInt32BE(26, 18); // where the text stands
  const content = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, value]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
