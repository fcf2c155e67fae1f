let sentences: Record<string, string> = {};

/** Volunteers and tenants each have a catalogue, and neither loads the other's. */
export function speak(known: Record<string, string>): void {
  sentences = known;
}

/** The server, or this phone, says no. `message` is a plain sentence that says what to do. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message?: string,
    /** The whole answer, for the few refusals that say more: an import names its rows. */
    readonly body?: unknown,
  ) {
    super(message ?? sentence(code));
    this.name = "Refused";
  }
}

/** There was no answer from our own server. What was asked may still have happened. */
export class NoConnection extends Error {
  readonly code = "no-connection";

  constructor() {
    super(sentence("no-connection"));
    this.name = "NoConnection";
  }
}

export function sentence(code: string): string {
  return sentences[code] ?? sentences["unknown"] ?? code;
}
