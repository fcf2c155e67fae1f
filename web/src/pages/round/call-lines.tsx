import { callLink, textLink } from "../../core/texting";
import { Icon } from "../../ui/icon";
import { isApplePhone } from "../../ui/install";
import { useCore } from "../core";
import { rt } from "./words";

/** Whom to call or text by oneself, with the number to read when no button works. */
export function CallLines({ text, district }: { text: string; district: string }) {
  const core = useCore();
  const people = core.watch.callable(district).map(({ fullName, phone }) => ({ name: fullName, phone }));
  const helpline = core.helpline.value;
  if (helpline && !people.some(({ phone }) => phone === helpline)) {
    people.push({ name: rt("call.office"), phone: helpline });
  }
  if (people.length === 0) return <p>{rt("call.none")}</p>;
  return (
    <ul class="stack call-lines">
      {people.map(({ name, phone }) => (
        <li key={phone} class="stack call-line">
          <p>
            <bdi>{name}</bdi>: <bdi class="call-number">{phone}</bdi>
          </p>
          <div class="call-pair">
            <a
              class="button round-big"
              href={callLink(phone)}
              aria-label={rt("call.call-one", { name })}
            >
              <Icon name="phone" />
              <span>{rt("call.call")}</span>
            </a>
            <a
              class="button round-big"
              href={textLink(phone, text, isApplePhone())}
              aria-label={rt("call.text-one", { name })}
            >
              <Icon name="message" />
              <span>{rt("call.text")}</span>
            </a>
          </div>
        </li>
      ))}
    </ul>
  );
}
