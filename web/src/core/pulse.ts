import { effect, signal, type ReadonlySignal } from "@preact/signals";
import type { Environment } from "./environment";

const second = 1_000;

/** A clock that only runs while somebody is out, and looks at the phone's own after every sleep. */
export class Pulse {
  readonly now = signal(0);
  private cancel: (() => void) | null = null;

  constructor(private readonly env: Environment) {
    this.now.value = env.now();
  }

  look(): void {
    this.now.value = this.env.now();
  }

  /** Ticks while this holds; each tick is told to `beat`. */
  runWhile(holds: ReadonlySignal<boolean>, beat: (now: number) => void): void {
    const tick = () => {
      this.look();
      beat(this.now.peek());
      this.cancel = this.env.schedule(tick, second);
    };
    effect(() => {
      if (holds.value && !this.cancel) {
        this.look();
        this.cancel = this.env.schedule(tick, second);
      } else if (!holds.value) {
        this.cancel?.();
        this.cancel = null;
      }
    });
    // A page that slept must not show for one second what held before it.
    this.env.onWake?.(() => {
      if (this.cancel) this.look();
    });
  }
}
