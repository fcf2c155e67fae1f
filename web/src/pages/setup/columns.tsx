import { More } from "../../ui/list";
import { st, type StaffKey } from "../staff/words";

/** What a file must hold, column by column. */
export function Columns(props: { room: "places" | "categories"; must: string[]; may: string[] }) {
  const { room, must, may } = props;
  return (
    <More icon="info" title={st(room === "places" ? "import.columns" : "categories.fields")}>
      <dl class="lines">
        {[...must, ...may].map((column) => (
          <div key={column}>
            <dt>
              <code>{column}</code>
            </dt>
            <dd>
              {st(`${room}.columns.${column}` as StaffKey)}{" "}
              <span class="soft">{st(must.includes(column) ? "import.must" : "import.may")}.</span>
            </dd>
          </div>
        ))}
      </dl>
    </More>
  );
}
