import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { badges, readsConcerns } from "../badge";
import { useCore } from "../core";
import { useTask } from "../task";
import { route } from "../../router";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Field, PasswordField } from "../../ui/field";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { useNews, useOffice } from "./office";
import { st } from "./words";
import "./staff.css";

const DOING = ["click", "input"];

/** Around every staff screen: the live line, what is wrong with it, and signing in again. */
export function Frame(props: { children: ComponentChildren }) {
  const core = useCore();
  const office = useOffice();
  useEffect(() => office.watch(), [office]);
  useEffect(() => {
    office.loadPlaces().catch(() => {});
  }, [office, office.expired.value, office.offline.value]);
  useEffect(() => {
    // What was said about the last thing done is over with the next.
    const over = () => announce("");
    for (const name of DOING) document.addEventListener(name, over, true);
    return () => DOING.forEach((name) => document.removeEventListener(name, over, true));
  }, []);
  useNews(office, async () => {
    const { id, role } = core.session.account.value ?? {};
    if (!id || role === "admin" || role === "volunteer") return;
    readsConcerns.value = await office.concerns.mayRead(id);
  });
  useNews(office, async () => {
    if (core.session.account.value?.role !== "coordinator") return;
    const parked = (await office.setup.parked()).filter((one) => one.state === "parked");
    badges.value = { ...badges.value, "/quarantine": parked.length };
  });
  return (
    <>
      <div role="status" class="staff-status">
        {office.offline.value && (
          <Notice kind="offline">
            <p>{st("staff.offline")}</p>
          </Notice>
        )}
      </div>
      {props.children}
      <SignInAgain />
    </>
  );
}

const ROOMS = ["places", "categories", "guide", "people"] as const;
const OWN = ["walkers", "print"] as const;

export function SetupNav() {
  const role = useCore().session.account.value?.role;
  // Who only reads the guide sets up nothing.
  if (role === "caretaker") return null;
  return (
    <nav class="setup-nav" aria-label={st("setup.nav")}>
      {[...ROOMS, ...(role === "coordinator" ? OWN : [])].map((room) => (
        <a
          key={room}
          href={`/setup/${room}`}
          aria-current={route.value.path === `/setup/${room}` ? "page" : undefined}
        >
          {st(`staff.${room}`)}
        </a>
      ))}
    </nav>
  );
}

function SignInAgain() {
  const core = useCore();
  const office = useOffice();
  const task = useTask();
  const name = useSignal(core.session.account.value?.name ?? "");
  const password = useSignal("");
  const send = () =>
    task.run(async () => {
      await core.session.signIn(name.value, password.value);
      password.value = "";
      office.expired.value = false;
      office.lookAgain();
    });
  return (
    <Dialog
      title={st("staff.expiredTitle")}
      open={office.expired.value}
      onClose={() => (office.expired.value = false)}
      actions={
        <Button kind="quiet" onClick={() => (office.expired.value = false)}>
          {st("staff.close")}
        </Button>
      }
    >
      <p>{st("staff.expired")}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field
          label={st("staff.name")}
          name="name"
          autocomplete="username"
          capitalize="none"
          value={name.value}
          onInput={(value) => (name.value = value)}
        />
        <PasswordField
          label={st("staff.password")}
          name="password"
          error={task.error}
          value={password.value}
          onInput={(value) => (password.value = value)}
          words={{ show: st("staff.show"), hide: st("staff.hide") }}
        />
        <Button kind="strong" type="submit" busy={task.busy}>
          {st("staff.signIn")}
        </Button>
      </form>
    </Dialog>
  );
}
