import type { Handover } from "../../core/duty";
import { Icon } from "../../ui/icon";
import { dt } from "../staff/duty-words";

/** The pair, one tap away. */
export function Members({ alarm }: { alarm: Handover }) {
  return (
    <section class="stack" aria-labelledby="members">
      <h2 id="members">{dt("alarm.people")}</h2>
      {alarm.members.length === 0 && (
        <p class="soft">{dt(alarm.practice ? "alarm.nobody" : "alarm.whoUnknown")}</p>
      )}
      {alarm.members.map((one) =>
        one.phone ? (
          <a
            key={one.id}
            class="button button-wide"
            href={`tel:${one.phone.replace(/[^\d+]/g, "")}`}
          >
            <Icon name="phone" />
            <span>
              {dt("alarm.phone", { name: one.fullName })} <bdi>{one.phone}</bdi>
            </span>
          </a>
        ) : (
          <p key={one.id}>
            <strong dir="auto">{one.fullName}</strong>
            <br />
            {dt("alarm.noPhone")}
          </p>
        ),
      )}
    </section>
  );
}
