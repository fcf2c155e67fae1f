import { useState } from "preact/hooks";
import { t } from "../../core/messages/index";
import { lookForUpdate } from "../../core/update";
import { navigate } from "../../router";
import { Button } from "../../ui/button";
import { Choice } from "../../ui/choice";
import { Dialog } from "../../ui/dialog";
import { Notice } from "../../ui/notice";
import { lazy } from "../../ui/lazy";
import { Page } from "../../ui/page";
import { chooseTheme, theme, type Theme } from "../../ui/theme";
import { CallCoordinator } from "../call-coordinator";
import { useCore } from "../core";
import { InstallOffer } from "../home/install-offer";
import { LanguageChoice } from "../language-choice";
import { SyncChip, SyncNotices } from "../sync-chip";
import { useTask } from "../task";
import { Contacts } from "./contacts";
import { Introduction } from "./introduction";
import { Phones } from "./phones";

/** With the staff's screens: a volunteer's phone does not hold it. */
const Print = lazy(
  () => import("../staff/print"),
  () => null,
  (again) => (
    <Button icon="refresh" wide onClick={again}>
      {t("shell.again")}
    </Button>
  ),
);

export default function Settings() {
  const core = useCore();
  const account = core.session.account.value;
  return (
    <Page title={t("settings.title")} back={{ href: "/", label: t("shell.back"), trail: true }}>
      <SyncNotices />
      {account && (
        <section class="stack">
          <h2>{t("settings.who")}</h2>
          <dl class="facts">
            <div>
              <dt>{t("settings.full-name")}</dt>
              <dd dir="auto">{account.fullName}</dd>
            </div>
            <div>
              <dt>{t("settings.role")}</dt>
              <dd>{t(`role.${account.role}`)}</dd>
            </div>
            <div>
              <dt>{t("settings.name")}</dt>
              <dd dir="auto">{account.name}</dd>
            </div>
            <Districts ids={account.districts} />
          </dl>
        </section>
      )}
      {account?.role === "volunteer" && <Introduction />}
      <Contacts />
      <Colours />
      <section class="stack">
        <h2>{t("settings.device")}</h2>
        <SyncChip />
        <InstallOffer />
        <Button icon="upload" wide href="/unsent">
          {t("home.unsent")}
        </Button>
        <Update />
      </section>
      <Phones />
      <section class="stack">
        <h2>{t("settings.holds")}</h2>
        <ul class="bullets">
          <li>{t("settings.holds-drafts")}</li>
          <li>{t("settings.holds-copy")}</li>
          <li>{t("settings.holds-no")}</li>
        </ul>
        <p>{t("settings.holds-lost")}</p>
        <CallCoordinator />
      </section>
      {(account?.role === "caretaker" || account?.role === "coordinator") && <Print />}
      <SignOut />
    </Page>
  );
}

function Districts({ ids }: { ids: string[] }) {
  const names = useCore()
    .places.districts.value.filter((district) => ids.includes(district.id))
    .map((district) => district.name);
  if (names.length === 0) return null;
  return (
    <div>
      <dt>{t("settings.districts")}</dt>
      <dd dir="auto">{names.join(", ")}</dd>
    </div>
  );
}

function Colours() {
  const [chosen, setChosen] = useState(theme);
  return (
    <section class="stack">
      <h2>{t("settings.screen")}</h2>
      <LanguageChoice />
      <Choice
        legend={t("settings.theme")}
        value={chosen}
        options={[
          { value: "system", label: t("settings.system"), icon: "device" },
          { value: "light", label: t("settings.light"), icon: "sun" },
          { value: "dark", label: t("settings.dark"), icon: "moon" },
          {
            value: "contrast",
            label: t("settings.contrast"),
            hint: t("settings.contrast-hint"),
            icon: "contrast",
          },
        ]}
        onChange={(value) => {
          chooseTheme(value as Theme);
          setChosen(value as Theme);
        }}
      />
    </section>
  );
}

function Update() {
  const task = useTask();
  const [found, setFound] = useState<boolean | null>(null);
  return (
    <>
      <Button
        icon="refresh"
        wide
        busy={task.busy}
        onClick={() => void task.run(async () => setFound(await lookForUpdate()))}
      >
        {t("settings.update")}
      </Button>
      <p role="status" class="small">
        {task.error ??
          (found === null ? "" : t(found ? "settings.update-found" : "settings.update-none"))}
      </p>
    </>
  );
}

function SignOut() {
  const core = useCore();
  const [asking, setAsking] = useState(false);
  const task = useTask();
  const { unsent, missingPhotos } = core.sync.status.value;
  const left = unsent + missingPhotos + core.drafts.items.value.length;
  const signOut = async () => {
    const done = await task.run(() => core.session.signOut());
    if (done) navigate("/sign-in", { replace: true });
  };
  return (
    <>
      <Button icon="exit" wide onClick={() => setAsking(true)}>
        {t("settings.sign-out")}
      </Button>
      <Dialog
        title={t("settings.sign-out-title")}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="strong" icon="exit" wide busy={task.busy} onClick={() => void signOut()}>
              {t("settings.sign-out")}
            </Button>
            <Button wide onClick={() => setAsking(false)}>
              {t("shell.cancel")}
            </Button>
          </>
        }
      >
        {task.error && (
          <Notice kind="error" title={t("settings.failed")}>
            <p>{task.error}</p>
            <p>{t("settings.sign-out-offline")}</p>
          </Notice>
        )}
        <p>
          {left > 0
            ? t("settings.sign-out-unsent", { count: left })
            : t("settings.sign-out-clean")}
        </p>
      </Dialog>
    </>
  );
}
