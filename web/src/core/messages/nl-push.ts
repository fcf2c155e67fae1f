/** What a push says on a locked screen: by its topic, never who or where. */
export const nlPush = {
  news: { title: "Bericht van Buurtronde", text: "Open de app om het te lezen." },
  alarm: {
    title: "Alarm",
    text: "Iemand heeft u nodig. Open Buurtronde en zeg dat u het oppakt. Bij gevaar: bel 112.",
  },
  practice: {
    title: "OEFENING: alarm",
    text: "OEFENING. Niemand is in nood. Open Buurtronde en zeg dat u het oppakt.",
  },
  pair: {
    title: "Zijn jullie veilig?",
    text: "Er is alarm geslagen. Open Buurtronde en meld u veilig. Bij gevaar: bel 112.",
  },
  ask: {
    title: "Zijn jullie terug?",
    text: "Open Buurtronde. Meld u veilig terug, of kies een latere tijd. Anders slaan wij alarm.",
  },
  safe: {
    title: "Zij melden zich veilig",
    text: "Open Buurtronde. Sluit het alarm pas af als u ze zelf heeft gesproken.",
  },
  unwatched: {
    title: "Er kijkt niemand mee",
    text: "Er kijkt niemand meer mee met jullie ronde. Open Buurtronde. Bij gevaar: bel 112.",
  },
  uncovered: {
    title: "Er kijkt niemand mee",
    text: "Er kijkt niemand meer mee met een ronde. Open Buurtronde en kijk op het rooster.",
  },
  roster: { title: "Gaten in het rooster", text: "Open Buurtronde en kijk op het rooster." },
  swap: { title: "Dienst overnemen?", text: "Open Buurtronde en geef antwoord." },
  channel: {
    title: "Berichten komen weer aan",
    text: "Dit bericht kwam wel aan. U hoeft niets te doen.",
  },
  report: { title: "Er is nieuws voor u", text: "Open Buurtronde om het te lezen." },
  code: {
    title: "Uw code voor Buurtronde",
    text: "Uw code is {code}. Hij is een kwartier geldig. Geef hem aan niemand.",
  },
};
