import { t } from "../../core/messages/index";
import { navigate } from "../../router";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { useCore } from "../core";
import { useTask } from "../task";
import { CategoryTiles } from "./category-tiles";

/** The first of three taps. The draft is on disk before the next screen, and so before any camera. */
export default function NewObservation() {
  const core = useCore();
  const task = useTask();
  const begin = (category: string) =>
    task.run(async () => {
      const draft = await core.drafts.start();
      await core.drafts.change(draft.id, { category });
      navigate(`/drafts/${draft.id}`, { replace: true });
    });
  return (
    <Page title={t("category.title")} back={{ href: "/", label: t("home.title") }}>
      {task.error && (
        <Notice kind="error" title={t("draft.failed")}>
          <p>{task.error}</p>
        </Notice>
      )}
      <CategoryTiles onChoose={(category) => void begin(category)} />
    </Page>
  );
}
