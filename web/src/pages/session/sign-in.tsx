import { useState } from "preact/hooks";
import { t } from "../../core/messages/index";
import { navigate, route } from "../../router";
import { Button } from "../../ui/button";
import { Field, PasswordField } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { CallCoordinator } from "../call-coordinator";
import { useCore } from "../core";
import { LanguageChoice } from "../language-choice";
import { useTask } from "../task";

/** No puzzle, no time limit, paste allowed; what was typed stays after a refusal. */
export default function SignIn() {
  const core = useCore();
  const again = core.session.state.value === "expired";
  const [name, setName] = useState(core.session.account.value?.name ?? "");
  const [password, setPassword] = useState("");
  const [empty, setEmpty] = useState(false);
  const task = useTask();

  const signIn = async (event: Event) => {
    event.preventDefault();
    const incomplete = name.trim() === "" || password === "";
    setEmpty(incomplete);
    if (incomplete) return;
    const done = await task.run(() => core.session.signIn(name.trim(), password));
    if (!done) return;
    // Whoever scanned the other's code before signing in still wants to walk along.
    const { path, hash } = route.value;
    navigate(path === "/round/join" ? `${path}#${hash}` : "/", { replace: true });
  };
  const problem = empty ? t("session.empty") : task.error;

  return (
    <Page title={again ? t("session.again") : t("session.title")}>
      <p class="lead">{again ? t("session.again-why") : t("session.lead")}</p>
      <LanguageChoice />
      <form class="stack-wide" onSubmit={(event) => void signIn(event)} noValidate>
        {problem && (
          <Notice kind="error" title={t("session.failed")}>
            <p>{problem}</p>
          </Notice>
        )}
        <Field
          label={t("session.name")}
          name="name"
          value={name}
          autocomplete="username"
          capitalize="none"
          spellcheck={false}
          required
          onInput={setName}
        />
        <PasswordField
          label={t("session.password")}
          name="password"
          value={password}
          required
          words={{ show: t("session.show"), hide: t("session.hide") }}
          onInput={setPassword}
        />
        <Button kind="main" type="submit" icon="key" wide busy={task.busy}>
          {t("session.sign-in")}
        </Button>
      </form>
      {!again && (
        <Button href="/invitation" icon="message" wide>
          {t("session.have-code")}
        </Button>
      )}
      <p class="soft small">{t("session.forgot-hint")}</p>
      <CallCoordinator />
    </Page>
  );
}
