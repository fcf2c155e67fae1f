import { useEffect } from "preact/hooks";
import type { RoundItem } from "../../core/index";
import { t } from "../../core/messages/index";
import { Entry, List } from "../../ui/list";
import { Page } from "../../ui/page";
import { useCore } from "../core";
import { SyncNotices } from "../sync-chip";
import { hasRound, RoundCard } from "./card";
import { Line112 } from "./line112";
import { day, rt, time } from "./words";
import "./round.css";

/** Where a round begins: plan it, start it, or join with the other's code. */
export default function RoundHub() {
  const core = useCore();
  const items = core.rounds.items.value.filter((item) => item.state !== "cancelled");
  const planned = items.filter((item) => item.state === "planned").reverse();
  const earlier = items.filter((item) => item.state === "finished" && item.isMine).slice(0, 10);
  useEffect(() => void core.watch.refresh(), []);
  return (
    <Page title={rt("round.title")} back={{ href: "/", label: t("home.title") }}>
      <Line112 />
      <SyncNotices />
      {hasRound(core) && <RoundCard />}
      <p>{rt("round.hub")}</p>
      <List>
        <Entry href="/round/start" icon="route" title={rt("round.start")} sub={rt("round.start-sub")} />
        <Entry href="/round/join" icon="people" title={rt("round.join")} sub={rt("round.join-sub")} />
        <Entry href="/round/plan" icon="waiting" title={rt("round.plan")} sub={rt("round.plan-sub")} />
      </List>
      <section class="stack">
        <h2>{rt("round.planned")}</h2>
        {planned.length === 0 && <p>{rt("round.none")}</p>}
        <List>
          {planned.map((item) => (
            <RoundEntry key={item.id} item={item} />
          ))}
        </List>
      </section>
      {earlier.length > 0 && (
        <section class="stack">
          <h2>{rt("round.earlier")}</h2>
          <List>
            {earlier.map((item) => (
              <RoundEntry key={item.id} item={item} />
            ))}
          </List>
        </section>
      )}
    </Page>
  );
}

function RoundEntry({ item }: { item: RoundItem }) {
  const at = item.startedAt ?? item.startsAt;
  const who = item.members.map((member) => member.fullName).join(", ");
  return (
    <Entry
      href={`/round/${item.id}`}
      icon="route"
      title={at ? `${day(at)}, ${time(at)}` : rt("round.title")}
      sub={[rt(`round.${item.kind}`), item.route, who].filter(Boolean).join(" · ")}
    />
  );
}
