import { moment } from "../../core/messages/moment";
import type { PersonDevice } from "../../core/setup";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chip";
import { Icon } from "../../ui/icon";
import { bytes, fullTime, st } from "../staff/words";

interface Props {
  device: PersonDevice;
  owner: string;
  block: () => void;
}

/** A device as it last reported itself. */
export function DeviceLine({ device, owner, block }: Props) {
  const name = device.name || st("people.unnamed");
  return (
    <li class="device">
      <Icon name="device" />
      <div>
        <p>
          <strong dir="auto">{name}</strong>
        </p>
        <dl class="device-facts small">
          <div>
            <dt>{st("people.lastSeen")}</dt>
            <dd>{when(device.lastSeenAt)}</dd>
          </div>
          <div>
            <dt>{st("people.lastSync")}</dt>
            <dd>{when(device.lastSyncAt)}</dd>
          </div>
          <div>
            <dt>{st("people.storage")}</dt>
            <dd>{storage(device)}</dd>
          </div>
        </dl>
        {(device.unsent ?? 0) > 0 && (
          <Chip icon="waiting" look="edged">
            {st("people.unsentCount", { count: device.unsent ?? 0 })}
          </Chip>
        )}
        {device.revokedAt && (
          <Chip icon="lock">{st("people.revokedSince", { time: fullTime(device.revokedAt) })}</Chip>
        )}
      </div>
      {!device.revokedAt && (
        <Button label={st("people.revokeDeviceName", { device: name, name: owner })} onClick={block}>
          {st("people.revoke")}
        </Button>
      )}
    </li>
  );
}

function when(at: string | null) {
  if (!at) return st("people.never");
  return (
    <time dateTime={at} title={fullTime(at)}>
      {moment(at)}
    </time>
  );
}

function storage({ persisted, usage, quota }: PersonDevice): string {
  const parts: string[] = [];
  if (persisted !== null) parts.push(st(persisted ? "people.persisted" : "people.notPersisted"));
  if (usage !== null && quota !== null)
    parts.push(st("people.used", { used: bytes(usage), quota: bytes(quota) }));
  return parts.length ? parts.join(", ") : st("people.unknown");
}
