import { useEffect, useState } from "preact/hooks";
import { navigate, route } from "../../router";
import { Button } from "../../ui/button";
import { Select } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { useCore } from "../core";
import { useTask } from "../task";
import { CallLines } from "./call-lines";
import { RoundFields, useTold } from "./fields";
import { Line112 } from "./line112";
import { names, rt, time } from "./words";
import "./round.css";

const lengths = [30, 60, 90, 120, 180, 240];

/** Begins at once, with or without a line. Only the due time must be chosen. */
export default function StartRound() {
  const core = useCore();
  const task = useTask();
  const planned = core.rounds.get(route.value.query.get("round") ?? "");
  const [told, change] = useTold(
    planned && {
      district: planned.district,
      kind: planned.kind,
      route: planned.route ?? "",
      complexes: planned.complexes,
    },
  );
  const [minutes, setMinutes] = useState(() => plannedLength(planned));
  const now = core.rounds.now();
  useEffect(() => void core.watch.refresh(), []);
  const start = () =>
    task.run(async () => {
      // By the phone's own clock: the server takes the length from it.
      const dueBackAt = new Date(Date.now() + minutes * 60_000).toISOString();
      const id = await core.rounds.start({ ...told, dueBackAt }, planned);
      navigate(`/round/${id}`, { replace: true });
    });
  return (
    <Page
      title={rt("begin.title-start")}
      back={{ href: "/round", label: rt("round.title") }}
      bar={
        <Button kind="main" icon="route" wide busy={task.busy} onClick={() => void start()}>
          {rt("begin.start")}
        </Button>
      }
    >
      <Line112 />
      {task.error && (
        <Notice kind="error" title={rt("round.failed")}>
          <p>{task.error}</p>
        </Notice>
      )}
      <Select
        label={rt("begin.length")}
        value={String(minutes)}
        options={[...new Set([...lengths, minutes])].sort((a, b) => a - b).map((count) => ({
          value: String(count),
          label: rt("begin.minutes", { count, time: time(now + count * 60_000) }),
        }))}
        onChange={(value) => setMinutes(Number(value))}
      />
      <WhoWatches district={told.district} due={now + minutes * 60_000} />
      <RoundFields told={told} onChange={change} />
    </Page>
  );
}

/** Before the start no more than who is on call; what counts is what the server says of the round. */
function WhoWatches({ district, due }: { district: string; due: number }) {
  const { watch } = useCore();
  const kept = watch.kept.value;
  const why = watch.unwatched(district, due);
  if (why === null) {
    return (
      <Notice icon="eye" title={rt("begin.watch-title")}>
        <p>{rt("begin.watch-on-call", { names: names(watch.onCall(district)) })}</p>
        <p>{rt("begin.watch-later")}</p>
        {kept?.testLate && <p>{rt("begin.watch-untested")}</p>}
      </Notice>
    );
  }
  return (
    <Notice kind="warning" icon="eye-off" title={rt("begin.watch-title")}>
      {why === "unknown" ? (
        <p>{rt("begin.watch-unknown")}</p>
      ) : (
        <>
          <p class="claim">{rt("begin.watch-nobody")}</p>
          <p>{why === "nobody" ? rt("claim.nobody-why") : rt(`claim.${why}`)}</p>
        </>
      )}
      <CallLines district={district} text={rt("call.text-watch", { due: time(due) })} />
    </Notice>
  );
}

function plannedLength(planned: { startsAt: string | null; dueBackAt: string | null } | undefined) {
  if (!planned?.startsAt || !planned.dueBackAt) return 90;
  return Math.round((Date.parse(planned.dueBackAt) - Date.parse(planned.startsAt)) / 60_000);
}
