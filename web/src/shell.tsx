import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "./core/messages/index";
import type { Role } from "./core/index";
import { badges, readsConcerns } from "./pages/badge";
import { useCore } from "./pages/core";
import { moves, route } from "./router";
import { Icon } from "./ui/icon";
import { lazy } from "./ui/lazy";
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
        {(role === "caretaker" || role === "coordinator") && <AlarmBanner />}
        {children}
      </main>
    </div>
  );
}

/** Not on a volunteer's phone; when it did not load, the next screen tries again. */
const AlarmBanner = lazy(
  () => import("./pages/staff/alarm-banner"),
  () => null,
  (again) => <NextTime again={again} />,
);

function NextTime({ again }: { again: () => void }) {
  const now = moves.value;
  const first = useRef(now);
  useEffect(() => {
    if (now !== first.current) again();
  }, [now]);
  return null;
}

type Room = [href: string, word: Parameters<typeof t>[0]];

const desk: Room = ["/desk", "shell.desk"];
const concerns: Room = ["/concerns", "shell.concerns"];
const watching: Room[] = [
  ["/rounds", "shell.rounds"],
  ["/roster", "shell.roster"],
  ["/alarms", "shell.alarms"],
];
const setup: Room = ["/setup/places", "shell.setup"];
const guide: Room = ["/setup/guide", "shell.guide"];
const settings: Room = ["/settings", "shell.settings"];
const rooms: Record<Role, Room[]> = {
  volunteer: [],
  caretaker: [desk, ...watching, guide, settings],
  coordinator: [desk, ...watching, ["/quarantine", "shell.quarantine"], setup, settings],
  admin: [setup, settings],
};

function Rooms({ role }: { role: Role }) {
  if (rooms[role].length === 0) return null;
  const [first, ...others] = rooms[role];
  const shown = first === desk && readsConcerns.value ? [desk, concerns, ...others] : rooms[role];
  const here = route.value.path.split("/")[1];
  return (
    <nav class="rooms" aria-label={t("shell.rooms")}>
      {shown.map(([href, word]) => (
        <a key={href} href={href} aria-current={href.split("/")[1] === here ? "page" : undefined}>
          {t(word)}
          {badges.value[href] ? ` (${badges.value[href]})` : ""}
        </a>
      ))}
    </nav>
  );
}
