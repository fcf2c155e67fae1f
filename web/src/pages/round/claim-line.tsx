import type { RoundItem } from "../../core/index";
import { moment } from "../../core/messages/moment";
import { Notice } from "../../ui/notice";
import { useCore } from "../core";
import { CallLines } from "./call-lines";
import { names, rt, time } from "./words";

const reasons = ["unconfirmed", "pair", "gap", "unreachable", "channels", "closed", "finished"] as const;

/** Who watches: the server's word while it is fresh, else plainly that nobody may be watching. */
export function ClaimLine({ item, brief }: { item: RoundItem; brief: boolean }) {
  const said = useCore().rounds.claim(item);
  if (said.kind === "watched") {
    return (
      <Notice kind="done" icon="eye">
        <p class="claim" role="status">
          {rt("claim.watched", { until: time(said.until), by: names(said.by) })}
        </p>
        <p>{rt("claim.watched-why")}</p>
      </Notice>
    );
  }
  const isLost = said.kind === "no-contact";
  return (
    <Notice kind={isLost ? "offline" : "warning"} icon={isLost ? "offline" : "eye-off"}>
      <p class="claim" role="status">
        {!isLost
          ? rt("claim.nobody")
          : said.since === null
            ? rt("claim.no-contact-ever")
            : rt("claim.no-contact", { since: moment(said.since) })}
      </p>
      {!isLost && <p>{why(said.reason)}</p>}
      {!brief && (
        <>
          <p>{rt("claim.call")}</p>
          <CallLines
            district={item.district}
            text={rt("call.text-watch", { due: time(item.dueBackAt) })}
          />
        </>
      )}
    </Notice>
  );
}

function why(reason: string): string {
  if (reason === "nobody") return rt("claim.nobody-why");
  const known = reasons.find((one) => one === reason);
  return known ? rt(`claim.${known}`) : rt("claim.other");
}
