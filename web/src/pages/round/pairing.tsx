import { generate } from "lean-qr";
import { useEffect, useState } from "preact/hooks";
import type { RoundItem } from "../../core/index";
import { inviteLink } from "../../core/round-code";
import { More } from "../../ui/list";
import { Notice } from "../../ui/notice";
import { Qr } from "../../ui/qr";
import { useCore } from "../core";
import { rt } from "./words";

const fresh = 10 * 60_000;

/** Shown until the server has both: the code for the other phone, and where it stands. */
export function Pairing({ item }: { item: RoundItem }) {
  const core = useCore();
  const [drawn, setDrawn] = useState<string[] | null>(null);
  useEffect(() => {
    void core.rounds.inviteOf(item).then((invite) => {
      if (invite) setDrawn(rows(inviteLink(location.origin, invite)));
    });
  }, [item.id, item.code]);

  const { code } = item;
  const joined = item.wishes.some(({ name }) => name === "round.join");
  // Later on the buttons matter more; the code stays behind one tap.
  const [isNew] = useState(!joined && core.rounds.now() - Date.parse(item.startedAt ?? "") < fresh);
  // Who left is told above; the code is no invitation for a third.
  if (item.isKnown && !item.isConfirmed && item.members.length > 1) return null;
  if (item.isConfirmed) return <Together item={item} />;
  return (
    <>
      <Standing item={item} />
      {code && (
        <More icon="people" title={rt("pair.title")} now={code} open={isNew}>
          <p>{rt("pair.how")}</p>
          <div class="stack pairing">
            <p class="field-label">{rt("pair.code")}</p>
            <p class="round-code">
              <span aria-hidden="true">{`${code.slice(0, 3)} ${code.slice(3)}`}</span>
              <span class="unseen">{rt("pair.spelled", { code: [...code].join(" ") })}</span>
            </p>
            {drawn && <Qr rows={drawn} label={rt("pair.qr")} />}
          </div>
        </More>
      )}
    </>
  );
}

function Together({ item }: { item: RoundItem }) {
  const there = item.members.map((member) => member.fullName);
  return (
    <p class="together">
      <strong>{rt("pair.together")}</strong>
      <bdi>{rt("pair.names", { one: there[0] ?? "", other: there.slice(1).join(", ") })}</bdi>
    </p>
  );
}

function Standing({ item }: { item: RoundItem }) {
  const core = useCore();
  const isWaiting = !item.isKnown || item.wishes.some(({ name }) => name === "round.join");
  if (!isWaiting) {
    return (
      <Notice kind="warning" icon="people">
        <p>{rt("pair.alone")}</p>
      </Notice>
    );
  }
  const hasLine = core.rounds.hasContact() && core.sync.status.value.state !== "offline";
  return (
    <Notice kind={hasLine ? "info" : "offline"}>
      <p class="notice-title">{rt(hasLine ? "pair.waiting" : "pair.unconfirmed")}</p>
      <p>{rt("pair.unconfirmed-why")}</p>
    </Notice>
  );
}

function rows(text: string): string[] {
  const code = generate(text);
  return Array.from({ length: code.size }, (_, y) =>
    Array.from({ length: code.size }, (_, x) => (code.get(x, y) ? "1" : "0")).join(""),
  );
}
