import type { Draft } from "../../core/index";
import { t } from "../../core/messages/index";
import { moment } from "../../core/messages/moment";
import { Entry } from "../../ui/list";
import { useCore } from "../core";
import { categoryIcon, categoryLabel } from "../observation/naming";

/** One draft in a list: told apart by what was typed, as one remembers it. */
export function DraftEntry({ draft }: { draft: Draft }) {
  const core = useCore();
  const text = draft.text.trim();
  const photos = draft.photos.length;
  return (
    <Entry
      href={`/drafts/${draft.id}`}
      icon={categoryIcon(core, draft.category)}
      title={categoryLabel(core, draft.category)}
      sub={
        <>
          {text && (
            <span class="clip" dir="auto">
              {text}
            </span>
          )}
          {photos > 0 && <>{t("draft.photos", { count: photos })} · </>}
          {t("home.draft-since", { moment: moment(draft.createdAt) })}
        </>
      }
    />
  );
}
