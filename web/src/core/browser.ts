import type { Environment } from "./environment";

/** The real outside: this browser. */
export function browserEnvironment(): Environment {
  throw new Error("under construction");
}
