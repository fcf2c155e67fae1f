/** Two apps live at one address: the tenants' contact point, and the volunteers' and staff's. */
export type Part = "tenants" | "volunteers";

const volunteers =
  /^\/(sign-in|invitation|danger|observations|drafts|round|rounds|unsent|settings|desk|concerns|quarantine|setup|roster|alarms)(\/|$)/;
const tenants = /^\/(district|team|report|worry|offer|reports)(\/|$)/;

/** What both have, home and the guide, is shown by the part that this phone is used for. */
export function partFor(path: string, isVolunteersPhone: boolean): Part {
  if (volunteers.test(path)) return "volunteers";
  if (tenants.test(path)) return "tenants";
  return isVolunteersPhone ? "volunteers" : "tenants";
}

interface Kept {
  account?: unknown;
  revoked?: boolean;
}

/**
 * Whether somebody is signed in here, or was shut out. Reads what the volunteers' part keeps
 * without loading it, and without making a database that is not there.
 */
export function isVolunteersPhone(factory: IDBFactory): Promise<boolean> {
  return new Promise((resolve) => {
    const no = () => resolve(false);
    try {
      const opening = factory.open("buurtronde");
      opening.onupgradeneeded = () => opening.transaction!.abort();
      opening.onerror = (event) => {
        event.preventDefault();
        no();
      };
      opening.onsuccess = () => {
        const db = opening.result;
        try {
          const asked = db.transaction("meta").objectStore("meta").get("session");
          asked.onsuccess = () => {
            const kept = asked.result as Kept | undefined;
            resolve(Boolean(kept?.account) || kept?.revoked === true);
          };
          asked.onerror = no;
        } catch {
          no();
        }
        db.close();
      };
    } catch {
      no();
    }
  });
}
