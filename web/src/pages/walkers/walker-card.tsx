import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { dateOf } from "../../core/amsterdam";
import type { Walker } from "../../core/duty";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chip";
import { Notice } from "../../ui/notice";
import { useTask } from "../task";
import { Confirm } from "../confirm";
import { districtNames, dt } from "../staff/duty-words";
import { useOffice } from "../staff/office";
import { st } from "../staff/words";
import { WaiverDialog } from "./waiver-dialog";

type Asking = "uncertify" | "waive" | "unwaive";

export function WalkerCard(props: { walker: Walker; done: (said: string) => Promise<void> }) {
  const { walker, done } = props;
  const office = useOffice();
  const task = useTask();
  const title = useId();
  const asking = useSignal<Asking | null>(null);
  const name = walker.fullName;
  const close = () => (asking.value = null);
  const certify = () =>
    task.run(async () => {
      await office.duty.certify(walker.id);
      await done(dt("walkers.certifiedNow", { name }));
    });
  return (
    <article class="card walker" aria-labelledby={title}>
      <div class="walker-who">
        <h2 id={title} dir="auto">
          {name}
        </h2>
        <p class="soft">{districtNames(office, walker.districts)}</p>
        {walker.certifiedAt && (
          <Chip icon="check">
            {dt("walkers.certified", { at: dateOf(walker.certifiedAt) })}
          </Chip>
        )}
        {walker.waiver && (
          <Chip icon="key">{dt("walkers.waived", { reason: walker.waiver })}</Chip>
        )}
        {!walker.mayWalk && (
          <Chip icon="lock" look="edged">
            {dt("walkers.not")}
          </Chip>
        )}
      </div>
      <div class="row">
        {walker.certifiedAt ? (
          <Button
            label={dt("walkers.uncertifyName", { name })}
            onClick={() => (asking.value = "uncertify")}
          >
            {dt("walkers.uncertify")}
          </Button>
        ) : (
          <Button
            kind="strong"
            icon="check"
            busy={task.busy}
            label={dt("walkers.certifyName", { name })}
            onClick={() => void certify()}
          >
            {dt("walkers.certify")}
          </Button>
        )}
        {walker.waiver ? (
          <Button
            label={dt("walkers.unwaiveName", { name })}
            onClick={() => (asking.value = "unwaive")}
          >
            {dt("walkers.unwaive")}
          </Button>
        ) : (
          !walker.certifiedAt && (
            <Button
              icon="key"
              label={dt("walkers.waiveName", { name })}
              onClick={() => (asking.value = "waive")}
            >
              {dt("walkers.waive")}
            </Button>
          )
        )}
      </div>
      {task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
        </Notice>
      )}
      <Confirm
        title={dt("walkers.uncertifyName", { name })}
        open={asking.value === "uncertify"}
        yes={dt("walkers.uncertifyYes")}
        no={st("staff.cancel")}
        onYes={async () => {
          await office.duty.endCertificate(walker.id);
          await done(dt("walkers.uncertified", { name }));
        }}
        onClose={close}
      >
        <p>{dt("walkers.uncertifySure", { name })}</p>
      </Confirm>
      <Confirm
        title={dt("walkers.unwaiveName", { name })}
        open={asking.value === "unwaive"}
        yes={dt("walkers.unwaiveYes")}
        no={st("staff.cancel")}
        onYes={async () => {
          await office.duty.endWaiver(walker.id);
          await done(dt("walkers.unwaived", { name }));
        }}
        onClose={close}
      >
        <p>{dt("walkers.unwaiveSure", { name })}</p>
      </Confirm>
      {asking.value === "waive" && (
        <WaiverDialog walker={walker} onClose={close} done={done} />
      )}
    </article>
  );
}
