import { dateOf } from "../../../core/tenant/dates";
import { t } from "../../../core/tenant/language";
import type { Reports } from "../../../core/tenant/reports";
import { lapsesAt } from "../../../core/tenant/reports-forget";
import { isBegun, type ReportDraft, type ReportItem } from "../../../core/tenant/reports-values";
import { Chip } from "../../../ui/chip";
import { announce } from "../../../ui/live";
import { Entry, List } from "../../../ui/list";
import { Notice } from "../../../ui/notice";
import { Page } from "../../../ui/page";
import { EmptyState } from "../../../ui/state";
import { useTenant } from "../context";
import { formOf, homeOf } from "../forms";
import { CodeForm, CodesToFind } from "./codes";
import { NeedsReports } from "./needs-reports";
import { Sure } from "./sure";
import { icon, title, truthWord } from "./words";
import { WhyWaiting } from "./why-waiting";

export default function MinePage() {
  return <NeedsReports>{(reports) => <Mine reports={reports} />}</NeedsReports>;
}

/** Everything of this phone with its true state, and the way in for a code on paper. */
function Mine({ reports }: { reports: Reports }) {
  const begun = reports.draft.value.filter(isBegun);
  const items = reports.items.value;
  return (
    <Page title={t("mine.title")} back={{ href: "/", label: t("shell.home") }}>
      <Sending reports={reports} />
      {begun.length > 0 && (
        <section class="stack">
          <h2>{t("mine.begun")}</h2>
          <List>
            {begun.map((draft) => (
              <Begun key={draft.id} draft={draft} />
            ))}
          </List>
        </section>
      )}
      {items.length > 0 ? (
        <section class="stack">
          <h2>{t("mine.list")}</h2>
          <List>
            {items.map((item) => (
              <Sent key={item.id} item={item} />
            ))}
          </List>
        </section>
      ) : (
        begun.length === 0 && (
          <EmptyState icon="message" title={t("mine.none")}>
            <p>{t("mine.none-why")}</p>
          </EmptyState>
        )
      )}
      <CodesToFind reports={reports} />
      <CodeForm reports={reports} />
      {begun.length + items.length > 0 && <ForgetAll reports={reports} begun={begun.length} />}
    </Page>
  );
}

/** For a phone that is lent, or goes to somebody else. */
function ForgetAll({ reports, begun }: { reports: Reports; begun: number }) {
  const { unsent, refused } = reports.status.value;
  const count = begun + unsent + refused;
  const isCertain = !reports.items.value.some((item) => item.mayHaveArrived);
  const lost = isCertain ? t("followed.forget-waiting", { count }) : t("mine.forget-all-perhaps");
  return (
    <Sure
      icon="trash"
      label={t("mine.forget-all")}
      title={t("mine.forget-all-title")}
      why={t("mine.forget-all-why")}
      but={count > 0 ? lost : undefined}
      yes={t("followed.forget-do")}
      onYes={() => void reports.forgetAll().then(() => announce(t("followed.forgotten")))}
    />
  );
}

function Sending({ reports }: { reports: Reports }) {
  const status = reports.status.value;
  if (status.unsent === 0) return null;
  const isSending = status.state === "sending";
  return (
    <Notice kind={status.state === "offline" ? "offline" : "info"} icon={isSending ? "sending" : undefined}>
      <p class="notice-title" role="status">
        {t("mine.waiting", { count: status.unsent })}
      </p>
      <WhyWaiting reports={reports} />
    </Notice>
  );
}

function Begun({ draft }: { draft: ReportDraft }) {
  const guide = useTenant().guides.guide.value;
  const text = draft.kind === "concern" ? "" : draft.text.trim();
  return (
    <Entry
      href={homeOf(formOf(draft.kind))}
      icon={icon(guide, draft)}
      title={title(guide, draft)}
      sub={
        <>
          {text && (
            <span class="clip" dir="auto">
              {text}
            </span>
          )}
          <span>{t("mine.begun-until", { date: dateOf(lapsesAt(draft)) })}</span>
        </>
      }
    />
  );
}

function Sent({ item }: { item: ReportItem }) {
  const guide = useTenant().guides.guide.value;
  const truth = truthWord(item);
  // Over somebody's shoulder nobody should read about whom one worries.
  const text = item.kind === "concern" ? "" : item.text.trim();
  return (
    <Entry
      href={`/reports/${item.id}`}
      icon={icon(guide, item)}
      title={title(guide, item)}
      sub={
        <>
          {text && (
            <span class="clip" dir="auto">
              {text}
            </span>
          )}
          <span>{dateOf(item.createdAt)}</span>
          <span class="entry-foot">
            <Chip icon={truth.icon}>{truth.word}</Chip>
            {item.isNews && (
              <Chip icon="message" look="lit">
                {t("mine.news")}
              </Chip>
            )}
          </span>
        </>
      }
    />
  );
}
