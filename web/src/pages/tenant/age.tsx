import { momentOf } from "../../core/tenant/dates";
import { t } from "../../core/tenant/language";
import { Icon } from "../../ui/icon";
import { useTenant } from "./context";

/** How old what stands here is: never newer than what was heard. */
export function Age() {
  const { heardAt, isOffline } = useTenant().guides;
  const at = heardAt.value;
  if (at === null) {
    if (!isOffline.value) return null;
    return <Line icon="offline">{t("age.never")}</Line>;
  }
  const moment = momentOf(at);
  if (isOffline.value) return <Line icon="offline">{t("age.offline", { moment })}</Line>;
  return <Line icon="check">{t("age.fresh", { moment })}</Line>;
}

function Line(props: { icon: string; children: string }) {
  return (
    <p class="age" role="status">
      <Icon name={props.icon} />
      <span>{props.children}</span>
    </p>
  );
}
