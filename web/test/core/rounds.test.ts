import { describe, expect, test } from "vitest";
import type { Core } from "../../src/core/index";
import { inviteLink, readInvite } from "../../src/core/round-code";
import { cut } from "./office";
import { RoundOffice } from "./round-office";
import { record, rows, TestPhone, until, walker } from "./world";

const district = "0190a000-0000-7000-8000-000000000001";
const minute = 60_000;

function plan(phone: TestPhone, minutes = 90) {
  const dueBackAt = new Date(phone.now + minutes * minute).toISOString();
  return { district, dueBackAt, kind: "weekly" as const, route: "", complexes: [] };
}

async function pair() {
  const office = new RoundOffice();
  const noor = await walker("noor", office);
  const kim = await walker("kim", office);
  await noor.core.sync.now();
  await kim.core.sync.now();
  return { office, noor, kim };
}

async function together() {
  const both = await pair();
  both.office.onCall = ["bas"];
  const id = await both.noor.core.rounds.start(plan(both.noor.phone));
  await joinByCode(both.kim.core, both.noor.core, id);
  for (const { core } of [both.noor, both.kim, both.noor]) await core.sync.now();
  return { ...both, id };
}

async function joinByCode(core: Core, other: Core, id: string): Promise<string> {
  const typed = other.rounds.get(id)!.code!.toLowerCase().replace(/(...)/, "$1 ");
  return core.rounds.join(core.rounds.readInvite(typed, district));
}

const kinds = (core: Core, id: string) => core.rounds.claim(core.rounds.get(id)!).kind;

describe("starting together", () => {
  test("a code typed after midnight meets the round that began before it, also without a server", async () => {
    const { office, noor, kim } = await pair();
    const toNight = Date.parse("2026-11-22T22:50:00Z") - noor.phone.now;
    for (const { phone } of [noor, kim]) phone.pass(toNight);
    const id = await noor.core.rounds.start(plan(noor.phone));
    for (const { phone } of [noor, kim]) phone.pass(20 * minute);
    expect(await joinByCode(kim.core, noor.core, id)).toBe(id);
    expect(office.rounds.size).toBe(0);
    const invite = await noor.core.rounds.inviteOf(noor.core.rounds.get(id)!);
    expect(invite!.day).toBe("2026-11-22");
  });

  test("a code typed on another day meets the round that this phone knows to be planned", async () => {
    const { noor, kim } = await pair();
    const startsAt = new Date(noor.phone.now + 26 * 60 * minute).toISOString();
    const dueBackAt = new Date(Date.parse(startsAt) + 60 * minute).toISOString();
    const id = await kim.core.rounds.plan({ ...plan(kim.phone), startsAt, dueBackAt });
    const { code } = kim.core.rounds.get(id)!;
    expect(await kim.core.rounds.join(kim.core.rounds.readInvite(code!, district))).toBe(id);
    expect(await noor.core.rounds.join(noor.core.rounds.readInvite(code!, district))).not.toBe(id);
  });

  test("two phones without a server arrive at one round", async () => {
    const { office, noor, kim } = await pair();
    const id = await noor.core.rounds.start(plan(noor.phone));
    expect(await joinByCode(kim.core, noor.core, id)).toBe(id);
    expect(office.rounds.size).toBe(0);
    for (const { core } of [noor, kim]) {
      expect(core.rounds.running.value).toMatchObject({ id, isConfirmed: false, isKnown: false });
      expect(core.rounds.claim(core.rounds.get(id)!)).toEqual({ kind: "nobody", reason: "unconfirmed" });
    }
    // The second to meet the server tells of the pair; the first hears it when it asks again.
    await noor.core.sync.now();
    expect(noor.core.rounds.get(id)).toMatchObject({ isKnown: true, isConfirmed: false });
    await kim.core.sync.now();
    expect(kim.core.rounds.get(id)).toMatchObject({ isConfirmed: true, state: "walking" });
    expect(noor.core.rounds.get(id)!.isConfirmed).toBe(false);
    await noor.core.sync.now();
    expect(noor.core.rounds.get(id)!.isConfirmed).toBe(true);
    expect(office.rounds.get(id)!.members.map(({ name }) => name)).toEqual(["noor", "kim"]);
  });

  test("what the QR holds leads to the same round as the typed code", async () => {
    const { noor, kim } = await pair();
    const id = await noor.core.rounds.start(plan(noor.phone));
    const invite = await noor.core.rounds.inviteOf(noor.core.rounds.get(id)!);
    const link = inviteLink("https://buurt.example", invite!);
    expect(await kim.core.rounds.join(readInvite(link)!)).toBe(id);
  });

  test("a round survives the browser's end, and joining twice asks once", async () => {
    const { noor, kim } = await pair();
    const id = await noor.core.rounds.start(plan(noor.phone));
    await joinByCode(kim.core, noor.core, id);
    const again = await kim.phone.open();
    expect(again.rounds.running.value?.id).toBe(id);
    await joinByCode(again, noor.core, id);
    expect((await rows(kim.phone, "outbox")).map((row) => row.name)).toEqual(["round.join"]);
  });

  test("a third is refused in words and is not said to walk", async () => {
    const { office, noor, id } = await together();
    const yusuf = await walker("yusuf", office);
    await joinByCode(yusuf.core, noor.core, id);
    await yusuf.core.sync.now();
    const item = yusuf.core.rounds.get(id)!;
    const message = "Nee: round.full.";
    expect(item.refusals).toMatchObject([{ name: "round.join", reason: "round.full", message }]);
    expect(yusuf.core.rounds.running.value).toBeNull();
  });

  test("without a certificate the start is refused in words", async () => {
    const { office, noor } = await pair();
    office.uncertified.add("noor");
    const id = await noor.core.rounds.start(plan(noor.phone));
    await noor.core.sync.now();
    expect(noor.core.rounds.get(id)!.refusals).toMatchObject([{ reason: "round.uncertified" }]);
    expect(noor.core.rounds.running.value).toBeNull();
  });

  test.each([
    [0, "round.due.past"],
    [-5, "round.due.past"],
    [20 * 60, "round.due.far"],
  ])("due back in %i minutes is refused at once", async (minutes, code) => {
    const { noor } = await pair();
    await expect(noor.core.rounds.start(plan(noor.phone, minutes))).rejects.toMatchObject({ code });
    expect(await rows(noor.phone, "outbox")).toEqual([]);
  });

  test("a code that cannot be one is refused at once", async () => {
    const { noor } = await pair();
    expect(() => noor.core.rounds.readInvite("ABC10", district)).toThrow(/zes tekens/);
  });
});

describe("who watches", () => {
  test("is said only from the server, and only while its word is fresh", async () => {
    const { office, noor, id } = await together();
    expect(noor.core.rounds.claim(noor.core.rounds.get(id)!)).toMatchObject({
      kind: "watched",
      by: [{ name: "bas" }],
    });
    const heard = noor.phone.now;
    noor.phone.pass(3 * minute);
    expect(kinds(noor.core, id)).toBe("watched");
    noor.phone.pass(1000);
    expect(noor.core.rounds.claim(noor.core.rounds.get(id)!)).toEqual({ kind: "no-contact", since: heard });
    await noor.core.sync.now();
    expect(kinds(noor.core, id)).toBe("watched");
    office.change(id, { watchedBy: [], watchedUntil: null, unwatchedReason: "gap" });
    await noor.core.sync.now();
    expect(noor.core.rounds.claim(noor.core.rounds.get(id)!)).toEqual({ kind: "nobody", reason: "gap" });
  });

  test("is over when the time it was said for is over", async () => {
    const { office, noor, id } = await together();
    office.change(id, { watchedUntil: new Date(noor.phone.now + minute).toISOString() });
    await noor.core.sync.now();
    expect(kinds(noor.core, id)).toBe("watched");
    noor.phone.pass(minute);
    expect(kinds(noor.core, id)).toBe("nobody");
  });

  test("is nobody until the second is confirmed, and when one leaves", async () => {
    const { office, noor, kim } = await pair();
    office.onCall = ["bas"];
    const id = await noor.core.rounds.start(plan(noor.phone));
    await noor.core.sync.now();
    expect(noor.core.rounds.claim(noor.core.rounds.get(id)!)).toMatchObject({ reason: "pair" });
    await joinByCode(kim.core, noor.core, id);
    expect(kinds(kim.core, id)).toBe("nobody");
    await kim.core.sync.now();
    expect(kinds(kim.core, id)).toBe("watched");
    await kim.core.rounds.leave(id);
    await kim.core.sync.now();
    await noor.core.sync.now();
    expect(noor.core.rounds.claim(noor.core.rounds.get(id)!)).toMatchObject({ reason: "pair" });
    expect(kim.core.rounds.running.value).toBeNull();
  });

  test("is nobody for one alone, whatever a server might say", async () => {
    const { office, noor } = await pair();
    const id = await noor.core.rounds.start(plan(noor.phone));
    await noor.core.sync.now();
    const watchedUntil = new Date(noor.phone.now + 90 * minute).toISOString();
    office.change(id, { watchedBy: [{ id: "b" }], watchedUntil, unwatchedReason: null });
    await noor.core.sync.now();
    expect(noor.core.rounds.claim(noor.core.rounds.get(id)!)).toEqual({ kind: "nobody", reason: "pair" });
  });

  test("a clock that was set back makes no old word fresh", async () => {
    const { noor, id } = await together();
    noor.phone.now -= 3_600_000;
    noor.phone.wake();
    expect(kinds(noor.core, id)).toBe("no-contact");
  });

  test("while walking the server is asked every minute", async () => {
    const { noor, office } = await together();
    noor.core.sync.start();
    await until(() => noor.core.sync.status.value.state === "idle");
    noor.phone.pass(1000);
    await until(() => noor.core.sync.status.value.state === "idle");
    office.requests = [];
    noor.phone.pass(59_000);
    noor.phone.pass(1000);
    await until(() => office.requests.includes("GET /api/sync/pull"));
    noor.core.sync.stop();
  });
});

describe("a sign of life", () => {
  test("counts as not sent after ten seconds without a receipt, and as received only after one", async () => {
    const { office, noor, id } = await together();
    office.meddle("/api/sync/push", cut);
    await noor.core.rounds.checkIn(id);
    const wishes = () => noor.core.rounds.get(id)!.wishes;
    expect(wishes()).toMatchObject([{ name: "round.checkIn", isLate: false }]);
    noor.phone.pass(9_999);
    expect(wishes()[0]!.isLate).toBe(false);
    noor.phone.pass(1);
    noor.phone.pass(1000);
    expect(wishes()[0]!.isLate).toBe(true);
    expect(noor.core.rounds.get(id)!.receivedAt).toBeNull();
    await noor.core.sync.now();
    expect(wishes()[0]!.isLate).toBe(true);
    await noor.core.sync.now();
    expect(wishes()).toEqual([]);
    expect(noor.core.rounds.get(id)!.lastSign).not.toBeNull();
  });

  test("is still known as not sent after the app was closed", async () => {
    const { office, noor, id } = await together();
    await noor.core.rounds.checkIn(id);
    noor.phone.now += 11_000;
    office.clock += 11_000;
    const again = await noor.phone.open();
    expect(again.rounds.get(id)!.wishes).toMatchObject([{ isLate: true }]);
  });

  test("brings a place only when it was given one, as near as the street", async () => {
    const { noor, id } = await together();
    await noor.core.rounds.checkIn(id);
    await noor.core.rounds.checkIn(id, { lat: 52.123456, lon: 4.987654, accuracy: 12.3 });
    const place = { lat: 52.1235, lon: 4.9877, accuracy: 12 };
    expect((await rows(noor.phone, "outbox")).map((row) => row.args)).toEqual([{}, { place }]);
  });

  test("goes past a photo that takes its time", async () => {
    const { office, noor, id } = await together();
    let arrive = () => {};
    const slow = new Promise<void>((done) => (arrive = done));
    noor.core.sync.start();
    await until(() => noor.core.sync.status.value.state === "idle");
    office.meddle("/api/photos/", async (pass) => {
      await slow;
      return pass();
    });
    await record(noor.core, "a", ["photo"]);
    await until(() => office.requests.some((request) => request.startsWith("PUT /api/photos")));
    await noor.core.rounds.checkIn(id);
    await until(() => noor.core.rounds.get(id)!.wishes.length === 0);
    expect(office.rounds.get(id)!.lastSign).not.toBeNull();
    arrive();
    noor.core.sync.stop();
  });

  test("a later return is asked for, and not said to be agreed before it is", async () => {
    const { noor, id } = await together();
    const before = noor.core.rounds.get(id)!.dueBackAt!;
    await noor.core.rounds.extend(id, 30);
    const wanted = new Date(Date.parse(before) + 30 * minute).toISOString();
    expect(noor.core.rounds.get(id)).toMatchObject({ dueBackAt: wanted, confirmedDueBackAt: before });
    await noor.core.sync.now();
    expect(noor.core.rounds.get(id)).toMatchObject({ dueBackAt: wanted, confirmedDueBackAt: wanted });
  });

  test("a phone whose clock is hours off asks for no more time than was pressed", async () => {
    for (const off of [-180 * minute, 180 * minute, -4 * minute]) {
      const { noor, id } = await together();
      const before = noor.phone.now;
      const agreed = Date.parse(noor.core.rounds.get(id)!.confirmedDueBackAt!) - before;
      noor.phone.now += off;
      await noor.core.sync.now();
      await noor.core.rounds.extend(id, 30);
      const { args } = (await rows(noor.phone, "outbox")).at(-1)!;
      const length = Date.parse((args as { dueBackAt: string }).dueBackAt) - noor.phone.now;
      // Within five minutes the server reads the time itself, not the length.
      const right = Math.abs(off) > 5 * minute ? agreed : agreed - off;
      expect(Math.abs(length - right - 30 * minute)).toBeLessThan(1_000);
    }
  });

  test("past the time both are asked, on the phone alone too", async () => {
    const { noor, kim, id } = await together();
    noor.phone.pass(89 * minute);
    expect(noor.core.rounds.isOverdue(noor.core.rounds.get(id)!)).toBe(false);
    noor.phone.pass(minute);
    kim.phone.now = noor.phone.now;
    kim.phone.wake();
    for (const { core } of [noor, kim]) {
      expect(core.rounds.isOverdue(core.rounds.get(id)!)).toBe(true);
    }
  });

  test("both may end it at once", async () => {
    const { office, noor, kim, id } = await together();
    await noor.core.rounds.finish(id);
    await kim.core.rounds.finish(id);
    for (const { core } of [noor, kim]) {
      expect(core.rounds.running.value).toBeNull();
      await core.sync.now();
      expect(core.rounds.get(id)).toMatchObject({ state: "finished", wishes: [], refusals: [] });
    }
    expect(office.rounds.get(id)!.state).toBe("finished");
  });
});

describe("a call for help", () => {
  test("twice is one alarm, by both roads", async () => {
    const { office, noor, id } = await together();
    await noor.core.alarms.call(id);
    await noor.core.alarms.call(id);
    await until(() => office.alarms.size === 1 && noor.core.alarms.items.value[0]?.receipt === "received");
    await noor.core.alarms.call(id);
    await noor.core.sync.now();
    expect([...office.alarms.values()]).toMatchObject([{ kind: "call", round: id }]);
    expect(noor.core.alarms.openOf(id)).toHaveLength(1);
  });

  test("is received only by the server's own word, and not sent after ten seconds", async () => {
    const { office, noor, id } = await together();
    office.takesCalls = false;
    await noor.core.alarms.call(id);
    expect(noor.core.alarms.openOf(id)).toMatchObject([{ receipt: "sending" }]);
    noor.phone.pass(10_000);
    expect(noor.core.alarms.openOf(id)).toMatchObject([{ receipt: "late" }]);
    await noor.core.sync.now();
    expect(noor.core.alarms.openOf(id)).toMatchObject([{ receipt: "received" }]);
  });

  test("goes again until it is taken, also after a restart", async () => {
    const { office, noor, id } = await together();
    office.takesCalls = false;
    await noor.core.alarms.call(id);
    await until(() => office.requests.filter((one) => one === "POST /api/alarms").length === 1);
    const again = await noor.phone.open();
    office.takesCalls = true;
    noor.phone.pass(6_000);
    await until(() => again.alarms.openOf(id)[0]?.receipt === "received");
    expect(office.alarms.size).toBe(1);
  });

  test("that the server set aside is not raised, and another press calls anew", async () => {
    const { office, noor, id } = await together();
    Object.assign(office, { takesCalls: false, refusesCalls: "mutation.fault" });
    await noor.core.alarms.call(id);
    office.meddle("/api/sync/pull", cut);
    await noor.core.sync.now();
    expect(noor.core.alarms.openOf(id)).toMatchObject([{ receipt: "refused" }]);
    await noor.core.sync.now();
    const refused = { receipt: "refused", refusal: "Nee: mutation.fault." };
    expect(noor.core.alarms.openOf(id)).toMatchObject([refused]);
    expect((await noor.phone.open()).alarms.openOf(id)).toMatchObject([refused]);

    noor.phone.pass(20_000);
    Object.assign(office, { refusesCalls: "" });
    await noor.core.alarms.call(id);
    expect(noor.core.alarms.openOf(id)).toMatchObject([{ receipt: "sending" }]);
    await noor.core.sync.now();
    expect(office.alarms.size).toBe(1);
    expect(noor.core.alarms.openOf(id)).toMatchObject([{ receipt: "received" }]);
  });

  test("once more, after somebody took the first on, calls again", async () => {
    const { office, noor, kim, id } = await together();
    await noor.core.alarms.call(id);
    await noor.core.sync.now();
    const [first] = [...office.alarms.keys()];
    const bas = { id: "b", name: "bas", fullName: "Bas" };
    office.changeAlarm(first!, { state: "acknowledged", acknowledgedBy: bas });
    for (const { core } of [noor, kim]) await core.sync.now();
    await kim.core.alarms.call(id);
    await kim.core.alarms.call(id);
    await kim.core.sync.now();
    expect(office.alarms.size).toBe(2);
  });

  test("both hear that there is an alarm and who took it", async () => {
    const { office, noor, kim, id } = await together();
    await noor.core.alarms.call(id);
    await noor.core.sync.now();
    const [alarm] = [...office.alarms.keys()];
    const bas = { id: "b", name: "bas", fullName: "Bas" };
    office.changeAlarm(alarm!, { state: "acknowledged", acknowledgedBy: bas });
    await kim.core.sync.now();
    expect(kim.core.alarms.openOf(id)).toMatchObject([{ receipt: "received", acknowledgedBy: bas }]);
    office.changeAlarm(alarm!, { state: "closed" });
    await kim.core.sync.now();
    expect(kim.core.alarms.openOf(id)).toEqual([]);
  });

  test("stays with its round while the server does not know that round", async () => {
    const { office, noor, id } = await together();
    await noor.core.alarms.call(id);
    await until(() => office.alarms.size === 1);
    office.changeAlarm([...office.alarms.keys()][0]!, { round: null });
    office.meddle("/api/sync/push", cut);
    await noor.core.sync.now();
    office.backedUp = true;
    await noor.core.sync.now();
    expect(noor.core.alarms.openOf(id)).toMatchObject([{ receipt: "received", isMine: true }]);
  });

  test("a sign of life does not take the alarm away", async () => {
    const { noor, id } = await together();
    await noor.core.alarms.call(id);
    await noor.core.rounds.finish(id);
    await noor.core.sync.now();
    expect(noor.core.alarms.openOf(id)).toHaveLength(1);
  });
});

describe("on the phone", () => {
  test("an observation made while walking names its round", async () => {
    const { office, noor, id } = await together();
    await record(noor.core, "lamp stuk");
    await noor.core.sync.now();
    expect([...office.observations.values()]).toMatchObject([{ round: id }]);
  });

  test("a checklist is kept offline, the last word counting", async () => {
    const { noor, id } = await together();
    await noor.core.rounds.check(id, "c1", "lighting", "attention", "lamp stuk");
    await noor.core.rounds.check(id, "c1", "lighting", "good");
    expect(noor.core.rounds.get(id)!.checks).toMatchObject([{ item: "lighting", result: "good" }]);
  });
});
