import { useSignal } from "@preact/signals";
import { keyFor } from "../../core/setup";
import type { Category } from "../../core/values";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Check, Field } from "../../ui/field";
import { Icon } from "../../ui/icon";
import { Notice } from "../../ui/notice";
import { useTask } from "../task";
import { useOffice } from "../staff/office";
import { known, st } from "../staff/words";

const ICONS =
  "lamp litter sofa leaf pavement door noise hammer car swing drop people danger help key other".split(
    " ",
  );

export function CategoryDialog(props: {
  /** Without a key it is a new one. */
  category: Category;
  all: Category[];
  onClose: () => void;
  onSaved: () => Promise<void>;
}) {
  const office = useOffice();
  const task = useTask();
  const draft = useSignal(props.category);
  const missing = useSignal(false);
  const change = (part: Partial<Category>) => (draft.value = { ...draft.value, ...part });
  const icons = ICONS.includes(draft.value.icon) ? ICONS : [draft.value.icon, ...ICONS];
  const save = () => {
    missing.value = draft.value.label.trim() === "";
    if (missing.value) return;
    void task.run(async () => {
      const label = draft.value.label.trim();
      const key = draft.value.key || keyFor(label, props.all);
      await office.setup.changeCategory({ ...draft.value, key, label });
      await props.onSaved();
    });
  };
  return (
    <Dialog
      title={st(props.category.key ? "categories.editTitle" : "categories.add")}
      open
      onClose={props.onClose}
      actions={
        <>
          <Button kind="strong" busy={task.busy} onClick={save}>
            {st("staff.save")}
          </Button>
          <Button onClick={props.onClose}>{st("staff.cancel")}</Button>
        </>
      }
    >
      <Field
        label={st("categories.label")}
        value={draft.value.label}
        maxLength={60}
        error={missing.value ? st("categories.needLabel") : null}
        onInput={(label) => change({ label })}
      />
      <fieldset class="stack">
        <legend class="field-label">{st("categories.icon")}</legend>
        <div class="icon-choices">
          {icons.map((icon) => (
            <label key={icon} class="icon-choice">
              <input
                type="radio"
                name="icon"
                value={icon}
                aria-label={known("categories.icons", icon)}
                checked={draft.value.icon === icon}
                onChange={() => change({ icon })}
              />
              <Icon name={icon} />
            </label>
          ))}
        </div>
      </fieldset>
      <Check
        label={st("categories.active")}
        checked={draft.value.active}
        onChange={(active) => change({ active })}
      />
      {task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
        </Notice>
      )}
    </Dialog>
  );
}
