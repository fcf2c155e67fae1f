import type { Partner, Span } from "../../core/tenant/index";
import { dateOf, weekday } from "../../core/tenant/dates";
import { opening } from "../../core/tenant/hours";
import { directionOf, language, locale, named, t } from "../../core/tenant/language";
import { Chip } from "../../ui/chip";
import { Icon } from "../../ui/icon";
import { useNow } from "../../ui/use-now";
import { partnerIcon } from "./partner-icons";
import { ReadAloud } from "./read-aloud";

/** Who it is, when to call, whether there is somebody now, and one tap to call. */
export function PartnerCard({ partner }: { partner: Partner }) {
  const kind = named("kind", partner.kind, "");
  const own = partner.language === language.value ? {} : { lang: partner.language };
  return (
    <li class="card">
      <div class="card-head">
        <Icon name={partnerIcon(partner.kind)} large />
        <div>
          {kind && !partner.name.includes(kind) && <p class="soft small">{kind}</p>}
          <h3>
            <bdi>{partner.name}</bdi>
          </h3>
        </div>
      </div>
      <Now hours={partner.hours} />
      <p class="kept" dir={directionOf(partner.language)} {...own}>
        {partner.text}
      </p>
      {partner.phone && (
        <a class="button button-wide" href={`tel:${dialled(partner.phone)}`}>
          <Icon name="phone" />
          <span>
            <Around sentence={t("contacts.call")} hole="{phone}" value={partner.phone} />
          </span>
        </a>
      )}
      <div class="row">
        {partner.email && (
          <a class="button" href={`mailto:${partner.email}`}>
            <Icon name="message" />
            <span>{t("contacts.email")}</span>
          </a>
        )}
        {partner.website && (
          <a class="button" href={partner.website} rel="noreferrer external" target="_blank">
            <Icon name="globe" />
            <span>{t("contacts.website")}</span>
          </a>
        )}
        <ReadAloud
          about={partner.name}
          language={partner.language}
          text={`${partner.name}. ${partner.text}`}
        />
      </div>
      {partner.hours && partner.hours.length > 0 && <Hours hours={partner.hours} />}
      <p class="soft small">
        {partner.verifiedAt
          ? t("contacts.verified", { date: dateOf(partner.verifiedAt) })
          : t("contacts.unverified")}
      </p>
    </li>
  );
}

/** A number keeps its own direction within the sentence of another. */
function Around(props: { sentence: string; hole: string; value: string }) {
  const [before, after] = props.sentence.split(props.hole);
  return (
    <>
      {before}
      <bdi dir="ltr">{props.value}</bdi>
      {after}
    </>
  );
}

function dialled(phone: string): string {
  return phone.replace(/[^\d+]/g, "");
}

function Now({ hours }: { hours: Span[] | null }) {
  const state = opening(hours, useNow(20_000));
  if (state.open) {
    const always = hours === null ? t("contacts.always") : t("contacts.open");
    return (
      <Chip icon="check" look="lit">
        {state.until ? t("contacts.open-until", { time: state.until.time }) : always}
      </Chip>
    );
  }
  return (
    <Chip icon="lock" look="edged">
      {closed(state.from)}
    </Chip>
  );
}

function closed(from: { days: number; weekday: number; time: string } | null): string {
  if (!from) return t("contacts.closed");
  const { days, time } = from;
  if (days === 0) return t("contacts.closed-today", { time });
  if (days === 1) return t("contacts.closed-tomorrow", { time });
  return t("contacts.closed-day", { day: weekday(from.weekday), time });
}

function Hours({ hours }: { hours: Span[] }) {
  return (
    <details class="hours">
      <summary>{t("contacts.hours")}</summary>
      <ul>
        {hours.map(({ days, from, to }) => (
          <li key={`${days.join()} ${from}`}>
            {t("contacts.hours-line", { days: daysOf(days), from, to })}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** "maandag – vrijdag" when they follow each other, else each by name. */
function daysOf(days: number[]): string {
  const sorted = [...days].sort();
  const [first = 1, last = 1] = [sorted[0], sorted[sorted.length - 1]];
  if (sorted.length > 2 && last - first === sorted.length - 1) {
    return `${weekday(first)} – ${weekday(last)}`;
  }
  const names = sorted.map((day) => weekday(day));
  if (!("ListFormat" in Intl)) return names.join(", ");
  return new Intl.ListFormat(locale.value, { type: "conjunction" }).format(names);
}
