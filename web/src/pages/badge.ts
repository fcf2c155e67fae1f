import { signal } from "@preact/signals";

/** Whether who is signed in may read worries about neighbours; only then they have a room. */
export const readsConcerns = signal(false);

/** How many things wait in a room, by its address; set by whoever knows, shown by the shell. */
export const badges = signal<Readonly<Record<string, number>>>({});
