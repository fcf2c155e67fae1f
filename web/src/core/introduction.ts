import type { Ask } from "./ask";
import { shrink } from "./image";
import { Refused } from "./refused";

/** What tenants are shown of a volunteer; not `shown` is nothing at all. */
export interface Introduction {
  firstName: string | null;
  /** The name of a photo that this person sent. */
  picture: string | null;
  shown: boolean;
}

export interface Portrait {
  sha256: string;
  bytes: ArrayBuffer;
}

const edge = 480;

export function openIntroduction(ask: Ask) {
  return {
    get: () => ask<Introduction>("GET", "/api/introduction"),
    /** The picture first: the office takes no consent to one it does not have. */
    async show(firstName: string, picture: string | null, fresh: Portrait | null): Promise<void> {
      if (fresh) await ask("PUT", `/api/photos/${fresh.sha256}`, fresh.bytes);
      await ask("PUT", "/api/introduction", { firstName, picture, shown: true });
    },
    withdraw: () => ask<void>("DELETE", "/api/introduction"),
  };
}

/** The first of somebody's names, to start from. */
export function firstOf(fullName: string): string {
  return fullName.trim().split(/\s+/)[0] ?? "";
}

/** The middle of a picture, as a small square: every tenant's phone fetches it. */
export async function square(source: Blob): Promise<ArrayBuffer> {
  const url = URL.createObjectURL(new Blob([await shrink(source)], { type: "image/jpeg" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const side = Math.min(image.naturalWidth, image.naturalHeight);
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = Math.min(edge, side);
    const left = (image.naturalWidth - side) / 2;
    const top = (image.naturalHeight - side) / 2;
    const pen = canvas.getContext("2d")!;
    pen.drawImage(image, left, top, side, side, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.82));
    if (!blob) throw new Refused(0, "photo.undecodable");
    return await blob.arrayBuffer();
  } finally {
    URL.revokeObjectURL(url);
  }
}
