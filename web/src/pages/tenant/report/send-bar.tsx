import { Button } from "../../../ui/button";
import { Icon } from "../../../ui/icon";

/** The one button, with what is wrong right above it: under a thumb nobody sees the top of a page. */
export function SendBar(props: {
  label: string;
  problem: string | null;
  busy: boolean;
  onSend: () => void;
}) {
  return (
    <div class="stack">
      {props.problem && (
        <p class="field-error" role="alert">
          <Icon name="danger" />
          <span>{props.problem}</span>
        </p>
      )}
      <Button kind="main" icon="sending" wide busy={props.busy} onClick={props.onSend}>
        {props.label}
      </Button>
    </div>
  );
}
