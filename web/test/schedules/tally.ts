/** What a run met with, for the line that is printed at its end. */
export class Tally {
  schedules = 0;
  mutations = 0;
  photos = 0;
  requests = 0;
  readonly faults: Record<string, number> = {};
  readonly events: Record<string, number> = {};

  fault(name: string): void {
    this.faults[name] = (this.faults[name] ?? 0) + 1;
  }

  event(name: string): void {
    this.events[name] = (this.events[name] ?? 0) + 1;
  }
}
