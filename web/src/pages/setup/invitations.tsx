import { useSignal } from "@preact/signals";
import type { Invitation } from "../../core/setup";
import { Button } from "../../ui/button";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { useTask } from "../task";
import type { Loaded } from "../staff/loaded";
import { useOffice } from "../staff/office";
import { Problem } from "../staff/problem";
import { fullTime, st } from "../staff/words";
import { districtNames } from "./words";

export function Invitations({ invitations }: { invitations: Loaded<Invitation[]> }) {
  const office = useOffice();
  const task = useTask();
  const going = useSignal<string | null>(null);
  const open = invitations.value.value?.filter((one) => one.state === "open") ?? [];
  const withdraw = (id: string) => {
    going.value = id;
    void task.run(async () => {
      await office.setup.withdraw(id);
      announce(st("people.withdrawn"));
      await invitations.load();
    });
  };
  return (
    <section class="stack" aria-labelledby="invitations">
      <h2 id="invitations">{st("people.open")}</h2>
      <Problem problem={invitations.problem.value} again={() => void invitations.load()} />
      {invitations.value.value !== null && open.length === 0 && (
        <p class="soft">{st("people.noneOpen")}</p>
      )}
      {task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
        </Notice>
      )}
      <ul class="list">
        {open.map((one) => (
          <li key={one.id} class="invitation">
            <div>
              <strong dir="auto">{one.fullName}</strong>
              <p class="small soft">
                {st(`staff.roles.${one.role}`)} · <bdi>{districtNames(office, one)}</bdi>
              </p>
              <p class="small soft">{st("people.expires", { time: fullTime(one.expiresAt) })}</p>
            </div>
            <Button
              label={st("people.withdrawName", { name: one.fullName })}
              busy={task.busy && going.value === one.id}
              onClick={() => withdraw(one.id)}
            >
              {st("people.withdraw")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
