import { useState } from "preact/hooks";
import type { Home, PublicDistrict } from "../../core/tenant/index";
import { t } from "../../core/tenant/language";
import { navigate, route } from "../../router";
import { Button } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { EmptyState, Loading } from "../../ui/state";
import { useTenant } from "./context";
import { DistrictMap } from "./district-map";
import { homeOf } from "./forms";
import { PostcodeForm } from "./postcode-form";

/** By postcode, on the map or from the list: three ways to the same, and nothing leaves the phone. */
export default function District() {
  const { places, choose, refresh } = useTenant();
  const [open, setOpen] = useState<string | null>(places.home.value?.district ?? null);
  const districts = places.districts.value;
  const back = homeOf(route.value.query.get("for"));
  const chosen = (home: Home) => {
    const complex = places.complex(home.complex)?.name;
    const place = complex ?? places.district(home.district)?.name ?? "";
    navigate(back, { replace: true });
    announce(t("district.chosen", { place }));
    void choose(home);
  };
  return (
    <Page
      title={t("district.title")}
      back={{ href: back, label: t("shell.back"), trail: true }}
      under={<p class="soft">{t("district.why")}</p>}
    >
      {districts.length > 0 && <PostcodeForm onChosen={chosen} />}
      {places.known.value === null && !places.failed.value && <Loading label={t("shell.loading")} />}
      {places.failed.value && (
        <Notice kind="offline">
          <p>{t("district.failed")}</p>
          <Button icon="refresh" onClick={() => void refresh()}>
            {t("shell.again")}
          </Button>
        </Notice>
      )}
      {places.known.value && districts.length === 0 && (
        <EmptyState icon="place" title={t("district.none")} />
      )}
      {districts.some(({ outline }) => outline) && (
        <section class="stack">
          <h2>{t("district.map")}</h2>
          <p>{t("district.map-why")}</p>
          <DistrictMap districts={districts} chosen={open} onChoose={setOpen} />
        </section>
      )}
      {districts.length > 0 && (
        <section class="stack">
          <h2>{t("district.list")}</h2>
          <ul class="district-list">
            {districts.map((district) => (
              <OneDistrict
                key={district.id}
                district={district}
                open={open === district.id}
                onToggle={(on) => setOpen(on ? district.id : null)}
                onChosen={chosen}
              />
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

function OneDistrict(props: {
  district: PublicDistrict;
  open: boolean;
  onToggle: (on: boolean) => void;
  onChosen: (home: Home) => void;
}) {
  const { district, onChosen } = props;
  return (
    <li>
      <details
        class="more"
        open={props.open}
        onToggle={(event) => {
          if (event.currentTarget.open !== props.open) props.onToggle(event.currentTarget.open);
        }}
      >
        <summary>
          <Icon name="place" />
          <span>
            <span class="more-title">
              <bdi>{district.name}</bdi>
            </span>
            <span class="more-now">{t("district.complexes", { count: district.complexes.length })}</span>
          </span>
          <Icon name="down" />
        </summary>
        <div class="more-body stack">
          <Button wide icon="check" onClick={() => onChosen({ district: district.id, complex: null })}>
            {t("district.whole")}
          </Button>
          <ul class="stack">
            {district.complexes.map((complex) => (
              <li key={complex.id}>
                <button
                  type="button"
                  class="button button-wide place-button"
                  onClick={() => onChosen({ district: district.id, complex: complex.id })}
                >
                  <span>
                    <bdi>{complex.name}</bdi>
                    <small>
                      <bdi>{`${complex.street} ${complex.numbers}`}</bdi>
                    </small>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      </details>
    </li>
  );
}
