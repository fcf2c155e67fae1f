import type { Http } from "../http";
import { rounded } from "../places";
import type { ReportDraft, SimilarReport } from "./reports-values";

/** Decimals of a point: an address may end up in a log, and there it says a street and no door. */
const streets = 3;

/** At most five that are open; none when there is no line or no place to compare. */
export async function similar(http: Http, draft: ReportDraft): Promise<SimilarReport[]> {
  const { district, category, place } = draft;
  const where = place ? rounded(place) : {};
  if (!district || !category || !("complex" in where || "lat" in where)) return [];
  const query = new URLSearchParams({ district, category });
  if ("complex" in where && where.complex) query.set("complex", where.complex);
  if ("lat" in where && where.lat !== undefined && where.lon !== undefined) {
    query.set("lat", where.lat.toFixed(streets));
    query.set("lon", where.lon.toFixed(streets));
  }
  const answer = await http
    .answer("GET", `/api/public/reports?${query.toString()}`)
    .catch(() => null);
  const reports = (answer?.json as { reports?: SimilarReport[] } | undefined)?.reports;
  return answer?.status === 200 && Array.isArray(reports) ? reports.slice(0, 5) : [];
}
