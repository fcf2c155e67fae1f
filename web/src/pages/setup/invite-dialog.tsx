import { useSignal } from "@preact/signals";
import type { NewInvitation } from "../../core/setup";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Field } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { useTask } from "../task";
import { useOffice } from "../staff/office";
import { st } from "../staff/words";
import { needsDistrict, RoleFields, type RoleChoice } from "./role-fields";

export function InviteDialog(props: {
  onClose: () => void;
  onMade: (name: string, invitation: NewInvitation) => void;
}) {
  const office = useOffice();
  const task = useTask();
  const name = useSignal("");
  const only = office.districts.value.length === 1 ? [office.districts.value[0]!.id] : [];
  const choice = useSignal<RoleChoice>({ role: "volunteer", districts: only });
  const tried = useSignal(false);
  const noName = name.value.trim() === "";
  const noDistrict = needsDistrict(choice.value.role) && choice.value.districts.length === 0;
  const make = () => {
    tried.value = true;
    if (noName || noDistrict) return;
    void task.run(async () => {
      const { role } = choice.value;
      const districts = needsDistrict(role) ? choice.value.districts : [];
      const fullName = name.value.trim();
      props.onMade(fullName, await office.setup.invite(fullName, role, districts));
    });
  };
  return (
    <Dialog
      title={st("people.invite")}
      open
      onClose={props.onClose}
      actions={
        <>
          <Button kind="strong" icon="key" busy={task.busy} onClick={make}>
            {st(task.busy ? "people.making" : "people.make")}
          </Button>
          <Button onClick={props.onClose}>{st("staff.cancel")}</Button>
        </>
      }
    >
      <p class="soft">{st("people.inviteIntro")}</p>
      <Field
        label={st("people.fullName")}
        value={name.value}
        maxLength={100}
        error={tried.value && noName ? st("people.needName") : null}
        onInput={(value) => (name.value = value)}
      />
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
