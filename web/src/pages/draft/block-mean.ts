export interface Region {
  x: number;
  y: number;
  width: number;
  height: number;
}

const coarsest = 6;
const smallest = 16;

/**
 * Replaces a region by blocks of their own mean colour, so that what stood there cannot be computed
 * back as from a smooth blur. Never more than six blocks across: a face does not survive that.
 */
export function blockMean(
  pixels: Uint8ClampedArray,
  imageWidth: number,
  imageHeight: number,
  region: Region,
): void {
  const { x: left, y: top, width, height } = clip(region, imageWidth, imageHeight);
  const block = Math.max(smallest, Math.ceil(Math.max(width, height) / coarsest));
  for (let y = top; y < top + height; y += block) {
    for (let x = left; x < left + width; x += block) {
      level(pixels, imageWidth, {
        x,
        y,
        width: Math.min(block, left + width - x),
        height: Math.min(block, top + height - y),
      });
    }
  }
}

/** Between two corners, whichever way they were drawn. */
export function between(fromX: number, fromY: number, toX: number, toY: number): Region {
  return {
    x: Math.min(fromX, toX),
    y: Math.min(fromY, toY),
    width: Math.abs(toX - fromX),
    height: Math.abs(toY - fromY),
  };
}

export function clip(region: Region, imageWidth: number, imageHeight: number): Region {
  const x = Math.max(0, Math.floor(region.x));
  const y = Math.max(0, Math.floor(region.y));
  return {
    x,
    y,
    width: Math.max(0, Math.min(imageWidth, Math.ceil(region.x + region.width)) - x),
    height: Math.max(0, Math.min(imageHeight, Math.ceil(region.y + region.height)) - y),
  };
}

function level(pixels: Uint8ClampedArray, imageWidth: number, block: Region): void {
  const sum = [0, 0, 0];
  visit(imageWidth, block, (at) => {
    for (let channel = 0; channel < 3; channel++) sum[channel]! += pixels[at + channel]!;
  });
  const count = block.width * block.height;
  visit(imageWidth, block, (at) => {
    for (let channel = 0; channel < 3; channel++) pixels[at + channel] = sum[channel]! / count;
    pixels[at + 3] = 255;
  });
}

function visit(imageWidth: number, block: Region, use: (at: number) => void): void {
  for (let y = block.y; y < block.y + block.height; y++) {
    for (let x = block.x; x < block.x + block.width; x++) use((y * imageWidth + x) * 4);
  }
}
