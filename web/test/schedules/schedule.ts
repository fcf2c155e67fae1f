import { Dice } from "./dice";
import { Events } from "./events";
import { Line } from "./line";
import { office } from "./office";
import { Phone } from "./phone";
import type { Shortcut } from "./shortcuts";
import { Steps } from "./steps";
import { settle } from "./settle";
import { judge } from "./verdict";
import type { World } from "./world";

const day = 24 * 3_600_000;

/** How often what happens; the rare ones weigh on the whole server. */
const weights = {
  record: 22,
  resume: 5,
  amend: 14,
  withdraw: 3,
  reply: 4,
  poison: 2,
  carry: 2,
  sync: 22,
  background: 7,
  line: 6,
  kill: 6,
  late: 4,
  wait: 4,
  breakDown: 2,
  leave: 0.7,
  revoke: 0.5,
  restart: 0.4,
  backUp: 3,
  restore: 1.2,
};

/** Draws one schedule from its seed, runs it, and judges what came of it. */
export async function run(world: World, shortcut: Shortcut | null): Promise<void> {
  const dice = new Dice(world.seed);
  await begin(world, dice, shortcut);
  const steps = new Steps(world, dice.fork());
  const events = new Events(world, dice.fork());
  const count = 6 + dice.below(16);
  for (let i = 0; i < count; i++) {
    const phone = dice.pick(world.phones);
    const name = dice.weigh(weights);
    world.note(`${i} phone ${phone.number}: ${name}`);
    world.tally.event(name);
    world.lane.now += 1 + dice.below(60_000);
    if (name === "kill") await killDuring(phone, steps, events, dice);
    else await take(name, phone, world, steps, events, dice);
    world.ledger.check();
  }
  await world.lane.breakDown(null);
  await settle(world, events);
  await judge(world);
  world.ledger.check();
}

async function begin(world: World, dice: Dice, shortcut: Shortcut | null): Promise<void> {
  const { lane } = world;
  await lane.tick();
  const alone = dice.chance(0.35);
  const { people } = await lane.people(alone ? 1 : 2, 2);
  const weather = dice.pick([0.05, 0.2, 0.45]);
  for (const number of [0, 1]) {
    const person = people[alone ? 0 : number]!;
    const line = new Line(world, dice.fork(), person.tokens[number]!, shortcut);
    const off = dice.chance(0.25) ? 2 * day : 3000;
    const skew = Math.round((dice.next() * 2 - 1) * off);
    const phone = new Phone(world, number, person, line, dice.fork(), skew, dice.chance(0.4));
    world.phones.push(phone);
    world.note(`phone ${number}: ${person.id}, clock ${skew} ms off, faults ${weather}`);
    await phone.open();
    await signIn(phone);
    line.weather = weather;
  }
}

async function signIn(phone: Phone, tries = 3): Promise<void> {
  try {
    await phone.core.session.signIn(phone.person.name, "");
  } catch (error) {
    if (tries === 1) throw error;
    await signIn(phone, tries - 1);
  }
}

async function take(
  name: Exclude<keyof typeof weights, "kill">,
  phone: Phone,
  world: World,
  steps: Steps,
  events: Events,
  dice: Dice,
): Promise<void> {
  const { lane } = world;
  const other = world.phones.find((each) => each !== phone)!;
  const gone = phone.core.session.account.value === null;
  const always = ["sync", "background", "line", "late", "wait"];
  const ofServer = ["restart", "backUp", "restore", "breakDown", "leave", "revoke"];
  if (gone && ![...always, ...ofServer].includes(name)) return;
  switch (name) {
    case "sync":
    case "background":
    case "line":
      return events[name](phone);
    case "late":
    case "restart":
    case "restore":
      return events[name]();
    case "carry":
      return steps.carry(phone, other);
    case "wait":
      return world.pass(dice.pick([10_000, 60_000, 6 * 60_000, day]));
    case "backUp":
      await lane.tick();
      return lane.backedUp ? lane.backUp() : undefined;
    case "breakDown":
      await lane.breakDown(dice.pick(["row", "full"] as const));
      await events.sync(phone);
      return lane.breakDown(null);
    case "leave":
      await lane.tick();
      return lane.leave(phone.person.id);
    case "revoke":
      return revoke(phone, world);
    default:
      return steps[name](phone);
  }
}

async function revoke(phone: Phone, world: World): Promise<void> {
  const { device } = phone.line;
  if (!device || phone.revoked) return;
  const known = await office(world, "POST", `/api/devices/${device}/revocation`, [404]);
  // A server that was put back may never have heard of it.
  phone.revoked = known !== undefined;
}

async function killDuring(phone: Phone, steps: Steps, events: Events, dice: Dice): Promise<void> {
  const gone = phone.core.session.account.value === null;
  const what = dice.pick(["record", "amend", "sync", "sync", "both"] as const);
  const work: Promise<unknown>[] = [];
  if (!gone && what !== "sync") work.push(steps[what === "both" ? "record" : what](phone));
  if (what === "sync" || what === "both") work.push(phone.live(phone.core.sync.now()));
  await events.kill(phone, Promise.all(work));
}
