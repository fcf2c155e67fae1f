import { useState } from "preact/hooks";
import type { CheckResult, RoundItem } from "../../core/index";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { More } from "../../ui/list";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { EmptyState } from "../../ui/state";
import { useCore } from "../core";
import { complexOf } from "../observation/naming";
import { useTask } from "../task";
import { checkItems, checkResults } from "./check-items";
import { Gone } from "./gone";
import { rt } from "./words";
import "./round.css";

/** The list per complex; each press is kept on the phone at once, with or without a line. */
export default function Checks({ id }: { id: string }) {
  const core = useCore();
  const item = core.rounds.get(id);
  const task = useTask();
  if (!item) return <Gone />;
  const me = core.session.account.value?.id;
  const isMine = item.members.some((member) => member.id === me);
  const isFilled = (complex: string, about: string) =>
    item.checks.some((check) => check.complex === complex && check.item === about);
  return (
    <Page title={rt("checks.title")} back={{ href: `/round/${id}`, label: rt("round.title") }}>
      {task.error && (
        <Notice kind="error" title={rt("round.failed")}>
          <p>{task.error}</p>
        </Notice>
      )}
      {!isMine && <p>{rt("checks.not-mine")}</p>}
      {item.complexes.length === 0 && <EmptyState icon="office" title={rt("checks.none")} />}
      <div>
        {item.complexes.map((complex, i) => {
          const left = checkItems.filter((about) => !isFilled(complex, about)).length;
          return (
            <More
              key={complex}
              icon="office"
              open={i === 0}
              title={complexOf(core, complex)?.name ?? complex}
              now={left > 0 ? rt("checks.left", { count: left }) : rt("checks.done")}
            >
              {checkItems.map((about) => (
                <CheckRow
                  key={about}
                  item={item}
                  complex={complex}
                  about={about}
                  disabled={!isMine}
                  onCheck={(result, note) =>
                    void task.run(() => core.rounds.check(id, complex, about, result, note))
                  }
                />
              ))}
            </More>
          );
        })}
      </div>
    </Page>
  );
}

function CheckRow(props: {
  item: RoundItem;
  complex: string;
  about: (typeof checkItems)[number];
  disabled: boolean;
  onCheck: (result: CheckResult, note: string) => void;
}) {
  const { complex, about } = props;
  const found = props.item.checks.find((one) => one.complex === complex && one.item === about);
  const [note, setNote] = useState<string | null>(null);
  return (
    <fieldset class="check-row stack">
      <legend class="field-label">{rt(`checks.${about}`)}</legend>
      <div class="check-results">
        {checkResults.map((result) => (
          <Button
            key={result}
            disabled={props.disabled}
            pressed={found?.result === result}
            onClick={() => props.onCheck(result, found?.note ?? "")}
          >
            {rt(`checks.${result}`)}
          </Button>
        ))}
      </div>
      {found?.result === "attention" && !props.disabled && (
        <>
          <Field label={rt("checks.note")} value={note ?? found.note} onInput={setNote} maxLength={500} />
          {note !== null && note !== found.note && (
            <Button
              icon="check"
              onClick={() => {
                props.onCheck("attention", note);
                setNote(null);
              }}
            >
              {rt("checks.note-keep")}
            </Button>
          )}
        </>
      )}
      {found?.note && props.disabled && <p dir="auto">{found.note}</p>}
    </fieldset>
  );
}
