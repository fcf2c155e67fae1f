import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { defineConfig, type Plugin, type Rolldown } from "vite";

/** Gives the hand-written service worker the names of every file it must hold, and a version. */
function precache(): Plugin {
  return {
    name: "precache",
    enforce: "post",
    generateBundle(_, bundle) {
      const worker = Object.values(bundle).find((file) => file.fileName === "service-worker.js");
      if (worker?.type !== "chunk") this.error("service-worker.js was not built");
      // It is no module: a part that it shares with the app would keep it from being installed.
      if (worker.imports.length > 0) this.error(`the worker imports ${worker.imports.join()}`);
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

/**
 * The page fetches the tenants' part at once, and shows the name drawn by the very part that draws it
 * later. The server leaves out the lines of `data-part` where another part is opened.
 */
function firstPaint(): Plugin {
  return {
    name: "first-paint",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle }) {
        const page = html.replace("<!--wordmark-->", wordmark());
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === "chunk");
        const needed = withImports(chunks, chunks.find(({ name }) => name === "tenants"));
        const names = needed.map(({ fileName }) => fileName).filter((name) => !page.includes(name));
        const scripts = names.map((name) => ({ rel: "modulepreload", crossorigin: true, href: "/" + name }));
        const styles = needed.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]);
        const missing = [...new Set(styles)].filter((name) => !page.includes(name));
        const sheets = missing.map((name) => ({ rel: "stylesheet", crossorigin: true, href: "/" + name }));
        const tags = [...scripts, ...sheets].map((attributes) => ({
          tag: "link",
          attrs: { ...attributes, "data-part": "tenants" },
          injectTo: "head" as const,
        }));
        return { html: page, tags };
      },
    },
  };
}

/** The most bytes of script and style, compressed, before a part's first screen; Dutch is in it. */
const heaviest = {
  tenants: { limit: 60_000, language: /\/messages\/tenant\/\w\w\.ts$/ },
  volunteers: { limit: 200_000, language: /\/messages\/en\.ts$/ },
};

/** No build is heavier than an old phone on a bad line can carry, in the longest of its languages. */
function weigh(): Plugin {
  return {
    name: "weigh",
    enforce: "post",
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const weight = (name: string) => {
        const file = bundle[name]!;
        return gzipSync(file.type === "chunk" ? file.code : file.source).length;
      };
      for (const [part, { limit, language }] of Object.entries(heaviest)) {
        const starts = chunks.filter(({ name }) => name === "index" || name === part);
        const languages = chunks.filter((chunk) => language.test(chunk.facadeModuleId ?? ""));
        if (starts.length !== 2 || languages.length === 0) this.error(`${part} cannot be weighed`);
        const needed = starts.reduce((found, one) => withImports(chunks, one, found), [] as Chunk[]);
        const styles = needed.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]);
        const files = new Set([...needed.map(({ fileName }) => fileName), ...styles]);
        const longest = Math.max(...languages.map(({ fileName }) => weight(fileName)));
        const all = [...files].reduce((sum, name) => sum + weight(name), longest);
        const said = `${part}: ${all} of at most ${limit} bytes before the first screen`;
        if (all > limit) this.error(`${said}, in ${[...files].join(", ")}`);
        this.info(said);
      }
    },
  };
}

/** A chunk and whatever it cannot do without, before whoever needs it. */
function withImports(chunks: Chunk[], chunk: Chunk | undefined, found: Chunk[] = []): Chunk[] {
  if (!chunk || found.includes(chunk)) return found;
  for (const name of chunk.imports) {
    withImports(chunks, chunks.find(({ fileName }) => fileName === name), found);
  }
  if (!found.includes(chunk)) found.push(chunk);
  return found;
}

type Chunk = Rolldown.OutputChunk;

function wordmark(): string {
  const source = readFileSync("src/ui/wordmark.tsx", "utf8");
  return /<svg[^]*<\/svg>/.exec(source)![0];
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
  plugins: [firstPaint(), precache(), weigh()],
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
