import { expect, test } from "vitest";
import { bounds, outlinePath, place, type Geometry } from "../src/ui/outline";

const square: Geometry = {
  type: "Polygon",
  coordinates: [
    [
      [5.7, 50.85],
      [5.71, 50.85],
      [5.71, 50.86],
      [5.7, 50.86],
      [5.7, 50.85],
    ],
  ],
};

test("north is up and west is left", () => {
  const box = bounds(square, [])!;
  const [westX, northY] = place({ lat: 50.86, lon: 5.7 }, box);
  const [eastX, southY] = place({ lat: 50.85, lon: 5.71 }, box);
  expect(westX).toBeLessThan(eastX);
  expect(northY).toBeLessThan(southY);
});

test("a degree east is drawn shorter than a degree north", () => {
  const box = bounds(square, [])!;
  expect(box.width).toBeLessThan(box.height);
});

test("a point outside the outline still falls inside the picture", () => {
  const far = { lat: 50.9, lon: 5.8 };
  const box = bounds(square, [far])!;
  const [x, y] = place(far, box);
  expect(x).toBeGreaterThan(0);
  expect(x).toBeLessThan(box.width);
  expect(y).toBeGreaterThan(0);
  expect(y).toBeLessThan(box.height);
});

test("every ring of every part is drawn and closed", () => {
  const two: Geometry = {
    type: "MultiPolygon",
    coordinates: [square.coordinates, square.coordinates] as unknown,
  };
  expect(outlinePath(two, bounds(two, [])!).match(/Z/g)).toHaveLength(2);
});

test("without outline or points there is nothing to draw", () => {
  expect(bounds(null, [])).toBeNull();
});
