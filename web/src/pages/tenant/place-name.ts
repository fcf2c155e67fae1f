import { useTenant } from "./context";

/** "De Vlierhoek, De Vlierhof", or the district alone; null when none was chosen or none is known. */
export function usePlaceName(): string | null {
  const { places, guides } = useTenant();
  const home = places.home.value;
  if (!home) return null;
  const kept = guides.guide.value?.district;
  const district = places.district(home.district)?.name ?? (kept?.id === home.district ? kept.name : null);
  const complex = places.complex(home.complex)?.name;
  return complex && district ? `${complex}, ${district}` : district;
}
