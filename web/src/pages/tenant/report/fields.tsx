import { useState } from "preact/hooks";
import { t } from "../../../core/tenant/language";
import type { ReportChanges, ReportDraft } from "../../../core/tenant/reports-values";
import type { Urgency } from "../../../core/values";
import { Button } from "../../../ui/button";
import { Choice } from "../../../ui/choice";
import { Dialog } from "../../../ui/dialog";
import { Field, TextArea } from "../../../ui/field";
import { Icon } from "../../../ui/icon";
import { TextWarnings } from "./warnings";

export const longest = 2000;

type Change = (changes: ReportChanges, pace?: "now" | "breath") => void;

export function TextField(props: {
  label: string;
  hint: string;
  draft: ReportDraft;
  rows?: number;
  onChange: Change;
}) {
  const { text } = props.draft;
  return (
    <div class="stack">
      <TextArea
        label={props.label}
        hint={props.hint}
        rows={props.rows ?? 4}
        maxLength={longest}
        value={text}
        onInput={(typed) => props.onChange({ text: typed }, "breath")}
      />
      <TextWarnings text={text} />
    </div>
  );
}

/** Says what it is for beside the boxes, and that nobody has to. */
export function ContactFields(props: { draft: ReportDraft; needed?: boolean; onChange: Change }) {
  const { phone, email } = props.draft;
  return (
    <div class="stack">
      {!props.needed && <p>{t("reach.hint")}</p>}
      <Field
        label={t("reach.phone")}
        type="tel"
        autocomplete="tel"
        maxLength={40}
        value={phone}
        onInput={(typed) => props.onChange({ phone: typed }, "breath")}
      />
      <Field
        label={t("reach.email")}
        type="email"
        autocomplete="email"
        maxLength={200}
        value={email}
        onInput={(typed) => props.onChange({ email: typed }, "breath")}
      />
      <p class="soft small">{t("reach.why")}</p>
    </div>
  );
}

/** Danger shows 112 first; only then it becomes a word on the report. */
export function UrgencyField(props: { urgency: Urgency; onChange: (urgency: Urgency) => void }) {
  const [asking, setAsking] = useState(false);
  const set = (urgency: Urgency) => {
    setAsking(false);
    props.onChange(urgency);
  };
  return (
    <>
      <Choice
        legend={t("urgency.title")}
        legendUnseen
        value={asking ? "now" : props.urgency}
        options={[
          { value: "later", label: t("urgency.later") },
          { value: "soon", label: t("urgency.soon") },
          { value: "now", label: t("urgency.now"), icon: "danger" },
        ]}
        onChange={(chosen) => (chosen === "now" ? setAsking(true) : set(chosen as Urgency))}
      />
      <Dialog
        title={t("urgency.now-title")}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button wide onClick={() => set("now")}>
              {t("urgency.now-go")}
            </Button>
            <Button kind="quiet" wide onClick={() => setAsking(false)}>
              {t("urgency.now-back")}
            </Button>
          </>
        }
      >
        <a class="button button-main button-wide" href="tel:112">
          <Icon name="phone" />
          <bdi>{t("urgency.now-call")}</bdi>
        </a>
        <p>{t("urgency.now-why")}</p>
      </Dialog>
    </>
  );
}
