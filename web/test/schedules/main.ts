import "fake-indexeddb/auto";
import { Lane } from "./lane";
import { Violation } from "./ledger";
import { run } from "./schedule";
import { shortcuts } from "./shortcuts";
import { Tally } from "./tally";
import { World } from "./world";

interface Order {
  control: number;
  lanes: number[];
  first: number;
  count: number;
  shortcut: string | null;
}

// The rest of a killed app may still reject somewhere; nobody is left to hear it.
process.on("unhandledRejection", (error) => {
  const quiet = ["AbortError", "InvalidStateError", "TransactionInactiveError"];
  if (!quiet.includes((error as Error).name)) console.error("unhandled", error);
});

/** Every lane takes the next seed until none is left, or one schedule broke a promise. */
async function main(order: Order): Promise<void> {
  const shortcut = shortcuts.find(({ name }) => name === order.shortcut) ?? null;
  const tally = new Tally();
  const started = Date.now();
  let next = order.first;
  let broken = false;
  const drive = async (number: number) => {
    const lane = new Lane(order.control, number);
    await lane.open();
    while (!broken && next < order.first + order.count) {
      const world = new World(lane, tally, next++);
      if (await one(world)) tally.schedules++;
      else broken = true;
    }
  };
  const one = async (world: World) => {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Violation(`it hangs, with ${world.busy} requests under way`)), 240_000);
    });
    try {
      await Promise.race([run(world, shortcut), limit]);
      return true;
    } catch (error) {
      const why = error instanceof Violation ? error.message : (error as Error).stack;
      console.log(`seed ${world.seed} on lane ${world.lane.number}: ${why}\n${world.log.join("\n")}`);
      return false;
    } finally {
      clearTimeout(timer);
      world.phones.forEach((phone) => phone.kill());
    }
  };
  await Promise.all(order.lanes.map(drive));
  const seconds = Math.round((Date.now() - started) / 100) / 10;
  console.log(JSON.stringify({ broken, ...tally, first: order.first, last: next - 1, seconds }));
  process.exit(broken ? 1 : 0);
}

await main(JSON.parse(process.argv[2]!) as Order);
