import type { Events } from "./events";
import { Violation } from "./ledger";
import type { Phone } from "./phone";
import { turn, type World } from "./world";

const rounds = 14;

/** Good weather: what is on its way arrives, and phones come round until nothing is left to do. */
export async function settle(world: World, events: Events): Promise<void> {
  for (const phone of world.phones) {
    phone.line.online = true;
    phone.line.weather = 0;
  }
  world.note("good weather from here");
  await events.late();
  let quiet = 0;
  for (let i = 0; i < rounds && quiet < 2; i++) {
    await world.pass(6 * 60_000);
    while (world.busy > 0) await turn();
    for (const phone of world.phones) {
      await signInAgain(world, phone);
      await events.sync(phone);
    }
    world.ledger.check();
    quiet = world.phones.every(({ core, revoked }) => revoked || core.sync.status.value.allSent)
      ? quiet + 1
      : 0;
  }
  if (quiet < 2) {
    const states = world.phones.map(({ core }) => JSON.stringify(core.sync.status.value));
    throw new Violation(`the phones do not come to rest: ${states.join(" ")}`);
  }
}

/** Revoking one phone may end the session of another whose name the server did not know yet. */
async function signInAgain(world: World, phone: Phone): Promise<void> {
  if (phone.core.session.state.value !== "expired" || phone.revoked) return;
  phone.line.token = await world.lane.session(phone.person.id);
  await phone.core.session.signIn(phone.person.name, "");
}
