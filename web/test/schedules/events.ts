import type { Dice } from "./dice";
import type { Phone } from "./phone";
import type { World } from "./world";
import { turn } from "./world";

/** What happens to phones, line and server without anybody wanting it. */
export class Events {
  constructor(
    private readonly world: World,
    private readonly dice: Dice,
  ) {}

  async sync(phone: Phone): Promise<void> {
    await phone.live(phone.core.sync.now());
    // Where the phone heard from the server as it now is, it must speak the truth again.
    const { lastSuccessAt } = phone.core.sync.status.value;
    if (lastSuccessAt !== null && lastSuccessAt - phone.now() > -1000 && this.heardSince(phone)) {
      this.world.ledger.unaware.delete(phone.number);
    }
  }

  /** Begins a round, or something else, and does not wait for it. */
  async background(phone: Phone): Promise<void> {
    void phone.live(phone.core.sync.now());
  }

  async line(phone: Phone): Promise<void> {
    phone.line.online = !phone.line.online;
  }

  /** The app dies in the middle of whatever it was doing, and is opened again. */
  async kill(phone: Phone, work: Promise<unknown> | null): Promise<void> {
    for (let left = this.dice.below(this.dice.pick([5, 40, 200])); left > 0; left--) await turn();
    phone.kill();
    await work?.catch(() => {});
    await phone.open();
    await phone.findOut();
  }

  async late(): Promise<void> {
    const late = this.world.late.splice(0);
    for (const send of late) await send().catch(() => {});
  }

  async restart(): Promise<void> {
    await this.world.lane.restart();
  }

  async restore(): Promise<void> {
    const { world } = this;
    if (!world.lane.backedUp) return;
    while (world.busy > 0) await turn();
    await world.lane.tick();
    if (!(await world.lane.restore())) return;
    world.restored = true;
    world.phones.forEach((phone) => world.ledger.unaware.add(phone.number));
    this.restoredAt = world.lane.now;
    world.ledger.reread(await world.lane.held(world.accounts, world.photos));
    await world.pass(2000);
  }

  private restoredAt = 0;

  private heardSince(phone: Phone): boolean {
    const at = phone.core.sync.status.value.lastSuccessAt!;
    return at >= phone.now() - 1000 && this.world.lane.now > this.restoredAt;
  }
}
