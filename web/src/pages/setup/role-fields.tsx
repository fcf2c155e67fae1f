import type { Role } from "../../core/values";
import { Check, Select } from "../../ui/field";
import { Icon } from "../../ui/icon";
import { useCore } from "../core";
import { useOffice } from "../staff/office";
import { st } from "../staff/words";

export interface RoleChoice {
  role: Role;
  districts: string[];
}

const ROLES: Role[] = ["volunteer", "caretaker", "coordinator", "admin"];

/** Coordinators and administrators belong to the whole organisation. */
export function needsDistrict(role: Role): boolean {
  return role === "volunteer" || role === "caretaker";
}

export function RoleFields(props: {
  value: RoleChoice;
  error: string | null;
  onChange: (value: RoleChoice) => void;
}) {
  const { value, onChange } = props;
  const core = useCore();
  const office = useOffice();
  const mine = core.session.account.value?.role;
  const roles = ROLES.filter(
    (role) => role !== "admin" || mine === "admin" || value.role === "admin",
  );
  const toggle = (id: string, on: boolean) =>
    onChange({
      ...value,
      districts: on ? [...value.districts, id] : value.districts.filter((one) => one !== id),
    });
  return (
    <>
      <Select
        label={st("people.role")}
        value={value.role}
        options={roles.map((role) => ({ value: role, label: st(`staff.roles.${role}`) }))}
        onChange={(role) => onChange({ ...value, role: role as Role })}
      />
      {needsDistrict(value.role) ? (
        <fieldset>
          <legend class="field-label">{st("people.districts")}</legend>
          {office.districts.value.map((district) => (
            <Check
              key={district.id}
              label={district.name}
              checked={value.districts.includes(district.id)}
              onChange={(on) => toggle(district.id, on)}
            />
          ))}
          {props.error && (
            <p class="field-error" role="alert">
              <Icon name="danger" />
              <span>{props.error}</span>
            </p>
          )}
        </fieldset>
      ) : (
        <p class="soft">{st("people.allDistricts")}</p>
      )}
    </>
  );
}
