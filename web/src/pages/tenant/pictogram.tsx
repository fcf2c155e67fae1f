import { Icon } from "../../ui/icon";

/** One line drawing per key of a rule, on a field of 48 by 48. */
const drawings: Record<string, string> = {
  quiet: "M8 19v10h8l9 8V11l-9 8zM33 19l9 10M42 19l-9 10",
  litter: "M11 15h26l-3 27H14zM7 15h34M18 15V8h12v7M20 22v13M28 22v13",
  "bulky-waste": "M12 22v-6a4 4 0 0 1 4-4h16a4 4 0 0 1 4 4v6M8 21a4 4 0 0 1 4 4v4h24v-4a4 4 0 1 1 8 0v11H4V25a4 4 0 0 1 4-4zM10 36v4M38 36v4",
  hallway: "M8 40h8v-8h8v-8h8v-8h8M8 34V22M8 22l5 5M8 22l-5 5",
  bicycle: "M12 36a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM36 36a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM12 29l6-13h13l5 13M18 16l7 13 7-9M15 16h6M31 16l-1-4h5",
  parking: "M10 6h28a4 4 0 0 1 4 4v28a4 4 0 0 1-4 4H10a4 4 0 0 1-4-4V10a4 4 0 0 1 4-4zM19 35V13h7a7 7 0 0 1 0 14h-7",
  fire: "M24 5c2 8 12 12 12 23a12 12 0 0 1-24 0c0-5 2-8 5-11 1 4 3 5 4 5 1-6 0-11 3-17zM24 40a5 5 0 0 1-5-5c0-4 3-5 5-9 2 4 5 5 5 9a5 5 0 0 1-5 5z",
  smoke: "M5 31h28v6H5zM27 31v6M38 31v6M43 31v6M38 26c0-5-5-4-5-9s5-4 5-9M43 26c0-4-2-5-2-8",
  pets: "M24 24c6 0 11 7 11 12s-6 5-11 5-11 0-11-5 5-12 11-12zM10 24a4 5 0 1 0 0-10 4 5 0 0 0 0 10zM38 24a4 5 0 1 0 0-10 4 5 0 0 0 0 10zM18 16a4 5 0 1 0 0-10 4 5 0 0 0 0 10zM30 16a4 5 0 1 0 0-10 4 5 0 0 0 0 10z",
  balcony: "M6 26h36M6 42h36M9 26v16M17 26v16M24 26v16M31 26v16M39 26v16M14 26V6h20v20M24 6v20",
  garden: "M24 42V20M24 26c-9 0-14-5-14-13 9 0 14 5 14 13zM24 22c0-8 4-13 13-14 0 9-5 14-13 14zM10 42h28",
  barbecue: "M8 18h32a16 16 0 0 1-32 0zM16 33l-4 10M32 33l4 10M17 12c0-3 3-3 3-7M25 12c0-3 3-3 3-7",
  laundry: "M4 12c13 5 27 5 40 0M14 15l-5 5 4 4 2-2v14h16V22l2 2 4-4-6-5c-1 3-3 4-6 4s-8-1-11-4z",
  children: "M24 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM24 16v14M12 19l12 2 12-2M24 30l-8 13M24 30l8 13M40 38a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7z",
  door: "M12 42V6h24v36M6 42h36M30 24v.1M18 6v36",
  elevator: "M8 5h32v38H8zM24 12v24M17 12l-5 6h10zM31 36l-5-6h10z",
  water: "M24 5c8 10 13 16 13 24a13 13 0 0 1-26 0c0-8 5-14 13-24zM18 30a6 6 0 0 0 6 6",
  feeding: "M6 27c8 0 10-9 18-9 6 0 8 4 8 8 4 0 7-2 10-5-1 12-8 18-18 18-9 0-16-5-18-12zM29 24v.1M32 22l6-2",
  damage: "M8 8h32v32H8zM24 8l-5 12 9 5-6 15M28 25l12-5",
  neighbours: "M4 24L15 14l11 10M7 22v18h16V22M26 24l9-9 10 9M28 23v17h14V23M15 40v-9M35 40v-9",
};

/** Beside words only: it says nothing of its own to a screen reader. */
export function Pictogram({ name }: { name: string }) {
  const drawing = drawings[name];
  if (!drawing) return <Icon name="book" large />;
  return (
    <svg class="pictogram" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path d={drawing} />
    </svg>
  );
}
