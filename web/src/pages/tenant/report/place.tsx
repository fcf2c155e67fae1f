import { useState } from "preact/hooks";
import { t } from "../../../core/tenant/language";
import type { Place } from "../../../core/values";
import { Button } from "../../../ui/button";
import { Field, Select } from "../../../ui/field";
import { Notice } from "../../../ui/notice";
import { useTenant } from "../context";
import { myPlace } from "./my-place";

/** Where it is: two taps, a list, or words. Nothing asks for a position by itself. */
export function ReportPlace(props: {
  district: string | null;
  place: Place | null;
  onChange: (place: Place | null, pace?: "now" | "breath") => void;
}) {
  const { place, onChange } = props;
  const { places } = useTenant();
  const [looking, setLooking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const home = places.complex(places.home.value?.complex);
  const complexes = places.district(props.district ?? undefined)?.complexes ?? [];
  const description = place?.description;
  // One or the other: who chooses a building must not send along where they stood.
  const choose = (spot: Spot) => onChange(tidy({ ...spot, description }));
  const locate = async () => {
    setLooking(true);
    setProblem(null);
    try {
      choose(await myPlace());
    } catch (failure) {
      const denied = (failure as GeolocationPositionError).code === 1;
      setProblem(t(denied ? "place.denied" : "place.unavailable"));
    } finally {
      setLooking(false);
    }
  };
  const others = complexes.filter((one) => one.id !== home?.id);
  return (
    <div class="stack">
      {home && (
        <Button
          icon="door"
          wide
          pressed={place?.complex === home.id}
          onClick={() => choose({ complex: place?.complex === home.id ? undefined : home.id })}
        >
          {t("place.home")}: <bdi>{home.name}</bdi>
        </Button>
      )}
      <Button
        icon="locate"
        wide
        busy={looking}
        pressed={place?.lat !== undefined}
        onClick={() => void locate()}
      >
        {t(looking ? "place.looking" : "place.here")}
      </Button>
      <div role="status">
        {problem && (
          <Notice kind="warning">
            <p>{problem}</p>
          </Notice>
        )}
        {place?.lat !== undefined && (
          <p class="small">{t("place.found", { meters: place.accuracy ?? 10 })}</p>
        )}
      </div>
      {others.length > 0 && (
        <Select
          label={t("place.complex")}
          value={place?.complex && place.complex !== home?.id ? place.complex : ""}
          options={[
            { value: "", label: t("place.complex-none") },
            ...others.map((one) => ({ value: one.id, label: `${one.name}, ${one.street}` })),
          ]}
          onChange={(complex) => choose({ complex: complex || undefined })}
        />
      )}
      <Field
        label={t("place.description")}
        hint={t("place.description-hint")}
        maxLength={200}
        value={description ?? ""}
        onInput={(typed) => onChange(tidy({ ...place, description: typed }), "breath")}
      />
      {place && (
        <Button kind="quiet" icon="close" onClick={() => onChange(null)}>
          {t("place.clear")}
        </Button>
      )}
    </div>
  );
}

type Spot = { [K in keyof Place]: Place[K] | undefined };

function tidy(place: Spot): Place | null {
  const kept = Object.entries(place).filter(([, value]) => value !== undefined && value !== "");
  return kept.length ? (Object.fromEntries(kept) as Place) : null;
}
