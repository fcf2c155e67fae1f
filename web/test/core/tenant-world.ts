import { openTenant } from "../../src/core/tenant/index";
import { Reports } from "../../src/core/tenant/reports";
import { TenantStore } from "../../src/core/tenant/store";
import type { ReportChanges, ReportKind } from "../../src/core/tenant/reports-values";
import { Office } from "./office";
import { PublicOffice } from "./public-office";
import { TestPhone } from "./world";

/** A tenant's phone: the same device as a walker's, with another database and another door. */
export class TenantPhone extends TestPhone {
  constructor(readonly door = new PublicOffice()) {
    super(new Office());
    Object.assign(this, { fetch: door.connect() });
  }

  override pass(ms: number): void {
    this.door.clock += ms;
    super.pass(ms);
  }

  /** Opened with a connection, so that it heard what time it is. */
  async heard(): Promise<Reports> {
    const opened = await openTenant(this.environment());
    const reports = await opened.openReports();
    await opened.refresh();
    return reports;
  }

  async tab(): Promise<Reports> {
    const reports = new Reports(this.environment(), new TenantStore(this.indexedDB, () => {}));
    await reports.open();
    return reports;
  }
}

export async function tenant() {
  const phone = new TenantPhone();
  return { phone, office: phone.door, reports: await phone.tab() };
}

export const lamp: ReportChanges = { district: "d1", category: "lighting", text: "lamp stuk" };

/** Written and sent from here, whatever the line does with it. */
export async function write(
  reports: Reports,
  changes: ReportChanges = lamp,
  photos: string[] = [],
  kind: ReportKind = "report",
): Promise<string> {
  const draft = await reports.drafts.start(kind);
  await reports.drafts.change(draft.id, changes);
  for (const photo of photos) await reports.drafts.addPhoto(draft.id, new Blob([photo]));
  await reports.send(draft.id, "nl");
  return draft.id;
}

/** Everything in the phone's database, as text. */
export function stored(phone: TenantPhone): Promise<string> {
  return new Promise((done, failed) => {
    const opening = phone.indexedDB.open("buurtronde-tenant");
    opening.onerror = () => failed(new Error("not opened"));
    opening.onsuccess = () => {
      const db = opening.result;
      const tx = db.transaction([...db.objectStoreNames]);
      const found: IDBRequest<unknown[]>[] = [];
      for (const name of db.objectStoreNames) {
        found.push(tx.objectStore(name).getAll() as IDBRequest<unknown[]>);
      }
      tx.oncomplete = () => {
        db.close();
        done(JSON.stringify(found.map(({ result }) => result)));
      };
    };
  });
}
