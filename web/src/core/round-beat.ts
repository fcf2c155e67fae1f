import { computed } from "@preact/signals";
import type { Alarms } from "./alarms";
import type { Phone } from "./phone";
import type { Pulse } from "./pulse";
import type { Rounds } from "./rounds";

/** What is asked for safety goes again this often; else the server's word is renewed. */
const pressing = 10_000;
const calm = 60_000;

/** While somebody is out, the phone asks the server more often than on the sofa. */
export function watchOver(
  phone: Phone,
  pulse: Pulse,
  rounds: Rounds,
  alarms: Alarms,
  nudge: () => void,
): void {
  const isPressing = computed(() =>
    phone.view.outbox.value.some(({ name }) => name.startsWith("round.") || name === "alarm.call"),
  );
  const isOpen = computed(() =>
    alarms.items.value.some(
      (item) => item.state !== "closed" && !item.practice && item.receipt !== "refused",
    ),
  );
  const isOut = computed(() => isPressing.value || isOpen.value || rounds.running.value !== null);
  let last = 0;
  pulse.runWhile(isOut, (now) => {
    void alarms.hurry();
    const since = now - last;
    if (since >= 0 && since < (isPressing.peek() ? pressing : calm)) return;
    last = now;
    nudge();
  });
}
