import type { ComponentChildren } from "preact";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Notice } from "../../ui/notice";
import { useTask } from "../task";
import { st } from "./words";

/** One question before what cannot be taken back. */
export function Confirm(props: {
  title: string;
  open: boolean;
  yes: string;
  onYes: () => Promise<void>;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const task = useTask();
  const close = () => {
    task.clear();
    props.onClose();
  };
  const yes = () =>
    task.run(async () => {
      await props.onYes();
      props.onClose();
    });
  return (
    <Dialog
      title={props.title}
      open={props.open}
      onClose={close}
      actions={
        <>
          <Button kind="strong" busy={task.busy} onClick={() => void yes()}>
            {props.yes}
          </Button>
          <Button onClick={close}>{st("staff.cancel")}</Button>
        </>
      }
    >
      {props.children}
      {task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
        </Notice>
      )}
    </Dialog>
  );
}
