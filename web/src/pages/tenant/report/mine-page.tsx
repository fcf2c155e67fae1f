import { useEffect, useState } from "preact/hooks";
import { dateOf } from "../../../core/tenant/dates";
import { t } from "../../../core/tenant/language";
import type { Reports } from "../../../core/tenant/reports";
import type { ReportDraft, ReportItem } from "../../../core/tenant/reports-values";
import { navigate, route } from "../../../router";
import { Button } from "../../../ui/button";
import { Chip } from "../../../ui/chip";
import { Field } from "../../../ui/field";
import { Entry, List } from "../../../ui/list";
import { Notice } from "../../../ui/notice";
import { Page } from "../../../ui/page";
import { EmptyState } from "../../../ui/state";
import { useTask } from "../../task";
import { useTenant } from "../context";
import { formOf, homeOf } from "../forms";
import { NeedsReports } from "./needs-reports";
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
      <CodeForm reports={reports} />
    </Page>
  );
}

/** A form that was only looked at is no draft to anybody. */
function isBegun({ kind, category, text, photos, place }: ReportDraft): boolean {
  return (kind === "report" && category !== null) || Boolean(text.trim() || photos.length || place);
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
      sub={text && <span class="clip" dir="auto">{text}</span>}
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

function CodeForm({ reports }: { reports: Reports }) {
  const [code, setCode] = useState("");
  const task = useTask();
  const find = (typed: string) =>
    task.run(async () => {
      const id = await reports.add(typed);
      navigate(`/reports/${id}`);
    });
  const { hash } = route.value;
  useEffect(() => {
    if (!hash) return;
    // The code must not stay in the address, nor in the history of a phone that is shared.
    navigate("/reports", { replace: true });
    setCode(hash);
    void find(hash);
  }, [hash]);
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void find(code);
      }}
    >
      <h2>{t("mine.code")}</h2>
      <Field
        label={t("mine.code-label")}
        hint={t("mine.code-hint")}
        value={code}
        spellcheck={false}
        capitalize="characters"
        error={task.error}
        onInput={setCode}
      />
      <Button type="submit" icon="search" wide busy={task.busy}>
        {t(task.busy ? "mine.code-read" : "mine.code-find")}
      </Button>
    </form>
  );
}
