import { warnings } from "../../../core/privacy";
import { t } from "../../../core/tenant/language";
import { Notice } from "../../../ui/notice";

/** What may be about a person, found on the phone itself; it can be ignored. */
export function TextWarnings({ text }: { text: string }) {
  const found = new Map(warnings(text).map((one) => [`${one.kind} ${one.found}`, one]));
  return (
    <div role="status">
      {found.size > 0 && (
        <Notice kind="warning" icon="user" title={t("warning.title")}>
          <ul class="stack">
            {[...found].map(([key, warning]) => (
              <li key={key} dir="auto">
                {t(`warning.${warning.kind}`, { found: warning.found })}
              </li>
            ))}
          </ul>
          <p>{t("warning.do")}</p>
        </Notice>
      )}
    </div>
  );
}
