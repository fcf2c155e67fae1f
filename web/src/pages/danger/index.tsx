import { t } from "../../core/messages/index";
import { Icon } from "../../ui/icon";
import { Page } from "../../ui/page";
import { CallCoordinator } from "../call-coordinator";
import { useCore } from "../core";

/** Works signed out and without a network: nothing here has to be fetched. */
export default function Danger() {
  return (
    <Page title={t("danger.title")} back={{ href: "/", label: t("shell.back"), trail: true }}>
      <Call112 />
      <MyRound />
      <section class="stack">
        <h2>{t("danger.less")}</h2>
        <a class="button button-wide" href="tel:09008844">
          <Icon name="phone" />
          <span>
            <bdi>{t("danger.call-less")}</bdi>
          </span>
        </a>
      </section>
      <section class="stack">
        <h2>{t("danger.other")}</h2>
        <p>{t("danger.coordinator")}</p>
        <CallCoordinator />
      </section>
    </Page>
  );
}

function MyRound() {
  const round = useCore().rounds.running.value;
  if (!round) return null;
  return (
    <section class="stack">
      <p>{t("round.danger")}</p>
      <a class="button button-wide" href={`/round/${round.id}`}>
        <Icon name="route" />
        <span>{t("round.open")}</span>
      </a>
    </section>
  );
}

export function Call112() {
  return (
    <div class="alarm">
      <p class="alarm-not">{t("danger.not")}</p>
      <a class="button button-main button-wide alarm-call" href="tel:112">
        <Icon name="phone" large />
        <bdi>{t("danger.call")}</bdi>
      </a>
      <p>{t("danger.call-sub")}</p>
      <p>{t("danger.say")}</p>
      <p>{t("danger.how")}</p>
    </div>
  );
}
