import { useEffect, useRef, useState } from "preact/hooks";
import type { AlarmItem, RoundItem } from "../../core/index";
import { t } from "../../core/messages/index";
import { Entry, List, More } from "../../ui/list";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { Confirm } from "../confirm";
import { useCore } from "../core";
import { SyncNotices } from "../sync-chip";
import { checkItems } from "./check-items";
import { raiseVoice } from "./voice";
import { ClaimLine } from "./claim-line";
import { Line112 } from "./line112";
import { Pairing } from "./pairing";
import { Refusals } from "./refusals";
import { isLate, Receipt, SafeDialog, Signs } from "./signs";
import { AlarmNotice, isNotSent, lacksOwner, Sos } from "./sos";
import { rt, time } from "./words";

/** The screen in the hand while walking: danger and help first, then who watches, then the rest. */
export function Walking({ item }: { item: RoundItem }) {
  const core = useCore();
  const alarms = core.alarms.openOf(item.id);
  useEffect(() => void core.watch.refresh(), []);
  const isOverdue = core.rounds.isOverdue(item);
  // The numbers stand on the screen once, with what presses most.
  const isListed = alarms.some((one) => isNotSent(one) || lacksOwner(one));
  const told = alarms.filter(({ receipt }) => receipt === "received").length;
  useEffect(() => {
    if (told > 0 || isOverdue) raiseVoice();
  }, [told, isOverdue]);
  const isAlone = item.members.length < 2;
  const hasLeft = useHasLeft(item);
  // With an alarm out, that somebody watches is no news, and reads as if there were none.
  const isClaimed = alarms.length === 0 || core.rounds.claim(item).kind !== "watched";
  return (
    <Page title={title(item)} back={{ href: "/", label: t("home.title") }}>
      <Line112 />
      {!isAlone && <Sos item={item} />}
      <Alarms alarms={alarms} item={item} />
      {isOverdue && !hasLeft && alarms.length === 0 && <Overdue item={item} />}
      <Left item={item} />
      <Refusals item={item} />
      {!hasLeft && <Pairing item={item} />}
      {isAlone && <Sos item={item} />}
      {isClaimed && !hasLeft && <ClaimLine item={item} brief={isListed || isLate(item)} />}
      {!hasLeft && <Due item={item} />}
      <Receipt item={item} brief={isListed} />
      {!hasLeft && <Signs item={item} />}
      <SyncNotices />
      <RoundLinks item={item} />
      <Saar />
      {!hasLeft && <Leave item={item} />}
    </Page>
  );
}

/** Whoever left says nothing more for the pair: the server would refuse it. */
function useHasLeft(item: RoundItem): boolean {
  const me = useCore().session.account.value?.id;
  return item.members.some((member) => member.id === me && member.leftAt !== null);
}

/** Comes into sight by itself with each change: who calls for help must not have to look for it. */
function Alarms({ alarms, item }: { alarms: AlarmItem[]; item: RoundItem }) {
  const place = useRef<HTMLDivElement>(null);
  const said = alarms.map(({ id, receipt, acknowledgedBy }) => id + receipt + acknowledgedBy?.id);
  useEffect(() => {
    if (alarms.length > 0) place.current?.scrollIntoView({ block: "nearest" });
  }, [said.join()]);
  return (
    <div ref={place} class="stack" hidden={alarms.length === 0}>
      {alarms.map((alarm) => (
        <AlarmNotice key={alarm.id} alarm={alarm} item={item} />
      ))}
    </div>
  );
}

function title(item: RoundItem): string {
  return item.route || rt(`round.${item.kind}`);
}

function Due({ item }: { item: RoundItem }) {
  const { dueBackAt, confirmedDueBackAt } = item;
  const isAsked = confirmedDueBackAt !== null && confirmedDueBackAt !== dueBackAt;
  return (
    <div class="due">
      <p>{rt("walk.due")}</p>
      <p class="due-time">
        <time dateTime={dueBackAt ?? undefined}>{time(dueBackAt)}</time>
      </p>
      {isAsked && <p>{rt("walk.due-was", { due: time(confirmedDueBackAt) })}</p>}
    </div>
  );
}

/** Asked on both phones, also by the phone alone when the server cannot be heard. */
function Overdue({ item }: { item: RoundItem }) {
  const core = useCore();
  const [asking, setAsking] = useState(false);
  const due = time(item.confirmedDueBackAt ?? item.dueBackAt);
  const isUnwatched = core.rounds.claim(item).kind === "nobody";
  return (
    <Notice kind="error" icon="question" title={rt("walk.overdue-title")}>
      <p>{rt(isUnwatched ? "walk.overdue-unwatched" : "walk.overdue", { due })}</p>
      <button type="button" class="button button-main round-big" onClick={() => setAsking(true)}>
        {rt("walk.safe-yes")}
      </button>
      <SafeDialog item={item} open={asking} onClose={() => setAsking(false)} />
    </Notice>
  );
}

function Left({ item }: { item: RoundItem }) {
  const self = useHasLeft(item);
  const gone = item.members.filter((member) => member.leftAt !== null);
  if (gone.length === 0) return null;
  return (
    <Notice kind="error" icon="people" title={rt("walk.left-title")}>
      <p>{self ? rt("walk.left-self") : rt("walk.left", { name: gone[0]!.fullName })}</p>
    </Notice>
  );
}

export function RoundLinks({ item }: { item: RoundItem }) {
  const all = item.complexes.length * checkItems.length;
  return (
    <List label={rt("walk.more")}>
      {item.kind === "inspection" && (
        <Entry
          href={`/round/${item.id}/checks`}
          icon="list"
          title={rt("walk.checks")}
          sub={rt("walk.checks-sub", { done: item.checks.length, all })}
        />
      )}
      <Entry
        href={`/round/${item.id}/summary`}
        icon="text"
        title={rt("walk.summary")}
        sub={rt("walk.summary-sub")}
      />
    </List>
  );
}

function Saar() {
  return (
    <More icon="eye" title={rt("walk.saar")}>
      <ol class="steps">
        <li>{rt("walk.saar-1")}</li>
        <li>{rt("walk.saar-2")}</li>
        <li>{rt("walk.saar-3")}</li>
        <li>{rt("walk.saar-4")}</li>
      </ol>
    </More>
  );
}

function Leave({ item }: { item: RoundItem }) {
  const core = useCore();
  const [asking, setAsking] = useState(false);
  // The last one does not leave but ends it.
  if (item.members.filter((member) => member.leftAt === null).length < 2) return null;
  return (
    <>
      <button type="button" class="button button-quiet" onClick={() => setAsking(true)}>
        {rt("walk.leave")}
      </button>
      <Confirm
      wide
      large
        title={rt("walk.leave-title")}
        open={asking}
        yes={rt("walk.leave-yes")}
        onYes={() => core.rounds.leave(item.id)}
        onClose={() => setAsking(false)}
      >
        <p>{rt("walk.leave-why")}</p>
      </Confirm>
    </>
  );
}
