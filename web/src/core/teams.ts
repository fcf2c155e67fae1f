/** Neighbours who do jobs for each other. The names are theirs, in every language. */
export interface Team {
  name: string;
  /** A job says by its category whom it is for, so that the desk filters on it as on any other. */
  category: string;
  icon: string;
}

export const teams = [
  { name: "Klusteam", category: "other", icon: "hammer" },
  { name: "Groenteam", category: "green", icon: "leaf" },
] as const satisfies Team[];

/** Null when it is no job, or when who asked did not know. */
export function teamOf(one: { kind?: string | undefined; category?: string | null }): Team | null {
  return (one.kind === "job" && teams.find(({ category }) => category === one.category)) || null;
}
