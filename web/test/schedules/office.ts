import type { Reply } from "./http";
import { Violation } from "./ledger";
import type { World } from "./world";

/** Asks the server something as a coordinator, over a line without faults. */
export async function office<T>(
  world: World,
  method: string,
  path: string,
  allowed: number[] = [],
): Promise<T | undefined> {
  const token = await world.lane.coordinator();
  return (await asking(world, token, method, path, allowed)) as T | undefined;
}

export async function asking(
  world: World,
  token: string,
  method: string,
  path: string,
  allowed: number[] = [],
): Promise<unknown> {
  await world.lane.tick();
  const headers: Record<string, string> = {
    Cookie: `__Host-session=${token}`,
    "Sec-Fetch-Site": "same-origin",
  };
  if (method !== "GET") {
    const session = await world.lane.insist({ method: "GET", path: "/api/session", headers });
    headers["X-CSRF-Token"] = (read(session, "/api/session") as { csrf: string }).csrf;
  }
  const reply = await world.lane.insist({ method, path, headers });
  return allowed.includes(reply.status) ? undefined : read(reply, path);
}

function read({ status, body }: Reply, path: string): unknown {
  const text = body.toString();
  if (status >= 300) throw new Violation(`${path} answered ${status} ${text}`);
  return text === "" ? null : JSON.parse(text);
}
