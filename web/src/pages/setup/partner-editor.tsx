import { useSignal } from "@preact/signals";
import {
  asTenantsSee,
  partnerFields,
  type PartnerEntry,
  type PartnerFields,
} from "../../core/guide-office";
import { Field, Select, TextArea } from "../../ui/field";
import { useOffice } from "../staff/office";
import { PartnerCard } from "../tenant/partner-card";
import { EntryEditor } from "./entry-editor";
import { GuideHistory } from "./guide-history";
import { gt, kindName, kinds, others } from "./guide-words";
import { HoursField, isWhole } from "./hours-field";

const empty: PartnerFields = {
  kind: "other",
  district: null,
  position: 0,
  name: "",
  text: "",
  phone: null,
  email: null,
  website: null,
  hours: null,
};

export function PartnerEditor(props: {
  id: string;
  entry: PartnerEntry | null;
  reload: () => Promise<void>;
  close: () => void;
}) {
  const { id, entry } = props;
  const office = useOffice();
  const draft = useSignal<PartnerFields>(partnerFields(entry ?? empty));
  const tried = useSignal(false);
  const change = (part: Partial<PartnerFields>) => (draft.value = { ...draft.value, ...part });
  const { kind, district, name, text, phone, email, website, hours, position } = draft.value;
  const need = (missing: boolean, sentence: string) => (tried.value && missing ? sentence : null);
  const isMissing = () => !name.trim() || !text.trim() || !isWhole(hours);
  return (
    <EntryEditor
      list="partners"
      id={id}
      entry={entry}
      name={name || gt("editor.new.partners")}
      dutch={entry && { title: entry.name, text: entry.text }}
      changed={entry !== null && (entry.name !== name || entry.text !== text)}
      check={() => {
        tried.value = true;
        return !isMissing();
      }}
      save={(saving) => office.guide.savePartner(id, draft.value, saving)}
      reload={props.reload}
      close={props.close}
      preview={(language) => (
        <ul class="cards">
          <PartnerCard partner={asTenantsSee(draft.value, entry, language)} />
        </ul>
      )}
      history={
        <GuideHistory
          editions={entry?.history ?? []}
          title={(edition) => edition.name}
          text={(edition) => [edition.text, edition.phone].filter(Boolean).join("\n")}
          restore={(edition) => (draft.value = partnerFields(edition))}
        />
      }
      fields={
        <>
          <div class="guide-pair guide-pair-wide">
            <Select
              label={gt("editor.kind")}
              value={kind}
              options={kinds.map((value) => ({ value, label: kindName(value) }))}
              onChange={(value) => change({ kind: value })}
            />
            <Select
              label={gt("editor.where")}
              value={district ?? ""}
              options={[
                { value: "", label: gt("editor.whole") },
                ...office.districts.value.map((one) => ({
                  value: one.id,
                  label: gt("editor.inDistrict", { name: one.name }),
                })),
              ]}
              onChange={(value) => change({ district: value || null })}
            />
          </div>
          <Field
            label={gt("editor.name")}
            value={name}
            maxLength={100}
            error={need(!name.trim(), gt("editor.needName"))}
            onInput={(value) => change({ name: value })}
          />
          <TextArea
            label={gt("editor.when")}
            hint={gt("editor.whenHint")}
            value={text}
            maxLength={2000}
            error={need(!text.trim(), gt("editor.needText"))}
            onInput={(value) => change({ text: value })}
          />
          <Field
            type="tel"
            label={gt("editor.phone")}
            value={phone ?? ""}
            onInput={(value) => change({ phone: value })}
          />
          <Field
            type="email"
            label={gt("editor.email")}
            value={email ?? ""}
            onInput={(value) => change({ email: value })}
          />
          <Field
            label={gt("editor.website")}
            hint={gt("editor.websiteHint")}
            capitalize="none"
            spellcheck={false}
            value={website ?? ""}
            onInput={(value) => change({ website: value })}
          />
          <HoursField
            value={hours}
            error={need(!isWhole(hours), gt("editor.needHours"))}
            onChange={(value) => change({ hours: value })}
          />
          <Field
            type="number"
            inputMode="numeric"
            label={gt("editor.position")}
            hint={gt("editor.positionInKind")}
            value={String(position)}
            onInput={(value) => change({ position: Number.parseInt(value, 10) || 0 })}
          />
        </>
      }
    />
  );
}

/** For who only reads it: Dutch, and each language that it was said in. */
export function PartnerView({ entry }: { entry: PartnerEntry }) {
  const told = others.filter((one) => entry.translations[one]);
  return (
    <ul class="cards">
      {(["nl", ...told] as const).map((language) => (
        <PartnerCard key={language} partner={asTenantsSee(entry, entry, language)} />
      ))}
    </ul>
  );
}
