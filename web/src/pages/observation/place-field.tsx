import { useRef, useState } from "preact/hooks";
import type { Complex, Core } from "../../core/index";
import { t } from "../../core/messages/index";
import type { Place } from "../../core/values";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { Icon } from "../../ui/icon";
import { Notice } from "../../ui/notice";
import { OutlineMap } from "../../ui/outline-map";
import { useCore } from "../core";
import { complexLine, complexOf } from "./naming";

const shownComplexes = 6;

/** Where it is: by one tap, by name, or in words. Nothing asks for a position by itself. */
export function PlaceField(props: {
  place: Place | null;
  onChange: (place: Place | null, pace?: "now" | "breath") => void;
}) {
  const { place, onChange } = props;
  const core = useCore();
  const [looking, setLooking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const told = useRef<HTMLDivElement>(null);
  const chosen = complexOf(core, place?.complex);

  const change = (part: Place, pace?: "now" | "breath") =>
    onChange(tidy({ ...place, ...part }), pace);
  const locate = async () => {
    setLooking(true);
    setProblem(null);
    try {
      const here = await myPlace();
      const near = core.places.nearest(here.lat, here.lon);
      change({ ...here, ...(near && { complex: near.id }) });
    } catch (failure) {
      const denied = (failure as GeolocationPositionError).code === 1;
      setProblem(t(denied ? "place.denied" : "place.unavailable"));
    } finally {
      setLooking(false);
    }
  };

  return (
    <>
      <div role="status" tabIndex={-1} ref={told}>
        {chosen && (
          <Notice icon="place" title={chosen.name}>
            <p>{complexLine(chosen)}</p>
          </Notice>
        )}
      </div>
      <Button icon="locate" wide busy={looking} onClick={() => void locate()}>
        {looking ? t("place.looking") : t("place.here")}
      </Button>
      <div role="status">
        {problem && (
          <Notice kind="warning">
            <p>{problem}</p>
          </Notice>
        )}
        {place?.lat !== undefined && (
          <p class="small">
            {place.accuracy === undefined
              ? t("place.found-rough")
              : t("place.found", { meters: place.accuracy })}
          </p>
        )}
      </div>
      {place?.lat !== undefined && place.lon !== undefined && (
        <PlaceMap place={{ lat: place.lat, lon: place.lon }} complex={chosen} />
      )}
      <ComplexSearch
        onChoose={(complex) => {
          change({ complex: complex.id });
          // The list that had the focus is gone after this.
          told.current?.focus();
        }}
      />
      <Field
        label={t("place.description")}
        hint={t("place.description-hint")}
        value={place?.description ?? ""}
        onInput={(description) => change({ description }, "breath")}
      />
      {place && (
        <Button kind="quiet" icon="close" onClick={() => onChange(null)}>
          {t("place.clear")}
        </Button>
      )}
    </>
  );
}

function PlaceMap(props: { place: { lat: number; lon: number }; complex: Complex | undefined }) {
  const { districts, complexes } = useCore().places;
  const outline = districts.value.find((one) => one.id === props.complex?.district)?.outline ?? null;
  const points = complexes.value.flatMap(({ lat, lon, district }) =>
    lat !== null && lon !== null && district === props.complex?.district ? [{ lat, lon }] : [],
  );
  return (
    <OutlineMap label={t("place.map")} outline={outline} points={points} chosen={props.place} />
  );
}

function ComplexSearch(props: { onChoose: (complex: Complex) => void }) {
  const core = useCore();
  const [words, setWords] = useState("");
  const found = words.trim() ? findComplexes(core, words) : [];
  return (
    <div class="stack">
      <Field
        label={t("place.search")}
        hint={t("place.search-hint")}
        type="search"
        value={words}
        onInput={setWords}
      />
      {found.length > 0 && (
        <ul class="choices" aria-label={t("place.complex")}>
          {found.map((complex) => (
            <li key={complex.id}>
              <button
                type="button"
                class="choice choice-button"
                onClick={() => {
                  props.onChoose(complex);
                  setWords("");
                }}
              >
                <Icon name="place" />
                <span dir="auto">
                  {complex.name}
                  <small>{complexLine(complex)}</small>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="small" role="status">
        {words.trim() && found.length === 0 ? t("place.search-none") : ""}
      </p>
    </div>
  );
}

function findComplexes(core: Core, words: string): Complex[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return core.places.complexes.value
    .filter((complex) => {
      const text = `${complex.name} ${complexLine(complex)} ${complex.postcode}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    })
    .slice(0, shownComplexes);
}

/** Four decimals are about ten metres: a place, not a person. */
function myPlace(): Promise<Required<Pick<Place, "lat" | "lon" | "accuracy">>> {
  return new Promise((found, failed) => {
    if (!navigator.geolocation) return failed(new Error("no geolocation"));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        found({
          lat: Math.round(coords.latitude * 1e4) / 1e4,
          lon: Math.round(coords.longitude * 1e4) / 1e4,
          accuracy: Math.round(coords.accuracy),
        }),
      failed,
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
    );
  });
}

function tidy(place: Place): Place | null {
  const kept = Object.entries(place).filter(([, value]) => value !== undefined && value !== "");
  return kept.length ? (Object.fromEntries(kept) as Place) : null;
}
