/** What volunteers and staff can choose; tenants have a longer list of their own. */
export type Spoken = "nl" | "en";

const key = "language";

function chosen(): Spoken {
  try {
    return localStorage.getItem(key) === "en" ? "en" : "nl";
  } catch {
    return "nl"; // storage may be forbidden, and without a browser there is none
  }
}

/** Stands for as long as the page does: dates and plurals are made by it from the first moment on. */
export const spoken = chosen();
export const language = spoken === "en" ? "en-GB" : "nl-NL";

/** Throws when the phone cannot keep it. Counts from the next time the app opens. */
export function keepLanguage(wanted: Spoken): void {
  if (wanted === "nl") localStorage.removeItem(key);
  else localStorage.setItem(key, wanted);
}
