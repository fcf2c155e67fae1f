import { t } from "../core/messages/index";
import { Icon } from "../ui/icon";
import { useCore } from "./core";

/** The number behind "call your coordinator", where the office gave one. */
export function CallCoordinator() {
  const number = useCore().helpline.value;
  if (!number) return null;
  return (
    <a class="button button-wide" href={`tel:${number.replace(/[^\d+]/g, "")}`}>
      <Icon name="phone" />
      <span>
        {t("shell.call")} <bdi>{number}</bdi>
      </span>
    </a>
  );
}
