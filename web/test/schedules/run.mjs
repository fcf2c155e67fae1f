// Bundles the schedules with the core, as it is or with one shortcut in it, and runs them.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const web = join(dirname(fileURLToPath(import.meta.url)), "../..");
const order = JSON.parse(process.argv[2]);

async function bundle(entry, changes, outDir) {
  const left = new Set(changes);
  const plugin = {
    name: "shortcut",
    enforce: "pre",
    transform(code, id) {
      let changed = code;
      for (const change of changes) {
        if (!id.replaceAll("\\", "/").endsWith(change.file)) continue;
        if (!changed.includes(change.from)) throw new Error(`not in ${change.file}: ${change.from}`);
        changed = changed.replace(change.from, () => change.to);
        left.delete(change);
      }
      return changed;
    },
  };
  await build({
    configFile: false,
    root: web,
    logLevel: "error",
    plugins: [plugin],
    ssr: { noExternal: true },
    build: { ssr: join(web, entry), outDir, target: "node20", minify: false },
  });
  if (left.size > 0) throw new Error(`never met: ${[...left].map((change) => change.file)}`);
}

const folder = mkdtempSync(join(tmpdir(), "schedules-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
let changes = [];
if (order.shortcut) {
  await bundle("test/schedules/shortcuts.ts", [], join(folder, "list"));
  const { shortcuts } = await import(join(folder, "list/shortcuts.js"));
  const shortcut = shortcuts.find(({ name }) => name === order.shortcut);
  if (!shortcut) throw new Error(`no shortcut called ${order.shortcut}`);
  changes = shortcut.core ?? [];
}
await bundle("test/schedules/main.ts", changes, join(folder, "run"));
await import(join(folder, "run/main.js"));
