import { useEffect, useState } from "preact/hooks";
import { t } from "../../core/tenant/language";
import { replaceQuery, route } from "../../router";
import { Icon } from "../../ui/icon";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { TileLinks } from "../../ui/tile-links";
import { useTenant } from "./context";
import { TenantInstallOffer } from "./install-offer";
import { NoDistrict } from "./no-district";
import { usePlaceName } from "./place-name";
import { ReportNews } from "./report-news";

/** Every road from here: a drawing and a word, and nothing to read first. */
export default function TenantHome() {
  const problem = usePosterCode();
  const place = usePlaceName();
  return (
    <Page title={t("home.title")}>
      {problem === "offline" && (
        <Notice kind="offline">
          <p>{t("district.failed")}</p>
        </Notice>
      )}
      {problem === "unknown" && (
        <Notice kind="warning">
          <p>{place ? t("district.unknown-kept", { place }) : t("district.unknown")}</p>
        </Notice>
      )}
      <Where coming={problem === null && route.value.query.has("complex")} />
      <ReportNews />
      <TileLinks
        label={t("home.tiles")}
        links={[
          { href: "/contacts", icon: "phone", label: t("home.contacts") },
          { href: "/report", icon: "report", label: t("home.report") },
          { href: "/rules", icon: "book", label: t("home.rules") },
          { href: "/worry", icon: "heart", label: t("home.worry") },
          { href: "/team", icon: "people", label: t("home.team") },
          { href: "/offer", icon: "help", label: t("home.offer") },
          { href: "/reports", icon: "message", label: t("home.reports") },
        ]}
      />
      <TenantInstallOffer />
      <a class="foot-link" href="/sign-in">
        <Icon name="key" />
        <span>{t("home.sign-in")}</span>
      </a>
    </Page>
  );
}

/** What is about to come keeps its place, so that nothing moves away from under a thumb. */
function Where({ coming }: { coming: boolean }) {
  const tenant = useTenant();
  const name = usePlaceName();
  if (!tenant.places.home.value || !name) {
    if (!coming) return <NoDistrict />;
    return (
      <p class="where-line">
        <Icon name="place" />
        <span>{t("shell.loading")}</span>
      </p>
    );
  }
  return (
    <a class="where-line" href="/district">
      <Icon name="place" />
      <span dir="auto">{name}</span>
      <span class="where-change">{t("shell.change")}</span>
    </a>
  );
}

/** The QR on a poster chooses the building at once; what was chosen before stays when it cannot. */
function usePosterCode(): "unknown" | "offline" | null {
  const { places, choose } = useTenant();
  const [unknown, setUnknown] = useState(false);
  const code = route.value.query.get("complex");
  const [known, asked] = [places.known.value, places.asked.value];
  useEffect(() => {
    if (!code) return;
    const home = places.byCode(code);
    if (!home && (!known || !asked)) return;
    replaceQuery(new URLSearchParams());
    setUnknown(!home);
    if (!home) return;
    const place = places.complex(home.complex)?.name ?? "";
    void choose(home).then(() => announce(t("district.chosen", { place })));
  }, [code, known, asked]);
  if (code && places.failed.value) return "offline";
  return unknown ? "unknown" : null;
}
