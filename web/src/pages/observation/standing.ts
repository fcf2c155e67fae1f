import type { Item } from "../../core/index";

/** Where an item truly is, as a drawing and a word of the catalogue. */
export function standing(item: Pick<Item, "truth" | "state">): {
  icon: string;
  word: `standing.${Exclude<Item["truth"], "office"> | Item["state"]}`;
} {
  if (item.truth === "office") return { icon: drawn[item.state], word: `standing.${item.state}` };
  return { icon: item.truth, word: `standing.${item.truth}` };
}

const drawn: Record<Item["state"], string> = {
  new: "office",
  acknowledged: "eye",
  asked: "question",
  answered: "message",
  closed: "closed",
  withdrawn: "withdrawn",
};

/** Text, or one of its photos, is still only on this phone. */
export function isUnsent(item: Pick<Item, "truth" | "photosWaiting">): boolean {
  return item.truth === "waiting" || item.truth === "sending" || item.photosWaiting > 0;
}
