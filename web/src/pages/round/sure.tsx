import type { ComponentChildren } from "preact";
import { t } from "../../core/messages/index";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Notice } from "../../ui/notice";
import { useTask } from "../task";
import { rt } from "./words";

/** One question, one large yes. */
export function Sure(props: {
  title: string;
  open: boolean;
  yes: string;
  onYes: () => Promise<unknown>;
  onClose: () => void;
  children?: ComponentChildren;
}) {
  const task = useTask();
  const yes = () =>
    task.run(async () => {
      await props.onYes();
      props.onClose();
    });
  return (
    <Dialog
      title={props.title}
      open={props.open}
      onClose={props.onClose}
      actions={
        <>
          <button type="button" class="button button-strong round-big" onClick={() => void yes()}>
            {props.yes}
          </button>
          <Button wide onClick={props.onClose}>
            {t("shell.cancel")}
          </Button>
        </>
      }
    >
      {props.children}
      {task.error && (
        <Notice kind="error" title={rt("round.failed")}>
          <p>{task.error}</p>
        </Notice>
      )}
    </Dialog>
  );
}
