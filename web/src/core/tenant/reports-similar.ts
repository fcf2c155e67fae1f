import type { Http } from "../http";
import { rounded } from "../places";
import type { ReportDraft, SimilarReport } from "./reports-values";

/** At most five that are open; none when there is no line or no place to compare. */
export async function similar(http: Http, draft: ReportDraft): Promise<SimilarReport[]> {
  const { district, category, place } = draft;
  const where = place ? rounded(place) : {};
  if (!district || !category || !("complex" in where || "lat" in where)) return [];
  const query = new URLSearchParams({ district, category });
  for (const key of ["complex", "lat", "lon"] as const) {
    const value = (where as Record<string, unknown>)[key];
    if (value !== undefined) query.set(key, String(value));
  }
  const answer = await http
    .answer("GET", `/api/public/reports?${query.toString()}`)
    .catch(() => null);
  const reports = (answer?.json as { reports?: SimilarReport[] } | undefined)?.reports;
  return answer?.status === 200 && Array.isArray(reports) ? reports.slice(0, 5) : [];
}
