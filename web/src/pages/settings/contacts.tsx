import { useEffect, useMemo, useState } from "preact/hooks";
import { canPush, openContacts, subscribe, type Contact, type ContactKind, type ContactList } from "../../core/contacts";
import { t } from "../../core/messages/index";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chip";
import { Field } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { Loading } from "../../ui/state";
import { useCore } from "../core";
import { rt } from "../round/words";
import { sentence, useTask } from "../task";

const kinds: ContactKind[] = ["push", "email", "phone"];
const icons = { push: "device", email: "message", phone: "phone" } as const;

/** The ways in which the server may reach somebody; one without its code does not count. */
export function Contacts() {
  const core = useCore();
  const contacts = useMemo(() => openContacts(core.ask), [core]);
  const [known, setKnown] = useState<ContactList | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [adding, setAdding] = useState<ContactKind | null>(null);
  const load = async () => {
    try {
      setKnown(await contacts.list());
      setProblem(null);
    } catch (error) {
      setProblem(sentence(error));
    }
  };
  useEffect(() => void load(), []);
  const put = async (contact: { kind: ContactKind; address?: string; subscription?: unknown }) => {
    await contacts.add(core.newId(), contact);
    setAdding(null);
    await load();
  };
  const channels = known?.channels ?? kinds;
  return (
    <section class="stack">
      <h2>{rt("reach.title")}</h2>
      <p>{rt("reach.why")}</p>
      {!known && !problem && <Loading label={rt("reach.loading")} />}
      {problem && (
        <Notice kind="offline">
          <p>{problem}</p>
          <p>{rt("reach.offline")}</p>
          <Button icon="refresh" onClick={() => void load()}>
            {t("shell.again")}
          </Button>
        </Notice>
      )}
      {known?.contacts.length === 0 && <p>{rt("reach.none")}</p>}
      {known && (
        <ul class="stack">
          {known.contacts.map((contact) => (
            <ContactLine key={contact.id} contact={contact} contacts={contacts} reload={load} />
          ))}
        </ul>
      )}
      {known && channels.includes("push") && known.pushKey && (
        <AddPush pushKey={known.pushKey} onAdd={put} />
      )}
      {known && channels.includes("email") && (
        <AddAddress kind="email" open={adding === "email"} onOpen={setAdding} onAdd={put} />
      )}
      {known && channels.includes("phone") && (
        <AddAddress kind="phone" open={adding === "phone"} onOpen={setAdding} onAdd={put} />
      )}
    </section>
  );
}

type Put = (contact: {
  kind: ContactKind;
  address?: string;
  subscription?: unknown;
}) => Promise<void>;

function AddPush({ pushKey, onAdd }: { pushKey: string; onAdd: Put }) {
  const task = useTask();
  if (!canPush()) return <p class="small">{rt("reach.push-unsupported")}</p>;
  return (
    <>
      <Button
        icon="device"
        wide
        busy={task.busy}
        onClick={() =>
          void task.run(async () => onAdd({ kind: "push", subscription: await subscribe(pushKey) }))
        }
      >
        {rt("reach.add-push")}
      </Button>
      <Problem text={task.error} />
    </>
  );
}

function AddAddress(props: {
  kind: "email" | "phone";
  open: boolean;
  onOpen: (kind: ContactKind | null) => void;
  onAdd: Put;
}) {
  const { kind, open } = props;
  const task = useTask();
  const [address, setAddress] = useState("");
  const isPhone = kind === "phone";
  if (!open) {
    return (
      <Button icon={icons[kind]} wide onClick={() => props.onOpen(kind)}>
        {rt(`reach.add-${kind}`)}
      </Button>
    );
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void task.run(() => props.onAdd({ kind, address: address.trim() }));
      }}
    >
      <Field
        label={rt(isPhone ? "reach.number" : "reach.address")}
        hint={isPhone ? rt("reach.number-hint") : undefined}
        type={isPhone ? "tel" : "email"}
        autocomplete={isPhone ? "tel" : "email"}
        value={address}
        maxLength={200}
        error={task.error}
        onInput={setAddress}
      />
      <Button kind="main" type="submit" icon="sending" wide busy={task.busy}>
        {rt("reach.send")}
      </Button>
      <Button wide onClick={() => props.onOpen(null)}>
        {t("shell.cancel")}
      </Button>
    </form>
  );
}

function ContactLine(props: {
  contact: Contact;
  contacts: ReturnType<typeof openContacts>;
  reload: () => Promise<void>;
}) {
  const { contact, contacts, reload } = props;
  const task = useTask();
  const [code, setCode] = useState("");
  const [said, setSaid] = useState("");
  const isProven = contact.provenAt !== null;
  const state = contact.usable ? "proven" : isProven ? "unusable" : "unproven";
  // The address of a push channel is long and says nothing to a person.
  const name = contact.kind === "push" ? rt("reach.push") : contact.address;
  return (
    <li class="stack contact">
      <p>
        <strong dir="auto">{name}</strong>
      </p>
      <Chip icon={contact.usable ? "check" : "danger"} look="edged">
        {rt(`reach.${state}`)}
      </Chip>
      {!isProven && (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void task.run(async () => {
              await contacts.prove(contact.id, code);
              await reload();
            });
          }}
        >
          <Field
            label={rt("reach.code")}
            hint={rt("reach.code-sent")}
            inputMode="numeric"
            autocomplete="one-time-code"
            maxLength={9}
            value={code}
            onInput={setCode}
          />
          <Button kind="main" type="submit" icon="check" wide busy={task.busy}>
            {rt("reach.prove")}
          </Button>
          <Button
            icon="refresh"
            wide
            onClick={() =>
              void task.run(async () => {
                setSaid("");
                await contacts.sendCode(contact.id);
                setSaid(rt("reach.code-sent"));
              })
            }
          >
            {rt("reach.code-again")}
          </Button>
        </form>
      )}
      <Problem text={task.error} />
      <p role="status">{said}</p>
      <Button
        kind="quiet"
        icon="trash"
        label={rt("reach.remove-one", { what: name })}
        onClick={() =>
          void task.run(async () => {
            await contacts.remove(contact.id);
            await reload();
          })
        }
      >
        {rt("reach.remove")}
      </Button>
    </li>
  );
}

function Problem({ text }: { text: string | null }) {
  if (!text) return null;
  return (
    <Notice kind="error" title={rt("reach.failed")}>
      <p>{text}</p>
    </Notice>
  );
}
