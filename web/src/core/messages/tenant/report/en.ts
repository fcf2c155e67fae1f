import type { Translated } from "../types";
import type { report as dutch } from "./nl";

export const report: Translated<typeof dutch, "one" | "other"> = {
  report: {
    title: "Report something",
    soon: "This will come here soon. Until then, please call.",
  },
};
