import type { Draft } from "../../core/index";
import { t } from "../../core/messages/index";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { Photo } from "../../ui/photo";
import { Loading } from "../../ui/state";
import { useCore } from "../core";
import { useTask } from "../task";

export const mostPhotos = 6;

/** The photos of a draft, each with what can be done to it; a photo that was not kept says so. */
export function DraftPhotos(props: { draft: Draft; busy: boolean; onBlur: (sha256: string) => void }) {
  const core = useCore();
  const removing = useTask();
  const { id, photos } = props.draft;
  return (
    <>
      <div role="status">{props.busy && <Loading label={t("draft.photo-busy")} />}</div>
      {removing.error && (
        <Notice kind="error">
          <p>{removing.error}</p>
        </Notice>
      )}
      {photos.length > 0 && (
        <ul class="photos photos-editable">
          {photos.map((photo, index) => (
            <li key={`${photo.sha256} ${index}`} class="stack">
              {photo.kept ? (
                <Photo
                  id={photo.sha256}
                  load={(sha256) => core.photos.bytes(sha256)}
                  alt={t("draft.photo-alt", { count: index + 1 })}
                  gone={t("draft.photo-gone")}
                />
              ) : (
                <Notice kind="error" title={t("draft.photo-not-kept")}>
                  <p>{photo.reason}</p>
                </Notice>
              )}
              <div class="row">
                {photo.kept && (
                  <Button
                    icon="blur"
                    label={t("draft.blur-one", { count: index + 1 })}
                    onClick={() => props.onBlur(photo.sha256)}
                  >
                    {t("draft.blur")}
                  </Button>
                )}
                <Button
                  icon="trash"
                  label={t("draft.remove-one", { count: index + 1 })}
                  onClick={() => void removing.run(() => core.drafts.removePhoto(id, photo.sha256))}
                >
                  {t("draft.remove")}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
