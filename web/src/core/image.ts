import { Refused } from "./refused";

const longest = 1600;
const weight = 400_000;

/**
 * A JPEG of at most 1600 pixels and about 400 kB, upright. Drawing it anew leaves EXIF, GPS and
 * thumbnail behind; the canvas never sees more than the small size, whatever the camera made.
 */
export async function shrink(source: Blob): Promise<ArrayBuffer> {
  const picture = await decode(source);
  try {
    const { width, height } = picture;
    if (!width || !height) throw new Refused(0, "photo.undecodable");
    for (const edge of [longest, 1200, 900]) {
      const canvas = draw(picture.image, width, height, Math.min(1, edge / Math.max(width, height)));
      for (const quality of [0.82, 0.7, 0.58, 0.45]) {
        const bytes = await encode(canvas, quality);
        if (bytes.byteLength <= weight || (edge === 900 && quality === 0.45)) return bytes;
      }
    }
    throw new Refused(0, "photo.undecodable");
  } finally {
    picture.close();
  }
}

interface Picture {
  image: CanvasImageSource;
  width: number;
  height: number;
  close(): void;
}

/** An image element turns by EXIF everywhere; its bitmap sibling did so late and not everywhere. */
async function decode(source: Blob): Promise<Picture> {
  const url = URL.createObjectURL(source);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    return { image, width, height, close: () => URL.revokeObjectURL(url) };
  } catch {
    URL.revokeObjectURL(url);
    throw new Refused(0, "photo.undecodable");
  }
}

function draw(image: CanvasImageSource, width: number, height: number, scale: number) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d");
  if (!context) throw new Refused(0, "photo.undecodable");
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  if (isEmpty(canvas)) throw new Refused(0, "photo.blank");
  context.globalCompositeOperation = "destination-over";
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Short of memory, a canvas stays transparent instead of failing. */
function isEmpty(canvas: HTMLCanvasElement): boolean {
  const probe = document.createElement("canvas");
  probe.width = probe.height = 16;
  const context = probe.getContext("2d")!;
  context.drawImage(canvas, 0, 0, 16, 16);
  return context.getImageData(0, 0, 16, 16).data.every((value, i) => i % 4 !== 3 || value === 0);
}

function encode(canvas: HTMLCanvasElement, quality: number): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Refused(0, "photo.undecodable"));
    canvas.toBlob(
      (blob) => (blob && blob.size > 0 ? blob.arrayBuffer().then(resolve, fail) : fail()),
      "image/jpeg",
      quality,
    );
  });
}
