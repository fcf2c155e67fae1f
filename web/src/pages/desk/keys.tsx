import type { Signal } from "@preact/signals";
import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { DeskList } from "../../core/desk-list";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Check } from "../../ui/field";
import { st } from "../staff/words";

const KEPT = "buurtronde.desk.keys";

/** Single letters can be in the way of speech control, so they can be switched off. */
const inUse = signal(readInUse());

interface Desk {
  list: DeskList;
  opened: string | null;
  open: (id: string | null) => void;
  help: Signal<boolean>;
}

export function useDeskKeys(desk: Desk): void {
  const now = useRef(desk);
  now.current = desk;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (document.querySelector("dialog[open]")) return;
      if (handle(event, now.current)) event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

function handle(event: KeyboardEvent, { list, opened, open, help }: Desk): boolean {
  const at = event.target instanceof HTMLElement ? event.target : document.body;
  const typing = at.matches("input, textarea, select");
  if (event.key === "Escape") return escape(at, list, opened, open);
  if (typing) return false;
  const inList = at === document.body || at.closest(".desk-rows") !== null;
  if (inList && event.key === "ArrowDown") return move(list, 1);
  if (inList && event.key === "ArrowUp") return move(list, -1);
  if (!inUse.value) return false;
  switch (event.key) {
    case "j":
      return move(list, 1);
    case "k":
      return move(list, -1);
    case "/":
      document.getElementById("desk-search")?.focus();
      return true;
    case "a":
      return answer();
    case "?":
      return (help.value = true);
    case "Enter":
      if (at !== document.body || !list.selected.value) return false;
      open(list.selected.value);
      return true;
    default:
      return false;
  }
}

function answer(): boolean {
  const box = document.querySelector<HTMLElement>(".dock textarea");
  const button = document.querySelector<HTMLElement>(".dock [data-action=answer]");
  if (box) box.focus();
  else button?.click();
  return box !== null || button !== null;
}

function move(list: DeskList, step: 1 | -1): boolean {
  const next = list.neighbour(step);
  if (!next) return false;
  list.select(next);
  focusRow(next);
  return true;
}

/** Out of a text box first, then from the detail back to its row. */
function escape(at: HTMLElement, list: DeskList, opened: string | null, open: Desk["open"]) {
  if (at.matches("textarea, input")) {
    at.blur();
    return true;
  }
  if (!opened) return false;
  if (!focusRow(opened)) {
    open(null);
    requestAnimationFrame(() => focusRow(opened));
  }
  list.select(opened);
  return true;
}

export function focusRow(id: string): boolean {
  const rows = document.querySelectorAll<HTMLElement>(".desk-rows [data-id]");
  const row = Array.from(rows).find((one) => one.dataset["id"] === id);
  row?.focus();
  return row !== undefined && document.activeElement === row;
}

const HELP = [
  ["J  K  ↑  ↓", "desk.keys.move"],
  ["Enter", "desk.keys.open"],
  ["A", "desk.keys.answer"],
  ["/", "desk.keys.search"],
  ["Esc", "desk.keys.back"],
  ["?", "desk.keys.help"],
] as const;

export function KeyHelp({ open }: { open: Signal<boolean> }) {
  const close = () => (open.value = false);
  return (
    <Dialog
      title={st("desk.keys.title")}
      open={open.value}
      onClose={close}
      actions={<Button onClick={close}>{st("staff.close")}</Button>}
    >
      <p>{st("desk.keys.where")}</p>
      <dl class="keys">
        {HELP.map(([keys, word]) => (
          <div key={word}>
            <dt>
              {keys.split("  ").map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{st(word)}</dd>
          </div>
        ))}
      </dl>
      <Check label={st("desk.keys.use")} checked={inUse.value} onChange={useKeys} />
    </Dialog>
  );
}

function useKeys(on: boolean): void {
  inUse.value = on;
  try {
    localStorage.setItem(KEPT, on ? "on" : "off");
  } catch {
    // kept until the page is closed
  }
}

function readInUse(): boolean {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true;
  }
}
