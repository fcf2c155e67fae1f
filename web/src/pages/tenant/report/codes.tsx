import { useEffect, useState } from "preact/hooks";
import { t } from "../../../core/tenant/language";
import { showCode } from "../../../core/tenant/reports-code";
import type { Reports } from "../../../core/tenant/reports";
import { navigate, route } from "../../../router";
import { Button } from "../../../ui/button";
import { Field } from "../../../ui/field";
import { Notice } from "../../../ui/notice";
import { useTask } from "../../task";
import { reason } from "./words";

/** The way in for a code on paper. */
export function CodeForm({ reports }: { reports: Reports }) {
  const [code, setCode] = useState("");
  const task = useTask();
  const find = (typed: string) =>
    task.run(async () => {
      const id = await reports.add(typed);
      if (id !== null) return navigate(`/reports/${id}`);
      setCode("");
    });
  const { hash } = route.value;
  useEffect(() => {
    if (!hash) return;
    // The code must not stay in the address, nor in the history of a phone that is shared.
    navigate("/reports", { replace: true });
    setCode(hash);
    void find(hash);
  }, [hash]);
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void find(code);
      }}
    >
      <h2>{t("mine.code")}</h2>
      <Field
        label={t("mine.code-label")}
        hint={t("mine.code-hint")}
        value={code}
        spellcheck={false}
        capitalize="characters"
        error={task.error}
        onInput={setCode}
      />
      <Button type="submit" icon="search" wide busy={task.busy}>
        {t(task.busy ? "mine.code-read" : "mine.code-find")}
      </Button>
    </form>
  );
}

/** Typed without a connection: each waits here, where it can be taken away again. */
export function CodesToFind({ reports }: { reports: Reports }) {
  return (
    <div class="stack" role="status">
      {reports.codes.value.map(({ code, refusal }) => (
        <Notice
          key={code}
          kind={refusal ? "warning" : "info"}
          icon={refusal ? "danger" : "waiting"}
          title={refusal ? reason(refusal.code, refusal.message) : t("mine.code-later")}
        >
          <p class="code" dir="ltr">
            {showCode(code)}
          </p>
          <div class="row">
            {!refusal && (
              <Button
                icon="refresh"
                busy={reports.status.value.state === "sending"}
                onClick={() => void reports.now()}
              >
                {t("mine.code-again")}
              </Button>
            )}
            <Button kind="quiet" icon="trash" onClick={() => void reports.dropCode(code)}>
              {t("mine.code-drop")}
            </Button>
          </div>
        </Notice>
      ))}
    </div>
  );
}
