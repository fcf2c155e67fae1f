import { render } from "preact";
import { App, watchMoves } from "./app";
import { browserEnvironment } from "./core/browser";
import { openCore } from "./core/index";
import { startUpdates } from "./core/update";
import { CannotStart } from "./pages/cannot-start";
import { startRouter } from "./router";
import { watchInstall } from "./ui/install";
import { showTheme } from "./ui/theme";
import "./styles/index.css";

const root = document.getElementById("app")!;

async function start() {
  showTheme();
  watchInstall();
  startRouter();
  watchMoves();
  const core = await openCore(browserEnvironment());
  render(<App core={core} />, root);
  core.sync.start();
  await startUpdates();
}

start().catch((problem: unknown) => {
  console.error(problem);
  render(<CannotStart problem={problem} />, root);
});
