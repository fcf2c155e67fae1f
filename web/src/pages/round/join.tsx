import { useState } from "preact/hooks";
import { dayName } from "../../core/amsterdam";
import { readInvite } from "../../core/round-code";
import { navigate, route } from "../../router";
import { Button } from "../../ui/button";
import { Field, Select } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { useCore } from "../core";
import { useTask } from "../task";
import { Line112 } from "./line112";
import { canScan, Scanner } from "./scanner";
import { rt } from "./words";
import "./round.css";

/** The second phone: by the camera app's link, by scanning here, or by typing six characters. */
export default function JoinRound() {
  const core = useCore();
  const task = useTask();
  const [typed, setTyped] = useState(() => readInvite(route.value.hash)?.code ?? "");
  const [scanned, setScanned] = useState(() => readInvite(route.value.hash));
  const [scanning, setScanning] = useState(false);
  const mine = core.session.account.value?.districts ?? [];
  const [district, setDistrict] = useState(mine[0] ?? "");
  const districts = core.places.districts.value.filter(({ id }) => mine.includes(id));

  const join = (event?: Event) => {
    event?.preventDefault();
    void task.run(async () => {
      const isAsScanned = scanned !== null && scanned.code === typed;
      const invite = isAsScanned ? scanned : core.rounds.readInvite(typed, district);
      const id = await core.rounds.join(invite);
      navigate(`/round/${id}`, { replace: true });
    });
  };
  return (
    <Page title={rt("pair.join-title")} back={{ href: "/round", label: rt("round.title") }}>
      <Line112 />
      {scanning ? (
        <Scanner
          onStop={() => setScanning(false)}
          onFound={(invite) => {
            setScanning(false);
            setScanned(invite);
            setTyped(invite.code);
          }}
        />
      ) : (
        <form class="stack-wide" noValidate onSubmit={join}>
          {task.error && (
            <Notice kind="error" title={rt("round.failed")}>
              <p>{task.error}</p>
            </Notice>
          )}
          {scanned?.code === typed ? (
            <Notice kind="done">
              <p>{rt("pair.join-found", { code: scanned.code })}</p>
              <p>{rt("pair.join-day", { day: dayName(scanned.day) })}</p>
            </Notice>
          ) : (
            <p>{rt("pair.join-how")}</p>
          )}
          <Field
            label={rt("pair.join-code")}
            hint={rt("pair.join-hint")}
            value={typed}
            capitalize="characters"
            spellcheck={false}
            maxLength={60}
            onInput={setTyped}
          />
          {districts.length > 1 && !scanned && (
            <Select
              label={rt("begin.district")}
              value={district}
              options={districts.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={setDistrict}
            />
          )}
          <Button kind="main" type="submit" icon="people" wide busy={task.busy}>
            {rt("pair.join")}
          </Button>
          {canScan() && (
            <Button icon="camera" wide onClick={() => setScanning(true)}>
              {rt("pair.scan")}
            </Button>
          )}
        </form>
      )}
    </Page>
  );
}
