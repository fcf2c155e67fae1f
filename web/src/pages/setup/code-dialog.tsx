import { useSignal } from "@preact/signals";
import type { NewInvitation } from "../../core/setup";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Notice } from "../../ui/notice";
import { Qr } from "../../ui/qr";
import { fullTime, st } from "../staff/words";

/** Shown once: only its hash is kept, so nobody can look it up later. */
export function CodeDialog(props: {
  name: string;
  invitation: NewInvitation;
  onClose: () => void;
}) {
  const { name, invitation } = props;
  const said = useSignal("");
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      said.value = st("people.copied");
    } catch {
      said.value = st("people.copyFailed");
    }
  };
  const groups = invitation.code.split("-");
  return (
    <Dialog
      title={st("people.codeTitle", { name })}
      open
      wide
      onClose={props.onClose}
      actions={
        <Button kind="strong" icon="check" onClick={props.onClose}>
          {st("people.done")}
        </Button>
      }
    >
      <Notice kind="warning">
        <p>{st("people.codeOnce", { name })}</p>
      </Notice>
      <div class="code-both">
        <div class="invite-code">
          <p class="code-groups" role="group" aria-label={st("people.codeLabel")}>
            {groups.map((group, index) => (
              <span key={index}>
                {group}
                {index < groups.length - 1 && <span class="soft">-</span>}
              </span>
            ))}
          </p>
          <p class="small soft">{st("people.groups")}</p>
          <div class="row">
            <Button onClick={() => void copy(invitation.code)}>{st("people.copy")}</Button>
            <Button onClick={() => void copy(invitation.link)}>{st("people.copyLink")}</Button>
          </div>
          <p role="status">{said.value}</p>
          <p>{st("people.expires", { time: fullTime(invitation.expiresAt) })}</p>
        </div>
        <figure class="code-qr">
          <Qr rows={invitation.qr} label={st("people.qrLabel")} />
          <figcaption>{st("people.qr", { name })}</figcaption>
        </figure>
      </div>
    </Dialog>
  );
}
