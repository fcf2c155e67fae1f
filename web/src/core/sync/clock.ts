import type { Answer } from "../http";

/** From here on a wrong clock is worth a warning. */
export const clockLimit = 10 * 60_000;

/** The server's clock minus this phone's, taken halfway the request. */
export function measure(serverTime: string, answer: Answer): number {
  const server = Date.parse(serverTime);
  return Number.isNaN(server) ? 0 : Math.round(server - answer.at);
}
