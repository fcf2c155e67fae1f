import { signal } from "@preact/signals";
import type { Http } from "./http";
import type { Phone } from "./phone";

/** Whom to call. Asked without a session, and kept, so that it is there when nothing else works. */
export class Helpline {
  readonly number = signal<string | null>(null);

  constructor(
    private readonly phone: Phone,
    private readonly http: Http,
  ) {}

  async restore(): Promise<void> {
    const kept = await this.phone.shared
      .read(["meta"], (tx) => tx.objectStore("meta").get("helpline") as Promise<string | undefined>)
      .catch(() => undefined);
    this.number.value = kept ?? null;
  }

  /** Without an answer of our own server the number that was known stays. */
  async refresh(): Promise<void> {
    const answer = await this.http.answer("GET", "/api/helpline").catch(() => null);
    const found = (answer?.json as { phone?: unknown } | undefined)?.phone;
    if (answer?.status !== 200 || typeof found !== "string") return;
    const number = found || null;
    if (number === this.number.value) return;
    this.number.value = number;
    await this.phone.shared
      .write(["meta"], async (tx) => void (await tx.objectStore("meta").put(found, "helpline")))
      .catch(() => {});
  }
}
