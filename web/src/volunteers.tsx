import { render } from "preact";
import { App } from "./app";
import { browserEnvironment } from "./core/browser";
import { openCore } from "./core/index";
import { fetchWords } from "./core/messages/words";
import { startUpdates } from "./core/update";
import { watchMoves } from "./moves";
import { CannotStart } from "./pages/cannot-start";
import { startRouter } from "./router";

/** The app for volunteers and staff. */
export async function start(root: HTMLElement): Promise<void> {
  try {
    startRouter();
    watchMoves();
    await fetchWords();
    const core = await openCore(browserEnvironment(), location.pathname === "/sign-in");
    root.textContent = "";
    render(<App core={core} />, root);
    core.sync.start();
    await startUpdates();
  } catch (problem) {
    console.error(problem);
    root.textContent = "";
    render(<CannotStart problem={problem} />, root);
  }
}
