import { useEffect, useState } from "preact/hooks";
import { canPush, isSubscribed } from "../../../core/contacts";
import { sentence } from "../../../core/refused";
import { language, t } from "../../../core/tenant/language";
import type { Reports } from "../../../core/tenant/reports";
import type { ReportItem } from "../../../core/tenant/reports-values";
import { Button } from "../../../ui/button";
import { announce } from "../../../ui/live";
import { Notice } from "../../../ui/notice";
import { useTask } from "../../task";

/** A sign on this phone when the office has answered: only where it can come, and never by itself. */
export function SignMe({ reports, item }: { reports: Reports; item: ReportItem }) {
  const task = useTask();
  const pushKey = item.answer?.pushKey;
  const [subscribed, setSubscribed] = useState(true);
  const isPossible = Boolean(pushKey) && canPush() && item.truth === "office";
  useEffect(() => {
    if (pushKey && isPossible) void isSubscribed(pushKey).then(setSubscribed, () => {});
  }, [pushKey, isPossible, item.isTold]);
  // What the office would send is not told where this phone no longer lets it in.
  const isOn = item.isTold && subscribed;
  if (!isPossible || (item.answer?.state === "closed" && !item.isTold)) return null;
  const turn = () =>
    task.run(async () => {
      await (isOn ? reports.dropSign(item.id) : reports.askForSign(item.id, language.value));
      setSubscribed(true);
      announce(t(isOn ? "sign.stopped" : "sign.on"));
    });
  const isDenied = Notification.permission === "denied";
  return (
    <section class="stack">
      <p role="status" class={isOn ? undefined : "small"}>
        {isOn ? t("sign.on") : t("sign.why")}
      </p>
      {(task.error || (isDenied && !isOn)) && (
        <Notice kind={task.error ? "error" : "info"}>
          <p>{task.error ?? sentence("push.denied")}</p>
        </Notice>
      )}
      {(isOn || !isDenied) && (
        <Button kind={isOn ? "quiet" : "plain"} icon="device" busy={task.busy} onClick={() => void turn()}>
          {t(isOn ? "sign.stop" : "sign.ask")}
        </Button>
      )}
    </section>
  );
}
