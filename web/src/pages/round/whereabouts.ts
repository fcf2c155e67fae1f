import type { Whereabouts } from "../../core/index";

const key = "buurtronde.send-place";

/** Off until somebody turns it on: nobody is followed. */
export function sendsPlace(): boolean {
  return localStorage.getItem(key) !== null && "geolocation" in navigator;
}

export function choosePlace(on: boolean): void {
  if (on) localStorage.setItem(key, "1");
  else localStorage.removeItem(key);
}

/** A sign of life does not wait for a place: what is not there soon is left out. */
export function whereabouts(): Promise<Whereabouts | null> {
  if (!sendsPlace()) return Promise.resolve(null);
  return new Promise((done) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        done({ lat: coords.latitude, lon: coords.longitude, accuracy: coords.accuracy }),
      () => done(null),
      { maximumAge: 60_000, timeout: 2_000 },
    );
    // The time limit above only begins once permission was given.
    setTimeout(() => done(null), 3_000);
  });
}
