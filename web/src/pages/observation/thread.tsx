import { useEffect, useState } from "preact/hooks";
import type { Item } from "../../core/index";
import { t } from "../../core/messages/index";
import { moment } from "../../core/messages/moment";
import type { Message } from "../../core/values";
import { Button } from "../../ui/button";
import { TextArea } from "../../ui/field";
import { Icon } from "../../ui/icon";
import { announce } from "../../ui/live";
import { useCore } from "../core";
import { useTask } from "../task";
import { Warnings } from "./warnings";

const drawn: Record<Message["kind"], string> = {
  acknowledgement: "eye",
  answer: "message",
  question: "question",
  closure: "closed",
  reopening: "refresh",
  reply: "user",
};

/** What was said back and forth, oldest first, as one reads a letter. */
export function Thread({ item }: { item: Item }) {
  const me = useCore().session.account.value?.id;
  return (
    <section class="stack">
      <h2>{t("observation.messages")}</h2>
      <ol class="thread">
        {item.messages.map((message) => {
          const own = message.by.id === me;
          return (
            <li key={message.id} class={own ? "said-by said-own" : "said-by"}>
              <p class="said-head">
                <Icon name={drawn[message.kind]} />
                <strong>{t(`message.${message.kind}`)}</strong>
              </p>
              {message.text && (
                <p class="kept" dir="auto">
                  {message.text}
                </p>
              )}
              <p class="soft small">
                <bdi>{own ? t("observation.you") : message.by.fullName}</bdi>,{" "}
                <time dateTime={message.at}>{moment(message.at)}</time>
                {message.isOnPhone && item.truth !== "office" && (
                  <> · {t(`standing.${item.truth === "sending" ? "sending" : "waiting"}`)}</>
                )}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

export function Reply({ item, open }: { item: Item; open: boolean }) {
  const core = useCore();
  const [writing, setWriting] = useState(open);
  const [text, setText] = useState("");
  const [empty, setEmpty] = useState(false);
  const task = useTask();
  // A question may come in while one reads.
  useEffect(() => {
    if (open) setWriting(true);
  }, [open]);

  const send = async (event: Event) => {
    event.preventDefault();
    setEmpty(text.trim() === "");
    if (text.trim() === "") return;
    const done = await task.run(() => core.observations.reply(item.id, text.trim()));
    if (!done) return;
    setText("");
    setWriting(false);
    announce(t("observation.replied"));
  };

  if (!writing) {
    return (
      <Button icon="message" onClick={() => setWriting(true)}>
        {t("observation.reply")}
      </Button>
    );
  }
  return (
    <form class="stack" noValidate onSubmit={(event) => void send(event)}>
      <TextArea
        label={t("observation.reply-label")}
        value={text}
        rows={3}
        error={empty ? t("observation.reply-empty") : task.error}
        onInput={setText}
      />
      <Warnings text={text} />
      <Button kind="main" type="submit" icon="sending" wide busy={task.busy}>
        {t("observation.reply-send")}
      </Button>
    </form>
  );
}
