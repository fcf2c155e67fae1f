import { addDays, instant, wall } from "./amsterdam";
import type { Gap, Roster, Shift } from "./duty";

export const DAYS_AHEAD = 14;

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** A stretch without anybody, in one or more districts. */
export interface Hole {
  from: number;
  to: number;
  districts: string[];
}

/** What of a stretch falls on one day; null is the day's own edge. */
export interface Part {
  from: number | null;
  to: number | null;
  /** Ends on a later day. */
  later: number | null;
}

export interface RosterDay {
  day: string;
  holes: (Part & { districts: string[] })[];
  shifts: (Part & { shift: Shift })[];
}

/** Districts that are bare at the same time are said in one breath; only those the reader knows. */
export function holes(gaps: Gap[], known: string[]): Hole[] {
  const found = new Map<string, Hole>();
  for (const gap of gaps) {
    if (!known.includes(gap.district)) continue;
    const key = `${gap.from} ${gap.to}`;
    const hole = found.get(key) ?? {
      from: Date.parse(gap.from),
      to: Date.parse(gap.to),
      districts: [],
    };
    hole.districts.push(gap.district);
    found.set(key, hole);
  }
  return [...found.values()].sort((one, other) => one.from - other.from || one.to - other.to);
}

export function rosterDays(roster: Roster, known: string[], now: number): RosterDay[] {
  const today = wall(now).day;
  const bare = holes(roster.gaps, known);
  return Array.from({ length: DAYS_AHEAD }, (_, ahead) => {
    const day = addDays(today, ahead);
    const begin = Date.parse(instant(day, "00:00")!);
    const end = Date.parse(instant(addDays(day, 1), "00:00")!);
    const on = (from: number, to: number) => part(from, to, begin, end);
    return {
      day,
      holes: bare.flatMap((hole) => {
        const found = on(hole.from, hole.to);
        return found ? [{ ...found, districts: hole.districts }] : [];
      }),
      shifts: roster.shifts
        .flatMap((shift) => {
          const found = on(Date.parse(shift.startsAt), Date.parse(shift.endsAt));
          return found ? [{ ...found, shift }] : [];
        })
        .sort(
          (one, other) => (one.from ?? 0) - (other.from ?? 0) || one.shift.rank - other.shift.rank,
        ),
    };
  });
}

/** Where nobody is left in the coming days once this shift is gone. */
export function baredBy(shift: Shift, shifts: Shift[], known: string[], now: number): Hole[] {
  if (!shift.reachable) return [];
  const start = Math.max(now, Date.parse(shift.startsAt));
  const end = Math.min(now + DAYS_AHEAD * DAY, Date.parse(shift.endsAt));
  const gaps = known
    .filter((district) => shift.district === null || shift.district === district)
    .flatMap((district) => {
      const others = shifts.filter(
        (one) =>
          one.id !== shift.id &&
          one.reachable &&
          (one.district === null || one.district === district),
      );
      return without(start, end, others).map((gap) => ({ district, ...gap }));
    });
  return holes(gaps, known);
}

/** Where nobody is left once this shift has other times or another place. */
export function baredByChange(
  shift: Shift,
  after: Pick<Shift, "district" | "startsAt" | "endsAt">,
  shifts: Shift[],
  known: string[],
  now: number,
): Hole[] {
  return baredBy(shift, [...shifts, { ...shift, ...after, id: "" }], known, now);
}

/** Days and a clock alone do not say which year, nor how long it takes. */
export function needsYear(from: number, to: number): boolean {
  return to - from > WEEK || wall(from).day.slice(0, 4) !== wall(to).day.slice(0, 4);
}

export function isWithinDay(shift: Shift): boolean {
  return Date.parse(shift.endsAt) - Date.parse(shift.startsAt) <= DAY;
}

function without(start: number, end: number, shifts: Shift[]): Omit<Gap, "district">[] {
  const found: Omit<Gap, "district">[] = [];
  const spans = shifts
    .map((one) => ({ from: Date.parse(one.startsAt), to: Date.parse(one.endsAt) }))
    .sort((one, other) => one.from - other.from);
  let open = start;
  for (const { from, to } of [...spans, { from: end, to: end }]) {
    const until = Math.min(from, end);
    if (until > open) {
      found.push({ from: new Date(open).toISOString(), to: new Date(until).toISOString() });
    }
    open = Math.max(open, to);
  }
  return found;
}

function part(from: number, to: number, begin: number, end: number): Part | null {
  if (from >= end || to <= begin) return null;
  return {
    from: from > begin ? from : null,
    to: to < end ? to : null,
    later: to > end && from > begin ? to : null,
  };
}
