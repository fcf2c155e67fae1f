import { useSignal } from "@preact/signals";
import type { GuideList, Translated } from "../../core/guide-office";
import type { Language } from "../../core/tenant/values";
import { Button } from "../../ui/button";
import { Check, Field, TextArea } from "../../ui/field";
import { More } from "../../ui/list";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { useOffice } from "../staff/office";
import { useTask } from "../task";
import { gt, languageName, others } from "./guide-words";

interface Props {
  list: GuideList;
  id: string;
  /** As it is saved; null before that. */
  dutch: { title: string; text: string } | null;
  changed: boolean;
  translations: Partial<Record<Language, Translated>>;
  reload: () => Promise<void>;
}

/** Each language beside the Dutch that it is made of. */
export function GuideTranslations(props: Props) {
  return (
    <section class="stack" aria-labelledby="guide-translations">
      <h2 id="guide-translations">{gt("translation.title")}</h2>
      {props.dutch === null ? (
        <p class="soft">{gt("translation.first")}</p>
      ) : (
        <div>
          {others.map((language) => (
            <More
              key={language}
              icon="message"
              title={languageName(language)}
              now={standing(props.translations[language])}
            >
              <Translation {...props} dutch={props.dutch!} language={language} />
            </More>
          ))}
        </div>
      )}
    </section>
  );
}

function standing(said: Translated | undefined): string {
  if (!said) return gt("translation.none");
  if (said.stale) return gt("translation.stale");
  return gt(said.checked ? "translation.read" : "translation.unread");
}

function Translation(props: Props & { dutch: { title: string; text: string }; language: Language }) {
  const { list, id, language, dutch } = props;
  const saved = props.translations[language];
  const office = useOffice();
  const task = useTask();
  const title = useSignal(saved?.title ?? "");
  const text = useSignal(saved?.text ?? "");
  const checked = useSignal(saved?.checked ?? false);
  const missing = useSignal(false);
  const name = languageName(language);
  const save = () => {
    missing.value = !title.value.trim() || !text.value.trim();
    if (missing.value) return;
    void task.run(async () => {
      const said = { title: title.value, text: text.value, checked: checked.value };
      await office.guide.translate(list, id, language, said);
      await props.reload();
      announce(gt("translation.saved"));
    });
  };
  const remove = () =>
    task.run(async () => {
      await office.guide.removeTranslation(list, id, language);
      [title.value, text.value, checked.value] = ["", "", false];
      await props.reload();
      announce(gt("translation.removed"));
    });
  return (
    <div class="guide-sides">
      <div class="stack guide-dutch">
        <p class="field-label">{gt("translation.dutch")}</p>
        <p>
          <strong dir="auto">{dutch.title}</strong>
        </p>
        <p class="kept" dir="auto">
          {dutch.text}
        </p>
        {props.changed && <p class="small soft">{gt("translation.changed")}</p>}
      </div>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {saved?.stale && (
          <Notice>
            <p>{gt("translation.staleText")}</p>
          </Notice>
        )}
        <Field
          label={gt("translation.name", { language: name })}
          value={title.value}
          maxLength={100}
          error={missing.value ? gt("translation.need") : null}
          onInput={(value) => (title.value = value)}
        />
        <TextArea
          label={gt("translation.text", { language: name })}
          value={text.value}
          maxLength={2000}
          onInput={(value) => (text.value = value)}
        />
        <Check
          label={gt("translation.checked")}
          checked={checked.value}
          onChange={(on) => (checked.value = on)}
        />
        {task.error && (
          <Notice kind="error">
            <p>{task.error}</p>
          </Notice>
        )}
        <div class="row">
          <Button kind="strong" type="submit" busy={task.busy}>
            {gt("translation.save")}
          </Button>
          {saved && (
            <Button icon="trash" onClick={() => void remove()}>
              {gt("translation.remove")}
            </Button>
          )}
        </div>
      </form>
    </div>
  );
}
