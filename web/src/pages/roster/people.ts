import type { Backer } from "../../core/duty";
import type { Option } from "../../ui/field";
import { dt } from "../staff/duty-words";
import { st } from "../staff/words";

/** Those who can be called first; who cannot stays in the list, so that one sees why. */
export function personOptions(people: Backer[], without: string | null): Option[] {
  const sorted = people
    .filter((one) => one.id !== without && one.role !== "admin")
    .sort(
      (one, other) =>
        Number(other.reachable) - Number(one.reachable) ||
        one.fullName.localeCompare(other.fullName, "nl"),
    );
  return [
    { value: "", label: dt("roster.choose") },
    ...sorted.map(({ id, fullName, role, reachable }) => ({
      value: id,
      label: dt(reachable ? "roster.reach" : "roster.noReach", {
        name: fullName,
        role: st(`staff.roles.${role}`).toLowerCase(),
      }),
    })),
  ];
}
