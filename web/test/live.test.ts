import { describe, expect, it } from "vitest";
import { watchLive } from "../src/core/live";

function line() {
  const lines: { changed(): void; lost(): void; open: boolean }[] = [];
  const timers = new Map<() => void, number>();
  let told = 0;
  const stop = watchLive({
    listen: (changed, lost) => {
      const mine = { changed, lost, open: true };
      lines.push(mine);
      return () => void (mine.open = false);
    },
    schedule: (work, ms) => {
      timers.set(work, ms);
      return () => timers.delete(work);
    },
    onChange: () => told++,
  });
  const pass = () => {
    const due = [...timers.keys()];
    timers.clear();
    due.forEach((work) => work());
  };
  return { lines, timers, pass, stop, told: () => told };
}

describe("the live line", () => {
  it("tells once for a burst of changes", () => {
    const { lines, pass, told } = line();
    for (let i = 0; i < 20; i++) lines[0]!.changed();
    pass();
    expect(told()).toBe(1);
  });

  it("looks again when the line was lost, and opens a new one", () => {
    const { lines, pass, told } = line();
    lines[0]!.lost();
    lines[0]!.lost();
    pass();
    expect(told()).toBe(1);
    expect(lines.map((one) => one.open)).toEqual([false, true]);
  });

  it("waits longer each time, until it hears something", () => {
    const { lines, timers, pass } = line();
    const pauses: number[] = [];
    for (let i = 0; i < 7; i++) {
      lines[lines.length - 1]!.lost();
      pauses.push(Math.max(...timers.values()));
      pass();
    }
    expect(pauses).toEqual([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    lines[lines.length - 1]!.changed();
    lines[lines.length - 1]!.lost();
    expect(Math.max(...timers.values())).toBe(2000);
  });

  it("leaves nothing behind when the desk is closed", () => {
    const { lines, timers, stop } = line();
    lines[0]!.changed();
    stop();
    expect(timers.size).toBe(0);
    expect(lines[0]!.open).toBe(false);
  });
});
