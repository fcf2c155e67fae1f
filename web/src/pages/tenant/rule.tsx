import { useRef, useState } from "preact/hooks";
import type { Rule as Value } from "../../core/tenant/index";
import {
  directionOf,
  language as own,
  languages,
  names,
  t,
  type Language,
} from "../../core/tenant/language";
import { textOf } from "../../core/tenant/rules";
import { Icon } from "../../ui/icon";
import { Page } from "../../ui/page";
import { EmptyState, Loading } from "../../ui/state";
import { useTenant } from "./context";
import { FillScreen } from "./fill-screen";
import { Pictogram } from "./pictogram";
import { ReadAloud } from "./read-aloud";

/** One rule, large, to be shown at a door in the language of whoever opens it. */
export default function Rule({ id }: { id: string }) {
  const { guides } = useTenant();
  const guide = guides.guide.value;
  const rule = guide?.rules.find((one) => one.id === id);
  const back = { href: "/rules", label: t("rules.all") };
  if (rule) return <Door rule={rule} back={back} />;
  if (!guide && !guides.failed.value) {
    return (
      <div class="page">
        <Loading label={t("shell.loading")} />
      </div>
    );
  }
  return (
    <Page title={t("rules.gone")} back={back}>
      <EmptyState icon="search" title={t("rules.gone-why")} />
    </Page>
  );
}

function Door({ rule, back }: { rule: Value; back: { href: string; label: string } }) {
  const [language, setLanguage] = useState<Language>(own.value);
  const card = useRef<HTMLElement>(null);
  const shown = textOf(rule, language);
  const isMissing = shown.language !== language;
  return (
    <Page title={t("rules.one")} back={back}>
      <div class="languages" role="group" aria-label={t("rules.show")}>
        {languages.map((code) => (
          <button
            key={code}
            type="button"
            class="button"
            lang={code}
            aria-pressed={code === language ? "true" : "false"}
            onClick={() => setLanguage(code)}
          >
            {names[code]}
          </button>
        ))}
      </div>
      {isMissing && (
        <p class="age" role="status">
          <Icon name="info" />
          <span>{t("rules.not-translated")}</span>
        </p>
      )}
      <article ref={card} class="door" lang={shown.language} dir={directionOf(shown.language)}>
        <Pictogram name={rule.pictogram} />
        <h2>{shown.title}</h2>
        <p class="kept">{shown.text}</p>
        <button
          type="button"
          class="button door-close"
          lang={own.value}
          onClick={() => void document.exitFullscreen()}
        >
          {t("shell.close")}
        </button>
      </article>
      {!shown.checked && shown.language !== "nl" && (
        <p class="age">
          <Icon name="info" />
          <span>{t("shell.unchecked")}</span>
        </p>
      )}
      <div class="row">
        <ReadAloud text={`${shown.title}. ${shown.text}`} language={shown.language} />
        <FillScreen what={card} />
      </div>
    </Page>
  );
}
