import { useSignal } from "@preact/signals";
import type { ImportResult, RowAction } from "../../core/setup";
import { Chip } from "../../ui/chip";
import { Check } from "../../ui/field";
import { st } from "../staff/words";

const ICON: Record<RowAction, string> = {
  new: "plus",
  changed: "draft",
  same: "check",
  refused: "danger",
};
const MOST = 200;

export function PreviewTable({ result }: { result: ImportResult }) {
  const onlyRefused = useSignal(result.refused > 0);
  const rows = onlyRefused.value
    ? result.rows.filter((row) => row.action === "refused")
    : result.rows;
  return (
    <div class="stack">
      <h3>{st("import.preview")}</h3>
      {result.refused > 0 && (
        <Check
          label={st("import.onlyRefused")}
          checked={onlyRefused.value}
          onChange={(on) => (onlyRefused.value = on)}
        />
      )}
      <table class="table">
        <caption class="unseen">{st("import.previewCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{st("import.row")}</th>
            <th scope="col">{st("import.name")}</th>
            <th scope="col">{st("import.action")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST).map((row, index) => (
            <tr key={index}>
              <td>{row.row}</td>
              <td>
                <span dir="auto">{row.name}</span>
                {row.errors.length > 0 && (
                  <ul class="row-errors">
                    {row.errors.map((error) => (
                      <li key={error}>{error}</li>
                    ))}
                  </ul>
                )}
              </td>
              <td>
                <Chip icon={ICON[row.action] ?? "info"}>{st(`import.actions.${row.action}`)}</Chip>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST && <p class="soft">{st("import.more", { count: rows.length - MOST })}</p>}
    </div>
  );
}
