import { useSignal } from "@preact/signals";
import type { AccountRow } from "../../core/setup";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Notice } from "../../ui/notice";
import { useTask } from "../task";
import { useOffice } from "../staff/office";
import { st } from "../staff/words";
import { needsDistrict, RoleFields, type RoleChoice } from "./role-fields";

export function ChangeDialog(props: {
  person: AccountRow;
  onClose: () => void;
  onSaved: () => Promise<void>;
}) {
  const { person } = props;
  const office = useOffice();
  const task = useTask();
  const choice = useSignal<RoleChoice>({ role: person.role, districts: person.districts });
  const tried = useSignal(false);
  const noDistrict = needsDistrict(choice.value.role) && choice.value.districts.length === 0;
  const save = () => {
    tried.value = true;
    if (noDistrict) return;
    void task.run(async () => {
      const { role, districts } = choice.value;
      await office.setup.changeAccount(person.id, {
        role,
        districts: needsDistrict(role) ? districts : [],
      });
      await props.onSaved();
    });
  };
  return (
    <Dialog
      title={st("people.changeTitle", { name: person.fullName })}
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
      <RoleFields
        value={choice.value}
        error={tried.value && noDistrict ? st("people.needDistrict") : null}
        onChange={(value) => (choice.value = value)}
      />
      {task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
        </Notice>
      )}
    </Dialog>
  );
}
