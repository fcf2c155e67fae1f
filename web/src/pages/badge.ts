import { signal } from "@preact/signals";

/** How many things wait in a room, by its address; set by whoever knows, shown by the shell. */
export const badges = signal<Readonly<Record<string, number>>>({});
