import { t } from "../../../core/tenant/language";
import type { Reports } from "../../../core/tenant/reports";
import { Button } from "../../../ui/button";
import { Icon } from "../../../ui/icon";
import { useTenant } from "../context";
import { reason } from "./words";

/** Why it is still here, and what one can do: wait, try now, or call when it is very busy. */
export function WhyWaiting({ reports }: { reports: Reports }) {
  const phone = useTenant().guides.guide.value?.association?.phone;
  const { state, reason: code } = reports.status.value;
  const goesByItself = code === null || code === "no-connection";
  return (
    <>
      <p>{goesByItself ? t("followed.waiting-why") : reason(code)}</p>
      {code === "busy" && phone && (
        <a class="button" href={`tel:${phone}`}>
          <Icon name="phone" />
          <bdi>{t("contacts.call", { phone })}</bdi>
        </a>
      )}
      <Button icon="refresh" busy={state === "sending"} onClick={() => void reports.now()}>
        {t("mine.send-now")}
      </Button>
    </>
  );
}
