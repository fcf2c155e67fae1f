import { useRef, useState } from "preact/hooks";
import type { Region } from "./block-mean";
import type { BlurWords } from "./blur";

const columns = 6;

/** Squares over the photo: one stop for the Tab key, arrows move within, space or a tap chooses. */
export function Cells(props: {
  words: BlurWords;
  width: number;
  height: number;
  chosen: Region[];
  onChange: (regions: Region[]) => void;
}) {
  // At least as high as wide, and so never too small for a thumb.
  const rows = Math.max(2, Math.floor((columns * props.height) / props.width));
  const field = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const cell = (index: number): Region => ({
    x: ((index % columns) * props.width) / columns,
    y: (Math.floor(index / columns) * props.height) / rows,
    width: props.width / columns,
    height: props.height / rows,
  });
  const isChosen = (index: number) => props.chosen.some((region) => same(region, cell(index)));
  const toggle = (index: number) =>
    props.onChange(
      isChosen(index)
        ? props.chosen.filter((region) => !same(region, cell(index)))
        : [...props.chosen, cell(index)],
    );
  const move = (event: KeyboardEvent) => {
    const to = target(event.key, stop, rows);
    if (to === null) return;
    event.preventDefault();
    setStop(to);
    (field.current?.children[to] as HTMLElement | undefined)?.focus();
  };

  return (
    <div ref={field} class="cells" role="group" aria-label={props.words("cells")} onKeyDown={move}>
      {Array.from({ length: columns * rows }, (_, index) => (
        <button
          key={index}
          type="button"
          class="cell"
          tabIndex={index === stop ? 0 : -1}
          aria-pressed={isChosen(index) ? "true" : "false"}
          aria-label={props.words("cell", {
            row: Math.floor(index / columns) + 1,
            column: (index % columns) + 1,
          })}
          onFocus={() => setStop(index)}
          onClick={() => toggle(index)}
        />
      ))}
    </div>
  );
}

function target(key: string, from: number, rows: number): number | null {
  const column = from % columns;
  if (key === "ArrowRight") return column < columns - 1 ? from + 1 : null;
  if (key === "ArrowLeft") return column > 0 ? from - 1 : null;
  if (key === "ArrowDown") return from + columns < columns * rows ? from + columns : null;
  if (key === "ArrowUp") return from >= columns ? from - columns : null;
  return null;
}

function same(one: Region, other: Region): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width;
}
