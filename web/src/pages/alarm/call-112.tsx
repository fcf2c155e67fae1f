import { Icon } from "../../ui/icon";
import { dt } from "../staff/duty-words";

/** Stands first on every screen about safety. */
export function DangerLine() {
  return (
    <div class="alarm danger-line">
      <p class="alarm-not">{dt("alarms.danger")}</p>
      <a class="button button-main" href="tel:112">
        <Icon name="phone" />
        <bdi>{dt("alarms.call112")}</bdi>
      </a>
    </div>
  );
}
