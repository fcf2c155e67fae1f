import { useState } from "preact/hooks";
import type { Item } from "../../core/index";
import { t } from "../../core/messages/index";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { FilePick } from "../../ui/file-pick";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { Photo } from "../../ui/photo";
import { Loading } from "../../ui/state";
import { useCore } from "../core";
import { mostPhotos } from "../draft/photos";
import { useTask } from "../task";

/** The photos; more can be added, and one taken away, also after it was saved. */
export function ItemPhotos({ item, fixed }: { item: Item; fixed: boolean }) {
  const core = useCore();
  const task = useTask();
  const [asking, setAsking] = useState<string | null>(null);
  const mine = item.author?.id === core.session.account.value?.id;
  const add = (files: File[]) =>
    task.run(async () => {
      for (const file of files) await core.observations.addPhoto(item.id, file);
      announce(t("observation.photo-added"));
    });
  const remove = (sha256: string) =>
    task.run(async () => {
      await core.observations.removePhoto(item.id, sha256);
      setAsking(null);
      announce(t("observation.photo-removed"));
    });
  if (fixed && item.photos.length === 0) return null;
  return (
    <section class="stack">
      {task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
        </Notice>
      )}
      {item.photos.length > 0 && (
        <ul class="photos">
          {item.photos.map(({ sha256 }, index) => (
            <li key={`${sha256} ${index}`}>
              <Photo
                id={sha256}
                load={(sha) => core.photos.bytes(sha)}
                alt={t("draft.photo-alt", { count: index + 1 })}
                gone={t(mine ? "draft.photo-gone" : "observation.photo-unseen")}
              />
              {!fixed && (
                <Button
                  kind="quiet"
                  icon="trash"
                  label={t("draft.remove-one", { count: index + 1 })}
                  onClick={() => setAsking(sha256)}
                >
                  {t("draft.remove")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!fixed && item.photos.length < mostPhotos && (
        <>
          <div class="row">
            <FilePick
              icon="camera"
              label={t("draft.photo-more")}
              accept="image/*"
              capture
              busy={task.busy}
              onPick={(files) => void add(files)}
            />
            <FilePick
              kind="quiet"
              icon="photo"
              label={t("draft.photo-pick")}
              accept="image/*"
              multiple
              onPick={(files) => void add(files)}
            />
          </div>
          <p class="soft small">{t("draft.photo-hint")}</p>
        </>
      )}
      <div role="status">{task.busy && !asking && <Loading label={t("draft.photo-busy")} />}</div>
      <Dialog
        title={t("observation.photo-remove-title")}
        open={asking !== null}
        onClose={() => setAsking(null)}
        actions={
          <>
            <Button
              kind="strong"
              icon="trash"
              wide
              busy={task.busy}
              onClick={() => void remove(asking!)}
            >
              {t("observation.photo-remove-do")}
            </Button>
            <Button wide onClick={() => setAsking(null)}>
              {t("shell.cancel")}
            </Button>
          </>
        }
      >
        <p>{t("observation.photo-remove-why")}</p>
      </Dialog>
    </section>
  );
}
