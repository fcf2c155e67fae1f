import type { ComponentChildren } from "preact";
import { isChecked, isLanguage, language, languages, names, t } from "../../core/tenant/language";
import { Icon } from "../../ui/icon";
import { announce, LiveRegion } from "../../ui/live";
import { Wordmark } from "../../ui/wordmark";
import { useTenant } from "./context";

/** The same cover as the volunteers' notebook, with the language and 112 always on top. */
export function TenantShell({ children }: { children: ComponentChildren }) {
  return (
    <div class="screen">
      <a class="button skip" href="#main">
        {t("shell.skip")}
      </a>
      <header class="cover">
        <div class="cover-row">
          <a href="/" aria-label={`Buurtronde. ${t("shell.home")}`}>
            <Wordmark />
          </a>
          <LanguageChoice />
        </div>
        <a class="cover-112" href="tel:112">
          <Icon name="phone" />
          <span>{t("shell.call-112")}</span>
        </a>
      </header>
      <main id="main" tabIndex={-1}>
        <LiveRegion />
        {!isChecked(language.value) && (
          <p class="unchecked">
            <Icon name="info" />
            <span>{t("shell.unchecked")}</span>
          </p>
        )}
        {children}
      </main>
    </div>
  );
}

/** The phone's own list: it is read aloud, grows with the type, and needs no other language. */
function LanguageChoice() {
  const tenant = useTenant();
  const choose = (wanted: string) => {
    if (!isLanguage(wanted)) return;
    tenant.speak(wanted).catch(() => announce(t("shell.language-failed")));
  };
  return (
    <label class="language">
      <Icon name="globe" />
      <span class="unseen">{t("shell.language")}</span>
      <select value={language.value} onChange={(event) => choose(event.currentTarget.value)}>
        {languages.map((code) => (
          <option key={code} value={code} lang={code}>
            {names[code]}
          </option>
        ))}
      </select>
    </label>
  );
}
