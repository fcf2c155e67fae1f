import { useEffect, useState } from "preact/hooks";
import type { Item } from "../../core/index";
import { t } from "../../core/messages/index";
import { Button } from "../../ui/button";
import { FilePick } from "../../ui/file-pick";
import { announce } from "../../ui/live";
import { List } from "../../ui/list";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { EmptyState } from "../../ui/state";
import { useCore } from "../core";
import { DraftEntry } from "../draft/entry";
import { ObservationEntry } from "../observation/entry";
import { isUnsent } from "../observation/standing";
import { OfflineLine, SyncChip, SyncNotices } from "../sync-chip";
import { useTask } from "../task";
import { hand } from "./hand";

/** Everything that is only on this phone, why, and how to get it off. */
export default function Unsent() {
  const core = useCore();
  const status = core.sync.status.value;
  const sending = useTask();
  const items = core.observations.items.value.filter(
    (item) => isUnsent(item) || item.truth === "parked",
  );
  const loose = Math.max(0, status.unsent - items.filter((item) => item.truth !== "parked").length);
  const drafts = core.drafts.items.value;
  const nothing = items.length === 0 && drafts.length === 0 && loose === 0;

  return (
    <Page
      title={t("unsent.title")}
      back={{ href: "/", label: t("home.title") }}
      under={<SyncChip />}
      bar={
        <Button
          kind="main"
          icon="sending"
          wide
          busy={!status.slow && (sending.busy || status.state === "sending")}
          onClick={() => void sending.run(() => core.sync.now())}
        >
          {t("sync.now")}
        </Button>
      }
    >
      <SyncNotices />
      <OfflineLine />
      {sending.error && (
        <Notice kind="error">
          <p>{sending.error}</p>
        </Notice>
      )}
      {nothing && (
        <EmptyState
          icon={status.allSent ? "check" : "waiting"}
          title={t(status.allSent ? "unsent.none-title" : "unsent.not-checked-title")}
        >
          <p>{t(status.allSent ? "unsent.none" : "unsent.not-checked")}</p>
        </EmptyState>
      )}
      {items.length > 0 && (
        <section class="stack">
          <h2>{t("unsent.items")}</h2>
          <List>
            {items.map((item) => (
              <ObservationEntry key={item.id} item={item} why={why(item)} />
            ))}
          </List>
        </section>
      )}
      {loose > 0 && (
        <Notice icon="waiting" title={t("unsent.loose-title")}>
          <p>{t("unsent.loose", { count: loose })}</p>
        </Notice>
      )}
      {drafts.length > 0 && (
        <section class="stack">
          <h2>{t("unsent.drafts")}</h2>
          <List>
            {drafts.map((draft) => (
              <DraftEntry key={draft.id} draft={draft} />
            ))}
          </List>
        </section>
      )}
      <AsFile />
      <Space />
    </Page>
  );
}

function why(item: Item): string {
  if (item.truth === "parked") return item.parked?.message ?? t("standing.parked");
  if (item.truth === "sending") return t("unsent.why-sending");
  if (item.truth === "office") return t("unsent.why-photos", { count: item.photosWaiting });
  return t("unsent.why-waiting");
}

function AsFile() {
  const core = useCore();
  const task = useTask();
  const save = () =>
    task.run(async () => {
      const stamp = new Date().toISOString().slice(0, 10);
      const handed = await hand(await core.unsent.exportFile(), `buurtronde-${stamp}.json`);
      if (handed) announce(t("unsent.export-done"));
    });
  const read = (file: File) =>
    task.run(async () => {
      const count = await core.unsent.importFile(await file.text());
      announce(count ? t("unsent.imported", { count }) : t("unsent.imported-none"));
    });
  return (
    <section class="stack">
      <h2>{t("unsent.file")}</h2>
      <p>{t("unsent.file-why")}</p>
      {task.error && (
        <Notice kind="error" title={t("unsent.failed")}>
          <p>{task.error}</p>
        </Notice>
      )}
      <Button icon="download" wide busy={task.busy} onClick={() => void save()}>
        {t("unsent.export")}
      </Button>
      <FilePick
        icon="upload"
        label={t("unsent.import")}
        accept=".json,application/json"
        wide
        onPick={([file]) => file && void read(file)}
      />
    </section>
  );
}

function Space() {
  const { persisted } = useCore().sync.status.value;
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    navigator.storage?.estimate?.().then(({ usage, quota }) => {
      if (usage !== undefined && quota !== undefined) setLeft(Math.max(0, quota - usage));
    }, console.warn);
  }, []);
  return (
    <section class="stack">
      <h2>{t("unsent.storage")}</h2>
      <p>
        {t(
          persisted === null
            ? "unsent.not-asked"
            : persisted
              ? "unsent.kept"
              : "unsent.not-kept",
        )}
      </p>
      {left !== null && <p>{t("unsent.space", { space: spoken(left) })}</p>}
    </section>
  );
}

function spoken(bytes: number): string {
  if (bytes < 1e9) return t("unsent.megabytes", { count: Math.floor(bytes / 1e6) });
  return t("unsent.gigabytes", { count: Math.floor(bytes / 1e8) / 10 });
}
