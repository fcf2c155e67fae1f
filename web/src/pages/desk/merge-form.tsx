import { useSignal } from "@preact/signals";
import type { DeskItem } from "../../core/desk";
import { moment } from "../../core/messages/moment";
import { Button } from "../../ui/button";
import { TextArea } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { useTask } from "../task";
import { useOffice } from "../staff/office";
import { st } from "../staff/words";
import { nameOf } from "./words";

/** Both texts stay until somebody makes one of them. */
export function MergeForm({ item, done }: { item: DeskItem; done: (said: string) => Promise<void> }) {
  const office = useOffice();
  const task = useTask();
  const text = useSignal(office.typed.read(item.id).merge ?? item.text ?? "");
  const change = (merge: string) => {
    text.value = merge;
    office.typed.change(item.id, { merge });
  };
  const save = () =>
    task.run(async () => {
      await office.desk.mergeText(item.id, text.value.trim());
      office.typed.change(item.id, { merge: null });
      await done(st("desk.sent.merge"));
    });
  const texts = [
    { text: item.text ?? "", by: item.author, at: item.observedAt },
    ...item.otherTexts,
  ];
  return (
    <Notice kind="warning" icon="merge" title={st("desk.conflict")}>
      <p>{st("desk.conflictText")}</p>
      <ul class="texts">
        {texts.map((one, index) => (
          <li key={index} class="stack">
            <p class="small soft">
              <bdi>{nameOf(one.by)}</bdi> · {moment(one.at)}
            </p>
            <p class="kept" dir="auto">
              {one.text}
            </p>
            <Button onClick={() => change(one.text)}>{st("desk.take")}</Button>
          </li>
        ))}
      </ul>
      <form
        class="stack texts-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextArea
          label={st("desk.merged")}
          value={text.value}
          onInput={change}
          error={task.error}
          rows={3}
        />
        <Button kind="strong" type="submit" busy={task.busy}>
          {st("desk.mergeSave")}
        </Button>
      </form>
    </Notice>
  );
}
