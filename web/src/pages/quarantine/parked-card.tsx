import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { moment } from "../../core/messages/moment";
import type { Parked } from "../../core/setup";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chip";
import { TextArea } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { useTask } from "../task";
import { fieldText } from "../desk/readable";
import { nameOf } from "../desk/words";
import { useOffice } from "../staff/office";
import { exactTime, known, st } from "../staff/words";

const ICON = { parked: "parked", admitted: "check", answered: "message" };

interface Props {
  parked: Parked;
  done: (said: string) => Promise<void>;
}

/** Who, what, why and when; then let it in, or say why not. */
export function ParkedCard({ parked, done }: Props) {
  const office = useOffice();
  const title = useId();
  const task = useTask();
  const author = nameOf(parked.author);
  const typed = useSignal(office.typed.read(parked.id));
  const writing = typed.value.mode === "answer";
  const missing = useSignal(false);
  const change = (part: { mode?: "answer" | null; text?: string }) =>
    (typed.value = office.typed.change(parked.id, part));
  const admit = () =>
    task.run(async () => {
      await office.setup.admit(parked.id);
      await done(st("quarantine.admitted"));
    });
  const answer = () => {
    missing.value = typed.value.text.trim() === "";
    if (missing.value) return;
    void task.run(async () => {
      await office.setup.answerParked(parked.id, typed.value.text.trim());
      office.typed.clear(parked.id);
      await done(st("quarantine.answered"));
    });
  };
  return (
    <article class="card stack" aria-labelledby={title}>
      <header>
        <h2 id={title} dir="auto">
          {known("quarantine.names", parked.name)}
        </h2>
        <p class="soft">
          <bdi>{author}</bdi> ·{" "}
          <time dateTime={parked.at} title={exactTime(parked.at)}>
            {moment(parked.at)}
          </time>
          {" · "}
          {st("quarantine.received")}{" "}
          <time dateTime={parked.receivedAt} title={exactTime(parked.receivedAt)}>
            {moment(parked.receivedAt)}
          </time>
        </p>
      </header>
      <div>
        <h3>{st("quarantine.why")}</h3>
        <p>{parked.message || parked.reason}</p>
      </div>
      <Contents parked={parked} />
      {parked.name !== "observation.record" && (
        <p>
          <Button kind="quiet" icon="list" href={`/desk/${encodeURIComponent(parked.entity)}`}>
            {st("quarantine.entity")}
          </Button>
        </p>
      )}
      {parked.answers.map((one, index) => (
        <div key={index} class="saying">
          <p class="saying-head">
            <bdi>{nameOf(one.by)}</bdi> <time dateTime={one.at}>{moment(one.at)}</time>
          </p>
          <p class="kept" dir="auto">
            {one.text}
          </p>
        </div>
      ))}
      {task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
        </Notice>
      )}
      {parked.state !== "parked" && (
        <Chip icon={ICON[parked.state]}>{st(`quarantine.states.${parked.state}`)}</Chip>
      )}
      {parked.state === "parked" && writing && (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            answer();
          }}
        >
          <TextArea
            label={st("quarantine.answerLabel", { name: author })}
            value={typed.value.text}
            rows={3}
            error={missing.value ? st("desk.form.needText") : null}
            onInput={(text) => change({ text })}
          />
          <div class="row">
            <Button kind="strong" type="submit" icon="sending" busy={task.busy}>
              {st("quarantine.send")}
            </Button>
            <Button kind="quiet" onClick={() => change({ mode: null })}>
              {st("staff.cancel")}
            </Button>
          </div>
        </form>
      )}
      {parked.state === "parked" && !writing && (
        <div class="row">
          <Button kind="strong" icon="check" busy={task.busy} onClick={() => void admit()}>
            {st("quarantine.admit")}
          </Button>
          <Button icon="message" onClick={() => change({ mode: "answer" })}>
            {st("quarantine.answer")}
          </Button>
        </div>
      )}
    </article>
  );
}

function Contents({ parked }: { parked: Parked }) {
  const office = useOffice();
  const lines = Object.entries(parked.args)
    .map(([field, value]) => ({
      word: known("desk.fields", field),
      text: fieldText(office, field, value),
    }))
    .filter((line) => line.text !== "");
  if (lines.length === 0) return null;
  return (
    <div>
      <h3>{st("quarantine.what")}</h3>
      <dl class="lines">
        {lines.map(({ word, text }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd class="kept" dir="auto">
              {text}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
