import { useEffect, useState } from "preact/hooks";
import { t } from "../../core/tenant/language";
import { moves } from "../../router";
import { Button } from "../../ui/button";
import { installOffer, isApplePhone, isInstalled } from "../../ui/install";
import { Notice } from "../../ui/notice";
import { useTenant } from "./context";

/** Offered once somebody has come back from a screen: by then it is clear what it is for. */
export function TenantInstallOffer() {
  const { store, places } = useTenant();
  const [later, setLater] = useState(true);
  useEffect(() => {
    void store.recall("install-later").then((kept) => setLater(kept === true));
  }, []);
  const isUsed = places.home.value !== null && moves.value > 2;
  if (later || !isUsed || isInstalled() || (!installOffer.value && !isApplePhone())) return null;
  return (
    <Notice icon="install" title={t("install.title")}>
      <p>{t("install.why")}</p>
      {installOffer.value ? (
        <Button
          icon="install"
          onClick={() => {
            const offer = installOffer.value;
            installOffer.value = null;
            void offer?.prompt();
          }}
        >
          {t("install.now")}
        </Button>
      ) : (
        <ol class="steps">
          <li>{t("install.step-1")}</li>
          <li>{t("install.step-2")}</li>
          <li>{t("install.step-3")}</li>
        </ol>
      )}
      <Button
        kind="quiet"
        onClick={() => {
          setLater(true);
          void store.remember("install-later", true);
        }}
      >
        {t("install.later")}
      </Button>
    </Notice>
  );
}
