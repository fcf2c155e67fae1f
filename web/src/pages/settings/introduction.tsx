import { useEffect, useMemo, useState } from "preact/hooks";
import { browserEnvironment } from "../../core/browser";
import {
  firstOf,
  openIntroduction,
  square,
  type Introduction as Value,
  type Portrait,
} from "../../core/introduction";
import { t, translator } from "../../core/messages/index";
import { nlIntroduction } from "../../core/messages/nl-introduction";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Field } from "../../ui/field";
import { FilePick } from "../../ui/file-pick";
import { announce } from "../../ui/live";
import { Notice } from "../../ui/notice";
import { Loading } from "../../ui/state";
import { useCore } from "../core";
import { sentence, useTask } from "../task";
import { Face } from "./face";

const it = translator("introduction", nlIntroduction);

/** Consent: what tenants will see is shown first, and it ends with one tap and one yes. */
export function Introduction() {
  const core = useCore();
  const office = useMemo(() => openIntroduction(core.ask), [core]);
  const [known, setKnown] = useState<Value | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [writing, setWriting] = useState(false);
  const load = async () => {
    try {
      setKnown(await office.get());
      setProblem(null);
    } catch (error) {
      setProblem(sentence(error));
    }
  };
  useEffect(() => void load(), []);
  const fullName = core.session.account.value?.fullName ?? "";
  return (
    <section class="stack">
      <h2>{it("introduction.title")}</h2>
      <p>{it("introduction.why")}</p>
      <p>{it("introduction.never")}</p>
      {!known && !problem && <Loading label={it("introduction.loading")} />}
      {problem && (
        <Notice kind="offline">
          <p>{problem}</p>
          <p>{it("introduction.offline")}</p>
          <Button icon="refresh" onClick={() => void load()}>
            {t("shell.again")}
          </Button>
        </Notice>
      )}
      {known && !writing && (
        <Standing
          known={known}
          write={() => setWriting(true)}
          withdraw={async () => {
            await office.withdraw();
            await load();
          }}
        />
      )}
      {known && writing && (
        <Form
          known={known}
          firstName={known.firstName ?? firstOf(fullName)}
          cancel={() => setWriting(false)}
          show={async (name, picture, fresh) => {
            await office.show(name, picture, fresh);
            await load();
            setWriting(false);
            announce(it("introduction.done"));
          }}
        />
      )}
    </section>
  );
}

function Standing(props: { known: Value; write: () => void; withdraw: () => Promise<void> }) {
  const { known } = props;
  const core = useCore();
  const task = useTask();
  const [asking, setAsking] = useState(false);
  if (!known.shown) {
    return (
      <>
        <p>
          <strong>{it("introduction.hidden")}</strong> {it("introduction.free")}
        </p>
        <Button icon="user" wide onClick={props.write}>
          {it("introduction.start")}
        </Button>
      </>
    );
  }
  const stop = async () => {
    const done = await task.run(props.withdraw);
    if (!done) return;
    setAsking(false);
    announce(it("introduction.stopped"));
  };
  return (
    <>
      <p>
        <strong>{it("introduction.shown")}</strong>
      </p>
      <Face
        name={known.firstName ?? ""}
        picture={known.picture}
        load={(sha256) => core.photos.bytes(sha256)}
      />
      <div class="row">
        <Button onClick={props.write}>{it("introduction.change")}</Button>
        <Button icon="eye-off" onClick={() => setAsking(true)}>
          {it("introduction.stop")}
        </Button>
      </div>
      <Dialog
        title={it("introduction.stopTitle")}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="strong" wide busy={task.busy} onClick={() => void stop()}>
              {it("introduction.stopYes")}
            </Button>
            <Button wide onClick={() => setAsking(false)}>
              {t("shell.cancel")}
            </Button>
          </>
        }
      >
        <p>{it("introduction.stopText")}</p>
        {task.error && (
          <Notice kind="error">
            <p>{task.error}</p>
          </Notice>
        )}
      </Dialog>
    </>
  );
}

function Form(props: {
  known: Value;
  firstName: string;
  cancel: () => void;
  show: (name: string, picture: string | null, fresh: Portrait | null) => Promise<void>;
}) {
  const core = useCore();
  const [name, setName] = useState(props.firstName);
  const [picture, setPicture] = useState(props.known.picture);
  const [fresh, setFresh] = useState<Portrait | null>(null);
  const [tried, setTried] = useState(false);
  const choosing = useTask();
  const showing = useTask();
  const choose = (file: File) =>
    choosing.run(async () => {
      const bytes = await square(file);
      const sha256 = await browserEnvironment().sha256(bytes);
      setFresh({ sha256, bytes });
      setPicture(sha256);
    });
  const drop = () => {
    setFresh(null);
    setPicture(null);
  };
  const show = () => {
    setTried(true);
    if (!name.trim()) return;
    void showing.run(() => props.show(name.trim(), picture, fresh));
  };
  const load = async (sha256: string) =>
    fresh?.sha256 === sha256 ? fresh.bytes : core.photos.bytes(sha256);
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
    >
      <Field
        label={it("introduction.name")}
        value={name}
        maxLength={40}
        autocomplete="given-name"
        error={tried && !name.trim() ? it("introduction.needName") : null}
        onInput={setName}
      />
      <div class="row">
        <FilePick
          icon="photo"
          label={it(picture ? "introduction.otherPhoto" : "introduction.photo")}
          accept="image/*"
          busy={choosing.busy}
          onPick={([file]) => file && void choose(file)}
        />
        {picture && (
          <Button icon="trash" onClick={drop}>
            {it("introduction.noPhoto")}
          </Button>
        )}
      </div>
      <div role="status">{choosing.busy && <Loading label={it("introduction.photoBusy")} />}</div>
      <h3>{it("introduction.preview")}</h3>
      <Face name={name} picture={picture} load={load} />
      {(choosing.error ?? showing.error) && (
        <Notice kind="error">
          <p>{choosing.error ?? showing.error}</p>
        </Notice>
      )}
      <Button kind="strong" type="submit" wide busy={showing.busy}>
        {it("introduction.yes")}
      </Button>
      <Button wide onClick={props.cancel}>
        {t("shell.cancel")}
      </Button>
    </form>
  );
}
