import { useEffect, useState } from "preact/hooks";
import type { InvitationPreview } from "../../core/index";
import { t } from "../../core/messages/index";
import { moment } from "../../core/messages/moment";
import { navigate, route } from "../../router";
import { Button } from "../../ui/button";
import { Field, PasswordField } from "../../ui/field";
import { isApplePhone, isInstalled } from "../../ui/install";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { useCore } from "../core";
import { InstallSteps } from "../home/install-offer";
import { LanguageChoice } from "../language-choice";
import { useTask } from "../task";

/** A typed code or a link with the code behind the hash, which never reaches a server's log. */
export default function Invitation() {
  const core = useCore();
  const [code, setCode] = useState(route.peek().hash);
  const [invitation, setInvitation] = useState<InvitationPreview | null>(null);
  const task = useTask();

  const [empty, setEmpty] = useState(false);
  const look = async () => {
    setEmpty(code.trim() === "");
    if (code.trim() !== "") await task.run(async () => setInvitation(await core.session.preview(code)));
  };
  useEffect(() => {
    if (!code) return;
    // Out of the address bar, and so out of the history of a shared phone.
    history.replaceState(null, "", "/invitation");
    void look();
  }, []);

  return (
    <Page title={t("invitation.title")}>
      <LanguageChoice beforeReload={() => history.replaceState(null, "", here(code))} />
      {isApplePhone() && !isInstalled() && <InstallFirst code={code} />}
      {invitation ? (
        <Accept
          code={code}
          invitation={invitation}
          onAnother={() => {
            setInvitation(null);
            setCode("");
          }}
        />
      ) : (
        <form
          class="stack-wide"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void look();
          }}
        >
          <Field
            label={t("invitation.code")}
            hint={t("invitation.code-hint")}
            value={code}
            capitalize="characters"
            spellcheck={false}
            error={empty ? t("invitation.code-empty") : task.error}
            onInput={setCode}
          />
          <Button kind="main" type="submit" icon="next" wide busy={task.busy}>
            {t("invitation.look")}
          </Button>
        </form>
      )}
      <Button kind="quiet" href="/sign-in">
        {t("invitation.sign-in")}
      </Button>
    </Page>
  );
}

/** What was typed or scanned goes along to the other language, and out of sight again there. */
function here(code: string): string {
  return `/invitation#${code.replace(/[^0-9a-z]/gi, "")}`;
}

function InstallFirst({ code }: { code: string }) {
  return (
    <Notice icon="install" title={t("invitation.install-title")}>
      <p>{t("invitation.install-why")}</p>
      {code && (
        <>
          <p>{t("invitation.install-code")}</p>
          <p>
            <bdi class="code">{code}</bdi>
          </p>
        </>
      )}
      <InstallSteps />
    </Notice>
  );
}

function Accept(props: { code: string; invitation: InvitationPreview; onAnother: () => void }) {
  const { fullName, role, districts, expiresAt, name: known } = props.invitation;
  const core = useCore();
  const [name, setName] = useState(known ?? "");
  const [password, setPassword] = useState("");
  const [empty, setEmpty] = useState(false);
  const task = useTask();

  const accept = async (event: Event) => {
    event.preventDefault();
    const incomplete = name.trim() === "" || password === "";
    setEmpty(incomplete);
    if (incomplete) return;
    const done = await task.run(() => core.session.accept(props.code, name.trim(), password));
    if (done) navigate("/", { replace: true });
  };
  const problem = empty ? t(known ? "invitation.again-empty" : "invitation.empty") : task.error;

  return (
    <>
      <dl class="facts">
        <div>
          <dt>{t("invitation.for")}</dt>
          <dd dir="auto">{fullName}</dd>
        </div>
        <div>
          <dt>{t("invitation.role")}</dt>
          <dd>{t(`role.${role}`)}</dd>
        </div>
        <div>
          <dt>{t("invitation.districts")}</dt>
          <dd dir="auto">{districts.join(", ") || t("invitation.all-districts")}</dd>
        </div>
        {known && (
          <div>
            <dt>{t("invitation.again")}</dt>
            <dd dir="auto">{known}</dd>
          </div>
        )}
      </dl>
      <p class="soft small">{t("invitation.until", { moment: moment(expiresAt) })}</p>
      <form class="stack-wide" noValidate onSubmit={(event) => void accept(event)}>
        {problem && (
          <Notice kind="error" title={t("invitation.failed")}>
            <p>{problem}</p>
          </Notice>
        )}
        {known ? (
          <p>{t("invitation.again-why")}</p>
        ) : (
          <Field
            label={t("invitation.name")}
            hint={t("invitation.name-hint")}
            name="name"
            value={name}
            autocomplete="username"
            capitalize="none"
            spellcheck={false}
            onInput={setName}
          />
        )}
        <PasswordField
          label={t("invitation.password")}
          hint={t("invitation.password-hint")}
          name="password"
          autocomplete="new-password"
          value={password}
          words={{ show: t("session.show"), hide: t("session.hide") }}
          onInput={setPassword}
        />
        <Button kind="main" type="submit" icon="check" wide busy={task.busy}>
          {t(known ? "invitation.again-accept" : "invitation.accept")}
        </Button>
      </form>
      <Button kind="quiet" onClick={props.onAnother}>
        {t("invitation.another")}
      </Button>
    </>
  );
}
