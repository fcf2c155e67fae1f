import type { AlarmItem, RoundItem } from "../../core/index";
import { dayAndHour, hourOf } from "../../core/amsterdam";
import { t } from "../../core/messages/index";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chip";
import { Notice } from "../../ui/notice";
import { useCore } from "../core";

const halfDay = 12 * 3_600_000;

/** Whether there is a round that its walkers must see wherever they are. */
export function hasRound(core: ReturnType<typeof useCore>): boolean {
  return core.rounds.items.value.some((one) => calls(core, one));
}

/** On top of home: the round that goes on, or where to begin one. */
export function RoundCard() {
  const core = useCore();
  const item = core.rounds.items.value.find((one) => calls(core, one));
  if (!item) {
    return (
      <Button icon="route" wide href="/round">
        {next(core) ?? t("round.begin")}
      </Button>
    );
  }
  const alarms = core.alarms.openOf(item.id);
  const isOut = item.members.length > 0 && item.state !== "finished" && item.dueBackAt !== null;
  const said = core.rounds.claim(item);
  return (
    <Notice kind={alarms.length > 0 ? "error" : "info"} icon="route" title={title(item, alarms)}>
      {isOut && (
        <>
          <p>{t("round.due", { due: hourOf(item.dueBackAt!) })}</p>
          {(alarms.length === 0 || said.kind !== "watched") && (
            <Chip icon={said.kind === "watched" ? "eye" : "eye-off"}>
              {t(`round.${said.kind}`)}
            </Chip>
          )}
        </>
      )}
      <Button kind="main" icon="next" wide href={`/round/${item.id}`}>
        {t("round.open")}
      </Button>
    </Notice>
  );
}

/** The first that is planned from now on, so that nobody forgets it. */
function next(core: ReturnType<typeof useCore>): string | null {
  const now = core.rounds.now();
  const [first] = core.rounds.items.value
    .filter(({ state, startsAt }) => state === "planned" && Date.parse(startsAt ?? "") > now - halfDay)
    .map(({ startsAt }) => startsAt!)
    .sort();
  return first ? t("round.next", { day: dayAndHour(first) }) : null;
}

/** Under way, asked to end and not yet confirmed, refused just now, or with an alarm open. */
function calls(core: ReturnType<typeof useCore>, item: RoundItem): boolean {
  if (item.id === core.rounds.running.value?.id) return true;
  if (core.alarms.openOf(item.id).length > 0) return true;
  if (item.wishes.some(({ name }) => name === "round.finish")) return true;
  const begun = core.rounds.running.value === null && item.members.length === 0;
  return begun && item.refusals.some(({ at }) => core.rounds.now() - Date.parse(at) < halfDay);
}

function title(item: RoundItem, alarms: AlarmItem[]): string {
  // A call is an alarm from the moment the server has it, and not a moment earlier.
  if (alarms.some(({ receipt }) => receipt === "received")) return t("round.alarm");
  if (alarms.some(({ receipt }) => receipt !== "refused")) return t("round.calling");
  if (alarms.length > 0) return t("round.not-called");
  if (item.wishes.some(({ name }) => name === "round.finish")) return t("round.ending");
  if (item.refusals.length > 0 && item.members.length === 0) return t("round.refused");
  return t(item.isConfirmed ? "round.together" : "round.unconfirmed");
}
