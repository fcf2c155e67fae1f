import { useEffect, useState } from "preact/hooks";
import { addDays, instant, wall } from "../../core/amsterdam";
import type { Walker } from "../../core/index";
import { navigate } from "../../router";
import { Button } from "../../ui/button";
import { Field, Select } from "../../ui/field";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { useCore } from "../core";
import { useTask } from "../task";
import { RoundFields, useTold } from "./fields";
import { Line112 } from "./line112";
import { rt } from "./words";
import "./round.css";

/** Day, time, due back, with whom; kept on the phone and sent when there is a line. */
export default function PlanRound() {
  const core = useCore();
  const task = useTask();
  const [told, change] = useTold();
  const [date, setDate] = useState(() => wall(core.rounds.now()).day);
  const [from, setFrom] = useState("19:30");
  const [back, setBack] = useState("21:00");
  const [partner, setPartner] = useState("");
  const [incomplete, setIncomplete] = useState(false);
  const save = (event: Event) => {
    event.preventDefault();
    const times = span(date, from, back);
    setIncomplete(times === null);
    if (!times) return;
    void task.run(async () => {
      await core.rounds.plan({ ...told, ...times, partner: partner || undefined });
      navigate("/round", { replace: true });
      announce(rt("begin.planned"));
    });
  };
  const problem = incomplete ? rt("begin.incomplete") : task.error;
  return (
    <Page title={rt("begin.title-plan")} back={{ href: "/round", label: rt("round.title") }}>
      <Line112 />
      <form class="stack-wide" noValidate onSubmit={save}>
        {problem && (
          <Notice kind="error" title={rt("round.failed")}>
            <p>{problem}</p>
          </Notice>
        )}
        <Field label={rt("begin.day")} type="date" value={date} onInput={setDate} />
        <div class="pair">
          <Field label={rt("begin.from")} type="time" value={from} onInput={setFrom} />
          <Field label={rt("begin.back")} type="time" value={back} onInput={setBack} />
        </div>
        <Partner district={told.district} value={partner} onChange={setPartner} />
        <RoundFields told={told} onChange={change} />
        <Button kind="main" type="submit" icon="check" wide busy={task.busy}>
          {rt("begin.plan")}
        </Button>
      </form>
    </Page>
  );
}

function Partner(props: { district: string; value: string; onChange: (id: string) => void }) {
  const core = useCore();
  const [walkers, setWalkers] = useState<Walker[] | "loading" | "offline">("loading");
  useEffect(() => {
    setWalkers("loading");
    core.rounds.walkers(props.district).then(setWalkers, () => setWalkers("offline"));
  }, [props.district]);
  if (walkers === "loading") return <p role="status">{rt("begin.partner-loading")}</p>;
  if (walkers === "offline") return <p role="status">{rt("begin.partner-offline")}</p>;
  const me = core.session.account.value?.id;
  const others = walkers.filter((walker) => walker.mayWalk && walker.id !== me);
  const mine = walkers.find((walker) => walker.id === me);
  return (
    <>
      {mine && !mine.mayWalk && (
        <Notice kind="warning">
          <p>{rt("begin.no-certificate")}</p>
        </Notice>
      )}
      {others.length === 0 ? (
        <p>{rt("begin.partner-none")}</p>
      ) : (
        <Select
          label={rt("begin.partner")}
          value={props.value}
          options={[
            { value: "", label: rt("begin.partner-later") },
            ...others.map(({ id, fullName }) => ({ value: id, label: fullName })),
          ]}
          onChange={props.onChange}
        />
      )}
    </>
  );
}

/** Back before the beginning is back on the next day. */
function span(date: string, from: string, back: string) {
  const startsAt = instant(date, from);
  const dueBackAt = startsAt && instant(back > from ? date : addDays(date, 1), back);
  return startsAt && dueBackAt ? { startsAt, dueBackAt } : null;
}
