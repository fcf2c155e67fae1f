import { Refused, speak } from "../refused";
import { keepLanguage, spoken, type Spoken } from "./language";
import { translate } from "./translator";
import "./index";

/** To be awaited before anything is shown: who reads Dutch has all words already. */
export async function fetchWords(): Promise<void> {
  document.documentElement.lang = "nl";
  if (spoken === "nl") return;
  const { english } = await import("./en");
  translate(english);
  speak(english.app.core);
  document.documentElement.lang = spoken;
}

/** Opens the app anew in this language, once its words are here. */
export async function openIn(wanted: Spoken, beforeReload?: () => void): Promise<void> {
  if (wanted === "en") {
    await import("./en").catch(() => {
      throw new Refused(0, "language.failed");
    });
  }
  try {
    keepLanguage(wanted);
  } catch {
    throw new Refused(0, "storage.failed");
  }
  beforeReload?.();
  location.reload();
}
