export interface Point {
  lat: number;
  lon: number;
}

/** GeoJSON as it arrives; only polygons are drawn. */
export interface Geometry {
  type: string;
  coordinates: unknown;
}

export interface Box {
  west: number;
  north: number;
  scaleX: number;
  scaleY: number;
  width: number;
  height: number;
}

const longest = 600;
const margin = 24;

/** The frame around outline and points; degrees east shrink towards the pole, so they are scaled. */
export function bounds(outline: Geometry | null, points: Point[]): Box | null {
  const corners = [...rings(outline).flat(), ...points.map((point) => [point.lon, point.lat])];
  if (corners.length === 0) return null;
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of corners) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const size = Math.max((east - west) * shrink, north - south, 0.0005);
  const scaleY = (longest - 2 * margin) / size;
  const scaleX = scaleY * shrink;
  return {
    west,
    north,
    scaleX,
    scaleY,
    width: Math.max(200, Math.round((east - west) * scaleX + 2 * margin)),
    height: Math.max(200, Math.round((north - south) * scaleY + 2 * margin)),
  };
}

export function place(point: Point, box: Box): [number, number] {
  return [
    round(margin + (point.lon - box.west) * box.scaleX),
    round(margin + (box.north - point.lat) * box.scaleY),
  ];
}

export function outlinePath(outline: Geometry, box: Box): string {
  return rings(outline)
    .map((ring) => {
      const corners = ring.map(([lon = 0, lat = 0]) => place({ lat, lon }, box).join(" "));
      return `M${corners.join("L")}Z`;
    })
    .join("");
}

function rings(outline: Geometry | null): number[][][] {
  if (!outline) return [];
  if (outline.type === "Polygon") return outline.coordinates as number[][][];
  if (outline.type === "MultiPolygon") return (outline.coordinates as number[][][][]).flat();
  return [];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
