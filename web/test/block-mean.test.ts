import { expect, test } from "vitest";
import { between, blockMean, clip } from "../src/pages/draft/block-mean";

const width = 96;
const height = 96;

/** Black and white pixels in turn: nothing of it may be left inside the region. */
function checkered(): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    const shade = (i + Math.floor(i / width)) % 2 ? 255 : 0;
    pixels.set([shade, shade, shade, 255], i * 4);
  }
  return pixels;
}

function shadesIn(pixels: Uint8ClampedArray, from: number, to: number): Set<number> {
  const shades = new Set<number>();
  for (let y = from; y < to; y++) {
    for (let x = from; x < to; x++) shades.add(pixels[(y * width + x) * 4]!);
  }
  return shades;
}

test("inside the region no pixel of the picture is left", () => {
  const pixels = checkered();
  blockMean(pixels, width, height, { x: 0, y: 0, width: 96, height: 96 });
  const shades = shadesIn(pixels, 0, 96);
  expect(shades.has(0)).toBe(false);
  expect(shades.has(255)).toBe(false);
  expect(shades.size).toBeLessThanOrEqual(36);
});

test("outside the region nothing changes", () => {
  const pixels = checkered();
  blockMean(pixels, width, height, { x: 32, y: 32, width: 32, height: 32 });
  const before = checkered();
  for (let i = 0; i < pixels.length; i++) {
    const x = (i / 4) % width | 0;
    const y = (i / 4 / width) | 0;
    const inside = x >= 32 && x < 64 && y >= 32 && y < 64;
    if (!inside && pixels[i] !== before[i]) throw new Error(`changed at ${x}, ${y}`);
  }
});

test("a region keeps at most six blocks across, however large it is", () => {
  const pixels = new Uint8ClampedArray(600 * 4);
  for (let x = 0; x < 600; x++) pixels.set([x % 256, 0, 0, 255], x * 4);
  blockMean(pixels, 600, 1, { x: 0, y: 0, width: 600, height: 1 });
  const shades = new Set(Array.from({ length: 600 }, (_, x) => pixels[x * 4]));
  expect(shades.size).toBeLessThanOrEqual(6);
});

test("a rectangle may be drawn from any corner, and over the edge", () => {
  expect(between(10, 20, 4, 5)).toEqual({ x: 4, y: 5, width: 6, height: 15 });
  expect(clip({ x: -5, y: 90, width: 20, height: 20 }, width, height)).toEqual({
    x: 0,
    y: 90,
    width: 15,
    height: 6,
  });
});
