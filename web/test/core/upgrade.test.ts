import { expect, test } from "vitest";
import { Office } from "./office";
import { record, rows, TestPhone } from "./world";

const before = ["meta", "draft", "district", "complex", "category", "observation", "quarantine"]
  .concat(["outbox", "sent", "photo", "upload"]);

/** The phone's database as the first version left it. */
async function downgrade(phone: TestPhone): Promise<void> {
  for (const { name } of await phone.indexedDB.databases()) {
    const kept = await Promise.all(before.map(async (store) => [store, await dump(phone, name!, store)]));
    await done(phone.indexedDB.deleteDatabase(name!));
    const open = phone.indexedDB.open(name!, 1);
    const keyPaths: Record<string, string> = { outbox: "n", photo: "sha256", upload: "sha256" };
    open.onupgradeneeded = () => {
      for (const [store, content] of kept as [string, { keys: IDBValidKey[]; values: unknown[] }][]) {
        const made = open.result.createObjectStore(
          store,
          store === "meta" ? undefined : { keyPath: keyPaths[store] ?? "id" },
        );
        content.values.forEach((value, i) => made.put(value, ...(store === "meta" ? [content.keys[i]] : [])));
      }
    };
    (await done(open)).close();
  }
}

async function dump(phone: TestPhone, name: string, store: string) {
  const database = await done(phone.indexedDB.open(name));
  const source = database.transaction(store).objectStore(store);
  const content = { keys: await done(source.getAllKeys()), values: await done(source.getAll()) };
  database.close();
  return content;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

test("a phone of the first version keeps all it had, and asks for what its code skipped", async () => {
  const office = new Office();
  const phone = new TestPhone(office);
  const old = await phone.open();
  await old.session.signIn("noor", "loop-samen");
  await record(old, "sent");
  await old.sync.now();
  await record(old, "waiting", ["photo"]);
  await old.drafts.start();
  await downgrade(phone);

  const core = await phone.open();
  expect(core.session.account.value?.name).toBe("noor");
  expect(core.drafts.items.value).toHaveLength(1);
  expect((await rows(phone, "outbox")).map((row) => row.n)).toEqual([2]);
  expect(await rows(phone, "round")).toEqual([]);
  const asked: string[] = [];
  const inner = phone.fetch;
  Object.assign(phone, {
    fetch: (input: RequestInfo, init: RequestInit) => {
      asked.push(String(input));
      return inner(input, init);
    },
  });
  const again = await phone.open();
  await again.sync.now();
  expect(asked.find((url) => url.startsWith("/api/sync/pull"))).toMatch(/cursor=$/);
  expect(again.sync.status.value.allSent).toBe(true);
  expect(again.observations.items.value.map(({ text }) => text).sort()).toEqual(["sent", "waiting"]);
});
