import type { RoundItem } from "../../core/index";
import { Notice } from "../../ui/notice";
import { rt } from "./words";

/** What the server would not do, in its own words. */
export function Refusals({ item }: { item: RoundItem }) {
  return (
    <>
      {item.refusals.map(({ name, reason, message }) => (
        <Notice
          key={name + reason}
          kind="warning"
          title={rt(reason === "round.unknown" ? "refused.waits-title" : "refused.title")}
        >
          <p>{message}</p>
          {reason === "round.full" && <p>{rt("refused.full")}</p>}
        </Notice>
      ))}
    </>
  );
}
