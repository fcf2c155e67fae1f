import { describe, expect, it } from "vitest";
import { NoConnection, Refused } from "../src/core/refused";
import { openOffice } from "../src/core/office";

function office() {
  const world = { problem: null as Error | null, timers: [] as (() => void)[] };
  const ask = async () => {
    if (world.problem) throw world.problem;
    return [] as never;
  };
  const env = {
    newId: () => "m1",
    schedule: (work: () => void) => {
      world.timers.push(work);
      return () => void world.timers.splice(world.timers.indexOf(work), 1);
    },
  };
  return { world, office: openOffice(ask, env, "esra", null) };
}

describe("the office", () => {
  it("says that there is no connection, and takes it back at the next answer", async () => {
    const { world, office: here } = office();
    world.problem = new NoConnection();
    await expect(here.setup.categories()).rejects.toBe(world.problem);
    expect(here.offline.value).toBe(true);
    world.problem = null;
    await here.setup.categories();
    expect(here.offline.value).toBe(false);
  });

  it("asks to sign in again when the session ended, not at any other refusal", async () => {
    const { world, office: here } = office();
    world.problem = new Refused(403, "forbidden", "Dit mag u niet.");
    await expect(here.setup.categories()).rejects.toBe(world.problem);
    expect(here.expired.value).toBe(false);
    world.problem = new Refused(401, "signed-out", "Meld u aan.");
    await expect(here.setup.categories()).rejects.toBe(world.problem);
    expect(here.expired.value).toBe(true);
  });

  it("keeps trying while there is no connection, and stops when the screen is left", async () => {
    const { world, office: here } = office();
    world.problem = new NoConnection();
    const stop = here.watch();
    await expect(here.setup.categories()).rejects.toBe(world.problem);
    world.timers.splice(0).forEach((work) => work());
    world.timers.splice(0).forEach((work) => work());
    expect(here.news.value).toBe(2);
    stop();
    expect(world.timers.length).toBe(0);
  });

  it("listens once for two parts of a screen, until both are gone", () => {
    const open = { count: 0 };
    const env = {
      newId: () => "m1",
      schedule: () => () => {},
      live: () => {
        open.count++;
        return () => void open.count--;
      },
    };
    const shared = openOffice(async () => [] as never, env, "esra", null);
    const leaveBanner = shared.watch();
    const leaveScreen = shared.watch();
    expect(open.count).toBe(1);
    leaveScreen();
    expect(open.count).toBe(1);
    leaveBanner();
    expect(open.count).toBe(0);
  });
});
