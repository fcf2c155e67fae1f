import { t } from "../../../core/tenant/language";
import type { Reports } from "../../../core/tenant/reports";
import type { ReportDraft } from "../../../core/tenant/reports-values";
import { Button } from "../../../ui/button";
import { FilePick } from "../../../ui/file-pick";
import { Notice } from "../../../ui/notice";
import { Photo } from "../../../ui/photo";
import { Loading } from "../../../ui/state";
import { useTask } from "../../task";

const most = 3;

/** The camera, what it made, and what can be done to it; a photo that was not kept says so. */
export function ReportPhotos(props: {
  reports: Reports;
  draft: ReportDraft;
  settle: () => Promise<void> | undefined;
  onBlur: (sha256: string) => void;
}) {
  const { reports, draft } = props;
  const task = useTask();
  const count = draft.photos.length;
  const add = (files: File[]) =>
    void task.run(async () => {
      for (const file of files) await reports.drafts.addPhoto(draft.id, file);
    });
  return (
    <div class="stack">
      <div role="status">{task.busy && <Loading label={t("photo.busy")} />}</div>
      {task.error && (
        <Notice kind="error" title={t("report.failed")}>
          <p>{task.error}</p>
        </Notice>
      )}
      {count > 0 && (
        <ul class="photos photos-editable">
          {draft.photos.map((photo, index) => (
            <li key={`${photo.sha256} ${index}`} class="stack">
              {photo.kept ? (
                <Photo
                  id={photo.sha256}
                  load={(sha256) => reports.photo(sha256)}
                  alt={t("photo.alt", { count: index + 1 })}
                  gone={t("photo.gone")}
                />
              ) : (
                <Notice kind="error" title={t("photo.not-kept")}>
                  <p>{t("core.photo.not-kept")}</p>
                </Notice>
              )}
              <div class="row">
                {photo.kept && (
                  <Button
                    icon="blur"
                    label={t("photo.blur-one", { count: index + 1 })}
                    onClick={() => props.onBlur(photo.sha256)}
                  >
                    {t("photo.blur")}
                  </Button>
                )}
                <Button
                  icon="trash"
                  label={t("photo.remove-one", { count: index + 1 })}
                  onClick={() =>
                    void task.run(() => reports.drafts.removePhoto(draft.id, photo.sha256))
                  }
                >
                  {t("photo.remove")}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {count >= most ? (
        <p class="small">{t("photo.full")}</p>
      ) : (
        <>
          <FilePick
            kind={count > 0 ? "plain" : "main"}
            icon="camera"
            label={t(count > 0 ? "photo.more" : "photo.take")}
            accept="image/*"
            capture
            wide
            busy={task.busy}
            before={props.settle}
            onPick={add}
          />
          <FilePick
            icon="photo"
            label={t("photo.pick")}
            accept="image/*"
            multiple
            wide
            before={props.settle}
            onPick={add}
          />
        </>
      )}
      <p class="soft small">{t("photo.hint")}</p>
    </div>
  );
}
