import { useState } from "preact/hooks";
import { t } from "../../core/messages/index";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { announce } from "../../ui/live";
import { useCore } from "../core";
import { useTask } from "../task";

export function Withdraw({ id }: { id: string }) {
  const core = useCore();
  const [asking, setAsking] = useState(false);
  const task = useTask();
  const withdraw = async () => {
    const done = await task.run(() => core.observations.withdraw(id));
    if (!done) return;
    setAsking(false);
    announce(t("observation.withdrawn"));
  };
  return (
    <>
      <Button kind="quiet" icon="withdrawn" onClick={() => setAsking(true)}>
        {t("observation.withdraw")}
      </Button>
      <Dialog
        title={t("observation.withdraw-title")}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="strong" wide busy={task.busy} onClick={() => void withdraw()}>
              {t("observation.withdraw-do")}
            </Button>
            <Button wide onClick={() => setAsking(false)}>
              {t("shell.cancel")}
            </Button>
          </>
        }
      >
        <p>{t("observation.withdraw-why")}</p>
        {task.error && <p role="alert">{task.error}</p>}
      </Dialog>
    </>
  );
}
