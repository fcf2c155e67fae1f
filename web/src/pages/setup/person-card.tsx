import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { AccountRow, NewInvitation, PersonDevice } from "../../core/setup";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chip";
import { announce } from "../../ui/live";
import { useCore } from "../core";
import { Confirm } from "../confirm";
import { useOffice } from "../staff/office";
import { fullTime, st } from "../staff/words";
import { ChangeDialog } from "./change-dialog";
import { CodeDialog } from "./code-dialog";
import { DeviceLine } from "./device-line";
import { districtNames } from "./words";

interface Props {
  person: AccountRow;
  changed: () => Promise<void>;
}

export function PersonCard({ person, changed }: Props) {
  const office = useOffice();
  const core = useCore();
  const title = useId();
  const blocking = useSignal<PersonDevice | "person" | null>(null);
  const changing = useSignal(false);
  const resetting = useSignal(false);
  const code = useSignal<NewInvitation | null>(null);
  const name = person.fullName;
  const me = core.session.account.value;
  const self = me?.id === person.id;
  const mine = person.role !== "admin" || me?.role === "admin";
  const gone = person.revokedAt !== null;
  const question = () => {
    const what = blocking.value;
    if (what === null || what === "person") return st("people.revokePerson", { name });
    return st("people.revokeDeviceName", { name, device: what.name || st("people.unnamed") });
  };
  const close = () => (blocking.value = null);
  const block = async () => {
    const what = blocking.value;
    if (what === null) return;
    if (what === "person") await office.setup.revokeAccount(person.id);
    else await office.setup.revokeDevice(what.id);
    announce(what === "person" ? st("people.personRevoked", { name }) : st("people.deviceRevoked"));
    await changed();
  };
  return (
    <article class={gone ? "card person person-gone" : "card person"} aria-labelledby={title}>
      <div class="person-who">
        <h3 id={title} dir="auto">
          {name}
        </h3>
        <p>
          {st(`staff.roles.${person.role}`)} · <bdi>{districtNames(office, person)}</bdi>
        </p>
        <p class="small soft">
          <bdi>{st("people.signInName", { name: person.name })}</bdi>
        </p>
        {self && <Chip icon="user">{st("people.yourself")}</Chip>}
        {person.revokedAt && (
          <Chip icon="lock">{st("people.revokedSince", { time: fullTime(person.revokedAt) })}</Chip>
        )}
        {!gone && !self && mine && (
          <div class="row">
            <Button
              label={st("people.changeName", { name })}
              onClick={() => (changing.value = true)}
            >
              {st("people.change")}
            </Button>
            <Button
              icon="key"
              label={st("people.resetName", { name })}
              onClick={() => (resetting.value = true)}
            >
              {st("people.reset")}
            </Button>
            <Button
              icon="lock"
              label={st("people.revokePerson", { name })}
              onClick={() => (blocking.value = "person")}
            >
              {st("people.revoke")}
            </Button>
          </div>
        )}
      </div>
      <div class="person-devices">
        <h4>{st("people.devices")}</h4>
        {person.devices.length === 0 && <p class="soft">{st("people.noDevices")}</p>}
        <ul class="list">
          {person.devices.map((device) => (
            <DeviceLine
              key={device.id}
              device={device}
              owner={name}
              block={() => (blocking.value = device)}
            />
          ))}
        </ul>
      </div>
      <Confirm
        title={question()}
        open={blocking.value !== null}
        yes={st("people.revokeYes")}
        no={st("staff.cancel")}
        onYes={block}
        onClose={close}
      >
        <p>
          {blocking.value === "person"
            ? st("people.revokePersonSure", { name })
            : st("people.revokeDeviceSure")}
        </p>
      </Confirm>
      <Confirm
        title={st("people.resetName", { name })}
        open={resetting.value}
        yes={st("people.resetYes")}
        no={st("staff.cancel")}
        onYes={async () => {
          code.value = await office.setup.resetPassword(person.id);
        }}
        onClose={() => (resetting.value = false)}
      >
        <p>{st("people.resetSure", { name })}</p>
        <p>{st("people.resetEnds", { name })}</p>
      </Confirm>
      {code.value && (
        <CodeDialog name={name} invitation={code.value} onClose={() => (code.value = null)} />
      )}
      {changing.value && (
        <ChangeDialog
          person={person}
          onClose={() => (changing.value = false)}
          onSaved={async () => {
            changing.value = false;
            announce(st("staff.saved"));
            await changed();
          }}
        />
      )}
    </article>
  );
}
