import { useEffect, useMemo, useState } from "preact/hooks";
import type { Draft, Item } from "../../core/index";
import { t } from "../../core/messages/index";
import { Button } from "../../ui/button";
import { Field, Select } from "../../ui/field";
import { Entry, List } from "../../ui/list";
import { Page } from "../../ui/page";
import { EmptyState, Loading } from "../../ui/state";
import { useCore } from "../core";
import { ObservationEntry } from "../observation/entry";
import { DraftEntry } from "../draft/entry";
import { categoryLabel, isOwn, placeLine } from "../observation/naming";
import { isFresh, newsAt } from "../observation/read";
import { RoundCard } from "../round/card";
import { OfflineLine, SyncChip, SyncNotices } from "../sync-chip";
import { arrange, type Show } from "./arrange";
import { InstallOffer } from "./install-offer";

const step = 30;
/** Below this a list is read faster than it is searched. */
const searchFrom = 6;

export default function Home() {
  const core = useCore();
  const items = core.observations.items.value;
  const drafts = core.drafts.items.value;
  const status = core.sync.status.value;
  const isEmpty = items.length === 0 && drafts.length === 0;
  const isFirst = isEmpty && status.lastSuccessAt === null && status.state === "sending";

  return (
    <Page
      title={t("home.title")}
      under={<SyncChip />}
      bar={
        <Button kind="main" icon="plus" wide href="/observations/new">
          {t("home.new")}
        </Button>
      }
    >
      <RoundCard />
      <SyncNotices />
      <OfflineLine />
      {isFirst && <Loading label={t("home.loading")} />}
      {isEmpty && !isFirst && (
        <EmptyState icon="draft" title={t("home.empty-title")}>
          <p>{t("home.empty")}</p>
        </EmptyState>
      )}
      {items.length > 0 ? <Items items={items} drafts={drafts} /> : <Drafts drafts={drafts} />}
      {!isEmpty && <InstallOffer />}
      <List label={t("shell.rooms")}>
        <Entry
          href="/rules"
          icon="book"
          title={t("home.rules")}
          sub={t("home.rules-sub")}
        />
        <Entry
          href="/contacts"
          icon="phone"
          title={t("home.contacts")}
          sub={t("home.contacts-sub")}
        />
        {status.unsent + status.missingPhotos + drafts.length > 0 && (
          <Entry
            href="/unsent"
            icon="upload"
            title={t("home.unsent")}
            sub={t("home.unsent-sub")}
          />
        )}
        <Entry
          href="/settings"
          icon="settings"
          title={t("home.settings")}
          sub={t("home.settings-sub")}
        />
      </List>
    </Page>
  );
}

function Drafts({ drafts }: { drafts: Draft[] }) {
  if (drafts.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t("home.drafts")}</h2>
      <List>
        {drafts.map((draft) => (
          <DraftEntry key={draft.id} draft={draft} />
        ))}
      </List>
    </section>
  );
}

function Items({ items, drafts }: { items: Item[]; drafts: Draft[] }) {
  const core = useCore();
  const [words, setWords] = useState("");
  const [show, setShow] = useState<Show>("all");
  const [finding, setFinding] = useState(false);
  const named = useMemo(
    () => (item: Item) => `${categoryLabel(core, item.category)} ${placeLine(core, item.place)}`,
    [core.categories.value, core.places.complexes.value],
  );
  const reader = { named, isFresh, newsAt, isOwn: (item: Item) => isOwn(core, item) };
  const found = arrange(items, { words, show }, reader);
  const filter = `${show} ${words}`;
  const isFiltered = words !== "" || show !== "all";
  const again = () => {
    setWords("");
    setShow("all");
  };

  return (
    <>
      {items.length >= searchFrom && (
        <div class="finding" role="search">
          <Button
            kind="plain"
            icon={finding ? "close" : "search"}
            expanded={finding}
            onClick={() => {
              if (finding) again();
              setFinding(!finding);
            }}
          >
            {t(finding ? "home.clear-filter" : "home.find")}
          </Button>
          {finding && (
            <div class="finder">
              <Field
                label={t("home.search")}
                type="search"
                value={words}
                onInput={setWords}
              />
              <Select
                label={t("home.state")}
                value={show}
                options={shows.map((value) => ({ value, label: t(`home.${value}`) }))}
                onChange={(value) => setShow(value as Show)}
              />
            </div>
          )}
          <p class="unseen" role="status">
            {isFiltered ? t("home.found", { count: found.found }) : ""}
          </p>
        </div>
      )}
      {found.found === 0 && (
        <EmptyState icon="search" title={t("home.none-title")}>
          <p>{t("home.none")}</p>
          <Button onClick={again}>{t("home.clear-filter")}</Button>
        </EmptyState>
      )}
      <Group filter={filter} title={t("home.attention")} items={found.attention} />
      {!isFiltered && <Drafts drafts={drafts} />}
      <Group filter={filter} title={t("home.waiting")} items={found.waiting} />
      <Group filter={filter} title={t("home.own")} items={found.own} />
      <Group filter={filter} title={t("home.others")} items={found.others} />
    </>
  );
}

const shows = ["all", "to-answer", "with-office", "closed", "withdrawn"] as const;

/** A window on a list that may be thousands long. */
function Group({ title, items, filter }: { title: string; items: Item[]; filter: string }) {
  const [shown, setShown] = useState(step);
  useEffect(() => setShown(step), [filter]);
  const left = items.length - shown;
  if (items.length === 0) return null;
  return (
    <section class="stack">
      <h2>{title}</h2>
      <List>
        {items.slice(0, shown).map((item) => (
          <ObservationEntry key={item.id} item={item} />
        ))}
      </List>
      {left > 0 && (
        <Button icon="down" wide onClick={() => setShown(shown + step)}>
          {t("home.more", { count: Math.min(step, left) })}
        </Button>
      )}
    </section>
  );
}
