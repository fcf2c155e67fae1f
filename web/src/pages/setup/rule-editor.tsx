import { useSignal } from "@preact/signals";
import { ruleFields, type RuleEntry, type RuleFields } from "../../core/guide-office";
import type { Language } from "../../core/tenant/values";
import { Field, Select, TextArea } from "../../ui/field";
import { useOffice } from "../staff/office";
import { Pictogram } from "../tenant/pictogram";
import { EntryEditor } from "./entry-editor";
import { GuideHistory } from "./guide-history";
import { gt, others, pictogramName, pictograms, placeName } from "./guide-words";

const empty: RuleFields = {
  district: null,
  complex: null,
  position: 0,
  pictogram: "neighbours",
  title: "",
  text: "",
};

export function RuleEditor(props: {
  id: string;
  entry: RuleEntry | null;
  /** The place of the last rule: a new one comes after it. */
  last: number;
  reload: () => Promise<void>;
  close: () => void;
}) {
  const { id, entry } = props;
  const office = useOffice();
  const draft = useSignal<RuleFields>(ruleFields(entry ?? { ...empty, position: props.last + 1 }));
  const tried = useSignal(false);
  const change = (part: Partial<RuleFields>) => (draft.value = { ...draft.value, ...part });
  const { pictogram, title, text, position } = draft.value;
  const need = (missing: boolean, sentence: string) => (tried.value && missing ? sentence : null);
  return (
    <EntryEditor
      list="rules"
      id={id}
      entry={entry}
      name={title || gt("editor.new.rules")}
      dutch={entry && { title: entry.title, text: entry.text }}
      changed={entry !== null && (entry.title !== title || entry.text !== text)}
      check={() => {
        tried.value = true;
        return Boolean(title.trim() && text.trim());
      }}
      save={(saving) => office.guide.saveRule(id, draft.value, saving)}
      reload={props.reload}
      close={props.close}
      preview={(language) => <Door draft={draft.value} entry={entry} language={language} />}
      history={
        <GuideHistory
          editions={entry?.history ?? []}
          title={(edition) => edition.title}
          text={(edition) => edition.text}
          restore={(edition) => (draft.value = ruleFields(edition))}
        />
      }
      fields={
        <>
          <Where value={draft.value} onChange={change} />
          <Field
            label={gt("editor.title")}
            value={title}
            maxLength={100}
            error={need(!title.trim(), gt("editor.needName"))}
            onInput={(value) => change({ title: value })}
          />
          <TextArea
            label={gt("editor.text")}
            hint={gt("editor.whenHint")}
            value={text}
            maxLength={2000}
            error={need(!text.trim(), gt("editor.needText"))}
            onInput={(value) => change({ text: value })}
          />
          <fieldset class="stack">
            <legend class="field-label">{gt("editor.pictogram")}</legend>
            <div class="icon-choices">
              {[...new Set([...pictograms, pictogram])].map((name) => (
                <label key={name} class="icon-choice" title={pictogramName(name)}>
                  <input
                    type="radio"
                    name="pictogram"
                    value={name}
                    aria-label={pictogramName(name)}
                    checked={pictogram === name}
                    onChange={() => change({ pictogram: name })}
                  />
                  <Pictogram name={name} />
                </label>
              ))}
            </div>
          </fieldset>
          <Field
            type="number"
            inputMode="numeric"
            label={gt("editor.position")}
            hint={gt("editor.positionHint")}
            value={String(position)}
            onInput={(value) => change({ position: Number.parseInt(value, 10) || 0 })}
          />
        </>
      }
    />
  );
}

/** All districts, one of them, or one complex. */
function Where(props: { value: RuleFields; onChange: (part: Partial<RuleFields>) => void }) {
  const office = useOffice();
  const { district, complex } = props.value;
  const options = [
    { district: null, complex: null },
    ...office.districts.value.map(({ id }) => ({ district: id, complex: null })),
    ...office.complexes.value.map(({ id }) => ({ district: null, complex: id })),
  ];
  const key = (of: { district: string | null; complex: string | null }) =>
    of.complex ?? of.district ?? "";
  return (
    <Select
      label={gt("editor.where")}
      value={key({ district, complex })}
      options={options.map((one) => ({ value: key(one), label: placeName(office, one) }))}
      onChange={(value) => props.onChange(options.find((one) => key(one) === value)!)}
    />
  );
}

function Door(props: { draft: RuleFields; entry: RuleEntry | null; language: Language }) {
  const { draft, entry, language } = props;
  const told = (language !== "nl" && entry?.translations[language]) || draft;
  return (
    <article class="door" lang={language} dir="auto">
      <Pictogram name={draft.pictogram} />
      <h3>{told.title}</h3>
      <p class="kept">{told.text}</p>
    </article>
  );
}

/** For who only reads it: Dutch, and each language that it was said in. */
export function RuleView({ entry }: { entry: RuleEntry }) {
  const told = others.filter((one) => entry.translations[one]);
  return (
    <div class="stack">
      {(["nl", ...told] as const).map((language) => (
        <Door key={language} draft={entry} entry={entry} language={language} />
      ))}
    </div>
  );
}
