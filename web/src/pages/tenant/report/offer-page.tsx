import { useEffect } from "preact/hooks";
import { teams } from "../../../core/teams";
import { t } from "../../../core/tenant/language";
import type { Reports } from "../../../core/tenant/reports";
import { isBegun } from "../../../core/tenant/reports-values";
import { Choice, Tiles } from "../../../ui/choice";
import { More } from "../../../ui/list";
import { Page } from "../../../ui/page";
import { useTask } from "../../task";
import { useTenant } from "../context";
import { NoDistrict } from "../no-district";
import { ChosenDistrict } from "./chosen";
import { ContactFields, TextField } from "./fields";
import { NeedsReports } from "./needs-reports";
import { sendNow } from "./send";
import { SendBar } from "./send-bar";
import { Discard } from "./steps";
import { useReportDraft } from "./use-report-draft";
import { kindIcons } from "./words";

const kinds = ["job", "idea", "volunteer"] as const;
type Offer = (typeof kinds)[number];

export default function OfferPage() {
  return <NeedsReports>{(reports) => <Offers reports={reports} />}</NeedsReports>;
}

/** Help wanted, an idea, or somebody who wants to join. */
function Offers({ reports }: { reports: Reports }) {
  const district = useTenant().places.home.value?.district ?? null;
  const writing = useReportDraft(reports, [...kinds], { district });
  const sending = useTask();
  const { draft, change } = writing;
  useEffect(() => {
    if (district && !draft) void writing.begin();
  }, [district]);
  const problem = writing.problem ?? sending.error;
  const kind = (draft?.kind ?? "job") as Offer;
  const reach = draft && <ContactFields draft={draft} needed={kind === "volunteer"} onChange={change} />;
  return (
    <Page
      title={t("offer.title")}
      back={{ href: "/", label: t("shell.home") }}
      bar={
        draft && (
          <SendBar
            label={t("report.send")}
            problem={problem}
            busy={sending.busy}
            onSend={() => void sending.run(() => sendNow(reports, writing, draft.id))}
          />
        )
      }
    >
      <NoDistrict form="offer" />
      {draft && (
        <>
          <Choice
            legend={t("offer.what")}
            value={kind}
            options={kinds.map((one) => ({ value: one, label: t(`offer.${one}`), icon: kindIcons[one] }))}
            onChange={(one) => change({ kind: one as Offer, category: null })}
          />
          {kind === "job" && (
            <section class="stack">
              <h2>{t("offer.team")}</h2>
              <Tiles
                label={t("offer.team")}
                chosen={draft.category ?? ""}
                options={[
                  ...teams.map(({ name, category, icon }) => {
                    return { value: category, icon, label: name, hint: t(`offer.team-${category}`) };
                  }),
                  { value: "", icon: "question", label: t("offer.team-none"), hint: t("offer.team-none-why") },
                ]}
                onChoose={(category) => change({ category: category || null })}
              />
            </section>
          )}
          <TextField
            label={t(`offer.${kind}-label`)}
            hint={t("offer.hint")}
            draft={draft}
            onChange={change}
          />
          {kind === "volunteer" ? (
            <section class="stack">
              <p>{t("offer.volunteer-why")}</p>
              {reach}
            </section>
          ) : (
            <More
              icon="phone"
              title={t("reach.title")}
              now={[draft.phone, draft.email].filter(Boolean).join(", ") || t("reach.none")}
            >
              {reach}
            </More>
          )}
          <ul class="chosen-list">
            <ChosenDistrict draft={draft} form="offer" />
          </ul>
          {isBegun(draft) && <Discard reports={reports} draft={draft} to="/" />}
        </>
      )}
    </Page>
  );
}
