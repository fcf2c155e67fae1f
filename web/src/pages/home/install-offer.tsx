import { useState } from "preact/hooks";
import { t } from "../../core/messages/index";
import { Button } from "../../ui/button";
import { installOffer, isApplePhone, isInstalled } from "../../ui/install";
import { Notice } from "../../ui/notice";

const key = "buurtronde.install-later";

/** Offered once something was written down: then it is clear what the app is for. */
export function InstallOffer() {
  const [later, setLater] = useState(() => localStorage.getItem(key) !== null);
  if (later || isInstalled() || (!installOffer.value && !isApplePhone())) return null;
  const notNow = () => {
    localStorage.setItem(key, "1");
    setLater(true);
  };
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
        <InstallSteps />
      )}
      <Button kind="quiet" onClick={notNow}>
        {t("install.later")}
      </Button>
    </Notice>
  );
}

export function InstallSteps() {
  return (
    <ol class="steps">
      <li>{t("install.step-1")}</li>
      <li>{t("install.step-2")}</li>
      <li>{t("install.step-3")}</li>
    </ol>
  );
}
