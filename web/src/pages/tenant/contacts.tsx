import { language, t } from "../../core/tenant/language";
import { Icon } from "../../ui/icon";
import { Page } from "../../ui/page";
import { Age } from "./age";
import { useTenant } from "./context";
import { PartnerCard } from "./partner-card";
import { usePlaceName } from "./place-name";
import { ReadAloud } from "./read-aloud";

const fixed = [
  "contacts.now",
  "contacts.call-112",
  "contacts.police",
  "contacts.call-police",
  "contacts.police-why",
] as const;

/** 112 first and fixed, then whoever the office named; all of it without a line. */
export default function Contacts() {
  const { guides, places } = useTenant();
  const place = usePlaceName();
  const guide = guides.guide.value;
  return (
    <Page
      title={t("contacts.title")}
      back={{ href: "/", label: t("shell.back"), trail: true }}
      under={place && <p class="soft" dir="auto">{place}</p>}
    >
      <Emergency />
      <section class="stack">
        <h2>{t("contacts.police")}</h2>
        <p>{t("contacts.police-why")}</p>
        <a class="button button-wide" href="tel:09008844">
          <Icon name="phone" />
          <span>{t("contacts.call-police")}</span>
        </a>
        <ReadAloud
          about={t("contacts.call-112")}
          language={language.value}
          text={fixed.map((key) => t(key)).join(". ")}
        />
      </section>
      <section class="stack">
        <h2>{t("contacts.network")}</h2>
        {places.home.value === null && (
          <>
            <p>{t("contacts.no-district")}</p>
            <a class="button button-wide" href="/district">
              <Icon name="place" />
              <span>{t("home.where-choose")}</span>
            </a>
          </>
        )}
        {guide && guide.partners.length === 0 && <p>{t("contacts.none")}</p>}
        {guide && (
          <ul class="cards" lang={guide.language === language.value ? undefined : guide.language}>
            {guide.partners.map((partner) => (
              <PartnerCard key={partner.id} partner={partner} />
            ))}
          </ul>
        )}
        {places.home.value !== null && <Age />}
      </section>
    </Page>
  );
}

function Emergency() {
  return (
    <section class="alarm">
      <h2>{t("contacts.now")}</h2>
      <a class="button button-main button-wide alarm-call" href="tel:112">
        <Icon name="phone" large />
        <span>{t("contacts.call-112")}</span>
      </a>
      <p>{t("contacts.now-why")}</p>
    </section>
  );
}
