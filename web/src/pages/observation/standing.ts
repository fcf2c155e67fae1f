import type { Item } from "../../core/index";

type Told = Exclude<Item["truth"], "office"> | Item["state"] | "reopened" | "asked-other";

/** Where an item truly is, as a drawing and a word of the catalogue. */
export function standing(
  item: Pick<Item, "truth" | "state" | "messages">,
  own = true,
): { icon: string; word: `standing.${Told}` } {
  if (item.truth !== "office") return { icon: item.truth, word: `standing.${item.truth}` };
  if (isReopened(item)) return { icon: "refresh", word: "standing.reopened" };
  const told = item.state === "asked" && !own ? "asked-other" : item.state;
  return { icon: drawn[item.state], word: `standing.${told}` };
}

/** On the wire such an item counts as seen; to its author that would be old news. */
function isReopened({ state, messages }: Pick<Item, "state" | "messages">): boolean {
  const ofOffice = messages.filter((message) => message.kind !== "reply");
  return state === "acknowledged" && ofOffice[ofOffice.length - 1]?.kind === "reopening";
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
