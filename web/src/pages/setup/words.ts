import type { Office } from "../../core/office";
import type { Role } from "../../core/values";
import { st } from "../staff/words";
import { needsDistrict } from "./role-fields";

export function districtNames(office: Office, of: { role: Role; districts: string[] }): string {
  if (!needsDistrict(of.role)) return st("people.wholeTown");
  const names = office.districts.value
    .filter((district) => of.districts.includes(district.id))
    .map((district) => district.name);
  return names.length ? names.join(", ") : st("people.noDistricts");
}
