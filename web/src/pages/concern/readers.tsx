import type { Reader } from "../../core/concerns";
import { Check } from "../../ui/field";
import { More } from "../../ui/list";
import { Notice } from "../../ui/notice";
import { useLoaded } from "../staff/loaded";
import { useOffice } from "../staff/office";
import { known, st } from "../staff/words";
import { useTask } from "../task";

/** Who reads worries: coordinators, unless told otherwise, and whom they name. */
export function Readers() {
  const office = useOffice();
  const readers = useLoaded(() => office.concerns.readers());
  const task = useTask();
  const set = (one: Reader, reads: boolean) =>
    task.run(async () => {
      await office.concerns.setReader(one.account, reads);
      await readers.load();
    });
  const all = readers.value.value;
  if (!all) return null;
  const count = all.filter((one) => one.reader).length;
  return (
    <More icon="key" title={st("concern.readers")} now={st("concern.readersNow", { count })}>
      <p>{st("concern.readersText")}</p>
      {all.map((one) => (
        <Check
          key={one.account}
          label={`${one.fullName} (${known("staff.roles", one.role)})`}
          checked={one.reader}
          onChange={(reads) => void set(one, reads)}
        />
      ))}
      {task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
        </Notice>
      )}
    </More>
  );
}
