/** What is looked at in every complex during a wijkschouw, in the order of walking in. */
export const checkItems = [
  "lighting",
  "entrance",
  "green",
  "waste",
  "pavement",
  "storage",
  "playground",
  "safety",
] as const;

export const checkResults = ["good", "attention", "unseen"] as const;
