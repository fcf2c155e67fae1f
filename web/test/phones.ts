import { IDBFactory } from "fake-indexeddb";
import { createInterface } from "node:readline";
import { openCore, type Core, type Draft } from "../src/core/index";
import { faults, headlessEnvironment, type Headless } from "./headless";

/**
 * Phones for a test in another language: one command per line in, one answer per line out.
 * {"id":1,"phone":"a","do":"open","base":"http://…"} → {"id":1,"value":…} or {"id":1,"error":"…"}.
 */
interface Command {
  id: number;
  phone: string;
  do: keyof typeof actions;
  [argument: string]: unknown;
}

interface Phone {
  core: Core;
  options: Headless;
  faults: string[];
}

const phones = new Map<string, Phone>();

const actions = {
  /** A new phone, or the same one again after it was killed. */
  async open(command: Command) {
    const known = phones.get(command.phone);
    known?.core.sync.stop();
    const waiting: string[] = [];
    const options: Headless = {
      base: String(command.base ?? known?.options.base),
      indexedDB: known?.options.indexedDB ?? new IDBFactory(),
      cookies: known?.options.cookies ?? new Map(),
      clockOff: (command.clockOff as number | undefined) ?? known?.options.clockOff,
      fault: (_, path) => (/sync|photos/.test(path) ? faults[waiting.shift() ?? ""] : undefined),
    };
    const core = await openCore(headlessEnvironment(options));
    phones.set(command.phone, { core, options, faults: waiting });
  },
  signIn: ({ phone, name, password }: Command) =>
    get(phone).core.session.signIn(String(name), String(password)),
  signOut: ({ phone }: Command) => get(phone).core.session.signOut(),
  /** Names of what the next requests of push, pull and photos will meet; "" is nothing. */
  faults: async ({ phone, list }: Command) => void get(phone).faults.push(...(list as string[])),
  async record({ phone, fields, photos }: Command) {
    const { drafts } = get(phone).core;
    const draft: Draft = await drafts.start();
    await drafts.change(draft.id, fields as Partial<Draft>);
    for (const photo of (photos as string[] | undefined) ?? []) {
      await drafts.addPhoto(draft.id, new Blob([Buffer.from(photo, "base64")]));
    }
    return drafts.save(draft.id);
  },
  amend: ({ phone, entity, fields }: Command) =>
    get(phone).core.observations.amend(String(entity), fields as object),
  withdraw: ({ phone, entity }: Command) => get(phone).core.observations.withdraw(String(entity)),
  reply: ({ phone, entity, text }: Command) =>
    get(phone).core.observations.reply(String(entity), String(text)),
  async sync({ phone }: Command) {
    await get(phone).core.sync.now();
    return get(phone).core.sync.status.value;
  },
  async state({ phone }: Command) {
    const { sync, observations, drafts, session } = get(phone).core;
    return {
      status: sync.status.value,
      session: session.state.value,
      items: observations.items.value,
      drafts: drafts.items.value,
    };
  },
  async exported({ phone }: Command) {
    return (await get(phone).core.unsent.exportFile()).text();
  },
};

function get(name: string): Phone {
  const phone = phones.get(name);
  if (!phone) throw new Error(`no phone ${name}`);
  return phone;
}

async function answer(line: string): Promise<void> {
  const command = JSON.parse(line) as Command;
  let said: object;
  try {
    said = { value: (await actions[command.do](command)) ?? null };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    said = { error: code ?? message };
  }
  process.stdout.write(JSON.stringify({ id: command.id, ...said }) + "\n");
}

// Commands for one phone wait for each other; two phones go side by side.
const last = new Map<string, Promise<void>>();
createInterface({ input: process.stdin }).on("line", (line) => {
  const { phone } = JSON.parse(line) as Command;
  last.set(phone, (last.get(phone) ?? Promise.resolve()).then(() => answer(line)));
});
