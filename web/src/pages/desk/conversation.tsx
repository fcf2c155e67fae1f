import type { DeskItem } from "../../core/desk";
import { moment } from "../../core/messages/moment";
import { Chip } from "../../ui/chip";
import { fullTime, known, st } from "../staff/words";
import { voiceOf } from "./words";

const ICON: Record<string, string> = {
  acknowledgement: "eye",
  answer: "message",
  question: "question",
  closure: "closed",
  reopening: "refresh",
  reply: "user",
};

/** What was said back and forth, oldest first, as one reads a letter. */
export function Conversation({ item }: { item: DeskItem }) {
  return (
    <section class="stack" aria-labelledby="conversation">
      <h3 id="conversation">{st("desk.conversation")}</h3>
      {item.messages.length === 0 && <p class="soft">{st("desk.conversationEmpty")}</p>}
      <ol class="said-list">
        {item.messages.map((message) => (
          <li key={message.id} class={message.kind === "reply" ? "saying saying-theirs" : "saying"}>
            <p class="saying-head">
              <Chip icon={ICON[message.kind] ?? "message"}>
                {known("desk.messages", message.kind)}
              </Chip>
              <bdi>{voiceOf(item, message.by)}</bdi>
              <time dateTime={message.at} title={fullTime(message.at)}>
                {moment(message.at)}
              </time>
            </p>
            {message.text && (
              <p class="kept" dir="auto">
                {message.text}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
