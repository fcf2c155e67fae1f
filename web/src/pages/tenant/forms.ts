import type { ReportKind } from "../../core/tenant/reports-values";

const homes = { report: "/report?step=check", worry: "/worry", offer: "/offer" } as const;

/** A form that somebody leaves to choose a district, and comes back to. */
export type Form = keyof typeof homes;

/** Where somebody goes on after choosing; home when no form asked for it. */
export function homeOf(form: string | null): string {
  const known = (Object.keys(homes) as Form[]).find((one) => one === form);
  return known ? homes[known] : "/";
}

export function formOf(kind: ReportKind): Form {
  if (kind === "report") return "report";
  return kind === "concern" ? "worry" : "offer";
}
