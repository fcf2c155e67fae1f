import { effect } from "@preact/signals";
import { betweenScreens } from "./core/update";
import { moves } from "./router";
import { announce } from "./ui/live";
import { isWriting } from "./writing";

/** Between two screens: what was said is over, and a new version may take over. */
export function watchMoves(): void {
  let before: number | null = null;
  effect(() => {
    const first = before === null;
    before = moves.value;
    if (first) return;
    announce("");
    if (betweenScreens(isWriting())) location.reload();
  });
}
