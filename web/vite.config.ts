import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin, type Rolldown } from "vite";

/** Gives the hand-written service worker the names of every file it must hold, and a version. */
function precache(): Plugin {
  return {
    name: "precache",
    enforce: "post",
    generateBundle(_, bundle) {
      const worker = Object.values(bundle).find((file) => file.fileName === "service-worker.js");
      if (worker?.type !== "chunk") this.error("service-worker.js was not built");
      const built = Object.values(bundle).filter((file) => file !== worker);
      const hash = createHash("sha256");
      for (const file of [worker, ...built]) hash.update(file.type === "chunk" ? file.code : file.source);
      const folder = join(import.meta.dirname, "public");
      const copied = existsSync(folder)
        ? readdirSync(folder, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name))
        : [];
      for (const file of copied) hash.update(readFileSync(file));
      const staff = staffFiles(built);
      const names = built.map((file) => file.fileName).filter((name) => !staff.has(name));
      const all = [...names, ...copied.map((file) => file.slice(folder.length + 1))]
        .map((name) => (name === "index.html" ? "/" : "/" + name))
        .sort();
      const code = worker.code
        .replace("__PRECACHE__", JSON.stringify(all))
        .replace("__VERSION__", JSON.stringify(hash.digest("hex").slice(0, 16)));
      if (code.includes("__PRECACHE__")) this.error("the list did not get into the worker");
      worker.code = code;
    },
  };
}

const staffRoom = /\/src\/pages\/(alarm|desk|quarantine|roster|setup|staff|walkers)\//;

/** A volunteer's phone does not fetch the staff's screens ahead. */
function staffFiles(built: Built[]): Set<string> {
  const found = new Set<string>();
  for (const file of built) {
    if (file.type !== "chunk" || !Object.keys(file.modules).some((id) => staffRoom.test(id))) continue;
    found.add(file.fileName);
    for (const style of file.viteMetadata?.importedCss ?? []) found.add(style);
  }
  return found;
}

type Built = Rolldown.OutputBundle[string];

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

export default defineConfig({
  define: { __APP_VERSION__: JSON.stringify(version) },
  plugins: [precache()],
  publicDir: "public",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: ["chrome84", "safari15.4", "firefox102"],
    outDir: "dist",
    emptyOutDir: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { index: "index.html", "service-worker": "src/sw/service-worker.ts" },
      output: {
        entryFileNames: ({ name }) =>
          name === "service-worker" ? "service-worker.js" : "assets/[name]-[hash].js",
        chunkFileNames: "assets/[name]-[hash].js",
        assetFileNames: "assets/[name]-[hash][extname]",
      },
    },
  },
  server: { fs: { allow: [".."] }, proxy: { "/api": "http://127.0.0.1:8080" } },
  test: { include: ["test/**/*.test.ts", "src/**/*.test.{ts,tsx}"], environment: "node" },
} as Parameters<typeof defineConfig>[0]);
