import { useState } from "preact/hooks";
import type { Draft } from "../../core/index";
import { t } from "../../core/messages/index";
import { navigate } from "../../router";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { FilePick } from "../../ui/file-pick";
import { Icon } from "../../ui/icon";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { EmptyState } from "../../ui/state";
import { useCore } from "../core";
import { categoryIcon, categoryLabel } from "../observation/naming";
import { TellMore } from "../observation/fields";
import { lazyScreen } from "../lazy-screen";
import { useTask } from "../task";
import { CategoryTiles } from "./category-tiles";
import { DraftPhotos, mostPhotos } from "./photos";
import { useDraft } from "./use-draft";

const subjectButton = "change-subject";

const Blur = lazyScreen(() => import("./blur"));

/** One draft: photo and save under the thumb, everything else folded away but findable. */
export default function DraftPage({ id }: { id: string }) {
  const core = useCore();
  const { draft, problem, change, flush, settle } = useDraft(id);
  const [choosing, setChoosing] = useState(false);
  const [blurring, setBlurring] = useState<string | null>(null);
  const photo = useTask();
  const saving = useTask();
  const back = { href: "/", label: t("home.title") };

  if (!draft) {
    // Saving removes the draft a moment before the next screen is there.
    if (saving.busy) return null;
    return (
      <Page title={t("draft.gone-title")} back={back}>
        <EmptyState icon="draft" title={t("draft.gone")} />
      </Page>
    );
  }

  const add = (files: File[]) =>
    photo.run(async () => {
      for (const file of files) await core.drafts.addPhoto(id, file);
    });
  const leave = (work: () => Promise<unknown>, said: string) =>
    saving.run(async () => {
      await work();
      navigate("/");
      announce(said);
    });
  const save = () =>
    leave(async () => {
      await flush();
      await core.drafts.save(id);
    }, t("draft.saved"));

  if (blurring) {
    return (
      <Blur
        words={(key, params) => (key === "cancel" ? t("shell.cancel") : t(`blur.${key}`, params))}
        load={() => core.photos.bytes(blurring)}
        onLeave={() => setBlurring(null)}
        onDone={async (blurred) => {
          await core.drafts.replacePhoto(id, blurring, blurred);
          setBlurring(null);
          announce(t("blur.replaced"));
        }}
      />
    );
  }

  const kept = draft.photos.length;
  const isFull = kept >= mostPhotos;
  return (
    <Page
      title={t("draft.title")}
      back={back}
      bar={
        <div class={kept ? "bar-pair" : "bar-pair bar-photo-first"}>
          {!isFull && (
            <FilePick
              kind={kept ? "plain" : "main"}
              icon="camera"
              label={t(kept ? "draft.photo-more" : "draft.photo")}
              accept="image/*"
              capture
              wide
              busy={photo.busy}
              before={settle}
              onPick={(files) => void add(files)}
            />
          )}
          <Button
            kind={kept ? "main" : "plain"}
            icon="check"
            wide
            busy={saving.busy}
            onClick={() => void save()}
          >
            {t("draft.save")}
          </Button>
        </div>
      }
    >
      {(problem ?? photo.error ?? saving.error) && (
        <Notice kind="error" title={t("draft.failed")}>
          <p>{problem ?? photo.error ?? saving.error}</p>
        </Notice>
      )}
      <Subject draft={draft} open={choosing} onOpen={() => setChoosing(!choosing)} />
      {choosing && (
        <CategoryTiles
          chosen={draft.category}
          onChoose={(category) => {
            change({ category });
            setChoosing(false);
            document.getElementById(subjectButton)?.focus();
          }}
        />
      )}
      <section class="aside">
        <p class="soft small">{t("draft.photo-hint")}</p>
        <DraftPhotos draft={draft} busy={photo.busy} onBlur={setBlurring} />
        {isFull ? (
          <p class="small">{t("draft.photo-full")}</p>
        ) : (
          <FilePick
            kind="quiet"
            icon="photo"
            label={t("draft.photo-pick")}
            accept="image/*"
            multiple
            before={settle}
            onPick={(files) => void add(files)}
          />
        )}
      </section>
      <section class="stack">
        <h2>{t("draft.optional")}</h2>
        <p class="soft small">{t("draft.autosave")}</p>
        <TellMore told={draft} onChange={change} />
      </section>
      <div class="row">
        <Button icon="draft" onClick={() => void leave(flush, t("draft.parked"))}>
          {t("draft.park")}
        </Button>
        <Discard onDiscard={() => void leave(() => core.drafts.discard(id), t("draft.discarded"))} />
      </div>
    </Page>
  );
}

function Subject(props: { draft: Draft; open: boolean; onOpen: () => void }) {
  const core = useCore();
  return (
    <div class="subject">
      <Icon name={categoryIcon(core, props.draft.category)} large />
      <strong dir="auto">{categoryLabel(core, props.draft.category)}</strong>
      <button
        id={subjectButton}
        type="button"
        class="button button-quiet"
        aria-expanded={props.open ? "true" : "false"}
        aria-label={t("draft.change-subject")}
        onClick={props.onOpen}
      >
        {t("draft.change")}
      </button>
    </div>
  );
}

function Discard(props: { onDiscard: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="quiet" icon="trash" onClick={() => setAsking(true)}>
        {t("draft.discard")}
      </Button>
      <Dialog
        title={t("draft.discard-title")}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="strong" icon="trash" wide onClick={props.onDiscard}>
              {t("draft.discard")}
            </Button>
            <Button wide onClick={() => setAsking(false)}>
              {t("shell.cancel")}
            </Button>
          </>
        }
      >
        <p>{t("draft.discard-why")}</p>
      </Dialog>
    </>
  );
}
