import { t } from "../../../core/tenant/language";
import type { Places } from "../../../core/tenant/places";
import type { Place } from "../../../core/values";

/** "De Vlierhof, bij de achterdeur": what a person would say; empty when there is nothing. */
export function placeWords(places: Places, place: Place | null): string {
  if (!place) return "";
  const complex = places.complex(place.complex)?.name;
  const point = place.lat !== undefined && !complex ? t("place.point") : undefined;
  return [complex ?? point, place.description].filter(Boolean).join(", ");
}
