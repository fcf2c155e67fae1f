import { useEffect, useState } from "preact/hooks";
import { dateOf } from "../../../core/tenant/dates";
import { t } from "../../../core/tenant/language";
import type { Reports } from "../../../core/tenant/reports";
import type { ReportDraft, SimilarReport } from "../../../core/tenant/reports-values";
import { Button } from "../../../ui/button";
import { useTenant } from "../context";
import { categoryWord } from "./words";

/** What others said nearby. Without a connection there is nothing to see, and nothing is missed. */
export function Similar(props: {
  reports: Reports;
  draft: ReportDraft;
  onChange: (alsoSeen: string | null) => void;
}) {
  const { reports, draft } = props;
  const { guides, places } = useTenant();
  const [found, setFound] = useState<SimilarReport[]>([]);
  const place = JSON.stringify(draft.place);
  useEffect(() => {
    let left = false;
    void reports.similar(draft).then((others) => {
      if (!left) setFound(others);
    });
    return () => {
      left = true;
    };
  }, [draft.district, draft.category, place]);
  return (
    <div role="status">
      {found.length > 0 && (
        <section class="stack">
          <h2>{t("similar.title")}</h2>
          <p>{t("similar.why")}</p>
          <ul class="stack">
            {found.map((one) => {
              const chosen = draft.alsoSeen === one.id;
              return (
                <li key={one.id} class="similar stack">
                  <p>
                    <strong>{categoryWord(guides.guide.value, one.category)}</strong>
                    {one.complex && (
                      <>
                        {" · "}
                        <bdi>{places.complex(one.complex)?.name ?? ""}</bdi>
                      </>
                    )}
                  </p>
                  <p class="soft small">
                    {t("similar.since", { date: dateOf(one.receivedAt) })}
                    {one.seen > 0 && <> · {t("similar.seen", { count: one.seen })}</>}
                  </p>
                  <Button
                    icon={chosen ? "check" : "eye"}
                    pressed={chosen}
                    onClick={() => props.onChange(chosen ? null : one.id)}
                  >
                    {t("similar.same")}
                  </Button>
                  {chosen && <p class="small">{t("similar.chosen")}</p>}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
}
