import { callLink, textLink } from "../../core/texting";
import { Icon } from "../../ui/icon";
import { isApplePhone } from "../../ui/install";
import { useCore } from "../core";
import { rt } from "./words";

/** Whom to call or text by oneself, with the number to read when no button works. */
export function CallLines({ text, district }: { text: string; district: string }) {
  const people = useCore().watch.callable(district);
  if (people.length === 0) return <p>{rt("call.none")}</p>;
  return (
    <ul class="stack call-lines">
      {people.map(({ id, fullName, phone }) => (
        <li key={id} class="stack call-line">
          <p>
            <bdi>{fullName}</bdi>: <bdi class="call-number">{phone}</bdi>
          </p>
          <div class="pair">
            <a class="button round-big" href={callLink(phone)}>
              <Icon name="phone" />
              <span>{rt("call.call", { name: fullName })}</span>
            </a>
            <a class="button round-big" href={textLink(phone, text, isApplePhone())}>
              <Icon name="message" />
              <span>{rt("call.text", { name: fullName })}</span>
            </a>
          </div>
        </li>
      ))}
    </ul>
  );
}
