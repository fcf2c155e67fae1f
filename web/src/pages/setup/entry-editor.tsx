import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Entry, GuideList, Saving } from "../../core/guide-office";
import type { Language } from "../../core/tenant/values";
import { Button } from "../../ui/button";
import { Select } from "../../ui/field";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { Confirm } from "../confirm";
import { fullTime, st } from "../staff/words";
import { useTask } from "../task";
import { GuideTranslations } from "./guide-translations";
import { gt, languageName, others } from "./guide-words";
import { now, publishAt, PublishField } from "./publish-field";

/** Around the fields of a partner or a rule: the preview, when it is shown, translations, the past. */
export function EntryEditor(props: {
  list: GuideList;
  id: string;
  entry: Entry | null;
  /** As it is saved. */
  dutch: { title: string; text: string } | null;
  name: string;
  /** Whether what is typed says something else than what is saved. */
  changed: boolean;
  fields: ComponentChildren;
  history: ComponentChildren;
  preview: (language: Language) => ComponentChildren;
  /** Says what is missing under its field, and answers whether nothing is. */
  check: () => boolean;
  save: (saving: Saving) => Promise<void>;
  reload: () => Promise<void>;
  close: () => void;
}) {
  const { entry, name } = props;
  const task = useTask();
  const moment = useSignal(now);
  const wrongMoment = useSignal(false);
  const withdrawing = useSignal(false);
  const language = useSignal<Language>("nl");
  const base = entry?.revision ?? null;
  const save = () => {
    const at = publishAt(moment.value);
    wrongMoment.value = at === undefined;
    if (!props.check() || at === undefined) return;
    void task.run(async () => {
      await props.save({ publishAt: at, withdrawn: false, base });
      await props.reload();
      moment.value = now;
      announce(at ? gt("editor.savedPlan", { time: fullTime(at) }) : gt("editor.saved"));
    });
  };
  const withdraw = async () => {
    await props.save({ withdrawn: true, base });
    await props.reload();
    announce(gt("editor.gone"));
  };
  const told = others.filter((one) => entry?.translations[one]);
  return (
    <Page
      wide
      title={entry ? name : gt(`editor.new.${props.list}`)}
      back={{ label: gt("editor.back"), onBack: props.close }}
    >
      <div class="split">
        <form
          class="stack-wide"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          {entry?.state === "withdrawn" && (
            <Notice icon="eye-off">
              <p>{gt("editor.isGone")}</p>
            </Notice>
          )}
          {entry?.state === "planned" && (
            <Notice icon="waiting">
              <p>{gt("editor.waits", { time: fullTime(entry.publishAt) })}</p>
            </Notice>
          )}
          {props.fields}
          <PublishField
            value={moment.value}
            error={wrongMoment.value ? gt("editor.needMoment") : null}
            onChange={(value) => (moment.value = value)}
          />
          {task.error && (
            <Notice kind="error">
              <p>{task.error}</p>
            </Notice>
          )}
          <div class="row">
            <Button kind="strong" type="submit" busy={task.busy}>
              {gt(moment.value.later ? "editor.plan" : "editor.save")}
            </Button>
            {entry && entry.state !== "withdrawn" && (
              <Button icon="eye-off" onClick={() => (withdrawing.value = true)}>
                {gt("editor.withdraw")}
              </Button>
            )}
          </div>
        </form>
        <section class="tenant-view stack" aria-labelledby="tenant-view">
          <h2 id="tenant-view">{gt("editor.preview")}</h2>
          {told.length > 0 && (
            <Select
              label={gt("editor.previewIn")}
              value={language.value}
              options={(["nl", ...told] as Language[]).map((one) => ({
                value: one,
                label: languageName(one),
              }))}
              onChange={(value) => (language.value = value as Language)}
            />
          )}
          {props.preview(language.value)}
        </section>
      </div>
      <GuideTranslations
        list={props.list}
        id={props.id}
        dutch={props.dutch}
        changed={props.changed}
        translations={entry?.translations ?? {}}
        reload={props.reload}
      />
      {entry && props.history}
      <Confirm
        title={gt("editor.withdrawTitle", { name })}
        open={withdrawing.value}
        yes={gt("editor.withdrawYes")}
        no={st("staff.cancel")}
        onYes={withdraw}
        onClose={() => (withdrawing.value = false)}
      >
        <p>{gt("editor.withdrawSure")}</p>
      </Confirm>
    </Page>
  );
}
