import { useEffect, useErrorBoundary } from "preact/hooks";
import type { Core, Role } from "./core/index";
import { t } from "./core/messages/index";
import { partFor } from "./core/part";
import { CoreContext, useCore } from "./pages/core";
import { OtherPart } from "./pages/other-part";
import { match, navigate, route } from "./router";
import { screenAt } from "./screens";
import { Shell } from "./shell";
import { Button } from "./ui/button";
import { Page } from "./ui/page";
import { EmptyState, Loading } from "./ui/state";

/** Everything on the screen; all it knows comes from the core and the address bar. */
export function App({ core }: { core: Core }) {
  return (
    <CoreContext.Provider value={core}>
      <Shell>
        <Screen key={screenKey(route.value.path)} />
      </Shell>
    </CoreContext.Provider>
  );
}

/** A new address is a new screen, but the desk keeps its list while one item after another opens. */
function screenKey(path: string): string {
  return match("/desk/:id", path) ? "/desk" : path;
}

function Screen() {
  const [broken] = useErrorBoundary((problem) => console.error(problem));
  const core = useCore();
  const { path } = route.value;
  const state = core.session.state.value;
  const role = core.session.account.value?.role;
  const revoked = core.session.revoked.value;
  if (broken) return <Broken />;
  if (partFor(path, role !== undefined || revoked) === "tenants") return <OtherPart />;

  const screen = screenAt(path, state, role, revoked);
  if (screen === "wait") {
    return (
      <div class="page">
        <Loading label={t("shell.loading")} />
      </div>
    );
  }
  if (screen === "elsewhere") return <Elsewhere to={homeOf(role)} />;
  return screen ?? <Lost />;
}

function homeOf(role: Role | undefined): string {
  if (role === "volunteer") return "/";
  return role === "admin" ? "/setup/places" : "/desk";
}

function Elsewhere({ to }: { to: string }) {
  useEffect(() => navigate(to, { replace: true }), [to]);
  return null;
}

function Lost() {
  return (
    <Page title={t("shell.lost")} back={{ href: "/", label: t("shell.home") }}>
      <EmptyState icon="search" title={t("shell.lost-why")} />
    </Page>
  );
}

function Broken() {
  return (
    <Page title={t("shell.broken")}>
      <EmptyState icon="danger" title={t("shell.broken-why")}>
        <Button kind="main" icon="refresh" onClick={() => location.assign("/")}>
          {t("shell.reload")}
        </Button>
      </EmptyState>
    </Page>
  );
}
