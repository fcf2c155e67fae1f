import type { Complex, Place } from "./values";

/** The complex closest to a point; those without coordinates cannot be. */
export function nearest(complexes: Complex[], lat: number, lon: number): Complex | undefined {
  let best: Complex | undefined;
  let least = Infinity;
  // Degrees of longitude shrink towards the pole; good enough within one city.
  const width = Math.cos((lat * Math.PI) / 180);
  for (const complex of complexes) {
    if (complex.lat === null || complex.lon === null) continue;
    const distance = Math.hypot(complex.lat - lat, (complex.lon - lon) * width);
    if (distance < least) [best, least] = [complex, distance];
  }
  return best;
}

/** Four decimals: the street, not the doorstep. */
export function rounded(place: Place): Place {
  const round = (value: number) => Math.round(value * 10_000) / 10_000;
  const { lat, lon } = place;
  if (lat === undefined || lon === undefined) return place;
  return { ...place, lat: round(lat), lon: round(lon) };
}
