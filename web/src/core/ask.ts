import type { Core } from "./index";

/** The core's one way to ask the server something, for what works online only. */
export type Ask = Core["ask"];
