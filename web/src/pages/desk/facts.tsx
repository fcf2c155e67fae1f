import type { ComponentChildren } from "preact";
import type { DeskItem } from "../../core/desk";
import { OutlineMap } from "../../ui/outline-map";
import type { Geometry } from "../../ui/outline";
import { useOffice } from "../staff/office";
import { fullTime, known, st } from "../staff/words";
import { TenantFacts } from "./tenant-facts";
import { authorOf, complexOf } from "./words";

const MINUTE = 60_000;

export function Facts({ item }: { item: DeskItem }) {
  return (
    <aside class="desk-facts" aria-label={st("desk.facts")}>
      <PlaceMap item={item} />
      <dl>
        <Fact word={st("desk.place")}>
          <PlaceText item={item} />
        </Fact>
        {item.visit && (
          <Fact word={st("desk.visit")}>
            <p>{known("desk.visits", item.visit.outcome)}</p>
            {item.visit.note && (
              <p class="kept" dir="auto">
                {item.visit.note}
              </p>
            )}
          </Fact>
        )}
        {item.wantsHelp && <Fact word={st("desk.help")}>{st("desk.helpYes")}</Fact>}
        <Fact word={st("desk.author")}>
          <bdi>{authorOf(item)}</bdi>
        </Fact>
        {item.source !== "observation" && <TenantFacts item={item} fact={Fact} />}
        <Times item={item} />
      </dl>
    </aside>
  );
}

function Fact({ word, children }: { word: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The server's time is the one that counts; the phone's own is shown when it says otherwise. */
function Times({ item }: { item: DeskItem }) {
  const apart = Math.abs(Date.parse(item.claimedAt) - Date.parse(item.observedAt));
  return (
    <>
      {item.source === "observation" && (
        <Fact word={st("desk.observedAt")}>{fullTime(item.observedAt)}</Fact>
      )}
      {apart >= MINUTE && (
        <Fact word={st("desk.claimedAt")}>
          <p>{fullTime(item.claimedAt)}</p>
          <p class="soft small">{st("desk.claimedWhy")}</p>
        </Fact>
      )}
      {item.receivedAt && (
        <Fact word={st("desk.receivedAt")}>{fullTime(item.receivedAt)}</Fact>
      )}
    </>
  );
}

function PlaceText({ item }: { item: DeskItem }) {
  const office = useOffice();
  const place = item.place;
  const complex = complexOf(office, item);
  const district = office.districts.value.find((one) => one.id === item.district)?.name;
  if (!place && !district) return <p>{st("desk.noPlace")}</p>;
  return (
    <>
      {complex && (
        <p>
          <strong dir="auto">{complex.name}</strong>
        </p>
      )}
      {complex && (
        <p dir="auto">
          {complex.street} {complex.numbers}, {complex.postcode}
        </p>
      )}
      {place?.description && (
        <p class="kept" dir="auto">
          {place.description}
        </p>
      )}
      {district && <p dir="auto">{district}</p>}
      {place?.lat !== undefined && (
        <p class="soft small">
          {place.accuracy === undefined
            ? st("desk.pointPlain")
            : st("desk.point", { m: Math.round(place.accuracy) })}
        </p>
      )}
      {complex?.caretaker && (
        <p class="soft small">{st("desk.caretaker", { name: complex.caretaker })}</p>
      )}
    </>
  );
}

function PlaceMap({ item }: { item: DeskItem }) {
  const office = useOffice();
  const complex = complexOf(office, item);
  const district = office.districts.value.find((one) => one.id === item.district);
  const { lat, lon } = item.place ?? {};
  const own = lat !== undefined && lon !== undefined ? { lat, lon } : null;
  const known = complex && complex.lat !== null && complex.lon !== null;
  const chosen = own ?? (known ? { lat: complex.lat!, lon: complex.lon! } : null);
  if (!district && !chosen) return null;
  return (
    <OutlineMap
      label={st("desk.map", { name: district?.name ?? complex?.name ?? "" })}
      outline={(district?.outline ?? null) as Geometry | null}
      points={office.complexes.value.flatMap((one) =>
        one.district === district?.id && one.lat !== null && one.lon !== null
          ? [{ lat: one.lat, lon: one.lon }]
          : [],
      )}
      chosen={chosen}
    />
  );
}
