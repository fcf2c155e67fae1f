import { useState } from "preact/hooks";
import { t } from "../../core/messages/index";
import type { Place, Urgency, Visit } from "../../core/values";
import { Button } from "../../ui/button";
import { Choice } from "../../ui/choice";
import { Dialog } from "../../ui/dialog";
import { Check, TextArea } from "../../ui/field";
import { More } from "../../ui/list";
import { useCore } from "../core";
import { Call112 } from "../danger/index";
import { placeLine, visitLine, visitWords } from "./naming";
import { PlaceField } from "./place-field";
import { Warnings } from "./warnings";

/** What can be told about an observation, in a draft and when changing one. All of it is optional. */
export interface Told {
  text: string;
  urgency: Urgency;
  place: Place | null;
  visit: Visit | null;
  wantsHelp: boolean;
}

export function TellMore(props: {
  told: Told;
  open?: boolean;
  onChange: (changes: Partial<Told>, pace?: "now" | "breath") => void;
}) {
  const { told, onChange, open } = props;
  const core = useCore();
  return (
    <div>
      <More icon="text" title={t("text.title")} now={told.text || t("text.empty")} open={open}>
        <TextArea
          label={t("text.label")}
          hint={t("text.hint")}
          value={told.text}
          onInput={(text) => onChange({ text }, "breath")}
        />
        <Warnings text={told.text} />
      </More>
      <More icon="place" title={t("place.title")} now={placeLine(core, told.place) || t("place.empty")}>
        <PlaceField place={told.place} onChange={(place, pace) => onChange({ place }, pace)} />
      </More>
      <More icon="waiting" title={t("urgency.title")} now={t(`urgency.${told.urgency}`)}>
        <UrgencyField urgency={told.urgency} onChange={(urgency) => onChange({ urgency })} />
      </More>
      <More icon="visit" title={t("visit.title")} now={visitLine(told.visit) || t("visit.empty")}>
        <VisitField visit={told.visit} onChange={(visit, pace) => onChange({ visit }, pace)} />
      </More>
      <More icon="people" title={t("help.title")} now={t(told.wantsHelp ? "help.yes" : "help.no")}>
        <Check
          label={t("help.label")}
          checked={told.wantsHelp}
          onChange={(wantsHelp) => onChange({ wantsHelp })}
        />
      </More>
    </div>
  );
}

/** Danger shows 112 first; only then it becomes a word on the observation. */
function UrgencyField(props: { urgency: Urgency; onChange: (urgency: Urgency) => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Choice
        legend={t("urgency.title")}
        legendUnseen
        value={asking ? "now" : props.urgency}
        options={[
          { value: "later", label: t("urgency.later"), hint: t("urgency.later-hint") },
          { value: "soon", label: t("urgency.soon"), hint: t("urgency.soon-hint") },
          { value: "now", label: t("urgency.now"), hint: t("urgency.now-hint"), icon: "danger" },
        ]}
        onChange={(chosen) => {
          if (chosen === "now") setAsking(true);
          else props.onChange(chosen as Urgency);
        }}
      />
      <Dialog
        title={t("urgency.danger-title")}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button
              wide
              onClick={() => {
                props.onChange("now");
                setAsking(false);
              }}
            >
              {t("urgency.danger-go")}
            </Button>
            <Button kind="quiet" wide onClick={() => setAsking(false)}>
              {t("urgency.danger-back")}
            </Button>
          </>
        }
      >
        <Call112 />
      </Dialog>
    </>
  );
}

function VisitField(props: {
  visit: Visit | null;
  onChange: (visit: Visit | null, pace?: "now" | "breath") => void;
}) {
  const { visit, onChange } = props;
  const note = visit?.note ?? "";
  return (
    <>
      <Choice
        legend={t("visit.legend")}
        value={visit?.outcome ?? ""}
        options={[
          { value: "", label: t("visit.empty") },
          ...visitWords.map((value) => ({ value, label: t(`visit.${value}`) })),
        ]}
        onChange={(outcome) => onChange(outcome ? { outcome, note } : null)}
      />
      {visit && (
        <>
          <TextArea
            label={t("visit.note")}
            hint={t("text.hint")}
            rows={3}
            value={note}
            onInput={(typed) => onChange({ ...visit, note: typed }, "breath")}
          />
          <Warnings text={note} />
        </>
      )}
    </>
  );
}
