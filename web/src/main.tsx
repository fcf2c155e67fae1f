import { render } from "preact";
import { browserEnvironment } from "./core/browser";
import { openCore } from "./core/index";

async function start() {
  const core = await openCore(browserEnvironment());
  render(<p>{core.sync.status.value.state}</p>, document.getElementById("app")!);
}

void start();
