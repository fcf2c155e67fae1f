import type { PublicDistrict } from "../../core/tenant/index";
import { t } from "../../core/tenant/language";
import { bounds, outlinePath, type Geometry } from "../../ui/outline";

/** A picture of the outlines that a finger can press; the list below does the same for keys and ears. */
export function DistrictMap(props: {
  districts: PublicDistrict[];
  chosen: string | null;
  onChoose: (district: string) => void;
}) {
  const drawn = props.districts.filter(({ outline }) => outline !== null);
  const all: Geometry = {
    type: "MultiPolygon",
    coordinates: drawn.flatMap(({ outline }) => polygons(outline!)),
  };
  const box = bounds(all, []);
  if (!box) return null;
  return (
    <svg
      class="map"
      viewBox={`0 0 ${box.width} ${box.height}`}
      role="img"
      aria-label={t("district.map")}
    >
      {drawn.map(({ id, name, outline }) => (
        <path
          key={id}
          class={id === props.chosen ? "map-area map-area-chosen" : "map-area"}
          d={outlinePath(outline!, box)}
          onClick={() => props.onChoose(id)}
        >
          <title>{name}</title>
        </path>
      ))}
      {drawn.map(({ id, name, outline }) => {
        const own = bounds(outline, [])!;
        const x = 24 + (own.west - box.west) * box.scaleX + ((own.width - 48) / own.scaleX / 2) * box.scaleX;
        const y = 24 + (box.north - own.north) * box.scaleY + ((own.height - 48) / own.scaleY / 2) * box.scaleY;
        return (
          <text key={id} class={id === props.chosen ? "map-name map-name-chosen" : "map-name"} x={x} y={y} aria-hidden="true">
            {name}
          </text>
        );
      })}
    </svg>
  );
}

function polygons(outline: Geometry): unknown[] {
  return outline.type === "Polygon" ? [outline.coordinates] : (outline.coordinates as unknown[]);
}
