import { useState } from "preact/hooks";
import type { RoundItem } from "../../core/index";
import { t } from "../../core/messages/index";
import { navigate } from "../../router";
import { Button } from "../../ui/button";
import { Page } from "../../ui/page";
import { Confirm } from "../confirm";
import { useCore } from "../core";
import { SyncNotices } from "../sync-chip";
import { Gone } from "./gone";
import { Line112 } from "./line112";
import { Refusals } from "./refusals";
import { Receipt } from "./signs";
import { AlarmNotice } from "./sos";
import { RoundLinks, Walking } from "./walking";
import { day, names, rt, time } from "./words";
import "./round.css";

/** One round, at whatever point it is. */
export default function RoundPage({ id }: { id: string }) {
  const core = useCore();
  const item = core.rounds.get(id);
  if (!item) return <Gone />;
  const me = core.session.account.value?.id;
  const isWalker = item.members.some((member) => member.id === me);
  if (item.state === "planned") return <Planned item={item} />;
  if (!isWalker) return item.refusals.length > 0 ? <NotTaken item={item} /> : <Gone />;
  if (item.state === "started" || item.state === "walking") return <Walking item={item} />;
  return <Over item={item} />;
}

function Planned({ item }: { item: RoundItem }) {
  const core = useCore();
  const [asking, setAsking] = useState(false);
  const back = { href: "/round", label: rt("round.title") };
  return (
    <Page
      title={rt("round.planned")}
      back={back}
      bar={
        <Button kind="main" icon="route" wide href={`/round/start?round=${item.id}`}>
          {rt("begin.start")}
        </Button>
      }
    >
      <Line112 />
      <Refusals item={item} />
      <Facts item={item} />
      <Button kind="quiet" icon="trash" onClick={() => setAsking(true)}>
        {rt("round.cancel")}
      </Button>
      <Confirm
      wide
      large
        title={rt("round.cancel-title")}
        open={asking}
        yes={rt("round.cancel-yes")}
        onYes={async () => {
          await core.rounds.cancel(item.id);
          navigate("/round", { replace: true });
        }}
        onClose={() => setAsking(false)}
      >
        <p>{rt("round.cancel-why")}</p>
      </Confirm>
    </Page>
  );
}

/** Ended, or asked to end: only the server's receipt makes it certain. */
function Over({ item }: { item: RoundItem }) {
  const core = useCore();
  const isAsked = item.wishes.some(({ name }) => name === "round.finish");
  return (
    <Page
      title={rt(item.state === "cancelled" ? "round.cancelled" : "claim.finished")}
      back={{ href: "/", label: t("home.title") }}
    >
      <Line112 />
      {core.alarms.openOf(item.id).map((alarm) => (
        <AlarmNotice key={alarm.id} alarm={alarm} item={item} />
      ))}
      {item.state === "finished" && <Receipt item={item} />}
      {isAsked && <SyncNotices />}
      {!isAsked && item.state === "finished" && <p>{rt("walk.ended-why")}</p>}
      <Refusals item={item} />
      <Facts item={item} />
      <RoundLinks item={item} />
    </Page>
  );
}

/** Asked to start or join, and the server said no, or not yet. */
function NotTaken({ item }: { item: RoundItem }) {
  return (
    <Page title={rt("round.title")} back={{ href: "/", label: t("home.title") }}>
      <Line112 />
      <Refusals item={item} />
      <Button kind="main" icon="people" wide href="/round">
        {rt("refused.again")}
      </Button>
    </Page>
  );
}

function Facts({ item }: { item: RoundItem }) {
  const at = item.startedAt ?? item.startsAt;
  const district = useCore().places.districts.value.find(({ id }) => id === item.district);
  return (
    <dl class="facts">
      <div>
        <dt>{rt("begin.kind")}</dt>
        <dd>{rt(`round.${item.kind}`)}</dd>
      </div>
      {at && (
        <div>
          <dt>{rt("begin.day")}</dt>
          <dd>{`${day(at)}, ${time(at)}`}</dd>
        </div>
      )}
      <div>
        <dt>{rt("begin.back")}</dt>
        <dd>{time(item.dueBackAt)}</dd>
      </div>
      {district && (
        <div>
          <dt>{rt("begin.district")}</dt>
          <dd dir="auto">{district.name}</dd>
        </div>
      )}
      {item.route && (
        <div>
          <dt>{rt("begin.route")}</dt>
          <dd dir="auto">{item.route}</dd>
        </div>
      )}
      {item.partner && item.members.length === 0 && (
        <div>
          <dt>{rt("begin.partner")}</dt>
          <dd dir="auto">
            {names([item.plannedBy, item.partner].filter((one) => one != null))}
          </dd>
        </div>
      )}
      {item.members.length > 0 && (
        <div>
          <dt>{rt("summary.who")}</dt>
          <dd dir="auto">{names(item.members)}</dd>
        </div>
      )}
    </dl>
  );
}
