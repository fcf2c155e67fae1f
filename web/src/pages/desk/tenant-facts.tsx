import type { ComponentChildren, FunctionComponent } from "preact";
import type { Contact, DeskItem } from "../../core/desk";
import { language } from "../../core/messages/index";
import { Icon } from "../../ui/icon";
import { st } from "../staff/words";

interface Props {
  item: DeskItem;
  fact: FunctionComponent<{ word: string; children: ComponentChildren }>;
}

/** What is known of who sent it: never a name. */
export function TenantFacts({ item, fact: Fact }: Props) {
  return (
    <>
      <Fact word={st("desk.contact")}>
        <Reach contact={item.contact} />
      </Fact>
      {item.language && <Fact word={st("desk.language")}>{languageName(item.language)}</Fact>}
      {!!item.seen && (
        <Fact word={st("desk.seenToo")}>{st("desk.seenTooCount", { count: item.seen })}</Fact>
      )}
      {item.alsoSeen && (
        <Fact word={st("desk.seenToo")}>
          <a href={`/desk/${item.alsoSeen}`}>{st("desk.seenFirst")}</a>
        </Fact>
      )}
    </>
  );
}

function Reach({ contact }: { contact: Contact | undefined }) {
  if (!contact?.phone && !contact?.email) return <p>{st("desk.contactNone")}</p>;
  return (
    <ul class="reach">
      {contact.phone && (
        <li>
          <a href={`tel:${contact.phone}`}>
            <Icon name="phone" />
            <bdi>{contact.phone}</bdi>
          </a>
        </li>
      )}
      {contact.email && (
        <li>
          <a href={`mailto:${encodeURIComponent(contact.email).replace("%40", "@")}`}>
            <Icon name="message" />
            <bdi>{contact.email}</bdi>
          </a>
        </li>
      )}
    </ul>
  );
}

function languageName(code: string): string {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
