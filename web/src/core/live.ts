import type { Environment } from "./environment";

export interface LiveOptions {
  listen: NonNullable<Environment["live"]>;
  schedule: Environment["schedule"];
  onChange(): void;
}

const GATHER = 50;
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 60_000;

/** Says "look again" once for a burst, and whenever the line was down: changes may have passed. */
export function watchLive({ listen, schedule, onChange }: LiveOptions): () => void {
  let close = () => {};
  let cancelTell: (() => void) | null = null;
  let cancelRetry = () => {};
  let pause = FIRST_PAUSE;

  const tell = () => {
    cancelTell ??= schedule(() => {
      cancelTell = null;
      onChange();
    }, GATHER);
  };
  const connect = () => {
    let gone = false;
    close = listen(
      () => {
        pause = FIRST_PAUSE;
        tell();
      },
      () => {
        if (gone) return;
        gone = true;
        close();
        tell();
        cancelRetry = schedule(connect, pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      },
    );
  };
  connect();
  return () => {
    cancelTell?.();
    cancelRetry();
    close();
  };
}
