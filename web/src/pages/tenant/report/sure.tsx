import { useState } from "preact/hooks";
import { t } from "../../../core/tenant/language";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";

/** One tap, one question: for what cannot be brought back. */
export function Sure(props: {
  icon: string;
  label: string;
  title: string;
  why: string;
  /** What would be lost by it. */
  but?: string | undefined;
  yes: string;
  onYes: () => void;
}) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="quiet" icon={props.icon} onClick={() => setAsking(true)}>
        {props.label}
      </Button>
      <Dialog
        title={props.title}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button
              kind="strong"
              icon={props.icon}
              wide
              onClick={() => {
                setAsking(false);
                props.onYes();
              }}
            >
              {props.yes}
            </Button>
            <Button wide onClick={() => setAsking(false)}>
              {t("shell.cancel")}
            </Button>
          </>
        }
      >
        <p>{props.why}</p>
        {props.but && (
          <p>
            <strong>{props.but}</strong>
          </p>
        )}
      </Dialog>
    </>
  );
}
