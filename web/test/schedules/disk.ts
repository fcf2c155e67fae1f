import { IDBFactory, IDBOpenDBRequest } from "fake-indexeddb";

/** One life of the app on a phone's disk; killing it cuts off every transaction under way. */
export interface Life {
  indexedDB: IDBFactory;
  kill(): void;
}

/** The storage of one phone, which outlives the app. */
export class Disk {
  private readonly factory = new IDBFactory();

  begin(): Life {
    const connections = new Set<IDBDatabase>();
    const open = new Set<IDBTransaction>();
    let dead = false;
    const factory = this.factory;
    const begun = (db: IDBDatabase) => {
      if (dead) return db.close();
      connections.add(db);
      const begin = db.transaction.bind(db);
      db.transaction = (...args: Parameters<typeof begin>) => {
        if (dead) throw new DOMException("killed", "InvalidStateError");
        const tx = begin(...args);
        open.add(tx);
        const end = () => open.delete(tx);
        tx.addEventListener("complete", end);
        tx.addEventListener("abort", end);
        return tx;
      };
    };
    const indexedDB = {
      open(name: string, version?: number) {
        // A request that never comes back: there is nobody left to hear it.
        if (dead) return new (IDBOpenDBRequest as unknown as new () => unknown)();
        const request = factory.open(name, version);
        request.addEventListener("success", () => begun(request.result as unknown as IDBDatabase));
        return request;
      },
    } as unknown as IDBFactory;
    const kill = () => {
      dead = true;
      for (const tx of open) {
        try {
          tx.abort();
        } catch {
          // It had just ended, as it may on a real disk.
        }
      }
      connections.forEach((db) => db.close());
    };
    return { indexedDB, kill };
  }
}
