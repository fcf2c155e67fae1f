import { signal, type Signal } from "@preact/signals";
import { isRevoked, said, type Answer, type Http } from "./http";
import type { Phone } from "./phone";
import { NoConnection, Refused } from "./refused";
import type { SessionState } from "./shapes";
import type { Account, InvitationPreview } from "./values";

interface Kept {
  account: Account | null;
  csrf: string | null;
  state: SessionState;
  /** The office took this phone out; stays said until somebody signs in. */
  revoked?: boolean;
}

/** Who is signed in. Offline the last person stays, so that writing and drafting go on. */
export class Session {
  readonly account: Signal<Account | null>;
  readonly state = signal<SessionState>("unknown");
  readonly revoked = signal(false);

  constructor(
    private readonly phone: Phone,
    private readonly http: Http,
  ) {
    this.account = phone.account;
  }

  /** What this phone remembers, without asking the server. */
  async restore(): Promise<void> {
    const kept = await this.phone.shared
      .read(["meta"], (tx) => tx.objectStore("meta").get("session") as Promise<Kept | undefined>)
      .catch(() => undefined);
    if (kept) await this.show(kept);
  }

  async signIn(name: string, password: string): Promise<void> {
    await this.http.ask("POST", "/api/session", { name, password });
    await this.begin();
  }

  async signOut(): Promise<void> {
    try {
      await this.http.ask("DELETE", "/api/session");
    } catch (error) {
      if (!(error instanceof Refused && error.status === 401)) throw error;
    }
    await this.keep({ account: null, csrf: null, state: "signed-out" });
  }

  preview(code: string): Promise<InvitationPreview> {
    return this.http.ask("POST", "/api/invitations/preview", { code });
  }

  async accept(code: string, name: string, password: string): Promise<void> {
    await this.http.ask("POST", "/api/invitations/acceptance", { code, name, password });
    await this.begin();
  }

  /** Asks the server who this is. Answers whether it is still the same person. */
  async check(): Promise<boolean> {
    const before = this.account.value?.id;
    const answer = await this.http.answer("GET", "/api/session");
    const found = answer.json as { account?: Account; csrf?: string } | undefined;
    if (answer.status === 200 && found?.account && found.csrf) {
      const { account, csrf } = found;
      await this.keep({ account, csrf, state: "signed-in" });
    } else if (!(await this.shutOut(answer))) {
      throw new NoConnection();
    }
    return before !== undefined && before === this.account.value?.id;
  }

  /** Heeds a 401 of our own server; false when this is none. */
  async shutOut(answer: Answer): Promise<boolean> {
    if (answer.status !== 401 || !said(answer)) return false;
    await (isRevoked(answer) ? this.wipe() : this.expire());
    return true;
  }

  /** The server no longer knows the session; the account's own part of the phone stays open. */
  private async expire(): Promise<void> {
    const account = this.account.value;
    if (this.state.value === (account ? "expired" : "signed-out")) return;
    const state = account ? "expired" : "signed-out";
    await this.keep({ account, csrf: this.http.csrf, state });
  }

  /** Empties this account's part of the phone; the cookie stays, and tells the same again. */
  private async wipe(): Promise<void> {
    // Said first: an emptied phone must not look as if all of it had been sent.
    this.revoked.value = true;
    const kept: Kept = { account: null, csrf: null, state: "signed-out", revoked: true };
    try {
      if (this.phone.isOpen) await this.phone.wipe();
      await this.keep(kept);
    } catch (error) {
      // The screen is emptied all the same; the next start finds the account, and tries again.
      await this.show(kept);
      throw error;
    }
    await this.phone.env.forget?.();
  }

  private async begin(): Promise<void> {
    await this.check();
    if (this.account.value) return;
    throw new Refused(401, this.revoked.value ? "sync.revoked" : "signed-out");
  }

  private async keep(kept: Kept): Promise<void> {
    await this.phone.shared.write(["meta"], async (tx) => {
      await tx.objectStore("meta").put(kept, "session");
    });
    await this.show(kept);
    this.phone.tell();
  }

  private async show(kept: Kept): Promise<void> {
    this.http.csrf = kept.csrf;
    await this.phone.open(kept.account);
    this.state.value = kept.state;
    this.revoked.value = kept.revoked === true;
  }
}
