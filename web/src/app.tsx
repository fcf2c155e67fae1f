import { effect } from "@preact/signals";
import { useEffect, useErrorBoundary } from "preact/hooks";
import type { Core, Role } from "./core/index";
import { betweenScreens } from "./core/update";
import { CoreContext, useCore } from "./pages/core";
import { t } from "./core/messages/index";
import { match, moves, navigate, route } from "./router";
import { screenAt } from "./screens";
import { Shell } from "./shell";
import { Button } from "./ui/button";
import { announce } from "./ui/live";
import { Page } from "./ui/page";
import { EmptyState, Loading } from "./ui/state";
import { isWriting } from "./writing";

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

/** Between two screens: what was said is over, and a new version may take over. */
export function watchMoves(): void {
  let before: number | null = null;
  effect(() => {
    const first = before === null;
    before = moves.value;
    if (first) return;
    announce("");
    if (betweenScreens(isWriting())) location.reload();
  });
}

function Screen() {
  const [broken] = useErrorBoundary((problem) => console.error(problem));
  const core = useCore();
  const { path } = route.value;
  const state = core.session.state.value;
  const role = core.session.account.value?.role;
  if (broken) return <Broken />;

  const screen = screenAt(path, state, role, core.session.revoked.value);
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
