/** What the screens for reporting and following say. */
export const report = {
  report: {
    title: "Iets melden",
    soon: "Dit komt hier binnenkort. Bel tot die tijd.",
  },
};
