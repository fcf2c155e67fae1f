import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { mayImport, type ImportKind, type ImportResult } from "../../core/setup";
import { Button } from "../../ui/button";
import { FilePick } from "../../ui/file-pick";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { useTask } from "../task";
import { useOffice } from "../staff/office";
import { st } from "../staff/words";
import { PreviewTable } from "./preview-table";

interface Props {
  kind: ImportKind;
  title: string;
  accept: string;
  example: { name: string; type: string; text: string };
  children: ComponentChildren;
  onImported: () => Promise<unknown>;
}

/** Choose, look, and only then import. Until then nothing has happened. */
export function ImportPanel(props: Props) {
  const office = useOffice();
  const task = useTask();
  const file = useSignal<{ name: string; bytes: Blob } | null>(null);
  const result = useSignal<ImportResult | null>(null);

  const choose = (chosen: File) =>
    task.run(async () => {
      // Kept as bytes: what is imported is what was looked at, whatever happens to the file.
      const bytes = new Blob([await chosen.arrayBuffer()], { type: chosen.type });
      file.value = { name: chosen.name, bytes };
      result.value = null;
      result.value = await office.setup.preview(props.kind, bytes);
    });
  const go = () =>
    task.run(async () => {
      if (!file.value) return;
      const answer = await office.setup.import(props.kind, file.value.bytes);
      // The list first: "done" beside a list without it would not be believed.
      if (answer.imported) await props.onImported();
      result.value = answer;
      if (answer.imported) announce(summary(answer));
    });
  const preview = result.value;
  return (
    <section class="card stack" aria-label={props.title}>
      <h2>{props.title}</h2>
      {props.children}
      <Button
        kind="quiet"
        icon="download"
        href={`data:${props.example.type};charset=utf-8,${encodeURIComponent(props.example.text)}`}
        download={props.example.name}
      >
        {st("import.example")}
      </Button>
      {file.value && (
        <p>
          <bdi>{st("import.chosen", { name: file.value.name })}</bdi>
        </p>
      )}
      <FilePick
        icon="upload"
        label={st(file.value ? "import.another" : "import.choose")}
        accept={props.accept}
        busy={task.busy && !preview}
        onPick={([chosen]) => chosen && void choose(chosen)}
      />
      <div role="status" class="stack">
        {task.busy && !preview && <p class="soft">{st("import.checking")}</p>}
        {preview && <Verdict result={preview} />}
        {preview?.notes?.map((note) => (
          <p key={note} class="soft">
            {note}
          </p>
        ))}
      </div>
      {task.error && (
        <Notice kind="error">
          <p>{task.error}</p>
        </Notice>
      )}
      {preview && !preview.imported && (
        <>
          <PreviewTable result={preview} />
          {preview.refused === 0 && preview.new + preview.changed > 0 && (
            <Button
              kind="strong"
              icon="check"
              busy={task.busy}
              disabled={!mayImport(preview)}
              onClick={() => void go()}
            >
              {st(task.busy ? "import.doing" : "import.do")}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function summary({ new: added, changed, same }: ImportResult): string {
  return st("import.done", { added, changed, same });
}

function Verdict({ result }: { result: ImportResult }) {
  if (result.imported) return <Notice kind="done">{summary(result)}</Notice>;
  if (result.refused > 0)
    return <Notice kind="warning">{st("import.refused", { count: result.refused })}</Notice>;
  if (!mayImport(result)) return <Notice kind="info">{st("import.nothing")}</Notice>;
  return <Notice kind="info">{st("import.ready")}</Notice>;
}
