import { bounds, outlinePath, place, type Geometry, type Point } from "./outline";

/** A district as a line, its points as dots, one of them lit. A picture only: words stand beside it. */
export function OutlineMap(props: {
  label: string;
  outline: Geometry | null;
  points?: Point[];
  chosen?: Point | null;
}) {
  const all = [...(props.points ?? []), ...(props.chosen ? [props.chosen] : [])];
  const box = bounds(props.outline, all);
  if (!box) return null;
  return (
    <svg class="map" viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={props.label}>
      {props.outline && <path class="map-area" d={outlinePath(props.outline, box)} />}
      {props.points?.map((point) => {
        const [x, y] = place(point, box);
        return <circle key={`${point.lat} ${point.lon}`} class="map-point" cx={x} cy={y} r="5" />;
      })}
      {props.chosen && <Lit at={place(props.chosen, box)} />}
    </svg>
  );
}

function Lit({ at: [x, y] }: { at: [number, number] }) {
  return <circle class="map-chosen" cx={x} cy={y} r="13" />;
}
