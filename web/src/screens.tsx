import type { VNode } from "preact";
import type { Role, SessionState } from "./core/index";
import Danger from "./pages/danger/index";
import Home from "./pages/home/index";
import { lazyScreen } from "./pages/lazy-screen";
import Revoked from "./pages/session/revoked";
import SignIn from "./pages/session/sign-in";
import { match } from "./router";

const DraftPage = lazyScreen<{ id: string }>(() => import("./pages/draft/index"));
const NewObservation = lazyScreen(() => import("./pages/draft/new"));
const Invitation = lazyScreen(() => import("./pages/session/invitation"));
const Settings = lazyScreen(() => import("./pages/settings/index"));
const ObservationPage = lazyScreen(() => import("./pages/observation/index"));
const RoundHub = lazyScreen(() => import("./pages/round/index"));
const PlanRound = lazyScreen(() => import("./pages/round/plan"));
const StartRound = lazyScreen(() => import("./pages/round/start"));
const JoinRound = lazyScreen(() => import("./pages/round/join"));
const RoundPage = lazyScreen(() => import("./pages/round/round"));
const RoundChecks = lazyScreen(() => import("./pages/round/checks"));
const RoundSummary = lazyScreen(() => import("./pages/round/summary"));
const Unsent = lazyScreen(() => import("./pages/unsent/index"));
const Rules = lazyScreen<{ id?: string }>(() => import("./pages/tenant/volunteer-rules"));
const Contacts = lazyScreen(() => import("./pages/tenant/volunteer-contacts"));

const Desk = lazyScreen(() => import("./pages/desk/desk-page"));
const Concerns = lazyScreen(() => import("./pages/concern/concerns-page"));
const Quarantine = lazyScreen(() => import("./pages/quarantine/quarantine-page"));
const Places = lazyScreen(() => import("./pages/setup/places-page"));
const Categories = lazyScreen(() => import("./pages/setup/categories-page"));
const Guide = lazyScreen(() => import("./pages/setup/guide-page"));
const PrintPage = lazyScreen(() => import("./pages/setup/print-page"));
const People = lazyScreen(() => import("./pages/setup/people-page"));
const Walkers = lazyScreen(() => import("./pages/walkers/walkers-page"));
const StaffRounds = lazyScreen(() => import("./pages/walkers/rounds-page"));
const Roster = lazyScreen(() => import("./pages/roster/roster-page"));
const Alarms = lazyScreen(() => import("./pages/alarm/alarms-page"));
const Alarm = lazyScreen<{ id: string }>(() => import("./pages/alarm/alarm-page"));

type Who = "volunteer" | "staff" | "coordinator" | "setup" | "office" | "anybody";

/** Who is shown what; the server guards every answer, so this only spares people a refusal. */
const screens: [pattern: string, who: Who, screen: (values: Record<string, string>) => VNode][] = [
  ["/", "volunteer", () => <Home />],
  ["/observations/new", "volunteer", () => <NewObservation />],
  ["/observations/:id", "volunteer", ({ id }) => <ObservationPage id={id!} />],
  ["/drafts/:id", "volunteer", ({ id }) => <DraftPage id={id!} />],
  ["/round", "volunteer", () => <RoundHub />],
  ["/round/plan", "volunteer", () => <PlanRound />],
  ["/round/start", "volunteer", () => <StartRound />],
  ["/round/join", "volunteer", () => <JoinRound />],
  ["/round/:id", "volunteer", ({ id }) => <RoundPage id={id!} />],
  ["/round/:id/checks", "volunteer", ({ id }) => <RoundChecks id={id!} />],
  ["/round/:id/summary", "volunteer", ({ id }) => <RoundSummary id={id!} />],
  ["/rules", "volunteer", () => <Rules />],
  ["/rules/:id", "volunteer", ({ id }) => <Rules id={id!} />],
  ["/contacts", "volunteer", () => <Contacts />],
  ["/unsent", "anybody", () => <Unsent />],
  ["/settings", "anybody", () => <Settings />],
  ["/desk", "staff", () => <Desk />],
  ["/desk/:id", "staff", () => <Desk />],
  ["/concerns", "staff", () => <Concerns />],
  ["/concerns/:id", "staff", () => <Concerns />],
  ["/quarantine", "coordinator", () => <Quarantine />],
  ["/setup/places", "setup", () => <Places />],
  ["/setup/categories", "setup", () => <Categories />],
  ["/setup/guide", "office", () => <Guide />],
  ["/setup/print", "staff", () => <PrintPage />],
  ["/setup/people", "setup", () => <People />],
  ["/setup/walkers", "coordinator", () => <Walkers />],
  ["/rounds", "staff", () => <StaffRounds />],
  ["/roster", "staff", () => <Roster />],
  ["/alarms", "staff", () => <Alarms />],
  ["/alarms/:id", "staff", ({ id }) => <Alarm id={id!} />],
];

const roles: Record<Who, Role[]> = {
  volunteer: ["volunteer"],
  staff: ["caretaker", "coordinator"],
  coordinator: ["coordinator"],
  setup: ["coordinator", "admin"],
  office: ["caretaker", "coordinator", "admin"],
  anybody: ["volunteer", "caretaker", "coordinator", "admin"],
};

export function screenAt(
  path: string,
  state: SessionState,
  role: Role | undefined,
  revoked = false,
): VNode | "wait" | "elsewhere" | null {
  if (path === "/danger") return <Danger />;
  if (path === "/invitation") return <Invitation />;
  // Somebody else may still sign in here.
  if (revoked && path !== "/sign-in") return <Revoked />;
  if (state === "unknown") return "wait";
  if (!role || state === "signed-out") return <SignIn />;
  if (path === "/sign-in") return state === "expired" ? <SignIn /> : "elsewhere";
  for (const [pattern, who, screen] of screens) {
    const values = match(pattern, path);
    if (!values) continue;
    if (roles[who].includes(role)) return screen(values);
    return path === "/" ? "elsewhere" : null;
  }
  return null;
}
