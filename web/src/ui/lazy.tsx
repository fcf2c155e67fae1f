import type { ComponentChild, FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";

/** A screen that is fetched when first shown. `wait` and `fail` are what stands there meanwhile. */
export function lazy<P extends object>(
  load: () => Promise<{ default: FunctionComponent<P> }>,
  wait: () => ComponentChild,
  fail: (again: () => void) => ComponentChild,
): FunctionComponent<P> {
  let arrived: FunctionComponent<P> | undefined;
  return function Lazy(props: P) {
    const [failed, setFailed] = useState(false);
    const [attempt, setAttempt] = useState(0);
    useEffect(() => {
      if (arrived) return;
      load().then(
        (module) => {
          arrived = module.default;
          setAttempt((n) => n + 1);
        },
        () => setFailed(true),
      );
    }, [attempt]);
    if (arrived) {
      const Screen = arrived;
      return <Screen {...props} />;
    }
    if (!failed) return <>{wait()}</>;
    return (
      <>
        {fail(() => {
          setFailed(false);
          setAttempt((n) => n + 1);
        })}
      </>
    );
  };
}
