import { t } from "../../core/tenant/language";
import { Button } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { Page } from "../../ui/page";
import { Photo } from "../../ui/photo";
import { EmptyState } from "../../ui/state";
import { Age } from "./age";
import { useTenant } from "./context";
import { NoDistrict } from "./no-district";
import { usePlaceName } from "./place-name";

/** First names and pictures of who wants to be known; never a number, nor when or where they walk. */
export default function Team() {
  const { guides, places } = useTenant();
  const place = usePlaceName();
  const guide = guides.guide.value;
  return (
    <Page
      title={t("team.title")}
      back={{ href: "/", label: t("shell.back"), trail: true }}
      under={place && <p class="soft" dir="auto">{place}</p>}
    >
      <p>{t("team.why")}</p>
      <NoDistrict />
      {guide && guide.team.length === 0 && <EmptyState icon="people" title={t("team.none")} />}
      {guide && guide.team.length > 0 && (
        <ul class="faces">
          {guide.team.map(({ id, name, picture }) => (
            <li key={id} class="face">
              {picture ? (
                <Photo
                  key={picture}
                  id={picture}
                  load={(sha256) => guides.picture(sha256)}
                  alt={t("team.picture", { name })}
                  gone=""
                />
              ) : (
                <span class="face-none">
                  <Icon name="user" large />
                </span>
              )}
              <strong dir="auto">{name}</strong>
            </li>
          ))}
        </ul>
      )}
      <section class="stack">
        <h2>{t("team.reach")}</h2>
        <p>{t("team.reach-why")}</p>
        <Button wide icon="message" href="/offer">
          {t("team.ask")}
        </Button>
      </section>
      {places.home.value && <Age />}
    </Page>
  );
}
