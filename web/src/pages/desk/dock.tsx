import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { mayAcknowledge, modesFor, type DeskItem } from "../../core/desk";
import type { Mode, Typed } from "../../core/desk-typed";
import { Button } from "../../ui/button";
import { Select, TextArea } from "../../ui/field";
import { Icon } from "../../ui/icon";
import { announced } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { declareWriting } from "../../writing";
import { useTask } from "../task";
import { useOffice } from "../staff/office";
import { st, type StaffKey } from "../staff/words";
import { authorWithin } from "./words";

const ICON: Record<Mode, string> = {
  answer: "message",
  question: "question",
  closure: "closed",
  reopening: "refresh",
};
const SEND: Record<Mode, StaffKey> = {
  answer: "desk.form.sendAnswer",
  question: "desk.form.sendQuestion",
  closure: "desk.form.sendClosure",
  reopening: "desk.form.sendReopening",
};
const OUTCOMES = ["solved", "passed-on", "explained", "no-action", "duplicate"];

interface Props {
  item: DeskItem;
  done: (said: string) => Promise<void>;
}

/** What staff can do with it. The half-typed text belongs to the item, not to this form. */
export function Dock({ item, done }: Props) {
  const office = useOffice();
  const task = useTask();
  const texts = item.source === "concern" ? office.unkept : office.typed;
  const typed = useSignal<Typed>(texts.read(item.id));
  const modes = modesFor(item);
  const mode = typed.value.mode && modes.includes(typed.value.mode) ? typed.value.mode : null;
  const pressed = useRef(false);
  const said = useSignal("");
  const dock = useRef<HTMLElement>(null);
  const focusBack = (on: string | null) =>
    requestAnimationFrame(() => {
      const button = on && dock.current?.querySelector<HTMLElement>(`[data-action=${on}]`);
      (button || dock.current)?.focus({ preventScroll: true });
    });
  const change = (part: Partial<Typed>) => (typed.value = texts.change(item.id, part));
  const acknowledge = () =>
    task.run(async () => {
      await office.desk.acknowledge(item);
      said.value = st("desk.sent.acknowledge", { name: capital(authorWithin(item)) });
      await done(said.value);
    });
  if (modes.length === 0) return null;
  return (
    <section
      ref={dock}
      tabIndex={-1}
      class={mode ? "dock dock-open" : "dock"}
      aria-label={st("desk.actions.label")}
    >
      {mode && (
        <WriteForm
          key={mode}
          item={item}
          mode={mode}
          typed={typed.value}
          focus={pressed.current}
          change={change}
          cancel={() => {
            change({ mode: null });
            focusBack(mode);
          }}
          sent={async (text) => {
            texts.clear(item.id);
            typed.value = texts.read(item.id);
            said.value = text;
            focusBack(null);
            await done(text);
          }}
        />
      )}
      {!mode && said.value && said.value === announced() && (
        <p class="dock-said" aria-hidden="true">
          <Icon name="check" />
          {said.value}
        </p>
      )}
      {!mode && task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
        </Notice>
      )}
      <div class="dock-actions">
        {mayAcknowledge(item) && !mode && (
          <Button icon="eye" busy={task.busy} onClick={() => void acknowledge()}>
            {st("desk.actions.acknowledge")}
          </Button>
        )}
        {modes.map((one) => (
          <Button
            key={one}
            icon={ICON[one]}
            kind={one === "answer" && !mode ? "strong" : "plain"}
            expanded={mode === one}
            action={one}
            onClick={() => {
              pressed.current = true;
              change({ mode: mode === one ? null : one });
            }}
          >
            {st(`desk.actions.${one}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

interface FormProps {
  item: DeskItem;
  mode: Mode;
  typed: Typed;
  /** Coming back to a half-typed answer must not pull the reader down to it. */
  focus: boolean;
  change: (part: Partial<Typed>) => void;
  cancel: () => void;
  sent: (said: string) => Promise<void>;
}

function WriteForm({ item, mode, typed, focus, change, cancel, sent }: FormProps) {
  const office = useOffice();
  const task = useTask();
  const missing = useSignal<{ text?: string; outcome?: string }>({});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => declareWriting(() => true), []);
  // Before the next key press, which belongs to this box already.
  useLayoutEffect(() => {
    if (focus) form.current?.querySelector<HTMLElement>("select, textarea")?.focus();
  }, []);

  const send = () => {
    const text = typed.text.trim();
    missing.value = {
      ...(text || mode === "reopening" || mode === "closure" ? {} : { text: st("desk.form.needText") }),
      ...(mode !== "closure" || typed.outcome ? {} : { outcome: st("desk.form.needOutcome") }),
    };
    if (missing.value.text || missing.value.outcome) {
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(),
      );
      return;
    }
    void task.run(async () => {
      const { desk } = office;
      const texts = item.source === "concern" ? office.unkept : office.typed;
      const messageId = texts.messageId(item.id, office.newId);
      if (mode === "answer") await desk.answer(item, text, messageId);
      if (mode === "question") await desk.ask(item, text, messageId);
      if (mode === "closure") await desk.close(item, typed.outcome, text);
      if (mode === "reopening") await desk.reopen(item, text);
      await sent(st(`desk.sent.${mode}`));
    });
  };
  return (
    <form
      ref={form}
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {mode === "closure" && (
        <Select
          label={st("desk.form.outcome")}
          value={typed.outcome}
          error={missing.value.outcome ?? null}
          options={[
            { value: "", label: "…" },
            ...OUTCOMES.map((value) => ({
              value,
              label: st(`desk.outcomes.${value}` as StaffKey),
            })),
          ]}
          onChange={(outcome) => change({ outcome })}
        />
      )}
      <TextArea
        label={st(`desk.form.${mode}`, { name: authorWithin(item) })}
        value={typed.text}
        rows={3}
        maxLength={4000}
        error={missing.value.text ?? null}
        onInput={(text) => change({ text })}
      />
      {!!item.seen && (mode === "answer" || mode === "closure") && (
        <p class="soft small">{st("desk.form.others", { count: item.seen })}</p>
      )}
      {task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
          <p>{st("desk.form.kept")}</p>
        </Notice>
      )}
      <div class="row">
        <Button kind="strong" type="submit" icon="sending" busy={task.busy}>
          {task.busy ? st("desk.form.sending") : st(SEND[mode])}
        </Button>
        <Button kind="quiet" onClick={cancel}>
          {st("staff.cancel")}
        </Button>
      </div>
    </form>
  );
}
