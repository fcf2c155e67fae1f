import { useEffect, useState } from "preact/hooks";
import { momentOf } from "../../../core/tenant/dates";
import { t } from "../../../core/tenant/language";
import type { Reports } from "../../../core/tenant/reports";
import type { ReportItem } from "../../../core/tenant/reports-values";
import { Button } from "../../../ui/button";
import { TextArea } from "../../../ui/field";
import { Icon } from "../../../ui/icon";
import { announce } from "../../../ui/live";
import { useTask } from "../../task";
import { ReadAloud } from "../read-aloud";
import { longest } from "./fields";
import { TextWarnings } from "./warnings";
import { messageIcons, reason } from "./words";

/** What was said back and forth, oldest first; what has not left this phone says so. */
export function ReportThread({ reports, item }: { reports: Reports; item: ReportItem }) {
  const messages = item.answer?.messages ?? [];
  const own = new Set(messages.map((message) => message.id));
  const waiting = item.replies.filter((reply) => !own.has(reply.id));
  if (item.truth !== "office" && messages.length + waiting.length === 0) return null;
  return (
    <section class="stack">
      {messages.length + waiting.length > 0 && <h2>{t("followed.messages")}</h2>}
      <ol class="thread">
        {messages.map((message) => {
          const mine = message.by === "tenant";
          return (
            <li key={message.id} class={mine ? "said-by said-own" : "said-by"}>
              <p class="said-head">
                <Icon name={messageIcons[message.kind] ?? "message"} />
                <strong>{t(`message.${message.kind}`)}</strong>
              </p>
              {message.text && (
                <p class="kept" dir="auto">
                  {message.text}
                </p>
              )}
              {!mine && message.text && (
                <ReadAloud about={t(`message.${message.kind}`)} language="nl" text={message.text} />
              )}
              <p class="soft small">
                {t(mine ? "followed.you" : "followed.office")},{" "}
                <time dateTime={message.at}>{momentOf(message.at)}</time>
              </p>
            </li>
          );
        })}
        {waiting.map((reply) => (
          <li key={reply.id} class="said-by said-own">
            <p class="said-head">
              <Icon name={reply.truth === "refused" ? "danger" : "waiting"} />
              <strong>{t("message.reply")}</strong>
            </p>
            <p class="kept" dir="auto">
              {reply.text}
            </p>
            <p class="soft small">
              {t(reply.truth === "refused" ? "followed.reply-refused" : "followed.reply-waiting")}
              {reply.refusal && <> · {reason(reply.refusal.code, reply.refusal.message)}</>}
            </p>
          </li>
        ))}
      </ol>
      {item.truth !== "gone" && <Reply reports={reports} item={item} />}
    </section>
  );
}

function Reply({ reports, item }: { reports: Reports; item: ReportItem }) {
  const isAsked = item.answer?.state === "asked" && item.replies.length === 0;
  const [writing, setWriting] = useState(isAsked);
  const [text, setText] = useState("");
  const task = useTask();
  // A question may come in while one reads.
  useEffect(() => {
    if (isAsked) setWriting(true);
  }, [isAsked]);
  const send = async (event: Event) => {
    event.preventDefault();
    if (!(await task.run(() => reports.reply(item.id, text)))) return;
    setText("");
    setWriting(false);
    announce(t("followed.replied"));
  };
  if (!writing) {
    return (
      <Button icon="message" onClick={() => setWriting(true)}>
        {t("followed.reply")}
      </Button>
    );
  }
  return (
    <form class="stack" noValidate onSubmit={(event) => void send(event)}>
      <TextArea
        label={t("followed.reply-label")}
        rows={3}
        maxLength={longest}
        value={text}
        error={task.error}
        onInput={setText}
      />
      <TextWarnings text={text} />
      <Button kind="main" type="submit" icon="sending" wide busy={task.busy}>
        {t("followed.reply-send")}
      </Button>
    </form>
  );
}
