/** Light, dark and contrast follow the phone until somebody chooses here. */
export type Theme = "system" | "light" | "dark" | "contrast";

const key = "buurtronde.theme";

export function theme(): Theme {
  try {
    const chosen = localStorage.getItem(key);
    return chosen === "light" || chosen === "dark" || chosen === "contrast" ? chosen : "system";
  } catch {
    return "system"; // storage may be forbidden; the phone's own setting then holds
  }
}

export function chooseTheme(chosen: Theme): void {
  try {
    if (chosen === "system") localStorage.removeItem(key);
    else localStorage.setItem(key, chosen);
  } catch {
    // shown for now, forgotten later
  }
  showTheme(chosen);
}

export function showTheme(chosen: Theme = theme()): void {
  const root = document.documentElement;
  if (chosen === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = chosen;
}
