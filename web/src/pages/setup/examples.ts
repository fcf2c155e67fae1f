/** Small files that import as they are, so that nobody has to guess the shape. */
export const DISTRICTS_EXAMPLE = JSON.stringify(
  {
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        properties: { name: "Voorbeeldwijk" },
        geometry: {
          type: "Polygon",
          coordinates: [
            [
              [5.1, 52.08],
              [5.12, 52.08],
              [5.12, 52.1],
              [5.1, 52.1],
              [5.1, 52.08],
            ],
          ],
        },
      },
    ],
  },
  null,
  2,
);

export const COMPLEXES_EXAMPLE = [
  "code;name;street;numbers;postcode;lat;lon;district;caretaker",
  "VB-001;De Lindehof;Lindestraat;1-47;1234 AB;52.0907;5.1098;Voorbeeldwijk;Bas Jansen",
  "VB-002;Torenflat;Kerkplein;2-120;1234 AC;52.0921;5.1121;Voorbeeldwijk;",
  "",
].join("\r\n");

export const CATEGORIES_EXAMPLE = JSON.stringify(
  [
    { key: "lighting", label: "Verlichting", icon: "lamp", position: 1, active: true },
    { key: "litter", label: "Zwerfvuil", icon: "litter", position: 2, active: true },
  ],
  null,
  2,
);
