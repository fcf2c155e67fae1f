import { useSignal } from "@preact/signals";
import { findPeople, type AccountRow, type NewInvitation } from "../../core/setup";
import { Button } from "../../ui/button";
import { Check, Field } from "../../ui/field";
import { Page } from "../../ui/page";
import { EmptyState, Loading } from "../../ui/state";
import { Frame, SetupNav } from "../staff/frame";
import { useLoaded } from "../staff/loaded";
import { useOffice } from "../staff/office";
import { Problem } from "../staff/problem";
import { st } from "../staff/words";
import { CodeDialog } from "./code-dialog";
import { InviteDialog } from "./invite-dialog";
import { Invitations } from "./invitations";
import { PersonCard } from "./person-card";
import "./setup.css";

/** Who takes part, on which devices, and who is still to come. */
export default function PeoplePage() {
  const office = useOffice();
  const inviting = useSignal(false);
  const made = useSignal<{ name: string; invitation: NewInvitation } | null>(null);
  const text = useSignal("");
  const revokedToo = useSignal(false);
  const accounts = useLoaded(() => office.setup.accounts());
  const invitations = useLoaded(() => office.setup.invitations());
  const all = accounts.value.value;
  const shown = found(all ?? [], text.value, revokedToo.value);
  const some = all !== null && all.length > 0;
  return (
    <Frame>
      <Page wide title={st("people.title")} under={<SetupNav />}>
        <div>
          <Button kind="strong" icon="plus" onClick={() => (inviting.value = true)}>
            {st("people.invite")}
          </Button>
        </div>
        <Invitations invitations={invitations} />
        <section class="stack" aria-labelledby="accounts">
          <h2 id="accounts">{st("people.accounts")}</h2>
          <Problem problem={accounts.problem.value} again={() => void accounts.load()} />
          {all === null && accounts.problem.value === null && (
            <Loading label={st("staff.loading")} />
          )}
          {all?.length === 0 && (
            <EmptyState icon="people" title={st("people.noAccounts")}>
              <p>{st("people.noAccountsText")}</p>
            </EmptyState>
          )}
          {some && (
            <div class="people-search">
              <Field
                type="search"
                label={st("people.search")}
                value={text.value}
                onInput={(value) => (text.value = value)}
              />
              <Check
                label={st("people.showRevoked")}
                checked={revokedToo.value}
                onChange={(on) => (revokedToo.value = on)}
              />
            </div>
          )}
          {some && (
            <p class="soft" role="status">
              {shown.length === 0
                ? st("people.noneFound")
                : st("people.found", { count: shown.length })}
            </p>
          )}
          <ul class="cards">
            {shown.map((person) => (
              <li key={person.id}>
                <PersonCard person={person} changed={accounts.load} />
              </li>
            ))}
          </ul>
        </section>
      </Page>
      {inviting.value && (
        <InviteDialog
          onClose={() => (inviting.value = false)}
          onMade={(name, invitation) => {
            inviting.value = false;
            made.value = { name, invitation };
            void invitations.load();
          }}
        />
      )}
      {made.value && <CodeDialog {...made.value} onClose={() => (made.value = null)} />}
    </Frame>
  );
}

function found(all: AccountRow[], text: string, revokedToo: boolean): AccountRow[] {
  return findPeople(all, text, (role) => st(`staff.roles.${role}`))
    .filter((person) => revokedToo || person.revokedAt === null)
    .sort((one, other) => one.fullName.localeCompare(other.fullName, "nl"));
}
