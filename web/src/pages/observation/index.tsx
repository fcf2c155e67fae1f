import { useEffect, useState } from "preact/hooks";
import type { Item } from "../../core/index";
import { t } from "../../core/messages/index";
import { moment } from "../../core/messages/moment";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chip";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { EmptyState } from "../../ui/state";
import { useCore } from "../core";
import { SyncNotices } from "../sync-chip";
import { useTask } from "../task";
import { Change } from "./change";
import { Facts } from "./facts";
import { categoryLabel, isOwn, outcomeWord } from "./naming";
import { ItemPhotos } from "./photos";
import { markRead } from "./read";
import { standing } from "./standing";
import { Reply, Thread } from "./thread";
import { Texts } from "./texts";
import { Withdraw } from "./withdraw";

/** One observation, one's own or of the district: where it stands, what was said about it, and what can be done. */
export default function ObservationPage({ id }: { id: string }) {
  const core = useCore();
  const back = { href: "/", label: t("home.title") };
  const item = core.observations.items.value.find((one) => one.id === id);
  const [changing, setChanging] = useState<"all" | "text" | null>(null);
  useEffect(() => {
    if (item) markRead(item);
  }, [item]);

  if (!item) {
    return (
      <Page title={t("observation.gone-title")} back={back}>
        <EmptyState icon="search" title={t("observation.gone")} />
      </Page>
    );
  }
  if (changing) {
    return <Change item={item} only={changing} onLeave={() => setChanging(null)} />;
  }

  const own = isOwn(core, item);
  const { icon, word } = standing(item, own);
  const asks = own && item.awaits === "volunteer" && item.state !== "withdrawn";
  const isOver = item.state === "withdrawn";
  return (
    <Page
      title={categoryLabel(core, item.category)}
      back={back}
      under={
        <Chip icon={icon} look={asks ? "lit" : "edged"} status>
          {t(word)}
        </Chip>
      }
    >
      <SyncNotices />
      <OnItsWay item={item} />
      {item.outcome && item.state === "closed" && (
        <p>
          {t("observation.outcome-is")}: <strong dir="auto">{outcomeWord(item.outcome)}</strong>
        </p>
      )}
      {item.messages.length > 0 && <Thread item={item} />}
      {!isOver && (item.messages.length > 0 || asks) && <Reply item={item} open={asks} />}
      <ItemPhotos item={item} fixed={isOver} />
      <Texts item={item} onMerge={() => setChanging("text")} />
      <Facts item={item} />
      {!isOver && (
        <div class="row">
          <Button icon="draft" onClick={() => setChanging("all")}>
            {t("observation.change")}
          </Button>
          {own && <Withdraw id={id} />}
        </div>
      )}
    </Page>
  );
}

/** Nothing here claims to be sent before it is. */
function OnItsWay({ item }: { item: Item }) {
  const core = useCore();
  const sending = useTask();
  const waits = item.truth === "waiting" || item.photosWaiting > 0;
  return (
    <>
      {item.truth === "parked" && (
        <Notice kind="warning" icon="parked" title={t("observation.parked-title")}>
          {item.parked && <p dir="auto">{item.parked.message}</p>}
          <p>{t("observation.parked-do")}</p>
          {item.parked?.answers.map((answer) => (
            <blockquote key={answer.at} class="said-by" dir="auto">
              <p class="kept">{answer.text}</p>
              <footer class="soft small">{moment(answer.at)}</footer>
            </blockquote>
          ))}
        </Notice>
      )}
      {(waits || item.truth === "sending") && (
        <Notice icon={item.truth === "sending" ? "sending" : "waiting"}>
          {item.truth === "waiting" && <p>{t("observation.waiting")}</p>}
          {item.truth === "sending" && <p>{t("observation.sending")}</p>}
          {item.photosWaiting > 0 && (
            <p>{t("observation.photos-waiting", { count: item.photosWaiting })}</p>
          )}
          {sending.error && <p role="alert">{sending.error}</p>}
          {waits && (
            <Button
              icon="sending"
              busy={sending.busy}
              onClick={() => void sending.run(() => core.sync.now())}
            >
              {t("sync.now")}
            </Button>
          )}
        </Notice>
      )}
      {item.photosRefused.map((photo) => (
        <Notice key={photo.sha256} kind="warning" icon="photo" title={t("observation.photo-refused")}>
          <p>{photo.reason}</p>
        </Notice>
      ))}
      {item.review === "withdrawn-and-changed" && (
        <Notice icon="merge">
          <p>{t("observation.review")}</p>
        </Notice>
      )}
      {item.sensitive && (
        <Notice icon="lock">
          <p>{t("observation.sensitive")}</p>
        </Notice>
      )}
    </>
  );
}
