import { useMemo } from "preact/hooks";
import { t } from "../../core/messages/index";
import { warnings } from "../../core/privacy";
import { Notice } from "../../ui/notice";

/** What may be about a person, found on the phone itself; it can be ignored. */
export function Warnings({ text }: { text: string }) {
  const found = useMemo(() => {
    const byWords = new Map(
      warnings(text).map((warning) => [`${warning.kind} ${warning.found}`, warning]),
    );
    return [...byWords.values()];
  }, [text]);
  return (
    <div role="status">
      {found.length > 0 && (
        <Notice kind="warning" icon="user" title={t("warning.title")}>
          <ul class="stack">
            {found.map((warning) => (
              <li key={`${warning.kind} ${warning.found}`} dir="auto">
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
