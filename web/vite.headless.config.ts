import { defineConfig } from "vite";

/** One file that plain Node runs: the phone's core without a screen, for tests from Java. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: "test/phones.ts",
    target: "node20",
    outDir: "../target/headless",
    emptyOutDir: true,
    rollupOptions: { output: { entryFileNames: "phones.mjs" } },
  },
});
