import { isVolunteersPhone, partFor } from "./core/part";
import { watchInstall } from "./ui/install";
import { showTheme } from "./ui/theme";
import "./styles/index.css";

/** Chooses which of the two apps this is; what index.html shows stands there until it has come. */
async function start() {
  showTheme();
  watchInstall();
  const known = await isVolunteersPhone(indexedDB);
  const part = partFor(location.pathname, known);
  const { start } = await (part === "tenants" ? import("./tenants") : import("./volunteers"));
  await start(document.getElementById("app")!, known);
}

start().catch((problem: unknown) => console.error(problem));
