import type { ComponentChildren } from "preact";
import { t } from "./core/messages/index";
import type { Role } from "./core/index";
import { badges } from "./pages/badge";
import { useCore } from "./pages/core";
import { route } from "./router";
import { Icon } from "./ui/icon";
import { LiveRegion } from "./ui/live";
import { Wordmark } from "./ui/wordmark";

/** The cover of the notebook: the name to the left, help always to the right, on every screen. */
export function Shell({ children }: { children: ComponentChildren }) {
  const core = useCore();
  const role = core.session.account.value?.role;
  return (
    <div class="screen">
      <a class="button skip" href="#main">
        {t("shell.skip")}
      </a>
      <header class="cover">
        <div class="cover-row">
          <a href="/" aria-label={`Buurtronde. ${t("shell.home")}`}>
            <Wordmark />
          </a>
          <a class="help-link" href="/danger">
            <Icon name="phone" />
            <span>{t("shell.help")}</span>
          </a>
        </div>
        {role && <Rooms role={role} />}
      </header>
      <main id="main" tabIndex={-1}>
        <LiveRegion />
        {children}
      </main>
    </div>
  );
}

type Room = [href: string, word: Parameters<typeof t>[0]];

const desk: Room = ["/desk", "shell.desk"];
const setup: Room = ["/setup/places", "shell.setup"];
const settings: Room = ["/settings", "shell.settings"];
const rooms: Record<Role, Room[]> = {
  volunteer: [],
  caretaker: [desk, settings],
  coordinator: [desk, ["/quarantine", "shell.quarantine"], setup, settings],
  admin: [setup, settings],
};

function Rooms({ role }: { role: Role }) {
  if (rooms[role].length === 0) return null;
  const here = route.value.path.split("/")[1];
  return (
    <nav class="rooms" aria-label={t("shell.rooms")}>
      {rooms[role].map(([href, word]) => (
        <a key={href} href={href} aria-current={href.split("/")[1] === here ? "page" : undefined}>
          {t(word)}
          {badges.value[href] ? ` (${badges.value[href]})` : ""}
        </a>
      ))}
    </nav>
  );
}
