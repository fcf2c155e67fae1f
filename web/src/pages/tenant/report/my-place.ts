import { rounded } from "../../../core/places";
import type { Place } from "../../../core/values";

/** Asked once, after a tap; four decimals are about ten metres: a place, not a person. */
export function myPlace(): Promise<Place> {
  return new Promise((found, failed) => {
    if (!navigator.geolocation) return failed(new Error("no geolocation"));
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude: lat, longitude: lon, accuracy } }) =>
        found({ ...rounded({ lat, lon }), accuracy: Math.round(accuracy) }),
      failed,
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
    );
  });
}
